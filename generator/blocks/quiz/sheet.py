"""A quiz on a sheet: options with boxes to tick. Which of them is right is not read here."""

from __future__ import annotations

from collections.abc import Sequence

from generator.block import Flow
from generator.blocks._headings import led
from generator.blocks._room import need
from generator.blocks._ruled import Line, ruled, small
from generator.blocks.quiz.question import LETTERS, Choice
from generator.geometry import Box, Length, mm, pt
from generator.kit import Kit
from generator.page.items import Item, Stroke
from generator.page.text import Anchor

BOX = mm(3.4)
LETTER = mm(5.4)
TEXT = mm(10.4)
"""From the column's edge to the option's letter and to its text."""


def flow_options(kit: Kit, options: Sequence[Choice], width: Length) -> Flow:
    """The options measured for a column of `width`."""
    return ruled(kit, [_row(kit, option, LETTERS[place], width) for place, option in enumerate(options)])


def _row(kit: Kit, option: Choice, letter: str, width: Length) -> Line:
    told = [small(kit, text) for text in led(option.title, option.text)]
    mark, name = [small(kit, letter, kit.accent, bold=True)], f"option-{letter.lower()}"
    line = kit.sheet.size * kit.sheet.leading

    def draw(box: Box) -> tuple[Item, ...]:
        text = kit.text(f"{name}-text", box.cut_left(TEXT)[1], told, anchor=Anchor.MIDDLE)
        top = box.y + (box.h - text.body.height) / 2
        square = Box(box.x + pt(0.5), top + line / 2 - BOX / 2, BOX, BOX)
        front = Box(box.x + LETTER, top, TEXT - LETTER, line)
        return (
            kit.shape(f"{name}-box", square, stroke=Stroke(kit.ink, pt(0.9))),
            kit.text(f"{name}-letter", front, mark),
            text,
        )

    return Line(need(kit, told, width - TEXT), draw)
