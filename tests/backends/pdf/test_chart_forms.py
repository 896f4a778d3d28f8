"""Where lines, slices and stacked parts of a chart stand, and that their words are drawn."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from math import pi
from typing import Any

import pdfplumber
import pytest

from generator.backends.pdf import write
from generator.backends.pdf.chart_lines import runs
from generator.backends.pdf.chart_scale import Ground
from generator.backends.pdf.chart_slices import arcs
from generator.backends.pdf.charts import bars
from generator.geometry import Box, pt
from generator.page.colour import Colour
from generator.page.items import Bars, ChartForm, ChartItem, Datum, Lines, Mark, Scale, Series, Slices, Stroke
from generator.page.pages import Document
from generator.page.text import Style
from generator.source import NOWHERE

INK, ROLE = Colour("dk1"), Colour("accent1")
STYLE = Style(pt(14), INK)
BOX, PLOT = Box(pt(100), pt(80), pt(420), pt(260)), Box(pt(200), pt(100), pt(200), pt(200))
SCALE = Scale(0, 100, Stroke(INK, pt(1)), STYLE)
LINE, SEAM = Stroke(ROLE, pt(3)), Stroke(Colour("lt1"), pt(1.5))


def chart(form: ChartForm, *series: tuple[float | None, ...]) -> ChartItem:
    """Series of values, each labelled with its own number."""
    held = tuple(
        Series(
            f"s{n}", tuple(Datum(v, ROLE, "" if v is None else f"v{n}{i}", STYLE, dot=True) for i, v in enumerate(values)), LINE
        )
        for n, values in enumerate(series)
    )
    names = tuple(f"N{i}" for i in range(len(series[0])))
    return ChartItem(Mark("c", NOWHERE, "en", "a chart"), BOX, form, names, held, PLOT, "0")


@pytest.fixture
def drawn(document: Callable[..., Document]) -> Callable[[ChartItem], Any]:
    return lambda item: pdfplumber.open(io.BytesIO(write(document(item)))).pages[0]


def words(page: Any) -> dict[str, Any]:
    return {found["text"]: found for found in page.extract_words()}


def test_parts_stand_on_each_other() -> None:
    form = Bars(SCALE, 100, stacked=True)
    boxes = [bar.box for bar in bars(chart(form, (50, 20), (25, 60)), form)]
    assert [(box.y.pt, box.h.pt) for box in boxes] == [(200, 100), (260, 40), (150, 50), (140, 120)]


def test_parts_of_bars_stand_right_of_each_other() -> None:
    form = Bars(SCALE, 100, upright=False, stacked=True)
    assert [(b.box.x.pt, b.box.w.pt) for b in bars(chart(form, (50,), (25,)), form)] == [(200, 100), (300, 50)]


def test_values_of_parts_stand_in_their_middle(drawn: Callable[[ChartItem], Any]) -> None:
    found = words(drawn(chart(Bars(SCALE, 100, stacked=True), (50, 20), (25, 60))))["v10"]
    assert (found["x0"] + found["x1"]) / 2 == pytest.approx(250, abs=1)
    assert found["top"] < 175 < found["bottom"]


def test_a_line_stops_before_a_gap_and_goes_on_after_it() -> None:
    item = chart(Lines(SCALE, pt(9)), (0, 50, None, 100))
    found = [[(x.pt, y.pt) for _, x, y in run] for run in runs(item.series[0], Ground(PLOT, SCALE))]
    assert found == [[(225, 300), (275, 200)], [(375, 100)]]


def test_labels_of_lines_stand_over_or_under_their_points_and_aside(drawn: Callable[[ChartItem], Any]) -> None:
    item = chart(Lines(SCALE, pt(9)), (50, 50))
    low = replace(item.series[0].data[1], under=True, shift=pt(20))
    held = replace(item.series[0], data=(item.series[0].data[0], low))
    found = words(drawn(replace(item, series=(held,))))
    assert found["v00"]["bottom"] < 200 < found["v01"]["top"]
    assert (found["v01"]["x0"] + found["v01"]["x1"]) / 2 == pytest.approx(370, abs=1)
    assert {"N0", "N1"} <= set(found)


def test_a_scale_without_names_draws_none(drawn: Callable[[ChartItem], Any]) -> None:
    assert set(words(drawn(chart(Lines(replace(SCALE, names=None), pt(9)), (50, 50))))) == {"v00", "v01"}


def test_slices_go_round_from_twelve_in_shares_of_their_sum_and_nothing_is_no_slice() -> None:
    found = list(arcs(chart(Slices(0, SEAM), (3, 0, 1))))
    assert [(datum.value, round(start / pi, 3), round(end / pi, 3)) for datum, start, end in found] == [(3, 0, 1.5), (1, 1.5, 2)]
    assert list(arcs(chart(Slices(0, SEAM), (0, 0)))) == []


@pytest.mark.parametrize("hole", [0, 0.5])
def test_a_disc_fills_its_plot_and_shows_no_words(drawn: Callable[[ChartItem], Any], hole: float) -> None:
    page = drawn(chart(Slices(hole, SEAM), (1, 1, 1, 1)))
    assert page.extract_words() == [] and len(page.curves) == 4
    edges = [(curve["x0"], curve["x1"]) for curve in page.curves]
    assert min(x0 for x0, _ in edges) == pytest.approx(200, abs=2) and max(x1 for _, x1 in edges) == pytest.approx(400, abs=2)


@pytest.mark.parametrize("hole", [0, 0.5])
def test_one_slice_is_the_whole_disc(drawn: Callable[[ChartItem], Any], hole: float) -> None:
    curves = drawn(chart(Slices(hole, SEAM), (3,))).curves
    assert min(c["x0"] for c in curves) == pytest.approx(200, abs=2) and max(c["x1"] for c in curves) == pytest.approx(400, abs=2)
