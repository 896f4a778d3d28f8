"""Make one unit: tailor, plan, lay, check, write bytes. A pure function of the workshop and the unit."""

from __future__ import annotations

from dataclasses import dataclass

from generator.backends import FORMATS
from generator.block import facts_of
from generator.building.plan import Unit
from generator.building.workshop import Workshop
from generator.checks import check_pages
from generator.content.values import Rung
from generator.errors import Diagnostic, Findings
from generator.layout.paper import PAPERS
from generator.layout.sheets import lay_sheet
from generator.layout.slides import LaidOut, lay_deck
from generator.outline.colophon import Order
from generator.outline.decks import plan_deck
from generator.outline.model import Deck, SlideKind
from generator.outline.onepagers import plan_sheet
from generator.outline.templates import Template
from generator.source import Span
from generator.tailoring.budget import Purse
from generator.tailoring.model import Tailored
from generator.tailoring.tailor import tailor

ROUNDS = 3
"""How often a deck with too many slides is tailored again."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """The bytes of one file and where they go."""

    path: str
    format: str
    data: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What the build report says about a unit; plain values, ready for JSON."""

    unit: Unit
    minutes: float
    budget: dict[str, float]
    topics: dict[str, str]
    decisions: tuple[dict[str, str], ...]
    shown: dict[str, tuple[str, ...]]
    """The ids of pages that say each fact."""
    facts: tuple[str, ...]
    """Every fact the reader's topics name."""
    cut: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A unit's files, its entry in the report, and findings."""

    files: tuple[MadeFile, ...]
    entry: Entry
    findings: tuple[Diagnostic, ...]


def make(workshop: Workshop, unit: Unit) -> Made:
    """Make all files of `unit`. Findings are part of the result; nothing is written."""
    findings = Findings()
    template = next(t for t in workshop.templates if t.head.document == unit.document)
    settled = settle(workshop, unit, findings)
    order = _order(workshop, settled.tailored, template)
    laid = _sheets(workshop, unit, order, findings) if template.is_sheet else _deck(workshop, unit, settled, template, findings)
    files: list[MadeFile] = []
    for path, out, format_ in laid:
        if not findings.errors:
            pages = sum(1 for page in out.document.pages if not page.hidden)
            files.append(MadeFile(path, format_, FORMATS[format_].write(out.document), pages))
    outs = [out for _, out, _ in laid]
    for out in {id(out): out for out in outs}.values():
        findings.items.extend(check_pages(out.document))
    return Made(tuple(files), _entry(unit, settled.tailored, outs), tuple(dict.fromkeys(findings.items)))


@dataclass(frozen=True, slots=True)
class Settled:
    """A reader's cut that fits its budget as laid out, and the deck if the subject has one."""

    tailored: Tailored
    deck: Deck | None
    laid: LaidOut | None


def settle(workshop: Workshop, unit: Unit, findings: Findings) -> Settled:
    """Tailor until the laid-out deck keeps the budget: at most three rounds, then a finding."""
    audience = workshop.content.audiences[unit.audience]
    template = _deck_template(workshop, unit)
    purse = Purse(audience.budget.minutes, audience.budget.slides)
    if template is None:
        return Settled(_tailor(workshop, unit, purse, findings), None, None)
    loose = plan_deck(
        workshop.files, _order(workshop, _tailor(workshop, unit, Purse(1e9, 10**9), Findings()), template), Findings()
    )
    fixed = _fixed(loose) if loose else 0
    for attempt in range(ROUNDS + 1):
        inner = Findings()
        tailored = _tailor(workshop, unit, Purse(purse.minutes, purse.slides, fixed), inner)
        deck = plan_deck(workshop.files, _order(workshop, tailored, template), inner)
        laid = lay_deck(deck, workshop.kit(deck.role), workshop.faces, inner) if deck else None
        excess = _visible(laid) - audience.budget.slides if laid else 0
        if excess <= 0 or inner.errors or attempt == ROUNDS:
            break
        fixed += excess
    if laid and excess > 0 and not inner.errors:
        inner.warning(
            "T011",
            tailored.subject.span,
            f"the deck for {unit.audience} has {_visible(laid)} slides where {audience.budget.slides} are allowed",
            "shorten a topic that needs several slides, or lower a priority",
        )
    findings.items.extend(inner.items)
    return Settled(tailored, deck, laid)


