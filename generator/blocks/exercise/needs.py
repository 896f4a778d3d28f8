"""What an exercise takes, on a tinted panel: minutes with a clock, groups, material."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.blocks._room import legible, need, whole
from generator.blocks.exercise.task import Task
from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.colour import Colour
from generator.page.items import Item, Stroke
from generator.page.shapes import Rule
from generator.page.text import Anchor, Paragraph

INSET = inch(0.3)
CLOCK, LOW_CLOCK = inch(0.84), inch(0.62)
PADDING = inch(0.18)
"""Above and below the words of a band."""
LEAST, ROOMY, MOST = inch(0.12), inch(0.22), inch(0.36)
"""Above and below a rule: the least, the least where the clock stands above the time, the most."""
TO_TIME = inch(0.24)
TO_FIGURE = inch(0.16)
"""Between the clock and the time below it at least, besides what the line of the figure has above its letters."""
STEPS = ((60, 20), (44, 20), (44, 18), (36, 18))
"""Sizes of the minutes and of the other words."""
RULE = 1
LINE_INSET, LINE_PADDING, LINE_CLOCK = inch(0.2), inch(0.08), inch(0.34)


@dataclass(frozen=True, slots=True)
class Needs:
    """One way to set what an exercise takes."""

    kit: Kit
    task: Task
    box: Box
    sizes: tuple[int, int]
    band: bool
    """Whether its parts stand side by side."""
    beside: bool = False
    """Whether the time stands right of the clock, to save height."""

    @property
    def strong(self) -> Colour:
        """The role's colour as it reads on its tint."""
        return legible(self.kit, self.kit.role, self.kit.tint())

    def minutes(self) -> list[Paragraph]:
        """The time, its figure large."""
        kit, (large, size) = self.kit, self.sizes
        figure = kit.para(str(self.task.minutes), kit.style(pt(large), self.strong, bold=True), height=1.0)
        unit = kit.words.say("exercise_minutes" if self.task.minutes != 1 else "exercise_minute")
        return [figure, kit.para(unit, kit.style(pt(size), bold=True))]

    def parts(self) -> tuple[tuple[str, list[Paragraph]], ...]:
        """What stands below or right of the time: its name and words."""
        found = []
        if self.task.groups:
            found.append(("groups", self._labelled("exercise_groups", [self.task.groups], True)))
        if self.task.material:
            found.append(("material", self._labelled("exercise_material", self.task.material, False)))
        return tuple(found)

    def _labelled(self, key: str, texts: Sequence[Rich], bold: bool) -> list[Paragraph]:
        kit, style = self.kit, self.kit.style(pt(self.sizes[1]), bold=bold)
        told = [kit.para(kit.words.say(key), kit.style(pt(14), kit.quiet))]
        return [*told, *(kit.para(text, style, height=1.15, before=inch(0.05)) for text in texts)]

    def _width(self) -> Length:
        """Of each part's words."""
        if not self.band:
            return self.box.w - INSET * 2
        count = max(1, len(self.parts()))
        return (self.box.w - INSET * 2 - self._time_width() - INSET * 1.4 * count) / count

    def _time_width(self) -> Length:
        """What clock and time take in a band."""
        return LOW_CLOCK + INSET * 0.8 + max(self.kit.width(p.text, p.runs[0].style) for p in self.minutes()) * 1.05

    def taken(self) -> Length | None:
        """The height it needs; None where a word would be broken."""
        kit, width = self.kit, self._width()
        if width < inch(0.9) or not all(whole(kit, told, width) for _, told in self.parts()):
            return None
        heights = [need(kit, told, width) for _, told in self.parts()]
        time = need(kit, self.minutes(), inch(9))
        if self.band:
            return max([time, LOW_CLOCK, *heights]) + PADDING * 2
        if not whole(kit, self.minutes(), width - CLOCK - TO_TIME if self.beside else width):
            return None
        gap = LEAST if self.beside else ROOMY
        return INSET * 2 + self._head() + total(heights) + gap * 2 * len(heights)

    def _head(self) -> Length:
        """The height of clock and time in a column."""
        time = need(self.kit, self.minutes(), inch(9))
        return max(CLOCK, time) if self.beside else CLOCK + TO_FIGURE + time

    def draw(self, box: Box) -> Iterator[Item]:
        """The panel."""
        kit = self.kit
        yield kit.card("needs", box, kit.tint())
        yield from self._band(box.inset(INSET, PADDING)) if self.band else self._column(box.inset(INSET))

    def _column(self, box: Box) -> Iterator[Item]:
        kit, width, parts = self.kit, self._width(), self.parts()
        heights = [need(kit, told, width) for _, told in parts]
        figures = 0 if self.beside else 1
        spare = box.h - self._head() + TO_FIGURE * figures - total(heights)
        # the figure stands as far below the clock as words stand from their rules: closer, the two looked like one sign
        gap = min(MOST, spare / max(1, len(parts) * 2 + figures))
        foot = total(heights) + gap * (2 * len(parts))
        head, rest = box.cut_bottom(foot)
        yield kit.disc("clock", Box(box.x, box.y, CLOCK, CLOCK), "clock", kit.accent)
        high = max(CLOCK, need(kit, self.minutes(), width))
        time = replace(head.cut_left(CLOCK, TO_TIME)[1], h=high) if self.beside else head.cut_top(CLOCK, max(TO_FIGURE, gap))[1]
        yield kit.text("minutes", time, self.minutes(), anchor=Anchor.MIDDLE if self.beside else Anchor.TOP)
        for (name, told), height in zip(parts, heights, strict=True):
            place, rest = rest.cut_top(gap * 2 + height)
            yield kit.rule(f"{name}-rule", (box.x, place.y + gap), box.w, kit.accent, RULE)
            yield kit.text(name, place.cut_bottom(height)[1], told)

    def _band(self, box: Box) -> Iterator[Item]:
        kit, width = self.kit, self._width()
        first, rest = box.cut_left(self._time_width(), INSET * 0.7)
        clock, words = first.cut_left(LOW_CLOCK, INSET * 0.8)
        yield kit.disc("clock", clock.centred(LOW_CLOCK, LOW_CLOCK), "clock", kit.accent)
        yield kit.text("minutes", words, self.minutes(), anchor=Anchor.MIDDLE)
        for name, told in self.parts():
            line = Box(rest.x, rest.y, ZERO, rest.h)
            yield kit.shape(f"{name}-rule", line, Rule(), stroke=Stroke(kit.accent, pt(RULE)))
            place, rest = rest.cut_left(INSET * 0.7)[1].cut_left(width, INSET * 0.7)
            yield kit.text(name, place, told, anchor=Anchor.MIDDLE)


