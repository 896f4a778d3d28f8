"""Lines that connect are glued to their shapes, at the connection sites that PowerPoint numbers."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from pptx import Presentation

from generator.backends.pptx import write
from generator.geometry import ZERO, Box, Size, inch, pt
from generator.page.colour import Colour, ColourScheme
from generator.page.glue import End, Glue, Side
from generator.page.items import GroupItem, Item, Mark, ShapeItem, Stroke, TextItem
from generator.page.pages import Document, FontScheme, Layout, Master, Page
from generator.page.shapes import Chevron, Corners, Ellipse, Geometry, Hexagon, Path, Rectangle, Rule
from generator.page.text import Paragraph, Run, Style, TextBody
from generator.source import NOWHERE

SIZE = Size(inch(13.333), inch(7.5))
INK, PAPER = Colour("dk1"), Colour("lt1")
SCHEME = ColourScheme("Plain", ("000000", "FFFFFF", "444444", "EEEEEE", *("1F5FBF",) * 6, "1F5FBF", "1F5FBF"))
HERE, THERE = Box(inch(1), inch(1), inch(2), inch(1)), Box(inch(5), inch(1), inch(2), inch(1))
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def mark(name: str) -> Mark:
    return Mark(name, NOWHERE, "en")


def shape(name: str, box: Box, geometry: Geometry) -> ShapeItem:
    return ShapeItem(mark(name), box, geometry, INK)


def line(rule: Rule) -> ShapeItem:
    return ShapeItem(mark("line"), Box(HERE.right, inch(1.5), THERE.x - HERE.right, ZERO), rule, stroke=Stroke(INK, pt(2)))


def opened(*items: Item):
    """The shapes of a slide with these items, as they are opened again."""
    master = Master("Plain", SIZE, SCHEME, FontScheme("Arial", "Arial", "Courier New"), (Layout("Blank", "blank", (), PAPER),))
    page = Page("page", "Title", SIZE, items, "Blank")
    document = Document("deck", "Deck", "", "Author", (), "en", date(2026, 1, 2), (page,), master, ())
    return Presentation(io.BytesIO(write(document))).slides[0]


def glue(slide) -> list[tuple[str, str, int]]:
    """What each end of the connector is glued to: the end, the shape's name, the site's number."""
    (found,) = slide._element.iter("{http://schemas.openxmlformats.org/presentationml/2006/main}cNvCxnSpPr")
    names = {node.get("id"): node.get("name") for node in slide._element.iterfind(".//{*}cNvPr")}
    return [(end.tag.removeprefix(DRAWING), names[end.get("id")], int(end.get("idx"))) for end in found]


@pytest.mark.parametrize(
    ("geometry", "right", "left"),
    [
        (Rectangle(), 3, 1),
        (Rectangle(pt(9)), 3, 1),
        (Rectangle(pt(9), Corners.TOP), 0, 2),
        (Ellipse(), 6, 2),
        (Hexagon(pt(20)), 0, 3),
        (Chevron(pt(20)), 3, 1),
    ],
)
def test_a_line_is_glued_to_the_site_of_its_side(geometry: Geometry, right: int, left: int) -> None:
    slide = opened(
        line(Rule(Glue("a", Side.RIGHT), Glue("b", Side.LEFT))), shape("a", HERE, geometry), shape("b", THERE, geometry)
    )
    assert glue(slide) == [("stCxn", "a", right), ("endCxn", "b", left)]


def test_a_line_finds_what_it_is_glued_to_in_a_group_and_a_text() -> None:
    text = TextItem(mark("b"), THERE, TextBody((Paragraph((Run("Words", Style(pt(18), INK)),)),), (), pt(22), inch(1)))
    group = GroupItem(mark("all"), Box(HERE.x, HERE.y, inch(6), inch(1)), (shape("a", HERE, Rectangle()), text))
    assert glue(opened(group, line(Rule(Glue("a", Side.RIGHT), Glue("b", Side.LEFT))))) == [("stCxn", "a", 3), ("endCxn", "b", 1)]


def test_a_line_may_have_one_end_free() -> None:
    assert glue(opened(line(Rule(Glue("a", Side.RIGHT))), shape("a", HERE, Rectangle()))) == [("stCxn", "a", 3)]


def test_a_plain_line_is_glued_to_nothing() -> None:
    assert glue(opened(line(Rule()), shape("a", HERE, Rectangle()))) == []


@pytest.mark.parametrize(("head", "tag"), [(End.END, "tailEnd"), (End.START, "headEnd")])
def test_an_arrow_has_its_head_at_its_end(head: End, tag: str) -> None:
    (found,) = opened(line(Rule(head=head)))._element.iterfind(f".//{DRAWING}ln/{DRAWING}{tag}")
    assert (found.get("type"), found.get("w"), found.get("len")) == ("triangle", "lg", "lg")


@pytest.mark.parametrize("free", [Path((), 1, 1), Rule()])
def test_what_has_no_sites_is_an_error(free: Geometry) -> None:
    with pytest.raises(KeyError):
        opened(replace(line(Rule(Glue("a", Side.RIGHT))), mark=mark("connector")), shape("a", HERE, free))
