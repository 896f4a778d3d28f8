"""Cards: equal siblings, titles on one line where they can be, figures shown as such, values at the foot or beside the icon."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.block import Overflow, Placed
from generator.blocks.cards import Cards
from generator.geometry import ZERO, Box, Length, inch, mm
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import GroupItem, Item, ShapeItem, TextItem

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
ABOVE_FOOT = Box(inch(0.6), inch(1.5), inch(12.133), inch(4.05))


def cards(*each: dict[str, str]) -> Cards:
    """Cards with these fields."""
    return Cards.model_validate({"kind": "cards", "cards": each})


def like(count: int, **more: str) -> Cards:
    """So many cards that differ in nothing."""
    return cards(
        *({"title": "Order the work", "text": "Rank every item by value.", "icon": "list", **more} for _ in range(count))
    )


def items_of(kit: Kit, block: Cards, box: Box = BODY) -> dict[str, Item]:
    """The placed items by their ids."""
    result = block.place(kit, box)
    assert isinstance(result, Placed)
    return {item.mark.id: item for item in result.items}


def text(items: dict[str, Item], name: str) -> TextItem:
    """A placed text."""
    item = items[name]
    assert isinstance(item, TextItem)
    return item


def size(item: TextItem) -> float:
    """The size of a text's first run, in points."""
    return item.body.paragraphs[0].runs[0].style.size.pt


@pytest.mark.parametrize("count", [0, 41])
def test_no_card_and_more_than_forty_are_refused(count: int) -> None:
    with pytest.raises(ValidationError, match="cards"):
        like(count)


@pytest.mark.parametrize(("count", "across"), [(2, 2), (3, 3), (4, 2), (6, 3), (8, 4)])
def test_cards_are_equally_large_in_a_grid_that_suits_their_number(kit: Kit, count: int, across: int) -> None:
    items = items_of(kit, like(count))
    boxes = [items[f"card-{i}"].box for i in range(1, count + 1)]
    assert len({box.h for box in boxes}) == 1
    assert max(box.w for box in boxes) - min(box.w for box in boxes) <= Length(2)
    assert len({box.x for box in boxes}) == across


def test_titles_stay_on_one_line_where_all_siblings_fit_on_one(kit: Kit) -> None:
    items = items_of(kit, cards({"title": "Funds the bets"}, {"title": "Chooses aims"}, {"title": "Orders the work"}))
    titles = [text(items, f"card-{i}-title") for i in (1, 2, 3)]
    assert {len(title.body.lines) for title in titles} == {1}
    assert len({size(title) for title in titles}) == 1


def test_only_titles_that_are_too_long_for_a_line_are_broken_into_lines_of_like_width(kit: Kit) -> None:
    long = "Chooses the next problem to solve"
    items = items_of(kit, cards({"title": "Your team"}, {"title": long}, {"title": "The work"}))
    titles = [text(items, f"card-{i}-title") for i in (1, 2, 3)]
    assert [len(title.body.lines) for title in titles] == [1, 2, 1]
    assert len({title.box.h for title in titles}) == 1


@pytest.mark.parametrize(("count", "last"), [(5, 2), (7, 3)])
def test_the_cards_of_a_last_row_that_is_not_full_share_its_whole_width(kit: Kit, count: int, last: int) -> None:
    boxes = [items_of(kit, like(count))[f"card-{i}"].box for i in range(1, count + 1)]
    lower = boxes[-last:]
    assert len({box.h for box in boxes}) == 1
    assert len({box.y for box in lower}) == 1
    assert max(abs((box.w - lower[0].w).emu) for box in lower) <= 2
    assert abs((lower[-1].right - BODY.right).emu) <= 9


def test_icons_stand_close_above_titles_and_titles_have_air_below(kit: Kit) -> None:
    for count, box in ((2, BODY), (3, BODY), (2, ABOVE_FOOT), (6, BODY)):
        items = items_of(kit, like(count), box)
        icon, title, words = items["card-1-icon"], text(items, "card-1-title"), text(items, "card-1-text")
        assert title.box.bottom - title.body.height - icon.box.bottom <= inch(0.46)
        assert words.box.y - title.box.bottom >= inch(0.12 if size(title) >= 28 else 0.08)


