"""Cards on a sheet: three figures or three points side by side, else rows with hairlines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.block import Flow
from generator.blocks._headings import led
from generator.blocks._room import narrowed, need
from generator.blocks._ruled import Line, ruled, small
from generator.blocks.cards.card import Card, Face, faces_of
from generator.geometry import ZERO, Box, Length, mm, pt
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph, Run

NUMERAL = pt(50)
FIGURES_FROM, NAMES_FROM = mm(120), mm(150)
"""The width that three figures or three named points need."""
GUTTER = mm(5)
ICON = mm(5)


def flow_cards(kit: Kit, cards: tuple[Card, ...], width: Length) -> Flow:
    """Cards measured for a column of `width`."""
    faces = faces_of(kit, cards)
    if len(faces) == 3 and all(f.figure for f in faces) and width >= FIGURES_FROM:
        return _abreast(faces, width, lambda f, name, column: _figure(kit, f, name, column))
    if len(faces) == 3 and width >= NAMES_FROM:
        return _abreast(faces, width, lambda f, name, column: _named(kit, f, name, column))
    return ruled(kit, [_row(kit, f, f"card-{n}", width) for n, f in enumerate(faces, 1)])


@dataclass(frozen=True, slots=True)
class _Column:
    """One of three: the height it takes and how to draw it from the top."""

    height: Length
    draw: Callable[[Box], tuple[Item, ...]]


def _abreast(faces: tuple[Face, ...], width: Length, column_of: Callable[[Face, str, Length], _Column]) -> Flow:
    """Three columns in one row, all in the middle of its height."""
    each = (width - GUTTER * 2) / 3
    columns = [column_of(f, f"card-{n}", each) for n, f in enumerate(faces, 1)]
    height = max(column.height for column in columns)

    def draw(box: Box, _: tuple[Length, ...]) -> tuple[Item, ...]:
        row = box.centred(box.w, height)
        cells = zip(columns, row.columns(len(columns), GUTTER), strict=True)
        return tuple(item for column, cell in cells for item in column.draw(cell))

    return Flow((height,), (True,), draw)


def _figure(kit: Kit, shown: Face, name: str, width: Length) -> _Column:
    """A numeral, right of it one bold line and one quiet sentence."""
    style = kit.style(NUMERAL, Colour(shown.role), bold=True)
    numeral = [kit.para(shown.figure or "", style, height=1.0)]
    left = max(mm(15), kit.width(shown.figure or "", style) + mm(2))
    texts = _texts(kit, shown)
    height = max(NUMERAL, need(kit, texts, width - left))

    def draw(box: Box) -> tuple[Item, ...]:
        first, second = box.cut_left(left)
        return (
            kit.text(f"{name}-figure", first, numeral, anchor=Anchor.MIDDLE),
            kit.text(f"{name}-text", replace(second, w=narrowed(kit, texts, second.w)), texts, anchor=Anchor.MIDDLE),
        )

    return _Column(height, draw)


def _named(kit: Kit, shown: Face, name: str, width: Length) -> _Column:
    """An icon beside a bold line, the sentence below both."""
    texts = _texts(kit, shown)
    left = ICON + mm(2.4) if shown.icon else ZERO
    height = need(kit, texts, width - left)

    def draw(box: Box) -> tuple[Item, ...]:
        icon, rest = box.cut_left(left)
        place = Box(icon.x, icon.y, ICON, ICON)
        drawn = (kit.icon(f"{name}-icon", place, shown.icon, Colour(shown.role)),) if shown.icon else ()
        return (*drawn, kit.text(f"{name}-text", rest, texts))

    return _Column(max(height, ICON), draw)


def _texts(kit: Kit, shown: Face) -> list[Paragraph]:
    title = [small(kit, shown.heading, bold=True)] if shown.heading else []
    text = [small(kit, shown.text, kit.quiet)] if shown.text else []
    return [*title, *text, *_values(kit, shown)]


def _values(kit: Kit, shown: Face) -> list[Paragraph]:
    """Whose card it is and its value, in one line."""
    quiet, strong = kit.style(kit.sheet.note, kit.quiet), kit.style(kit.sheet.note, Colour(shown.role), bold=True)
    value = [r for text, style in ((shown.label, quiet), (shown.value, strong)) if text for r in kit.runs(text, style)]
    if len(value) > 1 and shown.label:
        value.insert(len(shown.label.fragments), Run(" ", quiet))
    name = list(kit.runs(shown.aside, strong)) if shown.aside and shown.title else []
    runs = [*name, Run(" · ", quiet), *value] if name and value else [*name, *value]
    return [Paragraph(tuple(runs), line_height=kit.sheet.leading)] if runs else []


def _row(kit: Kit, shown: Face, name: str, width: Length) -> Line:
    """A row: icon or figure in front, then the name and what there is to say."""
    words = [small(kit, text) for text in led(shown.heading, shown.text)] + _values(kit, shown)
    figure = kit.para(shown.figure, kit.style(pt(16), Colour(shown.role), bold=True)) if shown.figure else None
    left = mm(10) if figure else ICON + mm(3) if shown.icon else ZERO
    height = max(need(kit, words, width - left), ICON)

    def draw(box: Box) -> tuple[Item, ...]:
        front, rest = box.cut_left(left)
        text = kit.text(f"{name}-text", rest, words, anchor=Anchor.MIDDLE)
        if figure:
            return kit.text(f"{name}-figure", front, [figure], anchor=Anchor.MIDDLE), text
        if shown.icon:
            place = Box(front.x, front.y + (front.h - ICON) / 2, ICON, ICON)
            return kit.icon(f"{name}-icon", place, shown.icon, Colour(shown.role)), text
        return (text,)

    return Line(height, draw)
