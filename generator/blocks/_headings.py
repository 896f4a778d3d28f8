"""Headings and texts of siblings: broken only where they must be, and where a reader would; no stub at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from generator.blocks._room import AIR, lines, whole
from generator.geometry import Length
from generator.kit import Kit
from generator.notation.inline import Fragment, Rich
from generator.page.text import Paragraph, Style
from generator.typography.balance import balance

MOST_WORDS, MOST_LINES = 16, 3
"""Longer headings are broken line by line; trying every break of theirs would take long and show little."""
NARROWEST = 80
"""The hundredths of a column that a text fills at least."""
STUB = 0.35
"""A last line below this share of its column is a stub."""
QUIETEST = 24
"""Points that a heading may always have, however small a theme's titles are."""
S = TypeVar("S")


def capped(kit: Kit, sizes: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sizes of headings and texts, no heading louder than the slide's title and no text louder than its heading."""
    most = int(max(QUIETEST, min(kit.theme.look.title.sizes)))
    return tuple(dict.fromkeys((min(heading, most), min(text, heading, most)) for heading, text in sizes))


def stepped(kit: Kit, sizes: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sizes of headings and texts, every heading a step below the slide's title and every text below its heading.

    Several headings of the title's size on a page make nobody know what it is called. Pairs that have no such step are left out.
    """
    most = loudest(kit)
    pairs = dict.fromkeys((min(heading, most), min(text, most)) for heading, text in sizes)
    return tuple((heading, text) for heading, text in pairs if text < heading)


def loudest(kit: Kit) -> int:
    """The points that a heading a step below the slide's title may have."""
    return int(kit.theme.sizes(max(QUIETEST, min(kit.theme.look.title.sizes) - 1), 0)[0].pt)


def level(kit: Kit, texts: Sequence[Rich], style: Style, width: Length, most: int) -> tuple[Paragraph, ...] | None:
    """The headings of one row: one line for each that fits on it, lines of like length for the others.

    None if one of them needs more than `most` lines.
    """
    plain = [kit.para(text, style, height=1.15) for text in texts]
    if not whole(kit, plain, width):
        return None
    counts = [lines(kit, [paragraph], width) for paragraph in plain]
    if max(counts, default=1) > most:
        return None
    return tuple(
        kit.para(_broken(kit, text, style, width, count), style, height=1.15) if count > 1 else paragraph
        for text, paragraph, count in zip(texts, plain, counts, strict=True)
    )


def _broken(kit: Kit, text: Rich, style: Style, width: Length, count: int) -> Rich:
    """`text` with line feeds that make it `count` lines of like width, or as many as it has words."""
    words = len(str(text).split())
    if words < 2 or words > MOST_WORDS or count > MOST_LINES:
        return text
    wanted = min(count, words)
    for share in range(100, 30, -4):
        found = balance(text, lambda part: kit.width(part, style), width * AIR * (share / 100), wanted)
        if found is None:
            break
        if str(found).count("\n") == wanted - 1:
            return found
    return text


def unstubbed(kit: Kit, paragraph: Paragraph, width: Length) -> Length:
    """The widest width to set a text in at which it ends on no stub; all of `width` where that cannot be had."""
    return calmest(kit, [paragraph], width)


def calmest(kit: Kit, paragraphs: Sequence[Paragraph], width: Length) -> Length:
    """The widest width at which the fewest paragraphs end on a stub and none takes more lines than in `width`."""
    counts = [lines(kit, [p], width) for p in paragraphs]
    best, fewest = width, sum(stub(kit, p, width) for p in paragraphs)
    for share in range(98, NARROWEST - 1, -2):
        narrower = width * (share / 100)
        if not fewest or any(lines(kit, [p], narrower) > count for p, count in zip(paragraphs, counts, strict=True)):
            break
        found = sum(stub(kit, p, narrower) for p in paragraphs)
        if found < fewest and whole(kit, paragraphs, narrower):
            best, fewest = narrower, found
    return best


def stubs(kit: Kit, paragraphs: Sequence[Paragraph], width: Length) -> int:
    """How many paragraphs end on a stub, each set at the width that suits it best."""
    return sum(stub(kit, p, unstubbed(kit, p, width)) for p in paragraphs)


def stub(kit: Kit, paragraph: Paragraph, width: Length) -> bool:
    """Whether a text ends on a line of one word, or on one that is a third as long as it could be.

    Where it takes a line more as soon as it is set a little narrower, the full width counts alone.
    """
    widths = (width, width * AIR) if lines(kit, [paragraph], width) == len(kit.body([paragraph], width).lines) else (width,)
    return any(_ends_short(kit, paragraph, each) for each in widths)


def _ends_short(kit: Kit, paragraph: Paragraph, width: Length) -> bool:
    set_lines = kit.body([paragraph], width).lines
    if len(set_lines) < 2:
        return False
    last = set_lines[-1].pieces
    words = len("".join(piece.text for piece in last).split())
    return words < 2 or last[-1].x + last[-1].width < width * STUB


def calmer(chosen: S, others: Iterable[S], stubbed: Callable[[S], int]) -> S:
    """The first of `others` that has no stub, where `chosen` has one and another has none."""
    if not stubbed(chosen):
        return chosen
    return next((other for other in others if not stubbed(other)), chosen)


def led(lead: Rich | None, text: Rich | None) -> tuple[Rich, ...]:
    """A bold lead and its text, as one text where the sentence runs on, else as two."""
    if lead is None or not lead or text is None or not text:
        return apart(lead, text)
    if str(lead)[-1] in ".:?!,”" or str(text)[:1].islower():
        return (Rich((*_bold(lead).fragments, Fragment(" "), *text.fragments)),)
    return _bold(lead), text


def apart(lead: Rich | None, text: Rich | None) -> tuple[Rich, ...]:
    """A bold lead and its text, always as two."""
    return tuple(_bold(t) if t is lead else t for t in (lead, text) if t)


def _bold(text: Rich) -> Rich:
    return Rich(tuple(replace(fragment, bold=True) for fragment in text.fragments))
