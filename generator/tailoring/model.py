"""What tailoring returns: the topics one reader gets, at which depth, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.content.model import Audience, Fact, Source, Term
from generator.content.subjects import AnySubject, Objective
from generator.content.topic import Topic
from generator.content.values import Rung
from generator.source import Span


class Step(StrEnum):
    """The steps of the pass, in their order."""

    CLEARANCE = "clearance"
    RELEVANCE = "relevance"
    VARIANT = "variant"
    TERMS = "terms"
    BUDGET = "budget"
    REFERENCES = "references"


class Edition(StrEnum):
    """Who a file is for."""

    TRAINER = "trainer"
    """With speaker notes, answers and debriefs."""
    SHARE = "share"
    """Without any of them, anywhere in the file."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision about one unit (a topic, or a part of one), and its reason."""

    step: Step
    unit: str
    outcome: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cut:
    """A topic as this reader gets it."""

    topic: Topic
    state: Rung
    minutes: float


@dataclass(frozen=True, slots=True)
class Spent:
    """What the choice costs by estimate, and what there was to spend."""

    minutes: float
    slides: int
    minutes_budget: float
    slides_budget: int


@dataclass(frozen=True, slots=True)
class Tailored:
    """A subject for one audience: nothing in it is meant for anybody else."""

    subject: AnySubject
    audience: Audience
    topics: tuple[Cut, ...]
    objectives: tuple[Objective, ...]
    explained: tuple[Term, ...]
    """Terms this audience wants explained that its topics use, in order of first use."""
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    decisions: tuple[Decision, ...]
    spent: Spent
    edition: Edition = Edition.TRAINER

    def in_state(self, *states: Rung) -> tuple[Cut, ...]:
        """The topics on the given rungs, in reading order."""
        return tuple(cut for cut in self.topics if cut.state in states)
