"""Read a theme folder's tokens."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from generator.errors import Findings
from generator.files import Files
from generator.notation.records import Record, read_record
from generator.notation.yaml import read_yaml
from generator.page.colour import ROLES, Colour, ColourScheme
from generator.page.pages import FontScheme
from generator.source import Span
from generator.theme.master import SIZES, own_master, own_stage
from generator.theme.tokens import Shade, Theme


def _colour(value: str) -> str:
    if len(value) != 6 or any(c not in "0123456789abcdefABCDEF" for c in value):
        raise ValueError(f'{value!r} is no colour; write six hexadecimal digits in quotes, such as "14213D"')
    return value.upper()


def _role(value: str) -> str:
    if value not in ROLES:
        raise ValueError(f"{value!r} is no colour role; use one of {', '.join(ROLES)}")
    return value


Hex = Annotated[str, AfterValidator(_colour)]
Role = Annotated[str, AfterValidator(_role)]
Percentages = Annotated[tuple[int, int, int], Field(description="saturation, luminance and added luminance in %")]


class Fonts(Record):
    """The font names written into decks."""

    heading: str
    body: str
    code: str


class Named(Record):
    """A named shade of a role."""

    role: Role
    shade: Percentages


class ThemeFile(Record):
    """What `theme.yaml` holds."""

    name: str
    fonts: Fonts
    colours: dict[Role, Hex]
    shades: dict[str, dict[str, Percentages]]
    named: dict[str, Named]
    slide: Literal["16:9", "4:3"] = "16:9"


def read_theme(files: Files, name: str, findings: Findings) -> Theme | None:
    """Read the theme `name` from `templates/themes/`; None and findings where it is not one."""
    path = f"templates/themes/{name}/theme.yaml"
    if not files.exists(path):
        known = sorted(p.split("/")[2] for p in files.list("templates/themes", "theme.yaml"))
        findings.error("C020", Span(path), f"theme {name!r} does not exist", f"known: {', '.join(known)}")
        return None
    tree = read_yaml(files.read(path), path, findings)
    record = read_record(tree, ThemeFile, findings) if tree else None
    if record is None:
        return None
    missing = [role for role in ROLES if role not in record.colours]
    if missing:
        findings.error("C006", record.span, f"colour {missing[0]!r} is missing", f"a theme names all of {', '.join(ROLES)}")
        return None
    return _theme(name, record)


def _theme(name: str, record: ThemeFile) -> Theme:
    shades: dict[str, dict[str, Shade]] = {key: dict(table) for key, table in record.shades.items()}
    scheme = ColourScheme(record.name, tuple(record.colours[role] for role in ROLES))
    fonts = FontScheme(record.fonts.heading, record.fonts.body, record.fonts.code)
    named = {key: Colour(value.role, *value.shade) for key, value in record.named.items()}
    stage = own_stage(SIZES[record.slide])
    return Theme(name, record.name, scheme, fonts, shades, named, stage, own_master(record.name, scheme, fonts, stage))
