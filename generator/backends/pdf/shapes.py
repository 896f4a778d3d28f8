"""Every geometry as a path in points, drawn in one way."""

from __future__ import annotations

from typing import assert_never

from generator.backends.pdf.surface import Paint, Surface
from generator.backends.pdf.text import draw_body
from generator.geometry import ZERO, Box
from generator.page.glue import HEAD, End
from generator.page.items import ShapeItem, Stroke
from generator.page.shapes import Chevron, Command, Corners, Ellipse, Geometry, Hexagon, Path, Rectangle, Rule, Verb

ROUND = 0.5522847498
"""Length of a Bézier handle that makes a quarter of a circle of radius 1."""
CLOSE = Command(Verb.CLOSE)


def draw_shape(surface: Surface, item: ShapeItem) -> None:
    """Draw a shape and its text."""
    if isinstance(item.geometry, Rule) and item.geometry.head and item.stroke:
        _draw_arrow(surface, item.box, item.stroke, at_end=item.geometry.head is End.END)
        return
    paint = Paint(item.fill, item.stroke, soft=isinstance(item.geometry, Path) and item.geometry.soft)
    surface.trace(outline(item.geometry, item.box), item.box, paint)
    if item.body:
        draw_body(surface, item.body, item.box)


def _draw_arrow(surface: Surface, box: Box, stroke: Stroke, *, at_end: bool) -> None:
    """A line that ends where its head begins to be wider, and the head with its tip at the very end."""
    size, upright = stroke.width * HEAD, not box.w
    run = (box.h if upright else box.w) - size / 2
    at = ZERO if at_end else size / 2
    line = Box(box.x, box.y + at, ZERO, run) if upright else Box(box.x + at, box.y, run, ZERO)
    surface.rule(line, stroke)
    near = (box.h if upright else box.w) - size if at_end else ZERO
    place = Box(box.x - size / 2, box.y + near, size, size) if upright else Box(box.x + near, box.y - size / 2, size, size)
    surface.trace(_head(place.w.pt, upright=upright, at_end=at_end), place, Paint(fill=stroke.colour))


def _head(side: float, *, upright: bool, at_end: bool) -> Path:
    tip, foot = (side, 0.0) if at_end else (0.0, side)
    corners = ((foot, 0.0), (tip, side / 2), (foot, side))
    return _polygon(side, side, *(((y, x) if upright else (x, y)) for x, y in corners))


def outline(geometry: Geometry, box: Box) -> Path:
    """The outline of `geometry` in a box of that size; the path's units are points."""
    w, h = box.w.pt, box.h.pt
    match geometry:
        case Path():
            return geometry
        case Rectangle():
            return Path(_rectangle(w, h, geometry), w, h)
        case Ellipse():
            return Path(_ellipse(w / 2, h / 2), w, h)
        case Hexagon(tip):
            x = min(tip.pt, w / 2)
            return _polygon(w, h, (0, h / 2), (x, 0), (w - x, 0), (w, h / 2), (w - x, h), (x, h))
        case Chevron(tip, flat_left):
            x = min(tip.pt, w)
            notch = () if flat_left else ((x, h / 2),)
            return _polygon(w, h, (0, 0), (w - x, 0), (w, h / 2), (w - x, h), (0, h), *notch)
        case Rule():
            return Path((Command(Verb.MOVE, ((0, 0),)), Command(Verb.LINE, ((w, h),))), w, h)
        case _:
            assert_never(geometry)


def _polygon(w: float, h: float, *points: tuple[float, float]) -> Path:
    first, *others = points
    lines = (Command(Verb.LINE, (point,)) for point in others)
    return Path((Command(Verb.MOVE, (first,)), *lines, CLOSE), w, h)


def _ellipse(a: float, b: float) -> tuple[Command, ...]:
    p, q = a * ROUND, b * ROUND
    return (
        Command(Verb.MOVE, ((0, b),)),
        Command(Verb.CURVE, ((0, b - q), (a - p, 0), (a, 0))),
        Command(Verb.CURVE, ((a + p, 0), (2 * a, b - q), (2 * a, b))),
        Command(Verb.CURVE, ((2 * a, b + q), (a + p, 2 * b), (a, 2 * b))),
        Command(Verb.CURVE, ((a - p, 2 * b), (0, b + q), (0, b))),
        CLOSE,
    )


def _rectangle(w: float, h: float, shape: Rectangle) -> tuple[Command, ...]:
    r = min(shape.radius.pt, w / 2, h / 2)
    low = r if shape.corners is Corners.ALL else 0.0
    if not r:
        return _polygon(w, h, (0, 0), (w, 0), (w, h), (0, h)).commands
    k, m = r * (1 - ROUND), low * (1 - ROUND)
    upper = (
        Command(Verb.MOVE, ((0, r),)),
        Command(Verb.CURVE, ((0, k), (k, 0), (r, 0))),
        Command(Verb.LINE, ((w - r, 0),)),
        Command(Verb.CURVE, ((w - k, 0), (w, k), (w, r))),
    )
    if not low:
        return (*upper, Command(Verb.LINE, ((w, h),)), Command(Verb.LINE, ((0, h),)), CLOSE)
    lower = (
        Command(Verb.LINE, ((w, h - low),)),
        Command(Verb.CURVE, ((w, h - m), (w - m, h), (w - low, h))),
        Command(Verb.LINE, ((low, h),)),
        Command(Verb.CURVE, ((m, h), (0, h - m), (0, h - low))),
    )
    return (*upper, *lower, CLOSE)
