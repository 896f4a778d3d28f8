"""Find the project a command works on."""

from __future__ import annotations

from pathlib import Path

from generator.errors import Findings, Problems
from generator.source import Span

MARKER = "rolecast.yaml"


def find_project(asked: Path | None) -> Path:
    """The folder given with -C, or the nearest one upward from here that has a rolecast.yaml. Raises Problems (exit code 3)."""
    start = (asked or Path.cwd()).resolve()
    places = [start] if asked else [start, *start.parents]
    for place in places:
        if (place / MARKER).is_file():
            return place
    findings = Findings()
    where = "in it" if asked else "or in any folder above"
    findings.error(
        "C031",
        Span(str(start)),
        f"no project found: there is no {MARKER} here {where}",
        "go to a project's folder, or name it with -C",
    )
    raise Problems(findings.items, exit_code=3)
