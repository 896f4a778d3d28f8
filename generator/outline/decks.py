"""Turn a deck template's output into a planned deck: topics looked up, agenda, sources and notes resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from generator.block import Block, Depth
from generator.blocks import AnyBlock
from generator.blocks.agenda import Agenda, AgendaEntry
from generator.blocks.bullets import Bullets
from generator.content.library import told_to
from generator.content.model import StorySection, Term
from generator.content.subjects import Chapter
from generator.content.values import Rung, Said
from generator.errors import Findings, did_you_mean
from generator.files import Files
from generator.notation.inline import Rich
from generator.notation.records import Record
from generator.outline.clock import timed
from generator.outline.colophon import Order, colophon, shown_subjects
from generator.outline.model import Deck, Section, Slide, SlideKind, Wish
from generator.outline.speech import afterwards, aims, explanations, speech
from generator.outline.templates import read_items, run
from generator.outline.views import section_of, view_of
from generator.outline.written import evidence, glossary
from generator.source import Span
from generator.tailoring.budget import half_minutes
from generator.tailoring.model import Cut, Edition
from generator.tailoring.tailor import tailor_blocks, texts_of
from generator.tailoring.terms import vocabulary

COMPARISON_COLOUR = "dk1"
NEEDS = {"topic": "topic", "divider": "section", "blocks": "blocks"}
"""The key that a sort of slide makes no sense without."""
LATER = 0.4
"""The share of a topic's time that the slide after a question or an exercise takes."""
ON_SLIDES = (Rung.FULL, Rung.BRIEF, Rung.BACKUP)


class SlideItem(Record):
    """One list item of a deck template's output."""

    slide: Literal["cover", "agenda", "objectives", "divider", "topic", "glossary", "sources", "blocks"]
    section: str | None = None
    topic: str | None = None
    hidden: bool = False
    title: Said | None = None
    blocks: tuple[AnyBlock, ...] = ()
    layout: str | None = None
    """A layout of the theme by its name, in place of the one the rules choose."""


@dataclass(slots=True)
class _Plan:
    """A deck while it is being planned."""

    order: Order
    findings: Findings
    sections: list[str]
    cuts: dict[str, Cut]
    """The topics that may stand on a slide."""
    unexplained: dict[str, Term]
    """Terms that no slide has explained yet."""
    slides: list[Slide] = field(default_factory=list)
    agendas: set[str] = field(default_factory=set)
    """The ids of slides that list the sections, which are known at the end only."""

    def add(self, slide: Slide) -> None:
        """Add a slide; its id is made unique where Rolecast chose it."""
        taken = {*self.cuts, *(s.id for s in self.slides)} - {slide.topic}
        ids = (slide.id if n == 1 else f"{slide.id}-{n}" for n in range(1, len(taken) + 2))
        self.slides.append(replace(slide, id=next(name for name in ids if name not in taken)))


def plan_deck(files: Files, order: Order, findings: Findings) -> Deck | None:
    """Run the order's template and plan the deck it lists; None and findings where that fails.

    Findings: C004 to C007, C020 and C021 for its items, O001 to O005 for the template.
    """
    tailored = order.tailored
    rendered = run(files, order.template, view_of(tailored), findings)
    items = read_items(rendered, SlideItem, findings) if rendered else None
    if items is None:
        return None
    before = len(findings.errors)
    cuts = {cut.topic.id: cut for cut in tailored.in_state(*ON_SLIDES)}
    known = [section.id for section in tailored.audience.storyline]
    plan = _Plan(order, findings, _sections(items, known), cuts, {term.id: term for term in tailored.explained})
    for item, span in items:
        if _makes_sense(plan, item, span, known):
            _add(plan, item, span)
    return _deck(plan) if len(findings.errors) == before else None


def _sections(items: Sequence[tuple[SlideItem, Span]], known: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(item.section for item, _ in items if item.section in known and item.section))


def _makes_sense(plan: _Plan, item: SlideItem, span: Span, known: Sequence[str]) -> bool:
    """Whether an item has what its sort of slide needs, and names only what there is."""
    findings = plan.findings
    before = len(findings.errors)
    need = NEEDS.get(item.slide)
    if need and not getattr(item, need):
        findings.error("C006", span, f"a slide of sort {item.slide!r} needs {need!r}", f"write `{need}:` below it")
    if item.section is not None and item.section not in known:
        findings.error(
            "C020", span, f"there is no section {item.section!r} in this audience's storyline", did_you_mean(item.section, known)
        )
    if item.slide == "topic" and item.topic:
        if item.topic not in plan.cuts:
            message = f"topic {item.topic!r} is not among this reader's topics for slides"
            findings.error("C020", span, message, did_you_mean(item.topic, plan.cuts))
        elif any(slide.topic == item.topic for slide in plan.slides):
            findings.error("C021", span, f"topic {item.topic!r} stands on a slide already", "list each topic once")
    return len(findings.errors) == before


