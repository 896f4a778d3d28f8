"""What a project has already, as far as a new file must know: taken names, free colours, parts that every reader sees."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.building.workshop import project_files
from generator.content.library import Content
from generator.content.model import EVERYONE
from generator.content.reader import read_content
from generator.content.values import Clearance
from generator.errors import Findings
from generator.files import Files
from generator.outline.templates import Template, read_templates

SUBJECTS = ("roles", "comparisons", "courses")
PARTS = ("focus", "responsibilities", "decisions", "practice", "takeaways")
"""Parts for a project in which no audience lists any yet."""
COLOURS = ("accent1", "accent2", "accent3", "accent4")
"""Colours for roles; the others are those of warnings and of what belongs to nobody."""
SHAPES = ("circle", "square", "hexagon")
PATTERNS = 6


@dataclass(frozen=True, slots=True)
class Stock:
    """A project as it is. What cannot be read is missing in `content`, but its name is taken."""

    files: Files
    content: Content
    templates: tuple[Template, ...]

    def taken(self, sort: str) -> dict[str, str]:
        """The ids that a new thing of `sort` cannot have, with the file that has each."""
        match sort:
            case "topic":
                return self._ids("topics")
            case "audience":
                return self._ids("audiences")
            case "deck" | "sheet":
                folder = f"templates/{sort}s"
                names = {path.removeprefix(f"{folder}/").partition(".")[0]: path for path in self.files.list(folder, ".j2")}
                return {**names, **{template.head.document: template.path for template in self.templates}}
            case _:
                return self._ids(*SUBJECTS)

    def _ids(self, *folders: str) -> dict[str, str]:
        paths = [path for folder in folders for path in self.files.list(f"content/{folder}", "")]
        return {path.rsplit("/", 1)[-1].partition(".")[0]: path for path in paths}

    def home(self, subject: str) -> str:
        """The file of a subject."""
        return self._ids(*SUBJECTS)[subject]

    def part(self) -> str:
        """A part that every reader sees in decks and on the one-pager, or as nearly so as there is."""
        readers = self.content.readers
        decks = [[part for section in reader.storyline for part in section.parts] for reader in readers]
        sheets = [list(reader.sheet.parts) for reader in readers]
        return next(iter(_common([*decks, *sheets]) or _common(decks) or self.parts()))

    def parts(self) -> tuple[str, ...]:
        """Every part that some audience lists."""
        sections = (section for audience in self.content.audiences.values() for section in audience.storyline)
        return tuple(dict.fromkeys(part for section in sections for part in section.parts)) or PARTS

    def base(self) -> str:
        """The audience that a new one extends, empty where there is none."""
        audiences = self.content.audiences
        return EVERYONE if EVERYONE in audiences else min(audiences, default="")

    def clearance(self) -> str:
        """The lowest clearance that a reader of the project has."""
        order = list(Clearance)
        return min((reader.clearance for reader in self.content.readers), key=order.index, default=Clearance.INTERNAL).value

    def signs(self) -> dict[str, str]:
        """Colour, shape and pattern that no subject has yet, or that come round again."""
        content = self.content
        patterns = [str(subject.pattern) for subject in content.subjects.values()]
        return {
            "COLOUR": _free(COLOURS, [str(role.colour) for role in content.roles.values()]),
            "SHAPE": _free(SHAPES, [str(role.shape) for role in content.roles.values()]),
            "PATTERN": _free([str(n + 1) for n in range(PATTERNS)], patterns),
        }


def stock_of(project: Path) -> Stock:
    """Read what there is. What is wrong with it is left for a build to say."""
    files = project_files(project)
    return Stock(files, read_content(files, Findings()), read_templates(files, Findings()))


def _common(lists: list[list[str]]) -> list[str]:
    """What stands in all lists, in the order of the first."""
    return [each for each in lists[0] if all(each in other for other in lists)] if lists else []


def _free(known: Iterable[str], used: list[str]) -> str:
    """The first of those that are used least."""
    return min(known, key=used.count)
