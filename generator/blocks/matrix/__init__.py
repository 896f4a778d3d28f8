"""Two by two: four quadrants between two axes, and perhaps things that stand somewhere among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Depth, Flow, Overflow, Placed, halves
from generator.blocks._parting import parted
from generator.blocks._room import choose
from generator.blocks.matrix.explained import Explained, explained
from generator.blocks.matrix.parts import Axis, Point, Quadrant, Told
from generator.blocks.matrix.sheet import flow_matrix
from generator.blocks.matrix.slide import Setting, settings
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

    explained: bool = Field(default=False, validation_alias="\0explained")
    """Whether only the quadrants are told, since their places are shown on the slide before."""
    first: int = Field(default=0, validation_alias="\0first")
    """How many quadrants are told on slides before."""

    def shorten(self, depth: Depth) -> Self:
        """At brief depth the titles of the quadrants without their texts."""
        if depth is not Depth.BRIEF or not any(quadrant.text for quadrant in self.quadrants):
            return self
        short = tuple(quadrant.model_copy(update={"text": None}) for quadrant in self.quadrants)
        return self.model_copy(update={"quadrants": short})

    def split(self) -> tuple[Self, Self] | None:
        """The points among the quadrants' titles, then the texts; the titles between the axes, then what they mean."""
        if self.explained:
            return self._explained_cut()
        bare = tuple(quadrant.model_copy(update={"text": None}) for quadrant in self.quadrants)
        texts = any(quadrant.text for quadrant in self.quadrants)
        if texts and self.points:
            return self.model_copy(update={"quadrants": bare}), self.model_copy(update={"points": ()})
        if texts:
            return self.model_copy(update={"quadrants": bare}), self.model_copy(update={"explained": True})
        if len(self.points) > 1:
            first, second = halves(self.points)
            return self.model_copy(update={"points": first}), self.model_copy(update={"points": second})
        return None

    def _explained_cut(self) -> tuple[Self, Self] | None:
        if len(self.quadrants) > 1:
            first, second = halves(self.quadrants)
            rest = {"quadrants": second, "first": self.first + len(first)}
            return self.model_copy(update={"quadrants": first}), self.model_copy(update=rest)
        cut = parted(self.quadrants[0].text)
        if cut is None:
            return None
        one, other = (self.quadrants[0].model_copy(update={"text": text}) for text in cut)
        return self.model_copy(update={"quadrants": (one,)}), self.model_copy(update={"quadrants": (other,)})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Four equal cards between labelled arrows; points stand where they belong, their names where nothing else does."""
        ways: Iterator[Setting | Explained] = settings(kit, self._told(), box)
        if self.explained:
            ways = explained(kit, self.quadrants, box, self.first)
        chosen = choose(ways, lambda setting: setting.taken(), box.h)
        return chosen if isinstance(chosen, Overflow) else Placed(tuple(chosen.draw()), self._told().alt(kit))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """The same, compact; points carry numbers, and their names stand below."""
        return flow_matrix(kit, self._told(), width)

    def _told(self) -> Told:
        return Told(self.across, self.up, self.quadrants, self.points)
