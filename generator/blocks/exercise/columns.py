"""What to take from an exercise, side by side: a card for each point, its number above its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.blocks._panel import even
from generator.blocks._room import lines, need, whole
from generator.blocks._tails import on_lines
from generator.blocks.exercise.task import Lesson
from generator.geometry import Box, Length, inch, pt
from generator.kit import GAP, Kit
from generator.page.items import Item
from generator.page.text import Paragraph

SIZES = ((44, 24, 20), (44, 24, 18), (44, 20, 18))
"""Of the number, of a point's title and of its text; a larger number would be the loudest on the page, and says nothing."""
INSET = inch(0.3)
LEAST, MOST = inch(0.08), inch(0.3)
"""Between number and title."""
TO_TEXT = inch(0.08)
MOST_LINES, MOST_TITLE = 5, 2
"""Lines of a text, and of a title."""
LEAST_FILLED = 0.5
"""Cards that their words would fill less are too high for them."""


@dataclass(frozen=True, slots=True)
class Columns:
    """One way to set the points."""

    kit: Kit
    points: tuple[Lesson, ...]
    box: Box
    sizes: tuple[int, int, int]
    most: int = 1
    """How many lines a title may take."""
    first: int = 1
    """The number of the first point."""

    @property
    def width(self) -> Length:
        """Of the words."""
        return self.box.columns(len(self.points), GAP)[0].w - INSET * 2

    def titles(self) -> list[Paragraph]:
        """The points' titles, all on as many lines, so that all texts begin level."""
        style = self.kit.style(pt(self.sizes[1]), bold=True)
        plain = [self.kit.para(point.title, style, height=1.15) for point in self.points]
        most = max(lines(self.kit, [title], self.width) for title in plain)
        return [on_lines(self.kit, title, self.width, most) for title in plain]

    def text(self, point: Lesson) -> list[Paragraph]:
        """What explains a point."""
        style = self.kit.style(pt(self.sizes[2]), self.kit.quiet)
        return [even(self.kit, self.kit.para(point.text, style), self.width)] if point.text else []

    def heights(self) -> tuple[Length, Length, Length]:
        """What the number, the highest title and the longest text take."""
        kit, width = self.kit, self.width
        title = max(need(kit, [title], width) for title in self.titles())
        return pt(self.sizes[0]), title, max(need(kit, self.text(point), width) for point in self.points)

    def taken(self) -> Length | None:
        """The height of the cards; None where a word would be broken, texts are long for columns or leave cards empty."""
        kit, width, texts = self.kit, self.width, [self.text(point) for point in self.points]
        if not all(texts) or not whole(kit, [*self.titles(), *(p for text in texts for p in text)], width):
            return None
        if max(lines(kit, [title], width) for title in self.titles()) > self.most:
            return None
        high = INSET * 2 + LEAST + TO_TEXT + sum(self.heights()[1:], self.heights()[0])
        calm = max(lines(kit, text, width) for text in texts) <= MOST_LINES
        return high if calm and high >= self.box.h * LEAST_FILLED else None

    def draw(self) -> Iterator[Item]:
        """The cards; number, title and text stand together, as much air above them as below."""
        kit, (number, title, text) = self.kit, self.heights()
        spare = self.box.h - number - title - text - TO_TEXT
        between = max(LEAST, min(MOST, spare - INSET * 2, spare / 3))
        top = self.box.y + (spare - between) / 2
        cards = self.box.columns(len(self.points), GAP)
        for place, (point, heading, card) in enumerate(zip(self.points, self.titles(), cards, strict=True), self.first):
            name, room = f"point-{place}", card.inset(INSET, INSET)
            yield kit.card(f"{name}-card", card)
            numeral = kit.para(str(place), kit.style(pt(self.sizes[0]), kit.accent, bold=True), height=1.0)
            yield kit.text(f"{name}-number", Box(room.x, top, room.w, number), [numeral])
            y = top + number + between
            yield kit.text(f"{name}-title", Box(room.x, y, room.w, title), [heading])
            yield kit.text(f"{name}-text", Box(room.x, y + title + TO_TEXT, room.w, text), self.text(point))


def columns(kit: Kit, points: tuple[Lesson, ...], box: Box, first: int) -> Iterator[Columns]:
    """All ways to set the points: every title on one line, the largest first, then titles on two."""
    for most in range(1, MOST_TITLE + 1):
        for sizes in SIZES:
            yield Columns(kit, points, box, sizes, most, first)
