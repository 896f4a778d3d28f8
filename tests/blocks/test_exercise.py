"""Exercises: the task with all it takes on one slide, what to take from it on the next."""

from __future__ import annotations

import itertools

import pytest
from pydantic import ValidationError

from generator.block import Overflow, Placed, facts_of
from generator.blocks.exercise import Exercise
from generator.geometry import ZERO, Box, inch, mm
from generator.kit import Kit
from generator.page.items import Item, ShapeItem, TextItem

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
ABOVE = Box(inch(0.6), inch(1.5), inch(12.133), inch(4.05))
LESSONS = tuple({"title": f"Lesson number {i}", "text": f"Nobody asked about {i}.", "facts": (f"fact-{i}",)} for i in range(3))
DEBRIEF = {"title": "Three orders came out", "points": LESSONS}
STEPS = (
    {"title": "Read the five requests", "text": "Each of you alone, pen down"},
    "Put them in one order",
    {"title": "Agree on one list", "text": "Write down who should decide"},
)
MATERIAL = ("One set of cards", "A pen")


def exercise(**more: object) -> Exercise:
    """An exercise as authors write one."""
    said = {"task": "Bring five requests into one order", "minutes": 12, "groups": "Groups of four", "material": MATERIAL}
    return Exercise.model_validate({**said, "steps": STEPS, "debrief": DEBRIEF, **more})


def items_of(kit: Kit, block: Exercise, box: Box = BODY) -> tuple[Item, ...]:
    """The placed items."""
    result = block.place(kit, box)
    assert isinstance(result, Placed), result
    return result.items


def after(block: Exercise) -> Exercise:
    """The block on the next slide."""
    found = block.then()
    assert found is not None
    return found


@pytest.mark.parametrize("steps", [STEPS[:1], STEPS * 2])
def test_one_step_and_more_than_five_are_refused(steps: tuple[object, ...]) -> None:
    with pytest.raises(ValidationError, match="steps"):
        exercise(steps=steps)


def test_no_minutes_are_refused() -> None:
    with pytest.raises(ValidationError, match="minutes"):
        exercise(minutes=0)


@pytest.mark.parametrize("box", [BODY, BESIDE, ABOVE], ids=["body", "beside", "above"])
@pytest.mark.parametrize("count", [2, 3])
def test_the_slide_shows_the_task_and_nothing_of_the_debrief(kit: Kit, look, box: Box, count: int) -> None:
    items = items_of(kit, exercise(steps=STEPS[:count]), box)
    said = look.words(items)
    assert look.outside(items, box) == []
    assert look.loose(items) == []
    assert look.pale(kit, items, kit.paper) == []
    assert look.filled(items, box) > 0.98
    assert all(word in said for word in ("Bring five requests", "12", "minutes", "Groups of four", *MATERIAL, "pen down"))
    assert "Lesson" not in said
    assert items == items_of(kit, exercise(steps=STEPS[:count]).shared(), box)


def test_the_task_is_the_one_thing_on_solid_colour(kit: Kit) -> None:
    items = items_of(kit, exercise())
    solid = [i for i in items if isinstance(i, ShapeItem) and i.fill == kit.accent]
    assert [i.mark.id for i in solid] == ["task"]
    assert items[1].mark.id == "task-text"


