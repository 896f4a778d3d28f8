"""How far the PDF we draw of a deck is what an office program shows of it: word by word and page by page.

Pure functions on words that stand somewhere; `fidelity_decks` gets them out of files, `fidelity_report` tells what came of it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from math import hypot, inf
from operator import itemgetter

NEAR = 4.0
"""How far apart, in points, the two places of a word may be at either of its ends."""
NEXT_TO = 0.25
"""A wider gap than this, in sizes, parts two words even if no blank stands in it."""
SAME_LINE = 0.3
"""Baselines that differ by less, in sizes, are one line's."""
SAME_TEXT = 1.0
"""A wider gap than this, in sizes, is one between columns and not between words."""
SOFT_HYPHEN = "\u00ad"
PLAIN = str.maketrans({SOFT_HYPHEN: "-", "\u2010": "-", "\u2011": "-", "\ufffe": "-", "\u0002": "-"})
"""Programs write the hyphen at a line's end as any of these."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character where it is drawn: from `x` to `right`, on a baseline that is `y` below the page's top edge."""

    text: str
    x: float
    right: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it is drawn, and whether a line starts with it."""

    text: str
    x: float
    right: float
    y: float
    size: float
    starts: bool = False

    def away(self, other: Word) -> float:
        """How far apart the nearer or the farther ends of two words are, whichever is more."""
        return max(hypot(self.x - other.x, self.y - other.y), hypot(self.right - other.right, self.y - other.y))


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a chart on a page, in points."""

    x: float
    y: float
    right: float
    bottom: float

    def holds(self, word: Word) -> bool:
        """Whether the middle of a word stands in it."""
        return self.x <= (word.x + word.right) / 2 <= self.right and self.y <= word.y - word.size / 4 <= self.bottom


@dataclass(frozen=True, slots=True)
class Figures:
    """What is counted on pages that are compared."""

    pages: int = 0
    words: int = 0
    """Outside chart frames: those on both pages once, those on one of them alone too."""
    near: int = 0
    """On both pages, no farther apart than `NEAR`."""
    starts: int = 0
    """Words that start a line on one page or the other."""
    alike: int = 0
    """Words that start a line on both."""
    charted: int = 0
    """Words in chart frames, ours and theirs."""
    present: int = 0
    """Those of them that the other page has too."""

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    @property
    def positions(self) -> float:
        """The share of words that stand in their place."""
        return self.near / self.words if self.words else 1.0

    @property
    def breaks(self) -> float:
        """The share of line starts that both have."""
        return self.alike / self.starts if self.starts else 1.0

    @property
    def charts(self) -> float:
        """The share of charts' words that are there."""
        return self.present / self.charted if self.charted else 1.0


@dataclass(frozen=True, slots=True)
class Compared:
    """A page's words outside chart frames, side by side: ours, theirs; none where the other has no such word."""

    pairs: tuple[tuple[Word | None, Word | None], ...]
    charted: tuple[tuple[str, bool], ...]
    """Words in chart frames, and whether the other page has them."""

    @property
    def figures(self) -> Figures:
        """What is counted on this page."""
        return Figures(
            pages=1,
            words=len(self.pairs),
            near=sum(bool(ours and theirs and ours.away(theirs) <= NEAR) for ours, theirs in self.pairs),
            starts=sum(any(word and word.starts for word in pair) for pair in self.pairs),
            alike=sum(all(word and word.starts for word in pair) for pair in self.pairs),
            charted=len(self.charted),
            present=sum(there for _, there in self.charted),
        )


def words_of(glyphs: Iterable[Glyph]) -> tuple[Word, ...]:
    """Words in the order in which they are drawn; blanks, leaps and changes of the baseline part them."""
    found: list[Word] = []
    held: list[Glyph] = []
    for glyph in (*glyphs, Glyph(" ", 0, 0, 0, 1)):
        if held and (not glyph.text.strip() or _leaps(held[-1], glyph)):
            found.append(_word(held))
            held = []
        if glyph.text.strip():
            held.append(glyph)
    befores = (found[i - 1 : i] + found for i in range(len(found)))  # nearly always it is the one drawn just before
    return tuple(
        replace(word, starts=not any(_goes_on(word, other) for other in before))
        for word, before in zip(found, befores, strict=True)
    )


