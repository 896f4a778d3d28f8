"""One-pagers: exactly one page, its height used, what finds no room reported."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pytest

from generator.backends.dump import write
from generator.block import Block, Depth, Flow
from generator.checks import check_pages
from generator.checks.texts import SetText, texts
from generator.geometry import Box, Length, mm, total
from generator.kit import Kit
from generator.layout.paper import PAPERS
from generator.outline.model import Entry, Header
from generator.page.items import Item
from generator.page.text import Anchor

if TYPE_CHECKING:
    from conftest import Pages

BOTH_PAPERS = pytest.mark.parametrize("paper", PAPERS)
ALL_HEADERS = pytest.mark.parametrize("header", Header)
MARGIN = mm(12)
ENDS = ("end-panel", "remember", "contact", "footer")
GAPS = (4.5, 6.5 + 2)
"""Millimetres between rows of entries: the theme's gaps and at most two of slack."""


class Planks(Block):
    """A block whose rows are planks of known heights, in millimetres; a law's measuring rod."""

    kind: Literal["planks"] = "planks"
    high: tuple[float, ...]
    grow: bool = True
    brief: tuple[float, ...] = ()
    tight: tuple[float, ...] = ()

    def shorten(self, depth: Depth) -> Planks:
        return self.model_copy(update={"high": self.brief}) if depth is Depth.BRIEF and self.brief else self

    def flow(self, kit: Kit, width: Length) -> Flow:
        rows = tuple(mm(h) for h in (self.tight if kit.sheet.tight and self.tight else self.high))

        def draw(box: Box, heights: tuple[Length, ...]) -> tuple[Item, ...]:
            assert total(heights) == box.h
            tops = [box.y + total(heights[:i]) for i in range(len(heights))]
            return tuple(
                kit.shape(f"plank-{i}", Box(box.x, y, box.w, h), fill=kit.surface)
                for i, (y, h) in enumerate(zip(tops, heights, strict=True))
            )

        return Flow(rows, tuple(self.grow for _ in rows), draw)


@dataclass(frozen=True, slots=True)
class Sample:
    """A one-pager as they usually are, laid."""

    header: Header
    paper: str
    entries: tuple[Entry, ...]
    pages: Pages

    @property
    def items(self) -> tuple[Item, ...]:
        return self.pages.all[0].items


@pytest.fixture(scope="module", params=[(h, p) for h in Header for p in PAPERS], ids="-".join)
def sample(request, author, samples) -> Sample:
    """Each header on each paper."""
    header, paper = request.param
    entries = samples(header)
    return Sample(header, paper, entries, author.sheet_pages(*entries, header=header, paper=paper))


def planks(*high: float, **more: object) -> Planks:
    return Planks(high=high, **more)


def boxes(pages, topic) -> list[Box]:
    """Where an entry's planks stand."""
    return [item.box for item in pages.all[0].items if item.mark.id.startswith(f"{topic}-plank")]


def heading(pages, topic) -> Box:
    return pages.item(f"{topic}-heading-rule").box


def body_bottom(pages) -> Length:
    return pages.item("end-panel").box.y


def last_baseline(text: SetText) -> Length:
    """The lowest baseline of a text, from the top of its page."""
    body, box = text.body, text.box
    room = box.h - body.inset.top - body.inset.bottom - body.height
    spare = {Anchor.TOP: mm(0), Anchor.MIDDLE: room / 2, Anchor.BOTTOM: room}[body.anchor]
    return box.y + body.inset.top + spare + body.lines[-1].baseline


def test_a_sheet_is_one_page_of_its_paper_without_a_finding(sample):
    assert [(page.id, page.size) for page in sample.pages.all] == [("one-pager", PAPERS[sample.paper].size)]
    assert (sample.pages.codes, sample.pages.laid.dropped) == ([], ())
    assert list(check_pages(sample.pages.laid.document)) == []


