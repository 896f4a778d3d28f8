"""One figure that is the message: large on solid colour, and beside it what follows from it."""

from __future__ import annotations

from typing import Self

from generator.block import Flow, Overflow, Placed, halves
from generator.blocks._parting import parted
from generator.blocks.big_number.parts import Figure, Numbers
from generator.blocks.big_number.sheet import flow_number
from generator.blocks.big_number.slide import place_number
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["BigNumber", "Figure"]


class BigNumber(Numbers):
    """A figure, what it means, and up to three further ones."""

    def split(self) -> tuple[Self, Self] | None:
        """The number with its share, then with the further figures; these in halves; within a text."""
        if self.rows and (self.share or self.heading):
            return self._with(rows=(), source=None), self._with(share=None, heading=None)
        if len(self.rows) > 1:
            first, second = halves(self.rows)
            return self._with(rows=first, source=None), self._with(rows=second)
        if self.share and self.heading:
            return self._with(heading=None, source=None), self._with(share=None)
        if self.rows and (cut := parted(self.rows[0].text)):
            one, other = (self.rows[0].model_copy(update={"text": text}) for text in cut)
            return self._with(rows=(one,), source=None), self._with(rows=(other,))
        found = parted(self.heading) if self.heading else parted(self.meaning)
        if not found or self.share or self.rows:
            return None
        name = "heading" if self.heading else "meaning"
        return self._with(**{name: found[0], "source": None}), self._with(**{name: found[1]})

    def _with(self, **changes: object) -> Self:
        return self.model_copy(update=changes)

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """The whole slide, a panel with the figure at the left, the rest under the title's place; or both in a body."""
        return place_number(kit, self, box)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """The numeral with its meaning beside it, then the squares, then the further figures as rows."""
        return flow_number(kit, self, width)
