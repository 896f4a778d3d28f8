"""Processes: chevrons in the colour of who decides, cards of one size with fields in line, rows where it is narrow."""

from __future__ import annotations

import itertools

import pytest
from pydantic import ValidationError

from generator.block import Overflow, Placed
from generator.blocks.process import Process
from generator.geometry import ZERO, Box, Length, inch, mm, pt, total
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import ShapeItem, TextItem
from generator.page.shapes import Chevron
from generator.page.text import Anchor

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
ABOVE_FOOT = Box(inch(0.6), inch(1.5), inch(12.133), inch(4.05))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
SUBJECTS = ("product-manager", "product-leader", "product-owner", None, "product-owner", "product-manager")
TEXT = "The problem becomes small stories, ranked in one backlog."


def process(count: int, text: str = TEXT, **more: object) -> Process:
    """A process of like steps."""
    steps = tuple({"title": f"Step {i}", "gives": f"A list {i}", "text": text, **more} for i in range(count))
    return Process.model_validate({"steps": steps})


def decided(count: int) -> Process:
    """A process with deciders; the fourth step is nobody's."""
    steps = ({"title": f"Step {i}", "text": TEXT, "gives": "A list", "subject": SUBJECTS[i]} for i in range(count))
    return Process.model_validate({"steps": tuple({k: v for k, v in step.items() if v} for step in steps)})


def items_of(kit: Kit, block: Process, box: Box = BODY) -> dict[str, TextItem | ShapeItem]:
    """The placed texts and shapes by their ids."""
    result = block.place(kit, box)
    assert isinstance(result, Placed), result
    return {item.mark.id: item for item in result.items if isinstance(item, TextItem | ShapeItem)}


def texts(items: dict[str, TextItem | ShapeItem], part: str) -> list[TextItem]:
    """The text items of one part of all steps."""
    return [item for name, item in items.items() if name.endswith(f"-{part}") and isinstance(item, TextItem)]


def drawn(kit: Kit, block: Process, width: Length) -> dict[str, TextItem | ShapeItem]:
    """The items on a sheet by their ids."""
    flow = block.flow(kit, width)
    items = flow.draw(Box(ZERO, ZERO, width, total(flow.heights)), flow.heights)
    return {item.mark.id: item for item in items if isinstance(item, TextItem | ShapeItem)}


@pytest.mark.parametrize("count", [2, 9])
def test_fewer_than_three_and_more_than_eight_steps_are_refused(count: int) -> None:
    with pytest.raises(ValidationError, match="steps"):
        process(count)


@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_chevrons_leave_an_equal_white_between_them_and_end_with_the_box(kit: Kit, count: int) -> None:
    items = items_of(kit, process(count))
    shapes = [items[f"step-{i}"] for i in range(1, count + 1)]
    geometries = [s.geometry for s in shapes if isinstance(s, ShapeItem) and isinstance(s.geometry, Chevron)]
    tip = geometries[0].tip
    whites = {round((b.box.x + tip - a.box.right).pt, 1) for a, b in itertools.pairwise(shapes)}
    assert whites == {round(inch(0.06).pt, 1)}
    assert [g.flat_left for g in geometries] == [True, *[False] * (count - 1)]
    assert shapes[-1].box.right == BODY.right


@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_the_words_of_a_chevron_keep_a_tenth_of_an_inch_off_the_notchs_tip(kit: Kit, count: int) -> None:
    items = items_of(kit, process(count))
    for number, title in enumerate(texts(items, "title"), 1):
        shape = items[f"step-{number}"]
        assert isinstance(shape, ShapeItem) and isinstance(shape.geometry, Chevron)
        assert title.box.x - (shape.box.x + shape.geometry.tip) >= inch(0.1) - pt(0.01)


