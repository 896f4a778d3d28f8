"""Lines of text, drawn as they were measured, with the blanks and links a reader expects."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.backends.pdf.surface import Surface
from generator.geometry import ZERO, Box, Length, total
from generator.page.items import Stroke
from generator.page.text import Line, Paragraph, Piece, TextBody

LINK_ABOVE = 0.9
LINK_BELOW = 0.25
"""How far a link reaches above and below the baseline, as multiples of the size."""
UNDERLINE_BELOW, UNDERLINE_WIDTH = 0.12, 0.06


def draw_body(surface: Surface, body: TextBody, box: Box) -> None:
    """Draw the lines of `body` in `box`."""
    left = box.x + body.inset.left
    top = body.top(box)
    for line, end in zip(body.lines, line_ends(body), strict=True):
        baseline = top + line.baseline
        surface.words(left, baseline, line.pieces, end)
        for target, group in groupby(line.pieces, key=lambda piece: piece.link):
            if target:
                pieces = tuple(group)
                _underline(surface, pieces, left, baseline)
                surface.link(_link_area(pieces, left, baseline), target, _link_words(body.paragraphs[line.paragraph], target))


def line_ends(body: TextBody) -> Iterator[str]:
    """What follows each line: a blank where breaking it swallowed one, so that copied words do not run together."""
    for number, group in groupby(body.lines, key=lambda line: line.paragraph):
        paragraph = body.paragraphs[number]
        rest = paragraph.text
        for line in group:
            words = _words(line, paragraph)
            rest = rest.partition(words)[2] if words else rest
            yield " " if words and rest[:1] == " " else ""


def _words(line: Line, paragraph: Paragraph) -> str:
    pieces = line.pieces
    if paragraph.bullet and pieces and pieces[0].text.strip() == paragraph.bullet.char:
        pieces = pieces[1:]
    return "".join(piece.text for piece in pieces).strip(" ")


def _underline(surface: Surface, pieces: tuple[Piece, ...], left: Length, baseline: Length) -> None:
    """Office programs underline what leads somewhere, and colour alone would not tell it."""
    for style, group in groupby(pieces, key=lambda piece: piece.style):
        stretch = tuple(group)
        first, last = stretch[0], stretch[-1]
        line = Box(left + first.x, baseline + style.size * UNDERLINE_BELOW, last.x + last.width - first.x, ZERO)
        surface.rule(line, Stroke(style.colour, style.size * UNDERLINE_WIDTH))


def _link_area(pieces: tuple[Piece, ...], left: Length, baseline: Length) -> Box:
    size = max(piece.style.size for piece in pieces)
    first, last = pieces[0], pieces[-1]
    above = size * LINK_ABOVE
    return Box(left + first.x, baseline - above, last.x + last.width - first.x, total((above, size * LINK_BELOW)))


def _link_words(paragraph: Paragraph, target: str) -> str:
    return "".join(run.text for run in paragraph.runs if run.link == target).replace("\n", " ").strip()
