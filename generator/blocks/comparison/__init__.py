"""Two or three roles side by side, aspect by aspect."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from generator.block import Block, Flow, Overflow, Placed, halves
from generator.blocks._parting import longest_parted
from generator.blocks.comparison.aspect import Aspect
from generator.blocks.comparison.sheet import flow_comparison
from generator.blocks.comparison.slide import place_comparison
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Aspect", "Comparison"]


class Comparison(Block):
    """Two or three subjects and aspects, each with a value for every subject."""

    tellable: ClassVar[bool] = False

    kind: Literal["comparison"] = "comparison"
    subjects: tuple[str, ...] = Field(min_length=2, max_length=3)
    aspects: tuple[Aspect, ...] = Field(min_length=1, max_length=30)

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
        """The first and the second half of the aspects, each under the same heads; of one aspect its long values."""
        if len(self.aspects) < 2:
            return self._cut()
        first, second = halves(self.aspects)
        return self.model_copy(update={"aspects": first}), self.model_copy(update={"aspects": second})

    def _cut(self) -> tuple[Self, Self] | None:
        aspect = self.aspects[0] if self.aspects else None
        cut = longest_parted((aspect.name, *aspect.values)) if aspect else None
        if aspect is None or cut is None:
            return None
        first, second = (aspect.model_copy(update={"name": each[0], "values": each[1:]}) for each in cut)
        return self.model_copy(update={"aspects": (first,)}), self.model_copy(update={"aspects": (second,)})

    def narrowed(self) -> tuple[Self, Self] | None:
        """The first subjects and the last one."""
        if len(self.subjects) < 2:
            return None
        return self._only(slice(None, -1)), self._only(slice(-1, None))

    def _only(self, places: slice) -> Self:
        aspects = tuple(aspect.model_copy(update={"values": aspect.values[places]}) for aspect in self.aspects)
        return self.model_copy(update={"subjects": self.subjects[places], "aspects": aspects})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """A native table: names at the left, a tinted column with a solid head for each subject."""
        return place_comparison(kit, self.subjects, self.aspects, box)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """Solid heads with badges; two subjects face each other across the names, three stand right of them."""
        return flow_comparison(kit, self.subjects, self.aspects, width)
