"""The series of a native chart: their points' looks, labels, and the copy of their values beside the workbook's."""

from __future__ import annotations

from collections import Counter
from typing import assert_never

from generator.backends.pptx.markup import Element, add, say
from generator.backends.pptx.paint import write_fill, write_line
from generator.backends.pptx.text import Voice, write_style
from generator.page.colour import Colour
from generator.page.items import Bars, ChartItem, Datum, Lines, Series, Slices, Stroke
from generator.page.text import Style

_HIDDEN_KEYS = ("c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize")


def write_series(parent: Element, item: ChartItem, index: int, voice: Voice) -> None:
    """Append the series of that index with its points, labels and values."""
    held, column = item.series[index], chr(ord("B") + index)
    series = add(parent, "c:ser")
    add(series, "c:idx", val=index)
    add(series, "c:order", val=index)
    _write_texts(add(series, "c:tx"), f"Sheet1!${column}$1", (held.name,))
    _write_points(series, item, held)
    _write_labels(series, item, held, voice)
    last = len(item.categories) + 1
    _write_texts(add(series, "c:cat"), f"Sheet1!$A$2:$A${last}", item.categories)
    _write_numbers(add(series, "c:val"), f"Sheet1!${column}$2:${column}${last}", item, held)
    if isinstance(item.form, Lines):
        add(series, "c:smooth", val=0)


def _write_points(series: Element, item: ChartItem, held: Series) -> None:
    form = item.form
    match form:
        case Bars():
            if held.data:
                _write_paint(series, Counter(datum.colour for datum in held.data).most_common(1)[0][0], held.stroke)
            add(series, "c:invertIfNegative", val=0)
            for index, datum in enumerate(held.data):
                point = _point(series, index)
                add(point, "c:invertIfNegative", val=0)
                add(point, "c:bubble3D", val=0)
                _write_paint(point, datum.colour, held.stroke)
        case Lines():
            write_line(add(series, "c:spPr"), held.stroke, soft=True)
            _write_dot(series, form, None)
            for index, datum in enumerate(held.data):
                if datum.dot:
                    point = _point(series, index)
                    _write_dot(point, form, datum.colour)
                    add(point, "c:bubble3D", val=0)
                    write_line(add(point, "c:spPr"), held.stroke, soft=True)
        case Slices():
            for index, datum in enumerate(held.data):
                point = _point(series, index)
                add(point, "c:bubble3D", val=0)
                _write_paint(point, datum.colour, form.seam)
        case _:
            assert_never(form)


def _point(series: Element, index: int) -> Element:
    point = add(series, "c:dPt")
    add(point, "c:idx", val=index)
    return point


def _write_dot(parent: Element, form: Lines, colour: Colour | None) -> None:
    """A disc at points, or none without a colour."""
    marker = add(parent, "c:marker")
    if colour is None:
        add(marker, "c:symbol", val="none")
        return
    add(marker, "c:symbol", val="circle")
    add(marker, "c:size", val=min(72, max(2, round(form.dot.pt))))
    _write_paint(marker, colour, None)


def _write_labels(series: Element, item: ChartItem, held: Series, voice: Voice) -> None:
    labels = add(series, "c:dLbls")
    if isinstance(item.form, Slices) or not any(datum.label for datum in held.data):
        add(labels, "c:delete", val=1)
        return
    for index, datum in enumerate(held.data):
        label = add(labels, "c:dLbl")
        add(label, "c:idx", val=index)
        if datum.label:
            _write_shift(label, item, datum)
            _write_label(label, item, datum, voice)
        else:
            add(label, "c:delete", val=1)
    _write_label(labels, item, next(datum for datum in held.data if datum.label), voice)


def _write_shift(label: Element, item: ChartItem, datum: Datum) -> None:
    """How far a label is moved from its usual place, as a share of the chart."""
    if datum.shift:
        moved = add(add(label, "c:layout"), "c:manualLayout")
        add(moved, "c:x", val=f"{datum.shift.ratio(item.box.w):.6f}")
        add(moved, "c:y", val=0)


def _write_label(label: Element, item: ChartItem, datum: Datum, voice: Voice) -> None:
    add(label, "c:numFmt", formatCode=item.number_format, sourceLinked=0)
    write_clear(label)
    write_look(label, datum.label_style, voice)
    if place := _label_place(item, datum):
        add(label, "c:dLblPos", val=place)
    add(label, "c:showLegendKey", val=0)
    add(label, "c:showVal", val=1)
    for key in _HIDDEN_KEYS:
        add(label, key, val=0)


def _label_place(item: ChartItem, datum: Datum) -> str:
    match item.form:
        case Bars():
            return "ctr" if item.form.stacked else "outEnd"
        case Lines():
            return "b" if datum.under else "t"
        case Slices():
            return ""
        case _:
            assert_never(item.form)


def write_look(parent: Element, style: Style, voice: Voice) -> None:
    """Append how text of a chart's part looks."""
    made = add(parent, "c:txPr")
    add(made, "a:bodyPr", rot=0, vert="horz")
    add(made, "a:lstStyle")
    paragraph = add(made, "a:p")
    write_style(add(paragraph, "a:pPr"), "a:defRPr", style, voice)
    add(paragraph, "a:endParaRPr", lang=voice.language)


def write_clear(parent: Element) -> None:
    """Append that something has neither ground nor outline."""
    shape = add(parent, "c:spPr")
    write_fill(shape, None)
    write_line(shape, None)


def number(value: float) -> str:
    """A number as parts hold it."""
    return f"{value:.15g}"


def _write_texts(parent: Element, reference: str, texts: tuple[str, ...]) -> None:
    held = add(parent, "c:strRef")
    say(held, "c:f", reference)
    cache = add(held, "c:strCache")
    add(cache, "c:ptCount", val=len(texts))
    for index, text in enumerate(texts):
        say(add(cache, "c:pt", idx=index), "c:v", text)


def _write_numbers(parent: Element, reference: str, item: ChartItem, series: Series) -> None:
    held = add(parent, "c:numRef")
    say(held, "c:f", reference)
    cache = add(held, "c:numCache")
    say(cache, "c:formatCode", item.number_format)
    add(cache, "c:ptCount", val=len(series.data))
    for index, datum in enumerate(series.data):
        if datum.value is not None:
            say(add(cache, "c:pt", idx=index), "c:v", number(datum.value))


def _write_paint(parent: Element, colour: Colour, stroke: Stroke | None) -> None:
    shape = add(parent, "c:spPr")
    write_fill(shape, colour)
    write_line(shape, stroke)
