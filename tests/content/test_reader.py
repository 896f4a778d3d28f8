"""A project is read in one run: what is right becomes a value, everything that is wrong is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.blocks.chart import Chart
from generator.content.library import Content, told_to
from generator.content.reader import read_content, read_project
from generator.content.values import Clearance, Priority, Rung
from generator.errors import Findings, Severity
from generator.files import InMemory

BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))


def read(files: dict[str, str]) -> tuple[Content, Findings]:
    findings = Findings()
    return read_content(InMemory(files), findings), findings


def told(findings: Findings) -> list[str]:
    return [f"{d.span} {d.code} {d.message}" + (f" | {d.hint}" if d.hint else "") for d in findings.items]


def test_a_right_project_has_no_findings_and_everything_is_there(good: dict[str, str]) -> None:
    content, findings = read(good)
    assert not findings.items
    assert content.project.title == "Sample"
    assert set(content.facts) == {"f-one", "f-two"}
    assert set(content.subjects) == {"owner", "both"}
    assert [t.id for t in content.topics_of("owner")] == ["a", "b"]
    assert [a.id for a in content.readers] == ["engineers", "new-hires"]
    topic = content.topics["b"]
    assert (topic.id, topic.priority, topic.ladder) == ("b", Priority.SHOULD, tuple(Rung))
    assert topic.span.path == "content/topics/deep/b.yaml"
    assert content.roles["owner"].updated == date(2026, 10, 12)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_gives_the_findings_that_its_first_lines_name(path: Path, good: dict[str, str]) -> None:
    """The first line names the file that the example stands for; the next ones what is told, without that file's path."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    name = lines[0].removeprefix("# File: ")
    expected = [line.removeprefix("# Error: ") for line in lines if line.startswith("# Error: ")]
    _, findings = read({**good, name: text})
    assert expected
    assert sorted(line.removeprefix(f"{name}:") for line in told(findings)) == sorted(expected)


def test_there_are_examples_of_bad_files() -> None:
    assert len(BAD) > 15


CHART = "title: A\npart: focus\nblocks:\n  - {kind: chart, form: bar, data: days.csv, category: who, value: days}\n"


def test_a_chart_is_handed_its_table_in_blocks_handout_and_variants(good: dict[str, str]) -> None:
    block = CHART.split("blocks:")[1].replace("\n  ", "\n      ")
    content, findings = read({**good, "content/topics/c.yaml": f"{CHART}handout:{block}variants:\n  brief:\n    blocks:{block}"})
    assert not findings.items
    topic = content.topics["c"]
    for blocks in (topic.blocks, topic.handout, topic.variants["brief"].blocks):
        assert blocks is not None
        assert isinstance(blocks[0], Chart)
        assert [bar for bar, _ in blocks[0].loaded] == ["One name", "Two names"]


def test_a_table_that_is_broken_is_told_once_however_many_charts_draw_it(good: dict[str, str]) -> None:
    bad = {
        **good,
        "content/data/days.csv": "who,days\nOne name\n",
        "content/topics/c.yaml": CHART,
        "content/topics/d.yaml": CHART,
    }
    assert [line.split(" ")[:2] for line in told(read(bad)[1])] == [["content/data/days.csv:2:1", "C010"]]


def test_colours_of_our_own_become_roles_of_the_theme(good: dict[str, str]) -> None:
    content, _ = read(good)
    look = content.looks["owner"]
    assert (look.name, look.colour, look.badge, look.shape, look.icon) == ("Product owner", "accent2", "PO", "square", "users")


def test_an_audience_takes_from_those_it_extends_what_it_does_not_state(good: dict[str, str]) -> None:
    content, _ = read(good)
    engineers, hires = content.audiences["engineers"], content.audiences["new-hires"]
    assert (engineers.budget.minutes, engineers.budget.slides) == (30, 12)
    assert (hires.budget.slides, hires.reading.sentence, hires.agenda) == (12, 20, False)
    assert engineers.agenda
    assert engineers.terms["backlog"].explain
    assert hires.terms["backlog"].say == "list"
    assert [section.id for section in hires.storyline] == ["all"]
    assert not hires.abstract
    assert hires.lineage == ("new-hires", "engineers", "everyone")


