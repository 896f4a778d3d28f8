"""What a timeline says: phases, their points and what is there by then."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.block import Block, Part
from generator.notation.inline import Rich, Text


class Point(Part):
    """Something that happens in a phase, where it has readers or facts of its own."""

    text: Text


class Phase(Part):
    """One stretch of time; a point is text or a mapping with `text`."""

    when: Text
    title: Text
    points: tuple[Text | Point, ...] = Field(min_length=1, max_length=3)
    outcome: Text | None = None

    @property
    def said(self) -> tuple[Rich, ...]:
        """The words of the points."""
        return tuple(point.text if isinstance(point, Point) else point for point in self.points)


class Phases(Block):
    """The fields of a timeline."""

    kind: Literal["timeline"] = "timeline"
    phases: tuple[Phase, ...] = Field(min_length=3, max_length=8)
    label: Text | None = None
    """What stands over the outcomes instead of "By then"."""
