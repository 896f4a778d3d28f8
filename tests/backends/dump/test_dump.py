"""The dump is read by people: these expectations are what a diff shows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.backends.dump import write
from generator.geometry import ZERO, Box, Size, pt
from generator.page.colour import Colour, ColourScheme
from generator.page.glue import End, Glue, Side
from generator.page.items import (
    Bars,
    Cell,
    ChartItem,
    Crop,
    Datum,
    GroupItem,
    Item,
    Mark,
    PictureItem,
    Row,
    Scale,
    Series,
    ShapeItem,
    Stroke,
    TableItem,
    TextItem,
)
from generator.page.pages import Document, FontScheme, Master, Page, Section
from generator.page.shapes import Chevron, Command, Corners, Ellipse, Geometry, Hexagon, Path, Rectangle, Rule, Verb
from generator.page.text import Align, Anchor, Bullet, Family, Inset, Line, Paragraph, Piece, Run, Style, TextBody
from generator.source import NOWHERE

SIZE = Size(pt(960), pt(540))
BOX = Box(pt(40), pt(30), pt(880), pt(60.04))
INK = Colour("dk1")
PLAIN = Style(pt(18), INK)
MASTER = Master("plain", SIZE, ColourScheme("plain", ("000000",) * 12), FontScheme("Arial", "Arial", "Courier New"), ())


def body(text: str = "Acknowledge", style: Style = PLAIN, **look: object) -> TextBody:
    lines = (Line((Piece(text, style, ZERO, pt(100)),), pt(16.56), 0),)
    return TextBody((Paragraph((Run(text, style),)),), lines, pt(21.6), pt(100), **look)  # type: ignore[arg-type]


def mark(name: str, alt: str = "", language: str = "en") -> Mark:
    return Mark(name, NOWHERE, language, alt)


def dump(*items: Item, **page: object) -> list[str]:
    """The lines below the page's own."""
    pages = (Page("intro", "On call", SIZE, items, **page),)  # type: ignore[arg-type]
    return write(document(*pages)).decode().splitlines()[7:]


def document(*pages: Page) -> Document:
    return Document("deck", "On call", "", "", ("a", "b c"), "en", date(2026, 3, 5), pages, MASTER, ())


def test_the_document_says_what_it_is_and_how_its_pages_hang_together() -> None:
    pages = (Page("intro", "On call", SIZE, ()), Page("spare", "Ö", SIZE, (), "title-only", INK, ("Say hello.",), hidden=True))
    sections = (Section("Basics", ("intro", "spare")),)
    assert write(replace(document(*pages), sections=sections)).decode() == (
        'document deck "On call" en 2026-03-05\n'
        'subject ""\n'
        'author ""\n'
        'keywords "a" "b c"\n'
        'master "plain"\n'
        "faces\n"
        'section "Basics": intro spare\n'
        "\n"
        '--- page 1: intro "On call" 960x540 pt ---\n'
        "\n"
        '--- page 2: spare "Ö" 960x540 pt layout=title-only background=dk1 hidden ---\n'
        'note "Say hello."\n'
    )


def test_a_text_says_its_words_and_each_line_where_it_stands_and_how_it_looks() -> None:
    assert dump(TextItem(mark("title"), BOX, body(), "title"))[1:] == [
        '[40,30 880x60 pt] text title "Acknowledge" slot=title set=100x21.6',
        "  paragraph pitch=1.2",
        '  line y=16.6 x=0 "Acknowledge" (18 dk1)',
    ]


def test_what_is_not_usual_is_said() -> None:
    style = Style(pt(18), Colour("accent1", 90, 20, 80), bold=True, italic=True, family=Family.CODE, tracking=pt(-0.25))
    paragraph = Paragraph(
        (Run("on", style, "#next"),), Align.RIGHT, 1.05, pt(6), Bullet("–", INK, pt(18)), level=1, margin=pt(20)
    )  # fmt: skip
    look = TextBody(
        (paragraph,), (Line((Piece("on", style, pt(38), pt(9), "#next"),), pt(15), 0),), pt(19), pt(47),
        Anchor.BOTTOM, Inset(pt(8), pt(4), pt(8), pt(4)),
    )  # fmt: skip
    assert dump(TextItem(mark("a", "seen", "de"), BOX, look, link="#next"))[1:] == [
        '[40,30 880x60 pt] text a "on" anchor=bottom inset=8,4,8,4 set=47x19 link=#next alt="seen" language=de',
        '  paragraph pitch=1.05 align=right before=6 level=1 margin=20 bullet="–" dk1 indent=18',
        '  line y=15 x=38 "on" (18 bold italic code accent1/sat90/lum20/off80 tracking=-0.25) link=#next',
    ]


