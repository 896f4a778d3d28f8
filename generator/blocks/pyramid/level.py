"""A level of a pyramid, and how the levels are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.block import Part
from generator.blocks._outlines import polygon
from generator.geometry import Box, Length, inch
from generator.kit import Kit, Medium
from generator.notation.inline import Text
from generator.page.colour import Colour, contrast
from generator.page.items import GroupItem, ShapeItem

SHADES = {
    1: ("",),
    2: ("", "deep"),
    3: ("light", "", "deep"),
    4: ("tint", "light", "", "deep"),
    5: ("tint", "light", "", "deep", "deep"),
    6: ("tint", "light", "light", "", "deep", "deep"),
}
"""The shades of the document's colour from the top down; empty for the colour itself. What carries the others is darkest.

Tailoring may leave one or two levels.
"""


class Level(Part):
    """One level of a pyramid."""

    title: Text
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A pyramid in a box: as many levels as there are rows, which add up to the box."""

    kit: Kit
    levels: tuple[Level, ...]
    box: Box
    rows: tuple[Box, ...]
    told: tuple[int, ...] = ()
    """The numbers of the levels that stand here, from 0; none for all. The others are muted."""

    @property
    def white(self) -> Length:
        """Between two levels."""
        return inch(0.06) if self.kit.medium is Medium.SLIDE else inch(0.03)

    def half(self, y: Length) -> Length:
        """Half the pyramid's width at a height of the page."""
        return self.box.w / 2 * (y - self.box.y).ratio(self.box.h)

    def edge(self, y: Length) -> Length:
        """Where the right side is at a height of the page."""
        return self.box.x + self.box.w / 2 + self.half(y)

    def fill(self, number: int) -> Colour:
        """The ground of a level, from 0."""
        if self.told and number not in self.told:
            return self.kit.surface
        shade = SHADES[len(self.levels)][number]
        return self.kit.theme.shade(shade, self.kit.role) if shade else self.kit.accent

    def ink(self, number: int) -> Colour:
        """The colour of text on a level: the one that stands out more."""
        scheme, ground = self.kit.theme.scheme, self.fill(number)
        return max((self.kit.paper, self.kit.ink), key=lambda c: contrast(scheme.rgb(c), scheme.rgb(ground)))

    def reads(self, number: int, size: Length) -> bool:
        """Whether a title of this size stands out enough on its level."""
        rgb = self.kit.theme.scheme.rgb
        return contrast(rgb(self.ink(number)), rgb(self.fill(number))) >= (3 if size.pt >= 24 else 4.5)

    def group(self) -> GroupItem:
        """All levels, as one picture that says what it shows."""
        shapes = tuple(self._level(number) for number in range(len(self.levels)))
        return GroupItem(self.kit.mark("pyramid", alt_of(self.kit, self.levels)), self.box, shapes)

    def _level(self, number: int) -> ShapeItem:
        row = self.rows[number]
        top = row.y + (self.white if number else Length(0))
        middle, upper, lower = self.box.x + self.box.w / 2, self.half(top), self.half(row.bottom)
        corners = [(middle + upper, top), (middle + lower, row.bottom), (middle - lower, row.bottom)]
        if number:
            corners.append((middle - upper, top))
        place, path = polygon(corners)
        return self.kit.shape(f"level-{number + 1}", place, path, fill=self.fill(number))


def alt_of(kit: Kit, levels: Sequence[Level]) -> str:
    """What a pyramid of these levels shows, in words."""
    return kit.words.say("pyramid_alt", levels=", ".join(str(level.title) for level in levels))


def drawing(kit: Kit, levels: Sequence[Level], box: Box, heights: Sequence[Length]) -> Drawing:
    """A pyramid in `box` whose levels have these heights."""
    rows, rest = [], box
    for height in heights:
        row, rest = rest.cut_top(height)
        rows.append(row)
    return Drawing(kit, tuple(levels), box, tuple(rows))
