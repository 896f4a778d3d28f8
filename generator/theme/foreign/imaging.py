"""Pictures and gradients that fill shapes, made so that stretching them to a box shows them as they are meant."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from generator.geometry import Box
from generator.notation import mixing, outlines
from generator.notation.mixing import Polygons
from generator.notation.outlines import IDENTITY, Matrix, Segment, combined
from generator.notation.pictures import Raster
from generator.page.items import Crop
from generator.theme.foreign.fills import Blend, Edges, Image
from generator.theme.foreign.frames import Place

PIXEL = 9525
"""The width of a pixel of a picture that does not say it, 96 an inch."""
FINE = 1200
"""Pixels of the longer side of what is cut along a form."""
_FLIP: Matrix = (-1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Stretched:
    """A picture and the box that it is stretched to after `crop`."""

    raster: Raster
    box: Box
    crop: Edges = (0.0, 0.0, 0.0, 0.0)

    @property
    def cut(self) -> Crop:
        """The crop as an item says it."""
        return Crop(*self.crop)


def picture(image: Image, place: Place, form: tuple[Segment, ...] | None) -> Stretched:
    """A picture in a shape, cut along its `form` where that is no rectangle."""
    if image.tile:
        wide, high = (max(0.01, abs(scale)) for scale in image.tile)
        tile = image.raster.width * PIXEL * wide, image.raster.height * PIXEL * high
        raster, crop = mixing.tiled(image.raster, (place.width or 1.0, place.height or 1.0), tile), (0.0, 0.0, 0.0, 0.0)
        inner = place
    else:
        crop, inset = _visible(image)
        raster, inner = image.raster, _within(place, inset)
    if image.alpha < 0.995:
        raster = mixing.faded(raster, max(0.0, image.alpha))
    if form is None and inner.straight:
        return Stretched(raster, inner.box, crop)
    raster = mixing.cut(raster, crop) if any(crop) else raster
    if form is not None:
        raster = mixing.masked(raster, shares(form, inner), _pixels(inner))
    return Stretched(_upright(raster, inner), inner.box)


def blend(gradient: Blend, place: Place, form: tuple[Segment, ...] | None) -> Stretched:
    """A gradient in a shape. It is drawn as it stands on the slide, so its line turns with the shape."""
    course = gradient.course
    if form is None and place.square:
        if course.degrees is not None:
            course = replace(course, degrees=round(_angle(combined(place.turn, _direction(course.degrees))), 3))
        box = place.box
        return Stretched(mixing.gradient(gradient.stops, course, box.w.emu / max(1, box.h.emu)), box)
    raster = mixing.gradient(gradient.stops, course, place.width / max(1.0, place.height))
    if form is not None:
        raster = mixing.masked(raster, shares(form, place), _pixels(place))
    return Stretched(_upright(raster, place), place.box)


def shares(form: tuple[Segment, ...], place: Place) -> Polygons:
    """A form as polygons whose corners are shares of its place's sides."""
    w, h = place.width or 1.0, place.height or 1.0
    return tuple(tuple((x / w, y / h) for x, y in outlines.flat(part)) for part in outlines.subpaths(form))


def _visible(image: Image) -> tuple[Edges, Edges]:
    """What is cut off the picture and left free of the shape, without what would lie outside either."""
    (l_, t, r, b), (il, it, ir, ib) = image.crop, image.inset
    across, down = _axis((l_, 1 - r), (il, 1 - ir)), _axis((t, 1 - b), (it, 1 - ib))
    return (
        (across[0], down[0], 1 - across[1], 1 - down[1]),
        (across[2], down[2], 1 - across[3], 1 - down[3]),
    )


def _axis(source: tuple[float, float], to: tuple[float, float]) -> tuple[float, float, float, float]:
    """Of a stretch of the picture that is shown on a stretch of the shape, what lies inside both."""
    (a, b), (p, q) = source, to
    way, reach = max(b - a, 1e-6), max(q - p, 1e-6)
    first = max(a, 0.0, a + (0.0 - p) / reach * way)
    last = min(b, 1.0, a + (1.0 - p) / reach * way)
    if last <= first:
        return 0.0, 1.0, 0.0, 1.0
    return first, last, p + (first - a) / way * reach, p + (last - a) / way * reach


def _within(place: Place, inset: Edges) -> Place:
    """The part of a place that a picture covers."""
    if not any(inset):
        return place
    left, top, right, low = inset
    corner: Matrix = (1.0, 0.0, 0.0, 1.0, place.width * left, place.height * top)
    w, h = place.width * (1 - left - right), place.height * (1 - top - low)
    return Place(w, h, combined(place.matrix, corner), place.turn, place.degrees)


def _pixels(place: Place) -> tuple[int, int]:
    factor = FINE / max(place.width, place.height, 1.0)
    return max(1, round(place.width * factor)), max(1, round(place.height * factor))


def _upright(raster: Raster, place: Place) -> Raster:
    """A picture flipped and turned as its place is."""
    turn = place.turn
    if turn[0] * turn[3] - turn[1] * turn[2] < 0:
        raster, turn = mixing.flipped(raster, True, False), combined(turn, _FLIP)
    degrees = round(_angle(turn), 3) % 360
    return mixing.turned(raster, degrees, place.width / max(1.0, place.height)) if degrees else raster


def _direction(degrees: float) -> Matrix:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return combined(IDENTITY, (c, s, -s, c, 0.0, 0.0))


def _angle(turn: Matrix) -> float:
    return math.degrees(math.atan2(turn[1], turn[0])) % 360
