"""The build report: what each reader got, at which depth, and why. Never in an audience's folder, never published."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from generator.building.disk import write_whole
from generator.building.make import Entry
from generator.building.request import BuiltFile
from generator.errors import Diagnostic

REPORT = "build-report.json"


def report(entries: Iterable[Entry], files: Iterable[BuiltFile], findings: Iterable[Diagnostic]) -> dict[str, object]:
    """The report as plain values."""
    return {
        "documents": [_entry(entry) for entry in entries],
        "files": [
            {"path": f.path, "written": f.written.value, "pages": f.pages, "minutes": f.minutes, "sha256": f.sha256}
            for f in files
        ],
        "findings": [finding_of(d) for d in findings],
    }


def finding_of(diagnostic: Diagnostic) -> dict[str, object]:
    """A finding as plain values."""
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "subject": entry.unit.subject,
        "audience": entry.unit.audience,
        "document": entry.unit.document,
        "minutes": entry.minutes,
        "budget": entry.budget,
        "topics": entry.topics,
        "facts_named": list(entry.facts),
        "facts_shown": {fact: list(pages) for fact, pages in entry.shown.items()},
        "cut": list(entry.cut),
        "decisions": list(entry.decisions),
    }


def write_report(out: Path, values: dict[str, object]) -> None:
    """Write the report beside the manifest."""
    write_whole(out / REPORT, (json.dumps(values, indent=1, ensure_ascii=False) + "\n").encode())
