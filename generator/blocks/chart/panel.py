"""The words of a chart on a tint: beside each other in a corner or strip, stacked in a panel, in columns at the foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.block import Overflow
from generator.blocks._headings import unstubbed
from generator.blocks._panel import RULE
from generator.blocks._room import AIR, choose, legible, lines, need, whole
from generator.blocks._tails import held
from generator.blocks.chart.told import Said, Told, Type, finding, point
from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import GAP, Kit
from generator.notation.inline import Rich
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

INSET = inch(0.3)
BESIDE_NUMBER = inch(0.25)
ABOVE_RULE = inch(0.1)
"""The least space above and below a rule between groups."""
LEAST_NUMBER = 36
"""Down to this size a finding's number stays on one line with its unit."""
MOST_BESIDE = 3
"""Lines of words beside a number in a panel."""
STRIPS = ((60, 24, 2), (60, 20, 2), (44, 20, 3), (36, 20, 3), (36, 18, 4), (28, 18, 5))
"""Sizes of a finding's number and of the words beside it, and their most lines."""
ALONE = tuple(
    Type(number, words, 0, 0)
    for number, words in ((80, 28), (80, 24), (60, 28), (60, 24), (44, 28), (44, 24), (60, 20), (44, 20), (36, 18))
)
MIXED = (Type(60, 24, 24, 20), Type(60, 20, 20, 18), Type(44, 20, 20, 18), Type(44, 18, 20, 18), Type(36, 18, 18, 18))
"""Sizes for a finding alone, and for a finding with points or points alone, the largest first."""


def beside(kit: Kit, told: tuple[Rich, Rich], box: Box) -> tuple[Item, ...]:
    """Number and words side by side on a tint; nothing where they do not fit."""
    value, text = told
    for number, size, most in STRIPS:
        style = kit.style(pt(number), legible(kit, kit.role, kit.tint()), bold=True)
        width = kit.width(value, style)
        room = box.w - INSET * 2 - width - BESIDE_NUMBER
        words = kit.para(text, kit.style(pt(size), bold=True))
        if room < inch(1.6) or not whole(kit, [words], room) or lines(kit, [words], room) > most:
            continue
        if max(pt(number) * 1.1, need(kit, [words], room) + inch(0.2)) > box.h:
            continue
        inner = box.inset(INSET, ZERO)
        place = Box(inner.right - room, inner.y, unstubbed(kit, words, room), inner.h)
        large = [kit.para(value, style, height=1.1)]
        return (
            kit.card("finding", box, kit.tint()),
            kit.text("finding-value", Box(inner.x, inner.y, width, inner.h), large, anchor=Anchor.MIDDLE),
            kit.text("finding-text", place, [words], anchor=Anchor.MIDDLE),
        )
    return ()


def panel(kit: Kit, told: Told, box: Box) -> tuple[Item, ...] | Overflow:
    """The finding and what follows from it, on a tint at the side."""
    chosen = choose(_stacks(kit, told, box), lambda stack: stack.taken(), box.h)
    return chosen if isinstance(chosen, Overflow) else (kit.card("panel", box, kit.tint()), *chosen.draw())


def _stacks(kit: Kit, told: Told, box: Box) -> Iterator[_Stack]:
    """All ways to stack the words: the number above its words, then beside them."""
    inner = box.inset(INSET)
    for flat in (False, True) if told.finding and told.points else (False,):
        for sizes in MIXED if told.points else ALONE:
            yield _Stack(kit, told, sizes, inner, flat)


