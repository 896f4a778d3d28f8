"""Lines, slices and stacks: what matters in colour, series named beside their drawing, bad numbers told at their cell."""

from __future__ import annotations

import itertools
from dataclasses import replace
from math import sqrt
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.block import Overflow, Placed
from generator.blocks.chart import Chart
from generator.blocks.chart.apart import apart
from generator.errors import Findings
from generator.geometry import ZERO, Box, inch, mm, pt, total
from generator.kit import Kit
from generator.notation.csv import read_csv
from generator.page.items import Bars, ChartItem, Item, Lines, ShapeItem, Slices, TextItem

if TYPE_CHECKING:
    from conftest import Look

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
ABOVE_FOOT = Box(inch(0.6), inch(1.5), inch(12.133), inch(4.05))
SQUARE = Box(inch(0.5), inch(1.4), inch(8.5), inch(5.4))
TINY = Box(inch(0.6), inch(1.5), inch(2.6), inch(1.0))
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEK = (("Backlog", (36,)), ("Team", (34,)), ("Customers", (14,)), ("Reporting", (10,)), ("Strategy", (6,)))
HOURS = (("Manager", (20, 30, 50)), ("Owner", (45, 35, 20)), ("Leader", (10, 25, 65)))
NAMES = ("Alone", "With the team", "Not at all")
FINDING = {"value": "70\u00a0%", "text": "of the week goes to one list"}
POINTS = ({"lead": "Book ahead", "text": "Two mornings a week belong to customers."},)

Rows = tuple[tuple[str, tuple[float | None, ...]], ...]


def chart(form: str, rows: Rows, **more: object) -> Chart:
    """A chart of as many series as its rows have numbers."""
    count = len(rows[0][1])
    columns = {"value": "Hours"} if count == 1 else {"values": (*NAMES, "Asked")[:count]}
    plan = {"form": form, "data": "week.csv", "category": "part", "unit": "%", "source": "A diary", **columns, **more}
    return Chart.model_validate(plan).model_copy(update={"loaded": rows})


def months(count: int, *series: float) -> Rows:
    """That many months; each series climbs from its number."""
    return tuple((f"{MONTHS[i % 12]} {25 + i // 12}", tuple(s + i * 1.5 + i % 3 for s in series)) for i in range(count))


FORMS: dict[str, tuple[Chart, Box]] = {
    "one line": (chart("line", months(6, 10)), BODY),
    "one line with all": (chart("line", months(6, 10), finding=FINDING, points=POINTS), BODY),
    "one line of one month": (chart("line", months(1, 10)), BODY),
    "two lines of one month": (chart("line", months(1, 10, 30)), BODY),
    "lines": (chart("line", months(6, 10, 30, 20), emphasis=("Alone",)), BODY),
    "lines above a callout": (chart("line", months(12, 10, 14), finding=FINDING), ABOVE_FOOT),
    "lines beside a callout": (chart("line", months(6, 10, 30), finding=FINDING), BESIDE),
    "four lines that end at one point": (chart("line", months(4, 10, 10, 10, 10)), SQUARE),
    "lines of two years": (chart("line", months(24, 10, 30)), BODY),
    "lines below zero": (chart("line", months(8, -12, -3)), BODY),
    "lines with a gap": (chart("line", (*months(3, 4, 6), ("Gap", (None, 8)), ("End", (5, None)))), BODY),
    "a pie": (chart("pie", WEEK), BODY),
    "a pie with all": (chart("pie", WEEK, emphasis=("Team",), finding=FINDING, points=POINTS), BODY),
    "a pie beside a callout": (chart("pie", WEEK, finding=FINDING), BESIDE),
    "a pie of six small parts": (chart("pie", (("Most of it", (95,)), *((f"Part {i}", (1,)) for i in range(5)))), BODY),
    "a doughnut": (chart("doughnut", WEEK, emphasis=("Backlog",), finding=FINDING), BODY),
    "a doughnut with much to say": (chart("doughnut", WEEK, finding={"value": "36\u00a0%", "text": "of all hours " * 9}), BODY),
    "a doughnut on a square slide": (chart("doughnut", WEEK, finding=FINDING), SQUARE),
    "stacked": (chart("stacked", HOURS, emphasis=("Alone",)), BODY),
    "stacked with sums": (chart("stacked", months(12, 3, 9), unit="hours", finding=FINDING), BODY),
    "stacked beside a callout": (chart("stacked", HOURS, finding=FINDING), BESIDE),
    "stacked with a last column too thin for names": (chart("stacked", (*HOURS, ("Nobody", (1, 0, 0)))), BODY),
    "stacked bars": (chart("stacked-bar", HOURS, points=POINTS), BODY),
    "stacked bars with sums": (chart("stacked-bar", months(5, 1, 14, 3), unit="people", finding=FINDING), BODY),
    "stacked bars above a callout": (chart("stacked-bar", HOURS), ABOVE_FOOT),
}


