"""Documents of one page, made of what a test puts on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from generator.checks import check_pages
from generator.errors import Diagnostic
from generator.geometry import Box, Size, pt
from generator.page.colour import Colour, ColourScheme
from generator.page.items import Item, Mark, TextItem
from generator.page.pages import Document, Face, FontScheme, Layout, Master, Page
from generator.page.text import Paragraph, Run, Style
from generator.source import Span
from generator.typography.lines import set_text
from generator.typography.measure import Measure

SLIDE = Size(pt(960), pt(540))
SCHEME = ColourScheme(
    "plain",
    ("1B2430", "FFFFFF", "4A5568", "F1F4F8", "1F6FEB", "0F8A5F", "8A3FFC", "198038", "B45309", "64748B", "0B5CAD", "5B3A8E"),
)
MASTER = Master("plain", SLIDE, SCHEME, FontScheme("Arial", "Arial", "Courier New"), (Layout("Body", "obj", (), Colour("lt1")),))
SPAN = Span("content/topics/x.yaml", 3, 5)


@dataclass(frozen=True)
class Pen:
    """Draws items and checks documents of them."""

    faces: tuple[Face, ...]
    measure: Measure

    def text(self, words: str, box: Box, style: Style | None = None, name: str = "text", link: str = "") -> TextItem:
        """A text set for the width of its box."""
        run = Run(words, style or Style(pt(18), Colour("dk1")), link)
        return TextItem(self.mark(name), box, set_text(self.measure, [Paragraph((run,))], box.w))

    def mark(self, name: str) -> Mark:
        return Mark(name, SPAN, "en")

    def document(self, *pages: Page) -> Document:
        return Document("deck", "Deck", "", "", (), "en", date(2026, 3, 1), pages, MASTER, self.faces)

    def findings(self, *items: Item, layout: str = "Body") -> tuple[Diagnostic, ...]:
        """What is wrong with a page of `items`."""
        return check_pages(self.document(Page("only", "Only", SLIDE, items, layout)))

    def codes(self, *items: Item, layout: str = "Body") -> list[str]:
        return [finding.code for finding in self.findings(*items, layout=layout)]


@pytest.fixture(scope="session")
def pen(faces, measure) -> Pen:
    return Pen(faces, measure)


@pytest.fixture
def box() -> Callable[..., Box]:
    """A box in points."""
    return lambda x=100, y=100, w=400, h=60: Box(pt(x), pt(y), pt(w), pt(h))
