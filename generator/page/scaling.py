"""Bring pages from the canvas they were laid on to the slide: every length by one factor, every colour by one table."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import TypeVar

from generator.geometry import Length, pt
from generator.page.colour import Colour
from generator.page.text import Style
from generator.source import Span

T = TypeVar("T")
_STEPS = 10
"""Type sizes are whole tenths of a point."""


def scaled(value: T, factor: float, roles: Mapping[str, Colour] | None = None) -> T:
    """A page, an item or any other value of this room, `factor` times as large; colours of a role in `roles` become others.

    Type is rounded down to tenths of a point, so that no line gets longer than it was measured.
    """
    found: T = _Scaling(factor, dict(roles or {})).of(value)
    return found


class _Scaling:
    """One walk over a value; equal styles and colours are made once."""

    def __init__(self, factor: float, roles: Mapping[str, Colour]) -> None:
        self.factor = factor
        self.roles = roles
        self.known: dict[object, object] = {}

    def of(self, value: T) -> T:
        if isinstance(value, Length):
            return value * self.factor  # type: ignore[return-value]
        if isinstance(value, tuple):
            return tuple(self.of(part) for part in value)  # type: ignore[return-value]
        if isinstance(value, Style | Colour):
            if value not in self.known:
                self.known[value] = self._style(value) if isinstance(value, Style) else self._colour(value)
            return self.known[value]  # type: ignore[return-value]
        if is_dataclass(value) and not isinstance(value, Span | type):
            return replace(value, **{name: self.of(getattr(value, name)) for name in _held(type(value))})
        return value

    def _style(self, style: Style) -> Style:
        size = pt(math.floor(round(style.size.pt * self.factor * _STEPS, 6)) / _STEPS)
        return replace(style, size=size, colour=self.of(style.colour), tracking=style.tracking * self.factor)

    def _colour(self, colour: Colour) -> Colour:
        return colour.on(self.roles[colour.role]) if colour.role in self.roles else colour


@lru_cache(maxsize=256)
def _held(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass that may hold lengths or colours."""
    plain = {"str", "float", "int", "bool", "bytes", "Align", "Anchor", "Corners", "Family", "Verb", "Span"}
    return tuple(field.name for field in fields(kind) if field.init and str(field.type) not in plain)
