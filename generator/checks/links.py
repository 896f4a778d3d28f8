"""L015: links that lead nowhere: to no page of the document, or to neither a page, the web nor a mail address."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.texts import texts
from generator.errors import Diagnostic
from generator.page.items import GroupItem, Item, Mark, ShapeItem, TextItem
from generator.page.pages import Document, Page

OUTSIDE = ("https://", "mailto:")


def check_links(document: Document) -> Iterator[Diagnostic]:
    """Report every link of an item or a run that leads nowhere."""
    pages = {page.id for page in document.pages}
    for page in document.pages:
        for mark, link in _links(page, document):
            inside = link.startswith("#") and link[1:] in pages
            if link and not inside and not link.startswith(OUTSIDE):
                message = f"{mark.id!r} on page {page.id!r} leads to {link!r}, which is no page of the document"
                yield Diagnostic("L015", mark.span, message, "correct the link, or leave it out")


def _links(page: Page, document: Document) -> Iterator[tuple[Mark, str]]:
    yield from _of_items(page.items)
    for text in texts(page, document.master):
        yield from ((text.mark, run.link) for paragraph in text.body.paragraphs for run in paragraph.runs)


def _of_items(items: tuple[Item, ...]) -> Iterator[tuple[Mark, str]]:
    for item in items:
        if isinstance(item, TextItem | ShapeItem | GroupItem):
            yield item.mark, item.link
        if isinstance(item, GroupItem):
            yield from _of_items(item.items)
