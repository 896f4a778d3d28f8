"""A decision asked of the reader: the answer wanted, the options with what they cost, one of them recommended."""

from __future__ import annotations

from typing import Self

from generator.block import Flow, Overflow, Placed
from generator.blocks.decision.request import Amount, Option, Request
from generator.blocks.decision.sheet import flow_sheet
from generator.blocks.decision.slide import place_slide
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Amount", "Decision", "Option"]


class Decision(Request):
    """A decision. It is not split: who decides sees all options at once."""

    def split(self) -> tuple[Self, Self] | None:
        """None: half the options are no decision."""
        return None

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """The request at the left, the options at the right."""
        return place_slide(kit, self, box)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """An ink panel with boxes to tick and lines to sign."""
        return flow_sheet(kit, self, width)
