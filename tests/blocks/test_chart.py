"""Charts: what matters in colour, labels and number format alike, the finding where there is room for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.block import Depth, Overflow, Placed
from generator.blocks.chart import Chart
from generator.blocks.chart.figures import Figures
from generator.errors import Findings
from generator.geometry import ZERO, Box, inch, mm, total
from generator.kit import Kit
from generator.notation.csv import read_csv
from generator.page.items import Bars, ChartItem, Datum, Item, TextItem

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
WEEK = (("Backlog", 36.0), ("Team", 34.0), ("Customers", 14.0), ("Reporting", 10.0), ("Strategy", 6.0))
FINDING = {"value": "70\u00a0%", "text": "of the week goes to one list"}
POINTS = tuple({"lead": f"Book ahead {i}", "text": "Two mornings a week belong to customers."} for i in range(3))


def chart(data: tuple[tuple[str, float], ...] = WEEK, form: str = "column", **more: object) -> Chart:
    """A chart of numbers."""
    plan = {"form": form, "data": "week.csv", "category": "part", "value": "Hours", "unit": "%", **more}
    return Chart.model_validate(plan).model_copy(update={"loaded": tuple((name, (value,)) for name, value in data)})


def figures(*values: float, unit: str = "%") -> Figures:
    """Numbers named A, B, C …"""
    return Figures.of("Hours", tuple((chr(65 + i), value) for i, value in enumerate(values)), unit)


def placed(kit: Kit, block: Chart, box: Box = BODY) -> tuple[Item, ...]:
    """The items of a chart that fits."""
    result = block.place(kit, box)
    assert isinstance(result, Placed), result
    return result.items


def drawing(items: tuple[Item, ...]) -> ChartItem:
    """The chart among items."""
    return next(item for item in items if isinstance(item, ChartItem))


def data(items: tuple[Item, ...]) -> tuple[Datum, ...]:
    """The values of the one series that is drawn."""
    return drawing(items).series[0].data


def bars(item: ChartItem) -> Bars:
    """How columns or bars are drawn."""
    assert isinstance(item.form, Bars)
    return item.form


def box_of(items: tuple[Item, ...], name: str) -> Box | None:
    """The box of the item called `name`."""
    return next((item.box for item in items if item.mark.id == name), None)


@pytest.mark.parametrize(
    ("values", "unit", "form", "labels"),
    [
        ((36, 7), "%", '0"\u00a0%"', ("36\u00a0%", "7\u00a0%")),
        ((2.5, 4), "days", '0.0"\u00a0days"', ("2.5\u00a0days", "4.0\u00a0days")),
        ((1, 9), "day|days", '[=1]0"\u00a0day";0"\u00a0days"', ("1\u00a0day", "9\u00a0days")),
        ((-3, 1), "day|days", '0"\u00a0days"', ("-3\u00a0days", "1\u00a0days")),
        ((3, 4), "", "0", ("3", "4")),
        ((125000, 9), "€", '#,##0"\u00a0€"', ("125,000\u00a0€", "9\u00a0€")),
        ((0.031, 0.2), "", "0.000", ("0.031", "0.200")),
        ((5.004, -0.001), "", "0", ("5", "0")),
        ((3,), '"', '0"\u00a0″"', ("3\u00a0″",)),
    ],
)
def test_a_label_says_what_the_number_format_shows(
    values: tuple[float, ...], unit: str, form: str, labels: tuple[str, ...]
) -> None:
    series = figures(*values, unit=unit)
    assert series.format == form
    assert tuple(series.label(value) for _, value in series.values) == labels


def test_only_what_matters_has_the_roles_colour_and_everything_where_nothing_is_named(kit: Kit) -> None:
    some = data(placed(kit, chart(emphasis=("Team",))))
    assert [datum.colour == kit.accent for datum in some] == [False, True, False, False, False]
    assert {datum.colour for datum in some} == {kit.mute, kit.accent}
    assert {datum.colour for datum in data(placed(kit, chart()))} == {kit.accent}


def test_the_finding_stands_in_the_corner_above_low_columns_and_touches_no_value(kit: Kit) -> None:
    for week, right in ((WEEK, True), (tuple(reversed(WEEK)), False)):
        items = placed(kit, chart(week, finding=FINDING))
        corner, plot = box_of(items, "finding"), drawing(items).plot
        assert corner and (corner.right == BODY.right if right else corner.x == BODY.x)
        assert plot.w == BODY.w
        pitch, scale = plot.w / len(week), bars(drawing(items)).scale
        for number, datum in enumerate(data(items)):
            assert datum.value is not None
            slot = plot.x + pitch * number
            top = plot.bottom - plot.h * ((datum.value - scale.low) / (scale.high - scale.low)) - datum.label_style.size * 1.45
            assert slot + pitch <= corner.x or slot >= corner.right or top >= corner.bottom or slot + pitch * 0.86 <= corner.x


def test_without_a_free_corner_the_finding_has_a_panel_at_the_side(kit: Kit) -> None:
    items = placed(kit, chart((("A", 9.0), ("B", 8.0), ("C", 9.0)), finding=FINDING))
    panel = box_of(items, "panel")
    assert box_of(items, "finding") is None
    assert panel and panel.x > drawing(items).box.right and panel.h == BODY.h


def test_consequences_stand_beside_the_bars_and_go_at_brief_depth(kit: Kit) -> None:
    block = chart(form="bar", points=POINTS, source="A diary of four weeks, one owner, told to nobody else so far at all" * 2)
    items = placed(kit, block)
    panel, source = box_of(items, "panel"), box_of(items, "source")
    assert panel and source and source.right < panel.x
    assert block.shorten(Depth.BRIEF).points == ()
    assert box_of(placed(kit, block.shorten(Depth.BRIEF)), "panel") is None


def test_in_a_narrow_box_the_finding_is_a_strip_and_consequences_stand_at_the_foot(kit: Kit) -> None:
    narrow = Box(BODY.x, BODY.y, inch(8), BODY.h)
    items = placed(kit, chart(form="bar", finding=FINDING, points=POINTS), narrow)
    strip, foot = box_of(items, "finding"), box_of(items, "point-1")
    assert strip and foot and strip.bottom < drawing(items).box.y and drawing(items).box.bottom < foot.y


@pytest.mark.parametrize("form", ["column", "bar"])
@pytest.mark.parametrize("values", [(12.5, -3, -8), (-5, -9), (0, 0), (4,)], ids=["mixed", "negative", "zero", "one"])
def test_the_scale_has_zero_in_it_and_room_for_values_where_they_stand(kit: Kit, form: str, values: tuple[float, ...]) -> None:
    item = bars(drawing(placed(kit, chart(tuple((f"Name {v}", float(v)) for v in values), form)))).scale
    assert item.low <= min(0, *values) and item.high >= max(0, *values) and item.low < item.high
    assert (item.low < min(0, *values)) == (min(values) < 0)
    assert (item.high > max(0, *values)) == (max(values) >= 0)


def test_few_columns_and_bars_are_no_slabs(kit: Kit) -> None:
    one, bar = drawing(placed(kit, chart(WEEK[:1]))), drawing(placed(kit, chart(WEEK[:1], "bar")))
    assert one.plot.w / (1 + bars(one).gap / 100) <= inch(2.2)
    assert bar.plot.h / (1 + bars(bar).gap / 100) <= inch(0.9)


def test_two_dozen_categories_have_names_of_twelve_points_or_more(kit: Kit) -> None:
    months = tuple(
        (f"{name} {year}", 3.0 + number) for year in (25, 26) for number, name in enumerate(["Jan", "Feb", "Mar", "Apr"] * 3)
    )
    for form in ("column", "bar"):
        item = drawing(placed(kit, chart(months, form, unit="")))
        names = bars(item).scale.names
        assert len(item.categories) == 24
        assert names and names.size.pt >= 12


def test_names_too_long_for_columns_make_bars_and_names_too_long_for_bars_are_refused(kit: Kit) -> None:
    long = "Misunderstandings about responsibilities, dates and money"
    assert not bars(drawing(placed(kit, chart(tuple((f"{long} {i}", 5.0) for i in range(6)))))).upright
    assert isinstance(chart(tuple((long * 5, 5.0) for _ in range(6)), "bar").place(kit, BODY), Overflow)


def test_made_up_numbers_are_said_to_be_made_up_once(kit: Kit) -> None:
    def source(block: Chart) -> str:
        return next(item.body.text for item in placed(kit, block) if isinstance(item, TextItem) and item.mark.id == "source")

    assert source(chart(illustrative=True)) == "Illustrative figures, made up for this course"
    assert source(chart(illustrative=True, source="A diary")).endswith("made up for this course")
    assert source(chart(illustrative=True, source="Illustrative hours")) == "Illustrative hours"


def test_a_chart_without_a_finding_says_what_its_slide_says(kit: Kit) -> None:
    alt = drawing(placed(replace(kit, title="One list takes the week"), chart())).mark.alt
    assert alt.startswith("One list takes the week. Hours: ")


def test_the_alternative_text_tells_the_finding_and_every_value(kit: Kit) -> None:
    alt = drawing(placed(kit, chart(finding=FINDING))).mark.alt
    assert alt.replace("\u00a0", " ").startswith("70 % of the week goes to one list. Hours: Backlog 36 %; Team 34 %")


def test_numbers_come_from_the_named_columns_and_what_is_missing_is_told() -> None:
    findings = Findings()
    table = read_csv(b"part,Hours\nBacklog,36\nTeam,34\n", "week.csv", findings)
    assert table
    assert chart((), emphasis=("Team",)).with_table(table, findings).loaded == (("Backlog", (36.0,)), ("Team", (34.0,)))
    assert not findings.items
    chart((), emphasis=("Nobody",)).with_table(table, findings)
    chart((), category="who").with_table(table, findings)
    assert [found.code for found in findings.items] == ["C005", "C010"]


def test_on_a_sheet_finding_bars_consequences_and_source_follow_each_other(sheet_kit: Kit) -> None:
    flow = chart(form="bar", finding=FINDING, points=POINTS, source="A diary").flow(sheet_kit, mm(182))
    items = flow.draw(Box(ZERO, ZERO, mm(182), total(flow.heights)), flow.heights)
    names = ("finding-text", "chart", "point-1", "point-3", "source")
    tops = [box.y for name in names if (box := box_of(items, name))]
    assert len(tops) == 5 and tops == sorted(tops)
    assert not bars(drawing(items)).upright


def test_on_a_sheet_names_too_long_for_bars_are_a_list_with_their_values(sheet_kit: Kit) -> None:
    flow = chart(tuple((name * 12, value) for name, value in WEEK)).flow(sheet_kit, mm(58))
    items = flow.draw(Box(ZERO, ZERO, mm(58), total(flow.heights)), flow.heights)
    assert not any(isinstance(item, ChartItem) for item in items)
    assert sum(item.mark.id.startswith("value-") for item in items) == 5


def test_in_a_panel_of_two_points_the_air_at_its_edges_is_that_around_its_rule(kit: Kit) -> None:
    points = ({"lead": "Say it on top", "text": "It is read."}, {"lead": "Show one figure", "text": "It is quoted."})
    items = placed(kit, chart(form="bar", points=points))
    panel, rule, first, second = (box_of(items, name) for name in ("panel", "panel-rule-2", "panel-1", "panel-2"))
    assert panel and rule and first and second
    airs = (first.y - panel.y, rule.y - first.bottom, second.y - rule.y, panel.bottom - second.bottom)
    assert max(airs) - min(airs) <= inch(0.03)
