"""A comparison on a sheet: solid heads with badges over rows with hairlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.block import Flow
from generator.blocks._cells import Room, set_cell
from generator.blocks._room import whole
from generator.blocks._ruled import HAIRLINE
from generator.blocks.comparison.aspect import Aspect
from generator.blocks.comparison.listed import flow_listed
from generator.geometry import ZERO, Box, Length, mm, pt, total
from generator.kit import Kit, Subject
from generator.page.colour import Colour
from generator.page.items import Cell, Item, Row, Stroke, TableItem
from generator.page.text import Align, Inset, Paragraph, TextBody

WIDE = mm(150)
"""From this width on heads are high and values stand in larger type."""
NAMES = 0.2527
"""The names' share of the width, 46 mm of 182."""
BADGE, BADGE_SMALL = mm(13), mm(8)
GAP, GAP_SMALL = mm(5), mm(3)
ROUND = mm(2)
"""Above and below the badge in a head, and from a value to its column's edge."""


def flow_comparison(kit: Kit, subjects: Sequence[str], aspects: tuple[Aspect, ...], width: Length) -> Flow:
    """A comparison measured for a column of `width`: heads, and a row for each aspect; a list where a word would be broken.

    Across a whole page values wrap before the badges go, since they tell the subjects apart without colour.
    """
    shown = tuple(kit.subjects[subject] for subject in subjects)
    ways = [_Setting(kit, shown, aspects, width, way) for way in ((False, True), (True, True), (True, False))]
    kept = [way for way in ways if way.whole() and (way.badge or width < WIDE)] or [way for way in ways if way.whole()]
    chosen = next((way for way in kept if not way.wraps()), kept[0] if kept else None)
    return chosen.flow() if chosen else flow_listed(kit, shown, aspects, width)


