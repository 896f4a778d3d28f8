"""Slices of a disc or a ring, clockwise from twelve o'clock, with seams between them."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin, tan

from generator.backends.pdf.surface import Paint, Surface
from generator.page.items import ChartItem, Datum, Slices
from generator.page.shapes import Command, Path, Verb

GRID = 2.0
"""The disc's diameter in units of its paths: its radius is 1."""
STEP = pi / 2
"""A curve turns by a quarter of a circle at most."""


def draw_slices(surface: Surface, chart: ChartItem, form: Slices) -> None:
    """Draw each slice with its seam."""
    for datum, start, end in arcs(chart):
        path = Path(tuple(_slice(start, end, form.hole)), GRID, GRID)
        surface.trace(path, chart.plot, Paint(datum.colour, form.seam, soft=True))


def arcs(chart: ChartItem) -> Iterator[tuple[Datum, float, float]]:
    """Each value that can be seen, and the angles it reaches from and to, in radians clockwise from twelve o'clock."""
    data = chart.series[0].data if chart.series else ()
    whole = sum(datum.value or 0.0 for datum in data)
    start = 0.0
    for datum in data:
        end = start + 2 * pi * ((datum.value or 0.0) / whole if whole else 0.0)
        if end > start:
            yield datum, start, end
        start = end


def _slice(start: float, end: float, hole: float) -> Iterator[Command]:
    yield Command(Verb.MOVE, (_at(start, 1.0),))
    yield from _arc(start, end, 1.0)
    if end - start >= 2 * pi - 1e-9:
        if hole:
            yield Command(Verb.CLOSE)
            yield Command(Verb.MOVE, (_at(end, hole),))
            yield from _arc(end, start, hole)
    elif hole:
        yield Command(Verb.LINE, (_at(end, hole),))
        yield from _arc(end, start, hole)
    else:
        yield Command(Verb.LINE, ((1.0, 1.0),))
    yield Command(Verb.CLOSE)


def _arc(start: float, end: float, radius: float) -> Iterator[Command]:
    count = max(1, -int(-abs(end - start) // STEP))
    turn = (end - start) / count
    handle = 4 / 3 * tan(turn / 4) * radius
    for number in range(count):
        one, two = start + turn * number, start + turn * (number + 1)
        (x1, y1), (x2, y2) = _at(one, radius), _at(two, radius)
        first = (x1 + handle * cos(one), y1 + handle * sin(one))
        second = (x2 - handle * cos(two), y2 - handle * sin(two))
        yield Command(Verb.CURVE, (first, second, (x2, y2)))


def _at(angle: float, radius: float) -> tuple[float, float]:
    """A point in units of the path: x to the right, y downwards, the middle at 1, 1."""
    return 1 + radius * sin(angle), 1 - radius * cos(angle)
