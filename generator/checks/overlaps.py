"""L017: two texts of a page stand on top of each other, whatever their boxes: what counts is where their letters are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.texts import SetText, texts
from generator.errors import Diagnostic
from generator.geometry import Length
from generator.page.pages import Document, Page
from generator.page.text import Line

ABOVE, BELOW = 0.68, 0.02
"""How far letters without accents and tails reach from their baseline, in sizes: what two lines must not share."""


@dataclass(frozen=True, slots=True)
class _Ink:
    """Where the letters of one line are."""

    text: SetText
    left: Length
    right: Length
    top: Length
    bottom: Length
    words: str


def check_overlaps(document: Document) -> Iterator[Diagnostic]:
    """Report each two texts of a page that are drawn over each other."""
    for page in document.pages:
        for upper, lower in _overlaps(page, document):
            message = f"{_called(upper)} is drawn over {_called(lower)} on page {page.id!r}"
            yield Diagnostic("L017", upper.text.mark.span, message, "shorten one of them")


def _overlaps(page: Page, document: Document) -> Iterator[tuple[_Ink, _Ink]]:
    """The first lines of each two texts that share a place."""
    inked = sorted(_inked(page, document), key=lambda ink: ink.top.emu)
    met: set[tuple[int, int]] = set()
    for number, upper in enumerate(inked):
        for lower in inked[number + 1 :]:
            if lower.top >= upper.bottom:
                break
            pair = (id(upper.text), id(lower.text))
            if pair[0] != pair[1] and pair not in met and lower.left < upper.right and upper.left < lower.right:
                met |= {pair, pair[::-1]}
                yield upper, lower


def _inked(page: Page, document: Document) -> Iterator[_Ink]:
    for text in texts(page, document.master):
        top, left = text.body.top(text.box), text.box.x + text.body.inset.left
        for line in text.body.lines:
            words = "".join(piece.text for piece in line.pieces).strip()
            if words:
                yield _ink(text, line, (left, top), words)


def _ink(text: SetText, line: Line, corner: tuple[Length, Length], words: str) -> _Ink:
    left, baseline = corner[0], corner[1] + line.baseline
    size = max(piece.style.size for piece in line.pieces)
    first, last = line.pieces[0], line.pieces[-1]
    return _Ink(text, left + first.x, left + last.x + last.width, baseline - size * ABOVE, baseline + size * BELOW, words)


def _called(ink: _Ink) -> str:
    words = ink.words if len(ink.words) <= 24 else f"{ink.words[:23]}…"
    return f"{words!r} of {ink.text.mark.id!r}"
