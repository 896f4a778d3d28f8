"""Points on a slide: bands for a few, else one text with rules between its points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.blocks._headings import capped, level, stub
from generator.blocks._room import lines, need, whole
from generator.blocks._tails import held
from generator.blocks.bullets.point import Point
from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import GAP, Kit, Paint
from generator.notation.inline import Rich
from generator.page.items import Item
from generator.page.text import Align, Anchor, Bullet, Paragraph

WIDE = inch(10)
"""Boxes from this width on leave room for numbers beside the text."""
LINE = inch(8.3)
"""Longer lines are hard to read."""
EVEN = pt(24)
"""Leads of bands in larger type than this all take the same number of lines."""
NUMBER = inch(1.15)
"""From the edge to the text where numbers stand in front of it."""
BAND_NUMBER = inch(1.6)
DISC, DISC_SHARE = inch(0.62), 0.8
"""The disc of a number, and the most of its row that it takes."""
PLAIN_NUMBER = inch(1.2)
BAND = ((36, 24), (28, 24), (28, 20), (24, 20), (20, 18))
FEW = ((24, 20), (24, 18), (20, 18))
SOME = ((24, 20), (20, 18))
MANY = ((20, 18), (18, 18))
PLAIN = ((24, 20), (20, 18))
BARE = ((28, 18), (24, 18), (20, 18))
"""Sizes of a point's lead and of its text, by how many points there are; `BARE` where leads
stand alone, `PLAIN` where two to five sentences do, which are texts and no larger than the largest heading in a body."""
INDENT = 1.1
"""From level to level, as a share of the text's size."""
NESTED_GAP, LEAST_GAP, TIGHT_GAP = 1.1, 0.7, 0.25
"""Between points, as a share of the text's size: the widest where points have further points, the smallest from six points
on and where room is scarce."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to set the points: as rows or bands of a box, at some size."""

    kit: Kit
    points: tuple[Point, ...]
    first: int
    """The number of the first point."""
    box: Box
    lead: Length
    size: Length
    bands: bool
    calm: bool
    """Every lead takes one line, or two among few points, and no text ends on a line of one or two words."""

    @property
    def plain(self) -> bool:
        """Whether the points are sentences alone, in bands: small numbers, and the whole width for the text."""
        return self.bands and plain(self.points)

    @property
    def numbered(self) -> bool:
        """Whether numbers stand in front of the text."""
        return self.box.w >= WIDE or self.bands

    @property
    def indent(self) -> Length:
        """From the box's left edge to the text."""
        return PLAIN_NUMBER if self.plain else BAND_NUMBER if self.bands else NUMBER if self.numbered else ZERO

    @property
    def width(self) -> Length:
        """Of the text, the list mark included."""
        room = self.box.w - self.indent - (inch(0.4) if self.bands or not self.numbered else ZERO)
        return room if self.plain else min(room, LINE)

    def texts(self, point: Point) -> list[Paragraph]:
        """A point's paragraphs: its lead with the list mark, its text, its further points."""
        kit = self.kit
        style, quiet = kit.style(self.lead, bold=True), kit.style(self.size, kit.quiet)
        bullet = None if self.numbered else Bullet("•", kit.accent, self.lead * 1.25)
        margin = bullet.indent if bullet else ZERO
        text, face = (point.lead, style) if point.lead else (point.text or Rich(()), kit.style(self.lead))
        levelled = level(kit, [text], face, self.width - margin, 3) if point.lead else None
        first = levelled[0] if levelled else held(kit, kit.para(text, face), self.width - margin)
        more = [kit.para(point.text, quiet, before=pt(2))] if point.lead and point.text else []
        more += [replace(kit.point(sub, quiet, before=pt(4)), level=level) for level, sub in point.below]
        deeper = self.size * INDENT
        return [
            replace(first, bullet=bullet),
            *(replace(p, margin=margin + deeper * max(0, p.level - 1), level=max(1, p.level)) for p in more),
        ]

    def taken(self) -> Length | None:
        """The height needed; None where a word would be broken, or a lead is not calm though it should be."""
        groups = [self.texts(p) for p in self.points]
        if not whole(self.kit, [p for group in groups for p in group], self.width):
            return None
        if self.calm and not all(map(self._is_calm, groups)):
            return None
        counts = {lines(self.kit, group[:1], self.width) for group in groups}
        if self.bands and not self.plain and self.calm and self.lead > EVEN and len(counts) > 1:
            return None
        heights = [need(self.kit, group, self.width) for group in groups]
        count = len(groups)
        if self.bands:
            return (max(heights) + inch(0.4 if self.plain else 0.5)) * count + GAP * (count - 1)
        nested = any(point.points for point in self.points)
        gap = TIGHT_GAP if not self.calm or count > 5 else NESTED_GAP if nested else LEAST_GAP
        return total(heights) + self.size * gap * count

    def _is_calm(self, group: list[Paragraph]) -> bool:
        lead, *texts = group
        most = 2 if len(self.points) <= 3 else 1
        return lines(self.kit, [lead], self.width) <= most and not any(stub(self.kit, p, self.width) for p in texts)

    def draw(self) -> Iterator[Item]:
        """Bands, or one text with rules between its points."""
        yield from self._bands() if self.bands else self._rows()

    def _bands(self) -> Iterator[Item]:
        kit = self.kit
        for number, (point, band) in enumerate(zip(self.points, self.box.rows(len(self.points), GAP), strict=True), 1):
            yield kit.card(f"point-{number}", band)
            size = 36 if self.plain else 80 if band.h > inch(1.6) else 60
            style = kit.style(pt(size), kit.accent, bold=True)
            figure = [kit.para(str(number - 1 + self.first), style, align=Align.CENTRE, height=1.0)]
            place = Box(band.x, band.y, self.indent, band.h)
            yield kit.text(f"point-{number}-number", place, figure, anchor=Anchor.MIDDLE)
            text = Box(band.x + self.indent, band.y, self.width, band.h)
            yield kit.text(f"point-{number}-text", text, self.texts(point), anchor=Anchor.MIDDLE)

    def _rows(self) -> Iterator[Item]:
        kit, box = self.kit, self.box
        groups = [self.texts(p) for p in self.points]
        heights = [kit.height(group, self.width) for group in groups]
        gap = (box.h - total(heights)) / len(groups)
        y = box.y
        shown: list[Paragraph] = []
        for number, (group, height) in enumerate(zip(groups, heights, strict=True), 1):
            row = Box(box.x, y, box.w, height + gap)
            if number > 1:
                yield kit.rule(f"rule-{number - 1}", (box.x, y), self._reach(), kit.line)
            if self.numbered:
                yield self._number(number, row)
            shown += [replace(group[0], before=gap), *group[1:]]
            y = row.bottom
        place = Box(box.x + self.indent, box.y + gap / 2, self.width, box.h - gap / 2)
        yield kit.text("points", place, shown, slot="body")

    def _reach(self) -> Length:
        """How far rules go."""
        return self.box.w if self.numbered else self.box.w - inch(0.2)

    def _number(self, number: int, row: Box) -> Item:
        kit, side = self.kit, min(DISC, row.h * DISC_SHARE)
        place = Box(row.x, row.y + (row.h - side) / 2, side, side)
        style = kit.style(pt(20 if side > DISC * DISC_SHARE else 14), kit.paper, bold=True)
        figure = str(number - 1 + self.first)
        return kit.number(f"point-{number}-number", place, figure, style, Paint(fill=kit.accent))


def plain(points: tuple[Point, ...]) -> bool:
    """Whether the points are sentences without a lead."""
    return not any(point.lead or point.points for point in points)


def ways(kit: Kit, told: tuple[tuple[Point, ...], int], box: Box) -> Iterator[Way]:
    """Large type first, as long as every lead stands on one line; then whatever fits, not quite so large."""
    points, first = told
    count = len(points)
    bands = count <= 2 or (count <= (5 if plain(points) else 3) and box.w >= WIDE)
    sizes = capped(kit, _sizes(points, bands))
    for calm, tried in ((True, sizes), (False, sizes[len(sizes) // 2 :])):
        for lead, size in tried:
            yield Way(kit, points, first, box, pt(lead), pt(size), bands, calm)
    for lead, size in FEW if bands else ():
        yield Way(kit, points, first, box, pt(lead), pt(size), bands=False, calm=False)


def _sizes(points: tuple[Point, ...], bands: bool) -> tuple[tuple[int, int], ...]:
    """Sizes of a point's lead and text, the largest first."""
    if bands:
        return PLAIN if plain(points) else BAND
    if not any(point.lead and (point.text or point.points) for point in points):
        return BARE
    return FEW if len(points) <= 3 else SOME if len(points) <= 5 else MANY
