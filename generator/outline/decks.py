"""Turn a deck template's output into a planned deck: topics looked up, agenda, sources and notes resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pydantic import Field

from generator.block import Block
from generator.blocks import AnyBlock
from generator.blocks.agenda import Agenda, AgendaEntry
from generator.blocks.bullets import Bullets
from generator.blocks.sources import SourceEntry, Sources
from generator.blocks.table import Table
from generator.content.library import told_to
from generator.content.model import Source
from generator.content.values import Rung, Said
from generator.errors import Findings, did_you_mean
from generator.files import Files
from generator.notation.inline import Rich
from generator.notation.records import Record, read_record
from generator.outline.colophon import Order, colophon, shown_subjects
from generator.outline.model import Deck, Section, Slide, SlideKind
from generator.outline.speech import aims, explanations, speech
from generator.outline.templates import Rendered, run
from generator.outline.views import section_of, view_of
from generator.source import Span
from generator.tailoring.model import Cut

DECK_COLOUR = {"comparison": "accent1"}


class SlideItem(Record):
    """One list item of a deck template's output."""

    slide: Literal["cover", "agenda", "objectives", "divider", "topic", "glossary", "sources", "blocks"]
    section: str | None = None
    topic: str | None = None
    hidden: bool = False
    title: Said | None = None
    blocks: tuple[AnyBlock, ...] = ()


@dataclass(slots=True)
class _Plan:
    """A deck while it is being planned."""

    order: Order
    findings: Findings
    sections: list[str]
    slides: list[Slide] = field(default_factory=list)
    explained: bool = False


def plan_deck(files: Files, order: Order, findings: Findings) -> Deck | None:
    """Run the order's template and plan the deck it lists; None and findings where that fails."""
    rendered = run(files, order.template, view_of(order.tailored), findings)
    items = _read(rendered, findings) if rendered else None
    if rendered is None or items is None:
        return None
    plan = _Plan(order, findings, _sections(items))
    for item in items:
        _add(plan, item, rendered.origin(item.span))
    return _deck(plan)


def _read(rendered: Rendered, findings: Findings) -> tuple[SlideItem, ...] | None:
    """The items of an output, findings put at the template lines that wrote them."""
    inner = Findings()
    value = rendered.tree.value
    entries = value if isinstance(value, tuple) else ()
    items = [read_record(rendered.tree.at((i,)), SlideItem, inner) for i in range(len(entries))]
    if not entries:
        findings.error(
            "O005", rendered.origin(rendered.tree.span), "the template lists no slide", "write items such as `- slide: cover`"
        )
    for finding in inner.items:
        findings.error(finding.code, rendered.origin(finding.span), finding.message, finding.hint)
    kept = tuple(item for item in items if item is not None)
    return kept if kept and not inner.errors else None


def _sections(items: tuple[SlideItem, ...]) -> list[str]:
    return list(dict.fromkeys(item.section for item in items if item.section))


def _add(plan: _Plan, item: SlideItem, span: Span) -> None:
    tailored = plan.order.tailored
    section = plan.sections.index(item.section) if item.section else -1
    match item.slide:
        case "cover":
            _cover(plan, span)
        case "agenda":
            title = plan.order.words.say("agenda_title", n=len(plan.sections), minutes=round(_minutes(plan)))
            _simple(plan, "agenda", title, Agenda.of(()), span)
        case "objectives":
            points = tuple({"text": o.text} for o in tailored.objectives)
            title = plan.order.words.say("objectives_title", minutes=round(_minutes(plan)))
            _simple(plan, "objectives", title, Bullets.model_validate({"kind": "bullets", "points": points}), span)
        case "divider":
            _divider(plan, item, section, span)
        case "topic":
            _topic(plan, item, section, span)
        case "glossary":
            _glossary(plan, span)
        case "sources":
            _sources(plan, span)
        case "blocks":
            title_text = item.title or Rich.plain(tailored.subject.title)
            plan.slides.append(_slide(plan, f"slide-{len(plan.slides) + 1}", title_text, item.blocks, span, section))


def _minutes(plan: _Plan) -> float:
    return sum(cut.minutes for cut in plan.order.tailored.in_state(Rung.FULL, Rung.BRIEF))


def _slide(plan: _Plan, name: str, title: Rich, blocks: tuple[Block, ...], span: Span, section: int = -1) -> Slide:
    return Slide(name, SlideKind.BODY, title, span, blocks, speech(plan.order.words, None), section)


def _simple(plan: _Plan, name: str, title: str, block: Block, span: Span) -> None:
    """A slide that Rolecast itself writes."""
    notes = speech(plan.order.words, None, extra=(plan.order.words.say(f"note_{name}"),))
    plan.slides.append(
        Slide(name, SlideKind.BODY, Rich.plain(title), span, (block,), notes, eyebrow=plan.order.words.say(f"eyebrow_{name}"))
    )


