"""Clearance fails closed: what a reader may not see is nowhere in the result, neither its text nor its id."""

from __future__ import annotations

import re

import pytest

from generator.errors import Findings

PLANTED: dict[str, dict[str, str]] = {
    "a topic": {
        "content/topics/canary-id.yaml": """title: CANARY
part: focus
clearance: {0}
blocks: [{{kind: prose, text: [CANARY]}}]
""",
        "content/roles/owner.yaml": """title: Owner
badge: PO
shape: square
colour: accent1
icon: users
topics: [canary-id, one, two]
""",
    },
    "a block": {
        "content/topics/one.yaml": """title: T
part: focus
blocks:
  - {{kind: prose, text: [Fine.]}}
  - {{kind: callout, label: L, text: CANARY, clearance: {0}}}
""",
    },
    "a point of a list": {
        "content/topics/one.yaml": """title: T
part: focus
blocks:
  - kind: bullets
    points: [Fine, Also fine, {{lead: CANARY, clearance: {0}}}, {{lead: Fine, points: [{{text: CANARY, clearance: {0}}}]}}]
""",
    },
    "a row of a table": {
        "content/topics/one.yaml": """title: T
part: focus
blocks:
  - kind: table
    columns: [{{title: A}}, {{title: B}}]
    rows: [{{cells: [a, b]}}, {{cells: [CANARY, b], clearance: {0}}}]
""",
    },
    "a block of the handout": {
        "content/topics/one.yaml": """title: T
part: focus
blocks: [{{kind: prose, text: [Fine.]}}]
handout: [{{kind: prose, text: [CANARY], clearance: {0}}}]
""",
    },
    "a block of a variant": {
        "content/topics/one.yaml": """title: T
part: focus
blocks: [{{kind: prose, text: [Fine.]}}]
variants:
  everyone:
    blocks: [{{kind: prose, text: [Fine.]}}, {{kind: callout, label: CANARY, text: CANARY, clearance: {0}}}]
""",
    },
    "speaker notes": {
        "content/topics/one.yaml": """title: T
part: focus
blocks: [{{kind: prose, text: [Fine.]}}]
notes: {{engineers: {{say: CANARY, clearance: {0}}}, everyone: {{say: Fine.}}}}
""",
    },
    "opening notes and an objective": {
        "content/roles/owner.yaml": """title: Owner
badge: PO
shape: square
colour: accent1
icon: users
topics: [one, two]
opening: {{everyone: {{say: CANARY, clearance: {0}}}}}
objectives: [{{id: canary-id, text: CANARY, clearance: {0}}}]
""",
        "content/topics/one.yaml": "title: T\npart: focus\nobjectives: [canary-id]\nblocks: [{{kind: prose, text: [Fine.]}}]\n",
    },
    "notes of a section": {
        "content/audiences/engineers.yaml": """title: Engineers
clearance: internal
storyline: [{{id: first, title: First, parts: [focus, practice], notes: {{say: CANARY, clearance: {0}}}}}]
""",
    },
    "a fact and who says it": {
        "content/facts.yaml": "facts:\n  canary-id: {{says: CANARY, source: book, status: agreed, clearance: {0}}}\n",
        "content/topics/one.yaml": """title: T
part: focus
blocks: [{{kind: bullets, points: [Fine, Fine too, {{lead: CANARY, facts: [canary-id]}}]}}]
""",
    },
    "a source": {
        "content/facts.yaml": "facts:\n  f: {{says: A fact., source: canary-id, status: agreed}}\n",
        "content/sources.yaml": "sources:\n  canary-id: {{title: CANARY, clearance: {0}}}\n",
        "content/topics/one.yaml": "title: T\npart: focus\nfacts: [f]\nblocks: [{{kind: prose, text: [Fine.]}}]\n",
    },
    "a term": {
        "content/glossary.yaml": "terms:\n  canary-id: {{name: thing, means: CANARY, clearance: {0}}}\n",
        "content/audiences/everyone.yaml": """title: Everyone
abstract: true
terms: {{canary-id: {{explain: true}}}}
storyline: [{{id: first, title: First, parts: [focus, practice]}}]
""",
        "content/topics/one.yaml": "title: A thing\npart: focus\nblocks: [{{kind: prose, text: [A thing.]}}]\n",
    },
}


