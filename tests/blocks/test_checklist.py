"""Checklists: equal cards read down two columns; at brief depth the titles alone."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.block import Depth, Placed
from generator.blocks.checklist import Checklist
from generator.geometry import Box, inch
from generator.kit import Kit
from generator.page.items import Item, TextItem

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))


def checklist(count: int) -> Checklist:
    """A checklist of like items."""
    return Checklist.model_validate({"items": tuple({"title": f"Thing {i}", "text": "A sentence on it."} for i in range(count))})


def cards_of(kit: Kit, count: int) -> list[Item]:
    """The grounds of the items, in reading order."""
    result = checklist(count).place(kit, BODY)
    assert isinstance(result, Placed)
    return [item for item in result.items if item.mark.id.removeprefix("item-").isdigit()]


@pytest.mark.parametrize("count", [0, 41])
def test_no_item_and_more_than_forty_are_refused(count: int) -> None:
    with pytest.raises(ValidationError, match="items"):
        checklist(count)


def test_brief_drops_the_texts_and_nothing_else() -> None:
    brief = checklist(3).shorten(Depth.BRIEF)
    assert [(str(i.title), i.text) for i in brief.items] == [("Thing 0", None), ("Thing 1", None), ("Thing 2", None)]


@pytest.mark.parametrize("count", [2, 3, 4, 6, 8])
def test_cards_are_equal(kit: Kit, count: int) -> None:
    assert len({(card.box.w, card.box.h) for card in cards_of(kit, count)}) == 1


def test_headings_of_a_row_stand_at_one_height_however_long_their_texts_are(kit: Kit) -> None:
    texts = ("Short.", "A sentence on it that is so long that it takes a second line at least in its card.", None, "Short.")
    block = Checklist.model_validate({"items": tuple({"title": "Thing", "text": text} for text in texts)})
    result = block.place(kit, BODY)
    assert isinstance(result, Placed)
    tops = {item.mark.id: item.box.y for item in result.items if isinstance(item, TextItem)}
    assert tops["item-1-text"] == tops["item-3-text"] and tops["item-2-text"] == tops["item-4-text"]


def test_two_items_are_not_stretched_over_the_whole_body(kit: Kit) -> None:
    assert cards_of(kit, 2)[-1].box.bottom < BODY.bottom - inch(0.5)


def test_six_items_are_read_down_the_left_column_first(kit: Kit) -> None:
    xs = [card.box.x for card in cards_of(kit, 6)]
    assert xs[:3] == [BODY.x] * 3
    assert all(x > inch(6) for x in xs[3:])


def test_the_last_of_an_odd_number_leaves_no_hole(kit: Kit) -> None:
    assert cards_of(kit, 5)[-1].box.w == BODY.w


def test_a_text_does_not_end_on_one_word_where_a_narrower_column_avoids_it(kit: Kit) -> None:
    said = {"title": "Week 1: meet both", "text": "Ask each one: what did you decide last week, and what did you turn down?"}
    result = Checklist.model_validate({"items": (said,) * 6}).place(kit, BODY)
    assert isinstance(result, Placed)
    text = next(item for item in result.items if item.mark.id == "item-1-text")
    assert isinstance(text, TextItem)
    assert len("".join(piece.text for piece in text.body.lines[-1].pieces).split()) > 1


def test_headings_of_siblings_stand_level_where_a_smaller_size_has_room_for_all_on_one_line(kit: Kit) -> None:
    texts = ("Print it once.", "Or differ so much that it is meant.")
    block = Checklist.model_validate({"items": tuple({"title": "Edges line up", "text": text} for text in texts * 3)})
    result = block.place(kit, Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2)))
    assert isinstance(result, Placed)
    bodies = [item.body for item in result.items if isinstance(item, TextItem)]
    assert len({body.height for body in bodies}) == 1
