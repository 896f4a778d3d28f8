"""What holds of every kind that is placed by hand: inside its box, nothing cut off, nothing lost, nothing doubled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.block import Block, Depth, Overflow, Placed
from generator.blocks.agenda import Agenda, AgendaEntry
from generator.blocks.big_number import BigNumber
from generator.blocks.callout import Callout
from generator.blocks.checklist import Checklist
from generator.blocks.decision import Decision
from generator.blocks.quote import Quote
from generator.blocks.sources import SourceEntry, Sources
from generator.blocks.timeline import Timeline
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
WHOLE = Box(ZERO, ZERO, inch(13.333), inch(7.5))
SIDE = Box(inch(8.822), inch(1.5), inch(3.911), inch(5.2))
FOOT = Box(inch(0.6), inch(5.75), inch(12.133), inch(0.95))


def phases(count: int, points: int = 2, text: str = "Meet the owner and your buddy", outcome: bool = True) -> Timeline:
    """A timeline of like phases."""
    phase = {"points": tuple(f"{text} {i}" for i in range(points)), **({"outcome": "You can say who decides"} if outcome else {})}
    return Timeline.model_validate(
        {"phases": tuple({"when": f"Week {i}", "title": f"Listen {i}", **phase} for i in range(count))}
    )


def ticks(count: int, text: str = "Ask each one what they decided last week.") -> Checklist:
    """A checklist of like items."""
    return Checklist.model_validate(
        {"items": tuple({"title": f"Thing {i} is done", "text": f"{text} {i}"} for i in range(count))}
    )


def figure(**more: object) -> BigNumber:
    """A big number with further parts."""
    return BigNumber.model_validate({"number": "7 of 10", "meaning": "hours of an owner go to the team", **more})


def choice(count: int, **more: object) -> Decision:
    """A decision between like options, the second one recommended."""
    options = tuple(
        {"title": f"Option number {i}", "text": "Answers within a day", "cost": f"0.{i} M€", "recommended": i == 1}
        for i in range(count)
    )
    return Decision.model_validate({"ask": "Fund four owners, one per team", "options": options, **more})


def stops(count: int) -> Agenda:
    """An agenda of like sections."""
    return Agenda.of(
        [AgendaEntry(f"Who decides what {i}", f"Who funds and chooses {i}", 5.0 + i, f"part-{i}") for i in range(count)]
    )


def works(count: int, notice: str = "") -> Sources:
    """A list of like sources."""
    entries = [
        SourceEntry(f"Roles compared, volume {i}", f"Blog article, {2000 + i}.", "https://example.org/") for i in range(count)
    ]
    return Sources.of(entries, Rich.plain(notice) if notice else None)


def remark(**more: object) -> Callout:
    """A callout."""
    return Callout.model_validate({"label": "Rule of thumb", **more})


ROWS = tuple(
    {"number": str(i), "title": f"Backlog and team {i}", "text": f"The best moment for a question {i}"} for i in range(3)
)
FIGURES = tuple({"label": f"Cost {i}", "value": f"{i} M€"} for i in range(3))
PAIRS = (
    {"when": "If it changes the sprint", "then": "Ask the owner", "subject": "product-owner"},
    {"when": "If it changes the roadmap", "then": "Ask the manager", "subject": "product-manager"},
)
QUOTE = Quote.model_validate(
    {"text": "A backlog without an order is a wish list.", "by": "Tom Berger, product owner", "origin": "A portrait"}
)
SHARE = {"part": 7, "of": 10}

FITTING: dict[str, tuple[Block, Box]] = {
    **{f"timeline {n}": (phases(n), BODY) for n in (3, 4, 5)},
    "timeline under two lines": (phases(3, 3), LOWER),
    "timeline without outcomes": (phases(5, 1, outcome=False), BODY),
    "timeline above a callout": (phases(4, 2), ABOVE_FOOT),
    "timeline beside a callout": (phases(3, 2), BESIDE),
    "timeline on a square slide": (phases(3, 2), SQUARE),
    **{f"checklist {n}": (ticks(n), BODY) for n in range(2, 9)},
    "checklist beside a callout": (ticks(4), BESIDE),
    "checklist on a square slide": (ticks(4), SQUARE),
    **{f"agenda {n}": (stops(n), BODY) for n in range(2, 8)},
    "agenda on a square slide": (stops(5), SQUARE),
    **{f"sources {n}": (works(n), BODY) for n in (1, 3, 4, 5, 8)},
    "sources with a notice": (works(3, "Figures are made up for this course."), LOWER),
    **{f"decision {n}": (choice(n), LOWER) for n in (2, 3, 4)},
    "decision with figures": (choice(3, figures=FIGURES, source="Planning figures of the sample company"), LOWER),
    "decision on a square slide": (choice(3, figures=FIGURES), SQUARE),
    "big number with rows": (figure(rows=ROWS), WHOLE),
    "big number with all": (figure(heading="Disturb the owner early", share=SHARE, rows=ROWS, source="A diary"), WHOLE),
    "big number with a share": (figure(share=SHARE), WHOLE),
    "big number alone": (figure(), WHOLE),
    "big number on a square slide": (figure(rows=ROWS[:2]), Box(ZERO, ZERO, inch(10), inch(7.5))),
    "quote": (QUOTE, BODY),
    "quote on a square slide": (QUOTE, SQUARE),
    "side text": (remark(text="Ask for a date or a check."), SIDE),
    "side pairs": (remark(pairs=PAIRS, closing="Not sure? Ask the owner."), SIDE),
    "side number": (remark(number="50", text="Five minutes each.", closing="Try it on Tuesday."), SIDE),
    "side word": (remark(tone="word", text="**Bet**: work that may pay off later, started on purpose."), SIDE),
    "side warning": (remark(tone="warn", text="Soon means one thing to sales and another to developers."), SIDE),
    "foot word": (remark(tone="word", place="foot", text="**Bet**: work that may pay off later, started on purpose."), FOOT),
    "foot ask": (remark(tone="ask", place="foot", text="Name who decides the price", date="By 1 November"), FOOT),
    "foot note": (remark(place="foot", text="Names vary and duties overlap. Ask what a person decides."), FOOT),
}
HIGH = tuple(name for name in FITTING if not name.startswith(("quote", "big number with a share", "big number alone")))
SPLITTING: dict[str, Block] = {"timeline": phases(4), "checklist": ticks(7), "agenda": stops(5), "sources": works(5, "A notice.")}


def placed(kit: Kit, block: Block, box: Box) -> Placed:
    """The block placed; fails where it does not fit."""
    result = block.place(kit.named("block", kit.span), box)
    assert isinstance(result, Placed), result
    return result


def said(block: Block) -> set[str]:
    """The words of a block's texts, in lower case, without signs at their ends."""
    texts: list[str] = []

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


