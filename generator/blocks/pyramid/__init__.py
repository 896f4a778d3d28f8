"""Three to five levels, the top first: each stands on the ones below it."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Depth, Flow, Overflow, Placed
from generator.blocks._room import choose
from generator.blocks.pyramid.level import Level
from generator.blocks.pyramid.sheet import flow_levels
from generator.blocks.pyramid.slide import settings
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Level", "Pyramid"]


class Pyramid(Block):
    """Three to five levels from the top down."""

    kind: Literal["pyramid"] = "pyramid"
    levels: tuple[Level, ...] = Field(min_length=3, max_length=5)

    def shorten(self, depth: Depth) -> Self:
        """At brief depth the titles alone."""
        if depth is not Depth.BRIEF or not any(level.text for level in self.levels):
            return self
        return self.model_copy(update={"levels": tuple(level.model_copy(update={"text": None}) for level in self.levels)})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """The pyramid at the left, what its levels say in rows beside them; titles in their levels where all have room there."""
        chosen = choose(settings(kit, self.levels, box), lambda setting: setting.taken(), box.h)
        return chosen if isinstance(chosen, Overflow) else Placed(tuple(chosen.draw()))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """A row a level beside a small pyramid."""
        return flow_levels(kit, self.levels, width)
