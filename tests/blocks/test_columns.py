"""Columns: equal cards of mixed content; what is of the same sort stands at the same height."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.block import Overflow, Placed
from generator.blocks.columns import Columns
from generator.geometry import ZERO, Box, inch, mm
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import GroupItem, Item, ShapeItem, TextItem

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
ABOVE = Box(inch(0.6), inch(1.5), inch(12.133), inch(4.05))
CODE = "def test_cancel():\n    order.cancel()\n    assert order.refunded"
FULL = {
    "title": "Product owner",
    "icon": "list-ordered",
    "subject": "product-owner",
    "number": {"value": "2", "label": "sprints ahead"},
    "text": "Orders the list.",
    "points": ("Talks to the team", {"text": "Writes examples"}),
}
PAIRS = {"title": "After", "pairs": ({"label": "Oldest", "value": "6 weeks"}, {"label": "Looked at", "value": "every Monday"})}
QUOTE = {"title": "Before", "quote": "“Nobody could tell me when.”", "text": "A wish list."}
LISTING = {"title": "As a test", "code": CODE}
FITTING = {
    "one word each": ({"text": "One."}, {"text": "Two."}),
    "two with pairs": (PAIRS, PAIRS),
    "three of one sort": (FULL, FULL, FULL),
    "three of three sorts": (QUOTE, PAIRS, LISTING),
    "figures": tuple({"number": {"value": f"{i} %"}, "text": "of the requests have no date."} for i in (12, 70, 1)),
}
WORDS = {
    "one word each": ("One.", "Two."),
    "three of three sorts": ("Nobody could", "every Monday", "order.refunded", "A wish list."),
}


def columns(*said: object) -> Columns:
    """Columns as authors write them."""
    return Columns.model_validate({"columns": said})


def items_of(kit: Kit, block: Columns, box: Box = BODY) -> tuple[Item, ...]:
    """The placed items."""
    result = block.place(kit, box)
    assert isinstance(result, Placed), result
    return result.items


@pytest.mark.parametrize("count", [0, 4])
def test_no_column_and_more_than_three_are_refused(count: int) -> None:
    with pytest.raises(ValidationError, match="columns"):
        columns(*({"text": "A"},) * count)


def test_an_empty_column_is_refused() -> None:
    with pytest.raises(ValidationError, match="the column is empty; give it a text, number"):
        columns({"title": "A"}, {"text": "B"})


@pytest.mark.parametrize("name", FITTING)
def test_every_word_stands_in_its_box_in_cards_of_one_size(kit: Kit, look, name: str) -> None:
    for box in (BODY, BESIDE, ABOVE):
        if name.startswith("three of three") and box == BESIDE:
            continue
        items = items_of(kit, columns(*FITTING[name]), box)
        assert look.outside(items, box) == []
        assert look.loose(items) == []
        assert look.pale(kit, items, kit.paper) == []
        assert look.filled(items, box) > (0.65 if box == BODY else 0.98)
        assert all(word in look.words(items) for word in WORDS.get(name, ()))
        cards = [item.box for item in items if item.mark.id.removeprefix("column-").isdigit()]
        assert len(cards) == len(FITTING[name])
        assert len({(card.w, card.h, card.y) for card in cards}) == 1


def test_what_is_of_the_same_sort_stands_at_the_same_height(kit: Kit) -> None:
    longer = {**FULL, "text": "Orders the list, accepts what is finished and says no to what has to wait for a quarter."}
    items = items_of(kit, columns(FULL, longer, FULL))
    for sort in ("title", "number", "text", "points", "text-rule"):
        assert len({item.box.y for item in items if item.mark.id.endswith(f"-{sort}")}) == 1


def test_parts_stand_in_one_order_whatever_the_author_wrote_first(kit: Kit) -> None:
    items = items_of(kit, columns({"points": ("A point",), "text": "A text", "number": {"value": "7"}}, {"text": "B"}))
    names = [item.mark.id for item in items if item.mark.id.startswith("column-1-") and not item.mark.id.endswith("rule")]
    assert names == ["column-1-number", "column-1-text", "column-1-points"]


def test_a_column_has_the_colour_of_its_subject(kit: Kit) -> None:
    items = items_of(kit, columns({**FULL, "subject": "product-leader"}, FULL))
    discs = [item for item in items if isinstance(item, GroupItem)]
    fills = [disc.items[0].fill for disc in discs if isinstance(disc.items[0], ShapeItem)]
    assert fills == [Colour("accent3"), Colour("accent2")]


def test_a_line_of_code_that_is_too_long_for_its_column_is_refused(kit: Kit) -> None:
    result = columns(*({"code": "a" * 80},) * 3).place(kit, BODY)
    assert isinstance(result, Overflow)
    assert result.need > result.have


def test_absurd_texts_are_refused(kit: Kit) -> None:
    result = columns(*({"title": "A", "text": "many words " * 80},) * 3).place(kit, BODY)
    assert isinstance(result, Overflow)


@pytest.mark.parametrize("name", FITTING)
@pytest.mark.parametrize("width", [182, 104, 88, 57])
def test_on_a_sheet_nothing_is_lost_and_every_text_has_its_room(sheet_kit: Kit, look, name: str, width: int) -> None:
    flow = columns(*FITTING[name]).flow(sheet_kit, mm(width))
    box = Box(ZERO, ZERO, mm(width), sum(flow.heights[1:], flow.heights[0]))
    items = flow.draw(box, flow.heights)
    assert look.outside(items, box) == []
    assert look.loose(items) == []
    assert all(word in look.words(items) for word in WORDS.get(name, ()))
    assert min(run.style.size.pt for _, body in look.bodies(items) for p in body.paragraphs for run in p.runs) >= 8.5


def test_on_a_sheet_columns_stand_side_by_side_where_there_is_room(sheet_kit: Kit) -> None:
    block = columns(FULL, FULL, FULL)
    assert len(block.flow(sheet_kit, mm(182)).heights) == 1
    assert len(block.flow(sheet_kit, mm(57)).heights) == 3


def test_two_columns_of_a_few_words_are_set_large_right_below_a_rule(kit: Kit) -> None:
    block = Columns.model_validate({"columns": ({"title": "Early", "text": "Ask now."}, {"title": "Late", "text": "Ask why."})})
    result = block.place(kit, BODY)
    assert isinstance(result, Placed)
    items = {item.mark.id: item for item in result.items}
    text, rule = items["column-1-text"], items["column-1-head-rule"]
    assert isinstance(text, TextItem) and text.body.paragraphs[0].runs[0].style.size.pt == 20
    assert items["column-1-title"].box.bottom <= rule.box.y < text.box.y < rule.box.y + inch(0.3)


def test_a_figure_shares_its_line_with_what_it_counts(kit: Kit) -> None:
    column = {"title": "Wall", "number": {"value": "18", "label": "points at least"}, "text": "Few words."}
    items = {item.mark.id: item for item in items_of(kit, columns(column, column))}
    number = items["column-1-number"]
    assert isinstance(number, TextItem) and len(number.body.lines) == 1


def test_columns_of_a_few_words_are_no_high_empty_cards(kit: Kit) -> None:
    items = items_of(kit, columns({"title": "Early", "text": "Ask now."}, {"title": "Late", "text": "Ask why."}))
    assert BODY.h * 0.6 < items[0].box.h < BODY.h * 0.8


def test_fields_of_one_row_are_equally_high(kit: Kit) -> None:
    long = "“Who settles it when two ways would work, and who has to say so to everybody else?”"
    both = columns(
        {"title": "A", "text": "Some say.", "quote": "“Whose name?”"}, {"title": "B", "text": "Some do.", "quote": long}
    )
    fields = [item.box for item in items_of(kit, both) if item.mark.id.endswith("-field")]
    assert fields[0].h == fields[1].h and fields[0].y == fields[1].y


def test_what_few_words_leave_over_lies_in_like_gaps_below_heads_and_at_the_foot(kit: Kit) -> None:
    column = {
        "title": "Before",
        "icon": "list",
        "text": "Write the title of every page first.",
        "points": ("Only titles", "Once"),
    }
    items = {item.mark.id: item for item in items_of(kit, columns(column, column, column))}
    head, words, listed = items["column-1-title"].box, items["column-1-text"], items["column-1-points"]
    assert isinstance(words, TextItem) and isinstance(listed, TextItem)
    assert listed.body.paragraphs[0].runs[0].style.size.pt == 20
    below_head = words.box.y - head.bottom
    foot = items["column-1"].box.bottom - listed.box.y - listed.body.height
    assert below_head > inch(0.3) and foot < inch(1)


def test_pieces_of_unlike_columns_stand_in_rows_with_their_rules_on_one_line(kit: Kit) -> None:
    wall = {"title": "Wall", "text": "Few words.", "points": ("One idea", "Large"), "pairs": ({"label": "Type", "value": "18"},)}
    paper = {"title": "Paper", "number": {"value": "1", "label": "page"}, "text": "Many words.", "quote": "Still there."}
    result = Columns.model_validate({"columns": (wall, paper)}).place(kit, BODY)
    assert isinstance(result, Placed)
    rules = {item.mark.id: item.box.y for item in result.items if item.mark.id.endswith("-rule")}
    assert rules["column-1-points-rule"] == rules["column-2-text-rule"]
    assert rules["column-1-pairs-rule"] == rules["column-2-quote-rule"]


def test_air_around_the_rules_of_columns_is_the_same_above_and_below(kit: Kit) -> None:
    column = {
        "title": "Before",
        "text": "Write the title of every page first, and then all of its text.",
        "points": ("Only", "Once"),
    }
    result = Columns.model_validate({"columns": (column,) * 3}).place(kit, BODY)
    assert isinstance(result, Placed)
    items = {item.mark.id: item for item in result.items}
    words, rule, listed = items["column-1-text"], items["column-1-points-rule"].box.y, items["column-1-points"].box.y
    assert isinstance(words, TextItem)
    above, below = rule - words.box.y - words.body.height, listed - rule
    assert abs((above - below).pt) < 1
