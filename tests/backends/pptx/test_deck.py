"""The deck as a whole: notes, sections, flags, properties, and the same bytes every time."""

from __future__ import annotations

import hashlib
import os
import pickle
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from generator.backends.pptx import write
from generator.backends.pptx.package import Deck
from generator.backends.pptx.template import template

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"


def test_notes_are_the_pages_one_paragraph_each(slides):
    words = slides["cover"].notes_slide.notes_text_frame
    assert [p.text for p in words.paragraphs] == ["Welcome everybody.", "Ask who is new & <curious>."]
    assert not slides["text"].has_notes_slide


def test_every_slide_is_in_a_section_and_keeps_its_order(members, slides):
    found = [
        (section.get("name"), [int(entry.get("id")) for entry in section.iter(f"{P14}sldId")])
        for section in etree.fromstring(members["ppt/presentation.xml"]).iter(f"{P14}section")
    ]
    assert [name for name, _ in found] == ["Who orders the work", "Who & what", "Numbers"]
    assert [number for _, numbers in found for number in numbers] == [slide.slide_id for slide in slides.values()]


def test_a_backup_slide_is_in_the_file_but_not_in_the_show(slides):
    assert [slide._element.get("show") for slide in slides.values()] == [None] * 5 + ["0"]


def test_a_page_may_have_a_ground_of_its_own(slides):
    assert not slides["chart"].follow_master_background
    assert slides["text"].follow_master_background


def test_properties_are_the_documents(written):
    core = Presentation(BytesIO(written)).core_properties
    assert (core.title, core.subject, core.author, core.last_modified_by) == (
        "Who orders the work",
        "Roles",
        "Training & Enablement",
        "Training & Enablement",
    )
    assert (core.keywords, core.language, core.revision) == ("roles, training", "en-GB", 1)
    assert core.created.isoformat()[:19] == core.modified.isoformat()[:19] == "2025-03-04T00:00:00"


def test_the_slide_size_is_the_pages(written, document):
    deck = Presentation(BytesIO(written))
    assert (deck.slide_width, deck.slide_height) == (document.master.size.w.emu, document.master.size.h.emu)


def test_no_shape_id_is_used_twice_on_a_slide(members):
    for name in filter(re.compile(r"ppt/slides/slide\d+\.xml").fullmatch, members):
        ids = re.findall(rb'cNvPr id="(\d+)"', members[name])
        assert len(ids) == len(set(ids))


def test_zip_entries_carry_no_time_and_workbooks_are_stored(written):
    with ZipFile(BytesIO(written)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert all(e.compress_type == ZIP_STORED for e in archive.infolist() if e.filename.endswith(".xlsx"))


@pytest.mark.parametrize("seed", ["1", "777"])
def test_another_process_writes_the_same_bytes(document, written, tmp_path, seed):
    held = tmp_path / "document.pickle"
    held.write_bytes(pickle.dumps(document))
    code = (
        "import hashlib, pathlib, pickle, sys; from generator.backends.pptx import write; "
        "print(hashlib.sha256(write(pickle.loads(pathlib.Path(sys.argv[1]).read_bytes()))).hexdigest())"
    )
    surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo"}
    run = subprocess.run(
        [sys.executable, "-c", code, str(held)], env=surroundings, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert run.stdout.strip() == hashlib.sha256(written).hexdigest()


def test_a_long_chain_of_linked_slides_is_saved_without_recursion(document):
    deck = Deck.open(BytesIO(template(document.master, "en-GB")))
    last = deck.main_document_part
    for number in range(3000):
        part = Part(PackURI(f"/ppt/slides/slide{number + 1}.xml"), CT.PML_SLIDE, deck, b"<empty/>")
        last.relate_to(part, RT.SLIDE)
        last = part
    assert len(ZipFile(BytesIO(deck.packed())).namelist()) > 6000


def test_a_link_to_a_page_that_is_not_there_is_left_out(document):
    link = next(item for item in document.pages[1].items if item.mark.id == "aside")
    page = replace(document.pages[1], items=(replace(link, link="#nowhere"),))
    deck = Presentation(BytesIO(write(replace(document, pages=(page,), sections=()))))
    assert deck.slides[0].shapes[1].click_action.hyperlink.address is None


@pytest.mark.parametrize("checker", ["check_pptx.py", "check_overflow.py"])
def test_the_independent_checkers_find_no_fault(written, tmp_path, checker):
    folder = os.environ.get("ROLECAST_CHECKERS")
    if not folder:
        pytest.skip("ROLECAST_CHECKERS names no folder of checkers")
    deck = tmp_path / "torture.pptx"
    deck.write_bytes(written)
    python = os.environ.get("ROLECAST_CHECKERS_PYTHON", sys.executable)
    run = subprocess.run(
        [python, str(Path(folder) / checker), str(deck)], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (run.returncode, " 0 errors, 0 warnings" in run.stdout) == (0, True), run.stdout
