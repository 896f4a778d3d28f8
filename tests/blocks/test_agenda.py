"""Agendas: what Rolecast fills in, authors cannot write; minutes stand as they are said."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.block import Placed
from generator.blocks.agenda import Agenda, AgendaEntry
from generator.geometry import Box, inch
from generator.kit import Kit
from generator.page.items import TextItem

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))


def test_authors_write_the_kind_and_nothing_into_its_entries() -> None:
    assert Agenda.model_validate({"kind": "agenda"}, by_alias=True, by_name=False).entries == ()
    with pytest.raises(ValidationError, match="entries"):
        Agenda.model_validate({"kind": "agenda", "entries": ()}, by_alias=True, by_name=False)


def test_a_row_leads_to_its_section(kit: Kit) -> None:
    result = Agenda.of([AgendaEntry("One", "Promise", 5, "one"), AgendaEntry("Two", "", 5, "")]).place(kit, BODY)
    assert isinstance(result, Placed)
    links = {item.mark.id: item.link for item in result.items if isinstance(item, TextItem)}
    assert (links["row-1-name"], links["row-1-promise"], links["row-2-name"]) == ("#one", "#one", "")


def test_minutes_are_shown_as_they_are_said(kit: Kit) -> None:
    result = Agenda.of([AgendaEntry("One", "", 2.5, "one"), AgendaEntry("Two", "", 0, "two")]).place(kit, BODY)
    assert isinstance(result, Placed)
    texts = {item.mark.id: item.body.text for item in result.items if isinstance(item, TextItem)}
    assert texts["row-1-minutes"] == "2.5 min"
    assert "row-2-minutes" not in texts


@pytest.mark.parametrize("count", [2, 3, 7, 9])
def test_two_to_nine_sections_stand_on_one_slide_within_their_rows(kit: Kit, count: int) -> None:
    result = Agenda.of([AgendaEntry(f"Section number {i}", "What it promises", 10, "") for i in range(count)]).place(kit, BODY)
    assert isinstance(result, Placed), result
    assert all(BODY.holds(item.box) for item in result.items)
    texts = [item for item in result.items if isinstance(item, TextItem)]
    assert all(item.body.height <= item.box.h for item in texts)


def test_few_sections_are_named_in_large_type(kit: Kit) -> None:
    result = Agenda.of([AgendaEntry("Who decides", "Who funds and who orders", 10, "")] * 2).place(kit, BODY)
    assert isinstance(result, Placed)
    name = next(item for item in result.items if item.mark.id == "row-1-name")
    assert isinstance(name, TextItem)
    assert 24 <= name.body.paragraphs[0].runs[0].style.size.pt < min(kit.theme.look.title.sizes)


def test_few_sections_are_not_stretched_over_the_whole_body(kit: Kit) -> None:
    result = Agenda.of([AgendaEntry("Who decides", "Who funds and who orders", 10, "")] * 2).place(kit, BODY)
    assert isinstance(result, Placed)
    assert 0.6 <= (max(item.box.bottom for item in result.items) - BODY.y).ratio(BODY.h) < 0.9


def test_no_promise_wraps_beside_its_name_while_there_is_room(kit: Kit) -> None:
    entry = AgendaEntry("Words", "Questions, exercises, decisions and what to take home.", 10, "")
    result = Agenda.of([entry] * 5).place(kit, BODY)
    assert isinstance(result, Placed)
    promises = [item for item in result.items if isinstance(item, TextItem) and item.mark.id.endswith("-promise")]
    assert len(promises) == 5 and all(len(item.body.lines) == 1 for item in promises)