@pytest.mark.parametrize("name", HIGH)
def test_items_fill_the_height_of_the_box(kit: Kit, look: Look, name: str) -> None:
    block, box = FITTING[name]
    assert look.filled(placed(kit, block, box).items, box) >= 0.85


@pytest.mark.parametrize("name", FITTING)
def test_type_is_of_the_scale_and_no_smaller_than_labels(kit: Kit, look: Look, name: str) -> None:
    block, box = FITTING[name]
    sizes = {
        run.style.size.pt for _, body in look.bodies(placed(kit, block, box).items) for p in body.paragraphs for run in p.runs
    }
    assert sizes <= {12, 14, 16, 18, 20, 24, 28, 36, 44, 60, 80}
    assert min(sizes) >= (12 if "source" in name or "all" in name or "figures" in name else 14)


@pytest.mark.parametrize("role", ["accent1", "accent2", "accent3", "accent5"])
@pytest.mark.parametrize("name", FITTING)
def test_every_text_reads_well_on_its_ground(kit: Kit, look: Look, name: str, role: str) -> None:
    block, box = FITTING[name]
    own = replace(kit, role=role)
    items = placed(own, block, box).items
    assert look.pale(own, items, own.tint() if block.layout == "Quote" else own.paper) == []


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


@pytest.mark.parametrize("name", SPLITTING)
def test_halves_say_together_what_the_whole_says(name: str) -> None:
    halves = SPLITTING[name].split()
    assert halves is not None
    assert said(halves[0]) | said(halves[1]) == said(SPLITTING[name])


@pytest.mark.parametrize("name", FITTING)
@pytest.mark.parametrize("width", [182, 104, 88], ids=["12", "7", "6"])
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


WORD = st.sampled_from(["a", "owner", "decides", "refinement", "acceptance", "responsibilities", "q" * 30])
TEXTS = st.lists(WORD, min_size=1, max_size=28).map(" ".join)


def _timeline(one: str, two: str, three: str) -> tuple[Block, Box]:
    phase = {"when": one[:9], "title": two, "points": (three, one), "outcome": two}
    return Timeline.model_validate({"phases": (phase,) * 3}), BODY


def _checklist(one: str, two: str, three: str) -> tuple[Block, Box]:
    return Checklist.model_validate({"items": ({"title": one, "text": two}, {"title": three}) * 3}), BESIDE


def _quote(one: str, two: str, three: str) -> tuple[Block, Box]:
    return Quote.model_validate({"text": one, "by": two, "origin": three}), BODY


def _decision(one: str, two: str, three: str) -> tuple[Block, Box]:
    return choice(3, figures=({"label": one[:12], "value": two[:8]},) * 3, source=three), LOWER


def _number(one: str, two: str, three: str) -> tuple[Block, Box]:
    rows = ({"number": one[:6], "title": two, "text": three},) * 3
    return figure(heading=two, share=SHARE, rows=rows, source=one), WHOLE


def _side(one: str, two: str, three: str) -> tuple[Block, Box]:
    return remark(text=one, pairs=({"when": two, "then": three},), closing=one), SIDE


def _foot(one: str, two: str, three: str) -> tuple[Block, Box]:
    return remark(place="foot", text=one, date=two[:14]), FOOT


def _stops(one: str, two: str, three: str) -> tuple[Block, Box]:
    return Agenda.of([AgendaEntry(one, two, 5, "a"), AgendaEntry(two, three, 5, "b")] * 2), BODY


def _works(one: str, two: str, three: str) -> tuple[Block, Box]:
    return Sources.of([SourceEntry(one, two, ""), SourceEntry(two, three, "")] * 3, Rich.plain(three)), BODY


Maker = Callable[[str, str, str], tuple[Block, Box]]
MAKERS: tuple[Maker, ...] = (_timeline, _checklist, _quote, _decision, _number, _side, _foot, _stops, _works)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
