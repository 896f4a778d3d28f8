"""Decks made on templates that behave badly are whole: on their layouts, with every title, legible, nothing left inside."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from pptx import Presentation

from generator.building.make import make
from generator.building.template_files import Found, read_template
from generator.building.unit import Unit
from generator.building.workshop import Material, furnish, read_material, shelf_of
from generator.errors import Findings
from generator.files import InMemory, packaged_templates
from generator.typography.scheme import order_faces

TINY = Path(__file__).parents[1] / "building" / "tiny"
UNIT = Unit("writer", "chiefs", "role-deck", ("pptx", "pdf"))
BODY, TOP = (0.5, 1.6, 12.3, 5.0), (0.5, 0.4, 12.3, 1.0)


@dataclass(frozen=True)
class Deck:
    """What was built, opened again."""

    pptx: bytes
    pdf: bytes
    codes: frozenset[str]
    layouts: frozenset[str]

    @property
    def slides(self):
        return list(Presentation(BytesIO(self.pptx)).slides)


@pytest.fixture(scope="session")
def material() -> Material:
    """A small project, read once."""
    return read_material(TINY)


@pytest.fixture
def built(material: Material) -> Callable[..., Deck]:
    """Builds the small project's deck on a template."""

    def build(data: bytes) -> Deck:
        findings = Findings()
        adopted = read_template(
            Found(InMemory({"company.potx": data}), "company.potx", "company.potx"), packaged_templates(), findings
        )
        assert adopted, [str(item) for item in findings.items]
        shelf = shelf_of(material.files, adopted.theme, "", adopted)
        orders = order_faces(adopted.theme.fonts, shelf, (), findings)
        workshop = furnish(replace(material, theme=adopted.theme, adopted=adopted, orders=orders))
        made = next(make(workshop, (UNIT,)))
        codes = frozenset(item.code for item in (*findings.items, *made.findings))
        files = {file.made.format: file.data for file in made.files}
        assert set(files) == {"pptx", "pdf"}, [str(item) for item in made.findings]
        return Deck(files["pptx"], files["pdf"], codes, frozenset(layout.name for layout in adopted.theme.master.layouts))

    return build


def ordinary(markup, **changes: str) -> list:
    """The four layouts of most templates."""
    names = {"title": "Title Slide", "content": "Title and Content", "divider": "Section Header", "only": "Title Only", **changes}
    opener = markup.place("ctrTitle", None, (1.7, 1.2, 10, 2.6)) + markup.place("subTitle", 1, (1.7, 4.0, 10, 1.8))
    section = markup.place("title", None, (0.9, 1.9, 11.5, 3.1)) + markup.place("body", 1, (0.9, 5.0, 11.5, 1.6))
    feet = "".join(markup.place(kind, idx) for kind, idx in (("dt", 10), ("ftr", 11), ("sldNum", 12)))
    return [
        markup.Layout(names["title"], opener, "title"),
        markup.Layout(names["content"], markup.place("title") + markup.place("", 1) + feet),
        markup.Layout(names["divider"], section, "secHead"),
        markup.Layout(names["only"], markup.place("title") + feet),
    ]


