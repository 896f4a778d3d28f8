"""Fills and lines of shapes and backgrounds, their own or the theme's, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from generator.geometry import Length
from generator.notation.mixing import Course, Recolouring, Stops, recoloured
from generator.notation.pictures import Raster
from generator.theme.foreign.colours import Tint
from generator.theme.foreign.design_part import DesignPart
from generator.theme.foreign.frames import DEGREE
from generator.theme.foreign.markup import Element, at, every, is_drawing, local, number, parts, relation, share, whole

HAIRLINE = 9525
"""The width of a line that does not say it."""
MOST_STOPS = 100
_FILLS = frozenset({"noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"})
_DENSITY: Mapping[str, float] = MappingProxyType({"lt": 0.2, "dk": 0.7, "wd": 0.4, "na": 0.4, "pct": 0.5})


@dataclass(frozen=True, slots=True)
class Blend:
    """A gradient and where it leads."""

    stops: Stops
    course: Course

    @property
    def mean(self) -> Tint:
        """Its colour from afar."""
        spans = list(zip(self.stops, self.stops[1:], strict=False)) or [(self.stops[0], self.stops[0])]
        weights = [max(b[0] - a[0], 1e-6) for a, b in spans]
        total = sum(weights)
        mixed = [
            sum(w * (a[1][i] + b[1][i]) / 2 for w, (a, b) in zip(weights, spans, strict=True)) / total / 255 for i in range(4)
        ]
        return Tint(*mixed)


Edges: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that fills a shape: shares cut off it, and left free of the shape's sides, on the left, top, right and bottom."""

    raster: Raster
    crop: Edges = (0.0, 0.0, 0.0, 0.0)
    inset: Edges = (0.0, 0.0, 0.0, 0.0)
    alpha: float = 1.0
    tile: tuple[float, float] | None = None
    """How many times its size at 72 pixels an inch each copy has where it is repeated; None where it is stretched."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A fill that cannot be drawn, in words."""

    what: str
    stand_in: Tint | None = None


Fill: TypeAlias = Tint | Blend | Image | Unknown | None


@dataclass(frozen=True, slots=True)
class Pen:
    """A line's look."""

    colour: Tint
    width: Length
    dashed: bool
    headed: bool
    """Whether it ends in arrow heads."""


@dataclass(frozen=True, slots=True)
class Source:
    """Whose markup it is: the master or layout, and the part that its relationships belong to."""

    opened: DesignPart
    part: str


def fill_in(found: Element | None) -> Element | None:
    """The fill that properties state, `a:noFill` included; None where they state none."""
    return next((child for child in parts(found) if is_drawing(child) and local(child) in _FILLS), None)


def fill(found: Element, source: Source) -> Fill:
    """What a fill's tag comes to."""
    palette = source.opened.palette
    match local(found):
        case "solidFill":
            return palette.in_(found) or Tint.of("000000")
        case "gradFill":
            return _blend(found, source)
        case "blipFill":
            return image(found, source)
        case "pattFill":
            front, back = palette.in_(at(found, "a:fgClr")), palette.in_(at(found, "a:bgClr"))
            share = _pattern(found.get("prst", ""))
            mixed = replace(front or Tint.of("000000"), alpha=share).over((back or Tint.of("FFFFFF")).hex)
            return Unknown("a pattern", Tint.of(mixed))
        case _:
            return None


def _pattern(name: str) -> float:
    """How much of a pattern is foreground."""
    if name.startswith("pct") and name[3:].isdigit():
        return int(name[3:]) / 100
    return next((share for start, share in _DENSITY.items() if name.startswith(start)), 0.4)


def _blend(found: Element, source: Source) -> Fill:
    palette = source.opened.palette
    stops = []
    for stop in list(every(found, "a:gsLst/a:gs"))[:MOST_STOPS]:
        colour = palette.in_(stop)
        if colour is not None:
            stops.append((min(1.0, max(0.0, share(stop, "pos", 0.0))), colour.rgba))
    if not stops:
        return None
    stops.sort(key=lambda stop: stop[0])
    return Blend(tuple(stops), _course(found))


def _course(found: Element) -> Course:
    path = at(found, "a:path")
    if path is None:
        return Course(whole(at(found, "a:lin"), "ang") / DEGREE % 360)
    left, top, right, low = (share(at(path, "a:fillToRect"), key, 0.0) for key in ("l", "t", "r", "b"))
    centre = min(1.0, max(0.0, (left + 1 - right) / 2)), min(1.0, max(0.0, (top + 1 - low) / 2))
    return Course(None, centre, path.get("path") in ("rect", "shape"))


