"""Title slides and section dividers: pages that open something. Each drawing that a theme may choose has its composition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from generator.geometry import ZERO, Box, inch
from generator.kit import Kit
from generator.layout.arches import ARCHED, arches
from generator.layout.cover_parts import facts, inks_on, opening, pills, session_line, stations, voices
from generator.layout.dividing import name_of, number_of, of_deck, promise_of
from generator.layout.logo import on_cover
from generator.layout.rings import Ringed, rings
from generator.layout.tiles import ROWS, tiles
from generator.outline.model import Deck, Slide
from generator.page.items import Item
from generator.theme.look import Drawing
from generator.theme.stage import Spot

MOST_TILES = 3
"""Columns of tiles on a cover."""
Drawn: TypeAlias = Callable[[Kit, Deck, Slide, Spot], tuple[Item, ...]]


def cover(kit: Kit, deck: Deck, slide: Slide, spot: Spot) -> tuple[Item, ...]:
    """The title slide: role pill, headline, subtitle, three facts and what the theme draws for the subject."""
    return (*COVERS[kit.theme.look.opening.drawing](kit, deck, slide, spot), *on_cover(kit, deck.colophon.organisation, spot))


def divider(kit: Kit, deck: Deck, slide: Slide, spot: Spot) -> tuple[Item, ...]:
    """A section's opening: number, name, promise, and how far the deck has come."""
    return DIVIDERS[kit.theme.look.section.drawing](kit, deck, slide, spot)


def _tiled_cover(kit: Kit, deck: Deck, slide: Slide, spot: Spot) -> tuple[Item, ...]:
    canvas = kit.theme.stage.canvas
    side = canvas.h / ROWS
    columns = min(MOST_TILES, int((canvas.w - spot.title.box.right).ratio(side)))
    return (
        *opening(kit, deck, slide.title, spot),
        *pills(kit, deck, spot.title.box),
        *facts(kit, deck, spot, (inks_on(kit, spot).line, 1)),
        *session_line(kit, deck.colophon.session, spot),
        *tiles(kit, (deck.pattern, spot.dark), Box(canvas.w - side * columns, ZERO, side * columns, canvas.h), columns),
    )


def _ringed_cover(kit: Kit, deck: Deck, slide: Slide, spot: Spot) -> tuple[Item, ...]:
    canvas = kit.theme.stage.canvas
    left = spot.title.box.right + inch(0.45)
    return (
        *opening(kit, deck, slide.title, spot),
        *pills(kit, deck, spot.title.box),
        *facts(kit, deck, spot, (inks_on(kit, spot).accent, 4)),
        *session_line(kit, deck.colophon.session, spot),
        *rings(kit, Ringed(deck.pattern, spot.dark, voices(kit, deck)), Box(left, ZERO, canvas.w - left, canvas.h)),
    )


def _arched_cover(kit: Kit, deck: Deck, slide: Slide, spot: Spot) -> tuple[Item, ...]:
    canvas = kit.theme.stage.canvas
    left = spot.title.box.right + inch(0.5)
    place = Box(left, ZERO, canvas.w - kit.theme.look.grid.margin - left, canvas.h)
    return (
        *opening(kit, deck, slide.title, spot),
        *pills(kit, deck, spot.title.box),
        *facts(kit, deck, spot, (inks_on(kit, spot).strong, 0.75)),
        *session_line(kit, deck.colophon.session, spot),
        *arches(kit, (deck.pattern, spot.dark), place, voices(kit, deck)),
    )


def _tiled_divider(kit: Kit, deck: Deck, slide: Slide, spot: Spot) -> tuple[Item, ...]:
    canvas, place = kit.theme.stage.canvas, spot.title.box
    side, edge = canvas.h / ROWS, kit.theme.look.grid.margin
    line = Box(edge, canvas.h - inch(1.08), canvas.w - side - inch(0.658) - edge, inch(0.06))
    name = name_of(kit, deck.sections[slide.section], spot, beside=80)
    return (
        name,
        of_deck(kit, deck, Box(edge, inch(0.62), inch(9), inch(0.35)), spot),
        number_of(kit, slide.section, Box(edge, place.y, place.x - edge - inch(0.15), place.h), inks_on(kit, spot).accent),
        promise_of(kit, deck.sections[slide.section], name, spot),
        *stations(kit, deck, slide.section, line, inks_on(kit, spot)),
        *tiles(kit, (deck.pattern, spot.dark), Box(canvas.w - side, ZERO, side, canvas.h), 1),
    )


def _ringed_divider(kit: Kit, deck: Deck, slide: Slide, spot: Spot) -> tuple[Item, ...]:
    canvas, place = kit.theme.stage.canvas, spot.title.box
    panel = Box(ZERO, ZERO, place.x - inch(0.7), canvas.h)
    line = Box(place.x, canvas.h - inch(1.2), place.w, inch(0.12))
    name = name_of(kit, deck.sections[slide.section], spot)
    edge = kit.theme.look.grid.margin
    number = Box(edge, inch(0.95), panel.w - edge - inch(0.3), inch(1.3))
    return (
        *rings(kit, Ringed(deck.pattern, spot.dark, voices(kit, deck), number.bottom), panel),
        number_of(kit, slide.section, number, kit.paper),
        of_deck(kit, deck, Box(place.x, inch(0.62), place.w, inch(0.35)), spot),
        name,
        promise_of(kit, deck.sections[slide.section], name, spot),
        *stations(kit, deck, slide.section, line, inks_on(kit, spot)),
    )


def _arched_divider(kit: Kit, deck: Deck, slide: Slide, spot: Spot) -> tuple[Item, ...]:
    canvas, place = kit.theme.stage.canvas, spot.title.box
    name = name_of(kit, deck.sections[slide.section], spot)
    width = min(place.w, inch(1.9) * len(deck.sections) + inch(1.5))
    line = Box((canvas.w - width) / 2, canvas.h - inch(1.2), width, inch(0.03))
    niche = Box((canvas.w - ARCHED.w) / 2, place.y - ARCHED.h - inch(0.3), ARCHED.w, ARCHED.h)
    return (
        *arches(kit, (0, spot.dark), niche, voices(kit, deck)),
        number_of(kit, slide.section, niche.inset(ZERO, inch(0.28), ZERO, ZERO), kit.paper, middle=True),
        name,
        promise_of(kit, deck.sections[slide.section], name, spot),
        *stations(kit, deck, slide.section, line, inks_on(kit, spot)),
    )


COVERS: Mapping[Drawing, Drawn] = MappingProxyType(
    {Drawing.TILES: _tiled_cover, Drawing.RINGS: _ringed_cover, Drawing.ARCHES: _arched_cover}
)
DIVIDERS: Mapping[Drawing, Drawn] = MappingProxyType(
    {Drawing.TILES: _tiled_divider, Drawing.RINGS: _ringed_divider, Drawing.ARCHES: _arched_divider}
)
