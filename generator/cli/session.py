"""The options of a session: what `--set` takes."""

from __future__ import annotations

import click

HELP = "Of the session: client, trainer, place, date or start (repeatable)."


def settings(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Split each KEY=VALUE. Raises BadParameter where there is no '='."""
    for entry in value:
        if "=" not in entry:
            raise click.BadParameter(f"{entry!r} has no '='; write it as client=Acme")
    return tuple((key.strip(), text) for key, _, text in (entry.partition("=") for entry in value))
