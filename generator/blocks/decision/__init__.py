"""A decision asked of the reader: the answer wanted, the options with what they cost, one of them recommended."""

from __future__ import annotations

from typing import Self

from generator.block import Flow, Overflow, Placed, halves
from generator.blocks._parting import parted
from generator.blocks.decision.request import Amount, Option, Request
from generator.blocks.decision.sheet import flow_sheet
from generator.blocks.decision.slide import place_slide
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Amount", "Decision", "Option"]


class Decision(Request):
    """A decision. Who decides sees all options at once; what follows from each may stand on the next slide."""

    def split(self) -> tuple[Self, Self] | None:
        """The request with the options' names, then the options with their texts; these in halves, then within a text."""
        if not self.alone:
            texts = any(option.text for option in self.options)
            bare = tuple(option.model_copy(update={"text": None}) for option in self.options) if texts else ()
            rest = {"alone": True, "figures": (), "source": None}
            return (self.model_copy(update={"options": bare}), self.model_copy(update=rest)) if self.options else None
        if len(self.options) > 1:
            earlier, later = halves(self.options)
            rest = {"options": later, "first": self.first + len(earlier)}
            return self.model_copy(update={"options": earlier}), self.model_copy(update=rest)
        cut = parted(self.options[0].text) if self.options else None
        if cut is None:
            return None
        one, other = (self.options[0].model_copy(update={"text": text}) for text in cut)
        return self.model_copy(update={"options": (one,)}), self.model_copy(update={"options": (other,)})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """The request at the left, the options at the right."""
        return place_slide(kit, self, box)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """An ink panel with boxes to tick and lines to sign."""
        return flow_sheet(kit, self, width)
