"""Tables: which cells stand out, where texts stand, how roles are shown, what is refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from generator.block import Block, Placed
from generator.blocks.table import Table
from generator.geometry import Box, Length, inch, mm, pt, total
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.colour import Colour
from generator.page.items import Cell, Item, ShapeItem, TableItem
from generator.page.text import Align

BODY = Box(inch(0.6), inch(1.9), inch(12.133), inch(4.8))


def table(count: int, strong: int = -1, **more: object) -> Table:
    """A table of like rows about who decides."""
    rows = tuple(
        {"cells": (f"Change number {i}", {"subject": "product-owner"}, "Development team", str(i)), "strong": i == strong}
        for i in range(count)
    )
    heads = ("Decision", "Who decides", "Asked first", "Answer within, working days")
    columns = tuple({"title": head, "align": "right" if i == 3 else "left"} for i, head in enumerate(heads))
    return Table.model_validate({"columns": columns, "rows": rows, **more})


def matrix() -> Table:
    """A table of letters: one D in every row."""
    heads = ("Decision", "Manager", "Owner", "Team")
    rows = (("Price", "D", "A", "T"), ("Order", "A", "D", "A"), ("Design", "T", "A", "D"))
    return Table.model_validate(
        {"columns": tuple({"title": head} for head in heads), "rows": tuple({"cells": cells} for cells in rows)}
    )


def drawn(kit: Kit, block: Block) -> tuple[Item, ...]:
    """The block's items on a slide; fails where it does not fit."""
    result = block.place(kit, BODY)
    assert isinstance(result, Placed), result
    return result.items


def on_sheet(kit: Kit, block: Block, width: Length) -> tuple[Item, ...]:
    """The block drawn in a column of a sheet."""
    flow = block.flow(kit, width)
    return flow.draw(Box(mm(14), mm(40), width, total(flow.heights)), flow.heights)


def only_table(items: tuple[Item, ...]) -> TableItem:
    """The one table among items."""
    (found,) = (item for item in items if isinstance(item, TableItem))
    return found


def cells(item: TableItem) -> Iterator[tuple[Cell, Box]]:
    """Every cell with its box."""
    for number, row in enumerate(item.rows):
        y = item.box.y + total([r.height for r in item.rows[:number]])
        for i, (cell, width) in enumerate(zip(row.cells, item.columns, strict=True)):
            yield cell, Box(item.box.x + total(item.columns[:i]), y, width, row.height)


def test_of_one_row_the_long_cells_go_on_beside_the_short_ones() -> None:
    columns = ({"title": "Name"}, {"title": "Text"})
    long = "One thing is said. Another thing is said. A third one is said."
    halves = Table.model_validate({"columns": columns, "rows": ({"cells": ("A", long)},)}).split()
    assert halves is not None
    said = [[str(cell) for cell in half.rows[0].cells] for half in halves]
    assert said == [["A", "One thing is said. Another thing is said."], ["A", "A third one is said."]]
    short = Table.model_validate({"columns": columns, "rows": ({"cells": ("A", "B")},)})
    assert short.split() is None


def test_a_table_that_is_too_wide_parts_between_columns_and_repeats_the_first_one() -> None:
    columns = tuple({"title": name} for name in "ABCDE")
    halves = Table.model_validate({"columns": columns, "rows": ({"cells": tuple("12345")},)}).narrowed()
    assert halves is not None
    assert ["".join(str(column.title) for column in half.columns) for half in halves] == ["ABC", "ADE"]
    assert ["".join(map(str, half.rows[0].cells)) for half in halves] == ["123", "145"]


def test_cells_of_common_length_stand_on_one_line(kit: Kit) -> None:
    found = only_table(drawn(kit, table(7)))
    assert all(len(cell.body.lines) <= 1 for row in found.rows[1:] for cell in row.cells)


def test_the_strong_row_alone_stands_on_the_role_colour(kit: Kit) -> None:
    found = only_table(drawn(kit, table(5, strong=2)))
    assert [bool(row.cells[0].fill) for row in found.rows] == [False, False, False, True, False, False]


def test_a_strong_row_takes_the_colour_of_the_role_it_names_and_ink_where_only_others_name_one(kit: Kit) -> None:
    def fill(*cells: object, others: object) -> object:
        rows = ({"cells": ("One", others)}, {"cells": cells, "strong": True})
        table = Table.model_validate({"columns": ({"title": "A"}, {"title": "B"}), "rows": rows})
        return only_table(drawn(kit, table)).rows[2].cells[0].fill

    manager = {"subject": "product-manager"}
    assert fill("Two", manager, others="no role") == Colour(kit.subjects["product-manager"].colour)
    assert fill("Two", "the team", others=manager) == kit.ink
    assert fill("Two", "the team", others="no role") == kit.accent


def test_numbers_stand_at_the_right_and_letters_in_the_middle(kit: Kit) -> None:
    numbers = only_table(drawn(kit, table(4)))
    letters = only_table(drawn(kit, matrix()))
    assert {row.cells[3].body.paragraphs[0].align for row in numbers.rows} == {Align.RIGHT}
    assert {row.cells[1].body.paragraphs[0].align for row in letters.rows} == {Align.CENTRE}


def test_a_subjects_cell_shows_a_dot_in_its_colour(kit: Kit) -> None:
    found = only_table(drawn(kit, table(4)))
    dot, name = found.rows[1].cells[1].body.paragraphs[0].runs
    assert dot.text.startswith("●")
    assert (dot.style.colour.role, name.text) == ("accent2", "Product owner")


