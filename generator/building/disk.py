"""Put files where people find them: whole or not at all, and never over what a person has edited."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.building.request import Written
from generator.errors import Findings, Problems
from generator.source import Span

MANIFEST = "manifest.json"


def sha256(data: bytes) -> str:
    """The SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_manifest(out: Path) -> dict[str, str]:
    """What we last wrote: SHA-256 by path relative to `out`. A file in no record counts as a person's."""
    try:
        table = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
        return {str(entry["path"]): str(entry["sha256"]) for entry in table["documents"]}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def write_manifest(out: Path, records: Mapping[str, str], tool: str) -> None:
    """Write the record, last of all."""
    table = {"tool": tool, "documents": [{"path": path, "sha256": records[path]} for path in sorted(records)]}
    write_whole(out / MANIFEST, (json.dumps(table, indent=1) + "\n").encode())


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the target, then put it in its place in one step. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def check_writable(out: Path) -> None:
    """Raise Problems (exit code 3) where nothing can be written."""
    probe = out / ".rolecast-probe"
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        findings = Findings()
        findings.error("E001", Span(str(out)), f"cannot write to the output folder: {error.strerror or error}", "choose another with -o, or change its permissions")
        raise Problems(findings.items, exit_code=3) from None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its path relative to the output folder, and its record for the manifest."""

    path: str
    written: Written
    sha256: str


@dataclass(frozen=True, slots=True)
class Policy:
    """How to treat what is there already."""

    known: Mapping[str, str]
    force: bool = False
    keep_edits: bool = False


def place(out: Path, path: str, data: bytes, policy: Policy, findings: Findings) -> Outcome:
    """Write one file of a build, unless a person has edited the one that is there."""
    target, digest = out / path, sha256(data)
    try:
        there = sha256(target.read_bytes()) if target.exists() else None
        if there == digest:
            return Outcome(path, Written.UNCHANGED, digest)
        if there is None or there == policy.known.get(path) or policy.force:
            write_whole(target, data)
            return Outcome(path, Written.NEW if there is None else Written.CHANGED, digest)
        if policy.keep_edits:
            return _beside(out, path, data, policy)
    except OSError as error:
        findings.error("E002", Span(str(target)), f"cannot write it: {error.strerror or error}", "close it in PowerPoint or the viewer, and build again")
        return Outcome(path, Written.FAILED, policy.known.get(path, ""))
    findings.warning(
        "E003",
        Span(str(target)),
        "it was changed since Rolecast wrote it, so it was left as it is",
        "build with --keep-edits to get the new one beside it, or with --force to overwrite it",
    )
    return Outcome(path, Written.KEPT, policy.known.get(path, ""))


def _beside(out: Path, path: str, data: bytes, policy: Policy) -> Outcome:
    """Write `name.new.pptx`, or `name.new-2.pptx` where that one is a person's too."""
    digest = sha256(data)
    stem, suffix = path.rsplit(".", 1)
    number = 1
    while True:
        name = f"{stem}.new{'' if number == 1 else f'-{number}'}.{suffix}"
        target = out / name
        there = sha256(target.read_bytes()) if target.exists() else None
        if there in (None, digest, policy.known.get(name)):
            write_whole(target, data)
            return Outcome(name, Written.BESIDE, digest)
        number += 1


def clean(out: Path, gone: Mapping[str, str]) -> tuple[str, ...]:
    """Remove files of earlier builds that nobody edited; returns the paths removed."""
    removed = []
    for path, digest in sorted(gone.items()):
        target = out / path
        with contextlib.suppress(OSError):
            if target.is_file() and sha256(target.read_bytes()) == digest:
                target.unlink()
                removed.append(path)
    return tuple(removed)
