"""How series are named without a legend: beside their parts in their colour, or in a row of swatches where that has no room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.blocks.chart.apart import apart
from generator.blocks.chart.tones import said_in
from generator.geometry import ZERO, Box, Length
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.text import Anchor, Style

SWATCH, TO_NAME, TO_NEXT = 0.8, 0.45, 1.5
"""A swatch's side, the space to its name and to the next swatch, in sizes of the type."""
ROW, UNDER_ROWS, MOST_ROWS = 1.35, 0.65, 2
"""The height of a row of names, and what is free below the last one, in sizes of the type."""
DRIFT = 0.35
"""How far a name may stand from the middle of its part, in sizes of the type."""


@dataclass(frozen=True, slots=True)
class Name:
    """A series as it is named."""

    text: str
    colour: Colour
    strong: bool

    def style(self, kit: Kit, size: Length) -> Style:
        """Bold in its own colour where that can be read."""
        return kit.style(size, said_in(kit, self.colour), bold=self.strong)

    def width(self, kit: Kit, size: Length) -> Length:
        """On one line."""
        return kit.width(self.text, self.style(kit, size))


def aside(kit: Kit, names: Sequence[Name], size: Length, room: Box, middles: Sequence[Length]) -> tuple[Item, ...] | None:
    """Names at the left of `room`, each in the height of its part; None where they would stand too far from it."""
    heights = [size * 1.2] * len(names)
    found = apart(middles, heights, room.y, room.bottom)
    if found is None or any(abs((y - wanted).emu) > (size * DRIFT).emu for y, wanted in zip(found, middles, strict=True)):
        return None
    return tuple(
        kit.text(
            f"series-{number}",
            Box(room.x, y - size * 0.6, room.w, size * 1.2),
            [kit.para(name.text, name.style(kit, size))],
            anchor=Anchor.MIDDLE,
        )
        for number, (name, y) in enumerate(zip(names, found, strict=True), 1)
    )


def row_height(kit: Kit, names: Sequence[Name], size: Length, width: Length) -> Length | None:
    """What a row of swatches and names takes, on two lines at most; None where that is not enough."""
    places = _places(kit, names, size, width)
    return size * (ROW * (places[-1][1] + 1) + UNDER_ROWS) if places else None


def in_row(kit: Kit, names: Sequence[Name], size: Length, box: Box) -> tuple[Item, ...]:
    """Swatches and names from the upper left of `box`."""
    items: list[Item] = []
    for number, (name, (x, line)) in enumerate(zip(names, _places(kit, names, size, box.w), strict=True), 1):
        row = Box(box.x + x, box.y + size * (ROW * line), name.width(kit, size), size * ROW)
        side = size * SWATCH
        items.append(kit.shape(f"swatch-{number}", Box(row.x, row.y + (row.h - side) / 2, side, side), fill=name.colour))
        words = [kit.para(name.text, kit.style(size, bold=name.strong))]
        items.append(kit.text(f"series-{number}", row.moved(side + size * TO_NAME), words, anchor=Anchor.MIDDLE))
    return tuple(items)


def _places(kit: Kit, names: Sequence[Name], size: Length, width: Length) -> list[tuple[Length, int]]:
    """How far right each swatch stands, and on which line; nothing where they need too many lines."""
    places, x, line = [], ZERO, 0
    for name in names:
        wide = size * (SWATCH + TO_NAME) + kit.width(name.text, kit.style(size, bold=True))
        if x > ZERO and x + wide > width:
            x, line = ZERO, line + 1
        if wide > width or line >= MOST_ROWS:
            return []
        places.append((x, line))
        x = x + wide + size * TO_NEXT
    return places
