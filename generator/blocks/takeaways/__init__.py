"""What to keep, in numbered rows, and what to do next, dated, on solid colour beside them."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Flow, Overflow, Placed, halves
from generator.blocks._parting import parted
from generator.blocks._room import choose
from generator.blocks.takeaways.parts import Keep, NextStep
from generator.blocks.takeaways.sheet import flow_takeaways
from generator.blocks.takeaways.slide import draw_takeaways, settings
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Keep", "NextStep", "Takeaways"]


class Takeaways(Block):
    """The end of a deck."""

    kind: Literal["takeaways"] = "takeaways"
    points: tuple[Keep, ...] = Field(min_length=1, max_length=12)
    next: tuple[NextStep, ...] = Field(default=(), max_length=3)
    first: int = Field(default=1, validation_alias="\0first")
    """The number of the first point, where earlier ones stand on the slide before."""

    def split(self) -> tuple[Self, Self] | None:
        """The first and the last points, what to do next with the last.

        Of one point what to do next stands on a slide of its own, as points; a long one goes on under the same number.
        """
        if len(self.points) < 2:
            return self._cut()
        first, second = halves(self.points)
        later = {"points": second, "first": self.first + len(first)}
        return self.model_copy(update={"points": first, "next": ()}), self.model_copy(update=later)

    def _cut(self) -> tuple[Self, Self] | None:
        if self.next:
            steps = tuple(Keep(title=step.when, text=step.text, facts=step.facts) for step in self.next)
            return self.model_copy(update={"next": ()}), self.model_copy(update={"points": steps, "next": (), "first": 1})
        cut = _halved(self.points[0]) if self.points else None
        return (self.model_copy(update={"points": (cut[0],)}), self.model_copy(update={"points": (cut[1],)})) if cut else None

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Rows with large numbers; the steps on a panel at their right, or below them in a narrow box."""
        if not self.points:
            return Placed(())
        chosen = choose(settings(kit, (self.points, self.next), box, self.first), lambda s: s.taken(), box.h)
        return chosen if isinstance(chosen, Overflow) else Placed(tuple(draw_takeaways(chosen)))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """Numbered rows, then a row for each step."""
        return flow_takeaways(kit, (self.points, self.next), width)


def _halved(point: Keep) -> tuple[Keep, Keep] | None:
    text, title = parted(point.text), parted(point.title)
    if text and (not title or len(str(point.text)) >= len(str(point.title))):
        return point.model_copy(update={"text": text[0]}), point.model_copy(update={"text": text[1]})
    return (Keep(title=title[0]), point.model_copy(update={"title": title[1]})) if title else None