def _tailor(workshop: Workshop, unit: Unit, purse: Purse, findings: Findings) -> Tailored:
    content = workshop.content
    return tailor(content, content.subjects[unit.subject], content.audiences[unit.audience], purse, findings)


def _deck_template(workshop: Workshop, unit: Unit) -> Template | None:
    """The unit's own template if it makes a deck, else the first deck made of such a subject."""
    own = next(t for t in workshop.templates if t.head.document == unit.document)
    if not own.is_sheet:
        return own
    sort = "role" if unit.subject in workshop.content.roles else "comparison"
    return next((t for t in workshop.templates if not t.is_sheet and sort in t.head.subjects), None)


def _order(workshop: Workshop, tailored: Tailored, template: Template) -> Order:
    return Order(workshop.content, tailored, template, workshop.words, workshop.epoch)


def _fixed(deck: Deck) -> int:
    return sum(1 for slide in deck.slides if not slide.hidden and not (slide.kind is SlideKind.BODY and slide.topic))


def _visible(laid: LaidOut) -> int:
    return sum(1 for page in laid.document.pages if not page.hidden)


Laid = list[tuple[str, LaidOut, str]]
"""Path, pages and format of each file to write."""


def _deck(workshop: Workshop, unit: Unit, settled: Settled, template: Template, findings: Findings) -> Laid:
    if settled.laid is None:
        if not findings.errors:
            findings.error("O005", Span(template.path), "the template made no deck", "see the findings above")
        return []
    return [(unit.path(FORMATS[name].suffix), settled.laid, name) for name in unit.formats]


def _sheets(workshop: Workshop, unit: Unit, order: Order, findings: Findings) -> Laid:
    sheet = plan_sheet(workshop.files, order, findings)
    if sheet is None:
        return []
    kit = workshop.kit(sheet.role)
    laid = [(paper, lay_sheet(sheet, kit, PAPERS[paper], workshop.faces, findings)) for paper in unit.papers]
    return [(unit.path(FORMATS[name].suffix, paper), out, name) for paper, out in laid for name in unit.formats]


def _entry(unit: Unit, tailored: Tailored, outs: list[LaidOut]) -> Entry:
    topics = {cut.topic.id: cut.topic for cut in tailored.topics}
    shown: dict[str, dict[str, None]] = {}
    for out in outs:
        for place in out.shown:
            if place.hidden:
                continue
            own = topics[place.topic].facts if place.topic in topics else ()
            for fact in (*own, *(f for block in place.blocks for f in facts_of(block))):
                shown.setdefault(fact, {})[place.page] = None
    dropped = tuple(dict.fromkeys(topic for out in outs for topic in out.dropped))
    cut = tuple(c.topic.id for c in tailored.in_state(Rung.BACKUP, Rung.DROP))
    spent = tailored.spent
    return Entry(
        unit,
        spent.minutes,
        {"minutes": spent.minutes_budget, "slides": spent.slides_budget, "slides_estimated": spent.slides},
        {c.topic.id: c.state.value for c in tailored.topics},
        tuple(
            {"step": d.step.value, "unit": d.unit, "outcome": d.outcome, "reason": d.reason, "at": str(d.span)}
            for d in tailored.decisions
        ),
        {fact: tuple(pages) for fact, pages in sorted(shown.items())},
        tuple(sorted(tailored.facts)),
        dropped if any(out.dropped for out in outs) else cut,
    )
