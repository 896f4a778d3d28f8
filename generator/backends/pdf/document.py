"""A whole PDF: its pages, bookmarks and properties. The same document gives the same bytes, whatever clock or environment."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from generator.backends.pdf.faces import register
from generator.backends.pdf.items import draw_item
from generator.backends.pdf.surface import Surface
from generator.geometry import ZERO, Box, Size
from generator.page.pages import Document, Page, Section

MAKER = "Rolecast"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: what it is called and how deep it stands (0 or 1)."""

    title: str
    level: int


def write(document: Document) -> bytes:
    """Draw the pages that are not hidden. Raises `ValueError` where there are none, or text but no face to draw it with."""
    shown = tuple(page for page in document.pages if not page.hidden)
    if not shown:
        raise ValueError(f"document {document.id!r} has no page to show")
    stream = BytesIO()
    faces = register(document.faces)
    canvas = _canvas(document, stream, next(iter(faces.names.values()), None))
    targets = frozenset(page.id for page in shown)
    for page, entries in zip(shown, bookmarks(document, shown), strict=True):
        canvas.setPageSize(_points(page.size))
        canvas.bookmarkPage(page.id)
        for entry in entries:
            key = f"{page.id} {entry.level}"  # reportlab wants a key for each entry; a page's id has no blank
            canvas.bookmarkPage(key)
            canvas.addOutlineEntry(entry.title, key, entry.level)
        _draw_page(Surface(canvas, document.master.scheme, faces, targets, page.size.h), document, page)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def bookmarks(document: Document, shown: tuple[Page, ...]) -> Iterator[tuple[Bookmark, ...]]:
    """Each page's entries: its own, below its section's if it has one. A first page called as its section stands for both."""
    sections = {page_id: section for section in document.sections for page_id in section.pages}
    opened: set[Section] = set()
    for page in shown:
        title = page.title or page.id
        section = sections.get(page.id)
        if not section:
            yield (Bookmark(title, 0),)
        elif section in opened:
            yield (Bookmark(title, 1),)
        elif section.title == title:
            yield (Bookmark(title, 0),)
        else:
            yield Bookmark(section.title, 0), Bookmark(title, 1)
        if section:
            opened.add(section)


def _draw_page(surface: Surface, document: Document, page: Page) -> None:
    layout = document.master.layout(page.layout) if page.layout else None
    ground = page.background or (layout.background if layout else None)
    if ground:
        surface.fill(Box(ZERO, ZERO, page.size.w, page.size.h), ground)
    for item in (*(layout.items if layout else ()), *page.beneath, *page.items):
        draw_item(surface, item)


def _canvas(document: Document, stream: BytesIO, font: str | None) -> Canvas:
    """A canvas that begins with `font`, else its file would list Helvetica, which nobody uses."""
    canvas = Canvas(
        stream,
        pageCompression=1,
        invariant=1,
        lang=document.language,
        initialFontName=font,  # type: ignore[arg-type]
    )
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.subject)
    canvas.setKeywords(", ".join(document.keywords))
    canvas.setCreator(MAKER)
    canvas.setProducer(MAKER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setDateFormatter(lambda *_: _pdf_date(document.date))
    # reportlab begins the file's id with a time it may take from the environment; ours begins with the document
    canvas._doc.signature = hashlib.md5(  # type: ignore[attr-defined]
        f"{document.id} {document.date.isoformat()}".encode(), usedforsecurity=False
    )
    return canvas


def _pdf_date(day: date) -> str:
    return f"D:{day:%Y%m%d}000000Z"


def _points(size: Size) -> tuple[float, float]:
    return size.w.pt, size.h.pt
