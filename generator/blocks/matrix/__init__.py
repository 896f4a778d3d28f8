"""Two by two: four quadrants between two axes, and perhaps things that stand somewhere among them."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Depth, Flow, Overflow, Placed
from generator.blocks._room import choose
from generator.blocks.matrix.parts import Axis, Point, Quadrant, Told
from generator.blocks.matrix.sheet import flow_matrix
from generator.blocks.matrix.slide import settings
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Axis", "Matrix", "Point", "Quadrant"]


class Matrix(Block):
    """Four quadrants in reading order: upper left, upper right, lower left, lower right."""

    kind: Literal["matrix"] = "matrix"
    across: Axis
    up: Axis
    quadrants: tuple[Quadrant, ...] = Field(min_length=4, max_length=4)
    points: tuple[Point, ...] = Field(default=(), max_length=6)

    def shorten(self, depth: Depth) -> Self:
        """At brief depth the titles of the quadrants without their texts."""
        if depth is not Depth.BRIEF or not any(quadrant.text for quadrant in self.quadrants):
            return self
        short = tuple(quadrant.model_copy(update={"text": None}) for quadrant in self.quadrants)
        return self.model_copy(update={"quadrants": short})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Four equal cards between labelled arrows; points stand where they belong, their names where nothing else does."""
        chosen = choose(settings(kit, self._told(), box), lambda setting: setting.taken(), box.h)
        return chosen if isinstance(chosen, Overflow) else Placed(tuple(chosen.draw()))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """The same, compact; points carry numbers, and their names stand below."""
        return flow_matrix(kit, self._told(), width)

    def _told(self) -> Told:
        return Told(self.across, self.up, self.quadrants, self.points)
