"""An outline: which slide or sheet says what, every reference resolved, nothing placed yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.block import Block
from generator.kit import Subject
from generator.notation.inline import Rich
from generator.outline.session import UNSAID, Session
from generator.source import Span


class SlideKind(StrEnum):
    """What a slide is for."""

    COVER = "cover"
    DIVIDER = "divider"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a deck. `name` is the short title shown in the progress line."""

    id: str
    title: str
    promise: str
    minutes: float
    first_slide: str
    """The id of its first slide, for the agenda's links."""
    rest: float = 0
    """Minutes of a break after it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A layout that a template or a topic asks for."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Slide:
    """One planned slide. Of `blocks` the first is the main one; callouts follow."""

    id: str
    kind: SlideKind
    title: Rich
    span: Span
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()
    section: int = -1
    """Which section it belongs to, from 0; -1 before the first."""
    topic: str = ""
    eyebrow: str = ""
    """The line above the title where it is not the section's name."""
    hidden: bool = False
    minutes: float = 0
    starts: float = 0
    """Minutes from the deck's beginning, breaks included."""
    role: str = ""
    """The colour role of what it is about, where that is not the deck's."""
    layout: Wish | None = None
    """The layout somebody asks for; None leaves it to the rules of `layout/choosing.py`."""


@dataclass(frozen=True, slots=True)
class Colophon:
    """What every page of a document says about it."""

    id: str
    code: str
    """The document without its reader, as on the foot of a sheet: `product-owner-one-pager`."""
    title: str
    """The document's name as in the footer, such as "Product owner: role deck"."""
    audience: str
    classification: str
    organisation: str
    author: str
    date: date
    language: str
    source_key: str
    """Eight hexadecimal digits of the source key."""
    keywords: tuple[str, ...] = ()
    session: Session = UNSAID


@dataclass(frozen=True, slots=True)
class Deck:
    """A planned deck."""

    colophon: Colophon
    subjects: tuple[Subject, ...]
    """The subject itself, or a comparison's subjects."""
    role: str
    """The deck's colour role."""
    icon: str
    pattern: int
    name: str
    subtitle: Rich
    minutes: float
    sections: tuple[Section, ...]
    slides: tuple[Slide, ...]


class Header(StrEnum):
    """How a sheet begins."""

    BAND = "band"
    DATA = "data"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Entry:
    """One block of a sheet with its heading, the columns (of 12) it wants, and how easily it may go."""

    topic: str
    title: str
    block: Block
    columns: int
    rank: int
    """0 = must, 1 = should, 2 = could."""
    span: Span


@dataclass(frozen=True, slots=True)
class Sheet:
    """A planned one-pager."""

    colophon: Colophon
    subjects: tuple[Subject, ...]
    role: str
    icon: str
    header: Header
    name: str
    headline: Rich
    claim: Rich
    remember: Rich
    key_facts: tuple[tuple[str, str], ...]
    horizon: tuple[float, float] | None
    contact_label: str
    contact_lines: tuple[str, ...]
    entries: tuple[Entry, ...]
    span: Span
