"""Phases in time, three to eight side by side: when, what it is called, what happens, what is there by then."""

from __future__ import annotations

from typing import Self

from generator.block import Flow, Overflow, Placed, halves
from generator.blocks._parting import parted
from generator.blocks.timeline.phase import Phase, Phases, Point
from generator.blocks.timeline.sheet import flow_timeline
from generator.blocks.timeline.slide import place_timeline
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Phase", "Point", "Timeline"]


class Timeline(Phases):
    """A row of phases, all of one rank."""

    def split(self) -> tuple[Self, Self] | None:
        """The earlier and the later phases; the earlier and the later points of a single one; halves of a point."""
        if len(self.phases) < 2:
            return self._phase_cut()
        first, second = halves(self.phases)
        return self.model_copy(update={"phases": first}), self.model_copy(update={"phases": second})

    def _phase_cut(self) -> tuple[Self, Self] | None:
        phase = self.phases[0] if self.phases else None
        if phase is None:
            return None
        if len(phase.points) > 1:
            first, second = halves(phase.points)
        elif cut := parted(phase.said[0]) if phase.points else None:
            first, second = cut[:1], cut[1:]
        else:
            return None
        early = phase.model_copy(update={"points": first, "outcome": None})
        late = phase.model_copy(update={"points": second})
        return self.model_copy(update={"phases": (early,)}), self.model_copy(update={"phases": (late,)})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Pills on a line, below each a card with its points, at its foot what is there by then."""
        return place_timeline(kit, self, box) if self.phases else Placed(())

    def flow(self, kit: Kit, width: Length) -> Flow:
        """Equal columns under dots on a line; rows down a line where columns would be narrow."""
        return flow_timeline(kit, self.phases, width)
