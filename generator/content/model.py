"""What authors write, as frozen records: the project, who reads it, and what the sources say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.block import Depth
from generator.content.values import Clearance, Id, Language, Level, Line, Link, Said, ThemeName
from generator.notation.records import Record

EVERYONE = "everyone"
"""The audience that stands for all where nothing is said for one."""


class Named(Record):
    """A record with an id, which is its file's name or its key; the reader sets it."""

    id: str = Field(default="", validation_alias="\0id")


class Project(Record):
    """rolecast.yaml: what all documents of a project share."""

    title: Line
    organisation: str = ""
    logo: Line | None = None
    contact: str = ""
    languages: tuple[Language, ...] = Field(default=("en",), min_length=1)
    papers: tuple[Literal["a4", "letter"], ...] = Field(default=("a4",), min_length=1)
    theme: ThemeName = "meridian"
    """A theme's id, or the path of a PowerPoint template in the project."""
    fallback: str = ""
    """The path of a font for characters that the theme's fonts lack."""
    base_url: Link | None = Field(default=None, alias="base-url")
    default_clearance: Level | None = Field(default=None, alias="default-clearance")
    colours: Mapping[str, Literal["accent1", "accent2", "accent3", "accent4", "accent5", "accent6"]] = {}
    """Names of our own for colour roles of the theme."""

    @property
    def unmarked(self) -> Clearance:
        """The clearance of content that states none: the highest where the project states none either."""
        return self.default_clearance or Clearance.CONFIDENTIAL


class Fact(Named):
    """What a source says, in our own words."""

    says: Said
    source: Id
    status: Literal["agreed", "contested", "field-practice"]
    views: tuple[Said, ...] = ()
    """The two views of a contested fact."""
    clearance: Level | None = None


class Source(Named):
    """Where facts come from."""

    title: Line
    author: str = ""
    date: str = ""
    url: Link | None = None
    note: str = ""
    clearance: Level | None = None


class Term(Named):
    """A word that needs explaining, the forms it takes, and what it means."""

    name: Line
    forms: tuple[Line, ...] = ()
    means: Said
    clearance: Level | None = None


class Notes(Record):
    """What a trainer says and asks."""

    say: Said | None = None
    ask: Said | None = None
    then: Said | None = None
    """What to say on the slide that follows a question or an exercise."""
    clearance: Level | None = None


class Budget(Record):
    """What a reader has to spend: minutes, visible slides, and words on the body of one slide."""

    minutes: int = Field(default=30, ge=1, le=600)
    slides: int = Field(default=16, ge=1, le=300)
    words: int = Field(default=100, ge=10, le=500)


class Reading(Record):
    """How a reader likes to read."""

    sentence: int = Field(default=22, ge=5, le=60)
    """Words of the longest sentence."""


class TermUse(Record):
    """How an audience meets a term: replaced by words of its own, or explained at its first use."""

    say: Line | None = None
    explain: bool = False

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if bool(self.say) == self.explain:
            raise ValueError("a term is either replaced (`say`) or explained (`explain: true`); write one of them")
        return self


class StorySection(Record):
    """A section of a deck: it takes the topics whose part it lists, in that order."""

    id: Id
    title: Said
    promise: Said | None = None
    parts: tuple[Id, ...] = Field(min_length=1)
    notes: Notes | None = None


class SheetPlan(Record):
    """How a reader's one-pager looks."""

    header: Literal["band", "data", "claim"] = "band"
    parts: tuple[Id, ...] = ()


class Room(Record):
    """The room a reader is taught in."""

    plan: Literal["islands", "horseshoe", "rows", "boardroom"] = "islands"
    seats: int = Field(default=16, ge=2, le=200)


class Audience(Named):
    """A reader. What an audience does not state it takes from the one it extends; its clearance it never takes."""

    title: Line
    extends: Id | None = None
    abstract: bool = False
    clearance: Level = Clearance.PUBLIC
    budget: Budget = Budget()
    depth: Annotated[Depth, Field(strict=False)] = Depth.FULL
    reading: Reading = Reading()
    terms: Mapping[str, TermUse] = {}
    agenda: bool = True
    dividers: bool = False
    objectives: bool = False
    sources: bool = True
    storyline: tuple[StorySection, ...] = ()
    sheet: SheetPlan = SheetPlan()
    room: Room = Room()
    lineage: tuple[str, ...] = Field(default=(), validation_alias="\0lineage")
    """The audience itself, what it extends, and so on; `everyone` is always the last."""
