"""The ring of a cycle: one arrow a step, bent round the words in the middle."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.blocks._headings import level
from generator.blocks._outlines import Spot, arc, framed, line, move, on_circle, polygon
from generator.blocks._room import need, whole
from generator.blocks.cycle.step import Round, Shown
from generator.geometry import Box, Length, inch, pt
from generator.kit import CAPS, Kit, Medium
from generator.page.colour import Colour
from generator.page.items import GroupItem, Item
from generator.page.shapes import Command, Verb
from generator.page.text import Align, Anchor, Paragraph

THICK = 0.35
"""How thick the ring is, as a share of its radius."""
TIP = 0.16
"""How far an arrow's point reaches, as a share of the radius."""
WHITE = 0.034
"""Between two arrows, as a share of the radius."""
TOP = -90.0
MIDDLE = (0.76, 0.62)
"""Width and height of the words' place, as shares of the hole: its corners lie in the hole."""
MOST_LINES = 4
"""Of the words in the middle, as far as they are broken into lines of like length."""
NUMBERS = ((inch(0.7), 28), (inch(0.5), 24), (inch(0.36), 20), (inch(0.26), 14), (inch(0), 11))
"""Type of the numbers from a thickness of the ring on."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring in a square. `first` is the angle of the first arrow's middle, in degrees clockwise from the right."""

    kit: Kit
    told: Round
    box: Box
    first: float = TOP

    @property
    def radius(self) -> Length:
        """From the centre to the outer edge, the points of arrows included."""
        return self.box.w / 2

    @property
    def thickness(self) -> Length:
        """From the outer to the inner edge."""
        return self.radius * THICK

    @property
    def middle(self) -> Box:
        """The place of the words in the middle."""
        hole = (self.radius - self.thickness) * 2
        return self.box.centred(hole * MIDDLE[0], hole * MIDDLE[1])

    def words(self, size: Length) -> list[Paragraph]:
        """The words in the middle, in a size; none without any."""
        if not self.told.centre:
            return []
        style = self.kit.style(size, bold=True)
        found = level(self.kit, [self.told.centre], style, self.middle.w, MOST_LINES)
        plain = self.kit.para(self.told.centre, style, height=1.15)
        return [replace(found[0] if found else plain, align=Align.CENTRE)]

    def holds(self, size: Length) -> bool:
        """Whether the words have room in the middle."""
        words, place = self.words(size), self.middle
        return not words or (whole(self.kit, words, place.w) and need(self.kit, words, place.w) <= place.h)

    def draw(self, size: Length) -> Iterator[Item]:
        """The arrows with their numbers as one group that says what they show, then the words."""
        items = [item for step in self.told.all for item in self._arrow(step)]
        yield GroupItem(self.kit.mark("ring", self.told.alt(self.kit)), _union(items), tuple(items))
        if words := self.words(size):
            yield self.kit.shape("hole", self.middle, fill=self.kit.paper)
            yield self.kit.text("centre", self.middle, words, anchor=Anchor.MIDDLE)

    def _arrow(self, step: Shown) -> Iterator[Item]:
        place, path = framed(self._outline(step.number - 1))
        here = step in self.told.steps
        yield self.kit.shape(f"{step.name}-arrow", place, path, fill=Colour(step.role) if here else self.kit.mute)
        number = next(size for least, size in NUMBERS if self.thickness >= least)
        side = pt(number) * CAPS
        x, y = on_circle(self._centre, self.radius - self.thickness / 2, self.angle(step.number - 1))
        figure = self.kit.para(
            str(step.number),
            self.kit.style(pt(number), self.kit.paper if here else self.kit.ink, bold=True),
            align=Align.CENTRE,
            height=CAPS,
        )
        yield self.kit.text(f"{step.name}-ring-number", Box(x - side / 2, y - side / 2, side, side), [figure])

    def angle(self, number: int) -> float:
        """Where the middle of an arrow stands."""
        return self.first + 360 / len(self.told.all) * number

    @property
    def _centre(self) -> Spot:
        return self.box.x + self.box.w / 2, self.box.y + self.box.h / 2

    def _outline(self, number: int) -> list[Command]:
        """Along the outer edge, to the point, back along the inner edge, into the notch."""
        outer, inner, centre = self.radius, self.radius - self.thickness, self._centre
        mid = outer - self.thickness / 2
        tip, white = (math.degrees((self.radius * share).ratio(mid)) for share in (TIP, WHITE))
        half = 180 / len(self.told.all)
        start = self.angle(number) - half - (tip - white) / 2
        end = self.angle(number) + half - (tip + white) / 2
        return [
            move(on_circle(centre, outer, start)),
            *arc(centre, outer, start, end),
            line(on_circle(centre, mid, end + tip)),
            line(on_circle(centre, inner, end)),
            *arc(centre, inner, end, start),
            line(on_circle(centre, mid, start + tip)),
            Command(Verb.CLOSE),
        ]


def _union(items: list[Item]) -> Box:
    left, top = min(i.box.x for i in items), min(i.box.y for i in items)
    return Box(left, top, max(i.box.right for i in items) - left, max(i.box.bottom for i in items) - top)


def back(kit: Kit, name: str, x: Length, ends: tuple[Length, Length], reach: Length) -> Iterator[Item]:
    """The way back from the last row to the first: a line left of `x` that ends in an arrow's head."""
    top, bottom = ends
    slide = kit.medium is Medium.SLIDE
    weight, head = (pt(2.25), pt(9)) if slide else (pt(1.25), pt(5))
    left, colour = x - reach + weight, kit.quiet
    neck = x - head * 0.5
    bars = (
        Box(left, bottom - weight / 2, x - left, weight),
        Box(left, top - weight / 2, weight, bottom - top + weight),
        Box(left, top - weight / 2, neck - left, weight),
    )
    corners = ((x - head, top - head / 2), (x, top), (x - head, top + head / 2))
    place, path = polygon(corners)
    items = [kit.shape(f"{name}-{i}", bar, fill=colour) for i, bar in enumerate(bars, 1)]
    items.append(kit.shape(f"{name}-head", place, path, fill=colour))
    yield GroupItem(kit.mark(name), _union(list(items)), tuple(items))
