"""What a person says of a template in a `theme.yaml` beside it: which layout is for what, and which placeholder."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from generator.errors import Findings
from generator.files import Files
from generator.notation.records import Record, read_record
from generator.notation.yaml import read_yaml
from generator.page.colour import ROLES
from generator.source import Span
from generator.theme.foreign.naming import SORTS

Corners = tuple[float, float, float, float]
"""An area in centimetres: from the left, from the top, width, height."""
SUFFIXES = (".pptx", ".potx", ".pptm", ".potm", ".ppsx", ".ppsm")
"""Of files that can be adopted."""
PROJECT = "rolecast.yaml"


def _shade(value: str) -> str:
    text = value.removeprefix("#")
    if value in ROLES or (len(text) == 6 and all(c in "0123456789abcdefABCDEF" for c in text)):
        return value if value in ROLES else text.upper()
    raise ValueError(f"{value!r} is no colour; write one of {', '.join(ROLES)} as the template has it, or six digits in quotes")


def _one_of(names: Collection[str]) -> Callable[[object], object]:
    """Refuses a mapping with a key that is none of these; a message of its own tells the key, not what stands behind it."""

    def check(value: object) -> object:
        for key in value if isinstance(value, dict) else ():
            if key not in names and not str(key).startswith("\0"):
                raise ValueError(f"{key!r} is no key here; write {', '.join(names)}")
        return value

    return check


def _area(value: object) -> object:
    """Refuses what is not four numbers."""
    if isinstance(value, list | tuple) and len(value) == 4 and all(isinstance(each, int | float) for each in value):
        return value
    raise ValueError("an area is four numbers in centimetres, [left, top, width, height]")


def _area_if_listed(value: object) -> object:
    return _area(value) if isinstance(value, list | tuple) else value


Tone = Annotated[str, AfterValidator(_shade)]
Area = Annotated[Corners, BeforeValidator(_area)]
BySort = BeforeValidator(_one_of(tuple(SORTS)))
ByRole = BeforeValidator(_one_of((*ROLES[:10], "hlink")))


class Typefaces(Record):
    """Fonts other than those that the layouts name."""

    heading: str = ""
    body: str = ""
    code: str = ""


class Places(Record):
    """Placeholders by index or name; a title may also stand where the layout has none."""

    title: Annotated[int | str | Corners | None, BeforeValidator(_area_if_listed)] = None
    body: int | str | None = None
    subtitle: int | str | None = None
    eyebrow: int | str | None = None


class Hints(Record):
    """What `theme.yaml` beside a template holds; all of it may be left out."""

    template: str = ""
    name: str = ""
    layouts: Annotated[dict[str, str | int], BySort] = Field(default_factory=dict)
    places: Annotated[dict[str, Places], BySort] = Field(default_factory=dict)
    regions: Annotated[dict[str, Area], BySort] = Field(default_factory=dict)
    fonts: Typefaces = Typefaces()
    colours: Annotated[dict[str, Tone], ByRole] = Field(default_factory=dict)
    fallback: str = ""

    def layout(self, sort: str) -> str | int | None:
        """The layout it names for a sort of slide, by name or number."""
        return next((value for key, value in self.layouts.items() if SORTS[key] == sort), None)

    def places_of(self, sort: str) -> tuple[tuple[str, int | str | Corners], ...]:
        """The placeholders it names on the layout of a sort of slide."""
        named = next((value for key, value in self.places.items() if SORTS[key] == sort), Places())
        found = (("title", named.title), ("body", named.body), ("subtitle", named.subtitle), ("eyebrow", named.eyebrow))
        return tuple((key, value) for key, value in found if value is not None)

    def region(self, sort: str) -> Corners | None:
        """The area for blocks."""
        return next((value for key, value in self.regions.items() if SORTS[key] == sort), None)


NOTHING = Hints()


def mapping_path(files: Files, template: str) -> str:
    """The file that says how to use a template: of its own name, else `theme.yaml` in its folder; empty where there is none."""
    folder, _, name = template.rpartition("/")
    stem = name.rpartition(".")[0]
    beside = f"{folder}/" if folder else ""
    for path in (f"{beside}{stem}.yaml", f"{beside}theme.yaml"):
        if path != PROJECT and files.exists(path):
            return path
    return ""


def read_mapping(files: Files, template: str, findings: Findings) -> Hints | None:
    """What a person says of the template; an empty one where nobody does. None and findings where it cannot be read."""
    path = mapping_path(files, template)
    if not path:
        return NOTHING
    tree = read_yaml(files.read(path), path, findings)
    hints = read_record(tree, Hints, findings) if tree else None
    own = template.rpartition("/")[2]
    if hints is not None and hints.template and hints.template != own:
        if not path.endswith("theme.yaml"):
            message = f"the mapping names the template {hints.template!r}, so that it does not count for {own!r}"
            findings.warning("M044", Span(path), message, f'write `template: "{own}"`, or leave that line out')
        return NOTHING  # it tells of another template in the same folder
    return hints
