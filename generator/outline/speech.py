"""Speaker notes: what to say, what to ask, how long it takes, which words to explain."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.model import Notes, Objective, Term
from generator.words import Words


def speech(words: Words, notes: Notes | None, minutes: float = 0, extra: Sequence[str] = ()) -> tuple[str, ...]:
    """The notes of one slide, one paragraph each; never empty."""
    lines: list[str] = []
    if notes and notes.say:
        lines.append(str(notes.say))
    if notes and notes.ask:
        lines.append(words.say("note_ask", text=notes.ask))
    lines.extend(extra)
    if minutes:
        lines.append(words.say("note_minutes", n=f"{minutes:g}"))
    return tuple(lines) or (words.say("note_none"),)


def explanations(words: Words, terms: Sequence[Term]) -> tuple[str, ...]:
    """A line for each term the audience wants explained."""
    return tuple(words.say("note_explain", term=term.name, means=term.means) for term in terms)


def aims(words: Words, objectives: Sequence[Objective]) -> tuple[str, ...]:
    """The learning objectives, for the notes of the first slide."""
    if not objectives:
        return ()
    return (words.say("note_aims", text=" ".join(str(o.text) for o in objectives)),)
