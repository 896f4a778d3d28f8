"""Something to do: the task, how long, in which groups and with what, step by step; afterwards what to take from it."""

from __future__ import annotations

from typing import Self

from generator.block import Flow, Overflow, Part, Placed, halves
from generator.blocks._parting import parted
from generator.blocks.exercise.debrief import place_debrief
from generator.blocks.exercise.sheet import flow_debrief, flow_task
from generator.blocks.exercise.slide import place_task
from generator.blocks.exercise.task import Debrief, Lesson, Step, Task
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Debrief", "Exercise", "Lesson", "Step"]


class Exercise(Task):
    """An exercise. Where its steps need two slides, the task stands on both."""

    def split(self) -> tuple[Self, Self] | None:
        """The earlier and the later steps, or points of the debrief; within the text of a single one."""
        parts: tuple[Part, ...] = self.entries or (self.debrief.points if self.debrief else ())
        if len(parts) > 1:
            earlier, later = halves(parts)
            return self._with(earlier), self._with(later).model_copy(update={"first": self.first + len(earlier)})
        cut = parted(getattr(parts[0], "text", None)) if parts else None
        if cut is None:
            return None
        one, other = (parts[0].model_copy(update={"text": text}) for text in cut)
        return self._with((one,)), self._with((other,))

    def _with(self, parts: tuple[Part, ...]) -> Self:
        """The exercise with other steps, or points of its debrief where it is over."""
        if self.steps or not self.debrief:
            return self.model_copy(update={"steps": parts})
        return self.model_copy(update={"debrief": self.debrief.model_copy(update={"points": parts})})

    @property
    def working_minutes(self) -> float | None:
        """What the task takes; the debrief has the rest of its topic's time."""
        return float(self.minutes)

    def shared(self) -> Self:
        """The exercise without its debrief."""
        return self.model_copy(update={"debrief": None}) if self.debrief else self

    def then(self) -> Self | None:
        """What to take from the exercise, under the debrief's title."""
        if not self.debrief or not self.steps:
            return None
        return self.model_copy(update={"title": self.debrief.title, "steps": ()})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Time, groups and material at the left or above; the task over its steps. Or the debrief."""
        return place_debrief(kit, self, self.debrief, box) if self.debrief and not self.steps else place_task(kit, self, box)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """The task, what it takes, and a row a step with a box to tick."""
        return flow_debrief(kit, self.debrief, width) if self.debrief and not self.steps else flow_task(kit, self, width)
