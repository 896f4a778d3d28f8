"""What holds of cards, points, prose and takeaways: inside their box, nothing cut off, nothing lost, nothing doubled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.block import Block, Depth, Overflow, Placed
from generator.blocks.bullets import Bullets
from generator.blocks.cards import Cards
from generator.blocks.prose import Prose
from generator.blocks.takeaways import Takeaways
from generator.geometry import ZERO, Box, inch, mm
from generator.kit import Kit
from generator.notation.inline import Rich

if TYPE_CHECKING:
    from conftest import Look

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))
LOWER = Box(inch(0.6), inch(1.9), inch(12.133), inch(4.8))
BESIDE = Box(inch(0.6), inch(1.5), inch(8.022), inch(5.2))
ABOVE_FOOT = Box(inch(0.6), inch(1.5), inch(12.133), inch(4.05))
SQUARE = Box(inch(0.5), inch(1.4), inch(8.5), inch(5.4))
TINY = Box(inch(0.6), inch(1.5), inch(3.0), inch(1.2))
ICONS = ("users", "clock", "map", "layers", "calendar", "pencil", "list", "gauge")
SUBJECTS = ("product-leader", "product-manager", "product-owner")


def cards(count: int, *, icons: bool = True, **more: object) -> Cards:
    """Like cards, with further fields on each."""
    each = ({"title": f"Slow answers {i}", "text": f"Questions wait for longer than a day {i}.", **more} for i in range(count))
    drawn = ({**card, **({"icon": ICONS[i]} if icons else {})} for i, card in enumerate(each))
    return Cards.model_validate({"cards": tuple(drawn)})


def owners() -> Cards:
    """Three cards of three subjects, with a value at the foot of each."""
    texts = {"title": "Orders the work", "text": "Keeps one backlog in one order.", "label": "Thinks in", "value": "Sprints"}
    return Cards.model_validate({"cards": tuple({**texts, "subject": subject} for subject in SUBJECTS)})


def figures() -> Cards:
    """Three figures."""
    said = (("1", "**person per backlog.** With two, the team waits."), ("2", "**weeks until a new order.**"), ("0", "Requests."))
    return Cards.model_validate({"cards": tuple({"title": title, "text": text} for title, text in said)})


def points(count: int, text: str = "Ask the product owner the same day.") -> Bullets:
    """Like points."""
    return Bullets.model_validate(
        {"points": tuple({"lead": f"A story is unclear {i}", "text": f"{text} {i}"} for i in range(count))}
    )


def mixed() -> Bullets:
    """A point that is a text alone, one without a text, and one with further points."""
    nested = {"lead": "Nested", "text": "It has more to say.", "points": ("First of two", "Second of two")}
    return Bullets.model_validate({"points": ("A plain point", {"lead": "Only a lead"}, nested)})


def prose(count: int, lead: bool = True) -> Prose:
    """A lead and paragraphs."""
    text = tuple(f"The owner turns goals into near ones, and carries progress and limits back {i}." for i in range(count))
    first = {"lead": "Your product owner works close to you and thinks in weeks."} if lead else {}
    return Prose.model_validate({"text": text, "brief": "The owner turns goals into near ones.", **first})


def keep(count: int, steps: int) -> Takeaways:
    """Takeaways with steps to do next."""
    kept = tuple(
        {"title": f"The decision names the role {i}", "text": f"The order is the owner’s, always {i}."} for i in range(count)
    )
    next_ = tuple({"when": f"Week {i}", "text": f"Read the top ten {i}.", "icon": "search"} for i in range(steps))
    return Takeaways.model_validate({"points": kept, "next": next_})


FITTING: dict[str, tuple[Block, Box]] = {
    **{f"cards {n}": (cards(n), BODY) for n in range(2, 9)},
    **{f"cards {n} without icons": (cards(n, icons=False), BODY) for n in (2, 3, 4, 6, 8)},
    **{f"cards {n} with values": (cards(n, label="You get", value="A list"), BODY) for n in (2, 3, 4, 6)},
    **{f"cards {n} above a callout": (cards(n), ABOVE_FOOT) for n in (2, 3, 4, 6)},
    **{f"cards {n} beside a callout": (cards(n), BESIDE) for n in (2, 3, 4, 6)},
    **{f"cards {n} on a square slide": (cards(n), SQUARE) for n in (2, 4)},
    "cards of subjects": (owners(), BODY),
    "cards of subjects beside a callout": (owners(), BESIDE),
    "figures": (figures(), ABOVE_FOOT),
    "figures beside a callout": (figures(), BESIDE),
    **{f"points {n}": (points(n), BODY) for n in range(2, 8)},
    **{f"points {n} beside a callout": (points(n), BESIDE) for n in range(2, 8)},
    "points under two lines": (points(7), LOWER),
    "points on a square slide": (points(4), SQUARE),
    "leads alone": (points(4).shorten(Depth.BRIEF), BESIDE),
    "points of several forms": (mixed(), BESIDE),
    **{f"prose {n}": (prose(n), BODY) for n in (1, 2, 3)},
    **{f"prose {n} without a lead": (prose(n, lead=False), BODY) for n in (1, 3)},
    **{f"prose {n} beside a callout": (prose(n), BESIDE) for n in (1, 2, 3)},
    **{f"takeaways {n} and {m}": (keep(n, m), BODY) for n, m in ((2, 2), (3, 3), (4, 3), (3, 0))},
    "takeaways under two lines": (keep(3, 2), LOWER),
    "takeaways on a square slide": (keep(2, 2), SQUARE),
}
SPLITTING: dict[str, Block] = {"cards": cards(5), "points": points(5), "prose": prose(3), "takeaways": keep(4, 2)}


def placed(kit: Kit, block: Block, box: Box) -> Placed:
    """The block placed; fails where it does not fit."""
    result = block.place(kit.named("block", kit.span), box)
    assert isinstance(result, Placed), result
    return result


def said(block: Block) -> set[str]:
    """The words of a block's texts, except those that only brief depth shows."""
    texts: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, Rich):
            texts.append(str(value))
        elif isinstance(value, tuple):
            for entry in value:
                gather(entry)
        else:
            for name in getattr(type(value), "model_fields", ()):
                if name != "brief":
                    gather(getattr(value, name))

    gather(block)
    return words_in(" ".join(texts))


