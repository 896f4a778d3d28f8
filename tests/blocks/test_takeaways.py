"""Takeaways: numbered rows with equal air, the next steps on a solid panel of equal steps."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.block import Overflow, Placed
from generator.blocks.takeaways import Takeaways
from generator.geometry import Box, inch, mm
from generator.kit import Kit
from generator.page.items import Item, ShapeItem, TextItem

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
SQUARE = Box(inch(0.5), inch(1.4), inch(8.5), inch(5.4))


def keep(count: int, steps: int, text: str = "The order is the owner’s.") -> Takeaways:
    """Like points and steps."""
    next_ = tuple({"when": f"Week {i}", "text": "Read the top ten.", "icon": "search"} for i in range(steps))
    return Takeaways.model_validate({"points": ({"title": "Name the role", "text": text},) * count, "next": next_})


def items_of(kit: Kit, block: Takeaways, box: Box = BODY) -> dict[str, Item]:
    """The placed items by their ids."""
    result = block.place(kit, box)
    assert isinstance(result, Placed)
    return {item.mark.id: item for item in result.items}


@pytest.mark.parametrize(("count", "steps"), [(0, 2), (13, 2), (3, 4)])
def test_too_few_and_too_many_points_or_steps_are_refused(count: int, steps: int) -> None:
    with pytest.raises(ValidationError):
        keep(count, steps)


def test_the_panel_is_solid_as_high_as_the_body_and_right_of_the_rows(kit: Kit) -> None:
    items = items_of(kit, keep(3, 3))
    panel = items["next"]
    assert isinstance(panel, ShapeItem) and panel.fill == kit.accent
    assert (panel.box.y, panel.box.bottom, panel.box.right) == (BODY.y, BODY.bottom, BODY.right)
    assert items["point-1-text"].box.right < panel.box.x


def test_a_longer_point_has_a_higher_row_so_that_all_have_the_same_air(kit: Kit) -> None:
    long = "The order of the work is the owner’s, and so is the answer to whoever asks why it is this one and no other."
    points = tuple({"title": "Name the role", "text": text} for text in (long, "Short.", "Short too."))
    items = items_of(kit, Takeaways.model_validate({"points": points, "next": ({"when": "Today", "text": "Read."},)}))
    texts = [item for item in (items[f"point-{i}-text"] for i in (1, 2, 3)) if isinstance(item, TextItem)]
    assert texts[0].box.h > texts[1].box.h
    air = [(text.box.h - text.body.height).pt for text in texts]
    assert max(air) - min(air) < 2


def test_steps_stand_at_equal_distances_each_under_a_rule(kit: Kit) -> None:
    items = items_of(kit, keep(3, 3))
    rules = [items[f"next-{i}-rule"].box.y for i in (1, 2, 3)]
    assert abs((rules[1] - rules[0]).emu - (rules[2] - rules[1]).emu) <= 2
    assert all(rules[i] < items[f"next-{i + 1}-text"].box.y for i in range(3))


def test_rules_in_the_panel_are_as_far_from_the_words_above_as_from_those_below_however_long_a_step_is(kit: Kit) -> None:
    long = "Write down who chooses between our products, and label your work."
    steps = tuple({"when": f"Week {i}", "text": text} for i, text in enumerate((long, "Read the top ten.", long)))
    items = items_of(kit, Takeaways.model_validate({"points": ({"title": "Name the role"},) * 3, "next": steps}))
    above = [items["next-heading"], items["next-1-text"], items["next-2-text"]]
    ends = [item.box.y + item.body.height for item in above if isinstance(item, TextItem)]
    rules, texts = ([items[f"next-{i}-{part}"].box.y for i in (1, 2, 3)] for part in ("rule", "text"))
    gaps = [(rule - end, text - rule) for rule, end, text in zip(rules, ends, texts, strict=True)]
    assert all(abs((over - under).pt) < 4 for over, under in gaps)


def test_a_single_step_stands_right_below_the_panels_heading(kit: Kit) -> None:
    items = items_of(kit, keep(3, 1))
    assert items["next-1-text"].box.y < BODY.y + BODY.h / 2


def test_numbers_stand_in_the_middle_of_rows_of_equal_height(kit: Kit) -> None:
    items = items_of(kit, keep(4, 2))
    numbers = [items[f"point-{i}-number"] for i in range(1, 5)]
    assert [item.body.text for item in numbers if isinstance(item, TextItem)] == ["1", "2", "3", "4"]
    assert max(n.box.h for n in numbers) - min(n.box.h for n in numbers) <= mm(0.01)


def test_in_a_narrow_box_the_panel_stands_below(kit: Kit) -> None:
    items = items_of(kit, keep(2, 2), SQUARE)
    assert items["next"].box.y > items["point-2-text"].box.y
    assert items["next"].box.w == SQUARE.w


def test_without_steps_rows_take_the_whole_width(kit: Kit) -> None:
    items = items_of(kit, keep(3, 0))
    assert "next" not in items and items["point-1"].box.w == BODY.w


def test_halves_keep_the_steps_with_the_last_points(kit: Kit) -> None:
    block = keep(4, 3, "The order is the owner’s, and everybody knows where to find it and whom to ask about it. " * 3)
    assert isinstance(block.place(kit, BODY), Overflow)
    halves = block.split()
    assert halves and [len(half.next) for half in halves] == [0, 3]


def test_steps_stand_under_do_next_with_equal_air_above_and_below_their_rules(kit: Kit) -> None:
    items = items_of(kit, keep(3, 3))
    heading = items["next-heading"]
    assert isinstance(heading, TextItem) and heading.body.text == kit.words.say("do_next")
    rules = [items[f"next-{i}-rule"].box.y for i in (1, 2, 3)]
    texts = [items[f"next-{i}-text"].box for i in (1, 2, 3)]
    air = [text.y - rule for text, rule in zip(texts, rules, strict=True)]
    assert max(air) - min(air) <= mm(0.1) and air[0] >= inch(0.13)
    assert abs((rules[1] - texts[0].bottom - air[0]).emu) <= 9


def test_large_steps_take_three_lines_at_most(kit: Kit) -> None:
    said = "Write down who chooses between our products and why that name stands there this year, then ask."
    next_ = ({"when": "Today", "text": said, "icon": "search"},) * 2
    points = ({"title": "Name the role", "text": "The order is the owner’s."},) * 3
    text = items_of(kit, Takeaways.model_validate({"points": points, "next": next_}))["next-1-text"]
    assert isinstance(text, TextItem)
    assert text.body.paragraphs[0].runs[0].style.size.pt == 18 or len(text.body.lines) <= 4


def test_points_on_the_second_slide_go_on_counting(kit: Kit) -> None:
    halves = keep(4, 2).split()
    assert halves
    number = items_of(kit, halves[1])["point-1-number"]
    assert isinstance(number, TextItem) and number.body.text == "3"


def test_two_points_without_steps_stand_on_bands_that_fill_the_width(kit: Kit) -> None:
    items = items_of(kit, keep(2, 0))
    assert {items[f"point-{i}"].box.w for i in (1, 2)} == {BODY.w}
    assert items["point-2"].box.bottom == BODY.bottom
