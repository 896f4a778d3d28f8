"""Timelines: equal cards under pills on a line, one size for all, points that may name facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from generator.block import Overflow, Placed, facts_of
from generator.blocks._room import whole
from generator.blocks.timeline import Timeline
from generator.blocks.timeline.slide import LINE
from generator.geometry import ZERO, Box, Length, inch, mm, total
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.items import ShapeItem, Stroke, TextItem
from generator.page.shapes import Path
from generator.page.text import Anchor

if TYPE_CHECKING:
    from conftest import Look

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))


def timeline(*points: tuple[object, ...]) -> Timeline:
    """A timeline with these points in its phases."""
    said = {"outcome": "Done"}
    phases = ({"when": f"Week {i}", "title": f"Phase {i}", "points": each, **said} for i, each in enumerate(points, 1))
    return Timeline.model_validate({"phases": tuple(phases)})


def items_of(kit: Kit, block: Timeline, box: Box = BODY) -> dict[str, TextItem | ShapeItem]:
    """The placed texts and shapes by their ids."""
    result = block.place(kit, box)
    assert isinstance(result, Placed)
    return {item.mark.id: item for item in result.items if isinstance(item, TextItem | ShapeItem)}


@pytest.mark.parametrize("count", [2, 9])
def test_fewer_than_three_and_more_than_eight_phases_are_refused(count: int) -> None:
    with pytest.raises(ValidationError, match="phases"):
        timeline(*[("One",)] * count)


def test_cards_are_equal_and_their_texts_have_one_size_whatever_their_length(kit: Kit) -> None:
    long = "A much longer point that needs several lines to be said in full"
    items = items_of(kit, timeline(("Short",), (long,), ("Middling text",)))
    cards = [items[f"phase-{i}"].box for i in (1, 2, 3)]
    assert len({(c.y, c.w, c.h) for c in cards}) == 1
    for part in ("title", "points", "outcome"):
        bodies = [items[f"phase-{i}-{part}"].body for i in (1, 2, 3)]
        assert len({body.paragraphs[0].runs[0].style.size for body in bodies if body}) == 1


def test_a_single_point_in_every_phase_is_a_sentence_not_a_list(kit: Kit) -> None:
    alone, several = items_of(kit, timeline(*[("One",)] * 3)), items_of(kit, timeline(("One", "Two"), ("One",), ("One",)))
    assert alone["phase-1-points"].body and alone["phase-1-points"].body.paragraphs[0].bullet is None
    assert several["phase-2-points"].body and several["phase-2-points"].body.paragraphs[0].bullet is not None


def test_a_point_may_name_its_own_facts() -> None:
    block = timeline(("One",), ({"text": "Two", "facts": ("owner-orders",)},), ("Three",))
    assert facts_of(block) == ("owner-orders",)


def test_long_phases_are_refused_with_what_they_need_and_fit_after_a_split(kit: Kit) -> None:
    block = timeline(*[tuple(["Read the goal of your product and its last three changes with your buddy"] * 3)] * 4)
    assert isinstance(block.place(kit, BODY), Overflow)
    halves = block.split()
    assert halves and all(isinstance(half.place(kit, BODY), Placed) for half in halves)


def test_all_pills_are_filled_alike_and_each_touches_its_columns_left_edge(kit: Kit) -> None:
    items = items_of(kit, timeline(*[("One",)] * 4))
    pills = [items[f"phase-{i}-when"] for i in range(1, 5)]
    assert all(isinstance(pill, ShapeItem) and pill.fill == kit.accent and pill.stroke is None for pill in pills)
    assert {pill.body.paragraphs[0].runs[0].style.colour for pill in pills if pill.body} == {kit.paper}
    assert [pill.box.x for pill in pills] == [items[f"phase-{i}"].box.x for i in range(1, 5)]


def test_on_a_sheet_every_phase_has_a_dot_on_one_line(sheet_kit: Kit) -> None:
    flow = timeline(*[("One",)] * 5).flow(sheet_kit, mm(182))
    items = {item.mark.id: item for item in flow.draw(Box(ZERO, ZERO, mm(182), flow.heights[0]), flow.heights)}
    dots = [items[f"phase-{i}-dot"].box for i in range(1, 6)]
    assert {dot.y + dot.h / 2 for dot in dots} == {items["line"].box.y}


def tops(item: TextItem | ShapeItem) -> list[int]:
    """Where each paragraph's first line stands in its text."""
    assert item.body
    first: dict[int, int] = {}
    for line in item.body.lines:
        first.setdefault(line.paragraph, line.baseline.emu)
    return list(first.values())


