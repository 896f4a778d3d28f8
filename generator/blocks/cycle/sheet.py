"""A cycle on paper: a small ring beside a row for each step, or rows on a line that leads back to the first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.block import Flow
from generator.blocks._room import AIR
from generator.blocks._ruled import Line, ruled, small
from generator.blocks.cycle.ring import Ring, back
from generator.blocks.cycle.step import Round, Shown
from generator.geometry import ZERO, Box, Length, mm, pt, total
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.text import Anchor, Run

RINGED = mm(80)
"""Columns from this width on have room for a ring."""
SHARE, LARGEST = 0.34, mm(42)
"""The ring's diameter: this share of the width, at most so much."""
MOST_LINES = 3
"""Steps that would take more lines beside a ring have none."""
SPACE = mm(5)
NUMERAL = mm(7)
BACK = mm(4)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the steps stand: what is left of them, and their width."""

    side: Length
    left: Length
    width: Length


def flow_cycle(kit: Kit, told: Round, width: Length) -> Flow:
    """Rows with hairlines; the ring, or the way back, stands at their left."""
    side = _side(kit, told, width)
    ring = Ring(kit, told, Box(ZERO, ZERO, side, side))
    size = next((size for size in (kit.sheet.size + pt(1.5), kit.sheet.size, kit.sheet.note) if side and ring.holds(size)), None)
    left = side + SPACE if side else BACK
    place = _Place(side, left, width - left)
    rows = [_row(kit, step, place.width) for step in told.steps]
    least = side / len(rows) - kit.sheet.padding * 2
    flow = ruled(kit, [replace(row, height=max(row.height, least)) for row in rows])
    head = small(kit, told.centre, bold=True) if told.centre and size is None else None
    above = (kit.height([head], width * AIR) + kit.sheet.padding * 2,) if head else ()

    def draw(box: Box, final: tuple[Length, ...]) -> tuple[Item, ...]:
        items: list[Item] = []
        if head:
            top, box = box.cut_top(final[0])
            items.append(kit.text("centre", top, [head], anchor=Anchor.MIDDLE))
        heights = final[len(above) :]
        items.extend(_turn(kit, told, box, (place, heights), size))
        items.extend(flow.draw(box.cut_left(place.left)[1], heights))
        return tuple(items)

    return Flow((*above, *flow.heights), (*(False for _ in above), *flow.stretch), draw)


def _side(kit: Kit, told: Round, width: Length) -> Length:
    """The ring's diameter; zero in a narrow column, and where texts would be squeezed."""
    side = min(width * SHARE, LARGEST)
    most = kit.sheet.size * kit.sheet.leading * (MOST_LINES + 0.5)
    room = width - side - SPACE
    return side if width >= RINGED and all(_row(kit, step, room).height <= most for step in told.steps) else ZERO


def _turn(kit: Kit, told: Round, box: Box, where: tuple[_Place, tuple[Length, ...]], size: Length | None) -> tuple[Item, ...]:
    """What shows that the steps go round: the ring, or the way back from the last row to the first."""
    place, heights = where
    if place.side:
        square = Box(box.x, box.y, place.side, total(heights)).centred(place.side, place.side)
        ring = Ring(kit, told if size else replace(told, centre=None), square)
        return tuple(ring.draw(size or kit.sheet.note))
    ends = box.y + heights[0] / 2, box.y + total(heights) - heights[-1] / 2
    return tuple(back(kit, "back", box.x + BACK - mm(0.6), ends, BACK - mm(0.6)))


def _row(kit: Kit, step: Shown, width: Length) -> Line:
    """A numeral, the title, and the text that explains it."""
    numeral = kit.para(str(step.number), kit.style(pt(14), Colour(step.role), bold=True), height=1.1)
    told = small(kit, step.step.title, bold=True)
    if step.step.text:
        style = kit.style(kit.sheet.size)
        told = replace(told, runs=(*told.runs, Run("  ", style), *kit.runs(step.step.text, style)))
    room = width - NUMERAL
    height = max(kit.height([told], room * AIR), kit.height([numeral], NUMERAL))

    def draw(box: Box) -> tuple[Item, ...]:
        return (
            kit.text(f"{step.name}-number", replace(box, w=NUMERAL), [numeral], anchor=Anchor.MIDDLE),
            kit.text(f"{step.name}-text", Box(box.x + NUMERAL, box.y, room, box.h), [told], anchor=Anchor.MIDDLE),
        )

    return Line(height, draw)
