"""Last lines worth reading: words held together by no-break spaces, so that no line ends where a reader would stumble."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from dataclasses import replace

from generator.blocks._room import AIR, lines, whole
from generator.geometry import ZERO, Length
from generator.kit import Kit
from generator.page.text import Line, Paragraph

SHORT, SHORT_WORD = 0.25, 0.33
"""A last line under this share of its column is a stub; one of a single word already where it is under the greater share."""
MOST_LINES, MOST_BLANKS, MOST_TRIES = 5, 15, 4
"""Longer paragraphs are left as they are: trying every break of theirs would take long and show little."""
NO_BREAK = "\u00a0"
LEANING = frozenset({"the"})
"""Words of three letters that lean on the next one, as all of one and two letters do."""
MOST_TIED, STEADY = 4, 0.6
"""Words tied together at the end of a text, and the least length of a line before the last, as a share of the last."""


def held(kit: Kit, paragraph: Paragraph, width: Length) -> Paragraph:
    """The paragraph, its words held together where it would else end on a stub: the last ones, else all, in like lines."""
    blanks = [i for i, letter in enumerate(paragraph.text) if letter == " "]
    count = lines(kit, [paragraph], width)
    if not ends_short(kit, paragraph, width):
        return paragraph
    for tied in range(1, min(MOST_TIED, len(blanks)) + 1):
        tried = _joined(paragraph, blanks[-tied:])
        if _stands(kit, tried, width, count):
            return tried
    if count > MOST_LINES or len(blanks) > MOST_BLANKS:
        return paragraph
    left = paragraph.margin + (paragraph.bullet.indent if paragraph.bullet else ZERO)
    for cuts in _cuts(kit, paragraph, (width - left) * AIR, blanks, count):
        tried = _joined(paragraph, [blank for blank in blanks if blank > cuts[0] and blank not in cuts])
        if _stands(kit, tried, width, count):
            return tried
    return paragraph


def _stands(kit: Kit, tried: Paragraph, width: Length, count: int) -> bool:
    """Whether it stands on so many lines without a stub, and none was made at the end of the line before."""
    if not whole(kit, [tried], width) or lines(kit, [tried], width) > count or ends_short(kit, tried, width):
        return False
    left = tried.margin + (tried.bullet.indent if tried.bullet else ZERO)
    used = [_used(line, left) for line in kit.body([tried], width).lines]
    return len(used) < 2 or used[-2] >= used[-1] * STEADY


def _cuts(kit: Kit, paragraph: Paragraph, room: Length, blanks: Sequence[int], count: int) -> list[tuple[int, ...]]:
    """The places to break a paragraph into `count` lines no wider than `room`, the best first."""
    advances = [a for run in paragraph.runs for a in kit.measure.widths(run.text, run.style)]
    reach, found = (0, *itertools.accumulate(advances)), []
    for cuts in itertools.combinations(blanks, count - 1):
        edges = itertools.pairwise((-1, *cuts, len(advances)))
        widths = [reach[end] - reach[start + 1] for start, end in edges]
        if max(widths) <= room.emu:
            leans = sum(_leans(paragraph.text[:cut].split()[-1]) for cut in cuts)
            found.append((sum((1 - w / room.emu) ** 2 for w in widths) + leans * 0.1, cuts))
    return [cuts for _, cuts in sorted(found)[:MOST_TRIES]]


def on_lines(kit: Kit, paragraph: Paragraph, width: Length, count: int) -> Paragraph:
    """The paragraph broken by line feeds into `count` lines of like width, where it has so many words and they fit."""
    blanks = [i for i, letter in enumerate(paragraph.text) if letter == " "]
    if count < 2 or count > MOST_LINES or len(blanks) > MOST_BLANKS:
        return paragraph
    cuts = _cuts(kit, paragraph, width * AIR, blanks, count)
    return _joined(paragraph, cuts[0], "\n") if cuts else paragraph


def ends_short(kit: Kit, paragraph: Paragraph, width: Length) -> bool:
    """Whether a paragraph ends on a line far shorter than its column.

    Where it takes a line more as soon as it is set a little narrower, the full width counts alone.
    """
    left = paragraph.margin + (paragraph.bullet.indent if paragraph.bullet else ZERO)
    full, airy = (kit.body([paragraph], width * share).lines for share in (1.0, AIR))
    tried = (full, airy) if len(full) == len(airy) else (full,)
    return any(len(found) > 1 and _stub(found[-1], left, width - left) for found in tried)


def _stub(line: Line, left: Length, column: Length) -> bool:
    words = "".join(piece.text for piece in line.pieces).split()
    return _used(line, left) < column * (SHORT_WORD if len(words) < 2 else SHORT)


def _used(line: Line, left: Length) -> Length:
    """How far a line reaches from its column's left edge."""
    return line.pieces[-1].x + line.pieces[-1].width - left if line.pieces else ZERO


def leaning(paragraph: Paragraph) -> Paragraph:
    """The paragraph with every short word held to the one after it, so that no line ends on `I`, `a`, `the` or `to`."""
    text, start, blanks = paragraph.text, 0, set()
    for word in text.split(" "):
        end = start + len(word)
        if _leans(word) and end < len(text):
            blanks.add(end)
        start = end + 1
    return _joined(paragraph, blanks)


def _leans(word: str) -> bool:
    return word.isalpha() and (len(word) < 3 or word.lower() in LEANING)


def _joined(paragraph: Paragraph, blanks: Collection[int], by: str = NO_BREAK) -> Paragraph:
    """The paragraph with `by` in place of the given blanks of its text."""
    runs, start = [], 0
    for run in paragraph.runs:
        letters = (by if start + i in blanks else letter for i, letter in enumerate(run.text))
        runs.append(replace(run, text="".join(letters)))
        start += len(run.text)
    return replace(paragraph, runs=tuple(runs))
