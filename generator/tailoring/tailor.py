"""The one pass: clearance, relevance, variant, terms, budget, references. Later rooms never see what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.block import Block, Depth, Part, facts_of, parts_of
from generator.content.conditions import holds
from generator.content.library import Content, told_to
from generator.content.model import AnySubject, Audience, Fact, Notes
from generator.content.topic import Topic
from generator.content.values import Clearance, Rung
from generator.errors import Findings
from generator.notation.inline import Rich
from generator.tailoring.budget import Purse, spend
from generator.tailoring.model import Cut, Decision, Step, Tailored
from generator.tailoring.rebuild import Changes, rebuild
from generator.tailoring.terms import Vocabulary, vocabulary


@dataclass(slots=True)
class _Pass:
    """What the pass needs at every step, and the decisions it takes."""

    content: Content
    audience: Audience
    names: frozenset[str]
    words: Vocabulary
    decisions: list[Decision] = field(default_factory=list)

    def decide(self, step: Step, unit: str, outcome: str, reason: str, part: Part | Topic) -> None:
        self.decisions.append(Decision(step, unit, outcome, reason, part.span))


def tailor(content: Content, subject: AnySubject, audience: Audience, purse: Purse, findings: Findings) -> Tailored:
    """Cut `subject` for `audience`. Content errors are reported; the result is what could be made of the rest."""
    work = _Pass(content, audience, frozenset(audience.lineage), vocabulary(audience, content.terms))
    cut = [made for topic in content.topics_of(subject.id) if (made := _cut(work, topic)) is not None]
    ordered = _in_story_order(audience, cut)
    choice = spend(tuple(ordered), purse, findings)
    cuts = _with_requirements(work, choice.cuts, findings)
    shown = [c.topic for c in cuts if c.state is not Rung.DROP]
    facts = _facts(work, shown)
    changes = _changes(work, subject.id)
    return Tailored(
        rebuild(subject, changes),
        rebuild(audience, Changes(lambda part: True, work.words.replaced)),
        cuts,
        tuple(o for o in subject.objectives if o.for_ is None or holds(o.for_, work.names)),
        tuple(content.terms[t] for t in _explained(work, shown)),
        facts,
        {f.source: content.sources[f.source] for f in facts.values() if f.source in content.sources},
        (*work.decisions, *choice.decisions),
        choice.spent,
    )


def _cut(work: _Pass, topic: Topic) -> Cut | None:
    """One topic through clearance, relevance, variant and terms; None where it is not for this reader."""
    if not _cleared(work, topic, topic.id) or not _relevant(work, topic, topic.id):
        return None
    varied = _varied(work, topic)
    rebuilt = rebuild(varied, _changes(work, topic.id))
    rebuilt = rebuilt.model_copy(update={"notes": _notes(work, rebuilt)})
    ladder = rebuilt.ladder
    state = ladder[0]
    if state is Rung.HANDOUT:
        work.decide(Step.VARIANT, topic.id, state, "its ladder begins there: for the one-pager only", topic)
        return Cut(rebuilt, state, 0.0)
    brief = Rung.BRIEF in ladder and topic.for_ is None and work.audience.depth is Depth.BRIEF
    if brief:
        work.decide(Step.VARIANT, topic.id, Rung.BRIEF, f"shared with others, and {work.audience.id} prefer brief depth", topic)
    return Cut(rebuilt, Rung.BRIEF if brief else state, rebuilt.minutes)


def _changes(work: _Pass, unit: str) -> Changes:
    return Changes(lambda part: _cleared(work, part, unit) and _relevant(work, part, unit), work.words.replaced)


def _cleared(work: _Pass, part: Part | Topic, unit: str) -> bool:
    """Clearance fails closed: what asks for more than the reader has is left out."""
    asked = work.content.clearance_of(part) if isinstance(part, Topic) else Clearance(part.clearance or Clearance.PUBLIC)
    if work.audience.clearance.may_see(asked):
        return True
    work.decide(Step.CLEARANCE, unit, "withheld", f"{asked} is above {work.audience.clearance} of {work.audience.id}", part)
    return False


def _relevant(work: _Pass, part: Part | Topic, unit: str) -> bool:
    """Relevance fails open: what names no reader is for everyone."""
    if part.for_ is None or holds(part.for_, work.names):
        return True
    work.decide(Step.RELEVANCE, unit, "left out", f"for {part.for_}, not for {work.audience.id}", part)
    return False


def _varied(work: _Pass, topic: Topic) -> Topic:
    """The nearest variant: the audience's own, its parents' in turn, then `brief` where that depth is preferred."""
    wanted = [*work.audience.lineage, *(["brief"] if work.audience.depth is Depth.BRIEF else [])]
    for name in wanted:
        variant = topic.variants.get(name)
        if variant is not None:
            work.decide(Step.VARIANT, topic.id, name, f"its variant for {name}", topic)
            updates = {k: v for k in type(variant).model_fields if k != "span" and (v := getattr(variant, k)) is not None}
            return topic.model_copy(update=updates)
    return topic


def _notes(work: _Pass, topic: Topic) -> dict[str, Notes]:
    """Only this reader's speaker notes, under its own name."""
    note = told_to(work.audience, topic.notes)
    if note is None or not work.audience.clearance.may_see(Clearance(note.clearance or Clearance.PUBLIC)):
        return {}
    return {work.audience.id: rebuild(note, Changes(lambda part: True, work.words.replaced))}


