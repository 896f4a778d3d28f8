"""Rebuild a record with some parts left out and its texts changed; everything else is shared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pydantic.fields import FieldInfo

from generator.block import Part
from generator.content.topic import Topic
from generator.notation.inline import Rich
from generator.notation.records import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Changes:
    """What to do on the way."""

    keep: Callable[[Record], bool]
    """Whether a record within the rebuilt one stays."""
    text: Callable[[Rich], Rich]
    """What a text becomes."""
    fact: Callable[[str], bool]
    """Whether the id of a fact may stay where something says that fact."""
    lost: Callable[[Record], None]
    """Told of every record that went because nothing, or not what it needs, is left of it."""


def rebuild(record: R, changes: Changes) -> R | None:
    """`record` with what `changes` leaves out left out, its texts changed; None where what it cannot do without is gone.

    A list that lost some of its entries may be shorter than an author could have written it; it is gone only when it is empty, or
    when it can have no other length, as the four quadrants of a matrix.
    """
    updates: dict[str, object] = {}
    for name, field in type(record).model_fields.items():
        before = getattr(record, name)
        after = _value(before, changes)
        if name == "facts" and isinstance(record, Part | Topic):
            after = _same_if_equal(before, tuple(fact for fact in before if changes.fact(fact)))
        if after is before:
            continue
        if (not after and _is_needed(field)) or _is_incomplete(field, after):
            changes.lost(record)
            return None
        updates[name] = None if after == () and field.default is None else after
    return record.model_copy(update=updates) if updates else record


def _value(value: object, changes: Changes) -> object:
    match value:
        case Rich():
            return changes.text(value)
        case Record():
            return rebuild(value, changes) if changes.keep(value) else None
        case tuple():
            made = ((entry, _value(entry, changes)) for entry in value)
            return _same_if_equal(value, tuple(new for old, new in made if new is not None or old is None))
        case Mapping():
            changed = ((key, old, _value(old, changes)) for key, old in value.items())
            new = {key: after for key, old, after in changed if after is not None or old is None}
            same = len(new) == len(value) and all(new[key] is value[key] for key in new)
            return value if same else new
        case _:
            return value


def _same_if_equal(before: tuple[object, ...], after: tuple[object, ...]) -> tuple[object, ...]:
    same = len(before) == len(after) and all(a is b for a, b in zip(before, after, strict=True))
    return before if same else after


def _is_incomplete(field: FieldInfo, value: object) -> bool:
    """Whether entries are missing in a list of a fixed length."""
    least, most = ({getattr(rule, name, None) for rule in field.metadata} - {None} for name in ("min_length", "max_length"))
    return isinstance(value, tuple) and least == most != set() and len(value) not in most


def _is_needed(field: FieldInfo) -> bool:
    """Whether a record makes no sense where this field is empty."""
    return field.is_required() or any(getattr(rule, "min_length", 0) for rule in field.metadata)
