"""A cycle in the middle of the slide: the ring, and a card for each step at the side where its arrow stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.blocks._headings import level, unstubbed
from generator.blocks._room import need, whole
from generator.blocks._tails import held
from generator.blocks.cycle.ring import TOP, Ring
from generator.blocks.cycle.step import Round, Shown
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import GAP, Kit, Paint
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

WIDE = inch(10)
"""Below this width a ring has no room between cards."""
SPACE = inch(0.28)
"""Between the ring and the cards."""
INSET = inch(0.26)
DISC = inch(0.5)
TO_TITLE = inch(0.16)
TO_TEXT = inch(0.1)
SIDES = (1.0, 0.92, 0.84, 0.76, 0.68)
"""The ring's diameter as a share of the height."""
HEADS = {24: (28, 24), 20: (24, 20), 18: (20,), 16: (20, 18)}
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
    beside: bool
    """Whether a text stands right of its number, below the title, instead of below both."""

    @property
    def ring(self) -> Ring:
        """The ring in the middle; its first arrow stands at the upper left."""
        return Ring(self.kit, self.told, self.box.centred(self.side, self.side), TOP - 180 / len(self.told.all))

    def cards(self) -> tuple[Box, ...]:
        """A place for each step, clockwise from the upper left."""
        width, count = (self.box.w - self.side - SPACE * 2) / 2, len(self.told.steps) // 2
        left = self.box.cut_left(width)[0].rows(count, GAP)
        right = self.box.cut_right(width)[1].rows(count, GAP)
        return left[0], *right, *reversed(left[1:])

    def titles(self, width: Length) -> tuple[Paragraph, ...] | None:
        """All titles, each on two lines at most."""
        style = self.kit.style(pt(self.title), bold=True)
        return level(self.kit, [s.step.title for s in self.told.steps], style, width - DISC - TO_TITLE, 2)

    def body(self, step: Shown) -> list[Paragraph]:
        """The text of a step; it is only drawn apart from the title where it stands below both."""
        return [self.kit.para(step.step.text, self.kit.style(pt(self.text), self.kit.quiet))] if step.step.text else []

    def taken(self) -> Length | None:
        """The height needed; None where a word would be broken or the words in the middle have no room."""
        rows, width = len(self.told.steps) // 2, self.cards()[0].w - INSET * 2
        titles = self.titles(width)
        if titles is None or self._centre() is None:
            return None
        tallest = ZERO
        for step, title in zip(self.told.steps, titles, strict=True):
            body = self.body(step)
            room = width - DISC - TO_TITLE if self.beside else width
            if not whole(self.kit, body, room):
                return None
            if self.beside:
                tallest = max(tallest, DISC, need(self.kit, [title, *body], room))
            else:
                tallest = max(tallest, self._head(title, width) + (TO_TEXT + need(self.kit, body, width) if body else ZERO))
        return (tallest + self._padding * 2) * rows + GAP * (rows - 1)

    def draw(self) -> Iterator[Item]:
        """The ring, then the cards in the order of the steps."""
        size, cards = self._centre(), self.cards()
        titles = self.titles(cards[0].w - INSET * 2)
        assert size is not None and titles is not None
        yield from self.ring.draw(size)
        for step, title, card in zip(self.told.steps, titles, cards, strict=True):
            yield self.kit.card(f"{step.name}-card", card)
            yield from self._card(step, title, card.inset(INSET, self._padding))

    def _card(self, step: Shown, title: Paragraph, room: Box) -> Iterator[Item]:
        kit, body = self.kit, self.body(step)
        head, rest = room.cut_top(self._head(title, room.w), TO_TEXT)
        if self.beside:
            head = room
        disc = Box(head.x, head.y, DISC, head.h).centred(DISC, DISC)
        figure = kit.style(pt(20), kit.paper, bold=True)
        yield kit.number(f"{step.name}-number", disc, str(step.number), figure, Paint(fill=Colour(step.role)))
        place = head.cut_left(DISC, TO_TITLE)[1]
        room = place if self.beside else rest
        width = unstubbed(kit, body[0], room.w) if body and not self.beside else room.w
        told = [held(kit, text, width) for text in body]
        said = [title, *told] if self.beside else [title]
        yield kit.text(f"{step.name}-title", place, said, anchor=Anchor.MIDDLE)
        if body and not self.beside:
            yield kit.text(f"{step.name}-text", replace(rest, w=width), told)

    @property
    def _padding(self) -> Length:
        return INSET * (0.5 if self.beside else 0.8)

    def _head(self, title: Paragraph, width: Length) -> Length:
        return max(DISC, need(self.kit, [title], width - DISC - TO_TITLE))

    def _centre(self) -> Length | None:
        """The largest type in which the words in the middle have room."""
        return next((pt(size) for size in CENTRE if self.ring.holds(pt(size))), None)


def around(kit: Kit, told: Round, box: Box, texts: Sequence[int]) -> Iterator[Around]:
    """All ways to set four or six steps with texts of these sizes round a ring; none in a narrow box or without texts."""
    if len(told.steps) % 2 or box.w < WIDE or told.bare or not told.whole:
        return
    for text in texts:
        for beside in (False, True) if text <= 18 else (False,):
            for share in SIDES:
                for title in HEADS[text]:
                    yield Around(kit, told, box, title, text, box.h * share, beside)
