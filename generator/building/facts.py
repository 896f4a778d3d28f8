"""F001: what a subject's topics name and no document shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.block import facts_of
from generator.building.entry import Entry
from generator.content.library import Content
from generator.content.topic import Topic
from generator.errors import Diagnostic, Severity


def named_by(topic: Topic) -> tuple[str, ...]:
    """Every fact a topic names: as a whole, in a block, on the one-pager, in a variant."""
    blocks = [*topic.blocks, *(topic.handout or ())]
    for variant in topic.variants.values():
        blocks += [*(variant.blocks or ()), *(variant.handout or ())]
    return tuple(dict.fromkeys([*topic.facts, *(fact for block in blocks for fact in facts_of(block))]))


def unshown_facts(content: Content, entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """A warning for each fact that some topic of a subject names and none of the documents shows on a visible page."""
    shown = {fact for entry in entries for fact in entry.facts_shown}
    names: dict[str, list[str]] = {}
    for subject in content.subjects:
        for topic in content.topics_of(subject):
            for fact in named_by(topic):
                names.setdefault(fact, []).append(topic.id)
    for fact in sorted(names.keys() - shown):
        topics = ", ".join(dict.fromkeys(names[fact]))
        yield Diagnostic(
            "F001",
            content.facts[fact].span,
            f"fact {fact!r} is shown in no document, though topics name it: {topics}",
            "show the block that says it to some reader at full depth, or name the fact nowhere",
            Severity.WARNING,
        )
