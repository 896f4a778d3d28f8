"""`rolecast theme map`: which layout of a PowerPoint template is used for what, written down to be edited."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import show


@click.command(name="map")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "out", type=click.Path(path_type=Path), metavar="FILE", help="Where to write (default: beside the template).")
@click.option("--force", is_flag=True, help="Replace what is there.")
def command(file: Path, out: Path | None, force: bool) -> None:
    """Write a mapping of a PowerPoint template to edit, and a deck that shows every placeholder by its name.

    \b
    Example: rolecast theme map company.potx
    """
    show.guarded(lambda: _map(file, out, force), "text")


def _map(file: Path, out: Path | None, force: bool) -> int:
    from generator.building.template_map import write_map

    mapping, deck = write_map(file, out, force)
    click.echo(f"wrote {mapping} and {deck}")
    return 0
