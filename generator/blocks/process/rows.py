"""A process as rows: numbers down a line, what happens beside them, what is handed over and who decides at the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.blocks._diagrams import down
from generator.blocks._headings import unstubbed
from generator.blocks._room import legible, lines, need, whole
from generator.blocks.process.step import Shown
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import Kit, Paint
from generator.page.colour import Colour
from generator.page.items import Item, ShapeItem, Stroke
from generator.page.text import Anchor, Paragraph, Run

DISC, LINE = inch(0.58), inch(0.04)
TO_TEXT = inch(0.3)
BETWEEN = inch(0.3)
"""Between what happens and what is handed over."""
PADDING, LARGE_PADDING, LARGE = inch(0.06), inch(0.1), 20
"""Above and below the texts of a row at least: more where they are of a size from `LARGE` on."""
SIDE, NARROW_SIDE, NARROW = 0.3, 0.34, inch(10)
"""The share of the width for what is handed over: more in boxes that are not wide."""
HEADS = {24: 24, 20: 24, 18: 20, 16: 18}
SMALLEST = 16
LABEL = pt(14)


@dataclass(frozen=True, slots=True)
class Rows:
    """One way to set a process in rows."""

    kit: Kit
    steps: tuple[Shown, ...]
    box: Box
    text: int
    labelled: bool
    """Whether the label stands above what is handed over, instead of before it."""

    def left(self, step: Shown) -> list[Paragraph]:
        """Title and text."""
        kit = self.kit
        title = kit.para(step.step.title, kit.style(pt(HEADS[self.text]), bold=True), height=1.15)
        text = step.step.text
        return [title, *([kit.para(text, kit.style(pt(self.text), kit.quiet), before=inch(0.03))] if text else [])]

    def right(self, step: Shown) -> list[Paragraph]:
        """What is handed over, and who decides in their colour."""
        kit, style = self.kit, self.kit.style(LABEL, self.kit.quiet)
        value = kit.runs(step.step.gives or "", kit.style(pt(min(18, self.text)), bold=True))
        colour = kit.quiet if step.is_teams else legible(kit, step.role, kit.paper)
        told = []
        if value and self.labelled:
            told = [kit.para(kit.words.say("gives"), style), Paragraph(value, line_height=1.15)]
        elif value:
            told = [Paragraph((Run(f"{kit.words.say('gives')} ", style), *value), line_height=1.15)]
        return [*told, *([kit.para(step.decider, kit.style(LABEL, colour, bold=True))] if step.decider else [])]

    @property
    def widths(self) -> tuple[Length, Length]:
        """Of what happens, and of what stands at the right (zero without any)."""
        room = self.box.w - DISC - TO_TEXT
        if not any(self.right(step) for step in self.steps):
            return room, ZERO
        share = SIDE if self.box.w >= NARROW else NARROW_SIDE
        return room * (1 - share) - BETWEEN, room * share

    def taken(self) -> Length | None:
        """The height needed; None where a word would be broken, or a label would stand before a value that wraps."""
        main, side = self.widths
        tallest = DISC
        for step in self.steps:
            left, right = self.left(step), self.right(step)
            inline = step.step.gives and not self.labelled
            if inline and self.text > SMALLEST and lines(self.kit, right[:1], side) > 1:
                return None
            if not whole(self.kit, left, main) or (right and not whole(self.kit, right, side)):
                return None
            tallest = max(tallest, need(self.kit, left, main), need(self.kit, right, side) if right else ZERO)
        return (tallest + (LARGE_PADDING if self.text >= LARGE else PADDING) * 2) * len(self.steps)

    def draw(self) -> Iterator[Item]:
        """All items: the line from disc to disc, then row by row."""
        rows = self.box.rows(len(self.steps))
        yield from numbered(self.kit, self.steps, rows)
        for step, row in zip(self.steps, rows, strict=True):
            yield from self._row(step, row)
            if row is not rows[-1]:
                x = row.x + DISC + TO_TEXT
                yield self.kit.rule(f"{step.name}-rule", (x, row.bottom), row.right - x, self.kit.line)

    def _row(self, step: Shown, row: Box) -> Iterator[Item]:
        kit, (main, side) = self.kit, self.widths
        left, right = self.left(step), self.right(step)
        width = unstubbed(kit, left[-1], main) if step.step.text else main
        place = Box(row.x + DISC + TO_TEXT, row.y, width if need(kit, left, width) <= row.h else main, row.h)
        yield kit.text(f"{step.name}-text", place, left, anchor=Anchor.MIDDLE)
        if right:
            yield kit.text(f"{step.name}-foot", Box(row.right - side, row.y, side, row.h), right, anchor=Anchor.MIDDLE)


def rows(kit: Kit, steps: tuple[Shown, ...], box: Box, sizes: Sequence[int]) -> Iterator[Rows]:
    """All ways to set a process in rows with texts of `sizes`."""
    for text in sizes:
        for labelled in (True, False) if any(step.step.gives for step in steps) else (False,):
            yield Rows(kit, steps, box, text, labelled)


def numbered(kit: Kit, steps: Sequence[Shown], rows: Sequence[Box]) -> Iterator[ShapeItem]:
    """A disc with its number at the left of each row, and a line from each to the next."""
    style, discs = kit.style(pt(20), kit.paper, bold=True), []
    for step, row in zip(steps, rows, strict=True):
        place = row.cut_left(DISC)[0].centred(DISC, DISC)
        discs.append(kit.number(f"{step.name}-number", place, str(step.number), style, Paint(fill=Colour(step.role))))
    for number, ends in enumerate(pairwise(discs), 1):
        yield down(kit, f"line-{number}", ends, Stroke(kit.line, LINE))
    yield from discs
