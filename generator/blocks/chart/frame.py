"""Where a chart and its words stand on a slide: the finding in a free corner, beside the drawing or above it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.block import Overflow
from generator.blocks._room import need
from generator.blocks.chart.drawing import Drawing
from generator.blocks.chart.panel import beside, draw_footnotes, footnotes, panel
from generator.blocks.chart.told import Told
from generator.geometry import Box, inch, pt
from generator.kit import GAP, Kit
from generator.page.items import Item
from generator.page.text import Anchor

SOURCE = inch(0.34)
SIDES = (3.911 / 12.133, 4.939 / 12.133)
"""The share of the width for a panel: four columns of the grid, or five."""
WIDE = inch(9.5)
"""From this width on there is room for a panel at the side."""
CORNER_LOW, CORNER_HIGH, CORNER_WIDE = inch(1.1), inch(1.55), inch(5.3)
"""The least and the greatest height of a finding in a corner, and its least width."""
ABOVE_VALUES = inch(0.15)
STRIPS = (inch(1.0), inch(1.4), inch(1.9))
"""Heights of a finding above the drawing."""

Draw = Callable[[Box], Drawing | Overflow]


@dataclass(frozen=True, slots=True)
class Frame:
    """A chart's words and the box for all of it."""

    kit: Kit
    told: Told
    box: Box

    def framed(self, draw: Draw) -> tuple[Item, ...] | Overflow:
        """The drawing with its words in the first way that fits."""
        told = self.told
        if told.finding is None and not told.points:
            return self._alone(draw)
        if not told.points:
            cornered = self._cornered(draw)
            if cornered:
                return cornered
        if self.box.w < WIDE:
            return self._stacked(draw)
        answer: tuple[Item, ...] | Overflow = Overflow(self.box.h * 2, self.box.h)
        for share in SIDES:
            answer = self._sided(draw, share)
            if not isinstance(answer, Overflow):
                break
        return answer

    def _alone(self, draw: Draw) -> tuple[Item, ...] | Overflow:
        body, source = self._sourced(self.box)
        drawn = draw(body)
        return drawn if isinstance(drawn, Overflow) else (*drawn.items, *source)

    def _sided(self, draw: Draw, share: float) -> tuple[Item, ...] | Overflow:
        """The drawing at the left with the source below it, the words on a panel of full height."""
        left, right = self.box.cut_right(self.box.w * share, GAP * 1.5)
        body, source = self._sourced(left)
        drawn, words = draw(body), panel(self.kit, self.told, right)
        if isinstance(drawn, Overflow) or isinstance(words, Overflow):
            return drawn if isinstance(drawn, Overflow) else words
        return (*drawn.items, *source, *words)

    def _cornered(self, draw: Draw) -> tuple[Item, ...]:
        """The finding in a corner above low columns; nothing where no corner is free."""
        body, source = self._sourced(self.box)
        drawn = draw(body)
        corner = free_corner(drawn.columns, body) if isinstance(drawn, Drawing) else None
        if corner is None or isinstance(drawn, Overflow) or self.told.finding is None:
            return ()
        words = beside(self.kit, self.told.finding, corner)
        return (*drawn.items, *words, *source) if words else ()

    def _stacked(self, draw: Draw) -> tuple[Item, ...] | Overflow:
        """In a narrow box: the finding as a strip, the drawing below it, what follows at the foot."""
        kit, told = self.kit, self.told
        body, source = self._sourced(self.box)
        words: tuple[Item, ...] = ()
        if told.finding:
            strips = [body.cut_top(height, GAP) for height in STRIPS]
            found = ((beside(kit, told.finding, strip), rest) for strip, rest in strips)
            words, body = next((pair for pair in found if pair[0]), ((), body))
        below: tuple[Item, ...] = ()
        if told.points:
            notes = footnotes(kit, told.points, body.w)
            if notes is None or notes[1] + GAP > body.h * 0.6:
                return Overflow(self.box.h * 1.5, self.box.h)
            body, foot = body.cut_bottom(notes[1], GAP)
            below = tuple(draw_footnotes(kit, notes[0], foot))
        drawn = draw(body)
        if isinstance(drawn, Overflow) or (told.finding and not words):
            return drawn if isinstance(drawn, Overflow) else Overflow(self.box.h * 1.5, self.box.h)
        return (*words, *drawn.items, *below, *source)

    def _sourced(self, box: Box) -> tuple[Box, tuple[Item, ...]]:
        """What the source leaves of a box, and the source at its foot."""
        kit, text = self.kit, self.told.source_line(self.kit)
        if not text:
            return box, ()
        paragraph = kit.para(text, kit.style(pt(12), kit.quiet))
        body, strip = box.cut_bottom(max(SOURCE, need(kit, [paragraph], box.w) + inch(0.1)))
        return body, (kit.text("source", strip, [paragraph], anchor=Anchor.BOTTOM),)


def free_corner(columns: tuple[Box, ...], body: Box) -> Box | None:
    """The upper right or left corner above the fewest columns that make it wide enough, if they leave it free."""
    count = len(columns)
    for size in range(1, count):
        for right in (True, False):
            chosen = columns[count - size :] if right else columns[:size]
            x, end = (chosen[0].x, body.right) if right else (body.x, chosen[-1].right)
            height = min(CORNER_HIGH, min(column.y for column in chosen) - ABOVE_VALUES - body.y)
            if end - x >= CORNER_WIDE and height >= CORNER_LOW:
                return Box(x, body.y, end - x, height)
    return None
