"""An exercise on a slide: what it takes on a tinted panel, the task on solid colour over its numbered steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.block import Overflow, Placed
from generator.blocks._headings import calmest
from generator.blocks._room import choose, lines, narrowed, need, whole
from generator.blocks.exercise.needs import Line, Needs, settings
from generator.blocks.exercise.task import Step, Task
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import GAP, Kit, Paint
from generator.page.items import Item, Stroke
from generator.page.text import Anchor, Paragraph

WIDE = inch(10)
"""Boxes from this width on have the panel at the left; in others it is a band above."""
PANEL_SHARES = (2.883 / 12.133, 3.911 / 12.133)
BETWEEN = inch(0.12)
"""Between steps."""
INSET = inch(0.28)
TO_WORDS = inch(0.26)
DISC, SMALL_DISC = inch(0.54), inch(0.4)
PADDING = inch(0.08)
TASK_PADDING = inch(0.2)
TASK_SHARE = 0.2
"""What the task takes of the height at least."""
TASK = (28, 24, 20)
STEPS = ((24, 20), (20, 18), (18, 18))
"""Sizes of the task, and of a step's title and text."""
SMALL_TASK, SMALL_STEPS = (20, 18), ((18, 16), (16, 16))
"""The same where room is short."""
LOW, CLOSE = inch(0.1), inch(0.05)
"""Above and below the words of the task and of a step then."""


def place_task(kit: Kit, task: Task, box: Box) -> Placed | Overflow:
    """Fill `box`: the panel, the task, the steps. The panel gets broader where its words or the steps need it."""
    refused: list[Overflow] = []
    for placed in _all(kit, task, box):
        if isinstance(placed, Placed):
            return placed
        refused.append(placed)
    least = min(refused, key=lambda each: each.need)
    return replace(least, need=max(least.need, box.h * 1.01))


def _all(kit: Kit, task: Task, box: Box) -> Iterator[Placed | Overflow]:
    """All ways to place it: what it takes at the left, or as a band above; at last as one line above."""
    for share in PANEL_SHARES if box.w >= WIDE else ():
        side, rest = box.cut_left(box.w * share, GAP)
        needs = choose(settings(kit, task, side, band=False), lambda each: each.taken(), box.h)
        yield needs if isinstance(needs, Overflow) else _placed(kit, needs, side, rest)
    if box.w < WIDE:
        needs = choose(settings(kit, task, box, band=True), lambda each: each.taken(), box.h)
        yield needs if isinstance(needs, Overflow) else _placed(kit, needs, *box.cut_top(needs.taken() or box.h, GAP))
    for size in (18, 16):
        line = Line(kit, task, box, size)
        if (high := line.taken()) is None:
            yield Overflow(box.h * 2, box.h, wide=True)
        else:
            yield _placed(kit, line, *box.cut_top(high, BETWEEN))


def _placed(kit: Kit, needs: Needs | Line, side: Box, rest: Box) -> Placed | Overflow:
    chosen = choose(_ways(kit, needs.task, rest), lambda way: way.taken(), rest.h)
    if isinstance(chosen, Overflow):
        return Overflow(chosen.need + (rest.y - side.y), rest.bottom - side.y, chosen.wide)
    return Placed((*chosen.draw_task(), *needs.draw(side), *chosen.draw_steps()))