def png(colour: tuple[int, int, int]) -> bytes:
    """A picture of 8 by 8 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + bytes(colour) * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def unzipped(data: bytes) -> list[tuple[str, bytes]]:
    """The parts of a file by name."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def zipped(parts: dict[str, bytes]) -> bytes:
    """Parts as a file."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return held.getvalue()


def four_to_three(markup, make) -> bytes:
    narrow = (
        markup.place("title", None, (0.5, 0.3, 9, 1.2))
        + markup.place("body", 1, (0.5, 1.7, 9, 5.0))
        + markup.place("dt", 2, (0.5, 6.95, 2.3, 0.4))
        + markup.place("ftr", 3, (3.4, 6.95, 3.2, 0.4))
        + markup.place("sldNum", 4, (7.2, 6.95, 2.3, 0.4))
    )
    opener = markup.place("ctrTitle", None, (0.7, 2.3, 8.5, 1.6)) + markup.place("subTitle", 1, (1.5, 4.2, 7, 1.9))
    layouts = [markup.Layout("Titelfolie", opener, "title"), *ordinary(markup, content="Titel und Inhalt", only="Nur Titel")[1:2]]
    return make([*layouts, markup.Layout("Nur Titel", markup.place("title"))], markup.Master(narrow), size=(10, 7.5))


def twice_the_same(markup, make) -> bytes:
    twice = "".join(markup.place("body", 4294967295, box, name="Text") for box in ((0.5, 1.5, 5, 0.4), (6, 1.5, 5, 0.4)))
    content = markup.Layout("Page", markup.place("", 1, (0.5, 2.1, 12.3, 4.4)) + twice + markup.place("title", None, TOP))
    return make([content, content, *ordinary(markup)])


def no_body(markup, make) -> bytes:
    return make([markup.Layout("Page", markup.place("title", None, TOP))], markup.Master(""))


def empty_layouts(markup, make) -> bytes:
    return make([markup.Layout("Leer"), markup.Layout("Title and Content"), *ordinary(markup, content="Full"), markup.Layout("")])


def two_masters(markup, make) -> bytes:
    branded = markup.usual() + markup.shape((12, 0.1, 1, 0.2), fill=markup.solid("accent2"))
    return make(ordinary(markup), more=[markup.Extra(ordinary(markup), markup.Master(branded), markup.Theme(name="Brand"))])


def samples(markup, make) -> bytes:
    show = (
        '<p:custShowLst><p:custShow name="Short" id="0"><p:sldLst><p:sld r:id="rId200"/></p:sldLst></p:custShow></p:custShowLst>'
    )
    return make(ordinary(markup), slides=3, inner=show)


def missing_fonts(markup, make) -> bytes:
    return make(ordinary(markup), theme=markup.Theme(major="Arial", minor="Bauhaus Nowhere"))


def turned_and_off(markup, make) -> bytes:
    shapes = markup.place("title") + markup.place("", 1, (-9, 2, 8, 4)) + markup.place("", 2, BODY, rot=90)
    return make([markup.Layout("Title and Content", shapes), *ordinary(markup, content="Full")])


def sixty(markup, make) -> bytes:
    return make(
        [*ordinary(markup), *(markup.Layout(f"Page {i}", markup.place("title") + markup.place("", 1)) for i in range(56))]
    )


def picture_ground(markup, make) -> bytes:
    fill = '<a:blipFill><a:blip r:embed="rId50"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    master = markup.Master(markup.usual(), markup.background(fill), pictures={"rId50": png((20, 40, 30))})
    return make(ordinary(markup), master)


def dark(markup, make) -> bytes:
    return make(ordinary(markup), markup.Master(markup.usual(), map={"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}))


def white_accents(markup, make) -> bytes:
    return make(ordinary(markup), theme=markup.Theme({f"accent{n}": "FFFFFF" for n in (1, 2, 3, 5)}))


def other_colours_on_one_layout(markup, make) -> bytes:
    layouts = ordinary(markup)
    layouts[2] = replace(layouts[2], over={"bg1": "dk1", "tx1": "lt1"})
    return make(layouts)


BAD = (
    four_to_three, twice_the_same, no_body, empty_layouts, two_masters, samples, missing_fonts, turned_and_off, sixty,
    picture_ground, dark, white_accents, other_colours_on_one_layout,
)  # fmt: skip


@pytest.mark.parametrize("template", BAD, ids=lambda made: made.__name__)
def test_decks_on_templates_that_behave_badly_are_whole(make_template, markup, built, template):
    deck = built(template(markup, make_template))
    assert not deck.codes & {"L001", "L010", "L011", "L013", "L015", "L016"}
    slides = deck.slides
    visible = [slide for slide in slides if slide.element.get("show") != "0"]
    assert len(visible) >= 3
    with pikepdf.open(BytesIO(deck.pdf)) as pdf:
        assert len(pdf.pages) == len(visible)
    for slide in slides:
        assert slide.slide_layout.name.strip() in {name.partition(" (")[0] for name in deck.layouts} | deck.layouts | {"", "Page"}
        assert slide.shapes.title is not None and slide.shapes.title.has_text_frame and slide.shapes.title.text_frame.text.strip()


def test_the_deck_has_the_templates_size_in_both_formats(make_template, markup, built):
    deck = built(four_to_three(markup, make_template))
    opened = Presentation(BytesIO(deck.pptx))
    assert (opened.slide_width, opened.slide_height) == (9144000, 6858000)
    with pikepdf.open(BytesIO(deck.pdf)) as pdf:
        assert [float(value) for value in pdf.pages[0].MediaBox] == [0, 0, 720, 540]


def test_sample_slides_and_shows_are_gone(make_template, markup, built):
    deck = built(samples(markup, make_template))
    assert b"custShow" not in Presentation(BytesIO(deck.pptx)).part.blob
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert all(titles)


def test_a_placeholder_of_the_layout_holds_title_and_footers(make_template, markup, built):
    deck = built(make_template(ordinary(markup)))
    page = next(slide for slide in deck.slides if slide.slide_layout.name == "Title and Content")
    held = {shape.placeholder_format.type for shape in page.placeholders}
    assert {"TITLE", "DATE", "FOOTER", "SLIDE_NUMBER"} <= {kind.name for kind in held if kind}


def words_of(pdf: bytes) -> list[str]:
    """What each page of a PDF says."""
    with pdfplumber.open(BytesIO(pdf)) as opened:
        return [page.extract_text() for page in opened.pages]


def with_number(markup, box=(11, 6.9, 2, 0.4)) -> str:
    """A text box with the slide's number as a field."""
    field = '<a:p><a:r><a:t>Page </a:t></a:r><a:fld id="{0}" type="slidenum"><a:t>‹Nr.›</a:t></a:fld></a:p>'
    return markup.shape(box, text=field)


