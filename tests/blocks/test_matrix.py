"""Matrices: four equal cards between two arrows, points where they belong, and no name on anything else."""

from __future__ import annotations

import itertools

import pytest
from pydantic import ValidationError

from generator.block import Depth, Overflow, Placed
from generator.blocks.matrix import Matrix
from generator.geometry import ZERO, Box, inch, mm, pt, total
from generator.kit import Kit
from generator.page.items import Item, ShapeItem, TextItem
from generator.page.text import Anchor

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
SPOTS = ((0.2, 0.85), (0.75, 0.8), (0.3, 0.3), (0.85, 0.15), (0.55, 0.62), (0.12, 0.6))


def matrix(spots: tuple[tuple[float, float], ...] = (), text: str = "", name: str = "Idea") -> Matrix:
    """A matrix with points at these spots; the second quadrant matters."""
    texts = {"text": text} if text else {}
    return Matrix.model_validate(
        {
            "across": {"title": "Effort", "low": "Days", "high": "Months"},
            "up": {"title": "Value", "low": "Nice", "high": "Essential"},
            "quadrants": tuple({"title": f"Quadrant {i}", "emphasis": i == 2, **texts} for i in range(1, 5)),
            "points": tuple({"name": f"{name} {i}", "x": x, "y": y} for i, (x, y) in enumerate(spots, 1)),
        }
    )


def items_of(kit: Kit, block: Matrix, box: Box = BODY) -> dict[str, Item]:
    """The placed items by their ids."""
    result = block.place(kit, box)
    assert isinstance(result, Placed), result
    return {item.mark.id: item for item in result.items}


def apart(one: Box, other: Box) -> bool:
    """Whether two boxes have nothing in common."""
    return one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y


def cards(items: dict[str, Item]) -> list[Box]:
    """The quadrants' cards."""
    return [items[f"quadrant-{n}"].box for n in range(1, 5)]


@pytest.mark.parametrize("more", [{"quadrants": ()}, {"points": tuple({"name": "A", "x": 0.5, "y": 1.5} for _ in range(1))}])
def test_other_than_four_quadrants_and_points_outside_are_refused(more: dict[str, object]) -> None:
    axis = {"title": "Effort", "low": "Days", "high": "Months"}
    with pytest.raises(ValidationError):
        Matrix.model_validate({"across": axis, "up": axis, "quadrants": ({"title": "A"},) * 4, **more})


@pytest.mark.parametrize("box", [BODY, BESIDE], ids=["alone", "beside a callout"])
@pytest.mark.parametrize("points", [0, 6])
def test_cards_are_equal_and_in_reading_order(kit: Kit, box: Box, points: int) -> None:
    found = cards(items_of(kit, matrix(SPOTS[:points]), box))
    assert len({(card.w, card.h) for card in found}) == 1
    assert found[0].y == found[1].y < found[2].y == found[3].y
    assert found[0].x == found[2].x < found[1].x == found[3].x
    assert abs((found[1].right - box.right).pt) < 0.1


def test_the_quadrant_that_matters_is_solid_and_with_points_tinted_and_outlined(kit: Kit) -> None:
    solid, tinted = items_of(kit, matrix())["quadrant-2"], items_of(kit, matrix(SPOTS))["quadrant-2"]
    assert isinstance(solid, ShapeItem) and solid.fill == kit.accent
    assert isinstance(tinted, ShapeItem) and tinted.fill == kit.tint() and tinted.stroke


def test_the_axes_say_what_the_matrix_shows(kit: Kit) -> None:
    alt = items_of(kit, matrix(((0.9, 0.9),)))["axes"].mark.alt
    assert alt == "Matrix: Effort from Days to Months across, Value from Nice to Essential upwards. Idea 1: Quadrant 2"


def test_ends_of_the_axes_stand_at_their_ends(kit: Kit) -> None:
    items = items_of(kit, matrix())
    assert items["up-high"].box.y < items["up-title"].box.y < items["up-low"].box.y
    assert items["across-low"].box.x < items["across-title"].box.x < items["across-high"].box.x
    assert items["across-low"].box.x == cards(items)[0].x


