"""What a table is written of, and its texts set in one size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from pydantic import Field

from generator.block import Part
from generator.geometry import ZERO, Length, mm
from generator.kit import Kit, Medium
from generator.notation.inline import Rich, Text
from generator.notation.records import Record
from generator.page.colour import Colour
from generator.page.text import Align, Paragraph, Run, Style

DOT = "●\u00a0\u00a0"
BADGE, BADGE_WIDE, BADGE_HIGH = mm(6.4), mm(7.4), mm(5.2)
AFTER_BADGE = mm(1.4)
"""A cell keeps the room of the widest badge free, so that names stand below one another."""


class Column(Record):
    """A column's head, and where its texts stand."""

    title: Text
    align: Literal["left", "right"] = "left"


class SubjectCell(Record):
    """A cell that names a role."""

    subject: str


class Row(Part):
    """A row's cells, one for each column; a strong row is the one the title speaks of."""

    cells: tuple[Text | SubjectCell, ...] = Field(min_length=2)
    strong: bool = False


Written: TypeAlias = tuple[tuple[Column, ...], tuple[Row, ...], Rich | None]
"""A table's columns, rows and source."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The text of a cell, and the room kept free before it, for a badge or where the dots of others stand."""

    paragraph: Paragraph
    indent: Length = ZERO
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Lettering:
    """The styles of a table: its heads', its cells' and its strong cells', and the distance of lines."""

    head: Style
    cell: Style
    strong: Style
    height: float


@dataclass(frozen=True, slots=True)
class Told:
    """All texts of a table in one size."""

    head: tuple[Entry, ...]
    rows: tuple[tuple[Entry, ...], ...]
    aligns: tuple[Align, ...]

    def column(self, number: int) -> tuple[Entry, ...]:
        """The cells of a column, its head excluded."""
        return tuple(row[number] for row in self.rows)


def tell(kit: Kit, written: Written, lettering: Lettering) -> Told:
    """The texts of a table in these styles."""
    columns, rows, _ = written
    aligns = tuple(_align(column, [row.cells[i] for row in rows]) for i, column in enumerate(columns))
    heads = (kit.para(c.title, lettering.head, align=a, height=lettering.height) for c, a in zip(columns, aligns, strict=True))
    indents = tuple(_indent(kit, [row.cells[i] for row in rows], lettering, align) for i, align in enumerate(aligns))
    told = tuple(
        tuple(_entry(kit, (row, i), lettering, at) for i, at in enumerate(zip(aligns, indents, strict=True))) for row in rows
    )
    return Told(tuple(Entry(head) for head in heads), told, aligns)


def _align(column: Column, cells: list[Rich | SubjectCell]) -> Align:
    """As the column says; single letters stand in the middle under their head."""
    if column.align == "right":
        return Align.RIGHT
    marks = all(isinstance(cell, Rich) and len(str(cell)) == 1 and str(cell).isalpha() for cell in cells)
    return Align.CENTRE if marks else Align.LEFT


def _indent(kit: Kit, cells: list[Rich | SubjectCell], lettering: Lettering, align: Align) -> Length:
    """What a cell without a dot keeps free where others have one, so that all words of the column begin on one line."""
    dotted = kit.medium is not Medium.SHEET and align is Align.LEFT and any(isinstance(cell, SubjectCell) for cell in cells)
    return kit.measure.width(DOT, lettering.cell) if dotted else ZERO


def _entry(kit: Kit, place: tuple[Row, int], lettering: Lettering, at: tuple[Align, Length]) -> Entry:
    (row, number), (align, indent) = place, at
    cell, style = row.cells[number], lettering.strong if row.strong else lettering.cell
    if number == 0 and not row.strong:
        style = kit.style(style.size, style.colour, bold=True)
    if isinstance(cell, Rich):
        return Entry(kit.para(cell, style, align=align, height=lettering.height), indent)
    subject = kit.subjects[cell.subject]
    name = kit.runs(subject.name, style)
    if kit.medium is Medium.SHEET:
        return Entry(Paragraph(name, align, lettering.height), BADGE_WIDE + AFTER_BADGE, cell.subject)
    colour = style.colour if row.strong else Colour(subject.colour)
    dot = Run(DOT, kit.style(style.size, colour))
    return Entry(Paragraph((dot, *name), align, lettering.height))
