"""The theme, the master and its layouts are written from the document's own."""

from __future__ import annotations

from io import BytesIO

import pytest
from lxml import etree
from pptx import Presentation

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@pytest.fixture(scope="module")
def deck(written):
    return Presentation(BytesIO(written))


def test_every_layout_is_there_under_its_name_even_if_no_slide_uses_it(deck, document):
    assert [layout.name for layout in deck.slide_layouts] == [layout.name for layout in document.master.layouts]
    assert [layout._element.get("type") for layout in deck.slide_layouts] == ["obj", "title", "titleOnly", "blank"]


def test_placeholders_stand_in_the_boxes_the_layout_gives(deck, document):
    for layout, meant in zip(deck.slide_layouts, document.master.layouts, strict=True):
        found = [(p.left, p.top, p.width, p.height) for p in layout.placeholders]
        assert sorted(found) == sorted((p.box.x.emu, p.box.y.emu, p.box.w.emu, p.box.h.emu) for p in meant.placeholders)


def test_footer_placeholders_have_the_indices_people_expect(deck):
    assert [p.placeholder_format.idx for p in deck.slide_layouts[3].placeholders] == [10, 11, 12]


def test_the_colour_scheme_is_the_masters_in_order(members, document):
    scheme = etree.fromstring(members["ppt/theme/theme1.xml"]).find(f".//{A}clrScheme")
    assert [role[0].get("val") for role in scheme] == list(document.master.scheme.values)


def test_the_font_scheme_names_heading_and_body(members):
    fonts = etree.fromstring(members["ppt/theme/theme1.xml"]).iter(f"{A}latin")
    assert [font.get("typeface") for font in fonts] == ["Arial", "Arial"]


def test_body_levels_carry_their_own_size_and_bullet(deck):
    body = next(p for p in deck.slide_layouts[0].placeholders if p.placeholder_format.idx == 1)
    levels = body._element.find(f".//{A}lstStyle")
    assert [level.find(f"{A}defRPr").get("sz") for level in levels][:3] == ["2000", "1800", "1800"]
    assert [level.find(f"{A}buChar").get("char") for level in levels][:2] == ["•", "–"]


def test_a_layout_draws_its_ground_and_its_items(deck):
    cover = deck.slide_layouts[1]
    assert cover._element.find(f".//{P}bgPr/{A}solidFill/{A}schemeClr").get("val") == "tx1"
    assert [shape.name for shape in cover.shapes if not shape.is_placeholder] == ["tile-1", "tile-2"]


def test_the_master_takes_its_placeholders_from_the_first_layout_that_has_them(deck, document):
    title = next(p for p in deck.slide_masters[0].placeholders if p.placeholder_format.type == 1)
    meant = document.master.layouts[0].placeholders[0].box
    assert (title.left, title.top) == (meant.x.emu, meant.y.emu)
    assert len(list(deck.slide_masters[0].placeholders)) == 5


def test_there_is_a_notes_master_with_a_theme_of_its_own(members):
    assert b"theme2.xml" in members["ppt/notesMasters/_rels/notesMaster1.xml.rels"]
    assert b"notesMasterIdLst" in members["ppt/presentation.xml"]
