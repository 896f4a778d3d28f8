"""Numbers drawn as columns or bars, labelled directly, with what they show and where they come from."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Depth, Flow, Overflow, Part, Placed
from generator.blocks.chart.drawing import SLIDE, Job, bars, columns
from generator.blocks.chart.figures import Figures
from generator.blocks.chart.frame import Frame
from generator.blocks.chart.sheet import flow_chart
from generator.blocks.chart.told import Told
from generator.errors import Findings
from generator.geometry import Box, Length
from generator.kit import Kit
from generator.notation.csv import CsvTable
from generator.notation.inline import Text

LOADED = "\0loaded"


class Finding(Part):
    """What the chart shows, as a number and the words that go with it."""

    value: Text
    text: Text


class Consequence(Part):
    """What follows from the numbers."""

    lead: Text
    text: Text | None = None


class Chart(Block):
    """One series of numbers from a data file."""

    kind: Literal["chart"] = "chart"
    form: Literal["column", "bar"]
    data: str
    category: str
    value: str
    unit: str = ""
    emphasis: tuple[str, ...] = ()
    finding: Finding | None = None
    points: tuple[Consequence, ...] = Field(default=(), max_length=3)
    source: Text | None = None
    illustrative: bool = False
    loaded: tuple[tuple[str, float], ...] = Field(default=(), validation_alias=LOADED)
    """The numbers, set by the reader."""

    def with_table(self, table: CsvTable, findings: Findings) -> Chart:
        """The chart with its numbers; findings (C010, C005) for columns, numbers or emphasis that are not there."""
        names = table.texts(self.category, findings, self.span)
        numbers = table.numbers(self.value, findings, self.span)
        if names is None or numbers is None:
            return self
        if not names:
            findings.error("C010", self.span, f"{table.path} has no rows", "write one row for each column or bar")
        for name in self.emphasis:
            if name not in names:
                findings.error(
                    "C005", self.span, f"emphasis {name!r} is no category of {table.path}", f"categories: {', '.join(names)}"
                )
        return self.model_copy(update={"loaded": tuple(zip(names, numbers, strict=True))})

    def shorten(self, depth: Depth) -> Self:
        """At brief depth without the consequences."""
        return self.model_copy(update={"points": ()}) if depth is Depth.BRIEF and self.points else self

    def figures(self) -> Figures:
        """The numbers and how they are written."""
        return Figures(self.value, self.loaded, self.unit, frozenset(self.emphasis))

    def told(self) -> Told:
        """What stands beside the drawing."""
        finding = (self.finding.value, self.finding.text) if self.finding else None
        return Told(finding, tuple((p.lead, p.text) for p in self.points), self.source, self.illustrative)

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """The drawing with the finding in its free corner or at its side, the source below.

        Columns whose names have no room are drawn as bars.
        """
        if not self.loaded:
            return Placed(())
        job, frame = Job(kit, self.figures(), box, SLIDE, self.told().summary), Frame(kit, self.told(), box)
        if self.form == "column":
            framed = frame.framed(lambda place: columns(replace(job, box=place)))
            if not isinstance(framed, Overflow):
                return Placed(framed)
        framed = frame.framed(lambda place: bars(replace(job, box=place)))
        return framed if isinstance(framed, Overflow) else Placed(framed)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """The finding, a row for each bar, what follows, and the source as a note."""
        return flow_chart(kit, self.figures(), self.told(), width)
