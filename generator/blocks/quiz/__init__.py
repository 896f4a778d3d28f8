"""A question with options to choose from, and on the next slide the right one with its reason."""

from __future__ import annotations

from typing import Self

from generator.block import Flow, Overflow, Placed, halves
from generator.blocks._parting import parted
from generator.blocks.quiz.question import Choice, Question
from generator.blocks.quiz.sheet import flow_options
from generator.blocks.quiz.slide import place_quiz
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Choice", "Quiz"]


class Quiz(Question):
    """A quiz. Who chooses sees all options at once; what explains them may stand on the next slides."""

    def split(self) -> tuple[Self, Self] | None:
        """Options and panel; the options' names, then their texts; options in halves; halves of a text."""
        if not self.part:
            says = self.answered or self.how  # else the panel says only what it says of every quiz
            return (self._as("options"), self._as("panel")) if says else self._as("options").split()
        if self.part == "panel":
            return self._panel_cut()
        if self.part == "options" and any(option.text for option in self.options):
            bare = tuple(option.model_copy(update={"text": None}) for option in self.options)
            return self._as("options", options=bare), self._as("details")
        return self._options_cut()

    def _options_cut(self) -> tuple[Self, Self] | None:
        if len(self.options) > 1:
            earlier, later = halves(self.options)
            return self._as(self.part, options=earlier), self._as(self.part, options=later, first=self.first + len(earlier))
        cut = parted(self.options[0].text)
        if cut is None:
            return None
        one, other = (self.options[0].model_copy(update={"text": text}) for text in cut)
        return self._as(self.part, options=(one,)), self._as(self.part, options=(other,))

    def _as(self, part: str, **more: object) -> Self:
        return self.model_copy(update={"part": part, "over": self.answered, **more})

    def _panel_cut(self) -> tuple[Self, Self] | None:
        """The reason, then the sentence to use; else halves of the longest text."""
        if self.why and self.say:
            return self._as("panel", say=None), self._as("panel", why=self.say, say=None)
        name = "why" if self.why else "how"
        cut = parted(getattr(self, name))
        return (self._as("panel", **{name: cut[0]}), self._as("panel", **{name: cut[1]})) if cut else None

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
