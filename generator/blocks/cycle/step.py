"""A step that goes round: its fields, and the colour of whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.block import Part
from generator.kit import Kit
from generator.notation.inline import Rich, Text

NEUTRAL = "accent6"
"""The colour role of the team."""


class Step(Part):
    """One step of a cycle."""

    title: Text
    text: Text | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A step as it is shown: its number and its colour role."""

    number: int
    step: Step
    role: str

    @property
    def name(self) -> str:
        """How its items' ids begin."""
        return f"step-{self.number}"


@dataclass(frozen=True, slots=True)
class Round:
    """What goes round, and the words in the middle."""

    all: tuple[Shown, ...]
    """Every step that goes round."""
    centre: Rich | None
    first: int = 0
    count: int = 0
    """Which of them stand here, where others stand on another slide: so many from the `first` on; zero for all."""

    @property
    def steps(self) -> tuple[Shown, ...]:
        """The steps that stand here."""
        return self.all[self.first : self.first + self.count] if self.count else self.all

    @property
    def whole(self) -> bool:
        """Whether all steps stand here."""
        return len(self.steps) == len(self.all)

    @property
    def bare(self) -> bool:
        """Whether no step has a text."""
        return not any(step.step.text for step in self.steps)

    def alt(self, kit: Kit) -> str:
        """What the ring shows, in words."""
        titles = [str(step.step.title) for step in self.all]
        return kit.words.say("cycle_alt", steps=", ".join(titles), first=titles[0])


def shown(kit: Kit, steps: Sequence[Step]) -> tuple[Shown, ...]:
    """The steps, numbered. Where some name a subject, the others are the team's."""
    named = any(step.subject for step in steps)
    return tuple(
        Shown(n, step, kit.subject_role(step.subject) if step.subject or not named else NEUTRAL)
        for n, step in enumerate(steps, 1)
    )
