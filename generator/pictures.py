"""Pictures placed on a page: pixels as one item with no more of them than print needs, drawings as shapes one can edit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias, assert_never

from generator.geometry import Box, Length, inch
from generator.kit import Kit
from generator.notation.media import Media
from generator.notation.outlines import Segment, extent
from generator.notation.pictures import Raster, reduced
from generator.notation.svg import Drawing
from generator.page.colour import Colour
from generator.page.items import Crop, GroupItem, Item, PictureItem, ShapeItem, Stroke
from generator.page.shapes import Command, Path, Verb

PRINTED = 300
"""Pixels an inch that are enough for print."""
COARSEST = 150
"""Pixels an inch below which no picture is enlarged: what a full screen shows of a slide, and the least for print."""
_THINNEST = 0.5
"""The least width and height of a shape, in units of its drawing: a box without area cannot be scaled."""
WHOLE = Crop()
"""Nothing cut off."""
_Edges: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as a page shows it. Without `alt` it is decorative. Drawings are never cropped."""

    media: Media
    alt: str = ""
    crop: Crop = WHOLE


def aspect(media: Media) -> float:
    """How many times as wide as high a picture is."""
    return media.width / media.height


def widest(media: Media) -> Length:
    """How wide a picture may stand before its pixels show; a drawing may be as wide as it likes."""
    match media:
        case Raster():
            return inch(media.width / COARSEST)
        case Drawing():
            return inch(1000)
        case _:
            assert_never(media)


def fitted(media: Media, box: Box) -> Box:
    """The largest place for the whole picture in the middle of a box, its pixels not enlarged too far."""
    width = min(box.w, box.h * aspect(media), widest(media))
    return box.centred(width, width / aspect(media))


def picture(kit: Kit, name: str, box: Box, shown: Shown) -> Item:
    """The picture stretched to a box, which has the shape of what is left of it."""
    match shown.media:
        case Raster():
            return _raster(kit, name, box, shown.media, shown)
        case Drawing():
            return _drawing(kit, name, box, shown.media, shown.alt)
        case _:
            assert_never(shown.media)


def _raster(kit: Kit, name: str, box: Box, media: Raster, shown: Shown) -> PictureItem:
    whole = box.w.inches / (1 - shown.crop.left - shown.crop.right)
    fine = reduced(media, max(1, round(whole * PRINTED)))
    mark = kit.mark(name, shown.alt)
    return PictureItem(mark, box, fine.data, fine.format, (fine.width, fine.height), shown.crop)


def _drawing(kit: Kit, name: str, box: Box, media: Drawing, alt: str) -> GroupItem:
    """A group of shapes, each in a box of its own."""
    unit = box.w.emu / media.width
    items: list[Item] = []
    for number, outline in enumerate(media.outlines, 1):
        left, top, right, low = edges = _edges(outline.segments)
        lengths = (Length(round(value * unit)) for value in (left, top, right - left, low - top))
        x, y, w, h = lengths
        items.append(
            ShapeItem(
                kit.mark(f"{name}-{number}"),
                Box(box.x + x, box.y + y, w, h),
                _path(outline.segments, edges, outline.soft),
                Colour(f"#{outline.fill}") if outline.fill else None,
                Stroke(Colour(f"#{outline.stroke}"), Length(round(outline.width * unit))) if outline.stroke else None,
            )
        )
    return GroupItem(kit.mark(name, alt), box, tuple(items))


@lru_cache(maxsize=4096)
def _edges(segments: tuple[Segment, ...]) -> _Edges:
    left, top, right, low = extent(segments)
    return left, top, max(right, left + _THINNEST), max(low, top + _THINNEST)


@lru_cache(maxsize=4096)
def _path(segments: tuple[Segment, ...], edges: _Edges, soft: bool) -> Path:
    left, top, right, low = edges
    commands = (Command(Verb(verb), tuple((x - left, y - top) for x, y in points)) for verb, points in segments)
    return Path(tuple(commands), right - left, low - top, soft)
