"""What takeaways are made of."""

from __future__ import annotations

from typing import TypeAlias

from generator.block import Part
from generator.notation.inline import Text


class Keep(Part):
    """One thing to keep."""

    title: Text
    text: Text | None = None


class NextStep(Part):
    """One thing to do, and when."""

    when: Text
    text: Text
    icon: str | None = None


Said: TypeAlias = tuple[tuple[Keep, ...], tuple[NextStep, ...]]
"""What to keep, and what to do next."""
