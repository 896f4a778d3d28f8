"""What must hold for every case of the corpus, whatever it stands on."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from generator.block import LONGEST_WORD, Block
from generator.blocks.chart import Chart
from generator.checks import check_pages
from generator.notation.inline import Rich
from generator.notation.records import Record
from generator.page.pages import Page
from tests.conftest import Look
from tests.torture.laying import Laid

REFUSED: Mapping[str, str] = MappingProxyType(
    {
        "pie-negative": "a part of a whole cannot be below zero; the message names form: column, bar or line",
        "doughnut-negative": "the same",
        "stacked-negative": "the same",
        "stacked-bar-negative": "the same",
    }
)
"""Base cases that may be refused, each with the reason. A case and its variants count once."""
ELSEWHERE_FOUND = ("L014", "L015")
"""Characters that the theme's faces lack, which the cases of other scripts are about; links to pages of the deck's others."""
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


def shown(laid: Laid, case: str) -> tuple[Page, ...]:
    """The pages of a case."""
    pages = laid.settled.laid.document.pages if laid.settled.laid else ()
    return tuple(page for page in pages if laid.case_of(page.id) == case)


def faults(laid: Laid, case: str) -> list[str]:
    """What is wrong with the pages of a case, or with laying them."""
    pages = {page.id for page in shown(laid, case)}
    found = [d for d in laid.settled.findings.items if laid.case_of(Path(d.span.path).stem) == case]
    if laid.settled.laid:
        whole = laid.settled.laid.document
        found += check_pages(replace(whole, pages=tuple(page for page in whole.pages if page.id in pages)))
    return [str(d) for d in found if d.code not in ELSEWHERE_FOUND]


@dataclass(frozen=True, slots=True)
class Law:
    """What must hold for every case, whatever it stands on."""

    look: Look

    def faults(self, laid: Laid, case: str) -> list[str]:
        """What is wrong with the pages of a case, or with laying them."""
        return faults(laid, case)

    def lost(self, laid: Laid, case: str) -> Counter[str]:
        """The words of a case that its pages lack. A word longer than any of a language may be broken there."""
        text = " ".join(self.look.words(page.items) for page in shown(laid, case))
        topics = laid.topics.items()
        blocks = tuple(block for name, topic in topics if laid.project.cases.get(name) == case for block in topic.blocks)
        lost = words([*said(blocks), *laid.project.told]) - words([text])
        squeezed = "".join(text.split()).lower()
        return Counter({word: n for word, n in lost.items() if len(word) <= LONGEST_WORD or word not in squeezed})
