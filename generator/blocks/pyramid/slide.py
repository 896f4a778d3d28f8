"""A pyramid on a slide: the levels at the left, and in line with each what it says, ruled off along its edge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.blocks._headings import calmest, stubs
from generator.blocks._headings import level as levelled
from generator.blocks._room import lines, need, whole
from generator.blocks._tails import held
from generator.blocks.pyramid.level import Drawing, Level, drawing
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import Kit
from generator.page.items import Item
from generator.page.text import Align, Anchor, Paragraph, Run

SHARES, SLOPE = (0.46, 0.4, 0.34), 1.22
"""The pyramid's width: one of these shares of the box's, at most so many times its height."""
SPACE = inch(0.4)
"""From the lowest level to the texts."""
EDGE = inch(0.14)
"""From a level's slope to the rule beside it."""
PADDING, TIGHT_PADDING = inch(0.1), inch(0.03)
"""Above and below what stands beside a level; less where a text goes on behind its title."""
LOWEST = inch(0.14)
"""Below the title in the top level."""
IN_LEVEL, IN_TOP = 0.86, 0.84
"""The share of a level's width that its title may take, and of the top level's where it narrows."""
INSIDE = ((24, 20), (24, 18), (20, 18), (18, 18))
BESIDE = ((24, 20), (20, 18), (18, 18))
BARE = ((28, 20), (24, 20), (20, 18))
TIGHT = (18, 16)
"""Sizes of titles and texts; of both where a text goes on behind its title."""


class Titles(StrEnum):
    """Where titles stand."""

    INSIDE = "inside"
    ABOVE = "above"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to set a pyramid: type, its share of the width, and where titles stand: in levels, above texts or before them."""

    kit: Kit
    levels: tuple[Level, ...]
    box: Box
    title: int
    text: int
    share: float
    titles: Titles
    calm: bool = False
    """Whether no text may end on a stub."""

    @property
    def inside(self) -> bool:
        """Whether titles stand in their levels."""
        return self.titles is Titles.INSIDE

    def drawing(self) -> Drawing:
        """The pyramid: levels of equal height."""
        width = min(self.box.w * self.share, self.box.h * SLOPE)
        count = len(self.levels)
        place = self.box.cut_left(width)[0]
        heights = [row.h for row in place.rows(count)]
        heights[-1] = place.h - heights[0] * (count - 1)
        return drawing(self.kit, self.levels, place, heights)

    def told(self, level: Level) -> list[Paragraph]:
        """What stands beside a level."""
        kit = self.kit
        style = kit.style(pt(self.text), kit.quiet)
        if self.inside:
            return [kit.para(level.text, replace(style, colour=kit.ink))] if level.text else []
        title = kit.para(level.title, kit.style(pt(self.title), bold=True), height=1.15)
        if self.titles is Titles.BEFORE and level.text:
            return [replace(title, runs=(*title.runs, Run("  ", style), *kit.runs(level.text, style)), line_height=1.2)]
        return [title, *([kit.para(level.text, style, before=inch(0.04))] if level.text else [])]

    def taken(self) -> Length | None:
        """The height needed; None where a word would be broken, or a title has no room in its level."""
        drawn, tallest = self.drawing(), ZERO
        width = self._width(drawn)
        if self.inside and any(self._within(drawn, i) is None for i in range(len(self.levels))):
            return None
        for level in self.levels:
            told = self.told(level)
            if not whole(self.kit, told, width) or (self.title > 20 and not self.inside and self._high(told[0], width)):
                return None
            if self.calm and stubs(self.kit, told, width):
                return None
            tallest = max(tallest, need(self.kit, told, width))
        return (tallest + (TIGHT_PADDING if self.titles is Titles.BEFORE else PADDING) * 2) * len(self.levels)

    def draw(self) -> Iterator[Item]:
        """The levels, then rule, title and text of each."""
        kit, drawn = self.kit, self.drawing()
        yield drawn.group()
        x, width = drawn.box.right + SPACE, self._width(drawn)
        for number, (level, row) in enumerate(zip(self.levels, drawn.rows, strict=True)):
            name = f"level-{number + 1}"
            if number:
                start = drawn.edge(row.y) + EDGE
                yield kit.rule(f"{name}-rule", (start, row.y), self.box.right - start, kit.line)
            if self.inside:
                yield self._title(drawn, number)
            if told := self.told(level):
                if self.titles is not Titles.BEFORE:
                    told[-1] = held(kit, told[-1], width)
                place = Box(x, row.y, calmest(kit, told, width) if self.titles is Titles.BEFORE else width, row.h)
                yield kit.text(f"{name}-text", place, told, anchor=Anchor.MIDDLE)

    def _width(self, drawn: Drawing) -> Length:
        return self.box.right - drawn.box.right - SPACE

    def _high(self, title: Paragraph, width: Length) -> bool:
        return lines(self.kit, [title], width) > (1 if any(level.text for level in self.levels) else 2)

    def _title(self, drawn: Drawing, number: int) -> Item:
        found = self._within(drawn, number)
        assert found is not None
        place, title = found
        return self.kit.text(f"level-{number + 1}-title", place, [title], anchor=Anchor.MIDDLE)

    def _within(self, drawn: Drawing, number: int) -> tuple[Box, Paragraph] | None:
        """A title in its level and its place: in the middle, at the top level near the bottom; None without room."""
        kit, row = self.kit, drawn.rows[number]
        style = kit.style(pt(self.title), drawn.ink(number), bold=True)
        for count in (1, 2) if drawn.reads(number, pt(self.title)) else ():
            high = pt(self.title) * 1.15 * count + inch(0.04)
            top = row.y + (row.h - high) / 2 if number else row.bottom - LOWEST - high
            width = drawn.half(top) * 2 * (IN_LEVEL if number else IN_TOP)
            found = levelled(kit, [self.levels[number].title], style, width, count) if top > row.y else None
            if found and need(kit, found, width) <= high:
                place = Box(drawn.box.x + drawn.box.w / 2 - width / 2, top, width, high)
                return place, replace(found[0], align=Align.CENTRE)
        return None


def settings(kit: Kit, levels: tuple[Level, ...], box: Box) -> Iterator[Setting]:
    """All ways to set a pyramid: titles in their levels first, beside them where there are no texts or no room."""
    bare = not any(level.text for level in levels)
    ways = [(sizes, Titles.INSIDE) for sizes in (() if bare else INSIDE)]
    ways += [(sizes, Titles.ABOVE) for sizes in (BARE if bare else BESIDE)]
    for (title, text), titles in ways:
        for share in SHARES:
            yield Setting(kit, levels, box, title, text, share, titles)
    for calm in (True, False):
        for size in TIGHT:
            for share in reversed(SHARES):
                yield Setting(kit, levels, box, size, size, share, Titles.BEFORE, calm)
