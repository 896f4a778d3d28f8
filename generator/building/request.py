"""What a build is asked for, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.errors import Diagnostic


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
    out: Path | None = None
    """None: `output/` in the project."""
    jobs: int = 0
    """Worker processes; 0 chooses by the number of documents and processors."""
    dry_run: bool = False
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
    """Edited by a person, and left alone."""
    BESIDE = "beside"
    """Written beside a file that a person has edited."""
    FAILED = "failed"
    PLANNED = "planned"
    """A dry run."""


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """One file of a build. `path` is relative to the output folder, with forward slashes."""

    path: str
    written: Written
    sha256: str
    subject: str
    audience: str
    document: str
    format: str
    pages: int
    minutes: float
    cut: tuple[str, ...]
    """Ids of topics that the budget moved off the visible slides, or that found no room on the sheet."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """A finished build: files in the order of their paths, findings in the order of their places."""

    out: Path
    files: tuple[BuiltFile, ...]
    findings: tuple[Diagnostic, ...]
    removed: tuple[str, ...] = ()
    """Files of earlier builds that no document makes any more."""

    @property
    def ok(self) -> bool:
        """Whether every document was made and written."""
        return all(finding.severity != "error" for finding in self.findings)
