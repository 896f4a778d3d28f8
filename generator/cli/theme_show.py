"""`rolecast theme show`: write a specimen of a theme."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, show
from generator.cli.project import find_project

FOLDER = Path("output") / "specimens"


@click.command(name="show")
@click.argument("theme", default="", metavar="[ID|FILE]")
@options.PROJECT
@click.option("-o", "out", type=click.Path(path_type=Path), metavar="DIR", help=f"Where to write (default: {FOLDER.as_posix()}).")
@options.STRICT
def command(theme: str, project: Path | None, out: Path | None, strict: bool) -> None:
    """Write a specimen deck, its PDF and a one-pager in a theme: every layout, every kind of block, few parts and many.

    Without an ID the project's theme is shown; FILE is somebody's PowerPoint template.

    \b
    Example: rolecast theme show almanac
             rolecast theme show company.potx -o specimens
    """
    show.guarded(lambda: _show(theme, project, out, strict), "text")


def _show(theme: str, asked: Path | None, out: Path | None, strict: bool) -> int:
    from generator.building.specimen import make_specimen
    from generator.building.template_files import is_template
    from generator.building.theming import theme_of

    alone = is_template(theme) and out is not None and asked is None
    project = None if alone else find_project(asked)
    specimen = make_specimen(project, theme or theme_of(project), out or (project or Path()) / FOLDER)
    for finding in specimen.findings:
        show.finding(finding)
    for path in specimen.files:
        click.echo(f"written: {path}")
    return int(strict and bool(specimen.findings))
