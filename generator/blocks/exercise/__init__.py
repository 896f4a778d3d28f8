"""Something to do: the task, how long, in which groups and with what, step by step; afterwards what to take from it."""

from __future__ import annotations

from typing import Self

from generator.block import Flow, Overflow, Placed
from generator.blocks.exercise.debrief import place_debrief
from generator.blocks.exercise.sheet import flow_debrief, flow_task
from generator.blocks.exercise.slide import place_task
from generator.blocks.exercise.task import Debrief, Lesson, Step, Task
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Debrief", "Exercise", "Lesson", "Step"]


class Exercise(Task):
    """An exercise. It is not split: who works on it looks at all of it."""

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
