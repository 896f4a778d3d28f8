"""Speaker notes: what to say, what to ask, which words to explain."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.model import Notes, Term
from generator.content.subjects import Objective
from generator.words import Words


def speech(words: Words, notes: Notes | None, extra: Sequence[str] = ()) -> tuple[str, ...]:
    """The notes of one slide, one paragraph each; never empty."""
    lines: list[str] = []
    if notes and notes.say:
        lines.append(str(notes.say))
    if notes and notes.ask:
        lines.append(words.say("note_ask", text=notes.ask))
    lines.extend(extra)
    return tuple(lines) or (words.say("note_none"),)


def afterwards(words: Words, notes: Notes | None) -> tuple[str, ...]:
    """The notes of the slide that follows a question or an exercise."""
    return (str(notes.then),) if notes and notes.then else (words.say("note_then"),)


def explanations(words: Words, terms: Sequence[Term]) -> tuple[str, ...]:
    """A line for each term the audience wants explained."""
    return tuple(words.say("note_explain", term=term.name, means=term.means) for term in terms)


def aims(words: Words, objectives: Sequence[Objective]) -> tuple[str, ...]:
    """The learning objectives, for the notes of the first slide."""
    if not objectives:
        return ()
    return (words.say("note_aims", text=" ".join(str(o.text) for o in objectives)),)
