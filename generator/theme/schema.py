"""The schema of `theme.yaml`: what a theme may say, with bounds that keep slides in order."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from generator.notation.records import Record
from generator.page.colour import ACCENTS, ROLES

STEPS = (10, 12, 14, 16, 18, 20, 24, 28, 36, 44, 60, 80)
"""The type scale of slides, in points."""


def _colour(value: str) -> str:
    if len(value) != 6 or any(c not in "0123456789abcdefABCDEF" for c in value):
        raise ValueError(f'{value!r} is no colour; write six hexadecimal digits in quotes, such as "14213D"')
    return value.upper()


def _role(value: str) -> str:
    if value not in ROLES:
        raise ValueError(f"{value!r} is no colour role; use one of {', '.join(ROLES)}")
    return value


def _step(value: float) -> float:
    if value not in STEPS:
        raise ValueError(f"{value:g} points are no step of the type scale; use one of {', '.join(map(str, STEPS))}")
    return value


def _largest_first(sizes: tuple[float, ...]) -> tuple[float, ...]:
    if list(sizes) != sorted(set(sizes), reverse=True):
        raise ValueError("sizes are tried from the first to the last; write them from the largest to the smallest")
    return sizes


def _growing(tops: tuple[float, ...]) -> tuple[float, ...]:
    if list(tops) != sorted(set(tops)):
        raise ValueError("a title of more lines needs a body that begins lower; write growing numbers")
    return tops


def _complete(table: dict[str, tuple[int, int, int]]) -> dict[str, tuple[int, int, int]]:
    odd = next((key for key in table if key not in (*ROLES, "other")), "")
    if odd:
        raise ValueError(f"{odd!r} is no colour role; use one of {', '.join(ROLES)}, or other")
    if "other" not in table and any(accent not in table for accent in ACCENTS):
        raise ValueError("a shade names all six accents, or `other` for those that it leaves out")
    return table


Hex = Annotated[str, AfterValidator(_colour)]
Role = Annotated[str, AfterValidator(_role)]
Percent = Annotated[int, Field(ge=0, le=100)]
Percentages = tuple[Annotated[int, Field(ge=0, le=400)], Percent, Percent]
"""Saturation, luminance and added luminance in %."""
Shades = Annotated[dict[str, Percentages], AfterValidator(_complete)]
Step = Annotated[float, AfterValidator(_step)]
Sizes = Annotated[tuple[Step, ...], Field(min_length=1, max_length=5), AfterValidator(_largest_first)]
Weight = Literal["regular", "bold"]
LineHeight = Annotated[float, Field(ge=0.85, le=1.4)]
Place = Annotated[float, Field(ge=0, le=3)]
"""Inches from an edge of the slide."""


class Fonts(Record):
    """The font names written into decks."""

    heading: str
    body: str
    code: str


class ShadeTables(Record):
    """Shades that every role has."""

    tint: Shades
    light: Shades
    deep: Shades
    veil: Shades


class Named(Record):
    """A named shade of a role."""

    role: Role
    shade: Percentages


class NamedShades(Record):
    """Shades of one role each."""

    line: Named
    mute: Named
    night1: Named
    night2: Named
    night3: Named
    neutral: Named


class TitleTokens(Record):
    """How titles of one sort are set."""

    sizes: Sizes = (28,)
    weight: Weight = "bold"
    line: LineHeight = 1.12


class OpeningTokens(TitleTokens):
    """How the titles of covers are set."""

    sizes: Sizes = (60, 44, 36, 28)
    line: LineHeight = 1.06


class DividerTokens(TitleTokens):
    """How the titles of dividers are set."""

    sizes: Sizes = (60, 44)
    line: LineHeight = 1.06


class TypeTokens(Record):
    """Type beyond the fonts."""

    title: TitleTokens = TitleTokens()
    cover: OpeningTokens = OpeningTokens()
    divider: DividerTokens = DividerTokens()
    eyebrow: Annotated[Step, Field(ge=12, le=16)] = 12
    display: Annotated[Step, Field(ge=18)] | None = None


class GridTokens(Record):
    """Where things stand, in inches from the edges of the slide."""

    margin: Annotated[float, Field(ge=0.3, le=1.2)] = 0.6
    eyebrow: Place = 0.42
    title: Place = 0.68
    body: Annotated[tuple[Place, ...], Field(min_length=3, max_length=3), AfterValidator(_growing)] = (1.50, 1.90, 2.36)
    foot: Annotated[float, Field(ge=0.7, le=1.4)] = 0.8

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.eyebrow + 0.2 <= self.title <= self.body[0] - 0.5:
            raise ValueError("eyebrow, title and body follow each other: 0.2 inch from eyebrow to title, 0.5 from title to body")
        return self


class ProgressTokens(Record):
    """The progress line."""

    side: Literal["foot", "top", "left"] = "foot"
    thickness: Annotated[float, Field(ge=0.02, le=0.3)] = 0.04
    gap: Annotated[float, Field(ge=0, le=0.2)] = 0.06


class RuleTokens(Record):
    """A rule across ordinary slides."""

    at: Annotated[float, Field(ge=-1, le=1.6)]
    weight: Annotated[float, Field(ge=0.5, le=6)] = 0.75
    colour: Role = "dk1"


class ShapeTokens(Record):
    """Cards, corners and lines."""

    card: Literal["filled", "outlined", "ruled"] = "filled"
    corner: Annotated[float, Field(ge=0, le=0.3)] = 0.06
    progress: ProgressTokens = ProgressTokens()
    rules: Annotated[tuple[RuleTokens, ...], Field(max_length=4)] = ()


class DrawnTokens(Record):
    """How covers or dividers are composed."""

    drawing: Literal["tiles", "rings", "arches"] = "tiles"
    ground: Literal["dark", "light"] = "dark"


class SheetTokens(Record):
    """What printed sheets do otherwise."""

    band: Literal["role", "ink", "tint"] = "role"
    type: Annotated[float, Field(ge=0.9, le=1.2)] = 1.0
    colours: dict[Role, Hex] = Field(default_factory=dict)


class ThemeFile(Record):
    """What `theme.yaml` holds."""

    name: Annotated[str, Field(min_length=1, max_length=40)]
    fonts: Fonts
    colours: dict[Role, Hex]
    shades: ShadeTables
    named: NamedShades
    slide: Literal["16:9", "4:3"] = "16:9"
    fallback: str = ""
    type: TypeTokens = TypeTokens()
    grid: GridTokens = GridTokens()
    shapes: ShapeTokens = ShapeTokens()
    cover: DrawnTokens = DrawnTokens()
    divider: DrawnTokens = DrawnTokens()
    sheet: SheetTokens = SheetTokens()
