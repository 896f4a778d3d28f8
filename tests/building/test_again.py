"""A second build is fast and right: what is as it was is taken over, and nothing is old by mistake."""

from __future__ import annotations

import json

import pytest

from generator.building import Written


def test_nothing_is_made_again_when_nothing_changed(built):
    built.mark()
    before = built.snapshot()
    result = built.build()
    assert built.made() == set()
    assert {file.written for file in result.files} == {Written.UNCHANGED}
    after = built.snapshot()
    assert {name: data for name, data in after.items() if name != "build-report.json"} == {
        name: data for name, data in before.items() if name != "build-report.json"
    }


def test_what_is_taken_over_is_reported_in_full(built, once):
    result = built.build()
    assert built.entries() == once.entries()
    files = {file.path: file for file in result.files}
    assert files[built.deck].pages > 1
    assert files[built.deck].minutes > 0
    assert len(files) == len(built.record())


@pytest.mark.parametrize(
    "change",
    [
        ("content/topics/writer-focus.yaml", "Whoever has a question", "Whoever has one question"),
        ("content/audiences/chiefs.yaml", "title: Chiefs", "title: The chiefs"),
        ("rolecast.yaml", "organisation: Example Press", "organisation: Another Press"),
    ],
    ids=lambda change: change[0],
)
def test_a_change_of_the_content_is_seen(built, change):
    before = built.path(built.deck).read_bytes()
    built.mark()
    built.rewrite(*change)
    built.build()
    assert len(built.made()) == 12
    assert built.path(built.deck).read_bytes() != before


def test_a_template_of_the_projects_own_is_seen(built):
    path = built.project / "templates/decks/role-deck.yaml.j2"
    path.parent.mkdir(parents=True)
    head = "---\ndocument: role-deck\ntitle: short deck\nsubjects: [role]\nformats: [pptx, pdf]\n---\n"
    path.write_text(f"{head}- slide: cover\n", encoding="utf-8")
    result = built.build(documents=("role-deck",))
    assert {file.pages for file in result.files} == {1}


def test_another_date_makes_everything_again(built, monkeypatch):
    built.mark()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    built.build()
    assert len(built.made()) == 12


@pytest.mark.parametrize("key", ["that of another program", ""], ids=["another", "none"])
def test_a_document_with_another_key_is_made_again(built, key):
    """Program, packages and Python are in the key: what another one made is made again."""
    built.mark()
    path = built.out / "manifest.json"
    table = json.loads(path.read_text(encoding="utf-8"))
    for entry in table["documents"]:
        entry["key"] = key
    path.write_text(json.dumps(table), encoding="utf-8")
    built.build()
    assert len(built.made()) == 12


def test_a_file_that_is_gone_is_made_again(built):
    built.mark()
    built.path(built.sheet).unlink()
    result = built.build()
    assert built.made() == {"chiefs/writer-one-pager"}
    assert built.states(result)[built.sheet] == "new"
    assert built.path(built.sheet).exists()


@pytest.mark.parametrize("broken", ["", "{", '{"documents": [{"name": 1}]}', "[]", "\x00"])
def test_a_broken_report_costs_time_and_nothing_else(built, broken):
    (built.out / "build-report.json").write_text(broken, encoding="utf-8")
    result = built.build()
    assert result.ok
    assert len(built.entries()) == 12


def test_warnings_are_said_again_when_nothing_is_made(built, once):
    report = json.loads((built.out / "build-report.json").read_text(encoding="utf-8"))
    finding = {"code": "T011", "severity": "warning", "path": "x", "line": 1, "column": 1, "message": "m", "hint": ""}
    report["documents"][0]["findings"] = [finding]
    (built.out / "build-report.json").write_text(json.dumps(report), encoding="utf-8")
    assert built.codes(built.build()) == ["T011"]


def test_a_partial_build_keeps_the_rest_of_the_record_and_of_the_report(built):
    before = built.record()
    built.build(subjects=("writer",), documents=("one-pager",), formats=("pdf",), papers=("a4",))
    assert built.record().keys() == before.keys()
    assert "starters/editor-role-deck" in built.entries()


def test_a_build_elsewhere_leaves_the_projects_output_alone(built, tmp_path):
    before = built.snapshot()
    result = built.build(out=tmp_path / "elsewhere", subjects=("writer",), audiences=("chiefs",))
    assert (tmp_path / "elsewhere" / built.deck).exists()
    assert result.out == tmp_path / "elsewhere"
    assert built.snapshot() == before


def test_the_same_content_gives_the_same_bytes_everywhere(built, tmp_path):
    built.build(out=tmp_path / "elsewhere")
    assert (tmp_path / "elsewhere" / built.deck).read_bytes() == built.path(built.deck).read_bytes()
    assert (tmp_path / "elsewhere" / "manifest.json").read_bytes() == (built.out / "manifest.json").read_bytes()
