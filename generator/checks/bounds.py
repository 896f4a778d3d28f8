"""L010, L011: an item reaches over the page's edge, or a text is higher or wider than its box."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.texts import SetText, flat, texts
from generator.errors import Diagnostic
from generator.geometry import ZERO, Box, Length, pt
from generator.page.pages import Document

SLACK = pt(0.6)


def check_bounds(document: Document) -> Iterator[Diagnostic]:
    """Report what does not lie inside its page or its box."""
    for page in document.pages:
        sheet = Box(ZERO, ZERO, page.size.w, page.size.h)
        for item in flat(page.items):
            if not sheet.holds(item.box, SLACK):
                message = f"{item.mark.id!r} reaches over the edge of page {page.id!r}"
                yield Diagnostic("L010", item.mark.span, message, "shorten the text it carries")
        for text in texts(page, document.master):
            for over, how in ((_too_high(text), "high"), (_too_wide(text), "wide")):
                if over > SLACK:
                    message = f"the text of {text.mark.id!r} on page {page.id!r} is {over.pt:.0f} pt too {how} for its box"
                    yield Diagnostic("L011", text.mark.span, message, "shorten it")


def _too_high(text: SetText) -> Length:
    inset = text.body.inset
    return text.body.height + inset.top + inset.bottom - text.box.h


def _too_wide(text: SetText) -> Length:
    inset = text.body.inset
    return text.body.width + inset.left + inset.right - text.box.w