def words_in(text: str) -> set[str]:
    """Words in lower case without the signs around them."""
    return {word.strip(".,:;?!“”()").lower() for word in text.split()} - {""}


@pytest.mark.parametrize("name", FITTING)
def test_every_item_lies_in_the_box_and_every_text_in_its_item(kit: Kit, look: Look, name: str) -> None:
    block, box = FITTING[name]
    items = placed(kit, block, box).items
    assert look.outside(items, box) == []
    assert look.loose(items) == []


@pytest.mark.parametrize("name", FITTING)
def test_every_word_of_the_block_stands_on_the_slide(kit: Kit, look: Look, name: str) -> None:
    block, box = FITTING[name]
    assert said(block) <= words_in(look.words(placed(kit, block, box).items))


@pytest.mark.parametrize("name", FITTING)
def test_ids_are_unique_and_start_with_the_kits_prefix(kit: Kit, look: Look, name: str) -> None:
    block, box = FITTING[name]
    ids = [item.mark.id for item in look.flat(placed(kit, block, box).items)]
    assert len(set(ids)) == len(ids)
    assert all(id_.startswith("block-") for id_ in ids)


@pytest.mark.parametrize("name", FITTING)
def test_items_fill_the_height_of_the_box(kit: Kit, look: Look, name: str) -> None:
    block, box = FITTING[name]
    assert look.filled(placed(kit, block, box).items, box) >= 0.85


