"""Equal columns of mixed content: a figure, a text, points, pairs, a quote, code."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Flow, Overflow, Placed, halves
from generator.blocks._parting import parted
from generator.blocks.columns.content import Column, Figure, Pair, Point
from generator.blocks.columns.sheet import flow_columns
from generator.blocks.columns.slide import place_columns
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Column", "Columns", "Figure", "Pair", "Point"]

LONG_TITLE = 60
"""Characters of a title that is a text of its own where there is no room."""


class Columns(Block):
    """Columns, which are read side by side: where they must be split, it is between them first, then between their pieces."""

    kind: Literal["columns"] = "columns"
    columns: tuple[Column, ...] = Field(min_length=1, max_length=3)

    def split(self) -> tuple[Self, Self] | None:
        """The first and the last columns; of one column its first and last pieces under the same title."""
        cut = halves(self.columns) if len(self.columns) > 1 else _cut(self.columns[0]) if self.columns else None
        if cut is None:
            return None
        first, second = cut
        return self.model_copy(update={"columns": tuple(first)}), self.model_copy(update={"columns": tuple(second)})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """A card a column; what is of the same sort stands at the same height."""
        return place_columns(kit, self.columns, box) if self.columns else Placed(())

    def flow(self, kit: Kit, width: Length) -> Flow:
        """Side by side, or one below the other in a narrow column."""
        return flow_columns(kit, self.columns, width)


def _cut(column: Column) -> tuple[tuple[Column], tuple[Column]] | None:
    """A column's first and last pieces; a single piece in its midst, or a title that is longer."""
    title = parted(column.title)
    if title and len(str(column.title)) > LONG_TITLE:
        rest = dict.fromkeys(("number", "text", "quote", "code")) | {"points": (), "pairs": (), "text": title[0], "title": None}
        return (column.model_copy(update=rest),), (column.model_copy(update={"title": title[1]}),)
    if len(column.sorts) > 1:
        first, second = halves(column.sorts)
        return (_only(column, first),), (_only(column, second),)
    cut = _halved(column, column.sorts[0])
    return ((column.model_copy(update=cut[0]),), (column.model_copy(update=cut[1]),)) if cut else None


def _only(column: Column, sorts: tuple[str, ...]) -> Column:
    gone = {sort: () if sort in ("points", "pairs") else None for sort in column.sorts if sort not in sorts}
    return column.model_copy(update=gone)


def _halved(column: Column, sort: str) -> tuple[dict[str, object], dict[str, object]] | None:
    match sort:
        case "points" | "pairs":
            parts = getattr(column, sort)
            if len(parts) > 1:
                first, second = halves(parts)
                return {sort: first}, {sort: second}
            cut = parted(column.told[0]) if sort == "points" else None
            return ({sort: (cut[0],)}, {sort: (cut[1],)}) if cut else None
        case "text" | "quote":
            cut = parted(getattr(column, sort))
            return ({sort: cut[0]}, {sort: cut[1]}) if cut else None
        case "code":
            rows = (column.code or "").split("\n")
            one, other = halves(rows)
            return ({sort: "\n".join(one)}, {sort: "\n".join(other)}) if other else None
        case _:
            return None
