"""A timeline on paper: columns under dots on a line, or rows down a line in a narrow column."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.block import Flow
from generator.blocks._headings import calmest
from generator.blocks._room import AIR, whole
from generator.blocks._ruled import note, small
from generator.blocks.timeline.phase import Phase
from generator.geometry import ZERO, Box, Length, mm, pt, total
from generator.kit import Kit
from generator.page.items import Item
from generator.page.shapes import Ellipse
from generator.page.text import Anchor, Bullet, Paragraph, Run

RAIL, DOT = mm(4.6), mm(2.6)
BETWEEN = mm(4)
LEAST = mm(27)
"""Columns narrower than this become rows."""
IN_ROW = mm(6)
"""From the line down the left to the words of a row."""
WHEN = pt(13)


def flow_timeline(kit: Kit, phases: tuple[Phase, ...], width: Length) -> Flow:
    """Equal columns: time, a dot on the line, name, points. Rows where columns are narrow or a word would be broken."""
    columns = _Columns(kit, phases, width)
    return columns.flow() if columns.stand() else _rows(kit, phases, width)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The phases side by side."""

    kit: Kit
    phases: tuple[Phase, ...]
    width: Length

    @property
    def columns(self) -> tuple[Box, ...]:
        return Box(ZERO, ZERO, self.width, ZERO).columns(max(1, len(self.phases)), BETWEEN)

    def head(self, phase: Phase) -> list[Paragraph]:
        return [self.kit.para(phase.when, self.kit.style(WHEN, bold=True))]

    def stand(self) -> bool:
        """Whether the columns are wide enough, every time stands on one line and no word is broken."""
        room = self.columns[0].w
        heads = [self.head(phase) for phase in self.phases]
        one = all(
            self.kit.width(phase.when, head[0].runs[0].style) <= room for phase, head in zip(self.phases, heads, strict=True)
        )
        return room >= LEAST and one and all(whole(self.kit, _told(self.kit, phase), room) for phase in self.phases)

    def flow(self) -> Flow:
        """One row that keeps its height."""
        kit, columns = self.kit, self.columns
        heads, texts = [self.head(p) for p in self.phases], [_told(kit, p) for p in self.phases]
        head = max((kit.height(h, columns[0].w) for h in heads), default=ZERO)
        text = max((kit.height(t, columns[0].w) for t in texts), default=ZERO)
        widths = [calmest(kit, t, columns[0].w) for t in texts]

        def draw(box: Box, heights: tuple[Length, ...]) -> tuple[Item, ...]:
            y = box.y + head + RAIL / 2
            items: list[Item] = [kit.rule("line", (box.x, y), box.w, kit.accent, 1)]
            for i, column in enumerate(columns):
                x, name = box.x + column.x, f"phase-{i + 1}"
                items.append(kit.text(f"{name}-when", Box(x, box.y, column.w, head), heads[i], anchor=Anchor.BOTTOM))
                items.append(kit.shape(f"{name}-dot", Box(x, y - DOT / 2, DOT, DOT), Ellipse(), fill=kit.accent))
                items.append(kit.text(f"{name}-text", Box(x, box.y + head + RAIL, widths[i], text), texts[i]))
            return tuple(items)

        return Flow((head + RAIL + text,), (False,), draw)


def _rows(kit: Kit, phases: tuple[Phase, ...], width: Length) -> Flow:
    """A dot for each phase on a line down the left; right of it time and name on one line, then the points."""
    texts = [_row(kit, phase) for phase in phases]
    room = width - IN_ROW
    heights = tuple(kit.height(text, room * AIR) + kit.sheet.padding * 2 for text in texts)
    first = kit.sheet.size * kit.sheet.leading / 2 + kit.sheet.padding

    def draw(box: Box, final: tuple[Length, ...]) -> tuple[Item, ...]:
        x, run = box.x + DOT / 2, total(final[:-1])
        items: list[Item] = [kit.shape("line", Box(x - pt(0.5), box.y + first, pt(1), run), fill=kit.accent)]
        for number, (text, height) in enumerate(zip(texts, final, strict=True), 1):
            row, box = box.cut_top(height)
            items.append(
                kit.shape(f"phase-{number}-dot", Box(row.x, row.y + first - DOT / 2, DOT, DOT), Ellipse(), fill=kit.accent)
            )
            place = row.inset(IN_ROW, kit.sheet.padding, ZERO)
            items.append(kit.text(f"phase-{number}-text", place, text))
        return tuple(items)

    return Flow(heights, (True,) * len(heights), draw)


def _row(kit: Kit, phase: Phase) -> list[Paragraph]:
    """Time and name on one line, then the rest as in a column."""
    title, *rest = _told(kit, phase)
    when = kit.runs(phase.when, kit.style(kit.sheet.size, kit.accent, bold=True))
    return [replace(title, runs=(*when, Run("\u2002", kit.style(kit.sheet.size)), *title.runs)), *rest]


def _told(kit: Kit, phase: Phase) -> list[Paragraph]:
    """The name, the points (with marks where there are several), and what is there by then."""
    points = [small(kit, point) for point in phase.said]
    if len(points) > 1:
        mark = Bullet("•", kit.accent, kit.sheet.size * 0.8)
        points = [replace(point, bullet=mark) for point in points]
    texts = [small(kit, phase.title, bold=True), *points]
    if phase.outcome:
        texts.append(replace(note(kit, phase.outcome, kit.accent, bold=True), before=kit.sheet.padding * 0.6))
    return texts
