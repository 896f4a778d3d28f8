"""The options that several commands share, so that each means and says the same wherever it stands."""

from __future__ import annotations

from pathlib import Path

import click


def _settings(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Split each KEY=VALUE. Raises BadParameter where there is no '='."""
    for entry in value:
        if "=" not in entry:
            raise click.BadParameter(f"{entry!r} has no '='; write it as client=Acme")
    return tuple((key.strip(), text) for key, _, text in (entry.partition("=") for entry in value))


def _minutes(context: click.Context, parameter: click.Parameter, value: int | None) -> int:
    """What was asked for; 0 where nothing was."""
    return value or 0


PROJECT = click.option(
    "-C",
    "project",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The project's folder (default: searched upward from here).",
)
OUT = click.option(
    "-o", "out", type=click.Path(path_type=Path), metavar="DIR", help="Where to write (default: output/ in the project)."
)
MINUTES = click.option(
    "--minutes", type=click.IntRange(1, 600), callback=_minutes, metavar="N", help="Refit decks to so many minutes."
)
SETTINGS = click.option(
    "--set",
    "settings",
    multiple=True,
    callback=_settings,
    metavar="KEY=VALUE",
    help="Of the session: client, trainer, place, date or start (repeatable).",
)
STRICT = click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
REPORT = click.option("--report", type=click.Choice(["text", "json"]), default="text", help="How to show the result.")


def check_edits(force: bool, keep_edits: bool) -> None:
    """Raise UsageError where edited files are to be both overwritten and kept."""
    if force and keep_edits:
        raise click.UsageError("--force and --keep-edits exclude each other")
