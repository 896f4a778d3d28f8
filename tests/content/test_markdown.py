"""A topic says the same in Markdown as in YAML, and what is wrong in it is told at its line and column."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.block import Block
from generator.blocks import KINDS
from generator.content.markdown import read_topic
from generator.content.reader import read_content
from generator.content.topic import Topic
from generator.errors import Diagnostic, Findings
from generator.files import InMemory
from generator.notation.records import read_record

HERE = Path(__file__).parent
TWINS = sorted((HERE / "markdown").glob("*.md"))
BAD = sorted((HERE / "bad").glob("*.md"))
PLACE = "content/topics/c.md"
PLAN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect x="1" y="1" width="8" height="8" fill="#204080"/></svg>'
START = "---\npart: focus\n---\n\n# A\n\n"


def read(good: dict[str, str], text: str | bytes, path: str = PLACE) -> tuple[Topic | None, list[Diagnostic]]:
    """The topic `c` of the small project, and what is told."""
    findings = Findings()
    role = good["content/roles/owner.yaml"].replace("title: Product owner", "title: Product lead")
    more = {"content/media/plan.svg": PLAN, "content/roles/lead.yaml": role}
    content = read_content(InMemory({**good, **more, path: text}), findings)
    return content.topics.get("c"), list(dict.fromkeys(findings.items))


def told(findings: list[Diagnostic]) -> list[str]:
    return [f"{d.span.line}:{d.span.column} {d.code} {d.message}" + (f" | {d.hint}" if d.hint else "") for d in findings]


def meaning(value: object) -> object:
    """A value without any place."""
    if isinstance(value, BaseModel):
        fields = {name: meaning(getattr(value, name)) for name in type(value).model_fields if name != "span"}
        return {"": type(value).__name__, **fields}
    if isinstance(value, dict):
        return {key: meaning(entry) for key, entry in value.items()}
    if isinstance(value, tuple):
        return tuple(meaning(entry) for entry in value)
    return value


def places(value: object) -> list[str]:
    """The files that the records of a value come from."""
    if isinstance(value, BaseModel):
        own = [value.span.path] if hasattr(value, "span") else []
        return own + [path for name in type(value).model_fields for path in places(getattr(value, name))]
    if isinstance(value, dict):
        return [path for entry in value.values() for path in places(entry)]
    return [path for entry in value for path in places(entry)] if isinstance(value, tuple) else []


@pytest.mark.parametrize("path", TWINS, ids=lambda path: path.stem)
def test_a_topic_is_the_same_in_markdown_and_in_yaml(path: Path, good: dict[str, str]) -> None:
    markdown, findings = read(good, path.read_text(encoding="utf-8"))
    assert told(findings) == []
    written, findings = read(good, path.with_suffix(".yaml").read_text(encoding="utf-8"), "content/topics/c.yaml")
    assert told(findings) == []
    assert markdown is not None
    assert meaning(markdown) == meaning(written)
    assert set(places(markdown)) == {PLACE}


def test_every_kind_that_authors_write_has_an_example(good: dict[str, str]) -> None:
    shown = {block.kind for path in TWINS for block in shown_in(read(good, path.read_text(encoding="utf-8"))[0])}
    assert {kind.model_fields["kind"].default for kind in KINDS} - shown == {"agenda", "sources"}


def shown_in(topic: Topic | None) -> tuple[Block, ...]:
    return (*topic.blocks, *(topic.handout or ())) if topic else ()


@pytest.mark.parametrize("path", TWINS, ids=lambda path: path.stem)
def test_line_ends_and_a_byte_order_mark_change_nothing(path: Path, good: dict[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    plain, _ = read(good, text)
    other, findings = read(good, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8"))
    assert findings == []
    assert plain == other


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_topic_gives_the_findings_that_its_front_matter_names(path: Path, good: dict[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    expected = [line.removeprefix("# Error: ") for line in text.splitlines() if line.startswith("# Error: ")]
    _, findings = read(good, text)
    assert expected
    assert {d.span.path for d in findings} == {PLACE}
    assert sorted(told(findings)) == sorted(expected)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_name_that_is_wrong_stands_where_its_finding_says(path: Path, good: dict[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for finding in read(good, text)[1]:
        name = re.search(r"'(?:::: )?([^']+)'$", finding.message)
        if name and finding.code in ("C004", "C007", "C020"):
            assert lines[finding.span.line - 1][finding.span.column - 1 :].startswith(name[1])


def test_the_manuals_example_is_a_topic() -> None:
    manual = (HERE.parents[1] / "docs" / "content.md").read_text(encoding="utf-8")
    text = re.findall(r"^````markdown\n(.*?)^````$", manual, re.DOTALL | re.MULTILINE)
    findings = Findings()
    tree = read_topic(text[0].encode(), "a.md", findings)
    topic = read_record(tree, Topic, findings) if tree else None
    assert findings.items == []
    assert topic is not None
    assert [block.kind for block in (*topic.blocks, *(topic.handout or ()))] == ["bullets", "callout", "table"]
    assert (set(topic.notes), set(topic.variants)) == ({"everyone"}, {"executives"})


def test_front_matter_that_is_never_closed_is_told(good: dict[str, str]) -> None:
    assert told(read(good, "---\npart: focus\n\n# A\n\nText\n")[1]) == [
        "1:1 C009 the front matter is never closed | close it with a line ---"
    ]


def test_front_matter_may_be_left_out_or_empty_and_is_a_mapping(good: dict[str, str]) -> None:
    assert told(read(good, "# A\n\nText\n")[1]) == ["1:1 C006 key 'part' is missing"]
    assert told(read(good, "---\n# part: focus\n---\n# A\n\nText\n")[1]) == ["2:1 C006 key 'part' is missing"]
    assert told(read(good, "---\n- part\n---\n# A\n\nText\n")[1]) == [
        "2:1 C005 the front matter must be a mapping (`key: value`) | write `part: focus`, for example"
    ]


def test_an_empty_file_lacks_everything(good: dict[str, str]) -> None:
    assert [d.message for d in read(good, "")[1]] == [f"key {key!r} is missing" for key in ("title", "part", "blocks")]


def test_what_a_front_matter_says_stands_in_its_own_lines(good: dict[str, str]) -> None:
    assert told(read(good, "---\npart: focus\nminutes: -1\nrequires: [a, x]\n---\n# A\n\nText\n")[1]) == [
        "3:10 C005 'minutes' must be at least 0, not -1",
        "4:15 C020 there is no topic 'x' | known: a, b, c",
    ]


def test_blocks_and_their_parts_know_the_line_they_stand_in(good: dict[str, str]) -> None:
    text = START + "::: cards\n### One\nText\n\n### Two\n:::\n\n::: callout {label=x}\nText\n:::\n"
    topic, findings = read(good, text)
    assert findings == []
    assert topic is not None
    cards, callout = topic.blocks
    assert [(card.span.line, card.span.column) for card in cards.cards] == [(8, 1), (11, 1)]
    assert (cards.span.line, callout.span.line) == (7, 14)


def test_one_id_in_both_notations_is_one_too_many(good: dict[str, str]) -> None:
    _, findings = read(good, START + "Text\n", "content/topics/a.md")
    assert [(d.code, d.span.path, d.message) for d in findings] == [
        ("C021", "content/topics/a.yaml", "id 'a' is taken by content/topics/a.md")
    ]


def test_markdown_elsewhere_is_not_read_and_a_readme_is_left_alone(good: dict[str, str]) -> None:
    files = {"content/roles/owner-two.md": "# A", "content/topics/README.md": "# About", "content/README.md": "# About"}
    _, findings = read({**good, **files}, START + "Text\n")
    assert [(d.code, d.span.path) for d in findings] == [("C030", "content/roles/owner-two.md")]


def test_a_quote_a_code_and_a_condition_keep_what_looks_like_markup(good: dict[str, str]) -> None:
    topic, findings = read(good, START + "Write `{x=y}` or \\{x} or ` <b> ` or 5 < 6 and [a].\n")
    assert findings == []
    assert topic is not None
    assert str(topic.blocks[0].text[0]) == "Write {x=y} or {x} or <b> or 5 < 6 and [a]."


@pytest.mark.parametrize(
    "text",
    [
        "a " * 150_000,
        "> " * 30_000 + "a",
        "- " * 30_000 + "a",
        "![" * 60_000,
        "<!-- " * 30_000,
        "`" * 100_000,
        "{" * 100_000 + "}",
        "a\n" + "{a=b}\n\n" * 20_000,
        "::: {for=engineers}\n" * 9_000,
        "[a][b]" * 20_000,
        "|a" * 500 + "\n" + "|-" * 500 + "\n" + "|\n" * 60_000,
        "```yaml cards\n" * 10_000,
        "- a\n" * 40_000,
        "**" * 60_000,
        "***a** " * 20_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_whatever_a_file_holds_it_is_read_or_refused_soon(text: str, good: dict[str, str]) -> None:
    start = time.process_time()
    read(good, START + text)
    assert time.process_time() - start < 5


def test_what_is_too_large_or_too_deep_is_told(good: dict[str, str]) -> None:
    def said(text: str) -> list[str]:
        return [f"{d.span.line} {d.code} {d.message}" for d in read(good, START + text)[1]]

    assert said("a " * 30_000) == ["1 C008 the file has 60,026 characters, at most 50,000 are read"]
    assert said("- " * 18 + "a") == ["7 C008 lists and quotes stand too deep in each other here"]
    assert said("::: {for=engineers}\n" * 9) == ["15 C008 divisions stand more than 8 deep in each other"]
    assert said("a " * 5_001) == ["7 C008 a text has 10,001 characters, at most 10,000 are read"]
    assert said("- a\n" * 10_000) == ["1 C008 the file has more than 20,000 parts"]


PIECES = sorted({block for path in TWINS for block in path.read_text(encoding="utf-8").split("\n\n")})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.data())
def test_reading_reports_and_never_raises(good: dict[str, str], data: st.DataObject) -> None:
    """Pieces of right files in any order, cut anywhere, give findings or a topic."""
    text = "\n\n".join(data.draw(st.lists(st.sampled_from(PIECES), max_size=6)))
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    middle = data.draw(
        st.sampled_from(["", "{", "}", ":::", "\n:::\n", "```", "|", "> ", "- ", "\n", '"', "<!--", "---\n", "\\"])
    )
    topic, findings = read(good, START + text[:start] + middle + text[end:])
    assert topic or findings
