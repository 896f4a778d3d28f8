"""Terms on a sheet: a row each, hairlines between them."""

from __future__ import annotations

from dataclasses import replace

from generator.block import Flow
from generator.blocks._room import AIR, legible
from generator.blocks._ruled import Line, ruled, small
from generator.blocks.definitions.term import Term, column, example
from generator.geometry import ZERO, Box, Length, mm
from generator.kit import Kit
from generator.page.items import Item
from generator.page.text import Anchor, Run

PAIRED = mm(72)
"""Columns from this width on have a column of terms."""
SPACE = mm(4)


def flow_definitions(kit: Kit, terms: tuple[Term, ...], width: Length) -> Flow:
    """A row a term: the word at the left, what it means at the right, or both on one line in a narrow column."""
    left = column(kit, terms, kit.sheet.size, width) if width >= PAIRED else ZERO
    return ruled(kit, [_row(kit, term, f"term-{n}", (width, left)) for n, term in enumerate(terms, 1)])


def _row(kit: Kit, term: Term, name: str, widths: tuple[Length, Length]) -> Line:
    width, left = widths
    word, means = small(kit, term.term, legible(kit, kit.role, kit.paper), bold=True), small(kit, term.means)
    said = example(kit, term.example, kit.style(kit.sheet.note, kit.quiet)) if term.example else None
    more = [replace(said, line_height=kit.sheet.leading)] if said else []
    if not left:
        told = [replace(word, runs=(*word.runs, Run("  ", kit.style(kit.sheet.size)), *means.runs)), *more]
        return Line(kit.height(told, width * AIR), lambda box: (kit.text(f"{name}-text", box, told, anchor=Anchor.MIDDLE),))
    room = width - left - SPACE
    height = max(kit.height([word], left * AIR), kit.height([means, *more], room * AIR))

    def draw(box: Box) -> tuple[Item, ...]:
        right = Box(box.right - room, box.y, room, box.h)
        return (
            kit.text(f"{name}-name", replace(box, w=left), [word], anchor=Anchor.MIDDLE),
            kit.text(f"{name}-text", right, [means, *more], anchor=Anchor.MIDDLE),
        )

    return Line(height, draw)
