"""`rolecast new`: write a file to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, show
from generator.cli.project import find_project

BUILT_BY = {"audience": "--audience ", "deck": "--document ", "sheet": "--document "}
"""The option of `rolecast build` that makes what is new, where it is not named as a subject."""
SORTS = ("role", "topic", "audience", "comparison", "course", "deck", "sheet")
ABOUT_ROLES = ("topic", "comparison", "course")


@click.command(name="new")
@click.argument("sort", type=click.Choice(SORTS), metavar="|".join(SORTS))
@click.argument("words", metavar="NAME", nargs=-1, required=True)
@options.PROJECT
@click.option(
    "--role",
    "roles",
    multiple=True,
    metavar="ID",
    help="What a topic belongs to, or a comparison or course is about (repeatable).",
)
def command(sort: str, words: tuple[str, ...], project: Path | None, roles: tuple[str, ...]) -> None:
    """Write a new file with the id NAME, valid as it is and with its keys explained, to be filled in.

    A role and a comparison come with a first topic; a topic is added to the list of its --role. Nothing is overwritten.

    \b
    Example: rolecast new role night-cook
             rolecast new topic night-cook-tools --role night-cook
    """
    if roles and sort not in ABOUT_ROLES:
        raise click.UsageError(f"--role is for {', '.join(ABOUT_ROLES[:-1])} and {ABOUT_ROLES[-1]}, not for {sort}")
    show.guarded(lambda: _new(sort, " ".join(words), project, roles), "text")


def _new(sort: str, name: str, project: Path | None, roles: tuple[str, ...]) -> int:
    from generator.building.skeletons import Wanted, add

    added = add(find_project(project), Wanted(sort, name, roles))
    for path in added.files:
        click.echo(f"written: {path}")
    if added.listed_in:
        click.echo(f"listed:  in {added.listed_in}, at the end of its topics")
    if added.to_list:
        click.echo(f"to do:   {added.to_list}")
    what = " ".join(roles[:1]) if sort == "topic" else f"{BUILT_BY.get(sort, '')}{name}"
    click.echo(f"Make it yours, then: rolecast build {what}".rstrip())
    return 0
