"""A small theme to draw with, and a document that uses everything a page can hold."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
import reportlab

from generator.geometry import ZERO, Box, Length, Size, mm, pt
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
from generator.page.pages import Document, Face, FontScheme, Layout, Master, Page, Section
from generator.page.shapes import Chevron, Command, Corners, Ellipse, Hexagon, Rectangle, Rule, Verb
from generator.page.shapes import Path as Outline
from generator.page.text import Align, Anchor, Bullet, Family, Inset, Paragraph, Run, Style, TextBody
from generator.source import NOWHERE
from generator.typography.lines import set_text
from generator.typography.measure import Measure

SLIDE = Size(pt(960), pt(540))
A4 = Size(mm(210), mm(297))
INK = Colour("dk1")
SCHEME = ColourScheme(
    "plain",
    ("1B2430", "FFFFFF", "4A5568", "F1F4F8", "1F6FEB", "0F8A5F", "8A3FFC", "198038", "B45309", "64748B", "0B5CAD", "5B3A8E"),
)
MASTER = Master(
    "plain",
    SLIDE,
    SCHEME,
    FontScheme("Arial", "Arial", "Courier New"),
    (
        Layout(
            "title-only",
            "titleOnly",
            (),
            Colour("lt1"),
            (ShapeItem(Mark("band", NOWHERE, "en"), Box(ZERO, ZERO, pt(12), pt(540)), Rectangle(), fill=Colour("accent1")),),
        ),
    ),
)


class Words:
    """Sets text in the fixture's faces."""

    def __init__(self, faces: Sequence[Face]) -> None:
        self.measure = Measure.of(faces)

    def body(self, runs: str | Sequence[Run], width: Length, size: float = 18, **look: object) -> TextBody:
        """One paragraph of `runs`, set in `width`; `look` goes to the paragraph, its anchor and inset to the body."""
        anchor, inset = look.pop("anchor", Anchor.TOP), look.pop("inset", Inset())
        runs = [Run(runs, Style(pt(size), INK))] if isinstance(runs, str) else runs
        return set_text(self.measure, [Paragraph(tuple(runs), **look)], width, anchor, inset)  # type: ignore[arg-type]

    def text(self, name: str, runs: str | Sequence[Run], box: Box, size: float = 18, **look: object) -> TextItem:
        """A text item."""
        return TextItem(Mark(name, NOWHERE, "en"), box, self.body(runs, box.w, size, **look))


@pytest.fixture(scope="session")
def faces() -> tuple[Face, ...]:
    """The four cuts that come with reportlab."""
    folder = Path(reportlab.__file__).parent / "fonts"
    cuts = (("Vera", False, False), ("VeraBd", True, False), ("VeraIt", False, True), ("VeraBI", True, True))
    found = []
    for name, bold, italic in cuts:
        data = (folder / f"{name}.ttf").read_bytes()
        found.append(Face(Family.BODY, bold, italic, name, data, hashlib.sha256(data).hexdigest()))
    return tuple(found)


@pytest.fixture(scope="session")
def words(faces: tuple[Face, ...]) -> Words:
    """A setter of text."""
    return Words(faces)


@pytest.fixture(scope="session")
def document(faces: tuple[Face, ...]) -> Callable[..., Document]:
    """Makes a document of pages, or of one page with the items given."""

    def make(*parts: Item | Page, sections: tuple[Section, ...] = ()) -> Document:
        pages = tuple(part for part in parts if isinstance(part, Page))
        items = tuple(part for part in parts if not isinstance(part, Page))
        pages = pages or (Page("only", "The only page", SLIDE, items),)
        return Document(
            "deck", "Who owns what", "Roles – compared", "Training team", ("roles", "owner"), "en-GB",
            date(2026, 3, 5), pages, MASTER, faces, sections,
        )  # fmt: skip

    return make


def mark(name: str, alt: str = "") -> Mark:
    return Mark(name, NOWHERE, "en", alt)


