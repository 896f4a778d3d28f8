"""The texts of table cells: set in their column, wrapped ones in lines of like length."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.blocks._room import lines, narrowed
from generator.geometry import Length
from generator.kit import Kit
from generator.page.text import Align, Anchor, Inset, Paragraph, TextBody

MOST_FREE = 0.2
"""The most of its room that a wrapped text leaves free: one that wraps at half its column looks like a mistake."""


@dataclass(frozen=True, slots=True)
class Room:
    """A cell's room for text: the width of its column and what it keeps free around the text."""

    width: Length
    inset: Inset
    anchor: Anchor = Anchor.MIDDLE


def set_cell(kit: Kit, paragraph: Paragraph, room: Room) -> TextBody:
    """The text set for its cell. A wrapped one keeps more free at its ragged side, so that no stub is left on the last line."""
    inset, free = room.inset, room.width - room.inset.left - room.inset.right
    if lines(kit, [paragraph], free) > 1:
        spare = min(free - narrowed(kit, [paragraph], free), free * MOST_FREE)
        match paragraph.align:
            case Align.LEFT:
                inset = replace(inset, right=inset.right + spare)
            case Align.RIGHT:
                inset = replace(inset, left=inset.left + spare)
            case Align.CENTRE:
                inset = replace(inset, left=inset.left + spare / 2, right=inset.right + spare / 2)
    return kit.body([paragraph], room.width, anchor=room.anchor, inset=inset)
