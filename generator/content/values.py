"""The plain values that content is made of: ids, dates, links, clearance, text that says something."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from generator.notation.inline import Rich, Text
from generator.theme.foreign.mapping import SUFFIXES

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
LINK = re.compile(r"(https://|mailto:)[^\s<>\"]+\Z")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?\Z")


class Clearance(StrEnum):
    """Who may see a thing, from the least protected to the most."""

    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"

    @property
    def rank(self) -> int:
        """0 for public, 2 for confidential."""
        return list(Clearance).index(self)

    def raised(self, own: str | None) -> Clearance:
        """The clearance of something inside a thing of this clearance: its own where that is higher, never lower."""
        return max(self, Clearance(own), key=lambda c: c.rank) if own else self

    def may_see(self, thing: Clearance) -> bool:
        """Whether a reader of this clearance may see `thing`."""
        return thing.rank <= self.rank


class Priority(StrEnum):
    """How much a topic matters when time is short, the most first."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


class Rung(StrEnum):
    """What may become of a topic when time is short, from all of it to nothing."""

    FULL = "full"
    BRIEF = "brief"
    BACKUP = "backup"
    HANDOUT = "handout"
    DROP = "drop"


def _id(value: str) -> str:
    if not ID.match(value):
        raise ValueError(f"{value!r} is not an id; ids are lower-case letters, digits and hyphens")
    return value


def _theme(value: str) -> str:
    return value if value.lower().endswith(SUFFIXES) else _id(value)


def _link(value: str) -> str:
    if not LINK.match(value):
        raise ValueError(f"link {value!r} is neither https nor mailto; only those are allowed")
    return value


def _language(value: str) -> str:
    if not LANGUAGE.match(value):
        raise ValueError(f"{value!r} is not a language tag such as en or de-AT")
    return value


def _line(value: str) -> str:
    if not value.strip():
        raise ValueError("the text is empty; write it, or remove the key")
    if any(ord(c) < 32 for c in value):
        raise ValueError(f"{value!r} is more than one line; write it in one")
    return value


def _said(value: Rich) -> Rich:
    if not str(value).strip():
        raise ValueError("the text is empty; write it, or remove the key")
    return value


def _date(value: object) -> object:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{value!r} is not a date such as 2026-10-12") from None
    return value


Id = Annotated[str, AfterValidator(_id)]
"""The name of a thing: lower-case letters, digits and hyphens."""
ThemeName = Annotated[str, AfterValidator(_theme)]
"""A theme's id, or the path of a PowerPoint template."""
Link = Annotated[str, AfterValidator(_link)]
"""An https or mailto link."""
Language = Annotated[str, AfterValidator(_language)]
"""A BCP 47 tag: language, script, region."""
Line = Annotated[str, AfterValidator(_line)]
"""One line of plain text that is not empty."""
Said = Annotated[Text, AfterValidator(_said)]
"""Text with inline Markdown that is not empty."""
Day = Annotated[date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
"""A date written as year-month-day."""
Level = Annotated[Clearance, Field(strict=False)]
"""A clearance by its name."""
