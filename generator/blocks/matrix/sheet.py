"""A matrix on paper: small cards between the arrows, points with numbers, their names in a line below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.block import Flow
from generator.blocks._room import AIR, legible
from generator.blocks._ruled import Line, ruled, small
from generator.blocks.matrix.frame import Frame, Scale
from generator.blocks.matrix.names import clear_of
from generator.blocks.matrix.parts import Quadrant, Told
from generator.blocks.matrix.slide import key
from generator.geometry import ZERO, Box, Length, mm, pt
from generator.kit import Kit, Paint
from generator.page.colour import Colour
from generator.page.items import Item, Stroke
from generator.page.shapes import Rectangle
from generator.page.text import Anchor, Paragraph, Run

INSET, PADDING = mm(2.4), mm(1.6)
GAP = mm(1.6)
LEAST, WITH_POINTS = mm(13), mm(22)
"""The height of a card at least."""
DOT = mm(4.4)
ABOVE_KEY = mm(1.6)
BESIDE = 0.34
"""The share of the width that the words beside the upright axis may take."""


NARROW = mm(80)
"""In columns below this width the texts of quadrants stand below the matrix, as they do where it has points."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A matrix for a column of a sheet."""

    kit: Kit
    told: Told
    listed: bool
    """Whether the texts of quadrants stand below the matrix."""
    narrow: bool

    def frame(self, box: Box) -> Frame:
        """The axes in a box, which ends above the line of names."""
        note = self.kit.sheet.note
        size = note if self.narrow else self.kit.sheet.size
        scale = Scale(size, note, mm(8), max(mm(12), box.w * BESIDE), mm(3), pt(1))
        return Frame(self.kit, self.told, box, scale)

    def words(self, number: int) -> list[Paragraph]:
        """A quadrant's title and text."""
        kit, quadrant = self.kit, self.told.quadrants[number]
        ground = self.told.ground(kit, quadrant)
        solid = ground == kit.accent
        ink = kit.paper if solid else legible(kit, kit.role, ground) if quadrant.emphasis else kit.ink
        title = small(kit, quadrant.title, ink, bold=True)
        return [
            title,
            *([small(kit, quadrant.text, kit.paper if solid else kit.ink)] if quadrant.text and not self.listed else []),
        ]

    def rows(self, width: Length) -> list[Line]:
        """The texts of quadrants behind their titles, where they stand below."""
        return [self._row(q, f"quadrant-{n}-row", width) for n, q in enumerate(self.told.quadrants, 1) if q.text and self.listed]

    def _row(self, quadrant: Quadrant, name: str, width: Length) -> Line:
        kit, style = self.kit, self.kit.style(self.kit.sheet.size)
        title = small(kit, quadrant.title, bold=True)
        told = replace(title, runs=(*title.runs, Run("  ", style), *kit.runs(quadrant.text or "", style)))
        return Line(kit.height([told], width * AIR), lambda box: (kit.text(name, box, [told], anchor=Anchor.MIDDLE),))

    def draw(self, frame: Frame, rows: tuple[Length, Length]) -> Iterator[Item]:
        """Axes, quadrants, points."""
        kit = self.kit
        yield frame.arrows()
        yield from frame.words()
        field = frame.field
        upper, rest = field.cut_top(rows[0] - GAP / 2, GAP)
        cards = (*upper.columns(2, GAP), *rest.columns(2, GAP))
        dots = [point.box(field, DOT) for point in self.told.points]
        for number, card in enumerate(cards):
            quadrant, name = self.told.quadrants[number], f"quadrant-{number + 1}"
            edge = Stroke(kit.accent, pt(1.25)) if quadrant.emphasis else None
            yield kit.shape(name, card, Rectangle(), fill=self.told.ground(kit, quadrant), stroke=edge)
            yield self._text(number, card, dots)
        for number, (point, dot) in enumerate(zip(self.told.points, dots, strict=True), 1):
            colour, figure = Colour(kit.subject_role(point.subject)), kit.style(kit.sheet.note, kit.paper, bold=True)
            yield kit.number(f"point-{number}", dot, str(number), figure, Paint(colour, Stroke(kit.paper, pt(0.75))))

    def _text(self, number: int, card: Box, dots: list[Box]) -> Item:
        """A quadrant's words: in the middle, or where there are dots at an end of the card or beside one of them."""
        kit, words, room = self.kit, self.words(number), card.inset(INSET, PADDING)
        if not dots:
            return kit.text(f"quadrant-{number + 1}-text", room, words, anchor=Anchor.MIDDLE)
        high = kit.height(words, room.w)
        tops = (room.y, room.bottom - high, *(top for dot in dots for top in (dot.bottom, dot.y - high)))
        places = [replace(room, y=top, h=high) for top in tops if room.y <= top <= room.bottom - high]
        best = min(places, key=lambda place: sum(not clear_of(place, dot) for dot in dots))
        return kit.text(f"quadrant-{number + 1}-text", best, words)


def flow_matrix(kit: Kit, told: Told, width: Length) -> Flow:
    """Two rows of cards that may grow, the words below them, the names of the points, and what has no room in the cards."""
    sheet = _Sheet(kit, told, bool(told.points) or width < NARROW, width < NARROW)
    frame = sheet.frame(Box(ZERO, ZERO, width, mm(100)))
    room = (frame.field.w - GAP) / 2 - INSET * 2
    tallest = max(kit.height(sheet.words(i), room * AIR) for i in range(4)) + PADDING * 2
    dots = max((sum(told.quadrant(p) is quadrant for p in told.points) for quadrant in told.quadrants), default=0)
    least = max(WITH_POINTS, tallest * (dots + 1) + DOT * dots) if dots else LEAST  # words fit between dots wherever these are
    high = max(least, tallest, frame.beside / 2) + GAP / 2
    names = key(kit, told, kit.sheet.note) if told.points else None
    below = frame.below + frame.scale.arrow
    ends = (below, kit.height([names], width * AIR) + ABOVE_KEY) if names else (below,)
    rows = ruled(kit, sheet.rows(width))

    def draw(box: Box, final: tuple[Length, ...]) -> tuple[Item, ...]:
        place, rest = box.cut_top(final[0] + final[1] + final[2])
        items = list(sheet.draw(sheet.frame(place), (final[0], final[1])))
        if names:
            line, rest = rest.cut_top(final[3])
            items.append(kit.text("names", line.cut_top(ABOVE_KEY)[1], [names]))
        return (*items, *rows.draw(rest, final[2 + len(ends) :]))

    return Flow((high, high, *ends, *rows.heights), (True, True, *(False for _ in ends), *rows.stretch), draw)
