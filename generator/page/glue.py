"""The ends of lines: what they are glued to, and which one is an arrow's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """A side of an item, in the middle of which a line can end."""

    TOP = "top"
    LEFT = "left"
    BOTTOM = "bottom"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Glue:
    """What an end of a line is glued to, so that it goes along when somebody moves that."""

    item: str
    """The id of a shape or a text of the same page."""
    side: Side


class End(StrEnum):
    """An end of a line: the one that is an arrow's."""

    START = "start"
    END = "end"


HEAD = 5
"""An arrow's head is so many times as long and as wide as its line: what office programs call large."""
