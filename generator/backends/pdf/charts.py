"""Charts drawn as vectors, the way PowerPoint shows the native chart of the same item.

The first category stands on the left of columns and on top of bars; names stand at the low end of the scale, whatever the
values' signs; the axis line stands at zero, or at the end of the scale nearest to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from generator.backends.pdf.faces import Faces
from generator.backends.pdf.surface import Surface
from generator.geometry import ZERO, Box, Length, pt
from generator.page.items import ChartForm, ChartItem, Datum
from generator.page.text import Align, Piece, Style

LABEL_GAP = pt(4)
"""Between a column's end and its value."""
CATEGORY_GAP = pt(6)
"""Between the scale's low end and the category names."""
COLUMN_AIR = pt(4)
"""Kept free between the names of neighbouring columns."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A datum, its slot along the axis, and the column or bar itself (thin for zero)."""

    datum: Datum
    slot: Box
    box: Box


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line of text stands: its left, middle or right at `x`."""

    x: Length
    baseline: Length
    align: Align


def draw_chart(surface: Surface, chart: ChartItem) -> None:
    """Draw columns or bars, the axis line over them, then each value and category name."""
    drawn = tuple(bars(chart))
    for bar in drawn:
        if bar.box.w and bar.box.h:
            surface.fill(bar.box, bar.datum.colour)
    surface.rule(axis_line(chart), chart.axis)
    for bar in drawn:
        datum = bar.datum
        _put(surface, datum.label, datum.label_style, _value_place(surface.faces, chart, bar))
        _put_name(surface, chart, bar)


def bars(chart: ChartItem) -> Iterator[Bar]:
    """Each datum's column (left to right) or bar (top to bottom), from the axis line to its value, cut at the scale's ends."""
    if not chart.data:
        return
    plot, zero = chart.plot, _share(chart, 0)
    thickness = 1 / (1 + chart.gap / 100)
    column = chart.form is ChartForm.COLUMN
    slots = plot.columns(len(chart.data)) if column else plot.rows(len(chart.data))
    for datum, slot in zip(chart.data, slots, strict=True):
        low, high = sorted((_share(chart, datum.value), zero))
        if column:
            room = slot.centred(slot.w * thickness, slot.h)
            box = replace(room, y=plot.bottom - plot.h * high, h=plot.h * (high - low))
        else:
            room = slot.centred(slot.w, slot.h * thickness)
            box = replace(room, x=plot.x + plot.w * low, w=plot.w * (high - low))
        yield Bar(datum, slot, box)


def axis_line(chart: ChartItem) -> Box:
    """The category axis: a box without height (columns) or width (bars)."""
    plot, zero = chart.plot, _share(chart, 0)
    if chart.form is ChartForm.COLUMN:
        return Box(plot.x, plot.bottom - plot.h * zero, plot.w, ZERO)
    return Box(plot.x + plot.w * zero, plot.y, ZERO, plot.h)


def _share(chart: ChartItem, value: float) -> float:
    """Where on the scale `value` stands, from 0 to 1."""
    reach = chart.high - chart.low
    return min(1.0, max(0.0, (value - chart.low) / reach)) if reach else 0.0


def _value_place(faces: Faces, chart: ChartItem, bar: Bar) -> Place:
    style, box, below_zero = bar.datum.label_style, bar.box, bar.datum.value < 0
    match chart.form:
        case ChartForm.COLUMN:
            over = box.y - LABEL_GAP - faces.descent(style)
            under = box.bottom + LABEL_GAP + faces.ascent(style)
            return Place(box.x + box.w / 2, under if below_zero else over, Align.CENTRE)
        case ChartForm.BAR:
            baseline = box.y + box.h / 2 + _half(faces, style)
            if below_zero:
                return Place(box.x - LABEL_GAP, baseline, Align.RIGHT)
            return Place(box.right + LABEL_GAP, baseline, Align.LEFT)
        case _:
            assert_never(chart.form)


def _put_name(surface: Surface, chart: ChartItem, bar: Bar) -> None:
    """Draw the category's name: below its column, or left of its bar, in as many lines as it needs."""
    style, slot, plot, faces = bar.datum.category_style, bar.slot, chart.plot, surface.faces
    pitch = faces.ascent(style) + faces.descent(style)
    if chart.form is ChartForm.COLUMN:
        lines = wrap(faces, bar.datum, slot.w - COLUMN_AIR)
        first = Place(slot.x + slot.w / 2, plot.bottom + CATEGORY_GAP + faces.ascent(style), Align.CENTRE)
    else:
        lines = wrap(faces, bar.datum, plot.x - CATEGORY_GAP - chart.box.x)
        above = pitch * ((len(lines) - 1) / 2)
        first = Place(plot.x - CATEGORY_GAP, slot.y + slot.h / 2 + _half(faces, style) - above, Align.RIGHT)
    for number, text in enumerate(lines):
        end = " " if text is not lines[-1] else ""
        _put(surface, text, style, replace(first, baseline=first.baseline + pitch * number), end)


def _put(surface: Surface, text: str, style: Style, place: Place, end: str = "") -> None:
    if text:
        width = surface.faces.width(text, style)
        share = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[place.align]
        surface.words(place.x - width * share, place.baseline, (Piece(text, style, ZERO, width),), end)


def _half(faces: Faces, style: Style) -> Length:
    """From the middle of a line's height down to its baseline."""
    return (faces.ascent(style) - faces.descent(style)) / 2


def wrap(faces: Faces, datum: Datum, room: Length) -> tuple[str, ...]:
    """A category's name in lines no wider than `room`; a single wider word stays whole."""
    lines: list[str] = []
    for word in datum.category.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and faces.width(longer, datum.category_style) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