@dataclass(frozen=True, slots=True)
class _Setting:
    """The comparison in its column. Two subjects face each other; the names stand between them, else at the left."""

    kit: Kit
    subjects: tuple[Subject, ...]
    aspects: tuple[Aspect, ...]
    width: Length
    way: tuple[bool, bool]
    """Whether the names take no more room than they need, and whether heads have badges."""

    @property
    def facing(self) -> bool:
        return len(self.subjects) == 2

    @property
    def badge(self) -> Length:
        """The side of a badge; zero where there is no room for any."""
        if not self.way[1]:
            return ZERO
        return BADGE if self.width >= WIDE and self.facing else BADGE_SMALL

    @property
    def gap(self) -> Length:
        """Between heads."""
        return GAP if self.width >= WIDE and self.facing else GAP_SMALL

    @property
    def names(self) -> Length:
        """The width of the names; between facing subjects it holds both badges and the gap."""
        if not self.facing:
            return min(self.width * NAMES, mm(34))
        least = max(self.badge * 2 + self.gap + ROUND * 4, mm(20))
        return least if self.way[0] else max(self.width * NAMES, least)

    @property
    def columns(self) -> tuple[Length, ...]:
        """The widths of the table's columns, the names' among them."""
        count = len(self.subjects)
        if self.facing:
            one = (self.width - self.names) / 2
            return one, self.names, self.width - self.names - one
        one = (self.width - self.names) / count
        return self.names, *[one] * (count - 1), self.width - self.names - one * (count - 1)

    @property
    def aligns(self) -> tuple[Align, ...]:
        """Where the values of each subject stand."""
        return (Align.RIGHT, Align.LEFT) if self.facing else (Align.LEFT,) * len(self.subjects)

    def _bodies(self, texts: list[Paragraph], name: Paragraph | None, left: Length) -> tuple[TextBody, ...]:
        """A row's bodies, the name at its place among the values; those at the left begin at `left`."""
        inset = Inset() if self.facing else Inset(left, right=ROUND)
        at, kit = 1 if self.facing else 0, self.kit
        widths = [width for i, width in enumerate(self.columns) if i != at]
        bodies = [set_cell(kit, text, Room(width, inset)) for text, width in zip(texts, widths, strict=True)]
        names = self.columns[at]
        bodies.insert(at, set_cell(kit, name, Room(names, Inset())) if name else kit.body([], names))
        return tuple(bodies)

    def heads(self) -> tuple[TextBody, ...]:
        kit = self.kit
        size = pt(14) if self.width >= WIDE and self.facing else kit.sheet.size + pt(1)
        style = kit.style(size, kit.paper, bold=True)
        titles = [kit.para(s.name, style, align=a, height=1.1) for s, a in zip(self.subjects, self.aligns, strict=True)]
        return self._bodies(titles, None, self.gap + ROUND + (self.badge + ROUND if self.badge else ZERO))

    def row(self, aspect: Aspect) -> tuple[TextBody, ...]:
        kit = self.kit
        size = kit.sheet.size + pt(1) if self.width >= WIDE and self.facing else kit.sheet.size
        style = kit.style(size, bold=aspect.strong)
        pairs = zip(aspect.values, self.aligns, strict=True)
        values = [kit.para(value, style, align=align, height=kit.sheet.leading) for value, align in pairs]
        label = kit.style(max(kit.sheet.note, pt(9)), kit.quiet, bold=True)
        middle = Align.CENTRE if self.facing else Align.LEFT
        return self._bodies(values, kit.para(aspect.name, label, align=middle, height=kit.sheet.leading), self.gap + ROUND)

    def wraps(self) -> bool:
        """Whether any text takes more than one line."""
        return any(len(body.lines) > 1 for body in (*self.heads(), *(b for aspect in self.aspects for b in self.row(aspect))))

    def whole(self) -> bool:
        """Whether no word is broken."""
        rows = [self.heads(), *(self.row(aspect) for aspect in self.aspects)]
        cells = ((body, width) for row in rows for body, width in zip(row, self.columns, strict=True))
        return all(whole(self.kit, body.paragraphs, width - body.inset.left - body.inset.right) for body, width in cells)

    def flow(self) -> Flow:
        head = max(self.badge, *(body.height for body in self.heads())) + ROUND * 2
        rows = [max(body.height for body in self.row(aspect)) + self.kit.sheet.padding * 2 for aspect in self.aspects]
        return Flow((head, *rows), (False, *[True] * len(rows)), self._draw)

    def _draw(self, box: Box, heights: tuple[Length, ...]) -> tuple[Item, ...]:
        kit = self.kit
        rows = [Row(heights[0], tuple(Cell(body) for body in self.heads()))]
        for number, (aspect, height) in enumerate(zip(self.aspects, heights[1:], strict=True), 1):
            rule = Stroke(Colour("accent6"), pt(HAIRLINE)) if number < len(self.aspects) else None
            rows.append(Row(height, tuple(Cell(body, below=rule) for body in self.row(aspect))))
        alt = f"{', '.join(s.name for s in self.subjects)}: {', '.join(str(aspect.name) for aspect in self.aspects)}"
        place = replace(box, h=total(heights))
        table = TableItem(kit.mark("table", alt), place, self.columns, tuple(rows), 1, header_column=not self.facing)
        grounds = self._grounds(box.cut_top(heights[0])[0])
        heads = enumerate(zip(self.subjects, grounds, strict=True), 1)
        shapes = [kit.shape(f"head-{number}", ground, fill=Colour(subject.colour)) for number, (subject, ground) in heads]
        return (*shapes, table, *(self._badges(grounds) if self.badge else ()))

    def _grounds(self, strip: Box) -> tuple[Box, ...]:
        """Where the heads' colours stand: two halves of the strip, or the columns less the gaps before them."""
        if self.facing:
            return strip.columns(2, self.gap)
        lefts = [total(self.columns[:i]) for i in range(1, len(self.columns))]
        pairs = zip(lefts, self.columns[1:], strict=True)
        return tuple(Box(strip.x + left + self.gap, strip.y, width - self.gap, strip.h) for left, width in pairs)

    def _badges(self, grounds: tuple[Box, ...]) -> Iterator[Item]:
        """A badge in each head, in the subject's colour on paper; facing ones stand towards the middle."""
        for number, (subject, ground) in enumerate(zip(self.subjects, grounds, strict=True), 1):
            high = self.badge if subject.shape != "hexagon" else self.badge * 0.9
            first = self.facing and number == 1
            x = ground.right - ROUND - self.badge if first else ground.x + ROUND
            place = Box(x, ground.y, self.badge, ground.h).centred(self.badge, high)
            outlined = self.kit.badge(f"head-{number}-badge", place, subject, self.badge * 0.42, solid=False)
            yield replace(outlined, fill=self.kit.paper, stroke=None)