def test_everything_keeps_a_margin_of_twelve_millimetres(sample, look):
    size = sample.pages.all[0].size
    assert look.outside(sample.items, Box(MARGIN, MARGIN, size.w - MARGIN * 2, size.h - MARGIN * 2)) == []


def test_text_reaches_down_to_the_end_of_the_live_area(sample):
    live = PAPERS[sample.paper].live
    found = texts(sample.pages.all[0], sample.pages.laid.document.master)
    set_texts = [text for text in found if not text.mark.id.startswith("footer")]
    lowest = max(last_baseline(text) for text in set_texts)
    assert 88 <= round((lowest - live.y).ratio(live.h) * 100) <= 98
    body = max(last_baseline(text) for text in set_texts if not text.mark.id.startswith(ENDS))
    assert (body_bottom(sample.pages) - body).mm < 14


def test_no_heading_stands_alone(sample):
    for entry in sample.entries:
        rule, line = heading(sample.pages, entry.topic), sample.pages.item(f"{entry.topic}-heading").box
        below = [i.box for i in sample.items if i.mark.id.startswith(f"{entry.topic}-") and i.box.y >= line.bottom]
        assert (min(box.y for box in below) - line.bottom).mm < 6
        assert (line.x, line.w) == (rule.x, rule.w)


@BOTH_PAPERS
@pytest.mark.parametrize("high", [10, 14, 18, 21])
def test_rows_of_entries_stand_apart_by_the_gaps_of_the_theme(author, paper, high):
    names = [f"e{i}" for i in range(5)]
    pages = author.sheet_pages(*(author.entry(planks(high), topic=name) for name in names), header=Header.CLAIM, paper=paper)
    tops = [heading(pages, name).y for name in names if name not in pages.laid.dropped]
    bottoms = [boxes(pages, name)[-1].bottom for name in names if name not in pages.laid.dropped]
    gaps = [(top - bottom).mm for bottom, top in zip(bottoms, tops[1:], strict=False)]
    assert all(GAPS[0] - 0.1 <= gap <= GAPS[1] + 0.1 for gap in gaps), gaps
    last = pages.item("notes-heading-rule").box.y if "notes-heading" in pages.names() else body_bottom(pages)
    assert GAPS[0] - 0.1 <= (last - bottoms[-1]).mm < GAPS[1] + 14


@BOTH_PAPERS
def test_columns_that_add_up_to_twelve_stand_side_by_side(author, paper):
    block = planks(10, 10)
    entries = [author.entry(block, columns, topic=f"e{i}") for i, columns in enumerate((12, 7, 5, 4, 4, 4, 6, 6))]
    pages = author.sheet_pages(*entries, header=Header.CLAIM, paper=paper)
    places = [heading(pages, entry.topic) for entry in entries]
    rows = [[p for p in places if p.y == y] for y in sorted({p.y for p in places})]
    assert [len(row) for row in rows] == [1, 2, 3, 2]
    live = PAPERS[paper].live
    for row in rows:
        assert abs((row[0].x - live.x).mm) < 0.01 and abs((row[-1].right - live.right).mm) < 0.01
        assert all(4.9 < (b.x - a.right).mm < 5.1 for a, b in itertools.pairwise(row))


def test_a_row_that_is_not_full_is_widened(author):
    pages = author.sheet_pages(author.entry(planks(30), 7, topic="left"), author.entry(planks(30), 12, topic="below"))
    assert heading(pages, "left").w == heading(pages, "below").w


def test_room_to_spare_goes_into_the_rows_but_never_beyond_six_tenths(author):
    entries = [author.entry(planks(20, 10), topic=f"e{i}") for i in range(3)]
    pages = author.sheet_pages(*entries)
    grown = [box.h.mm for entry in entries for box in boxes(pages, entry.topic)]
    assert grown[0] > 21
    assert grown == pytest.approx([grown[0], grown[0] / 2] * 3, abs=0.01)
    few = author.sheet_pages(author.entry(planks(20, 10), topic="e0"))
    assert [box.h.mm for box in boxes(few, "e0")] == pytest.approx([32, 16], abs=0.01)


