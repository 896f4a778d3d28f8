"""Cycles: a ring of arrows that says what it shows, equal cards round it or beside it, a way back where there is no ring."""

from __future__ import annotations

import itertools
import math

import pytest
from pydantic import ValidationError

from generator.block import Depth, Overflow, Placed
from generator.blocks.cycle import Cycle
from generator.geometry import ZERO, Box, Length, inch, mm, pt, total
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import GroupItem, Item, ShapeItem, TextItem
from generator.page.shapes import Path

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
SMALL = Box(inch(0.6), inch(1.5), inch(4.4), inch(5.2))
TITLES = ("Ask", "Build", "Check", "Decide", "Release", "Learn")
TEXT = "Talk to three users about one problem."


def cycle(count: int, **more: object) -> Cycle:
    """A cycle of a few steps."""
    return Cycle.model_validate({"steps": tuple({"title": t, "text": TEXT, **more} for t in TITLES[:count]), "centre": "A week"})


def items_of(kit: Kit, block: Cycle, box: Box = BODY) -> dict[str, Item]:
    """The placed items by their ids, those of the ring among them."""
    result = block.place(kit, box)
    assert isinstance(result, Placed), result
    return named(result.items)


def named(items: tuple[Item, ...]) -> dict[str, Item]:
    """Items by their ids, groups opened."""
    found: dict[str, Item] = {}
    for item in items:
        found[item.mark.id] = item
        if isinstance(item, GroupItem):
            found |= named(item.items)
    return found


def angle(ring: Box, item: Item) -> float:
    """Where an item stands on a ring, in degrees clockwise from the top."""
    dx = item.box.x + item.box.w / 2 - ring.x - ring.w / 2
    dy = item.box.y + item.box.h / 2 - ring.y - ring.h / 2
    return math.degrees(math.atan2(dx.emu, -dy.emu)) % 360


def drawn(kit: Kit, block: Cycle, width: Length) -> dict[str, Item]:
    """The items on a sheet by their ids."""
    flow = block.flow(kit, width)
    return named(flow.draw(Box(ZERO, ZERO, width, total(flow.heights)), flow.heights))


@pytest.mark.parametrize("count", [2, 7])
def test_fewer_than_three_and_more_than_six_steps_are_refused(count: int) -> None:
    with pytest.raises(ValidationError, match="steps"):
        Cycle.model_validate({"steps": tuple({"title": f"Step {i}"} for i in range(count))})


def test_the_ring_says_what_goes_round(kit: Kit) -> None:
    assert items_of(kit, cycle(3))["ring"].mark.alt == "Cycle: Ask, Build, Check, and back to Ask"


@pytest.mark.parametrize("box", [BODY, BESIDE], ids=["alone", "beside a callout"])
@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_arrows_stand_evenly_round_the_ring_in_the_order_of_the_steps(kit: Kit, count: int, box: Box) -> None:
    items = items_of(kit, Cycle.model_validate({"steps": tuple({"title": t} for t in TITLES[:count])}), box)
    angles = [angle(items["ring"].box, items[f"step-{i}-ring-number"]) for i in range(1, count + 1)]
    steps = [(b - a) % 360 for a, b in itertools.pairwise([*angles, angles[0]])]
    assert max(steps) - min(steps) < 12  # the points make the group's box a little wider on one side
    shapes = [items[f"step-{i}-arrow"] for i in range(1, count + 1)]
    assert all(isinstance(shape, ShapeItem) and isinstance(shape.geometry, Path) for shape in shapes)


@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_cards_are_equal_and_texts_have_one_size(kit: Kit, count: int) -> None:
    items = items_of(kit, cycle(count))
    assert len({(items[f"step-{i}-card"].box.w, items[f"step-{i}-card"].box.h) for i in range(1, count + 1)}) == 1
    texts = [item for name, item in items.items() if name.endswith(("-title", "-text")) and isinstance(item, TextItem)]
    assert len({item.body.paragraphs[-1].runs[0].style.size for item in texts}) <= 2
    assert min(run.style.size.pt for item in texts for p in item.body.paragraphs for run in p.runs) >= 18


@pytest.mark.parametrize("count", [4, 6])
def test_four_and_six_cards_stand_clockwise_round_the_ring(kit: Kit, count: int) -> None:
    items = items_of(kit, cycle(count))
    ring, half = items["ring"].box, count // 2
    places = [items[f"step-{i}-card"].box for i in range(1, count + 1)]
    assert [place.right <= ring.x for place in places] == [True, *[False] * half, *[True] * (half - 1)]
    assert places[0].y == places[1].y == BODY.y and places[half].bottom == BODY.bottom


