"""L012: type below the smallest size: 12 pt on slides (10 in footers), 8.5 pt on paper."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.texts import texts
from generator.errors import Diagnostic
from generator.page.pages import Document

SLIDE_FLOOR, FOOTER_FLOOR, SHEET_FLOOR = 12.0, 10.0, 8.5
FOOTERS = ("date", "footer", "number")


def check_type_size(document: Document) -> Iterator[Diagnostic]:
    """Report every text with a run below the floor."""
    for page in document.pages:
        for text in texts(page, document.master):
            floor = SHEET_FLOOR if not page.layout else FOOTER_FLOOR if text.slot in FOOTERS else SLIDE_FLOOR
            smallest = min((run.style.size.pt for p in text.body.paragraphs for run in p.runs if run.text.strip()), default=floor)
            if smallest < floor - 0.01:
                yield Diagnostic(
                    "L012",
                    text.mark.span,
                    f"the text of {text.mark.id!r} on page {page.id!r} is set in {smallest:g} pt, below {floor:g} pt",
                    "shorten it",
                )
