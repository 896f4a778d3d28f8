"""One aspect of a comparison."""

from __future__ import annotations

from pydantic import Field

from generator.block import Part
from generator.notation.inline import Text


class Aspect(Part):
    """What is compared, and how each subject stands; a strong aspect is the one the title speaks of."""

    name: Text
    values: tuple[Text, ...] = Field(min_length=2, max_length=3)
    strong: bool = False
