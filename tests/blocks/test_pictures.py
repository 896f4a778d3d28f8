"""What holds of processes and charts: inside their box, nothing cut off, nothing lost, nothing doubled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.block import Block, Depth, Overflow, Placed
from generator.blocks.chart import Chart
from generator.blocks.process import Process
from generator.geometry import Box, inch, mm, pt
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.items import ChartItem, Slices
from generator.page.text import Style

if TYPE_CHECKING:
    from conftest import Look

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
LOWER = Box(inch(0.6), inch(1.9), inch(12.133), inch(4.8))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
ABOVE_FOOT = Box(inch(0.6), inch(1.5), inch(12.133), inch(4.05))
SQUARE = Box(inch(0.5), inch(1.4), inch(8.5), inch(5.4))
TINY = Box(inch(0.6), inch(1.5), inch(3.0), inch(1.2))
SUBJECTS = ("product-manager", "product-leader", "product-owner", "", "product-owner", "product-manager")
WEEK = (("Backlog", 36.0), ("Team", 34.0), ("Customers", 14.0), ("Reporting", 10.0), ("Strategy", 6.0))
LONG = (("Clarifying what a wish was meant to solve", 30.0), ("Waiting for somebody to decide", 22.0), ("Rework", -11.0))
FINDING = {"value": "70 percent", "text": "of the week goes to one list and the people who build it"}
POINTS = tuple({"lead": f"Book ahead {i}", "text": f"Two mornings a week belong to customers {i}."} for i in range(3))
SOURCE = "Share of working hours, one owner, four weeks."


def process(count: int, text: str = "Interviews and figures show one real problem", **more: object) -> Process:
    """A process of steps with deciders; the fourth step is nobody's."""
    own = ({"subject": subject} if subject else {} for subject in SUBJECTS)
    steps = (
        {"title": f"Spot {i}", "text": f"{text} {i}.", **subject, **more} for i, subject in zip(range(count), own, strict=False)
    )
    return Process.model_validate({"steps": tuple(steps)})


def chart(data: tuple[tuple[str, float], ...] = WEEK, form: str = "column", **more: object) -> Chart:
    """A chart of numbers."""
    plan = {"form": form, "data": "week.csv", "category": "part", "value": "Hours", "unit": "%", "source": SOURCE, **more}
    return Chart.model_validate(plan).model_copy(update={"loaded": tuple((name, (value,)) for name, value in data)})


FITTING: dict[str, tuple[Block, Box]] = {
    **{f"process {n}": (process(n, gives="A problem note"), BODY) for n in (3, 4, 5, 6)},
    **{f"process {n} under two lines": (process(n, gives="A note"), LOWER) for n in (4, 5)},
    **{
        f"process {n} above a callout": (process(n, "The bet gets money and people", gives="A note"), ABOVE_FOOT)
        for n in (3, 4, 5, 6)
    },
    **{f"process {n} beside a callout": (process(n, gives="A problem note"), BESIDE) for n in (3, 4, 5)},
    "process without hand-overs": (process(4), BODY),
    "process on a square slide": (process(5, gives="A note"), SQUARE),
    "columns": (chart(), BODY),
    "columns with a finding": (chart(finding=FINDING), BODY),
    "columns rising to a finding": (chart(tuple(reversed(WEEK)), finding=FINDING), LOWER),
    "columns that leave no corner": (chart((("A", 9.0), ("B", 8.0)), finding=FINDING), BODY),
    "columns below zero": (chart((("Up", 12.5), ("Down", -3.0), ("Far down", -8.25))), BODY),
    "columns with long names": (chart(LONG), BODY),
    "columns above a callout": (chart(finding=FINDING), ABOVE_FOOT),
    "columns beside a callout": (chart(finding=FINDING), BESIDE),
    "bars": (chart(form="bar"), BODY),
    "bars with points": (chart(form="bar", points=POINTS), BODY),
    "bars with all": (chart(form="bar", finding=FINDING, points=POINTS), BODY),
    "bars with long names": (chart(LONG, "bar", finding=FINDING), LOWER),
    "bars above a callout": (chart(form="bar", points=POINTS), ABOVE_FOOT),
    "bars beside a callout": (chart(form="bar", points=POINTS), BESIDE),
    "bars on a square slide": (chart(form="bar", finding=FINDING), SQUARE),
    "many columns": (chart(tuple((f"Day {i}", 3.0 + i % 7) for i in range(24)), unit=""), BODY),
    "one bar": (chart(WEEK[:1], "bar"), BODY),
}


def placed(kit: Kit, block: Block, box: Box) -> Placed:
    """The block placed; fails where it does not fit."""
    result = block.place(kit.named("block", kit.span), box)
    assert isinstance(result, Placed), result
    return result


def said(block: Block) -> set[str]:
    """The words of a block's texts and numbers' names."""
    texts: list[str] = [name for name, _ in block.loaded] if isinstance(block, Chart) else []

    def gather(value: object) -> None:
        if isinstance(value, Rich):
            texts.append(str(value))
        for entry in value if isinstance(value, tuple) else ():
            gather(entry)
        for name in getattr(type(value), "model_fields", ()):
            gather(getattr(value, name))

    gather(block)
    return words_in(" ".join(texts))


def styles(chart: ChartItem) -> list[Style]:
    """How a chart's own words look."""
    names = [] if isinstance(chart.form, Slices) or chart.form.scale.names is None else [chart.form.scale.names]
    return [*names, *(datum.label_style for series in chart.series for datum in series.data if datum.label)]


def words_in(text: str) -> set[str]:
    """Words in lower case without the signs around them."""
    return {word.strip(".,:;?!“”()").lower() for word in text.split()} - {""}


