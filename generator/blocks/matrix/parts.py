"""What a matrix is made of: axes, quadrants, points."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from generator.block import Part
from generator.geometry import Box, Length
from generator.kit import Kit
from generator.notation.inline import Text
from generator.notation.records import Record
from generator.page.colour import Colour


class Axis(Record):
    """What grows along an axis, and what its two ends are called."""

    title: Text
    low: Text
    high: Text


class Quadrant(Part):
    """One of the four quadrants."""

    title: Text
    text: Text | None = None
    emphasis: bool = False


class Point(Part):
    """Something that stands in the field, `x` from the left and `y` from the bottom, each from 0 to 1."""

    name: Text
    x: float = Field(ge=0, le=1)
    y: float = Field(ge=0, le=1)
    subject: str | None = None

    def box(self, field: Box, side: Length) -> Box:
        """The square of its dot, wholly inside the field."""
        room = field.inset(side / 2)
        return Box(room.x + room.w * self.x - side / 2, room.y + room.h * (1 - self.y) - side / 2, side, side)


@dataclass(frozen=True, slots=True)
class Told:
    """All that a matrix says."""

    across: Axis
    up: Axis
    quadrants: tuple[Quadrant, ...]
    points: tuple[Point, ...]

    def alt(self, kit: Kit) -> str:
        """What the axes and the points show, in words."""
        (left, right), (low, high) = ((str(axis.low), str(axis.high)) for axis in (self.across, self.up))
        across, up = str(self.across.title), str(self.up.title)
        axes = kit.words.say("matrix_alt", across=across, left=left, right=right, up=up, low=low, high=high)
        if not self.points:
            return axes
        points = "; ".join(f"{p.name}: {self.quadrant(p).title}" for p in self.points)
        return f"{axes}. {points}"

    def quadrant(self, point: Point) -> Quadrant:
        """The quadrant that a point stands in."""
        return self.quadrants[(0 if point.y >= 0.5 else 2) + (1 if point.x >= 0.5 else 0)]

    def ground(self, kit: Kit, quadrant: Quadrant) -> Colour:
        """A quadrant's ground: solid where it matters and carries no points."""
        if not quadrant.emphasis:
            return kit.surface
        return kit.tint() if self.points else kit.accent
