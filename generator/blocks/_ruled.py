"""Rows of a sheet with hairlines between them: what lists, ticks and figures share on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.block import Flow
from generator.geometry import Box, Length
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.text import Paragraph

HAIRLINE = 0.5
"""Weight of a hairline in points."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what its text takes, padding excluded, and how to draw it centred in a box."""

    height: Length
    draw: Callable[[Box], tuple[Item, ...]]


def ruled(kit: Kit, rows: Sequence[Line], stretch: bool = True) -> Flow:
    """Rows with padding, a hairline below each but the last; they grow where `stretch` is set."""
    heights = tuple(row.height + kit.sheet.padding * 2 for row in rows)

    def draw(box: Box, final: tuple[Length, ...]) -> tuple[Item, ...]:
        items: list[Item] = []
        for number, (row, height) in enumerate(zip(rows, final, strict=True)):
            place, box = box.cut_top(height)
            items.extend(row.draw(place))
            if number < len(rows) - 1:
                items.append(kit.rule(f"hairline-{number + 1}", (place.x, place.bottom), place.w, Colour("accent6"), HAIRLINE))
        return tuple(items)

    return Flow(heights, (stretch,) * len(rows), draw)


def small(kit: Kit, text: Rich | str, colour: Colour | None = None, bold: bool = False) -> Paragraph:
    """A paragraph in the sheet's body type."""
    return kit.para(text, kit.style(kit.sheet.size, colour, bold), height=kit.sheet.leading)


def note(kit: Kit, text: Rich | str, colour: Colour | None = None, bold: bool = False) -> Paragraph:
    """A paragraph in the type of labels and notes; quiet unless a colour is given."""
    return kit.para(text, kit.style(kit.sheet.note, colour or kit.quiet, bold), height=kit.sheet.leading)
