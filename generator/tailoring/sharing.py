"""A cut as it may be handed out: no speaker notes, no answers, nothing that only those would say."""

from __future__ import annotations

from dataclasses import replace

from generator.content.topic import Topic
from generator.tailoring.model import Cut, Edition, Tailored
from generator.tailoring.tailor import topic_facts


def for_sharing(tailored: Tailored) -> Tailored:
    """The share edition of a cut: the same topics on the same rungs."""
    topics = tuple(Cut(_shared(cut.topic), cut.state, cut.minutes) for cut in tailored.topics)
    said = {fact for cut in topics for fact in topic_facts(cut.topic)}
    facts = {name: fact for name, fact in tailored.facts.items() if name in said}
    named = {fact.source for fact in facts.values()}
    storyline = tuple(section.model_copy(update={"notes": None}) for section in tailored.audience.storyline)
    return replace(
        tailored,
        subject=tailored.subject.model_copy(update={"opening": {}}),
        audience=tailored.audience.model_copy(update={"storyline": storyline}),
        topics=topics,
        facts=facts,
        sources={name: source for name, source in tailored.sources.items() if name in named},
        edition=Edition.SHARE,
    )


def _shared(topic: Topic) -> Topic:
    blocks = tuple(block.shared() for block in topic.blocks)
    handout = topic.handout and tuple(block.shared() for block in topic.handout)
    return topic.model_copy(update={"blocks": blocks, "handout": handout, "notes": {}})
