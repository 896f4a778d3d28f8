"""Text in the fallback face: named, in its language and direction in decks, drawn with its letters in PDFs."""

from __future__ import annotations

import io
from datetime import date

import pdfplumber
import pytest
from lxml import etree
from pptx import Presentation

from generator.backends import FORMATS
from generator.building.faces import faces_for
from generator.errors import Findings
from generator.files import InMemory
from generator.geometry import Box, Size, pt
from generator.page.colour import Colour, ColourScheme
from generator.page.items import Mark, TextItem
from generator.page.pages import Document, FontScheme, Layout, Master, Page
from generator.page.text import Align, Paragraph, Run, Style
from generator.source import NOWHERE
from generator.typography.lines import set_text
from generator.typography.measure import Measure
from generator.typography.shelf import Shelf
from tests.typography.conftest import made

SLIDE = Size(pt(960), pt(540))
SCHEME = ColourScheme("plain", ("1B2430", "FFFFFF", *["4A5568"] * 10))
INK = Colour("dk1")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def document(text: str, bold: bool = False, align: Align = Align.LEFT) -> Document:
    """One page with `text`, whose rare characters come from a font made for it."""
    other = made("Wide Sans", 1000, "产品团队שלום")
    shelf = Shelf(InMemory({"fonts/wide.ttf": other}), fallback="fonts/wide.ttf")
    fonts = FontScheme("Arial", "Arial", "Courier New", fallback="Wide Sans")
    faces = faces_for(fonts, shelf, (text,), Findings())
    box = Box(pt(40), pt(40), pt(400), pt(100))
    body = set_text(Measure.of(faces), [Paragraph((Run(text, Style(pt(20), INK, bold)),), align)], box.w)
    page = Page("p", "Page", SLIDE, (TextItem(Mark("words", NOWHERE, "en"), box, body),), "Body")
    master = Master("plain", SLIDE, SCHEME, fonts, (Layout("Body", "blank", (), Colour("lt1")),))
    return Document("d", "D", "", "", (), "en", date(2026, 3, 1), (page,), master, faces)


def paragraph(made_document: Document) -> etree._Element:
    """The paragraph of the text in the deck."""
    slide = Presentation(io.BytesIO(FORMATS["pptx"].write(made_document))).slides[0]
    return next(shape for shape in slide.shapes if shape.name == "words").text_frame.paragraphs[0]._p


def test_no_full_stop_of_another_script_hangs_over_the_edge_of_its_box() -> None:
    assert paragraph(document("产品，团队。")).find(f"{A}pPr").get("hangingPunct") == "0"
    assert paragraph(document("the team.")).find(f"{A}pPr").get("hangingPunct") is None


def test_runs_in_the_fallback_face_name_it_for_every_sort_of_script_with_their_language() -> None:
    runs = [
        (
            run.findtext(f"{A}t"),
            run.find(f"{A}rPr").get("lang"),
            {e.tag.removeprefix(A): e.get("typeface") for e in run.find(f"{A}rPr")},
        )
        for run in paragraph(document("the 产品 team")).findall(f"{A}r")
    ]
    named = dict.fromkeys(("latin", "ea", "cs"), "Wide Sans")
    assert [(text, language) for text, language, _ in runs] == [("the ", "en"), ("产品", "zh-CN"), (" team", "en")]
    assert runs[1][2].items() >= named.items()
    assert "ea" not in runs[0][2]


@pytest.mark.parametrize(("align", "written"), [(Align.LEFT, "r"), (Align.CENTRE, "ctr"), (Align.RIGHT, "l")])
def test_a_paragraph_that_reads_from_right_to_left_says_so_and_begins_on_the_right(align: Align, written: str) -> None:
    look = paragraph(document("שלום team", align=align)).find(f"{A}pPr")
    assert (look.get("rtl"), look.get("algn")) == ("1", written)


def test_a_paragraph_that_begins_in_latin_reads_from_left_to_right() -> None:
    look = paragraph(document("team שלום")).find(f"{A}pPr")
    assert (look.get("rtl"), look.get("algn")) == (None, "l")


def test_the_pdf_draws_with_the_fallback_face_and_its_words_can_be_copied() -> None:
    page = pdfplumber.open(io.BytesIO(FORMATS["pdf"].write(document("the 产品 team")))).pages[0]
    fonts = {char["text"]: char["fontname"].partition("+")[2] for char in page.chars}
    assert (fonts["t"], fonts["产"]) == ("Arimo-Regular", "WideSans-Regular")
    assert "".join(char["text"] for char in page.chars) == "the 产品 team"


def test_bold_text_in_a_face_without_bold_is_thickened_and_nothing_else_is() -> None:
    assert b" 2 Tr" not in content(document("the 产品"))
    drawn = content(document("the 产品 team", bold=True))
    assert drawn.count(b"2 Tr") == drawn.count(b"0 Tr") == 1


def content(made_document: Document) -> bytes:
    """What the PDF's page says, unpacked."""
    pdf = pdfplumber.open(io.BytesIO(FORMATS["pdf"].write(made_document)))
    return b"".join(stream.get_data() for stream in pdf.pages[0].page_obj.contents)


def test_what_has_no_shape_is_not_drawn() -> None:
    page = pdfplumber.open(io.BytesIO(FORMATS["pdf"].write(document("a\u200bb\u2060c\u200ed 产\ufe0f")))).pages[0]
    assert "".join(char["text"] for char in page.chars) == "abcd 产"


def test_decomposed_letters_are_written_composed() -> None:
    assert paragraph(document("Cafe\u0301")).findtext(f"{A}r/{A}t") == "Café"