class _Form(StrEnum):
    """How the steps stand."""

    CALM = "calm"
    """Rows, each text on one line, the task on one or two."""
    ROWS = "rows"
    GRID = "grid"
    """Two columns, read row by row."""
    DENSE = "dense"
    """Rows parted by rules on one ground, so that all the height is air around their words."""
    CLOSE = "close"
    """The same in small type and with little air."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """One way to set the task and its steps."""

    kit: Kit
    task: Task
    box: Box
    large: int
    sizes: tuple[int, int]
    form: _Form

    @property
    def dense(self) -> bool:
        return self.form in (_Form.DENSE, _Form.CLOSE)

    @property
    def disc(self) -> Length:
        return SMALL_DISC if self.form is _Form.CLOSE else DISC

    @property
    def card_width(self) -> Length:
        return (self.box.w - GAP) / 2 if self.form is _Form.GRID else self.box.w

    @property
    def width(self) -> Length:
        """Of the steps' words."""
        return self.card_width - INSET * 2 - self.disc - TO_WORDS

    @property
    def air(self) -> tuple[Length, Length]:
        """Within a step, above and below its words; and between steps."""
        if self.form is _Form.CLOSE:
            return CLOSE, ZERO
        return (PADDING, ZERO) if self.dense else (PADDING, GAP if self.form is _Form.GRID else BETWEEN)

    def told(self, step: Step) -> list[Paragraph]:
        kit = self.kit
        title = kit.para(step.title, kit.style(pt(self.sizes[0]), bold=True), height=1.15)
        style = kit.style(pt(self.sizes[1]), kit.quiet)
        return [title, *([kit.para(step.text, style, before=inch(0.03))] if step.text else [])]

    def words(self) -> list[Paragraph]:
        return [self.kit.para(self.task.task, self.kit.heading(pt(self.large), self.kit.paper), height=1.15)]

    @property
    def task_height(self) -> Length:
        """The words and their air; where there is room, a share of the whole."""
        words = need(self.kit, self.words(), self.box.w - INSET * 2)
        if self.form is _Form.CLOSE:
            return words + LOW * 2
        return words + TASK_PADDING if self.dense else max(words + TASK_PADDING * 2, self.box.h * TASK_SHARE)

    @property
    def below_task(self) -> Length:
        """Between the task and its steps."""
        return BETWEEN if self.form is _Form.CLOSE else GAP

    def taken(self) -> Length | None:
        """The height it needs; None where a word would be broken, or large type takes many lines."""
        kit, told = self.kit, [self.told(step) for step in self.task.entries]
        room = self.box.w - INSET * 2
        if (
            self.width < inch(1.2)
            or not whole(kit, [p for t in told for p in t], self.width)
            or not whole(kit, self.words(), room)
        ):
            return None
        if self.form is _Form.CALM and (lines(kit, self.words(), room) > 2 or not all(self._calm(t) for t in told)):
            return None
        padding, between = self.air
        step = max([*(need(kit, t, self.width) for t in told), self.disc]) + padding * 2
        rows = (len(told) + 1) // 2 if self.form is _Form.GRID else len(told)
        return self.task_height + self.below_task + step * rows + between * (rows - 1)

    def _calm(self, told: list[Paragraph]) -> bool:
        return all(lines(self.kit, [p], self.width) == 1 for p in told)

    def draw_task(self) -> Iterator[Item]:
        """The task, white on the role's colour."""
        kit, place = self.kit, self.box.cut_top(self.task_height)[0]
        yield kit.card("task", place, kit.accent)
        inner = place.inset(INSET, ZERO)
        words = self.words()
        yield kit.text("task-text", Box(inner.x, inner.y, narrowed(kit, words, inner.w), inner.h), words, anchor=Anchor.MIDDLE)

    def cards(self) -> tuple[Box, ...]:
        """The places of the steps."""
        rest, count, between = self.box.cut_top(self.task_height, self.below_task)[1], len(self.task.steps), self.air[1]
        if self.form is not _Form.GRID:
            return rest.rows(count, between)
        rows = rest.rows((count + 1) // 2, between)
        cards = tuple(card for row in rows for card in row.columns(2, GAP))
        return cards if count % 2 == 0 else (*cards[: count - 1], rows[-1])

    def draw_steps(self) -> Iterator[Item]:
        """A card a step, its number in a ring."""
        kit = self.kit
        ring = Paint(fill=kit.paper, stroke=Stroke(kit.accent, pt(1.5)))
        if self.dense:
            yield from self._ground()
        for number, (step, card) in enumerate(zip(self.task.entries, self.cards(), strict=True), self.task.first):
            name = f"step-{number}"
            if not self.dense:
                yield kit.card(name, card)
            front, words = card.inset(INSET, self.air[0]).cut_left(self.disc, TO_WORDS)
            yield kit.number(
                f"{name}-number",
                front.centred(self.disc, self.disc),
                str(number),
                kit.style(pt(16 if self.form is _Form.CLOSE else 20), kit.accent, bold=True),
                ring,
            )
            told = self.told(step)
            place = Box(words.x, words.y, calmest(kit, told, words.w), words.h)
            yield kit.text(f"{name}-text", place, told, anchor=Anchor.MIDDLE)

    def _ground(self) -> Iterator[Item]:
        """What dense rows stand on, with a rule between any two."""
        kit, rows = self.kit, self.cards()
        yield kit.card("steps", self.box.cut_top(self.task_height, self.below_task)[1])
        for number, row in enumerate(rows[1:], self.task.first + 1):
            inner = row.inset(INSET, ZERO)
            yield kit.rule(f"step-{number}-rule", (inner.x, row.y), inner.w, kit.line, 1)


def _ways(kit: Kit, task: Task, box: Box) -> Iterator[_Setting]:
    """All ways to set task and steps in a box, the calmest first."""
    for form, steps, sizes in (
        (_Form.CALM, STEPS, TASK),
        (_Form.ROWS, STEPS, TASK[1:]),
        (_Form.DENSE, STEPS[1:], TASK[1:]),
        (_Form.GRID, STEPS[1:], TASK[1:]),
        (_Form.CLOSE, SMALL_STEPS, SMALL_TASK),
    ):
        yield from (_Setting(kit, task, box, large, step, form) for step in steps for large in sizes)
