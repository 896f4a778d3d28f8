"""What holds of cycles, pyramids, matrices and definitions: inside their box, nothing cut off, nothing lost, nothing doubled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.block import Block, Depth, Overflow, Placed
from generator.blocks.cycle import Cycle
from generator.blocks.definitions import Definitions
from generator.blocks.matrix import Matrix
from generator.blocks.pyramid import Pyramid
from generator.geometry import Box, inch, mm
from generator.kit import Kit
from generator.notation.inline import Rich

if TYPE_CHECKING:
    from conftest import Look

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
LOWER = Box(inch(0.6), inch(1.9), inch(12.133), inch(4.8))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
ABOVE_FOOT = Box(inch(0.6), inch(1.5), inch(12.133), inch(4.05))
SQUARE = Box(inch(0.5), inch(1.4), inch(8.5), inch(5.4))
SMALL = Box(inch(0.6), inch(1.5), inch(5.4), inch(5.2))
TINY = Box(inch(0.6), inch(1.5), inch(3.0), inch(1.2))
SUBJECTS = ("product-manager", "product-leader", "product-owner", "", "product-owner", "product-manager")
TEXT = "Talk to three users about one problem"
SPOTS = ((0.2, 0.85), (0.75, 0.8), (0.3, 0.3), (0.85, 0.15), (0.55, 0.62), (0.12, 0.6))
CENTRE = {"centre": "One question a week"}


def cycle(count: int, text: str = TEXT, **more: object) -> Cycle:
    """A cycle of like steps."""
    texts = ({"text": f"{text} {i}."} if text else {} for i in range(count))
    return Cycle.model_validate({"steps": tuple({"title": f"Step {i}", **t} for i, t in enumerate(texts)), **more})


def decided(count: int) -> Cycle:
    """A cycle whose steps are different people's; the fourth is nobody's."""
    own = tuple({"subject": subject} if subject else {} for subject in SUBJECTS)
    return Cycle.model_validate({"steps": tuple({"title": f"Step {i}", "text": TEXT, **own[i]} for i in range(count))})


def pyramid(count: int, title: str = "Goal", text: str = "Three results for the year, each with a number") -> Pyramid:
    """A pyramid of like levels."""
    texts = ({"text": f"{text} {i}."} if text else {} for i in range(count))
    return Pyramid.model_validate({"levels": tuple({"title": f"{title} {i}", **t} for i, t in enumerate(texts))})


def matrix(points: int = 0, text: str = "Do them in the next sprint", emphasis: int = 0) -> Matrix:
    """A matrix of like quadrants."""
    texts = tuple({"text": f"{text} {i}."} if text else {} for i in range(4))
    quadrants = tuple({"title": f"Quadrant {i}", "emphasis": i == emphasis, **t} for i, t in enumerate(texts))
    return Matrix.model_validate(
        {
            "across": {"title": "Effort", "low": "Days", "high": "Months"},
            "up": {"title": "Value for customers", "low": "Nice", "high": "Essential"},
            "quadrants": quadrants,
            "points": tuple({"name": f"Idea {i}", "x": x, "y": y} for i, (x, y) in enumerate(SPOTS[:points])),
        }
    )


def terms(count: int, example: str = "A checkout error stands above a new colour") -> Definitions:
    """Like terms."""
    examples = ({"example": f"{example} {i}."} if example else {} for i in range(count))
    means = "The one ordered list of work for a team"
    return Definitions.model_validate(
        {"terms": tuple({"term": f"Backlog {i}", "means": f"{means} {i}.", **e} for i, e in enumerate(examples))}
    )


FITTING: dict[str, tuple[Block, Box]] = {
    **{f"cycle {n}": (cycle(n, **CENTRE), BODY) for n in (3, 4, 5, 6)},
    **{f"cycle {n} under two lines": (cycle(n, **CENTRE), LOWER) for n in (4, 5)},
    **{f"cycle {n} above a callout": (cycle(n, **CENTRE), ABOVE_FOOT) for n in (3, 4, 5, 6)},
    **{f"cycle {n} beside a callout": (cycle(n, **CENTRE), BESIDE) for n in (3, 4, 5, 6)},
    **{f"cycle {n} of titles": (cycle(n, "", **CENTRE), BODY) for n in (3, 4, 5, 6)},
    "cycle of different people": (decided(4), BODY),
    "cycle of more people": (decided(5), SQUARE),
    "cycle in a small box": (cycle(4, **CENTRE), SMALL),
    **{f"pyramid {n}": (pyramid(n), BODY) for n in (3, 4, 5)},
    **{f"pyramid {n} above a callout": (pyramid(n), ABOVE_FOOT) for n in (3, 4, 5)},
    **{f"pyramid {n} beside a callout": (pyramid(n), BESIDE) for n in (3, 4, 5)},
    **{f"pyramid {n} of titles": (pyramid(n, "Commitments to partners", ""), BODY) for n in (3, 4, 5)},
    "pyramid of long titles": (pyramid(4, "Commitments to partners"), LOWER),
    "pyramid in a small box": (pyramid(4), SMALL),
    "matrix": (matrix(), BODY),
    "matrix of titles": (matrix(text=""), LOWER),
    "matrix beside a callout": (matrix(), BESIDE),
    "matrix above a callout": (matrix(emphasis=3), ABOVE_FOOT),
    "matrix in a small box": (matrix(), SMALL),
    **{f"matrix with {n} points": (matrix(n, ""), BODY) for n in (1, 4, 6)},
    "matrix with points beside a callout": (matrix(5, ""), BESIDE),
    "matrix with points above a callout": (matrix(5, "", emphasis=9), ABOVE_FOOT),
    **{f"definitions {n}": (terms(n), BODY) for n in range(2, 7)},
    **{f"definitions {n} without examples": (terms(n, ""), LOWER) for n in (2, 3, 5, 7, 8)},
    **{f"definitions {n} beside a callout": (terms(n), BESIDE) for n in (2, 4, 6)},
    **{f"definitions {n} above a callout": (terms(n), ABOVE_FOOT) for n in (3, 4)},
    "definitions in a small box": (terms(3), SMALL),
}
ROLES = ("accent1", "accent2", "accent3", "accent5")
WIDTHS = {"12": 182, "7": 104, "6": 88, "5": 73, "4": 57}


def placed(kit: Kit, block: Block, box: Box) -> Placed:
    """The placed block; it fits."""
    result = block.place(kit.named("block", kit.span), box)
    assert isinstance(result, Placed), result
    return result


def said(block: Block) -> set[str]:
    """Every word of the block's texts."""
    texts: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, Rich):
            texts.append(str(value))
        elif isinstance(value, tuple):
            for entry in value:
                gather(entry)
        elif hasattr(type(value), "model_fields"):
            for name in type(value).model_fields:
                gather(getattr(value, name))

    gather(block)
    return words_in(" ".join(texts))


