"""Laws of pages that hold for whatever is written, in every kind: inside the page, inside their boxes, nothing lost."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.backends.dump import write
from generator.block import Block, Depth, Part
from generator.blocks import KINDS, AnyBlock
from generator.blocks.agenda import Agenda, AgendaEntry
from generator.blocks.chart import Chart
from generator.blocks.picture import Picture
from generator.blocks.sources import SourceEntry, Sources
from generator.checks import check_pages
from generator.errors import Findings
from generator.geometry import Box, mm, total
from generator.kit import Kit
from generator.layout.paper import PAPERS
from generator.layout.sheets import lay_sheet
from generator.layout.slides import LaidOut, lay_deck
from generator.notation.inline import Rich, parse_inline
from generator.notation.media import read_media
from generator.notation.records import Record
from generator.outline.model import Colophon, Deck, Entry, Header, Section, Sheet, Slide, SlideKind
from generator.page.pages import Face
from generator.source import Span
from generator.tailoring.rebuild import Changes, rebuild

ADAPTER: TypeAdapter[Block] = TypeAdapter(AnyBlock)
COLOPHON = Colophon("deck", "deck", "A deck", "Readers", "Internal", "Firm", "Firm", date(2026, 3, 5), "en", "0a1b2c3d")
QUICK = settings(suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink))
FITS = ("L010", "L011", "L017")
REFUSED = ("L001", "L002")
ROLES = ("product-owner", "product-manager", "product-leader")
FORMS_OF_CHARTS = ("column", "bar", "line", "pie", "doughnut", "stacked", "stacked-bar")
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><circle cx="5" cy="5" r="4"/></svg>'

WORDS = st.sampled_from(
    ["a", "owner", "decides", "refinement", "**bold**", "*said*", "`code`", "[link](https://example.org/x)", "responsibilities"]
)


def texts(unbroken: int) -> st.SearchStrategy[str]:
    """A word or three, a sentence, a speech, or a word that nothing breaks."""
    return st.one_of(
        st.lists(WORDS, min_size=1, max_size=3).map(" ".join),
        st.lists(WORDS, min_size=4, max_size=14).map(" ".join),
        st.lists(WORDS, min_size=20, max_size=60).map(" ".join),
        st.tuples(WORDS, st.sampled_from("Qwi").map(lambda letter: letter * unbroken)).map(" ".join),
    )


TEXTS = texts(80)


@dataclass(frozen=True, slots=True)
class Draw:
    """What a block is made from: texts taken in turn, and how many parts it wants."""

    texts: tuple[str, ...]
    count: int

    def turn(self) -> Callable[[], str]:
        """One text after the other, over and over."""
        return itertools.cycle(self.texts).__next__

    def parts(self, least: int, most: int, *names: str, **more: object) -> list[dict[str, object]]:
        """Parts with a text under each name."""
        text = self.turn()
        return [{**{name: text() for name in names}, **more} for _ in range(min(max(self.count, least), most))]


def draws(unbroken: int) -> st.SearchStrategy[Draw]:
    return st.builds(Draw, st.lists(texts(unbroken), min_size=1, max_size=4).map(tuple), st.integers(1, 8))


DRAWS = draws(80)


def _comparison(draw: Draw) -> dict[str, object]:
    subjects = list(ROLES[: 2 + draw.count % 2])
    aspects = [{**part, "values": [part["value"]] * len(subjects)} for part in draw.parts(3, 7, "name", "value")]
    return {"subjects": subjects, "aspects": [{k: v for k, v in a.items() if k != "value"} for a in aspects]}


def _table(draw: Draw) -> dict[str, object]:
    width = 2 + draw.count % 4
    rows = [
        {"cells": [part["one"], part["two"], {"subject": ROLES[0]}, *[part["one"]] * width][:width]}
        for part in draw.parts(1, 8, "one", "two")
    ]
    return {"columns": [{"title": draw.texts[0]}] * width, "rows": rows, "source": draw.texts[-1]}  # fmt: skip


def _big_number(draw: Draw) -> dict[str, object]:
    more = {"heading": draw.texts[-1], "share": {"part": 7, "of": 10}, "source": draw.texts[0]} if draw.count > 3 else {}
    rows = [{**part, "number": plain(str(part["number"]))[:6]} for part in draw.parts(0, 3, "number", "title", "text")]
    return {"number": plain(draw.texts[0])[:8], "meaning": draw.texts[-1], "rows": rows, **more}


def _callout(draw: Draw) -> dict[str, object]:
    if draw.count > 4:
        return {"tone": "ask", "place": "foot", "label": draw.texts[0], "text": draw.texts[-1]}
    pairs = draw.parts(1, 3, "when", "then", subject=ROLES[1])
    return {"tone": "warn", "label": draw.texts[0], "text": draw.texts[-1], "pairs": pairs, "closing": draw.texts[0]}


def _decision(draw: Draw) -> dict[str, object]:
    options, figures = draw.parts(2, 4, "title", "text", "cost"), draw.parts(0, 3, "label", "value")
    return {"ask": draw.texts[0], "options": [{**options[0], "recommended": True}, *options[1:]], "figures": figures}


def _quiz(draw: Draw) -> dict[str, object]:
    options = draw.parts(2, 4, "title", "text")
    return {"options": [{**options[0], "right": True}, *options[1:]], "answer": options[0]["title"]}


def _chart(draw: Draw) -> dict[str, object]:
    form = FORMS_OF_CHARTS[draw.count % len(FORMS_OF_CHARTS)]
    columns = {"values": ["Hours", "Days"]} if form.startswith("stacked") else {"value": "Hours"}
    plan = {"form": form, "data": "a.csv", "category": "Part", "unit": "%", **columns}
    finding = {"value": plain(draw.texts[0])[:9].strip() or "1", "text": draw.texts[-1]}
    return {**plan, "finding": finding, "points": draw.parts(0, 3, "lead", "text"), "illustrative": True}


def _picture(draw: Draw) -> dict[str, object]:
    caption = {"caption": draw.texts[-1], "credit": draw.texts[0]} if draw.count % 2 else {}
    points = draw.parts(0, 4, "lead", "text") if draw.count > 2 else []
    return {"file": "a.svg", "alt": "A list on a wall", "lead": draw.texts[0], "points": points, **caption}


def _matrix(draw: Draw) -> dict[str, object]:
    axis = {"title": draw.texts[0], "low": draw.texts[-1], "high": draw.texts[0]}
    points = [{**part, "x": i / 3, "y": 1 - i / 3} for i, part in enumerate(draw.parts(0, 4, "name"))]
    return {"across": axis, "up": axis, "quadrants": draw.parts(4, 4, "title", "text"), "points": points}


MAKERS: Mapping[str, Callable[[Draw], dict[str, object]]] = MappingProxyType(
    {
        "prose": lambda d: {"lead": d.texts[0], "text": [part["text"] for part in d.parts(1, 5, "text")]},
        "bullets": lambda d: {"points": [{**p, "points": [p["text"]]} for p in d.parts(2, 7, "lead", "text")]},
        "cards": lambda d: {"cards": d.parts(2, 8, "title", "text", "label", "value", icon="users")},
        "comparison": _comparison,
        "table": _table,
        "chart": _chart,
        "process": lambda d: {"steps": d.parts(3, 6, "title", "text", "gives", subject=ROLES[0])},
        "timeline": lambda d: {
            "phases": [{**p, "points": [d.texts[0], p["title"]]} for p in d.parts(3, 5, "when", "title", "outcome")]
        },
        "big-number": _big_number,
        "quote": lambda d: {"text": d.texts[0], "by": d.texts[-1], "origin": d.texts[0]},
        "callout": _callout,
        "checklist": lambda d: {"items": d.parts(2, 8, "title", "text")},
        "takeaways": lambda d: {"points": d.parts(2, 4, "title", "text"), "next": d.parts(2, 3, "when", "text")},
        "decision": _decision,
        "quiz": _quiz,
        "exercise": lambda d: {"task": d.texts[0], "minutes": 9, "groups": d.texts[-1], "steps": d.parts(2, 5, "title", "text")},
        "columns": lambda d: {"columns": [{**p, "points": [d.texts[-1]]} for p in d.parts(2, 3, "title", "text", "quote")]},
        "code": lambda d: {"code": "\n".join(["a = 1"] * d.count), "notes": [{"lines": 1, "text": t} for t in d.texts]},
        "cycle": lambda d: {"steps": d.parts(3, 6, "title", "text"), "centre": d.texts[0]},
        "pyramid": lambda d: {"levels": d.parts(3, 5, "title", "text")},
        "matrix": _matrix,
        "picture": _picture,
        "definitions": lambda d: {"terms": d.parts(2, 8, "term", "means", "example")},
    }
)


def plain(text: str) -> str:
    return str(parse_inline(text))


def block_of(kind: str, draw: Draw) -> Block:
    """A block of a kind from drawn texts, read as an author's would be."""
    match kind:
        case "agenda":
            entries = [
                AgendaEntry(plain(p["t"]), plain(p["p"]), 5, f"slide-{i}") for i, p in enumerate(draw.parts(1, 6, "t", "p"))
            ]
            return Agenda.of(entries)
        case "sources":
            return Sources.of([SourceEntry(plain(p["t"]), plain(p["d"]), "") for p in draw.parts(1, 8, "t", "d")])
    block = ADAPTER.validate_python({"kind": kind, **MAKERS[kind](draw)}, strict=False)
    if isinstance(block, Chart):
        values = [10.0, 4.0][: len(block.names)]
        rows = tuple((plain(p["name"]), tuple(v + i for v in values)) for i, p in enumerate(draw.parts(2, 6, "name")))
        return block.model_copy(update={"loaded": rows})
    if isinstance(block, Picture):
        media = read_media(DRAWING, "a.svg", Findings())
        return block.with_picture(media) if media else block
    return block


