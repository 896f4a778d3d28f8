"""A deck on somebody else's package: its masters, layouts and media as they are, our slides on them, no name taken twice."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from dataclasses import replace
from io import BytesIO
from posixpath import dirname, normpath
from posixpath import join as joined

import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Emu

from generator.backends.pptx import write
from generator.errors import Findings
from generator.geometry import pt
from generator.notation.archive import write_archive
from generator.notation.package import read_package
from generator.page.colour import Colour
from generator.page.pages import Document, Layout, Placeholder
from generator.page.text import Style
from generator.theme.foreign.cleaning import clean

LAYOUTS = {"Title and content": 2, "Title": 1, "Title only": 6, "Blank": 7}
PLACES = {
    "Title and content": {"title": (("type", "title"),), "body": (("idx", "1"),), "number": (("type", "sldNum"), ("idx", "12"))},
    "Title": {"title": (("type", "ctrTitle"),), "subtitle": (("type", "subTitle"), ("idx", "1"))},
    "Title only": {"title": (("type", "title"),), "footer": (("type", "ftr"), ("sz", "quarter"), ("idx", "11"))},
    "Blank": {},
}
PLAIN = Style(pt(18), Colour("dk1"))


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as held:
        assert len(set(held.namelist())) == len(held.namelist())
        return {name: held.read(name) for name in held.namelist()}


def empty(*, notes: bool = False) -> bytes:
    """A clean template, as vendors make them."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(12192000), Emu(6858000)
    if notes:
        assert deck.notes_master is not None
    held = BytesIO()
    deck.save(held)
    package = read_package(held.getvalue(), "company.potx", Findings())
    assert package is not None
    return clean(package, Findings())


def crowded(package: bytes) -> bytes:
    """The template with parts that have the names that ours would take."""
    files = members(package)
    for old, new in (("slideLayouts/slideLayout11", "slides/Slide1"), ("slideLayouts/slideLayout10", "charts/CHART1")):
        there = (
            old.rpartition("/")[0] + "/_rels/" + old.rpartition("/")[2],
            new.rpartition("/")[0] + "/_rels/" + new.rpartition("/")[2],
        )
        files = {
            name.replace(old, new).replace(*there): data.replace(old.encode() + b".xml", new.encode() + b".xml")
            for name, data in files.items()
        }
    made = write_archive(files)
    assert read_package(made, "crowded.pptx", Findings()) is not None
    return made


def placeholder(slot: str, attributes: tuple[tuple[str, str], ...], old: Layout) -> Placeholder:
    found = next((place for place in old.placeholders if place.slot == slot), None)
    box = found.box if found else old.placeholders[0].box
    return Placeholder(slot, box, PLAIN, attributes=attributes)


def adopted(document: Document, package: bytes) -> Document:
    """The document on that package, every layout resolved to one of its parts."""
    layouts = tuple(
        Layout(
            old.name,
            "title" if old.name == "Title" else "obj",
            tuple(placeholder(slot, attributes, old) for slot, attributes in PLACES[old.name].items()),
            old.background,
            part=f"/ppt/slideLayouts/slideLayout{LAYOUTS[old.name]}.xml",
        )
        for old in document.master.layouts
    )
    fonts = replace(document.master.fonts, written=("Montserrat", "+mn-lt"))
    return replace(document, master=replace(document.master, layouts=layouts, package=package, fonts=fonts))


@pytest.fixture(scope="module")
def package() -> bytes:
    return empty()


@pytest.fixture(scope="module")
def deck(document: Document, package: bytes) -> bytes:
    return write(adopted(document, package))


def test_masters_and_layouts_come_through_as_they_are(deck: bytes, package: bytes) -> None:
    before, after = members(package), members(deck)
    kept = [name for name in before if name.endswith(".xml") and name.startswith(("ppt/slideM", "ppt/slideL", "ppt/theme/"))]
    assert len(kept) == 13
    for name in kept:
        old, new = (etree.tostring(etree.fromstring(found[name]), method="c14n") for found in (before, after))
        assert old == new


def test_slides_stand_on_the_layouts_they_name_in_the_places_those_have(deck: bytes, document: Document) -> None:
    slides = Presentation(BytesIO(deck)).slides
    for slide, page in zip(slides, document.pages, strict=True):
        layout = slide.slide_layout
        assert str(layout.part.partname) == f"/ppt/slideLayouts/slideLayout{LAYOUTS[page.layout]}.xml"
    attributes = [dict(e.attrib) for e in slides[1]._element.iter("{*}ph")]
    assert attributes == [{"type": "title"}, {"idx": "1"}, {"type": "sldNum", "idx": "12"}]
    assert dict(next(slides[0]._element.iter("{*}ph")).attrib) == {"type": "ctrTitle"}


