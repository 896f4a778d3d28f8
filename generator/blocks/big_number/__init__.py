"""One figure that is the message: large on solid colour, and beside it what follows from it."""

from __future__ import annotations

from generator.block import Flow, Overflow, Placed
from generator.blocks.big_number.parts import Figure, Numbers
from generator.blocks.big_number.sheet import flow_number
from generator.blocks.big_number.slide import place_number
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["BigNumber", "Figure"]


class BigNumber(Numbers):
    """A figure, what it means, and up to three further ones."""

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """The whole slide: a panel with the figure at the left, the rest under the title's place at the right."""
        return place_number(kit, self, box)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """The numeral with its meaning beside it, then the squares, then the further figures as rows."""
        return flow_number(kit, self, width)
