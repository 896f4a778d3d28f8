"""`rolecast build`: make the project's documents, or the part of them that the options name."""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from pathlib import Path

import click

from generator.cli import show
from generator.cli.project import find_project


def _jobs(context: click.Context, parameter: click.Parameter, value: str) -> int:
    if value == "auto":
        return 0
    if value.isdigit() and 1 <= int(value) <= 256:
        return int(value)
    raise click.BadParameter(f"{value!r} is neither 'auto' nor a number from 1 to 256")


@click.command(name="build")
@click.argument("subjects", nargs=-1, metavar="[SUBJECT]...")
@click.option(
    "-C",
    "project",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The project's folder (default: searched upward from here).",
)
@click.option("--audience", "audiences", multiple=True, metavar="ID", help="Only for this audience (repeatable).")
@click.option("--document", "documents", multiple=True, metavar="ID", help="Only this document (repeatable).")
@click.option("--format", "formats", multiple=True, metavar="pptx|pdf", help="Only this format (repeatable).")
@click.option("--paper", "papers", multiple=True, metavar="a4|letter", help="Only this paper size (repeatable).")
@click.option("--theme", default="", metavar="ID", help="A theme other than the project's.")
@click.option(
    "-o", "out", type=click.Path(path_type=Path), metavar="DIR", help="Where to write (default: output/ in the project)."
)
@click.option("-j", "jobs", default="auto", callback=_jobs, metavar="N|auto", help="Worker processes.")
@click.option("--dry-run", is_flag=True, help="Say what would be built; write nothing.")
@click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
@click.option("--force", is_flag=True, help="Overwrite files that somebody has edited.")
@click.option("--keep-edits", is_flag=True, help="Write name.new.pptx beside a file that somebody has edited.")
@click.option("--report", type=click.Choice(["text", "json"]), default="text", help="How to show the result.")
def command(**options: object) -> None:
    """Build decks and one-pagers into the output folder.

    Without arguments the whole matrix: every subject, document and audience. SUBJECT is a role or a comparison, by its id.

    \b
    Example: rolecast build product-owner --audience executives --document one-pager --format pdf --paper a4 -o out
    """
    if options["force"] and options["keep_edits"]:
        raise click.UsageError("--force and --keep-edits exclude each other")
    report = str(options.pop("report"))
    strict = bool(options.pop("strict"))
    show.guarded(lambda: _build(options, report, strict), report)


def _build(options: dict[str, object], report: str, strict: bool) -> int:
    project = find_project(options.pop("project"))  # type: ignore[arg-type]
    from generator.building import BuildRequest, build_documents

    request = BuildRequest(project, **options)  # type: ignore[arg-type]
    quiet = report == "json"
    bar = None if quiet else _Progress()
    result = build_documents(request, bar.step if bar else None)
    if bar:
        bar.done()
    if quiet:
        from generator.building.report import finding_of

        files = [
            {"path": f.path, "written": f.written.value, "pages": f.pages, "minutes": f.minutes, "sha256": f.sha256}
            for f in result.files
        ]
        show.as_json({"out": str(result.out), "files": files, "findings": [finding_of(d) for d in result.findings]})
    else:
        _summary(result)
    return int(not result.ok or (strict and bool(result.findings)))


class _Progress:
    """A bar on a terminal, plain lines elsewhere."""

    def __init__(self) -> None:
        self.live = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def step(self, done: int, total: int, name: str) -> None:
        if self.live:
            width = 30
            filled = width * done // total
            click.echo(f"\r[{'█' * filled}{'·' * (width - filled)}] {done}/{total} {name[:44]:<44}", err=True, nl=False)
        else:
            click.echo(f"[{done}/{total}] {name}", err=True)

    def done(self) -> None:
        if self.live:
            click.echo("\r" + " " * 96 + "\r", err=True, nl=False)


def _summary(result: object) -> None:
    from generator.building import BuildResult, BuiltFile, Written

    assert isinstance(result, BuildResult)
    for diagnostic in result.findings:
        show.finding(diagnostic)
    groups: dict[tuple[str, str, str], list[BuiltFile]] = defaultdict(list)
    for file in result.files:
        groups[file.audience, file.subject, file.document].append(file)
    rows = [
        (
            audience, subject, document, " ".join(f"{f.format}{_paper(f.path)}" for f in files), _pages(files), f"{files[0].minutes:g}",
            ", ".join(files[0].cut) or "–", _state(files),
        )
        for (audience, subject, document), files in sorted(groups.items())
    ]  # fmt: skip
    if rows:
        show.table(("audience", "subject", "document", "files", "pages", "min", "cut or backup", ""), rows, frozenset({4, 5}))
    done = sum(f.written not in (Written.FAILED, Written.PLANNED) for f in result.files)
    warnings = sum(d.severity == "warning" for d in result.findings)
    errors = len(result.findings) - warnings
    planned = any(f.written is Written.PLANNED for f in result.files)
    click.echo(
        f"{len(result.files)} files would be written to {result.out} (dry run)" if planned
        else f"{done} files in {result.out}: {errors} errors, {warnings} warnings{f', {len(result.removed)} old files removed' if result.removed else ''}"
    )  # fmt: skip


def _paper(path: str) -> str:
    return next((f"({paper})" for paper in ("a4", "letter") if path.rsplit(".", 1)[0].endswith(f"-{paper}")), "")


def _pages(files: list) -> str:  # type: ignore[type-arg]
    return str(max(f.pages for f in files))


def _state(files: list) -> str:  # type: ignore[type-arg]
    return "/".join(dict.fromkeys(f.written.value for f in files))
