"""What the quadrants of a matrix mean: a card each, where their texts have no room between the axes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.blocks._room import legible, need, whole
from generator.blocks._tails import held
from generator.blocks.matrix.parts import Quadrant
from generator.geometry import Box, Length, inch, pt
from generator.kit import GAP, Kit
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

INSET, PADDING = inch(0.28), inch(0.1)
SIZES = ((24, 20), (20, 18), (18, 18), (18, 16), (16, 16))
"""Of titles and texts."""
NARROW = inch(5)
"""Two columns of cards need twice as much."""


@dataclass(frozen=True, slots=True)
class Explained:
    """One way to set the quadrants."""

    kit: Kit
    quadrants: tuple[Quadrant, ...]
    box: Box
    sizes: tuple[int, int]
    across: int
    first: int

    def cards(self) -> tuple[Box, ...]:
        """Their places in reading order; the last of an odd number takes its whole row."""
        count = len(self.quadrants)
        rows = self.box.rows((count + self.across - 1) // self.across, GAP)
        cards = [card for row in rows for card in row.columns(self.across, GAP)]
        return tuple(cards[:count]) if count % self.across == 0 else (*cards[: count - 1], rows[-1])

    def words(self, quadrant: Quadrant) -> list[Paragraph]:
        """Title and text."""
        kit = self.kit
        ink = legible(kit, kit.role, kit.tint()) if quadrant.emphasis else kit.ink
        title = kit.para(quadrant.title, kit.style(pt(self.sizes[0]), ink, bold=True), height=1.15)
        style = kit.style(pt(self.sizes[1]), kit.quiet)
        return [title, *([kit.para(quadrant.text, style, before=inch(0.05))] if quadrant.text else [])]

    def taken(self) -> Length | None:
        """The height needed; None where a word would be broken."""
        cards = self.cards()
        width = cards[0].w - INSET * 2
        if not all(whole(self.kit, self.words(quadrant), width) for quadrant in self.quadrants):
            return None
        rows = len({card.y for card in cards})
        tallest = max(need(self.kit, self.words(quadrant), width) for quadrant in self.quadrants) + PADDING * 2
        return tallest * rows + GAP * (rows - 1)

    def draw(self) -> Iterator[Item]:
        """Card after card; what matters on the role's tint."""
        kit = self.kit
        for number, (quadrant, card) in enumerate(zip(self.quadrants, self.cards(), strict=True), self.first + 1):
            yield kit.card(f"quadrant-{number}", card, kit.tint() if quadrant.emphasis else None)
            place = card.inset(INSET, PADDING)
            told = [held(kit, paragraph, place.w) for paragraph in self.words(quadrant)]
            yield kit.text(f"quadrant-{number}-text", place, told, anchor=Anchor.MIDDLE)


def explained(kit: Kit, quadrants: tuple[Quadrant, ...], box: Box, first: int) -> Iterator[Explained]:
    """All ways to set the quadrants, the largest type first: in two columns where there is room, else in one."""
    for sizes in SIZES:
        for across in (2, 1) if box.w >= NARROW * 2 and len(quadrants) > 1 else (1, 2)[: len(quadrants)]:
            yield Explained(kit, quadrants, box, sizes, across, first)
