"""A card's fields, and what of them it shows where."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.block import Part
from generator.kit import Kit
from generator.notation.inline import Rich, Text

FIGURE = 4
"""Titles of so few characters are figures, and are shown as such."""


class Card(Part):
    """One point: what it is called, what there is to say, and a value at its foot."""

    title: Text
    text: Text | None = None
    icon: str | None = None
    subject: str | None = None
    label: Text | None = None
    value: Text | None = None

    @property
    def is_figure(self) -> bool:
        """Whether the title is a number rather than a name."""
        return len(str(self.title)) <= FIGURE


@dataclass(frozen=True, slots=True)
class Face:
    """What a card shows: a figure or an icon at the head with words beside it, title and text, a value at the foot."""

    figure: Rich | None
    icon: str
    role: str
    aside: Rich | None
    title: Rich
    text: Rich | None
    label: Rich | None
    value: Rich | None


def face(kit: Kit, card: Card) -> Face:
    """A card as it is shown; a figure's title is the text's bold opening."""
    subject = kit.subjects.get(card.subject or "")
    role = subject.colour if subject else kit.role
    icon = card.icon or (subject.icon if subject else "")
    aside = Rich.plain(subject.name) if subject and subject.name != str(card.title) else None
    if card.is_figure:
        opening, rest = parted(card.text)
        return Face(card.title, "", role, aside, opening or Rich(()), rest, card.label, card.value)
    return Face(None, icon, role, aside, card.title, card.text, card.label, card.value)


def parted(text: Rich | None) -> tuple[Rich | None, Rich | None]:
    """A text's bold opening words, and the rest."""
    if not text or not text.fragments[0].bold:
        return None, text
    first, *others = text.fragments
    rest = Rich((replace(others[0], text=others[0].text.lstrip()), *others[1:])) if others else None
    return Rich((first,)), rest