def test_an_audience_without_a_clearance_has_the_lowest_whatever_it_extends(good: dict[str, str]) -> None:
    content, _ = read(good)
    assert content.audiences["engineers"].clearance is Clearance.CONFIDENTIAL
    assert content.audiences["new-hires"].clearance is Clearance.PUBLIC


def test_unmarked_content_has_the_projects_clearance_or_the_highest(good: dict[str, str]) -> None:
    content, _ = read(good)
    assert content.clearance_of(content.topics["a"]) is Clearance.INTERNAL
    assert content.clearance_of(content.topics["b"]) is Clearance.PUBLIC
    content, _ = read({**good, "rolecast.yaml": "title: Sample\ncolours: {forest: accent2}\n"})
    assert content.clearance_of(content.facts["f-one"]) is Clearance.CONFIDENTIAL


def test_nesting_never_lowers_a_clearance() -> None:
    assert Clearance.INTERNAL.raised("public") is Clearance.INTERNAL
    assert Clearance.INTERNAL.raised("confidential") is Clearance.CONFIDENTIAL
    assert Clearance.INTERNAL.raised(None) is Clearance.INTERNAL
    assert not Clearance.PUBLIC.may_see(Clearance.INTERNAL)


def test_what_is_said_to_nobody_by_name_is_said_by_what_they_extend(good: dict[str, str]) -> None:
    content, _ = read(good)
    hires = content.audiences["new-hires"]
    assert told_to(hires, {"engineers": 1, "everyone": 2}) == 1
    assert told_to(hires, {"everyone": 2}) == 2
    assert told_to(hires, {"executives": 3}) is None


def test_all_findings_of_all_files_come_in_one_run(good: dict[str, str]) -> None:
    broken = {path: text + "extra: 1\n" for path, text in good.items() if path.endswith(".yaml")}
    _, findings = read({**good, **broken})
    assert {d.span.path for d in findings.items if d.code == "C004"} == set(broken)


def test_one_bad_fact_leaves_the_others(good: dict[str, str]) -> None:
    content, findings = read({**good, "content/facts.yaml": good["content/facts.yaml"].replace("says: The first.", "say: x")})
    assert set(content.facts) == {"f-two"}
    assert {d.code for d in findings.items} == {"C004", "C006"}, "topics that name the bad fact are not told"


def test_without_rolecast_yaml_there_is_no_project() -> None:
    findings = Findings()
    assert read_project(InMemory({}), findings) is None
    assert [d.code for d in findings.items] == ["C031"]


def test_without_content_there_is_a_finding_for_each_thing_needed() -> None:
    _, findings = read({"rolecast.yaml": "title: Sample\n"})
    assert [(d.code, d.message) for d in findings.items] == [
        ("C030", "there is no audience"),
        ("C030", "there is no role, comparison or course"),
        ("C030", "there is no topic"),
    ]


def test_files_that_nothing_reads_are_told(good: dict[str, str]) -> None:
    _, findings = read({**good, "content/topic/a.yaml": "x: 1", "content/topics/c.yml": "x: 1"})
    assert sorted((d.code, d.severity) for d in findings.items) == [("C005", Severity.ERROR), ("C030", Severity.WARNING)]


def test_two_files_of_one_name_are_one_id_too_many(good: dict[str, str]) -> None:
    _, findings = read(
        {
            **good,
            "content/topics/x/a.yaml": good["content/topics/a.yaml"],
            "content/roles/both.yaml": good["content/roles/owner.yaml"],
        }
    )
    assert sorted(d.code for d in findings.items) == ["C021", "C021"]


def test_a_file_name_that_is_no_id_is_told(good: dict[str, str]) -> None:
    _, findings = read({**good, "content/topics/My Topic.yaml": good["content/topics/a.yaml"]})
    assert [d.code for d in findings.items] == ["C005"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.data())
def test_reading_reports_and_never_raises(good: dict[str, str], data: st.DataObject) -> None:
    """Any file cut, doubled, emptied or mixed with another one gives findings or content."""
    name = data.draw(st.sampled_from(sorted(good)))
    text = good[name]
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    other = good[data.draw(st.sampled_from(sorted(good)))]
    middle = data.draw(st.sampled_from(["", text[start:end] * 2, other, "[", ": ", "- ", "null", "{}", "\t", '"', "0"]))
    read({**good, name: text[:start] + middle + text[end:]})
