"""`rolecast theme inspect`: what a PowerPoint template holds."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, show


@click.command(name="inspect")
@click.argument("file", type=click.Path(path_type=Path))
@options.REPORT
def command(file: Path, report: str) -> None:
    """List slide size, masters, layouts, placeholders, fonts and colours of a PowerPoint template."""
    show.guarded(lambda: _inspect(file, report), report)


def _inspect(file: Path, report: str) -> int:
    from generator.building.inspecting import as_values, inspect, told

    inspected = inspect(file)
    if report == "json":
        show.as_json(as_values(inspected))
        return 0
    for line in told(inspected):
        click.echo(line if line.startswith(" ") else click.style(line, bold=True))
    return 0
