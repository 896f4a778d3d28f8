"""Columns on a sheet: side by side where the column is wide, one below the other where it is narrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.block import Flow
from generator.blocks._listing import fits, rows_of
from generator.blocks._room import need
from generator.blocks._ruled import Line, ruled
from generator.blocks.columns.content import Column
from generator.blocks.columns.pieces import Maker, Piece, Type, heights, most
from generator.geometry import ZERO, Box, Length, mm, pt
from generator.kit import Kit
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

BETWEEN = mm(6)
AIR = mm(1.6)
"""Between the pieces of a column."""
ICON, TO_TITLE = mm(5), mm(7)
NARROWEST = mm(46)
"""Columns that would be narrower stand one below the other."""


def flow_columns(kit: Kit, columns: Sequence[Column], width: Length) -> Flow:
    """One row for columns side by side; else a row a column, a hairline between them."""
    wide = (width - BETWEEN * (len(columns) - 1)) / len(columns)
    if wide < NARROWEST:
        stacked = [_Stack(kit, column, f"column-{number}", width) for number, column in enumerate(columns, 1)]
        return ruled(kit, [Line(stack.height, stack.draw) for stack in stacked], stretch=False)
    stacks = [_Stack(kit, column, f"column-{number}", wide) for number, column in enumerate(columns, 1)]
    planned = heights([stack.pieces() for stack in stacks])
    head = max(stack.head_height for stack in stacks)

    def draw(box: Box, final: tuple[Length, ...]) -> tuple[Item, ...]:
        places = box.inset(ZERO, kit.sheet.padding).columns(len(stacks), BETWEEN)
        rows = zip(stacks, places, planned, strict=True)
        return tuple(item for stack, place, high in rows for item in stack.drawn(place, head, high))

    return Flow((head + most(planned, AIR) + kit.sheet.padding * 2,), (False,), draw)


@dataclass(frozen=True, slots=True)
class _Stack:
    """One column: its head and its pieces."""

    kit: Kit
    column: Column
    name: str
    width: Length

    def maker(self) -> Maker:
        """Makes its pieces in the sheet's type; code as large as its longest line allows."""
        sheet = self.kit.sheet
        type_ = Type(sheet.size + pt(1.5), sheet.size, sheet.note, pt(20), pt(8.5), mm(0.9), mm(2.2), sheet.leading)
        wide = self.width - type_.inset * 2
        if self.column.code and fits(self.kit, rows_of(self.kit, self.column.code, sheet.size), wide):
            type_ = replace(type_, code=sheet.size)
        return Maker(self.kit, self.column, self.name, self.width, type_)

    def pieces(self) -> tuple[Piece, ...]:
        """On sheets every piece can be set."""
        return self.maker().pieces() or ()

    def title(self) -> list[Paragraph]:
        """The head's words."""
        maker, kit = self.maker(), self.kit
        colour = maker.strong if self.column.subject else kit.ink
        return [kit.para(self.column.title, kit.style(maker.type.title, colour, bold=True))] if self.column.title else []

    @property
    def front(self) -> Length:
        """What the icon takes of the head."""
        return TO_TITLE if self.column.icon else ZERO

    @property
    def head_height(self) -> Length:
        """Of the head and the space below it."""
        words = need(self.kit, self.title(), self.width - self.front)
        high = max(words, ICON) if self.column.icon else words
        return high + AIR if high else high

    @property
    def height(self) -> Length:
        """Of the column, where it stands for itself."""
        return self.head_height + most([[piece.height for piece in self.pieces()]], AIR)

    def draw(self, box: Box) -> tuple[Item, ...]:
        """The column by itself."""
        return tuple(self.drawn(box, self.head_height, [piece.height for piece in self.pieces()]))

    def drawn(self, box: Box, head: Length, planned: Sequence[Length]) -> Iterator[Item]:
        """The column with a head and pieces of given heights."""
        kit, column, maker = self.kit, self.column, self.maker()
        place, rest = box.cut_top(head)
        words = replace(place, h=head - AIR) if head else place
        if column.icon:
            icon = Box(words.x, words.y + (words.h - ICON) / 2, ICON, ICON)
            yield kit.icon(f"{self.name}-icon", icon, column.icon, maker.strong)
        if self.title():
            yield kit.text(f"{self.name}-title", words.cut_left(self.front)[1], self.title(), anchor=Anchor.MIDDLE)
        for piece, height in zip(self.pieces(), planned, strict=True):
            place, rest = rest.cut_top(height, AIR)
            yield from piece.draw(place, ZERO)
