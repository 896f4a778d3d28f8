"""A room in outline, seen from above: screen, flip charts, door, and tables with as many seats as people come."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping

from generator.content.model import Room
from generator.geometry import Box, mm, pt
from generator.kit import Kit
from generator.page.items import GroupItem, Item, Stroke
from generator.page.shapes import Ellipse, Rectangle
from generator.page.text import Align

SEAT = mm(3.2)
ISLAND = 4
"""People at one table of an island plan."""
BENCH = 3
"""People at one table of rows."""
MOST_TABLES = 12
"""More are not drawn: the picture says how tables stand, not how many there are."""


def room_plan(kit: Kit, room: Room, box: Box) -> tuple[Item, ...]:
    """The room drawn to fill `box`."""
    ink = Stroke(kit.ink, pt(1.5))
    inner = box.inset(mm(4), mm(13), mm(4), mm(4))
    furniture = tuple(PLANS[room.plan](kit, room.seats, inner))
    seats = GroupItem(kit.mark("seats", kit.words.say(f"plan_{room.plan}")), inner, furniture)
    return (kit.shape("walls", box, fill=kit.paper, stroke=ink), *_front(kit, box), seats, *_door(kit, box))


def _front(kit: Kit, box: Box) -> Iterator[Item]:
    """Screen and flip charts along the upper wall."""
    screen = Box(box.x + box.w * 0.3, box.y + mm(2.4), box.w * 0.4, mm(2))
    yield kit.shape("screen", screen, fill=kit.ink)
    yield _named(kit, "screen-name", kit.words.say("run_screen"), Box(screen.x, screen.bottom + mm(0.4), screen.w, mm(4)))
    for number, x in ((1, box.x + mm(4)), (2, box.right - mm(4) - mm(10))):
        chart = Box(x, box.y + mm(2.8), mm(10), mm(2))
        yield kit.shape(f"flip-{number}", chart, stroke=Stroke(kit.ink, pt(1)))
        name = Box(chart.x - mm(3), chart.bottom + mm(0.4), mm(16), mm(4))
        yield _named(kit, f"flip-{number}-name", kit.words.say("run_flip"), name)


def _named(kit: Kit, name: str, text: str, box: Box) -> Item:
    return kit.text(name, box, [kit.para(text, kit.style(pt(8.5)), align=Align.CENTRE)])


def _door(kit: Kit, box: Box) -> Iterator[Item]:
    """A gap in the lower wall."""
    gap = Box(box.right - mm(14), box.bottom - mm(0.8), mm(9), mm(1.6))
    yield kit.shape("door", gap, fill=kit.paper)
    yield _named(kit, "door-name", kit.words.say("run_door"), Box(gap.x, gap.y - mm(4.2), gap.w, mm(4)))


def _islands(kit: Kit, seats: int, box: Box) -> Iterator[Item]:
    """Tables of four in two or three rows, the last row centred."""
    count = min(MOST_TABLES, math.ceil(seats / ISLAND))
    across = 2 if count <= 4 else 3 if count <= 9 else 4
    for i, place in enumerate(_grid(box, count, across)):
        table = place.centred(min(place.w * 0.5, mm(14)), min(place.h * 0.34, mm(6.5)))
        yield from _table(kit, f"table-{i + 1}", table, (2, 2, 0, 0))


def _rows(kit: Kit, seats: int, box: Box) -> Iterator[Item]:
    """Tables of three, all facing the screen."""
    count = min(MOST_TABLES, math.ceil(seats / BENCH))
    for i, place in enumerate(_grid(box, count, 2 if count <= 4 else 3)):
        table = place.centred(min(place.w * 0.78, mm(20)), min(place.h * 0.3, mm(4)))
        yield from _table(kit, f"table-{i + 1}", table, (0, BENCH, 0, 0))


def _horseshoe(kit: Kit, seats: int, box: Box) -> Iterator[Item]:
    """Three sides of a square, open towards the screen."""
    deep = mm(5)
    frame = box.centred(box.w * 0.72, box.h * 0.82)
    side = max(1, min(5, round(seats * 0.3)))
    bottom = max(2, min(8, seats - 2 * side))
    yield from _table(kit, "left", Box(frame.x, frame.y, deep, frame.h - deep), (0, 0, side, 0))
    yield from _table(kit, "right", Box(frame.right - deep, frame.y, deep, frame.h - deep), (0, 0, 0, side))
    yield from _table(kit, "back", Box(frame.x, frame.bottom - deep, frame.w, deep), (0, bottom, 0, 0))


def _boardroom(kit: Kit, seats: int, box: Box) -> Iterator[Item]:
    """One long table with people on all sides but the screen's."""
    table = box.centred(box.w * 0.66, min(box.h * 0.42, mm(16)))
    long = max(1, min(9, (seats - 2) // 2))
    yield from _table(kit, "table", table, (long, long, 1, 1))


PLANS: Mapping[str, Callable[[Kit, int, Box], Iterator[Item]]] = {
    "islands": _islands,
    "rows": _rows,
    "horseshoe": _horseshoe,
    "boardroom": _boardroom,
}


def _grid(box: Box, count: int, across: int) -> Iterator[Box]:
    """Cells for `count` tables, `across` in a row; a last row that is not full stands in the middle."""
    deep = math.ceil(count / across)
    for number, row in enumerate(box.rows(deep)):
        inside = min(across, count - number * across)
        cell = row.w / across
        start = row.x + (row.w - cell * inside) / 2
        for i in range(inside):
            yield Box(start + cell * i, row.y, cell, row.h)


def _table(kit: Kit, name: str, box: Box, seats: tuple[int, int, int, int]) -> Iterator[Item]:
    """A table and its seats above, below, left and right of it."""
    yield kit.shape(name, box, Rectangle(), fill=kit.surface, stroke=Stroke(kit.ink, pt(1)))
    above, below, left, right = seats
    sides = ((above, box.y - SEAT, True), (below, box.bottom, True), (left, box.x - SEAT, False), (right, box.right, False))
    for side, (count, edge, level) in enumerate(sides):
        for i in range(count):
            along = (box.w if level else box.h) * ((i + 0.5) / count) - SEAT / 2
            x, y = (box.x + along, edge) if level else (edge, box.y + along)
            yield kit.shape(f"{name}-seat-{side}-{i + 1}", Box(x, y, SEAT, SEAT), Ellipse(), stroke=Stroke(kit.ink, pt(1)))
