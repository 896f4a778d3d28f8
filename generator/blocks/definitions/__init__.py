"""Words and what they mean: two or three in large bands, more in ruled rows or two columns."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Depth, Flow, Overflow, Placed, halves
from generator.blocks._parting import parted
from generator.blocks.definitions.sheet import flow_definitions
from generator.blocks.definitions.slide import place_definitions
from generator.blocks.definitions.term import Term
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Definitions", "Term"]


class Definitions(Block):
    """Terms."""

    kind: Literal["definitions"] = "definitions"
    terms: tuple[Term, ...] = Field(min_length=1, max_length=40)

    def shorten(self, depth: Depth) -> Self:
        """At brief depth no examples."""
        if depth is not Depth.BRIEF or not any(term.example for term in self.terms):
            return self
        return self.model_copy(update={"terms": tuple(term.model_copy(update={"example": None}) for term in self.terms)})

    def split(self) -> tuple[Self, Self] | None:
        """The first and the last terms; a long meaning goes on beside its term, the example at its end."""
        if len(self.terms) < 2:
            cut = _cut(self.terms[0]) if self.terms else None
            return (self.model_copy(update={"terms": (cut[0],)}), self.model_copy(update={"terms": (cut[1],)})) if cut else None
        first, second = halves(self.terms)
        return self.model_copy(update={"terms": first}), self.model_copy(update={"terms": second})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Equal bands or rows."""
        return place_definitions(kit, self.terms, box)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """A row a term: the word at the left, what it means at the right, or both on one line in a narrow column."""
        return flow_definitions(kit, self.terms, width)


def _cut(term: Term) -> tuple[Term, Term] | None:
    means, example = parted(term.means), parted(term.example)
    if example and len(str(term.example)) > len(str(term.means)):
        return term.model_copy(update={"example": example[0]}), term.model_copy(update={"example": example[1]})
    if not means:
        return None
    return term.model_copy(update={"means": means[0], "example": None}), term.model_copy(update={"means": means[1]})
