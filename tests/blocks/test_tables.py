"""What holds of both kinds that are native tables: cells hold their texts, nothing is lost, widths and heights add up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.block import Block, Depth, Overflow, Placed
from generator.blocks.comparison import Comparison
from generator.blocks.table import Table
from generator.geometry import Box, Length, inch, mm, pt, total
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.colour import contrast
from generator.page.items import Cell, Item, TableItem

if TYPE_CHECKING:
    from conftest import Look

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
LOWER = Box(inch(0.6), inch(1.9), inch(12.133), inch(4.8))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
ABOVE_FOOT = Box(inch(0.6), inch(1.5), inch(12.133), inch(4.05))
SQUARE = Box(inch(0.5), inch(1.4), inch(8.5), inch(5.4))
TINY = Box(inch(0.6), inch(1.5), inch(3.0), inch(1.2))


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


def comparison(count: int, three: bool = False, value: str = "Quarters to years") -> Comparison:
    """A comparison of like aspects, the last one strong."""
    subjects = ("product-manager", "product-owner", "product-leader")[: 3 if three else 2]
    aspects = tuple(
        {"name": f"Looks at {i}", "values": tuple(f"{value} {j}" for j in range(len(subjects))), "strong": i == count - 1}
        for i in range(count)
    )
    return Comparison.model_validate({"subjects": subjects, "aspects": aspects})


FITTING: dict[str, tuple[Block, Box]] = {
    **{f"table {n}": (table(n), BODY) for n in (1, 2, 4, 5, 7, 9, 11)},
    "table with a strong row": (table(7, strong=4), LOWER),
    "table with a source": (table(6, source="Rules of the sample company"), LOWER),
    "table beside a callout": (table(5), BESIDE),
    "table above a callout": (table(5), ABOVE_FOOT),
    "table on a square slide": (table(6), SQUARE),
    "table of letters": (matrix(), BODY),
    **{f"comparison {n}": (comparison(n), BODY) for n in range(3, 8)},
    **{f"comparison of three {n}": (comparison(n, three=True), LOWER) for n in (3, 5, 7)},
    "comparison above a callout": (comparison(4), ABOVE_FOOT),
    "comparison of long values": (comparison(4, value="Which story is next, and whether it is finished"), BODY),
    "comparison beside a callout": (comparison(5), BESIDE),
    "comparison on a square slide": (comparison(5), SQUARE),
}
SPLITTING = ("table 7", "table with a source", "comparison 5", "comparison of three 7")


def placed(kit: Kit, block: Block, box: Box) -> Placed:
    """The block placed; fails where it does not fit."""
    result = block.place(kit.named("block", kit.span), box)
    assert isinstance(result, Placed), result
    return result


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


def tight(item: TableItem, air: float = 1.0) -> list[str]:
    """The texts that are higher or wider than their cell, times `air`, less its insets."""
    return [
        cell.body.text
        for cell, box in cells(item)
        if cell.body.text
        and (
            cell.body.height > (box.h - cell.body.inset.top - cell.body.inset.bottom) * air + pt(0.1)
            or cell.body.width > box.w - cell.body.inset.left - cell.body.inset.right
        )
    ]


def said(block: Block, kit: Kit) -> set[str]:
    """The words of a block's texts and of the subjects it names."""
    match block:
        case Table():
            texts = [str(column.title) for column in block.columns]
            for cell in (cell for row in block.rows for cell in row.cells):
                texts.append(str(cell) if isinstance(cell, Rich) else kit.subjects[cell.subject].name)
            texts.append(str(block.source or ""))
        case Comparison():
            texts = [kit.subjects[subject].name for subject in block.subjects]
            texts.extend(str(text) for aspect in block.aspects for text in (aspect.name, *aspect.values))
        case _:
            texts = []
    return set(" ".join(texts).split())


@pytest.mark.parametrize("name", FITTING)
def test_widths_and_heights_add_up_to_the_tables_box(kit: Kit, look: Look, name: str) -> None:
    block, box = FITTING[name]
    items = placed(kit, block, box).items
    found = only_table(items)
    assert total(found.columns) == found.box.w == box.w
    assert total([row.height for row in found.rows]) == found.box.h
    assert {len(row.cells) for row in found.rows} == {len(found.columns)}
    assert look.outside(items, box) == []


@pytest.mark.parametrize("name", FITTING)
def test_every_cell_holds_its_text_with_air(kit: Kit, name: str) -> None:
    block, box = FITTING[name]
    assert tight(only_table(placed(kit, block, box).items), 0.97) == []


@pytest.mark.parametrize("name", FITTING)
def test_every_word_stands_on_the_slide(kit: Kit, look: Look, name: str) -> None:
    block, box = FITTING[name]
    assert said(block, kit) <= set(look.words(placed(kit, block, box).items).split())


@pytest.mark.parametrize("name", FITTING)
def test_the_height_is_filled_where_rows_can_bear_it_and_rows_are_equal(kit: Kit, look: Look, name: str) -> None:
    block, box = FITTING[name]
    items = placed(kit, block, box).items
    few = isinstance(block, Table) and len(block.rows) <= 4
    assert look.filled(items, box) >= (0.65 if few else 0.97)
    heights = [row.height.emu for row in only_table(items).rows[1:]]
    assert max(heights) - min(heights) <= len(heights)


@pytest.mark.parametrize("name", FITTING)
def test_ids_are_unique_and_the_table_says_what_it_shows(kit: Kit, look: Look, name: str) -> None:
    block, box = FITTING[name]
    items = placed(kit, block, box).items
    ids = [item.mark.id for item in look.flat(items)]
    assert len(set(ids)) == len(ids)
    assert all(id_.startswith("block-") for id_ in ids)
    assert only_table(items).mark.alt


