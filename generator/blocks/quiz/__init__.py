"""A question with options to choose from, and on the next slide the right one with its reason."""

from __future__ import annotations

from typing import Self

from generator.block import Flow, Overflow, Placed
from generator.blocks.quiz.question import Choice, Question
from generator.blocks.quiz.sheet import flow_options
from generator.blocks.quiz.slide import place_quiz
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Choice", "Quiz"]


class Quiz(Question):
    """A quiz. It is not split: who chooses sees all options at once."""

    def shared(self) -> Self:
        """The question alone: nothing of it tells which option is right."""
        options = tuple(option.model_copy(update={"right": False, "facts": ()}) for option in self.options)
        title = None if self.shown is not None else self.title
        return self.model_copy(update={"options": options, "title": title, "answer": None, "why": None, "say": None})

    def then(self) -> Self | None:
        """The same options with the right one shown, under the answer as title."""
        if not self.answer or self.right is None:
            return None
        return self.model_copy(update={"title": self.answer, "answer": None})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """The options at the left, a panel at the right or below: how to answer, or why."""
        return place_quiz(kit, self, box)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """A row an option, with a box to tick; never the answer."""
        return flow_options(kit, self.options, width)
