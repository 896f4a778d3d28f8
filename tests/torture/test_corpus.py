"""Every case fits, or is one of the few that may be refused; and every word of it is on its pages."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from generator.block import Block
from generator.blocks.chart import Chart
from generator.checks import check_pages
from generator.notation.inline import Rich
from generator.notation.records import Record
from generator.page.pages import Page

BASE_CASES, MOST_REFUSED = 120, 8
REFUSED: Mapping[str, str] = MappingProxyType(
    {
        "pie-negative": "a part of a whole cannot be below zero; the message names form: column, bar or line",
        "doughnut-negative": "the same",
        "stacked-negative": "the same",
        "stacked-bar-negative": "the same",
    }
)
"""Base cases that may be refused, each with the reason. A case and its variants count once."""
LACKING = "L014"
"""Characters that the theme's faces lack."""
SILENT = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\u200e\u200f"))
ELSEWHERE = ("title", "brief", "alt", "answer")
"""Fields of a block that stand in a title or nowhere: what a picture shows, and a shorter text."""


def words(texts: Iterable[str]) -> Counter[str]:
    """Words as often as they stand there, without signs around them and without what is not seen."""
    plain = unicodedata.normalize("NFC", " ".join(texts)).translate(SILENT)
    return Counter(word for word in (re.sub(r"^\W+|\W+$", "", part).lower() for part in plain.split()) if word)


def said(value: object) -> Iterator[str]:
    """Every text that a block shows."""
    match value:
        case Rich():
            yield str(value)
        case Chart():
            yield from (name for name, _ in value.loaded)
            yield from _fields(value)
        case Record():
            yield from _fields(value)
        case tuple():
            for entry in value:
                yield from said(entry)
        case _:
            pass


def _fields(record: Record) -> Iterator[str]:
    for name in type(record).model_fields:
        if not isinstance(record, Block) or name not in ELSEWHERE:
            yield from said(getattr(record, name))


def shown(laid, case: str) -> tuple[Page, ...]:
    """The pages of a case."""
    pages = laid.settled.laid.document.pages if laid.settled.laid else ()
    return tuple(page for page in pages if laid.case_of(page.id) == case)


def faults(laid, case: str) -> list[str]:
    """What is wrong with the pages of a case, or with laying them."""
    pages = {page.id for page in shown(laid, case)}
    found = [d for d in laid.settled.findings.items if laid.case_of(Path(d.span.path).stem) == case]
    if laid.settled.laid:
        whole = laid.settled.laid.document
        found += check_pages(replace(whole, pages=tuple(page for page in whole.pages if page.id in pages)))
    return [str(d) for d in found if d.code != LACKING]


def test_the_corpus_has_the_cases_it_promises(case_names):
    assert len(case_names) >= BASE_CASES
    assert len(REFUSED) <= MOST_REFUSED and set(REFUSED) <= set(case_names)


def test_a_case_fits_or_is_listed(press, case):
    laid = press.case(case)
    if case in REFUSED:
        assert laid.refused[case].hint
    else:
        assert case not in laid.refused
        assert faults(laid, case) == []
        assert shown(laid, case)


def test_every_word_of_a_case_is_on_its_pages(press, look, case):
    laid = press.case(case)
    if case in laid.refused:
        return
    there = words(look.words(page.items) for page in shown(laid, case))
    blocks = [block for name, topic in laid.topics.items() if laid.project.cases.get(name) == case for block in topic.blocks]
    told = [*said(tuple(blocks)), *laid.project.told]
    assert words(told) - there == Counter()


def test_the_titles_of_a_deck_are_unique_and_tell_their_parts(press, case):
    laid = press.case(case)
    titles = [page.title for page in shown(laid, case)]
    assert len(titles) == len(set(titles))
    parts = [re.search(r" \((\d+)/(\d+)\)\Z", title) for title in titles]
    for number, of in [(int(part[1]), int(part[2])) for part in parts if part]:
        assert 1 <= number <= of
