"""What does not fit a record is told at its line and column, in the author's words. Examples are the files in bad/."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, field_validator

from generator.errors import Findings
from generator.notation.inline import Text
from generator.notation.records import Record, read_record
from generator.notation.tree import Tree
from generator.notation.yaml import read_yaml
from generator.source import Span

BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))


class Depth(StrEnum):
    FULL = "full"
    BRIEF = "brief"


class Point(Record):
    lead: Text
    text: Text | None = None


class Points(Record):
    kind: Literal["points"] = "points"
    points: tuple[Text | Point, ...] = Field(min_length=2, max_length=3)


class Cards(Record):
    kind: Literal["cards"] = "cards"
    cards: tuple[Point, ...]
    for_: str | None = Field(default=None, alias="for")


class Sample(Record):
    title: Text
    minutes: int = Field(default=1, ge=1)
    share: float = 0.5
    hidden: bool = False
    depth: Annotated[Depth, Field(strict=False)] = Depth.FULL
    columns: Literal[12, 6] = 12
    names: Mapping[str, Text] = {}
    blocks: tuple[Annotated[Points | Cards, Field(discriminator="kind")], ...] = ()
    base_url: str = Field(default="", alias="base-url")

    @field_validator("base_url")
    @classmethod
    def _secure(cls, value: str) -> str:
        if value and not value.startswith("https://"):
            raise ValueError(f"link {value!r} is not https")
        return value


def read(text: str) -> tuple[Sample | None, Findings]:
    findings = Findings()
    tree = read_yaml(text.encode(), "f.yaml", findings)
    return (read_record(tree, Sample, findings) if tree else None), findings


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_gives_the_findings_that_its_first_lines_name(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    expected = [line.removeprefix("# Error: ") for line in text.splitlines() if line.startswith("# Error: ")]
    _, findings = read(text)
    found = [f"{d.span.line}:{d.span.column} {d.code} {d.message}" + (f" | {d.hint}" if d.hint else "") for d in findings.items]
    assert expected
    assert sorted(found) == sorted(expected)


def test_there_are_examples_of_bad_files() -> None:
    assert len(BAD) > 10


def test_a_record_knows_its_place_and_so_do_the_records_in_it() -> None:
    sample, findings = read("title: A **b**\nblocks:\n  - kind: points\n    points: [x, {lead: y}]\nbase-url: https://x\n")
    assert not findings.items
    assert sample is not None
    assert sample.span == Span("f.yaml", 1, 1)
    block = sample.blocks[0]
    assert block.span == Span("f.yaml", 3, 5)
    assert isinstance(block, Points)
    assert isinstance(block.points[1], Point)
    assert block.points[1].span == Span("f.yaml", 4, 18)
    assert sample.base_url == "https://x"


KEYS = st.sampled_from(
    ["title", "minutes", "blocks", "kind", "points", "cards", "lead", "names", "span", "for_", "base_url", "depth"]
)
VALUES = st.recursive(
    st.one_of(st.text(max_size=5), st.integers(), st.none(), st.booleans(), st.sampled_from(["points", "cards", "full"])),
    lambda inner: st.one_of(st.lists(inner, max_size=3).map(tuple), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)


@given(VALUES)
def test_any_tree_gives_a_record_or_findings_that_stand_in_it(value: object) -> None:
    findings = Findings()
    record = read_record(_tree(value), Sample, findings)
    assert (record is None) == bool(findings.items)
    assert all(d.span.line == 1 for d in findings.items)


def _tree(value: object) -> Tree:
    from generator.notation.tree import Located

    span = Span("f.yaml", 1, 1)
    if isinstance(value, dict):
        children = {key: _tree(inner) for key, inner in value.items()}
        return Tree(Located({k: c.value for k, c in children.items()}, span), span, dict.fromkeys(children, span), {**children})
    if isinstance(value, tuple):
        entries = [_tree(inner) for inner in value]
        return Tree(tuple(entry.value for entry in entries), span, {}, dict(enumerate(entries)))
    return Tree(value, span)
