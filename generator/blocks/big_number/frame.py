"""Where a big number's panel stands, its words on it, and what follows from it: on a whole slide or in a body."""

from __future__ import annotations

from dataclasses import dataclass

from generator.geometry import Box, Length, inch
from generator.kit import GAP

SLIDE_W, SLIDE_H = inch(13.333), inch(7.5)
PANEL_W, PANEL_TEXT_W = inch(5.64), inch(4.6)
RIGHT_X, RIGHT_W = inch(6.09), inch(6.644)
MARGIN, TOP, NUMBER_TOP, BOTTOM = inch(0.6), inch(2.08), inch(2.0), inch(6.74)
WIDE = inch(8.5)
"""A body from this width on has the panel at its left."""
SHARES, BANDS = (0.42, 0.36), (0.28, 0.34, 0.42, 0.5)
"""What the panel takes of a body's width at the left, or of its height above."""
INSET = inch(0.34)


@dataclass(frozen=True, slots=True)
class Frame:
    """The places of a big number in its box."""

    box: Box
    panel: Box
    words: Box
    """Where number, meaning and source stand on the panel."""
    right: Box
    """Where stands what follows from the number."""


def whole_slide(box: Box) -> Frame:
    """The places in proportion to the box that stands for a slide."""

    def across(length: Length) -> Length:
        return length * box.w.ratio(SLIDE_W)

    def down(length: Length) -> Length:
        return length * box.h.ratio(SLIDE_H)

    panel = Box(box.x, box.y, across(PANEL_W), box.h)
    high = down(BOTTOM) - down(NUMBER_TOP)
    words = Box(box.x + across(MARGIN), box.y + down(NUMBER_TOP), across(PANEL_TEXT_W), high)
    right = Box(box.x + across(RIGHT_X), box.y + down(TOP), across(RIGHT_W), down(BOTTOM) - down(TOP))
    return Frame(box, panel, words, right)


def side_by_side(box: Box, share: float) -> Frame:
    """The panel at the left of a body."""
    panel, right = box.cut_left(box.w * share, GAP * 1.75)
    return Frame(box, panel, panel.inset(INSET), right)


def band(box: Box, share: float) -> Frame:
    """The panel across the top of a body."""
    panel, below = box.cut_top(box.h * share, GAP)
    return Frame(box, panel, panel.inset(INSET, INSET * 0.4), below)