def _leaps(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size)
    gap = glyph.x - last.right
    return abs(glyph.y - last.y) > SAME_LINE * size or not -NEXT_TO * size - abs(last.right - last.x) < gap < NEXT_TO * size


def _word(glyphs: Sequence[Glyph]) -> Word:
    first, last = glyphs[0], glyphs[-1]
    text = unicodedata.normalize("NFKC", "".join(glyph.text for glyph in glyphs).translate(PLAIN))
    return Word(text, first.x, last.right, first.y, first.size)


def _goes_on(word: Word, before: Word) -> bool:
    """Whether a word goes on with the line of another, wherever in the page's order that was drawn."""
    size = max(word.size, before.size)
    return abs(word.y - before.y) <= SAME_LINE * size and before.x < word.x and before.right > word.x - SAME_TEXT * size


def compare(ours: Sequence[Word], theirs: Sequence[Word], frames: Sequence[Frame] = ()) -> Compared:
    """Put the words of two renderings of a page side by side."""
    (texts, charted), (their_texts, their_charted) = _parted(ours, frames), _parted(theirs, frames)
    there = (*_present(charted, theirs), *_present(their_charted, ours))
    return Compared(tuple(paired(texts, their_texts)), there)


def _parted(words: Sequence[Word], frames: Sequence[Frame]) -> tuple[list[Word], list[Word]]:
    held = [any(frame.holds(word) for frame in frames) for word in words]
    return (
        [word for word, inside in zip(words, held, strict=True) if not inside],
        [word for word, inside in zip(words, held, strict=True) if inside],
    )


def _present(charted: Sequence[Word], page: Sequence[Word]) -> Iterable[tuple[str, bool]]:
    """Each word of a chart, and whether the page has as many of it."""
    left = Counter(word.text for word in page)
    for word in charted:
        left[word.text] -= 1
        yield word.text, left[word.text] >= 0


def paired(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterable[tuple[Word | None, Word | None]]:
    """Each word with its like: those that stand in one place, then as they follow each other, then the nearest."""
    yield from (alike := tuple(_nearest(ours, theirs, NEAR)))
    left, their_left = _without(ours, [mine for mine, _ in alike]), _without(theirs, [their for _, their in alike])
    matcher = SequenceMatcher(None, [w.text for w in left], [w.text for w in their_left], autojunk=False)
    alone: list[Word] = []
    their_own: list[Word] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            yield from zip(left[a:b], their_left[c:d], strict=True)
        else:
            alone += left[a:b]
            their_own += their_left[c:d]
    yield from (strays := tuple(_nearest(alone, their_own, inf)))
    yield from ((word, None) for word in _without(alone, [mine for mine, _ in strays]))
    yield from ((None, word) for word in _without(their_own, [their for _, their in strays]))


def _nearest(ours: Sequence[Word], theirs: Sequence[Word], most: float) -> Iterable[tuple[Word, Word]]:
    """Words with their likes, the nearest first, none farther apart than `most`."""
    likes: defaultdict[str, list[Word]] = defaultdict(list)
    for their in theirs:
        likes[their.text].append(their)
    ways = ((mine.away(their), i, mine, their) for i, mine in enumerate(ours) for their in likes[mine.text])
    taken: set[int] = set()
    for away, _, mine, their in sorted(ways, key=itemgetter(0, 1)):
        if away <= most and not {id(mine), id(their)} & taken:
            taken |= {id(mine), id(their)}
            yield mine, their


def _without(words: Sequence[Word], taken: Iterable[Word]) -> list[Word]:
    gone = {id(word) for word in taken}
    return [word for word in words if id(word) not in gone]
