"""What a callout says and how its tone looks: fields, colours and icon, without any place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Literal, Self

from pydantic import Field, model_validator

from generator.block import Block, Part
from generator.blocks._room import legible
from generator.kit import Kit
from generator.notation.inline import Rich, Text
from generator.page.colour import Colour

ICONS: Mapping[str, str] = MappingProxyType(
    {"rule": "lightbulb", "ask": "hand", "word": "book-open", "note": "message-circle", "warn": "triangle-alert"}
)
WARN = "accent5"


class Pair(Part):
    """If this, then that; a subject gives its colour."""

    when: Text
    then: Text
    subject: str | None = None


class Remark(Block):
    """The fields of a callout and what follows from its tone."""

    kind: Literal["callout"] = "callout"
    tone: Literal["rule", "ask", "word", "note", "warn"] = "note"
    place_at: Literal["side", "foot"] = Field(default="side", alias="place")
    label: Text
    text: Text | None = None
    icon: str | None = None
    pairs: tuple[Pair, ...] = Field(default=(), max_length=3)
    number: Text | None = None
    closing: Text | None = None
    date: Text | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.text or self.pairs or self.number):
            raise ValueError("a callout with a label alone says nothing; give it 'text', 'pairs' or 'number'")
        if self.place_at == "foot":
            if not self.text:
                raise ValueError("a callout at the foot without 'text'; write it, or set it at the side")
            extra = next((name for name in ("pairs", "number", "closing") if getattr(self, name)), None)
            if extra:
                raise ValueError(f"{extra!r} has no room in a callout at the foot; leave it out, or set the callout at the side")
        return self

    def role(self, kit: Kit) -> str:
        """The colour role of the tone: warnings have their own, everything else the document's."""
        return WARN if self.tone == "warn" else kit.role

    def ground(self, kit: Kit) -> Colour:
        """What a callout stands on: its role's tint."""
        return kit.tint(self.role(kit))

    def strong(self, kit: Kit, role: str | None = None) -> Colour:
        """The colour of words that matter, legible on the ground; of a subject's `role` where one is given."""
        return legible(kit, role or self.role(kit), self.ground(kit))

    def icon_name(self) -> str:
        """The icon the author chose, else the tone's."""
        return self.icon or ICONS[self.tone]

    def term(self) -> tuple[Rich | None, Rich | None]:
        """A word explained as its bold beginning and its meaning, where the text begins so; else None and the text."""
        if self.tone != "word" or self.text is None or len(self.text.fragments) < 2 or not self.text.fragments[0].bold:
            return None, self.text
        first, second, *rest = self.text.fragments
        meaning = second.text.lstrip(" :,–—")
        if not meaning:
            return None, self.text
        return Rich((replace(first, bold=False),)), Rich((replace(second, text=meaning[0].upper() + meaning[1:]), *rest))

    def explained(self, kit: Kit) -> tuple[Rich | None, Rich]:
        """What stands small above the label of a bar, and the label: a word explained stands below the name of its tone."""
        term = self.term()[0]
        if term is not None:
            return self.label, term
        if self.tone == "word" and len(str(self.label).split()) == 1:
            return Rich.plain(kit.words.say("word_explained")), self.label
        return None, self.label
