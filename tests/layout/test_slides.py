"""Decks: regions under titles, splits, refusals, and what stands around a slide's body."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.blocks.agenda import Agenda, AgendaEntry
from generator.blocks.big_number import BigNumber
from generator.blocks.bullets import Bullets
from generator.blocks.process import Process
from generator.blocks.quote import Quote
from generator.checks import check_pages
from generator.geometry import inch
from generator.notation.inline import Fragment, Rich
from generator.outline.model import SlideKind
from generator.outline.session import Session
from generator.page.colour import Colour
from generator.page.items import ShapeItem
from generator.theme.master import SIZES, TOPS, own_stage
from generator.theme.stage import DIVIDER, PANEL, QUOTE, TITLE_SLIDE
from tests.layout.conftest import SENTENCE

SHORT = "The owner decides the order"
LONG = "The owner puts the work of the whole team in one order, the team alone decides how it is built"
LONGER = (
    "The owner puts all the work of the whole team in one order each week, the team alone decides how it is built and tested, "
    "and nobody else changes either of the two"
)
FURNITURE = ("eyebrow", "title", "date", "footer", "number", "progress")


def body(pages, page=0):
    """The items of a page that its blocks placed."""
    return [item for item in pages.all[page].items if not item.mark.id.startswith(FURNITURE)]


def top(pages, page=0):
    return min(item.box.y for item in body(pages, page))


def title_bottom(pages):
    """Where the words of the first page's title end; their placeholder may be higher."""
    title = pages.item("title")
    return title.box.y + title.body.height


def slot(pages, name, page=0):
    """The words in a placeholder of a page."""
    return next((item.body.text for item in pages.all[page].items if getattr(item, "slot", "") == name), None)


def test_a_title_that_needs_two_lines_breaks_after_a_clause(author):
    pages = author.pages(author.slide(author.prose(), title=LONG))
    assert pages.item("title").body.text == LONG.replace("order, ", "order,\n")
    assert pages.titles == [LONG]


@pytest.mark.parametrize(("title", "lines"), [(SHORT, 1), (LONG, 2), (LONGER, 3)])
def test_the_body_begins_lower_under_a_title_of_more_lines(author, title, lines):
    pages = author.pages(author.slide(author.cards(3), title=title))
    assert len(pages.item("title").body.lines) == lines
    assert top(pages) == TOPS[lines]
    assert title_bottom(pages) <= top(pages)
    assert max(item.box.bottom for item in body(pages)) <= inch(6.70)


def test_what_does_not_fit_goes_on_over_numbered_slides(author, look):
    slide = author.slide(author.prose(4, 5), notes=("Say it slowly.",))
    pages = author.pages(slide, author.slide(author.prose(), id="next", title="What comes next"))
    parts = len(pages.all) - 1
    assert parts > 1 and pages.codes == []
    assert pages.ids == ["topic", *(f"topic-{n}" for n in range(2, parts + 1)), "next"]
    assert pages.titles[:-1] == [f"{SHORT} ({n}/{parts})" for n in range(1, parts + 1)]
    said = look.words(item for page in pages.all[:-1] for item in page.items)
    assert all(said.count(f"({n + 1})") == 1 for n in range(4))
    assert [page.notes for page in pages.all[:-1]] == [("Say it slowly.",)] * parts
    assert [slot(pages, "number", page) for page in range(parts + 1)] == [str(n) for n in range(1, parts + 2)]


def test_the_callout_stays_with_the_first_part(author):
    pages = author.pages(author.slide(author.prose(3, 6), author.callout()))
    assert len(pages.all) > 1
    assert any(name.startswith("callout-1") for name in pages.names(0))
    assert not any(name.startswith("callout") for page in range(1, len(pages.all)) for name in pages.names(page))
    assert [len(shown.blocks) for shown in pages.laid.shown] == [2, *[1] * (len(pages.all) - 1)]


def test_a_callout_at_the_foot_lies_below_and_one_at_the_side_beside(author):
    side, foot = author.callout(), author.callout(place="foot", tone="word")
    pages = author.pages(author.slide(author.cards(2), side), author.slide(author.cards(2), foot, id="b"))
    for page, apart in ((0, lambda main, aside: main.right <= aside.x), (1, lambda main, aside: main.bottom <= aside.y)):
        items = body(pages, page)
        mains = [i.box for i in items if i.mark.id.startswith("cards")]
        asides = [i.box for i in items if i.mark.id.startswith("callout-1")]
        assert mains and asides and all(apart(m, a) for m in mains for a in asides)


def test_a_part_that_is_too_long_goes_on_under_its_lead_and_loses_no_word(author, look):
    block = author.points(2, "The owner decides and tells. " * 45)
    pages = author.pages(author.slide(block))
    assert len(pages.all) > 2 and pages.codes == []
    said = look.words(item for page in pages.all for item in page.items)
    assert said.count("The owner decides and tells.") == 90
    assert all("Thing number" in look.words(page.items) for page in pages.all)


