"""Where blocks may stand on a foreign layout: its placeholder's box, kept inside the slide and clear of what is drawn there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.geometry import Box, Length, Size, inch
from generator.page.items import ShapeItem
from generator.page.shapes import Rule
from generator.theme.foreign.design import DrawnItem, ForeignPlaceholder
from generator.theme.foreign.offers import Offer, overlap
from generator.theme.stage import canvas_of, scale_of

EDGE, AIR, FOOT_AIR = inch(0.3), inch(0.2), inch(0.12)
"""On the canvas: between a region and the slide's edge, the title, and the footers."""
NARROWEST, LOWEST = inch(5.0), inch(2.4)
"""Of a region on the canvas: in less no block has a chance."""
MOST_LOST = 0.35
"""What of a region may be given up to one drawn thing; larger ones are grounds to stand on."""
LOGO = 0.06
"""Of the slide: what is drawn smaller than this inside the place of a title is a logo, and no ground for it."""
CLEAR = inch(0.06)
NEAR = 0.06
"""How far apart, as a share of the slide's height, two titles are still at one place."""


@dataclass(frozen=True, slots=True)
class Region:
    """An area for blocks on the slide, and why it is not what the placeholder has."""

    box: Box
    why: str = ""

    def is_roomy(self, slide: Size) -> bool:
        """Whether blocks have a chance in it."""
        scale = scale_of(slide)
        return self.box.w >= NARROWEST * scale and self.box.h >= LOWEST * scale


def body_region(offer: Offer) -> Region:
    """The place of an offer's body, else the free area under its title."""
    region = Region(inner(offer.body), "") if offer.body else Region(_free(offer), "the free area under the title")
    return _cleared(offer, region)


def region_like(offer: Offer, content: Offer) -> Region:
    """The area for blocks on a layout without a place for them: as wide and as low as that of the layout for content."""
    if offer.body or content.body is None or offer is content:
        return body_region(offer)
    like, own = body_region(content).box, _free(offer)
    top = like.y if abs(offer.low - content.low) < NEAR else own.y
    return _cleared(offer, Region(Box(like.x, top, like.w, like.bottom - top), "as on the layout for content"))


def free_region(offer: Offer) -> Region:
    """The area under the title, whatever placeholders stand there."""
    return _cleared(offer, Region(_free(offer), "the free area under the title"))


def inner(place: ForeignPlaceholder) -> Box:
    """Where text stands in a placeholder."""
    inset = place.inset
    return place.box.inset(inset.left, inset.top, inset.right, inset.bottom)


def text_box(place: ForeignPlaceholder, offer: Offer) -> Box:
    """Where a title or subtitle stands: its placeholder's box, ending at a logo that is drawn at one side in it."""
    box, gap = inner(place), AIR * scale_of(offer.slide)
    for thing in () if place.fill else obstacles(offer.layout.items):
        shared = overlap(box, thing)
        if shared and _size(thing) < LOGO * offer.slide.w.inches * offer.slide.h.inches and shared.h > box.h * 0.25:
            best = max(list(_around(box, thing, gap))[2:], key=_size)
            box = best if _size(best) >= (1 - MOST_LOST) * _size(box) else box
    return box


def _free(offer: Offer) -> Box:
    """From the title down to the footers, as wide as the title or, where that is narrow, as the margins at both sides let it."""
    assert offer.title is not None
    title, slide, scale = inner(offer.title), offer.slide, scale_of(offer.slide)
    left = max(title.x, EDGE * scale)
    right = title.right if title.w.ratio(slide.w) > 0.6 else slide.w - min(left, slide.w * 0.1)
    top = title.bottom + AIR * scale
    return Box(left, top, right - left, slide.h - inch(0.5) * scale - top)


def _cleared(offer: Offer, region: Region) -> Region:
    """A region inside the slide, below the title, above the footers and beside what is drawn."""
    scale = scale_of(offer.slide)
    edge = EDGE * scale
    whole = Box(edge, edge, offer.slide.w - edge * 2, offer.slide.h - edge * 2)
    box = overlap(region.box, whole) or region.box
    if offer.title:
        under = inner(offer.title).bottom + AIR * scale
        if box.y < under and offer.title.box.y <= box.y + box.h * 0.3:
            box = replace(box, y=under, h=max(Length(0), box.bottom - under))
    for foot in offer.feet.values():
        if overlap(foot.box, box) and foot.box.y > box.y + box.h / 2:
            box = replace(box, h=foot.box.y - FOOT_AIR * scale - box.y)
    clear = beside(box, obstacles(offer.layout.items), CLEAR * scale)
    why = "; ".join(filter(None, (region.why, "smaller, to stay clear of what the layout draws" if clear != box else "")))
    return Region(clear, why)


def obstacles(items: Iterable[DrawnItem]) -> Iterator[Box]:
    """The boxes of all that a layout draws, backgrounds and lines left out."""
    for item in items:
        if item.box.w.emu > 0 and item.box.h.emu > 0 and not (isinstance(item, ShapeItem) and isinstance(item.geometry, Rule)):
            yield item.box


def beside(box: Box, drawn: Iterable[Box], gap: Length) -> Box:
    """What of a box is clear of drawn things at its edges; those that would take too much of it are stood upon."""
    for thing in sorted(drawn, key=lambda each: (-each.w.inches * each.h.inches, each.y, each.x)):
        if overlap(box, thing):
            best = max(_around(box, thing, gap), key=_size)
            if _size(best) >= (1 - MOST_LOST) * _size(box):
                box = best
    return box


def _around(box: Box, thing: Box, gap: Length) -> Iterator[Box]:
    """The parts of a box above, below, left and right of something."""
    yield replace(box, h=thing.y - gap - box.y)
    yield replace(box, y=thing.bottom + gap, h=box.bottom - thing.bottom - gap)
    yield replace(box, w=thing.x - gap - box.x)
    yield replace(box, x=thing.right + gap, w=box.right - thing.right - gap)


def _size(box: Box) -> float:
    return max(0.0, box.w.inches) * max(0.0, box.h.inches)


def on_canvas(box: Box, offer: Offer) -> Box:
    """A box of the slide in lengths of the canvas, inside it."""
    scale, canvas = scale_of(offer.slide), canvas_of(offer.slide)
    found = Box(box.x / scale, box.y / scale, box.w / scale, box.h / scale)
    whole = Box(Length(0), Length(0), canvas.w, canvas.h)
    return overlap(found, whole) or found