def test_words_of_a_column_begin_on_one_line_whether_a_dot_stands_before_them_or_not(kit: Kit) -> None:
    who = ({"subject": "product-owner"}, "Anybody", {"subject": "product-manager"}, "Whoever is asked first")
    rows = tuple({"cells": (f"Change {i}", cell), "strong": i == 1} for i, cell in enumerate(who))
    block = Table.model_validate({"columns": ({"title": "Decision"}, {"title": "Who decides"}), "rows": rows})
    found = only_table(drawn(kit, block))
    head, *bodies = [row.cells[1].body for row in found.rows]
    begins = [body.inset.left + next(p.x for p in body.lines[0].pieces if "●" not in p.text) for body in bodies]
    assert max(begins) - min(begins) <= pt(0.5)
    assert {head.inset.left} == {body.inset.left for body in bodies if "●" in body.text}
    assert len({row.cells[0].body.inset.left for row in found.rows}) == 1


def test_on_a_sheet_a_subject_has_its_badge_beside_its_name(sheet_kit: Kit) -> None:
    items = on_sheet(sheet_kit, table(3), mm(182))
    badges = [item for item in items if isinstance(item, ShapeItem) and item.body]
    named = [(cell, box) for cell, box in cells(only_table(items)) if cell.body.text == "Product owner"]
    assert [item.body.text for item in badges if item.body] == ["PO"] * 3
    for (cell, box), badge in zip(named, badges, strict=True):
        assert box.holds(badge.box)
        assert badge.box.right <= box.x + cell.body.inset.left


def test_on_a_sheet_rows_without_a_badge_are_as_high_as_those_with_one(sheet_kit: Kit) -> None:
    rows = ({"cells": ("Order", {"subject": "product-owner"})}, {"cells": ("Design", "The team")})
    block = Table.model_validate({"columns": ({"title": "Decision"}, {"title": "Who"}), "rows": rows})
    _, first, second = block.flow(sheet_kit, mm(104)).heights
    assert first == second


def test_the_letter_every_row_has_once_stands_on_a_sign_in_its_roles_colour(sheet_kit: Kit) -> None:
    items = on_sheet(sheet_kit, matrix(), mm(104))
    signs = [item for item in items if isinstance(item, ShapeItem)]
    assert [sign.fill.role for sign in signs if sign.fill] == ["accent1", "accent2", "dk1"]
    boxes = [box for cell, box in cells(only_table(items)) if cell.body.text == "D"]
    assert all(box.holds(sign.box) for box, sign in zip(boxes, signs, strict=True))


def test_a_table_is_made_from_plain_values_and_rich_texts() -> None:
    columns = ({"title": "Word"}, {"title": "In plain words"})
    rows = ({"cells": (Rich.plain("Backlog"), Rich.plain("All the work"))}, {"cells": ("Sprint", "A fixed stretch")})
    made = Table.model_validate({"kind": "table", "columns": columns, "rows": rows})
    assert [str(cell) for row in made.rows for cell in row.cells] == ["Backlog", "All the work", "Sprint", "A fixed stretch"]


def test_a_row_that_lacks_a_cell_is_refused_with_its_number() -> None:
    rows = ({"cells": ("a", "b")}, {"cells": ("a", "b", "c")})
    with pytest.raises(ValidationError, match="row 2 has 3 cells for 2 columns"):
        Table.model_validate({"columns": ({"title": "A"}, {"title": "B"}), "rows": rows})


def test_a_subjects_name_is_never_broken_by_character(kit: Kit) -> None:
    narrow = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
    result = table(5).place(kit, narrow)
    assert isinstance(result, Placed)
    lines = [line for cell, _ in cells(only_table(result.items)) for line in cell.body.lines]
    assert any("owner" in "".join(piece.text for piece in line.pieces) for line in lines)
    words = {word for line in lines for word in "".join(piece.text for piece in line.pieces).split()}
    assert {"Product", "owner"} <= words


def test_wrapped_cells_keep_six_hundredths_of_an_inch_off_their_rules(kit: Kit) -> None:
    long = "Which piece comes next, and whether it is done yet"
    rows = tuple({"cells": (f"Matter {i}", long, long, long)} for i in range(7))
    block = Table.model_validate({"columns": tuple({"title": t} for t in ("Matter", "Who", "Why", "How")), "rows": rows})
    placed = block.place(kit, BODY)
    assert isinstance(placed, Placed)
    table = next(item for item in placed.items if isinstance(item, TableItem))
    wrapped = [(row, cell.body) for row in table.rows[1:] for cell in row.cells if len(cell.body.lines) > 1]
    assert wrapped and all((row.height - body.height) / 2 >= inch(0.06) for row, body in wrapped)


def test_a_table_of_few_short_rows_ends_early_with_its_source_right_below(kit: Kit) -> None:
    rows = tuple({"cells": (word, "The gap between two columns.")} for word in ("Ground", "Gutter", "Measure"))
    block = Table.model_validate({"columns": ({"title": "Word"}, {"title": "Means"}), "rows": rows, "source": "Made up."})
    items = drawn(kit, block)
    box, source = only_table(items).box, next(item for item in items if item.mark.id.endswith("source"))
    assert BODY.y + BODY.h * 0.6 < box.bottom < BODY.bottom - inch(0.3)
    assert box.bottom <= source.box.y < box.bottom + inch(0.3)
