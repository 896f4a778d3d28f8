"""A matrix on a slide: four cards between two arrows; where there are points, the cards' words make room for them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.blocks._room import legible, need, whole
from generator.blocks._tails import held
from generator.blocks.matrix.frame import Frame, Scale
from generator.blocks.matrix.names import Ground, clear_of, place_names
from generator.blocks.matrix.parts import Point, Quadrant, Told
from generator.geometry import Box, Length, Size, inch, pt
from generator.kit import CAPS, GAP, Kit, Paint
from generator.page.colour import Colour
from generator.page.items import Item, Stroke
from generator.page.shapes import Ellipse, Rectangle
from generator.page.text import Align, Anchor, Paragraph, Run

ROOMY = Scale(pt(18), pt(16), inch(0.9), inch(1.7), inch(0.26), pt(1.75))
CLOSE = Scale(pt(16), pt(14), inch(0.7), inch(1.25), inch(0.2), pt(1.5))
INSET, PADDING = inch(0.32), inch(0.24)
SIZES = ((24, 20), (24, 18), (20, 18), (18, 16), (16, 14))
BARE = ((28, 20), (24, 20), (20, 18), (18, 16))
WITH_POINTS = ((24, 20), (24, 18), (20, 18), (18, 16), (16, 14))
"""Sizes of titles and texts."""
NAMES = (18, 16, 14)
DOT, KEYED = inch(0.2), inch(0.36)
"""A dot's side, and that of one with a number."""
TO_NAME = inch(0.07)
NEAR = inch(0.04)
"""Kept free around words and dots."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to set a matrix. `name` is the type of the points' names; `keyed` says they stand in a line below, with numbers."""

    kit: Kit
    told: Told
    box: Box
    scale: Scale
    title: int
    text: int
    name: int = 16
    keyed: bool = False

    @property
    def frame(self) -> Frame:
        """The axes, above the line of names where there is one."""
        box = self.box.cut_bottom(self._key_height(), NEAR * 3)[0] if self.keyed else self.box
        return Frame(self.kit, self.told, box, self.scale)

    def cards(self) -> tuple[Box, ...]:
        """The quadrants' cards in reading order."""
        return tuple(card for row in self.frame.field.rows(2, GAP) for card in row.columns(2, GAP))

    def words(self, quadrant: Quadrant) -> list[Paragraph]:
        """A quadrant's title and text, in colours that read well on its ground."""
        kit, ground = self.kit, self.told.ground(self.kit, quadrant)
        solid = ground == kit.accent
        ink, quiet = (kit.paper, kit.paper) if solid else (kit.ink, kit.quiet)
        if quadrant.emphasis and not solid:
            ink = legible(kit, kit.role, ground)
        title = kit.para(quadrant.title, kit.style(pt(self.title), ink, bold=True), height=1.15)
        if not quadrant.text:
            return [title]
        return [title, kit.para(quadrant.text, kit.style(pt(self.text), quiet), before=inch(0.06))]

    def taken(self) -> Length | None:
        """The height needed; None where a word would be broken or a name finds no room."""
        frame, cards = self.frame, self.cards()
        room = cards[0].w - INSET * 2
        if frame.field.h.emu <= 0 or room.emu <= 0 or not frame.legible():
            return None
        texts = [self.words(quadrant) for quadrant in self.told.quadrants]
        if not all(whole(self.kit, text, room) for text in texts):
            return None
        tallest = max(need(self.kit, text, room) for text in texts) + PADDING * 2
        needed = self.box.h - cards[0].h * 2 + tallest * 2
        if needed <= self.box.h and self.told.points and self.arrangement() is None:
            return None
        return needed

    def draw(self) -> Iterator[Item]:
        """Axes, then quadrant by quadrant, then the points."""
        kit, frame, found = self.kit, self.frame, self.arrangement()
        places = found[0] if found else tuple(card.inset(INSET, PADDING) for card in self.cards())
        yield frame.arrows()
        yield from frame.words()
        for number, (quadrant, card, place) in enumerate(zip(self.told.quadrants, self.cards(), places, strict=True), 1):
            ground = self.told.ground(kit, quadrant)
            edge = Stroke(kit.accent, pt(2.25)) if quadrant.emphasis and self.told.points else None
            yield kit.shape(f"quadrant-{number}", card, Rectangle(kit.corner), fill=ground, stroke=edge)
            told = [held(kit, paragraph, place.w) for paragraph in self.words(quadrant)]
            anchor = Anchor.TOP if found else Anchor.MIDDLE
            yield kit.text(f"quadrant-{number}-text", place, told, anchor=anchor)
        if found:
            yield from self._points(found[1])

    def arrangement(self) -> tuple[tuple[Box, ...], tuple[Box, ...]] | None:
        """Where the quadrants' words and the points' names stand so that nothing covers anything; None if nowhere."""
        if not self.told.points:
            return None
        field, dots = self.frame.field, self._dots()
        if any(not clear_of(one, other) for one, other in itertools.combinations(dots, 2)):
            return None
        cards = self.cards()
        boxes = [self._words_boxes(quadrant, card) for quadrant, card in zip(self.told.quadrants, cards, strict=True)]
        for ends in _ends(boxes, dots):
            words = tuple(pair[low] for pair, low in zip(boxes, ends, strict=True))
            near = tuple(box.inset(-NEAR) for box in words)
            if not all(clear_of(dot, box) for dot in dots for box in near):
                continue
            if self.keyed:
                return words, ()
            for homes in (cards, (field,)):
                names = place_names(dots, self._name_sizes(), TO_NAME, Ground(homes, near))
                if names is not None:
                    return words, names
        return None

    def _words_boxes(self, quadrant: Quadrant, card: Box) -> tuple[Box, Box]:
        """The words of a quadrant at the top of its card, and at the bottom."""
        room, words = card.inset(INSET, PADDING), self.words(quadrant)
        body, high = self.kit.body(words, room.w), need(self.kit, words, room.w)
        width = min(room.w, body.width / 0.96 + pt(2)) if len(body.lines) == len(words) else room.w
        top = Box(room.x, room.y, width, high)
        return top, replace(top, y=room.bottom - high)

    def _dots(self) -> tuple[Box, ...]:
        side = KEYED if self.keyed else DOT
        return tuple(point.box(self.frame.field, side) for point in self.told.points)

    def _name(self, point: Point, place: Box, dot: Box) -> Paragraph:
        """A point's name, set towards its dot."""
        left = place.x in (dot.x, dot.right + TO_NAME)
        align = Align.LEFT if left else Align.RIGHT if place.right in (dot.right, dot.x - TO_NAME) else Align.CENTRE
        return self.kit.para(point.name, self.kit.style(pt(self.name), bold=True), align=align)

    def _name_sizes(self) -> list[Size]:
        style = self.kit.style(pt(self.name), bold=True)
        return [Size(self.kit.width(point.name, style) / 0.96, pt(self.name) * 1.2) for point in self.told.points]

    def _colour(self, point: Point) -> Colour:
        return Colour(self.kit.subject_role(point.subject))

    def _points(self, names: tuple[Box, ...]) -> Iterator[Item]:
        kit, white = self.kit, Stroke(self.kit.paper, pt(1.5))
        for number, (point, dot) in enumerate(zip(self.told.points, self._dots(), strict=True), 1):
            if self.keyed:
                style = kit.style(pt(16), kit.paper, bold=True)
                yield kit.number(f"point-{number}", dot, str(number), style, Paint(self._colour(point), white))
            else:
                yield kit.shape(f"point-{number}", dot, Ellipse(), fill=self._colour(point), stroke=white)
                yield kit.text(
                    f"point-{number}-name", names[number - 1], [self._name(point, names[number - 1], dot)], anchor=Anchor.MIDDLE
                )
        if self.keyed:
            yield kit.text("names", self.box.cut_bottom(self._key_height())[1], [self._key()])

    def _key(self) -> Paragraph:
        """All names behind their numbers."""
        return key(self.kit, self.told, pt(self.name))

    def _key_height(self) -> Length:
        return need(self.kit, [self._key()], self.box.w)