def chart(upright: bool, box: Box, values: dict[str, float], low: float = 0) -> ChartItem:
    style = Style(pt(14), INK)
    names = ZERO if upright else box.w * 0.25
    plot = box.inset(names, pt(24), pt(40) if names else ZERO, pt(50) if not names else ZERO)
    series = Series("Share", tuple(Datum(v, Colour("accent1"), f"{v:g} %", style) for v in values.values()))
    form = Bars(Scale(low, 100, Stroke(INK, pt(1)), style), 60, upright)
    return ChartItem(mark(f"chart-{upright}", "values"), box, form, tuple(values), (series,), plot, '0" %"')


@pytest.fixture(scope="session")
def shapes(words: Words) -> tuple[Item, ...]:
    """Every geometry, filled, stroked, dashed, in a group, with text in the three anchors."""
    geometries = (
        Rectangle(), Rectangle(pt(10)), Rectangle(pt(16), Corners.TOP), Ellipse(), Hexagon(pt(20)),
        Chevron(pt(20), flat_left=True), Chevron(pt(20)), ICON,
    )  # fmt: skip
    boxes = Box(pt(60), pt(40), pt(840), pt(80)).columns(len(geometries), pt(12))
    filled = [
        ShapeItem(mark(f"filled-{i}"), box, shape, None if shape is ICON else Colour("lt2"), Stroke(INK, pt(2)))
        for i, (shape, box) in enumerate(zip(geometries, boxes, strict=True))
    ]
    dashed = [
        ShapeItem(
            mark(f"dashed-{anchor}"), box, Rectangle(pt(8)), Colour("accent1", lum_mod=20, lum_off=80),
            Stroke(Colour("accent2"), pt(1.5), dashed=True),
            words.body(f"Anchored {anchor}", box.w, anchor=anchor, align=align, inset=Inset(pt(8), pt(4), pt(8), pt(4))),
        )
        for anchor, align, box in zip(Anchor, Align, Box(pt(60), pt(150), pt(840), pt(90)).columns(3, pt(20)), strict=True)
    ]  # fmt: skip
    rule = ShapeItem(mark("rule"), Box(pt(60), pt(270), pt(840), ZERO), Rule(), stroke=Stroke(INK, pt(0.75)))
    group = GroupItem(mark("group", "an icon"), Box(pt(60), pt(290), pt(60), pt(60)), (
        ShapeItem(mark("disc"), Box(pt(60), pt(290), pt(60), pt(60)), Ellipse(), Colour("accent3")),
        ShapeItem(mark("strokes"), Box(pt(74), pt(304), pt(32), pt(32)), ICON, stroke=Stroke(Colour("lt1"), pt(3))),
    ), link="#charts")  # fmt: skip
    return (*filled, *dashed, rule, group)


ICON = Outline(
    (
        Command(Verb.MOVE, ((2, 12),)),
        Command(Verb.CURVE, ((2, 2), (22, 2), (22, 12))),
        Command(Verb.LINE, ((12, 22),)),
        Command(Verb.CLOSE),
    ),
    24,
    24,
)


@pytest.fixture(scope="session")
def table(words: Words) -> TableItem:
    """A header, highlighted rows, rules, numbers on the right."""
    columns = (pt(260), pt(300), pt(160))
    inset = Inset(pt(8), pt(4), pt(8), pt(4))
    rule, head = Stroke(Colour("accent6"), pt(0.5)), Stroke(INK, pt(1.5))
    rows = []
    texts = (("Role", "Decides", "Share"), ("Owner", "What is built next", "42 %"), ("Manager", "Why", "7 %"))
    aligns = (Align.LEFT, Align.LEFT, Align.RIGHT)
    for number, row in enumerate(texts):
        cells = tuple(
            Cell(
                words.body(text, width, 16, anchor=Anchor.MIDDLE, inset=inset, align=align),
                Colour("lt2") if number == 1 else None,
                below=rule if number else head,
            )
            for text, width, align in zip(row, columns, aligns, strict=True)
        )
        rows.append(Row(pt(40), cells))
    return TableItem(mark("table", "who decides"), Box(pt(60), pt(380), pt(720), pt(120)), columns, tuple(rows), 1, True)


