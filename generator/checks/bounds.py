"""L010, L011: an item reaches over the page's edge, or a text is higher or wider than its box."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.texts import flat, texts
from generator.errors import Diagnostic
from generator.geometry import ZERO, Box, pt
from generator.page.pages import Document

SLACK = pt(0.6)


def check_bounds(document: Document) -> Iterator[Diagnostic]:
    """Report what does not lie inside its page or its box."""
    for page in document.pages:
        sheet = Box(ZERO, ZERO, page.size.w, page.size.h)
        for item in flat(page.items):
            if not sheet.holds(item.box, SLACK):
                yield Diagnostic(
                    "L010",
                    item.mark.span,
                    f"{item.mark.id!r} reaches over the edge of page {page.id!r}",
                    "shorten the text it carries",
                )
        for text in texts(page, document.master):
            inset = text.body.inset
            high = text.body.height + inset.top + inset.bottom - text.box.h
            if high > SLACK:
                yield Diagnostic(
                    "L011",
                    text.mark.span,
                    f"the text of {text.mark.id!r} on page {page.id!r} is {high.pt:.0f} pt too high for its box",
                    "shorten it",
                )
