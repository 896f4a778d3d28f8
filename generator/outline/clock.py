"""The running clock in a deck's notes: when each slide begins and ends, and how much time the deck has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.outline.model import Slide
from generator.outline.session import Session
from generator.words import Words


def timed(slides: Sequence[Slide], breaks: Mapping[str, float], session: Session, words: Words) -> tuple[Slide, ...]:
    """The slides, each note of a visible one beginning with the clock.

    `breaks` has the minutes of a break before the slide of that id. Without a start the clock begins at 0:00.
    """
    total = sum(slide.minutes for slide in slides if not slide.hidden) + sum(breaks.values())
    at = float(session.begins)
    end = clock(at + total)
    made = []
    for slide in slides:
        if slide.hidden:
            made.append(slide)
            continue
        at += breaks.get(slide.id, 0)
        line = _line(words, at, slide.minutes, end)
        said = () if slide.notes == (words.say("note_none"),) else slide.notes
        made.append(replace(slide, starts=at - session.begins, notes=(line, *said)))
        at += slide.minutes
    return tuple(made)


def _line(words: Words, at: float, minutes: float, end: str) -> str:
    if minutes:
        return words.say("note_clock", start=clock(at), end=clock(at + minutes), n=f"{minutes:g}", total=end)
    return words.say("note_clock_at", start=clock(at), total=end)


def clock(minutes: float) -> str:
    """Minutes as hours and minutes, such as 0:07 or 14:30."""
    whole = int(minutes + 0.5)
    return f"{whole // 60 % 24}:{whole % 60:02d}"
