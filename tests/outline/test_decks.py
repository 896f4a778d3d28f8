"""A deck's plan: slides in the template's order, every reference resolved, nothing shown that the reader does not get."""

from __future__ import annotations

from datetime import date

import pytest

from generator.outline.model import SlideKind
from generator.tailoring.budget import Purse

BODY = 6
"""Lines of the head that the fixture puts before a template."""


def test_the_packaged_deck_lists_everything_an_audience_wants(studio) -> None:
    planned = studio().plan("role-deck")
    assert planned.told == []
    assert planned.ids == [
        "cover",
        "agenda",
        "objectives",
        "section-first",
        "one",
        "section-second",
        "two",
        "three",
        "sources",
    ]


def test_a_glossary_slide_stands_before_the_sources_from_three_words_on(studio, project) -> None:
    """Two words would leave a slide nearly empty; the notes explain them."""
    readers, terms = "content/audiences/engineers.yaml", "content/glossary.yaml"
    more = {
        readers: project[readers].replace("story: {explain: true}", "story: {explain: true}, details: {explain: true}"),
        terms: project[terms] + "  details: {name: details, means: The rest.}\n",
    }

    assert studio(more).plan("role-deck").ids[-2:] == ["glossary", "sources"]


def test_it_leaves_out_what_an_audience_does_not_want(studio) -> None:
    assert studio().plan("role-deck", reader="bosses").ids == ["cover", "one", "two", "three"]


def test_a_comparison_has_a_deck_of_its_own(studio) -> None:
    planned = studio().plan("comparison-deck", subject="both")
    assert planned.deck is not None
    assert [s.id for s in planned.deck.subjects] == ["owner", "other"]
    assert planned.deck.role == "dk1"
    assert planned.deck.colophon.title == "Both: comparison deck"


def test_the_agenda_knows_sections_minutes_and_first_slides(studio) -> None:
    planned = studio().plan("role-deck")
    (agenda,) = [s.blocks[0] for s in planned.deck.slides if s.id == "agenda"]
    assert [(e.title, e.promise, e.minutes, e.slide) for e in agenda.entries] == [
        ("The first", "It begins.", 3, "section-first"),
        ("The second", "", 4, "section-second"),
    ]
    assert planned.deck.minutes == 7


def test_the_colophon_has_the_newest_date_shown_and_a_key_of_what_is_said(studio) -> None:
    first = studio().plan("role-deck").deck.colophon
    assert (first.date, first.classification, first.organisation) == (date(2026, 11, 2), "Internal", "Org")
    other = {"content/topics/two.yaml": "title: Other\npart: practice\nfor: bosses\nblocks: [{kind: prose, text: [x]}]\n"}
    changed = {"content/topics/two.yaml": other["content/topics/two.yaml"].replace("[x]", "[y]")}
    keys = [studio(files).plan("role-deck").deck.colophon.source_key for files in (other, changed)]
    assert keys[0] == keys[1] != first.source_key, "a change for others changes nothing here"


def test_notes_say_ask_time_and_explain_each_term_where_it_is_first_used(deck) -> None:
    planned = deck("- slide: topic\n  topic: one\n- slide: topic\n  topic: two\n")
    assert [s.notes for s in planned.deck.slides] == [
        ("Clock: 0:00 to 0:03 of 0:05 (3 min).", "Say it.", "Ask: Agreed?", "Explain sprint: A round.", "Explain story: A wish."),
        ("Clock: 0:03 to 0:05 of 0:05 (2 min).",),
    ]


def test_a_topic_cut_to_brief_is_shortened_whoever_reads_it(deck) -> None:
    planned = deck("- slide: topic\n  topic: three\n", purse=Purse(6.2, 99))
    assert [p.text for p in planned.deck.slides[0].blocks[0].points] == [None, None]


def test_backup_slides_are_hidden_even_where_the_template_forgets_it(deck) -> None:
    planned = deck(
        "- slide: cover\n{% for t in backup %}\n- slide: topic\n  topic: {{ t.id }}\n{% endfor %}\n", purse=Purse(99, 2)
    )
    assert [(s.id, s.hidden) for s in planned.deck.slides] == [("cover", False), ("three", True)]


@pytest.mark.parametrize("topic", ["only-paper", "nowhere"])
def test_topics_that_are_not_for_slides_are_told_at_the_templates_line(deck, topic: str) -> None:
    planned = deck(f"- slide: cover\n\n- slide: topic\n  topic: {topic}\n")
    assert planned.deck is None
    assert planned.told == [f"own:{BODY + 3} C020 topic {topic!r} is not among this reader's topics for slides"]


