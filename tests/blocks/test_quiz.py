"""Quizzes: the question tells nothing of the answer, the next slide shows it in the same places."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from generator.block import Overflow, Placed, facts_of
from generator.blocks._panel import sentences
from generator.blocks.quiz import Quiz
from generator.geometry import ZERO, Box, inch, mm
from generator.kit import Kit
from generator.notation.inline import Rich, parse_inline
from generator.page.colour import Colour
from generator.page.items import Item, ShapeItem, TextItem

BODY = Box(inch(0.6), inch(1.9), inch(12.133), inch(4.8))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
ABOVE = Box(inch(0.6), inch(1.5), inch(12.133), inch(4.05))
BOXES = {"body": BODY, "beside a callout": BESIDE, "above a callout": ABOVE}
SECRET = {"answer": "The owner decides", "why": "A late item pushes another out", "say": "Tell sales what it is worth"}
TITLES = ("Sales director", "Product owner", "Product manager", "Developer")


def quiz(*rights: bool, **more: object) -> Quiz:
    """A quiz with an option for each flag."""
    options = tuple({"title": TITLES[i], "text": f"Reason number {i}", "right": flag} for i, flag in enumerate(rights))
    return Quiz.model_validate({"options": options, "how": "Pick one in pairs. Vote by hand.", **SECRET, **more})


PANEL = {"panel", *(f"panel-{part}" for part in ("sign", "label", "text-rule", "text", "foot-rule", "foot"))}
USUAL = quiz(False, True, False, False)


def items_of(kit: Kit, block: Quiz, box: Box = BODY) -> Mapping[str, Item]:
    """The placed items by their ids."""
    result = block.place(kit, box)
    assert isinstance(result, Placed), result
    return {item.mark.id: item for item in result.items}


def answered(block: Quiz) -> Quiz:
    """The block on the next slide."""
    after = block.then()
    assert after is not None
    return after


@pytest.mark.parametrize(
    ("rights", "message"),
    [
        ((False, False), "no option of the quiz is right; mark one"),
        ((True, True, False), "2 options of the quiz are right; keep"),
    ],
)
def test_a_quiz_has_exactly_one_right_option(rights: tuple[bool, ...], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        quiz(*rights)


def test_a_quiz_without_an_answer_is_refused() -> None:
    with pytest.raises(ValidationError, match="no `answer`; write the title of the slide"):
        quiz(True, False, answer=None)


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_the_slide_that_asks_is_the_same_whether_the_answer_is_known_or_not(kit: Kit, box: Box) -> None:
    assert items_of(kit, USUAL, box) == items_of(kit, USUAL.shared(), box)


def test_nothing_of_the_answer_is_left_in_the_shared_block() -> None:
    for block in (USUAL, answered(USUAL)):
        shared = block.shared()
        assert not any(secret in repr(shared) for secret in SECRET.values())
        assert "right=True" not in repr(shared)
        assert shared.then() is None
        assert shared.shared() == shared


def test_the_answer_is_the_title_of_the_next_slide_and_there_is_no_third() -> None:
    after = answered(USUAL)
    assert str(after.title) == SECRET["answer"]
    assert after.then() is None


def test_a_fact_of_an_option_is_said_by_both_slides() -> None:
    options = ({"title": "Owner", "right": True, "facts": ("owner-orders",)}, {"title": "Nobody"})
    block = Quiz.model_validate({"options": options, **SECRET})
    assert facts_of(block) == facts_of(answered(block)) == ("owner-orders",)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_question_and_answer_have_the_same_cards(kit: Kit, count: int) -> None:
    block = quiz(*(i == 1 for i in range(count)))
    ids = [f"option-{letter}" for letter in "abcd"[:count]]
    before, after = items_of(kit, block), items_of(kit, answered(block))
    assert [before[id_].box for id_ in ids] == [after[id_].box for id_ in ids]
    assert len({(before[id_].box.w, before[id_].box.h) for id_ in ids}) == 1
    assert [before[f"{id_}-text"].box for id_ in ids] == [after[f"{id_}-text"].box for id_ in ids]


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_the_right_option_alone_is_green_and_carries_tick_and_words(kit: Kit, look, box: Box) -> None:
    items = items_of(kit, answered(USUAL), box)
    green = [id_ for id_, item in items.items() if isinstance(item, ShapeItem) and item.fill == Colour("accent4")]
    assert green == ["option-b"]
    assert [item.mark.id for item in look.flat(items.values()) if item.mark.id.endswith("tick")] == ["option-b-tick"]
    assert look.words(items.values()).count("Right answer") == 1


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_every_word_stands_in_its_box_on_both_slides(kit: Kit, look, box: Box) -> None:
    for block, words in ((USUAL, ("Pick one in pairs.", "Vote by hand.")), (answered(USUAL), (SECRET["why"], SECRET["say"]))):
        items = items_of(kit, block, box).values()
        assert look.outside(items, box) == []
        assert look.loose(items) == []
        assert look.pale(kit, items, kit.paper) == []
        assert look.filled(items, box) > 0.98
        said = look.words(items)
        assert all(text in said for text in (*words, *TITLES, "Reason number 3"))


def test_without_a_reason_the_panel_names_the_right_option(kit: Kit, look) -> None:
    block = quiz(False, True, why=None, say=None, how=None)
    assert "B · Product owner" in look.words([items_of(kit, answered(block))["panel-text"]])
    assert "Choose one option" in look.words([items_of(kit, block)["panel-text"]])


def test_absurd_options_are_refused(kit: Kit) -> None:
    options = tuple({"title": "responsibilities " * 60, "right": i == 0} for i in range(4))
    result = Quiz.model_validate({"options": options, **SECRET}).place(kit, BODY)
    assert isinstance(result, Overflow)
    assert result.need > result.have


@pytest.mark.parametrize("width", [182, 104, 74, 57])
def test_a_sheet_has_boxes_to_tick_and_never_the_answer(sheet_kit: Kit, look, width: int) -> None:
    for block in (USUAL, answered(USUAL)):
        flow = block.flow(sheet_kit, mm(width))
        box = Box(ZERO, ZERO, mm(width), sum(flow.heights[1:], flow.heights[0]))
        items = flow.draw(box, flow.heights)
        assert look.outside(items, box) == []
        assert look.loose(items) == []
        assert sum(item.mark.id.endswith("-box") for item in items) == 4
        assert flow.draw(box, flow.heights) == block.shared().flow(sheet_kit, mm(width)).draw(box, flow.heights)
        assert not any(secret in look.words(items) for secret in (*SECRET.values(), "Right answer"))


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("Pick **one** answer. Vote by *hand*.", "Pick one answer.", "Vote by hand."),
        ("Pick one", "Pick one", ""),
        ("Ask e.g. Tom. Then vote.", "Ask e.g. Tom.", "Then vote."),
    ],
)
def test_the_first_sentence_is_told_from_the_others(text: str, first: str, rest: str) -> None:
    assert tuple(map(str, sentences(parse_inline(text)))) == (first, rest)


def test_of_a_long_reason_only_the_first_sentence_is_bold(kit: Kit) -> None:
    why = "The manager keeps the roadmap. The owner says what moving it costs the team, and the leader hears of it afterwards."
    text = items_of(kit, answered(quiz(False, True, why=why)))["panel-text"]
    assert isinstance(text, TextItem)
    assert [p.runs[0].style.bold for p in text.body.paragraphs] == [True, False]


def test_an_options_text_ends_on_no_single_word(kit: Kit) -> None:
    block = quiz(True, False)
    options = tuple(o.model_copy(update={"text": Rich.plain("Against what they know of the code")}) for o in block.options)
    text = items_of(kit, block.model_copy(update={"options": options}))["option-b-text"]
    assert isinstance(text, TextItem)
    assert len("".join(piece.text for piece in text.body.lines[-1].pieces).split()) > 1


def test_options_stay_together_and_what_explains_them_follows_with_the_right_one_still_shown(kit: Kit) -> None:
    block = answered(USUAL)
    options, panel = block.split() or ()
    assert len(options.options) == len(block.options) and "panel" not in items_of(kit, options, BODY)
    assert set(items_of(kit, panel, BODY)) == PANEL
    titles, details = options.split() or ()
    assert len(titles.options) == len(block.options) and not any(option.text for option in titles.options)
    assert all(half.answered for half in details.split() or ())


def test_the_panels_text_stands_right_below_its_head_and_the_rest_at_its_foot(kit: Kit) -> None:
    items = items_of(kit, USUAL)
    rule, text, foot, ground = (items[f"panel{name}"].box for name in ("-text-rule", "-text", "-foot", ""))
    assert text.y - rule.y <= inch(0.25)
    assert ground.bottom - foot.bottom <= inch(0.35)
    assert items["panel-foot-rule"].box.y - text.bottom >= inch(0.2)


def test_an_options_words_stay_near_its_letter_however_high_the_cards_are(kit: Kit) -> None:
    for high in (4.0, 4.8, 5.2):
        items = items_of(kit, USUAL, Box(inch(0.6), inch(1.5), inch(12.133), inch(high)))
        card, letter, text = (items[f"option-a{name}"].box for name in ("", "-letter", "-text"))
        between, above = text.y - letter.bottom, letter.y - card.y
        assert between <= inch(0.4) and above >= between - inch(0.01)
        assert len({items[f"option-{name}-text"].box.y - items[f"option-{name}"].box.y for name in "abcd"}) == 1