def said(value: object) -> Iterator[str]:
    """The words of a block's texts, in lower case, without signs at their ends."""
    match value:
        case Rich():
            yield from words_in(str(value))
        case tuple():
            for entry in value:
                yield from said(entry)
        case AgendaEntry() | SourceEntry():
            yield from words_in(
                " ".join(str(getattr(value, name)) for name in ("title", "promise", "detail") if hasattr(value, name))
            )
        case _:
            for name in getattr(type(value), "model_fields", ()):
                if name not in ("brief", "title", "alt") or not isinstance(value, Block):
                    yield from said(getattr(value, name))


def words_in(text: str) -> set[str]:
    return {word.strip(".,:;?!“”()").lower() for word in text.split()} - {""}


KIND_NAMES = tuple(kind.model_fields["kind"].default for kind in KINDS)
HEADLINES = st.lists(WORDS.filter(lambda word: len(word) < 12), min_size=1, max_size=3).map(" ".join)
SLIDES = st.tuples(st.sampled_from(KIND_NAMES), DRAWS)
CALLOUTS = st.one_of(st.none(), DRAWS)


def deck_of(kit: Kit, slides: list[tuple[str, Draw]], callout: Draw | None, titles: tuple[str, str]) -> Deck:
    """A deck as it comes out of tailoring: a cover, a divider, and a slide for each block."""
    headline, heading = map(parse_inline, titles)
    opening = [Slide(kind.value, kind, headline, Span("deck"), section=0) for kind in (SlideKind.COVER, SlideKind.DIVIDER)]
    body = []
    for number, (kind, draw) in enumerate(slides):
        aside = (block_of("callout", callout),) if callout and kind != "callout" else ()
        blocks = (block_of(kind, draw).model_copy(update={"span": Span("topic", number + 1)}), *aside)
        body.append(Slide(f"slide-{number}", SlideKind.BODY, heading, Span("topic", number + 1), blocks, section=number % 2))
    sections = tuple(Section(f"s{i}", str(headline), str(headline), 5, "slide-0") for i in range(2))
    subject = kit.subjects[ROLES[0]]
    return Deck(COLOPHON, (subject,), kit.role, "users", 1, "A deck", headline, 20, sections, (*opening, *body))


