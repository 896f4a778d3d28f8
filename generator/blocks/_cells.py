"""The texts of table cells: set in their column, wrapped ones without a stub on the last line."""

from __future__ import annotations

from dataclasses import dataclass

from generator.blocks._tails import held
from generator.geometry import Length
from generator.kit import Kit
from generator.page.text import Anchor, Inset, Paragraph, TextBody


@dataclass(frozen=True, slots=True)
class Room:
    """A cell's room for text: the width of its column and what it keeps free around the text."""

    width: Length
    inset: Inset
    anchor: Anchor = Anchor.MIDDLE


def set_cell(kit: Kit, paragraph: Paragraph, room: Room) -> TextBody:
    """The text set for its cell."""
    free = room.width - room.inset.left - room.inset.right
    return kit.body([held(kit, paragraph, free)], room.width, anchor=room.anchor, inset=room.inset)