def _add(plan: _Plan, item: SlideItem, span: Span) -> None:
    """The slide an item asks for; none where there would be nothing on it."""
    before = len(plan.slides)
    _add_plain(plan, item, span)
    wish = Wish(item.layout, span) if item.layout else None
    if wish:
        plan.slides[before:] = [replace(slide, layout=wish) for slide in plan.slides[before:]]


def _add_plain(plan: _Plan, item: SlideItem, span: Span) -> None:
    """The slide without the layout that its item may ask for."""
    tailored, words = plan.order.tailored, plan.order.words
    section = plan.sections.index(item.section) if item.section else -1
    minutes = round(_minutes(plan))
    match item.slide:
        case "cover":
            _cover(plan, item.title)
        case "agenda" if plan.sections:
            _simple(plan, "agenda", _agenda_title(plan, minutes), Agenda.of(()), span)
            plan.agendas.add(plan.slides[-1].id)
        case "objectives" if tailored.objectives:
            points = tuple(objective.text for objective in tailored.objectives)
            title = words.counted("objectives_title", len(points), minutes=minutes)
            _simple(plan, "objectives", title, Bullets.model_construct(points=points), span)
        case "divider":
            _divider(plan, item, section, span)
        case "topic":
            _topic(plan, item, section)
        case "glossary" if tailored.explained:
            _simple(plan, "glossary", words.say("glossary_title"), glossary(words, tailored.explained), span)
        case "sources" if tailored.sources:
            title = words.counted("sources_title", len(tailored.sources))
            _simple(plan, "sources", title, evidence(tailored.sources.values()), span)
        case "blocks":
            _blocks(plan, item, section, span)


def _agenda_title(plan: _Plan, minutes: int) -> str:
    """What the agenda's slide is called: how many steps, in which time."""
    titles = {story.id: str(story.title) for story in plan.order.tailored.audience.storyline}
    first = titles.get(plan.sections[0], "")
    return plan.order.words.counted("agenda_title", len(plan.sections), minutes=minutes, first=first)


def _minutes(plan: _Plan) -> float:
    return sum(cut.minutes for cut in plan.order.tailored.in_state(Rung.FULL, Rung.BRIEF))


def _simple(plan: _Plan, name: str, title: str, block: Block, span: Span) -> None:
    """A slide that Rolecast itself writes."""
    words = plan.order.words
    notes = speech(words, None, (words.say(f"note_{name}"),))
    eyebrow = words.say(f"eyebrow_{name}")
    plan.add(Slide(name, SlideKind.BODY, Rich.plain(title), span, (block,), notes, eyebrow=eyebrow))


def _cover(plan: _Plan, title: Rich | None) -> None:
    tailored, words = plan.order.tailored, plan.order.words
    headline = title or told_to(tailored.audience, tailored.subject.headline) or Rich.plain(tailored.subject.title)
    notes = speech(words, told_to(tailored.audience, tailored.subject.opening), aims(words, tailored.objectives))
    plan.add(Slide("cover", SlideKind.COVER, headline, tailored.subject.span, notes=notes))


def _divider(plan: _Plan, item: SlideItem, section: int, span: Span) -> None:
    story = next(s for s in plan.order.tailored.audience.storyline if s.id == item.section)
    notes, role = speech(plan.order.words, story.notes), _role(plan, story)
    name = f"section-{story.id}"
    plan.add(Slide(name, SlideKind.DIVIDER, story.title, span, notes=notes, section=section, hidden=item.hidden, role=role))


def _role(plan: _Plan, story: StorySection | None) -> str:
    """The colour role of a chapter that is about one role."""
    subject = story.subject if isinstance(story, Chapter) else None
    return plan.order.content.looks[subject].colour if subject else ""


