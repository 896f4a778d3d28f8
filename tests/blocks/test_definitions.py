"""Definitions: two or three terms in bands, more in ruled rows or two columns; on paper a column of terms."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.block import Depth, Overflow, Placed
from generator.blocks.definitions import Definitions
from generator.geometry import ZERO, Box, inch, mm, total
from generator.kit import Kit
from generator.page.items import Item, TextItem

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
SMALL = Box(inch(0.6), inch(1.5), inch(5.4), inch(5.2))


def terms(count: int, means: str = "The one ordered list of work for a team.", example: str = "") -> Definitions:
    """Like terms."""
    more = {"example": example} if example else {}
    return Definitions.model_validate({"terms": tuple({"term": f"Backlog {i}", "means": means, **more} for i in range(count))})


def items_of(kit: Kit, block: Definitions, box: Box = BODY) -> dict[str, Item]:
    """The placed items by their ids."""
    result = block.place(kit, box)
    assert isinstance(result, Placed), result
    return {item.mark.id: item for item in result.items}


def texts(items: dict[str, Item], part: str) -> list[TextItem]:
    """The texts of one part of all terms."""
    return [item for name, item in items.items() if name.endswith(f"-{part}") and isinstance(item, TextItem)]


@pytest.mark.parametrize("count", [0, 41])
def test_no_term_and_more_than_forty_are_refused(count: int) -> None:
    with pytest.raises(ValidationError, match="terms"):
        terms(count)


@pytest.mark.parametrize("count", [2, 3])
def test_few_terms_are_equal_bands_no_higher_than_their_words_can_bear(kit: Kit, count: int) -> None:
    items = items_of(kit, terms(count))
    bands = [items[f"term-{n}"].box for n in range(1, count + 1)]
    assert len({(band.w, band.h) for band in bands}) == 1
    assert bands[0].y == BODY.y and BODY.y + BODY.h * 0.6 < bands[-1].bottom < BODY.bottom - inch(0.5)


def test_a_term_stands_on_one_line_with_the_first_words_of_its_meaning(kit: Kit) -> None:
    items = items_of(kit, terms(4, example="The list that Tom keeps for his team."))
    for name, said in zip(texts(items, "name"), texts(items, "text"), strict=True):
        base = [
            t.box.y + t.body.paragraphs[0].runs[0].style.size * (t.body.paragraphs[0].line_height - 0.215) for t in (name, said)
        ]
        assert abs((base[0] - base[1]).pt) < 0.1


def test_meanings_that_fit_on_a_line_do_not_wrap_to_make_room_for_examples(kit: Kit) -> None:
    items = items_of(
        kit, terms(4, "The order in which the eye meets things on a page.", "Title first, then the figure, then the rest.")
    )
    assert all(len(said.body.lines) == 2 for said in texts(items, "text"))


@pytest.mark.parametrize("count", [4, 6, 8])
def test_more_terms_are_rows_of_one_height_with_rules_between_them(kit: Kit, count: int) -> None:
    items = items_of(kit, terms(count))
    rows = [item.box for item in texts(items, "text")]
    assert len({row.h for row in rows}) == 1 and len({row.x for row in rows}) == 1
    assert sum(name.endswith("-rule") for name in items) == count - 1
    assert abs((rows[-1].bottom - BODY.bottom).pt) < 0.1


def test_terms_are_bold_in_the_documents_colour_left_of_their_meanings(kit: Kit) -> None:
    items = items_of(kit, terms(4))
    for name, text in zip(texts(items, "name"), texts(items, "text"), strict=True):
        style = name.body.paragraphs[0].runs[0].style
        assert style.bold and style.colour == kit.accent
        assert name.box.right < text.box.x


def test_an_example_is_quiet_and_said_to_be_one(kit: Kit) -> None:
    text = texts(items_of(kit, terms(3, example="A checkout error.")), "text")[0]
    last = text.body.paragraphs[-1]
    assert last.text == "Example: A checkout error."
    assert last.runs[-1].style.colour == kit.quiet


def test_in_a_small_box_meanings_stand_below_their_terms(kit: Kit) -> None:
    items = items_of(kit, terms(4), SMALL)
    assert not texts(items, "name")
    assert all(text.body.paragraphs[0].text.startswith("Backlog") for text in texts(items, "text"))


def test_in_two_columns_terms_of_a_row_begin_at_one_height(kit: Kit) -> None:
    long = "The one ordered list of work for a team, kept by its owner and read by everybody who asks."
    items = items_of(kit, terms(6, long * 2), Box(BODY.x, BODY.y, BODY.w, inch(6)))
    placed = texts(items, "text")
    if len({text.box.x for text in placed}) == 2:
        assert [t.box.y for t in placed[:3]] == [t.box.y for t in placed[3:]]


def test_brief_drops_the_examples_and_nothing_else() -> None:
    brief = terms(3, example="A checkout error.").shorten(Depth.BRIEF)
    assert brief == terms(3)


def test_halves_say_together_what_the_whole_says() -> None:
    whole = terms(5)
    halves = whole.split()
    assert halves and halves[0].terms + halves[1].terms == whole.terms


def test_long_meanings_are_refused_with_what_they_need(kit: Kit) -> None:
    result = terms(8, "The one ordered list of work for a team. " * 10).place(kit, BODY)
    assert isinstance(result, Overflow) and result.need > result.have


def test_on_a_sheet_terms_have_a_column_and_in_a_narrow_one_stand_in_their_line(sheet_kit: Kit) -> None:
    for width, columns in ((182, True), (57, False)):
        flow = terms(4).flow(sheet_kit, mm(width))
        items = {i.mark.id: i for i in flow.draw(Box(ZERO, ZERO, mm(width), total(flow.heights)), flow.heights)}
        assert bool(texts(items, "name")) is columns
        assert "hairline-4" not in items


def test_four_examples_stand_in_a_column_that_says_once_what_they_are(kit: Kit) -> None:
    items = items_of(kit, terms(4, example="A checkout error."))
    examples = texts(items, "example")
    assert [text.body.paragraphs[0].text for text in examples] == ["A checkout error."] * 4
    head = items["examples"]
    assert isinstance(head, TextItem) and head.body.paragraphs[0].text == "Example"
    assert {text.box.x for text in (*examples, head)} == {head.box.x}
