"""Some levels of a pyramid in rows, beside all of it with these levels in colour: for a slide of several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.blocks._room import need, whole
from generator.blocks._tails import held
from generator.blocks.pyramid.level import Drawing, Level, drawing
from generator.geometry import Box, Length, inch, pt
from generator.kit import Kit
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

SHARE, SLOPE = 0.3, 1.1
"""The pyramid's width: this share of the box's, at most so many times its height."""
SPACE, MARK, TO_TEXT = inch(0.4), inch(0.16), inch(0.2)
"""From the pyramid to the rows; the side of the square that shows a row's colour, and from it to the words."""
PADDING = inch(0.06)
SIZES = ((28, 20), (24, 20), (20, 18), (18, 18), (18, 16), (16, 16))
"""Of titles and texts."""


@dataclass(frozen=True, slots=True)
class PartOf:
    """One way to set some levels of a pyramid."""

    kit: Kit
    levels: tuple[Level, ...]
    box: Box
    told: tuple[int, ...]
    sizes: tuple[int, int]

    def drawing(self) -> Drawing:
        """The whole pyramid."""
        width = min(self.box.w * SHARE, self.box.h * SLOPE)
        place = self.box.cut_left(width)[0]
        heights = [row.h for row in place.rows(len(self.levels))]
        heights[-1] = place.h - heights[0] * (len(heights) - 1)
        return replace(drawing(self.kit, self.levels, place, heights), told=self.told)

    def words(self, number: int) -> list[Paragraph]:
        """A level's title and text."""
        kit, level = self.kit, self.levels[number]
        title = kit.para(level.title, kit.style(pt(self.sizes[0]), bold=True), height=1.15)
        style = kit.style(pt(self.sizes[1]), kit.quiet)
        return [title, *([kit.para(level.text, style, before=inch(0.04))] if level.text else [])]

    def room(self) -> Box:
        """Where the rows stand."""
        return self.box.cut_left(self.drawing().box.w, SPACE)[1]

    def _width(self) -> Length:
        return self.room().w - MARK - TO_TEXT

    def taken(self) -> Length | None:
        """The height needed; None where a word would be broken."""
        words = [self.words(number) for number in self.told]
        if not all(whole(self.kit, told, self._width()) for told in words):
            return None
        return (max(need(self.kit, told, self._width()) for told in words) + PADDING * 2) * len(words)

    def draw(self) -> Iterator[Item]:
        """The pyramid, then each level that is told, with a square in its colour."""
        kit, drawn = self.kit, self.drawing()
        yield drawn.group()
        rows = self.room().rows(len(self.told))
        for number, row in zip(self.told, rows, strict=True):
            name = f"level-{number + 1}"
            if row is not rows[0]:
                yield kit.rule(f"{name}-rule", (row.x, row.y), row.w, kit.line)
            yield kit.shape(
                f"{name}-mark", replace(row, w=MARK).centred(MARK, min(MARK * 3, row.h * 0.6)), fill=drawn.fill(number)
            )
            place = row.cut_left(MARK, TO_TEXT)[1]
            words = self.words(number)
            told = [words[0], *(held(kit, paragraph, place.w) for paragraph in words[1:])]
            yield kit.text(f"{name}-text", place, told, anchor=Anchor.MIDDLE)


def parts(kit: Kit, levels: tuple[Level, ...], box: Box, part: tuple[int, int]) -> Iterator[PartOf]:
    """All ways to set so many levels from the first of them on, the largest type first."""
    told = tuple(range(part[0], part[0] + part[1]))
    yield from (PartOf(kit, levels, box, told, sizes) for sizes in SIZES)
