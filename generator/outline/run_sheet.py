"""The trainer's run sheet: what begins when, what to bring, how the room stands, and what to leave out when time runs short."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.blocks.exercise import Exercise
from generator.blocks.quiz import Quiz
from generator.content.model import Room
from generator.content.values import Priority, Rung
from generator.outline.clock import clock
from generator.outline.colophon import Order
from generator.outline.model import Colophon, Deck, Section, Slide
from generator.words import Words

SET_UP, DOORS = 30, 15
"""Minutes before the start at which the room is made ready, and the doors open."""
SPARE = (Priority.COULD, Priority.SHOULD)
"""What may be left out, the first first."""
MOST_MATERIALS = 8
MOST_ROWS = 22
"""As many slides as a page has rows for; a longer deck is told by its sections."""


class RowSort(StrEnum):
    """What happens in a row."""

    BEFORE = "before"
    TEACHING = "teaching"
    BREAK = "break"
    END = "end"


@dataclass(frozen=True, slots=True)
class RunRow:
    """A stretch of time: its clock time, minutes, name, and what happens in one or two lines."""

    clock: str
    minutes: float
    sort: RowSort
    name: str
    told: str = ""
    more: str = ""
    page: int = 0
    """The number of the one slide it is about; 0 for a whole section."""


@dataclass(frozen=True, slots=True)
class RunSheet:
    """A planned run sheet."""

    colophon: Colophon
    role: str
    title: str
    minutes: float
    room: Room
    rows: tuple[RunRow, ...]
    materials: tuple[str, ...]
    late: str
    """What to leave out, or that there is nothing."""


def plan_run_sheet(order: Order, deck: Deck, numbers: Mapping[str, int]) -> RunSheet:
    """The run sheet of a deck. `numbers` has the page number of each visible page by its id."""
    rows = tuple(_rows(order, deck, numbers))
    return RunSheet(
        deck.colophon,
        deck.role,
        deck.name,
        deck.minutes,
        order.tailored.audience.room,
        rows,
        _materials(order.words, deck, order.tailored.audience.room.seats),
        _late(order, numbers),
    )


def _rows(order: Order, deck: Deck, numbers: Mapping[str, int]) -> Iterator[RunRow]:
    words, begins = order.words, order.session.begins
    yield _before(words, "set_up", begins - SET_UP - DOORS, SET_UP)
    yield _before(words, "doors", begins - DOORS, DOORS)
    at: float = begins
    fine = sum(1 for slide in deck.slides if slide.minutes and not slide.hidden) + len(deck.sections) <= MOST_ROWS
    for index, section in enumerate(deck.sections):
        slides = [slide for slide in deck.slides if slide.section == index and not slide.hidden]
        minutes = sum(slide.minutes for slide in slides)
        if not minutes:
            continue
        if fine:
            yield from _by_slide(section, slides, (at, numbers))
        else:
            yield _teaching(words, section, slides, (at, numbers))
        at += minutes
        if section.rest and index < len(deck.sections) - 1:
            yield RunRow(clock(at), section.rest, RowSort.BREAK, words.say("break"), words.say("break_told"))
            at += section.rest
    yield RunRow(clock(at), 0, RowSort.END, words.say("end"), words.say("end_told"))


def _before(words: Words, what: str, at: float, minutes: float) -> RunRow:
    return RunRow(clock(at % (24 * 60)), minutes, RowSort.BEFORE, words.say(what), words.say(f"{what}_told"))


def _by_slide(section: Section, slides: Sequence[Slide], when: tuple[float, Mapping[str, int]]) -> Iterator[RunRow]:
    """A row for each slide that takes time, the section's name at its first."""
    at, numbers = when
    name = section.title
    for slide in slides:
        if slide.minutes:
            title = str(slide.title).replace("\n", " ")
            yield RunRow(clock(at), slide.minutes, RowSort.TEACHING, name, title, page=numbers.get(slide.id, 0))
            at, name = at + slide.minutes, ""


def _teaching(words: Words, section: Section, slides: Sequence[Slide], when: tuple[float, Mapping[str, int]]) -> RunRow:
    at, numbers = when
    pages = [numbers[slide.id] for slide in slides if slide.id in numbers]
    more = words.say("run_slides", first=min(pages), last=max(pages)) if pages else ""
    return RunRow(
        clock(at),
        sum(slide.minutes for slide in slides),
        RowSort.TEACHING,
        section.title,
        section.promise,
        " ".join(part for part in (more, *_activities(words, slides, numbers)) if part),
    )


def _activities(words: Words, slides: Sequence[Slide], numbers: Mapping[str, int]) -> Iterator[str]:
    """The exercises and questions among slides, by their page."""
    for slide in slides:
        for block in slide.blocks:
            page = numbers.get(slide.id)
            if isinstance(block, Exercise) and block.steps and page:
                yield words.say("run_exercise", page=page)
            if isinstance(block, Quiz) and block.then() is not None and page:
                yield words.say("run_quiz", page=page)


def _materials(words: Words, deck: Deck, seats: int) -> tuple[str, ...]:
    """What exercises need, then what every session needs."""
    exercises = (block for slide in deck.slides for block in slide.blocks if isinstance(block, Exercise))
    needed = [str(text) for block in exercises for text in block.material]
    always = words.say("run_materials", seats=seats).split("|")
    return tuple(dict.fromkeys([*needed, *always]))[:MOST_MATERIALS]


def _late(order: Order, numbers: Mapping[str, int]) -> str:
    """The slides that can best be left out, the last first."""
    shown = order.tailored.in_state(Rung.FULL, Rung.BRIEF)
    spare = [cut for priority in SPARE for cut in reversed(shown) if cut.topic.priority is priority]
    pages = [_pages(numbers, cut.topic.id) for cut in spare if cut.topic.id in numbers][:3]
    return order.words.say("run_late", pages=", ".join(pages)) if pages else order.words.say("run_late_none")


def _pages(numbers: Mapping[str, int], topic: str) -> str:
    """The page numbers of a topic, its answer or debrief included, such as 20-21."""
    first, last = numbers[topic], numbers.get(f"{topic}-then", numbers[topic])
    return str(first) if first == last else f"{first}–{last}"
