"""Charts are native, show what the item says and carry a workbook that holds values only."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture(scope="module")
def charts(slides):
    return {shape.name: shape.chart for shape in slides["chart"].shapes if shape.has_chart}


@pytest.fixture(scope="module")
def sheet(members):
    with ZipFile(BytesIO(members["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"])) as book:
        return {name: book.read(name) for name in book.namelist()}


def test_columns_and_bars_are_clustered_charts(charts):
    assert [chart.chart_type.name for chart in charts.values()] == ["COLUMN_CLUSTERED", "BAR_CLUSTERED"]


def test_values_and_categories_are_the_items(charts):
    plot = charts["columns"].plots[0]
    assert list(plot.categories) == ["Owner", "=1+1", "https://example.org"]
    assert list(plot.series[0].values) == [62, 24.5, 13]
    assert plot.series[0].name == "Share & size"


def test_each_point_has_its_own_colour_of_the_theme(charts):
    points = charts["columns"]._chartSpace.iter(f"{C}dPt")
    assert [p.find(f"{C}spPr/{A}solidFill/{A}schemeClr").get("val") for p in points] == ["accent2", "accent6", "accent6"]


def test_labels_stand_outside_with_their_format_and_style(charts):
    label = next(charts["columns"]._chartSpace.iter(f"{C}dLbl"))
    assert label.find(f"{C}numFmt").get("formatCode") == '0.#" %"'
    assert label.find(f"{C}dLblPos").get("val") == "outEnd"
    assert label.find(f".//{A}defRPr").get("sz") == "2400"


def test_there_is_no_legend_no_grid_and_no_value_axis(charts):
    space = charts["columns"]._chartSpace
    assert not charts["columns"].has_legend
    assert space.find(f".//{C}majorGridlines") is None
    assert space.find(f".//{C}valAx/{C}delete").get("val") == "1"


def test_the_axis_keeps_the_range_the_page_was_laid_out_with(charts):
    axis = charts["bars"].value_axis
    assert (axis.minimum_scale, axis.maximum_scale) == (0, 70)
    assert charts["bars"].plots[0].gap_width == 43


def test_the_plot_stands_where_the_page_has_it(charts):
    layout = charts["columns"]._chartSpace.find(f".//{C}manualLayout")
    shares = [float(layout.find(f"{C}{side}").get("val")) for side in "xywh"]
    assert shares == pytest.approx([0.2 / 6, 0.5 / 4.8, 5.6 / 6, 3.6 / 4.8], abs=1e-5)


def test_the_workbook_holds_text_as_text(sheet):
    cells = etree.fromstring(sheet["xl/worksheets/sheet1.xml"])
    assert b"<f>" not in sheet["xl/worksheets/sheet1.xml"]
    assert b"hyperlink" not in sheet["xl/worksheets/sheet1.xml"]
    assert [v.text for v in cells.iter("{*}v")].count("62") == 1
    assert b"=1+1" in sheet["xl/sharedStrings.xml"]


def test_the_workbook_is_stamped_with_the_documents_date(sheet):
    assert b"2025-03-04T00:00:00Z" in sheet["docProps/core.xml"]
