"""Where lines break, and the text body that comes of it.

Greedy, where `breaking` allows it; a word wider than the line is broken by character.
Lines keep 1 % in hand, since office programs wrap again by themselves; and where that 1 % would hold another word, the body says
how much narrower its frame should be in a file for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from generator.geometry import ZERO, Length
from generator.page.text import Align, Anchor, Inset, Line, Paragraph, Piece, Run, TextBody
from generator.typography.breaking import SOFT_HYPHEN, chances, cluster_start, continues, stop_of
from generator.typography.measure import Measure
from generator.typography.runs import parts_scripts, ready

SLACK = 0.99
"""The share of a line's width that is used."""
CLEAR = 0.005
"""How near a line with one word too many may come to fitting, as a share of the room, before the room is made narrower."""
BETWEEN_SCRIPTS = 0.245
"""What LibreOffice adds between East Asian and other characters, in sizes: a fifth of the line's height."""
NO_HYPHENS: Mapping[int, int] = MappingProxyType({})
BELOW_BASELINE = 0.215
"""What of a line's pitch lies below its baseline, as a share of the size: as LibreOffice shows decks, within 0.016."""


@dataclass(frozen=True, slots=True)
class _Glyphs:
    """A paragraph's characters, the advance of each (EMU), the run each belongs to, and those that a kern stands before."""

    text: str
    advances: tuple[int, ...]
    runs: tuple[int, ...]
    kerned: frozenset[int]
    hyphens: Mapping[int, int]
    """The width of the hyphen that shows where a line ends at a soft one, by place."""


def set_text(
    measure: Measure, paragraphs: Sequence[Paragraph], width: Length, anchor: Anchor = Anchor.TOP, inset: Inset = Inset()
) -> TextBody:
    """Break `paragraphs` for a box of `width` (insets included) and return the set text."""
    return _set(measure, tuple(paragraphs), width, anchor, inset)


@lru_cache(maxsize=4096)
def _set(measure: Measure, paragraphs: tuple[Paragraph, ...], width: Length, anchor: Anchor, inset: Inset) -> TextBody:
    paragraphs = tuple(ready(measure, paragraph) for paragraph in paragraphs)
    room = width - inset.left - inset.right
    lines: list[Line] = []
    overfull: list[Length] = []
    y = ZERO
    widest = ZERO
    for number, paragraph in enumerate(paragraphs):
        if number:
            y = y + paragraph.before
        left = paragraph.margin + (paragraph.bullet.indent if paragraph.bullet else ZERO)
        glyphs = _glyphs(measure, paragraph)
        spans = break_lines(glyphs.text, glyphs.advances, round((room - left).emu * SLACK), glyphs.hyphens)
        overfull.extend(left + width for width in _overfull(glyphs, spans))
        for first, (start, end) in enumerate(spans):
            size = max((paragraph.runs[r].style.size for r in set(glyphs.runs[start:end])), default=_size(paragraph))
            pieces = _pieces(paragraph, glyphs, start, end)
            used = pieces[-1].x + pieces[-1].width if pieces else ZERO
            widest = max(widest, left + used)
            shift = (ZERO if paragraph.rtl else left) + _shift(paragraph, room - left, used)
            pieces = tuple(replace(p, x=p.x + shift) for p in pieces) if shift else pieces
            if paragraph.bullet and not first:
                pieces = (_mark(measure, paragraph), *pieces)
            lines.append(Line(pieces, y + size * (paragraph.line_height - BELOW_BASELINE), number))
            y = y + size * paragraph.line_height
    return TextBody(paragraphs, tuple(lines), y, widest, anchor, inset, _narrower(room, widest, overfull))


def _overfull(glyphs: _Glyphs, spans: Sequence[tuple[int, int]]) -> Iterator[Length]:
    """How wide each line would be with what the next one begins with, up to where that might break."""
    text, ends = glyphs.text, chances(glyphs.text)[0]
    for (start, end), (after, _) in pairwise(spans):
        if "\n" not in text[end:after]:
            stop = next((i for i in range(after + 1, len(text)) if text[i] == "\n" or i in ends), len(text))
            yield Length(sum(glyphs.advances[start : _trim(text, after, stop)]))


def _narrower(room: Length, widest: Length, overfull: Sequence[Length]) -> Length:
    """What is taken off a room so that its edge is clear of both the widest line and the least that must not fit on one."""
    least = min(overfull, default=room + room)
    clear = room * CLEAR
    return ZERO if least > room + clear else max(room - max(least - clear, (widest + least) / 2), ZERO)


