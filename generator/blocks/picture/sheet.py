"""A picture on paper: in the column's width up to a limited height, its caption at hand, then its words in rows."""

from __future__ import annotations

from generator.block import Flow
from generator.blocks._headings import led
from generator.blocks._room import need
from generator.blocks._ruled import Line, note, ruled, small
from generator.blocks.picture.frame import filling
from generator.blocks.picture.told import Said, Told
from generator.geometry import ZERO, Box, Length, mm, total
from generator.kit import Kit
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph
from generator.pictures import Shown, fitted, picture

HIGHEST = mm(58)
FLATTEST = 0.72
"""The height at most, as a share of the column's width."""
TO_TEXT = mm(4)
UNDER = mm(1.6)
BESIDE = 0.62
"""A picture narrower than this share of its column has its caption at its side."""


def flow_picture(kit: Kit, width: Length, shown: Shown, told: Told) -> Flow:
    """The picture with its caption as one row, the lead and each point as further rows."""
    parts = [_pictured(kit, width, shown, told)]
    lines = [_row(kit, "lead", [small(kit, told.lead, bold=True)], width)] if told.lead else []
    lines += [_row(kit, f"point-{n}", _texts(kit, said), width) for n, said in enumerate(told.points, 1)]
    parts += [ruled(kit, lines)] if lines else []

    def draw(box: Box, final: tuple[Length, ...]) -> tuple[Item, ...]:
        upper, rest = box.cut_top(final[0])
        items = parts[0].draw(upper, final[:1])
        return (*items, *parts[1].draw(rest, final[1:])) if lines else items

    return Flow(tuple(h for p in parts for h in p.heights), tuple(s for p in parts for s in p.stretch), draw)


def _pictured(kit: Kit, width: Length, shown: Shown, told: Told) -> Flow:
    room = Box(ZERO, ZERO, width, min(HIGHEST, width * FLATTEST))
    full = filling(shown, room)
    place = room if full else fitted(shown.media, room)
    texts = [note(kit, told.caption)] if told.caption else []
    texts += [note(kit, told.credit)] if told.credit else []
    beside = bool(texts) and place.w < width * BESIDE and width - place.w - TO_TEXT > mm(30)
    column = width - place.w - TO_TEXT if beside else width
    words = need(kit, texts, column) if texts else ZERO
    height = max(place.h, words) if beside else total([place.h, *([UNDER, words] if texts else [])])

    def draw(box: Box, heights: tuple[Length, ...]) -> tuple[Item, ...]:
        top = box.y + kit.sheet.padding
        items: list[Item] = [picture(kit, "picture", Box(box.x, top, place.w, place.h), full or shown)]
        if texts and beside:
            right = Box(box.x + place.w + TO_TEXT, top, column, max(place.h, words))
            items.append(kit.text("caption", right, texts, anchor=Anchor.BOTTOM if words < place.h else Anchor.TOP))
        elif texts:
            items.append(kit.text("caption", Box(box.x, top + place.h + UNDER, width, words), texts))
        return tuple(items)

    return Flow((height + kit.sheet.padding * 2,), (False,), draw)


def _texts(kit: Kit, said: Said) -> list[Paragraph]:
    return [small(kit, text) for text in led(said.lead, said.text)]


def _row(kit: Kit, name: str, texts: list[Paragraph], width: Length) -> Line:
    return Line(need(kit, texts, width), lambda box: (kit.text(name, box, texts, anchor=Anchor.MIDDLE),))