@pytest.mark.parametrize("box", [BODY, ABOVE], ids=["body", "above"])
def test_steps_are_equal(kit: Kit, box: Box) -> None:
    many = (*STEPS, {"title": "Show it to the room", "text": "Two minutes a group"})
    items = {item.mark.id: item for item in items_of(kit, exercise(steps=many), box)}
    rows = [items[f"step-{i}-text"].box for i in range(1, 5)]
    assert len({row.h for row in rows}) == 1
    assert len({(below.y - above.y).emu // 10 for above, below in itertools.pairwise(rows)}) == 1


def test_five_steps_with_sentences_and_five_things_to_bring_have_room(kit: Kit) -> None:
    steps = tuple({"title": f"Step number {i} of five", "text": "One sentence on it"} for i in range(5))
    items_of(kit, exercise(steps=steps, material=("One set of cards a group", "A pen each", "A list", "A timer", "Dots")))


def test_the_next_slide_has_the_title_and_the_points_of_the_debrief(kit: Kit, look) -> None:
    block = after(exercise())
    assert str(block.title) == "Three orders came out"
    assert block.then() is None
    assert set(facts_of(block)) == {"fact-0", "fact-1", "fact-2"}
    for box in (BODY, BESIDE, ABOVE):
        items = items_of(kit, block, box)
        assert look.outside(items, box) == []
        assert look.loose(items) == []
        assert all(f"Lesson number {i} Nobody asked about {i}." in look.words(items) for i in range(3))


def test_the_shared_exercise_has_no_debrief() -> None:
    shared = exercise().shared()
    assert "Lesson" not in repr(shared)
    assert shared.then() is None
    assert exercise(debrief=None).then() is None


def test_absurd_content_is_refused(kit: Kit) -> None:
    for more in ({"steps": ("many words " * 70,) * 5}, {"task": "responsibilities " * 200}, {"material": ("words " * 300,)}):
        result = exercise(**more).place(kit, BODY)
        assert isinstance(result, Overflow)
        assert result.need > result.have


@pytest.mark.parametrize("width", [182, 104, 74, 57])
def test_a_sheet_has_the_task_the_time_and_a_box_for_each_step(sheet_kit: Kit, look, width: int) -> None:
    flow = exercise().flow(sheet_kit, mm(width))
    heights = tuple(height * 1.5 for height in flow.heights)
    box = Box(ZERO, ZERO, mm(width), sum(heights[1:], heights[0]))
    items = flow.draw(box, heights)
    assert look.outside(items, box) == []
    assert look.loose(items) == []
    assert sum(item.mark.id.endswith("-box") for item in items) == 3
    assert all(word in look.words(items) for word in ("Bring five requests", "12 min", "Groups of four", *MATERIAL))
    assert "Lesson" not in look.words(items)


def test_the_minutes_stand_as_far_below_the_clock_as_words_from_their_rules(kit: Kit) -> None:
    items = {item.mark.id: item for item in items_of(kit, exercise())}
    between = items["minutes"].box.y - items["clock"].box.bottom
    assert abs((between - (items["groups"].box.y - items["groups-rule"].box.y)).pt) < 1


def test_five_steps_with_sentences_stand_in_one_column_of_rows_parted_by_rules(kit: Kit) -> None:
    steps = tuple({"title": f"Step number {i} of five", "text": "One sentence on it"} for i in range(5))
    items = {item.mark.id: item for item in items_of(kit, exercise(steps=steps))}
    texts = [items[f"step-{i}-text"] for i in range(1, 6)]
    assert len({item.box.x for item in texts}) == 1
    rules = [items[f"step-{i}-rule"].box.y for i in range(2, 6)]
    for text, above, below in zip(texts[1:4], rules, rules[1:], strict=False):
        assert isinstance(text, TextItem)
        assert (below - above - text.body.height) / 2 >= inch(0.08)


def test_the_task_after_the_exercise_is_quieter_than_the_findings(kit: Kit) -> None:
    four = after(exercise(debrief={"title": "What came out", "points": (*LESSONS, {"title": "Another"})[:4]}))
    for block, finding in ((after(exercise()), "point-1-title"), (four, "point-1-text")):
        items = {item.mark.id: item for item in items_of(kit, block)}
        task, found = items["panel-text"], items[finding]
        assert isinstance(task, TextItem) and isinstance(found, TextItem)
        told, said = task.body.paragraphs[-1].runs[0].style, found.body.paragraphs[0].runs[0].style
        assert not told.bold and said.bold and told.size <= said.size


@pytest.mark.parametrize("count", [2, 3])
def test_few_points_of_a_debrief_stand_side_by_side_over_the_task(kit: Kit, count: int) -> None:
    items = {item.mark.id: item for item in items_of(kit, after(exercise(debrief={"title": "Out", "points": LESSONS[:count]})))}
    cards = [items[f"point-{i}-card"].box for i in range(1, count + 1)]
    assert len({(card.y, card.w, card.h) for card in cards}) == 1
    assert cards[0].y == BODY.y and items["panel"].box.bottom == BODY.bottom and cards[0].bottom < items["panel"].box.y
    assert len({items[f"point-{i}-text"].box.y for i in range(1, count + 1)}) == 1


def test_points_without_a_word_of_explanation_stand_in_rows_since_columns_of_them_were_empty(kit: Kit) -> None:
    points = ({"title": "Write less"}, {"title": "Read it aloud"})
    items = {item.mark.id: item for item in items_of(kit, after(exercise(debrief={"title": "Out", "points": points})))}
    assert items["point-1-card"].box.x == items["point-2-card"].box.x
    assert items["panel-text"].box.y - items["panel-text-rule"].box.y <= inch(0.25)


def test_long_points_of_a_debrief_take_rows_of_their_own_height_clear_of_the_rules(kit: Kit) -> None:
    long = "They asked the owner first, then the team, then whoever paid, and wrote down all that was promised to anybody. " * 2
    points = ({"title": "Short", "text": "Two words"}, {"title": "Long", "text": long}, {"title": "Third"}, {"title": "Fourth"})
    block = after(exercise(debrief={"title": "What came out", "points": points}))
    items = {item.mark.id: item for item in items_of(kit, block)}
    edges = [BODY.y, *(items[f"rule-{i}"].box.y for i in (1, 2, 3)), BODY.bottom]
    for number, (top, bottom) in enumerate(itertools.pairwise(edges), 1):
        text = items[f"point-{number}-text"]
        assert isinstance(text, TextItem)
        assert (bottom - top - text.body.height) / 2 >= inch(0.12)


def test_where_steps_need_two_slides_the_task_stands_on_both_and_numbers_go_on(kit: Kit) -> None:
    first, second = exercise().split() or ()
    items = [{item.mark.id for item in half.place(kit, BODY).items} for half in (first, second)]
    assert all({"task", "needs"} <= page for page in items)
    assert "step-2-number" in items[0] and "step-3-number" in items[1] and "step-1-number" not in items[1]


def test_in_a_small_body_what_it_takes_stands_in_one_line(kit: Kit, look) -> None:
    box = Box(mm(10), mm(30), mm(178), mm(86))
    items = exercise().place(kit, box).items
    assert "needs-text" in {item.mark.id for item in items}
    assert look.outside(items, box) == look.loose(items) == []
    assert all(word in look.words(items) for word in ("12", "Groups of four", *MATERIAL))


@pytest.mark.parametrize("count", [2, 3, 4])
def test_numbers_of_findings_say_nothing_and_are_not_the_loudest_on_the_page(kit: Kit, count: int) -> None:
    points = tuple({"title": f"Lesson {i}", "text": f"Nobody asked about {i}."} for i in range(count))
    items = {item.mark.id: item for item in items_of(kit, after(exercise(debrief={"title": "Out", "points": points})))}
    for i in range(1, count + 1):
        number = items[f"point-{i}-number"]
        assert isinstance(number, TextItem) and number.body.paragraphs[0].runs[0].style.size.pt <= 44
