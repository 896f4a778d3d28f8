"""Pipe tables, cut cell by cell, since Markdown's own reading drops what stands behind a row's last column."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from generator.notation.markdown.parts import Attributes, Cell, Grid, Row, Words

Told = Callable[[Words], tuple[Words, Attributes]]
"""Takes the attributes off the end of a text, and reports what may not stand in it."""
BAR = re.compile(r"(?<!\\)\|")


def read_grid(lines: Sequence[Words], told: Told) -> Grid:
    """The table in its lines: the heads, the line of dashes, the rows."""
    head = _row(lines[0], told, None)
    aligns = tuple((_align(mark.text), mark.span) for mark in _cut(lines[1]))
    rows = tuple(_row(line, told, len(head.cells)) for line in lines[2:])
    return Grid(lines[0].span, head, aligns, rows)


def _row(line: Words, told: Told, columns: int | None) -> Row:
    cells = [_cell(words, told) for words in _cut(line)]
    last = cells[-1]
    if columns is not None and len(cells) == columns + 1 and last.attributes.span and not last.words.text:
        return Row(line.span, tuple(cells[:-1]), last.attributes)
    return Row(line.span, tuple(cells), Attributes())


def _cell(words: Words, told: Told) -> Cell:
    text, attributes = told(words)
    return Cell(words.span, text, attributes)


def _cut(line: Words) -> list[Words]:
    """What stands between the bars of a line; a bar behind a backslash is one of the text."""
    bars = [match.start() for match in BAR.finditer(line.text)]
    edges = [-1, *bars, len(line.text)]
    if bars and not line.text[: bars[0]].strip():
        edges = edges[1:]
    if len(edges) > 2 and not line.text[edges[-2] + 1 :].strip():
        edges = edges[:-1]
    cells = [line.cut(start + 1, end) for start, end in pairwise(edges)]
    return [Words(cell.text.replace("\\|", "|"), cell.spans) for cell in cells]


def _align(mark: str) -> str:
    left, right = mark.startswith(":"), mark.endswith(":")
    return "center" if left and right else "right" if right else "left" if left else ""
