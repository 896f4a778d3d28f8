"""M076: text that our PDFs cannot show as it is read: from right to left, with letters that join, or as coloured pictures.

No member of `CHECKS`: a deck with such text is right. Whoever writes PDFs asks first and leaves out the PDF, not the deck.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.checks.texts import said, spoken
from generator.errors import Diagnostic
from generator.page.items import Mark
from generator.page.pages import Document, Page
from generator.page.text import Family
from generator.typography.scripts import script_of

FIRST = 0x0530
"""No character before this one takes more than drawing it."""
SHOWN = 6


def undrawable(document: Document) -> Iterator[Diagnostic]:
    """Report what stops a PDF: each script once, with the pages it is on."""
    pictures = next((face.typeface for face in document.faces if face.family is Family.FALLBACK and not face.drawn), "")
    found: dict[str, list[tuple[Page, Mark]]] = {}
    for page in document.pages:
        if page.hidden:
            continue
        for mark, text in said(page, document):
            for why in _reasons(text):
                found.setdefault(why, []).append((page, mark))
        for mark in _in_pictures(page, document) if pictures else ():
            found.setdefault(f"letters of {pictures!r}, which may not be embedded or are pictures", []).append((page, mark))
    for why, places in found.items():
        yield _finding(why, places)


def _reasons(text: str) -> Iterator[str]:
    if text.isascii():
        return
    for script in dict.fromkeys(script_of(c) for c in text if ord(c) >= FIRST):
        if script.rtl or script.shaped:
            yield f"{script.name} text, which {'reads from right to left' if script.rtl else 'has joined or moving letters'}"


def _in_pictures(page: Page, document: Document) -> Iterator[Mark]:
    for mark, body in spoken(page, document):
        runs = chain.from_iterable(paragraph.runs for paragraph in body.paragraphs)
        if any(run.style.family is Family.FALLBACK for run in runs):
            yield mark


def _finding(why: str, places: list[tuple[Page, Mark]]) -> Diagnostic:
    pages = list(dict.fromkeys(page.id for page, _ in places))
    named = ", ".join(repr(page) for page in pages[:SHOWN]) + (f" and {len(pages) - SHOWN} more" if len(pages) > SHOWN else "")
    message = f"no PDF is written: page {named} shows {why}, and our PDFs cannot draw that yet"
    return Diagnostic(
        "M076", places[0][1].span, message, "print the PDF from the deck in an office program, or build with `--format pptx`"
    )
