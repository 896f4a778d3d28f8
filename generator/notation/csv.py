"""CSV as a table of texts that knows line and column: commas, semicolons or tabs; quotes as RFC 4180 has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.errors import Findings, did_you_mean
from generator.notation.encoding import decode
from generator.source import Span

MOST_ROWS = 10_000
MOST_COLUMNS = 100
NUMBER = re.compile(r"[-+]?(\d+([.,]\d*)?|[.,]\d+)([eE][-+]?\d{1,2})?\Z", re.ASCII)
AMBIGUOUS = re.compile(r"[-+]?[1-9]\d{0,2},\d{3}\Z", re.ASCII)
"""One thousand or one, depending on the country."""
FORMULA = ("=", "+", "-", "@")
"""What spreadsheets run when a cell starts with it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text without blanks around it, and its place."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A table with named columns; every row has one cell a column."""

    path: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    spans: tuple[tuple[Span, ...], ...]
    """The place of every cell, as in `rows`."""
    heads: tuple[Span, ...] = ()
    """The place of every column's name."""

    def texts(self, column: str, findings: Findings, asked: Span | None = None) -> tuple[str, ...] | None:
        """The cells of a column; None and a finding (C010, at `asked` or the file) where there is no such column."""
        at = self._index(column, findings, asked)
        return None if at is None else tuple(row[at] for row in self.rows)

    def numbers(
        self, column: str, findings: Findings, asked: Span | None = None, *, gaps: bool = False
    ) -> tuple[float | None, ...] | None:
        """The cells of a column as numbers; None and findings (C010), one for each cell that is not a number.

        With `gaps` an empty cell is None in its place.
        """
        at = self._index(column, findings, asked)
        if at is None:
            return None
        before = len(findings.items)
        cells = [(row[at], spans[at]) for row, spans in zip(self.rows, self.spans, strict=True)]
        values = tuple(None if gaps and not text else _number(text, span, findings) for text, span in cells)
        return values if len(findings.items) == before else None

    def places(self, column: str) -> tuple[Span, ...]:
        """Where the cells of a column that is there stand."""
        at = self.columns.index(column)
        return tuple(spans[at] for spans in self.spans)

    def _index(self, column: str, findings: Findings, asked: Span | None) -> int | None:
        if column in self.columns:
            return self.columns.index(column)
        message = f"{self.path} has no column {column!r}"
        findings.error("C010", asked or Span(self.path, 1, 1), message, did_you_mean(column, self.columns))
        return None


def _number(text: str, span: Span, findings: Findings) -> float | None:
    """A number with a point or a comma for its decimals."""
    if AMBIGUOUS.match(text):
        hint = f"write {text.replace(',', '')} or {text.replace(',', '.')}"
        findings.error("C010", span, f"{text!r} can be read as thousands or as decimals", hint)
        return None
    if NUMBER.match(text):
        return float(text.replace(",", "."))
    hint = "write the number alone; its unit belongs to the chart" if text else "write a number, or remove the row"
    findings.error("C010", span, f"{text!r} is not a number", hint)
    return None


def read_csv(data: bytes, path: str, findings: Findings) -> CsvTable | None:
    """The table in a file whose first line names the columns; None and findings (C001, C008, C010) where there is none."""
    text = decode(data, path, findings)
    if text is None:
        return None
    before = len(findings.items)
    lines = list(_lines(text, path, findings))
    if not lines and len(findings.items) == before:
        findings.error("C010", Span(path, 1, 1), "the file is empty", "name the columns in its first line")
    if len(findings.items) > before:
        return None
    head, *rows = lines
    _check_head(head, findings)
    _check_rows(head, rows, findings)
    if len(findings.items) > before:
        return None
    return CsvTable(
        path,
        tuple(cell.text for cell in head),
        tuple(tuple(cell.text for cell in row) for row in rows),
        tuple(tuple(cell.span for cell in row) for row in rows),
        tuple(cell.span for cell in head),
    )


def _lines(text: str, path: str, findings: Findings) -> Iterator[tuple[Cell, ...]]:
    """The lines that are not blank, cut into cells; stops with a finding at the first one that cannot be cut."""
    mark = _delimiter(text)
    plain = re.compile(rf'[^{mark}"\n]*')
    quoted = re.compile(r'[ ]*"((?:[^"]|"")*)"[ ]*')
    at, line, start = 0, 1, 0
    cells: list[Cell] = []
    while at <= len(text):
        span = Span(path, line, at - start + 1)
        found = quoted.match(text, at)
        match = found or plain.match(text, at)
        assert match is not None, "an empty cell always matches"
        cells.append(Cell((found.group(1).replace('""', '"') if found else match.group()).strip(), span))
        breaks = match.group().count("\n")
        if breaks:
            line, start = line + breaks, at + match.group().rindex("\n") + 1
        at = match.end()
        if text[at : at + 1] not in ("", "\n", mark):
            hint = 'a cell with quotes starts and ends with one, and doubles those inside: "a ""b"" c"'
            message = "a quote stands in the middle of a cell or is never closed"
            findings.error("C010", Span(path, line, at - start + 1), message, hint)
            return
        if text[at : at + 1] != mark:
            if len(cells) > 1 or cells[0].text or found:
                yield tuple(cells)
            cells, line, start = [], line + 1, at + 1
        at += 1


def _delimiter(text: str) -> str:
    """The character that parts the names in the first line that is not blank."""
    head = re.sub(r'"[^"\n]*"', "", next((line for line in text.split("\n") if line.strip()), ""))
    return max((",", ";", "\t"), key=head.count)


def _check_head(head: tuple[Cell, ...], findings: Findings) -> None:
    if len(head) > MOST_COLUMNS:
        findings.error("C008", head[MOST_COLUMNS].span, f"the table has {len(head)} columns, at most {MOST_COLUMNS} are read")
    seen: set[str] = set()
    for number, cell in enumerate(head, 1):
        if not cell.text:
            findings.error("C010", cell.span, f"column {number} has no name", "name every column in the first line")
        elif cell.text in seen:
            findings.error("C010", cell.span, f"column {cell.text!r} stands twice", "give it another name")
        elif cell.text.startswith(FORMULA):
            findings.error("C010", cell.span, f"{cell.text!r} looks like a formula", f"remove the {cell.text[0]!r}")
        seen.add(cell.text)


def _check_rows(head: tuple[Cell, ...], rows: list[tuple[Cell, ...]], findings: Findings) -> None:
    if not rows:
        findings.error("C010", head[0].span, "the table has no rows below its header", "add a line with values")
    if len(rows) > MOST_ROWS:
        findings.error("C008", rows[MOST_ROWS][0].span, f"the table has {len(rows):,} rows, at most {MOST_ROWS:,} are read")
        return
    for row in rows:
        if len(row) != len(head):
            message = f"the row has {len(row)} cells, the header has {len(head)}"
            findings.error("C010", row[0].span, message, "add or remove cells; put a cell in quotes that holds the delimiter")
        for cell in row:
            if cell.text.startswith(FORMULA) and not NUMBER.match(cell.text):
                hint = f"a spreadsheet would run it; remove the {cell.text[0]!r}"
                findings.error("C010", cell.span, f"cell {cell.text!r} looks like a formula", hint)
