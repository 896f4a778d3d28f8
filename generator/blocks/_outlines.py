"""Free forms from points of the page: what rings, pyramids and axes are drawn with. A form's box is no larger than the form."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from generator.geometry import Box, Length, pt
from generator.page.shapes import Command, Path, Verb

Spot: TypeAlias = tuple[Length, Length]
"""A point of the page."""

SAMPLES = 24
"""How many points of a curve are looked at to find its box."""
QUARTER = 90.0


def polygon(corners: Sequence[Spot]) -> tuple[Box, Path]:
    """The closed form with these corners."""
    return framed([move(corners[0]), *(line(corner) for corner in corners[1:]), Command(Verb.CLOSE)])


def framed(commands: Sequence[Command]) -> tuple[Box, Path]:
    """A form drawn in points of the page, as a path and the box it fills."""
    spots = list(_spots(commands))
    left, top = min(x for x, _ in spots), min(y for _, y in spots)
    width, height = max(x for x, _ in spots) - left, max(y for _, y in spots) - top
    shifted = tuple(Command(c.verb, tuple((x - left, y - top) for x, y in c.points)) for c in commands)
    return Box(pt(left), pt(top), pt(width), pt(height)), Path(shifted, width, height)


def move(spot: Spot) -> Command:
    """Begin at a point of the page."""
    return Command(Verb.MOVE, ((spot[0].pt, spot[1].pt),))


def line(spot: Spot) -> Command:
    """Draw straight to a point of the page."""
    return Command(Verb.LINE, ((spot[0].pt, spot[1].pt),))


def on_circle(centre: Spot, radius: Length, angle: float) -> Spot:
    """The point of a circle at an angle in degrees, clockwise from the right."""
    turn = math.radians(angle)
    return centre[0] + radius * math.cos(turn), centre[1] + radius * math.sin(turn)


def arc(centre: Spot, radius: Length, start: float, end: float) -> Iterator[Command]:
    """Draw along a circle from one angle to the other, in curves of a quarter turn at most."""
    pieces = max(1, math.ceil(abs(end - start) / QUARTER))
    step = (end - start) / pieces
    reach = radius * (4 / 3 * math.tan(math.radians(step) / 4))
    for number in range(pieces):
        one, two = start + step * number, start + step * (number + 1)
        spots = (
            _beside(on_circle(centre, radius, one), reach, one),
            _beside(on_circle(centre, radius, two), -reach, two),
            on_circle(centre, radius, two),
        )
        yield Command(Verb.CURVE, tuple((x.pt, y.pt) for x, y in spots))


def _beside(spot: Spot, reach: Length, angle: float) -> Spot:
    """A point along the tangent of a circle, clockwise."""
    turn = math.radians(angle)
    return spot[0] - reach * math.sin(turn), spot[1] + reach * math.cos(turn)


def _spots(commands: Iterable[Command]) -> Iterator[tuple[float, float]]:
    """Points of a form that reach as far as it does."""
    at = (0.0, 0.0)
    for command in commands:
        if command.verb is Verb.CURVE:
            yield from (_bezier((at, *command.points), i / SAMPLES) for i in range(1, SAMPLES + 1))
        else:
            yield from command.points
        at = command.points[-1] if command.points else at


def _bezier(points: Sequence[tuple[float, float]], share: float) -> tuple[float, float]:
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    return sum(w * x for w, (x, _) in zip(weights, points, strict=True)), sum(
        w * y for w, (_, y) in zip(weights, points, strict=True)
    )
