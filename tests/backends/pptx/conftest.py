"""A document made by hand that holds every item, every geometry and every way to be written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from pptx import Presentation

from generator.backends.pptx import write
from generator.geometry import ZERO, Box, Size, inch, pt
from generator.page.colour import Colour, ColourScheme
from generator.page.items import (
    Bars,
    Cell,
    ChartItem,
    Datum,
    GroupItem,
    Item,
    Mark,
    Row,
    Scale,
    Series,
    ShapeItem,
    Stroke,
    TableItem,
    TextItem,
)
from generator.page.pages import Document, FontScheme, Layout, Level, Master, Page, Placeholder, Section
from generator.page.shapes import Chevron, Command, Corners, Ellipse, Geometry, Hexagon, Path, Rectangle, Rule, Verb
from generator.page.text import Align, Anchor, Bullet, Family, Inset, Paragraph, Run, Style, TextBody
from generator.source import Span

SIZE = Size(inch(13 + 1 / 3), inch(7.5))
INK, QUIET, PAPER, ROLE = Colour("dk1"), Colour("dk2"), Colour("lt1"), Colour("accent2")
TINT = Colour("accent2", lum_mod=20, lum_off=80)
DEEP = Colour("accent2", sat_mod=120, lum_mod=75)
VALUES = "14213D FFFFFF 4A5568 F3F5F9 1D4ED8 B45309 6D28D9 15803D B91C1C 64748B 1D4ED8 6D28D9"
SCHEME = ColourScheme("House", tuple(VALUES.split()))
BOXES = {
    "title": Box(inch(0.6), inch(0.68), inch(12.133), inch(0.9)),
    "body": Box(inch(0.6), inch(1.9), inch(8.022), inch(4.8)),
    "date": Box(inch(0.6), inch(7.03), inch(3), inch(0.24)),
    "footer": Box(inch(3.6), inch(7.03), inch(6.133), inch(0.24)),
    "number": Box(inch(9.733), inch(7.03), inch(3), inch(0.24)),
}
SMALL = Style(pt(10), QUIET)
HEAD = Style(pt(28), INK, bold=True, family=Family.HEADING)
PLAIN = Style(pt(18), INK)


def box(x: float, y: float, w: float, h: float) -> Box:
    """A box given in inches."""
    return Box(inch(x), inch(y), inch(w), inch(h))


def mark(name: str, alt: str = "", language: str = "en-GB") -> Mark:
    """A mark without a meaningful span."""
    return Mark(name, Span("torture.yaml", 1, 1), language, alt)


def body(*paragraphs: Paragraph | str, style: Style = PLAIN, **keys: object) -> TextBody:
    """A text that has not been broken: the width is a guess, the lines are left out."""
    align = keys.pop("align", Align.LEFT)
    made = tuple(p if isinstance(p, Paragraph) else Paragraph((Run(p, style),), align) for p in paragraphs)
    width = max((pt(run.style.size.pt * 0.55 * len(run.text)) for p in made for run in p.runs), default=ZERO)
    return TextBody(made, (), pt(style.size.pt * 1.2 * len(made)), width, **keys)


def furniture(number: int) -> tuple[Item, ...]:
    """The three texts at a slide's foot."""
    texts = (
        ("date", "4 March 2025", Align.LEFT),
        ("footer", "Roles", Align.CENTRE),
        ("number", f"Page {number} of 6", Align.RIGHT),
    )
    return tuple(
        TextItem(mark(slot), BOXES[slot], body(text, style=SMALL, align=align, anchor=Anchor.MIDDLE), slot)
        for slot, text, align in texts
    )


def title(text: str) -> TextItem:
    """A title in its placeholder."""
    return TextItem(mark("title"), BOXES["title"], body(text, style=HEAD), "title")


def _master() -> Master:
    feet = tuple(
        Placeholder(slot, BOXES[slot], SMALL, align, Anchor.MIDDLE)
        for slot, align in (("date", Align.LEFT), ("footer", Align.CENTRE), ("number", Align.RIGHT))
    )
    held = Placeholder("title", BOXES["title"], HEAD, line_height=1.12)
    levels = (Level(pt(20), "•", ZERO, pt(16)), Level(pt(18), "–", pt(16), pt(14)))
    text = Placeholder("body", BOXES["body"], Style(pt(20), INK), levels=levels)
    cover = (
        Placeholder("title", box(0.6, 1.55, 6.6, 2.9), Style(pt(60), PAPER, bold=True, family=Family.HEADING), line_height=1.06),
        Placeholder("subtitle", box(0.6, 4.62, 6.6, 0.8), Style(pt(20), PAPER)),
    )
    tiles = (
        ShapeItem(mark("tile-1"), box(9.583, 0, 1.875, 1.875), Ellipse(), ROLE),
        ShapeItem(mark("tile-2"), box(11.458, 0, 1.875, 1.875), Rectangle(), DEEP),
    )
    edge = (ShapeItem(mark("edge"), box(0, 7.4, 13.3333, 0.1), Rectangle(), ROLE),)
    layouts = (
        Layout("Title and content", "obj", (held, text, *feet), PAPER),
        Layout("Title", "title", cover, INK, tiles),
        Layout("Title only", "titleOnly", (held, *feet), PAPER, edge),
        Layout("Blank", "blank", feet, PAPER),
    )
    return Master("House", SIZE, SCHEME, FontScheme("Arial", "Arial", "Courier New"), layouts)


