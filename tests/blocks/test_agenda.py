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
