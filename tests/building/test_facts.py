"""F001: every fact that a subject's topics name is shown on a visible page of some document."""

from __future__ import annotations

from dataclasses import replace

from generator.building.facts import unshown_facts
from generator.building.report import read_report
from generator.building.workshop import read_material


def test_a_fact_that_topics_name_and_nobody_sees_is_a_warning(built):
    built.rewrite("content/topics/writer-practice.yaml", "part: practice", "part: practice\nladder: [full, backup]\nfor: chiefs")
    result = built.build()
    finding = next(f for f in result.findings if f.code == "F001")
    assert finding.span.path == "content/facts.yaml"
    assert finding.span.line > 0
    assert "'writer-checks'" in finding.message and "writer-practice" in finding.message
    assert result.exit_code == 0


def test_a_partial_build_cannot_tell(built):
    assert built.codes(built.build(subjects=("editor",))) == []


def test_a_hidden_slide_shows_nothing(once):
    entries = once.entries()
    chiefs = entries["chiefs/writer-role-deck"]
    assert chiefs["topics"]["writer-practice"] == "backup"
    assert "writer-checks" not in chiefs["facts_shown"]
    assert entries["starters/writer-role-deck"]["facts_shown"]["writer-checks"] == ["writer-practice"]


def test_without_the_documents_that_show_it_a_fact_is_unshown(once):
    content = read_material(once.project).content
    entries = tuple(read_report(once.out).values())
    assert list(unshown_facts(content, entries)) == []
    nothing = [replace(entry, facts_shown={}) for entry in entries]
    assert [f.code for f in unshown_facts(content, nothing)] == ["F001"] * 4
