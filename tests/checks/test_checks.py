"""Each check finds what it is for, at the place the author can change, and nothing on a good page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checks import check_pages
from generator.errors import Severity
from generator.geometry import pt
from generator.page.colour import Colour
from generator.page.items import Bars, Cell, ChartItem, Datum, GroupItem, Row, Scale, Series, ShapeItem, Stroke, TableItem
from generator.page.pages import Page
from generator.page.shapes import Rectangle
from generator.page.text import Anchor, Style, TextBody


def test_a_good_page_has_no_finding(pen, box):
    assert pen.codes(pen.text("Good", box()), pen.text("Also good", box(y=200), name="other")) == []


def test_an_item_over_the_edge_is_found(pen, box):
    (finding,) = pen.findings(ShapeItem(pen.mark("disc"), box(x=700), Rectangle(), Colour("accent1")))
    assert (finding.code, finding.severity, finding.span.line) == ("L010", Severity.ERROR, 3)
    assert "'disc'" in finding.message and "'only'" in finding.message


def test_an_item_within_a_group_is_found_too(pen, box):
    out = ShapeItem(pen.mark("inner"), box(y=500), Rectangle(), Colour("accent1"))
    assert pen.codes(GroupItem(pen.mark("group"), box(), (out,))) == ["L010"]


def test_a_text_higher_than_its_box_is_found(pen, box):
    (finding,) = pen.findings(pen.text("word " * 60, box(h=40)))
    assert finding.code == "L011"
    assert "too high" in finding.message


def test_a_text_set_for_a_wider_box_is_found(pen, box):
    wide = pen.text("one line that needs some room", box(w=400))
    (finding,) = pen.findings(replace(wide, box=box(w=100)))
    assert finding.code == "L011"
    assert "too wide" in finding.message


def test_two_texts_drawn_over_each_other_are_found_once(pen, box):
    two = (pen.text("a line\nand another", box(), name="first"), pen.text("over it\nand again", box(y=105), name="second"))
    (finding,) = pen.findings(*two)
    assert (finding.code, finding.severity, finding.span.line) == ("L017", Severity.ERROR, 3)
    assert "'first'" in finding.message and "'second'" in finding.message and "'only'" in finding.message


def test_boxes_may_overlap_where_their_letters_do_not(pen, box):
    left, right = pen.text("left", box(h=200), name="left"), pen.text("right", box(x=300, h=200), name="right")
    below = pen.text("below", box(y=75), name="below")
    assert pen.codes(left, right, below) == []


def test_lines_count_where_their_anchor_puts_them(pen, box):
    high, low = pen.text("high", box(h=100), name="high"), pen.text("low", box(h=100), name="low")
    sunk = replace(low, body=replace(low.body, anchor=Anchor.BOTTOM))
    assert pen.codes(high, sunk) == []
    assert pen.codes(high, low) == ["L017"]


def test_a_text_in_a_shape_counts_with_its_inset(pen, box):
    text = pen.text("a line", box())
    assert pen.codes(ShapeItem(pen.mark("card"), box(h=22), Rectangle(), Colour("lt2"), body=text.body)) == []
    tight = replace(text.body, inset=replace(text.body.inset, top=pt(4)))
    assert pen.codes(ShapeItem(pen.mark("card"), box(h=22), Rectangle(), Colour("lt2"), body=tight)) == ["L011"]


def cell(body: TextBody) -> Cell:
    return Cell(body)


def test_a_table_cell_that_does_not_fit_its_row_is_found(pen, box):
    body = pen.text("word " * 40, box(w=200)).body
    table = TableItem(pen.mark("table"), box(w=400, h=30), (pt(200), pt(200)), (Row(pt(30), (cell(body), cell(body))),))
    assert pen.codes(table) == ["L011"]


@pytest.mark.parametrize(
    ("layout", "size", "found"), [("Body", 11.5, True), ("Body", 12, False), ("", 8, True), ("", 8.5, False)]
)
def test_type_below_the_floor_of_its_medium_is_found(pen, box, layout, size, found):
    codes = pen.codes(pen.text("small", box(), Style(pt(size), Colour("dk1"))), layout=layout)
    assert codes == (["L012"] if found else [])


def test_a_footer_may_be_smaller(pen, box):
    footer = replace(pen.text("footer", box(), Style(pt(10), Colour("dk1"))), slot="footer")
    assert pen.codes(footer) == []


def chart(pen, box, label: str = "40 %", size: float = 14) -> ChartItem:
    style = Style(pt(size), Colour("dk1"))
    series = Series("Share", (Datum(40, Colour("accent1"), label, style),))
    form = Bars(Scale(0, 50, Stroke(Colour("dk2"), pt(1)), style), 60)
    return ChartItem(pen.mark("chart"), box(h=200), form, ("Now",), (series,), box(h=150), "0")


def test_labels_of_charts_are_checked_too(pen, box):
    assert pen.codes(chart(pen, box)) == []
    assert pen.codes(chart(pen, box, size=9)) == ["L012"]
    assert pen.codes(chart(pen, box, label="🙂")) == ["L014"]


def test_pale_text_is_found_with_the_contrast_there_is(pen, box):
    (finding,) = pen.findings(pen.text("pale", box(), Style(pt(18), Colour("lt2"))))
    assert (finding.code, finding.severity) == ("L013", Severity.WARNING)
    assert "1.1 : 1 where 4.5 : 1" in finding.message


def test_large_text_may_be_paler(pen, box):
    grey = Colour("accent2")  # 4.3 : 1 on white
    assert pen.codes(pen.text("body", box(), Style(pt(18), grey))) == ["L013"]
    assert pen.codes(pen.text("title", box(), Style(pt(24), grey))) == []
    assert pen.codes(pen.text("bold", box(), Style(pt(20), grey, bold=True))) == []


def test_the_ground_is_what_was_painted_last_below_the_text(pen, box):
    white = Style(pt(18), Colour("lt1"))
    ground = ShapeItem(pen.mark("ground"), box(), Rectangle(), Colour("dk1"))
    assert pen.codes(ground, pen.text("white on dark", box(), white)) == []
    assert pen.codes(pen.text("white on white", box(), white)) == ["L013"]


def test_characters_without_a_glyph_are_found(pen, box):
    (finding,) = pen.findings(pen.text("smile 🙂", box()))
    assert (finding.code, finding.severity) == ("L014", Severity.ERROR)
    assert "emoji 🙂 (U+1F642)" in finding.message
    assert "Noto Emoji" in finding.hint


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("#only", False),
        ("#gone", True),
        ("https://example.org", False),
        ("mailto:a@example.org", False),
        ("file:///etc/passwd", True),
        ("javascript:alert(1)", True),
        ("", False),
    ],
)
def test_links_that_lead_nowhere_are_found_on_items_and_in_texts(pen, box, link, found):
    shape = ShapeItem(pen.mark("go"), box(), Rectangle(), Colour("lt2"), link=link)
    expected = ["L015"] if found else []
    assert pen.codes(shape) == expected
    assert pen.codes(GroupItem(pen.mark("group"), box(), (shape,))) == expected
    assert pen.codes(pen.text("go", box(), link=link)) == expected


def test_two_items_of_one_name_are_found_once(pen, box):
    same = [pen.text(word, box(y=100 * n)) for n, word in enumerate(("one", "two", "three"), 1)]
    (finding,) = pen.findings(*same)
    assert (finding.code, finding.severity) == ("L016", Severity.WARNING)
    assert "3 items" in finding.message


def test_two_pages_of_one_name_are_found(pen, box):
    page = Page("twice", "Twice", pen.document().master.size, (pen.text("word", box()),), "Body")
    findings = check_pages(pen.document(page, replace(page, title="Again")))
    assert [finding.code for finding in findings] == ["L016"]


def test_the_same_finding_comes_once(pen, box):
    page = Page("one", "One", pen.document().master.size, (ShapeItem(pen.mark("x"), box(x=900), Rectangle()),), "Body")
    findings = check_pages(pen.document(page))
    assert len(findings) == len(set(findings)) == 1


def test_an_empty_page_is_a_good_page(pen):
    assert check_pages(pen.document(Page("empty", "Empty", pen.document().master.size, (), "Body"))) == ()
