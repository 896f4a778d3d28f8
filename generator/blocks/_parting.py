"""Cut in two what is too long for one slide: a text between sentences or words, a part between its texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from generator.notation.inline import Rich

SENTENCE = re.compile(r"[.!?:;\u2026\u3002\uff01\uff1f][\u201d\u2019\")]*\s+|[\u3002\uff01\uff1f]")
BLANK = re.compile(r"\s+")
CLOSE = 0.25
"""How far from the middle of a text the end of a sentence is preferred to that of a word, as a share of its length."""
T = TypeVar("T")


def parted(text: Rich | None) -> tuple[Rich, Rich] | None:
    """A text in two: after the sentence that ends nearest to the middle, else after a word; None for a single word."""
    whole = str(text or "")
    middle = len(whole) / 2
    ends = [m.end() for m in SENTENCE.finditer(whole) if abs(m.end() - middle) <= len(whole) * CLOSE]
    ends = ends or [m.end() for m in BLANK.finditer(whole)] or _between(whole)
    inside = [end for end in ends if whole[:end].strip() and whole[end:].strip()]
    if not text or not inside:
        return None
    cut = min(inside, key=lambda end: abs(end - middle))
    return text.between(0, len(whole[:cut].rstrip())), text.between(cut, len(whole))


def _between(whole: str) -> list[int]:
    """The places between letters of scripts that are written without blanks."""
    return [i for i in range(1, len(whole)) if "\u2e80" <= whole[i] <= "\ud7af" and "\u2e80" <= whole[i - 1] <= "\ud7af"]


def longest_parted(texts: Sequence[Rich | None]) -> tuple[tuple[Rich | None, ...], tuple[Rich | None, ...]] | None:
    """Texts that stand in a row, each cut in two where it is long enough; a short one stands in both. None for words alone."""
    most = max((len(str(text or "")) for text in texts), default=0)
    cut = [parted(text) if len(str(text or "")) * 2 > most else None for text in texts]
    if not any(cut):
        return None
    pairs = [found or (text, text) for found, text in zip(cut, texts, strict=True)]
    return tuple(first for first, _ in pairs), tuple(second for _, second in pairs)
