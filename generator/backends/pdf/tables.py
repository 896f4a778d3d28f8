"""Tables: grounds, then rules, then words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from generator.backends.pdf.surface import Surface, thin
from generator.backends.pdf.text import draw_body
from generator.geometry import Box, total
from generator.page.items import Row, Stroke, TableItem

Drawn = TypeVar("Drawn")


def draw_table(surface: Surface, table: TableItem) -> None:
    """Draw a table from the top left of its box, with its own column widths and row heights."""
    rows = tuple(_rows(table))
    for row, boxes in rows:
        for colour, area in _runs(tuple(cell.fill for cell in row.cells), boxes):
            surface.fill(area, colour)
    for row, boxes in rows:
        for stroke, area in _rules(row, boxes):
            surface.rule(area, stroke)
    for row, boxes in rows:
        for cell, box in zip(row.cells, boxes, strict=True):
            draw_body(surface, cell.body, box)


def _rows(table: TableItem) -> Iterator[tuple[Row, tuple[Box, ...]]]:
    y = table.box.y
    for row in table.rows:
        lefts = (table.box.x + total(table.columns[:i]) for i in range(len(table.columns)))
        yield row, tuple(Box(x, y, width, row.height) for x, width in zip(lefts, table.columns, strict=True))
        y += row.height


def _rules(row: Row, boxes: tuple[Box, ...]) -> Iterator[tuple[Stroke, Box]]:
    for stroke, area in _runs(tuple(cell.above for cell in row.cells), boxes):
        yield stroke, thin(area)
    for stroke, area in _runs(tuple(cell.below for cell in row.cells), boxes):
        yield stroke, thin(replace(area, y=area.bottom))


def _runs(values: tuple[Drawn | None, ...], boxes: tuple[Box, ...]) -> Iterator[tuple[Drawn, Box]]:
    """Neighbours that look alike as one area: drawn apart, viewers show hairlines between them."""
    for value, group in groupby(zip(values, boxes, strict=True), key=lambda pair: pair[0]):
        first, *others = (box for _, box in group)
        if value is not None:
            yield value, replace(first, w=total([first.w, *(box.w for box in others)]))
