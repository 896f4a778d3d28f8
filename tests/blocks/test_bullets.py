"""Points: one body placeholder, rules between rows, bands for two, numbers where the whole width is theirs."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.block import Depth, Overflow, Placed, facts_of
from generator.blocks.bullets import Bullets
from generator.geometry import Box, inch, mm
from generator.kit import Kit
from generator.page.items import Item, TextItem

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
LONGEST_LINE = inch(8.3)


def points(count: int, text: str = "Ask the owner the same day.") -> Bullets:
    """Like points, each with a lead and a text."""
    return Bullets.model_validate({"points": tuple({"lead": f"A story is unclear {i}", "text": text} for i in range(count))})


def items_of(kit: Kit, block: Bullets, box: Box) -> dict[str, Item]:
    """The placed items by their ids."""
    result = block.place(kit, box)
    assert isinstance(result, Placed)
    return {item.mark.id: item for item in result.items}


@pytest.mark.parametrize("count", [0, 61])
def test_no_point_and_more_than_sixty_are_refused(count: int) -> None:
    with pytest.raises(ValidationError, match="points"):
        points(count)


def test_an_unknown_key_of_a_point_is_told_once_without_the_other_form() -> None:
    with pytest.raises(ValidationError) as error:
        Bullets.model_validate({"points": ("Plain", "And another", {"led": "Wrong"})})
    assert [fault["type"] for fault in error.value.errors()] == ["extra_forbidden"]


@pytest.mark.parametrize("count", [3, 4, 5, 6, 7])
def test_all_points_fill_one_body_placeholder_as_a_real_list(kit: Kit, count: int) -> None:
    items = items_of(kit, points(count), BESIDE)
    bodies = [item for item in items.values() if isinstance(item, TextItem)]
    assert [item.slot for item in bodies] == ["body"]
    leads = [p for p in bodies[0].body.paragraphs if p.bullet]
    assert len(leads) == count and all("•" not in p.text for p in leads)
    assert sum(name.startswith("rule") for name in items) == count - 1


def test_rules_lie_half_way_between_the_points_around_them(kit: Kit) -> None:
    items = items_of(kit, points(4), BESIDE)
    text = items["points"]
    assert isinstance(text, TextItem)
    baselines = [line.baseline for line in text.body.lines]
    for number in (1, 2, 3):
        rule = items[f"rule-{number}"].box.y
        assert text.box.y + baselines[number * 2 - 1] < rule < text.box.y + baselines[number * 2]


def test_over_the_whole_width_rows_are_numbered_and_lines_stay_short_enough_to_read(kit: Kit) -> None:
    items = items_of(kit, points(5), BODY)
    assert all(f"point-{i}-number" in items for i in range(1, 6))
    assert items["points"].box.w <= LONGEST_LINE


def test_two_points_are_bands_without_a_placeholder(kit: Kit) -> None:
    items = items_of(kit, points(2), BODY)
    assert items["point-1"].box.h == items["point-2"].box.h
    assert not any(isinstance(item, TextItem) and item.slot for item in items.values())


def test_brief_drops_exactly_what_explains_the_leads_and_the_facts_it_says() -> None:
    full = Bullets.model_validate(
        {
            "points": (
                {"lead": "Lead", "text": "Text", "points": ("Sub",), "facts": ("own",)},
                {"text": "A text alone"},
                "A plain point",
            )
        }
    )
    brief = full.shorten(Depth.BRIEF)
    assert [str(p.lead or p.text) for p in brief.entries] == ["Lead", "A text alone", "A plain point"]
    assert [p.points for p in brief.entries] == [(), (), ()]
    assert facts_of(brief) == ("own",)


def test_points_with_too_much_to_say_are_refused_and_fit_after_a_split(kit: Kit) -> None:
    block = points(7, "Ask the product owner the same day, and write down what was said, word by word.")
    assert isinstance(block.place(kit, BESIDE), Overflow)
    halves = block.split()
    assert halves and all(isinstance(half.place(kit, BESIDE), Placed) for half in halves)


def test_on_a_sheet_a_lead_runs_into_a_text_that_goes_on_and_stands_above_one_that_does_not(sheet_kit: Kit) -> None:
    block = Bullets.model_validate(
        {"points": ({"lead": "A reason", "text": "with every no."}, {"lead": "Word", "text": "Its meaning."})}
    )
    flow = block.flow(sheet_kit, mm(88))
    box = Box(mm(0), mm(0), mm(88), flow.heights[0] + flow.heights[1])
    texts = [item for item in flow.draw(box, flow.heights) if isinstance(item, TextItem)]
    assert [len(item.body.paragraphs) for item in texts] == [1, 2]


def test_on_a_sheet_leads_stand_above_sentences_where_they_would_wrap_anyway(sheet_kit: Kit) -> None:
    long, short = "Shows who is behind the story.", "Shows who."
    for text, count in ((long, 2), (short, 1)):
        block = Bullets.model_validate({"points": ({"lead": "“Who asked for this first?”", "text": text},) * 2})
        flow = block.flow(sheet_kit, mm(73))
        box = Box(mm(0), mm(0), mm(73), flow.heights[0] * 2)
        texts = [item for item in flow.draw(box, flow.heights) if isinstance(item, TextItem)]
        assert [len(item.body.paragraphs) for item in texts] == [count] * 2


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_sentences_alone_are_equal_rows_with_small_numbers_and_text_over_the_whole_width(kit: Kit, count: int) -> None:
    sentence = "Tell a product leader from a product manager by a question."
    items = items_of(kit, Bullets.model_validate({"points": (sentence,) * count}), BODY)
    assert len({items[f"point-{i}"].box.h for i in range(1, count + 1)}) == 1
    number, text = items["point-1-number"], items["point-1-text"]
    assert isinstance(number, TextItem) and isinstance(text, TextItem)
    assert number.body.paragraphs[0].runs[0].style.size.pt == 36
    assert text.body.paragraphs[0].runs[0].style.size.pt == 24
    assert text.box.w > inch(10)


def test_rows_have_more_air_where_a_point_has_further_points(kit: Kit) -> None:
    plain = [{"lead": f"Analysis and planning {i}", "text": "Opens data before giving an opinion."} for i in range(4)]
    last = {"lead": "Enough technology", "points": ("Asks what is slow or risky", "Knows the field well enough")}
    text = items_of(kit, Bullets.model_validate({"points": (*plain, last)}), BESIDE)["points"]
    assert isinstance(text, TextItem)
    leads = [p for p in text.body.paragraphs if p.runs[0].style.bold]
    assert min(lead.before for lead in leads).pt >= 18


def test_leads_of_two_bands_take_the_same_number_of_lines(kit: Kit) -> None:
    leads = ("Nothing is promised outside the list", "Every question gets an answer the same day")
    items = items_of(kit, Bullets.model_validate({"points": tuple({"lead": lead, "text": "Said once."} for lead in leads)}), BODY)
    texts = [items[f"point-{i}-text"] for i in (1, 2)]
    assert all(isinstance(text, TextItem) for text in texts)
    counts = {sum(line.paragraph == 0 for line in text.body.lines) for text in texts if isinstance(text, TextItem)}
    assert len(counts) == 1


@pytest.mark.parametrize("count", [6, 7])
def test_six_and_seven_points_stand_beside_their_texts_with_air_between_words_and_rules(kit: Kit, count: int) -> None:
    items = items_of(kit, points(count), BODY)
    rows = [(items[f"point-{n}-lead"], items[f"point-{n}-text"]) for n in range(1, count + 1)]
    for lead, text in rows:
        assert isinstance(lead, TextItem) and isinstance(text, TextItem)
        assert lead.box.right < text.box.x and lead.box.y == text.box.y
        assert (text.box.h - text.body.height) / 2 >= inch(0.12) and (lead.box.h - lead.body.height) / 2 >= inch(0.12)
    assert abs((rows[-1][1].box.bottom - BODY.bottom).pt) < 0.1


def test_points_with_leads_too_long_to_stand_beside_their_texts_fill_two_columns(kit: Kit) -> None:
    point = {"lead": "A story is unclear to half of the people in the team", "text": "Ask the owner the same day."}
    items = items_of(kit, Bullets.model_validate({"points": (point,) * 6}), BODY)
    texts = [items[f"point-{n}-text"].box for n in range(1, 7)]
    assert [box.y for box in texts[:3]] == [box.y for box in texts[3:]] and texts[0].right < texts[3].x


def test_a_sentence_of_the_objectives_breaks_only_where_its_line_is_full(kit: Kit) -> None:
    long = "Tell whether titles, texts and figures are large enough for the room you have."
    text = items_of(kit, Bullets.model_validate({"points": (long, "Tell roles apart.", "Choose a block.")}), BODY)["point-1-text"]
    assert isinstance(text, TextItem)
    first, *_ = text.body.lines
    assert first.pieces[-1].x + first.pieces[-1].width > text.box.w * 0.75


def test_short_texts_stand_away_from_their_leads_but_not_so_far_that_the_eye_loses_the_row(kit: Kit) -> None:
    items = items_of(kit, points(7, "Said once."), BODY)
    text, lead = items["point-1-text"], items["point-1-lead"]
    assert isinstance(text, TextItem)
    assert BODY.w * 0.2 < text.box.x - lead.box.x < BODY.w * 0.3
    long = items_of(kit, points(7, "Ask the owner the same day, in writing, with one figure, and say by when."), BODY)
    assert long["point-1-text"].box.x < text.box.x
