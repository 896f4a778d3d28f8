"""Rows of cards, each with a number or letter on a disc at its left: what agendas, sources, ticks and options share."""

from __future__ import annotations

from generator.geometry import Box, Length, inch, pt
from generator.kit import GAP, Kit, Paint
from generator.page.items import ShapeItem, Stroke

INSET = inch(0.28)
TO_TEXT = inch(0.3)
NARROW = inch(9)
"""Below this width cards stand in one column."""


def grid(count: int, most: int, box: Box) -> tuple[Box, ...]:
    """The places of `count` equal cards in reading order: one column up to `most`, else two columns read down.

    The last of an odd number spans both columns; a narrow box has one column only.
    """
    if count <= most or box.w < NARROW:
        return box.rows(count, GAP)
    rows = box.rows((count + 1) // 2, GAP)
    pairs = [row.columns(2, GAP) for row in (rows[:-1] if count % 2 else rows)]
    last = rows[-1:] if count % 2 else ()
    return (*(left for left, _ in pairs), *(right for _, right in pairs), *last)


def disc_size(height: Length) -> Length:
    """The disc of a card of `height`: 0.54 inch on low ones, up to 0.84 on high ones; never higher than the card."""
    return min(inch(0.84), max(inch(0.54), height * 0.44), height * 0.9)


def ring(kit: Kit, name: str, card: Box, letter: str) -> ShapeItem:
    """A number in a ring of the role's colour, at the left of a card."""
    side = disc_size(card.h)
    place = Box(card.x + INSET, card.y, side, card.h).centred(side, side)
    size = pt(24) if side > inch(0.66) else pt(20)
    return kit.number(
        name, place, letter, kit.style(size, kit.accent, bold=True), Paint(fill=kit.paper, stroke=Stroke(kit.accent, pt(1.5)))
    )


def beside(card: Box) -> Box:
    """What is left of a card right of its disc."""
    taken = INSET + disc_size(card.h) + TO_TEXT
    return Box(card.x + taken, card.y, card.w - taken - INSET, card.h)