def placed(kit: Kit, block: Chart, box: Box = BODY) -> tuple[Item, ...]:
    """The items of a chart that fits."""
    result = block.place(kit.named("block", kit.span), box)
    assert isinstance(result, Placed), result
    return result.items


def drawing(items: tuple[Item, ...]) -> ChartItem:
    """The chart among items."""
    return next(item for item in items if isinstance(item, ChartItem))


def text(items: tuple[Item, ...], name: str) -> TextItem:
    """The text called `name`."""
    return next(item for item in items if isinstance(item, TextItem) and item.mark.id == f"block-{name}")


def texts(items: tuple[Item, ...], name: str) -> list[TextItem]:
    """The texts whose names begin so."""
    return [item for item in items if isinstance(item, TextItem) and item.mark.id.startswith(f"block-{name}-")]


@pytest.mark.parametrize("name", FORMS)
def test_every_form_fills_its_box_and_stays_inside(kit: Kit, look: Look, name: str) -> None:
    block, box = FORMS[name]
    items = placed(kit, block, box)
    assert look.outside(items, box) == [] and look.loose(items) == []
    assert look.filled(items, box) >= 0.85
    assert drawing(items).box.holds(drawing(items).plot, pt(0.5))


@pytest.mark.parametrize("name", FORMS)
def test_no_word_is_lost_and_no_id_is_doubled(kit: Kit, look: Look, name: str) -> None:
    block, box = FORMS[name]
    items = placed(kit, block, box)
    said, ids = look.words(items), [item.mark.id for item in items]
    wanted = [category for category, _ in block.loaded] + (list(block.names) if len(block.names) > 1 else [])
    wanted += [f"{block.finding.value} {block.finding.text}"] if block.finding else []
    assert [word for text in wanted for word in text.split() if word not in said] == []
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", FORMS)
def test_type_is_twelve_points_or_more_and_reads_well(kit: Kit, look: Look, name: str) -> None:
    block, box = FORMS[name]
    items = placed(kit, block, box)
    assert min(run.style.size.pt for _, body in look.bodies(items) for p in body.paragraphs for run in p.runs) >= 12
    for role in ("accent1", "accent5"):
        own = replace(kit, role=role)
        assert look.pale(own, placed(own, block, box), own.paper) == []


@pytest.mark.parametrize("name", [name for name in FORMS if name != "one line of one month"])
def test_a_box_too_small_is_refused_with_the_height_it_would_need(kit: Kit, name: str) -> None:
    result = FORMS[name][0].place(kit, TINY)
    assert isinstance(result, Overflow) and result.need > result.have


@pytest.mark.parametrize("width", [58, 90, 186])
@pytest.mark.parametrize("name", FORMS)
def test_on_a_sheet_every_form_stays_inside_and_loses_no_word(sheet_kit: Kit, look: Look, name: str, width: int) -> None:
    block = FORMS[name][0]
    flow = block.flow(sheet_kit, mm(width))
    for stretch in (1.0, 1.4):
        heights = tuple(h * stretch if grows else h for h, grows in zip(flow.heights, flow.stretch, strict=True))
        box = Box(mm(12), mm(20), mm(width), total(heights))
        items = flow.draw(box, heights)
        assert look.outside(items, box) == [] and look.loose(items) == []
        assert all(category.split()[0] in look.words(items) for category, _ in block.loaded)
        assert all(run.style.size.pt >= 8.5 for _, body in look.bodies(items) for p in body.paragraphs for run in p.runs)


