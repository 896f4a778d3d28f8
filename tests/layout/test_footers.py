"""The foot of a page stays in its line, however long names are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.geometry import pt
from generator.layout import chrome
from generator.layout.endings import footer
from generator.layout.paper import PAPERS
from generator.outline.model import Colophon
from generator.outline.session import Session
from generator.theme.stage import CONTENT

COLOPHON = Colophon(
    "deck", "desk", "Owner: training deck", "Engineers", "Internal", "Org", "Org", date(2026, 10, 2), "en", "12345678"
)
LONG = "The keeper of everything that nobody else wants to keep in this house: training deck"


@pytest.mark.parametrize("title", ["Owner: training deck", LONG])
def test_a_slides_foot_is_one_line_and_always_says_reader_and_classification(kit, title):
    items = {item.slot: item for item in chrome.footers(kit, replace(COLOPHON, title=title), 7, kit.theme.stage.spot(CONTENT))}
    assert all(len(item.body.lines) == 1 for item in items.values())
    assert items["footer"].body.text.endswith(" · Engineers · Internal")
    assert items["footer"].body.text.startswith(title[:20])


def test_a_slides_foot_leaves_out_what_the_document_is_before_it_cuts_its_name(kit):
    spot = kit.theme.stage.spot(CONTENT)
    whole = kit.width("Owner · Engineers · Internal", kit.style(pt(spot.feet["footer"].size))) * 1.1
    foot = replace(spot.feet["footer"], box=replace(spot.feet["footer"].box, w=whole))
    (item,) = chrome.footers(kit, COLOPHON, 7, replace(spot, feet={"footer": foot}))
    assert item.body.text == "Owner · Engineers · Internal"


@pytest.mark.parametrize("paper", PAPERS.values(), ids=list(PAPERS))
def test_a_sheets_foot_is_one_line_with_a_long_document_name(kit, paper):
    long = replace(COLOPHON, code="a-role-with-a-very-long-name-that-does-not-end-one-pager")
    items = {item.mark.id: item for item in footer(kit, long, paper) if hasattr(item, "slot")}
    assert len(items["footer-left"].body.lines) == 1
    assert items["footer-left"].body.text.endswith("  |  Engineers  |  Internal")


def test_a_session_stands_on_the_foot_as_far_as_there_is_room(kit):
    session = Session(client="Acme", trainer="I" * 40, date="2026-12-03")
    items = {
        item.slot: item for item in chrome.footers(kit, replace(COLOPHON, session=session), 7, kit.theme.stage.spot(CONTENT))
    }
    assert items["date"].body.text == "3 December 2026 · Acme"
    assert len(items["footer"].body.lines) == 1
