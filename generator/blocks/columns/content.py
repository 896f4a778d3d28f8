"""What columns hold: a head, and under it any of a text, a figure, points, pairs, a quote and code."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Discriminator, Field, Tag, model_validator

from generator.block import Part
from generator.blocks._listing import Code
from generator.notation.inline import Rich, Text


def _form(value: object) -> str:
    return "text" if isinstance(value, str | Rich) else "point"


class Figure(Part):
    """A number and what it counts."""

    value: Text
    label: Text | None = None


class Point(Part):
    """A point of a list."""

    text: Text


Entry = Annotated[Annotated[Point, Tag("point")] | Annotated[Text, Tag("text")], Discriminator(_form)]


class Pair(Part):
    """A name and its value."""

    label: Text
    value: Text


class Column(Part):
    """One column."""

    title: Text | None = None
    icon: str | None = None
    subject: str | None = None
    text: Text | None = None
    number: Figure | None = None
    points: tuple[Entry, ...] = Field(default=(), max_length=5)
    pairs: tuple[Pair, ...] = Field(default=(), max_length=5)
    quote: Text | None = None
    code: Code | None = None

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if not self.sorts:
            raise ValueError("the column is empty; give it a text, number, points, pairs, quote or code")
        return self

    @property
    def sorts(self) -> tuple[str, ...]:
        """What it holds, in the order in which it stands."""
        return tuple(name for name in ("number", "text", "points", "pairs", "quote", "code") if getattr(self, name))

    @property
    def told(self) -> tuple[Rich, ...]:
        """The texts of its points."""
        return tuple(point.text if isinstance(point, Point) else point for point in self.points)
