"""What a person says of a template in a `theme.yaml` beside it: which layout is for what, and which placeholder."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from generator.errors import Findings
from generator.files import Files
from generator.notation.records import Record, read_record
from generator.notation.yaml import read_yaml
from generator.page.colour import ROLES
from generator.theme.foreign.naming import SORTS

Sort = Literal["title", "content", "divider", "title-only", "panel", "quote"]
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


Tone = Annotated[str, AfterValidator(_shade)]
Role = Literal["dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink"]


class Typefaces(Record):
    """Fonts other than those that the layouts name."""

    heading: str = ""
    body: str = ""
    code: str = ""


class Places(Record):
    """Placeholders by index or name; a title may also stand where the layout has none."""

    title: int | str | Corners | None = None
    body: int | str | None = None
    subtitle: int | str | None = None
    eyebrow: int | str | None = None


class Hints(Record):
    """What `theme.yaml` beside a template holds; all of it may be left out."""

    template: str = ""
    name: str = ""
    layouts: dict[Sort, str | int] = Field(default_factory=dict)
    places: dict[Sort, Places] = Field(default_factory=dict)
    regions: dict[Sort, Corners] = Field(default_factory=dict)
    fonts: Typefaces = Typefaces()
    colours: dict[Role, Tone] = Field(default_factory=dict)
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
    if hints is not None and hints.template and hints.template != template.rpartition("/")[2]:
        return NOTHING  # it tells of another template in the same folder
    return hints
