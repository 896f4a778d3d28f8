"""F001: every fact that a subject's topics name is shown on a visible page of some document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.building.facts import unshown_facts
from generator.building.report import read_report
from generator.building.workshop import read_material

ROOT = Path(__file__).resolve().parents[2]


def test_a_fact_that_topics_name_and_nobody_sees_is_a_warning(built):
    built.rewrite("content/topics/writer-jobs.yaml", "priority: should", "priority: could\nladder: [full, drop]\nfor: chiefs")
    built.rewrite("content/audiences/chiefs.yaml", "minutes: 4", "minutes: 2")
    result = built.build()
    finding = next(f for f in result.findings if f.code == "F001")
    assert finding.span.path == "content/facts.yaml"
    assert finding.span.line > 0
    assert "'writer-asks'" in finding.message and "writer-jobs" in finding.message
    assert result.exit_code == 0


def test_a_partial_build_cannot_tell(built):
    assert built.codes(built.build(subjects=("editor",))) == []


def test_a_hidden_slide_shows_nothing(once):
    entries = once.entries()
    chiefs = entries["chiefs/writer-role-deck"]
    assert chiefs["topics"]["writer-jobs"] in ("backup", "handout", "drop")
    assert "writer-asks" not in chiefs["facts_shown"]
    assert entries["starters/writer-role-deck"]["facts_shown"]["writer-asks"] == ["writer-jobs"]


def test_without_the_documents_that_show_it_a_fact_is_unshown(once):
    content = read_material(once.project).content
    entries = tuple(read_report(once.out).values())
    assert list(unshown_facts(content, entries)) == []
    nothing = [replace(entry, facts_shown={}) for entry in entries]
    assert [f.code for f in unshown_facts(content, nothing)] == ["F001"] * 3


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample project, built as a whole."""
    from generator.building import BuildRequest, build_documents

    out = tmp_path_factory.mktemp("sample")
    result = build_documents(BuildRequest(ROOT, out=out))
    return out, result


def test_the_sample_project_shows_every_fact_its_topics_name(sample):
    out, _ = sample
    content = read_material(ROOT).content
    assert [f.message for f in unshown_facts(content, read_report(out).values())] == []


def test_the_sample_project_is_built_without_a_finding(sample):
    _, result = sample
    assert [str(f) for f in result.findings] == []
    assert len(result.files) >= 36
