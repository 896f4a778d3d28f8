"""Charts drawn as vectors, the way PowerPoint shows the native chart of the same item.

The first category stands on the left of columns and on top of bars; names stand at the low end of the scale, whatever the
values' signs; the axis line stands at zero, or at the end of the scale nearest to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from generator.backends.pdf.chart_lines import draw_lines
from generator.backends.pdf.chart_scale import Ground, Place, draw_names, half, put
from generator.backends.pdf.chart_slices import draw_slices
from generator.backends.pdf.faces import Faces
from generator.backends.pdf.surface import Surface
from generator.geometry import Box, Length, pt
from generator.page.items import Bars, ChartItem, Datum, Lines, Slices, Stroke
from generator.page.text import Align

LABEL_GAP = pt(4)
"""Between a column's end and its value."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A datum and its column or bar (thin for zero)."""

    datum: Datum
    box: Box


def draw_chart(surface: Surface, chart: ChartItem) -> None:
    """Draw a chart's form, its axis, its labels and the categories' names."""
    match chart.form:
        case Bars():
            _draw_bars(surface, chart, chart.form)
        case Lines():
            draw_lines(surface, chart, chart.form)
        case Slices():
            draw_slices(surface, chart, chart.form)
        case _:
            assert_never(chart.form)


def _draw_bars(surface: Surface, chart: ChartItem, form: Bars) -> None:
    drawn, ground = tuple(bars(chart, form)), Ground(chart.plot, form.scale, form.upright)
    seams = [series.stroke for series in chart.series for _ in series.data]
    for bar, seam in zip(drawn, seams, strict=True):
        if bar.box.w and bar.box.h:
            surface.fill(bar.box, bar.datum.colour)
            if seam:
                _outline(surface, bar.box, seam)
    surface.rule(ground.axis_line(), form.scale.axis)
    for bar in drawn:
        if bar.datum.label:
            put(surface, bar.datum.label, bar.datum.label_style, _label_place(surface.faces, form, bar))
    draw_names(surface, chart, ground)


def _outline(surface: Surface, box: Box, stroke: Stroke) -> None:
    for side in (replace(box, h=box.h * 0), replace(box, w=box.w * 0)):
        surface.rule(side, stroke)
        surface.rule(side.moved(box.w - side.w, box.h - side.h), stroke)


def bars(chart: ChartItem, form: Bars) -> Iterator[Bar]:
    """Each series' columns (left to right) or bars (top to bottom), cut at the scale's ends.

    They reach from the axis line, or from the end of the series before, to their value. Series that are not stacked share a slot.
    """
    ground = Ground(chart.plot, form.scale, form.upright)
    slots, base = ground.slots(len(chart.categories)), [0.0] * len(chart.categories)
    thickness = 1 / (1 + form.gap / 100)
    for series in chart.series:
        for number, (datum, slot) in enumerate(zip(series.data, slots, strict=True)):
            start, end = base[number], base[number] + (datum.value or 0.0)
            base[number] = end if form.stacked else 0.0
            yield Bar(datum, _between(ground, slot, thickness, (start, end)))


def _between(ground: Ground, slot: Box, thickness: float, ends: tuple[float, float]) -> Box:
    plot, (low, high) = ground.plot, sorted(map(ground.share, ends))
    if ground.upright:
        return replace(slot.centred(slot.w * thickness, slot.h), y=plot.bottom - plot.h * high, h=plot.h * (high - low))
    return replace(slot.centred(slot.w, slot.h * thickness), x=plot.x + plot.w * low, w=plot.w * (high - low))


def _label_place(faces: Faces, form: Bars, bar: Bar) -> Place:
    style, box, below_zero = bar.datum.label_style, bar.box, (bar.datum.value or 0) < 0
    middle: Length = box.y + box.h / 2 + half(faces, style)
    if form.stacked:
        return Place(box.x + box.w / 2, middle, Align.CENTRE)
    if form.upright:
        over = box.y - LABEL_GAP - faces.descent(style)
        under = box.bottom + LABEL_GAP + faces.ascent(style)
        return Place(box.x + box.w / 2, under if below_zero else over, Align.CENTRE)
    if below_zero:
        return Place(box.x - LABEL_GAP, middle, Align.RIGHT)
    return Place(box.right + LABEL_GAP, middle, Align.LEFT)