def test_two_cards_above_a_callout_are_set_large(kit: Kit) -> None:
    said = "Often the product owner. In some companies the manager runs it every day. Ask whose name is on it here."
    block = cards(
        *({"title": title, "text": said, "icon": "list"} for title in ("Who keeps the list?", "Who says how to build?"))
    )
    items = items_of(kit, block, ABOVE_FOOT)
    assert size(text(items, "card-1-title")) == 24 and size(text(items, "card-1-text")) == 20


def test_values_of_two_cards_stand_at_the_foot_and_not_below_titles_beside_icons(kit: Kit) -> None:
    items = items_of(kit, like(2, label="You hand over", value="Price and budget"), ABOVE_FOOT)
    assert "card-1-value" in items and items["card-1-icon"].box.bottom < items["card-1-title"].box.y


def test_texts_that_would_end_on_a_stub_are_set_a_size_smaller(kit: Kit) -> None:
    for words in range(8, 20):
        said = " ".join(("Keeps", "the", "work", "in", "one", "order") * 4).split()[:words]
        items = items_of(kit, cards(*({"title": "Order", "text": " ".join(said)} for _ in range(3))))
        lines = text(items, "card-1-text").body.lines
        assert len(lines) == 1 or len("".join(piece.text for piece in lines[-1].pieces).split()) > 1


def test_a_subject_gives_its_colour_its_icon_and_its_name(kit: Kit) -> None:
    block = cards({"title": "Funds", "subject": "product-leader"}, {"title": "Orders", "subject": "product-owner"})
    items = items_of(kit, block)
    aside = text(items, "card-1-aside")
    assert aside.body.text == "Product leader"
    assert aside.body.paragraphs[0].runs[0].style.colour == Colour("accent3")
    assert "card-1-icon" in items


def test_a_card_may_have_a_colour_of_the_theme_that_is_no_roles(kit: Kit) -> None:
    items = items_of(
        kit, cards({"title": "It may slip", "icon": "flag", "value": "2 weeks", "colour": "accent5"}, {"title": "Plain"})
    )
    disc = items["card-1-icon"]
    assert isinstance(disc, GroupItem)
    assert any(isinstance(item, ShapeItem) and item.fill == Colour("accent5") for item in disc.items)
    with pytest.raises(ValidationError, match="'subject' or 'colour', not both"):
        cards({"title": "Funds", "subject": "product-leader", "colour": "accent5"})


def test_titles_that_are_all_numbers_are_figures_with_the_bold_words_as_their_titles(kit: Kit) -> None:
    block = cards(*({"title": n, "text": "**person per backlog.** Two would wait."} for n in ("1", "2 weeks", "70 %")))
    items = items_of(kit, block)
    assert [text(items, f"card-{i}-figure").body.text for i in (1, 2, 3)] == ["1", "2", "70 %"]
    assert size(text(items, "card-1-figure")) == 80
    assert text(items, "card-2-aside").body.text == "weeks"
    assert text(items, "card-1-title").body.text.split() == ["person", "per", "backlog."]


def test_short_titles_that_are_words_are_no_figures(kit: Kit) -> None:
    items = items_of(kit, cards({"title": "Bet"}, {"title": "7 of 10"}))
    assert "card-1-figure" not in items and text(items, "card-1-title").body.text == "Bet"


def test_values_stand_at_the_foot_of_high_cards_and_beside_the_icon_of_low_ones(kit: Kit) -> None:
    high, low = items_of(kit, like(3, label="You get", value="A list")), items_of(kit, like(6, label="You get", value="A list"))
    assert text(high, "card-1-value").box.bottom > BODY.bottom - inch(0.5)
    assert text(low, "card-1-aside").box.y < low["card-1-title"].box.y


def test_beside_a_callout_three_cards_are_rows_with_the_icon_at_the_left(kit: Kit) -> None:
    items = items_of(kit, like(3), BESIDE)
    assert [items[f"card-{i}"].box.w for i in (1, 2, 3)] == [BESIDE.w] * 3
    assert items["card-1-icon"].box.right < items["card-1-title"].box.x


