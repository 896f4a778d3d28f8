"""A share drawn as squares: so many of so many, to be counted at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from pydantic import Field, model_validator

from generator.geometry import Box, Length
from generator.kit import CORNER, Kit
from generator.notation.records import Record
from generator.page.items import Item
from generator.page.shapes import Rectangle

GAP_SHARE = 0.22
"""Space between squares, as a share of a square's side."""


class Share(Record):
    """So many of so many."""

    part: int = Field(ge=0)
    of: int = Field(ge=2, le=20)

    @model_validator(mode="after")
    def _part_of_whole(self) -> Self:
        if self.part > self.of:
            raise ValueError(f"a share of {self.part} of {self.of} is more than all; 'part' must be at most 'of'")
        return self


@dataclass(frozen=True, slots=True)
class Squares:
    """A share laid out: how many squares stand side by side, and how large they are."""

    share: Share
    across: int
    side: Length

    @property
    def gap(self) -> Length:
        """Between squares, across and down."""
        return self.side * GAP_SHARE

    @property
    def height(self) -> Length:
        """Of all rows of squares."""
        rows = -(-self.share.of // self.across)
        return self.side * rows + self.gap * (rows - 1)

    def draw(self, kit: Kit, x: Length, y: Length) -> Iterator[Item]:
        """The squares, the first at `x`, `y`; the part in the role's colour, the rest muted."""
        step = self.side + self.gap
        for i in range(self.share.of):
            place = Box(x + step * (i % self.across), y + step * (i // self.across), self.side, self.side)
            corner = Rectangle(min(CORNER, self.side * 0.08))
            yield kit.shape(f"square-{i + 1}", place, corner, fill=kit.accent if i < self.share.part else kit.mute)


def squares(share: Share, rows: int, width: Length, largest: Length) -> Squares:
    """Lay a share in `rows` rows, as large as `width` allows and at most `largest` a side."""
    across = -(-share.of // rows)
    return Squares(share, across, min(largest, width / (across + GAP_SHARE * (across - 1))))