def _cover(plan: _Plan, span: Span) -> None:
    tailored, words = plan.order.tailored, plan.order.words
    headline = told_to(tailored.audience, tailored.subject.headline) or Rich.plain(tailored.subject.title)
    notes = speech(words, told_to(tailored.audience, tailored.subject.opening), extra=aims(words, tailored.objectives))
    plan.slides.append(Slide("cover", SlideKind.COVER, headline, span, notes=notes))


def _divider(plan: _Plan, item: SlideItem, section: int, span: Span) -> None:
    story = next((s for s in plan.order.tailored.audience.storyline if s.id == item.section), None)
    if story is None:
        known = did_you_mean(item.section or "", [s.id for s in plan.order.tailored.audience.storyline])
        plan.findings.error("C020", span, f"section {item.section!r} does not exist", known)
        return
    notes = speech(plan.order.words, story.notes)
    plan.slides.append(Slide(f"section-{story.id}", SlideKind.DIVIDER, story.title, span, notes=notes, section=section))


def _topic(plan: _Plan, item: SlideItem, section: int, span: Span) -> None:
    cuts = {cut.topic.id: cut for cut in plan.order.tailored.topics}
    cut = cuts.get(item.topic or "")
    if cut is None:
        plan.findings.error(
            "C020", span, f"topic {item.topic!r} is not among this reader's topics", did_you_mean(item.topic or "", cuts)
        )
        return
    blocks = (
        tuple(b.shorten(plan.order.tailored.audience.depth) for b in cut.topic.blocks)
        if cut.state is Rung.BRIEF
        else cut.topic.blocks
    )
    first_explained = () if plan.explained else explanations(plan.order.words, plan.order.tailored.explained)
    plan.explained = True
    note = told_to(plan.order.tailored.audience, cut.topic.notes)
    notes = speech(plan.order.words, note, cut.minutes, first_explained)
    plan.slides.append(
        Slide(
            cut.topic.id,
            SlideKind.BODY,
            cut.topic.title,
            cut.topic.span,
            blocks,
            notes,
            section,
            cut.topic.id,
            hidden=item.hidden,
        )
    )


def _glossary(plan: _Plan, span: Span) -> None:
    words = plan.order.words
    rows = tuple({"cells": (Rich.plain(t.name[:1].upper() + t.name[1:]), t.means)} for t in plan.order.tailored.explained)
    columns = ({"title": words.say("word")}, {"title": words.say("means")})
    table = Table.model_validate({"kind": "table", "columns": columns, "rows": rows})
    _simple(plan, "glossary", words.say("glossary_title"), table, span)


def _sources(plan: _Plan, span: Span) -> None:
    entries = tuple(_entry(source) for source in plan.order.tailored.sources.values())
    _simple(plan, "sources", plan.order.words.say("sources_title"), Sources.of(entries), span)


def _entry(source: Source) -> SourceEntry:
    detail = " · ".join(part for part in (source.author, source.date, source.note) if part)
    return SourceEntry(title=source.title, detail=detail, url=source.url or "")


def _deck(plan: _Plan) -> Deck:
    tailored = plan.order.tailored
    sections = tuple(_section(plan, name, i) for i, name in enumerate(plan.sections))
    agenda = Agenda.of(
        tuple(AgendaEntry(title=s.title, promise=s.promise, minutes=s.minutes, slide=s.first_slide) for s in sections)
    )
    slides = tuple(
        Slide(s.id, s.kind, s.title, s.span, (agenda,), s.notes, s.section, s.topic, s.eyebrow, s.hidden)
        if s.id == "agenda"
        else s
        for s in plan.slides
    )
    subjects = shown_subjects(tailored.subject, plan.order.content.looks)
    return Deck(
        colophon=colophon(plan.order),
        subjects=subjects,
        role=subjects[0].colour if len(subjects) == 1 else DECK_COLOUR["comparison"],
        icon=tailored.subject.icon,
        pattern=tailored.subject.pattern,
        name=tailored.subject.title,
        subtitle=told_to(tailored.audience, tailored.subject.claim) or Rich(()),
        minutes=_minutes(plan),
        sections=sections,
        slides=slides,
    )


def _section(plan: _Plan, name: str, index: int) -> Section:
    story = next(s for s in plan.order.tailored.audience.storyline if s.id == name)
    cuts: tuple[Cut, ...] = plan.order.tailored.in_state(Rung.FULL, Rung.BRIEF)
    number = plan.order.tailored.audience.storyline.index(story)
    minutes = sum(cut.minutes for cut in cuts if section_of(plan.order.tailored, cut) == number)
    first = next((s.id for s in plan.slides if s.section == index), "")
    return Section(name, str(story.title), str(story.promise or ""), minutes, first)
