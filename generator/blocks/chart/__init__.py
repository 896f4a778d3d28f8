"""Numbers drawn as columns, bars, lines or slices, labelled directly, with what they show and where they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from generator.block import Block, Depth, Flow, Overflow, Placed
from generator.blocks.chart.drawing import SLIDE, Drawing, Job, bars, columns
from generator.blocks.chart.figures import Figures, Values
from generator.blocks.chart.frame import WIDE, Frame
from generator.blocks.chart.joints import (
    FEWEST,
    Consequence,
    Finding,
    between_categories,
    between_words,
    first_between_categories,
)
from generator.blocks.chart.lines import lines
from generator.blocks.chart.listed import listed
from generator.blocks.chart.loading import Asked, load
from generator.blocks.chart.sheet import flow_chart
from generator.blocks.chart.slices import slices, spaced
from generator.blocks.chart.stacked import stacked_bars, stacked_columns
from generator.blocks.chart.told import Told
from generator.errors import Findings
from generator.geometry import Box, Length
from generator.kit import Kit
from generator.notation.csv import CsvTable
from generator.notation.inline import Rich, Text

LOADED, SPREAD = "\0loaded", "\0spread"
STACKED = ("stacked", "stacked-bar")
WHOLE = ("pie", "doughnut")


Way = Callable[[Job], Drawing | Overflow]
"""One way to draw a form."""


class Chart(Block):
    """Numbers from a data file: one series, or two to four."""

    tellable: ClassVar[bool] = False

    kind: Literal["chart"] = "chart"
    form: Literal["column", "bar", "line", "pie", "doughnut", "stacked", "stacked-bar"]
    data: str
    category: str
    value: str = ""
    values: tuple[str, ...] = Field(default=(), max_length=4)
    unit: str = ""
    emphasis: tuple[str, ...] = ()
    finding: Finding | None = None
    points: tuple[Consequence, ...] = Field(default=(), max_length=3)
    source: Text | None = None
    illustrative: bool = False
    loaded: tuple[tuple[str, Values], ...] = Field(default=(), validation_alias=LOADED)
    """Each category with its number in every series, set by the reader."""
    spread: tuple[float, float] = Field(default=(0.0, 0.0), validation_alias=SPREAD)
    """What the scale spans at least, where other categories stand on another slide."""

    @model_validator(mode="after")
    def _columns_named(self) -> Self:
        if bool(self.value) == bool(self.values):
            raise ValueError("a chart takes its numbers either from 'value', one column, or from 'values', two to four")
        if self.values and self.form not in (*STACKED, "line"):
            raise ValueError(
                f"a chart of form {self.form!r} shows one series: name its column in 'value', or use line or stacked"
            )
        if self.value and self.form in STACKED:
            raise ValueError(f"a chart of form {self.form!r} shows two to four series: name their columns in 'values'")
        if len(self.values) == 1 or len(set(self.values)) < len(self.values):
            raise ValueError("'values' names two to four different columns; one column stands in 'value'")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of the series."""
        return self.values or (self.value,)

    def with_table(self, table: CsvTable, findings: Findings) -> Chart:
        """The chart with its numbers; findings (C010, C005) for columns, numbers or emphasis that are not there."""
        loaded = load(Asked(self.form, self.category, self.names, self.emphasis, self.unit, self.span), table, findings)
        return self if loaded is None else self.model_copy(update={"loaded": loaded})

    def shorten(self, depth: Depth) -> Self:
        """At brief depth without the consequences."""
        return self.model_copy(update={"points": ()}) if depth is Depth.BRIEF and self.points else self

    def split(self) -> tuple[Self, Self] | None:
        """Many categories in two charts on one scale; else the words beside it, each with the drawing; else few categories."""
        parted = self.form != "line" and len(self.loaded) >= FEWEST
        many = between_categories(self.loaded, self._reach()) if parted else None
        first = first_between_categories(len(self.loaded), self.finding, self.points)
        cut = (many if first else None) or between_words(self.finding, self.points) or many
        return (self.model_copy(update=cut[0]), self.model_copy(update=cut[1])) if cut else None

    def _reach(self) -> tuple[float, float]:
        """What a scale spans on which all of it stands."""
        figures = self.figures()
        return figures.reach if self.form in STACKED else figures.spread

    def figures(self) -> Figures:
        """The numbers and how they are written; slices begin with the largest."""
        rows = self.loaded
        if self.form in WHOLE and rows:
            start = max(range(len(rows)), key=lambda index: (rows[index][1][0] or 0.0, -index))
            rows = (*rows[start:], *rows[:start])
        series = zip(self.names, zip(*(values for _, values in rows), strict=True), strict=True) if rows else ()
        return Figures(tuple(name for name, _ in rows), tuple(series), self.unit, frozenset(self.emphasis), self.spread)

    def told(self) -> Told:
        """What stands beside the drawing."""
        finding = (self.finding.value, self.finding.text) if self.finding else None
        return Told(finding, tuple((p.lead, p.text) for p in self.points), self.source, self.illustrative)

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """The drawing with the finding in its free corner, in its ring or at its side, the source below.

        Where names have no room, columns and slices are drawn as bars.
        """
        if not self.loaded:
            return Placed(())
        job, told = Job(kit, self.figures(), box, SLIDE, self.told().summary), self.told()
        refused = Overflow(box.h * 2, box.h)
        for said, draw in self._ways(told, box.w >= WIDE):
            framed = Frame(kit, said, box).framed(_placed(job, draw))
            if not isinstance(framed, Overflow):
                return Placed(framed)
            refused = framed
        return refused

    def _ways(self, told: Told, wide: bool) -> Iterator[tuple[Told, Way]]:
        """How the form may be drawn, the best way first, and the words that then stand beside it.

        The finding of a ring stands in it where there is no room for a panel.
        """
        match self.form:
            case "column":
                yield told, columns
            case "line":
                yield told, lines
            case "stacked":
                yield told, stacked_columns
            case "pie":
                if wide and not told.finding and not told.points:
                    yield told, lambda job: listed(job, ring=False)
                yield told, lambda job: slices(job, ring=False)
            case "doughnut":
                centre = told.finding
                said_within = not centre or _is_share(centre[0], self.figures())
                if wide and not told.points and said_within:
                    yield replace(told, finding=None), lambda job: listed(job, ring=True, centre=centre)
                    yield replace(told, finding=None), lambda job: slices(job, ring=True, centre=centre)
                if centre and wide:
                    yield told, lambda job: slices(job, ring=True)
                yield replace(told, finding=None), lambda job: slices(job, ring=True, centre=centre)
                number = (centre[0], Rich(())) if centre else None
                yield told, lambda job: slices(job, ring=True, centre=number)
        if len(self.names) == 1 and not any(None in values for _, values in self.loaded):
            yield told, bars
        elif self.form in STACKED:
            yield told, stacked_bars

    def flow(self, kit: Kit, width: Length) -> Flow:
        """The finding, the drawing in a compact form, what follows, and the source as a note."""
        return flow_chart(kit, self.form, self.figures(), self.told(), width)


def _is_share(value: Rich, figures: Figures) -> bool:
    """Whether a finding's number is one of the shares, which a ring says once, in its middle."""
    told = {figures.label(number) for _, number in figures.values} if figures.unit.strip() == "%" else set()
    said = {*told, *(f"{share} %" for share in figures.shares)}
    return spaced(str(value)) in {spaced(text) for text in said}


def _placed(job: Job, draw: Way) -> Callable[[Box], Drawing | Overflow]:
    """A way to draw in whichever box the words leave."""
    return lambda box: draw(replace(job, box=box))
