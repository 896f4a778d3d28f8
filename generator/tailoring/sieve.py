"""What one reader gets: clearance fails closed, relevance fails open, and each refusal is written down with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.block import Part
from generator.content.conditions import holds
from generator.content.library import Content
from generator.content.model import EVERYONE, Audience, Fact, Notes, Source, Term
from generator.content.subjects import Chapter, Objective
from generator.content.topic import Topic
from generator.content.values import Clearance
from generator.notation.records import Record
from generator.tailoring.model import Decision, Step

MARKED = Part | Topic | Notes | Objective | Chapter
"""Records that may state a clearance of their own."""
WITHHELD, LEFT_OUT = "withheld", "left out"


@dataclass(frozen=True, slots=True)
class Sieve:
    """One reader, and the decisions taken for this reader so far."""

    content: Content
    audience: Audience
    decisions: list[Decision] = field(default_factory=list)

    def decide(self, step: Step, unit: str, told: tuple[str, str], thing: Record) -> None:
        """Write down a decision about `thing`, told as outcome and reason; once, however often it is taken."""
        decision = Decision(step, unit, *told, thing.span)
        if decision not in self.decisions:
            self.decisions.append(decision)

    def keeps(self, thing: Record, unit: str, unmarked: Clearance = Clearance.PUBLIC) -> bool:
        """Whether the reader gets `thing`, which has the clearance `unmarked` where it states none.

        What stands within a thing that the reader gets needs no mark: the default. What stands by itself has the project's.
        """
        if not isinstance(thing, MARKED):
            return True
        return self._cleared(thing, unit, unmarked) and self._relevant(thing, unit)

    def shows(self, thing: Fact | Source | Term) -> bool:
        """Whether the reader may see a fact, a source or a term."""
        asked = self.content.clearance_of(thing)
        return self._may_see(asked, thing.id, f"it is {asked}", thing)

    def shows_fact(self, name: str) -> bool:
        """Whether the reader may see the fact of this id."""
        return name in self.content.facts and self.shows(self.content.facts[name])

    def notes(self, notes: Mapping[str, Notes], unit: str, unmarked: Clearance = Clearance.PUBLIC) -> dict[str, Notes]:
        """The speaker notes said to this reader, under its own name: of those that it may see, the nearest."""
        for name in dict.fromkeys((*self.audience.lineage, EVERYONE)):
            if name in notes and self.keeps(notes[name], unit, unmarked):
                return {self.audience.id: notes[name]}
        return {}

    def _cleared(self, thing: MARKED, unit: str, unmarked: Clearance) -> bool:
        own = _level(thing.clearance)
        asked = own or unmarked
        if not self._may_see(asked, unit, f"it is {asked}" if own else f"it states no clearance and counts as {asked}", thing):
            return False
        said = thing.facts if isinstance(thing, Part | Topic) else ()
        facts = (self.content.facts[name] for name in said if name in self.content.facts)
        # A fact without a mark leaves it to the text that says it; a marked one must not be said around its mark.
        return all(
            self._may_see(f.clearance, unit, f"it says {f.id}, which is {f.clearance}", thing) for f in facts if f.clearance
        )

    def _may_see(self, asked: Clearance, unit: str, why: str, thing: Record) -> bool:
        reader = self.audience
        if reader.clearance.may_see(asked):
            return True
        reason = f"{why}, which is more than {reader.id} may see ({reader.clearance})"
        self.decide(Step.CLEARANCE, unit, (WITHHELD, reason), thing)
        return False

    def _relevant(self, thing: MARKED, unit: str) -> bool:
        condition = None if isinstance(thing, Notes) else thing.for_
        if holds(condition, frozenset(self.audience.lineage)):
            return True
        self.decide(Step.RELEVANCE, unit, (LEFT_OUT, f"it is for {condition}, not for {self.audience.id}"), thing)
        return False


def _level(stated: str | None) -> Clearance | None:
    """A stated clearance; the highest where nobody knows what is meant."""
    return None if stated is None else Clearance(stated) if stated in list(Clearance) else Clearance.CONFIDENTIAL
