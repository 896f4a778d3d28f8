"""Pyramids: levels of one height, titles in them or beside them, texts in line; numbers where paper has no room for that."""

from __future__ import annotations

import itertools

import pytest
from pydantic import ValidationError

from generator.block import Depth, Overflow, Placed
from generator.blocks.pyramid import Pyramid
from generator.geometry import ZERO, Box, Length, inch, mm, pt, total
from generator.kit import Kit
from generator.page.colour import contrast
from generator.page.items import GroupItem, Item, ShapeItem, TextItem

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
TEXT = "Three results for the year, each with a number."


def pyramid(count: int, title: str = "Goal", text: str | None = TEXT) -> Pyramid:
    """A pyramid of like levels."""
    level = {"title": title, **({"text": text} if text else {})}
    return Pyramid.model_validate({"levels": (level,) * count})


def items_of(kit: Kit, block: Pyramid, box: Box = BODY) -> dict[str, Item]:
    """The placed items by their ids."""
    result = block.place(kit, box)
    assert isinstance(result, Placed), result
    return {item.mark.id: item for item in result.items}


def levels_of(items: dict[str, Item]) -> list[Box]:
    """The boxes of the levels, from the top down."""
    group = items["pyramid"]
    assert isinstance(group, GroupItem)
    return [item.box for item in group.items]


def drawn(kit: Kit, block: Pyramid, width: Length) -> dict[str, Item]:
    """The items on a sheet by their ids."""
    flow = block.flow(kit, width)
    items = flow.draw(Box(ZERO, ZERO, width, total(flow.heights)), flow.heights)
    return {item.mark.id: item for item in items}


@pytest.mark.parametrize("count", [2, 7])
def test_fewer_than_three_and_more_than_six_levels_are_refused(count: int) -> None:
    with pytest.raises(ValidationError, match="levels"):
        pyramid(count)


@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_levels_have_one_height_and_widen_downwards(kit: Kit, count: int) -> None:
    levels = levels_of(items_of(kit, pyramid(count)))
    feet = [box.bottom for box in levels]
    assert max(b.emu - a.emu for a, b in itertools.pairwise(feet)) - (BODY.h / count).emu < 200
    assert [box.w for box in levels] == sorted(box.w for box in levels)
    assert feet[-1] - levels[0].y > BODY.h - pt(1)


def test_the_pyramid_says_what_it_shows(kit: Kit) -> None:
    block = Pyramid.model_validate({"levels": ({"title": "Vision"}, {"title": "Goals"}, {"title": "Work"})})
    assert items_of(kit, block)["pyramid"].mark.alt == "Pyramid, from the top down: Vision, Goals, Work"


def test_short_titles_stand_in_their_levels(kit: Kit) -> None:
    items = items_of(kit, pyramid(3))
    for number, level in enumerate(levels_of(items), 1):
        title = items[f"level-{number}-title"]
        assert isinstance(title, TextItem)
        assert level.y <= title.box.y and title.box.bottom <= level.bottom
        assert level.x <= title.box.x and title.box.right <= level.right


def test_where_one_title_has_no_room_in_its_level_all_stand_beside(kit: Kit) -> None:
    items = items_of(kit, pyramid(4, "Commitments to partners"))
    assert not any(name.endswith("-title") for name in items)
    assert all("Commitments" in t.body.text for n in range(1, 5) if isinstance(t := items[f"level-{n}-text"], TextItem))


def test_texts_stand_in_one_column_in_line_with_their_levels(kit: Kit) -> None:
    items = items_of(kit, pyramid(4))
    texts = [items[f"level-{n}-text"].box for n in range(1, 5)]
    assert len({box.x for box in texts}) == 1
    assert all(abs((text.bottom - level.bottom).pt) < 0.1 for text, level in zip(texts, levels_of(items), strict=True))


def test_rules_begin_at_the_slope_and_end_with_the_box(kit: Kit) -> None:
    items = items_of(kit, pyramid(4))
    rules = [items[f"level-{n}-rule"].box for n in range(2, 5)]
    assert [rule.x for rule in rules] == sorted(rule.x for rule in rules)
    assert {rule.right for rule in rules} == {BODY.right}


def test_brief_drops_the_texts() -> None:
    brief = pyramid(3).shorten(Depth.BRIEF)
    assert [level.text for level in brief.levels] == [None] * 3


def test_halves_stand_beside_the_whole_pyramid_with_their_own_levels_in_colour(kit: Kit) -> None:
    upper, lower = (items_of(kit, half) for half in pyramid(5).split() or ())
    coloured = [[level.fill != kit.surface for level in page["pyramid"].items] for page in (upper, lower)]
    assert coloured == [[True, True, True, False, False], [False, False, False, True, True]]
    assert "level-3-text" in upper and "level-4-text" in lower and "level-4-text" not in upper


def test_long_texts_are_refused_with_what_they_need(kit: Kit) -> None:
    result = pyramid(5, text=TEXT * 20).place(kit, BODY)
    assert isinstance(result, Overflow) and result.need > result.have


def test_on_a_sheet_levels_are_in_line_with_rows_or_carry_numbers(sheet_kit: Kit) -> None:
    wide, narrow = drawn(sheet_kit, pyramid(3), mm(182)), drawn(sheet_kit, pyramid(3), mm(73))
    ends = zip(levels_of(wide), (wide[f"level-{n}-text"].box for n in (1, 2, 3)), strict=True)
    assert all(abs((level.bottom - text.bottom).pt) < 0.1 for level, text in ends)
    for number, level in enumerate(levels_of(narrow), 1):
        sign = narrow[f"level-{number}-sign"]
        assert isinstance(sign, TextItem) and sign.body.text == str(number)
        assert level.y - pt(0.5) <= sign.box.y and sign.box.bottom <= level.bottom + pt(0.5)


def test_no_level_is_steeper_than_it_is_wide_on_a_sheet(sheet_kit: Kit) -> None:
    for width in (57, 73, 88, 104, 182):
        box = drawn(sheet_kit, pyramid(5), mm(width))["pyramid"].box
        assert box.h <= box.w * 1.3


def test_shapes_are_free_forms_without_text(kit: Kit) -> None:
    group = items_of(kit, pyramid(3))["pyramid"]
    assert isinstance(group, GroupItem)
    assert all(isinstance(item, ShapeItem) and item.body is None for item in group.items)


def test_a_text_that_goes_on_behind_its_title_ends_on_no_stub_where_a_smaller_size_avoids_it(kit: Kit) -> None:
    box = Box(inch(0.6), inch(1.9), inch(12.133), inch(3.72))
    texts = ("What the company is there for, said in one sentence.", "What is different for customers in five years.") * 2
    levels = tuple({"title": "Company purpose", "text": text} for text in (*texts, "What the team has promised in ten days."))
    items = items_of(kit, Pyramid.model_validate({"levels": levels}), box)
    said = [item for key, item in items.items() if key.endswith("-text")]
    assert all(
        isinstance(item, TextItem) and len("".join(p.text for p in item.body.lines[-1].pieces).split()) > 1 for item in said
    )


@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_the_level_that_carries_the_others_is_the_darkest(kit: Kit, count: int) -> None:
    group = items_of(kit, pyramid(count))["pyramid"]
    assert isinstance(group, GroupItem)
    fills = [item.fill for item in group.items if isinstance(item, ShapeItem) and item.fill]
    light = [contrast(kit.theme.scheme.rgb(fill), kit.theme.scheme.rgb(kit.ink)) for fill in fills]
    assert light == sorted(light, reverse=True) and light[0] > light[-1]
