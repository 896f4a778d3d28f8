"""What an exercise says: the task, how long and with what, its steps, and what to talk about afterwards."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Discriminator, Field, Tag

from generator.block import Block, Part
from generator.notation.inline import Rich, Text


def _form(value: object) -> str:
    return "text" if isinstance(value, str | Rich) else "step"


class Step(Part):
    """One step, and perhaps a sentence on it."""

    title: Text
    text: Text | None = None


Entry = Annotated[Annotated[Step, Tag("step")] | Annotated[Text, Tag("text")], Discriminator(_form)]


class Lesson(Part):
    """One thing to take from the exercise."""

    title: Text
    text: Text | None = None


class Debrief(Part):
    """What stands on the slide after the exercise."""

    title: Text
    points: tuple[Lesson, ...] = Field(min_length=2, max_length=4)


class Task(Block):
    """The fields of an exercise. One without steps is over: it shows its debrief."""

    later: ClassVar[tuple[str, ...]] = ("debrief",)

    kind: Literal["exercise"] = "exercise"
    task: Text
    minutes: int = Field(ge=1, le=480)
    groups: Text | None = None
    material: tuple[Text, ...] = Field(default=(), max_length=5)
    steps: tuple[Entry, ...] = Field(min_length=2, max_length=5)
    debrief: Debrief | None = None
    first: int = Field(default=1, validation_alias="\0first")
    """The number of the first step, or point of the debrief, where earlier ones stand on the slide before."""

    @property
    def entries(self) -> tuple[Step, ...]:
        """The steps, those that are a text alone among them."""
        return tuple(step if isinstance(step, Step) else Step(title=step) for step in self.steps)