def test_points_that_have_no_room_to_stand_level_stand_at_one_distance_in_every_card(kit: Kit) -> None:
    long = "A point that takes line after line in its card, since it goes on and on until the card is nearly full"
    items = items_of(kit, timeline((long, "Short", "Third"), ("Short", long), ("Short", "Short", long)))
    bodies = [items[f"phase-{i}-points"].body for i in (1, 2, 3)]
    assert all(body and body.anchor is Anchor.TOP for body in bodies)
    assert len({tops(items[f"phase-{i}-points"])[0] for i in (1, 2, 3)}) == 1
    gaps = {paragraph.before for body in bodies if body for paragraph in body.paragraphs[1:]}
    assert len(gaps) == 1 and not any("-rule-" in name for name in items)


def test_level_points_with_room_between_them_are_ruled_off_at_one_height(kit: Kit) -> None:
    items = items_of(kit, timeline(("A point that needs two lines in its card", "Short"), ("Short", "Short"), ("Short",)))
    rules = {name: item.box for name, item in items.items() if "-rule-" in name}
    assert set(rules) == {"phase-1-rule-1", "phase-2-rule-1"} and len({box.y for box in rules.values()}) == 1
    first, second = tops(items["phase-1-points"])[0], tops(items["phase-1-points"])[1]
    assert first < rules["phase-1-rule-1"].y.emu - items["phase-1-points"].box.y.emu < second


def test_every_foot_has_its_flag_and_label_above_an_outcome_that_wraps_only_where_it_must(kit: Kit) -> None:
    block = timeline(*[("One",)] * 4)
    outcomes = ("Done", "A release can be weighed by all", "All of it is known", "Nobody waits")
    phases = tuple(p.model_copy(update={"outcome": Rich.plain(o)}) for p, o in zip(block.phases, outcomes, strict=True))
    items = items_of(kit, block.model_copy(update={"phases": phases}))
    for i in range(1, 5):
        foot = items[f"phase-{i}-outcome"]
        assert items[f"phase-{i}-flag"].box.bottom <= foot.box.y
        assert items[f"phase-{i}-by-then"].box.bottom <= foot.box.y
    assert [len(tuple(items[f"phase-{i}-outcome"].body.lines)) for i in (1, 2, 3, 4)] == [1, 2, 1, 1]  # type: ignore[union-attr]


@pytest.mark.parametrize("width", [mm(104), mm(88), mm(74), mm(57)])
def test_in_a_narrow_column_phases_are_rows_and_no_word_is_broken(sheet_kit: Kit, look: Look, width: Length) -> None:
    block = timeline(*[("Read the coming stories", "Say responsibilities aloud")] * 5)
    flow = block.flow(sheet_kit, width)
    items = flow.draw(Box(ZERO, ZERO, width, total(flow.heights)), flow.heights)
    assert len(flow.heights) == 5 and all(flow.stretch)
    broken = [body.text for _, body in look.bodies(items) if not whole(sheet_kit, body.paragraphs, width)]
    assert broken == [] and look.loose(items) == []
    dots = [item.box.x for item in items if item.mark.id.endswith("-dot")]
    assert len(set(dots)) == 1


