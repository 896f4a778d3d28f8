"""Path data of SVG as moves, lines and cubic curves, and what becomes of them: moved, stretched, filled."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import SVGPath, parse_path

Point: TypeAlias = tuple[float, float]
Segment: TypeAlias = tuple[Literal["move", "line", "curve", "close"], tuple[Point, ...]]
"""One point for moves and lines, three for curves, none for closing."""
Matrix: TypeAlias = tuple[float, float, float, float, float, float]
"""As SVG's `matrix(a b c d e f)`."""
Polygon: TypeAlias = list[Point]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
ROUND = 0.5522847498
"""Length of a Bézier handle that makes a quarter of a circle of radius 1."""
_STEPS = 8
"""Lines that stand for a curve where the inside of a path is looked for."""
_MOST_HEIGHTS = 250
"""The heights at most at which it is looked for."""


def path(data: str) -> tuple[Segment, ...]:
    """The segments of an SVG path's `d`. Raises ValueError where it is none."""
    pen = RecordingPen()
    try:
        parse_path(" ".join(data.split()), pen)
    except (ArithmeticError, AssertionError, LookupError, TypeError) as error:
        raise ValueError("the path cannot be read") from error
    return tuple(_plain(pen))


def drawing(markup: str) -> tuple[Segment, ...]:
    """The segments of everything that a trusted SVG strokes, such as an icon."""
    pen = RecordingPen()
    SVGPath.fromstring(markup.encode(), transform=IDENTITY).draw(pen)
    return tuple(_plain(pen))


def _plain(pen: RecordingPen) -> Iterator[Segment]:
    """What a pen recorded, quadratic curves as the cubic ones that draw the same line."""
    at: Point = (0.0, 0.0)
    for verb, points in pen.value:
        match verb:
            case "moveTo":
                yield "move", (points[0],)
            case "lineTo":
                yield "line", (points[0],)
            case "curveTo":
                yield "curve", tuple(points)
            case "qCurveTo":
                yield "curve", (_toward(at, points[0]), _toward(points[-1], points[0]), points[-1])
            case "closePath":
                yield "close", ()
        at = points[-1] if points else at


def _toward(point: Point, control: Point) -> Point:
    return point[0] + 2 / 3 * (control[0] - point[0]), point[1] + 2 / 3 * (control[1] - point[1])


def ellipse(centre: Point, a: float, b: float) -> tuple[Segment, ...]:
    """An ellipse of the half axes `a` across and `b` down; nothing where one of them is none."""
    x, y, p, q = *centre, a * ROUND, b * ROUND
    if a <= 0 or b <= 0:
        return ()
    return (
        ("move", ((x - a, y),)),
        ("curve", ((x - a, y - q), (x - p, y - b), (x, y - b))),
        ("curve", ((x + p, y - b), (x + a, y - q), (x + a, y))),
        ("curve", ((x + a, y + q), (x + p, y + b), (x, y + b))),
        ("curve", ((x - p, y + b), (x - a, y + q), (x - a, y))),
        ("close", ()),
    )


def rectangle(corner: Point, size: Point, radii: Point) -> tuple[Segment, ...]:
    """A rectangle whose corners are quarters of ellipses; nothing without a width or a height."""
    (x, y), (w, h) = corner, size
    if w <= 0 or h <= 0:
        return ()
    a, b = min(radii[0], w / 2), min(radii[1], h / 2)
    if not (a and b):
        return polygon(((x, y), (x + w, y), (x + w, y + h), (x, y + h)), closed=True)
    p, q, right, low = a * (1 - ROUND), b * (1 - ROUND), x + w, y + h
    return (
        ("move", ((x + a, y),)),
        ("line", ((right - a, y),)),
        ("curve", ((right - p, y), (right, y + q), (right, y + b))),
        ("line", ((right, low - b),)),
        ("curve", ((right, low - q), (right - p, low), (right - a, low))),
        ("line", ((x + a, low),)),
        ("curve", ((x + p, low), (x, low - q), (x, low - b))),
        ("line", ((x, y + b),)),
        ("curve", ((x, y + q), (x + p, y), (x + a, y))),
        ("close", ()),
    )


def polygon(points: Sequence[Point], *, closed: bool) -> tuple[Segment, ...]:
    """Straight lines from point to point; none for fewer than two points."""
    if len(points) < 2:
        return ()
    lines: list[Segment] = [("line", (point,)) for point in points[1:]]
    return (("move", (points[0],)), *lines, *((("close", ()),) if closed else ()))


