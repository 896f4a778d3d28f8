"""A big number on paper: the numeral with its meaning, the squares of a share, the further figures as rows."""

from __future__ import annotations

from generator.block import Flow
from generator.blocks._room import need
from generator.blocks._ruled import Line, note, ruled, small
from generator.blocks._share import squares
from generator.blocks.big_number.parts import Figure, Numbers, rows_of
from generator.geometry import Box, Length, mm, pt
from generator.kit import Kit
from generator.page.items import Item
from generator.page.text import Anchor, Style

NUMERAL_SHARE = 0.42
"""Of a column's width on a sheet: what the figure may take beside its meaning."""


def flow_number(kit: Kit, block: Numbers, width: Length) -> Flow:
    """The numeral with its meaning beside it, then the squares, then the further figures as rows."""
    rows = [_numeral(kit, block, width)]
    if block.share:
        grid = squares(block.share, rows_of(block.share), width, mm(6))
        rows.append(Line(grid.height, lambda box: tuple(grid.draw(kit, box.x, box.y + (box.h - grid.height) / 2))))
    rows.extend(_sheet_row(kit, figure, number, width) for number, figure in enumerate(block.rows, 1))
    if block.source:
        text = [note(kit, block.source)]
        rows.append(Line(kit.height(text, width), lambda box: (kit.text("source", box, text, anchor=Anchor.MIDDLE),)))
    return ruled(kit, rows)


def _numeral(kit: Kit, block: Numbers, width: Length) -> Line:
    style = next((s for s in _numerals(kit) if kit.width(block.number, s) + mm(4) <= width * NUMERAL_SHARE), None)
    if style is None:
        return _numeral_above(kit, block, width)
    left = kit.width(block.number, style) + mm(4)
    number = [kit.para(block.number, style, height=1.06)]
    texts = [small(kit, block.meaning, bold=True), *([small(kit, block.heading, kit.quiet)] if block.heading else [])]
    height = max(kit.height(number, left), kit.height(texts, width - left))

    def draw(box: Box) -> tuple[Item, ...]:
        one, other = box.cut_left(left)
        return kit.text("number", one, number, anchor=Anchor.MIDDLE), kit.text("meaning", other, texts, anchor=Anchor.MIDDLE)

    return Line(height, draw)


def _numerals(kit: Kit) -> tuple[Style, ...]:
    """The styles of the figure on a sheet, the largest first."""
    return tuple(kit.style(pt(size), kit.accent, bold=True) for size in (36, 28, 24))


def _numeral_above(kit: Kit, block: Numbers, width: Length) -> Line:
    """The figure on a line of its own where there is no room for words at its right."""
    style = next((s for s in _numerals(kit) if kit.width(block.number, s) <= width), _numerals(kit)[-1])
    texts = [kit.para(block.number, style, height=1.06), small(kit, block.meaning, bold=True)]
    texts += [small(kit, block.heading, kit.quiet)] if block.heading else []
    return Line(need(kit, texts, width), lambda box: (kit.text("number", box, texts, anchor=Anchor.MIDDLE),))


def _sheet_row(kit: Kit, figure: Figure, index: int, width: Length) -> Line:
    style = kit.style(kit.sheet.size * 1.5, kit.accent, bold=True)
    left = max(mm(10), kit.width(figure.number, style) + mm(2))
    number = [kit.para(figure.number, style)]
    texts = [small(kit, figure.title, bold=True), *([small(kit, figure.text)] if figure.text else [])]
    height = max(kit.height(number, left), kit.height(texts, width - left))

    def draw(box: Box) -> tuple[Item, ...]:
        one, other = box.cut_left(left)
        name = f"row-{index}"
        return (
            kit.text(f"{name}-number", one, number, anchor=Anchor.MIDDLE),
            kit.text(f"{name}-text", other, texts, anchor=Anchor.MIDDLE),
        )

    return Line(height, draw)
