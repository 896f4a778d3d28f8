"""Three to six levels, the top first: each stands on the ones below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Depth, Flow, Overflow, Placed
from generator.blocks._parting import parted
from generator.blocks._room import choose
from generator.blocks.pyramid.level import Level, alt_of
from generator.blocks.pyramid.part import PartOf, parts
from generator.blocks.pyramid.sheet import flow_levels
from generator.blocks.pyramid.slide import Setting, settings
from generator.geometry import Box, Length
from generator.kit import Kit
from generator.notation.inline import Rich

__all__ = ["Level", "Pyramid"]


class Pyramid(Block):
    """Three to six levels from the top down."""

    kind: Literal["pyramid"] = "pyramid"
    levels: tuple[Level, ...] = Field(min_length=3, max_length=6)

    part: tuple[int, int] = Field(default=(0, 0), validation_alias="\0part")
    """Which of the levels are told here: the first of them and how many; none for all."""

    def shorten(self, depth: Depth) -> Self:
        """At brief depth the titles alone."""
        if depth is not Depth.BRIEF or not any(level.text for level in self.levels):
            return self
        return self.model_copy(update={"levels": tuple(level.model_copy(update={"text": None}) for level in self.levels)})

    def split(self) -> tuple[Self, Self] | None:
        """The upper and the lower levels, each time beside the whole pyramid; within the text of a single level."""
        first, count = self.part[0], self.part[1] or len(self.levels)
        if count > 1:
            upper = (count + 1) // 2
            one, other = (first, upper), (first + upper, count - upper)
            return self.model_copy(update={"part": one}), self.model_copy(update={"part": other})
        cut = parted(self.levels[first].text) if count == 1 else None
        return (self._with(first, cut[0]), self._with(first, cut[1])) if cut else None

    def _with(self, number: int, text: Rich) -> Self:
        """The pyramid with another text at a level."""
        level = self.levels[number].model_copy(update={"text": text})
        return self.model_copy(update={"levels": (*self.levels[:number], level, *self.levels[number + 1 :])})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """The pyramid at the left, what its levels say in rows beside them; titles in their levels where all have room there."""
        ways: Iterator[Setting | PartOf] = settings(kit, self.levels, box)
        if self.part[1]:
            ways = parts(kit, self.levels, box, self.part)
        chosen = choose(ways, lambda setting: setting.taken(), box.h)
        return chosen if isinstance(chosen, Overflow) else Placed(tuple(chosen.draw()), alt_of(kit, self.levels))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """A row a level beside a small pyramid."""
        return flow_levels(kit, self.levels, width)