def _topic(plan: _Plan, item: SlideItem, section: int) -> None:
    cut = plan.cuts[item.topic or ""]
    topic, tailored = cut.topic, plan.order.tailored
    hidden = item.hidden or cut.state is Rung.BACKUP
    depth = Depth.BRIEF if cut.state is Rung.BRIEF else Depth.FULL
    new = () if hidden else explanations(plan.order.words, _first_used(plan, cut))
    said = told_to(tailored.audience, topic.notes)
    blocks = tuple(block.shorten(depth) for block in topic.blocks)
    next_ = next((more for block in blocks if (more := block.then()) is not None), None)
    later = _later(cut, blocks) if next_ else 0
    slide = Slide(
        topic.id,
        SlideKind.BODY,
        topic.title,
        topic.span,
        blocks,
        speech(plan.order.words, said, new),
        section,
        topic.id,
        hidden=hidden,
        minutes=cut.minutes - later,
        role=_role(plan, _story(plan, item.section)),
        layout=Wish(topic.layout, topic.span) if topic.layout else None,
    )
    plan.add(slide)
    if next_ is not None:
        title, notes = next_.title or topic.title, afterwards(plan.order.words, said)
        plan.add(replace(slide, id=f"{topic.id}-then", title=title, blocks=(next_,), notes=notes, minutes=later))


def _later(cut: Cut, blocks: Sequence[Block]) -> float:
    """What is left of a topic's minutes for the slide after its own."""
    asked = next((block.working_minutes for block in blocks if block.working_minutes), None)
    return max(0.5, cut.minutes - asked) if asked and asked < cut.minutes else half_minutes(cut.minutes * LATER)


def _story(plan: _Plan, name: str | None) -> StorySection | None:
    return next((story for story in plan.order.tailored.audience.storyline if story.id == name), None)


def _first_used(plan: _Plan, cut: Cut) -> tuple[Term, ...]:
    """The terms to explain that no earlier slide has used."""
    words = vocabulary(plan.order.tailored.audience, plan.unexplained)
    names = dict.fromkeys(name for text in texts_of(cut.topic) for name in words.explained(text))
    return tuple(plan.unexplained.pop(name) for name in names)


def _blocks(plan: _Plan, item: SlideItem, section: int, span: Span) -> None:
    """A slide that the template itself writes; for this reader, as everything else."""
    content, tailored = plan.order.content, plan.order.tailored
    audience = content.audiences.get(tailored.audience.id, tailored.audience)
    blocks = tailor_blocks(content, audience, item.blocks, plan.order.template.head.document)
    if blocks:
        title = item.title or Rich.plain(tailored.subject.title)
        notes = speech(plan.order.words, None)
        name = f"slide-{len(plan.slides) + 1}"
        plan.add(Slide(name, SlideKind.BODY, title, span, blocks, notes, section, hidden=item.hidden))


def _deck(plan: _Plan) -> Deck | None:
    tailored = plan.order.tailored
    if not plan.slides:
        message = f"nothing the template lists is for {tailored.audience.id}"
        plan.findings.error("O005", Span(plan.order.template.path, 1, 1), message, "list at least a cover")
        return None
    sections = tuple(_section(plan, name, i) for i, name in enumerate(plan.sections))
    agenda = Agenda.of(tuple(AgendaEntry(s.title, s.promise, s.minutes, s.first_slide) for s in sections))
    subjects = shown_subjects(tailored.subject, plan.order.content.looks)
    return Deck(
        colophon=colophon(plan.order),
        subjects=subjects,
        role=subjects[0].colour if len(subjects) == 1 else COMPARISON_COLOUR,
        icon=tailored.subject.icon,
        pattern=tailored.subject.pattern,
        name=tailored.subject.title,
        subtitle=told_to(tailored.audience, tailored.subject.claim) or Rich(()),
        minutes=_minutes(plan),
        sections=sections,
        slides=_spoken(plan, sections, tuple(replace(s, blocks=(agenda,)) if s.id in plan.agendas else s for s in plan.slides)),
    )


def _section(plan: _Plan, name: str, index: int) -> Section:
    tailored = plan.order.tailored
    number, story = next((i, s) for i, s in enumerate(tailored.audience.storyline) if s.id == name)
    cuts = tailored.in_state(Rung.FULL, Rung.BRIEF)
    minutes = sum(cut.minutes for cut in cuts if section_of(tailored, cut) == number)
    slides = [slide for slide in plan.slides if slide.section == index]
    first = next((slide.id for slide in slides if not slide.hidden), slides[0].id if slides else "")
    rest = story.rest if isinstance(story, Chapter) else 0
    return Section(name, str(story.title), str(story.promise or ""), minutes, first, rest)


def _spoken(plan: _Plan, sections: Sequence[Section], slides: tuple[Slide, ...]) -> tuple[Slide, ...]:
    """The slides with the running clock in their notes; for sharing, without any notes."""
    if plan.order.tailored.edition is Edition.SHARE:
        return tuple(replace(slide, notes=()) for slide in slides)
    breaks = {after.first_slide: before.rest for before, after in pairwise(sections) if before.rest}
    return timed(slides, breaks, plan.order.session, plan.order.words)
