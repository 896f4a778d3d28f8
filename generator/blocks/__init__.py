"""The kinds of blocks, one file each, and the union of them that content is read into.

A new kind is a file here and a line in both lists.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from generator.block import Block
from generator.blocks.quote import Quote
from generator.blocks.timeline import Timeline

KINDS: tuple[type[Block], ...] = (
    Timeline,
    Quote,
)
"""Every kind, in the order of the manual."""

AnyBlock: TypeAlias = Annotated[
    Timeline
    | Quote,
    Field(discriminator="kind"),
]
"""A block of any kind, told apart by its `kind`."""
