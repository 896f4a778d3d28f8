"""Comparisons: one native table with gaps, heads in the subjects' colours, two subjects facing each other on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from generator.block import Block, Placed
from generator.blocks.comparison import Comparison
from generator.geometry import Box, Length, inch, mm, total
from generator.kit import Kit
from generator.page.items import Cell, Item, ShapeItem, TableItem
from generator.page.text import Align

if TYPE_CHECKING:
    from conftest import Look

BODY = Box(inch(0.6), inch(1.9), inch(12.133), inch(4.8))


def comparison(count: int, three: bool = False, value: str = "Quarters to years") -> Comparison:
    """A comparison of like aspects, the last one strong."""
    subjects = ("product-manager", "product-owner", "product-leader")[: 3 if three else 2]
    aspects = tuple(
        {"name": f"Looks at {i}", "values": tuple(f"{value} {j}" for j in range(len(subjects))), "strong": i == count - 1}
        for i in range(count)
    )
    return Comparison.model_validate({"subjects": subjects, "aspects": aspects})


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


def test_gaps_between_a_comparisons_columns_are_empty_cells(kit: Kit) -> None:
    found = only_table(drawn(kit, comparison(5)))
    assert len(found.columns) == 5
    assert all(not row.cells[i].body.text and row.cells[i].fill is None for row in found.rows for i in (1, 3))


def test_an_icon_lies_in_each_head(kit: Kit) -> None:
    items = drawn(kit, comparison(5, three=True))
    boxes = [box for cell, box in cells(only_table(items)) if cell.fill and cell.fill.lum_off == 0]
    icons = [item.box for item in items if isinstance(item, ShapeItem)]
    assert len(icons) == 3
    assert all(head.holds(icon) for head, icon in zip(boxes, icons, strict=True))


def test_two_subjects_face_each_other_across_the_names(sheet_kit: Kit) -> None:
    items = on_sheet(sheet_kit, comparison(4), mm(182))
    row = only_table(items).rows[1]
    assert [cell.body.paragraphs[0].align for cell in row.cells] == [Align.RIGHT, Align.CENTRE, Align.LEFT]
    assert only_table(items).rows[0].cells[1].body.text == ""


def test_an_aspect_that_lacks_a_value_is_refused_by_its_name() -> None:
    aspects = ({"name": "Looks at", "values": ("a", "b", "c")},) * 3
    with pytest.raises(ValidationError, match="aspect 'Looks at' has 3 values for 2 subjects"):
        Comparison.model_validate({"subjects": ("product-owner", "product-manager"), "aspects": aspects})


def test_a_subject_is_not_compared_with_itself() -> None:
    aspects = ({"name": "Looks at", "values": ("a", "b")},) * 3
    with pytest.raises(ValidationError, match="twice"):
        Comparison.model_validate({"subjects": ("product-owner", "product-owner"), "aspects": aspects})


def test_of_one_aspect_the_long_values_go_on_until_they_are_words() -> None:
    halves = comparison(3, value="Ours in full").split()
    assert halves is not None
    again = halves[1].split()
    assert again is not None
    assert [str(half.aspects[0].values[0]) for half in again] == ["Ours in", "full 0"]


def test_of_three_subjects_the_last_one_may_stand_on_a_slide_of_its_own() -> None:
    parts = comparison(3, three=True).narrowed()
    assert parts is not None
    assert [len(part.subjects) for part in parts] == [2, 1]
    assert [len(part.aspects[0].values) for part in parts] == [2, 1]


def test_three_subjects_in_a_narrow_column_are_a_list_with_badges_and_no_word_is_broken(sheet_kit: Kit, look: Look) -> None:
    block = comparison(5, three=True, value="Responsibilities, interviews, measurements")
    items = on_sheet(sheet_kit, block, mm(74))
    assert not any(isinstance(item, TableItem) for item in items)
    assert sum(item.mark.id.endswith("-badge") for item in items) == 3 * 6
    assert look.loose(items) == []
    assert {"Product", "manager", "owner", "leader", "Responsibilities,", "measurements"} <= set(look.words(items).split())


def test_across_a_page_long_values_wrap_before_the_badges_go(sheet_kit: Kit) -> None:
    items = on_sheet(sheet_kit, comparison(4, value="Order of the items, acceptance, and what is left out of it"), mm(182))
    assert sum(item.mark.id.endswith("-badge") for item in items) == 2
