"""Steps in an order, three to eight: what happens, who decides, what is handed over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Flow, Overflow, Placed, halves
from generator.blocks._room import choose
from generator.blocks.process.abreast import Abreast, abreast
from generator.blocks.process.columns import Columns, columns
from generator.blocks.process.rows import Rows, rows
from generator.blocks.process.sheet import flow_steps
from generator.blocks.process.step import Shown, Step, shown
from generator.geometry import Box, Length
from generator.kit import Kit

__all__ = ["Process", "Step"]


class Process(Block):
    """Three to eight steps from left to right, each in the colour of who decides it."""

    kind: Literal["process"] = "process"
    steps: tuple[Step, ...] = Field(min_length=3, max_length=8)
    first: int = Field(default=1, validation_alias="\0first")
    """The number of the first step, where earlier ones stand on the slide before."""

    def split(self) -> tuple[Self, Self] | None:
        """The earlier and the later steps."""
        if len(self.steps) < 2:
            return None
        earlier, later = halves(self.steps)
        rest = {"steps": later, "first": self.first + len(earlier)}
        return self.model_copy(update={"steps": earlier}), self.model_copy(update=rest)

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Chevrons with a card below each; where columns would be narrow, one row a step."""
        if not self.steps:
            return Placed(())
        chosen = choose(_settings(kit, shown(kit, self.steps, self.first), box), lambda setting: setting.taken(), box.h)
        if isinstance(chosen, Overflow):
            return chosen
        alt = kit.words.say("process_alt", steps=", ".join(str(step.title) for step in self.steps))
        return Placed(tuple(chosen.draw()), alt)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """Chevrons as a table's head where there is room for columns, else a numbered list."""
        return flow_steps(kit, shown(kit, self.steps, self.first), width)


def _settings(kit: Kit, steps: tuple[Shown, ...], box: Box) -> Iterator[Columns | Rows | Abreast]:
    """All ways to set the steps, the best-looking first; type below 18 points comes last."""
    yield from columns(kit, steps, box, (24, 20, 18))
    for text in (24, 20):
        yield from rows(kit, steps, box, (text,))
        yield from abreast(kit, steps, box, text)
    yield from abreast(kit, steps, box, 18)
    yield from rows(kit, steps, box, (18,))
    yield from columns(kit, steps, box, (16,))
    yield from rows(kit, steps, box, (16,))
