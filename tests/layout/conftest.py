"""Small outlines made by hand, and the pages that layout makes of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from generator.block import Block
from generator.blocks.bullets import Bullets
from generator.blocks.callout import Callout
from generator.blocks.cards import Cards
from generator.blocks.checklist import Checklist
from generator.blocks.prose import Prose
from generator.blocks.table import Table
from generator.errors import Findings
from generator.kit import Kit
from generator.layout.paper import PAPERS
from generator.layout.sheets import lay_sheet
from generator.layout.slides import LaidOut, lay_deck
from generator.notation.inline import Rich
from generator.outline.model import Colophon, Deck, Entry, Header, Section, Sheet, Slide, SlideKind
from generator.page.items import Item
from generator.page.pages import Face, Page
from generator.source import Span

COLOPHON = Colophon(
    id="owner-deck-engineers",
    code="owner-deck",
    title="Product owner: training deck",
    audience="Engineers",
    classification="Internal",
    organisation="Northwind Training",
    author="Northwind Training",
    date=date(2026, 3, 5),
    language="en",
    source_key="0a1b2c3d",
)
SENTENCE = "The owner puts the work in one order and says when it is done."


@dataclass(frozen=True, slots=True)
class Pages:
    """What layout made of an outline."""

    laid: LaidOut
    findings: Findings = field(default_factory=Findings)

    @property
    def all(self) -> tuple[Page, ...]:
        return self.laid.document.pages

    @property
    def ids(self) -> list[str]:
        return [page.id for page in self.all]

    @property
    def titles(self) -> list[str]:
        return [page.title for page in self.all]

    @property
    def codes(self) -> list[str]:
        return [finding.code for finding in self.findings.items]

    def item(self, name: str, page: int = 0) -> Item:
        """The item called `name` on a page."""
        return next(item for item in self.all[page].items if item.mark.id == name)

    def names(self, page: int = 0) -> list[str]:
        """The ids of a page's items."""
        return [item.mark.id for item in self.all[page].items]


