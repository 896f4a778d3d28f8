"""The file as a whole: pages, properties, bookmarks, fonts, and that its bytes depend on the document alone."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from generator.backends.pdf import write
from generator.geometry import Size, mm, pt
from generator.page.items import Item
from generator.page.pages import Document, Page, Section

SLIDE = Size(pt(960), pt(540))
CHILD = """
import pickle, sys
from generator.backends.pdf import write
sys.stdout.buffer.write(write(pickle.load(sys.stdin.buffer)))
"""


def opened(document: Document) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(write(document)))


def fonts(document: Document) -> dict[str, bool]:
    """The fonts listed on any page, and whether what they show can be copied."""
    found = {}
    with opened(document) as pdf:
        for page in pdf.pages:
            found |= {str(font.BaseFont): "/ToUnicode" in font for font in page.Resources.get("/Font", {}).values()}
    return found


def outline(document: Document) -> list[tuple[str, list[str]]]:
    with opened(document) as pdf, pdf.open_outline() as entries:
        return [(entry.title, [child.title for child in entry.children]) for entry in entries.root]


def test_each_page_has_its_own_size_and_hidden_pages_are_left_out(torture: Document) -> None:
    boxes = [[round(float(side), 1) for side in page.mediabox] for page in opened(torture).pages]
    assert boxes == [[0, 0, 960, 540]] * 4 + [[0, 0, 595.3, 841.9]]


def test_a_document_without_a_page_to_show_is_refused(document: Callable[..., Document]) -> None:
    with pytest.raises(ValueError, match="'deck' has no page to show"):
        write(document(Page("backup", "Backup", SLIDE, (), hidden=True)))


def test_properties_are_the_document_s(torture: Document) -> None:
    pdf = opened(torture)
    info = {key: str(pdf.docinfo[key]) for key in ("/Title", "/Subject", "/Author", "/Keywords", "/Producer", "/Creator")}
    assert info == {
        "/Title": "Who owns what",
        "/Subject": "Roles – compared",
        "/Author": "Training team",
        "/Keywords": "roles, owner",
        "/Producer": "Rolecast",
        "/Creator": "Rolecast",
    }
    assert str(pdf.Root.Lang) == "en-GB"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True


def test_both_dates_are_the_content_s(torture: Document) -> None:
    pdf = opened(torture)
    assert {str(pdf.docinfo["/CreationDate"]), str(pdf.docinfo["/ModDate"])} == {"D:20260305000000Z"}


def test_another_process_clock_zone_and_hash_seed_give_the_same_bytes(torture: Document) -> None:
    env = {**os.environ, "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "86400", "TZ": "Asia/Tokyo"}
    env["PYTHONPATH"] = str(Path(__file__).parents[3])
    child = subprocess.run([sys.executable, "-c", CHILD], input=pickle.dumps(torture), env=env, capture_output=True, check=True)
    assert child.stdout == write(torture)


def test_writing_twice_gives_the_same_bytes(torture: Document) -> None:
    assert write(torture) == write(torture)


def test_another_document_has_another_id(torture: Document) -> None:
    assert opened(torture).trailer.ID[0] != opened(replace(torture, id="other")).trailer.ID[0]


def test_bookmarks_stand_below_their_sections_and_hidden_pages_have_none(torture: Document) -> None:
    assert outline(torture) == [
        ("Words", ["The owner orders the work", "Shapes"]),
        ("Charts", ["Thank you"]),  # the section's first page is called as the section
        ("Sheet", []),
    ]


def test_a_section_whose_pages_are_all_hidden_is_not_bookmarked(torture: Document) -> None:
    hidden = replace(torture, sections=(Section("Backup", ("backup",)),))
    assert "Backup" not in [title for title, _ in outline(hidden)]


def test_a_page_without_a_title_is_bookmarked_by_its_id(document: Callable[..., Document]) -> None:
    assert outline(document(Page("fig-1", "", SLIDE, ()))) == [("fig-1", [])]


def test_only_used_faces_are_listed_and_each_is_a_subset_that_can_be_copied_from(torture: Document) -> None:
    assert fonts(torture) == {"/AAAAAA+Vera": True, "/AAAAAA+VeraBd": True}


def test_two_faces_whose_files_claim_one_name_stay_apart(document: Callable[..., Document], prose: tuple[Item, ...]) -> None:
    plain = document(*prose)
    regular, bold, *_ = plain.faces
    swapped = (replace(regular, data=bold.data, digest="f" * 64, name="Other"), *plain.faces[1:])
    assert set(fonts(replace(plain, faces=swapped))) == {"/AAAAAA+Other", "/AAAAAA+VeraBd"}


def test_a_missing_bold_falls_back_to_the_regular_face(document: Callable[..., Document], prose: tuple[Item, ...]) -> None:
    plain = document(*prose)
    assert set(fonts(replace(plain, faces=plain.faces[:1]))) == {"/AAAAAA+Vera"}


def test_text_without_any_face_is_refused(document: Callable[..., Document], prose: tuple[Item, ...]) -> None:
    with pytest.raises(ValueError, match="at least one face"):
        write(replace(document(*prose), faces=()))


def test_a_sheet_needs_no_layout(document: Callable[..., Document]) -> None:
    pdf = opened(document(Page("sheet", "Sheet", Size(mm(210), mm(297)), ())))
    assert pdf.pages[0].Contents.read_bytes().split() == b"1 0 0 1 0 0 cm".split()