def test_pdfs_show_the_number_that_a_master_writes_as_fixed_text(make_template, markup, built):
    master = markup.Master(markup.usual() + with_number(markup))
    told = words_of(built(make_template(ordinary(markup), master)).pdf)
    assert len(told) >= 3 and all(f"Page {number}" in text for number, text in enumerate(told, 1))
    assert not any("‹#›" in text for text in told)


def test_slides_are_counted_from_the_number_that_the_template_begins_with(make_template, markup, built):
    data = make_template(ordinary(markup), markup.Master(markup.usual() + with_number(markup)))
    parts = {name: body.replace(b"<p:presentation ", b'<p:presentation firstSlideNum="0" ', 1) for name, body in unzipped(data)}
    deck = built(zipped(parts))
    assert all(f"Page {number}" in text for number, text in enumerate(words_of(deck.pdf)))
    numbers = {
        number: shape.text_frame.text
        for number, slide in enumerate(deck.slides)
        for shape in slide.placeholders
        if shape.placeholder_format.type.name == "SLIDE_NUMBER" and slide.element.get("show") != "0"
    }
    assert numbers == {number: str(number) for number in numbers} and numbers


def test_pdfs_show_grounds_and_edges_of_the_placeholders_that_slides_fill(make_template, markup, built):
    layouts = ordinary(markup)
    box, edge = (4.5, 6.8, 4.3, 0.5), f'<a:ln w="25400">{markup.solid("00A0A0")}</a:ln>'
    footer = markup.place("ftr", 11, box, properties=markup.solid("204060") + edge)
    layouts[1] = markup.Layout("Title and Content", markup.place("title") + markup.place("", 1) + footer)
    deck = built(make_template(layouts))
    with pdfplumber.open(BytesIO(deck.pdf)) as opened:
        for slide, page in zip(deck.slides, opened.pages, strict=False):
            grounds = [each for each in page.rects if near(each, box)]
            on = slide.slide_layout.name == "Title and Content"
            assert bool(grounds) is on, slide.slide_layout.name
            if on:
                held = next(shape for shape in slide.placeholders if shape.placeholder_format.type.name == "FOOTER")
                assert (held.left, held.top, held.width, held.height) == tuple(round(value * 914400) for value in box)
                assert {tuple(round(part * 255) for part in each["non_stroking_color"]) for each in grounds} == {(32, 64, 96)}


def near(rect, box) -> bool:
    """Whether a rectangle of a PDF stands in a box of inches."""
    found = (rect["x0"], rect["top"], rect["width"], rect["height"])
    return all(abs(value - inches * 72) < 0.6 for value, inches in zip(found, box, strict=True))


def test_slides_carry_the_colour_map_of_their_layout(make_template, markup, built):
    layouts = ordinary(markup)
    layouts[0] = replace(layouts[0], over={"bg1": "dk1", "tx1": "lt1"})
    deck = built(make_template(layouts))
    maps = {slide.slide_layout.name: slide.element.find("{*}clrMapOvr")[0] for slide in deck.slides}
    over = maps.pop("Title Slide")
    assert over.tag.endswith("overrideClrMapping") and (over.get("bg1"), over.get("tx1"), len(over.attrib)) == ("dk1", "lt1", 12)
    assert maps and all(each.tag.endswith("masterClrMapping") for each in maps.values())


def test_titles_of_slides_that_follow_each_other_have_one_size(make_template, markup, built):
    low = markup.place("title", None, (0.5, 0.4, 7, 0.6), styles=markup.level(1, 'sz="4000"'))
    layouts = ordinary(markup)
    layouts[1] = markup.Layout("Title and Content", low + markup.place("", 1))
    layouts[3] = markup.Layout("Title Only", low)
    titles = [slide.shapes.title for slide in built(make_template(layouts)).slides if "Title " in slide.slide_layout.name]
    shown = [title for title in titles if title.part.slide_layout.name != "Title Slide"]
    sizes = {run.font.size.pt for title in shown for paragraph in title.text_frame.paragraphs for run in paragraph.runs}
    assert len(shown) >= 2 and len(sizes) == 1 and sizes < {40.0, 36.0, 28.0, 24.0}
