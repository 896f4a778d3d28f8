"""Points on a sheet: rows with hairlines, each lead and its text on one line or below one another."""

from __future__ import annotations

from dataclasses import replace

from generator.block import Flow
from generator.blocks._headings import apart, calmest, led
from generator.blocks._room import need
from generator.blocks._ruled import Line, ruled, small
from generator.blocks.bullets.point import Point
from generator.geometry import Length, mm, total
from generator.kit import Kit
from generator.page.text import Anchor, Bullet, Paragraph


def flow_points(kit: Kit, points: tuple[Point, ...], width: Length) -> Flow:
    """Rows: the lead and its text, further points below.

    Leads stand on lines of their own where the texts are sentences and that takes no more height than to let them wrap.
    """
    ways = [[_told(kit, point, parted) for point in points] for parted in (False, True)]
    inline, below = (total([need(kit, texts, width) for texts in way]) for way in ways)
    own = all(point.text and str(point.text)[:1].isupper() for point in points)
    return ruled(kit, [_row(kit, texts, n, width) for n, texts in enumerate(ways[own and below <= inline], 1)])


def _told(kit: Kit, point: Point, parted: bool) -> list[Paragraph]:
    bullet = Bullet("•", kit.accent, mm(3))
    texts = [small(kit, text) for text in (apart if parted else led)(point.lead, point.text)]
    return texts + [replace(small(kit, sub), bullet=bullet, margin=mm(3) * (level - 1)) for level, sub in point.below]


def _row(kit: Kit, texts: list[Paragraph], number: int, width: Length) -> Line:
    """A row whose lines are so long that none ends on a stub, where that takes no further line."""
    calm, name = calmest(kit, texts, width), f"point-{number}"
    return Line(need(kit, texts, width), lambda box: (kit.text(name, replace(box, w=calm), texts, anchor=Anchor.MIDDLE),))
