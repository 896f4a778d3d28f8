"""Where a chart's columns, bars, axis and words stand."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pdfplumber
import pytest

from generator.backends.pdf import write
from generator.backends.pdf.chart_scale import Ground
from generator.backends.pdf.charts import bars
from generator.geometry import Box, pt
from generator.page.colour import Colour
from generator.page.items import Bars, ChartItem, Datum, Mark, Scale, Series, Stroke
from generator.page.pages import Document
from generator.page.text import Style
from generator.source import NOWHERE

COLUMN, BAR = True, False
STYLE = Style(pt(14), Colour("dk1"))
BOX, PLOT = Box(pt(100), pt(80), pt(420), pt(260)), Box(pt(200), pt(100), pt(300), pt(200))


def chart(upright: bool, *values: float, low: float = 0, name: str = "N") -> ChartItem:
    data = tuple(Datum(v, Colour("accent1"), f"v{i}", STYLE) for i, v in enumerate(values))
    form = Bars(Scale(low, 100, Stroke(Colour("dk1"), pt(1)), STYLE), 50, upright)
    names = tuple(f"{name}{i}" for i in range(len(values)))
    return ChartItem(Mark("c", NOWHERE, "en", "a chart"), BOX, form, names, (Series("s", data),), PLOT, "0")


def drawn_bars(item: ChartItem) -> list[Box]:
    assert isinstance(item.form, Bars)
    return [bar.box for bar in bars(item, item.form)]


def axis_line(item: ChartItem) -> Box:
    assert isinstance(item.form, Bars)
    return Ground(item.plot, item.form.scale, item.form.upright).axis_line()


def sides(box: Box) -> tuple[float, ...]:
    return tuple(round(side.pt, 1) for side in (box.x, box.y, box.w, box.h))


@pytest.fixture
def drawn(document: Callable[..., Document]) -> Callable[[ChartItem], Any]:
    return lambda item: pdfplumber.open(io.BytesIO(write(document(item)))).pages[0]


def word(page: Any, text: str) -> Any:
    return next(found for found in page.extract_words() if found["text"] == text)


def test_columns_share_the_plot_and_the_gap_is_a_share_of_their_width() -> None:
    assert [sides(bar) for bar in drawn_bars(chart(COLUMN, 100, 25))] == [(225, 100, 100, 200), (375, 250, 100, 50)]


def test_the_first_bar_is_on_top() -> None:
    assert [sides(bar) for bar in drawn_bars(chart(BAR, 100, 25))] == [(200, 116.7, 300, 66.7), (200, 216.7, 75, 66.7)]


def test_negative_columns_hang_from_the_zero_line() -> None:
    item = chart(COLUMN, 50, -50, low=-100)
    assert [sides(bar)[1::2] for bar in drawn_bars(item)] == [(150, 50), (200, 50)]
    assert sides(axis_line(item)) == (200, 200, 300, 0)


def test_negative_bars_reach_left_of_the_zero_line() -> None:
    item = chart(BAR, 50, -50, low=-100)
    assert [sides(bar)[::2] for bar in drawn_bars(item)] == [(350, 75), (275, 75)]
    assert sides(axis_line(item)) == (350, 100, 0, 200)


def test_a_value_beyond_the_scale_is_cut_at_its_end() -> None:
    assert [sides(bar)[1::2] for bar in drawn_bars(chart(COLUMN, 250, 20, low=50))] == [(100, 200), (300, 0)]


def test_values_stand_over_columns_and_under_negative_ones(drawn: Callable[[ChartItem], Any]) -> None:
    page = drawn(chart(COLUMN, 50, -50, low=-100))
    assert 130 < word(page, "v0")["bottom"] < 150
    assert 250 < word(page, "v1")["top"] < 260


def test_values_stand_behind_bars_and_before_negative_ones(drawn: Callable[[ChartItem], Any]) -> None:
    page = drawn(chart(BAR, 50, -50, low=-100))
    assert word(page, "v0")["x0"] == pytest.approx(429, abs=1.5)
    assert word(page, "v1")["x1"] == pytest.approx(271, abs=1.5)


def test_names_stand_centred_below_their_columns(drawn: Callable[[ChartItem], Any]) -> None:
    found = word(drawn(chart(COLUMN, 50, 20)), "N0")
    assert (found["x0"] + found["x1"]) / 2 == pytest.approx(275, abs=1)
    assert 300 < found["top"] < 312


def test_names_of_bars_end_six_points_before_the_plot(drawn: Callable[[ChartItem], Any]) -> None:
    found = word(drawn(chart(BAR, 50)), "N0")
    assert found["x1"] == pytest.approx(194, abs=1)
    assert found["top"] < 200 < found["bottom"]


@pytest.mark.parametrize("form", [COLUMN, BAR])
def test_a_name_too_wide_for_its_place_wraps_and_copies_as_words(drawn: Callable[[ChartItem], Any], form: bool) -> None:
    page = drawn(chart(form, 50, 50, 50, name="wide category name "))
    text = "".join(char["text"] for char in page.chars)
    assert "wide category name 0" in text
    first, last = word(page, "wide"), word(page, "name")
    assert last["top"] > first["top"] + 10


def test_a_chart_without_data_is_an_axis(drawn: Callable[[ChartItem], Any]) -> None:
    page = drawn(chart(COLUMN))
    assert (len(page.rects), len(page.lines)) == (0, 1)


def test_a_datum_without_a_label_shows_only_its_name(drawn: Callable[[ChartItem], Any]) -> None:
    item = chart(COLUMN, 50)
    series = item.series[0]
    page = drawn(replace(item, series=(replace(series, data=(replace(series.data[0], label=""),)),)))
    assert [found["text"] for found in page.extract_words()] == ["N0"]
