"""The usual preset shapes as outlines: the angular ones, and those with arcs, holes or open ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.notation import outlines
from generator.notation.outlines import Segment
from generator.theme.foreign.angular import ANGULAR, Field
from generator.theme.foreign.arcs import Draft
from generator.theme.foreign.custom import Figure
from generator.theme.foreign.frames import DEGREE
from generator.theme.foreign.markup import Element, every

Figures = tuple[Figure, ...]


def preset(geometry: Element, width: float, height: float) -> Figures | None:
    """The paths of an `a:prstGeom` of that size; None for a shape that is not known here."""
    field = Field(width, height, MappingProxyType(dict(_adjustments(geometry))))
    name = geometry.get("prst", "rect")
    if name in ANGULAR:
        return (Figure(outlines.polygon(ANGULAR[name](field), closed=True)),)
    return ROUND[name](field) if name in ROUND else None


def _adjustments(geometry: Element) -> list[tuple[str, float]]:
    found = []
    for guide in every(geometry, "a:avLst/a:gd"):
        kind, _, text = guide.get("fmla", "").partition(" ")
        digits = text.strip().lstrip("-")
        if kind == "val" and digits.isdigit() and len(digits) < 12:
            found.append((guide.get("name", ""), float(text)))
    return found


def _solid(draft: Draft) -> Figures:
    return (Figure(tuple(draft.segments)),)


def _open(*drafts: Draft) -> Figures:
    return tuple(Figure(tuple(draft.segments), filled=False) for draft in drafts)


def _held(draft: Draft) -> Figures:
    """An open line, and what it holds, which is filled."""
    line = tuple(draft.segments)
    return Figure((*line, ("close", ())), stroked=False), Figure(line, filled=False)


def _rounded(top_left: str, top_right: str, low_right: str, low_left: str) -> Callable[[Field], Figures]:
    """A rectangle with round corners: each a name of the adjustment that says how round, empty for a pointed one."""

    def made(f: Field) -> Figures:
        usual = {"adj": 16667, "adj1": 16667, "adj2": 0}
        a, b, c, d = (
            f.depth(usual[name], f.short / 2, name) if name else 0.0 for name in (top_left, top_right, low_right, low_left)
        )
        draft = Draft().move(0, a).arc(a, a, 180, 90).line((f.w - b, 0)).arc(b, b, 270, 90)
        draft.line((f.w, f.h - c)).arc(c, c, 0, 90).line((d, f.h)).arc(d, d, 90, 90)
        return _solid(draft.close())

    return made


def _ellipse(f: Field) -> Figures:
    return (Figure(outlines.ellipse((f.w / 2, f.h / 2), f.w / 2, f.h / 2)),)


def _ring(outer: tuple[Segment, ...], inner: tuple[Segment, ...]) -> Figures:
    return (Figure((*outer, *inner)),)


def _donut(f: Field) -> Figures:
    thick = f.depth(25000, f.short / 2)
    middle = (f.w / 2, f.h / 2)
    return _ring(outlines.ellipse(middle, f.w / 2, f.h / 2), outlines.ellipse(middle, f.w / 2 - thick, f.h / 2 - thick))


def _frame(f: Field) -> Figures:
    thick = f.depth(12500, f.short / 2, "adj1")
    whole = outlines.rectangle((0, 0), (f.w, f.h), (0, 0))
    return _ring(whole, outlines.rectangle((thick, thick), (f.w - 2 * thick, f.h - 2 * thick), (0, 0)))


def _angles(f: Field, begin: float, end: float) -> tuple[float, float]:
    first = f.adjusted.get("adj1", begin * DEGREE) / DEGREE
    return first, (f.adjusted.get("adj2", end * DEGREE) / DEGREE - first) % 360


def _arc(f: Field, begin: float, end: float) -> Draft:
    """Part of the ellipse that fills the box, from one adjusted angle to the other."""
    first, sweep = _angles(f, begin, end)
    draft = Draft().move(f.w, f.h / 2)
    to = Draft(at=(f.w, f.h / 2)).arc(f.w / 2, f.h / 2, 0, first % 360).at
    draft.segments.clear()
    return draft.move(*to).arc(f.w / 2, f.h / 2, first % 360, sweep)


def _pie(f: Field) -> Figures:
    return _solid(_arc(f, 0, 270).line((f.w / 2, f.h / 2)).close())


def _chord(f: Field) -> Figures:
    return _solid(_arc(f, 45, 270).close())


def _curve(f: Field) -> Figures:
    draft = _arc(f, 270, 0)
    filled = Draft(list(draft.segments), draft.at).line((f.w / 2, f.h / 2)).close()
    return Figure(tuple(filled.segments), stroked=False), Figure(tuple(draft.segments), filled=False)


def _block_arc(f: Field) -> Figures:
    first, sweep = _angles(f, 180, 0)
    thick = f.depth(25000, f.short / 2, "adj3")
    a, b = f.w / 2 - thick, f.h / 2 - thick
    draft = _arc(f, 180, 0)
    inner = Draft(at=(f.w / 2 + a, f.h / 2)).arc(a, b, 0, (first + sweep) % 360).at
    return _solid(draft.line(inner).arc(a, b, (first + sweep) % 360, -sweep).close())


def _teardrop(f: Field) -> Figures:
    draft = Draft().move(0, f.h / 2).arc(f.w / 2, f.h / 2, 180, 90)
    draft.curve((f.w * 2 / 3, 0), (f.w * 5 / 6, 0), (f.w, 0)).curve((f.w, f.h / 6), (f.w, f.h / 3), (f.w, f.h / 2))
    return _solid(draft.arc(f.w / 2, f.h / 2, 0, 180).close())


def _terminator(f: Field) -> Figures:
    return (Figure(outlines.rectangle((0, 0), (f.w, f.h), (f.w * 3475 / 21600, f.h / 2))),)


def _folded(f: Field) -> Figures:
    x = f.depth(16667, f.short / 2)
    draft = Draft().move(0, 0).line((f.w, 0), (f.w, f.h - x), (f.w - x, f.h), (0, f.h)).close()
    return _solid(draft)


def _line(f: Field) -> Figures:
    return _open(Draft().move(0, 0).line((f.w, f.h)))


def _elbow(f: Field) -> Figures:
    x = f.w * f.adjusted.get("adj1", 50000) / 100_000
    return _open(Draft().move(0, 0).line((x, 0), (x, f.h), (f.w, f.h)))


def _bow(f: Field) -> Figures:
    x = f.w * f.adjusted.get("adj1", 50000) / 100_000
    middle = (x, f.h / 2)
    draft = Draft().move(0, 0).curve((x / 2, 0), (x, f.h / 4), middle)
    return _open(draft.curve((x, f.h * 3 / 4), ((x + f.w) / 2, f.h), (f.w, f.h)))


def _bracket(f: Field, left: bool) -> Draft:
    y = f.depth(8333, f.h / 2)
    if left:
        return Draft().move(f.w, f.h).arc(f.w, y, 90, 90).line((0, y)).arc(f.w, y, 180, 90)
    return Draft().move(0, 0).arc(f.w, y, 270, 90).line((f.w, f.h - y)).arc(f.w, y, 0, 90)


def _bracket_pair(f: Field) -> Figures:
    r = f.depth(16667, f.short / 2)
    left = Draft().move(r, f.h).arc(r, r, 90, 90).line((0, r)).arc(r, r, 180, 90)
    inner = Figure(outlines.rectangle((0, 0), (f.w, f.h), (r, r)), stroked=False)
    return inner, *_open(left, Draft().move(f.w - r, 0).arc(r, r, 270, 90).line((f.w, f.h - r)).arc(r, r, 0, 90))


def _brace(f: Field, left: bool) -> Figures:
    r, middle = f.depth(8333, f.h / 4, "adj1"), f.h * f.share("adj2", 50000)
    x = f.w / 2
    if left:
        draft = Draft().move(f.w, f.h).arc(x, r, 90, 90).line((x, middle + r)).arc(x, r, 0, -90)
        return _held(draft.arc(x, r, 90, -90).line((x, r)).arc(x, r, 180, 90))
    draft = Draft().move(0, 0).arc(x, r, 270, 90).line((x, middle - r)).arc(x, r, 180, -90)
    return _held(draft.arc(x, r, 270, -90).line((x, f.h - r)).arc(x, r, 0, 90))


ROUND: Mapping[str, Callable[[Field], Figures]] = MappingProxyType(
    {
        "roundRect": _rounded("adj", "adj", "adj", "adj"),
        "round1Rect": _rounded("", "adj", "", ""),
        "round2SameRect": _rounded("adj1", "adj1", "adj2", "adj2"),
        "round2DiagRect": _rounded("adj1", "adj2", "adj1", "adj2"),
        "flowChartAlternateProcess": _rounded("adj", "adj", "adj", "adj"),
        "flowChartTerminator": _terminator,
        "ellipse": _ellipse,
        "flowChartConnector": _ellipse,
        "donut": _donut,
        "frame": _frame,
        "pie": _pie,
        "chord": _chord,
        "arc": _curve,
        "blockArc": _block_arc,
        "teardrop": _teardrop,
        "foldedCorner": _folded,
        "line": _line,
        "straightConnector1": _line,
        "lineInv": lambda f: _open(Draft().move(0, f.h).line((f.w, 0))),
        "bentConnector2": lambda f: _open(Draft().move(0, 0).line((f.w, 0), (f.w, f.h))),
        "bentConnector3": _elbow,
        "curvedConnector2": lambda f: _open(Draft().move(0, 0).curve((f.w / 2, 0), (f.w, f.h / 2), (f.w, f.h))),
        "curvedConnector3": _bow,
        "leftBracket": lambda f: _held(_bracket(f, True)),
        "rightBracket": lambda f: _held(_bracket(f, False)),
        "bracketPair": _bracket_pair,
        "leftBrace": lambda f: _brace(f, True),
        "rightBrace": lambda f: _brace(f, False),
    }
)
