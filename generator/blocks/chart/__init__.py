"""Numbers drawn as columns or bars, labelled directly, with what they show and where they come from."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Depth, Flow, Overflow, Part, Placed
from generator.blocks.chart.drawing import Figures, Sizes, bars, columns
from generator.blocks.chart.frame import Told, framed, told_height
from generator.errors import Findings
from generator.geometry import Box, Length, mm, pt
from generator.kit import Kit
from generator.notation.csv import CsvTable
from generator.notation.inline import Text
from generator.page.items import Item

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
                findings.error("C005", self.span, f"emphasis {name!r} is no category of {table.path}", f"categories: {', '.join(names)}")
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
        """The drawing with the finding in its free corner or at its side, the source below."""
        if not self.loaded:
            return Placed(())
        told, figures = self.told(), self.figures()
        if self.form == "column":
            drawn = framed(kit, told, box, lambda b: columns(kit, figures, b, Sizes.slide()), free_corner=not self.points)
            if not isinstance(drawn, Overflow):
                return Placed(drawn)
        drawn = framed(kit, told, box, lambda b: bars(kit, figures, b, Sizes.slide()), free_corner=False)
        return drawn if isinstance(drawn, Overflow) else Placed(drawn)

    def flow(self, kit: Kit, width: Length) -> Flow:
        """Bars, one row each, and the source as a note."""
        source = told_height(kit, self.told(), width)
        row = kit.sheet.size * 1.9

        def draw(box: Box, heights: tuple[Length, ...]) -> tuple[Item, ...]:
            place = Box(box.x, box.y, box.w, heights[0])
            drawn = bars(kit, self.figures(), place, Sizes(pt(9), pt(9), pt(9), mm(1)))
            note = Box(box.x, place.bottom, box.w, source)
            text = self.told().source_line(kit)
            style = kit.style(kit.sheet.note, kit.quiet)
            said = (kit.text("source", note, [kit.para(text, style)]),) if text else ()
            return (*(drawn.items if not isinstance(drawn, Overflow) else ()), *said)

        return Flow((row * max(1, len(self.loaded)), source), (True, False), draw)


