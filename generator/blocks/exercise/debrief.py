"""The slide after an exercise: what to take from it in numbered rows, the task beside them as a reminder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.block import Overflow, Placed
from generator.blocks._bar import Bar, Said
from generator.blocks._headings import calmest
from generator.blocks._panel import Head, Panel, Part
from generator.blocks._room import choose, legible, lines, need, whole
from generator.blocks._tails import held
from generator.blocks.exercise.columns import Columns, columns
from generator.blocks.exercise.task import Debrief, Lesson, Task
from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import GAP, Kit
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

WIDE = inch(10)
BAR_SIZES, BAR_SHARE = (20, 18), 0.3
"""Sizes of a task below the points, and the most it takes of the height."""
MOST_COLUMNS = 3
PANEL_SHARES = (3.911 / 12.133, 3.3 / 12.133)
PANEL_SIZES = ((24, 20), (20, 18))
"""Of the panel's head and of the task in it."""
NUMBER, NARROW_NUMBER = inch(1.05), inch(0.8)
LEAST = inch(0.14)
"""Above and below the words of a row."""
SIZES = ((24, 20), (24, 18), (20, 18))
"""Of a point's title, which is quieter than the slide's, and of its text."""
CARD_INSET, BETWEEN = inch(0.3), inch(0.2)
"""From a card's edge to its number, and between two cards."""
ROOMY = inch(1.1)
"""Rows from this height on stand on cards; lower ones are parted by rules."""


def place_debrief(kit: Kit, task: Task, debrief: Debrief, box: Box) -> Placed | Overflow:
    """Fill `box`: few points side by side over the task, more in rows beside it, in a narrow box or a full one alone."""
    over = _over(kit, task, debrief, box)
    if over:
        return Placed(over)
    ways = [
        _Rows(kit, debrief.points, left, sizes, calm, task.first)
        for calm in (True, False)
        for sizes in SIZES
        for left, _ in _beside(kit, task, box)
    ]
    rows = choose(ways, lambda way: way.taken(), box.h)
    if isinstance(rows, Overflow):
        return rows
    panel = next(panel for left, panel in _beside(kit, task, box) if left == rows.box)
    return Placed((*rows.draw(), *panel))


def _over(kit: Kit, task: Task, debrief: Debrief, box: Box) -> tuple[Item, ...]:
    """Two or three points in columns over a bar with the task; nothing where they do not fit or do not fill them."""
    said = Said("message-circle", kit.words.say("exercise_debrief"), task.task, quiet=True)
    bar = choose((Bar(kit, said, box, (size, size)) for size in BAR_SIZES), Bar.taken, box.h * BAR_SHARE)
    if box.w < WIDE or len(debrief.points) > MOST_COLUMNS or isinstance(bar, Overflow):
        return ()
    upper, lower = box.cut_bottom(bar.taken() or ZERO, GAP)
    chosen = choose(columns(kit, debrief.points, upper, task.first), Columns.taken, upper.h)
    return () if isinstance(chosen, Overflow) else (*chosen.draw(), *bar.at(lower).draw())


def _beside(kit: Kit, task: Task, box: Box) -> list[tuple[Box, tuple[Item, ...]]]:
    """Where the points stand and the panel beside them, in its widths; the whole box where there is none."""
    found = []
    for share in PANEL_SHARES if box.w >= WIDE else ():
        left, side = box.cut_right(box.w * share, GAP)
        panel = _panel(kit, task, side)
        found += [(left, panel)] if panel else []
    return found or [(box, ())]


def _panel(kit: Kit, task: Task, box: Box) -> tuple[Item, ...] | None:
    """The task on the role's tint, quieter than what came of it; None where it is too long for that."""
    strong = legible(kit, kit.role, kit.tint())

    def way(label: int, size: int) -> Panel:
        told = kit.para(kit.words.say("exercise_debrief"), kit.style(pt(label), strong, bold=True))
        text = Part("text", [kit.para(task.task, kit.style(pt(size)), height=1.25)], strong)
        return Panel(kit, box, kit.tint(), Head("message-circle", told, strong), (text,), name="panel")

    chosen = choose((way(*sizes) for sizes in PANEL_SIZES), Panel.taken, box.h)
    return None if isinstance(chosen, Overflow) else tuple(chosen.draw())


@dataclass(frozen=True, slots=True)
class _Rows:
    """One way to set the points."""

    kit: Kit
    points: tuple[Lesson, ...]
    box: Box
    sizes: tuple[int, int]
    calm: bool
    first: int = 1
    """The number of the first point."""

    @property
    def carded(self) -> bool:
        """Whether each point stands on a card, all of equal height: few short ones with room to spare."""
        return self.calm and (self.box.h + BETWEEN) / len(self.points) - BETWEEN >= ROOMY

    @property
    def inset(self) -> Length:
        return CARD_INSET if self.carded else ZERO

    @property
    def between(self) -> Length:
        return BETWEEN if self.carded else ZERO

    @property
    def number(self) -> Length:
        return NUMBER if self.box.w >= inch(7.5) else NARROW_NUMBER

    @property
    def width(self) -> Length:
        return min(self.box.w - self.number - inch(0.2) - self.inset, inch(8.3))

    def told(self, point: Lesson) -> list[Paragraph]:
        kit = self.kit
        title = kit.para(point.title, kit.style(pt(self.sizes[0]), bold=True), height=1.15)
        style = kit.style(pt(self.sizes[1]), kit.quiet)
        return [title, *([held(kit, kit.para(point.text, style, before=pt(4)), self.width)] if point.text else [])]

    def taken(self) -> Length | None:
        told = [self.told(point) for point in self.points]
        if not whole(self.kit, [p for group in told for p in group], self.width):
            return None
        if self.calm and not all(
            lines(self.kit, t[:1], self.width) == 1 and lines(self.kit, t[1:], self.width) < 3 for t in told
        ):
            return None
        return total(self.heights()) + self.between * (len(self.points) - 1)

    def heights(self) -> list[Length]:
        """Of the rows, with the least air: alike where the box has room for that, else what each takes."""
        natural = [need(self.kit, self.told(point), self.width) + LEAST * 2 for point in self.points]
        alike = [max(natural)] * len(natural)
        return alike if self.carded or total(alike) <= self.box.h else natural

    def rows(self) -> Iterator[Box]:
        """The rows' boxes; what is left over goes to all of them."""
        heights, rest = self.heights(), self.box
        more = (rest.h - total(heights) - self.between * (len(heights) - 1)) / len(heights)
        for height in heights:
            row, rest = rest.cut_top(height + more, self.between)
            yield row

    def draw(self) -> Iterator[Item]:
        kit, box = self.kit, self.box
        for number, (point, row) in enumerate(zip(self.points, self.rows(), strict=True), self.first):
            if self.carded:
                yield kit.card(f"point-{number}-card", row)
            elif number > self.first:
                yield kit.rule(f"rule-{number - 1}", (box.x, row.y), box.w - (GAP if box.w < WIDE else ZERO), kit.line)
            size = 44 if row.h > inch(0.8) else 28
            numeral = [kit.para(str(number), kit.style(pt(size), kit.accent, bold=True), height=1.0)]
            yield kit.text(
                f"point-{number}-number", replace(row, x=row.x + self.inset, w=self.number), numeral, anchor=Anchor.MIDDLE
            )
            told = self.told(point)
            column = Box(row.x + self.inset + self.number, row.y, calmest(kit, told, self.width), row.h)
            yield kit.text(f"point-{number}-text", column, told, anchor=Anchor.MIDDLE)
