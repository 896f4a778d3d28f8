"""The last resort for a block that has no room in its own form: the same words as plain points, which split anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.block import Block
from generator.blocks._room import LONGEST_WORD
from generator.blocks.agenda import AgendaEntry
from generator.blocks.bullets import Bullets, Point
from generator.blocks.code import Code
from generator.blocks.sources import SourceEntry
from generator.notation.inline import Rich
from generator.notation.records import Record

SELF_MADE = frozenset({"bullets", "table", "comparison", "code", "agenda", "sources", "chart", "picture"})
"""Kinds that say more than their texts in reading order."""
UNSAID = frozenset({"title", "brief", "alt"})
"""Fields of a block that stand elsewhere or instead of others."""
LATER = {"quiz": ("answer", "why", "say"), "exercise": ("debrief",)}
"""Fields that stand on the slide after the block's own alone."""


def texts_of(record: Record) -> Iterator[Rich]:
    """Every text of a record, in reading order."""
    for name in type(record).model_fields:
        if not isinstance(record, Block) or name not in UNSAID:
            yield from _texts(getattr(record, name))


def _texts(value: object) -> Iterator[Rich]:
    match value:
        case Rich():
            if value:
                yield value
        case Record():
            yield from texts_of(value)
        case AgendaEntry():
            yield from (Rich.plain(value.title), Rich.plain(value.promise))
        case SourceEntry():
            yield from (Rich.plain(value.title), Rich.plain(value.detail))
        case tuple():
            for entry in value:
                yield from _texts(entry)


def has_long_words(block: Block) -> bool:
    """Whether a word of the block, or a line of its code, is longer than any word of a language."""
    if isinstance(block, Code):
        return any(len(row) > LONGEST_WORD for row in block.rows) or any(map(_is_long, texts_of(block)))
    return any(map(_is_long, texts_of(block)))


def _is_long(text: Rich) -> bool:
    return any(len(word) > LONGEST_WORD for word in str(text).split())


def points_of(block: Block) -> Bullets | None:
    """What a block says, a point for each of its parts; None for kinds whose words alone do not say it."""
    if block.kind in SELF_MADE:
        return None
    later = () if block.then() is None else LATER.get(block.kind, ())
    points: list[Point] = []
    for name in type(block).model_fields:
        if name not in UNSAID and name not in later:
            points += _points(getattr(block, name))
    if not points:
        return None
    return Bullets.model_construct(points=tuple(points), span=block.span, facts=block.facts, title=block.title)


def _points(value: object) -> Iterator[Point]:
    match value:
        case Rich():
            if value:
                yield Point(text=value)
        case Record():
            texts = tuple(texts_of(value))
            if texts:
                yield _point(texts, tuple(getattr(value, "facts", ())))
        case tuple():
            for entry in value:
                yield from _points(entry)


def _point(texts: tuple[Rich, ...], facts: tuple[str, ...]) -> Point:
    """The first text as the lead, the second below it, further ones as points below that."""
    if len(texts) == 1:
        return Point(text=texts[0], facts=facts)
    return Point(lead=texts[0], text=texts[1], points=texts[2:], facts=facts)
