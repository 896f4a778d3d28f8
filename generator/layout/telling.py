"""The last resort for a block that has no room in its own form: the same words as plain points, which split anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.block import UNSAID, Block, texts_in
from generator.blocks.bullets import Bullets, Point
from generator.notation.inline import Rich
from generator.notation.records import Record


def points_of(block: Block) -> Bullets | None:
    """What a block says, a point for each of its parts; None for kinds whose words alone do not say it."""
    if not block.tellable:
        return None
    later = () if block.then() is None else block.later
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
            texts = tuple(texts_in(value))
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
