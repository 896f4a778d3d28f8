"""The usual preset shapes with straight sides, as corners in the shape's own units (ECMA-376 part 1, 20.1.10.56)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.notation.outlines import Point

Corners = list[Point]


@dataclass(frozen=True, slots=True)
class Field:
    """What a preset shape is drawn on: its size, and the adjustments somebody made."""

    w: float
    h: float
    adjusted: Mapping[str, float]

    @property
    def short(self) -> float:
        """The shorter side."""
        return min(self.w, self.h)

    def share(self, name: str, usual: float, most: float = 1.0) -> float:
        """An adjustment as a share (50000 being a half)."""
        return min(most, max(0.0, self.adjusted.get(name, usual) / 100_000))

    def depth(self, usual: float, along: float, name: str = "adj") -> float:
        """An adjustment counted in shorter sides, as a length of at most `along`."""
        return min(along, self.short * max(0.0, self.adjusted.get(name, usual) / 100_000))


def _triangle(f: Field) -> Corners:
    return [(0, f.h), (f.w * f.share("adj", 50000), 0), (f.w, f.h)]


def _parallelogram(f: Field) -> Corners:
    x = f.depth(25000, f.w)
    return [(0, f.h), (x, 0), (f.w, 0), (f.w - x, f.h)]


def _trapezoid(f: Field) -> Corners:
    x = f.depth(25000, f.w / 2)
    return [(0, f.h), (x, 0), (f.w - x, 0), (f.w, f.h)]


def _hexagon(f: Field) -> Corners:
    x, y = f.depth(25000, f.w / 2), f.h / 2 * min(1.0, f.adjusted.get("vf", 115470) / 100_000 * math.sin(math.pi / 3))
    top, low = f.h / 2 - y, f.h / 2 + y
    return [(0, f.h / 2), (x, top), (f.w - x, top), (f.w, f.h / 2), (f.w - x, low), (x, low)]


def _octagon(f: Field) -> Corners:
    x = f.depth(29289, f.short / 2)
    return [(0, x), (x, 0), (f.w - x, 0), (f.w, x), (f.w, f.h - x), (f.w - x, f.h), (x, f.h), (0, f.h - x)]


def _plus(f: Field) -> Corners:
    x = f.depth(25000, f.short / 2)
    r, b = f.w - x, f.h - x
    return [(0, x), (x, x), (x, 0), (r, 0), (r, x), (f.w, x), (f.w, b), (r, b), (r, f.h), (x, f.h), (x, b), (0, b)]


def _home_plate(f: Field) -> Corners:
    x = f.w - f.depth(50000, f.w)
    return [(0, 0), (x, 0), (f.w, f.h / 2), (x, f.h), (0, f.h)]


def _chevron(f: Field) -> Corners:
    x = f.depth(50000, f.w)
    return [(0, 0), (f.w - x, 0), (f.w, f.h / 2), (f.w - x, f.h), (0, f.h), (x, f.h / 2)]


def _right_arrow(f: Field) -> Corners:
    y, x = f.h / 2 * (1 - f.share("adj1", 50000)), f.w - f.depth(50000, f.w, "adj2")
    return [(0, y), (x, y), (x, 0), (f.w, f.h / 2), (x, f.h), (x, f.h - y), (0, f.h - y)]


def _left_arrow(f: Field) -> Corners:
    return [(f.w - x, y) for x, y in _right_arrow(f)]


def _down_arrow(f: Field) -> Corners:
    return [(y, x) for x, y in _right_arrow(Field(f.h, f.w, f.adjusted))]


def _up_arrow(f: Field) -> Corners:
    return [(x, f.h - y) for x, y in _down_arrow(f)]


def _left_right_arrow(f: Field) -> Corners:
    y, x = f.h / 2 * (1 - f.share("adj1", 50000)), f.depth(50000, f.w / 2, "adj2")
    top, low, right = y, f.h - y, f.w - x
    head = [(0, f.h / 2), (x, 0), (x, top), (right, top), (right, 0), (f.w, f.h / 2)]
    return [*head, (right, f.h), (right, low), (x, low), (x, f.h)]


def _up_down_arrow(f: Field) -> Corners:
    turned = {"adj1": f.adjusted.get("adj1", 50000), "adj2": f.adjusted.get("adj2", 50000)}
    return [(y, x) for x, y in _left_right_arrow(Field(f.h, f.w, turned))]


def _pentagon(f: Field) -> Corners:
    return _regular(f, 5, 1.05146, 1.10557)


def _regular(f: Field, count: int, across: float, down: float) -> Corners:
    angles = [math.tau * i / count - math.pi / 2 for i in range(count)]
    x, y, middle = f.w / 2 * across, f.h / 2 * down, f.h / 2 * down
    return [(f.w / 2 + x * math.cos(angle), middle + y * math.sin(angle)) for angle in angles]


def _star(points: int, usual: float, across: float = 1.0, down: float = 1.0) -> Callable[[Field], Corners]:
    def corners(f: Field) -> Corners:
        inner = min(1.0, f.adjusted.get("adj", usual) / 50000)
        x, y = f.w / 2 * across, f.h / 2 * down
        turns = [(math.pi * i / points - math.pi / 2, inner if i % 2 else 1.0) for i in range(points * 2)]
        return [(f.w / 2 + x * size * math.cos(a), y + y * size * math.sin(a)) for a, size in turns]

    return corners


def _corner(f: Field) -> Corners:
    y, x = f.h - f.depth(50000, f.h, "adj1"), f.depth(50000, f.w, "adj2")
    return [(0, 0), (x, 0), (x, y), (f.w, y), (f.w, f.h), (0, f.h)]


def _half_frame(f: Field) -> Corners:
    y, x = f.depth(33333, f.h, "adj1"), f.depth(33333, f.w, "adj2")
    across = f.w - y * f.w / f.h if f.h else f.w
    return [(0, 0), (f.w, 0), (across, y), (x, y), (x, f.h - x * f.h / f.w if f.w else 0), (0, f.h)]


def _diagonal_stripe(f: Field) -> Corners:
    part = f.share("adj", 50000)
    return [(0, f.h * part), (f.w * part, 0), (f.w, 0), (0, f.h)]


def _snipped(*corners: str, cut: str = "adj1") -> Callable[[Field], Corners]:
    """A rectangle with corners cut off: each a name of its adjustment, clockwise from the top left; `cut` is cut by itself."""

    def made(f: Field) -> Corners:
        a, b, c, d = (f.depth(16667 if name == cut else 0, f.short / 2, name) if name else 0.0 for name in corners)
        around = [(0, a), (a, 0), (f.w - b, 0), (f.w, b), (f.w, f.h - c), (f.w - c, f.h), (d, f.h), (0, f.h - d)]
        return [point for i, point in enumerate(around) if point != around[i - 1]]

    return made


ANGULAR: Mapping[str, Callable[[Field], Corners]] = MappingProxyType(
    {
        "rect": lambda f: [(0, 0), (f.w, 0), (f.w, f.h), (0, f.h)],
        "triangle": _triangle,
        "rtTriangle": lambda f: [(0, 0), (f.w, f.h), (0, f.h)],
        "diamond": lambda f: [(f.w / 2, 0), (f.w, f.h / 2), (f.w / 2, f.h), (0, f.h / 2)],
        "parallelogram": _parallelogram,
        "trapezoid": _trapezoid,
        "pentagon": _pentagon,
        "hexagon": _hexagon,
        "octagon": _octagon,
        "plus": _plus,
        "homePlate": _home_plate,
        "chevron": _chevron,
        "rightArrow": _right_arrow,
        "leftArrow": _left_arrow,
        "downArrow": _down_arrow,
        "upArrow": _up_arrow,
        "leftRightArrow": _left_right_arrow,
        "upDownArrow": _up_down_arrow,
        "star4": _star(4, 12500),
        "star5": _star(5, 19098, 1.05146, 1.10557),
        "star6": _star(6, 28868, 1.1547, 1.0),
        "star8": _star(8, 37500),
        "star12": _star(12, 37500),
        "corner": _corner,
        "halfFrame": _half_frame,
        "diagStripe": _diagonal_stripe,
        "snip1Rect": _snipped("", "adj", "", "", cut="adj"),
        "snip2SameRect": _snipped("adj1", "adj1", "adj2", "adj2"),
        "snip2DiagRect": _snipped("adj1", "adj2", "adj1", "adj2", cut="adj2"),
        "flowChartProcess": lambda f: [(0, 0), (f.w, 0), (f.w, f.h), (0, f.h)],
        "flowChartDecision": lambda f: [(f.w / 2, 0), (f.w, f.h / 2), (f.w / 2, f.h), (0, f.h / 2)],
        "flowChartInputOutput": lambda f: [(0, f.h), (f.w / 5, 0), (f.w, 0), (f.w * 4 / 5, f.h)],
        "flowChartManualInput": lambda f: [(0, f.h / 5), (f.w, 0), (f.w, f.h), (0, f.h)],
        "flowChartManualOperation": lambda f: [(0, 0), (f.w, 0), (f.w * 4 / 5, f.h), (f.w / 5, f.h)],
        "flowChartMerge": lambda f: [(0, 0), (f.w, 0), (f.w / 2, f.h)],
        "flowChartExtract": lambda f: [(0, f.h), (f.w / 2, 0), (f.w, f.h)],
    }
)