def _cover() -> Page:
    big = Style(pt(60), PAPER, bold=True, family=Family.HEADING, tracking=pt(-1))
    name = body(Paragraph((Run("Who orders\nthe work", big),), line_height=1.06))
    promise = body("For people in their first weeks", style=Style(pt(20), PAPER))
    items = (
        TextItem(mark("title"), box(0.6, 1.55, 6.6, 2.9), name, "title"),
        TextItem(mark("subtitle"), box(0.6, 4.7, 6.6, 0.8), promise, "subtitle"),
    )
    return Page("cover", "Who orders the work", SIZE, items, "Title", notes=("Welcome everybody.", "Ask who is new & <curious>."))


def _text() -> Page:
    link = replace(PLAIN, colour=ROLE)
    guide, mail = Run("the guide", link, "https://example.org/guide?a=1&b=2"), Run("ask", link, "mailto:a@example.org")
    dot = Bullet("•", ROLE, pt(16))
    points = (
        Paragraph((Run("The owner ", PLAIN), Run("orders", replace(PLAIN, bold=True)), Run(" the work", PLAIN)), bullet=dot),
        Paragraph((Run("Sub-point with ", PLAIN), guide), bullet=dot, level=1, margin=pt(16), before=pt(6)),
        Paragraph((Run("Back to ", PLAIN), Run("the chart", link, "#chart"), Run(" or ", PLAIN), mail), before=pt(6)),
        Paragraph((Run("First step", PLAIN),), bullet=Bullet("1.", INK, pt(20)), line_height=1.5),
        Paragraph((Run("Kursiv", replace(PLAIN, italic=True)), Run("\x0b and two\nlines", PLAIN))),
    )
    words = TextItem(mark("body"), BOXES["body"], TextBody(points, (), pt(200), inch(6)), "body")
    note = body("Ein Zettel", inset=Inset(*[inch(0.1)] * 4))
    aside = TextItem(mark("aside", language="de-DE"), box(9, 1.9, 3.733, 1), note, link="https://example.org/")
    return Page("text", "Text", SIZE, (title("The owner orders the work"), words, aside, *furniture(2)), "Title and content")


def _icon(name: str, x: float, y: float) -> GroupItem:
    strokes = (
        Command(Verb.MOVE, ((4, 12),)),
        Command(Verb.LINE, ((10, 18.5),)),
        Command(Verb.CURVE, ((14, 18), (20, 10), (20, 5))),
        Command(Verb.CLOSE),
    )
    disc = ShapeItem(mark(f"{name}-disc"), box(x, y, 0.7, 0.7), Ellipse(), ROLE)
    line = ShapeItem(mark(f"{name}-stroke"), box(x + 0.15, y + 0.15, 0.4, 0.4), Path(strokes, 24, 24), None, Stroke(PAPER, pt(2)))
    return GroupItem(mark(name, "A tick"), box(x, y, 0.7, 0.7), (disc, line), link="#text")


def _shapes() -> Page:
    white = Style(pt(18), PAPER, bold=True)
    pad = Inset(*[inch(0.15)] * 4)
    centred = {"align": Align.CENTRE, "anchor": Anchor.MIDDLE}

    def shape(name: str, where: Box, form: Geometry, text: str, **keys: object) -> ShapeItem:
        return ShapeItem(mark(name), where, form, ROLE, body=body(text, style=white, **centred), **keys)

    note = body("Left in a card", inset=pad)
    items: tuple[Item, ...] = (
        ShapeItem(mark("card"), box(0.6, 1.9, 2.9, 1.4), Rectangle(inch(0.1)), TINT, body=note, link="https://example.org/card"),
        shape("head", box(3.7, 1.9, 2.9, 0.72), Rectangle(inch(0.12), Corners.TOP), "Top corners"),
        ShapeItem(
            mark("plain"),
            box(6.8, 1.9, 2.9, 1.4),
            Rectangle(),
            None,
            Stroke(QUIET, pt(1.5), dashed=True),
            body("Outlined", inset=pad),
        ),
        shape("disc", box(9.9, 1.9, 0.54, 0.54), Ellipse(), "12"),
        shape("hexagon", box(10.8, 1.9, 1.9, 1.4), Hexagon(inch(0.4)), "Six", stroke=Stroke(INK, pt(1))),
        shape("step-1", box(0.6, 3.6, 3, 0.95), Chevron(inch(0.26), flat_left=True), "1 Spot"),
        shape("step-2", box(3.5, 3.6, 3, 0.95), Chevron(inch(0.26)), "2 Choose"),
        ShapeItem(mark("rule"), box(0.6, 4.8, 6, 0), Rule(), None, Stroke(INK, pt(1.5))),
        ShapeItem(mark("upright"), box(7, 3.6, 0, 1.2), Rule(), None, Stroke(ROLE, pt(0.75))),
        _icon("tick", 7.4, 3.7),
    )
    roles = (TINT, DEEP, Colour("dk1", lum_mod=75, lum_off=25), Colour("accent1", 70, 90))
    swatches = tuple(ShapeItem(mark(f"swatch-{n}"), box(0.6 + n, 5.2, 0.8, 0.8), Rectangle(), c) for n, c in enumerate(roles))
    group = GroupItem(
        mark("note"), box(0.6, 6.2, 4, 0.6), (TextItem(mark("note-text"), box(0.6, 6.2, 4, 0.6), body("Words in a group")),)
    )
    return Page("shapes", "Shapes", SIZE, (title("Shapes of every sort"), *items, *swatches, group, *furniture(3)), "Title only")


