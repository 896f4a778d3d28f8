"""A course for one reader: its chapters take the place of the reader's own storyline, its budget that of the reader's own."""

from __future__ import annotations

from generator.content.library import told_to
from generator.content.model import Audience, Budget
from generator.content.subjects import AnySubject, Course
from generator.tailoring.sieve import Sieve


def budget_of(subject: AnySubject, audience: Audience) -> Budget:
    """What an audience has to spend on a subject."""
    own = told_to(audience, subject.budget) if isinstance(subject, Course) else None
    return own or audience.budget


def attending(sieve: Sieve, subject: AnySubject) -> Audience:
    """The sieve's reader as it attends a subject: with a course's chapters, as far as they are for it, as its storyline.

    A course is long: it always has an agenda, dividers and its objectives.
    """
    if not isinstance(subject, Course):
        return sieve.audience
    unmarked = sieve.content.project.unmarked
    chapters = tuple(chapter for chapter in subject.chapters if sieve.keeps(chapter, chapter.id, unmarked))
    return sieve.audience.model_copy(update={"storyline": chapters, "agenda": True, "dividers": True, "objectives": True})
