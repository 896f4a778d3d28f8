"""Code to read together: lines as they were written, numbered, with remarks beside those that matter."""

from __future__ import annotations

from typing import ClassVar, Self

from generator.block import LONGEST_WORD, Flow, Overflow, Placed
from generator.blocks.code.sheet import flow_listing
from generator.blocks.code.slide import place_listing
from generator.blocks.code.source import Note, Source
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Code", "Note"]

LEAST = 1
"""Lines of a listing that stays in one piece."""
FEW = 4
"""Up to so many lines a part may be a single one."""


class Code(Source):
    """A listing."""

    tellable: ClassVar[bool] = False

    @property
    def has_long_words(self) -> bool:
        """Lines count as words: none is wrapped where it need not be."""
        return super().has_long_words or any(len(row) > LONGEST_WORD for row in self.rows)

    def split(self) -> tuple[Self, Self] | None:
        """Cut at the empty line nearest to the middle, else at the nearest line that is least indented."""
        rows = self.rows
        if len(rows) <= LEAST:
            return None
        middle = len(rows) / 2
        tried = range(2, len(rows) - 1) if len(rows) > FEW else range(1, len(rows))
        cut = min(tried, key=lambda at: (_joint(rows, at), abs(at - middle)))
        return self._part(0, cut), self._part(cut, len(rows))

    def _part(self, first: int, last: int) -> Self:
        """The lines from `first` up to `last` (counted from 0), empty ones at the ends left out, and their notes."""
        rows = self.rows
        while not rows[first]:
            first += 1
        while not rows[last - 1]:
            last -= 1
        start = self.start + first
        inside = tuple(note for note in self.notes if self.start + first <= note.reach.first < self.start + last)
        cut = tuple(
            note.model_copy(update={"lines": f"{note.reach.first}-{self.start + last - 1}"})
            if note.reach.last >= self.start + last
            else note
            for note in inside
        )
        return self.model_copy(update={"code": "\n".join(rows[first:last]), "start": start, "notes": cut})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """The lines on a surface, remarks at the right or below."""
        return place_listing(kit, self, box)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """The lines on a surface, then a row a remark."""
        return flow_listing(kit, self, width)


def _joint(rows: tuple[str, ...], at: int) -> int:
    """How badly a listing is cut before the line at `at`: 0 at an empty line near the middle, else the line's indent."""
    third = len(rows) / 4 <= at <= len(rows) * 3 / 4
    if not third:
        return 1000
    return 0 if not rows[at] or not rows[at - 1] else 1 + len(rows[at]) - len(rows[at].lstrip())
