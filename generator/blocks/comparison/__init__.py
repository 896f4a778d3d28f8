"""Two or three roles side by side, aspect by aspect."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from generator.block import Block, Flow, Overflow, Placed, halves
from generator.blocks.comparison.aspect import Aspect
from generator.blocks.comparison.sheet import flow_comparison
from generator.blocks.comparison.slide import place_comparison
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Aspect", "Comparison"]


class Comparison(Block):
    """Two or three subjects and three to seven aspects, each with a value for every subject."""

    kind: Literal["comparison"] = "comparison"
    subjects: tuple[str, ...] = Field(min_length=2, max_length=3)
    aspects: tuple[Aspect, ...] = Field(min_length=3, max_length=7)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if len(set(self.subjects)) < len(self.subjects):
            raise ValueError(f"a subject stands twice in {', '.join(self.subjects)}; name each once")
        for aspect in self.aspects:
            if len(aspect.values) != len(self.subjects):
                values, subjects = len(aspect.values), len(self.subjects)
                raise ValueError(f"aspect '{aspect.name}' has {values} values for {subjects} subjects; give each subject one")
        return self

    def split(self) -> tuple[Self, Self] | None:
        """The first and the second half of the aspects, each under the same heads."""
        if len(self.aspects) < 2:
            return None
        first, second = halves(self.aspects)
        return self.model_copy(update={"aspects": first}), self.model_copy(update={"aspects": second})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """A native table: names at the left, a tinted column with a solid head for each subject."""
        return place_comparison(kit, self.subjects, self.aspects, box)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """Solid heads with badges; two subjects face each other across the names, three stand right of them."""
        return flow_comparison(kit, self.subjects, self.aspects, width)