def combined(outer: Matrix, inner: Matrix) -> Matrix:
    """What `inner` and then `outer` do."""
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f


def moved(segments: Iterable[Segment], by: Matrix) -> tuple[Segment, ...]:
    """The segments after a transformation."""
    a, b, c, d, e, f = by
    return tuple((verb, tuple((a * x + c * y + e, b * x + d * y + f) for x, y in points)) for verb, points in segments)


def subpaths(segments: Iterable[Segment]) -> list[tuple[Segment, ...]]:
    """The outlines of a path, each beginning with its move."""
    found: list[list[Segment]] = []
    for segment in segments:
        if segment[0] == "move" or not found:
            found.append([])
        found[-1].append(segment)
    return [tuple(outline) for outline in found if len(outline) > 1]


def flat(outline: Iterable[Segment]) -> Polygon:
    """An outline as the corners of a polygon, its curves as short lines."""
    corners: Polygon = []
    for verb, points in outline:
        if verb == "curve":
            corners += [_bezier((corners[-1], *points), step / _STEPS) for step in range(1, _STEPS + 1)]
        else:
            corners += points
    return corners


def _bezier(points: Sequence[Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return sum(w * p[0] for w, p in zip(weights, points, strict=True)), sum(
        w * p[1] for w, p in zip(weights, points, strict=True)
    )


def extent(segments: Iterable[Segment]) -> tuple[float, float, float, float]:
    """The left, top, right and bottom edge of what segments draw."""
    corners = [corner for outline in subpaths(segments) for corner in flat(outline)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(down), max(across), max(down)


def solid(segments: tuple[Segment, ...]) -> list[tuple[Segment, ...]] | None:
    """Paths that fill by the even-odd rule what `segments` fill by SVG's own, nonzero; None where splitting does not do it.

    An outline that runs against the one around it is its hole and stays with it; outlines that run alike are parted.
    """
    outlines = subpaths(segments)
    polygons = [flat(outline) for outline in outlines]
    if _alike(polygons, [0] * len(polygons)):
        return [segments]
    areas = [_area(polygon) for polygon in polygons]
    sign = math.copysign(1, max(areas, key=abs, default=0))
    group = list(range(len(polygons)))
    outer = [i for i in group if areas[i] * sign > 0]
    for i in set(group) - set(outer):
        around = [k for k in outer if _inside(polygons[i][0], polygons[k])]
        group[i] = min(around, key=lambda k: abs(areas[k]), default=i)
    if not _alike(polygons, group):
        return None
    return [tuple(s for i, of in enumerate(group) if of == own for s in outlines[i]) for own in sorted(set(group))]


def _area(polygon: Polygon) -> float:
    """Positive for one direction, negative for the other."""
    return sum(x * v - u * y for (x, y), (u, v) in pairwise([*polygon, polygon[0]])) / 2


def _inside(point: Point, polygon: Polygon) -> bool:
    return sum(x < point[0] for x, _, _ in _edges_at([polygon], point[1])) % 2 == 1


def _edges_at(polygons: Sequence[Polygon], y: float) -> list[tuple[float, int, int]]:
    """Where edges cross the height `y`, from left to right; whether downwards (1) or upwards (-1); of which polygon."""
    found = []
    for number, corners in enumerate(polygons):
        for (x, top), (u, low) in pairwise([*corners, corners[0]]):
            if (top <= y) != (low <= y):
                found.append((x + (u - x) * (y - top) / (low - top), 1 if low > top else -1, number))
    return sorted(found)


def _alike(polygons: Sequence[Polygon], group: Sequence[int]) -> bool:
    """Whether groups of polygons, each filled by the even-odd rule, fill what all of them fill together by the nonzero rule."""
    heights = sorted({y for corners in polygons for _, y in corners})
    heights = [*heights[:: len(heights) // _MOST_HEIGHTS + 1], *heights[-1:]]
    tolerance = (heights[-1] - heights[0]) * 1e-4 if heights else 0.0
    return all(
        _alike_at(_edges_at(polygons, top + (low - top) * share), group, tolerance)
        for top, low in pairwise(heights)
        if low - top > tolerance
        for share in (0.03, 0.5, 0.97)
    )


def _alike_at(edges: list[tuple[float, int, int]], group: Sequence[int], tolerance: float) -> bool:
    winding, at = 0, 0.0
    odd: set[int] = set()
    for x, turn, number in edges:
        if (winding != 0) != bool(odd) and x - at > tolerance:
            return False
        winding, at = winding + turn, x
        odd ^= {group[number]}
    return True