def test_entries_side_by_side_end_on_one_line_where_their_rows_may_grow_that_far(author):
    tall, low = author.entry(planks(20, 20, 20), 7, topic="tall"), author.entry(planks(25, 25), 5, topic="low")
    rigid = author.entry(planks(55, grow=False), topic="rest")
    pages = author.sheet_pages(tall, low, rigid)
    assert boxes(pages, "tall")[-1].bottom == boxes(pages, "low")[-1].bottom
    assert boxes(pages, "low")[0].h > mm(25)


@pytest.mark.parametrize("rest", [30, 45, 62], ids=["roomy", "full", "tight"])
def test_a_short_entry_beside_a_tall_one_grows_to_its_limit_and_moves_nothing(author, rest):
    tall, short = author.entry(planks(60, grow=False), 7, topic="tall"), author.entry(planks(8, 8), 5, topic="short")
    pages = author.sheet_pages(tall, short, author.entry(planks(rest / 2, rest / 2), topic="below"))
    assert [box.h.mm for box in boxes(pages, "short")] == pytest.approx([12.8, 12.8], abs=0.01)
    assert boxes(pages, "tall")[0].h == mm(60)
    assert (heading(pages, "below").y - boxes(pages, "tall")[0].bottom).mm >= 4.5
    assert all(box.h.mm <= rest / 2 * 1.6 + 0.01 for box in boxes(pages, "below"))


def test_a_sheet_with_little_to_say_gets_lines_for_notes(author):
    pages = author.sheet_pages(author.entry(planks(20, 10), topic="only"))
    lines = [pages.item(name).box for name in pages.names() if name.startswith("notes-notes-line")]
    assert pages.item("notes-heading").body.text == "My notes"
    assert len(lines) > 8
    assert 4 < (body_bottom(pages) - lines[-1].bottom).mm < 7
    assert pages.codes == []


def test_type_is_large_where_there_is_room_and_small_only_where_there_is_not(author):
    sizes = []
    for rest in range(10, 150, 5):
        pages = author.sheet_pages(
            author.entry(author.points(6), topic="points"), author.entry(planks(rest, grow=False), rank=2), paper="letter"
        )
        if pages.laid.dropped:
            break
        item = pages.item("points-point-1")
        sizes.append(item.body.paragraphs[-1].runs[-1].style.size.pt)
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 10.5 and 9 <= sizes[-1] < 10


def test_a_full_sheet_is_set_tight_before_anything_is_shortened(author):
    block = planks(110, 110, tight=(60, 60), brief=(20, 20))
    pages = author.sheet_pages(author.entry(block, topic="block"))
    assert boxes(pages, "block")[0].h >= mm(60)
    assert (pages.laid.dropped, pages.codes) == ((), [])


def test_it_is_set_tight_before_anything_is_left_out_and_nothing_is_shortened(author):
    entries = [author.entry(planks(60, brief=(10,)), rank=rank, topic=f"e{rank}") for rank in (0, 1, 2)]
    pages = author.sheet_pages(*entries)
    assert pages.laid.dropped == ("e2",)
    assert [shown.blocks[0].high for shown in pages.laid.shown] == [(60,), (60,)]


def test_every_paper_shows_the_same_entries(author):
    entries = [author.entry(planks(67, grow=False), rank=rank, topic=f"e{rank}") for rank in (0, 1)]
    shown = [author.sheet_pages(*entries, paper=paper).laid for paper in PAPERS]
    assert shown[0].dropped == shown[1].dropped == ("e1",)


def test_what_went_first_comes_back_where_a_later_one_left_room_for_it(author):
    heights = {"must": (0, 100), "should": (1, 60), "could": (2, 15)}
    entries = [author.entry(planks(high, grow=False), rank=rank, topic=name) for name, (rank, high) in heights.items()]
    pages = author.sheet_pages(*entries)
    assert pages.laid.dropped == ("should",)
    assert [shown.topic for shown in pages.laid.shown] == ["must", "could"]


