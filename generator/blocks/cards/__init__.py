"""Parallel points that have a name each, as cards of equal size; three on a sheet stand side by side."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Flow, Overflow, Placed, halves
from generator.blocks._cards import AIRY, lowered
from generator.blocks._parting import parted
from generator.blocks._room import choose
from generator.blocks.cards.card import Card
from generator.blocks.cards.measured import Measured, measured
from generator.blocks.cards.setting import settings, smaller
from generator.blocks.cards.sheet import flow_cards
from generator.blocks.cards.slide import draw_cards
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Card", "Cards"]

MOST = 8
"""Cards on a slide."""


class Cards(Block):
    """Points side by side."""

    kind: Literal["cards"] = "cards"
    cards: tuple[Card, ...] = Field(min_length=1, max_length=40)

    def split(self) -> tuple[Self, Self] | None:
        """The first and the last cards; a single one between the sentences of its text."""
        if len(self.cards) < 2:
            cut = _cut(self.cards[0]) if self.cards else None
            return (self.model_copy(update={"cards": (cut[0],)}), self.model_copy(update={"cards": (cut[1],)})) if cut else None
        first, second = halves(self.cards)
        return self.model_copy(update={"cards": first}), self.model_copy(update={"cards": second})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """The first grid that has room, at the largest sizes at which all cards fit."""
        if not self.cards:
            return Placed(())
        if len(self.cards) > MOST:
            return Overflow(box.h * (len(self.cards) / MOST), box.h)
        chosen = _chosen(kit, self.cards, box)
        if isinstance(chosen, Overflow):
            return chosen
        lower = lowered(box, chosen.taken * AIRY)  # once only: lowered twice, cards take less than a body may be filled
        again = _chosen(kit, self.cards, lower)
        box, chosen = (box, chosen) if isinstance(again, Overflow) else (lower, again)
        others = (way for setting in smaller(chosen.setting) if (way := measured(setting)) and way.taken <= box.h)
        return Placed(tuple(draw_cards(min((chosen, *others), key=lambda way: way.stubs))))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """Three cards stand side by side where there is room; others are rows."""
        return flow_cards(kit, self.cards, width)


def _chosen(kit: Kit, cards: tuple[Card, ...], box: Box) -> Measured | Overflow:
    ways = (way for setting in settings(kit, cards, box) if (way := measured(setting)))
    return choose(ways, lambda way: way.taken, box.h)


def _cut(card: Card) -> tuple[Card, Card] | None:
    """A card in two: the text goes on under the same title, the value stands at its end; or a long title goes on."""
    text, title = parted(card.text), parted(card.title)
    if text and (not title or len(str(card.text)) >= len(str(card.title))):
        return card.model_copy(update={"text": text[0], "label": None, "value": None}), card.model_copy(update={"text": text[1]})
    if title:
        head = {"title": title[0], "text": None, "label": None, "value": None}
        return card.model_copy(update=head), card.model_copy(update={"title": title[1]})
    return None
