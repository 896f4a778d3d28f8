"""What a decision says: the answer wanted, the options, the figures that go with it."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from generator.block import Block, Part
from generator.notation.inline import Text


class Option(Part):
    """One way to decide, what comes of it and what it costs."""

    title: Text
    text: Text | None = None
    cost: Text | None = None
    recommended: bool = False


class Amount(Part):
    """A figure with its label."""

    label: Text
    value: Text


class Request(Block):
    """The fields of a decision."""

    kind: Literal["decision"] = "decision"
    ask: Text
    options: tuple[Option, ...] = Field(min_length=2, max_length=4)
    figures: tuple[Amount, ...] = Field(default=(), max_length=3)
    source: Text | None = None

    alone: bool = Field(default=False, validation_alias="\0alone")
    """Whether only the options are shown, since the request stands on the slide before."""
    first: int = Field(default=0, validation_alias="\0first")
    """How many options stand on slides before."""

    headed: ClassVar[bool] = False

    @model_validator(mode="after")
    def _one_recommended(self) -> Self:
        count = sum(option.recommended for option in self.options)
        if count > 1:
            raise ValueError(f"{count} options are recommended; mark one at most, since one answer is asked for")
        return self