def test_paragraph_settings_are_said_where_they_change() -> None:
    one, two = Paragraph((Run("a", PLAIN),)), Paragraph((Run("b", PLAIN),), before=pt(6))
    lines = tuple(Line((Piece(c, PLAIN, ZERO, pt(9)),), pt(20 * (i + 1)), i) for i, c in enumerate("aab"))
    text = TextBody((one, one, two), lines, pt(60), pt(9))
    assert dump(TextItem(mark("a"), BOX, text))[2:] == [
        "  paragraph pitch=1.2",
        '  line y=20 x=0 "a" (18 dk1)',
        '  line y=40 x=0 "a" (18 dk1)',
        "  paragraph pitch=1.2 before=6",
        '  line y=60 x=0 "b" (18 dk1)',
    ]


def test_every_geometry_has_its_words() -> None:
    geometries: dict[str, Geometry] = {
        "rectangle": Rectangle(),
        "rectangle r=8": Rectangle(pt(8)),
        "rectangle r=8 top": Rectangle(pt(8), Corners.TOP),
        "ellipse": Ellipse(),
        "hexagon tip=12.5": Hexagon(pt(12.5)),
        "chevron tip=12": Chevron(pt(12)),
        "chevron tip=12 flat": Chevron(pt(12), flat_left=True),
        "rule": Rule(),
        "rule from=a.right to=b.left arrow=end": Rule(Glue("a", Side.RIGHT), Glue("b", Side.LEFT), End.END),
        "path 1 commands on 24x24": Path((Command(Verb.MOVE, ((0, 0),)),), 24, 24),
    }
    shown = dump(*(ShapeItem(mark("s"), BOX, geometry) for geometry in geometries.values()))[1:]
    assert shown == [f"[40,30 880x60 pt] shape s {words}" for words in geometries]


def test_a_shape_says_its_fill_stroke_and_words() -> None:
    shape = ShapeItem(mark("card"), BOX, Rectangle(), Colour("lt2"), Stroke(INK, pt(0.75), dashed=True), body())
    assert dump(shape)[1:] == [
        '[40,30 880x60 pt] shape card rectangle fill=lt2 stroke=dk1,0.75,dashed "Acknowledge" set=100x21.6',
        "  paragraph pitch=1.2",
        '  line y=16.6 x=0 "Acknowledge" (18 dk1)',
    ]


def test_a_picture_says_its_size_in_pixels_its_bytes_and_what_is_cut_off() -> None:
    picture = PictureItem(mark("photo", "a wall"), BOX, b"bytes", "jpeg", (400, 300), Crop(top=0.1, bottom=0.05))
    assert dump(picture)[1:] == ['[40,30 880x60 pt] picture photo jpeg 400x300 px 277089d9 crop=0,10,0,5% alt="a wall"']
    assert dump(replace(picture, crop=Crop(), mark=mark("photo")))[1:] == [
        "[40,30 880x60 pt] picture photo jpeg 400x300 px 277089d9"
    ]


def test_a_group_holds_its_parts() -> None:
    part = ShapeItem(mark("disc"), BOX, Ellipse())
    assert dump(GroupItem(mark("icon", "a mail"), BOX, (part, part), "mailto:a@b.c"))[1:] == [
        '[40,30 880x60 pt] group icon link=mailto:a@b.c alt="a mail"',
        "  [40,30 880x60 pt] shape disc ellipse",
        "  [40,30 880x60 pt] shape disc ellipse",
    ]


def test_a_table_shows_rows_and_cells() -> None:
    cell = Cell(body(), Colour("lt2"), Stroke(INK, pt(1)), Stroke(INK, pt(0.5)))
    table = TableItem(mark("t", "who"), BOX, (pt(100), pt(80)), (Row(pt(40), (cell, cell)),), 1, header_column=True)
    inner = ["      paragraph pitch=1.2", '      line y=16.6 x=0 "Acknowledge" (18 dk1)']
    one = ['    cell "Acknowledge" set=100x21.6 fill=lt2 above=dk1,1 below=dk1,0.5', *inner]
    assert dump(table)[1:] == [
        '[40,30 880x60 pt] table t columns=100,80 header-rows=1 header-column alt="who"',
        "  row 40",
        *one,
        *one,
    ]


def test_a_chart_shows_its_scale_and_bars() -> None:
    data = (Datum(-12.25, Colour("accent1"), "-12 %", PLAIN),)
    form = Bars(Scale(-20, 100, Stroke(INK, pt(1)), PLAIN), 60, upright=False)
    chart = ChartItem(mark("c", "share"), BOX, form, ("After",), (Series("Share", data),), BOX, '0" %"')
    assert dump(chart)[1:] == [
        "[40,30 880x60 pt] chart c bar gap=60% scale=-20..100 axis=dk1,1 names=(18 dk1)"
        ' plot=[40,30 880x60 pt] format="0\\" %\\"" alt="share"',
        '  series "Share"',
        '    accent1 "After" -12.25 "-12 %" (18 dk1)',
    ]


def test_lengths_are_rounded_and_never_minus_zero() -> None:
    shape = ShapeItem(mark("s"), Box(pt(-0.01), pt(0.06), pt(1.25), pt(100)), Ellipse())
    assert dump(shape)[1] == "[0,0.1 1.2x100 pt] shape s ellipse"