def settings(kit: Kit, task: Task, box: Box, band: bool) -> Iterator[Needs]:
    """All ways to set it in a box, the largest first."""
    if band:
        yield from (Needs(kit, task, box, sizes, True) for sizes in STEPS[2:])
        return
    for beside in (False, True):
        yield from (Needs(kit, task, box, sizes, False, beside) for sizes in STEPS)


@dataclass(frozen=True, slots=True)
class Line:
    """What an exercise takes in one paragraph behind a clock: for boxes in which a panel or a band leaves too little."""

    kit: Kit
    task: Task
    box: Box
    size: int

    def told(self) -> list[Paragraph]:
        """Time, groups, material."""
        kit, style = self.kit, self.kit.style(pt(self.size))
        strong = replace(style, bold=True)
        time = kit.words.say("minutes", n=self.task.minutes).replace(" ", "\u00a0")
        runs = [*kit.runs(time, replace(strong, colour=legible(kit, kit.role, kit.tint())))]
        if self.task.groups:
            runs += [*kit.runs("  ·  ", style), *kit.runs(self.task.groups, strong)]
        for number, text in enumerate(self.task.material):
            runs += [*kit.runs(", " if number else "  ·  ", style), *kit.runs(text, style)]
        return [Paragraph(tuple(runs))]

    def _words(self) -> Length:
        return self.box.w - LINE_INSET * 2 - LINE_CLOCK - LINE_INSET

    def taken(self) -> Length | None:
        """The height it needs; None where a word would be broken."""
        if not whole(self.kit, self.told(), self._words()):
            return None
        return max(LINE_CLOCK, need(self.kit, self.told(), self._words())) + LINE_PADDING * 2

    def draw(self, box: Box) -> Iterator[Item]:
        """Ground, clock, words."""
        kit = self.kit
        yield kit.card("needs", box, kit.tint())
        clock, words = box.inset(LINE_INSET, LINE_PADDING).cut_left(LINE_CLOCK, LINE_INSET)
        yield kit.icon("clock", clock.centred(LINE_CLOCK, LINE_CLOCK), "clock", legible(kit, kit.role, kit.tint()))
        yield kit.text("needs-text", words, self.told(), anchor=Anchor.MIDDLE)
