"""Where the texts of title slides and section dividers stand, for each drawing that a theme may choose, on ink and on paper."""

from __future__ import annotations

from dataclasses import replace

from generator.geometry import Box, Length, Size, inch
from generator.page.colour import Colour
from generator.page.text import Align
from generator.theme.look import Drawing, Ground, Look
from generator.theme.stage import DARK, DIVIDER, LIGHT, PAPER, TITLE_SLIDE, Spot, TextPlace

INK, QUIET, SURFACE = Colour("dk1"), Colour("dk2"), Colour("lt2")
WIDTH = inch(40 / 3)
"""The width that the lengths below were drawn for."""


def opening_spots(canvas: Size, look: Look) -> dict[str, Spot]:
    """Spots for covers and dividers: the theme's own ground under the plain name, both grounds under theirs.

    The ground that the theme has anyway is the plain layout; the other one is a layout of its own.
    """
    spots: dict[str, Spot] = {}
    for sort, opening, draw in ((TITLE_SLIDE, look.opening, _covers), (DIVIDER, look.section, _dividers)):
        drawn = draw(canvas, look)[opening.drawing]
        for ground, name in ((Ground.DARK, f"{sort} {DARK}"), (Ground.LIGHT, f"{sort} {LIGHT}")):
            spots[name] = _on(drawn, ground, sort if ground is opening.ground else name)
        spots[sort] = spots[f"{sort} {DARK if opening.ground is Ground.DARK else LIGHT}"]
    return spots


def _on(spot: Spot, ground: Ground, layout: str) -> Spot:
    assert spot.subtitle is not None
    dark = ground is Ground.DARK
    title = replace(spot.title, colour=PAPER if dark else INK)
    subtitle = replace(spot.subtitle, colour=SURFACE if dark else QUIET)
    return replace(spot, layout=layout, title=title, subtitle=subtitle, ground=INK if dark else PAPER, dark=dark)


def _text(look: Look, box: Box, sizes: tuple[float, ...], *, cover: bool) -> TextPlace:
    set_in = look.cover if cover else look.divider
    return TextPlace(box, sizes, PAPER, set_in.bold, line_height=set_in.line)


def _lead(box: Box, size: float) -> TextPlace:
    return TextPlace(box, (size,), SURFACE, bold=False, line_height=1.25)


def _covers(canvas: Size, look: Look) -> dict[Drawing, Spot]:
    """Headline left; at the right tiles, a panel of rings, or arches that stand on the foot."""
    edge, across = look.grid.margin, canvas.w.ratio(WIDTH)
    logo = Box(canvas.w - edge - inch(3.0), inch(0.50), inch(3.0), inch(0.66))

    def spot(room: Length, top: Length, high: Length) -> Spot:
        title = _text(look, Box(edge, top, room, high), look.cover.sizes, cover=True)
        lead = _lead(Box(edge, top + high + inch(0.17), room - inch(0.3), inch(0.9)), 20)
        return Spot("", title, title.box, subtitle=lead, logo=logo)

    return {
        Drawing.TILES: spot(canvas.w * (6.9 / 13.333), inch(1.45), inch(3.0)),
        Drawing.RINGS: spot(inch(7.7) * across, inch(1.50), inch(3.0)),
        Drawing.ARCHES: spot(inch(7.3) * across, inch(1.45), inch(3.0)),
    }


def _dividers(canvas: Size, look: Look) -> dict[Drawing, Spot]:
    """Beside a number at the left, right of a panel, or in the middle of the page.

    Name and promise stand in the middle between the deck's name and the stations, so that no half of the page lies empty.
    """
    across, edge = canvas.w.ratio(WIDTH), look.grid.margin
    left = inch(2.656) * across
    room = canvas.w - left - inch(1.875) - inch(0.4)
    panel = inch(4.9) * across
    wide = canvas.w - panel - edge
    third = (canvas.h - inch(7.5)) / 3

    def spot(title: Box, lead: Box, align: Align = Align.LEFT) -> Spot:
        place = replace(_text(look, title, look.divider.sizes, cover=False), align=align)
        return Spot("", place, place.box, subtitle=replace(_lead(lead, 24), align=align))

    middle = Box(inch(1.6) * across, inch(3.2) + third, canvas.w - inch(3.2) * across, inch(1.15))
    return {
        Drawing.TILES: spot(
            Box(left, inch(2.45) + third, room, inch(1.3)), Box(left, inch(3.9) + third, room - inch(0.4), inch(1.3))
        ),
        Drawing.RINGS: spot(
            Box(panel, inch(2.3) + third, wide, inch(1.3)), Box(panel, inch(3.7) + third, wide - inch(0.4), inch(1.3))
        ),
        Drawing.ARCHES: spot(middle, middle.moved(dy=inch(1.3)), Align.CENTRE),
    }