def test_on_a_sheet_several_points_have_marks_and_a_single_one_has_none(sheet_kit: Kit) -> None:
    flow = timeline(("One", "Two"), ("One",), ("One",)).flow(sheet_kit, mm(182))
    items = {item.mark.id: item for item in flow.draw(Box(ZERO, ZERO, mm(182), flow.heights[0]), flow.heights)}
    first, second = items["phase-1-text"], items["phase-2-text"]
    assert isinstance(first, TextItem) and isinstance(second, TextItem)
    assert [p.bullet is not None for p in first.body.paragraphs[1:3]] == [True, True]
    assert second.body.paragraphs[1].bullet is None


def test_points_keep_off_their_title_where_they_stand_apart(kit: Kit) -> None:
    items = items_of(kit, timeline(*[("One", "Two")] * 3))
    title, points = items["phase-1-title"], items["phase-1-points"]
    assert points.body and points.body.paragraphs[1].before.pt > 10
    assert points.box.y - title.box.bottom >= points.body.paragraphs[1].before * 0.5


def test_the_words_over_an_outcome_stand_on_one_line_or_the_phases_are_parted(kit: Kit, look) -> None:
    box = Box(inch(0.6), inch(1.5), inch(6.6), inch(5.5))
    phase = {"points": ("Meet",), "outcome": "Done"}
    block = Timeline.model_validate({"phases": tuple({"when": f"W{i}", "title": "Go", **phase} for i in range(5))})
    result = block.place(kit, box)
    assert isinstance(result, Overflow) or look.loose(result.items) == []
    assert all(isinstance(half.place(kit, box), Placed) for half in block.split() or ())


def test_the_line_ends_at_the_last_pill(kit: Kit) -> None:
    items = items_of(kit, timeline(*[("One", "Two")] * 3))
    assert [name for name in items if name.startswith("line-")] == ["line-1", "line-2"]


def test_no_stretch_of_the_line_looks_as_if_it_were_done(kit: Kit) -> None:
    result = timeline(*[("One",)] * 5).place(kit, BODY)
    assert isinstance(result, Placed)
    lines = [item for item in result.items if item.mark.id.startswith("line-")]
    assert len(lines) == 4 and {item.stroke for item in lines if isinstance(item, ShapeItem)} == {Stroke(kit.accent, LINE)}


def test_points_of_one_rank_begin_on_one_height_in_all_cards(kit: Kit) -> None:
    long = "A first point that needs more than a single line in its card"
    items = items_of(kit, timeline((long, "Second"), ("Short", "Second"), ("Short", "Second")))
    starts = []
    for number in (1, 2, 3):
        item = items[f"phase-{number}-points"]
        assert isinstance(item, TextItem)
        first, second = item.body.paragraphs
        starts.append((item.box.y + kit.height([first], item.box.w) + second.before).emu)
    assert max(starts) - min(starts) < 100


def test_a_foot_is_square_where_it_meets_the_card(kit: Kit) -> None:
    foot = items_of(kit, timeline(*[("One",)] * 3))["phase-1-foot"]
    assert isinstance(foot, ShapeItem) and isinstance(foot.geometry, Path)
    assert foot.geometry.commands[0].points[0] == (0.0, 0.0)


def test_on_a_sheet_a_text_of_a_phase_ends_on_no_single_word_where_it_need_not(sheet_kit: Kit, look: Look) -> None:
    text = "Tests finished work. It passes, or one check fails."
    flow = timeline(*[(text,)] * 5).flow(sheet_kit, mm(182))
    items = flow.draw(Box(ZERO, ZERO, mm(182), flow.heights[0]), flow.heights)
    for body in (body for _, body in look.bodies(items) if text in body.text):
        lines = ["".join(piece.text for piece in line.pieces) for line in body.lines]
        assert lines[lines.index("Tests finished work.") :][:3][-1].split() == ["check", "fails."]
