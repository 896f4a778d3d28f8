"""Tailor until the laid-out deck keeps its reader's budget: an estimate first, then what the pages really took."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from generator.building.plan import sort_of
from generator.building.workshop import Workshop
from generator.errors import Findings
from generator.layout.slides import LaidOut, lay_deck
from generator.outline.colophon import Order
from generator.outline.decks import plan_deck
from generator.outline.model import Deck, SlideKind
from generator.outline.session import UNSAID, Session
from generator.outline.templates import Template
from generator.tailoring.budget import Purse
from generator.tailoring.courses import budget_of
from generator.tailoring.model import Edition, Tailored
from generator.tailoring.sharing import for_sharing
from generator.tailoring.tailor import tailor

ROUNDS = 3
"""How often a deck with too many slides is tailored again."""
BOUNDLESS = Purse(1e9, 10**9)


@dataclass(frozen=True, slots=True)
class Reader:
    """A subject, the audience it is told to, and how."""

    subject: str
    audience: str
    edition: Edition = Edition.TRAINER
    minutes: int = 0
    """What was asked for; 0: what the audience has."""
    session: Session = UNSAID


@dataclass(frozen=True, slots=True)
class Settled:
    """A reader's cut as it fits the budget, and the deck it was tried on, if the subject has one."""

    tailored: Tailored
    deck: Deck | None
    laid: LaidOut | None
    findings: Findings
    tailoring: Findings
    """The findings that concern the cut, whatever is made of it."""

    @property
    def visible(self) -> int:
        """The number of visible slides; 0 without a deck."""
        return visible(self.laid) if self.laid else 0


def deck_of(workshop: Workshop, template: Template, subject: str) -> Template | None:
    """The template a document's budget is tried on: its own if it makes a deck, else the first deck of such a subject."""
    if not template.is_sheet:
        return template
    sort = sort_of(workshop.material, subject)
    return next((t for t in workshop.templates if not t.is_sheet and sort in t.head.subjects), None)


def settle(workshop: Workshop, reader: Reader, template: Template | None) -> Settled:
    """Cut a subject for a reader: at most three rounds after the first, then T011."""
    budget = purse_of(workshop, reader)
    if template is None:
        return _attempt(workshop, reader, None, BOUNDLESS)  # a budget is for slides; on paper a page is the limit
    fixed = _fixed(workshop, reader, template)
    best: Settled | None = None
    for _ in range(ROUNDS + 1):
        attempt = _attempt(workshop, reader, template, replace(budget, fixed_slides=fixed))
        if best and attempt.findings.errors:
            break  # nothing is left that could go
        best = attempt
        excess = best.visible - budget.slides
        if excess <= 0 or best.findings.errors:
            return best
        fixed += excess
    assert best is not None
    best.findings.warning(
        "T011",
        best.tailored.subject.span,
        f"the deck for {reader.audience} has {best.visible} slides where {budget.slides} are allowed",
        "shorten a topic that needs several slides, or lower a priority",
    )
    return best


def purse_of(workshop: Workshop, reader: Reader) -> Purse:
    """What may be spent: the audience's own budget, the course's, or what was asked for, with slides in proportion."""
    content = workshop.content
    budget = budget_of(content.subjects[reader.subject], content.audiences[reader.audience])
    if not reader.minutes:
        return Purse(budget.minutes, budget.slides)
    slides = math.ceil(budget.slides * max(1.0, reader.minutes / budget.minutes))
    return Purse(reader.minutes, slides, tight=True)


def _attempt(workshop: Workshop, reader: Reader, template: Template | None, purse: Purse) -> Settled:
    tailoring = Findings()
    tailored = _tailored(workshop, reader, purse, tailoring)
    if reader.edition is Edition.SHARE:
        tailored = for_sharing(tailored)
    findings = Findings(list(tailoring.items))
    deck = plan_deck(workshop.material.files, order(workshop, tailored, template, reader), findings) if template else None
    laid = lay_deck(deck, workshop.kit(deck.role), workshop.faces, findings) if deck else None
    return Settled(tailored, deck, laid, findings, tailoring)


def _tailored(workshop: Workshop, reader: Reader, purse: Purse, findings: Findings) -> Tailored:
    content = workshop.content
    return tailor(content, content.subjects[reader.subject], content.audiences[reader.audience], purse, findings)


def order(workshop: Workshop, tailored: Tailored, template: Template, reader: Reader) -> Order:
    """What a document of a template is made from."""
    return Order(workshop.content, tailored, template, workshop.material.words, workshop.epoch, reader.session)


def _fixed(workshop: Workshop, reader: Reader, template: Template) -> int:
    """How many slides the template makes whatever the budget: everything but topics."""
    tailored = _tailored(workshop, reader, BOUNDLESS, Findings())
    deck = plan_deck(workshop.material.files, order(workshop, tailored, template, reader), Findings())
    slides = deck.slides if deck else ()
    return sum(1 for slide in slides if not slide.hidden and not (slide.kind is SlideKind.BODY and slide.topic))


def visible(laid: LaidOut) -> int:
    """How many pages a reader is shown."""
    return sum(1 for page in laid.document.pages if not page.hidden)
