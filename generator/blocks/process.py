"""Steps in an order, three to six: what happens, who decides, what is handed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Flow, Overflow, Part, Placed, halves
from generator.blocks._room import choose, legible, need, whole
from generator.blocks._ruled import HAIRLINE, small
from generator.geometry import ZERO, Box, Length, inch, mm, pt
from generator.kit import Kit
from generator.notation.inline import Text
from generator.page.colour import Colour
from generator.page.items import Chevron, Item
from generator.page.text import Align, Anchor, Paragraph

GAP = inch(0.15)
TIP, WHITE = inch(0.26), inch(0.06)
"""Length of a chevron's point, and the white left between two of them."""
INSET = inch(0.2)
LABEL = mm(22)
SHEET_HEAD, SHEET_TIP, SHEET_WHITE = mm(7), mm(2.6), mm(1.2)
COLUMN_WIDE = inch(1.85)
"""Columns narrower than this become rows."""
NEUTRAL = "accent6"


class Step(Part):
    """One step. `gives` is what is handed over at its end."""

    title: Text
    text: Text | None = None
    subject: str | None = None
    gives: Text | None = None


class Process(Block):
    """Three to six steps from left to right, each in the colour of who decides it."""

    kind: Literal["process"] = "process"
    steps: tuple[Step, ...] = Field(min_length=3, max_length=6)

    def split(self) -> tuple[Self, Self] | None:
        """The earlier and the later steps."""
        if len(self.steps) < 2:
            return None
        first, second = halves(self.steps)
        return self.model_copy(update={"steps": first}), self.model_copy(update={"steps": second})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Chevrons with a card below each; where columns would be narrow, one row a step."""
        if not self.steps:
            return Placed(())
        plans: list[_Columns | _Rows] = []
        if box.columns(len(self.steps), GAP)[0].w >= COLUMN_WIDE:
            plans += [_Columns(kit, self.steps, box, *sizes) for sizes in ((24, 24), (20, 24), (20, 20), (20, 18), (18, 18), (16, 18), (16, 16))]
        plans += [_Rows(kit, self.steps, box, *sizes) for sizes in ((28, 24), (24, 20), (20, 18), (18, 16))]
        chosen = choose(plans, lambda plan: plan.taken(), box.h)
        return chosen if isinstance(chosen, Overflow) else Placed(tuple(chosen.draw()))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """A state flow: chevrons as head, below them one row for each thing said of the steps."""
        return _sheet(kit, self.steps, width)


def _role(kit: Kit, steps: tuple[Step, ...], step: Step) -> str:
    """The colour of who decides a step; neutral for nobody where others have somebody."""
    if step.subject:
        return kit.subject_role(step.subject)
    return NEUTRAL if any(s.subject for s in steps) else kit.role


@dataclass(frozen=True, slots=True)
class _Columns:
    """Chevrons over cards, in one setting."""

    kit: Kit
    steps: tuple[Step, ...]
    box: Box
    head: int
    text: int

    @property
    def chevron(self) -> Length:
        return inch(0.95 if self.box.h > inch(4.2) else 0.72)

    @property
    def columns(self) -> tuple[Box, ...]:
        return self.box.columns(len(self.steps), GAP)

    def heading(self, number: int) -> Paragraph:
        step = self.steps[number]
        return self.kit.para(f"{number + 1} {step.title}", self.kit.style(pt(self.head), self.kit.paper, bold=True), height=1.1)

    def told(self, step: Step) -> list[Paragraph]:
        return [self.kit.para(step.text, self.kit.style(pt(self.text)), height=1.25)] if step.text else []

    def foot(self, step: Step) -> list[Paragraph]:
        """What is handed over and who decides, label above value."""
        kit, size = self.kit, pt(min(20, self.text))
        colour = legible(kit, _role(kit, self.steps, step), kit.surface) if step.subject else kit.ink
        fields = [("gives", step.gives, kit.ink), ("decides", kit.subjects[step.subject].name if step.subject else None, colour)]
        paragraphs: list[Paragraph] = []
        for key, value, ink in fields:
            if value:
                before = inch(0.12) if paragraphs else ZERO
                paragraphs.append(kit.para(kit.words.say(key), kit.style(pt(14), kit.quiet), before=before))
                paragraphs.append(kit.para(value, kit.style(size, ink, bold=True), height=1.15))
        return paragraphs

    def taken(self) -> Length | None:
        """The height needed; None where a word would break or a heading take two lines."""
        inner = self.columns[0].w - INSET * 2
        tallest = ZERO
        for i, step in enumerate(self.steps):
            parts = [*self.told(step), *self.foot(step)]
            room = self.columns[0].w - TIP * 2 + WHITE
            if not whole(self.kit, parts, inner) or self.kit.width(str(self.heading(i).text), self.heading(i).runs[0].style) > room:
                return None
            tallest = max(tallest, need(self.kit, self.told(step), inner) + need(self.kit, self.foot(step), inner))
        return self.chevron + GAP + INSET * 2 + tallest + inch(0.3)

    def draw(self) -> Iterator[Item]:
        kit, columns = self.kit, self.columns
        for i, (step, column) in enumerate(zip(self.steps, columns, strict=True)):
            end = columns[i + 1].x + TIP - WHITE if i + 1 < len(columns) else self.box.right
            box = Box(column.x, column.y, end - column.x, self.chevron)
            name = f"step-{i + 1}"
            yield kit.shape(name, box, Chevron(TIP, flat_left=i == 0), fill=Colour(_role(kit, self.steps, step)))
            left = column.x + (INSET if i == 0 else TIP + inch(0.08))
            yield kit.text(f"{name}-title", Box(left, box.y, box.right - TIP - left + inch(0.06), box.h), [self.heading(i)], anchor=Anchor.MIDDLE)
            yield from self._card(name, step, Box(column.x, box.bottom + GAP, column.w, self.box.bottom - box.bottom - GAP))

    def _card(self, name: str, step: Step, card: Box) -> Iterator[Item]:
        kit, inner = self.kit, card.inset(INSET)
        yield kit.card(f"{name}-card", card)
        if step.text:
            yield kit.text(f"{name}-text", inner.cut_top(need(kit, self.told(step), inner.w))[0], self.told(step))
        foot = self.foot(step)
        if foot:
            deepest = max(need(kit, self.foot(s), inner.w) for s in self.steps)
            place = inner.cut_bottom(deepest)[1]
            yield kit.rule(f"{name}-rule", inner.x, place.y - inch(0.1), inner.w, Colour(_role(kit, self.steps, step)), 1.5)
            yield kit.text(f"{name}-foot", place, foot)


@dataclass(frozen=True, slots=True)
class _Rows:
    """One row a step: number, title, text, and at the right what is handed over."""

    kit: Kit
    steps: tuple[Step, ...]
    box: Box
    head: int
    text: int

    def left(self, step: Step) -> list[Paragraph]:
        title = self.kit.para(step.title, self.kit.style(pt(self.head), bold=True), height=1.15)
        return [title, *([self.kit.para(step.text, self.kit.style(pt(self.text), self.kit.quiet), before=inch(0.03))] if step.text else [])]

    def right(self, step: Step) -> list[Paragraph]:
        kit = self.kit
        value = step.gives or (kit.subjects[step.subject].name if step.subject else None)
        label = kit.words.say("gives" if step.gives else "decides")
        style = kit.style(pt(min(18, self.text)), legible(kit, _role(kit, self.steps, step), kit.paper), bold=True)
        return [kit.para(label, kit.style(pt(14), kit.quiet)), kit.para(value, style, height=1.15)] if value else []

    @property
    def widths(self) -> tuple[Length, Length]:
        room = self.box.w - inch(0.9)
        side = room * 0.3 if any(self.right(step) for step in self.steps) else ZERO
        return room - side - inch(0.2), side

    def taken(self) -> Length | None:
        main, side = self.widths
        rows = [max(need(self.kit, self.left(s), main), need(self.kit, self.right(s), side) if side else ZERO) for s in self.steps]
        if not all(whole(self.kit, self.left(s), main) for s in self.steps):
            return None
        return (max(rows) + inch(0.12)) * len(self.steps)

    def draw(self) -> Iterator[Item]:
        kit = self.kit
        main, side = self.widths
        for i, (step, row) in enumerate(zip(self.steps, self.box.rows(len(self.steps)), strict=True)):
            name, colour = f"step-{i + 1}", Colour(_role(kit, self.steps, step))
            disc = Box(row.x, row.y, inch(0.58), row.h).centred(inch(0.58), inch(0.58))
            yield kit.number(f"{name}-number", disc, str(i + 1), pt(20), fill=colour, colour=kit.paper)
            yield kit.text(f"{name}-text", Box(row.x + inch(0.9), row.y, main, row.h), self.left(step), anchor=Anchor.MIDDLE)
            if self.right(step):
                yield kit.text(f"{name}-foot", Box(row.right - side, row.y, side, row.h), self.right(step), anchor=Anchor.MIDDLE)
            if i + 1 < len(self.steps):
                yield kit.rule(f"{name}-rule", row.x, row.bottom, row.w, kit.line)


def _sheet(kit: Kit, steps: tuple[Step, ...], width: Length) -> Flow:
    rows = _sheet_rows(kit, steps)
    columns = Box(LABEL, ZERO, width - LABEL, ZERO).columns(max(1, len(steps)), mm(2))
    heights = [SHEET_HEAD]
    for label, cells in rows:
        texts = [kit.height(cell, column.w - SHEET_TIP) for cell, column in zip(cells, columns, strict=True)]
        heights.append(max([kit.height([label], LABEL), *texts]) + kit.sheet.padding * 2)

    def draw(box: Box, final: tuple[Length, ...]) -> tuple[Item, ...]:
        items = list(_sheet_head(kit, steps, columns, box))
        y = box.y + final[0]
        for number, ((label, cells), height) in enumerate(zip(rows, final[1:], strict=True)):
            items.append(kit.text(f"row-{number + 1}-label", Box(box.x, y, LABEL, height), [label], anchor=Anchor.MIDDLE))
            for i, (cell, column) in enumerate(zip(cells, columns, strict=True)):
                place = Box(box.x + column.x + (SHEET_TIP if i else ZERO), y, column.w - SHEET_TIP, height)
                if cell:
                    items.append(kit.text(f"row-{number + 1}-{i + 1}", place, cell, anchor=Anchor.MIDDLE))
            y = y + height
            if number + 1 < len(rows):
                items.append(kit.rule(f"row-{number + 1}-rule", box.x, y, box.w, Colour(NEUTRAL), HAIRLINE))
        return tuple(items)

    return Flow(tuple(heights), (False, *(True for _ in rows)), draw)


def _sheet_head(kit: Kit, steps: tuple[Step, ...], columns: tuple[Box, ...], box: Box) -> Iterator[Item]:
    for i, (step, column) in enumerate(zip(steps, columns, strict=True)):
        end = columns[i + 1].x + SHEET_TIP - SHEET_WHITE if i + 1 < len(columns) else column.right
        place = Box(box.x + column.x, box.y, end - column.x, SHEET_HEAD)
        yield kit.shape(f"step-{i + 1}", place, Chevron(SHEET_TIP, flat_left=i == 0), fill=Colour(_role(kit, steps, step)))
        size = kit.sheet.size if kit.width(f"{i + 1}  {step.title}", kit.style(kit.sheet.size, bold=True)) < column.w - SHEET_TIP else pt(8.5)
        title = kit.para(f"{i + 1}  {step.title}", kit.style(size, kit.paper, bold=True), align=Align.LEFT, height=1.1)
        left = place.x + SHEET_TIP + (ZERO if i else -mm(0.6))
        yield kit.text(f"step-{i + 1}-title", Box(left, place.y, place.right - left, place.h), [title], anchor=Anchor.MIDDLE)


def _sheet_rows(kit: Kit, steps: tuple[Step, ...]) -> list[tuple[Paragraph, list[list[Paragraph]]]]:
    """Label and cells of each row that has something to say."""
    names = [kit.subjects[s.subject].name if s.subject else None for s in steps]
    said = (
        ("happens", [s.text for s in steps], False),
        ("gives", [s.gives for s in steps], True),
        ("decides", names, True),
    )
    return [
        (small(kit, kit.words.say(key), kit.quiet), [[small(kit, v, bold=bold)] if v else [] for v in values])
        for key, values, bold in said
        if any(values)
    ]