def _ends(boxes: Sequence[tuple[Box, Box]], dots: tuple[Box, ...]) -> Iterator[tuple[bool, ...]]:
    """Which quadrants have their words at the bottom: none, the lower two, all, or those where a dot is in the way."""
    yield from ((False,) * 4, (False, False, True, True), (True,) * 4)
    yield tuple(not all(clear_of(dot, top.inset(-NEAR)) for dot in dots) for top, _ in boxes)


def key(kit: Kit, told: Told, size: Length) -> Paragraph:
    """The points' names in one paragraph, each behind its number in its colour."""
    runs: list[Run] = []
    for number, point in enumerate(told.points, 1):
        colour = legible(kit, kit.subject_role(point.subject), kit.paper)
        runs.append(Run(f"{'    ' if runs else ''}{number}\u00a0", kit.style(size, colour, bold=True)))
        style = kit.style(size)
        runs.extend(replace(run, text=run.text.replace(" ", "\u00a0")) for run in kit.runs(point.name, style))
    return Paragraph(tuple(runs), Align.LEFT, CAPS * 1.1)


def settings(kit: Kit, told: Told, box: Box) -> Iterator[Setting]:
    """All ways to set a matrix, the best-looking first; numbers for the points where their names find no room."""
    bare = not any(quadrant.text for quadrant in told.quadrants)
    sizes = WITH_POINTS if told.points else BARE if bare else SIZES
    for scale in (ROOMY, CLOSE):
        for title, text in sizes:
            for name in NAMES if told.points else (16,):
                yield Setting(kit, told, box, scale, title, text, name)
    for title, text in WITH_POINTS if told.points else ():
        yield Setting(kit, told, box, CLOSE, title, text, 16, keyed=True)