@pytest.mark.parametrize("name", FITTING)
def test_every_item_lies_in_the_box_and_every_text_in_its_item(kit: Kit, look: Look, name: str) -> None:
    block, box = FITTING[name]
    items = placed(kit, block, box).items
    assert look.outside(items, box) == []
    assert look.loose(items) == []
    assert all(item.box.holds(item.plot) for item in items if isinstance(item, ChartItem))


@pytest.mark.parametrize("name", FITTING)
def test_nothing_of_the_words_is_lost_and_no_id_is_doubled(kit: Kit, look: Look, name: str) -> None:
    block, box = FITTING[name]
    items = placed(kit, block, box).items
    ids = [item.mark.id for item in look.flat(items)]
    assert said(block) <= words_in(look.words(items))
    assert len(set(ids)) == len(ids) and all(id_.startswith("block-") for id_ in ids)


@pytest.mark.parametrize("name", FITTING)
def test_the_box_is_filled_with_type_of_the_scale(kit: Kit, look: Look, name: str) -> None:
    block, box = FITTING[name]
    items = placed(kit, block, box).items
    sizes = {run.style.size.pt for _, body in look.bodies(items) for p in body.paragraphs for run in p.runs}
    sizes |= {style.size.pt for item in items if isinstance(item, ChartItem) for style in styles(item)}
    assert sizes <= {12, 14, 16, 18, 20, 24, 28, 36, 44, 60, 80}
    assert min(sizes) >= (12 if isinstance(block, Chart) else 14)
    assert look.filled(items, box) >= 0.85


@pytest.mark.parametrize("role", ["accent1", "accent5"])
@pytest.mark.parametrize("name", FITTING)
def test_every_text_reads_well_on_its_ground(kit: Kit, look: Look, name: str, role: str) -> None:
    block, box = FITTING[name]
    own = replace(kit, role=role)
    assert look.pale(own, placed(own, block, box).items, own.paper) == []


@pytest.mark.parametrize("name", FITTING)
def test_what_has_no_room_says_so_instead_of_overflowing(kit: Kit, look: Look, name: str) -> None:
    result = FITTING[name][0].place(kit, TINY)
    if isinstance(result, Overflow):
        assert result.need > result.have
    else:
        assert look.outside(result.items, TINY) == []
        assert look.loose(result.items) == []


@pytest.mark.parametrize("name", FITTING)
def test_at_brief_depth_a_block_is_never_longer_and_shortening_twice_changes_nothing(name: str) -> None:
    block = FITTING[name][0]
    brief = block.shorten(Depth.BRIEF)
    assert said(brief) <= said(block)
    assert brief.shorten(Depth.BRIEF) == brief
    assert block.shorten(Depth.FULL) == block


def test_halves_of_a_process_say_together_what_the_whole_says() -> None:
    halves = process(5, gives="A note").split()
    assert halves and said(halves[0]) | said(halves[1]) == said(process(5, gives="A note"))


@pytest.mark.parametrize("name", FITTING)
@pytest.mark.parametrize("width", [182, 104, 88, 57], ids=["12", "7", "6", "4"])
def test_on_a_sheet_nothing_is_lost_and_every_text_has_its_room(sheet_kit: Kit, look: Look, name: str, width: int) -> None:
    flow = FITTING[name][0].flow(sheet_kit, mm(width))
    assert len(flow.heights) == len(flow.stretch)
    for factor in (1.0, 1.5):
        heights = tuple(h * (factor if grows else 1) for h, grows in zip(flow.heights, flow.stretch, strict=True))
        box = Box(mm(14), mm(40), mm(width), sum(heights[1:], heights[0]))
        items = flow.draw(box, heights)
        assert look.outside(items, box) == []
        assert look.loose(items) == []
        assert said(FITTING[name][0]) <= words_in(look.words(items))
        sizes = [run.style.size for _, body in look.bodies(items) for p in body.paragraphs for run in p.runs]
        assert not sizes or min(sizes) >= pt(8.5)


WORD = st.sampled_from(["a", "owner", "decides", "refinement", "acceptance", "responsibilities", "q" * 30])
TEXTS = st.lists(WORD, min_size=1, max_size=28).map(" ".join)
NUMBERS = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=9)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.tuples(TEXTS, TEXTS, TEXTS), box=st.sampled_from([BODY, BESIDE, ABOVE_FOOT]))
def test_whatever_a_process_says_fits_or_is_refused(kit: Kit, look: Look, texts: tuple[str, str, str], box: Box) -> None:
    step = {"title": texts[0], "text": texts[1], "gives": texts[2], "subject": "product-owner"}
    check(kit, look, Process.model_validate({"steps": (step, {"title": texts[2]}, step)}), box)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=TEXTS, numbers=NUMBERS, where=st.tuples(st.sampled_from(["column", "bar"]), st.sampled_from([BODY, BESIDE, ABOVE_FOOT]))
)
def test_whatever_a_chart_shows_fits_or_is_refused(
    kit: Kit, look: Look, name: str, numbers: list[float], where: tuple[str, Box]
) -> None:
    form, box = where
    data = tuple((f"{name} {i}", value) for i, value in enumerate(numbers))
    more = (
        {"finding": {"value": name[:8], "text": name}} if len(numbers) % 2 else {"points": ({"lead": name[:20], "text": name},)}
    )
    check(kit, look, chart(data, form, **more), box)


def check(kit: Kit, look: Look, block: Block, box: Box) -> None:
    """A block is placed well, or refused with the height it needs."""
    result = block.place(kit, box)
    if isinstance(result, Placed):
        assert look.outside(result.items, box) == []
        assert look.loose(result.items) == []
        assert said(block) <= words_in(look.words(result.items))
    else:
        assert result.need > result.have
