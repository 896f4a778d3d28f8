"""`rolecast theme new`: begin a theme of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, show
from generator.cli.project import find_project


@click.command(name="new")
@click.argument("name")
@options.PROJECT
@click.option("--from", "start", default="meridian", show_default=True, metavar="ID", help="The theme to begin with.")
def command(name: str, project: Path | None, start: str) -> None:
    """Write templates/themes/NAME/theme.yaml, every key of it explained, to be changed. Nothing is overwritten.

    \b
    Example: rolecast theme new acme --from almanac
    """
    show.guarded(lambda: _new(find_project(project), name, start), "text")


def _new(project: Path, name: str, start: str) -> int:
    from generator.building.theming import begin_theme

    begun = begin_theme(project, name, start)
    for path in begun.files:
        click.echo(f"written: {path}")
    click.echo(f"Make it yours; then: rolecast theme check {begun.id}, rolecast theme show {begun.id}")
    return 0