def _in_story_order(audience: Audience, cuts: list[Cut]) -> list[Cut]:
    """Reading order is the storyline's; parts it does not name come last, in the subject's order."""
    parts = [part for section in audience.storyline for part in section.parts]
    place = {part: i for i, part in reversed(list(enumerate(parts)))}
    return sorted(cuts, key=lambda cut: place.get(cut.topic.part, len(parts)))


def _with_requirements(work: _Pass, cuts: tuple[Cut, ...], findings: Findings) -> tuple[Cut, ...]:
    """Report topics whose requirement this reader does not get at all."""
    have = {cut.topic.id for cut in cuts if cut.state is not Rung.DROP}
    for cut in cuts:
        if cut.state is Rung.DROP:
            continue
        for need in cut.topic.requires:
            if need not in have:
                findings.error(
                    "T020",
                    cut.topic.span,
                    f"topic {cut.topic.id!r} requires {need!r}, which {work.audience.id} do not get",
                    "give both the same readers, or drop the requirement",
                )
    return cuts


def _facts(work: _Pass, topics: list[Topic]) -> dict[str, Fact]:
    """The facts the chosen topics name, cleared for this reader."""
    ids = dict.fromkeys(fact for topic in topics for fact in topic_facts(topic))
    facts = {i: work.content.facts[i] for i in ids if i in work.content.facts}
    return {i: fact for i, fact in facts.items() if work.audience.clearance.may_see(fact.clearance or Clearance.PUBLIC)}


def topic_facts(topic: Topic) -> tuple[str, ...]:
    """Every fact a topic names: itself, in its blocks, in what it gives to the one-pager."""
    blocks: tuple[Block, ...] = (*topic.blocks, *(topic.handout or ()))
    return tuple(dict.fromkeys([*topic.facts, *(fact for block in blocks for fact in facts_of(block))]))


def _explained(work: _Pass, topics: list[Topic]) -> tuple[str, ...]:
    """The terms to explain, in order of first use."""
    found: dict[str, None] = {}
    for topic in topics:
        for block in topic.blocks:
            for text in _texts(block):
                found.update(dict.fromkeys(work.words.used(str(text))))
    return tuple(found)


def _texts(block: Block) -> list[Rich]:
    records = [block, *parts_of(block)]
    values = [getattr(r, name) for r in records for name in type(r).model_fields]
    return [v for value in values for v in (value if isinstance(value, tuple) else (value,)) if isinstance(v, Rich)]