@pytest.mark.parametrize("name", FITTING)
def test_type_is_of_the_scale_and_text_no_smaller_than_eighteen(kit: Kit, look: Look, name: str) -> None:
    block, box = FITTING[name]
    bodies = [body for _, body in look.bodies(placed(kit, block, box).items)]
    sizes = {run.style.size.pt for body in bodies for p in body.paragraphs for run in p.runs}
    assert sizes <= {14, 18, 20, 24, 28, 36, 44, 60, 80}
    assert min(sizes) >= (14 if "values" in name or "subjects" in name else 18)


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
def test_shortening_twice_changes_nothing_and_full_depth_keeps_all(name: str) -> None:
    block = FITTING[name][0]
    brief = block.shorten(Depth.BRIEF)
    assert brief.shorten(Depth.BRIEF) == brief
    assert block.shorten(Depth.FULL) == block


@pytest.mark.parametrize("name", SPLITTING)
def test_halves_say_together_what_the_whole_says(name: str) -> None:
    halves = SPLITTING[name].split()
    assert halves is not None
    assert said(halves[0]) | said(halves[1]) == said(SPLITTING[name])


@pytest.mark.parametrize("name", FITTING)
@pytest.mark.parametrize("width", [182, 104, 57], ids=["12", "7", "4"])
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


@pytest.mark.parametrize("name", FITTING)
def test_no_text_on_a_sheet_is_smaller_than_eight_and_a_half_points(sheet_kit: Kit, look: Look, name: str) -> None:
    flow = FITTING[name][0].flow(sheet_kit, mm(182))
    box = Box(ZERO, ZERO, mm(182), sum(flow.heights[1:], flow.heights[0]))
    bodies = look.bodies(flow.draw(box, flow.heights))
    assert min(run.style.size.pt for _, body in bodies for p in body.paragraphs for run in p.runs) >= 8.5


WORD = st.sampled_from(["a", "owner", "decides", "**bold**", "refinement", "acceptance", "responsibilities", "q" * 30])
TEXTS = st.lists(WORD, min_size=1, max_size=24).map(" ".join)


def _cards(one: str, two: str, three: str) -> tuple[Block, Box]:
    card = {"title": two, "text": one, "icon": "users", "label": three[:9], "value": two[:16]}
    return Cards.model_validate({"cards": (card, {"title": three, "subject": "product-owner"}) * 2}), BODY


def _figures(one: str, two: str, three: str) -> tuple[Block, Box]:
    return Cards.model_validate(
        {"cards": ({"title": "10 %", "text": one}, {"title": "7", "text": two, "value": three}) * 2}
    ), BESIDE


def _points(one: str, two: str, three: str) -> tuple[Block, Box]:
    return Bullets.model_validate({"points": ({"lead": one, "text": two}, three, {"lead": two, "points": (three,)})}), BODY


def _prose(one: str, two: str, three: str) -> tuple[Block, Box]:
    return Prose.model_validate({"lead": one, "text": (two, three)}), BODY


def _keep(one: str, two: str, three: str) -> tuple[Block, Box]:
    kept = ({"title": one, "text": two}, {"title": two})
    return Takeaways.model_validate(
        {"points": kept, "next": ({"when": two[:12], "text": three}, {"when": "Now", "text": one})}
    ), LOWER


Maker = Callable[[str, str, str], tuple[Block, Box]]
MAKERS: tuple[Maker, ...] = (_cards, _figures, _points, _prose, _keep)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.tuples(TEXTS, TEXTS, TEXTS), make=st.sampled_from(MAKERS))
def test_whatever_is_written_fits_or_is_refused(kit: Kit, look: Look, texts: tuple[str, str, str], make: Maker) -> None:
    block, box = make(*texts)
    result = block.place(kit, box)
    if isinstance(result, Placed):
        assert look.outside(result.items, box) == []
        assert look.loose(result.items) == []
        assert said(block) <= words_in(look.words(result.items))
    else:
        assert result.need > result.have
