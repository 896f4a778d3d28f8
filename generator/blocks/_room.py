"""How much room texts take, with air in hand because office programs wrap again by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from generator.block import LONGEST_WORD, Overflow
from generator.geometry import Length
from generator.kit import Kit
from generator.page.colour import Colour, contrast
from generator.page.text import Paragraph, Run
from generator.typography.breaking import may_break
from generator.typography.measure import Measure

AIR = 0.97
"""The share of a box's width and height that is planned with."""
WIDE = "\u1100"
"""From this letter on there are scripts without blanks between words."""
LEAST_PIECE = 12
"""Letters of the least piece of a word that is broken."""
S = TypeVar("S")


def need(kit: Kit, paragraphs: Sequence[Paragraph], width: Length) -> Length:
    """The height to plan for paragraphs in a box of `width`: what they take when set a little narrower.

    An address breaks only after some of its signs, so that it may take a line less where there is less room.
    """
    airy = kit.height(paragraphs, width * AIR)
    return max(airy, kit.height(paragraphs, width)) if any("/" in p.text for p in paragraphs) else airy


def lines(kit: Kit, paragraphs: Sequence[Paragraph], width: Length) -> int:
    """How many lines paragraphs take in a box of `width`, with the same air."""
    return len(kit.body(paragraphs, width * AIR).lines)


def longest_word(kit: Kit, paragraph: Paragraph) -> Length:
    """The width of a paragraph's longest word. A no-break space and a change of style join, hyphens and dashes part.

    Where words may be broken, one that is longer than any of a language counts as its first letters.
    """
    return longest_of(kit.measure, paragraph.runs, kit.breaking)


@lru_cache(maxsize=8192)
def longest_of(measure: Measure, runs: tuple[Run, ...], breaking: bool) -> Length:
    """The width of the longest word of some runs."""
    text = "".join(run.text for run in runs)
    advances = [advance for run in runs for advance in measure.widths(run.text, run.style)]
    longest = start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or _parts(text, end):
            word = [advance for advance, sign in zip(advances[start:end], text[start:end], strict=True) if sign not in " \n"]
            longest = max(longest, sum(word[:LEAST_PIECE] if breaking and len(word) > LONGEST_WORD else word))
            start = end
    return Length(longest)


def _parts(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if before < WIDE and after < WIDE and before.isalnum() and after.isalnum():
        return False
    return before == "\n" or may_break(text, at)


def whole(kit: Kit, paragraphs: Iterable[Paragraph], width: Length) -> bool:
    """Whether no word of the paragraphs is wider than a box of `width`, so that none is broken by character."""
    return all(
        longest_word(kit, p) <= (width - p.margin - (p.bullet.indent if p.bullet else Length(0))) * AIR for p in paragraphs
    )


def choose(settings: Iterable[S], taken: Callable[[S], Length | None], have: Length) -> S | Overflow:
    """The first setting (the roomiest comes first) that takes no more height than there is.

    `taken` may return None for a setting that is out of the question; what the last one takes is told where none fits.
    """
    least: Length | None = None
    for setting in settings:
        height = taken(setting)
        if height is None:
            continue
        if height <= have:
            return setting
        least = height
    return Overflow(least if least is not None else have * 2, have, wide=least is None)


def narrowed(kit: Kit, paragraphs: Sequence[Paragraph], width: Length) -> Length:
    """The narrowest width at which paragraphs take no more lines than in `width`: lines of like length, no stub."""
    count = lines(kit, paragraphs, width)
    if len(kit.body(paragraphs, width).lines) < count:
        return width  # it fits on fewer lines by a hair: leave it the chance
    best = width
    for share in range(98, 58, -2):
        narrower = width * (share / 100)
        if lines(kit, paragraphs, narrower) > count or not whole(kit, paragraphs, narrower):
            break
        best = narrower
    return best


def legible(kit: Kit, role: str, ground: Colour) -> Colour:
    """A role's colour for text on `ground`: the colour itself where it reads well at any size, else its deep shade."""
    scheme = kit.theme.scheme
    plain = Colour(role)
    return plain if contrast(scheme.rgb(plain), scheme.rgb(ground)) >= 4.5 else kit.theme.shade("deep", role)