def test_a_callout_that_leaves_no_room_stands_on_a_slide_of_its_own(author, look):
    pages = author.pages(author.slide(author.points(2), author.callout(text="A remark that goes on and on. " * 20)))
    assert pages.codes == []
    assert [[block.kind for block in shown.blocks] for shown in pages.laid.shown] == [["bullets"], ["callout"]]


def test_a_word_longer_than_any_of_a_language_is_broken_where_nothing_else_helps(author, look):
    word = "Q" * 80
    pages = author.pages(author.slide(author.cards(3, f"It is called {word} here.")))
    assert (len(pages.all), pages.codes) == (1, [])
    assert look.words(pages.all[0].items).count(word) == 3


def test_a_diagram_without_room_is_told_in_points_of_the_same_words(author, look):
    steps = tuple({"title": f"Step {n}", "text": f"{SENTENCE} " * 30} for n in range(1, 4))
    pages = author.pages(author.slide(Process.model_validate({"steps": steps})))
    assert pages.codes == []
    assert look.words(item for page in pages.all for item in page.items).count(SENTENCE) == 90


def test_where_forty_slides_are_not_enough_it_is_shortened(author):
    block = author.points(2, "The owner decides and tells. " * 900)
    pages = author.pages(author.slide(block))
    assert (len(pages.all), pages.codes) == (1, [])
    assert isinstance(shown := pages.laid.shown[0].blocks[0], Bullets) and shown != block


def test_what_never_fits_is_refused_with_its_place_and_both_heights_and_the_rest_is_laid(author):
    block = author.prose(1, 900)
    pages = author.pages(author.slide(block), author.slide(author.prose(), id="next"))
    assert (pages.ids, pages.codes) == (["next"], ["L001"])
    finding = pages.findings.items[0]
    need, have = (float(word) for word in finding.message.split() if word.replace(".", "").isdigit())
    assert need > have == pytest.approx(5.2, abs=0.6)
    assert finding.span == block.span and finding.hint


def test_a_slide_without_a_block_is_refused(author):
    pages = author.pages(author.slide(), author.slide(author.prose(), id="next"))
    assert (pages.ids, pages.codes) == (["next"], ["L002"])


def number(**more: object) -> BigNumber:
    return BigNumber.model_validate({"number": "7 of 10", "meaning": "hours of an owner go to the team", **more})


def test_a_big_number_stands_on_a_panel_with_the_title_beside_it(author):
    rows = ({"number": "1", "title": "Backlog", "text": "The best moment for a question"},)
    pages = author.pages(author.slide(number(rows=rows)))
    page = pages.all[0]
    ground = next(i for i in page.items if isinstance(i, ShapeItem) and i.box.h == SIZES["16:9"].h)
    assert page.layout == PANEL
    assert (ground.box.x.emu, ground.box.y.emu) == (0, 0) and ground.box.right <= pages.item("title").box.x
    date, line = pages.item("date"), pages.item("footer")
    assert date.box.right <= ground.box.right and date.body.paragraphs[0].runs[0].style.colour == Colour("lt1")
    assert line.box.x >= ground.box.right
    assert list(check_pages(pages.laid.document)) == []


def test_a_quote_stands_on_the_tint_of_its_role(author, kit):
    quote = Quote.model_validate({"text": "A backlog without an order is a wish list.", "by": "Tom Berger, product owner"})
    page = author.pages(author.slide(quote)).all[0]
    assert (page.layout, page.background) == (QUOTE, kit.tint())


def test_hidden_slides_do_not_count(author):
    slides = [author.slide(author.prose(), id=f"t{i}", hidden=i == 1) for i in range(3)]
    pages = author.pages(*slides)
    assert [page.hidden for page in pages.all] == [False, True, False]
    assert (slot(pages, "number", 0), slot(pages, "number", 2)) == ("1", "2")
    assert [shown.hidden for shown in pages.laid.shown] == [False, True, False]


def test_every_body_slide_says_date_document_and_number_in_the_placeholders_for_them(author):
    blocks = (author.prose(), author.cards(3), number())
    pages = author.pages(*(author.slide(block, id=block.kind) for block in blocks))
    for page in range(len(pages.all)):
        assert slot(pages, "date", page) == "5 March 2026"
        assert slot(pages, "footer", page) == "Product owner: training deck · Engineers · Internal"
        assert slot(pages, "number", page) == str(page + 1)


def opening(author, kind, **more):
    return author.slide(kind=kind, id=kind.value, topic="", title="What comes next, and why", **more)


def test_covers_and_dividers_carry_no_footers(author):
    kinds = (SlideKind.COVER, SlideKind.DIVIDER)
    pages = author.pages(*(opening(author, kind, section=0) for kind in kinds), sections=("Work", "Close"))
    assert [page.layout for page in pages.all] == [TITLE_SLIDE, DIVIDER]
    assert all(slot(pages, name, page) is None for name in ("date", "footer", "number") for page in (0, 1))
    assert list(check_pages(pages.laid.document)) == []


