"""Rebuild a record with some parts left out and its texts changed; everything else is shared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from generator.block import Part
from generator.notation.inline import Rich
from generator.notation.records import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Changes:
    """What to do on the way: which parts stay, what texts become."""

    keep: Callable[[Part], bool]
    text: Callable[[Rich], Rich]


def rebuild(record: R, changes: Changes) -> R:
    """`record` with parts that `changes.keep` refuses left out and every inline text passed through `changes.text`."""
    updates: dict[str, object] = {}
    for name in type(record).model_fields:
        before = getattr(record, name)
        after = _value(before, changes)
        if after is not before:
            updates[name] = after
    return record.model_copy(update=updates) if updates else record


def _value(value: object, changes: Changes) -> object:
    match value:
        case Rich():
            return changes.text(value)
        case Record():
            return rebuild(value, changes)
        case tuple():
            kept = [v for v in value if not isinstance(v, Part) or changes.keep(v)]
            new = tuple(_value(v, changes) for v in kept)
            return new if len(new) != len(value) or any(a is not b for a, b in zip(new, value, strict=True)) else value
        case _:
            return value