@settings(max_examples=16, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(st.text("abcd efg", min_size=1, max_size=30).filter(str.strip), min_size=2, max_size=6),
    numbers=st.lists(st.tuples(*[st.floats(0, 1e6) | st.integers(0, 40).map(float)] * 3), min_size=6, max_size=6),
    where=st.tuples(
        st.sampled_from(["line", "pie", "doughnut", "stacked", "stacked-bar"]), st.sampled_from([BODY, BESIDE, SQUARE])
    ),
)
def test_whatever_is_drawn_stays_inside_or_is_refused(
    kit: Kit, look: Look, names: list[str], numbers: list[tuple[float, ...]], where: tuple[str, Box]
) -> None:
    form, box = where
    keep = 1 if form in ("pie", "doughnut") else 3
    rows = tuple((" ".join(name.split()), values[:keep]) for name, values in zip(names, numbers, strict=False))
    result = chart(form, ((rows[0][0], (1.0,) * keep), *rows[1:]), unit="h", finding=FINDING).place(kit, box)
    if isinstance(result, Overflow):
        assert result.need > result.have
    else:
        assert look.outside(result.items, box) == [] and look.loose(result.items) == []


# what matters


def test_series_that_matter_have_the_roles_colour_and_the_others_are_grey(kit: Kit) -> None:
    for form in ("line", "stacked", "stacked-bar"):
        one, two, three = (
            series.data[0].colour for series in drawing(placed(kit, chart(form, HOURS, emphasis=(NAMES[1],)))).series
        )
        assert two == kit.accent and one.role == three.role == "accent6"


def test_slices_that_matter_have_the_roles_colour(kit: Kit) -> None:
    block = chart("pie", WEEK, emphasis=("Team",))
    beside, named = (drawing(placed(kit, block, box)).series[0].data for box in (BESIDE, BODY))
    assert [datum.colour for datum in beside] == [kit.mute, kit.accent, kit.mute, kit.mute, kit.mute]
    assert named[1].colour == kit.accent and {datum.colour.role for datum in named} == {kit.accent.role, "accent6"}
    assert len({datum.colour for datum in named}) == 5  # the list beside it tells them by their colours


def test_neighbouring_parts_differ_without_colour_too(kit: Kit) -> None:
    def grey(colour: object) -> float:
        return sum(part * share for part, share in zip(kit.theme.scheme.rgb(colour), (0.3, 0.6, 0.1), strict=True))  # type: ignore[arg-type]

    for emphasis in ((), NAMES[:1], NAMES[:2], NAMES[1:]):
        shades = [grey(s.data[0].colour) for s in drawing(placed(kit, chart("stacked", HOURS, emphasis=emphasis))).series]
        assert all(abs(a - b) > 0.08 for a, b in itertools.pairwise(shades)), emphasis


# lines


def test_lines_are_named_at_their_right_end_in_order_and_never_over_each_other(kit: Kit) -> None:
    items = placed(kit, FORMS["four lines that end at one point"][0], SQUARE)
    names = sorted(texts(items, "series"), key=lambda item: item.box.y)
    assert len(names) == 4 and all(a.box.bottom <= b.box.y + pt(0.1) for a, b in itertools.pairwise(names))
    assert all(name.box.x > drawing(items).plot.x + drawing(items).plot.w * 0.5 for name in names)
    assert "16\u00a0%" in names[0].body.text or "14.5" in names[0].body.text


def test_an_empty_cell_is_a_gap_and_the_last_value_is_the_last_there_is(kit: Kit) -> None:
    items = placed(kit, FORMS["lines with a gap"][0])
    one, two = drawing(items).series
    assert [datum.value is None for datum in one.data] == [False, False, False, True, False]
    assert one.data[-1].dot and [datum.value for datum in two.data][-1] is None
    assert "8.0" in text(items, "series-2").body.text


def test_two_dozen_categories_of_a_line_are_named_now_and_then_in_the_same_places_everywhere(kit: Kit) -> None:
    items = placed(kit, FORMS["lines of two years"][0])
    form, names = drawing(items).form, texts(items, "name")
    assert isinstance(form, Lines) and form.scale.names is None
    assert 4 <= len(names) < 24 and names[0].body.text == "Jan 25"
    assert all(a.box.right <= b.box.x for a, b in itertools.pairwise(names))


