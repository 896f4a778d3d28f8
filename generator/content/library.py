"""Everything a project says, by id: what reading gives to the rooms that come after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.content.model import EVERYONE, Audience, Fact, Project, Source, Term
from generator.content.subjects import AnySubject, Comparison, Course, Role
from generator.content.topic import Topic
from generator.content.values import Clearance
from generator.kit import Subject
from generator.notation.media import Media

T = TypeVar("T")
PLAIN_COLOUR, PLAIN_SHAPE = "accent6", "circle"
"""How a role looks that states it neither itself nor through the role it is a profile of."""


@dataclass(frozen=True, slots=True)
class Content:
    """A project's content. Every name in it refers to something, once `Findings.raise_errors` has let it pass."""

    project: Project
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    audiences: Mapping[str, Audience]
    """With everything they take from the audiences they extend."""
    roles: Mapping[str, Role]
    """With the colour and the shape they take from the role they are a profile of."""
    comparisons: Mapping[str, Comparison]
    courses: Mapping[str, Course]
    topics: Mapping[str, Topic]
    logo: Media | None = None

    @property
    def subjects(self) -> Mapping[str, AnySubject]:
        """Roles, comparisons and courses by id, in this order."""
        return {**self.roles, **self.comparisons, **self.courses}

    @property
    def looks(self) -> Mapping[str, Subject]:
        """How every role looks wherever it is named, by id."""
        return {
            r.id: Subject(r.id, r.title, r.colour or PLAIN_COLOUR, r.icon, r.badge, r.shape or PLAIN_SHAPE)
            for r in self.roles.values()
        }

    @property
    def readers(self) -> tuple[Audience, ...]:
        """The audiences that documents are made for, by id."""
        return tuple(audience for _, audience in sorted(self.audiences.items()) if not audience.abstract)

    def topics_of(self, subject: str) -> tuple[Topic, ...]:
        """A subject's topics in reading order. Raises KeyError for an unknown subject."""
        return tuple(self.topics[topic] for topic in self.subjects[subject].topics if topic in self.topics)

    def clearance_of(self, thing: Topic | Fact | Source | Term) -> Clearance:
        """A thing's own clearance, or that of unmarked content."""
        return thing.clearance or self.project.unmarked


def told_to(audience: Audience, sayings: Mapping[str, T]) -> T | None:
    """What is said to an audience: its own saying, that of an audience it extends, or `everyone`'s."""
    return next((sayings[name] for name in (*audience.lineage, EVERYONE) if name in sayings), None)


MERGED = ("budget", "reading")
OWN = frozenset({"id", "span", "title", "extends", "abstract", "clearance", "lineage", "terms", *MERGED})


def resolve_audiences(written: Mapping[str, Audience]) -> dict[str, Audience]:
    """The audiences with what they take from those they extend. Unknown and circular `extends` end the chain."""
    resolved: dict[str, Audience] = {}
    for name in written:
        chain = lineage(name, {key: audience.extends for key, audience in written.items()})
        audience = written[chain[-1]]
        for step in reversed(chain[:-1]):
            audience = _inherit(written[step], audience)
        ends = chain if chain[-1] == EVERYONE else (*chain, EVERYONE)
        resolved[name] = audience.model_copy(update={"lineage": ends})
    return resolved


def lineage(name: str, extends: Mapping[str, str | None]) -> tuple[str, ...]:
    """An audience, what it extends, and so on; stops at unknown names and before a circle closes."""
    chain = [name]
    while (above := extends.get(chain[-1])) is not None and above in extends and above not in chain:
        chain.append(above)
    return tuple(chain)


def _inherit(child: Audience, parent: Audience) -> Audience:
    taken = {
        field: getattr(parent, field)
        for field in Audience.model_fields
        if field not in OWN and field not in child.model_fields_set
    }
    budget = parent.budget.model_copy(update={k: getattr(child.budget, k) for k in child.budget.model_fields_set})
    reading = parent.reading.model_copy(update={k: getattr(child.reading, k) for k in child.reading.model_fields_set})
    return child.model_copy(update={**taken, "budget": budget, "reading": reading, "terms": {**parent.terms, **child.terms}})
