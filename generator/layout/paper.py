"""Paper: sizes, margins and the twelve columns of a sheet."""

from __future__ import annotations

from dataclasses import dataclass

from generator.geometry import Box, Length, Size, mm

GUTTER = mm(5)
COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper size with its live area; `footer` is where the footer's rule stands."""

    id: str
    size: Size
    live: Box
    footer: Length

    def column(self, first: int, count: int) -> tuple[Length, Length]:
        """x and width of `count` columns from the `first` (0-11)."""
        unit = (self.live.w - GUTTER * (COLUMNS - 1)) / COLUMNS
        return self.live.x + (unit + GUTTER) * first, unit * count + GUTTER * (count - 1)


def _paper(name: str, width: float, height: float) -> Paper:
    live = Box(mm(14), mm(12), mm(width - 28), mm(height - 33))
    return Paper(name, Size(mm(width), mm(height)), live, mm(height - 18))


PAPERS = {"a4": _paper("a4", 210, 297), "letter": _paper("letter", 215.9, 279.4)}
