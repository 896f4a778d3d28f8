"""A table on a slide: a native one, ruled, in the largest type at which all cells keep to their lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from generator.block import Overflow, Placed
from generator.blocks._cards import settled
from generator.blocks._cells import Room, set_cell
from generator.blocks._room import AIR, choose, need
from generator.blocks.table.columns import widths
from generator.blocks.table.parts import Entry, Lettering, SubjectCell, Told, Written, tell
from generator.blocks.table.parts import Row as WrittenRow
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import Cell, Item, Row, Stroke, TableItem
from generator.page.text import Anchor, Inset

SIDES = (inch(0.2), inch(0.12))
"""Left and right of the text in a cell: what looks best, and what is tried before the type gets smaller."""
PADDING = inch(0.07)
"""Above and below the text of a cell, so that wrapped ones keep off the rules."""
UNDER_HEAD = inch(0.13)
TO_SOURCE = inch(0.12)
STEPS = ((18, 1), (16, 1), (18, 2), (16, 2), (14, 1), (14, 2), (14, 3))
"""Sizes of the cells, and how many lines each may take."""
FEW_STEPS = ((20, 1), (18, 1), (16, 1), (18, 2), (16, 2), (16, 3), (14, 2), (14, 3))
FEWEST_STEPS = ((24, 1), (20, 1), (18, 1), (20, 2), (18, 2), (18, 3), (16, 2), (16, 3), (14, 3), (14, 4))
LAST_STEPS = ((14, 6), (12, 4), (14, 12), (12, 18))
"""For cells that are longer than cells should be."""
MOST = 24
"""Rows on a slide."""


def place_table(kit: Kit, written: Written, box: Box) -> Placed | Overflow:
    """Fill `box`; the source's line, if any, takes its lower edge."""
    _, rows, said = written
    if not rows:
        return Placed(())
    if len(rows) > MOST:
        return Overflow(box.h * (len(rows) / MOST), box.h)
    source = [kit.para(said, kit.style(pt(12), kit.quiet))] if said else []
    below = need(kit, source, box.w) + TO_SOURCE if source else ZERO
    upper, foot = box.cut_bottom(below)
    chosen = choose(_settings(kit, written, upper), lambda s: s.taken(), upper.h)
    if isinstance(chosen, Overflow):
        return Overflow(chosen.need + below, box.h, chosen.wide)
    calm = chosen.calm()
    line = (kit.text("source", replace(foot, y=calm.box.bottom).cut_top(TO_SOURCE)[1], source),) if source else ()
    return Placed((calm.draw(), *line))


@dataclass(frozen=True, slots=True)
class _Setting:
    """One way to set the table."""

    kit: Kit
    told: Told
    grounds: tuple[Colour | None, ...]
    """The fill of every row."""
    box: Box
    side: Length
    columns: tuple[Length, ...] | None
    """None where the cells do not keep to their lines at any widths."""

    def _height(self, entries: tuple[Entry, ...]) -> Length:
        """What the highest cell of a row takes."""
        columns = zip(entries, self.columns or (), strict=True)
        return max(need(self.kit, [entry.paragraph], width - self.side * 2 - entry.indent) for entry, width in columns)

    @property
    def head(self) -> Length:
        return self._height(self.told.head) / AIR + PADDING + UNDER_HEAD

    def taken(self) -> Length | None:
        """The height of it all if every row were as low as the fullest one may be."""
        if self.columns is None:
            return None
        return self.head + self.row * len(self.told.rows)

    @property
    def row(self) -> Length:
        """What the fullest row takes."""
        return max(self._height(entries) for entries in self.told.rows) / AIR + PADDING * 2

    def calm(self) -> Self:
        """The same table, no higher than its rows can bear: a table ends where it ends."""
        return replace(self, box=settled(self.box, len(self.told.rows), self.row, head=self.head))

    def draw(self) -> Item:
        kit, count, head = self.kit, len(self.told.rows), self.head
        each = (self.box.h - head) / count
        heights = [*[each] * (count - 1), self.box.h - head - each * (count - 1)]
        rows = [self._head_row(head), *(self._row(number, height) for number, height in enumerate(heights))]
        alt = ", ".join(entry.paragraph.text for entry in self.told.head)
        return TableItem(kit.mark("table", alt), self.box, self.columns or (), tuple(rows), 1, header_column=True)

    def _head_row(self, height: Length) -> Row:
        rule, inset = Stroke(self.kit.ink, pt(1.5)), Inset(self.side, PADDING, self.side, UNDER_HEAD)
        cells = zip(self.told.head, self.columns or (), strict=True)
        bodies = (set_cell(self.kit, entry.paragraph, Room(width, inset, Anchor.BOTTOM)) for entry, width in cells)
        return Row(height, tuple(Cell(body, below=rule) for body in bodies))

    def _row(self, number: int, height: Length) -> Row:
        rule, side = Stroke(self.kit.line, pt(0.75)), self.side
        cells = zip(self.told.rows[number], self.columns or (), strict=True)
        rooms = ((entry, Room(width, Inset(side + entry.indent, PADDING, side, PADDING))) for entry, width in cells)
        bodies = (set_cell(self.kit, entry.paragraph, room) for entry, room in rooms)
        return Row(height, tuple(Cell(body, self.grounds[number], below=rule) for body in bodies))


def _settings(kit: Kit, written: Written, box: Box) -> Iterator[_Setting]:
    """All ways to set a table, the best-looking first: few rows may stand in larger type."""
    columns, rows, _ = written
    steps = FEWEST_STEPS if len(rows) <= 4 else FEW_STEPS if len(rows) == 5 else STEPS
    grounds = tuple(_ground(kit, row, rows) for row in rows)
    for size, most in (*steps, *LAST_STEPS):
        told = tell(kit, written, _lettering(kit, pt(size)))
        for side in SIDES:
            yield _Setting(kit, told, grounds, box, side, widths(kit, told, most, [side * 2] * len(columns), box.w))


def _ground(kit: Kit, row: WrittenRow, rows: tuple[WrittenRow, ...]) -> Colour | None:
    """A strong row stands on the colour of the role it names; on ink where others name roles, whose colours would mislead."""
    if not row.strong:
        return None
    named = _roles(row)
    if len(named) == 1:
        return Colour(kit.subject_role(named.pop()))
    return kit.ink if any(map(_roles, rows)) else kit.accent


def _roles(row: WrittenRow) -> set[str]:
    return {cell.subject for cell in row.cells if isinstance(cell, SubjectCell)}


def _lettering(kit: Kit, size: Length) -> Lettering:
    head = kit.style(pt(16) if size.pt >= 18 else pt(14), kit.quiet, bold=True)
    return Lettering(head, kit.style(size), kit.style(size, kit.paper, bold=True), 1.2)