def test_points_stand_where_their_numbers_say(kit: Kit) -> None:
    items = items_of(kit, matrix(((0.0, 0.0), (1.0, 1.0), (0.5, 0.25))))
    found = cards(items)
    assert abs((items["point-1"].box.x - found[2].x).pt) < 0.1 and abs((items["point-1"].box.bottom - found[2].bottom).pt) < 0.1
    assert abs((items["point-2"].box.right - found[1].right).pt) < 0.1 and abs((items["point-2"].box.y - found[1].y).pt) < 0.1
    middle = (found[0].x + found[1].right) / 2
    assert abs((items["point-3"].box.x + items["point-3"].box.w / 2 - middle).pt) < 0.1


@pytest.mark.parametrize("box", [BODY, BESIDE], ids=["alone", "beside a callout"])
@pytest.mark.parametrize("name", ["Idea", "A rather long idea"])
def test_no_name_covers_a_dot_another_name_or_a_quadrants_words(kit: Kit, box: Box, name: str) -> None:
    items = items_of(kit, matrix(SPOTS, name=name), box)
    names = [n for n in items if n.startswith("point-") or (n.startswith("quadrant-") and n.endswith("-text"))]
    boxes = [items[n].box for n in names]
    assert all(apart(one, other) for one, other in itertools.combinations(boxes, 2))


def test_where_names_find_no_room_points_carry_numbers_and_names_stand_below(kit: Kit) -> None:
    crowd = tuple((0.5 + 0.06 * i, 0.62 + 0.01 * i) for i in range(6))
    items = items_of(kit, matrix(crowd, name="A name that is far too long for its place"))
    line = items["names"]
    assert isinstance(line, TextItem) and line.box.y > cards(items)[3].bottom
    signs = [sign.body.text for n in range(1, 7) if isinstance(sign := items[f"point-{n}"], ShapeItem) and sign.body]
    assert signs == list("123456")


def test_points_on_each_other_are_refused(kit: Kit) -> None:
    assert isinstance(matrix(((0.3, 0.3), (0.3, 0.3))).place(kit, BODY), Overflow)


def test_brief_drops_the_texts_of_quadrants_and_keeps_the_points() -> None:
    brief = matrix(SPOTS, text="Do them next.").shorten(Depth.BRIEF)
    assert [q.text for q in brief.quadrants] == [None] * 4
    assert len(brief.points) == 6


def test_points_stand_among_titles_first_and_long_texts_on_cards_of_their_own(kit: Kit) -> None:
    pointed, told = matrix(SPOTS, text="Do them next.").split() or ()
    assert [q.text for q in pointed.quadrants] == [None] * 4 and len(pointed.points) == 6 and not told.points
    bare, explained = told.split() or ()
    items = items_of(kit, explained)
    assert "axes" in items_of(kit, bare) and "axes" not in items
    assert str([item.body for item in items.values() if isinstance(item, TextItem)]).count("Do them next.") >= 4
    assert explained.split() and bare.split() is None


def test_on_a_sheet_with_points_texts_stand_below_and_names_behind_their_numbers(sheet_kit: Kit) -> None:
    flow = matrix(SPOTS, text="Do them next.").flow(sheet_kit, mm(88))
    items = {i.mark.id: i for i in flow.draw(Box(ZERO, ZERO, mm(88), total(flow.heights)), flow.heights)}
    lowest = max(items[f"quadrant-{n}"].box.bottom for n in range(1, 5))
    assert items["names"].box.y > lowest
    assert all(items[f"quadrant-{n}-row"].box.y >= items["names"].box.bottom - pt(0.1) for n in range(1, 5))


def test_without_points_a_quadrants_words_stand_in_its_middle(kit: Kit) -> None:
    items = items_of(kit, matrix(text="You like open problems"))
    for n in range(1, 5):
        text, card = items[f"quadrant-{n}-text"], items[f"quadrant-{n}"].box
        assert isinstance(text, TextItem) and text.body.anchor is Anchor.MIDDLE
        assert abs((text.box.y - card.y - (card.bottom - text.box.bottom)).pt) < 0.1


def test_beside_a_few_points_words_are_as_large_as_they_leave_room_for(kit: Kit) -> None:
    text = items_of(kit, matrix(((0.3, 0.6), (0.7, 0.1)), "Worth it"))["quadrant-1-text"]
    assert isinstance(text, TextItem) and text.body.paragraphs[0].runs[0].style.size == pt(24)