def test_cards_round_a_ring_are_no_higher_than_their_texts_ask_for(kit: Kit) -> None:
    short, long = (
        items_of(kit, Cycle.model_validate({"steps": tuple({"title": t, "text": text} for t in TITLES[:4])}))
        for text in ("A night.", TEXT * 2)
    )
    assert short["step-1-card"].box.h < long["step-1-card"].box.h < (BODY.h / 2)


def test_a_step_without_a_subject_is_the_teams_where_others_have_one(kit: Kit) -> None:
    steps = ({"title": "Ask", "subject": "product-manager"}, {"title": "Build"}, {"title": "Check", "subject": "product-owner"})
    items = items_of(kit, Cycle.model_validate({"steps": steps}))
    fills = [item.fill for i in (1, 2, 3) if isinstance(item := items[f"step-{i}-arrow"], ShapeItem)]
    assert fills == [Colour("accent1"), Colour("accent6"), Colour("accent2")]


def test_the_words_in_the_middle_lie_in_the_hole(kit: Kit) -> None:
    items = items_of(kit, cycle(4))
    middle, arrow, ring = items["centre"].box, items["step-1-arrow"].box, items["ring"].box
    corner = math.hypot((middle.w / 2).pt, (middle.h / 2).pt)
    assert corner < (ring.w / 2).pt * 0.65 + 0.5
    assert arrow.y < middle.y


def test_in_a_small_box_a_line_leads_back_from_the_last_step_to_the_first(kit: Kit) -> None:
    items = items_of(kit, cycle(4), SMALL)
    back, first, last = items["back"].box, items["step-1-card"].box, items["step-4-card"].box
    assert "ring" not in items
    assert abs((back.bottom - last.y - last.h / 2).pt) < 3
    assert back.y < first.y + first.h / 2 < back.y + inch(0.2)


def test_brief_drops_the_texts_and_nothing_else() -> None:
    brief = cycle(3).shorten(Depth.BRIEF)
    assert [(str(s.title), s.text) for s in brief.steps] == [("Ask", None), ("Build", None), ("Check", None)]
    assert str(brief.centre) == "A week"


def test_halves_stand_beside_the_whole_ring_with_their_own_steps_in_colour(kit: Kit) -> None:
    halves = cycle(6).split()
    assert halves
    first, second = (items_of(kit, half) for half in halves)
    arrows = [{i for i in range(1, 7) if page[f"step-{i}-arrow"].fill != kit.mute} for page in (first, second)]
    assert arrows == [{1, 2, 3}, {4, 5, 6}]
    assert "step-3-text" in first and "step-4-text" not in first and "step-4-text" in second


def test_long_steps_are_refused_with_what_they_need(kit: Kit) -> None:
    steps = tuple({"title": t, "text": TEXT * 12} for t in TITLES)
    result = Cycle.model_validate({"steps": steps}).place(kit, BODY)
    assert isinstance(result, Overflow) and result.need > result.have


def test_on_a_sheet_a_ring_stands_beside_the_steps_and_a_way_back_in_a_narrow_column(sheet_kit: Kit) -> None:
    wide, narrow = drawn(sheet_kit, cycle(4), mm(182)), drawn(sheet_kit, cycle(4), mm(57))
    assert wide["ring"].box.right < wide["step-1-text"].box.x
    assert "ring" not in narrow and narrow["back"].box.x >= ZERO - pt(0.1)
    assert narrow["centre"].box.bottom <= narrow["step-1-text"].box.y


@pytest.mark.parametrize("count", [4, 6])
def test_round_a_ring_every_number_stands_once_in_its_arrow_and_texts_in_the_middle_of_their_cards(kit: Kit, count: int) -> None:
    items = items_of(kit, cycle(count))
    said = [item.body.paragraphs[0].text for item in items.values() if isinstance(item, TextItem | ShapeItem) and item.body]
    assert [said.count(str(number)) for number in range(1, count + 1)] == [1] * count
    card, text = items["step-1-card"].box, items["step-1-title"]
    assert isinstance(text, TextItem)
    above, below = text.box.y - card.y, card.bottom - text.box.y - text.body.height
    assert abs((above - below).emu) < inch(0.2).emu
