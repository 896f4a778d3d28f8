"""Where items are written: shape ids, fonts, the page's layout, and the names and alternative texts shapes go by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from generator.backends.pptx.markup import Element, add, add_foreign, extend, legal
from generator.backends.pptx.text import Links, Voice, write_link
from generator.page.items import ChartItem, Mark, PictureItem
from generator.page.pages import FontScheme, Layout, Placeholder

_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


class Relations(Links, Protocol):
    """What a part leads to: links, charts and pictures."""

    def chart(self, item: ChartItem) -> str:
        """Add the chart to the package; return the relationship's id."""

    def picture(self, item: PictureItem) -> str:
        """Add the picture to the package unless it is there already; return the relationship's id."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is needed to write items into one part."""

    fonts: FontScheme
    layout: Layout | None
    """The layout whose placeholders text may fill; none where items are drawn only."""
    relations: Relations
    ids: Iterator[int]

    def voice(self, mark: Mark) -> Voice:
        """How the text of an item is written."""
        return Voice(mark.language, self.fonts, self.relations, explicit=bool(self.layout and self.layout.part))

    def placeholder(self, slot: str) -> Placeholder | None:
        """The layout's placeholder for a slot."""
        held = self.layout.placeholders if self.layout else ()
        return next((placeholder for placeholder in held if placeholder.slot == slot), None)


def identify(parent: Element, mark: Mark, place: Place, says: str, link: str = "") -> None:
    """Append `p:cNvPr`: id, name, alternative text, link.

    `says` is what makes the item more than decoration: its words, or a link of its own. The link may be its group's.
    """
    made = add(parent, "p:cNvPr", id=next(place.ids), name=legal(mark.id))
    if mark.alt:
        made.set("descr", legal(mark.alt))
    write_link(made, link, place.relations)
    if not (says.strip() or mark.alt):
        add_foreign(extend(made, "a", _DECORATIVE), "adec:decorative", val=1)


def identify_whole(parent: Element, mark: Mark, place: Place, words: str) -> None:
    """As `identify`, for groups, tables and charts, which are announced as one: their words name them if need be."""
    identify(parent, mark, place, words)
    if words.strip() and not mark.alt:
        parent[-1].set("descr", legal(" ".join(words.split())))