def test_a_dropped_topic_is_not_brought_back_by_a_template(studio) -> None:
    gone = "title: T\npart: practice\npriority: could\nladder: [full, drop]\nblocks: [{kind: prose, text: [x]}]\n"
    own = "---\ndocument: own\ntitle: own\nsubjects: [role]\nformats: [pdf]\n---\n- slide: topic\n  topic: three\n"
    planned = studio({"content/topics/three.yaml": gone, "templates/decks/own.yaml.j2": own}).plan("own", purse=Purse(99, 2))
    assert [t.partition(" ")[2] for t in planned.told] == ["C020 topic 'three' is not among this reader's topics for slides"]


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("- slide: topic", "C006 a slide of sort 'topic' needs 'topic'"),
        ("- slide: divider", "C006 a slide of sort 'divider' needs 'section'"),
        ("- slide: blocks", "C006 a slide of sort 'blocks' needs 'blocks'"),
        ("- slide: divider\n  section: frist", "C020 there is no section 'frist' in this audience's storyline"),
        ("- slide: topic\n  topic: one\n  section: frist", "C020 there is no section 'frist' in this audience's storyline"),
        ("- slide: topic\n  topic: two", "C021 topic 'two' stands on a slide already"),
        ("- slide: covr", "C005 'slide' cannot be 'covr'"),
        ("- slide: cover\n  hiden: true", "C004 unknown key 'hiden'"),
        ("- cover", "C005 "),
    ],
)
def test_an_item_that_makes_no_sense_is_told_at_the_templates_line(deck, item: str, told: str) -> None:
    planned = deck(f"- slide: topic\n  topic: two\n{{# a comment\nof two lines #}}\n{item}\n- slide: cover\n")
    assert planned.deck is None
    (found,) = planned.told
    line = BODY + 5 + ("hiden" in item)
    assert found.startswith(f"own:{line} {told}")


@pytest.mark.parametrize("body", ["", "\n{# nothing #}\n", "# only a comment\n", "{% if false %}\n- slide: cover\n{% endif %}"])
def test_a_template_that_lists_nothing_is_told(deck, body: str) -> None:
    assert [t.partition(" ")[2] for t in deck(body).told] == ["O005 the template lists nothing"]


def test_an_output_that_is_no_list_is_told(deck) -> None:
    assert [t.partition(" ")[2] for t in deck("slide: cover\n").told] == ["O005 the template's output is no list"]


def test_slides_with_nothing_on_them_are_left_out(deck) -> None:
    body = "- slide: cover\n- slide: agenda\n- slide: glossary\n- slide: sources\n- slide: objectives\n"
    assert deck(body).ids == ["cover", "glossary", "sources", "objectives"], "without sections there is no agenda"
    (told,) = deck("- slide: agenda\n").told
    assert "O005 nothing the template lists is for engineers" in told


def test_a_single_objective_still_has_its_slide(deck) -> None:
    planned = deck("- slide: objectives\n")
    assert [str(p) for p in planned.deck.slides[0].blocks[0].points] == ["Name it."]


def test_ids_are_unique_whatever_topics_are_called(studio) -> None:
    topic = "title: T\npart: focus\nblocks: [{kind: prose, text: [x]}]\n"
    role = "title: O\nbadge: PO\nshape: square\ncolour: accent2\nicon: users\ntopics: [agenda, cover]\n"
    files = {"content/topics/agenda.yaml": topic, "content/topics/cover.yaml": topic, "content/roles/owner.yaml": role}
    planned = studio(files).plan("role-deck", reader="engineers")
    assert planned.ids == ["cover-2", "agenda-2", "section-first", "agenda", "cover"]
    assert [e.slide for e in planned.deck.slides[1].blocks[0].entries] == ["section-first"]
    assert [str(s.blocks[0].kind) for s in planned.deck.slides[1:] if s.blocks] == ["agenda", "prose", "prose"]


def test_a_templates_own_blocks_are_tailored_too(deck) -> None:
    body = """- slide: blocks
  title: {{ subject.title ~ " and more" }}
  blocks:
    - kind: bullets
      points: [The backlog, {lead: SECRET, clearance: confidential}, {lead: OTHERS, for: bosses}]
- slide: blocks
  blocks: [{kind: prose, text: [SECRET], clearance: confidential}]
"""
    planned = deck(body)
    assert "SECRET" not in repr(planned.deck)
    assert "OTHERS" not in repr(planned.deck)
    (slide,) = planned.deck.slides
    assert [str(p) for p in slide.blocks[0].points] == ["The work list"]
    assert (str(slide.title), slide.kind, slide.id) == ("Owner and more", SlideKind.BODY, "slide-1")


def test_sources_and_glossary_are_filled_in(deck) -> None:
    planned = deck("- slide: glossary\n- slide: sources\n- slide: topic\n  topic: one\n")
    glossary, sources, _ = planned.deck.slides
    assert [[str(c) for c in row.cells] for row in glossary.blocks[0].rows] == [["Sprint", "A round."], ["Story", "A wish."]]
    assert [(e.title, e.detail, e.url) for e in sources.blocks[0].entries] == [
        ("A book", "Somebody · 2020", "https://example.com/")
    ]
