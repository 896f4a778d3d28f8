"""What our PDFs cannot show is told by the name of its script, and what no font has by its characters; each once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from generator.building.faces import faces_for
from generator.checks import check_pages
from generator.checks.drawing import undrawable
from generator.errors import Findings, Severity
from generator.files import InMemory
from generator.page.pages import Document, Page
from generator.typography.measure import Measure
from generator.typography.shelf import Shelf
from tests.checks.conftest import MASTER, SLIDE, Pen
from tests.typography.conftest import made

NOTHING: Mapping[str, bytes] = MappingProxyType({})


def shown(pen: Pen, box, *texts: str, fallback: bytes = b"") -> Document:
    """A document with a page of each text, perhaps with a fallback face."""
    files = InMemory({"fonts/other.ttf": fallback} if fallback else {})
    shelf = Shelf(files, fallback="fonts/other.ttf" if fallback else "")
    faces = faces_for(MASTER.fonts, shelf, texts, Findings()) if fallback else pen.faces
    own = Pen(faces, Measure.of(faces))
    pages = [Page(f"p{i}", f"Page {i}", SLIDE, (own.text(text, box(), name="words"),), "Body") for i, text in enumerate(texts)]
    return own.document(*pages)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("שלום", "Hebrew text, which reads from right to left"),
        ("مرحبا", "Arabic text, which reads from right to left"),
        ("नमस्ते", "Devanagari text, which has joined or moving letters"),
        ("สวัสดี", "Thai text, which has joined or moving letters"),
    ],
)
def test_scripts_that_take_shaping_are_refused_in_pdfs_by_name(pen, box, text: str, said: str) -> None:
    document = shown(pen, box, "plain", f"see {text}", text, fallback=made("Other", 600, text))
    (finding,) = undrawable(document)
    assert (finding.code, finding.severity) == ("M076", Severity.ERROR)
    assert said in finding.message
    assert "'p1', 'p2'" in finding.message
    assert check_pages(document) == ()


@pytest.mark.parametrize("text", ["Ελληνικά", "Русский", "Tiếng Việt", "Cafe\u0301", "产品", "日本のカナ", "한국", "🚀"])
def test_scripts_drawn_letter_by_letter_are_not(pen, box, text: str) -> None:
    document = shown(pen, box, text, fallback=made("Other", 1000, "产品日本のカナ한국🚀"))
    assert tuple(undrawable(document)) == ()
    assert check_pages(document) == ()


def test_hidden_pages_do_not_matter_to_a_pdf(pen, box) -> None:
    from dataclasses import replace

    document = shown(pen, box, "שלום", fallback=made("Other", 600, "שלום"))
    hidden = replace(document, pages=tuple(replace(page, hidden=True) for page in document.pages))
    assert tuple(undrawable(hidden)) == ()


def test_a_fallback_that_may_not_be_embedded_is_refused_in_pdfs(pen, box) -> None:
    document = shown(pen, box, "the 产品", "plain", fallback=made("Closed Sans", 1000, "产品", licence=2))
    (finding,) = undrawable(document)
    assert "page 'p0' shows letters of 'Closed Sans'" in finding.message


def test_what_no_font_has_is_reported_once_for_each_script_of_a_document(pen, box) -> None:
    found = check_pages(shown(pen, box, "产品 and 🚀", "more 团队", "plain"))
    assert [(f.code, f.severity) for f in found] == [("L014", Severity.ERROR)] * 2
    assert "Chinese characters 产 (U+4EA7) 品 (U+54C1) 团 (U+56E2) 队 (U+961F)" in found[0].message
    assert "fallback: fonts/NAME.ttf" in found[0].hint
    assert "Noto Sans CJK" in found[0].hint


def test_a_fallback_that_lacks_characters_too_is_named(pen, box) -> None:
    (finding,) = check_pages(shown(pen, box, "产品", fallback=made("Half Sans", 1000, "产")))
    assert "品 (U+54C1)" in finding.message
    assert "'Half Sans'" in finding.hint
