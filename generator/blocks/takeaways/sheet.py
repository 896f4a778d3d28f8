"""Takeaways on a sheet: rows with hairlines."""

from __future__ import annotations

from generator.block import Flow
from generator.blocks._headings import led
from generator.blocks._room import need
from generator.blocks._ruled import Line, ruled, small
from generator.blocks.takeaways.parts import Keep, NextStep, Said
from generator.geometry import Box, Length, mm, pt
from generator.kit import Kit
from generator.page.items import Item
from generator.page.text import Anchor

NUMBER, WHEN, ICON = mm(8), mm(28), mm(5)
"""What stands in front of a point and of a step."""


def flow_takeaways(kit: Kit, said: Said, width: Length) -> Flow:
    """Takeaways measured for a column of `width`."""
    keep, steps = said
    rows = [_keep(kit, point, number, width) for number, point in enumerate(keep, 1)]
    return ruled(kit, [*rows, *(_step(kit, step, f"next-{n}", width) for n, step in enumerate(steps, 1))])


def _keep(kit: Kit, point: Keep, number: int, width: Length) -> Line:
    texts = [small(kit, text) for text in led(point.title, point.text)]
    numeral = [kit.para(str(number), kit.style(pt(16), kit.accent, bold=True))]

    def draw(box: Box) -> tuple[Item, ...]:
        front, rest = box.cut_left(NUMBER)
        return (
            kit.text(f"point-{number}-number", front, numeral, anchor=Anchor.MIDDLE),
            kit.text(f"point-{number}-text", rest, texts, anchor=Anchor.MIDDLE),
        )

    return Line(max(need(kit, texts, width - NUMBER), pt(16) * 1.2), draw)


def _step(kit: Kit, step: NextStep, name: str, width: Length) -> Line:
    when, text = [small(kit, step.when, kit.accent, bold=True)], [small(kit, step.text)]
    front = NUMBER + WHEN

    def draw(box: Box) -> tuple[Item, ...]:
        first, rest = box.cut_left(front)
        icon, words = first.cut_left(NUMBER)
        place = Box(icon.x, icon.y + (icon.h - ICON) / 2, ICON, ICON)
        drawn = (kit.icon(f"{name}-icon", place, step.icon, kit.accent),) if step.icon else ()
        return (
            *drawn,
            kit.text(f"{name}-when", words, when, anchor=Anchor.MIDDLE),
            kit.text(f"{name}-text", rest, text, anchor=Anchor.MIDDLE),
        )

    return Line(max(need(kit, text, width - front), need(kit, when, WHEN), ICON), draw)
