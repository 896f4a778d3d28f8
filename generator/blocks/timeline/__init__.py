"""Phases in time, three to five side by side: when, what it is called, what happens, what is there by then."""

from __future__ import annotations

from typing import Self

from generator.block import Flow, Overflow, Placed, halves
from generator.blocks.timeline.phase import Phase, Phases, Point
from generator.blocks.timeline.sheet import flow_timeline
from generator.blocks.timeline.slide import place_timeline
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Phase", "Point", "Timeline"]


class Timeline(Phases):
    """A row of phases; the first one is where the reader stands."""

    def split(self) -> tuple[Self, Self] | None:
        """The earlier and the later phases."""
        if len(self.phases) < 2:
            return None
        first, second = halves(self.phases)
        return self.model_copy(update={"phases": first}), self.model_copy(update={"phases": second})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Pills on a line, below each a card with its points, at its foot what is there by then."""
        return place_timeline(kit, self, box) if self.phases else Placed(())

    def flow(self, kit: Kit, width: Length) -> Flow:
        """Equal columns under dots on a line; rows down a line where columns would be narrow."""
        return flow_timeline(kit, self.phases, width)
