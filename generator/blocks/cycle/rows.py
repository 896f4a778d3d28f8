"""A cycle with its steps in rows: beside the ring, or in a small box on a line that leads back to the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.blocks._headings import unstubbed
from generator.blocks._room import lines, need, whole
from generator.blocks._tails import held
from generator.blocks.cycle.ring import Ring, back
from generator.blocks.cycle.step import Round, Shown
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import GAP, Kit, Paint
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph, Run

SPACE = inch(0.4)
"""Between the ring and the rows."""
INSET = inch(0.24)
DISC, SMALL_DISC = inch(0.54), inch(0.44)
TO_TEXT = inch(0.24)
PADDING, LEAST_PADDING = inch(0.12), inch(0.07)
CLOSE_DISC, CLOSE_PADDING, CLOSE = inch(0.34), inch(0.03), inch(0.08)
"""Disc, padding and gap in a low box."""
TIGHT = inch(0.12)
"""Between cards from five steps on."""
SIDES = (0.98, 0.9, 0.82, 0.74, 0.68, 0.62)
"""The ring's diameter as a share of the height."""
MOST, LEAST = 0.5, inch(2.3)
"""The ring's diameter: at most this share of the width, and at least so much."""
BACK = inch(0.45)
"""The room for the way back, at the left of rows."""
HEADS = {24: (), 20: (24,), 18: (20,), 16: (18,)}
BARE = {24: (28, 24), 20: (24,), 18: (20,), 16: (18,)}
"""Sizes of titles by the size of the texts; those that stand alone are larger."""
CENTRE = (36, 28, 24, 20, 18, 16)


