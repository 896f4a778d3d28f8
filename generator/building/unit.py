"""One document for one reader, in all the formats and papers asked for: laid once, written several times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A file that a unit makes."""

    path: str
    """Relative to the output folder, with forward slashes."""
    format: str
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A subject told to an audience as a document. `papers` is empty for a deck."""

    subject: str
    audience: str
    document: str
    formats: tuple[str, ...]
    papers: tuple[str, ...] = ()
    folder: str = ""
    """The folder of a theme that is not the project's own, with its slash."""

    @property
    def name(self) -> str:
        """What progress and the report call it: its path without paper and suffix."""
        return f"{self.folder}{self.audience}/{self.subject}-{self.document}"

    def targets(self) -> Iterator[Target]:
        """Every file it makes. A format's suffix is its name."""
        for paper in self.papers or ("",):
            for name in self.formats:
                yield Target(f"{self.name}{f'-{paper}' if paper else ''}.{name}", name, paper)