def test_what_must_not_be_there_goes_first_and_the_last_of_its_rank_before_others(author):
    ranks = {"must": 0, "could": 2, "should": 1, "could-too": 2}
    entries = [author.entry(planks(55, grow=False), rank=rank, topic=name) for name, rank in ranks.items()]
    pages = author.sheet_pages(*entries)
    assert pages.laid.dropped == ("could-too", "could")
    assert [shown.topic for shown in pages.laid.shown] == ["must", "should"]
    assert pages.codes == []


def test_what_must_be_there_and_finds_no_room_is_a_warning_with_its_place(author):
    entries = [author.entry(planks(55, grow=False), topic=f"e{i}") for i in range(3)]
    pages = author.sheet_pages(*entries)
    assert pages.laid.dropped == ("e2",)
    assert pages.codes == ["L003"]
    finding = pages.findings.items[0]
    assert finding.severity == "warning" and "'e2'" in finding.message and finding.span == entries[2].span


def test_a_sheet_may_have_no_entry_at_all(author):
    pages = author.sheet_pages()
    assert "notes-heading" in pages.names()
    assert list(check_pages(pages.laid.document)) == []


@pytest.mark.parametrize(
    "name", ["Product owner", "Responsibilitiesofaproductowner", "Product manager, product owner and leader"]
)
@ALL_HEADERS
def test_a_long_name_stays_in_the_header(author, samples, header, name):
    pages = author.sheet_pages(*samples(header), header=header, name=name)
    assert list(check_pages(pages.laid.document)) == []


@ALL_HEADERS
def test_a_sheet_about_two_roles_shows_both_badges(author, kit, samples, header):
    subjects = (kit.subjects["product-manager"], kit.subjects["product-owner"])
    pages = author.sheet_pages(*samples(header), header=header, subjects=subjects, horizon=None)
    assert {"badge-product-manager", "badge-product-owner"} <= set(pages.names())
    assert list(check_pages(pages.laid.document)) == []


def test_the_foot_says_document_reader_classification_date_and_key(author, look, samples):
    page = author.sheet_pages(*samples(Header.BAND)).all[0]
    said = look.words(item for item in page.items if item.mark.id.startswith("footer"))
    assert said == "owner-one-pager | Engineers | Internal 5 March 2026 · 0a1b2c3d Page 1 of 1"


def test_the_same_sheet_is_laid_the_same_way_twice(author, samples):
    one, two = (author.sheet_pages(*samples(Header.CLAIM), header=Header.CLAIM).laid.document for _ in range(2))
    assert write(one) == write(two)


def test_a_short_entry_grows_to_more_than_twice_its_height_to_end_with_its_neighbour(author):
    tall, short = author.entry(planks(60, grow=False), 7, topic="tall"), author.entry(planks(14, 14), 5, topic="short")
    pages = author.sheet_pages(tall, short, author.entry(planks(50, 50), topic="below"))
    assert [box.h.mm for box in boxes(pages, "short")] == pytest.approx([30, 30], abs=0.01)
    assert boxes(pages, "short")[-1].bottom == boxes(pages, "tall")[0].bottom


def test_key_facts_get_smaller_type_and_then_a_broader_column_before_one_wraps(author):
    seen = []
    for letters in range(24, 44):
        facts = (("Works with you", f"Daily and {'i' * letters}"), ("Decides", "Order"))
        value = author.sheet_pages(header=Header.DATA, key_facts=facts).item("key-1-value")
        seen.append((value.body.paragraphs[0].runs[0].style.size.pt, round(value.box.w.mm)))
        assert len(value.body.lines) == 1
    assert {size for size, _ in seen} == {9, 8.5}
    assert seen[-1][1] > seen[0][1]
