"""Run a build: read, plan, make in worker processes, write whole files, report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from multiprocessing import get_context
from pathlib import Path

from generator import __version__
from generator.building.disk import Policy, check_writable, clean, place, read_manifest, write_manifest
from generator.building.make import Entry, Made, make
from generator.building.plan import Unit, plan
from generator.building.report import report, write_report
from generator.building.request import BuildRequest, BuildResult, BuiltFile, Written
from generator.building.workshop import Workshop, open_workshop
from generator.errors import Findings, Problems, Severity
from generator.source import Span

Progress = Callable[[int, int, str], None]
"""Called with how many units are done, how many there are, and the name of the one just finished."""
PARALLEL_FROM = 4
_WORKSHOPS: list[Workshop] = []
"""The one workshop of a worker process, made by the pool's initialiser."""


@dataclass(slots=True)
class _Run:
    """A build under way."""

    request: BuildRequest
    out: Path
    policy: Policy
    findings: Findings
    records: dict[str, str]
    files: list[BuiltFile] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


def build(request: BuildRequest, progress: Progress | None = None) -> BuildResult:
    """Build what `request` asks for. Raises Problems where nothing can be built; other findings are in the result."""
    out = request.out or request.project / "output"
    epoch = _epoch()
    workshop = open_workshop(request.project, request.theme, epoch)
    units = plan(workshop, request)
    if request.dry_run:
        return BuildResult(out, tuple(_planned(units)), tuple(workshop.warnings.items))
    check_writable(out)
    known = read_manifest(out)
    run = _Run(
        request, out, Policy(known, request.force, request.keep_edits), Findings(list(workshop.warnings.items)), dict(known)
    )
    for done, (unit, made) in enumerate(_made(workshop, units, request, epoch), 1):
        _write(run, unit, made)
        if progress:
            progress(done, len(units), unit.name)
    return _finish(run, whole=_is_whole(request))


def _epoch() -> date | None:
    """The date that reproducible builds set (https://reproducible-builds.org/specs/source-date-epoch/)."""
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not text:
        return None
    try:
        return datetime.fromtimestamp(int(text), tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        findings = Findings()
        findings.error(
            "E004",
            Span("environment"),
            f"SOURCE_DATE_EPOCH is {text!r}, which is no number of seconds",
            "unset it, or set seconds since 1970",
        )
        raise Problems(findings.items, exit_code=3) from None


def _planned(units: tuple[Unit, ...]) -> Iterator[BuiltFile]:
    for unit in units:
        for name in unit.formats:
            for paper in unit.papers or ("",):
                yield BuiltFile(
                    unit.path(f".{name}", paper), Written.PLANNED, "", unit.subject, unit.audience, unit.document, name, 0, 0, ()
                )


def _is_whole(request: BuildRequest) -> bool:
    return not any((request.subjects, request.audiences, request.documents, request.formats, request.papers, request.theme))


def _made(workshop: Workshop, units: tuple[Unit, ...], request: BuildRequest, epoch: date | None) -> Iterator[tuple[Unit, Made]]:
    """Units as they are made, in their order, whoever makes them."""
    jobs = request.jobs or (min(os.cpu_count() or 1, len(units)) if len(units) >= PARALLEL_FROM else 1)
    if jobs < 2:
        for unit in units:
            yield unit, make(workshop, unit)
        return
    setting = (request.project, request.theme, epoch)
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_open, initargs=setting) as pool:
        yield from zip(units, pool.map(_make, units), strict=True)


def _open(project: Path, theme: str, epoch: date | None) -> None:
    _WORKSHOPS.append(open_workshop(project, theme, epoch))


def _make(unit: Unit) -> Made:
    return make(_WORKSHOPS[0], unit)


def _write(run: _Run, unit: Unit, made: Made) -> None:
    run.findings.items.extend(made.findings)
    run.entries.append(made.entry)
    kept = False
    for file in sorted(made.files, key=lambda f: f.format != "pptx"):
        if kept:
            continue  # a deck that a person edited keeps the PDF that belongs to it
        outcome = place(run.out, file.path, file.data, run.policy, run.findings)
        kept = outcome.written is Written.KEPT and file.format == "pptx"
        if outcome.written not in (Written.KEPT, Written.FAILED):
            run.records[outcome.path] = outcome.sha256
        run.files.append(
            BuiltFile(outcome.path, outcome.written, outcome.sha256, unit.subject, unit.audience, unit.document, file.format, file.pages, made.entry.minutes, made.entry.cut)
        )  # fmt: skip


def _finish(run: _Run, whole: bool) -> BuildResult:
    removed: tuple[str, ...] = ()
    findings = tuple(sorted(dict.fromkeys(run.findings.items), key=lambda d: (d.span, d.code, d.message)))
    failed = any(finding.severity is Severity.ERROR for finding in findings)
    if whole and not failed:
        made = {f.path for f in run.files}
        gone = {path: digest for path, digest in run.records.items() if path not in made and ".new" not in path}
        kept = {f.path for f in run.files if f.written is Written.KEPT}
        gone = {
            path: digest for path, digest in gone.items() if path.rsplit(".", 1)[0] not in {k.rsplit(".", 1)[0] for k in kept}
        }
        removed = clean(run.out, gone)
        for path in removed:
            run.records.pop(path)
    files = tuple(sorted(run.files, key=lambda f: f.path))
    try:
        write_report(run.out, report(run.entries, files, findings))
        write_manifest(run.out, run.records, f"rolecast {__version__}")
    except OSError as error:
        span = Span(str(run.out))
        run.findings.error(
            "E001", span, f"cannot write the record of this build: {error.strerror or error}", "change the folder's permissions"
        )
        findings = (*findings, run.findings.items[-1])
    return BuildResult(run.out, files, findings, removed)
