"""`rolecast list`: subjects, audiences, documents, themes."""

from __future__ import annotations

import json


def test_it_lists_everything(rolecast):
    result = rolecast("list")
    assert result.exit_code == 0
    for name in ("Subjects", "writer-or-editor", "Audiences", "chiefs", "Documents", "one-pager", "Themes", "meridian"):
        assert name in result.stdout


def test_it_lists_one_sort(rolecast):
    result = rolecast("list", "audiences")
    assert "chiefs" in result.stdout
    assert "writer" not in result.stdout


def test_json_has_a_list_for_each_sort(rolecast):
    tables = json.loads(rolecast("list", "--report", "json").stdout)
    assert [s["id"] for s in tables["subjects"]] == ["editor", "writer", "writer-or-editor"]
    assert tables["audiences"][0]["budget"] == "4 min, 5 slides"
    assert {d["id"] for d in tables["documents"]} >= {"role-deck", "comparison-deck", "one-pager"}


def test_an_abstract_audience_is_not_listed(rolecast):
    assert "everyone" not in rolecast("list", "audiences").stdout


def test_an_unknown_sort_is_a_usage_error(rolecast):
    assert rolecast("list", "colours").exit_code == 2


def test_no_project_exits_3(program, tmp_path):
    assert program("list", cwd=tmp_path).returncode == 3


def test_a_broken_project_is_said_plainly(rolecast, tiny):
    (tiny / "rolecast.yaml").write_text("titel: x\n", encoding="utf-8")
    result = rolecast("list")
    assert result.exit_code == 1
    assert "rolecast.yaml:1:1" in result.stderr
