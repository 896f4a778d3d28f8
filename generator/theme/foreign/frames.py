"""Where shapes stand: offsets, sizes, turns and flips, through groups in groups, as one transformation."""

from __future__ import annotations

import math
from dataclasses import dataclass

from generator.geometry import Box, Length
from generator.notation.outlines import IDENTITY, Matrix, Point, combined
from generator.theme.foreign.markup import Element, at, number, truth, whole

DEGREE = 60_000
"""The units of angles in a file."""


@dataclass(frozen=True, slots=True)
class Place:
    """A shape's size on the slide before it is turned, and what brings its own units (from its top left) to the slide's."""

    width: float
    height: float
    matrix: Matrix
    turn: Matrix = IDENTITY
    """Its turns and flips alone."""
    degrees: float = 0.0
    """How far its text is turned clockwise, from 0 up to 360."""

    @property
    def straight(self) -> bool:
        """Whether it is neither turned nor flipped."""
        return all(abs(a - b) < 1e-6 for a, b in zip(self.turn, IDENTITY, strict=True))

    @property
    def square(self) -> bool:
        """Whether its sides lie along the slide's."""
        return min(abs(self.turn[0]), abs(self.turn[1])) < 1e-6

    @property
    def box(self) -> Box:
        """The box around it on the slide."""
        corners = [
            moved(point, self.matrix) for point in ((0.0, 0.0), (self.width, 0.0), (0.0, self.height), (self.width, self.height))
        ]
        return box_of(corners)


@dataclass(frozen=True, slots=True)
class Frame:
    """What brings a group's units (or the slide's own) to the slide's: `matrix` for points, `across` and `down` for sizes."""

    matrix: Matrix = IDENTITY
    across: float = 1.0
    down: float = 1.0
    turn: Matrix = IDENTITY
    degrees: float = 0.0


def box_of(points: list[Point]) -> Box:
    """The box around points."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, low = max(x for x, _ in points), max(y for _, y in points)
    return Box(Length(round(left)), Length(round(top)), Length(round(right - left)), Length(round(low - top)))


def moved(point: Point, by: Matrix) -> Point:
    """A point after a transformation."""
    x, y = point
    return by[0] * x + by[2] * y + by[4], by[1] * x + by[3] * y + by[5]


def place(transform: Element | None, frame: Frame) -> Place | None:
    """Where an `a:xfrm` puts a shape that stands in `frame`; None where it says nothing."""
    offset, extent = at(transform, "a:off"), at(transform, "a:ext")
    if transform is None or offset is None or extent is None:
        return None
    degrees = (whole(transform, "rot") / DEGREE) % 360
    across, down = frame.across, frame.down
    # PowerPoint stretches what stands nearer to upright on its side along the sides it shows
    across, down = (down, across) if 45 <= degrees % 180 < 135 else (across, down)
    x, y, w, h = number(offset, "x"), number(offset, "y"), max(0.0, number(extent, "cx")), max(0.0, number(extent, "cy"))
    centre = moved((x + w / 2, y + h / 2), frame.matrix)
    w, h = w * across, h * down
    upside = truth(transform, "flipV")
    flip = (-1.0 if truth(transform, "flipH") else 1.0, 0.0, 0.0, -1.0 if upside else 1.0, 0.0, 0.0)
    turn = combined(frame.turn, combined(_turned(degrees), flip))
    matrix = combined((1.0, 0.0, 0.0, 1.0, *centre), combined(turn, (1.0, 0.0, 0.0, 1.0, -w / 2, -h / 2)))
    return Place(w, h, matrix, turn, (frame.degrees + degrees + (180 if upside else 0)) % 360)


def inside(transform: Element | None, frame: Frame) -> Frame:
    """The frame of what stands in a group."""
    found = place(transform, frame)
    if found is None:
        return frame
    offset, extent = at(transform, "a:chOff"), at(transform, "a:chExt")
    w, h = number(extent, "cx"), number(extent, "cy")
    across, down = found.width / w if w > 0 else 1.0, found.height / h if h > 0 else 1.0
    to_corner = (1.0, 0.0, 0.0, 1.0, -number(offset, "x"), -number(offset, "y"))
    matrix = combined(found.matrix, combined((across, 0.0, 0.0, down, 0.0, 0.0), to_corner))
    return Frame(matrix, across, down, found.turn, found.degrees)


def _turned(degrees: float) -> Matrix:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    if degrees % 90 == 0:
        c, s = round(c), round(s)
    return c, s, -s, c, 0.0, 0.0
