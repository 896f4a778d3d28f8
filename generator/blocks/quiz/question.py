"""What a quiz says: its options, how the room answers, and the answer with its reason."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from generator.block import Block, Part
from generator.notation.inline import Text

LETTERS = "ABCD"


class Choice(Part):
    """One option."""

    title: Text
    text: Text | None = None
    right: bool = False


class Question(Block):
    """The fields of a quiz. The topic's title asks; without its `answer`, a quiz whose right option is known shows it."""

    later: ClassVar[tuple[str, ...]] = ("answer", "why", "say")

    kind: Literal["quiz"] = "quiz"
    options: tuple[Choice, ...] = Field(min_length=2, max_length=4)
    how: Text | None = None
    answer: Text | None = None
    why: Text | None = None
    say: Text | None = None
    part: Literal["", "options", "details", "panel"] = Field(default="", validation_alias="\0part")
    """What of it stands on a slide; all of it where nothing is named."""
    first: int = Field(default=0, validation_alias="\0first")
    """How many options stand on slides before."""
    over: bool = Field(default=False, validation_alias="\0over")
    """Whether the answer is known, though the right option stands on another slide."""

    @model_validator(mode="after")
    def _one_right(self) -> Self:
        count = sum(option.right for option in self.options)
        if not count:
            raise ValueError("no option of the quiz is right; mark one with `right: true`")
        if count > 1:
            raise ValueError(f"{count} options of the quiz are right; keep `right: true` at one of them")
        if not self.answer:
            raise ValueError("the quiz has no `answer`; write the title of the slide that shows the right option")
        return self

    @property
    def right(self) -> int | None:
        """The place of the right option in the list; None where it is not known."""
        return next((place for place, option in enumerate(self.options) if option.right), None)

    def letter(self, place: int) -> str:
        """An option's letter, by its place among those that stand here."""
        return LETTERS[(self.first + place) % len(LETTERS)]

    @property
    def answered(self) -> bool:
        """Whether this is the slide that shows the answer."""
        return self.over or self.shown is not None

    @property
    def shown(self) -> int | None:
        """The right option's place on the slide that shows the answer; None on the one that asks."""
        return None if self.answer else self.right
