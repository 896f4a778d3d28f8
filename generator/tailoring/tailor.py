"""The one pass: clearance, relevance, variant, terms, budget, references. Later rooms never see what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.block import Block, Depth, facts_of
from generator.content.library import Content, told_to
from generator.content.model import EVERYONE, Audience, Fact, Source, Term
from generator.content.subjects import AnySubject, Chapter, Course, Objective
from generator.content.topic import Topic, Variant
from generator.content.values import Rung
from generator.errors import Findings
from generator.notation.inline import Rich
from generator.notation.records import Record
from generator.tailoring.budget import Offer, Purse, brief_minutes, is_aside, spend
from generator.tailoring.courses import attending
from generator.tailoring.model import Cut, Step, Tailored
from generator.tailoring.rebuild import Changes, rebuild
from generator.tailoring.sieve import LEFT_OUT, Sieve
from generator.tailoring.terms import Use, Vocabulary, vocabulary

R = TypeVar("R", bound=Record)
OWN_WORDS = "words"
"""The part whose topics explain terms, so that nothing is replaced in them."""


@dataclass(frozen=True, slots=True)
class _Pass:
    """What the pass needs at every step."""

    sieve: Sieve
    words: Vocabulary

    @property
    def audience(self) -> Audience:
        return self.sieve.audience

    def rebuilt(self, record: R, unit: str, *, by_itself: bool = False, reword: bool = True) -> R | None:
        """`record` as the reader gets it; what is in it needs marks of its own where it does not stand within a marked thing."""
        sieve, used = self.sieve, dict[Use, None]()
        unmarked = {"unmarked": sieve.content.project.unmarked} if by_itself else {}

        def text(before: Rich) -> Rich:
            after, uses = self.words.reworded(before) if reword else (before, ())
            used.update(dict.fromkeys(uses))
            return after

        def lost(gone: Record) -> None:
            sieve.decide(Step.RELEVANCE, unit, (LEFT_OUT, "nothing of it is left that makes sense by itself"), gone)

        new = rebuild(record, Changes(lambda part: sieve.keeps(part, unit, **unmarked), text, sieve.shows_fact, lost))
        for use in used if new else ():
            sieve.decide(Step.TERMS, unit, ("reworded", f"{self.audience.id} say {use.say!r} for {use.form!r}"), record)
        return new


def tailor(content: Content, subject: AnySubject, audience: Audience, purse: Purse, findings: Findings) -> Tailored:
    """Cut `subject` for `audience`, within `purse`.

    Content errors are reported (T010 where the musts do not fit, T020 where a requirement is missing); the result is what
    could be made of the rest. Nothing in it, its decisions apart, comes from what the reader may not see.
    """
    sieve = Sieve(content, audience)
    work = _Pass(replace(sieve, audience=attending(sieve, subject)), vocabulary(audience, content.terms))
    offers = [offer for topic in _topics(work, subject) if (offer := _offer(work, topic)) is not None]
    offers = _in_story_order(work.audience, offers)
    choice = spend(offers, purse, audience.span, findings)
    _check_requirements(work, choice.cuts, findings)
    objectives = _objectives(work, subject)
    cuts = _known(choice.cuts, {cut.topic.id for cut in choice.cuts}, {objective.id for objective in objectives})
    shown = [cut.topic for cut in cuts if cut.state is not Rung.DROP]
    facts, sources = _evidence(work, shown)
    explained = _explained(work, shown)
    return Tailored(
        subject=_subject(work, subject, cuts, objectives),
        audience=_audience(work, explained),
        topics=cuts,
        objectives=objectives,
        explained=explained,
        facts=facts,
        sources=sources,
        decisions=(*work.sieve.decisions, *choice.decisions),
        spent=choice.spent,
    )


def tailor_blocks(content: Content, audience: Audience, blocks: Sequence[Block], unit: str) -> tuple[Block, ...]:
    """Blocks that stand in no topic, such as a template's own, as `audience` gets them."""
    work = _Pass(Sieve(content, audience), vocabulary(audience, content.terms))
    kept = (block for block in blocks if work.sieve.keeps(block, unit))
    return tuple(made for block in kept if (made := work.rebuilt(block, unit)) is not None)


def topic_facts(topic: Topic) -> tuple[str, ...]:
    """Every fact a topic names: itself, in its blocks, in what it gives to the one-pager."""
    blocks: tuple[Block, ...] = (*topic.blocks, *(topic.handout or ()))
    return tuple(dict.fromkeys([*topic.facts, *(fact for block in blocks for fact in facts_of(block))]))


