"""Arcs of ellipses as cubic curves, and the pen that outlines of shapes are drawn with."""

from __future__ import annotations

import math
from collections.abc import Iterable

from generator.notation.outlines import Point, Segment


def arc(start: Point, radii: Point, begin: float, sweep: float) -> list[tuple[Point, Point, Point]]:
    """The curves of an arc that begins at `start`; angles in degrees, clockwise, as the drawing markup counts them.

    The markup's angles are those of a ray, not of the ellipse's parameter: they are stretched with the ellipse.
    """
    a, b = radii
    if a <= 0 or b <= 0 or not sweep:
        return []
    sweep = max(-360.0, min(360.0, sweep))
    first = _parameter(begin, a, b)
    last = first + math.radians(sweep) if abs(sweep) >= 360 else _parameter(begin + sweep, a, b)
    centre = start[0] - a * math.cos(first), start[1] - b * math.sin(first)
    count = max(1, math.ceil(abs(last - first) / (math.pi / 2) - 1e-9))
    step = (last - first) / count
    reach = 4 / 3 * math.tan(step / 4)
    made = []
    for number in range(count):
        one, two = first + step * number, first + step * (number + 1)
        p, q = _on(centre, radii, one), _on(centre, radii, two)
        before = p[0] - reach * a * math.sin(one), p[1] + reach * b * math.cos(one)
        after = q[0] + reach * a * math.sin(two), q[1] - reach * b * math.cos(two)
        made.append((before, after, q))
    return made


def _parameter(degrees: float, a: float, b: float) -> float:
    """The ellipse's parameter where a ray at that angle meets it, in the same turn as the angle."""
    turns, rest = divmod(math.radians(degrees), math.tau)
    value = math.atan2(a * math.sin(rest), b * math.cos(rest))
    return turns * math.tau + (value if value >= 0 else value + math.tau)


def _on(centre: Point, radii: Point, angle: float) -> Point:
    return centre[0] + radii[0] * math.cos(angle), centre[1] + radii[1] * math.sin(angle)


class Draft:
    """An outline that is being drawn, and the point it has come to."""

    __slots__ = ("at", "segments")

    def __init__(self, segments: Iterable[Segment] = (), at: Point = (0.0, 0.0)) -> None:
        self.segments = list(segments)
        self.at = at

    def move(self, x: float, y: float) -> Draft:
        """Begin an outline."""
        self.segments.append(("move", ((x, y),)))
        self.at = (x, y)
        return self

    def line(self, *points: Point) -> Draft:
        """Straight lines from point to point."""
        self._begin()
        for point in points:
            self.segments.append(("line", (point,)))
            self.at = point
        return self

    def curve(self, one: Point, two: Point, end: Point) -> Draft:
        """A cubic curve."""
        self._begin()
        self.segments.append(("curve", (one, two, end)))
        self.at = end
        return self

    def arc(self, a: float, b: float, begin: float, sweep: float) -> Draft:
        """An arc of an ellipse with the half axes `a` and `b`."""
        for curve in arc(self.at, (a, b), begin, sweep):
            self.curve(*curve)
        return self

    def close(self) -> Draft:
        """Back to where the outline began."""
        if self.segments:
            self.segments.append(("close", ()))
        return self

    def _begin(self) -> None:
        """An outline begins with a move, even where a file forgot it."""
        if not self.segments:
            self.move(*self.at)
