"""Native charts, labelled directly, each point in its own colour of the theme: the part, its plot and its axes."""

from __future__ import annotations

from typing import assert_never

from generator.backends.pptx.chart_series import number, write_clear, write_look, write_series
from generator.backends.pptx.geometry import write_box
from generator.backends.pptx.markup import NAMESPACES, Element, add, part, root
from generator.backends.pptx.paint import write_line
from generator.backends.pptx.place import Place
from generator.backends.pptx.text import Voice
from generator.geometry import Length
from generator.page.items import Bars, ChartItem, Lines, Scale, Slices
from generator.page.text import Style

_CATEGORY_AXIS, _VALUE_AXIS = 111_111_111, 222_222_222


def write_chart_frame(frame: Element, item: ChartItem, place: Place) -> None:
    """Append position and reference to a chart's graphic frame; the chart itself becomes a part of its own."""
    write_box(frame, item.box, "p:xfrm")
    data = add(add(frame, "a:graphic"), "a:graphicData", uri=NAMESPACES["c"])
    add(data, "c:chart", **{"r:id": place.relations.chart(item)})


def chart_part(item: ChartItem, voice: Voice) -> bytes:
    """The chart's part, without the reference to its workbook."""
    space = root("c:chartSpace", "c a r")
    add(space, "c:date1904", val=0)
    add(space, "c:lang", val=voice.language)
    add(space, "c:roundedCorners", val=0)
    chart = add(space, "c:chart")
    add(chart, "c:autoTitleDeleted", val=1)
    plot = add(chart, "c:plotArea")
    _write_layout(plot, item)
    _write_form(plot, item, voice)
    write_clear(plot)
    add(chart, "c:plotVisOnly", val=1)
    add(chart, "c:dispBlanksAs", val="gap")
    write_clear(space)
    usual = _usual(item)
    if usual:
        write_look(space, usual, voice)
    return part(space)


def _write_layout(plot: Element, item: ChartItem) -> None:
    layout = add(add(plot, "c:layout"), "c:manualLayout")
    add(layout, "c:layoutTarget", val="inner")
    add(layout, "c:xMode", val="edge")
    add(layout, "c:yMode", val="edge")
    box, inner = item.box, item.plot
    add(layout, "c:x", val=_share(inner.x - box.x, box.w))
    add(layout, "c:y", val=_share(inner.y - box.y, box.h))
    add(layout, "c:w", val=_share(inner.w, box.w))
    add(layout, "c:h", val=_share(inner.h, box.h))


def _write_form(plot: Element, item: ChartItem, voice: Voice) -> None:
    match item.form:
        case Bars(scale, _, upright):
            _write_bars(plot, item, item.form, voice)
            _write_axes(plot, item, scale, upright, voice)
        case Lines(scale):
            _write_lines(plot, item, voice)
            _write_axes(plot, item, scale, True, voice)
        case Slices():
            _write_slices(plot, item, item.form, voice)
        case _:
            assert_never(item.form)


def _write_bars(plot: Element, item: ChartItem, form: Bars, voice: Voice) -> None:
    bars = add(plot, "c:barChart")
    add(bars, "c:barDir", val="col" if form.upright else "bar")
    add(bars, "c:grouping", val="stacked" if form.stacked else "clustered")
    add(bars, "c:varyColors", val=0)
    for index in range(len(item.series)):
        write_series(bars, item, index, voice)
    add(bars, "c:gapWidth", val=form.gap)
    if form.stacked:
        add(bars, "c:overlap", val=100)
    _refer(bars)


def _write_lines(plot: Element, item: ChartItem, voice: Voice) -> None:
    lines = add(plot, "c:lineChart")
    add(lines, "c:grouping", val="standard")
    add(lines, "c:varyColors", val=0)
    for index in range(len(item.series)):
        write_series(lines, item, index, voice)
    add(lines, "c:marker", val=1)
    _refer(lines)


def _write_slices(plot: Element, item: ChartItem, form: Slices, voice: Voice) -> None:
    slices = add(plot, "c:doughnutChart" if form.hole else "c:pieChart")
    add(slices, "c:varyColors", val=1)
    write_series(slices, item, 0, voice)
    add(slices, "c:firstSliceAng", val=0)
    if form.hole:
        add(slices, "c:holeSize", val=round(form.hole * 100))


def _refer(plotted: Element) -> None:
    add(plotted, "c:axId", val=_CATEGORY_AXIS)
    add(plotted, "c:axId", val=_VALUE_AXIS)


def _write_axes(plot: Element, item: ChartItem, scale: Scale, upright: bool, voice: Voice) -> None:
    _write_category_axis(plot, scale, upright, voice)
    _write_value_axis(plot, item, scale, upright)


def _write_category_axis(plot: Element, scale: Scale, upright: bool, voice: Voice) -> None:
    axis = add(plot, "c:catAx")
    add(axis, "c:axId", val=_CATEGORY_AXIS)
    # bars grow upwards from the axis' origin; the first category is meant to be on top
    add(add(axis, "c:scaling"), "c:orientation", val="minMax" if upright else "maxMin")
    add(axis, "c:delete", val=0)
    add(axis, "c:axPos", val="b" if upright else "l")
    add(axis, "c:numFmt", formatCode="General", sourceLinked=0)
    add(axis, "c:majorTickMark", val="none")
    add(axis, "c:minorTickMark", val="none")
    add(axis, "c:tickLblPos", val="low" if scale.names else "none")
    write_line(add(axis, "c:spPr"), scale.axis)
    if scale.names:
        write_look(axis, scale.names, voice)
    add(axis, "c:crossAx", val=_VALUE_AXIS)
    add(axis, "c:crosses", val="autoZero")
    add(axis, "c:auto", val=0)
    add(axis, "c:lblAlgn", val="ctr")
    add(axis, "c:lblOffset", val=100)
    add(axis, "c:tickLblSkip", val=1)
    add(axis, "c:noMultiLvlLbl", val=1)


def _write_value_axis(plot: Element, item: ChartItem, scale: Scale, upright: bool) -> None:
    axis = add(plot, "c:valAx")
    add(axis, "c:axId", val=_VALUE_AXIS)
    scaling = add(axis, "c:scaling")
    add(scaling, "c:orientation", val="minMax")
    add(scaling, "c:max", val=number(scale.high))
    add(scaling, "c:min", val=number(scale.low))
    add(axis, "c:delete", val=1)
    add(axis, "c:axPos", val="l" if upright else "b")
    add(axis, "c:numFmt", formatCode=item.number_format, sourceLinked=0)
    add(axis, "c:majorTickMark", val="none")
    add(axis, "c:minorTickMark", val="none")
    add(axis, "c:tickLblPos", val="none")
    add(axis, "c:crossAx", val=_CATEGORY_AXIS)
    add(axis, "c:crosses", val="autoZero")
    add(axis, "c:crossBetween", val="between")


def _usual(item: ChartItem) -> Style | None:
    """What text that somebody adds to the chart looks like: the names, or else the labels."""
    names = None if isinstance(item.form, Slices) else item.form.scale.names
    return names or next((datum.label_style for series in item.series for datum in series.data), None)


def _share(length: Length, whole: Length) -> str:
    return f"{length.ratio(whole):.6f}"