class Press:
    """Lays outlines. Shown by its name alone when an example fails."""

    def __init__(self, kit: Kit, faces: tuple[Face, ...]) -> None:
        self.kit, self.faces = kit, faces

    def deck(self, deck: Deck) -> tuple[LaidOut, Findings]:
        findings = Findings()
        return lay_deck(deck, self.kit, self.faces, findings), findings

    def sheet(self, sheet: Sheet, paper: str) -> tuple[LaidOut, Findings]:
        findings = Findings()
        return lay_sheet(sheet, self.kit, PAPERS[paper], self.faces, findings), findings


@pytest.fixture(scope="session")
def press(kit: Kit, faces: tuple[Face, ...]) -> Press:
    """The kit and the faces of a build."""
    return Press(kit, faces)


def fitting(laid: LaidOut) -> list[str]:
    """What reaches over the edge of its page or its box."""
    return [finding.message for finding in check_pages(laid.document) if finding.code in FITS]


@settings(QUICK, max_examples=24)
@given(slides=st.lists(SLIDES, min_size=1, max_size=2), callout=CALLOUTS, titles=st.tuples(HEADLINES, TEXTS))
def test_slides_lie_inside_and_say_everything_or_are_refused(press, look, slides, callout, titles):
    deck = deck_of(press.kit, slides, callout, titles)
    laid, findings = press.deck(deck)
    assert fitting(laid) == []
    assert {finding.code for finding in findings.items} <= set(REFUSED)
    refused = {finding.span for finding in findings.items}
    for slide in deck.slides[2:]:
        pages = [p for p in laid.document.pages if p.id == slide.id or p.id.startswith(f"{slide.id}-")]
        shown = [block for s in laid.shown if s.page in {p.id for p in pages} for block in s.blocks]
        assert bool(pages) != (slide.span in refused)
        if pages:
            there = words_in(look.words(item for page in pages for item in page.items))
            short = slide.blocks[0].shorten(Depth.BRIEF)
            assert set(said(short)) <= set(said(tuple(shown))) <= there
            assert words_in(str(slide.title)) <= there


