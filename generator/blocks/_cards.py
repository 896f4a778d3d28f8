"""Rows of cards, each with a number or letter on a disc at its left: what agendas, sources, ticks and options share."""

from __future__ import annotations

from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import GAP, Kit, Paint
from generator.page.items import ShapeItem, Stroke

INSET = inch(0.28)
TO_TEXT = inch(0.3)
NARROW = inch(9)
"""Below this width cards stand in one column."""
WIDE, HIGH = inch(10), inch(4.3)
"""A box from this width and height on is a slide's whole body: nothing stands beside or below that should end with it."""
ROOMIEST, AIRY = 2.1, 1.5
"""The most a row takes in times the height of its words, and a tall card in times what it needs."""
LEAST, FULL = 0.76, 0.86
"""The least and the most of a body that may be taken instead of all of it."""


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


def settled(box: Box, count: int, words: Length, gap: Length = ZERO, head: Length = ZERO) -> Box:
    """The upper part of `box` that so many rows of `words` height take, below a head.

    Few short rows are not stretched over a whole body: a line adrift in a row three times as high reads as a hole.
    """
    return lowered(box, head + words * ROOMIEST * count + gap * (count - 1))


def lowered(box: Box, wanted: Length) -> Box:
    """The upper part of `box` that is `wanted` high.

    What would nearly fill a body fills it, nothing takes less than a body may be filled, and less than a body stays as it is.
    """
    if box.w < WIDE or box.h < HIGH or wanted > box.h * FULL:
        return box
    return box.cut_top(max(wanted, box.h * LEAST))[0]


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
