"""Callouts: a panel at the side or a bar at the foot, in the colours of their tone."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.block import Placed
from generator.blocks.callout import Callout
from generator.geometry import Box, inch
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import Item, ShapeItem, TextItem

SIDE = Box(inch(8.822), inch(1.5), inch(3.911), inch(5.2))
FOOT = Box(inch(0.6), inch(5.75), inch(12.133), inch(0.95))


def callout(**fields: object) -> Callout:
    """A callout with a label."""
    return Callout.model_validate({"label": "Careful", **fields})


def items_of(kit: Kit, block: Callout, box: Box) -> dict[str, Item]:
    """The placed items by their ids."""
    result = block.place(kit, box)
    assert isinstance(result, Placed)
    return {item.mark.id: item for item in result.items}


def test_where_a_callout_stands_is_said_by_the_key_place() -> None:
    assert not callout(text="A").at_foot
    assert callout(text="A", place="foot").at_foot


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "a label alone says nothing; give it 'text', 'pairs' or 'number'"),
        ({"place": "foot", "number": "5"}, "at the foot without 'text'"),
        ({"place": "foot", "text": "A", "closing": "B"}, "'closing' has no room in a callout at the foot"),
    ],
)
def test_a_callout_that_cannot_be_shown_as_written_is_refused(fields: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        callout(**fields)


def test_a_request_stands_on_ink_and_a_warning_on_its_own_tint(kit: Kit) -> None:
    grounds = []
    for tone in ("ask", "warn", "note"):
        ground = items_of(kit, callout(tone=tone, place="foot", text="Name who decides"), FOOT)["ground"]
        assert isinstance(ground, ShapeItem)
        grounds.append(ground.fill)
    assert grounds == [kit.ink, kit.tint("accent5"), kit.tint()]


def test_a_word_that_begins_the_text_in_bold_stands_apart_from_its_meaning(kit: Kit) -> None:
    items = items_of(kit, callout(tone="word", place="foot", text="**Bet**: work that may pay off later."), FOOT)
    label, text = items["label"], items["text"]
    assert isinstance(label, TextItem) and isinstance(text, TextItem)
    assert label.body.text == "Careful\nBet"
    assert text.body.text == "Work that may pay off later."


def test_what_to_do_has_the_colour_of_its_subject(kit: Kit) -> None:
    pairs = ({"when": "It changes the roadmap", "then": "Ask the manager", "subject": "product-manager"},)
    pair = items_of(kit, callout(pairs=pairs), SIDE)["pair-1"]
    assert isinstance(pair, TextItem)
    assert pair.body.paragraphs[1].runs[0].style.colour == Colour("accent1")


def test_short_texts_are_set_larger_than_long_ones(kit: Kit) -> None:
    sizes = []
    for text in ("Ask first.", "Thank them, point to the list, and tell the owner the same day, every time it happens. " * 2):
        item = items_of(kit, callout(text=text, closing="Really."), SIDE)["text"]
        assert isinstance(item, TextItem)
        sizes.append(item.body.paragraphs[0].runs[0].style.size.pt)
    assert sizes[0] == 28
    assert 18 <= sizes[1] < 28