@dataclass(frozen=True, slots=True)
class Author:
    """Writes outlines by hand and has them laid."""

    kit: Kit
    faces: tuple[Face, ...]

    def slide(self, *blocks: Block, title: str = "The owner decides the order", **more: object) -> Slide:
        """A body slide; `id` is `topic` where none is given."""
        plan = {"id": "topic", "kind": SlideKind.BODY, "span": Span("content/topics/topic.yaml", 1, 1), "topic": "topic"}
        return Slide(**{**plan, "title": Rich.plain(title), "blocks": blocks, **more})  # type: ignore[arg-type]

    def deck(self, *slides: Slide, sections: Sequence[str] = ()) -> Deck:
        """A deck of slides; `sections` are titles."""
        parts = tuple(Section(name.lower(), name, f"What {name} is for", 5, f"{name.lower()}-1") for name in sections)
        subject = self.kit.subjects["product-owner"]
        claim = Rich.plain("Puts one team's work in order.")
        return Deck(COLOPHON, (subject,), "accent2", "list-ordered", 1, "Product owner", claim, 20, parts, slides)

    def pages(self, *slides: Slide, sections: Sequence[str] = ()) -> Pages:
        """The pages of a deck."""
        return self.pages_of(self.deck(*slides, sections=sections))

    def pages_of(self, deck: Deck) -> Pages:
        """The pages of a deck that is there already."""
        findings = Findings()
        return Pages(lay_deck(deck, self.kit, self.faces, findings), findings)

    def entry(self, block: Block, columns: int = 12, rank: int = 0, topic: str = "") -> Entry:
        """An entry of a sheet under a short heading."""
        name = topic or f"{block.kind}-{columns}-{rank}"
        return Entry(name, f"About {name}", block, columns, rank, Span(f"content/topics/{name}.yaml", 1, 1))

    def sheet(self, *entries: Entry, header: Header = Header.BAND, **more: object) -> Sheet:
        """A one-pager."""
        facts = (("Horizon", "Sprint to release"), ("Works with you", "Every day"), ("Decides", "Order"), ("Blocked?", "One day"))
        plan: Mapping[str, object] = {
            "colophon": replace(COLOPHON, code="owner-one-pager", title="Product owner: one-pager"),
            "subjects": (self.kit.subjects["product-owner"],),
            "role": "accent2",
            "icon": "list-ordered",
            "header": header,
            "name": "Product owner",
            "headline": Rich.plain("Give each team one owner with a real right to decide."),
            "claim": Rich.plain("Puts one team's work in order and says when it is done."),
            "remember": Rich.plain("If it is not in the order, nobody has promised it."),
            "key_facts": facts if header is Header.DATA else (),
            "horizon": (0.0, 1.75) if header is Header.BAND else None,
            "contact_label": "Your product owner",
            "contact_lines": ("Name", "Desk, channel", "Stand-up at"),
            "entries": entries,
            "span": Span("templates/sheets/one-pager.yaml.j2", 1, 1),
        }
        return Sheet(**{**plan, **more})  # type: ignore[arg-type]

    def sheet_pages(self, *entries: Entry, header: Header = Header.BAND, paper: str = "a4", **more: object) -> Pages:
        """The page of a one-pager."""
        findings = Findings()
        sheet = self.sheet(*entries, header=header, **more)
        return Pages(lay_sheet(sheet, self.kit, PAPERS[paper], self.faces, findings), findings)

    def prose(self, paragraphs: int = 1, sentences: int = 2, **more: object) -> Prose:
        text = tuple(" ".join([f"({i + 1})", *[SENTENCE] * sentences]) for i in range(paragraphs))
        return Prose.model_validate({"text": text, **more})

    def points(self, count: int, text: str = SENTENCE) -> Bullets:
        each = ({"lead": f"Thing number {i + 1} counts", "text": text} for i in range(count))
        return Bullets.model_validate({"points": tuple(each)})

    def cards(self, count: int, text: str = SENTENCE) -> Cards:
        return Cards.model_validate({"cards": tuple({"title": f"Card {i + 1}", "text": text} for i in range(count))})

    def ticks(self, count: int, text: str = "Ask what they decided last week.") -> Checklist:
        return Checklist.model_validate({"items": tuple({"title": f"Step {i + 1} is done", "text": text} for i in range(count))})

    def table(self, rows: int, cell: str = "The owner decides") -> Table:
        columns = tuple({"title": name} for name in ("Question", "Who", "When"))
        return Table.model_validate(
            {"columns": columns, "rows": tuple({"cells": (f"Matter {i + 1}", cell, "Every week")} for i in range(rows))}
        )

    def callout(self, **more: object) -> Callout:
        return Callout.model_validate({"label": "Rule of thumb", "text": "Ask for a date or a check.", **more})


@pytest.fixture(scope="session")
def author(kit: Kit, faces: tuple[Face, ...]) -> Author:
    """Somebody who writes outlines by hand."""
    return Author(kit, faces)


Samples = Callable[[Header], tuple[Entry, ...]]


@pytest.fixture(scope="session")
def samples(author: Author) -> Samples:
    """What one-pagers of each header usually hold."""
    a = author

    def make(header: Header) -> tuple[Entry, ...]:
        match header:
            case Header.BAND:
                return (
                    a.entry(a.cards(4, "Keeps one list of work in one order for a team.")),
                    a.entry(a.ticks(5), 7),
                    a.entry(a.points(4, "The one list of work."), 5),
                    a.entry(a.table(4), 7, topic="table"),
                    a.entry(a.points(3, "What did you say no to?"), 5, topic="questions"),
                )
            case Header.DATA:
                return (
                    a.entry(a.table(7, "The owner decides, the team says what it takes"), 7),
                    a.entry(a.points(6, "Ready means sized and clear."), 5),
                    *(a.entry(a.points(5, "An answer within a day."), 4, topic=f"list-{i}") for i in range(3)),
                    a.entry(a.table(4), topic="more"),
                )
            case Header.CLAIM:
                return (
                    a.entry(a.cards(3)),
                    a.entry(a.table(5), topic="table"),
                    a.entry(a.points(3, "Stories wait longer than a week."), 6, topic="signals"),
                    a.entry(a.points(3, "Two lists, and nobody knows which."), 6, topic="risks"),
                )

    return make