def test_a_line_below_zero_has_its_zero_line_inside_the_plot(kit: Kit) -> None:
    form = drawing(placed(kit, FORMS["lines below zero"][0])).form
    assert isinstance(form, Lines) and form.scale.low < -12 and form.scale.high > 0


def test_labels_of_a_falling_line_stand_right_of_it_and_valleys_are_labelled_below(kit: Kit) -> None:
    falling = drawing(placed(kit, chart("line", (("A", (9,)), ("B", (5,)), ("C", (1,)))))).series[0].data
    valley = drawing(placed(kit, chart("line", (("A", (9,)), ("B", (5,)), ("C", (9,)))))).series[0].data
    assert falling[1].shift > ZERO and not falling[1].under
    assert valley[1].under


def test_of_one_line_the_categories_that_matter_are_told_in_colour(kit: Kit) -> None:
    data = drawing(placed(kit, chart("line", months(3, 10), emphasis=("Feb 25",)))).series[0].data
    assert [datum.label_style.colour == kit.accent for datum in data] == [False, True, False]


# slices


def test_the_largest_slice_starts_at_twelve_and_the_others_keep_their_order(kit: Kit) -> None:
    items = placed(kit, chart("pie", (*WEEK[2:], *WEEK[:2])))
    assert drawing(items).categories == ("Backlog", "Team", "Customers", "Reporting", "Strategy")
    assert drawing(items).plot.w == drawing(items).plot.h


def test_shares_are_whole_and_add_up_and_the_values_stand_beside_them(kit: Kit) -> None:
    block = chart("pie", (("A", (1,)), ("B", (1,)), ("C", (1,))), unit="day|days")
    around, beside = placed(kit, block, BESIDE), placed(kit, block)
    said = [item.body.text.replace("\u00a0", " ") for item in texts(around, "slice")]
    assert sorted(int(text.split(" %")[0]) for text in said) == [33, 33, 34]
    assert all("(1 day)" in text for text in said)
    assert sorted(item.body.text for item in texts(beside, "share")) == ["33\u00a0%", "33\u00a0%", "34\u00a0%"]
    assert [item.body.text for item in texts(beside, "slice")] == ["A\n1\u00a0day", "B\n1\u00a0day", "C\n1\u00a0day"]


@pytest.mark.parametrize("form", ["pie", "doughnut"])
def test_a_disc_alone_in_a_wide_box_fills_its_height_at_the_left_of_a_list_of_its_slices(kit: Kit, form: str) -> None:
    items = placed(kit, chart(form, WEEK, emphasis=("Backlog",)))
    plot, names, shares = drawing(items).plot, texts(items, "slice"), texts(items, "share")
    assert plot.x == BODY.x and plot.h > BODY.h * 0.9
    assert [item.body.text for item in names] == [name for name, _ in WEEK]
    assert all(item.box.x > plot.right for item in names) and len({item.box.x for item in names}) == 1
    assert len({item.body.paragraphs[0].runs[0].style.size for item in shares}) == 1
    keys = [item for item in items if "-key-" in item.mark.id and isinstance(item, ShapeItem)]
    assert [key.fill for key in keys] == [datum.colour for datum in drawing(items).series[0].data]


def test_slices_whose_names_have_no_room_in_a_list_are_named_around_the_disc_or_drawn_as_bars(kit: Kit, look: Look) -> None:
    rows = tuple((f"{name} and everything else that went on at the very same time of the week " * 2, n) for name, n in WEEK)
    items = placed(kit, chart("pie", rows))
    assert not texts(items, "share") and look.outside(items, BODY) == []


def test_no_label_lies_on_the_disc(kit: Kit) -> None:
    items = placed(kit, FORMS["a pie of six small parts"][0])
    disc, radius = drawing(items).plot, drawing(items).plot.w.pt / 2
    x, y = (disc.x + disc.w / 2).pt, (disc.y + disc.h / 2).pt
    for label in texts(items, "slice"):
        near = (max(label.box.x.pt - x, x - label.box.right.pt, 0), max(label.box.y.pt - y, y - label.box.bottom.pt, 0))
        assert sqrt(near[0] ** 2 + near[1] ** 2) >= radius - 0.5


