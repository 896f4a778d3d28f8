"""The request of a decision as a band of ink above its options, its figures at the right or below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.blocks._room import narrowed, need, whole
from generator.blocks.decision.figures import Figures, row_of_figures
from generator.blocks.decision.request import Request
from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import GAP, Kit
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

INSET, PADDING = inch(0.28), inch(0.12)
ABOVE_FIGURES = inch(0.12)
BESIDE = 0.5
"""Figures stand beside the request where they take no more of the width than this."""


@dataclass(frozen=True, slots=True)
class Band:
    """The request in type of one size."""

    kit: Kit
    request: Request
    size: Length

    def words(self) -> list[Paragraph]:
        """What the band is, and the answer wanted."""
        kit = self.kit
        label = kit.para(kit.words.say("decision_asked"), kit.style(pt(16), kit.light(), bold=True))
        return [label, kit.para(self.request.ask, kit.style(self.size, kit.paper, bold=True), height=1.15, before=inch(0.02))]

    def figures(self, width: Length) -> tuple[Figures, Length]:
        """The figures, and what of a band so wide they take beside the request; zero where they stand below it."""
        found = row_of_figures(self.kit, self.request, width)
        gaps = inch(0.3) * max(0, len(self.request.figures) - 1)
        side = total(found.widths()) + gaps
        return found, side if self.request.figures and not found.stacked and side <= width * BESIDE else ZERO

    def taken(self, width: Length) -> Length | None:
        """The height of a band so wide; None where a word would be broken or the figures have no room."""
        inner = width - INSET * 2
        figures, side = self.figures(inner)
        room = inner - side - GAP if side else inner
        if not whole(self.kit, self.words(), room) or not self._stands(figures, inner):
            return None
        below = figures.height + ABOVE_FIGURES * 2 if self.request.figures and not side else ZERO
        words = need(self.kit, self.words(), room)
        return (max(words, figures.height) if side else words + below) + PADDING * 2

    def _stands(self, figures: Figures, inner: Length) -> bool:
        return not figures.stacked or all(figures.wide(i) <= inner for i in range(len(self.request.figures)))

    def draw(self, box: Box) -> Iterator[Item]:
        """Ground, words, figures."""
        kit, inner = self.kit, box.inset(INSET, PADDING)
        yield kit.card("panel", box, kit.ink)
        figures, side = self.figures(inner.w)
        words, rest = inner.cut_right(side, GAP) if side else (inner, inner)
        if self.request.figures and not side:
            words, rest = inner.cut_bottom(figures.height + ABOVE_FIGURES, ABOVE_FIGURES)
        told = self.words()
        width = narrowed(kit, told, words.w)
        yield kit.text("ask", Box(words.x, words.y, width, words.h), told, anchor=Anchor.MIDDLE)
        if self.request.figures:
            yield from figures.across(rest) if side else figures.draw(rest)
