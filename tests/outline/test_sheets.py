"""A sheet's plan: its header and its topics in the template's order, each once, and only what the reader gets."""

from __future__ import annotations

import pytest

from generator.outline.model import Header
from generator.tailoring.budget import Purse

BODY = 6
"""Lines of the head that the fixture puts before a template."""


def test_the_packaged_one_pager_takes_the_audiences_parts_in_order(studio) -> None:
    planned = studio().plan("one-pager")
    assert planned.told == []
    assert planned.sheet.header is Header.DATA
    assert [(e.topic, e.title, e.columns, e.rank) for e in planned.sheet.entries] == [
        ("two", "Second", 7, 1),
        ("only-paper", "On paper", 5, 0),
        ("one", "The first topic", 12, 0),
    ]
    assert [e.block.kind for e in planned.sheet.entries] == ["quote", "prose", "bullets"]


def test_it_says_who_it_is_about(studio) -> None:
    sheet = studio().plan("one-pager").sheet
    assert (sheet.name, str(sheet.headline), str(sheet.remember), sheet.role) == ("Owner", "Claims.", "Remember.", "accent2")
    assert sheet.horizon == (0, 2)
    assert (sheet.contact_label, sheet.contact_lines) == ("My notes", ("", "", ""))


def test_a_topic_that_the_budget_sent_to_the_handout_stands_there_and_goes_first(studio) -> None:
    topic = "title: T\npart: words\npriority: could\nladder: [full, handout]\nblocks: [{kind: prose, text: [x]}]\n"
    planned = studio({"content/topics/three.yaml": topic}).plan("one-pager", purse=Purse(99, 2))
    assert [(e.topic, e.rank) for e in planned.sheet.entries][-1] == ("three", 2)


def test_a_sheet_may_begin_with_no_header_of_its_own(sheet) -> None:
    assert sheet("- topic: one\n").sheet.header is Header.BAND


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("- topic: nowhere", "C020 topic 'nowhere' is not among this reader's topics"),
        ("- topic: one", "C021 topic 'one' stands on the sheet already"),
        ("- header: bant", "C005 'header' cannot be 'bant'"),
        ("- {header: band, topic: two}", "C005 an item of a sheet is either a `header` or a `topic`"),
        ("- columns: 7", "C005 an item of a sheet is either a `header` or a `topic`"),
        ("- {topic: two, columns: 8}", "C005 'columns' cannot be 8"),
    ],
)
def test_an_item_that_makes_no_sense_is_told_at_the_templates_line(sheet, item: str, told: str) -> None:
    planned = sheet(f"- topic: one\n{{% if true %}}\n{item}\n{{% endif %}}\n")
    assert planned.sheet is None
    assert planned.told == [f"own:{BODY + 3} {told}"]


def test_a_sheet_that_lists_nothing_is_told(sheet) -> None:
    assert [t.partition(" ")[2] for t in sheet("{% for t in backup %}\n- topic: {{ t.id }}\n{% endfor %}\n").told] == [
        "O005 the template lists nothing"
    ]
