"""Read-only views of the tailored model: all that a template may see."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.content.model import StorySection
from generator.content.subjects import Chapter
from generator.content.values import Rung
from generator.tailoring.model import Cut, Tailored

View = Mapping[str, object]

GLOSSARY_FROM = 3
"""Fewer terms than this are explained in the notes alone; a slide for them would be empty."""


def view_of(tailored: Tailored) -> dict[str, object]:
    """What a deck or sheet template sees: subject, audience, sections with their topics, topics by rung, words."""
    shown = tailored.in_state(Rung.FULL, Rung.BRIEF)
    audience = tailored.audience
    return {
        "subject": _frozen({"id": tailored.subject.id, "title": tailored.subject.title}),
        "audience": _frozen(
            {
                "id": audience.id,
                "title": audience.title,
                "agenda": audience.agenda,
                "dividers": audience.dividers,
                "objectives": audience.objectives and bool(tailored.objectives),
                "sources": audience.sources and bool(tailored.sources),
                "glossary": audience.depth == "full"
                and len(tailored.explained) >= GLOSSARY_FROM
                and all(cut.topic.part != "words" for cut in shown),
                "header": audience.sheet.header,
            }
        ),
        "sections": tuple(_section(tailored, i, shown) for i in range(len(audience.storyline)) if _topics(tailored, i, shown)),
        "loose": tuple(_topic(cut) for cut in shown if not _placed(tailored, cut)),
        "backup": tuple(_topic(cut) for cut in tailored.in_state(Rung.BACKUP)),
        "handout": tuple(_topic(cut) for cut in _for_sheet(tailored)),
    }


def _section(tailored: Tailored, index: int, shown: tuple[Cut, ...]) -> View:
    section = tailored.audience.storyline[index]
    topics = _topics(tailored, index, shown)
    return _frozen({"id": section.id, "title": str(section.title), "topics": tuple(_topic(cut) for cut in topics)})


def _topics(tailored: Tailored, index: int, shown: tuple[Cut, ...]) -> tuple[Cut, ...]:
    """The topics of one section: those whose part it is the first to list, ordered by its parts."""
    return tuple(cut for cut in shown if section_of(tailored, cut) == index)


def section_of(tailored: Tailored, cut: Cut) -> int:
    """The number of the first section that takes the topic, by its part or by its name; -1 where none does."""
    return next((i for i, section in enumerate(tailored.audience.storyline) if _takes(section, cut)), -1)


def _takes(section: StorySection, cut: Cut) -> bool:
    return cut.topic.id in section.topics if isinstance(section, Chapter) else cut.topic.part in section.parts


def _placed(tailored: Tailored, cut: Cut) -> bool:
    return section_of(tailored, cut) >= 0


def _for_sheet(tailored: Tailored) -> tuple[Cut, ...]:
    """The topics of a one-pager: by the sheet's parts, then what the budget sent to the handout."""
    parts = dict.fromkeys(tailored.audience.sheet.parts)
    alive = tailored.in_state(Rung.FULL, Rung.BRIEF, Rung.BACKUP, Rung.HANDOUT)
    planned = [cut for part in parts for cut in alive if cut.topic.part == part and Rung.HANDOUT in cut.topic.ladder]
    sent = [cut for cut in alive if cut.state is Rung.HANDOUT and cut not in planned]
    return (*planned, *sent)


def _topic(cut: Cut) -> View:
    topic = cut.topic
    return _frozen(
        {
            "id": topic.id,
            "part": topic.part,
            "title": str(topic.title),
            "state": cut.state.value,
            "columns": topic.columns,
            "minutes": cut.minutes,
        }
    )


def _frozen(values: dict[str, object]) -> View:
    return MappingProxyType(values)