@pytest.mark.parametrize("box", [BODY, ABOVE_FOOT], ids=["alone", "above a callout"])
@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_cards_are_equal_texts_have_one_size_and_fields_stand_on_one_line(kit: Kit, box: Box, count: int) -> None:
    items = items_of(kit, decided(count), box)
    cards = [items[f"step-{i}-card"].box for i in range(1, count + 1)]
    assert len({(c.y, c.w, c.h) for c in cards}) == 1
    for part in ("text", "gives", "decides"):
        said = texts(items, part)
        assert len({item.body.paragraphs[-1].runs[0].style.size for item in said}) <= 1
        assert len({(item.box.y, item.box.h) for item in said}) <= 1
    assert min(item.body.paragraphs[0].runs[0].style.size.pt for item in texts(items, "text")) >= (16 if count == 6 else 18)


def test_titles_stand_in_the_middle_of_chevrons_of_one_size(kit: Kit) -> None:
    items = items_of(kit, decided(5))
    for i in range(1, 6):
        assert (items[f"step-{i}-title"].box.y, items[f"step-{i}-title"].box.h) == (
            items[f"step-{i}"].box.y,
            items[f"step-{i}"].box.h,
        )
    assert len({item.body.paragraphs[0].runs[0].style.size for item in texts(items, "title")}) == 1


def test_a_step_without_a_subject_is_the_teams_where_others_have_one(kit: Kit) -> None:
    items = items_of(kit, decided(4))
    team = items["step-4"]
    assert isinstance(team, ShapeItem) and team.fill == Colour("accent6")
    assert "The team" in texts(items, "decides")[-1].body.text


def test_steps_without_any_subject_are_in_the_documents_colour_and_name_nobody(kit: Kit) -> None:
    items = items_of(kit, process(4))
    fills = {item.fill for item in items.values() if isinstance(item, ShapeItem) and isinstance(item.geometry, Chevron)}
    assert fills == {kit.accent}
    assert not texts(items, "decides")


def test_where_a_callout_takes_the_foot_who_decides_moves_into_the_chevrons(kit: Kit) -> None:
    items = items_of(kit, decided(5), ABOVE_FOOT)
    assert not texts(items, "decides")
    assert [item.body.paragraphs[1].text for item in texts(items, "title")][:2] == ["Product manager", "Product leader"]


def test_where_columns_would_be_narrow_steps_are_rows_on_a_line(kit: Kit) -> None:
    items = items_of(kit, decided(5), BESIDE)
    discs = [items[f"step-{i}-number"].box for i in range(1, 6)]
    lines = [items[f"line-{i}"].box for i in range(1, 5)]
    assert len({disc.x for disc in discs}) == 1
    assert {line.x for line in lines} == {discs[0].x + discs[0].w / 2}
    assert [(line.y, line.bottom) for line in lines] == [(upper.bottom, lower.y) for upper, lower in itertools.pairwise(discs)]


def test_halves_go_on_counting(kit: Kit) -> None:
    halves = process(5).split()
    assert halves
    assert [item.body.text[0] for item in texts(items_of(kit, halves[1]), "title")] == ["4", "5"]


def test_steps_that_only_have_titles_are_no_empty_cards(kit: Kit) -> None:
    block = Process.model_validate({"steps": tuple({"title": f"Step {i}"} for i in range(4))})
    assert not any(name.endswith("-card") for name in items_of(kit, block))


def test_long_steps_are_refused_with_what_they_need(kit: Kit) -> None:
    result = process(5, text=TEXT * 8).place(kit, BODY)
    assert isinstance(result, Overflow) and result.need > result.have


def test_on_a_sheet_cells_stand_in_line_with_the_words_of_their_chevrons(sheet_kit: Kit) -> None:
    items = drawn(sheet_kit, decided(5), mm(182))
    for i in range(1, 6):
        assert {items[f"row-{row}-{i}"].box.x for row in (1, 2, 3)} == {items[f"step-{i}-title"].box.x}
    rows = [{items[f"row-{row}-{i}"].box.y for i in range(1, 6)} for row in (1, 2, 3)]
    assert all(len(row) == 1 for row in rows)
    assert "row-3-rule" not in items


def test_in_a_narrow_column_of_a_sheet_steps_are_a_numbered_list(sheet_kit: Kit) -> None:
    items = drawn(sheet_kit, decided(5), mm(88))
    assert not any(isinstance(item, ShapeItem) and isinstance(item.geometry, Chevron) for item in items.values())
    assert all(item.box.right <= mm(88) + pt(0.5) for item in items.values())


