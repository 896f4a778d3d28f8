"""Many points over the whole width of a slide: the text beside its lead, or the points in two columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.blocks._headings import capped
from generator.blocks._room import AIR, lines, need, whole
from generator.blocks._tails import held
from generator.blocks.bullets.point import Point
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import Kit, Paint
from generator.notation.inline import Rich
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

WIDE = inch(10)
"""Narrower boxes have no room for two texts side by side."""
FEWEST = 6
"""Points from this many on are crammed where each takes a row of its own."""
FACING = ((24, 20), (24, 18), (20, 18), (18, 18))
COLUMNS = ((24, 20), (20, 18), (18, 18))
"""Sizes of a point's lead and of its text."""
PADDING = inch(0.12)
"""From a row's words to the rules above and below them, at least."""
DISC, DISC_SHARE, TO_TEXT = inch(0.54), 0.68, inch(0.28)
"""The disc of a number, the most of its row that it takes, and what lies between it and the words."""
LEAST, EASY, MOST = 0.16, 0.22, 0.34
"""The width of the leads' column, as shares of what there is right of the numbers."""
SPACE, BETWEEN = inch(0.4), inch(0.5)
"""From leads to their texts, and between two columns of points."""
LINE = inch(8.3)
"""Longer lines are hard to read."""


@dataclass(frozen=True, slots=True)
class Rows:
    """One way to set many points: in rows of one height, each with a number, at some size."""

    kit: Kit
    points: tuple[Point, ...]
    first: int
    """The number of the first point."""
    box: Box
    lead: Length
    size: Length
    facing: bool
    """Whether texts stand beside their leads, in one column of points, and not below them in two."""

    def places(self) -> tuple[Box, ...]:
        """A row for each point, read down."""
        if self.facing:
            return self.box.rows(len(self.points))
        per = (len(self.points) + 1) // 2
        left, right = self.box.columns(2, BETWEEN)
        return (*left.rows(per), *right.rows(per)[: len(self.points) - per])

    def parts(self, place: Box) -> tuple[Box, Box]:
        """Where a point's lead and its text stand; the same box where one is above the other."""
        room = place.cut_left(DISC, TO_TEXT)[1]
        if not self.facing:
            return room, room
        style = self.kit.style(self.lead, bold=True)
        widest = max(self.kit.width(point.lead or "", style) for point in self.points) / AIR
        said = max(self.kit.width(point.text or "", self.kit.style(self.size)) for point in self.points) / AIR
        # short texts stand further right, so that less of the page is empty, but not so far that the eye loses the row
        share = max(widest, room.w * LEAST, min(room.w - SPACE - said, room.w * EASY))
        left, right = room.cut_left(min(share, room.w * MOST), SPACE)
        return left, Box(right.x, right.y, min(right.w, LINE), right.h)

    def told(self, point: Point) -> tuple[list[Paragraph], list[Paragraph]]:
        """The paragraphs of a point's lead and of its text."""
        kit, alone = self.kit, not point.lead
        lead = kit.para(point.lead or point.text or Rich(()), kit.style(self.lead, bold=not alone), height=1.2 if alone else 1.15)
        quiet = kit.style(self.size, kit.quiet)
        text = [kit.para(point.text, quiet, before=ZERO if self.facing else pt(2))] if point.text and not alone else []
        return [lead], text

    def taken(self) -> Length | None:
        """The height of all rows; None where a word would be broken or a text takes more lines than a row should."""
        kit, tallest, places = self.kit, ZERO, self.places()
        for point, place in zip(self.points, places, strict=True):
            (left, right), (lead, text) = self.parts(place), self.told(point)
            if not whole(kit, lead, left.w) or not whole(kit, text, right.w):
                return None
            if self.facing and (lines(kit, lead, left.w) > 1 or lines(kit, text, right.w) > 2):
                return None
            texts = [(lead, left.w), (text, right.w)] if self.facing else [([*lead, *text], right.w)]
            tallest = max(tallest, *(need(kit, told, width) for told, width in texts))
        return (tallest + PADDING * 2) * len({place.y for place in places})

    def draw(self) -> Iterator[Item]:
        """Point by point, a rule above each that is not the first of its column."""
        kit = self.kit
        for number, (point, place) in enumerate(zip(self.points, self.places(), strict=True), 1):
            name = f"point-{number}"
            if place.y > self.box.y:
                yield kit.rule(f"{name}-rule", (place.x, place.y), place.w, kit.line)
            side = min(DISC, place.h * DISC_SHARE)
            disc = Box(place.x, place.y, DISC, place.h).centred(side, side)
            style = kit.style(pt(20 if side > DISC * 0.8 else 14), kit.paper, bold=True)
            yield kit.number(f"{name}-number", disc, str(number - 1 + self.first), style, Paint(fill=kit.accent))
            (left, right), (lead, text) = self.parts(place), self.told(point)
            lead, text = ([held(kit, told, left.w) for told in lead], [held(kit, told, right.w) for told in text])
            if self.facing:
                yield kit.text(f"{name}-lead", left, lead, anchor=Anchor.MIDDLE)
                yield kit.text(f"{name}-text", right, text, anchor=Anchor.MIDDLE)
            else:
                yield kit.text(f"{name}-text", right, [*lead, *text], anchor=Anchor.MIDDLE)


def many(kit: Kit, told: tuple[tuple[Point, ...], int], box: Box) -> Iterator[Rows]:
    """Ways for six points and more with a lead and a text each, where the whole width is theirs."""
    points, first = told
    if len(points) < FEWEST or box.w < WIDE or not all(p.lead and p.text and not p.points for p in points):
        return
    for facing, sizes in ((True, FACING), (False, COLUMNS)):
        for lead, size in capped(kit, sizes):
            yield Rows(kit, points, first, box, pt(lead), pt(size), facing)
