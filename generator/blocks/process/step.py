"""A step's fields, and who decides it: somebody named, or the team where the others have somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.block import Part
from generator.kit import Kit
from generator.notation.inline import Rich, Text

NEUTRAL = "accent6"
"""The colour role of the team."""


class Step(Part):
    """One step. `gives` is what is handed over at its end."""

    title: Text
    text: Text | None = None
    subject: str | None = None
    gives: Text | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A step as it is shown: its number, its colour role, and who decides (nobody where no step names anybody)."""

    number: int
    step: Step
    role: str
    decider: str

    @property
    def name(self) -> str:
        """How its items' ids begin."""
        return f"step-{self.number}"

    @property
    def is_teams(self) -> bool:
        """Whether the team decides it."""
        return self.role == NEUTRAL

    @property
    def title(self) -> Rich:
        """The title behind its number, held together by a no-break space."""
        return Rich((*Rich.plain(f"{self.number}\u00a0").fragments, *self.step.title.fragments))


def shown(kit: Kit, steps: Sequence[Step], first: int = 1) -> tuple[Shown, ...]:
    """The steps in their order, numbered from `first`. Where some name a subject, the others are the team's."""
    named = any(step.subject for step in steps)
    found = []
    for number, step in enumerate(steps, first):
        if step.subject:
            found.append(Shown(number, step, kit.subject_role(step.subject), kit.subjects[step.subject].name))
        else:
            found.append(Shown(number, step, NEUTRAL if named else kit.role, kit.words.say("the_team") if named else ""))
    return tuple(found)