@settings(QUICK, max_examples=4)
@given(slides=st.lists(SLIDES, min_size=1, max_size=2), callout=CALLOUTS, titles=st.tuples(HEADLINES, TEXTS))
def test_the_same_deck_gives_the_same_pages(press, slides, callout, titles):
    one, two = (write(press.deck(deck_of(press.kit, slides, callout, titles))[0].document) for _ in range(2))
    assert one == two


def sheet_of(kit: Kit, header: Header, entries: tuple[Entry, ...], text: str) -> Sheet:
    """A one-pager as it comes out of tailoring."""
    rich = parse_inline(text)
    facts = (("Horizon", "Sprint"), ("Decides", plain(text)[:40])) if header is Header.DATA else ()
    horizon = (0.0, 1.75) if header is Header.BAND else None
    named = ("Product owner", rich, rich, rich, facts, horizon, "Your contact", ("Name", "Desk", "Time"))
    return Sheet(COLOPHON, (kit.subjects[ROLES[0]],), kit.role, "users", header, *named, entries, Span("sheet"))


def _broken_up(draw: Draw) -> Draw:
    """A column of a sheet cannot refuse, so its words are no longer than the longest of a language."""
    return Draw(
        tuple(" ".join(word[:20] for word in text.split(" ")) if "](" not in text else "A link" for text in draw.texts),
        draw.count,
    )


# A step's title stands on one line in its chevron: a longer one is an error of the content (L011), not a law of layout.
WIDE = ("table", "comparison", "decision")
"""Kinds that want the whole width of a sheet when their texts are long."""
ON_SHEETS = st.tuples(st.sampled_from(KIND_NAMES), draws(30), st.sampled_from([12, 7, 5, 6, 6, 4]), st.integers(0, 2))
FORMS = st.tuples(st.sampled_from(Header), st.sampled_from(sorted(PAPERS)), st.lists(WORDS, min_size=1, max_size=5).map(" ".join))


