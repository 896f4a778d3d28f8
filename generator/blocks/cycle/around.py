"""A cycle in the middle of the slide: the ring, and a card for each step at the side where its arrow stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from generator.blocks._headings import level
from generator.blocks._room import need, whole
from generator.blocks._tails import held
from generator.blocks.cycle.ring import TOP, Ring
from generator.blocks.cycle.step import Round, Shown
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import GAP, Kit
from generator.page.items import Item
from generator.page.text import Paragraph

WIDE = inch(10)
"""Below this width a ring has no room between cards."""
SPACE = inch(0.28)
"""Between the ring and the cards."""
INSET = inch(0.26)
PADDING, MOST_PADDING = inch(0.13), inch(0.36)
"""Above and below the texts of a card, at least and at most: a card much higher than its text looks unfinished."""
TO_TEXT = inch(0.06)
SIDES = ((1.0, 0.92, 0.84), (0.76, 0.68))
"""The ring's diameter as a share of the height: smaller type comes before a ring that is no more than a sign."""
HEADS = {24: (), 20: (24,), 18: (20,), 16: (20, 18)}
"""Sizes of titles by the size of the texts below them."""
CENTRE = (28, 24, 20, 18, 16)


@dataclass(frozen=True, slots=True)
class Around:
    """One way to set a cycle: type of titles and texts, and the ring's diameter."""

    kit: Kit
    told: Round
    box: Box
    title: int
    text: int
    side: Length

    @property
    def ring(self) -> Ring:
        """The ring in the middle; its first arrow stands at the upper left."""
        return Ring(self.kit, self.told, self.box.centred(self.side, self.side), TOP - 180 / len(self.told.all))

    @property
    def wide(self) -> Length:
        """The width of a card."""
        return (self.box.w - self.side - SPACE * 2) / 2

    def cards(self, high: Length) -> tuple[Box, ...]:
        """A card for texts so high for each step, clockwise from the upper left: from its top to its bottom."""
        count = len(self.told.steps) // 2
        h = min((self.box.h - GAP * (count - 1)) / count, high + MOST_PADDING * 2)
        gap = (self.box.h - h * count) / max(count - 1, 1)
        place = self.box if count > 1 else self.box.centred(self.box.w, h)
        left = place.cut_left(self.wide)[0].rows(count, gap)
        right = place.cut_right(self.wide)[1].rows(count, gap)
        return left[0], *right, *reversed(left[1:])

    def titles(self, width: Length) -> tuple[Paragraph, ...] | None:
        """All titles, each on two lines at most."""
        style = self.kit.style(pt(self.title), bold=True)
        return level(self.kit, [s.step.title for s in self.told.steps], style, width, 2)

    def body(self, step: Shown, width: Length) -> list[Paragraph]:
        """The text of a step."""
        text, style = step.step.text, self.kit.style(pt(self.text), self.kit.quiet)
        return [held(self.kit, self.kit.para(text, style, before=TO_TEXT), width)] if text else []

    def told_in(self, width: Length) -> tuple[list[Paragraph], ...] | None:
        """Title and text of every step; its number stands in its arrow. None where a word would be broken or a title be high."""
        titles = self.titles(width)
        if titles is None:
            return None
        told = tuple([title, *self.body(step, width)] for step, title in zip(self.told.steps, titles, strict=True))
        return told if all(whole(self.kit, texts, width) for texts in told) else None

    def taken(self) -> Length | None:
        """The height needed; None where a word would be broken or the words in the middle have no room."""
        rows, width = len(self.told.steps) // 2, self.wide - INSET * 2
        told = self.told_in(width)
        if told is None or self._centre() is None:
            return None
        return (max(need(self.kit, texts, width) for texts in told) + PADDING * 2) * rows + GAP * (rows - 1)

    def draw(self) -> Iterator[Item]:
        """The ring, then the cards in the order of the steps, all texts equally far from the top of their cards."""
        kit, size, width = self.kit, self._centre(), self.wide - INSET * 2
        told = self.told_in(width)
        assert size is not None and told is not None
        yield from self.ring.draw(size)
        high = max(need(kit, texts, width) for texts in told)
        cards = self.cards(high)
        down = (cards[0].h - high) / 2
        for step, texts, card in zip(self.told.steps, told, cards, strict=True):
            yield kit.card(f"{step.name}-card", card)
            yield kit.text(f"{step.name}-title", card.inset(INSET, down, INSET, ZERO), texts)

    def _centre(self) -> Length | None:
        """The largest type in which the words in the middle have room."""
        return next((pt(size) for size in CENTRE if self.ring.holds(pt(size))), None)


def around(kit: Kit, told: Round, box: Box, texts: Sequence[int]) -> Iterator[Around]:
    """All ways to set four or six steps with texts of these sizes round a ring; none in a narrow box or without texts."""
    if len(told.steps) % 2 or box.w < WIDE or told.bare or not told.whole:
        return
    for shares in SIDES:
        for text, share in product(texts, shares):
            for title in HEADS[text]:
                yield Around(kit, told, box, title, text, box.h * share)
