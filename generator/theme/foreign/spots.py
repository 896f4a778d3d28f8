"""Spots on foreign layouts: its own boxes, type, alignment and colours for titles and feet, and the region for blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.geometry import Box, Length, inch, pt
from generator.page.colour import Colour, ColourScheme, channels, contrast
from generator.page.text import Anchor
from generator.theme.foreign.design import ForeignLayout, ForeignPlaceholder
from generator.theme.foreign.grounds import ground_under, grounds_under
from generator.theme.foreign.offers import Offer
from generator.theme.foreign.regions import body_region, free_region, inner, on_canvas, region_like, text_box
from generator.theme.foreign.tones import TEXT, Ground, ink_on, named
from generator.theme.stage import DIVIDER, TITLE_SLIDE, Foot, Spot, TextPlace, canvas_of, scale_of
from generator.theme.tokens import SCALE

FLOOR, LEAD = 20.0, 16.0
"""Points on the canvas: of titles, and of the line below the title of an opening slide."""
SMALLEST_FOOT = 8.0
"""Points in the file."""
LINE = 1.2
NARROW_FOOT = inch(0.35)
"""Of the canvas; in less no page number stands."""
LARGE, LARGE_TEXT = 24.0, 3.0
"""Points in the file from which on a contrast is enough (WCAG 2.2, 1.4.3)."""
FAINT = 1.4
"""A colour with less contrast is one for another ground, and no shade of it is meant."""
CONTENT_AREA, OPENING, PROMISE = 0.35, 36.0, 28.0
"""The share of the slide from which on a place is for content, and points of what opens a section there: in a place for content,
and in free area, under a title that is the larger one."""
OPENERS = (TITLE_SLIDE, DIVIDER)


class Repaints:
    """What was painted otherwise than the template says, to be told once."""

    def __init__(self) -> None:
        self.told: dict[str, None] = {}

    def note(self, text: str) -> None:
        """Remember one."""
        self.told.setdefault(text, None)


@dataclass(frozen=True, slots=True)
class Painter:
    """The colours of the master's scheme on what really lies below."""

    scheme: ColourScheme
    roles: Mapping[str, Colour]
    """Our roles on ordinary slides."""
    repaints: Repaints
    content: Offer
    """What content stands on; other layouts are like it where they say nothing."""

    def text(self, layout: ForeignLayout, box: Box, wish: str, what: str, size: float = 0) -> Colour:
        """The colour for a text in a box: the template's own if it can be read there, else one of its text colours.

        Type of `size` points, 24 or more, can be read with less contrast.
        """
        mean, dark, light = grounds_under(layout, box)
        grounds = [Ground(self.scheme, named(self.scheme, value)) for value in (mean, dark, light)]
        own = named(self.scheme, wish)
        least = TEXT if contrast(channels(dark), channels(light)) < 1.6 else 3.0
        need = LARGE_TEXT if size >= LARGE else TEXT
        least = min(least, need)
        if grounds[0].against(own) >= need and min(g.against(own) for g in grounds) >= least - 1.5:
            return own
        best = self._shaded(grounds, own, least) or ink_on(grounds[0], [self.roles["dk1"]], TEXT)
        ratio = grounds[0].against(own)
        self.repaints.note(f"{what} of {layout.name!r}: {wish} has contrast {ratio:.1f} there, {self.scheme.hex(best)} is used")
        return best

    def place(self, layout: ForeignLayout, place: ForeignPlaceholder, what: str, size: float = 0) -> Colour:
        """The colour for the text of a placeholder; one with a ground of its own keeps its colour."""
        return self.own(place) if place.fill else self.text(layout, inner(place), place.look.colour, what, size)

    def own(self, place: ForeignPlaceholder) -> Colour:
        """A placeholder's own colour."""
        return named(self.scheme, place.look.colour)

    def _shaded(self, grounds: list[Ground], own: Colour, least: float) -> Colour | None:
        """A shade of the template's own colour, where one can be read on all that lies below."""
        shade = grounds[0].readable(own)
        serves = grounds[0].against(own) > FAINT and min(ground.against(shade) for ground in grounds) >= least - 1.5
        return shade if serves and grounds[0].against(shade) >= TEXT else None


def spot_of(sort: str, offer: Offer, name: str, painter: Painter, region: Box | None = None) -> Spot:
    """The spot of a sort of slide on the layout of an offer; `region` is a person's own, on the slide."""
    assert offer.title is not None
    opener = sort in OPENERS
    roles = dict(painter.roles)
    size, scale = offer.title.look.size.pt * offer.title.font_scale, scale_of(offer.slide)
    roles["title"] = painter.place(offer.layout, offer.title, "title", size)
    floor = max(FLOOR, LARGE / scale) if _is_faint(painter, offer, roles["title"]) else FLOOR
    title = _place(offer, offer.title, floor, "title")
    feet = {} if opener else dict(_feet(offer, painter, roles, scale))
    kicker = None if opener else _kicker(offer, painter, roles)
    found = region or (body_region(offer) if opener else region_like(offer, painter.content)).box
    subtitle = _subtitle(offer, painter, roles) if opener else None
    return Spot(
        layout=name,
        title=title,
        body=on_canvas(found, offer),
        subtitle=subtitle,
        figure=_figure(offer, painter, roles) if sort == DIVIDER else None,
        kicker=kicker,
        feet=feet,
        ground=roles["lt1"],
        roles=roles,
    )


