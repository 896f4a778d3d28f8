"""Two or three equal columns of mixed content: a figure, a text, points, pairs, a quote, code."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.block import Block, Flow, Overflow, Placed
from generator.blocks.columns.content import Column, Figure, Pair, Point
from generator.blocks.columns.sheet import flow_columns
from generator.blocks.columns.slide import place_columns
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Column", "Columns", "Figure", "Pair", "Point"]


class Columns(Block):
    """Columns. They are not split: they are read side by side."""

    kind: Literal["columns"] = "columns"
    columns: tuple[Column, ...] = Field(min_length=2, max_length=3)

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """A card a column; what is of the same sort stands at the same height."""
        return place_columns(kit, self.columns, box) if self.columns else Placed(())

    def flow(self, kit: Kit, width: Length) -> Flow:
        """Side by side, or one below the other in a narrow column."""
        return flow_columns(kit, self.columns, width)
