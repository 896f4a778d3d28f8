"""Whether a drawn shape covers a point of the page: what lies under a text is not always the box it was drawn in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.geometry import Box, Length
from generator.page.items import ShapeItem
from generator.page.shapes import Ellipse, Path, Verb

Point = tuple[float, float]
CURVE_STEPS = 8
"""Straight pieces that stand for a curve; a text's middle is never that near an edge."""


def covers(shape: ShapeItem, x: Length, y: Length) -> bool:
    """Whether the filled shape lies under the point."""
    box = shape.box
    if not (box.x <= x <= box.right and box.y <= y <= box.bottom):
        return False
    match shape.geometry:
        case Path():
            return _inside(shape.geometry, _within(box, x, y, shape.geometry))
        case Ellipse():
            across, down = (x - box.x).ratio(box.w) - 0.5, (y - box.y).ratio(box.h) - 0.5
            return across**2 + down**2 <= 0.25
        case _:
            return True


def _within(box: Box, x: Length, y: Length, path: Path) -> Point:
    """A point of the page on the path's own grid."""
    return (x - box.x).ratio(box.w) * path.width if box.w else 0.0, (y - box.y).ratio(box.h) * path.height if box.h else 0.0


def _inside(path: Path, point: Point) -> bool:
    """Even-odd: whether a line from the point crosses the outlines an odd number of times."""
    x, y = point
    crossings = 0
    for outline in _outlines(path):
        for (x1, y1), (x2, y2) in zip(outline, (*outline[1:], outline[0]), strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                crossings += 1
    return crossings % 2 == 1


def _outlines(path: Path) -> Iterator[list[Point]]:
    """The path's subpaths as polygons."""
    outline: list[Point] = []
    for command in path.commands:
        match command.verb:
            case Verb.MOVE:
                if len(outline) > 1:
                    yield outline
                outline = list(command.points)
            case Verb.LINE:
                outline.extend(command.points)
            case Verb.CURVE:
                outline.extend(_curve(outline[-1], command.points))
            case Verb.CLOSE:
                pass
    if len(outline) > 1:
        yield outline


def _curve(start: Point, points: tuple[Point, ...]) -> Iterator[Point]:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = (start, *points)
    for step in range(1, CURVE_STEPS + 1):
        t = step / CURVE_STEPS
        s = 1 - t
        weights = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
        yield (
            weights[0] * ax + weights[1] * bx + weights[2] * cx + weights[3] * dx,
            weights[0] * ay + weights[1] * by + weights[2] * cy + weights[3] * dy,
        )