def words_in(text: str) -> set[str]:
    """Words in lower case without the signs around them."""
    return {word.strip(".,:;?!“”()").lower() for word in text.split()} - {""}


@pytest.mark.parametrize("name", FITTING)
def test_items_lie_in_the_box_and_texts_in_their_items_and_no_word_is_lost(kit: Kit, look: Look, name: str) -> None:
    block, box = FITTING[name]
    items = placed(kit, block, box).items
    assert look.outside(items, box) == []
    assert look.loose(items) == []
    assert said(block) <= words_in(look.words(items))


@pytest.mark.parametrize("name", FITTING)
def test_items_fill_the_height_and_the_width_of_the_box(kit: Kit, look: Look, name: str) -> None:
    block, box = FITTING[name]
    items = placed(kit, block, box).items
    assert look.filled(items, box) >= 0.85
    assert (max(item.box.right for item in items) - min(item.box.x for item in items)).ratio(box.w) >= 0.95


@pytest.mark.parametrize("name", FITTING)
def test_ids_are_unique_and_start_with_the_kits_prefix(kit: Kit, look: Look, name: str) -> None:
    ids = [item.mark.id for item in look.flat(placed(kit, *FITTING[name]).items)]
    assert len(set(ids)) == len(ids)
    assert all(id_.startswith("block-") for id_ in ids)


@pytest.mark.parametrize("name", FITTING)
def test_type_is_of_the_scale_and_no_smaller_than_labels(kit: Kit, look: Look, name: str) -> None:
    bodies = look.bodies(placed(kit, *FITTING[name]).items)
    sizes = {run.style.size.pt for _, body in bodies for p in body.paragraphs for run in p.runs}
    assert sizes <= {size.pt for size in kit.theme.sizes(80, 14)}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", FITTING)
def test_every_text_reads_well_on_its_ground(kit: Kit, look: Look, name: str, role: str) -> None:
    own = replace(kit, role=role)
    assert look.pale(own, placed(own, *FITTING[name]).items, own.paper) == []


