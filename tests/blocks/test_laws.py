"""What holds of every kind: inside its box, nothing cut off, nothing lost, nothing doubled, type one can read.

Each example is placed once; what is asserted of it stands in one test, so that a law costs no further placing.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from examples import EXAMPLES, MAKERS, SPLITTING, TEXTS, TINY, Example
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.block import Block, Depth, Flow, Overflow, Placed
from generator.blocks.agenda import AgendaEntry
from generator.blocks.chart import Chart
from generator.blocks.sources import SourceEntry
from generator.geometry import Box, Length, mm, total
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.items import ChartItem, Item, Slices

if TYPE_CHECKING:
    from conftest import Look

ROLES = ("accent1", "accent3", "accent5", "accent6")
"""Besides the kit's own; the examples of a kind take them in turn."""
LABELLED = ("prose", "callout", "process")
"""Kinds whose bold words may be as large as what follows: a lead among paragraphs, a label, a step's number and name."""


def placed(kit: Kit, example: Example) -> tuple[Item, ...]:
    """The items of an example; fails where it does not fit."""
    result = example.block.place(kit.named("block", kit.span), example.box)
    assert isinstance(result, Placed), result
    return result.items


def said(block: Block) -> set[str]:
    """The words of a block's texts, in lower case, except those that only brief depth shows."""
    texts: list[str] = [name for name, _ in block.loaded] if isinstance(block, Chart) else []

    def gather(value: object) -> None:
        match value:
            case Rich():
                texts.append(str(value))
            case tuple():
                for entry in value:
                    gather(entry)
            case AgendaEntry():
                texts.extend((value.title, value.promise))
            case SourceEntry():
                texts.extend((value.title, value.detail))
            case _:
                for name in getattr(type(value), "model_fields", ()):
                    if name != "brief":
                        gather(getattr(value, name))

    gather(block)
    return words_in(" ".join(texts))


def words_in(text: str) -> set[str]:
    """Words in lower case without the signs around them."""
    return {word.strip(".,:;?!“”()").lower() for word in text.split()} - {""}


def sizes(look: Look, items: tuple[Item, ...]) -> Iterator[float]:
    """The sizes of all type, a chart's own words among them."""
    for _, body in look.bodies(items):
        yield from (run.style.size.pt for paragraph in body.paragraphs for run in paragraph.runs)
    for item in (item for item in items if isinstance(item, ChartItem)):
        names = None if isinstance(item.form, Slices) else item.form.scale.names
        yield from (style.size.pt for style in (names,) if style)
        yield from (datum.label_style.size.pt for series in item.series for datum in series.data if datum.label)


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_stands_whole_in_its_box_with_every_word_once_and_in_type_one_can_read(kit: Kit, look: Look, name: str) -> None:
    example = EXAMPLES[name]
    items = placed(kit, example)
    assert look.outside(items, example.box) == []
    assert look.loose(items) == []
    assert all(item.box.holds(item.plot) for item in items if isinstance(item, ChartItem))
    assert said(example.block) <= words_in(look.words(items))
    ids = [item.mark.id for item in look.flat(items)]
    assert len(set(ids)) == len(ids)
    assert all(id_.startswith("block-") for id_ in ids)
    found = set(sizes(look, items))
    assert found <= {size.pt for size in kit.theme.sizes(80, example.floor)} - ({16} if example.even else set())
    assert look.filled(items, example.box) >= example.high
    across = max(item.box.right for item in items) - min(item.box.x for item in items)
    assert across.ratio(example.box.w) >= example.wide
    assert look.pale(kit, items, kit.tint() if example.block.layout == "Quote" else kit.paper) == []


@pytest.mark.parametrize(("name", "role"), list(zip(EXAMPLES, itertools.cycle(ROLES), strict=False)))
def test_every_kind_reads_well_on_its_ground_in_every_role(kit: Kit, look: Look, name: str, role: str) -> None:
    own, example = replace(kit, role=role), EXAMPLES[name]
    assert look.pale(own, placed(own, example), own.tint() if example.block.layout == "Quote" else own.paper) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_has_no_room_says_so_and_a_shorter_block_says_less(kit: Kit, look: Look, name: str) -> None:
    block = EXAMPLES[name].block
    result = block.place(kit, TINY)
    if isinstance(result, Overflow):
        assert result.need > result.have
    else:
        assert look.outside(result.items, TINY) == []
        assert look.loose(result.items) == []
    brief = block.shorten(Depth.BRIEF)
    assert block.kind == "prose" or said(brief) <= said(block)  # prose has words of its own for brief depth
    assert brief.shorten(Depth.BRIEF) == brief
    assert block.shorten(Depth.FULL) == block


