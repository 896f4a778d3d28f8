"""What every block can do: shorten itself, go on, split itself, place itself on a slide, and flow down a sheet.

Also the plain values that kinds are made of. A kind never contains a kind, and never names a format, an audience or a language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Self, TypeVar

from pydantic import Field

from generator.geometry import Box, Length
from generator.kit import Kit
from generator.notation.inline import Rich, Text
from generator.notation.records import Record
from generator.page.items import Item

LONGEST_WORD = 30
"""Letters; a longer word is none of any language, and may be broken where nothing else helps."""
UNSAID = frozenset({"title", "brief", "alt"})
"""Fields of blocks that stand elsewhere, or in place of others."""


class Depth(StrEnum):
    """How much of a block a reader gets."""

    FULL = "full"
    BRIEF = "brief"


class Part(Record):
    """Anything in a list of a block: it may have its own readers, clearance and facts."""

    for_: str | None = Field(default=None, alias="for")
    clearance: str | None = None
    facts: tuple[str, ...] = ()


class Block(Part):
    """One thing said. Subclasses are the kinds: fields, `shorten`, `place`, `flow`, and `split` where there are joints."""

    kind: str
    id: str | None = None
    title: Text | None = None
    """The slide's title where the block does not stand on the topic's first slide."""

    layout: ClassVar[str] = "Title Only"
    """The slide layout the kind stands on: `Title Only`, `Content`, `Panel` or `Quote`."""
    wide: ClassVar[bool] = True
    """Whether the kind can use the whole width of a slide; prose and points leave a third to something else."""

    headed: ClassVar[bool] = True
    """Whether a sheet draws the topic's heading above the block; a panel that stands for itself has none."""

    tellable: ClassVar[bool] = True
    """Whether its texts alone say what it says, so that they may stand as plain points where its own form has no room."""

    later: ClassVar[tuple[str, ...]] = ()
    """Fields that stand on the slide after its own alone, where there is one."""

    @property
    def at_foot(self) -> bool:
        """Whether the block, standing beside a main one, lies below it instead of at its side."""
        return False

    def shorten(self, depth: Depth) -> Self:
        """The block at a depth. Never longer than before; the same again when done twice."""
        return self

    def shared(self) -> Self:
        """The block without what only a trainer may have, such as a question's answer: for files that are handed out."""
        return self

    def then(self) -> Self | None:
        """The block as it stands on the slide after its own, such as a question with its answer; None for most kinds.

        Its `title` is that slide's title. The block on the first slide shows nothing of it.
        """
        return None

    def texts(self) -> Iterator[Rich]:
        """Every text it shows, in reading order."""
        for name in type(self).model_fields:
            if name not in UNSAID:
                yield from texts_in(getattr(self, name))

    @property
    def has_long_words(self) -> bool:
        """Whether a word is longer than any word of a language."""
        return any(len(word) > LONGEST_WORD for text in self.texts() for word in str(text).split())

    @property
    def working_minutes(self) -> float | None:
        """Minutes that people work on it before the next slide; None where it does not say."""
        return None

    def split(self) -> tuple[Self, Self] | None:
        """The block in two halves at its own joints, or None where it cannot be halved."""
        return None

    def narrowed(self) -> tuple[Self, Self] | None:
        """The block in two that need less width each, such as a table with fewer columns; None where it has no such joint."""
        return None

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Fill `box` on a slide."""
        raise NotImplementedError

    def flow(self, kit: Kit, width: Length) -> Flow:
        """Measure the block for a column of `width` on a sheet."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Placed:
    """A block on a slide: its items, all inside the box it was given."""

    items: tuple[Item, ...]
    shows: str = ""
    """Of a diagram: what it shows, in words. Its items stand on the slide as one group that says so."""


@dataclass(frozen=True, slots=True)
class Overflow:
    """A block does not fit even at its smallest: the height it needs and the height there is."""

    need: Length
    have: Length
    wide: bool = False
    """Whether no height would do, since a word or a line is wider than its place."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A block measured for a column of a sheet: rows that may be stretched, and how to draw them."""

    heights: tuple[Length, ...]
    """The natural height of each row, padding included."""
    stretch: tuple[bool, ...]
    """Which rows may grow (to 1.6 times their natural height; to 2.2 times where they then end with their neighbours)."""
    draw: Callable[[Box, tuple[Length, ...]], tuple[Item, ...]]
    """Draws the rows in a box at their final heights, which add up to the box's."""


def texts_in(value: object) -> Iterator[Rich]:
    """Every text of a field's value, in reading order."""
    match value:
        case Rich():
            if value:
                yield value
        case Record():
            for name in type(value).model_fields:
                yield from texts_in(getattr(value, name))
        case tuple():
            for entry in value:
                yield from texts_in(entry)


def parts_of(record: Record) -> Iterator[Part]:
    """Every part below `record`, itself excluded, in reading order."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        for entry in value if isinstance(value, tuple) else (value,):
            if isinstance(entry, Part):
                yield entry
            if isinstance(entry, Record):
                yield from parts_of(entry)


def facts_of(block: Block) -> tuple[str, ...]:
    """The facts the block says as it stands, each once."""
    said = [*block.facts, *(fact for part in parts_of(block) for fact in part.facts)]
    return tuple(dict.fromkeys(said))


T = TypeVar("T")


def halves(items: Sequence[T]) -> tuple[tuple[T, ...], tuple[T, ...]]:
    """A list cut in the middle, the first half the longer one."""
    middle = (len(items) + 1) // 2
    return tuple(items[:middle]), tuple(items[middle:])


def words_of(text: Rich | None) -> str:
    """A text's words, empty for none."""
    return str(text) if text else ""
