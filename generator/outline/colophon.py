"""What every page says about its document: title, reader, classification, date, source key."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.content.library import Content
from generator.content.subjects import AnySubject, Role
from generator.content.values import Rung
from generator.kit import Subject
from generator.outline.model import Colophon
from generator.outline.session import UNSAID, Session
from generator.outline.templates import Template
from generator.tailoring.model import Tailored
from generator.words import Words

UNDATED = date(2026, 1, 1)
"""The date of content that states none."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a document is made from."""

    content: Content
    tailored: Tailored
    template: Template
    words: Words
    epoch: date | None = None
    """A date to use instead of the content's own."""
    session: Session = UNSAID


def colophon(order: Order) -> Colophon:
    """The colophon of the document an order asks for."""
    tailored, project = order.tailored, order.content.project
    subject, audience = tailored.subject, tailored.audience
    return Colophon(
        id=f"{subject.id}-{order.template.head.document}-{audience.id}",
        code=f"{subject.id}-{order.template.head.document}",
        title=f"{subject.title}: {order.template.head.title}",
        audience=audience.title,
        classification=order.words.say(f"clearance_{audience.clearance}"),
        organisation=project.organisation,
        author=project.organisation or project.title,
        date=order.epoch or _newest(tailored),
        language=order.words.language,
        source_key=key_of(tailored)[:8],
        session=order.session,
        keywords=(subject.title, audience.title, order.template.head.document),
    )


def key_of(tailored: Tailored) -> str:
    """SHA-256 of what the reader gets: the same for the same words, whatever else changed in the content."""
    said = (
        tailored.subject,
        tailored.audience,
        tuple(cut for cut in tailored.topics if cut.state is not Rung.DROP),
        tailored.objectives,
        tailored.explained,
        tailored.facts,
        tailored.sources,
    )
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _newest(tailored: Tailored) -> date:
    dates = [cut.topic.updated for cut in tailored.topics if cut.state is not Rung.DROP and cut.topic.updated]
    if tailored.subject.updated:
        dates.append(tailored.subject.updated)
    return max(dates, default=UNDATED)


def shown_subjects(subject: AnySubject, looks: Mapping[str, Subject]) -> tuple[Subject, ...]:
    """The subject itself, or the roles that a comparison or a course is about."""
    names = (subject.id,) if isinstance(subject, Role) else subject.subjects
    return tuple(looks[name] for name in names)
