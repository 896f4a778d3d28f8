"""A point with what stands below it, up to four levels deep, and how it is cut where it is too long for a slide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Self, TypeAlias

from pydantic import Discriminator, Tag, model_validator

from generator.block import Part, halves
from generator.blocks._parting import parted
from generator.notation.inline import Rich, Text

LONG_LEAD = 120
"""Characters of a lead that goes on where there is no room."""
DEEPEST = 4
"""Levels of points."""


def _form(value: object) -> str:
    return "text" if isinstance(value, str | Rich) else "point"


class SubPoint(Part):
    """A point below a point, and perhaps points below it."""

    text: Text
    points: tuple[SubEntry, ...] = ()


SubEntry = Annotated[Annotated[SubPoint, Tag("point")] | Annotated[Text, Tag("text")], Discriminator(_form)]
SubPoint.model_rebuild()


class Point(Part):
    """A point: a lead and what explains it."""

    lead: Text | None = None
    text: Text | None = None
    points: tuple[SubEntry, ...] = ()

    @model_validator(mode="after")
    def _not_too_deep(self) -> Self:
        deepest = max((level for level, _ in self.below), default=0) + 1
        if deepest > DEEPEST:
            raise ValueError(f"the point has points {deepest} levels deep; at most {DEEPEST} are shown")
        return self

    @property
    def below(self) -> tuple[tuple[int, Rich], ...]:
        """The texts of the points below it in reading order, each with its level, from 1."""
        return tuple(_below(self.points, 1))

    def shortened(self) -> Self:
        """The lead alone, where there is one."""
        return self.model_copy(update={"text": None, "points": ()}) if self.lead else self.model_copy(update={"points": ()})


Entry = Annotated[Annotated[Point, Tag("point")] | Annotated[Text, Tag("text")], Discriminator(_form)]


Below: TypeAlias = tuple[SubPoint | Rich, ...]


def _below(points: Below, level: int) -> Iterator[tuple[int, Rich]]:
    for point in points:
        text, further = (point, ()) if isinstance(point, Rich) else (point.text, point.points)
        if text:
            yield level, text
        yield from _below(further, level + 1)


def cut_point(point: Point) -> tuple[Point, Point] | None:
    """A point in two: a long lead, the text, what stands below it, each where it can be cut; the lead stands over both."""
    lead, text = parted(point.lead), parted(point.text)
    if lead and len(str(point.lead)) > LONG_LEAD:
        return Point(lead=lead[0]), point.model_copy(update={"lead": lead[1]})
    if point.points and point.text:
        return point.model_copy(update={"points": ()}), point.model_copy(update={"lead": point.lead or point.text, "text": None})
    if point.points:
        cut = _cut_below(point.points)
        return (point.model_copy(update={"points": cut[0]}), point.model_copy(update={"points": cut[1]})) if cut else None
    if text:
        return point.model_copy(update={"text": text[0]}), point.model_copy(update={"text": text[1]})
    return (Point(lead=lead[0]), point.model_copy(update={"lead": lead[1]})) if lead else None


def _cut_below(points: Below) -> tuple[Below, Below] | None:
    """Points in two: the first and the last of them; or a single one, whose text stands over both halves of what is below it."""
    if len(points) > 1:
        return halves(points)
    only = points[0]
    if isinstance(only, Rich):
        cut = parted(only)
        return ((cut[0],), (cut[1],)) if cut else None
    below = _cut_below(only.points) if only.points else None
    if below:
        return (only.model_copy(update={"points": below[0]}),), (only.model_copy(update={"points": below[1]}),)
    text = parted(only.text)
    if not text:
        return None
    return (only.model_copy(update={"text": text[0], "points": ()}),), (only.model_copy(update={"text": text[1]}),)
