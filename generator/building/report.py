"""The build report: what each reader got, at which depth, and why. Never in an audience's folder, never published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.building.disk import write_whole
from generator.building.entry import Entry, Finding
from generator.building.request import BuiltFile
from generator.errors import Diagnostic

REPORT = "build-report.json"


@dataclass(frozen=True, slots=True)
class Report:
    """Every document that lies in the output folder; files and findings are those of the last build."""

    documents: tuple[Entry, ...]
    files: tuple[BuiltFile, ...] = ()
    findings: tuple[Finding, ...] = ()


def report(entries: Iterable[Entry], files: Iterable[BuiltFile], findings: Iterable[Diagnostic]) -> Report:
    """The report of a build."""
    return Report(tuple(sorted(entries, key=lambda entry: entry.name)), tuple(files), tuple(map(Finding.of, findings)))


def read_report(out: Path) -> dict[str, Entry]:
    """The documents of the last report by name; none where there is no report or it cannot be read."""
    try:
        found = TypeAdapter(Report).validate_json((out / REPORT).read_bytes())
    except (OSError, ValidationError):
        return {}
    return {entry.name: entry for entry in found.documents}


def write_report(out: Path, values: Report) -> None:
    """Write the report beside the manifest. Raises OSError."""
    write_whole(out / REPORT, TypeAdapter(Report).dump_json(values, indent=1) + b"\n")
