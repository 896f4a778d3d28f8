"""What a big number says: a figure, its meaning, the share it stands for and further figures."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from generator.block import Block, Part
from generator.blocks._share import Share
from generator.notation.inline import Text

MOST_ACROSS = 12


class Figure(Part):
    """A further figure below the large one."""

    number: Text
    title: Text
    text: Text | None = None


class Numbers(Block):
    """The fields of a big number."""

    kind: Literal["big-number"] = "big-number"
    number: Text
    meaning: Text
    heading: Text | None = None
    share: Share | None = None
    rows: tuple[Figure, ...] = Field(default=(), max_length=3)
    source: Text | None = None

    layout: ClassVar[str] = "Panel"


def rows_of(share: Share) -> int:
    """In how many rows a share's squares stand."""
    return 1 if share.of <= MOST_ACROSS else 2