@pytest.mark.parametrize("role", ["accent1", "accent2", "accent3", "accent5", "accent6"])
@pytest.mark.parametrize("name", FITTING)
def test_every_cell_reads_well_on_its_ground(kit: Kit, name: str, role: str) -> None:
    block, box = FITTING[name]
    own = replace(kit, role=role)
    for cell, _ in cells(only_table(placed(own, block, box).items)):
        ground = own.theme.scheme.rgb(cell.fill or own.paper)
        for run in (run for p in cell.body.paragraphs for run in p.runs if "●" not in run.text):
            assert contrast(own.theme.scheme.rgb(run.style.colour), ground) >= 4.5


@pytest.mark.parametrize("name", FITTING)
def test_type_is_no_smaller_than_the_kinds_floor(kit: Kit, name: str) -> None:
    block, box = FITTING[name]
    found = only_table(placed(kit, block, box).items)
    sizes = {run.style.size.pt for cell, _ in cells(found) for p in cell.body.paragraphs for run in p.runs}
    assert sizes <= {14, 16, 18, 20, 24}
    assert min(sizes) >= (14 if isinstance(block, Table) else 16)


@pytest.mark.parametrize("name", FITTING)
def test_what_has_no_room_says_so_instead_of_overflowing(kit: Kit, name: str) -> None:
    result = FITTING[name][0].place(kit, TINY)
    if isinstance(result, Overflow):
        assert result.need > result.have
    else:
        assert tight(only_table(result.items)) == []


@pytest.mark.parametrize("name", SPLITTING)
def test_halves_say_together_what_the_whole_says_and_repeat_the_head(kit: Kit, name: str) -> None:
    block, box = FITTING[name]
    halves = block.split()
    assert halves is not None
    assert said(halves[0], kit) | said(halves[1], kit) == said(block, kit)
    heads = [only_table(placed(kit, half, box).items).rows[0] for half in halves]
    assert [c.body.text for c in heads[0].cells] == [c.body.text for c in heads[1].cells]


@pytest.mark.parametrize("name", FITTING)
def test_no_depth_changes_a_table_or_a_comparison(name: str) -> None:
    block = FITTING[name][0]
    assert block.shorten(Depth.BRIEF) == block.shorten(Depth.FULL) == block


@pytest.mark.parametrize("name", FITTING)
@pytest.mark.parametrize("width", [182, 104, 88], ids=["12", "7", "6"])
def test_on_a_sheet_nothing_is_lost_and_every_text_has_its_room(sheet_kit: Kit, look: Look, name: str, width: int) -> None:
    block = FITTING[name][0]
    for factor in (1.0, 1.5):
        items, box = on_sheet(sheet_kit, block, mm(width), factor)
        assert look.outside(items, box) == []
        assert look.loose(items) == []
        assert [text for item in items if isinstance(item, TableItem) for text in tight(item)] == []
        assert said(block, sheet_kit) <= set(look.words(items).split())


def on_sheet(kit: Kit, block: Block, width: Length, factor: float = 1.0) -> tuple[tuple[Item, ...], Box]:
    """A block drawn in a column, its rows stretched."""
    flow = block.flow(kit, width)
    heights = tuple(h * (factor if grows else 1) for h, grows in zip(flow.heights, flow.stretch, strict=True))
    box = Box(mm(14), mm(40), width, total(heights))
    return flow.draw(box, heights), box


@pytest.mark.parametrize("block", [table(4, source="Rules"), matrix(), comparison(4), comparison(3, three=True)])
def test_on_a_sheet_the_last_row_has_no_line_below_and_no_text_is_tiny(sheet_kit: Kit, look: Look, block: Block) -> None:
    items, _ = on_sheet(sheet_kit, block, mm(182))
    found = only_table(items)
    assert all(cell.below is None for cell in found.rows[-1].cells)
    assert all(cell.below for cell in found.rows[-2].cells)
    bodies = [*(cell.body for cell, _ in cells(found)), *(body for _, body in look.bodies(items))]
    assert min(run.style.size.pt for body in bodies for p in body.paragraphs for run in p.runs) >= 8.5


WORD = st.sampled_from(["a", "owner", "decides", "refinement", "acceptance", "responsibilities", "q" * 30])
TEXTS = st.lists(WORD, min_size=1, max_size=16).map(" ".join)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.tuples(TEXTS, TEXTS, TEXTS), compare=st.booleans(), box=st.sampled_from([BODY, BESIDE, ABOVE_FOOT]))
def test_whatever_is_written_fits_or_is_refused(kit: Kit, texts: tuple[str, str, str], compare: bool, box: Box) -> None:
    one, two, three = texts
    aspects = (
        {"name": one, "values": (two, three)},
        {"name": two, "values": (one, three)},
        {"name": three, "values": (one, two)},
    )
    rows = ({"cells": (one, {"subject": "product-owner"}, two)}, {"cells": (two, three, one), "strong": True})
    heads = ({"title": one}, {"title": two}, {"title": three, "align": "right"})
    block: Block = (
        Comparison.model_validate({"subjects": ("product-owner", "product-manager"), "aspects": aspects})
        if compare
        else Table.model_validate({"columns": heads, "rows": rows, "source": one})
    )
    result = block.place(kit, box)
    if isinstance(result, Placed):
        assert tight(only_table(result.items)) == []
    else:
        assert result.need > result.have


def test_a_block_whose_rows_were_all_left_out_draws_nothing(kit: Kit) -> None:
    assert table(2).model_copy(update={"rows": ()}).place(kit, BODY) == Placed(())
    assert comparison(3).model_copy(update={"aspects": ()}).place(kit, BODY) == Placed(())
