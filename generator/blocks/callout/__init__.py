"""A remark beside or below the main block: a rule of thumb, a request, a word explained, a note, a warning."""

from __future__ import annotations

from generator.block import Flow, Overflow, Placed
from generator.blocks.callout.bar import place_bar
from generator.blocks.callout.panel import place_panel
from generator.blocks.callout.remark import Pair, Remark
from generator.blocks.callout.sheet import flow_panel
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Callout", "Pair"]


class Callout(Remark):
    """A remark; `place` in the text is `side` (the default) or `foot`."""

    @property
    def at_foot(self) -> bool:
        """Whether it lies below the main block."""
        return self.place_at == "foot"

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """A panel at the side, a bar at the foot."""
        return place_bar(kit, self, box) if self.at_foot else place_panel(kit, self, box)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """A panel across the column."""
        return flow_panel(kit, self, width)
