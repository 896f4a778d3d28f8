"""A topic: one idea, one slide, one block of a one-pager, and how it may be cut and varied."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.block import Block
from generator.blocks import AnyBlock
from generator.content.model import Named, Notes
from generator.content.values import Day, Id, Level, Priority, Rung, Said
from generator.notation.records import Record

Minutes = Annotated[float, Field(ge=0, le=240)]
Blocks = Annotated[tuple[AnyBlock, ...], Field(min_length=1, max_length=3)]
"""One main block; then at most one callout at the side and one at the foot."""
WHOLE_SLIDE = "Panel"
"""The slide layout that leaves no room for a callout."""
Handout = Annotated[tuple[AnyBlock, ...], Field(min_length=1, max_length=1)]


def _check_blocks(blocks: tuple[Block, ...]) -> None:
    """Raise ValueError unless everything after the main block is a callout, each at its own place."""
    extras = blocks[1:]
    other = next((block.kind for block in extras if block.kind != "callout"), None)
    if other:
        raise ValueError(f"a second block of kind {other!r}; a topic has one main block and callouts, so make it two topics")
    if extras and blocks[0].layout == WHOLE_SLIDE:
        fill = f"a {blocks[0].kind!r} fills its whole slide"
        raise ValueError(f"{fill}; put what the callout says into its rows, or make two topics")
    places = [block.at_foot for block in extras]
    if len(set(places)) < len(places):
        raise ValueError("two callouts at the same place; at most one stands at the side and one at the foot")


class Variant(Record):
    """What a topic says instead to one audience, or at brief depth."""

    title: Said | None = None
    short: Said | None = None
    blocks: Blocks | None = None
    handout: Handout | None = None
    minutes: Minutes | None = None
    priority: Annotated[Priority, Field(strict=False)] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set - {"span"}:
            raise ValueError("the variant changes nothing; write what differs, or remove it")
        _check_blocks(self.blocks or ())
        return self


class Topic(Named):
    """One idea. Its title is a sentence that states the takeaway."""

    title: Said
    part: Id
    for_: str | None = Field(default=None, alias="for")
    clearance: Level | None = None
    priority: Annotated[Priority, Field(strict=False)] = Priority.SHOULD
    minutes: Minutes = 2
    requires: tuple[Id, ...] = ()
    updated: Day | None = None
    objectives: tuple[Id, ...] = ()
    facts: tuple[Id, ...] = ()
    ladder: tuple[Annotated[Rung, Field(strict=False)], ...] = tuple(Rung)
    short: Said | None = None
    columns: Literal[12, 7, 6, 5, 4] = 12
    layout: Annotated[str, Field(min_length=1, max_length=80)] | None = None
    """A slide layout of the theme by its name, in place of the one its kind stands on."""
    blocks: Blocks
    handout: Handout | None = None
    notes: Mapping[str, Notes] = {}
    variants: Mapping[str, Variant] = {}

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        _check_blocks(self.blocks)
        if not self.ladder or list(self.ladder) != [rung for rung in Rung if rung in self.ladder]:
            raise ValueError(f"the ladder goes down: name rungs in the order {', '.join(Rung)}, each at most once")
        return self
