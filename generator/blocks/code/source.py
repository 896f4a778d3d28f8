"""What a listing says: its lines, the language, and notes that belong to some of the lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, Self

from pydantic import Field, model_validator

from generator.block import Block, Part
from generator.blocks._listing import Code as Lines
from generator.kit import Kit
from generator.notation.inline import Text

SPAN = re.compile(r"\d{1,4}(\s*[-–]\s*\d{1,4})?")


@dataclass(frozen=True, slots=True)
class Reach:
    """The first and the last line that a note is about."""

    first: int
    last: int


class Note(Part):
    """A remark on a line or on some lines that follow each other."""

    lines: int | str
    text: Text

    @model_validator(mode="after")
    def _lines_are_numbers(self) -> Self:
        if isinstance(self.lines, str) and not SPAN.fullmatch(self.lines):
            raise ValueError(f"a note's `lines` cannot be {self.lines!r}; write a line such as 3, or lines such as 3-5")
        if self.reach.first > self.reach.last:
            raise ValueError(f"a note's `lines` {self.lines!r} run backwards; write the smaller number first")
        return self

    @property
    def reach(self) -> Reach:
        """The lines as numbers."""
        numbers = [int(number) for number in re.findall(r"\d+", str(self.lines))]
        return Reach(numbers[0], numbers[-1])

    def named(self, kit: Kit) -> str:
        """What the lines are called in a sentence."""
        key = "code_line" if self.reach.first == self.reach.last else "code_lines"
        return kit.words.say(key, first=self.reach.first, last=self.reach.last)


class Source(Block):
    """The fields of a listing."""

    kind: Literal["code"] = "code"
    language: Text | None = None
    code: Lines
    start: int = Field(default=1, ge=1, le=9900)
    """The number of the first line."""
    caption: Text | None = None
    notes: tuple[Note, ...] = Field(default=(), max_length=4)

    @property
    def rows(self) -> tuple[str, ...]:
        """The lines."""
        return tuple(self.code.split("\n"))

    @property
    def end(self) -> int:
        """The number of the last line."""
        return self.start + len(self.rows) - 1

    @model_validator(mode="after")
    def _notes_have_their_lines(self) -> Self:
        for note in self.notes:
            if note.reach.first < self.start or note.reach.last > self.end:
                raise ValueError(f"a note is about lines {note.lines}, the code has lines {self.start} to {self.end}")
        return self