@settings(QUICK, max_examples=14)
@given(entries=st.lists(ON_SHEETS, min_size=1, max_size=3), form=FORMS)
def test_a_sheet_is_one_page_and_tells_what_it_leaves_out(press, look, entries, form):
    header, paper, text = form
    made = tuple(
        Entry(f"topic-{i}", f"About {kind}", block_of(kind, draw), 12 if kind in WIDE else columns, rank, Span("topic", i + 1))
        for i, (kind, draw, columns, rank) in enumerate(entries)
    )
    laid, findings = press.sheet(sheet_of(press.kit, header, made, text), paper)
    assert len(laid.document.pages) == 1
    assert fitting(laid) == []
    shown = {place.topic for place in laid.shown}
    assert shown | set(laid.dropped) == {entry.topic for entry in made} and not shown & set(laid.dropped)
    assert {f.span for f in findings.items if f.code == "L003"} == {
        e.span for e in made if e.rank == 0 and e.topic in laid.dropped
    }
    items = laid.document.pages[0].items
    if any(item.mark.id == "notes-heading" for item in items):  # there was room, so nothing is set tight but an absurd decision
        there = words_in(look.words(items))
        told = [entry.block for entry in made if entry.topic in shown and entry.block.kind != "decision"]
        assert all(set(said(block)) <= there for block in told)


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_kind_can_be_drawn(press, kind):
    block = block_of(kind, Draw(("Nine of ten", "A day"), 3))
    slide = Slide("slide", SlideKind.BODY, Rich.plain("A title"), Span("topic"), (block,))
    deck = Deck(COLOPHON, (), press.kit.role, "users", 1, "A deck", Rich(()), 5, (), (slide,))
    laid, findings = press.deck(deck)
    assert [page.id for page in laid.document.pages] == ["slide"]
    assert findings.items == []


@pytest.mark.parametrize("kind", KIND_NAMES)
@pytest.mark.parametrize("left", [1, 2, 3])
def test_what_tailoring_leaves_of_a_block_can_be_drawn(press, kind, left):
    """Of every list that is longer, so many parts are for this reader: fewer than an author may write."""
    whole = block_of(kind, Draw(("Nine of ten", "A day"), 8))
    lists = [value for value in vars(whole).values() if isinstance(value, tuple)]
    others = {id(part) for parts in lists for part in parts[left:] if isinstance(part, Part)}

    def keep(thing: Record) -> bool:
        return id(thing) not in others

    block = rebuild(whole, Changes(keep, lambda text: text, lambda fact: True, lambda gone: None))
    if block is None:
        return
    slide = Slide("slide", SlideKind.BODY, Rich.plain("A title"), Span("topic"), (block,))
    laid, findings = press.deck(Deck(COLOPHON, (), press.kit.role, "users", 1, "A deck", Rich(()), 5, (), (slide,)))
    assert findings.items == fitting(laid) == []
    entry = Entry("topic", "A heading", block, 12, 0, Span("topic"))
    laid, findings = press.sheet(sheet_of(press.kit, Header.BAND, (entry,), "One"), "a4")
    assert {finding.code for finding in findings.items} <= {"L004"}
    assert fitting(laid) == []


@pytest.mark.parametrize("kind", KIND_NAMES)
@pytest.mark.parametrize("count", range(1, 8))
def test_what_flows_down_a_sheet_can_stand_beside_something_higher(sheet_kit, kind, count):
    flow = block_of(kind, Draw(("Nine of ten", "A day"), count)).flow(sheet_kit, mm(88.5))
    for times in (1, 1.3, 1.6, 2, 3):
        heights = tuple(height * times if grows else height for height, grows in zip(flow.heights, flow.stretch, strict=True))
        assert flow.draw(Box(mm(10), mm(10), mm(88.5), total(heights)), heights)
