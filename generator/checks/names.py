"""L016: two pages of a document, or two items of a page, with one id: links and edits could not tell them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.errors import Diagnostic, Severity
from generator.page.items import GroupItem, Item
from generator.page.pages import Document, Page
from generator.source import NOWHERE, Span


def check_names(document: Document) -> Iterator[Diagnostic]:
    """Report every id that stands twice where it must be unique."""
    for page_id, count in Counter(page.id for page in document.pages).items():
        if count > 1:
            page = next(page for page in document.pages if page.id == page_id)
            yield _twice(_span(page), f"{count} pages of {document.id!r} are called {page_id!r}")
    for page in document.pages:
        items = list(_all(page.items))
        for item_id, count in Counter(item.mark.id for item in items).items():
            if count > 1:
                span = next(item.mark.span for item in items if item.mark.id == item_id)
                yield _twice(span, f"{count} items of page {page.id!r} are called {item_id!r}")


def _twice(span: Span, message: str) -> Diagnostic:
    return Diagnostic("L016", span, message, "give the topics or blocks behind them ids of their own", Severity.WARNING)


def _span(page: Page) -> Span:
    return page.items[0].mark.span if page.items else NOWHERE


def _all(items: tuple[Item, ...]) -> Iterator[Item]:
    """Every item, groups before what they hold."""
    for item in items:
        yield item
        if isinstance(item, GroupItem):
            yield from _all(item.items)
