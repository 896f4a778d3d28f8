"""Decisions: one answer asked for, options beside it, boxes to tick and sign on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from generator.block import Placed
from generator.blocks.decision import Decision
from generator.geometry import ZERO, Box, Length, inch, mm
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.items import Item, ShapeItem, TextItem

if TYPE_CHECKING:
    from conftest import Look

BODY = Box(inch(0.6), inch(1.9), inch(12.133), inch(4.8))


def decision(*recommended: bool, **more: object) -> Decision:
    """A decision between as many options as there are flags."""
    options = tuple({"title": f"Option {i}", "text": "What follows", "recommended": flag} for i, flag in enumerate(recommended))
    return Decision.model_validate({"ask": "Fund four owners", "options": options, **more})


def items_of(kit: Kit, block: Decision, box: Box | None = None) -> dict[str, Item]:
    """The placed items by their ids."""
    result = block.place(kit, box or BODY)
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


def test_all_options_stand_with_the_request_and_their_texts_may_follow(kit: Kit) -> None:
    asked, told = decision(False, True, False, False).split() or ()
    assert len(asked.options) == 4 and not any(option.text for option in asked.options)
    assert "panel" in items_of(kit, asked) and "panel" not in items_of(kit, told)
    later = (told.split() or ())[1]
    assert {"option-c", "option-d"} <= set(items_of(kit, later)) and "option-a" not in items_of(kit, later)


def test_in_a_small_body_the_request_stands_above_its_options(kit: Kit, look: Look) -> None:
    box = Box(inch(0.5), inch(1.4), inch(5.2), inch(6))
    items = items_of(kit, decision(False, True, False, figures=({"label": "Cost", "value": "0.4 M€"},)), box)
    assert items["panel"].box.bottom < items["option-a"].box.y
    assert look.outside(items.values(), box) == look.loose(items.values()) == []


def test_on_a_sheet_it_stands_for_itself_with_three_boxes_and_two_lines(sheet_kit: Kit) -> None:
    block = decision(False, True)
    flow = block.flow(sheet_kit, mm(182))
    ids = [item.mark.id for item in flow.draw(Box(ZERO, ZERO, mm(182), flow.heights[0]), flow.heights)]
    assert not block.headed
    boxes = [id_ for id_ in ids if id_.startswith("answer-") and id_.endswith("-box")]
    assert boxes == ["answer-1-box", "answer-2-box", "answer-3-box"]
    assert {"signature-rule", "date_line-rule"} <= set(ids)


@pytest.mark.parametrize("width", [mm(182), mm(104), mm(88), mm(74), mm(57)])
@pytest.mark.parametrize("tight", [False, True])
def test_on_a_sheet_every_option_is_named_whatever_the_width(sheet_kit: Kit, look: Look, width: Length, tight: bool) -> None:
    own = replace(sheet_kit, sheet=replace(sheet_kit.sheet, tight=tight))
    flow = decision(False, True, False).flow(own, width)
    box = Box(ZERO, ZERO, width, flow.heights[0])
    items = flow.draw(box, flow.heights)
    assert all(f"Option {i}" in look.words(items) for i in range(3))
    assert look.loose(items) == [] and look.outside(items, box) == []


def test_in_a_narrow_column_boxes_and_lines_stand_below_the_request(sheet_kit: Kit) -> None:
    flow = decision(False, True).flow(sheet_kit, mm(88))
    items = {item.mark.id: item for item in flow.draw(Box(ZERO, ZERO, mm(88), flow.heights[0]), flow.heights)}
    assert items["answer-1-box"].box.y >= items["option-2-text"].box.bottom


def test_four_options_with_three_long_figures_stand_on_a_slide(kit: Kit, look: Look) -> None:
    labels = ("Cost in the first year", "Answer needed by", "First day")
    figures = tuple({"label": label, "value": "0.42 M€"} for label in labels)
    costs = tuple(
        {
            "title": "Leave both with one person",
            "text": "No new cost, and waits as long as now",
            "cost": "0.42 M€",
            "recommended": i == 1,
        }
        for i in range(4)
    )
    ask = "Choose how both seats are filled from January, team by team"
    block = Decision.model_validate({"ask": ask, "options": costs, "figures": figures, "source": "Planning figures"})
    result = block.place(kit, BODY)
    assert isinstance(result, Placed), result
    assert look.loose(result.items) == [] and set(labels) <= {label for label in labels if label in look.words(result.items)}


def test_two_options_and_no_figures_are_set_large(kit: Kit) -> None:
    items = items_of(kit, decision(False, True))
    option, ask = items["option-a-text"], items["ask"]
    assert isinstance(option, TextItem) and isinstance(ask, TextItem)
    assert option.body.paragraphs[0].runs[0].style.size.pt >= 28 and ask.body.paragraphs[0].runs[0].style.size.pt >= 44


def test_options_take_width_from_the_request_where_that_makes_them_larger_and_it_no_smaller(kit: Kit) -> None:
    def drawn(ask: str, text: str) -> tuple[float, float]:
        options = tuple({"title": f"Option {i}", "text": text, "cost": "40 h"} for i in range(3))
        items = items_of(
            kit, Decision.model_validate({"ask": ask, "options": options, "figures": ({"label": "Once", "value": "6"},)})
        )
        request, option = items["ask"], items["option-a-text"]
        assert isinstance(request, TextItem) and isinstance(option, TextItem)
        return items["panel"].box.w.inches, option.body.paragraphs[0].runs[0].style.size.pt

    (less, larger), (more, smaller) = (
        drawn("Set all type larger", "The back row guesses, and asks later."),
        drawn("Set all type larger", "The back row guesses, and asks later than anybody would like to see."),
    )
    assert less < more and larger > smaller


def _on_sheet(kit: Kit, block: Decision, width: Length = mm(182)) -> dict[str, Item]:
    flow = block.flow(kit, width)
    return {item.mark.id: item for item in flow.draw(Box(ZERO, ZERO, width, flow.heights[0]), flow.heights)}


@pytest.mark.parametrize("width", [mm(182), mm(88)])
def test_on_a_sheet_a_change_is_written_on_two_lines_below_its_box(sheet_kit: Kit, width: Length) -> None:
    items = _on_sheet(sheet_kit, decision(False, True), width)
    first, second = items["change-1-rule"].box, items["change-2-rule"].box
    assert items["answer-2-box"].box.bottom < first.y < second.y < items["answer-3-box"].box.y
    assert first.w >= mm(40)


@pytest.mark.parametrize(("width", "alone"), [(mm(182), False), (mm(57), True)])
def test_on_a_sheet_the_recommended_option_is_white_bold_beside_a_bar(sheet_kit: Kit, width: Length, alone: bool) -> None:
    items = _on_sheet(sheet_kit, decision(False, True, False), width)
    told = items["option-2-text"]
    assert isinstance(told, TextItem)
    runs = [run for paragraph in told.body.paragraphs for run in paragraph.runs]
    assert runs[0].text == "Recommended"
    assert (len(told.body.paragraphs) == 2) is alone, "the word stands on a line of its own where one line is too short"
    assert all(run.style.bold and run.style.colour == sheet_kit.paper for run in runs[1:] if run.text.strip())
    assert items["option-2-recommended"].box.right < told.box.x
    assert "option-1-recommended" not in items


def test_on_a_sheet_the_lines_of_a_request_are_of_like_length(sheet_kit: Kit) -> None:
    block = decision(False, True).model_copy(update={"ask": Rich.plain("Name one manager for each of the three products")})
    item = _on_sheet(sheet_kit, block)["ask"]
    assert isinstance(item, TextItem)
    first, second = ("".join(piece.text for piece in line.pieces) for line in item.body.lines[-2:])
    assert len(first.split()) > 1 < len(second.split()) and abs(len(first) - len(second)) < 12