@pytest.mark.parametrize("headline", ["Short", "A headline of so many words that it takes three lines on a title slide"])
def test_headline_and_subtitle_stand_in_the_middle_between_pills_and_facts(author, headline):
    pages = author.pages(author.slide(kind=SlideKind.COVER, id="cover", topic="", title=headline))
    title, subtitle, rule = (pages.item(name).box for name in ("title", "subtitle", "facts-rule"))
    above, below = title.y - inch(1.04), rule.y - subtitle.bottom
    assert abs((above - below).inches) < 0.01 and below >= inch(0.3)


def test_facts_of_a_cover_stand_higher_where_a_line_about_the_session_stands_below_them(author):
    deck = author.deck(opening(author, SlideKind.COVER))
    told = replace(deck, colophon=replace(deck.colophon, session=Session(client="Acme")))
    plain, with_line = (author.pages_of(each) for each in (deck, told))
    assert with_line.item("facts-rule").box.y < plain.item("facts-rule").box.y
    assert with_line.item("fact-users-text").box.bottom <= with_line.item("session").box.y


def test_a_cover_of_a_comparison_shows_a_pill_for_each_role(author, kit):
    subjects = (kit.subjects["product-manager"], kit.subjects["product-owner"])
    pages = author.pages_of(replace(author.deck(opening(author, SlideKind.COVER)), subjects=subjects))
    first, second = pages.item("pill-product-manager").box, pages.item("pill-product-owner").box
    assert first.right < second.x
    assert list(check_pages(pages.laid.document)) == []


def test_one_segment_a_section_shows_how_far_the_deck_has_come(author, kit):
    sections = ("Work", "Reach", "Close")
    slides = [author.slide(author.prose(), id=f"t{i}", section=i) for i in range(3)]
    pages = author.pages(*slides, sections=sections)
    for page in range(3):
        segments = [item for item in pages.all[page].items if item.mark.id.startswith("progress")]
        assert [s.fill == kit.accent for s in segments] == [i <= page for i in range(3)]
    assert pages.item("eyebrow", 1).body.text == "Reach"
    alone = author.pages(author.slide(author.prose(), section=0), sections=("Work",))
    assert not any(name.startswith("progress") for name in alone.names())


def test_sections_are_runs_of_pages_in_their_order(author):
    slides = (
        opening(author, SlideKind.COVER),
        author.slide(author.prose(3, 6), id="long", section=0),
        author.slide(author.prose(), id="last", section=1),
        author.slide(author.prose(), id="sources", eyebrow="Sources"),
        author.slide(author.prose(), id="backup", hidden=True),
    )
    pages = author.pages(*slides, sections=("Work", "Close"))
    assert [page for section in pages.laid.document.sections for page in section.pages] == pages.ids
    assert [section.title for section in pages.laid.document.sections] == ["Product owner", "Work", "Close", "Sources", "Backup"]


def test_the_agenda_leads_to_the_first_slides_of_sections(author):
    agenda = Agenda.of([AgendaEntry(name, f"What {name} is for", 5, f"{name.lower()}-1") for name in ("Work", "Close")])
    first = [author.slide(author.prose(), id=f"{name}-1", section=i) for i, name in enumerate(("work", "close"))]
    pages = author.pages(author.slide(agenda, id="agenda"), *first, sections=("Work", "Close"))
    links = [item.link for item in pages.all[0].items if getattr(item, "link", "")]
    assert list(dict.fromkeys(links)) == ["#work-1", "#close-1"]
    assert list(check_pages(pages.laid.document)) == []


@pytest.mark.parametrize("title", ["a" * 80, "word " * 40, "Why"], ids=["unbroken", "endless", "short"])
def test_whatever_the_title_nothing_lies_over_the_edge_and_nothing_over_the_body(author, title):
    pages = author.pages(author.slide(author.cards(2), title=title.strip()))
    assert [f.code for f in check_pages(pages.laid.document) if f.code in ("L010", "L011")] == []
    if pages.all:
        assert title_bottom(pages) <= top(pages)


def test_every_item_says_its_language(author):
    pages = author.pages(author.slide(author.cards(3), author.callout(place="foot")))
    assert {item.mark.language for item in pages.all[0].items} == {"en"}


def test_markup_in_a_title_stays_on_its_parts(author):
    title = Rich((Fragment("The owner "), Fragment("decides", bold=True), Fragment(" the order")))
    slide = author.slide(author.cards(2))
    pages = author.pages(replace(slide, title=title))
    assert pages.titles == [SHORT]
    assert [piece.text for piece in pages.item("title").body.lines[0].pieces] == ["The owner ", "decides", " the order"]


def test_facts_of_a_cover_of_4_to_3_stand_clear_of_each_other(author):
    theme = replace(author.kit.theme, stage=own_stage(SIZES["4:3"]))
    pages = replace(author, kit=replace(author.kit, theme=theme)).pages(opening(author, SlideKind.COVER))
    for left, right in (("users", "clock"), ("clock", "calendar")):
        assert pages.item(f"fact-{left}-text").box.right < pages.item(f"fact-{right}").box.x