@pytest.mark.parametrize("name", SPLITTING)
def test_halves_say_together_what_the_whole_says(name: str) -> None:
    halves = SPLITTING[name].split()
    assert halves is not None
    assert said(halves[0]) | said(halves[1]) == said(SPLITTING[name])


@pytest.mark.parametrize("name", EXAMPLES)
def test_on_a_sheet_nothing_is_lost_and_every_text_has_its_room_and_can_be_read(sheet_kit: Kit, look: Look, name: str) -> None:
    block = EXAMPLES[name].block
    for width in EXAMPLES[name].widths:
        flow = block.flow(sheet_kit, mm(width))
        assert len(flow.heights) == len(flow.stretch)
        for factor in (1.0, 1.5):
            items, box = drawn(flow, mm(width), factor)
            assert look.outside(items, box) == [], (width, factor)
            assert look.loose(items) == [], (width, factor)
            assert said(block) <= words_in(look.words(items)), (width, factor)
        text = [run.style.size.pt for _, body in look.bodies(items) for p in body.paragraphs for run in p.runs]
        assert min(text, default=8.5) >= 8.5
        assert look.pale(sheet_kit, items, sheet_kit.paper) == []


def drawn(flow: Flow, width: Length, factor: float = 1.0) -> tuple[tuple[Item, ...], Box]:
    """A block on a sheet, its rows that may grow so many times as high; and the box for all of them."""
    heights = tuple(h * (factor if grows else 1) for h, grows in zip(flow.heights, flow.stretch, strict=True))
    box = Box(mm(14), mm(40), width, total(heights))
    return flow.draw(box, heights), box


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.tuples(TEXTS, TEXTS, TEXTS), which=st.sampled_from(sorted(MAKERS)), number=st.integers(0, 2))
def test_whatever_is_written_fits_or_is_refused(
    kit: Kit, look: Look, texts: tuple[str, str, str], which: str, number: int
) -> None:
    make, boxes = MAKERS[which]
    block, box = make(*texts), boxes[number % len(boxes)]
    result = block.place(kit, box)
    if isinstance(result, Placed):
        assert look.outside(result.items, box) == []
        assert look.loose(result.items) == []
        assert said(block) <= words_in(look.words(result.items))
    else:
        assert result.need > result.have


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.tuples(TEXTS, TEXTS, TEXTS),
    which=st.sampled_from(sorted(set(MAKERS) - {"figures"})),
    width=st.sampled_from((182, 104, 57)),
)
def test_whatever_is_written_has_its_room_on_a_sheet(
    sheet_kit: Kit, look: Look, texts: tuple[str, str, str], which: str, width: int
) -> None:
    items, box = drawn(MAKERS[which][0](*texts).flow(sheet_kit, mm(width)), mm(width))
    assert look.outside(items, box) == []
    assert look.loose(items) == []


def _as_large_as_their_headings(look: Look, items: tuple[Item, ...]) -> list[str]:
    """Texts set as large as the bold heading they stand below or beside, from 20 points on; at 18 there is no room for a step."""
    told = [
        (item.mark.id.removesuffix("-text"), p) for item, body in look.bodies(items) for p in body.paragraphs if p.text.strip()
    ]
    return [
        f"{p.text!r} below {head.text!r}: {p.runs[0].style.size.pt:g}"
        for (above, head), (id_, p) in itertools.pairwise(told)
        if id_.rpartition("-")[0] in (above, above.rpartition("-")[0]) or id_ == above or above.startswith(id_)
        if all(run.style.bold for run in head.runs) and not any(run.style.bold for run in p.runs)
        if 18 < p.runs[0].style.size.pt >= head.runs[0].style.size.pt
    ]


@pytest.mark.parametrize("name", [name for name, example in EXAMPLES.items() if example.block.kind not in LABELLED])
def test_no_text_is_as_large_as_the_bold_heading_it_stands_below(kit: Kit, look: Look, name: str) -> None:
    assert _as_large_as_their_headings(look, placed(kit, EXAMPLES[name])) == []