@pytest.mark.parametrize("name", FITTING)
def test_what_has_no_room_says_so_instead_of_overflowing(kit: Kit, look: Look, name: str) -> None:
    result = FITTING[name][0].place(kit, TINY)
    if isinstance(result, Overflow):
        assert result.need > result.have
    else:
        assert look.outside(result.items, TINY) == []
        assert look.loose(result.items) == []


@pytest.mark.parametrize("name", FITTING)
def test_at_brief_depth_details_are_dropped_and_shortening_twice_changes_nothing(name: str) -> None:
    block = FITTING[name][0]
    brief = block.shorten(Depth.BRIEF)
    assert said(brief) <= said(block)
    assert brief.shorten(Depth.BRIEF) == brief
    assert block.shorten(Depth.FULL) == block


@pytest.mark.parametrize("name", FITTING)
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_on_a_sheet_nothing_is_lost_and_every_text_has_its_room(sheet_kit: Kit, look: Look, name: str, width: int) -> None:
    block = FITTING[name][0]
    flow = block.flow(sheet_kit, mm(width))
    assert len(flow.heights) == len(flow.stretch)
    for factor in (1.0, 1.5):
        heights = tuple(h * (factor if grows else 1) for h, grows in zip(flow.heights, flow.stretch, strict=True))
        box = Box(mm(14), mm(40), mm(width), sum(heights[1:], heights[0]))
        items = flow.draw(box, heights)
        assert look.outside(items, box) == []
        assert look.loose(items) == []
        assert said(block) <= words_in(look.words(items))
        bodies = [body for _, body in look.bodies(items)]
        assert min(run.style.size.pt for body in bodies for p in body.paragraphs for run in p.runs) >= 8.5
        assert look.pale(sheet_kit, items, sheet_kit.paper) == []


WORD = st.sampled_from(["a", "owner", "decides", "refinement", "acceptance", "responsibilities", "q" * 30])
TEXTS = st.lists(WORD, min_size=1, max_size=28).map(" ".join)
Maker = Callable[[str, str, str], Block]


def _matrix(one: str, two: str, three: str) -> Matrix:
    told = matrix(4)
    points = tuple(p.model_copy(update={"name": Rich.plain(one[:30])}) for p in told.points)
    quadrants = tuple(q.model_copy(update={"title": Rich.plain(two), "text": Rich.plain(three)}) for q in told.quadrants)
    return told.model_copy(update={"quadrants": quadrants, "points": points if len(three) < 40 else ()})


MAKERS: tuple[Maker, ...] = (
    lambda a, b, c: Cycle.model_validate({"steps": ({"title": a, "text": b}, {"title": b}) * 2, "centre": c}),
    lambda a, b, c: Cycle.model_validate({"steps": ({"title": a, "text": b},) * 5, "centre": c}),
    lambda a, b, c: Pyramid.model_validate({"levels": ({"title": a, "text": b}, {"title": c}, {"title": b})}),
    lambda a, b, c: Definitions.model_validate({"terms": ({"term": a, "means": b, "example": c}, {"term": c, "means": a}) * 2}),
    _matrix,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.tuples(TEXTS, TEXTS, TEXTS), make=st.sampled_from(MAKERS), box=st.sampled_from([BODY, BESIDE, ABOVE_FOOT]))
def test_whatever_is_written_fits_or_is_refused(kit: Kit, look: Look, texts: tuple[str, str, str], make: Maker, box: Box) -> None:
    block = make(*texts)
    result = block.place(kit, box)
    if isinstance(result, Placed):
        assert look.outside(result.items, box) == []
        assert look.loose(result.items) == []
        assert said(block) <= words_in(look.words(result.items))
    else:
        assert result.need > result.have


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.tuples(TEXTS, TEXTS, TEXTS), make=st.sampled_from(MAKERS), width=st.sampled_from(list(WIDTHS.values())))
def test_whatever_is_written_has_its_room_on_a_sheet(
    sheet_kit: Kit, look: Look, texts: tuple[str, str, str], make: Maker, width: int
) -> None:
    flow = make(*texts).flow(sheet_kit, mm(width))
    box = Box(mm(14), mm(40), mm(width), sum(flow.heights[1:], flow.heights[0]))
    items = flow.draw(box, flow.heights)
    assert look.outside(items, box) == []
    assert look.loose(items) == []