def break_lines(text: str, advances: Sequence[int], room: int, hyphens: Mapping[int, int] = NO_HYPHENS) -> list[tuple[int, int]]:
    """Cut `text` into lines no wider than `room` (EMU). Returns start and end of each, blanks at the ends left out."""
    lines: list[tuple[int, int]] = []
    start = 0
    for stop in [*(i for i, c in enumerate(text) if c == "\n"), len(text)]:
        lines.extend(_break_part(text, (advances, hyphens), (start, stop), room))
        start = stop + 1
    return lines


def _break_part(
    text: str, widths: tuple[Sequence[int], Mapping[int, int]], part: tuple[int, int], room: int
) -> list[tuple[int, int]]:
    (advances, hyphens), (start, stop) = widths, part
    ends, slashes = chances(text)
    lines: list[tuple[int, int]] = []
    line, good, slash, used, i = start, start, start, 0, start
    while i < stop:
        width = 0 if text[i] == " " else advances[i]
        if used + width > room and i > line:
            cut = stop_of(text, line, good, slash)
            cut = cut if cut > line else _cut_word(text, line, i, stop)
            lines.append((line, _trim(text, line, cut)))
            line = i = _skip(text, cut, stop)
            good = slash = line
            used = 0
            continue
        used += advances[i]
        i += 1
        if i < stop and i in ends and (i - 1 not in hyphens or used + hyphens[i - 1] <= room):
            good = i
        elif i < stop and i in slashes:
            slash = i
    if line < stop or not lines:
        lines.append((line, _trim(text, line, stop)))
    return lines


def _cut_word(text: str, line: int, i: int, stop: int) -> int:
    """Where a word is broken that is wider than its line: before the character that does not fit, marks and all."""
    start = cluster_start(text, i, line)
    if start > line + 1 and text[start - 1] == SOFT_HYPHEN:
        return start - 1  # its hyphen has no room here
    while start == line and i < stop and continues(text, i):
        i += 1
    return start if start > line else i


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _skip(text: str, i: int, stop: int) -> int:
    while i < stop and text[i] in (" ", SOFT_HYPHEN):
        i += 1
    return i


def _glyphs(measure: Measure, paragraph: Paragraph) -> _Glyphs:
    text: list[str] = []
    advances: list[int] = []
    owners: list[int] = []
    kerned: list[int] = []
    for number, run in enumerate(paragraph.runs):
        kerned.extend(len(owners) + place for place in measure.kerned(run.text, run.style))
        if advances and parts_scripts(paragraph.runs[number - 1], run):
            advances[-1] += (run.style.size * BETWEEN_SCRIPTS).emu
        text.append(run.text)
        advances.extend(measure.widths(run.text, run.style))
        owners.extend([number] * len(run.text))
    whole = "".join(text)
    hyphens = {i: measure.widths("-", paragraph.runs[owners[i]].style)[0] for i, c in enumerate(whole) if c == SOFT_HYPHEN}
    return _Glyphs(whole, tuple(advances), tuple(owners), frozenset(kerned), hyphens)


def _pieces(paragraph: Paragraph, glyphs: _Glyphs, start: int, end: int) -> tuple[Piece, ...]:
    """A line's stretches. One ends where its run does or a pair is kerned, so that what draws them needs to know no pairs."""
    pieces: list[Piece] = []
    x, i = 0, start
    while i < end:
        run, j = glyphs.runs[i], i
        while j < end and glyphs.runs[j] == run and (j == i or j not in glyphs.kerned):
            j += 1
        width = sum(glyphs.advances[i:j]) + (glyphs.hyphens.get(j - 1, 0) if j == end else 0)
        source: Run = paragraph.runs[run]
        pieces.append(Piece(glyphs.text[i:j], source.style, Length(x), Length(width), source.link))
        x, i = x + width, j
    return tuple(pieces)


def _mark(measure: Measure, paragraph: Paragraph) -> Piece:
    bullet = paragraph.bullet
    assert bullet is not None
    style = replace(paragraph.runs[0].style, colour=bullet.colour, bold=False, italic=False)
    return Piece(bullet.char, style, paragraph.margin, measure.width(bullet.char, style))


def _shift(paragraph: Paragraph, room: Length, used: Length) -> Length:
    if paragraph.align is Align.CENTRE:
        return (room - used) / 2
    return ZERO if (paragraph.align is Align.LEFT) != paragraph.rtl else room - used


def _size(paragraph: Paragraph) -> Length:
    return paragraph.runs[0].style.size if paragraph.runs else ZERO
