"""A table: named columns, rows of facts, perhaps one row that the title speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from generator.block import Block, Flow, Overflow, Placed, halves
from generator.blocks._parting import parted
from generator.blocks.table.parts import Column, Row, SubjectCell
from generator.blocks.table.sheet import flow_table
from generator.blocks.table.slide import place_table
from generator.geometry import Box, Length
from generator.kit import Kit
from generator.notation.inline import Rich, Text

__all__ = ["Column", "Row", "SubjectCell", "Table"]


class Table(Block):
    """Two to twelve columns and any number of rows; every row has a cell for each column."""

    tellable: ClassVar[bool] = False

    kind: Literal["table"] = "table"
    columns: tuple[Column, ...] = Field(min_length=2, max_length=12)
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
        """The first and the second half of the rows, each under the same head and over the same source.

        Of a single row the long cells go on in a second one, beside the short ones again; of a long source the second half.
        """
        if len(self.rows) < 2:
            return self._cut()
        first, second = halves(self.rows)
        return self.model_copy(update={"rows": first}), self.model_copy(update={"rows": second})

    def _cut(self) -> tuple[Self, Self] | None:
        cells = self.rows[0].cells if self.rows else ()
        most = max((len(str(cell)) for cell in cells if isinstance(cell, Rich)), default=0)
        source = parted(self.source)
        if source and len(str(self.source)) > most:
            return self.model_copy(update={"source": source[0]}), self.model_copy(update={"source": source[1]})
        cut = [parted(cell) if isinstance(cell, Rich) and len(str(cell)) * 2 > most else None for cell in cells]
        pairs = [found or (cell, cell) for found, cell in zip(cut, cells, strict=True)]
        if not any(cut):
            return None
        halved = (tuple(pair[i] for pair in pairs) for i in (0, 1))
        first, second = (self.rows[0].model_copy(update={"cells": half}) for half in halved)
        return self.model_copy(update={"rows": (first,)}), self.model_copy(update={"rows": (second,)})

    def narrowed(self) -> tuple[Self, Self] | None:
        """The first and the last columns, each behind the first column, which tells the rows apart."""
        if len(self.columns) < 3:
            return None
        middle = len(self.columns) // 2 + 1
        return self._only(range(middle)), self._only([0, *range(middle, len(self.columns))])

    def _only(self, places: Sequence[int]) -> Self:
        rows = tuple(row.model_copy(update={"cells": tuple(row.cells[i] for i in places)}) for row in self.rows)
        return self.model_copy(update={"columns": tuple(self.columns[i] for i in places), "rows": rows})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """A native table as wide and high as the box, its rows of equal height."""
        return place_table(kit, (self.columns, self.rows, self.source), box)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """The head, a row for each row, and the source below."""
        return flow_table(kit, (self.columns, self.rows, self.source), width)
