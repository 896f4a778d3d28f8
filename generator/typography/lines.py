"""Where lines break, and the text body that comes of it.

Greedy: after blanks, after a hyphen between letters, after a dash; a word wider than the line is broken by character.
Words are measured without kerning and lines keep 1 % in hand, since office programs wrap again by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.geometry import ZERO, Length
from generator.page.text import Align, Anchor, Inset, Line, Paragraph, Piece, Run, TextBody
from generator.typography.measure import Measure

SLACK = 0.99
"""The share of a line's width that is used."""
BELOW_BASELINE = 0.215
"""What of a line's pitch lies below its baseline, as a share of the size: as LibreOffice shows decks, within 0.016."""


@dataclass(frozen=True, slots=True)
class _Glyphs:
    """A paragraph's characters, the advance of each (EMU) and the run each belongs to."""

    text: str
    advances: tuple[int, ...]
    runs: tuple[int, ...]


def set_text(
    measure: Measure, paragraphs: Sequence[Paragraph], width: Length, anchor: Anchor = Anchor.TOP, inset: Inset = Inset()
) -> TextBody:
    """Break `paragraphs` for a box of `width` (insets included) and return the set text."""
    return _set(measure, tuple(paragraphs), width, anchor, inset)


@lru_cache(maxsize=4096)
def _set(measure: Measure, paragraphs: tuple[Paragraph, ...], width: Length, anchor: Anchor, inset: Inset) -> TextBody:
    room = width - inset.left - inset.right
    lines: list[Line] = []
    y = ZERO
    widest = ZERO
    for number, paragraph in enumerate(paragraphs):
        if number:
            y = y + paragraph.before
        left = paragraph.margin + (paragraph.bullet.indent if paragraph.bullet else ZERO)
        glyphs = _glyphs(measure, paragraph)
        for first, (start, end) in enumerate(break_lines(glyphs.text, glyphs.advances, round((room - left).emu * SLACK))):
            size = max((paragraph.runs[r].style.size for r in set(glyphs.runs[start:end])), default=_size(paragraph))
            pieces = _pieces(paragraph, glyphs, start, end)
            used = pieces[-1].x + pieces[-1].width if pieces else ZERO
            widest = max(widest, left + used)
            shift = left + _shift(paragraph.align, room - left, used)
            pieces = tuple(replace(p, x=p.x + shift) for p in pieces) if shift else pieces
            if paragraph.bullet and not first:
                pieces = (_mark(measure, paragraph), *pieces)
            lines.append(Line(pieces, y + size * (paragraph.line_height - BELOW_BASELINE), number))
            y = y + size * paragraph.line_height
    return TextBody(paragraphs, tuple(lines), y, widest, anchor, inset)


def break_lines(text: str, advances: Sequence[int], room: int) -> list[tuple[int, int]]:
    """Cut `text` into lines no wider than `room` (EMU). Returns start and end of each, blanks at the ends left out."""
    lines: list[tuple[int, int]] = []
    start = 0
    for stop in [*(i for i, c in enumerate(text) if c == "\n"), len(text)]:
        lines.extend(_break_part(text, advances, start, stop, room))
        start = stop + 1
    return lines


def _break_part(text: str, advances: Sequence[int], start: int, stop: int, room: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    line, good, used, i = start, start, 0, start
    while i < stop:
        width = 0 if text[i] == " " else advances[i]
        if used + width > room and i > line:
            cut = good if good > line else i
            lines.append((line, _trim(text, line, cut)))
            line = i = _skip(text, cut, stop)
            good, used = line, 0
            continue
        used += advances[i]
        i += 1
        if i < stop and _may_break(text, i):
            good = i
    lines.append((line, _trim(text, line, stop)))
    return lines


def _may_break(text: str, i: int) -> bool:
    """Whether a line may end before character `i`."""
    before, after = text[i - 1], text[i]
    if before == " ":
        return after != " "
    if before == "-":
        return i > 1 and text[i - 2].isalpha() and after.isalpha()
    return before in "\u2013\u2014\u00ad\u200b" and after.isalnum()


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _skip(text: str, i: int, stop: int) -> int:
    while i < stop and text[i] == " ":
        i += 1
    return i


def _glyphs(measure: Measure, paragraph: Paragraph) -> _Glyphs:
    text: list[str] = []
    advances: list[int] = []
    owners: list[int] = []
    for number, run in enumerate(paragraph.runs):
        text.append(run.text)
        advances.extend(measure.widths(run.text, run.style))
        owners.extend([number] * len(run.text))
    return _Glyphs("".join(text), tuple(advances), tuple(owners))


def _pieces(paragraph: Paragraph, glyphs: _Glyphs, start: int, end: int) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    x, i = 0, start
    while i < end:
        run, j = glyphs.runs[i], i
        while j < end and glyphs.runs[j] == run:
            j += 1
        width = sum(glyphs.advances[i:j])
        source: Run = paragraph.runs[run]
        pieces.append(Piece(glyphs.text[i:j], source.style, Length(x), Length(width), source.link))
        x, i = x + width, j
    return tuple(pieces)


def _mark(measure: Measure, paragraph: Paragraph) -> Piece:
    bullet = paragraph.bullet
    assert bullet is not None
    style = replace(paragraph.runs[0].style, colour=bullet.colour, bold=False, italic=False)
    return Piece(bullet.char, style, paragraph.margin, measure.width(bullet.char, style))


def _shift(align: Align, room: Length, used: Length) -> Length:
    match align:
        case Align.LEFT:
            return ZERO
        case Align.CENTRE:
            return (room - used) / 2
        case Align.RIGHT:
            return room - used


def _size(paragraph: Paragraph) -> Length:
    return paragraph.runs[0].style.size if paragraph.runs else ZERO
