"""Fonts by name: own files first, then twins as wide as the font named, then stand-ins that are said to be some."""

from __future__ import annotations

import io
from collections.abc import Mapping
from types import MappingProxyType

import pytest
from fontTools.ttLib import TTFont

from generator.building.faces import faces_for
from generator.errors import Findings
from generator.files import InMemory
from generator.geometry import pt
from generator.page.colour import Colour
from generator.page.pages import Face, FontScheme
from generator.page.text import Family, Style
from generator.typography.fonts import cut_face
from generator.typography.measure import Measure
from generator.typography.scheme import order_faces
from generator.typography.shelf import Shelf, unpack_embedded

SIZE = Style(pt(100), Colour("dk1"))
HEADING = Style(pt(100), Colour("dk1"), bold=True, family=Family.HEADING)
FRENCH_PANGRAM = "Portez ce vieux whisky au juge blond qui fume"


def scheme(body: str, heading: str = "", code: str = "Courier New") -> FontScheme:
    return FontScheme(heading or body, body, code)


def ordered(fonts: FontScheme, files: Mapping[str, bytes] = MappingProxyType({}), texts: tuple[str, ...] = (), **more):
    """The orders for a scheme, and the codes of what was found."""
    findings = Findings()
    shelf = Shelf(InMemory(dict(files)), ("theme/fonts", "fonts"), **more)
    return order_faces(fonts, shelf, texts, findings), findings.items


def cut(orders, family: Family = Family.BODY, bold: bool = False) -> Face:
    """The upright face of a family."""
    return cut_face(next(o for o in orders if (o.family, o.bold, o.italic) == (family, bold, False)))


def advance(face: Face, character: str) -> float:
    """The advance of a character in sizes."""
    font = TTFont(io.BytesIO(face.data))
    return font["hmtx"][font.getBestCmap()[ord(character)]][0] / font["head"].unitsPerEm


@pytest.mark.parametrize(
    ("name", "widths"),
    [
        # advances in 2048ths as the makers' own fonts have them
        ("Arial", {"a": 1139, "n": 1139, "M": 1706, "0": 1139, " ": 569}),
        ("helvetica", {"a": 1139, "M": 1706}),
        ("Arial Narrow", {"a": 934, "n": 934, "M": 1399, " ": 467}),
        ("Calibri", {"a": 981, "n": 1076, "M": 1751, "0": 1038, " ": 463}),
        ("Georgia", {"a": 1032, "n": 1210, "M": 1899, "0": 1257, " ": 494}),
        ("Cambria", {"a": 999, "n": 1143, "0": 1135, " ": 451}),
        ("Times New Roman", {"a": 909, "n": 1024, "M": 1821, "0": 1024, " ": 512}),
    ],
)
def test_a_twin_is_as_wide_as_the_font_it_stands_for(name: str, widths: dict[str, int]) -> None:
    orders, found = ordered(scheme(name))
    face = cut(orders)
    assert found == []
    assert {c: round(advance(face, c) * 2048) for c in widths} == pytest.approx(widths, abs=2)


@pytest.mark.parametrize(("name", "width"), [("Courier New", 0.6), ("Consolas", 0.55)])
def test_code_fonts_are_one_width(name: str, width: float) -> None:
    face = cut(ordered(scheme("Arial", code=name))[0], Family.CODE)
    assert {round(advance(face, c), 2) for c in "ilMW0{"} == {width}


@pytest.mark.parametrize("name", ["Arial", "Calibri", "Georgia", "Cambria", "Times New Roman"])
def test_every_twin_has_vietnamese_greek_and_cyrillic(name: str) -> None:
    face = cut(ordered(scheme(name))[0])
    letters = "Tiếng Việt ơ ữ ợ Ελληνικά ώ ΐ Русский український ђ € → ≥ • – “”"
    assert set(map(ord, letters)) <= TTFont(io.BytesIO(face.data)).getBestCmap().keys()


def test_a_heading_font_has_faces_of_its_own_only_where_it_differs() -> None:
    assert {o.family for o in ordered(scheme("Calibri"))[0]} == {Family.BODY, Family.CODE}
    assert {o.family for o in ordered(scheme("Calibri", "Georgia"))[0]} == {Family.BODY, Family.HEADING, Family.CODE}


def test_headings_are_measured_in_their_own_face() -> None:
    findings = Findings()
    both = Measure.of(faces_for(scheme("Calibri", "Georgia"), Shelf(InMemory({})), (), findings))
    one = Measure.of(faces_for(scheme("Calibri"), Shelf(InMemory({})), (), findings))
    assert both.width(FRENCH_PANGRAM, SIZE) == one.width(FRENCH_PANGRAM, SIZE)
    assert both.width(FRENCH_PANGRAM, HEADING) > one.width(FRENCH_PANGRAM, HEADING) * 1.1


def test_a_font_nobody_has_is_named_with_what_is_used_instead_and_measured_wider() -> None:
    orders, (finding,) = ordered(scheme("Brandwood Sans"))
    assert (finding.code, finding.severity) == ("M070", "warning")
    assert "'Brandwood Sans'" in finding.message
    assert "Arimo, 12 % wider" in finding.message
    assert "theme/fonts/" in finding.hint
    assert advance(cut(orders), "n") == pytest.approx(0.556 * 1.12, abs=0.001)


def test_a_serif_font_nobody_has_is_stood_in_for_by_a_serif_face() -> None:
    orders, (finding,) = ordered(scheme("Garamond"))
    assert "RolecastRoman" in finding.message
    assert orders[0].name.startswith("RolecastRomanGaramond")


