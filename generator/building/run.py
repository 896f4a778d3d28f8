"""Run a build: read, plan, make what is not as it was, write whole files, record, report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from generator import __version__
from generator.building.disk import check_writable, digest_of, reason_of, sweep
from generator.building.entry import Entry, MadeAs
from generator.building.facts import unshown_facts
from generator.building.keys import key_of
from generator.building.make import Made, MadeFile
from generator.building.manifest import Record, Recorded, read_record, unfinished, write_manifest
from generator.building.place import PACK, Outcome, Policy, clean, place, place_pdf_of, recorded
from generator.building.plan import is_whole, plan
from generator.building.pool import make_all
from generator.building.report import read_report, report, write_report
from generator.building.request import BuildRequest, BuildResult, BuiltFile, Written
from generator.building.unit import Unit
from generator.building.workshop import Material, Workshop, furnish, read_material
from generator.errors import Diagnostic, Findings, Problems, Severity
from generator.source import Span

ABOUT_PAGES = ("L", "M076")
"""Codes of findings about pages."""
Progress = Callable[[int, int, str], None]
"""Called with how many documents are done, how many there are, and the name of the one just finished (empty at the start)."""


@dataclass(slots=True)
class _Run:
    """A build under way."""

    policy: Policy
    whole: bool
    findings: Findings
    """What concerns the build as a whole, and files."""
    before: dict[str, Entry]
    """What the last report says, by name."""
    units: tuple[Unit, ...]
    entries: list[Entry] = field(default_factory=list)
    files: list[BuiltFile] = field(default_factory=list)
    outcomes: list[tuple[Outcome, str]] = field(default_factory=list)
    told: dict[Diagnostic, list[str]] = field(default_factory=dict)
    """What concerns documents, with their names: one finding may concern many."""
    removed: tuple[str, ...] = ()

    def said(self) -> tuple[Diagnostic, ...]:
        """Each finding once, in the order of places; those about pages name their documents."""
        return _sorted([*self.findings.items, *(_placed(finding, names) for finding, names in self.told.items())])

    def tell(self, findings: Iterable[Diagnostic], name: str) -> None:
        """Take over findings of a document."""
        for finding in findings:
            self.told.setdefault(finding, []).append(name)


def _placed(finding: Diagnostic, names: list[str]) -> Diagnostic:
    """A finding about pages with the document they belong to, and how many others have the like."""
    if not finding.code.startswith(ABOUT_PAGES):
        return finding
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return replace(finding, message=f"{finding.message}, in {names[0]}{more}")


def build(request: BuildRequest, progress: Progress | None = None) -> BuildResult:
    """Build what `request` asks for.

    Raises Problems where nothing can be built (exit code 1: the content; 2: the request; 3: the surroundings); every other
    finding is in the result. Interrupted, it leaves whole files and a record of them.
    """
    epoch = _epoch()
    material = read_material(request.project, request.theme)
    units = plan(material, request)
    out = request.out or request.project / "output"
    if request.dry_run:
        return BuildResult(out, tuple(_planned(units)), _sorted(material.warnings))
    check_writable(out)
    run = _begin(material, request, units)
    try:
        _make(run, furnish(material, epoch), request, progress or _silent)
        _finish(run, material)
    finally:
        _record(run)
    return BuildResult(out, tuple(sorted(run.files, key=lambda f: f.path)), run.said(), run.removed)


def _silent(done: int, total: int, name: str) -> None:
    """Say nothing."""


def _epoch() -> date | None:
    """The date that reproducible builds set (https://reproducible-builds.org/specs/source-date-epoch/)."""
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not text:
        return None
    try:
        return datetime.fromtimestamp(int(text), tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH is {text!r}, which is no number of seconds"
        finding = Diagnostic("E004", Span("environment"), message, "unset it, or set whole seconds since 1970")
        raise Problems([finding], exit_code=3) from None


def _planned(units: tuple[Unit, ...]) -> Iterator[BuiltFile]:
    for unit in units:
        for target in unit.targets():
            what = (unit.subject, unit.audience, unit.document, target.format)
            yield BuiltFile(target.path, Written.PLANNED, "", *what, options=unit.options)


def _begin(material: Material, request: BuildRequest, units: tuple[Unit, ...]) -> _Run:
    out = request.out or request.project / "output"
    record, warning = read_record(out)
    shown = (request.out or Path("output")).as_posix()
    policy = Policy(out, shown, record, request.force, request.keep_edits)
    findings = Findings([*material.warnings, *([warning] if warning else [])])
    return _Run(policy, is_whole(material, request), findings, read_report(out), units)


def _make(run: _Run, workshop: Workshop, request: BuildRequest, progress: Progress) -> None:
    """Take over what is as it was, make the rest, write each file as soon as it is made."""
    progress(0, len(run.units), "")
    done = 0
    todo = []
    for unit in run.units:
        if not _reused(run, unit, key_of(workshop.key, unit)):
            todo.append(unit)
            continue
        done += 1
        progress(done, len(run.units), unit.name)
    for made in make_all(workshop, tuple(todo), request.jobs) if todo else ():
        _write(run, made)
        done += 1
        progress(done, len(run.units), made.unit.name)


def _reused(run: _Run, unit: Unit, key: str) -> bool:
    """Whether all files of a unit lie there as we made them, of the very same things; if so they are taken over."""
    entry = run.before.get(unit.name)
    targets = {target.path for target in unit.targets()}
    if entry is None or entry.key != key or {made.path for made in entry.files} != targets:
        return False
    if not all(_untouched(run.policy, made.path, Recorded(made.sha256, key)) for made in entry.files):
        return False
    for made in entry.files:
        _note(run, entry, Outcome(made.path, Written.UNCHANGED, made.sha256), made)
    run.entries.append(entry)
    run.tell((finding.diagnostic for finding in entry.findings), unit.name)
    return True


def _untouched(policy: Policy, path: str, expected: Recorded) -> bool:
    try:
        return policy.record.files.get(path) == expected and digest_of(policy.out / path) == expected.sha256
    except OSError:
        return False


def _write(run: _Run, made: Made) -> None:
    """Write a unit's files, a deck before its PDF."""
    run.tell(made.findings, made.unit.name)
    if made.entry is None or not made.files:
        run.files.extend(_failed(run.policy.record, made))
    if made.entry is None:
        return
    run.entries.append(made.entry)
    deck: Outcome | None = None
    for file in sorted(made.files, key=lambda f: f.made.format != "pptx"):
        outcome = _put(run, made.unit, file, deck)
        deck = outcome if file.made.format == "pptx" else deck
        _note(run, made.entry, outcome, file.made)


def _put(run: _Run, unit: Unit, file: MadeFile, deck: Outcome | None) -> Outcome:
    path, findings = file.made.path, run.findings
    if file.made.format == "pdf" and not unit.papers:
        return place_pdf_of(run.policy, deck, path, file.data, findings)
    return place(run.policy, path, file.data, findings)


def _failed(record: Record, made: Made) -> Iterator[BuiltFile]:
    for target in made.unit.targets():
        known = record.files.get(target.path)
        unit = made.unit
        sha = known.sha256 if known else ""
        what = (unit.subject, unit.audience, unit.document, target.format)
        yield BuiltFile(target.path, Written.FAILED, sha, *what, options=unit.options)


def _note(run: _Run, entry: Entry, outcome: Outcome, made: MadeAs) -> None:
    run.outcomes.append((outcome, entry.key))
    what = (entry.subject, entry.audience, entry.document, made.format, made.pages)
    told = (entry.budget.minutes_expected, entry.cut, entry.warnings, entry.options)
    run.files.append(BuiltFile(outcome.path, outcome.written, outcome.sha256, *what, *told))


def _finish(run: _Run, material: Material) -> None:
    """After a build of everything without errors: say what was shown nowhere, remove what no document makes any more."""
    if not run.whole or any(finding.severity is Severity.ERROR for finding in run.said()):
        return
    run.findings.items.extend(unshown_facts(material.content, run.entries))
    packs = {path for path in run.policy.record.files if path.endswith(PACK)}
    special = packs | {file.path for entry in run.before.values() if entry.special for file in entry.files}
    stay, run.removed = clean(run.policy, (outcome for outcome, _ in run.outcomes), special, run.findings)
    run.policy = Policy(run.policy.out, run.policy.shown, Record(stay), run.policy.force, run.policy.keep_edits)
    for unit in run.units:
        for target in unit.targets():
            sweep(run.policy.out / target.path)


def _record(run: _Run) -> None:
    """Write the report, then the record. Also after an interruption, so that nothing we wrote counts as a person's."""
    files = recorded({**run.policy.record.files, **unfinished(run.policy.out)}, run.outcomes)
    made = {entry.name for entry in run.entries}
    there = [e for name, e in run.before.items() if name not in made and any(own.path in files for own in e.files)]
    built = sorted(run.files, key=lambda f: f.path)
    try:
        write_report(run.policy.out, report([*run.entries, *there], built, run.said()))
        write_manifest(run.policy.out, files, f"rolecast {__version__}")
    except OSError as error:
        message = f"cannot write the record of this build: {reason_of(error)}"
        run.findings.error("E001", run.policy.span("manifest.json"), message, "make room, or change the folder's permissions")


def _sorted(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each finding once, in the order of places."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda d: (d.span, d.code, d.message)))