def texts_of(topic: Topic) -> tuple[Rich, ...]:
    """Every text of a topic's slide, in reading order: its title and what its blocks say."""
    return (topic.title, *(text for block in topic.blocks for text in _texts(block)))


def _texts(value: object) -> Iterator[Rich]:
    match value:
        case Rich():
            yield value
        case Record():
            for name in type(value).model_fields:
                yield from _texts(getattr(value, name))
        case tuple():
            for entry in value:
                yield from _texts(entry)


def _topics(work: _Pass, subject: AnySubject) -> tuple[Topic, ...]:
    """The subject's topics in reading order; of a course only those of chapters that are for the reader."""
    topics = work.sieve.content.topics_of(subject.id)
    if not isinstance(subject, Course):
        return topics
    chapters = {topic for chapter in work.audience.storyline if isinstance(chapter, Chapter) for topic in chapter.topics}
    return tuple(topic for topic in topics if topic.id in chapters)


def _offer(work: _Pass, topic: Topic) -> Offer | None:
    """One topic through clearance, relevance, variant and terms; None where it is not for this reader."""
    if not work.sieve.keeps(topic, topic.id, work.sieve.content.clearance_of(topic)):
        return None
    name = next((n for n in work.audience.lineage if n != EVERYONE and n in topic.variants), None)
    name = name or (Depth.BRIEF if Depth.BRIEF in topic.variants and work.audience.depth is Depth.BRIEF else None)
    name = name or (EVERYONE if EVERYONE in topic.variants else None)
    full = _said(work, topic, name)
    if full is None:
        return None
    if name:
        told = (str(name), f"its variant for {name} is the nearest to {work.audience.id}")
        work.sieve.decide(Step.VARIANT, topic.id, told, topic)
    brief = full
    if name in (None, EVERYONE) and Depth.BRIEF in topic.variants and Rung.BRIEF in topic.ladder:
        brief = _said(work, topic, Depth.BRIEF) or full
    by_variant = topic.variants[Depth.BRIEF].minutes if brief is not full or name == Depth.BRIEF else None
    minutes = brief_minutes(full) if by_variant is None else by_variant
    return Offer(full, _start(work, topic, topic.variants[name] if name else None), brief, minutes)


def _said(work: _Pass, topic: Topic, name: str | None) -> Topic | None:
    """What a topic says by its variant of this name, with only this reader's notes; None where nothing is left of it."""
    varied = topic
    if name is not None:
        variant = topic.variants[name]
        changes = {key: value for key in Variant.model_fields if key != "span" and (value := getattr(variant, key)) is not None}
        varied = topic.model_copy(update=changes)
    own = varied.model_copy(update={"variants": {}, "notes": work.sieve.notes(topic.notes, topic.id)})
    made = work.rebuilt(own, topic.id, reword=topic.part != OWN_WORDS)
    if made is None or (is_aside(made.blocks[0]) and not is_aside(own.blocks[0])):
        work.sieve.decide(Step.RELEVANCE, topic.id, (LEFT_OUT, "its main block is left out"), topic)
        return None
    return made


def _start(work: _Pass, topic: Topic, variant: Variant | None) -> Rung:
    """The rung a topic starts on: its ladder's first, or `brief` for what is shared with others and this reader wants short."""
    first, reader = topic.ladder[0], work.audience
    shared = topic.for_ is None and (variant is None or variant.blocks is None or reader.id not in topic.variants)
    if first is Rung.FULL and Rung.BRIEF in topic.ladder and shared and reader.depth is Depth.BRIEF:
        told = (Rung.BRIEF.value, f"it is shared with others, and {reader.id} prefer brief depth")
        work.sieve.decide(Step.VARIANT, topic.id, told, topic)
        return Rung.BRIEF
    if first is not Rung.FULL:
        work.sieve.decide(Step.VARIANT, topic.id, (first.value, "its ladder begins there"), topic)
    return first


def _in_story_order(audience: Audience, offers: list[Offer]) -> list[Offer]:
    """Reading order is the storyline's; parts it does not name come last, in the subject's order."""
    parts = list(dict.fromkeys(part for section in audience.storyline for part in section.parts))
    place = {part: index for index, part in enumerate(parts)}
    return sorted(offers, key=lambda offer: place.get(offer.topic.part, len(parts)))


