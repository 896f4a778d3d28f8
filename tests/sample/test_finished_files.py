"""The sample project's finished files, opened again: titles, notes, pages and what they stand on."""

from __future__ import annotations

from itertools import groupby

import pikepdf
import pytest

pytestmark = pytest.mark.xdist_group("sample")

PAPERS = {"a4": (595, 842), "letter": (612, 792)}


def test_every_slide_has_a_title_of_its_own_and_notes(decks):
    for name, deck in decks.items():
        titles = [" ".join(slide.shapes.title.text.split()) for slide in deck.slides]

        assert all(titles), name
        assert len(set(titles)) == len(titles), name
        assert all(slide.notes_slide.notes_text_frame.text.strip() for slide in deck.slides), name


def test_lists_and_prose_are_never_three_in_a_row_and_never_the_half_of_a_deck(decks):
    """Both stand on the layout with a body placeholder; every other kind is a visual."""
    for name, deck in decks.items():
        visible = [slide for slide in deck.slides if slide._element.get("show") != "0"]
        plain = [slide.slide_layout.name == "Content" for slide in visible]

        assert max((len(list(run)) for is_plain, run in groupby(plain) if is_plain), default=0) <= 2, name
        assert sum(plain) * 2 <= len(plain), name


def test_every_pdf_has_its_size_its_fonts_its_language_and_its_title(out):
    for path in sorted(out.rglob("*.pdf")):
        with pikepdf.open(path) as pdf:
            paper = next((size for name, size in PAPERS.items() if path.stem.endswith(f"-{name}")), (960, 540))
            sizes = {tuple(round(float(x)) for x in page.mediabox[2:]) for page in pdf.pages}
            fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]

            assert sizes == {paper}, path
            assert all("/FontFile2" in font.FontDescriptor for font in fonts), path
            assert str(pdf.Root.Lang) == "en", path
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle), path


def test_the_report_says_why_a_sheet_lacks_what_its_audience_asked_for(built):
    sheets = [entry for entry in built.documents.values() if entry["document"] == "one-pager"]
    told = {entry["name"]: {d["unit"] for d in entry["decisions"] if d["step"] == "sheet"} for entry in sheets}
    assert told == {entry["name"]: set(entry["cut"]) for entry in sheets}
    assert any(told.values())