@dataclass(frozen=True, slots=True)
class _Stack:
    """Groups of paragraphs below each other, ruled, the air around them even."""

    kit: Kit
    told: Told
    sizes: Type
    box: Box
    flat: bool
    """Whether the finding's words stand beside its number."""

    def groups(self) -> list[list[Paragraph]]:
        groups = (finding(self.kit, self.told, self.sizes), *(point(self.kit, p, self.sizes) for p in self.told.points))
        return [[*group[:1], *(held(self.kit, text, self.box.w) for text in group[1:])] for group in groups if group]

    def room(self) -> Length:
        """What the finding's number leaves beside it."""
        number = self.groups()[0][0]
        return self.box.w - self.kit.width(number.text, number.runs[0].style) - BESIDE_NUMBER

    def heights(self, share: float) -> list[Length]:
        """What the groups take in a share of the width."""
        kit, groups = self.kit, self.groups()
        heights = [kit.height(group, self.box.w * share) for group in groups]
        if self.flat:
            number, words = groups[0]
            heights[0] = max(kit.height([number], self.box.w), kit.height([words], self.room() * share))
        return heights

    def taken(self) -> Length | None:
        """The height with insets; None where a word would be broken, or a large lead takes two lines."""
        kit, groups = self.kit, self.groups()
        if not all(whole(kit, group, self.box.w) for group in groups):
            return None
        if self.told.finding and self.sizes.number > LEAST_NUMBER and lines(kit, groups[0][:1], self.box.w) > 1:
            return None
        if self.flat and (self.room() < inch(1.6) or not whole(kit, groups[0][1:], self.room())):
            return None
        if self.flat and lines(kit, groups[0][1:], self.room()) > MOST_BESIDE:
            return None
        if self.sizes.lead > 20 and any(lines(kit, group[:1], self.box.w) > 1 for group in groups):
            return None
        return total(self.heights(AIR)) + ABOVE_RULE * (2 * (len(groups) - 1)) + INSET * 2

    def draw(self) -> Iterator[Item]:
        kit, box, groups = self.kit, self.box, self.groups()
        if len(groups) == 1:
            told = [groups[0][0], *(held(kit, paragraph, box.w) for paragraph in groups[0][1:])]
            yield kit.text("panel-1", box, told, anchor=Anchor.MIDDLE)
            return
        planned, real = self.heights(AIR), self.heights(1)
        used = total(real[:-1]) + planned[-1]
        # as much air at the panel's edges as above and below each rule, where there is so much
        air = max(ABOVE_RULE, min((box.h + INSET * 2 - used) / (len(groups) * 2), (box.h - used) / (len(groups) * 2 - 2)))
        y = box.y + (box.h - used - air * (len(groups) * 2 - 2)) / 2
        for number, (group, height) in enumerate(zip(groups, planned, strict=True), 1):
            if number > 1:
                yield kit.rule(f"panel-rule-{number}", (box.x, y - air), box.w, kit.accent, RULE)
            place = Box(box.x, y, box.w, height)
            if self.flat and number == 1:
                yield from self._flat(group, place)
            else:
                yield kit.text(f"panel-{number}", replace(place, w=_width(kit, group, box.w)), group)
            y = y + real[number - 1] + air * 2

    def _flat(self, group: list[Paragraph], place: Box) -> Iterator[Item]:
        number, words = place.cut_right(self.room(), BESIDE_NUMBER)
        yield self.kit.text("panel-1-value", number, group[:1], anchor=Anchor.MIDDLE)
        yield self.kit.text("panel-1-text", words, group[1:], anchor=Anchor.MIDDLE)


def _width(kit: Kit, group: list[Paragraph], width: Length) -> Length:
    """The width to set a group in so that its text ends on no stub; its lead stays on as many lines."""
    lead = max(kit.width(p.text, p.runs[0].style) for p in group[:1])
    narrow = max(unstubbed(kit, group[-1], width), min(width, lead / AIR))
    return narrow if kit.height(group, narrow) <= kit.height(group, width * AIR) else width


def footnotes(kit: Kit, points: tuple[Said, ...], width: Length) -> tuple[list[list[Paragraph]], Length] | None:
    """Points for columns side by side and the height they take, rule included; None where a word would be broken."""
    told = [point(kit, p, Type(0, 0, 18, 18)) for p in points]
    column = Box(ZERO, ZERO, width, ZERO).columns(len(points), GAP)[0].w
    if not all(whole(kit, group, column) for group in told):
        return None
    return told, max(need(kit, group, column) for group in told) + ABOVE_RULE


def draw_footnotes(kit: Kit, told: list[list[Paragraph]], box: Box) -> Iterator[Item]:
    """Points side by side, a rule above each."""
    for number, (group, place) in enumerate(zip(told, box.columns(len(told), GAP), strict=True), 1):
        yield kit.rule(f"point-{number}-rule", (place.x, place.y), place.w, kit.accent, 1.5)
        yield kit.text(f"point-{number}", place.cut_top(ABOVE_RULE)[1], group)
