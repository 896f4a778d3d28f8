"""The words of a chart on a tint: beside each other in a corner or strip, stacked in a panel, in columns at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.block import Overflow
from generator.blocks._headings import unstubbed
from generator.blocks._room import legible, lines, need, whole
from generator.blocks.chart.told import Said, Told, Type, finding, point
from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import GAP, Kit
from generator.notation.inline import Rich
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

INSET = inch(0.3)
ABOVE_RULE = inch(0.14)
"""The least space above and below a rule between groups."""
MOST_GAP = inch(1.1)
ALONE = (Type(80, 28, 0, 0), Type(80, 24, 0, 0), Type(60, 24, 0, 0), Type(60, 20, 0, 0), Type(44, 20, 0, 0), Type(36, 18, 0, 0))
MIXED = (Type(60, 24, 24, 20), Type(60, 20, 20, 18), Type(44, 20, 20, 18), Type(44, 18, 20, 18), Type(36, 18, 18, 18))
"""Sizes for a finding alone, and for a finding with points or points alone, the largest first."""


def beside(kit: Kit, told: tuple[Rich, Rich], box: Box) -> tuple[Item, ...]:
    """Number and words side by side on a tint; nothing where they do not fit."""
    value, text = told
    for number, size in ((60, 24), (60, 20), (44, 20), (36, 20), (36, 18), (28, 18)):
        style = kit.style(pt(number), legible(kit, kit.role, kit.tint()), bold=True)
        width = kit.width(value, style)
        room = box.w - INSET * 2 - width - inch(0.3)
        words = kit.para(text, kit.style(pt(size), bold=True))
        if room < inch(1.6) or not whole(kit, [words], room) or need(kit, [words], room) > box.h - inch(0.2):
            continue
        if pt(number) * 1.1 > box.h or (size > 20 and lines(kit, [words], room) > 2):
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
    inner = box.inset(INSET)
    least = ZERO
    for sizes in MIXED if told.points else ALONE:
        groups = [group for group in (finding(kit, told, sizes), *(point(kit, p, sizes) for p in told.points)) if group]
        if not all(whole(kit, group, inner.w) for group in groups):
            continue
        if sizes.lead > 20 and any(lines(kit, group[:1], inner.w) > 1 for group in groups):
            continue
        stack = _Stack(kit, groups, inner)
        if stack.taken <= inner.h:
            return (kit.card("panel", box, kit.tint()), *stack.draw())
        least = stack.taken + INSET * 2
    return Overflow(max(least, box.h * 1.01), box.h)


@dataclass(frozen=True, slots=True)
class _Stack:
    """Groups of paragraphs below each other, ruled, as far apart as the height allows."""

    kit: Kit
    groups: Sequence[Sequence[Paragraph]]
    box: Box

    @property
    def heights(self) -> list[Length]:
        return [need(self.kit, group, self.box.w) for group in self.groups]

    @property
    def taken(self) -> Length:
        return total(self.heights) + ABOVE_RULE * (2 * (len(self.groups) - 1))

    def draw(self) -> Iterator[Item]:
        kit, box = self.kit, self.box
        if len(self.groups) == 1:
            yield kit.text("panel-1", box, self.groups[0], anchor=Anchor.MIDDLE)
            return
        gap = min(MOST_GAP, (box.h - total(self.heights)) / (len(self.groups) - 1))
        y = box.y
        for number, (group, height) in enumerate(zip(self.groups, self.heights, strict=True), 1):
            if number > 1:
                yield kit.rule(f"panel-rule-{number}", (box.x, y - gap / 2), box.w, kit.accent, 1.5)
            yield kit.text(f"panel-{number}", Box(box.x, y, box.w, height), group)
            y = y + height + gap


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
