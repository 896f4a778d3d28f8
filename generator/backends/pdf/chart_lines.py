"""Lines of a chart: from point to point, broken where a value is missing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.backends.pdf.chart_scale import Ground, Place, draw_names, put
from generator.backends.pdf.faces import Faces
from generator.backends.pdf.shapes import outline
from generator.backends.pdf.surface import Paint, Surface
from generator.geometry import ZERO, Box, Length, pt
from generator.page.items import ChartItem, Datum, Lines, Series
from generator.page.shapes import Command, Ellipse, Path, Verb
from generator.page.text import Align

LABEL_GAP = pt(4)
"""Between a point's disc and its label."""
Point = tuple[Datum, Length, Length]
"""A datum that has a value, and where it stands."""


def draw_lines(surface: Surface, chart: ChartItem, form: Lines) -> None:
    """Draw the axis, the names, and each series over those before it, its labels last."""
    ground = Ground(chart.plot, form.scale)
    surface.rule(ground.axis_line(), form.scale.axis)
    draw_names(surface, chart, ground)
    for series in chart.series:
        for run in runs(series, ground):
            _draw_run(surface, series, run, chart.plot)
        for datum, x, y in (point for run in runs(series, ground) for point in run):
            if datum.dot:
                disc = Box(x - form.dot / 2, y - form.dot / 2, form.dot, form.dot)
                surface.trace(outline(Ellipse(), disc), disc, Paint(fill=datum.colour))
    for series in chart.series:
        for datum, x, y in (point for run in runs(series, ground) for point in run):
            put(surface, datum.label, datum.label_style, _label_place(surface.faces, datum, (x, y), form.dot))


def runs(series: Series, ground: Ground) -> Iterator[list[Point]]:
    """The points of a series between its gaps."""
    run: list[Point] = []
    for datum, slot in zip(series.data, ground.slots(len(series.data)), strict=True):
        if datum.value is not None:
            run.append((datum, slot.x + slot.w / 2, slot.bottom - slot.h * ground.share(datum.value)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _draw_run(surface: Surface, series: Series, run: list[Point], plot: Box) -> None:
    if len(run) < 2 or series.stroke is None:
        return
    steps = [((x - plot.x).pt, (y - plot.y).pt) for _, x, y in run]
    commands = tuple(Command(Verb.LINE if number else Verb.MOVE, (step,)) for number, step in enumerate(steps))
    path = Path(commands, plot.w.pt, plot.h.pt)
    surface.trace(path, plot, Paint(stroke=series.stroke, soft=not series.stroke.dashed))


def _label_place(faces: Faces, datum: Datum, at: tuple[Length, Length], dot: Length) -> Place:
    style, x, y = datum.label_style, at[0] + datum.shift, at[1]
    away = (dot / 2 if datum.dot else ZERO) + LABEL_GAP
    under = y + away + faces.ascent(style)
    return Place(x, under if datum.under else y - away - faces.descent(style), Align.CENTRE)
