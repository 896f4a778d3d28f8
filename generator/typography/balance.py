"""Break headings where a reader would: after a clause, into lines of like width, never with a stub at the end."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from generator.geometry import Length
from generator.notation.inline import Fragment, Rich

STUB = 0.4
"""A line shorter than this share of the longest one is a stub."""
MOST_WAYS = 5_000
"""More ways to cut a text than this are not tried; it is then left to ordinary line breaking."""
CLAUSE = ",:;–—"


def balance(text: Rich, width: Callable[[str], Length], room: Length, most: int) -> Rich | None:
    """Return `text` with line feeds for the fewest lines that fit into `room`, or None if more than `most` are needed.

    `width` measures a stretch on one line. Breaks after a comma, colon or dash are preferred to others.
    """
    words = str(text).split(" ")

    @cache
    def stretch(start: int, end: int) -> int:
        return width(" ".join(words[start:end])).emu

    count = _fewest(stretch, len(words), room, most)
    best = _best(words, stretch, room, count) if count else None
    return _with_breaks(text, words, best) if best is not None else None


Stretch = Callable[[int, int], int]
"""The width in EMU, on one line, of the words from one number up to another."""


def _fewest(stretch: Stretch, words: int, room: Length, most: int) -> int | None:
    """How many lines are needed when each takes what it can; None for more than `most`, or a word wider than the room."""
    count, start = 1, 0
    for end in range(1, words + 1):
        if stretch(end - 1, end) > room.emu or count > most:
            return None
        if stretch(start, end) > room.emu:
            count, start = count + 1, end - 1
    return count if count <= most else None


def _best(words: list[str], stretch: Stretch, room: Length, count: int) -> tuple[int, ...] | None:
    """The best places (word numbers that begin a line) to cut `words` into `count` lines; None if no cut fits."""
    if math.comb(len(words) - 1, count - 1) > MOST_WAYS:
        return None
    found: tuple[float, tuple[int, ...]] | None = None
    for cuts in itertools.combinations(range(1, len(words)), count - 1):
        edges = list(itertools.pairwise((0, *cuts, len(words))))
        widths = [stretch(a, b) for a, b in edges]
        if max(widths) > room.emu:
            continue
        score = _penalty([" ".join(words[a:b]) for a, b in edges], widths)
        if found is None or score < found[0]:
            found = (score, cuts)
    return found[1] if found else None


def _penalty(lines: list[str], widths: list[int]) -> float:
    longest = max(widths) or 1
    uneven = sum(1 - w / longest for w in widths) / len(widths)
    open_ends = sum(line[-1:] not in CLAUSE for line in lines[:-1]) * 0.25
    stub = 1.0 if min(widths) < STUB * longest else 0.0
    return uneven + open_ends + stub


def _with_breaks(text: Rich, words: list[str], cuts: tuple[int, ...]) -> Rich:
    """Put a line feed in place of the blank before each of the given words."""
    starts = list(itertools.accumulate((len(w) + 1 for w in words), initial=0))
    blanks = {starts[cut] - 1 for cut in cuts}
    fragments: list[Fragment] = []
    at = 0
    for fragment in text.fragments:
        chars = ["\n" if at + i in blanks else c for i, c in enumerate(fragment.text)]
        fragments.append(replace(fragment, text="".join(chars)))
        at += len(fragment.text)
    return Rich(tuple(fragments))