def image(found: Element, source: Source) -> Image | Unknown:
    """The picture of a `blipFill`."""
    blip = at(found, "a:blip")
    raster = source.opened.media(source.part, relation(blip, "embed") or relation(blip, "link"))
    if isinstance(raster, str):
        return Unknown(raster)
    alpha = share(at(blip, "a:alphaModFix"), "amt", 1.0)
    changed = _recolouring(blip, source)
    raster = recoloured(raster, changed) if changed != Recolouring() else raster
    tile = at(found, "a:tile")
    scales = (share(tile, "sx", 1.0), share(tile, "sy", 1.0)) if tile is not None else None
    crop = _edges(at(found, "a:srcRect"))
    return Image(raster, crop, _edges(at(found, "a:stretch/a:fillRect")), alpha, scales)


def _recolouring(blip: Element | None, source: Source) -> Recolouring:
    """What a picture's markup does to its colours."""
    palette = source.opened.palette
    pair = [palette.tint(child).rgba for child in parts(at(blip, "a:duotone"))]
    change, light = at(blip, "a:clrChange"), at(blip, "a:lum")
    gone, to = palette.in_(at(change, "a:clrFrom")), palette.in_(at(change, "a:clrTo"))
    return Recolouring(
        (pair[0], pair[1]) if len(pair) == 2 else None,
        at(blip, "a:grayscl") is not None or at(blip, "a:biLevel") is not None,
        share(light, "bright", 0.0),
        share(light, "contrast", 0.0),
        gone.rgba if gone is not None and to is not None and to.alpha < 0.5 else None,
    )


def _edges(found: Element | None) -> Edges:
    left, top, right, low = (share(found, key, 0.0) for key in ("l", "t", "r", "b"))
    return (left, top, right, low) if left + right < 0.99 and top + low < 0.99 else (0.0, 0.0, 0.0, 0.0)


def styled_fill(properties: Element | None, style: Element | None, source: Source) -> Fill:
    """A shape's fill: its own, else the one its style takes from the theme."""
    own = fill_in(properties)
    if own is not None:
        return fill(own, source)
    reference = at(style, "a:fillRef")
    return themed(reference, source.opened) if reference is not None else None


def themed(reference: Element, opened: DesignPart) -> Fill:
    """The fill that a reference (`a:fillRef`, `p:bgRef`) takes from the theme, in the reference's colour."""
    number = whole(reference, "idx")
    listed, entry = ("bgFillStyleLst", number - 1000) if number > 1000 else ("fillStyleLst", number)
    found = opened.format.entry(listed, entry)
    if found is None:
        return None
    painted = opened.under(opened.palette.with_stand_in(opened.palette.in_(reference)))
    return fill(found, Source(painted, opened.format.part))


def pen(properties: Element | None, style: Element | None, source: Source) -> Pen | None:
    """A shape's line: its own, with the theme's for what it leaves open; None where there is none."""
    own, reference = at(properties, "a:ln"), at(style, "a:lnRef")
    opened = source.opened
    theme = opened.format.entry("lnStyleLst", whole(reference, "idx")) if reference is not None else None
    stated = fill_in(own)
    if stated is not None:
        colour = fill(stated, source)
    elif theme is not None and reference is not None:
        painted = opened.under(opened.palette.with_stand_in(opened.palette.in_(reference)))
        under = fill_in(theme)
        colour = fill(under, Source(painted, opened.format.part)) if under is not None else None
    else:
        return None
    flat = colour.mean if isinstance(colour, Blend) else colour.stand_in if isinstance(colour, Unknown) else colour
    if not isinstance(flat, Tint):
        return None
    width = number(own, "w", number(theme, "w", HAIRLINE))
    dash = at(own, "a:prstDash") if at(own, "a:prstDash") is not None else at(theme, "a:prstDash")
    dashed = (dash is not None and dash.get("val") != "solid") or at(own, "a:custDash") is not None
    heads = (at(own, "a:headEnd"), at(own, "a:tailEnd"))
    headed = any(end is not None and end.get("type", "none") != "none" for end in heads)
    return Pen(flat, Length(round(max(0.0, width))), dashed, headed)
