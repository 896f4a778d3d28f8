"""One size for the titles of a deck on somebody else's template, so that slides that follow each other look alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from generator.errors import Findings
from generator.kit import Kit
from generator.layout import chrome
from generator.layout.choosing import choose
from generator.notation.inline import Rich
from generator.outline.model import Deck, SlideKind
from generator.theme.stage import DIVIDER, TITLE_SLIDE, Spot

MOST = 0.8
"""The share of titles that stand in their place at the deck's size. The others take one line more, and the body of their slides
begins lower: were all of them to fit, the longest title of a deck would make every other one small."""
MOST_LINES = 3
"""No title of the deck takes more at its size; a size at which one does is too large, however few they are."""

HEADS = 24
"""Points: headings in the body may be as large. A title smaller than they are is none, so it takes a second line before that."""

_Titled: TypeAlias = tuple[Rich, Spot]
_Group: TypeAlias = tuple[bool, tuple[float, ...]]
"""Whether titles open sections, and the steps of size that their layout allows."""


def with_even_titles(kit: Kit, deck: Deck) -> Kit:
    """The kit on whose stage titles that a layout sets alike have one size throughout `deck`; our own stages stay as they are.

    The size is the largest step at which four titles in five stand in their place, in as many lines as that holds, but no
    smaller than headings in the body. Layouts that state another size of their own keep apart, and so do section openings, and
    the title slide, of which a deck has one.
    """
    stage = kit.theme.stage
    if stage.own:
        return kit
    groups: dict[_Group, list[_Titled]] = {}
    for group, titled in _titles(kit, deck):
        groups.setdefault(group, []).append(titled)
    spots = dict(stage.spots)
    for sort, spot in stage.spots.items():
        steps = spot.title.sizes
        if sort != TITLE_SLIDE and (sort == DIVIDER, steps) in groups:
            size = _size(kit, steps, groups[sort == DIVIDER, steps])
            spots[sort] = replace(spot, title=replace(spot.title, sizes=(size,)))
    return replace(kit, theme=replace(kit.theme, stage=replace(stage, spots=spots)))


def _titles(kit: Kit, deck: Deck) -> Iterator[tuple[_Group, _Titled]]:
    """The titles of all slides but the title slide, where they stand, and which go together."""
    for slide in deck.slides:
        opens = slide.kind is SlideKind.DIVIDER
        if opens or (slide.kind is SlideKind.BODY and slide.blocks):
            spot = choose(kit.theme.stage, slide, Findings()).spot
            text = Rich.plain(deck.sections[slide.section].title) if opens else slide.title
            yield (opens, spot.title.sizes), (text, spot)


def _size(kit: Kit, steps: tuple[float, ...], titled: list[_Titled]) -> float:
    """The largest of the steps that serves these titles, else the smallest that is a title's; smaller only for very long ones."""
    short = _short(kit, steps, titled)
    loud = [size for size in short if size >= HEADS] or short
    return next((size for size in loud if _stand(kit, size, titled) >= MOST), loud[-1])


def _short(kit: Kit, steps: tuple[float, ...], titled: list[_Titled]) -> list[float]:
    """The steps at which no title takes too many lines; the smallest at least."""
    lines = {size: max(len(chrome.title_at(kit, text, spot.title, size).body.lines) for text, spot in titled) for size in steps}
    return [size for size in steps if lines[size] <= MOST_LINES] or [steps[-1]]


def _stand(kit: Kit, size: float, titled: list[_Titled]) -> float:
    """The share of titles that are no higher than their place."""
    fits = [chrome.title_at(kit, text, spot.title, size).body.height <= spot.title.box.h for text, spot in titled]
    return sum(fits) / len(fits)
