"""Points that resist a picture, up to four levels deep: a list with air, a few bands, or many rows that take the whole width."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import ClassVar, Literal, Self

from pydantic import Field

from generator.block import Block, Depth, Flow, Overflow, Placed, halves
from generator.blocks._room import choose
from generator.blocks.bullets.many import Rows, many
from generator.blocks.bullets.point import Entry, Point, SubPoint, cut_point
from generator.blocks.bullets.sheet import flow_points
from generator.blocks.bullets.slide import Way, ways
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Bullets", "Point", "SubPoint"]

MOST = 14
"""Points on a slide."""


class Bullets(Block):
    """A list of points."""

    kind: Literal["bullets"] = "bullets"
    points: tuple[Entry, ...] = Field(min_length=1, max_length=60)
    first: int = Field(default=1, validation_alias="\0first")
    """The number of the first point, where earlier ones stand on the slide before."""

    layout: ClassVar[str] = "Content"
    tellable: ClassVar[bool] = False
    wide: ClassVar[bool] = False

    @property
    def entries(self) -> tuple[Point, ...]:
        """The points that say something, those that are a text alone among them."""
        points = (p if isinstance(p, Point) else Point(text=p) for p in self.points)
        return tuple(p for p in points if p.lead or p.text or p.below)

    def shorten(self, depth: Depth) -> Self:
        """The leads alone; a point without a lead keeps its text."""
        if depth is Depth.FULL:
            return self
        short = tuple(p.shortened() if isinstance(p, Point) else p for p in self.points)
        return self if short == self.points else self.model_copy(update={"points": short})

    def split(self) -> tuple[Self, Self] | None:
        """The first and the last points; a single one between what it says and what stands below it, or in its midst."""
        if len(self.points) < 2:
            cut = cut_point(self.entries[0]) if self.points else None
            return (self.model_copy(update={"points": (cut[0],)}), self.model_copy(update={"points": (cut[1],)})) if cut else None
        first, second = halves(self.points)
        later = {"points": second, "first": self.first + len(first)}
        return self.model_copy(update={"points": first}), self.model_copy(update=later)

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Two points as bands; more as rows, with numbers where the whole width is theirs; many fill that width."""
        entries = self.entries
        if not entries:
            return Placed(())
        if len(entries) > MOST:
            return Overflow(box.h * (len(entries) / MOST), box.h)
        told = (entries, self.first)
        tried: Iterator[Rows | Way] = chain(many(kit, told, box), ways(kit, told, box))
        chosen = choose(tried, lambda way: way.taken(), box.h)
        return chosen if isinstance(chosen, Overflow) else Placed(tuple(chosen.draw()))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """Rows: the lead and its text, further points below."""
        return flow_points(kit, self.entries, width)
