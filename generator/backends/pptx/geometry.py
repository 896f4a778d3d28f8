"""Geometries as PowerPoint's preset shapes with computed adjustments, or as free forms; and where text stands in them."""

from __future__ import annotations

import math
from typing import assert_never

from generator.backends.pptx.markup import Element, add
from generator.geometry import ZERO, Box, Length
from generator.page.shapes import Chevron, Command, Corners, Ellipse, Geometry, Hexagon, Path, Rectangle, Rule, Verb
from generator.page.text import Align, Anchor, Inset, TextBody

_ADJUSTED = 100_000
_CORNER = 1 - math.sqrt(0.5)
"""How far a quarter circle's middle is from the corner it cuts, as a share of its radius."""
_GRID = 1000
"""A free form's units are written in thousandths, because the format knows whole numbers only."""
_VERBS = {Verb.MOVE: "a:moveTo", Verb.LINE: "a:lnTo", Verb.CURVE: "a:cubicBezTo", Verb.CLOSE: "a:close"}


def write_box(parent: Element, box: Box, tag: str = "a:xfrm") -> Element:
    """Append a position and a size."""
    made = add(parent, tag)
    add(made, "a:off", x=box.x.emu, y=box.y.emu)
    add(made, "a:ext", cx=box.w.emu, cy=box.h.emu)
    return made


def write_geometry(parent: Element, geometry: Geometry, box: Box) -> None:
    """Append the geometry, adjusted to the box it is drawn in."""
    match geometry:
        case Rectangle():
            _write_rectangle(parent, geometry, box)
        case Ellipse():
            _preset(parent, "ellipse")
        case Hexagon():
            _preset(parent, "hexagon", adj=_share(geometry.tip, box, 50_000 * box.w.emu // _short(box)), vf=115_470)
        case Chevron():
            name = "homePlate" if geometry.flat_left else "chevron"
            _preset(parent, name, adj=_share(geometry.tip, box, 100_000 * box.w.emu // _short(box)))
        case Rule(start, end, head):
            _preset(parent, "straightConnector1" if start or end or head else "line")
        case Path():
            _write_path(parent, geometry)
        case _:
            assert_never(geometry)


def fit_text(geometry: Geometry, box: Box, body: TextBody) -> tuple[Inset, bool]:
    """Return the insets that put the text where the page has it, and whether it may wrap.

    PowerPoint keeps text inside a rectangle within each preset shape; the page measures from the box. Where that
    rectangle is narrower than the text, which was broken for the box, wrapping is switched off.
    """
    edge, inset = _inner(geometry, box), body.inset
    centred = all(paragraph.align is Align.CENTRE for paragraph in body.paragraphs)
    left, right = _aside((inset.left, inset.right), (edge.left, edge.right), centred)
    top, bottom = _aside((inset.top, inset.bottom), (edge.top, edge.bottom), body.anchor is Anchor.MIDDLE)
    room = box.w - edge.left - edge.right - left - right
    narrowed = room < box.w - inset.left - inset.right
    return Inset(left, top, right, bottom), not (narrowed and room < body.width)


def _aside(asked: tuple[Length, Length], edges: tuple[Length, Length], centred: bool) -> tuple[Length, Length]:
    """Insets within the shape's own rectangle; what cannot be had on one side is taken off both if the text is centred."""
    near, far = asked[0] - edges[0], asked[1] - edges[1]
    if centred:
        missing = max(ZERO - near, ZERO - far, ZERO)
        return near + missing, far + missing
    return max(near, ZERO), max(far, ZERO)


def _inner(geometry: Geometry, box: Box) -> Inset:
    """The text rectangle of the preset shape, as insets from the box (ECMA-376, presetShapeDefinitions)."""
    match geometry:
        case Rectangle(radius=radius, corners=corners):
            cut = min(radius, _shorter(box) / 2) * _CORNER
            return Inset(cut, cut, cut, cut if corners is Corners.ALL else ZERO)
        case Ellipse():
            side, top = box.w * (_CORNER / 2), box.h * (_CORNER / 2)
            return Inset(side, top, side, top)
        case Hexagon(tip=tip):
            share = tip.ratio(box.w)
            part = 1 / 12 + share / 3 if share <= 1 / 4 else 1 / 24 + share / 2
            return Inset(box.w * part, box.h * part, box.w * part, box.h * part)
        case Chevron(tip=tip, flat_left=flat):
            return Inset(ZERO, ZERO, tip / 2, ZERO) if flat else Inset(tip, ZERO, tip, ZERO)
        case Rule() | Path():
            return Inset()
        case _:
            assert_never(geometry)


def _write_rectangle(parent: Element, geometry: Rectangle, box: Box) -> None:
    if not geometry.radius:
        _preset(parent, "rect")
    elif geometry.corners is Corners.ALL:
        _preset(parent, "roundRect", adj=_share(geometry.radius, box, 50_000))
    else:
        _preset(parent, "round2SameRect", adj1=_share(geometry.radius, box, 50_000), adj2=0)


def _preset(parent: Element, shape: str, **adjustments: int) -> None:
    guides = add(add(parent, "a:prstGeom", prst=shape), "a:avLst")
    for guide, value in adjustments.items():
        add(guides, "a:gd", name=guide, fmla=f"val {value}")


def _write_path(parent: Element, path: Path) -> None:
    form = add(parent, "a:custGeom")
    for tag in ("a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"):
        add(form, tag)
    add(form, "a:rect", l="l", t="t", r="r", b="b")
    drawn = add(add(form, "a:pathLst"), "a:path", w=round(path.width * _GRID), h=round(path.height * _GRID))
    for command in path.commands:
        _write_command(drawn, command)


def _write_command(parent: Element, command: Command) -> None:
    made = add(parent, _VERBS[command.verb])
    for x, y in command.points:
        add(made, "a:pt", x=round(x * _GRID), y=round(y * _GRID))


def _share(length: Length, box: Box, most: int) -> int:
    return max(0, min(most, round(length.ratio(Length(_short(box))) * _ADJUSTED)))


def _short(box: Box) -> int:
    return max(1, _shorter(box).emu)


def _shorter(box: Box) -> Length:
    return min(box.w, box.h)
