"""Lines, slices and stacks open as native charts with every series, its looks and a workbook of values."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx import Presentation

from generator.backends.pptx import write
from generator.geometry import Box, inch, pt
from generator.page.colour import Colour
from generator.page.items import Bars, ChartItem, Datum, Lines, Mark, Scale, Series, Slices, Stroke
from generator.page.text import Style
from generator.source import NOWHERE

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ROLE, MUTE, PAPER, INK = Colour("accent2"), Colour("accent6", lum_mod=40, lum_off=60), Colour("lt1"), Colour("dk1")
STYLE, SEAM = Style(pt(14), INK, bold=True), Stroke(PAPER, pt(1.5))
SCALE = Scale(-10, 60, Stroke(INK, pt(1)), Style(pt(12), INK))
BOX = Box(inch(1), inch(2), inch(6), inch(4))
NAMES = ("Jan", "Feb", "Mar")


def series(name: str, values: tuple[float | None, ...], stroke: Stroke | None = None) -> Series:
    """Values of which the second stands under its point, a little to the left."""
    data = [Datum(v, ROLE, "" if v is None else f"{v:g}", STYLE, dot=v is not None) for v in values]
    data[1] = replace(data[1], under=True, shift=pt(-6))
    return Series(name, tuple(data), stroke)


def item(form: Bars | Lines | Slices, *held: Series) -> ChartItem:
    """A chart of three categories."""
    return ChartItem(Mark("chart", NOWHERE, "en-GB", "A chart"), BOX, form, NAMES, held, BOX.inset(inch(0.5)), "0")


ITEMS = {
    "line": item(
        Lines(SCALE, pt(9)),
        series("A", (1, None, 50), Stroke(ROLE, pt(3))),
        series("B", (5, -5, 9), Stroke(MUTE, pt(2), dashed=True)),
    ),
    "pie": item(Slices(0, SEAM), series("A", (3, 2, 1))),
    "doughnut": item(Slices(0.5, SEAM), series("A", (3, 2, 1))),
    "columns": item(Bars(SCALE, 40, stacked=True), series("A", (1, 2, 3), SEAM), series("B", (4, 5, 6), SEAM)),
    "bars": item(Bars(SCALE, 40, upright=False, stacked=True), series("A", (1, 2, 3), SEAM), series("B", (4, 5, 6), SEAM)),
}


@pytest.fixture(scope="module")
def members(document):
    page = replace(next(page for page in document.pages if page.id == "chart"), items=tuple(ITEMS.values()))
    made = write(replace(document, pages=(page,), sections=()))
    with ZipFile(BytesIO(made)) as archive:
        return made, {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def charts(members):
    slide = Presentation(BytesIO(members[0])).slides[0]
    return dict(zip(ITEMS, (shape.chart for shape in slide.shapes if shape.has_chart), strict=True))


def test_each_form_is_the_native_chart_of_its_kind(charts):
    kinds = [chart.chart_type.name for chart in charts.values()]
    assert kinds == ["LINE", "PIE", "DOUGHNUT", "COLUMN_STACKED", "BAR_STACKED"]


def test_every_series_has_its_name_categories_and_values(charts):
    for name, chart in charts.items():
        plot, held = chart.plots[0], ITEMS[name].series
        assert list(plot.categories) == list(NAMES)
        assert [(s.name, list(s.values)) for s in plot.series] == [(s.name, [d.value for d in s.data]) for s in held]


def test_a_line_has_its_stroke_discs_and_labels_over_or_under_its_points(charts):
    one, two = charts["line"]._chartSpace.iter(f"{C}ser")
    line = two.find(f"{C}spPr/{A}ln")
    assert (line.get("w"), line.find(f"{A}prstDash").get("val")) == (str(pt(2).emu), "dash")
    assert [p.find(f"{C}marker/{C}size").get("val") for p in two.findall(f"{C}dPt")] == ["9", "9", "9"]
    assert [p.find(f"{C}idx").get("val") for p in one.findall(f"{C}dPt")] == ["0", "2"]
    labels = two.findall(f"{C}dLbls/{C}dLbl")
    assert [label.find(f"{C}dLblPos").get("val") for label in labels] == ["t", "b", "t"]
    assert float(labels[1].find(f"{C}layout/{C}manualLayout/{C}x").get("val")) == pytest.approx(-6 / 432, abs=1e-5)
    assert two.find(f"{C}smooth").get("val") == "0"
    assert charts["line"]._chartSpace.find(f".//{C}dispBlanksAs").get("val") == "gap"


def test_slices_have_seams_and_a_ring_its_hole_and_no_labels_of_their_own(charts):
    ring = charts["doughnut"]._chartSpace
    assert ring.find(f".//{C}holeSize").get("val") == "50" and ring.find(f".//{C}firstSliceAng").get("val") == "0"
    assert ring.find(f".//{C}dLbls/{C}delete").get("val") == "1"
    assert {p.find(f"{C}spPr/{A}ln/{A}solidFill/{A}schemeClr").get("val") for p in ring.iter(f"{C}dPt")} == {"bg1"}
    assert ring.find(f".//{C}catAx") is None


def test_parts_of_a_stack_lie_on_each_other_with_labels_in_their_middle(charts):
    for name in ("columns", "bars"):
        space = charts[name]._chartSpace
        assert (space.find(f".//{C}grouping").get("val"), space.find(f".//{C}overlap").get("val")) == ("stacked", "100")
        assert {place.get("val") for place in space.iter(f"{C}dLblPos")} == {"ctr"}


def test_every_text_of_a_chart_has_its_size_and_face(charts):
    for chart in charts.values():
        for style in chart._chartSpace.iter(f"{A}defRPr"):
            assert style.get("sz") and style.find(f"{A}latin") is not None


def test_the_workbook_has_a_column_for_each_series_and_leaves_gaps_empty(members):
    with ZipFile(BytesIO(members[1]["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"])) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    cells = {cell.get("r"): cell.findtext("{*}v") for cell in sheet.iter("{*}c")}
    assert [cells.get(name) for name in ("B2", "B3", "B4", "C2", "C3", "C4")] == ["1", None, "50", "5", "-5", "9"]
    assert sheet.find(".//{*}f") is None
