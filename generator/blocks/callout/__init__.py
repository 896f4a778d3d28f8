"""A remark beside or below the main block: a rule of thumb, a request, a word explained, a note, a warning."""

from __future__ import annotations

from typing import Self

from generator.block import Flow, Overflow, Placed, halves
from generator.blocks._parting import parted
from generator.blocks.callout.bar import place_bar
from generator.blocks.callout.panel import place_panel
from generator.blocks.callout.remark import Pair, Remark
from generator.blocks.callout.sheet import flow_panel
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Callout", "Pair"]

LONG_TEXT = 60
"""Letters; a shorter text is not parted."""


class Callout(Remark):
    """A remark; `place` in the text is `side` (the default) or `foot`."""

    @property
    def at_foot(self) -> bool:
        """Whether it lies below the main block."""
        return self.place_at == "foot"

    def split(self) -> tuple[Self, Self] | None:
        """The text, then the pairs; the pairs in halves; or halves of a long text. The closing stands with the last."""
        rest = {"number": None, "closing": self.closing, "date": self.date}
        if self.pairs and (self.text or self.number):
            return self._cut({"pairs": ()}, {"text": None, **rest})
        if len(self.pairs) > 1:
            first, second = halves(self.pairs)
            return self._cut({"pairs": first}, {"pairs": second, **rest})
        cut = parted(self.text) if self.text and len(str(self.text)) > LONG_TEXT else None
        return self._cut({"text": cut[0]}, {"text": cut[1], **rest}) if cut else None

    def _cut(self, first: dict[str, object], second: dict[str, object]) -> tuple[Self, Self]:
        return self.model_copy(update={"closing": None, "date": None, **first}), self.model_copy(update=second)

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """A panel at the side, a bar at the foot."""
        return place_bar(kit, self, box) if self.at_foot else place_panel(kit, self, box)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """A panel across the column."""
        return flow_panel(kit, self, width)
