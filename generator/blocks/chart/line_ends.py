"""The series of a line chart as they look, and the words at their ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.blocks._room import whole
from generator.blocks.chart.drawing import AIR, Job
from generator.blocks.chart.figures import Values
from generator.blocks.chart.tones import paler, said_in
from generator.geometry import ZERO, Length, pt
from generator.kit import Kit
from generator.page.items import Stroke
from generator.page.text import Align, Paragraph, Run

BESIDE = pt(6)
"""Between the disc at a line's end and the words there."""
WIDEST = (0.3, 0.28)
"""The most of the width that names at the ends may take on one line, and on several."""
MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One series to draw."""

    name: str
    values: Values
    stroke: Stroke
    strong: bool

    @property
    def first(self) -> float | None:
        """The value of the first category."""
        return self.values[0]

    @property
    def last(self) -> float:
        """The last value there is."""
        return next(value for value in reversed(self.values) if value is not None)


@dataclass(frozen=True, slots=True)
class Ends:
    """The words at the lines' ends, set in a width."""

    job: Job
    size: Length
    rows: tuple[Row, ...]
    width: Length = ZERO

    broken: bool = False
    """Whether the value stands under the name."""

    @property
    def away(self) -> Length:
        """How far the words stand from the middle of the points."""
        return self.job.sizes.dot / 2 + BESIDE

    def last(self, row: Row) -> list[Paragraph]:
        """Name and last value."""
        kit = self.job.kit
        colour = said_in(kit, row.stroke.colour)
        value = Run(self.job.figures.label(row.last), kit.style(self.size, colour, bold=True))
        name = kit.style(self.size, colour, bold=row.strong)
        if self.broken:
            return [Paragraph((Run(row.name, name),)), Paragraph((value,))]
        return [Paragraph((Run(f"{row.name} ", name), value))]

    def first(self, row: Row) -> list[Paragraph]:
        """The first value."""
        kit = self.job.kit
        style = kit.style(self.size, said_in(kit, row.stroke.colour), bold=True)
        return [kit.para(self.job.figures.label(row.first or 0.0), style, align=Align.RIGHT)]

    @property
    def before(self) -> Length:
        """What the first values take, on one line."""
        started = [row for row in self.rows if row.first is not None]
        return max((_one_line(self.job.kit, self.first(row)) for row in started), default=ZERO)


def rows_of(job: Job) -> tuple[Row, ...]:
    """The series, told apart by colour, thickness and dashes."""
    kit, figures = job.kit, job.figures
    neutral = kit.theme.named["neutral"]
    pale, calm = paler(kit, kit.role, 45), paler(kit, neutral.role, 30)
    strong = iter(((kit.accent, False), (neutral, False), (pale, False), (calm, True)))
    weak = iter(((calm, False), (calm, True), (neutral, False)))
    rows = []
    for name, values in figures.series:
        named = len(figures.raw) == 1 or figures.strong(name)
        colour, dashed = next(strong if named else weak)
        rows.append(Row(name, values, Stroke(colour, job.sizes.line if named else job.sizes.line * 0.75, dashed), named))
    return tuple(rows)


def ends_of(job: Job, size: Length, rows: tuple[Row, ...]) -> Ends | None:
    """The words at the ends: none for one series, on one line or else on several for more."""
    ends = Ends(job, size, rows)
    if len(rows) < 2:
        return ends
    one = max(_one_line(job.kit, ends.last(row)) for row in rows) / AIR
    if one <= job.box.w * WIDEST[0]:
        return replace(ends, width=one)
    width = job.box.w * WIDEST[1]
    told = [replace(ends, broken=True).last(row) for row in rows]
    if all(whole(job.kit, said, width) and len(job.kit.body(said, width * AIR).lines) <= MOST_LINES for said in told):
        return replace(ends, width=min(width, max(_one_line(job.kit, said) for said in told) / AIR), broken=True)
    return None


def _one_line(kit: Kit, said: Sequence[Paragraph]) -> Length:
    return max(Length(sum(kit.width(run.text, run.style).emu for run in p.runs)) for p in said) + pt(1)
