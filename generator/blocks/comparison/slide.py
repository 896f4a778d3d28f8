"""A comparison on a slide: one native table whose gaps are empty columns, icons laid over its heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.block import Overflow, Placed
from generator.blocks._cells import Room, set_cell
from generator.blocks._room import AIR, choose, lines, need, whole
from generator.blocks.comparison.aspect import Aspect
from generator.geometry import Box, Length, inch, pt, total
from generator.kit import GAP, Kit, Subject
from generator.page.colour import Colour
from generator.page.items import Cell, Item, Row, Stroke, TableItem
from generator.page.text import Inset, Paragraph

NAMES, NAMES_OF_THREE, NAMES_SHARE = inch(2.15), inch(1.9), 0.2
SIDE, SIDE_TIGHT, SIDE_NARROW = inch(0.24), inch(0.18), inch(0.14)
ROOMY = inch(3.2)
"""Columns from this width on have the wider side."""
HEAD, HEAD_LOW = inch(0.72), inch(0.6)
ICON = inch(0.36)
AFTER_ICON = inch(0.16)
PADDING = inch(0.05)
STEPS = ((20, 1), (18, 1), (18, 2), (16, 1), (16, 2), (16, 3), (16, 6), (14, 4), (14, 12))
"""Sizes of the values, and how many lines each may take."""
FEW_STEPS = ((24, 1), (24, 2), (20, 1), (20, 2), (18, 2), (18, 3), (16, 3), (16, 4), (16, 8), (14, 6), (14, 12))
TIGHT_FROM = 18
"""From this size down columns may take from the names and from their sides, rather than wrap."""


def place_comparison(kit: Kit, subjects: Sequence[str], aspects: tuple[Aspect, ...], box: Box) -> Placed | Overflow:
    """Fill `box`."""
    if not aspects:
        return Placed(())
    steps = FEW_STEPS if len(aspects) <= 4 and len(subjects) == 2 else STEPS
    shown = tuple(kit.subjects[subject] for subject in subjects)
    ways = [(*step, tight) for step in steps for tight in ((False, True) if step[0] <= TIGHT_FROM else (False,))]
    chosen = choose((_Setting(kit, shown, aspects, box, way) for way in ways), lambda s: s.taken(), box.h)
    if isinstance(chosen, Overflow):
        return chosen
    return Placed((chosen.table(), *chosen.icons()))


@dataclass(frozen=True, slots=True)
class _Setting:
    """One way to set the comparison."""

    kit: Kit
    subjects: tuple[Subject, ...]
    aspects: tuple[Aspect, ...]
    box: Box
    step: tuple[int, int, bool]
    """The size of the values, the lines each may take, and whether names and sides are kept tight."""

    @property
    def names(self) -> Length:
        """The width of the aspects' names."""
        most = min(NAMES if len(self.subjects) == 2 else NAMES_OF_THREE, self.box.w * NAMES_SHARE)
        if not self.step[2]:
            return most
        longest = max(self.kit.width(a.name, self.kit.style(self.name_size, bold=True)) for a in self.aspects)
        return min(most, longest / AIR)

    @property
    def name_size(self) -> Length:
        return pt(min(20, self.step[0]))

    @property
    def column(self) -> Length:
        """The width of a subject's column."""
        count = len(self.subjects)
        return (self.box.w - self.names - GAP * count) / count

    @property
    def side(self) -> Length:
        if self.column < ROOMY:
            return SIDE_NARROW
        return SIDE_TIGHT if self.step[2] else SIDE

    @property
    def head(self) -> Length:
        return HEAD if self.box.h >= inch(3.6) else HEAD_LOW

    def name_of(self, aspect: Aspect) -> Paragraph:
        return self.kit.para(aspect.name, self.kit.style(self.name_size, bold=True), height=1.15)

    def values_of(self, aspect: Aspect) -> list[Paragraph]:
        style = self.kit.style(pt(self.step[0]), bold=aspect.strong)
        return [self.kit.para(value, style, height=1.15 if self.step[0] > 20 else 1.2) for value in aspect.values]

    def titles(self) -> list[Paragraph]:
        """The subjects' names in the largest size at which all stand on one line, or in the smallest."""
        room = self.column - self.side * 2 - ICON - AFTER_ICON
        for size in self.kit.theme.sizes(20, 16):
            told = [self.kit.para(s.name, self.kit.style(size, self.kit.paper, bold=True), height=1.1) for s in self.subjects]
            if all(lines(self.kit, [p], room) == 1 for p in told):
                break
        return told

    def taken(self) -> Length | None:
        """The height of it all if every row were as low as the fullest one may be; None where texts break or run long."""
        kit, room = self.kit, self.column - self.side * 2
        names = [self.name_of(aspect) for aspect in self.aspects]
        values = [p for aspect in self.aspects for p in self.values_of(aspect)]
        titles, beside = self.titles(), room - ICON - AFTER_ICON
        if not whole(kit, names, self.names) or not whole(kit, values, room) or not whole(kit, titles, beside):
            return None
        if any(lines(kit, [p], room) > self.step[1] for p in values):
            return None
        if max(need(kit, [p], beside) for p in titles) > self.head:
            return None
        row = max(*(need(kit, [p], self.names) for p in names), *(need(kit, [p], room) for p in values)) / AIR + PADDING * 2
        return self.head + row * len(self.aspects)

    def table(self) -> Item:
        count, subjects = len(self.aspects), len(self.subjects)
        each = (self.box.h - self.head) / count
        heights = [*[each] * (count - 1), self.box.h - self.head - each * (count - 1)]
        rows = [self._head(), *(self._row(i, height) for i, height in enumerate(heights))]
        columns = [self.names, *[GAP, self.column] * (subjects - 1), GAP]
        alt = f"{', '.join(s.name for s in self.subjects)}: {', '.join(str(aspect.name) for aspect in self.aspects)}"
        widths = (*columns, self.box.w - total(columns))
        return TableItem(self.kit.mark("table", alt), self.box, widths, tuple(rows), 1, header_column=True)

    def _empty(self, width: Length) -> Cell:
        return Cell(self.kit.body([], width))

    def _head(self) -> Row:
        inset = Inset(self.side + ICON + AFTER_ICON, right=self.side)
        cells = [self._empty(self.names)]
        for subject, title in zip(self.subjects, self.titles(), strict=True):
            body = set_cell(self.kit, title, Room(self.column, inset))
            cells += [self._empty(GAP), Cell(body, Colour(subject.colour))]
        return Row(self.head, tuple(cells))

    def _row(self, number: int, height: Length) -> Row:
        kit, aspect = self.kit, self.aspects[number]
        rule = Stroke(kit.line, pt(0.75)) if number < len(self.aspects) - 1 else None
        inset = Inset(self.side, PADDING, self.side, PADDING)
        name = set_cell(kit, self.name_of(aspect), Room(self.names, Inset(top=PADDING, bottom=PADDING)))
        cells = [Cell(name, below=rule)]
        for subject, value in zip(self.subjects, self.values_of(aspect), strict=True):
            body = set_cell(kit, value, Room(self.column, inset))
            cells += [self._empty(GAP), Cell(body, kit.tint(subject.colour), below=rule)]
        return Row(height, tuple(cells))

    def icons(self) -> Iterator[Item]:
        """The subjects' icons, each in the room its head keeps free."""
        x = self.box.x + self.names + GAP + self.side
        for number, subject in enumerate(self.subjects, 1):
            place = Box(x, self.box.y + (self.head - ICON) / 2, ICON, ICON)
            yield self.kit.icon(f"head-{number}-icon", place, subject.icon, self.kit.paper)
            x = x + self.column + GAP
