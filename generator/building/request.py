"""What a build is asked for, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.errors import Diagnostic, Severity

DISK_TROUBLE = frozenset({"E001", "E005", "E007"})
"""Codes of surroundings that do not let a build finish."""


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """A build: the project's folder, which part of its matrix, and how to treat what is there already."""

    project: Path
    subjects: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    theme: str = ""
    """Empty: the project's."""
    editions: tuple[str, ...] = ()
    """Of decks, `trainer` or `share`; empty: the trainer's."""
    minutes: int = 0
    """How long a deck may take; 0: as long as its audience has."""
    settings: tuple[tuple[str, str], ...] = ()
    """What is known of the session, such as ("client", "Acme")."""
    out: Path | None = None
    """None: `output/` in the project."""
    jobs: int = 1
    """Worker processes; 0 chooses by the number of documents and processors. With more than one, the program that asks must
    be importable without side effects (`if __name__ == "__main__":`), because workers are started afresh on every system."""
    dry_run: bool = False
    """Plan, and write nothing."""
    force: bool = False
    """Overwrite files a person has edited."""
    keep_edits: bool = False
    """Write `name.new.pptx` beside a file a person has edited."""


class Written(StrEnum):
    """What became of a file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    """Edited by a person, or the PDF of such a deck, and left alone."""
    BESIDE = "beside"
    """Written beside a file that a person has edited."""
    FAILED = "failed"
    """Not made, or not written; a finding says why."""
    PLANNED = "planned"
    """A dry run."""


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """One file of a build. `path` is relative to the output folder, with forward slashes."""

    path: str
    written: Written
    sha256: str
    """Of the file as we last wrote it, in hexadecimal; empty where we never did."""
    subject: str
    audience: str
    document: str
    format: str
    pages: int = 0
    """Visible ones."""
    minutes: float = 0.0
    cut: tuple[str, ...] = ()
    """Ids of topics that the budget moved off the visible slides, or that found no room on the sheet."""
    warnings: int = 0
    """How many warnings its document has."""
    options: tuple[str, ...] = ()
    """What its name says of options that differ from the usual, such as `share` and `30min`."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """A finished build: files in the order of their paths, findings in the order of their places."""

    out: Path
    files: tuple[BuiltFile, ...]
    findings: tuple[Diagnostic, ...]
    removed: tuple[str, ...] = ()
    """Files of earlier builds that no document makes any more."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that are no warnings."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def ok(self) -> bool:
        """Whether every document was made and written, without an error."""
        return not self.errors

    @property
    def exit_code(self) -> int:
        """0 all well, 1 errors, 3 the disk or the memory did not allow it."""
        if any(finding.code in DISK_TROUBLE for finding in self.errors):
            return 3
        return int(bool(self.errors))
