"""Native tables: own grounds and rules in each cell, no built-in style's look, exact row heights."""

from __future__ import annotations

from generator.backends.pptx.geometry import write_box
from generator.backends.pptx.markup import NAMESPACES, Element, add, say
from generator.backends.pptx.paint import write_fill, write_line
from generator.backends.pptx.place import Place
from generator.backends.pptx.text import ANCHORS, Voice, fallback, frame_inset, write_paragraphs
from generator.page.items import Cell, Row, Stroke, TableItem
from generator.page.text import Style

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def write_table(frame: Element, item: TableItem, place: Place) -> None:
    """Append the table to its graphic frame."""
    write_box(frame, item.box, "p:xfrm")
    table = add(add(add(frame, "a:graphic"), "a:graphicData", uri=NAMESPACES["a"].replace("main", "table")), "a:tbl")
    flags = add(table, "a:tblPr", firstRow=int(item.header_rows > 0), firstCol=int(item.header_column))
    say(flags, "a:tableStyleId", NO_STYLE)
    grid = add(table, "a:tblGrid")
    for width in item.columns:
        add(grid, "a:gridCol", w=width.emu)
    voice = place.voice(item.mark)
    empty = fallback([cell.body for row in item.rows for cell in row.cells])
    for index, row in enumerate(item.rows):
        made = add(table, "a:tr", h=row.height.emu)
        style = fallback([cell.body for cell in row.cells]) or empty
        for column, cell in enumerate(row.cells):
            _write_cell(made, cell, _rules(item.rows, index, column), (voice, style))


def header_words(item: TableItem) -> str:
    """The words of the first row, which name a table that has no alternative text."""
    return ", ".join(cell.body.text for row in item.rows[:1] for cell in row.cells if cell.body.text)


def _rules(rows: tuple[Row, ...], index: int, column: int) -> tuple[Stroke | None, Stroke | None]:
    """The rules above and below a cell. Two cells share the one between them, so both must state the same."""
    cell = rows[index].cells[column]
    above = rows[index - 1].cells[column].below if index else None
    below = rows[index + 1].cells[column].above if index + 1 < len(rows) else None
    return above or cell.above, cell.below or below


def _write_cell(row: Element, cell: Cell, rules: tuple[Stroke | None, Stroke | None], words: tuple[Voice, Style | None]) -> None:
    made = add(row, "a:tc")
    body = add(made, "a:txBody")
    add(body, "a:bodyPr")
    add(body, "a:lstStyle")
    write_paragraphs(body, cell.body, *words)
    inset = frame_inset(cell.body, cell.body.inset)
    properties = add(
        made,
        "a:tcPr",
        marL=inset.left.emu,
        marR=inset.right.emu,
        marT=inset.top.emu,
        marB=inset.bottom.emu,
        anchor=ANCHORS[cell.body.anchor],
    )
    for tag, stroke in (("a:lnL", None), ("a:lnR", None), ("a:lnT", rules[0]), ("a:lnB", rules[1])):
        write_line(properties, stroke, tag)
    write_fill(properties, cell.fill)