def test_a_process_without_fields_has_high_chevrons_and_texts_that_begin_at_one_height(kit: Kit) -> None:
    steps = tuple({"title": f"Step {i}", "text": "One sentence says who gains."} for i in range(3))
    result = Process.model_validate({"steps": steps}).place(kit, BODY)
    assert isinstance(result, Placed)
    items = {item.mark.id: item for item in result.items}
    assert items["step-1"].box.h >= inch(1.2)
    assert len({items[f"step-{i}-text"].box.y for i in (1, 2, 3)}) == 1


def test_in_rows_a_label_stands_above_a_value_that_would_wrap_beside_it(kit: Kit) -> None:
    block = process(4, "Read where new users stop and call five of them to hear why.", gives="Five interview notes")
    result = block.place(kit, BESIDE)
    assert isinstance(result, Placed)
    foot = next((item for item in result.items if item.mark.id == "step-1-foot"), None)
    assert foot is None or (isinstance(foot, TextItem) and len(foot.body.lines) == len(foot.body.paragraphs))


def test_on_a_sheet_neighbouring_cells_keep_two_and_a_half_millimetres_apart_and_begin_on_one_line(sheet_kit: Kit) -> None:
    texts = (
        "Tied to a need or dropped",
        "Seen",
        "Who, what for, what proves it, and for whom",
        "Errors within the limit",
        "Told",
    )
    steps = tuple({"title": f"Step {i}", "text": text, "gives": "The finding"} for i, text in enumerate(texts))
    items = drawn(sheet_kit, Process.model_validate({"steps": steps}), mm(182))
    for row in (1, 2):
        cells = [items[f"row-{row}-{i}"] for i in range(1, 6)]
        assert all((right.box.x - left.box.right).mm >= 2.5 for left, right in itertools.pairwise(cells))
        texts_of_row = [items[f"row-{row}-label"], *cells]
        assert all(isinstance(item, TextItem) and item.body.anchor is Anchor.TOP for item in texts_of_row)
        assert len({item.box.y for item in texts_of_row}) == 1


def test_on_a_sheet_the_column_of_labels_is_as_wide_as_its_longest_word(sheet_kit: Kit) -> None:
    items = drawn(sheet_kit, decided(5), mm(182))
    assert items["step-1"].box.x < mm(22)


@pytest.mark.parametrize("count", [3, 4, 6])
def test_the_words_of_a_chevron_stand_above_the_text_of_its_card(kit: Kit, count: int) -> None:
    items = items_of(kit, process(count, "Who reads it?"))
    for step in range(1, count + 1):
        assert items[f"step-{step}-title"].box.x == items[f"step-{step}-text"].box.x


def test_many_steps_whose_texts_are_short_stand_on_one_line_each_with_the_label_once_above(kit: Kit) -> None:
    steps = tuple(
        {
            "title": f"Step {i}",
            "text": "A shopper calls: the pickup desk was closed. Support notes it.",
            "gives": "A story with checks",
            "subject": "product-owner",
        }
        for i in range(5)
    )
    items = items_of(kit, Process.model_validate({"steps": steps}), ABOVE_FOOT)
    told = texts(items, "text")
    assert all(len(item.body.lines) == 1 and len(item.body.paragraphs) == 1 for item in told) and len(told) == 5
    assert len({item.box.x for item in told}) == 1
    labels = [item for item in items.values() if isinstance(item, TextItem) and item.body.text == "Gives"]
    assert [item.mark.id for item in labels] == ["head"] and labels[0].box.bottom <= told[0].box.y


def test_chevrons_grow_where_short_texts_would_leave_a_hole_in_their_cards(kit: Kit) -> None:
    short, long = (items_of(kit, process(6, text), ABOVE_FOOT) for text in ("Who reads it?", "Who reads it, and what for? " * 3))
    assert short["step-1"].box.h > long["step-1"].box.h