def _table() -> Page:
    rule, thin = Stroke(INK, pt(1.5)), Stroke(QUIET, pt(0.75))
    pad = Inset(inch(0.2), inch(0.05), inch(0.2), inch(0.05))

    def cell(text: str, fill: Colour | None = None, below: Stroke | None = thin, **keys: object) -> Cell:
        return Cell(body(*([text] if text else []), inset=pad, anchor=Anchor.MIDDLE, **keys), fill, None, below)

    head = Row(
        inch(0.6), tuple(cell(text, None, rule, style=replace(PLAIN, bold=True, colour=QUIET)) for text in ("Who", "Orders", ""))
    )
    rows = [
        Row(inch(0.7), (cell(who, style=replace(PLAIN, bold=True)), cell(what), cell(many, align=Align.RIGHT)))
        for who, what, many in (("Owner", "the backlog", "3"), ("Manager", "the bets", ""), ("Leader", "the funds", "12"))
    ]
    marked = replace(rows[1], cells=tuple(replace(c, fill=TINT) for c in rows[1].cells))
    table = TableItem(
        mark("table", "Who orders what"),
        box(0.6, 1.9, 10, 2.7),
        (inch(3), inch(5), inch(2)),
        (head, rows[0], marked, rows[2]),
        header_column=True,
    )
    return Page(
        "table",
        "Table",
        SIZE,
        (title("Each of them orders something else"), table, *furniture(4)),
        "Title only",
        notes=("One paragraph",),
    )


def _chart(upright: bool, name: str, where: Box, plot: Box) -> ChartItem:
    values = (("Owner", 62, ROLE), ("=1+1", 24.5, Colour("accent6")), ("https://example.org", 13, Colour("accent6")))
    strong, quiet = Style(pt(24), INK, bold=True), Style(pt(16), QUIET)
    series = Series("Share & size", tuple(Datum(v, colour, f"{v} %", strong) for _, v, colour in values))
    form = Bars(Scale(0, 70, Stroke(QUIET, pt(1)), quiet), 43, upright)
    return ChartItem(mark(name, f"Chart {name}"), where, form, tuple(c for c, _, _ in values), (series,), plot, '0.#" %"')


def _charts() -> Page:
    columns = _chart(True, "columns", box(0.6, 1.9, 6, 4.8), box(0.8, 2.4, 5.6, 3.6))
    bars = _chart(False, "bars", box(7, 1.9, 5.733, 4.8), box(9.4, 2, 2.4, 4.6))
    return Page(
        "chart",
        "Charts",
        SIZE,
        (title("The owner has most of it"), columns, bars, *furniture(5)),
        "Title only",
        background=Colour("lt2"),
    )


def _untitled() -> Page:
    words = TextItem(mark("quote"), box(0.6, 2, 10, 1.4), body("“One order, one owner.”", style=Style(pt(44), INK, bold=True)))
    return Page("quote", "A quote to end with", SIZE, (words, *furniture(6)), "Blank", hidden=True)


@pytest.fixture(scope="session")
def document() -> Document:
    """Every item, geometry, link, style and page flag once."""
    pages = (_cover(), _text(), _shapes(), _table(), _charts(), _untitled())
    sections = (Section("Who & what", ("text", "shapes")), Section("Numbers", ("table", "chart", "quote")))
    return Document(
        "roles-deck", "Who orders the work", "Roles", "Training & Enablement", ("roles", "training"), "en-GB", date(2025, 3, 4),
        pages, _master(), (), sections,
    )  # fmt: skip


@pytest.fixture(scope="session")
def written(document: Document) -> bytes:
    """The document as a .pptx file."""
    return write(document)


@pytest.fixture(scope="session")
def members(written: bytes) -> dict[str, bytes]:
    """The file's parts by name."""
    with ZipFile(BytesIO(written)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="session")
def slides(written: bytes) -> dict[str, object]:
    """The slides as python-pptx reads them, by their pages' ids."""
    return dict(zip(("cover", "text", "shapes", "table", "chart", "quote"), Presentation(BytesIO(written)).slides, strict=True))
