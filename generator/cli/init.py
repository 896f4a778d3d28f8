"""`rolecast init`: begin a project of one's own."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from generator.cli import show


@click.command(name="init")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def command(folder: Path) -> None:
    """Begin a project in DIR: a small, complete example about a restaurant kitchen, with every key explained.

    DIR is made where it is missing; where it exists it must be empty (`.` is the folder you are in).

    \b
    Example: rolecast init my-roles
    """
    show.guarded(lambda: _init(folder), "text")


def _init(folder: Path) -> int:
    from generator.building.starting import start_project

    started = start_project(folder)
    click.echo(f"{len(started.files)} files in {started.folder}: a small project about a restaurant kitchen, to be made yours")
    if started.within:
        click.echo(f"It lies in the folder of the project {started.within}; commands given in it work on the new one only.")
    click.echo("Next:")
    here = started.folder == Path.cwd()
    program = _program()
    lines = ("build", "list", "new role night-cook") if here else ("build", "new role night-cook")
    for line in ([] if here else [f"cd {_quoted(str(folder))}"]) + [f"{program} {line}" for line in lines]:
        click.echo(f"  {line}")
    return 0


def _program() -> str:
    """How this program can be called from another folder."""
    called = Path(sys.argv[0])
    if called.stem != "rolecast" or shutil.which("rolecast"):
        return "rolecast"
    return _quoted(str(called.resolve()))


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text
