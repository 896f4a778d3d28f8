"""One document for one reader, in all the formats and papers asked for: laid once, written several times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256

from generator.outline.session import BEGINS, UNSAID, Session
from generator.tailoring.model import Edition


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
    edition: Edition = Edition.TRAINER
    minutes: int = 0
    """What was asked for; 0: the audience's own."""
    session: Session = UNSAID

    @property
    def name(self) -> str:
        """What progress and the report call it: its path without paper and suffix."""
        return "-".join((f"{self.folder}{self.audience}/{self.subject}-{self.document}", *self.options))

    @property
    def options(self) -> tuple[str, ...]:
        """What it says of every option that differs from the usual, in a fixed order; a session as six hexadecimal digits."""
        share = ("share",) if self.edition is Edition.SHARE else ()
        minutes = (f"{self.minutes}min",) if self.minutes else ()
        told = {key: value for key, value in asdict(self.session).items() if value}
        said = "\n".join(f"{key}={value}" for key, value in told.items()) if told != {"start": BEGINS} else ""
        return (*share, *minutes, *((sha256(said.encode()).hexdigest()[:6],) if said else ()))

    @property
    def is_usual(self) -> bool:
        """Whether a build makes it without being asked for anything."""
        return not self.options and not self.folder

    def targets(self) -> Iterator[Target]:
        """Every file it makes. A format's suffix is its name."""
        for paper in self.papers or ("",):
            for name in self.formats:
                yield Target(f"{self.name}{f'-{paper}' if paper else ''}.{name}", name, paper)
