"""Pour a slide's blocks into its body: the only place that decides what happens when something does not fit.

Order of ways out: split at the block's own joints and continue on further slides, a single part that is too long in its
midst; callouts on slides of their own; both again with words broken that are longer than any of a language; the same words as
plain points; shorten one depth; refuse with the height needed and the height there is. Nothing shrinks below the floor, and
nothing is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.block import Block, Depth, Overflow, Placed
from generator.errors import Diagnostic
from generator.geometry import Box
from generator.kit import GAP, Kit
from generator.layout.telling import points_of
from generator.page.items import GroupItem, Item
from generator.source import Span

SIDE_SHARE = 3.911 / 12.133
FOOT_SHARE = 0.95 / 5.2
MOST_PARTS = 40
MOST_LETTERS = 5_000
"""More than any slide holds at the smallest size: not even tried."""
Regions = Callable[[str], Box]
"""The body of a slide on which blocks of a layout stand, by the layout's name."""


@dataclass(frozen=True, slots=True)
class Poured:
    """What stands on one slide: the items, and the blocks as they were shown."""

    items: tuple[Item, ...]
    said: tuple[Block, ...]


def pour(kit: Kit, blocks: tuple[Block, ...], regions: Regions) -> tuple[Poured, ...] | Diagnostic:
    """Place a main block and its callouts; returns one `Poured` for each slide it took."""
    outcome = _try(kit, blocks, regions)
    if not isinstance(outcome, Overflow):
        return (outcome,)
    for poured in _ways(kit, blocks, regions):
        if poured:
            return poured
    main = blocks[0]
    short = main.shorten(Depth.BRIEF)
    if short != main:
        return pour(kit, (short, *blocks[1:]), regions)
    return Diagnostic(
        "L001",
        main.span,
        f"{main.kind} needs {outcome.need.inches:.2f} in of height where there are {outcome.have.inches:.2f} in",
        "shorten its texts, or say it in two topics",
    )


def _ways(kit: Kit, blocks: tuple[Block, ...], regions: Regions) -> Iterator[tuple[Poured, ...]]:
    """What may be done so that every word is shown, the best way first; empty where it is no way out."""
    main, aside = blocks[0], blocks[1:]
    kits = (kit, replace(kit, breaking=True)) if any(block.has_long_words for block in blocks) else (kit,)
    for each in kits:
        outcome = _try(each, blocks, regions) if each.breaking else None
        yield (outcome,) if isinstance(outcome, Poured) else ()
        yield _split(each, main, aside, regions)
        yield _one_after_another(each, blocks, regions) if aside else ()
    yield _one_after_another(kits[-1], tuple(points_of(block) or block for block in blocks), regions)


def _one_after_another(kit: Kit, blocks: tuple[Block, ...], regions: Regions) -> tuple[Poured, ...]:
    """Every block on slides of its own; empty if one of them does not fit."""
    done: list[Poured] = []
    for block in blocks:
        parts = _split(kit, block, (), regions)
        if not parts and (points := points_of(block)):
            parts = _split(kit, points, (), regions)
        if not parts:
            return ()
        done.extend(parts)
    return tuple(done)


def _split(kit: Kit, main: Block, aside: tuple[Block, ...], regions: Regions) -> tuple[Poured, ...]:
    """The block over several slides, callouts with the first; empty if a part still does not fit."""
    queue: list[Block] = [main]
    done: list[Poured] = []
    while queue:
        part = queue.pop(0)
        outcome = _try(kit, (part, *(() if done else aside)), regions)
        if not isinstance(outcome, Overflow):
            done.append(outcome)
            continue
        halves = (part.narrowed() if outcome.wide else None) or part.split()
        if halves is None or len(queue) + len(done) + 2 > MOST_PARTS:
            return ()
        queue[:0] = halves
    return tuple(done)


def _try(kit: Kit, blocks: tuple[Block, ...], regions: Regions) -> Poured | Overflow:
    main, aside = blocks[0], blocks[1:]
    box = regions(main.layout)
    if (letters := sum(len(str(text)) for text in main.texts())) > MOST_LETTERS:
        return Overflow(box.h * (letters / MOST_LETTERS), box.h)
    items: list[Item] = []
    for number, block in enumerate(aside):
        box, place = _cut(block, box)
        placed = block.place(kit.named(f"callout-{number + 1}", block.span), place)
        if isinstance(placed, Overflow):
            return placed
        items.extend(placed.items)
    placed = main.place(kit.named(main.kind, main.span), box)
    if isinstance(placed, Overflow):
        return placed
    return Poured((*_as_one(kit.named(main.kind, main.span), placed), *items), blocks)


def _as_one(kit: Kit, placed: Placed) -> tuple[Item, ...]:
    """A diagram as one group; the group in it that says the same is dissolved in it."""
    if not placed.shows or not placed.items:
        return placed.items
    held: list[Item] = []
    for item in placed.items:
        same = isinstance(item, GroupItem) and item.mark.alt == placed.shows
        held.extend(item.items if same and isinstance(item, GroupItem) else (item,))
    left, top = min(item.box.x for item in held), min(item.box.y for item in held)
    right, bottom = max(item.box.right for item in held), max(item.box.bottom for item in held)
    return (GroupItem(kit.mark("diagram", placed.shows), Box(left, top, right - left, bottom - top), tuple(held)),)


def _cut(block: Block, box: Box) -> tuple[Box, Box]:
    """What a callout leaves of the region, and its own place."""
    if block.at_foot:
        return box.cut_bottom(box.h * FOOT_SHARE, GAP)
    return box.cut_right(box.w * SIDE_SHARE, GAP)


def refuse(span: Span, kind: str) -> Diagnostic:
    """The finding for a slide without anything to show."""
    return Diagnostic(
        "L002", span, f"slide {kind!r} has no block to show", "give the topic a block for this reader, or leave the topic out"
    )
