"""A pyramid on paper: a row for each level in line with it, or a small pyramid with numbers and a numbered row for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.block import Flow
from generator.blocks._room import AIR
from generator.blocks._ruled import HAIRLINE, Line, ruled, small
from generator.blocks.pyramid.level import Drawing, Level, drawing
from generator.geometry import ZERO, Box, Length, mm, pt, total
from generator.kit import CAPS, Kit
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.text import Align, Anchor, Paragraph, Run

SHARE, LARGEST = 0.3, mm(50)
"""The pyramid's width: this share of the block's, at most so much."""
STEEPEST = 1.0
"""How high a pyramid may naturally be, as a share of its width; else it stands by itself."""
SPACE = mm(4)
EDGE = mm(1.2)
LEAST = mm(6)
"""The height of a level in line with its row at least."""
NARROW = mm(66)
"""In columns below this width a pyramid stands above its rows."""
LEVEL = mm(5.4)
"""The height of a level of a pyramid with numbers."""
NUMERAL = mm(6)


def flow_levels(kit: Kit, levels: tuple[Level, ...], width: Length) -> Flow:
    """Rows in line with the levels where that makes a pyramid of good shape, else numbered rows."""
    side = min(width * SHARE, LARGEST)
    room = width - side - SPACE
    told = [_told(kit, level) for level in levels]
    height = max([LEAST, *(kit.height([text], room * AIR) + kit.sheet.padding * 2 for text in told)])
    if width < NARROW or height * len(levels) > side * STEEPEST:
        return _numbered(kit, levels, width)

    def draw(box: Box, final: tuple[Length, ...]) -> tuple[Item, ...]:
        drawn = drawing(kit, levels, Box(box.x, box.y, side, total(final)), final)
        items: list[Item] = [drawn.group()]
        for number, (text, row) in enumerate(zip(told, drawn.rows, strict=True), 1):
            if number > 1:
                start = drawn.edge(row.y) + EDGE
                rule = kit.rule(f"level-{number}-rule", (start, row.y), box.right - start, Colour("accent6"), HAIRLINE)
                items.append(rule)
            where = Box(box.right - room, row.y, room, row.h)
            items.append(kit.text(f"level-{number}-text", where, [text], anchor=Anchor.MIDDLE))
        return tuple(items)

    return Flow((height,) * len(levels), (True,) * len(levels), draw)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a pyramid with numbers stands: its width, and what of the block is above its rows or left of them."""

    side: Length
    above: Length
    left: Length


def _numbered(kit: Kit, levels: tuple[Level, ...], width: Length) -> Flow:
    """A small pyramid with numbers, and a ruled row for each of them."""
    count, side = len(levels), min(width * 0.34, LARGEST)
    high, stands = LEVEL * count, width < NARROW
    place = _Place(width * 0.7, high + mm(2), ZERO) if stands else _Place(side, ZERO, side + SPACE)
    rows = [_row(kit, _told(kit, level), number, width - place.left) for number, level in enumerate(levels, 1)]
    if not stands:
        least = high / count - kit.sheet.padding * 2
        rows = [replace(row, height=max(row.height, least)) for row in rows]
        high = max(high, min(side * 0.8, total(ruled(kit, rows).heights)))
    flow, above = ruled(kit, rows), (place.above,) if place.above else ()

    def draw(box: Box, final: tuple[Length, ...]) -> tuple[Item, ...]:
        top, rest = box.cut_top(place.above) if above else box.cut_left(place.left)
        room = Box(top.x + (top.w - place.side) / 2 if above else top.x, top.y, place.side, top.h - (mm(2) if above else ZERO))
        drawn = drawing(kit, levels, room.centred(place.side, high), (high / count,) * count)
        return (drawn.group(), *_numbers(kit, drawn), *flow.draw(rest, final[len(above) :]))

    return Flow((*above, *flow.heights), (*(False for _ in above), *flow.stretch), draw)


def _numbers(kit: Kit, drawn: Drawing) -> Iterator[Item]:
    size = kit.sheet.note
    for number, row in enumerate(drawn.rows, 1):
        high = size * CAPS
        top = row.bottom - high - mm(0.4) if number == 1 else row.y + (row.h - high) / 2
        style = kit.style(size, drawn.ink(number - 1), bold=True)
        figure = kit.para(str(number), style, align=Align.CENTRE, height=CAPS)
        middle = drawn.box.x + drawn.box.w / 2
        yield kit.text(f"level-{number}-sign", Box(middle - high / 2, top, high, high), [figure])


def _row(kit: Kit, told: Paragraph, number: int, width: Length) -> Line:
    numeral = kit.para(str(number), kit.style(pt(14), kit.accent, bold=True), height=1.1)
    room = width - NUMERAL
    height = max(kit.height([told], room * AIR), kit.height([numeral], NUMERAL))

    def draw(box: Box) -> tuple[Item, ...]:
        return (
            kit.text(f"level-{number}-number", replace(box, w=NUMERAL), [numeral], anchor=Anchor.MIDDLE),
            kit.text(f"level-{number}-text", Box(box.x + NUMERAL, box.y, room, box.h), [told], anchor=Anchor.MIDDLE),
        )

    return Line(height, draw)


def _told(kit: Kit, level: Level) -> Paragraph:
    """A level's title, and its text behind it."""
    title = small(kit, level.title, bold=True)
    if not level.text:
        return title
    style = kit.style(kit.sheet.size)
    return replace(title, runs=(*title.runs, Run("  ", style), *kit.runs(level.text, style)))