def _is_faint(painter: Painter, offer: Offer, colour: Colour) -> bool:
    """Whether the title can be read in large type only."""
    assert offer.title is not None
    mean = offer.title.fill or ground_under(offer.layout, inner(offer.title))
    return Ground(painter.scheme, named(painter.scheme, mean)).against(colour) < TEXT


def _place(offer: Offer, place: ForeignPlaceholder, floor: float, slot: str, role: str = "") -> TextPlace:
    look, scale = place.look, scale_of(offer.slide)
    return TextPlace(
        on_canvas(text_box(place, offer), offer),
        steps(look.size.pt * place.font_scale / scale, floor),
        Colour(role or slot),
        bold=look.bold,
        align=look.align,
        anchor=place.anchor,
        line_height=look.line_height,
        slot=slot,
    )


def steps(own: float, floor: float) -> tuple[float, ...]:
    """The layout's own size, then those of the type scale below it down to the floor."""
    return (own, *(size.pt for size in reversed(SCALE) if floor <= size.pt < own - 0.5))


def _kicker(offer: Offer, painter: Painter, roles: dict[str, Colour]) -> TextPlace | None:
    if offer.kicker is None:
        return None
    roles["eyebrow"] = painter.text(offer.layout, inner(offer.kicker), offer.kicker.look.colour, "kicker")
    return _place(offer, offer.kicker, 14, "eyebrow")


def _figure(offer: Offer, painter: Painter, roles: dict[str, Colour]) -> TextPlace | None:
    place = offer.figure
    if place is None:
        return None
    roles["figure"] = painter.place(offer.layout, place, "number", place.look.size.pt)
    return _place(offer, place, 28, "figure")


def _subtitle(offer: Offer, painter: Painter, roles: dict[str, Colour]) -> TextPlace:
    """The place of its own, else the free area under the title; on a layout for content the middle of its place."""
    place = offer.subtitle
    if offer.area >= CONTENT_AREA:
        return _in_content(offer, painter, roles)
    if place is not None:
        roles["subtitle"] = painter.place(offer.layout, place, "subtitle")
        return _place(offer, place, LEAD, "subtitle")
    assert offer.title is not None
    box = free_region(offer).box
    roles["subtitle"] = painter.text(offer.layout, box, offer.title.look.colour, "text under the title")
    title = _place(offer, offer.title, FLOOR, "title")
    if offer.layout is painter.content.layout:
        # nothing but free area under a title at the top: small type right below it would leave the slide empty
        large = TextPlace(on_canvas(box, offer), steps(PROMISE, LEAD), Colour("subtitle"), bold=False, align=title.align)
        return replace(large, anchor=Anchor.MIDDLE, line_height=LINE)
    sizes = steps(min(24.0, title.sizes[0]), LEAD)
    return TextPlace(on_canvas(box, offer), sizes, Colour("subtitle"), bold=False, align=title.align, line_height=LINE)


def _in_content(offer: Offer, painter: Painter, roles: dict[str, Colour]) -> TextPlace:
    """Large type in the middle of the place for content, where a layout for content has to open something."""
    assert offer.title is not None and offer.body is not None
    region = body_region(offer).box
    roles["subtitle"] = painter.text(offer.layout, region, offer.body.look.colour, "text under the title")
    sizes = steps(OPENING, LEAD)
    box = on_canvas(region, offer)
    return TextPlace(box, sizes, Colour("subtitle"), bold=False, anchor=Anchor.MIDDLE, line_height=LINE, slot="body")


def _feet(offer: Offer, painter: Painter, roles: dict[str, Colour], scale: float) -> Iterator[tuple[str, Foot]]:
    """The footers that the layout has, in their places; one with a ground of its own keeps all of it."""
    canvas = canvas_of(offer.slide)
    for slot, place in offer.feet.items():
        size = max(SMALLEST_FOOT, place.look.size.pt * place.font_scale) / scale
        box = on_canvas(inner(place), offer)
        if box.w < NARROW_FOOT or box.y > canvas.h:
            continue
        roles[slot] = painter.own(place) if place.fill else painter.text(offer.layout, inner(place), place.look.colour, "footer")
        yield slot, Foot(_high(box, pt(size * LINE), place.anchor), size, place.look.align, Colour(slot), place.anchor)


def _high(box: Box, least: Length, anchor: Anchor) -> Box:
    """A box in which one line stands, where the anchor puts it in a lower one."""
    if box.h >= least:
        return box
    more = least - box.h
    up = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}[anchor]
    return replace(box, y=box.y - more * up, h=least)
