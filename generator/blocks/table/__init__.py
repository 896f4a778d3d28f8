"""A table: named columns, rows of facts, perhaps one row that the title speaks of."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from generator.block import Block, Flow, Overflow, Placed, halves
from generator.blocks.table.parts import Column, Row, SubjectCell
from generator.blocks.table.sheet import flow_table
from generator.blocks.table.slide import place_table
from generator.geometry import Box, Length
from generator.kit import Kit
from generator.notation.inline import Text

__all__ = ["Column", "Row", "SubjectCell", "Table"]


class Table(Block):
    """Two to seven columns and any number of rows; every row has a cell for each column."""

    kind: Literal["table"] = "table"
    columns: tuple[Column, ...] = Field(min_length=2, max_length=7)
    rows: tuple[Row, ...] = Field(min_length=1)
    source: Text | None = None

    @model_validator(mode="after")
    def _full_rows(self) -> Self:
        for number, row in enumerate(self.rows, 1):
            if len(row.cells) != len(self.columns):
                message = f"row {number} has {len(row.cells)} cells for {len(self.columns)} columns; give each column one cell"
                raise ValueError(message)
        return self

    def split(self) -> tuple[Self, Self] | None:
        """The first and the second half of the rows, each under the same head and over the same source."""
        if len(self.rows) < 2:
            return None
        first, second = halves(self.rows)
        return self.model_copy(update={"rows": first}), self.model_copy(update={"rows": second})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """A native table as wide and high as the box, its rows of equal height."""
        return place_table(kit, (self.columns, self.rows, self.source), box)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """The head, a row for each row, and the source below."""
        return flow_table(kit, (self.columns, self.rows, self.source), width)
