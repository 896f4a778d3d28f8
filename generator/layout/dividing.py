"""The texts of a section divider: its number, its name, what it promises, and the deck that it is a part of."""

from __future__ import annotations

from dataclasses import replace

from generator.geometry import Box, inch, pt
from generator.kit import Kit
from generator.layout.chrome import way_home
from generator.layout.cover_parts import even, inks_on
from generator.notation.inline import Rich
from generator.outline.model import Deck, Section
from generator.page.colour import Colour
from generator.page.items import TextItem
from generator.page.text import Align, Anchor
from generator.theme.stage import Spot

SHORT = 17
"""Characters of a name that is set in the largest size."""
BASELINE = 0.82
"""Where the baseline of a first line stands, of its size."""
LONG_NAME, LONGEST_NAME = inch(2.0), (36, 28, 24)
"""The height that a name may take, and the sizes of names that take more at the theme's own."""
ABOVE_STATIONS = inch(1.25)
"""From the foot of a slide; the line with the sections' names begins below it."""
LONG_PROMISE = (20, 18, 16, 14)
"""Sizes of promises that are too long at the theme's own."""


def name_of(kit: Kit, section: Section, spot: Spot, *, beside: float = 0) -> TextItem:
    """The section's name; `beside` a number of that size in points, both stand on one baseline."""
    place = spot.title
    size = pt(place.sizes[0] if len(section.title) <= SHORT else place.sizes[-1])
    for smaller in map(pt, (*place.sizes, *LONGEST_NAME)):
        size = min(size, smaller)
        style = kit.heading(size, place.colour, bold=place.bold)
        name = kit.para(section.title, style, align=place.align, height=place.line_height)
        if kit.height([name], place.box.w) <= LONG_NAME:
            break
    baseline = place.box.y + pt(beside or place.sizes[0]) * BASELINE
    box = replace(place.box, y=baseline - size * BASELINE)
    return kit.text("title", replace(box, h=max(box.h, kit.height([name], box.w))), [name], slot="title")


def number_of(kit: Kit, section: int, box: Box, colour: Colour, *, middle: bool = False) -> TextItem:
    """Which section it is, in the largest type, at the left or in the `middle` of its box."""
    size, align = (pt(60), Align.CENTRE) if middle else (pt(80), Align.LEFT)
    number = kit.para(str(section + 1), kit.style(size, colour, bold=True), align=align, height=1.06)
    return kit.text("number", box, [number], anchor=Anchor.MIDDLE if middle else Anchor.TOP)


def promise_of(kit: Kit, section: Section, name: TextItem, spot: Spot) -> TextItem:
    """What the section promises, below its name."""
    assert spot.subtitle is not None
    below = spot.subtitle.box
    top = max(below.y, name.box.y + name.body.height + inch(0.1))
    place = replace(below, y=top, h=min(below.h, kit.theme.stage.canvas.h - ABOVE_STATIONS - top))
    for size in (spot.subtitle.sizes[0], *(step for step in LONG_PROMISE if step < spot.subtitle.sizes[0])):
        text = even(kit, Rich.plain(section.promise), pt(size), below.w)
        promise = kit.para(text, kit.style(pt(size), inks_on(kit, spot).soft), align=spot.subtitle.align, height=1.25)
        if kit.height([promise], place.w) <= place.h:
            break
    return kit.text("promise", place, [promise], slot="body")


def of_deck(kit: Kit, deck: Deck, box: Box, spot: Spot) -> TextItem:
    """The deck's name, which leads back to the agenda; a long one in smaller type, and higher where it must be."""
    for size in (16, 14, 12):
        text = [kit.para(deck.name, kit.style(pt(size), inks_on(kit, spot).soft))]
        if kit.height(text, box.w) <= box.h:
            break
    name = kit.text("deck-name", replace(box, h=max(box.h, kit.height(text, box.w))), text)
    return replace(name, link=way_home(deck))
