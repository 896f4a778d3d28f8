"""What a pack is asked for, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.building.request import DISK_TROUBLE, Written
from generator.errors import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class PackRequest:
    """A pack: one subject for one audience, and how its session is."""

    project: Path
    subject: str
    audience: str
    papers: tuple[str, ...] = ()
    minutes: int = 0
    settings: tuple[tuple[str, str], ...] = ()
    out: Path | None = None
    force: bool = False
    keep_edits: bool = False


@dataclass(frozen=True, slots=True)
class PackResult:
    """A finished pack: its path relative to the output folder, what became of it, the names of its members, and findings."""

    out: Path
    path: str
    written: Written
    members: tuple[str, ...]
    findings: tuple[Diagnostic, ...]

    @property
    def exit_code(self) -> int:
        """0 all well, 1 errors, 3 the disk did not allow it."""
        errors = [finding for finding in self.findings if finding.severity is Severity.ERROR]
        return 3 if any(finding.code in DISK_TROUBLE for finding in errors) else int(bool(errors))
