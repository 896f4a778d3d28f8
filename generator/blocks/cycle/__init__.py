"""Three to six steps that go round: a ring of arrows, and what happens in each of them beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Depth, Flow, Overflow, Placed
from generator.blocks._parting import parted
from generator.blocks._room import choose
from generator.blocks.cycle.around import Around, around
from generator.blocks.cycle.rows import Rows, ringless, rows
from generator.blocks.cycle.sheet import flow_cycle
from generator.blocks.cycle.step import Round, Step, shown
from generator.geometry import Box, Length
from generator.kit import Kit
from generator.notation.inline import Rich, Text

__all__ = ["Cycle", "Step"]


class Cycle(Block):
    """Three to six steps, the last of which leads to the first again."""

    kind: Literal["cycle"] = "cycle"
    steps: tuple[Step, ...] = Field(min_length=3, max_length=6)
    centre: Text | None = None
    part: tuple[int, int] = Field(default=(0, 0), validation_alias="\0part")
    """Which of the steps stand here: the first of them and how many; none for all."""

    def shorten(self, depth: Depth) -> Self:
        """At brief depth the titles alone."""
        if depth is not Depth.BRIEF or not any(step.text for step in self.steps):
            return self
        return self.model_copy(update={"steps": tuple(step.model_copy(update={"text": None}) for step in self.steps)})

    def split(self) -> tuple[Self, Self] | None:
        """The earlier and the later steps, each time beside the whole ring; within the text of a single step."""
        first, count = self.part[0], self.part[1] or len(self.steps)
        if count > 1:
            earlier = (count + 1) // 2
            one, other = (first, earlier), (first + earlier, count - earlier)
            return self.model_copy(update={"part": one}), self.model_copy(update={"part": other, "centre": None})
        cut = parted(self.steps[first].text) if count == 1 else None
        return (self._with(first, cut[0]), self._with(first, cut[1])) if cut else None

    def _with(self, number: int, text: Rich) -> Self:
        """The cycle with another text at a step."""
        step = self.steps[number].model_copy(update={"text": text})
        return self.model_copy(update={"steps": (*self.steps[:number], step, *self.steps[number + 1 :])})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """A ring between cards where four or six steps have the width, else beside them; rows with a way back in small boxes."""
        chosen = choose(_settings(kit, self._told(kit), box), lambda setting: setting.taken(), box.h)
        return chosen if isinstance(chosen, Overflow) else Placed(tuple(chosen.draw()), self._told(kit).alt(kit))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """A small ring beside the steps; in a narrow column a list with a way back."""
        return flow_cycle(kit, self._told(kit), width)

    def _told(self, kit: Kit) -> Round:
        return Round(shown(kit, self.steps), self.centre, *self.part)


def _settings(kit: Kit, told: Round, box: Box) -> Iterator[Around | Rows]:
    """All ways to set the steps, the best-looking first; type below 18 points comes last."""
    for texts in ((24, 20, 18), (16,)):
        yield from around(kit, told, box, texts)
        yield from rows(kit, told, box, texts)
    yield from ringless(kit, told, box, (20, 18, 16))
