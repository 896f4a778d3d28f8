"""How far a build is: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass

import click

from generator.cli import show

BAR = 30


@dataclass(frozen=True, slots=True)
class Progress:
    """Shows on standard error how many documents are done."""

    live: bool
    """Whether there is a terminal to draw a bar on."""
    marks: str
    """What is done, and what is not."""

    @classmethod
    def here(cls) -> Progress:
        """The sort of progress that standard error can show."""
        live = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        return cls(live, "█·" if show.shows("█·", sys.stderr) else "#.")  # type: ignore[arg-type]

    def step(self, done: int, total: int, name: str) -> None:
        """Say that `done` of `total` documents are done, the last of them `name`."""
        if self.live:
            filled = BAR * done // max(total, 1)
            bar = self.marks[0] * filled + self.marks[1] * (BAR - filled)
            self._draw(f"{bar} {done}/{total} {name or 'reading fonts and content'}")
        elif name:
            click.echo(f"[{done}/{total}] {name}", err=True)

    def clear(self) -> None:
        """Take the bar away."""
        if self.live:
            self._draw("")
            click.echo("\r", err=True, nl=False)

    @staticmethod
    def _draw(text: str) -> None:
        columns = shutil.get_terminal_size((show.WIDTH, 24)).columns - 1
        click.echo("\r" + text[:columns].ljust(columns), err=True, nl=False)