@pytest.fixture(scope="session")
def prose(words: Words) -> tuple[Item, ...]:
    """Mixed styles, links, bullets, tracking, wrapped lines."""
    plain, bold = Style(pt(20), INK), Style(pt(20), INK, bold=True)
    link = Style(pt(20), Colour("hlink"))
    runs = (
        Run("The ", plain), Run("product owner", bold), Run(" orders the back-log with well-thought-out reasons; see ", plain),
        Run("the chart of who decides what", link, "#charts"), Run(" or ", plain),
        Run("an article", link, "https://example.org/ä b?c=d"), Run(" – “quoted” naïve café.", plain),
    )  # fmt: skip
    bullet, point = Bullet("•", Colour("accent1"), pt(18)), "A point that is long enough to wrap on to a second line"
    return (
        words.text("title", "The owner orders the work, the manager chooses it", Box(pt(60), pt(36), pt(840), pt(50)), 32),
        words.text("para", runs, Box(pt(60), pt(120), pt(400), pt(200))),
        words.text("bullet", point, Box(pt(500), pt(120), pt(340), pt(90)), bullet=bullet),
        words.text("middle", "What stands in the middle.", Box(pt(60), pt(300), pt(700), pt(60)), 24),
        words.text("foot", "What stands at the foot of a page.", Box(pt(60), pt(380), pt(700), pt(90)), 24, anchor=Anchor.BOTTOM),
        words.text("caps", [Run("TRACKED WORDS", Style(pt(14), INK, tracking=pt(2)))], Box(pt(500), pt(230), pt(300), pt(30))),
    )  # fmt: skip


@pytest.fixture(scope="session")
def torture(
    document: Callable[..., Document], prose: tuple[Item, ...], shapes: tuple[Item, ...], table: TableItem, words: Words
) -> Document:
    """Everything at once: prose, shapes and a table, charts, a hidden page, a dark page, a sheet."""
    left, right = Box(pt(60), pt(60), pt(840), pt(440)).columns(2, pt(40))
    values = {"Before the change": 42.0, "After": 77.0, "In a quarter from now on": 12.5}
    signed = {"Up": 60.0, "Down in the second half": -30.0}
    charts = (chart(True, left, values), chart(False, right.cut_top(pt(200))[0], values),
              chart(True, right.cut_bottom(pt(220))[1], signed, -50))  # fmt: skip
    quiet = Run("Thank you", Style(pt(44), Colour("lt1"), bold=True, family=Family.HEADING))
    end = words.text("end", [quiet], Box(pt(60), pt(260), pt(840), pt(220)), anchor=Anchor.MIDDLE, align=Align.CENTRE)
    more = words.text("more", "Ask the training team", Box(pt(60), pt(440), pt(840), pt(40)), 20, align=Align.CENTRE)
    sheet = words.text("sheet", "A sheet of paper. " * 160, Box(mm(20), mm(20), mm(170), mm(257)), 14)
    return document(
        Page("prose", "The owner orders the work", SLIDE, prose, "title-only"),
        Page("shapes", "Shapes", SLIDE, (*shapes, table), "title-only"),
        Page("backup", "Not shown", SLIDE, prose, hidden=True),
        Page("charts", "Charts", SLIDE, charts, "title-only"),
        Page("end", "Thank you", SLIDE, (end, more), "title-only", Colour("accent1", lum_mod=50)),
        Page("sheet", "Sheet", A4, (sheet,)),
        sections=(Section("Words", ("prose", "shapes", "backup")), Section("Charts", ("charts", "end"))),
    )
