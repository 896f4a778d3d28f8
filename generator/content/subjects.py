"""What is taught, as frozen records: roles, what sets them side by side, and courses about all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self, assert_never

from pydantic import Field, model_validator

from generator.content.model import Budget, Named, Notes, StorySection
from generator.content.values import Day, Id, Level, Line, Said
from generator.notation.records import Record


class Objective(Record):
    """What a learner can do afterwards."""

    id: Id
    text: Said
    for_: str | None = Field(default=None, alias="for")
    clearance: Level | None = None


class Horizon(Record):
    """How far ahead a role looks, on the axis now 0, sprint 1, quarter 2, year 3, three years 4."""

    from_: float = Field(alias="from", ge=0, le=4)
    to: float = Field(ge=0, le=4)

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.from_ >= self.to:
            raise ValueError(f"the horizon goes from {self.from_:g} to {self.to:g}; it must go forward")
        return self


class KeyFact(Record):
    """A label and a value of the header of an engineers' one-pager."""

    label: Line
    value: Said


class Contact(Record):
    """Whom a reader turns to: a heading and lines to fill in."""

    label: Line
    lines: tuple[Said, ...] = Field(min_length=1, max_length=4)


class Teachable(Named):
    """What every subject has: all that a document about it needs besides its topics' text."""

    title: Line
    icon: Line
    pattern: int = Field(default=1, ge=1, le=6)
    """Which tile pattern the title slide shows."""
    updated: Day | None = None
    claim: Mapping[str, Said] = {}
    headline: Mapping[str, Said] = {}
    remember: Mapping[str, Said] = {}
    key_facts: tuple[KeyFact, ...] = Field(default=(), alias="key-facts", max_length=4)
    contact: Contact | None = None
    objectives: tuple[Objective, ...] = ()
    opening: Mapping[str, Notes] = {}


class Role(Teachable):
    """A subject: one role, with the signs that tell it apart."""

    topics: tuple[Id, ...] = Field(min_length=1)
    badge: Annotated[Line, Field(min_length=1, max_length=3)]
    shape: Literal["circle", "square", "hexagon"] | None = None
    """Stated, or that of the role it is a profile of."""
    colour: Line | None = None
    """Stated, or that of the role it is a profile of. The reader resolves names of rolecast.yaml to colour roles of the theme."""
    horizon: Horizon | None = None
    profile_of: Id | None = Field(default=None, alias="profile-of")
    """The role of which this is a special form; such a profile gets one-pagers, but no deck of its own."""

    @model_validator(mode="after")
    def _has_signs(self) -> Self:
        missing = [name for name in ("colour", "shape") if getattr(self, name) is None]
        if missing and self.profile_of is None:
            raise ValueError(f"{missing[0]!r} is missing; only a profile of another role (`profile-of:`) may leave it out")
        return self


class Comparison(Teachable):
    """A subject: two or more roles side by side."""

    topics: tuple[Id, ...] = Field(min_length=1)
    subjects: tuple[Id, ...] = Field(min_length=2, max_length=3)


class Chapter(StorySection):
    """A section of a course: the topics it shows, in this order."""

    parts: tuple[Id, ...] = Field(default=(), max_length=0)
    topics: tuple[Id, ...] = Field(min_length=1)
    subject: Id | None = None
    """The role in whose colour it is told."""
    rest: int = Field(default=0, alias="break", ge=0, le=120)
    """Minutes of a break after it."""
    for_: str | None = Field(default=None, alias="for")
    clearance: Level | None = None


class Course(Teachable):
    """A subject: a whole course, told chapter by chapter."""

    subjects: tuple[Id, ...] = Field(min_length=1, max_length=4)
    """The roles whose names stand on the title slide."""
    budget: Mapping[str, Budget] = {}
    """What an audience has to spend on it; `everyone` is the fallback, and the audience's own budget the last."""
    chapters: tuple[Chapter, ...] = Field(min_length=1, max_length=12)

    @property
    def topics(self) -> tuple[str, ...]:
        """Its topics in reading order, each once."""
        return tuple(dict.fromkeys(topic for chapter in self.chapters for topic in chapter.topics))


AnySubject = Role | Comparison | Course


def sort_of_subject(subject: AnySubject) -> str:
    """What templates call such a subject: `role`, `profile`, `comparison` or `course`."""
    match subject:
        case Role():
            return "profile" if subject.profile_of else "role"
        case Comparison():
            return "comparison"
        case Course():
            return "course"
        case _:
            assert_never(subject)
