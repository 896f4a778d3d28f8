"""Pour a slide's blocks into its body: the only place that decides what happens when something does not fit.

Order of ways out: split at the block's own joints and continue on further slides, shorten one depth, refuse with the
height needed and the height there is. Nothing shrinks below the floor and nothing is dropped.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.block import Block, Depth, Overflow
from generator.errors import Diagnostic
from generator.geometry import Box
from generator.kit import GAP, Kit
from generator.page.items import Item
from generator.source import Span

SIDE_SHARE = 3.911 / 12.133
"""What a callout at the side takes of the body's width."""
FOOT_SHARE = 0.95 / 5.2
MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class Poured:
    """What stands on one slide: the items, and the blocks as they were shown."""

    items: tuple[Item, ...]
    said: tuple[Block, ...]


def pour(kit: Kit, blocks: tuple[Block, ...], region: Box) -> tuple[Poured, ...] | Diagnostic:
    """Place a main block and its callouts; returns one `Poured` for each slide it took."""
    main, aside = blocks[0], blocks[1:]
    outcome = _try(kit, main, aside, region)
    if not isinstance(outcome, Overflow):
        return (outcome,)
    parts = _split(kit, main, aside, region)
    if parts:
        return parts
    short = main.shorten(Depth.BRIEF)
    if short != main:
        return pour(kit, (short, *aside), region)
    return Diagnostic(
        "L001",
        main.span,
        f"{main.kind} needs {outcome.need.inches:.2f} in of height where there are {outcome.have.inches:.2f} in",
        "shorten its texts, or say it in two topics",
    )


def _split(kit: Kit, main: Block, aside: tuple[Block, ...], region: Box) -> tuple[Poured, ...]:
    """The block over several slides, callouts with the first; empty if a part still does not fit."""
    queue: list[Block] = [main]
    done: list[Poured] = []
    while queue:
        part = queue.pop(0)
        outcome = _try(kit, part, () if done else aside, region)
        if not isinstance(outcome, Overflow):
            done.append(outcome)
            continue
        halves = part.split()
        if halves is None or len(queue) + len(done) + 2 > MOST_PARTS:
            return ()
        queue[:0] = halves
    return tuple(done)


def _try(kit: Kit, main: Block, aside: tuple[Block, ...], region: Box) -> Poured | Overflow:
    box = region
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
    return Poured((*placed.items, *items), (main, *aside))


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
