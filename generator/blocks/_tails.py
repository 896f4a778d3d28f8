"""Last lines worth reading: words held together by no-break spaces, so that no line ends where a reader would stumble."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from generator.blocks._room import AIR, lines, whole
from generator.geometry import ZERO, Length
from generator.kit import Kit
from generator.page.text import Line, Paragraph

SHORT = 0.35
"""A last line under this share of its column is a stub."""
MOST_HELD = 6
NO_BREAK = "\u00a0"
LEANING = frozenset({"the"})
"""Words of three letters that lean on the next one, as all of one and two letters do."""


def held(kit: Kit, paragraph: Paragraph, width: Length) -> Paragraph:
    """The paragraph, its last words held together where it would else end on a stub and takes no more lines for it."""
    if not ends_short(kit, paragraph, width):
        return paragraph
    count = lines(kit, [paragraph], width)
    blanks = [i for i, letter in enumerate(paragraph.text) if letter == " "]
    for number in range(1, min(MOST_HELD, len(blanks) + 1)):
        tried = _joined(paragraph, frozenset(blanks[-number:]))
        if not whole(kit, [tried], width) or lines(kit, [tried], width) > count:
            return paragraph
        if not ends_short(kit, tried, width):
            return tried
    return paragraph


def ends_short(kit: Kit, paragraph: Paragraph, width: Length) -> bool:
    """Whether a paragraph may end on a line of one word, or on one far shorter than its column."""
    left = paragraph.margin + (paragraph.bullet.indent if paragraph.bullet else ZERO)
    for share in (1.0, AIR):
        found = kit.body([paragraph], width * share).lines
        if len(found) > 1 and _stub(found[-1], left, width - left):
            return True
    return False


def _stub(line: Line, left: Length, column: Length) -> bool:
    words = "".join(piece.text for piece in line.pieces).split()
    used = line.pieces[-1].x + line.pieces[-1].width - left if line.pieces else ZERO
    return len(words) < 2 or used < column * SHORT


def leaning(paragraph: Paragraph) -> Paragraph:
    """The paragraph with every short word held to the one after it, so that no line ends on `I`, `a`, `the` or `to`."""
    text, start, blanks = paragraph.text, 0, set()
    for word in text.split(" "):
        end = start + len(word)
        if word.isalpha() and (len(word) < 3 or word.lower() in LEANING) and end < len(text):
            blanks.add(end)
        start = end + 1
    return _joined(paragraph, blanks)


def _joined(paragraph: Paragraph, blanks: Collection[int]) -> Paragraph:
    """The paragraph with no-break spaces at the given places of its text."""
    runs, start = [], 0
    for run in paragraph.runs:
        letters = (NO_BREAK if start + i in blanks else letter for i, letter in enumerate(run.text))
        runs.append(replace(run, text="".join(letters)))
        start += len(run.text)
    return replace(paragraph, runs=tuple(runs))