@dataclass(frozen=True, slots=True)
class Rows:
    """One way to set a cycle: type of titles and texts, and the ring's diameter (zero for none)."""

    kit: Kit
    told: Round
    box: Box
    title: int
    text: int
    side: Length
    runs_on: bool = False
    """Whether a text goes on behind its title, in the same line."""
    close: bool = False
    """Whether there is little air, for a low box."""
    calm: bool = False
    """Whether every step stands on one line."""

    @property
    def disc(self) -> Length:
        """The side of a number's disc."""
        return CLOSE_DISC if self.close else SMALL_DISC if self.runs_on else DISC

    @property
    def ring(self) -> Ring:
        """The ring at the left, in the middle of the height; its first arrow stands at the top."""
        return Ring(self.kit, self.told, self.box.cut_left(self.side)[0].centred(self.side, self.side))

    @property
    def padding(self) -> Length:
        """Above and below the texts of a row."""
        return CLOSE_PADDING if self.close else PADDING if self.text > 18 else LEAST_PADDING

    @property
    def gap(self) -> Length:
        """Between two rows."""
        return CLOSE if self.close else GAP if len(self.told.steps) < 5 else TIGHT

    def head(self) -> list[Paragraph]:
        """The words of the middle where there is no ring."""
        if self.side or not self.told.centre:
            return []
        return [self.kit.para(self.told.centre, self.kit.style(pt(self.title), bold=True), height=1.15)]

    def rows(self) -> tuple[Box, ...]:
        """A card for each step."""
        if self.side:
            return self.box.cut_left(self.side, SPACE)[1].rows(len(self.told.steps), self.gap)
        head = self.head()
        rest = self.box.cut_top(need(self.kit, head, self.box.w), self.gap)[1] if head else self.box
        return rest.cut_left(self._back)[1].rows(len(self.told.steps), self.gap)

    def texts(self, step: Shown) -> list[Paragraph]:
        """Title and text of a step."""
        kit = self.kit
        title = kit.para(step.step.title, kit.style(pt(self.title), bold=True), height=1.15)
        style = kit.style(pt(self.text), kit.quiet)
        if self.runs_on and step.step.text:
            return [replace(title, runs=(*title.runs, Run("  ", style), *kit.runs(step.step.text, style)), line_height=1.2)]
        return [title, *([kit.para(step.step.text, style, before=inch(0.03))] if step.step.text else [])]

    def taken(self) -> Length | None:
        """The height needed; None where a word would be broken, a title be high, or the words in the middle have no room."""
        width, tallest, most = self._width(), self.disc, 2 if self.told.bare else 1
        head = self.head()
        if self._centre() is None or not whole(self.kit, head, self.box.w):
            return None
        for step in self.told.steps:
            texts = self.texts(step)
            if not whole(self.kit, texts, width) or (self.title > 20 and lines(self.kit, texts[:1], width) > most):
                return None
            if self.calm and lines(self.kit, texts, width) > 1:
                return None
            tallest = max(tallest, need(self.kit, texts, width))
        count = len(self.told.steps)
        above = need(self.kit, head, self.box.w) + self.gap if head else ZERO
        return above + (tallest + self.padding * 2) * count + self.gap * (count - 1)

    def draw(self) -> Iterator[Item]:
        """The ring or the way back, then row by row."""
        rows, size = self.rows(), self._centre()
        assert size is not None
        if self.side:
            yield from self.ring.draw(size)
        else:
            if head := self.head():
                yield self.kit.text("centre", self.box.cut_top(need(self.kit, head, self.box.w))[0], head)
            ends = rows[0].y + rows[0].h / 2, rows[-1].y + rows[-1].h / 2
            if self.told.whole:
                yield from back(self.kit, "back", rows[0].x - inch(0.04), ends, BACK - inch(0.1))
        for step, row in zip(self.told.steps, rows, strict=True):
            yield from self._row(step, row)

    def _row(self, step: Shown, row: Box) -> Iterator[Item]:
        kit = self.kit
        yield kit.card(f"{step.name}-card", row)
        disc = Box(row.x + INSET, row.y, self.disc, row.h).centred(self.disc, self.disc)
        figure = kit.style(pt(14 if self.close else 18 if self.runs_on else 20), kit.paper, bold=True)
        yield kit.number(f"{step.name}-number", disc, str(step.number), figure, Paint(fill=Colour(step.role)))
        texts, width = self.texts(step), self._width()
        if len(texts) > 1:
            calm = unstubbed(kit, texts[-1], width)
            width = calm if need(kit, texts, calm) <= row.h else width
            texts[-1] = held(kit, texts[-1], width)
        yield kit.text(f"{step.name}-text", Box(disc.right + TO_TEXT, row.y, width, row.h), texts, anchor=Anchor.MIDDLE)

    @property
    def _back(self) -> Length:
        """What the way back takes at the left; nothing where not all steps stand here."""
        return BACK if self.told.whole else ZERO

    def _width(self) -> Length:
        taken = self.side + SPACE if self.side else self._back
        return self.box.w - taken - INSET * 2 - self.disc - TO_TEXT

    def _centre(self) -> Length | None:
        if not self.side:
            return pt(self.title)
        return next((pt(size) for size in CENTRE if self.ring.holds(pt(size))), None)


def rows(kit: Kit, told: Round, box: Box, texts: Sequence[int]) -> Iterator[Rows]:
    """All ways to set the steps in rows with texts of these sizes beside a ring, the largest ring first."""
    heads = BARE if told.bare else HEADS
    for text in texts:
        for title in heads[text]:
            for share in SIDES:
                side = min(box.h * share, box.w * MOST)
                if side >= LEAST:
                    yield Rows(kit, told, box, title, text, side)


def ringless(kit: Kit, told: Round, box: Box, texts: Sequence[int]) -> Iterator[Rows]:
    """The steps in rows on a line that leads back, where there is no room for a ring."""
    for text in texts:
        yield Rows(kit, told, box, HEADS[text][0], text, ZERO)
    for text in (18, 16):
        yield Rows(kit, told, box, text, text, ZERO, runs_on=True)
    sides = [side for share in SIDES if LEAST <= (side := box.h * share) <= box.w * MOST]
    for side in sides:
        yield Rows(kit, told, box, 16, 16, side, runs_on=True, close=True, calm=True)
    for side in (*sides[:1], ZERO):
        yield Rows(kit, told, box, 16, 16, side, runs_on=True, close=True)