def test_a_doughnut_stands_left_of_a_panel_with_the_finding_where_there_is_room(kit: Kit) -> None:
    items = placed(kit, FORMS["a doughnut"][0])
    form, plot, words = drawing(items).form, drawing(items).plot, text(items, "panel-1")
    assert isinstance(form, Slices) and 0 < form.hole < 1
    assert words.body.text == "70\u00a0%\nof the week goes to one list"
    assert plot.right < words.box.x and not any(item.mark.id == "block-centre" for item in items)


def test_a_doughnut_in_a_narrow_box_has_the_finding_in_its_hole_and_says_its_number_once(kit: Kit) -> None:
    items = placed(kit, FORMS["a doughnut on a square slide"][0], SQUARE)
    form, plot, centre = drawing(items).form, drawing(items).plot, text(items, "centre")
    assert isinstance(form, Slices)
    assert centre.body.text.startswith("70\u00a0%")
    assert centre.box.w < plot.w * form.hole and plot.holds(centre.box)
    assert sum("70\u00a0%" in item.body.text for item in items if isinstance(item, TextItem)) == 1


def test_labels_that_stand_beside_their_slices_have_no_line_to_them(kit: Kit) -> None:
    rows = (("Today's product", (62,)), ("Growth next year", (22,)), ("Bets for later", (16,)))
    for form in ("pie", "doughnut"):
        assert not any("-lead-" in item.mark.id for item in placed(kit, chart(form, rows, finding=FINDING)))


@pytest.mark.parametrize("value", ["2 sprints", "12 weeks", "0.42 M€"])
def test_a_findings_number_stays_on_one_line_with_its_unit_in_a_panel(kit: Kit, value: str) -> None:
    items = placed(kit, chart("doughnut", WEEK, finding={"value": value, "text": "sooner back at the old pace"}))
    body = text(items, "panel-1").body
    assert sum(line.paragraph == 0 for line in body.lines) == 1


def test_lines_that_start_together_have_their_first_value_once(kit: Kit) -> None:
    items = placed(kit, chart("line", (("Jan", (10, 10)), ("Feb", (14, 11)), ("Mar", (20, 12)))))
    beside = [item.body.text for item in texts(items, "first")]
    at_points = [series.data[0].label for series in drawing(items).series if series.data[0].label]
    assert [*beside, *at_points] == ["10\u00a0%"]


def test_the_first_values_of_several_lines_stand_in_one_column_at_their_left(kit: Kit) -> None:
    rows = (("Jan", (42, 38)), ("Feb", (40, 47)), ("Mar", (37, 58)), ("Apr", (24, 80)))
    items = placed(kit, chart("line", rows, emphasis=(NAMES[1],)))
    high, low = sorted(texts(items, "first"), key=lambda item: item.box.y)
    assert [high.body.text, low.body.text] == ["42\u00a0%", "38\u00a0%"]
    assert high.box.right == low.box.right and high.box.bottom <= low.box.y + pt(0.1)
    assert [datum.label for datum in drawing(items).series[1].data] == ["", "47\u00a0%", "58\u00a0%", ""]


# stacks


def test_parts_that_are_too_thin_have_no_label_and_the_sums_say_the_unit(kit: Kit) -> None:
    items = placed(kit, chart("stacked", (("A", (40, 1, 9)), ("B", (20, 1, 9))), unit="hours"))
    assert [[datum.label for datum in series.data] for series in drawing(items).series] == [["40", "20"], ["", ""], ["9", "9"]]
    assert [item.body.text for item in texts(items, "sum")] == ["50\u00a0hours", "30\u00a0hours"]
    assert drawing(items).number_format == "0"


def test_sums_that_are_all_the_same_are_not_said(kit: Kit) -> None:
    items = placed(kit, chart("stacked", HOURS))
    assert texts(items, "sum") == [] and drawing(items).series[0].data[0].label == "20\u00a0%"


def test_stacked_columns_whose_names_have_no_room_are_stacked_bars(kit: Kit) -> None:
    rows = tuple((f"Misunderstandings about responsibilities {i}", (3.0, 4.0)) for i in range(8))
    form = drawing(placed(kit, chart("stacked", rows))).form
    assert isinstance(form, Bars) and form.stacked and not form.upright