@pytest.mark.parametrize("place", PLANTED)
def test_nothing_above_the_readers_clearance_is_in_the_result(read, cut, said, place: str) -> None:
    made = cut(read({path: text.format("confidential") for path, text in PLANTED[place].items()}), "engineers")
    assert "canary" not in said(made).lower()
    assert any(d.step == "clearance" and d.outcome == "withheld" and d.reason for d in made.decisions)
    assert "CANARY" not in repr(made.decisions), "a decision names what was withheld; it does not say it"


@pytest.mark.parametrize("place", PLANTED)
def test_a_reader_with_the_clearance_gets_it(read, cut, said, place: str) -> None:
    made = cut(read({path: text.format("internal") for path, text in PLANTED[place].items()}), "engineers")
    assert "CANARY" in said(made)
    assert not [d for d in made.decisions if d.step == "clearance"]


@pytest.mark.parametrize("place", PLANTED)
def test_without_a_default_what_is_unmarked_counts_as_the_highest(read, cut, said, place: str) -> None:
    marked = {p: t.format("confidential") for p, t in PLANTED[place].items()}
    unmarked = {p: re.sub(r"(, |^)clearance: confidential\n?", "", t, flags=re.MULTILINE) for p, t in marked.items()}
    made = cut(read({"rolecast.yaml": "title: Sample\n", **unmarked}), "engineers")
    assert "canary" not in said(made).lower()
    assert made.topics == ()


def test_nesting_never_lowers(read, cut, said) -> None:
    topic = """title: CANARY
part: focus
clearance: confidential
blocks: [{kind: prose, text: [CANARY], clearance: public}]
notes: {everyone: {say: CANARY, clearance: public}}
"""
    assert "CANARY" not in said(cut(read({"content/topics/one.yaml": topic}), "engineers"))


def test_extending_an_audience_does_not_take_its_clearance(read, cut, said) -> None:
    files = {
        "content/audiences/guests.yaml": "title: Guests\nextends: sre\n",
        "content/topics/one.yaml": "title: CANARY\npart: focus\nclearance: internal\nblocks: [{kind: prose, text: [x]}]\n",
    }
    assert "CANARY" not in said(cut(read(files), "guests"))
    assert "CANARY" in said(cut(read(files), "sre"))


def test_an_unmarked_fact_leaves_it_to_the_text_that_says_it(read, cut, said) -> None:
    files = {
        "rolecast.yaml": "title: Sample\ndefault-clearance: internal\n",
        "content/topics/one.yaml": "title: T\npart: focus\nclearance: public\nfacts: [f]\nblocks: [{kind: prose, text: [x]}]\n",
    }
    made = cut(read(files), "bosses")
    assert [c.topic.id for c in made.topics] == ["one"]
    assert made.facts == {}
    assert made.topics[0].topic.facts == ()


def test_withheld_notes_give_way_to_those_for_everyone(read, cut) -> None:
    made = cut(read({p: t.format("confidential") for p, t in PLANTED["speaker notes"].items()}), "engineers")
    assert str(made.topics[0].topic.notes["engineers"].say) == "Fine."


@pytest.mark.parametrize(
    ("block", "left"),
    [
        ("{kind: bullets, points: [{lead: a, clearance: internal}, {lead: b, clearance: internal}]}", None),
        ("{kind: bullets, points: [a, {lead: b, clearance: internal}]}", 1),
        ("{kind: prose, text: [a], clearance: internal}", None),
    ],
)
def test_a_block_without_anything_left_goes_and_its_topic_with_it(read, cut, block: str, left: int | None) -> None:
    topic = f"title: T\npart: focus\nblocks: [{block}, {{kind: callout, label: L, text: Beside it.}}]\n"
    made = cut(read({"content/topics/one.yaml": topic}), "bosses")
    found = [c.topic for c in made.topics if c.topic.id == "one"]
    assert [len(t.blocks[0].points) for t in found] == ([left] if left else [])
    if not left:
        assert [d.reason for d in made.decisions if d.unit == "one"][-1] == "its main block is left out"


def test_ids_of_topics_the_reader_does_not_get_are_gone(read, cut, said) -> None:
    files = {
        "content/topics/one.yaml": "title: T\npart: focus\nrequires: [two]\nblocks: [{kind: prose, text: [x]}]\n",
        "content/topics/two.yaml": "title: T\npart: practice\nclearance: internal\nblocks: [{kind: prose, text: [x]}]\n",
    }
    findings = Findings()
    made = cut(read(files), "bosses", findings=findings)
    assert [(d.code, d.span.path) for d in findings.items] == [("T020", "content/topics/one.yaml")]
    assert "'two'" not in said(made)
