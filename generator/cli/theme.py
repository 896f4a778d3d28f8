"""`rolecast theme`: begin, show and check themes of one's own, and somebody's PowerPoint template."""

from __future__ import annotations

import importlib
from typing import cast

import click

SUBCOMMANDS = {
    "new": ("generator.cli.theme_new", "Begin a theme of your own from one that comes with Rolecast."),
    "show": ("generator.cli.theme_show", "Write a specimen of a theme: every layout and every kind of block."),
    "check": ("generator.cli.theme_check", "Say what cannot be read in a theme, or is missing in a template."),
    "inspect": ("generator.cli.theme_inspect", "List the layouts and placeholders of a PowerPoint template."),
    "map": ("generator.cli.theme_map", "Write down which layout of a template is used for what, to be edited."),
}
"""Every subcommand: its module (which holds it as `command`) and its short help."""


class ThemeGroup(click.Group):
    """A group that imports a subcommand only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all subcommands."""
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the subcommand called `cmd_name`."""
        if cmd_name not in SUBCOMMANDS:
            return None
        return cast(click.Command, importlib.import_module(SUBCOMMANDS[cmd_name][0]).command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of subcommands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in SUBCOMMANDS.items()])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the subcommand, or say which one was probably meant."""
        name = args[0]
        if name not in SUBCOMMANDS and not name.startswith("-"):
            from generator.errors import did_you_mean

            ctx.fail(f"no command {name!r}; {did_you_mean(name, SUBCOMMANDS)}")
        return super().resolve_command(ctx, args)


@click.group(name="theme", cls=ThemeGroup)
def command() -> None:
    """Themes: of your own, or made of a PowerPoint template."""
