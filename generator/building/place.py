"""Put files where people find them, and never over what a person has edited."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.building.disk import digest_of, lock_of, refused, sha256, write_whole
from generator.building.manifest import Record, Recorded, announce
from generator.building.request import Written
from generator.errors import Findings
from generator.source import Span

PACK = ".zip"
"""The suffix of packs, which builds of everything leave alone."""
BESIDE = re.compile(r"\.new(-\d+)?\Z")


@dataclass(frozen=True, slots=True)
class Policy:
    """Where files go, and how to treat what is there already."""

    out: Path
    shown: str
    """How findings name the output folder."""
    record: Record
    force: bool = False
    keep_edits: bool = False

    def span(self, path: str) -> Span:
        """The place of findings about a file."""
        return Span(f"{self.shown}/{path}")

    def edited(self, path: str) -> bool:
        """Whether a person has changed the file at `path`, or put it there. Raises OSError."""
        there = digest_of(self.out / path)
        return there is not None and not self.record.ours(path, there)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its path relative to the output folder, and its SHA-256 as we last wrote it."""

    path: str
    written: Written
    sha256: str


def place(policy: Policy, path: str, data: bytes, findings: Findings) -> Outcome:
    """Write one file of a build, unless a person has edited the one that is there."""
    try:
        return _place(policy, path, data, findings)
    except OSError as error:
        findings.items.append(refused(policy.span(path), error))
        return _left(policy, path, Written.FAILED)


def _place(policy: Policy, path: str, data: bytes, findings: Findings) -> Outcome:
    digest = sha256(data)
    there = digest_of(policy.out / path)
    if there == digest:
        return Outcome(path, Written.UNCHANGED, digest)
    if there is None or policy.force or policy.record.ours(path, there):
        return _write(policy, path, data, Written.NEW if there is None else Written.CHANGED, findings)
    if policy.keep_edits:
        return _beside(policy, path, data, findings)
    findings.warning(
        "E003",
        policy.span(path),
        "it was changed since Rolecast wrote it, so it was left as it is"
        + (", and so was its PDF" if path.endswith(".pptx") else ""),
        "build with --keep-edits to get the new one beside it, or with --force to overwrite it",
    )
    return _left(policy, path, Written.KEPT)


def place_pdf_of(policy: Policy, deck: Outcome | None, path: str, data: bytes, findings: Findings) -> Outcome:
    """Write a deck's PDF: beside, where its deck went beside; not at all, where its deck was left as a person has it.

    `deck` is None in a build that makes the PDF alone; then the deck on the disk decides.
    """
    try:
        if deck is None and not policy.force and _deck_edited(policy, path):
            deck = _left(policy, path, Written.BESIDE if policy.keep_edits else _told(policy, path, findings))
        if deck and deck.written in (Written.KEPT, Written.FAILED):
            return _left(policy, path, Written.KEPT)
        if deck and deck.written is Written.BESIDE and digest_of(policy.out / path) != sha256(data):
            return _beside(policy, path, data, findings)
    except OSError as error:
        findings.items.append(refused(policy.span(path), error))
        return _left(policy, path, Written.FAILED)
    return place(policy, path, data, findings)


def _told(policy: Policy, path: str, findings: Findings) -> Written:
    hint = "build with --keep-edits to get the new one beside it, or with --force to overwrite it"
    findings.warning("E003", policy.span(path), "its deck was changed since Rolecast wrote it, so the PDF was left with it", hint)
    return Written.KEPT


def _deck_edited(policy: Policy, path: str) -> bool:
    return policy.edited(str(PurePosixPath(path).with_suffix(".pptx")))


def _left(policy: Policy, path: str, written: Written) -> Outcome:
    known = policy.record.files.get(path)
    return Outcome(path, written, known.sha256 if known else "")


def _write(policy: Policy, path: str, data: bytes, written: Written, findings: Findings) -> Outcome:
    """Write a file that is ours to write, unless somebody has it open. Raises OSError."""
    target = policy.out / path
    lock = lock_of(target)
    if lock:
        hint = f"close it and build again; if nobody has it open, delete {lock.name} beside it"
        findings.error("E002", policy.span(path), "cannot write it: it is open in an office program", hint)
        return _left(policy, path, Written.FAILED)
    digest = sha256(data)
    announce(policy.out, path, digest)
    write_whole(target, data)
    return Outcome(path, written, digest)


def _beside(policy: Policy, path: str, data: bytes, findings: Findings) -> Outcome:
    """Write `name.new.pptx`, or `name.new-2.pptx` where that one is a person's too. Raises OSError."""
    pure = PurePosixPath(path)
    number = 1
    while True:
        name = str(pure.with_name(f"{pure.stem}.new{'' if number == 1 else f'-{number}'}{pure.suffix}"))
        there = digest_of(policy.out / name)
        if there == sha256(data):
            return Outcome(name, Written.BESIDE, there)
        if there is None or policy.record.ours(name, there):
            return _write(policy, name, data, Written.BESIDE, findings)
        number += 1


def clean(
    policy: Policy, made: Iterable[Outcome], special: Collection[str], findings: Findings
) -> tuple[dict[str, Recorded], tuple[str, ...]]:
    """Remove files of earlier builds that no document makes any more; returns what stays recorded and what was removed.

    The paths in `special` were asked for by name, so a build of everything leaves them alone.

    A file that somebody edited stays, with its PDF, and is no longer recorded: from now on it counts as a person's. What lies
    beside an edited file stays as long as that one is edited.
    """
    outcomes = tuple(made)
    current = {outcome.path for outcome in outcomes}
    kept = {_stem(o.path) for o in outcomes if o.written in (Written.KEPT, Written.BESIDE, Written.FAILED)}
    stay: dict[str, Recorded] = {}
    removed = []
    for path, recorded in sorted(policy.record.files.items()):
        if path in current or path in special or _stem(path) in kept:
            stay[path] = recorded
        elif _remove(policy, path, findings):
            removed.append(path)
    return stay, tuple(removed)


def _remove(policy: Policy, path: str, findings: Findings) -> bool:
    target = policy.out / path
    try:
        if not target.exists():
            return False
        if policy.edited(path) or (path.endswith(".pdf") and _deck_edited(policy, path)):
            findings.warning(
                "E003",
                policy.span(path),
                "no document makes it any more; somebody edited it or its deck, so it was left as it is",
                "delete it if nobody needs it; Rolecast will not touch it again",
            )
            return False
        target.unlink()
        if target.parent != policy.out and not any(target.parent.iterdir()):
            target.parent.rmdir()
    except OSError as error:
        findings.items.append(refused(policy.span(path), error))
        return False
    return True


def _stem(path: str) -> str:
    """A path without suffix and without what tells copies beside an edited file apart."""
    return BESIDE.sub("", str(PurePosixPath(path).with_suffix("")))


def recorded(known: Mapping[str, Recorded], outcomes: Iterable[tuple[Outcome, str]]) -> dict[str, Recorded]:
    """The record after a build: what was known, and every file written, with the key of what it was made from."""
    files = dict(known)
    for outcome, key in outcomes:
        if outcome.written not in (Written.KEPT, Written.FAILED) and outcome.sha256:
            files[outcome.path] = Recorded(outcome.sha256, key)
    return files
