"""The record of what we wrote: `manifest.json`, written last, and the journal that covers a build cut short."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.building.disk import digest_of, write_whole
from generator.errors import Diagnostic, Severity
from generator.files import check_path
from generator.source import Span

MANIFEST = "manifest.json"
JOURNAL = ".manifest.journal"
"""A line for each file about to be written: its SHA-256, a blank, its path. Gone once the manifest is there."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What we know of a file we wrote: its SHA-256, and the key of what it was made from (empty: make it again)."""

    sha256: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Everything we wrote into an output folder, by path. A file in no record counts as a person's."""

    files: Mapping[str, Recorded]

    def ours(self, path: str, digest: str) -> bool:
        """Whether a file at `path` with that SHA-256 is as we left it."""
        known = self.files.get(path)
        return known is not None and known.sha256 == digest


def read_record(out: Path) -> tuple[Record, Diagnostic | None]:
    """The record of an output folder, and a warning where there is one that cannot be read."""
    warning = None
    files: dict[str, Recorded] = {}
    try:
        files.update(_entries(json.loads((out / MANIFEST).read_text(encoding="utf-8"))))
    except FileNotFoundError:
        pass
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        warning = _unreadable()
    return Record({**files, **unfinished(out)}), warning


def _entries(table: Mapping[str, list[Mapping[str, str]]]) -> Iterator[tuple[str, Recorded]]:
    for entry in table["documents"]:
        path = str(entry["path"])
        if not check_path(path):
            yield path, Recorded(str(entry["sha256"]), str(entry.get("key", "")))


def _unreadable() -> Diagnostic:
    return Diagnostic(
        "E006",
        Span(MANIFEST),
        "the record of earlier builds cannot be read, so every file that differs counts as somebody's edit",
        "build with --force once if nobody has edited anything",
        Severity.WARNING,
    )


def unfinished(out: Path) -> dict[str, Recorded]:
    """What a build that was cut short wrote: files that are as its journal announced them."""
    found: dict[str, Recorded] = {}
    with contextlib.suppress(OSError, ValueError):
        for line in (out / JOURNAL).read_text(encoding="utf-8").splitlines():
            digest, _, path = line.partition(" ")
            if not check_path(path) and digest_of(out / path) == digest:
                found[path] = Recorded(digest)
    return found


def announce(out: Path, path: str, digest: str) -> None:
    """Say in the journal that a file is about to be written. Raises OSError."""
    with (out / JOURNAL).open("a", encoding="utf-8", newline="\n") as journal:
        journal.write(f"{digest} {path}\n")


def write_manifest(out: Path, files: Mapping[str, Recorded], tool: str) -> None:
    """Write the record, last of all, then drop the journal. Raises OSError."""
    entries = [{"path": path, "sha256": files[path].sha256, "key": files[path].key} for path in sorted(files)]
    write_whole(out / MANIFEST, (json.dumps({"tool": tool, "documents": entries}, indent=1) + "\n").encode())
    (out / JOURNAL).unlink(missing_ok=True)