def _check_requirements(work: _Pass, cuts: Sequence[Cut], findings: Findings) -> None:
    """Report topics whose requirement this reader does not get at all; the budget alone never takes one away."""
    have = {cut.topic.id for cut in cuts}
    for cut in cuts:
        for need in cut.topic.requires:
            if need not in have:
                message = f"topic {cut.topic.id!r} requires {need!r}, which {work.audience.id} do not get"
                hint = "give both the same readers, or drop the requirement"
                findings.error("T020", cut.topic.span, message, hint)


def _known(cuts: Iterable[Cut], topics: set[str], objectives: set[str]) -> tuple[Cut, ...]:
    """The cuts without ids of what this reader does not get, for an id can say as much as a text; of dropped ones the name."""

    def known(cut: Cut) -> Topic:
        requires = tuple(name for name in cut.topic.requires if name in topics)
        served = tuple(name for name in cut.topic.objectives if name in objectives)
        nothing: dict[str, object] = {"blocks": (), "handout": None, "notes": {}, "facts": ()} if cut.state is Rung.DROP else {}
        return cut.topic.model_copy(update={"requires": requires, "objectives": served, **nothing})

    return tuple(Cut(known(cut), cut.state, cut.minutes) for cut in cuts)


def _objectives(work: _Pass, subject: AnySubject) -> tuple[Objective, ...]:
    unmarked = work.sieve.content.project.unmarked
    kept = (objective for objective in subject.objectives if work.sieve.keeps(objective, objective.id, unmarked))
    return tuple(made for objective in kept if (made := work.rebuilt(objective, objective.id)) is not None)


def _subject(work: _Pass, subject: AnySubject, cuts: Sequence[Cut], objectives: tuple[Objective, ...]) -> AnySubject:
    """The subject with what it says to this reader only, under the reader's own name."""
    reader = work.audience
    said = {key: told_to(reader, getattr(subject, key)) for key in ("claim", "headline", "remember")}
    updates: dict[str, object] = {key: {} if text is None else {reader.id: text} for key, text in said.items()}
    ids = {cut.topic.id for cut in cuts}
    if isinstance(subject, Course):
        updates.update({"chapters": (), "budget": {}})  # they are the storyline and the purse by now
    else:
        updates["topics"] = tuple(name for name in subject.topics if name in ids)
    updates["opening"] = work.sieve.notes(subject.opening, subject.id, work.sieve.content.project.unmarked)
    updates["objectives"] = ()  # they went through the sieve already
    made = work.rebuilt(subject.model_copy(update=updates), subject.id)
    assert made is not None, "a subject needs nothing that can be left out"
    return made.model_copy(update={"objectives": objectives})


def _audience(work: _Pass, explained: Sequence[Term]) -> Audience:
    """The audience, its vocabulary spent: what was replaced is replaced, what is explained is known."""
    names = {term.id for term in explained}
    terms = {name: use for name, use in sorted(work.audience.terms.items()) if use.explain and name in names}
    made = work.rebuilt(work.audience.model_copy(update={"terms": terms}), work.audience.id, by_itself=True)
    assert made is not None, "an audience needs nothing that can be left out"
    return made


def _evidence(work: _Pass, topics: Sequence[Topic]) -> tuple[dict[str, Fact], dict[str, Source]]:
    """The facts the chosen topics name and where they come from, as far as this reader may see each."""
    content, sieve = work.sieve.content, work.sieve
    named = dict.fromkeys(fact for topic in topics for fact in topic_facts(topic))
    facts = {name: content.facts[name] for name in named if sieve.shows_fact(name)}
    origins = dict.fromkeys(fact.source for fact in facts.values() if fact.source in content.sources)
    sources = {name: content.sources[name] for name in origins if sieve.shows(content.sources[name])}
    known = {name: fact if fact.source in sources else fact.model_copy(update={"source": ""}) for name, fact in facts.items()}
    return known, sources


def _explained(work: _Pass, topics: Sequence[Topic]) -> tuple[Term, ...]:
    """The terms to explain that this reader may see, in order of first use, themselves in this reader's words."""
    terms = work.sieve.content.terms
    used = dict.fromkeys(name for topic in topics for text in texts_of(topic) for name in work.words.explained(text))
    cleared = (terms[name] for name in used if work.sieve.shows(terms[name]))
    return tuple(made for term in cleared if (made := work.rebuilt(term, term.id)) is not None)
