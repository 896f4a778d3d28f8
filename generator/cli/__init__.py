"""The command line: one file per command, loaded when it is called, so that `--help` starts at once."""

from __future__ import annotations

import importlib
import os
from typing import cast

import click

from generator import __version__

COMMANDS = {
    "init": ("generator.cli.init", "Begin a project of your own: a small, complete example to change."),
    "new": ("generator.cli.new", "Write a role, topic, audience, comparison, course, deck or sheet to fill in."),
    "build": ("generator.cli.build", "Build decks and one-pagers into the output folder."),
    "pack": ("generator.cli.pack", "Pack all that a session needs into one zip file."),
    "theme": ("generator.cli.theme", "Begin, show and check themes; use somebody's PowerPoint template."),
    "list": ("generator.cli.list_things", "List the project's subjects, audiences, documents and themes."),
}
"""Every command: its module (which holds it as `command`) and its short help."""


class LazyGroup(click.Group):
    """A group that imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command called `cmd_name`."""
        if cmd_name not in COMMANDS:
            return None
        return cast(click.Command, importlib.import_module(COMMANDS[cmd_name][0]).command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was probably meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from generator.errors import did_you_mean

            ctx.fail(f"no command {name!r}; {did_you_mean(name, COMMANDS)}")
        return super().resolve_command(ctx, args)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", prog_name="rolecast")
def main() -> None:
    """Turn role content into tailored PowerPoint decks and printable one-pagers for every audience.

    Exit codes: 0 all well, 1 findings, 2 wrong usage, 3 the surroundings (files, permissions) do not allow it, 130 interrupted.
    """
    if os.environ.get("NO_COLOR"):
        click.get_current_context().color = False
