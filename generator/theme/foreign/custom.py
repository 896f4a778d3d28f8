"""Free forms (`a:custGeom`) as outlines: guides are computed, arcs become curves (ECMA-376 part 1, 20.1.9)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.notation.outlines import Point, Segment
from generator.theme.foreign.arcs import Draft
from generator.theme.foreign.frames import DEGREE
from generator.theme.foreign.markup import Element, every, local, number, parts, truth

MOST_GUIDES, MOST_STEPS = 2_000, 20_000
QUARTER = 90 * DEGREE


@dataclass(frozen=True, slots=True)
class Figure:
    """One path of a shape, in the shape's own units, and whether it is filled and stroked."""

    segments: tuple[Segment, ...]
    filled: bool = True
    stroked: bool = True


def figures(found: Element, width: float, height: float) -> tuple[Figure, ...]:
    """The paths of a free form of that size."""
    guides = _guides(found, width, height)
    made, steps = [], 0
    for path in every(found, "a:pathLst/a:path"):
        steps += len(path)
        if steps > MOST_STEPS:
            break
        w, h = number(path, "w"), number(path, "h")
        scale = (width / w if w > 0 else 1.0), (height / h if h > 0 else 1.0)
        segments = tuple(_path(path, guides, scale).segments)
        made.append(Figure(segments, path.get("fill") != "none", truth(path, "stroke", True)))
    return tuple(made)


def _path(path: Element, guides: Mapping[str, float], scale: Point) -> Draft:
    across, down = scale
    draft = Draft()

    def value(found: Element, key: str) -> float:
        return _value(found.get(key, "0"), guides)

    for step in parts(path):
        points = [(value(p, "x") * across, value(p, "y") * down) for p in every(step, "a:pt")]
        match local(step), points:
            case "moveTo", [point]:
                draft.move(*point)
            case "lnTo", [point]:
                draft.line(point)
            case "cubicBezTo", [one, two, end]:
                draft.curve(one, two, end)
            case "quadBezTo", [control, end]:
                draft.curve(_toward(draft.at, control), _toward(end, control), end)
            case "arcTo", _:
                begin, sweep = value(step, "stAng") / DEGREE, value(step, "swAng") / DEGREE
                draft.arc(value(step, "wR") * across, value(step, "hR") * down, begin, sweep)
            case "close", _:
                draft.close()
    return draft


def _toward(point: Point, control: Point) -> Point:
    return point[0] + 2 / 3 * (control[0] - point[0]), point[1] + 2 / 3 * (control[1] - point[1])


def _guides(found: Element, w: float, h: float) -> dict[str, float]:
    """Every guide's value, the built-in ones first."""
    short, long = min(w, h), max(w, h)
    known = {"w": w, "h": h, "l": 0.0, "t": 0.0, "r": w, "b": h, "hc": w / 2, "vc": h / 2, "ss": short, "ls": long}
    for part in (2, 3, 4, 5, 6, 8, 10, 12, 16, 32):
        known |= {f"wd{part}": w / part, f"hd{part}": h / part, f"ssd{part}": short / part}
    for name, share in (("cd2", 2.0), ("cd4", 1.0), ("cd8", 0.5), ("3cd4", 3.0), ("3cd8", 1.5), ("5cd8", 2.5), ("7cd8", 3.5)):
        known[name] = QUARTER * share
    for count, guide in enumerate((*every(found, "a:avLst/a:gd"), *every(found, "a:gdLst/a:gd"))):
        if count < MOST_GUIDES:
            known[guide.get("name", "")] = _computed(guide.get("fmla", ""), known)
    return known


def _value(text: str, known: Mapping[str, float]) -> float:
    if text in known:
        return known[text]
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return value if math.isfinite(value) else 0.0


def _computed(formula: str, known: Mapping[str, float]) -> float:
    """A formula's value; 0 where it cannot be computed."""
    name, *written = formula.split() or [""]
    values = [_value(text, known) for text in written]
    try:
        value = float(_FORMULAS[name](*values))
    except (ArithmeticError, ValueError, LookupError, TypeError):
        return 0.0
    return value if math.isfinite(value) else 0.0


def _turned(angle: float) -> float:
    return math.radians(angle / DEGREE)


_FORMULAS: Mapping[str, Callable[..., float]] = MappingProxyType(
    {
        "val": lambda x: x,
        "*/": lambda x, y, z: x * y / z,
        "+-": lambda x, y, z: x + y - z,
        "+/": lambda x, y, z: (x + y) / z,
        "?:": lambda x, y, z: y if x > 0 else z,
        "abs": abs,
        "at2": lambda x, y: math.degrees(math.atan2(y, x)) * DEGREE,
        "cat2": lambda x, y, z: x * math.cos(math.atan2(z, y)),
        "sat2": lambda x, y, z: x * math.sin(math.atan2(z, y)),
        "cos": lambda x, y: x * math.cos(_turned(y)),
        "sin": lambda x, y: x * math.sin(_turned(y)),
        "tan": lambda x, y: x * math.tan(_turned(y)),
        "max": max,
        "min": min,
        "mod": lambda x, y, z: math.sqrt(x * x + y * y + z * z),
        "pin": lambda x, y, z: min(max(x, y), z),
        "sqrt": math.sqrt,
    }
)
