"""Headings and texts of siblings: equally many lines, broken where a reader would, no stub at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.blocks._room import AIR, lines, narrowed, whole
from generator.geometry import Length
from generator.kit import Kit
from generator.notation.inline import Fragment, Rich
from generator.page.text import Paragraph, Style
from generator.typography.balance import balance

MOST_WORDS, MOST_LINES = 16, 3
"""Longer headings are broken line by line; trying every break of theirs would take long and show little."""


def level(kit: Kit, texts: Sequence[Rich], style: Style, width: Length, most: int) -> tuple[Paragraph, ...] | None:
    """The headings of one row, each on as many lines as the longest one needs; None if that is more than `most`."""
    plain = [kit.para(text, style, height=1.15) for text in texts]
    if not whole(kit, plain, width):
        return None
    count = max((lines(kit, [p], width) for p in plain), default=1)
    if count > most:
        return None
    return tuple(
        kit.para(_broken(kit, text, style, width, count), style, height=1.15) if count > 1 else paragraph
        for text, paragraph in zip(texts, plain, strict=True)
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
    """The width to set a text in so that its last line holds more than two words, where that can be had."""
    if not stub(kit, paragraph, width):
        return width
    return narrowed(kit, [paragraph], width)


def stub(kit: Kit, paragraph: Paragraph, width: Length) -> bool:
    """Whether a text may end on a line of one or two words."""
    return any(_ends_short(kit, paragraph, width * share) for share in (1.0, AIR))


def _ends_short(kit: Kit, paragraph: Paragraph, width: Length) -> bool:
    set_lines = kit.body([paragraph], width).lines
    return len(set_lines) > 1 and len("".join(piece.text for piece in set_lines[-1].pieces).split()) < 3


def led(lead: Rich | None, text: Rich | None) -> tuple[Rich, ...]:
    """A bold lead and its text, as one text where the sentence runs on, else as two."""
    if lead is None or not lead or text is None or not text:
        return tuple(_bold(t) if t is lead else t for t in (lead, text) if t)
    if str(lead)[-1] in ".:?!,”" or str(text)[:1].islower():
        return (Rich((*_bold(lead).fragments, Fragment(" "), *text.fragments)),)
    return _bold(lead), text


def _bold(text: Rich) -> Rich:
    return Rich(tuple(replace(fragment, bold=True) for fragment in text.fragments))
