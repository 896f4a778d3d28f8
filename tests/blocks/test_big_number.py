"""Big numbers: a solid panel with the figure, and beside it what follows from it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.block import Placed
from generator.blocks.big_number import BigNumber
from generator.geometry import ZERO, Box, Length, inch, mm
from generator.kit import Kit
from generator.page.items import Item, ShapeItem, TextItem

WHOLE = Box(ZERO, ZERO, inch(13.333), inch(7.5))
ROW = {"number": "7", "title": "Backlog and team", "text": "The best moment"}


def big(**more: object) -> BigNumber:
    """A big number with further parts."""
    return BigNumber.model_validate({"number": "7 of 10", "meaning": "working hours go to the team", **more})


def items_of(kit: Kit, block: BigNumber) -> dict[str, Item]:
    """The placed items by their ids."""
    result = block.place(kit, WHOLE)
    assert isinstance(result, Placed)
    return {item.mark.id: item for item in result.items}


def test_a_share_of_more_than_all_is_refused_with_the_way_out() -> None:
    with pytest.raises(ValidationError, match="11 of 10 is more than all; 'part' must be at most 'of'"):
        big(share={"part": 11, "of": 10})


def test_more_than_three_rows_are_refused() -> None:
    with pytest.raises(ValidationError, match="rows"):
        big(rows=(ROW,) * 4)


def test_the_panel_comes_first_and_runs_from_top_to_bottom_at_the_left(kit: Kit) -> None:
    items = items_of(kit, big(rows=(ROW,)))
    panel = next(iter(items.values()))
    assert isinstance(panel, ShapeItem) and panel.fill == kit.accent
    assert panel.box == Box(ZERO, ZERO, inch(5.64), inch(7.5))


def test_nothing_right_of_the_panel_reaches_into_the_titles_or_the_footers_place(kit: Kit) -> None:
    items = items_of(kit, big(heading="Disturb the owner early", share={"part": 7, "of": 10}, rows=(ROW,) * 3))
    right = [item.box for item in items.values() if item.box.x > inch(5.64)]
    assert min(box.y for box in right) >= inch(1.95)
    assert max(box.bottom for box in right) <= inch(6.75)


@pytest.mark.parametrize(("part", "of"), [(0, 3), (7, 10), (12, 12), (13, 20)])
@pytest.mark.parametrize("rows", [(), (ROW, ROW)], ids=["alone", "rows"])
def test_as_many_squares_are_solid_as_the_share_says(kit: Kit, part: int, of: int, rows: tuple[object, ...]) -> None:
    items = items_of(kit, big(share={"part": part, "of": of}, rows=rows))
    squares = [item for id_, item in items.items() if id_.startswith("square-") and isinstance(item, ShapeItem)]
    assert [square.fill == kit.accent for square in squares] == [True] * part + [False] * (of - part)
    assert len({(s.box.w, s.box.h) for s in squares}) == 1
    assert max(s.box.right for s in squares) <= inch(12.75)


def test_a_number_without_anything_else_has_its_meaning_large_beside_it(kit: Kit) -> None:
    items = items_of(kit, big())
    meaning = items["meaning"]
    assert meaning.box.x > inch(5.64)
    assert isinstance(meaning, TextItem) and meaning.body.paragraphs[0].runs[0].style.size.pt >= 36


def test_further_numbers_have_one_colour_but_beside_a_share_that_of_the_squares_they_count(kit: Kit) -> None:
    rows = tuple({**ROW, "number": number} for number in ("7 of them", "2", "1"))
    for share, strong in ((None, [True, True, True]), ({"part": 7, "of": 10}, [True, False, False])):
        items = items_of(kit, big(rows=rows, share=share))
        numbers = [items[f"row-{number}-number"] for number in (1, 2, 3)]
        colours = [item.body.paragraphs[0].runs[0].style.colour for item in numbers if isinstance(item, TextItem)]
        assert [colour == kit.accent for colour in colours] == strong


def test_the_heading_is_smaller_than_the_title_and_rows_keep_clear_of_their_rules(kit: Kit) -> None:
    long = {**ROW, "text": "The best moment to say what you need"}
    items = items_of(kit, big(heading="Disturb the owner early", share={"part": 7, "of": 10}, rows=(long,) * 3))
    heading, text = items["heading"], items["row-1-text"]
    assert isinstance(heading, TextItem) and heading.body.paragraphs[0].runs[0].style.size.pt == 20
    assert isinstance(text, TextItem) and text.box.h - text.body.height >= inch(0.16)
    assert items["meaning"].box.y == items["number"].box.bottom


@pytest.mark.parametrize("width", [mm(182), mm(88), mm(74), mm(57)])
def test_on_a_sheet_the_figure_stays_on_one_line(sheet_kit: Kit, width: Length) -> None:
    flow = big(heading="Disturb early").flow(sheet_kit, width)
    number = flow.draw(Box(ZERO, ZERO, width, flow.heights[0]), flow.heights)[0]
    assert isinstance(number, TextItem)
    assert sum(line.paragraph == 0 for line in number.body.lines) == 1


@pytest.mark.parametrize("size", [(12.1, 5.2), (10.3, 6.2), (8.0, 4.0), (7.0, 3.4), (6.6, 5.5)])
def test_in_a_body_under_a_title_the_panel_stands_inside_it(kit: Kit, look, size: tuple[float, float]) -> None:
    box = Box(inch(0.6), inch(1.5), inch(size[0]), inch(size[1]))
    for block in (big(), big(rows=({"number": "3", "title": "Two teams"},))):
        result = block.place(kit, box)
        assert isinstance(result, Placed), result
        panel = next(item for item in result.items if item.mark.id == "panel")
        assert look.outside(result.items, box) == look.loose(result.items) == []
        assert look.filled(result.items, box) > 0.85 and panel.box.x == box.x and panel.box.y == box.y


def test_what_stands_on_the_slide_begins_and_ends_at_the_margins_of_eyebrow_and_page_number(kit: Kit) -> None:
    spot = kit.theme.stage.spot("Panel")
    found = big(rows=(ROW,)).place(kit, spot.body)
    assert isinstance(found, Placed) and spot.eyebrow
    items = {item.mark.id: item for item in found.items}
    assert items["number"].box.x == items["meaning"].box.x == spot.eyebrow.x
    assert items["row-1-rule"].box.right == spot.feet["number"].box.right
