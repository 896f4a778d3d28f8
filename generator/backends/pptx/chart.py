"""Native column and bar charts of one series, labelled directly, each point in its own colour of the theme."""

from __future__ import annotations

from collections import Counter

from generator.backends.pptx.geometry import write_box
from generator.backends.pptx.markup import NAMESPACES, Element, add, part, root, say
from generator.backends.pptx.paint import write_fill, write_line
from generator.backends.pptx.place import Place
from generator.backends.pptx.text import Voice, write_style
from generator.geometry import Length
from generator.page.colour import Colour
from generator.page.items import ChartForm, ChartItem
from generator.page.text import Style

_CATEGORY_AXIS, _VALUE_AXIS = 111_111_111, 222_222_222
_HIDDEN_KEYS = ("c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize")


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
    _write_bars(plot, item, voice)
    _write_category_axis(plot, item, voice)
    _write_value_axis(plot, item)
    _write_clear(plot)
    add(chart, "c:plotVisOnly", val=1)
    add(chart, "c:dispBlanksAs", val="gap")
    _write_clear(space)
    _write_text(space, _usual(item), voice)
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


def _write_bars(plot: Element, item: ChartItem, voice: Voice) -> None:
    bars = add(plot, "c:barChart")
    add(bars, "c:barDir", val="col" if item.form is ChartForm.COLUMN else "bar")
    add(bars, "c:grouping", val="clustered")
    add(bars, "c:varyColors", val=0)
    _write_series(add(bars, "c:ser"), item, voice)
    add(bars, "c:gapWidth", val=item.gap)
    add(bars, "c:axId", val=_CATEGORY_AXIS)
    add(bars, "c:axId", val=_VALUE_AXIS)


def _write_series(series: Element, item: ChartItem, voice: Voice) -> None:
    add(series, "c:idx", val=0)
    add(series, "c:order", val=0)
    _write_texts(add(series, "c:tx"), "Sheet1!$B$1", (item.series,))
    if item.data:
        _write_paint(series, Counter(datum.colour for datum in item.data).most_common(1)[0][0])
    add(series, "c:invertIfNegative", val=0)
    for index, datum in enumerate(item.data):
        point = add(series, "c:dPt")
        add(point, "c:idx", val=index)
        add(point, "c:invertIfNegative", val=0)
        add(point, "c:bubble3D", val=0)
        _write_paint(point, datum.colour)
    _write_labels(add(series, "c:dLbls"), item, voice)
    last = len(item.data) + 1
    _write_texts(add(series, "c:cat"), f"Sheet1!$A$2:$A${last}", tuple(datum.category for datum in item.data))
    _write_numbers(add(series, "c:val"), f"Sheet1!$B$2:$B${last}", item)


def _write_labels(labels: Element, item: ChartItem, voice: Voice) -> None:
    for index, datum in enumerate(item.data):
        label = add(labels, "c:dLbl")
        add(label, "c:idx", val=index)
        if datum.label:
            _write_label(label, item.number_format, datum.label_style, voice)
        else:
            add(label, "c:delete", val=1)
    if item.data:
        _write_label(labels, item.number_format, item.data[0].label_style, voice)


def _write_label(label: Element, number_format: str, style: Style, voice: Voice) -> None:
    add(label, "c:numFmt", formatCode=number_format, sourceLinked=0)
    _write_clear(label)
    _write_text(label, style, voice)
    add(label, "c:dLblPos", val="outEnd")
    add(label, "c:showLegendKey", val=0)
    add(label, "c:showVal", val=1)
    for key in _HIDDEN_KEYS:
        add(label, key, val=0)


def _write_category_axis(plot: Element, item: ChartItem, voice: Voice) -> None:
    upright = item.form is ChartForm.COLUMN
    axis = add(plot, "c:catAx")
    add(axis, "c:axId", val=_CATEGORY_AXIS)
    # bars grow upwards from the axis' origin; the first category is meant to be on top
    add(add(axis, "c:scaling"), "c:orientation", val="minMax" if upright else "maxMin")
    add(axis, "c:delete", val=0)
    add(axis, "c:axPos", val="b" if upright else "l")
    add(axis, "c:numFmt", formatCode="General", sourceLinked=0)
    add(axis, "c:majorTickMark", val="none")
    add(axis, "c:minorTickMark", val="none")
    add(axis, "c:tickLblPos", val="low")
    write_line(add(axis, "c:spPr"), item.axis)
    _write_text(axis, _usual(item), voice)
    add(axis, "c:crossAx", val=_VALUE_AXIS)
    add(axis, "c:crosses", val="autoZero")
    add(axis, "c:auto", val=0)
    add(axis, "c:lblAlgn", val="ctr")
    add(axis, "c:lblOffset", val=100)
    add(axis, "c:tickLblSkip", val=1)
    add(axis, "c:noMultiLvlLbl", val=1)


def _write_value_axis(plot: Element, item: ChartItem) -> None:
    axis = add(plot, "c:valAx")
    add(axis, "c:axId", val=_VALUE_AXIS)
    scaling = add(axis, "c:scaling")
    add(scaling, "c:orientation", val="minMax")
    add(scaling, "c:max", val=_number(item.high))
    add(scaling, "c:min", val=_number(item.low))
    add(axis, "c:delete", val=1)
    add(axis, "c:axPos", val="l" if item.form is ChartForm.COLUMN else "b")
    add(axis, "c:numFmt", formatCode=item.number_format, sourceLinked=0)
    add(axis, "c:majorTickMark", val="none")
    add(axis, "c:minorTickMark", val="none")
    add(axis, "c:tickLblPos", val="none")
    add(axis, "c:crossAx", val=_CATEGORY_AXIS)
    add(axis, "c:crosses", val="autoZero")
    add(axis, "c:crossBetween", val="between")


def _write_text(parent: Element, style: Style, voice: Voice) -> None:
    made = add(parent, "c:txPr")
    add(made, "a:bodyPr", rot=0, vert="horz")
    add(made, "a:lstStyle")
    paragraph = add(made, "a:p")
    write_style(add(paragraph, "a:pPr"), "a:defRPr", style, voice)
    add(paragraph, "a:endParaRPr", lang=voice.language)


def _write_texts(parent: Element, reference: str, texts: tuple[str, ...]) -> None:
    held = add(parent, "c:strRef")
    say(held, "c:f", reference)
    cache = add(held, "c:strCache")
    add(cache, "c:ptCount", val=len(texts))
    for index, text in enumerate(texts):
        say(add(cache, "c:pt", idx=index), "c:v", text)


def _write_numbers(parent: Element, reference: str, item: ChartItem) -> None:
    held = add(parent, "c:numRef")
    say(held, "c:f", reference)
    cache = add(held, "c:numCache")
    say(cache, "c:formatCode", item.number_format)
    add(cache, "c:ptCount", val=len(item.data))
    for index, datum in enumerate(item.data):
        say(add(cache, "c:pt", idx=index), "c:v", _number(datum.value))


def _write_paint(parent: Element, colour: Colour) -> None:
    shape = add(parent, "c:spPr")
    write_fill(shape, colour)
    write_line(shape, None)


def _write_clear(parent: Element) -> None:
    shape = add(parent, "c:spPr")
    write_fill(shape, None)
    write_line(shape, None)


def _usual(item: ChartItem) -> Style:
    """The style most category names have: the format knows one for the whole axis."""
    return Counter(datum.category_style for datum in item.data).most_common(1)[0][0]


def _share(length: Length, whole: Length) -> str:
    return f"{length.ratio(whole):.6f}"


def _number(value: float) -> str:
    return f"{value:.15g}"