def test_a_page_without_title_has_one_where_the_layout_has_none(deck: bytes) -> None:
    (untitled,) = [slide for slide in Presentation(BytesIO(deck)).slides if slide._element.get("show") == "0"]
    assert untitled.shapes.title.text_frame.text == "A quote to end with"
    assert untitled.shapes.title.top < 0


def test_every_part_is_reached_once_typed_and_named_once(deck: bytes) -> None:
    held = members(deck)
    rels = [name for name in held if name.endswith(".rels")]
    targets = set()
    for name in rels:
        source = dirname(dirname(name))
        for entry in etree.fromstring(held[name]):
            if entry.get("TargetMode") != "External":
                target = entry.get("Target")
                targets.add(normpath(joined(source, target)) if not target.startswith("/") else target[1:])
    parts = set(held) - {*rels, "[Content_Types].xml"}
    types = [e.get("PartName", "")[1:] for e in etree.fromstring(held["[Content_Types].xml"]) if e.get("PartName")]
    assert parts == targets == set(types)
    assert Counter(name.lower() for name in parts).most_common(1)[0][1] == 1
    assert len([name for name in parts if "tableStyles" in name]) == 1


def test_our_parts_take_no_names_that_the_file_has(document: Document, package: bytes) -> None:
    data = write(adopted(document, crowded(package)))
    names = {name.lower() for name in members(data)}
    assert {"ppt/slides/slide1.xml", "ppt/slides/slide7.xml", "ppt/charts/chart1.xml", "ppt/charts/chart3.xml"} <= names
    assert len(names) == len(members(data))
    held = Presentation(BytesIO(data))
    assert len(held.slides) == len(document.pages)
    assert len(held.slide_layouts) == 11


def test_notes_stand_on_a_master_that_is_ours_or_the_files_own(document: Document, deck: bytes) -> None:
    for data, own in ((deck, False), (write(adopted(document, empty(notes=True))), True)):
        held = Presentation(BytesIO(data))
        assert held.slides[0].notes_slide.notes_text_frame.text.startswith("Welcome")
        names = [name for name in members(data) if re.fullmatch(r"ppt/notesMasters/[^/]+\.xml", name)]
        assert len(names) == 1
        root = etree.fromstring(members(data)["ppt/presentation.xml"])
        assert [e.tag.rpartition("}")[2] for e in root][:4] == ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz"]
        assert (b"Header Placeholder" in members(data)[names[0]]) is own


def test_slide_size_and_ids_are_the_files_own_and_never_meet(deck: bytes, document: Document) -> None:
    held = Presentation(BytesIO(deck))
    assert (held.slide_width, held.slide_height) == (12192000, 6858000)
    root = etree.fromstring(members(deck)["ppt/presentation.xml"])
    ids = [int(e.get("id")) for e in root.iter("{*}sldId") if "2006/main" in e.tag]
    assert ids == list(range(256, 256 + len(document.pages)))
    masters = [int(e.get("id")) for e in root.iter("{*}sldMasterId")]
    assert min(masters) >= 2**31


def test_runs_name_the_fonts_that_the_layouts_use_and_deny_their_ornaments(deck: bytes) -> None:
    first = Presentation(BytesIO(deck)).slides[0]._element
    run = next(first.iter("{*}rPr"))
    assert run.find("{*}latin").get("typeface") == "Montserrat"
    assert (run.get("cap"), run.get("u"), run.get("strike"), run.get("baseline")) == ("none", "none", "noStrike", "0")
    assert [e.tag.rpartition("}")[2] for e in run] == ["ln", "solidFill", "effectLst", "latin"]
    frame = next(first.iter("{*}bodyPr"))
    assert (frame.get("rot"), frame.get("vert"), frame.get("numCol")) == ("0", "horz", "1")
    assert first.find(".//{*}pPr/{*}spcAft/{*}spcPts").get("val") == "0"


def test_a_deck_of_our_own_says_none_of_that(document: Document) -> None:
    slide = members(write(document))["ppt/slides/slide1.xml"]
    for word in (b"cap=", b"spcAft", b"numCol", b"effectLst"):
        assert word not in slide


def test_the_same_document_gives_the_same_bytes(document: Document, package: bytes, deck: bytes) -> None:
    assert write(adopted(document, package)) == deck


def test_properties_are_the_documents_and_nobody_elses(deck: bytes) -> None:
    held = members(deck)
    assert b"Rolecast" in held["docProps/app.xml"]
    assert Presentation(BytesIO(deck)).core_properties.author == "Training & Enablement"
    assert not [name for name in held if "thumbnail" in name or "printerSettings" in name]
