"""`rolecast list`: what there is to build from, and for whom."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, show
from generator.cli.project import find_project

SORTS = ("subjects", "audiences", "documents", "themes")


@click.command(name="list")
@click.argument("sorts", nargs=-1, type=click.Choice(SORTS))
@options.PROJECT
@options.REPORT
def command(sorts: tuple[str, ...], project: Path | None, report: str) -> None:
    """List the project's subjects, audiences, documents and themes."""
    show.guarded(lambda: _list(sorts or SORTS, project, report), report)


def _list(sorts: tuple[str, ...], project: Path | None, report: str) -> int:
    from generator.building.catalogue import catalogue

    tables = catalogue(find_project(project))
    if report == "json":
        show.as_json({sort: [dict(zip(tables[sort].head, row, strict=True)) for row in tables[sort].rows] for sort in sorts})
        return 0
    for number, sort in enumerate(sorts):
        if number:
            click.echo()
        click.echo(click.style(sort.capitalize(), bold=True))
        show.table(tables[sort].head, tables[sort].rows)
    return 0
