"""A table on a sheet: a small head over a rule, hairlines, the first column bold, roles with their badge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.block import Flow
from generator.blocks._cells import Room, set_cell
from generator.blocks._ruled import HAIRLINE, note
from generator.blocks.table.columns import squeezed
from generator.blocks.table.marks import Marks
from generator.blocks.table.parts import BADGE, BADGE_HIGH, BADGE_WIDE, Entry, Lettering, Told, Written, tell
from generator.geometry import ZERO, Box, Length, mm, pt, total
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import Cell, Item, Row, Stroke, TableItem
from generator.page.text import Align, Anchor, Inset, Paragraph, TextBody

GUTTER, WIDE_GUTTER = mm(3), mm(6)


def flow_table(kit: Kit, written: Written, width: Length) -> Flow:
    """A table measured for a column of `width`: head, rows and, if there is one, the source."""
    told = tell(kit, written, _lettering(kit))
    gaps = _gaps(told)
    source = [note(kit, written[2])] if written[2] else []
    marks = Marks.of(told)
    told = marks.lettered(kit, told)
    return _Setting(kit, told, marks, (squeezed(kit, told, gaps, width), gaps), source).flow()


def _gaps(told: Told) -> tuple[Length, ...]:
    """What each column keeps free at its right; none at the edge, more where texts at the right meet texts at the left."""
    pairs = zip(told.aligns, told.aligns[1:], strict=False)
    return (*(WIDE_GUTTER if one is Align.RIGHT and other is not one else GUTTER for one, other in pairs), ZERO)


@dataclass(frozen=True, slots=True)
class _Setting:
    """The table with its columns' widths."""

    kit: Kit
    told: Told
    marks: Marks
    grid: tuple[tuple[Length, ...], tuple[Length, ...]]
    """The columns' widths, and what each keeps free at its right."""
    source: list[Paragraph]

    @property
    def columns(self) -> tuple[Length, ...]:
        return self.grid[0]

    def flow(self) -> Flow:
        """The natural heights, and how the rows are drawn; rows without a badge are as high as those with one."""
        padding = self.kit.sheet.padding
        least = BADGE_HIGH if any(entry.subject for row in self.told.rows for entry in row) else ZERO
        heights = [max(self._height(row), least) + padding * 2 for row in self.told.rows]
        head = self._height(self.told.head) + padding * 1.5
        foot = [self.kit.height(self.source, total(self.columns)) + padding] if self.source else []
        return Flow((head, *heights, *foot), (False, *[True] * len(heights), *[False] * len(foot)), self._draw)

    def _height(self, row: tuple[Entry, ...]) -> Length:
        """What the highest cell of a row takes."""
        return max(self._body(entry, i).height for i, entry in enumerate(row))

    def _body(self, entry: Entry, column: int, anchor: Anchor = Anchor.MIDDLE, below: Length = ZERO) -> TextBody:
        centred, gap = entry.paragraph.align is Align.CENTRE, self.grid[1][column]
        inset = Inset(gap / 2 if centred else entry.indent, ZERO, gap / 2 if centred else gap, below)
        return set_cell(self.kit, entry.paragraph, Room(self.columns[column], inset, anchor))

    def _draw(self, box: Box, heights: tuple[Length, ...]) -> tuple[Item, ...]:
        count, kit = len(self.told.rows), self.kit
        upper, foot = box.cut_top(total(heights[: count + 1]))
        rows = [self._head(heights[0]), *(self._row(i, heights[i + 1]) for i in range(count))]
        alt = ", ".join(entry.paragraph.text for entry in self.told.head)
        table = TableItem(kit.mark("table", alt), upper, self.columns, tuple(rows), 1, header_column=True)
        line = (kit.text("source", foot, self.source, anchor=Anchor.BOTTOM),) if self.source else ()
        return (
            *self.marks.signs(kit, self.told, self.columns, _strips(upper, heights)),
            table,
            *self._badges(upper, heights),
            *line,
        )

    def _head(self, height: Length) -> Row:
        rule, below = Stroke(self.kit.ink, pt(1)), self.kit.sheet.padding
        heads = enumerate(self.told.head)
        return Row(height, tuple(Cell(self._body(entry, i, Anchor.BOTTOM, below), below=rule) for i, entry in heads))

    def _row(self, number: int, height: Length) -> Row:
        """A row of the body; the last one has no line below it."""
        last = number == len(self.told.rows) - 1
        rule = None if last else Stroke(Colour("accent6"), pt(HAIRLINE))
        return Row(height, tuple(Cell(self._body(entry, i), below=rule) for i, entry in enumerate(self.told.rows[number])))

    def _badges(self, box: Box, heights: tuple[Length, ...]) -> Iterator[Item]:
        """The roles' badges, each lying in the room that its cell keeps free."""
        for number, (row, strip) in enumerate(zip(self.told.rows, _strips(box, heights), strict=True), 1):
            for i, entry in enumerate(row):
                if entry.subject:
                    name, subject = f"row-{number}-badge-{i + 1}", self.kit.subjects[entry.subject]
                    wide = BADGE_WIDE if subject.shape == "hexagon" else BADGE
                    place = Box(box.x + total(self.columns[:i]), strip.y, wide, strip.h)
                    yield self.kit.badge(name, place.centred(place.w, BADGE_HIGH), subject, self.kit.sheet.note)


def _strips(box: Box, heights: tuple[Length, ...]) -> tuple[Box, ...]:
    """The boxes of the rows below the head, as far as `box` reaches."""
    tops = [box.y + total(heights[:i]) for i in range(1, len(heights))]
    return tuple(Box(box.x, y, box.w, h) for y, h in zip(tops, heights[1:], strict=True) if y < box.bottom)


def _lettering(kit: Kit) -> Lettering:
    head = kit.style(kit.sheet.note, kit.quiet, bold=True)
    size = kit.sheet.size
    return Lettering(head, kit.style(size), kit.style(size, bold=True), kit.sheet.leading)