def test_series_are_named_beside_the_last_column_or_in_a_row_with_swatches(kit: Kit) -> None:
    direct, row = (placed(kit, FORMS[name][0]) for name in ("stacked", "stacked with a last column too thin for names"))
    assert all(item.box.x > drawing(direct).plot.x + drawing(direct).plot.w * 0.8 for item in texts(direct, "series"))
    assert {item.box.y for item in texts(row, "series")} == {BODY.y}
    assert sum(item.mark.id.startswith("block-swatch") for item in row) == 3


# what is told


def test_the_alternative_text_tells_every_series(kit: Kit) -> None:
    alt = drawing(placed(kit, chart("stacked", HOURS, finding=FINDING))).mark.alt.replace("\u00a0", " ")
    assert alt.startswith(
        "70 % of the week goes to one list. Alone: Manager 20 %; Owner 45 %; Leader 10 %. With the team: Manager 30 %"
    )


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ({"form": "pie", "values": NAMES}, "shows one series"),
        ({"form": "bar", "values": NAMES}, "shows one series"),
        ({"form": "stacked", "value": "Hours"}, "two to four series"),
        ({"form": "line"}, "either from 'value'"),
        ({"form": "line", "value": "Hours", "values": NAMES}, "either from 'value'"),
        ({"form": "line", "values": NAMES[:1]}, "two to four different columns"),
        ({"form": "line", "values": ("Alone", "Alone")}, "two to four different columns"),
    ],
)
def test_a_form_takes_one_series_or_several(plan: dict[str, object], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Chart.model_validate({"data": "week.csv", "category": "part", **plan})


@pytest.mark.parametrize(
    ("form", "unit", "table", "told"),
    [
        ("line", "", "m,a,b\nJan,1,\nFeb,,2\n", []),
        ("line", "", "m,a,b\nJan,,1\nFeb,,2\n", ["2:5 C010 column 'a' holds no number"]),
        ("line", "", "m,a,b\nJan,x,1\n", ["2:5 C010 'x' is not a number"]),
        ("line", "", "m,a,c\nJan,1,1\n", ["9:3 C010 week.csv has no column 'b'"]),
        ("stacked", "", "m,a,b\nJan,1,\n", ["2:7 C010 '' is not a number"]),
        ("stacked", "", "m,a,b\nJan,-1,2\nFeb,1,-2\n", ["2:5 C010 -1 is below zero", "3:7 C010 -2 is below zero"]),
        ("stacked-bar", "", "m,a,b\nJan,0,0\n", ["2:5 C010 all numbers are zero"]),
        ("pie", "", "m,a\nJan,1\nFeb,-2\n", ["3:5 C010 -2 is below zero"]),
        ("pie", "", "m,a\nJan,0\nFeb,0\n", ["2:5 C010 the slices of a pie add up to 0"]),
        ("pie", "%", "m,a\nJan,50\nFeb,30\n", ["2:5 C010 the slices add up to 80 %"]),
        ("pie", "%", "m,a\nJan,33.3\nFeb,33.3\nMar,33.3\n", []),
        ("doughnut", "", "m,a\nJan,1\nFeb,\n", ["3:5 C010 '' is not a number"]),
    ],
)
def test_numbers_that_a_form_cannot_show_are_told_at_their_cell(form: str, unit: str, table: str, told: list[str]) -> None:
    findings = Findings()
    read = read_csv(table.encode(), "week.csv", findings)
    assert read
    columns = {"value": "a"} if form in ("pie", "doughnut") else {"values": ("a", "b")}
    block = Chart.model_validate({"form": form, "data": "week.csv", "category": "m", "unit": unit, **columns})
    block = block.model_copy(update={"span": replace(block.span, path="topic.yaml", line=9, column=3)})
    loaded = block.with_table(read, findings).loaded
    lines = [f"{d.span.line}:{d.span.column} {d.code} {d.message}" for d in findings.items]
    assert [line.startswith(start) for line, start in zip(lines, told, strict=True)] == [True] * len(told), lines
    assert bool(loaded) is not bool(told)
    assert all(d.hint for d in findings.items)


def test_emphasis_names_series_where_there_are_several() -> None:
    findings = Findings()
    table = read_csv(b"m,a,b\nJan,1,2\n", "week.csv", findings)
    assert table
    plan = {"form": "line", "data": "week.csv", "category": "m", "values": ("a", "b"), "emphasis": ("Jan",)}
    Chart.model_validate(plan).with_table(table, findings)
    assert [(d.code, d.hint) for d in findings.items] == [("C005", "series: a, b")]


def test_labels_are_moved_no_further_than_they_touch() -> None:
    ten = pt(10)
    assert apart([pt(50), pt(90)], [ten, ten], ZERO, pt(100)) == (pt(50), pt(90))
    assert apart([pt(50), pt(50)], [ten, ten], ZERO, pt(100)) == (pt(45), pt(55))
    assert apart([pt(99), pt(98)], [ten, ten], ZERO, pt(100)) == (pt(95), pt(85))
    assert apart([pt(1)] * 11, [ten] * 11, ZERO, pt(100)) is None


@pytest.mark.parametrize("form", ["pie", "doughnut"])
def test_one_slice_is_the_whole_disc_and_two_dozen_are_bars(kit: Kit, look: Look, form: str) -> None:
    def drawn(count: int) -> tuple[Item, ...]:
        plan = {"form": form, "data": "a.csv", "category": "m", "value": "Hours"}
        rows = tuple((f"Part {i}", (float(i + 1),)) for i in range(count))
        result = Chart.model_validate(plan).model_copy(update={"loaded": rows}).place(kit, BODY)
        assert isinstance(result, Placed)
        return result.items

    assert isinstance(next(item for item in drawn(1) if isinstance(item, ChartItem)).form, Slices)
    assert "100 % Part 0" in look.words(drawn(1))
    assert isinstance(next(item for item in drawn(24) if isinstance(item, ChartItem)).form, Bars)


def test_halves_of_many_categories_stand_on_one_scale_and_only_the_first_has_words(kit: Kit) -> None:
    plan = {"form": "column", "data": "a.csv", "category": "m", "value": "Hours"}
    block = Chart.model_validate({**plan, "finding": {"value": "70", "text": "of all"}})
    whole = block.model_copy(update={"loaded": tuple((f"Week {i}", (float(i),)) for i in range(24))})
    halves = whole.split() or ()
    assert [len(half.loaded) for half in halves] == [12, 12]
    assert {half.figures().spread for half in halves} == {whole.figures().spread}
    assert [bool(half.finding) for half in halves] == [True, False]


def test_words_beside_a_chart_that_are_too_long_stand_on_several_slides_each_with_the_drawing() -> None:
    plan = {"form": "bar", "data": "a.csv", "category": "m", "value": "Hours", "finding": {"value": "70", "text": "of all"}}
    points = ({"lead": "One", "text": "A word. " * 20}, {"lead": "Two"})
    whole = Chart.model_validate({**plan, "points": points}).model_copy(update={"loaded": (("A", (1.0,)), ("B", (2.0,)))})
    first, second = whole.split() or ()
    assert first.finding and not first.points and not second.finding and len(second.points) == 2
    assert [len(half.points) for half in second.split() or ()] == [1, 1]
    assert len((second.split() or ())[0].split() or ()) == 2


@pytest.mark.parametrize("name", ["lines", "stacked"])
def test_the_axis_reaches_both_edges_where_names_stand_beside_the_plot(kit: Kit, name: str) -> None:
    items = placed(kit, FORMS[name][0])
    plot = next(item for item in items if isinstance(item, ChartItem)).plot
    after = next(item for item in items if item.mark.id.endswith("axis-after"))
    assert abs((after.box.x - plot.right).emu) < 10 and abs((after.box.right - BODY.right).emu) < 10


@pytest.mark.parametrize("blank", [" ", "\u00a0"])
def test_a_ring_says_a_share_that_is_its_finding_in_its_middle_and_in_its_list_at_most(kit: Kit, blank: str) -> None:
    items = placed(kit, chart("doughnut", WEEK, finding={"value": f"36{blank}%", "text": "goes to one list"}))
    said = [p.text.replace("\u00a0", " ") for item in items if isinstance(item, TextItem) for p in item.body.paragraphs]
    assert said.count("36 %") == 2 and text(items, "centre") and text(items, "share-1")
    narrow = placed(kit, chart("doughnut", WEEK, finding={"value": f"36{blank}%", "text": "goes to one list"}), SQUARE)
    said = [p.text.replace("\u00a0", " ") for item in narrow if isinstance(item, TextItem) for p in item.body.paragraphs]
    assert said.count("36 %") == 1
