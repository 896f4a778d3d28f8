"""What stands on a page: read back with pdfplumber, in points from the top left."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pdfplumber
import pytest

from generator.backends.pdf import write
from generator.geometry import ZERO, Box, Size, pt
from generator.page.colour import Colour
from generator.page.glue import End
from generator.page.items import GroupItem, Item, Mark, ShapeItem, Stroke, TableItem, TextItem
from generator.page.pages import Document, Page
from generator.page.shapes import Rectangle, Rule
from generator.page.text import Align, Anchor, Inset, Run, Style
from generator.source import NOWHERE

BOX = Box(pt(100), pt(100), pt(300), pt(120))
INK = Colour("dk1")


@pytest.fixture
def drawn(document: Callable[..., Document]) -> Callable[..., Any]:
    """Writes one page with the items given and opens it."""

    def draw(*items: Item | Page) -> Any:
        return pdfplumber.open(io.BytesIO(write(document(*items)))).pages[0]

    return draw


def baselines(page: Any) -> list[float]:
    return sorted({round(float(page.height) - char["matrix"][5], 1) for char in page.chars})


SQUARE = Rectangle()


def shape(geometry: Any = SQUARE, box: Box = BOX, **look: Any) -> ShapeItem:
    return ShapeItem(Mark("shape", NOWHERE, "en"), box, geometry, **look)


def points(page: Any) -> list[tuple[float, float]]:
    return [(round(x), round(y)) for thing in (*page.rects, *page.curves, *page.lines) for x, y in thing["pts"]]


@pytest.mark.parametrize(("anchor", "top"), [(Anchor.TOP, 104), (Anchor.MIDDLE, 144.2), (Anchor.BOTTOM, 184.4)])
def test_baselines_count_from_where_the_anchor_puts_the_text(drawn: Any, words: Any, anchor: Anchor, top: float) -> None:
    item = words.text("a", "One line", BOX, anchor=anchor, inset=Inset(pt(8), pt(4), pt(8), pt(14)))
    assert item.body.height == pt(21.6)
    assert baselines(drawn(item)) == [pytest.approx(top + item.body.lines[0].baseline.pt, abs=0.1)]


def test_pieces_stand_at_their_measured_x(drawn: Any, words: Any) -> None:
    item = words.text("a", [Run("ab ", Style(pt(18), INK)), Run("cd", Style(pt(18), INK, bold=True))], BOX, align=Align.RIGHT)
    page = drawn(item)
    found = {char["text"]: round(char["x0"], 1) for char in page.chars}
    first, second = item.body.lines[0].pieces
    assert (found["a"], found["c"]) == (round(100 + first.x.pt, 1), round(100 + second.x.pt, 1))
    assert page.chars[-1]["x1"] == pytest.approx(400, abs=0.1)


def test_tracking_sets_characters_apart_and_ends_with_its_run(drawn: Any, words: Any) -> None:
    runs = [Run("ii", Style(pt(18), INK, tracking=pt(5))), Run("ii", Style(pt(18), INK))]
    i, j, k, m = (char["x0"] for char in drawn(words.text("a", runs, BOX)).chars)
    assert (j - i) - (m - k) == pytest.approx(5, abs=0.01)


def test_words_at_line_ends_do_not_run_together(drawn: Any, words: Any) -> None:
    sentence = "some words that wrap on to a well-known-and-often-used second line"
    page = drawn(words.text("a", sentence, Box(pt(100), pt(100), pt(120), pt(200))))
    assert len(baselines(page)) > 2
    assert "".join(char["text"] for char in page.chars) == sentence


def test_a_bullet_is_no_part_of_the_sentence_it_marks(drawn: Any, torture: Document) -> None:
    page = drawn(replace(torture.pages[0], layout=""))
    text = "".join(char["text"] for char in page.chars)
    assert "•A point that is long enough to wrap on to a second line" in text


def test_a_soft_hyphen_shows_only_where_it_ends_a_line(drawn: Any, words: Any) -> None:
    page = drawn(words.text("a", "stake\u00adholder stake\u00adholder", Box(pt(100), pt(100), pt(210), pt(99))))
    text = "".join(char["text"] for char in page.chars)
    assert text.replace("-", "\u00ad") == "stakeholder stake\u00adholder"


def test_an_empty_line_is_room_and_nothing_more(drawn: Any, words: Any) -> None:
    page = drawn(words.text("a", "above\n\nbelow", BOX))
    assert [round(b - a, 1) for a, b in zip(baselines(page), baselines(page)[1:], strict=False)] == [43.2]


def test_text_colour_is_the_theme_s(drawn: Any, words: Any) -> None:
    page = drawn(words.text("a", [Run("x", Style(pt(18), Colour("accent3")))], BOX))
    assert page.chars[0]["non_stroking_color"] == pytest.approx((0x8A / 255, 0x3F / 255, 0xFC / 255), abs=0.001)


def links(page: Any) -> list[tuple[str, str]]:
    return [(str(link["uri"] or "page"), link["contents"]) for link in page.annots]


def test_a_link_over_two_lines_is_two_areas_with_the_whole_link_s_words(drawn: Any, words: Any) -> None:
    runs = [Run("Please read ", Style(pt(18), INK)), Run("what we wrote about it", Style(pt(18), INK), "https://example.org/ä b")]
    page = drawn(words.text("a", runs, Box(pt(100), pt(100), pt(240), pt(99))))
    assert links(page) == [("https://example.org/%C3%A4%20b", "what we wrote about it")] * 2
    first, second = page.annots
    assert first["x0"] > second["x0"] == pytest.approx(100, abs=0.1)
    assert 100 < first["top"] < first["bottom"] < second["bottom"] < 150


def test_a_link_is_underlined_in_its_own_colour(drawn: Any, words: Any) -> None:
    runs = [Run("not ", Style(pt(18), INK)), Run("here", Style(pt(18), Colour("hlink")), "https://example.org")]
    item = words.text("a", runs, BOX)
    line = drawn(item).lines[0]
    link = item.body.lines[0].pieces[1]
    assert (line["x0"], line["x1"]) == pytest.approx((100 + link.x.pt, 100 + (link.x + link.width).pt), abs=0.01)
    assert line["stroking_color"] == pytest.approx((0x0B / 255, 0x5C / 255, 0xAD / 255), abs=0.001)


def test_a_link_to_a_page_leads_there_and_one_to_a_hidden_page_is_left_out(drawn: Any, words: Any) -> None:
    body = words.body("x", pt(100))
    items = [TextItem(Mark(n, NOWHERE, "en"), BOX, body, link=f"#{n}") for n in ("two", "hidden", "nowhere")]
    size = Size(pt(960), pt(540))
    page = drawn(Page("one", "1", size, tuple(items)), Page("two", "2", size, ()), Page("hidden", "3", size, (), hidden=True))
    assert links(page) == [("page", "x")]
    assert [round(float(v)) for v in page.annots[0]["data"]["Rect"]] == [100, 320, 400, 440]


def test_a_group_s_link_is_described_by_its_alternative_text(drawn: Any) -> None:
    group = GroupItem(Mark("g", NOWHERE, "en", "a mail"), BOX, (shape(fill=INK),), link="mailto:a@example.org")
    assert links(drawn(group)) == [("mailto:a@example.org", "a mail")]


def test_groups_draw_what_groups_in_them_hold(drawn: Any) -> None:
    inner = GroupItem(Mark("in", NOWHERE, "en"), BOX, (shape(fill=INK),))
    assert len(drawn(GroupItem(Mark("out", NOWHERE, "en"), BOX, (inner, shape(fill=INK)))).rects) == 2


def test_a_fill_covers_the_box(drawn: Any) -> None:
    found = drawn(shape(fill=Colour("lt1"))).rects[0]
    assert [found[k] for k in ("x0", "top", "x1", "bottom")] == [100, 100, 400, 220]
    assert (found["fill"], found["stroke"]) == (True, False)


def test_a_rule_goes_from_the_top_left_to_the_bottom_right(drawn: Any) -> None:
    line = drawn(shape(Rule(), Box(pt(100), pt(50), pt(300), ZERO), stroke=Stroke(INK, pt(2)))).lines[0]
    assert (line["x0"], line["x1"], line["top"], line["bottom"], line["linewidth"]) == (100, 400, 50, 50, 2)


@pytest.mark.parametrize(
    ("box", "head", "line", "tips"),
    [
        (Box(pt(100), pt(50), pt(300), ZERO), End.END, ((100, 50), (395, 50)), {(390, 45), (400, 50), (390, 55)}),
        (Box(pt(100), pt(50), ZERO, pt(200)), End.START, ((100, 55), (100, 250)), {(95, 60), (100, 50), (105, 60)}),
    ],
)
def test_an_arrow_ends_in_a_head_five_times_as_wide_as_its_line(drawn: Any, box: Box, head: End, line: Any, tips: Any) -> None:
    page = drawn(shape(Rule(head=head), box, stroke=Stroke(INK, pt(2))))
    assert tuple((round(x), round(y)) for x, y in page.lines[0]["pts"]) == line
    assert {(round(x), round(y)) for x, y in page.curves[0]["pts"]} == tips


def test_dashes_follow_the_width(drawn: Any) -> None:
    assert drawn(shape(stroke=Stroke(INK, pt(2), dashed=True))).rects[0]["dash"] == ([8, 6], 0)


def test_a_dash_does_not_reach_the_next_shape(drawn: Any) -> None:
    page = drawn(shape(stroke=Stroke(INK, pt(2), dashed=True)), shape(stroke=Stroke(INK, pt(1))))
    assert page.rects[1]["dash"] == ([], 0)


def test_layout_items_lie_under_the_page_s_and_over_its_ground(drawn: Any) -> None:
    page = drawn(Page("p", "P", Size(pt(960), pt(540)), (shape(fill=INK),), "title-only"))
    assert [round(r["x1"]) for r in page.rects] == [960, 12, 400]
    assert page.rects[0]["non_stroking_color"] == (1, 1, 1)


def test_a_page_s_own_ground_replaces_the_layout_s(drawn: Any) -> None:
    page = drawn(Page("p", "P", Size(pt(960), pt(540)), (), "title-only", Colour("accent3")))
    assert page.rects[0]["non_stroking_color"] != (1, 1, 1)


def test_table_words_stand_in_their_cells(drawn: Any, table: TableItem) -> None:
    found = {word["text"]: word for word in drawn(table).extract_words()}
    assert found["Decides"]["x0"] == pytest.approx(60 + 260 + 8, abs=1.5)
    assert found["Share"]["x1"] == pytest.approx(780 - 8, abs=1.5)
    assert 380 < found["Role"]["top"] < found["Role"]["bottom"] < 420 < found["Owner"]["top"]


def test_table_fills_and_rules_of_a_row_are_drawn_in_one_piece(drawn: Any, table: TableItem) -> None:
    page = drawn(table)
    assert [(r["x0"], r["top"], r["x1"], r["bottom"]) for r in page.rects] == [(60, 420, 780, 460)]
    assert [(r["x0"], r["x1"], r["top"], r["linewidth"]) for r in page.lines] == [
        (60, 780, 420, 1.5),
        (60, 780, 460, 0.5),
        (60, 780, 500, 0.5),
    ]


def test_reading_order_is_the_order_of_the_items(drawn: Any, words: Any) -> None:
    items: Sequence[Item] = [words.text(n, n, BOX.moved(pt(50 * i))) for i, n in enumerate(("third", "first", "second"))]
    text = "".join(char["text"] for char in drawn(*items).chars)
    assert text == "thirdfirstsecond"