def test_cards_with_too_much_to_say_are_refused_and_fit_after_a_split(kit: Kit) -> None:
    long = "Rank every item by its value, its risk and the cost of waiting, and tell everybody why it stands there today. " * 2
    block = cards(*({"title": "Order the work", "text": long} for _ in range(8)))
    assert isinstance(block.place(kit, BODY), Overflow)
    halves = block.split()
    assert halves and all(isinstance(half.place(kit, BODY), Placed) for half in halves)


def test_cards_left_out_by_tailoring_leave_the_others_to_fill_the_slide(kit: Kit) -> None:
    block = like(3)
    alone = block.model_copy(update={"cards": block.cards[:1]})
    card = items_of(kit, alone)["card-1"].box
    assert (card.x, card.y, card.w) == (BODY.x, BODY.y, BODY.w) and card.h >= BODY.h * 0.75
    assert block.model_copy(update={"cards": ()}).place(kit, BODY) == Placed(())


def test_three_figures_on_a_sheet_stand_side_by_side_and_other_cards_are_rows(sheet_kit: Kit) -> None:
    numbers = cards(*({"title": n, "text": "**person.** Only one."} for n in "120")).flow(sheet_kit, mm(182))
    rows = like(5).flow(sheet_kit, mm(104))
    assert (len(numbers.heights), len(rows.heights)) == (1, 5)
    drawn = numbers.draw(Box(ZERO, ZERO, mm(182), numbers.heights[0]), numbers.heights)
    assert len({item.box.y for item in drawn if item.mark.id.endswith("figure")}) == 1


def test_two_cards_of_the_whole_width_are_set_no_smaller_than_in_a_narrow_box(kit: Kit) -> None:
    pair = cards(
        {"title": "Who could say no?", "text": "That person decides.", "icon": "x"},
        {"title": "When must we know?", "text": "Ask now.", "icon": "clock"},
    )
    sizes = []
    for box in (BODY, BESIDE):
        result = pair.place(kit, box)
        assert isinstance(result, Placed)
        title = next(item for item in result.items if item.mark.id == "card-1-title")
        assert isinstance(title, TextItem)
        sizes.append(title.body.paragraphs[0].runs[0].style.size)
    assert sizes[0] >= sizes[1] and sizes[0].pt >= 24


def test_every_heading_is_quieter_than_the_title_of_the_slide(kit: Kit) -> None:
    for count in (1, 2, 3, 4):
        title = text(items_of(kit, like(count)), "card-1-title")
        assert size(title) < min(kit.theme.look.title.sizes)


def test_beside_icons_the_air_above_and_below_is_the_same_though_a_program_may_need_a_line_more(kit: Kit) -> None:
    said = "Developers and the Scrum Master. The product owner sits with them and talks to them every day."
    items = items_of(kit, cards(*({"title": "The team", "text": said, "icon": "list"} for _ in range(4))))
    card, words = items["card-1"].box, text(items, "card-1-text")
    above, below = items["card-1-icon"].box.y - card.y, card.bottom - words.box.y - words.body.height
    assert abs((above - below).pt) < 9


def test_icons_beside_texts_of_several_lines_stand_level_with_the_headings(kit: Kit) -> None:
    said = "The largest thing is read first. Make it the thing that matters most."
    items = items_of(kit, cards(*({"title": "Size", "text": said, "icon": "list"} for _ in range(4))))
    icon, title = items["card-1-icon"], text(items, "card-1-title")
    assert icon.box.right < title.box.x
    assert abs((icon.box.y + icon.box.h / 2 - title.box.y - title.box.h / 2).pt) < 1


def test_cards_of_a_few_words_are_lower_than_the_body_and_have_like_air_above_and_below(kit: Kit) -> None:
    items = items_of(kit, cards({"title": "Size", "text": "It is read first."}, {"title": "Weight", "text": "It is a voice."}))
    card, title, words = items["card-1"].box, text(items, "card-1-title"), text(items, "card-1-text")
    assert BODY.h * 0.6 < card.h < BODY.h * 0.8
    above, below = title.box.y - card.y, card.bottom - words.box.y - words.body.height
    assert above < below < above * 1.8
