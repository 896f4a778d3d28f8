"""Decisions: one answer asked for, options beside it, boxes to tick and sign on paper."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.block import Placed
from generator.blocks.decision import Decision
from generator.geometry import ZERO, Box, inch, mm
from generator.kit import Kit
from generator.page.items import Item, ShapeItem

BODY = Box(inch(0.6), inch(1.9), inch(12.133), inch(4.8))


def decision(*recommended: bool, **more: object) -> Decision:
    """A decision between as many options as there are flags."""
    options = tuple({"title": f"Option {i}", "text": "What follows", "recommended": flag} for i, flag in enumerate(recommended))
    return Decision.model_validate({"ask": "Fund four owners", "options": options, **more})


def items_of(kit: Kit, block: Decision) -> dict[str, Item]:
    """The placed items by their ids."""
    result = block.place(kit, BODY)
    assert isinstance(result, Placed)
    return {item.mark.id: item for item in result.items}


def test_two_recommended_options_are_refused() -> None:
    with pytest.raises(ValidationError, match="2 options are recommended; mark one at most"):
        decision(True, True)


def test_the_recommended_option_is_framed_and_named_so(kit: Kit) -> None:
    items = items_of(kit, decision(False, True, False))
    framed = [id_ for id_, item in items.items() if isinstance(item, ShapeItem) and item.stroke and item.fill == kit.tint()]
    assert framed == ["option-b"]
    assert "Recommended" in str(items["option-b-text"])
    assert "Recommended" not in str(items["option-a-text"])


def test_the_source_stands_below_panel_and_options(kit: Kit) -> None:
    items = items_of(kit, decision(False, True, source="Planning figures"))
    assert items["source"].box.y >= max(items["panel"].box.bottom, items["option-b"].box.bottom)


def test_a_decision_is_never_halved() -> None:
    assert decision(False, True, False, False).split() is None


def test_on_a_sheet_it_stands_for_itself_with_three_boxes_and_two_lines(sheet_kit: Kit) -> None:
    block = decision(False, True)
    flow = block.flow(sheet_kit, mm(182))
    ids = [item.mark.id for item in flow.draw(Box(ZERO, ZERO, mm(182), flow.heights[0]), flow.heights)]
    assert not block.headed
    boxes = [id_ for id_ in ids if id_.startswith("answer-") and id_.endswith("-box")]
    assert boxes == ["answer-1-box", "answer-2-box", "answer-3-box"]
    assert {"signature-rule", "date_line-rule"} <= set(ids)
