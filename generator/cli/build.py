"""`rolecast build`: make the project's documents, or the part of them that the options name."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from generator.cli import options, show
from generator.cli.project import find_project
from generator.errors import troubles

if TYPE_CHECKING:
    from generator.building import BuildRequest, BuildResult


def _jobs(context: click.Context, parameter: click.Parameter, value: str) -> int:
    if value == "auto":
        return 0
    if value.isascii() and value.isdigit() and 1 <= int(value) <= 256:
        return int(value)
    raise click.BadParameter(f"{value!r} is neither 'auto' nor a number from 1 to 256")


@click.command(name="build")
@click.argument("subjects", nargs=-1, metavar="[SUBJECT]...")
@options.PROJECT
@click.option("--audience", "audiences", multiple=True, metavar="ID", help="Only for this audience (repeatable).")
@click.option("--document", "documents", multiple=True, metavar="ID", help="Only this document (repeatable).")
@click.option("--format", "formats", multiple=True, metavar="pptx|pdf", help="Only this format (repeatable).")
@click.option("--paper", "papers", multiple=True, metavar="a4|letter", help="Only this paper size (repeatable).")
@click.option("--edition", "editions", multiple=True, metavar="trainer|share", help="A deck's edition (repeatable).")
@options.MINUTES
@options.SETTINGS
@click.option("--theme", default="", metavar="ID|FILE", help="A theme other than the project's, or a PowerPoint template.")
@options.OUT
@click.option("-j", "jobs", default="auto", callback=_jobs, metavar="N|auto", help="Worker processes.")
@click.option("--dry-run", is_flag=True, help="Say what would be built; write nothing.")
@options.STRICT
@click.option("--force", is_flag=True, help="Overwrite files that somebody has edited.")
@click.option("--keep-edits", is_flag=True, help="Write name.new.pptx beside a file that somebody has edited.")
@options.REPORT
def command(report: str, strict: bool, force: bool, keep_edits: bool, **asked: object) -> None:
    """Build decks and one-pagers into the output folder.

    Without arguments the whole matrix: every subject, document and audience. SUBJECT is a role, a comparison or a
    course, by its id.

    \b
    Example: rolecast build product-owner --audience executives --document one-pager --format pdf --paper a4 -o out
    """
    options.check_edits(force, keep_edits)
    show.guarded(lambda: _build({**asked, "force": force, "keep_edits": keep_edits}, report, strict), report)


def _build(asked: dict[str, object], report: str, strict: bool) -> int:
    project = find_project(asked.pop("project"))  # type: ignore[arg-type]
    from generator.building import BuildRequest

    request = BuildRequest(project, **asked)  # type: ignore[arg-type]
    result = _quietly(request) if report == "json" else _visibly(request)
    return result.exit_code or int(strict and troubles(result.findings))


def _quietly(request: BuildRequest) -> BuildResult:
    from generator.building import build_documents

    result = build_documents(request)
    show.as_json(
        {
            "out": str(result.out),
            "files": [asdict(file) for file in result.files],
            "removed": list(result.removed),
            "findings": [show.finding_as_json(d) for d in result.findings],
        }
    )
    return result


def _visibly(request: BuildRequest) -> BuildResult:
    from generator.building import build_documents
    from generator.cli.progress import Progress
    from generator.cli.summary import summarise

    progress = Progress.here()
    try:
        result = build_documents(request, progress.step)
    finally:
        progress.clear()
    for diagnostic in result.findings:
        show.finding(diagnostic)
    summarise(result)
    return result