@pytest.mark.parametrize("cff", [False, True])
def test_a_theme_s_own_font_is_used_with_the_styles_it_has(font, cff: bool) -> None:
    files = {
        "theme/fonts/b-r.otf" if cff else "theme/fonts/b-r.ttf": font("Brandwood", 700, cff=cff),
        "theme/fonts/b-b.ttf": font("Brandwood", 800, style="Bold"),
    }
    orders, found = ordered(scheme("Brandwood"), files)
    assert found == []
    assert [(o.bold, o.italic) for o in orders if o.family is Family.BODY] == [(False, False), (True, False)]
    regular, bold = cut(orders), cut(orders, bold=True)
    assert (advance(regular, "n"), advance(bold, "n")) == (0.7, 0.8)
    assert "glyf" in TTFont(io.BytesIO(regular.data))
    measure = Measure.of((regular, bold))
    assert measure.width("n", Style(pt(100), Colour("dk1"), bold=True, italic=True)) == pt(80)
    assert measure.width("n", Style(pt(100), Colour("dk1"), italic=True)) == pt(70)


def test_what_an_own_font_lacks_is_lent_to_it(font) -> None:
    face = cut(ordered(scheme("Brandwood"), {"fonts/b.ttf": font("Brandwood", 700)})[0])
    assert advance(face, "ж") > 0.5


def test_the_theme_s_folder_comes_before_the_project_s_and_files_of_other_fonts_are_left_alone(font) -> None:
    files = {"theme/fonts/x.ttf": font("Other", 500), "fonts/b.ttf": font("Brandwood", 700)}
    assert advance(cut(ordered(scheme("Brandwood"), files)[0]), "n") == 0.7


@pytest.mark.parametrize("data", [b"", b"wOF2" + bytes(60), b"\0\1\0\0" + bytes(40), b"ttcf\0\1\0\0\xff\xff\xff\xff"])
def test_a_file_that_is_no_font_is_a_warning(data: bytes) -> None:
    _, found = ordered(scheme("Arial"), {"fonts/broken.ttf": data})
    assert [(f.code, f.severity, f.span.path) for f in found] == [("M071", "warning", "fonts/broken.ttf")]


def test_a_font_that_may_not_be_embedded_is_measured_and_drawn_by_a_stand_in_of_its_widths(font) -> None:
    orders, found = ordered(scheme("Brandwood"), {"fonts/b.ttf": font("Brandwood", 700, licence=2)})
    assert [f.code for f in found] == ["M072"]
    face = cut(orders)
    assert {round(advance(face, c), 2) for c in "ilMW"} == {0.7}
    letters = TTFont(io.BytesIO(face.data))
    assert letters["glyf"][letters.getBestCmap()[ord("O")]].numberOfContours == 2  # an O of Arimo, not a box


@pytest.mark.parametrize("licence", [0x0008, 0x0004, 0x000A])
def test_lesser_restrictions_allow_embedding(font, licence: int) -> None:
    assert ordered(scheme("Brandwood"), {"fonts/b.ttf": font("Brandwood", 700, licence=licence)})[1] == []


@pytest.mark.parametrize("flags", [0, 0x1, 0x10000000])
def test_fonts_embedded_in_a_template_are_read(font, eot, flags: int) -> None:
    plain = font("Inside", 640)
    assert unpack_embedded(eot(plain, flags)) == plain
    orders, found = ordered(scheme("Corporate"), embedded={"Corporate": (eot(plain, flags),)})
    assert found == []
    assert advance(cut(orders), "n") == 0.64


def test_packed_embedded_fonts_are_named_and_stood_in_for(font, eot) -> None:
    _, found = ordered(scheme("Corporate"), embedded={"Corporate": (eot(font("Corporate"), 0x4),)})
    assert [f.code for f in found] == ["M074", "M070"]


@pytest.mark.parametrize("part", [b"", b"nonsense", bytes(200), b"\xff" * 200])
def test_what_is_no_embedded_font_gives_none(part: bytes) -> None:
    assert unpack_embedded(part) is None


def test_the_fallback_keeps_the_characters_that_texts_use(font) -> None:
    files = {"fonts/wide.ttf": font("Wide Sans", 1000, "产品负责人团队一二三")}
    orders, found = ordered(scheme("Arial"), files, ("产品 owner",), fallback="fonts/wide.ttf")
    assert found == []
    face = cut(orders, Family.FALLBACK)
    known = TTFont(io.BytesIO(face.data)).getBestCmap()
    assert (face.typeface, face.drawn) == ("Wide Sans", True)
    assert set("产品") <= set(map(chr, known))
    assert ord("团") not in known


def test_a_fallback_that_is_not_there_or_no_font_is_an_error() -> None:
    for files in ({}, {"fonts/x.ttf": b"nothing"}):
        errors = [f for f in ordered(scheme("Arial"), files, fallback="fonts/x.ttf")[1] if f.severity == "error"]
        assert [f.code for f in errors] == ["M073"]


def test_a_font_of_coloured_pictures_can_be_measured_but_not_drawn(font) -> None:
    coloured = TTFont(io.BytesIO(font("Colour Emoji", 1245, "🙂🚀")))
    del coloured["glyf"], coloured["loca"]
    stream = io.BytesIO()
    coloured.save(stream)
    orders, _ = ordered(scheme("Arial"), {"fonts/e.ttf": stream.getvalue()}, ("🙂",), fallback="fonts/e.ttf")
    face = cut(orders, Family.FALLBACK)
    assert not face.drawn
    assert Measure.of((cut(orders), face)).width("🙂", SIZE) == pt(124.5)


def test_the_same_order_gives_the_same_bytes() -> None:
    orders, _ = ordered(scheme("Brandwood Sans", "Georgia"))
    for family in (Family.BODY, Family.HEADING):
        assert cut(orders, family).digest == cut(orders, family).digest
