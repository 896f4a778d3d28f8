"""A card's fields, and what of them it shows where."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, Self

from pydantic import model_validator

from generator.block import Part
from generator.kit import Kit
from generator.notation.inline import Rich, Text

FIGURE = re.compile(r"(?P<number>[-+−]?\d[\d.,:–]*(\s?[%€$])?)(\s+(?P<unit>\S.{0,8}))?\Z")
"""A title that is a number, with at most a short word behind it."""


class Card(Part):
    """One point: what it is called, what there is to say, and a value at its foot."""

    title: Text
    text: Text | None = None
    icon: str | None = None
    subject: str | None = None
    colour: Literal["dk1", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"] | None = None
    """A colour of the theme for its icon, figure and value, where it is no role's: good, warn, ink. Its words say why."""
    label: Text | None = None
    value: Text | None = None

    @model_validator(mode="after")
    def _one_colour(self) -> Self:
        if self.subject and self.colour:
            raise ValueError(f"a card of {self.subject!r} has that role's colour; give it 'subject' or 'colour', not both")
        return self


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

    @property
    def heading(self) -> Rich | None:
        """The title, or the word behind a figure where there is none."""
        return self.title or self.aside


def faces_of(kit: Kit, cards: tuple[Card, ...]) -> tuple[Face, ...]:
    """The cards as they are shown: as figures where every title is one."""
    found = [FIGURE.match(str(card.title)) for card in cards]
    return tuple(_face(kit, card, figure if all(found) else None) for card, figure in zip(cards, found, strict=True))


def _face(kit: Kit, card: Card, figure: re.Match[str] | None) -> Face:
    """A card as it is shown; under a figure the text's bold opening is the title."""
    subject = kit.subjects.get(card.subject or "")
    role = subject.colour if subject else card.colour or kit.role
    name = Rich.plain(subject.name) if subject and subject.name != str(card.title) else None
    if figure:
        opening, rest = parted(card.text)
        unit = Rich.plain(" · ".join(part for part in (figure["unit"], name and str(name)) if part))
        return Face(Rich.plain(figure["number"]), "", role, unit or None, opening or Rich(()), rest, card.label, card.value)
    icon = card.icon or (subject.icon if subject else "")
    return Face(None, icon, role, name, card.title, card.text, card.label, card.value)


def parted(text: Rich | None) -> tuple[Rich | None, Rich | None]:
    """A text's bold opening words, and the rest."""
    if not text or not text.fragments[0].bold:
        return None, text
    first, *others = text.fragments
    rest = Rich((replace(others[0], text=others[0].text.lstrip()), *others[1:])) if others else None
    return Rich((first,)), rest
