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
    assert sizes[0] == 24
    assert 18 <= sizes[1] < 24


def test_a_word_as_the_label_of_a_bar_stands_below_the_name_of_its_tone_and_its_text_is_not_cut_in_two(kit: Kit) -> None:
    text = "To switch a product off on purpose, with notice and a way out for its users."
    items = items_of(kit, callout(tone="word", place="foot", label="Retire", text=text), FOOT)
    label, told = items["label"], items["text"]
    assert isinstance(label, TextItem) and isinstance(told, TextItem)
    assert label.body.text == f"{kit.words.say('word_explained')}\nRetire"
    assert len(told.body.lines) == 1


def test_in_a_panel_one_gap_stands_above_and_below_every_rule(kit: Kit) -> None:
    pairs = ({"when": "It changes order or acceptance", "then": "Ask the owner"}, {"when": "Else", "then": "Ask the manager"})
    items = items_of(kit, callout(text="Answer once, in writing, to both.", pairs=pairs, closing="One thread."), SIDE)
    parts = [items[name].box for name in ("text", "pair-1", "pair-2", "closing")]
    rules = [items[f"{name}-rule"].box.y for name in ("text", "pair-1", "pair-2", "closing")]
    below = [(part.y - rule).emu for part, rule in zip(parts, rules, strict=True)]
    above = [(rule - part.bottom).emu for part, rule in zip(parts, rules[1:-1], strict=False)]
    assert max(below + above) - min(below + above) <= 3
    assert min(below) >= inch(0.12).emu


@pytest.mark.parametrize("text", ["Check your team's agreement, if it changes only the method", "It changes order or acceptance"])
def test_no_text_of_a_panel_ends_on_a_stub_where_that_can_be_avoided(kit: Kit, text: str) -> None:
    item = items_of(kit, callout(pairs=({"when": text, "then": "Ask the owner"},)), SIDE)["pair-1"]
    assert isinstance(item, TextItem)
    last = [line for line in item.body.lines if line.paragraph == 0][-1]
    assert last.pieces[-1].x + last.pieces[-1].width > item.box.w * 0.3


@pytest.mark.parametrize("size", [(2.25, 3.4), (2.1, 5.5), (2.6, 4.0)])
def test_in_a_narrow_panel_the_label_stands_below_its_disc_or_alone(kit: Kit, look, size: tuple[float, float]) -> None:
    box = Box(inch(5), inch(1.5), inch(size[0]), inch(size[1]))
    result = Callout.model_validate({"label": "Rule of thumb", "text": "Ask for a date or a check."}).place(kit, box)
    assert isinstance(result, Placed)
    assert look.outside(result.items, box) == look.loose(result.items) == []


def test_text_pairs_and_closing_may_stand_on_slides_of_their_own() -> None:
    pairs = ({"when": "If A", "then": "Ask B"}, {"when": "If C", "then": "Ask D"})
    block = Callout.model_validate({"label": "Rule", "text": "Ask.", "pairs": pairs, "closing": "Not sure? Ask."})
    text, rest = block.split() or ()
    assert (text.pairs, text.closing, rest.text, len(rest.pairs)) == ((), None, None, 2)
    assert [len(half.pairs) for half in rest.split() or ()] == [1, 1]


def test_a_bar_is_no_higher_than_its_label_on_one_line_needs(kit: Kit, look) -> None:
    told = {"label": "Rule of thumb", "text": "Ask for a date or a check.", "place": "foot"}
    box = Box(inch(0.6), inch(5), inch(7), inch(0.5))
    result = Callout.model_validate(told).place(kit, box)
    assert isinstance(result, Placed)
    assert look.outside(result.items, box) == look.loose(result.items) == []
    assert len(next(item for item in result.items if item.mark.id == "label").body.lines) == 1


def test_the_text_of_a_panel_stands_right_below_its_head_and_the_closing_at_its_foot(kit: Kit) -> None:
    items = items_of(kit, callout(text="Say one thing.", closing="Twice."), SIDE)
    assert items["text"].box.y - items["text-rule"].box.y <= inch(0.25)
    assert SIDE.bottom - items["closing"].box.bottom <= inch(0.35)


def test_heads_and_first_rules_stand_alike_on_every_panel_with_room(kit: Kit) -> None:
    pair = {"when": "It changes the roadmap", "then": "Ask the manager"}
    blocks = (callout(text="Say one thing."), callout(text="Say it.", closing="Twice."), callout(pairs=(pair, pair)))
    rules = [items_of(kit, block, SIDE) for block in blocks]
    assert len({next(item.box.y for name, item in items.items() if name.endswith("rule")).emu for items in rules}) == 1


def test_on_a_panel_one_thing_is_bold_the_first_sentence_unless_the_author_or_a_pair_has_the_stress(kit: Kit) -> None:
    more = " Where you need a breath, a full stop is missing, and where you need two, a paragraph is."
    pair = {"when": "It must be seen", "then": "Say it"}
    for fields, bold in (
        ({"text": "Read it aloud."}, [True]),
        ({"text": "Read it aloud." + more}, [True, False]),
        ({"text": "Read it **aloud**."}, [False]),
        ({"text": "Read it aloud.", "pairs": (pair,)}, [False]),
    ):
        text = items_of(kit, callout(**fields), SIDE)["text"]
        assert isinstance(text, TextItem)
        assert [p.runs[0].style.bold for p in text.body.paragraphs] == bold


def test_a_bold_sentence_of_a_panel_stands_in_lines_of_like_length_instead_of_ending_on_a_stub(kit: Kit) -> None:
    for said in ("Every piece moves another one. Only the owner sees which.", "Smaller type says that none of it matters."):
        text = items_of(kit, callout(text=said), SIDE)["text"]
        assert isinstance(text, TextItem)
        widths = [line.pieces[-1].x + line.pieces[-1].width for line in text.body.lines]
        assert min(widths) > max(widths) * 0.55
        assert text.body.text.replace("\n", " ") == said
