"""What to keep and what to do next: numbered lines at the left, dated steps on solid colour at the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Flow, Overflow, Part, Placed, halves
from generator.blocks._room import choose, narrowed, need, whole
from generator.blocks._ruled import Line, ruled, small
from generator.geometry import ZERO, Box, Length, inch, mm, pt, total
from generator.kit import GAP, Kit
from generator.notation.inline import Text
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

SIDE = 3.911 / 12.133
INSET = inch(0.34)
NUMBER = inch(0.95)
ICON = inch(0.4)
STEPS = ((36, 24), (28, 20), (24, 20), (24, 18), (20, 18))
"""Sizes of a line's title and of its text."""
NEXT_STEPS = ((20, 20), (20, 18), (18, 18))


class Keep(Part):
    """One thing to keep."""

    title: Text
    text: Text | None = None


class NextStep(Part):
    """One thing to do, and when."""

    when: Text
    text: Text
    icon: str | None = None


class Takeaways(Block):
    """Two to four things to keep, and two or three things to do next."""

    kind: Literal["takeaways"] = "takeaways"
    points: tuple[Keep, ...] = Field(min_length=2, max_length=4)
    next: tuple[NextStep, ...] = Field(default=(), max_length=3)

    def split(self) -> tuple[Self, Self] | None:
        """The first and the last lines; the steps go with the last."""
        if len(self.points) < 2:
            return None
        first, second = halves(self.points)
        return self.model_copy(update={"points": first, "next": ()}), self.model_copy(update={"points": second})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Rows between rules, and the panel of steps where there are any."""
        if not self.points:
            return Placed(())
        main, side = box.cut_right(box.w * SIDE, GAP * 1.5) if self.next else (box, box)
        rows = choose((_Rows(kit, self.points, main, *sizes) for sizes in STEPS), lambda r: r.taken(), main.h)
        if isinstance(rows, Overflow):
            return rows
        if not self.next:
            return Placed(tuple(rows.draw()))
        panel = choose((_Next(kit, self.next, side, *sizes) for sizes in NEXT_STEPS), lambda n: n.taken(), side.h)
        return panel if isinstance(panel, Overflow) else Placed((*rows.draw(), *panel.draw()))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """One row for each line and each step."""
        lines = [_sheet_line(kit, f"point-{i}", (p.title, p.text), width) for i, p in enumerate(self.points, 1)]
        lines += [_sheet_line(kit, f"next-{i}", (n.when, n.text), width) for i, n in enumerate(self.next, 1)]
        return ruled(kit, lines)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The lines to keep, in one setting."""

    kit: Kit
    points: tuple[Keep, ...]
    box: Box
    head: int
    text: int

    def told(self, point: Keep) -> list[Paragraph]:
        kit = self.kit
        title = kit.para(point.title, kit.style(pt(self.head), bold=True), height=1.15)
        return [title, *([kit.para(point.text, kit.style(pt(self.text), kit.quiet), height=1.25, before=inch(0.05))] if point.text else [])]

    @property
    def room(self) -> Length:
        return min(self.box.w - NUMBER, inch(8.3))

    def taken(self) -> Length | None:
        if not all(whole(self.kit, self.told(p), self.room) for p in self.points):
            return None
        return (max(need(self.kit, self.told(p), self.room) for p in self.points) + inch(0.24)) * len(self.points)

    def draw(self) -> Iterator[Item]:
        kit = self.kit
        for i, (point, row) in enumerate(zip(self.points, self.box.rows(len(self.points)), strict=True), 1):
            name = f"point-{i}"
            number = kit.para(str(i), kit.style(pt(60), kit.accent, bold=True), height=1.0)
            yield kit.text(f"{name}-number", Box(row.x, row.y, NUMBER, row.h), [number], anchor=Anchor.MIDDLE)
            width = narrowed(kit, self.told(point), self.room)
            yield kit.text(f"{name}-text", Box(row.x + NUMBER, row.y, width, row.h), self.told(point), anchor=Anchor.MIDDLE)
            if i < len(self.points):
                yield kit.rule(f"{name}-rule", row.x, row.bottom, row.w, kit.line)


@dataclass(frozen=True, slots=True)
class _Next:
    """The panel of steps, in one setting."""

    kit: Kit
    steps: tuple[NextStep, ...]
    box: Box
    head: int
    text: int

    def told(self, step: NextStep) -> list[Paragraph]:
        kit = self.kit
        when = kit.para(step.when, kit.style(pt(self.head), kit.paper, bold=True), height=1.15)
        return [when, kit.para(step.text, kit.style(pt(self.text), kit.paper), height=1.22, before=inch(0.03))]

    @property
    def inner(self) -> Box:
        return self.box.inset(INSET, inch(0.3))

    @property
    def room(self) -> Length:
        return self.inner.w - (ICON + inch(0.2) if any(step.icon for step in self.steps) else ZERO)

    def heights(self) -> list[Length]:
        return [need(self.kit, self.told(step), self.room) for step in self.steps]

    def taken(self) -> Length | None:
        if not all(whole(self.kit, self.told(step), self.room) for step in self.steps):
            return None
        return total(self.heights()) + inch(0.3) * len(self.steps) + inch(1.2)

    def draw(self) -> Iterator[Item]:
        kit, inner = self.kit, self.inner
        head, body = inner.cut_top(inch(0.6))
        yield kit.card("next", self.box, kit.accent)
        yield kit.text("next-title", head, [kit.para(kit.words.say("do_next"), kit.style(pt(24), kit.paper, bold=True))])
        for i, (step, row) in enumerate(zip(self.steps, body.rows(len(self.steps)), strict=True), 1):
            name = f"next-{i}"
            yield kit.rule(f"{name}-rule", row.x, row.y, row.w, kit.light(), 0.75)
            text = kit.text(f"{name}-text", Box(row.right - self.room, row.y, self.room, row.h), self.told(step), anchor=Anchor.MIDDLE)
            if step.icon:
                top = row.y + (row.h - text.body.height) / 2
                yield kit.icon(f"{name}-icon", Box(row.x, top, ICON, ICON), step.icon, kit.paper)
            yield text


def _sheet_line(kit: Kit, name: str, said: tuple[Text, Text | None], width: Length) -> Line:
    title, text = said
    told = [small(kit, title, bold=True), *([small(kit, text, kit.quiet)] if text else [])]

    def draw(box: Box) -> tuple[Item, ...]:
        return (kit.text(name, box, told, anchor=Anchor.MIDDLE),)

    return Line(kit.height(told, width - mm(1)), draw)
