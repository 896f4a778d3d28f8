"""What columns, bars and lines stand against: the scale, its axis line, the categories' names."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.backends.pdf.faces import Faces
from generator.backends.pdf.surface import Surface
from generator.geometry import ZERO, Box, Length, pt
from generator.page.items import ChartItem, Scale
from generator.page.text import Align, Piece, Style

CATEGORY_GAP = pt(6)
"""Between the scale's low end and the category names."""
COLUMN_AIR = pt(4)
"""Kept free between the names of neighbouring columns."""
SHARES = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line of text stands: its left, middle or right at `x`."""

    x: Length
    baseline: Length
    align: Align


@dataclass(frozen=True, slots=True)
class Ground:
    """A plot with its scale; values grow upwards, or to the right where it does not stand upright."""

    plot: Box
    scale: Scale
    upright: bool = True

    def share(self, value: float) -> float:
        """Where on the scale `value` stands, from 0 to 1."""
        reach = self.scale.high - self.scale.low
        return min(1.0, max(0.0, (value - self.scale.low) / reach)) if reach else 0.0

    def axis_line(self) -> Box:
        """The category axis: a box without height, or without width."""
        plot, zero = self.plot, self.share(0)
        if self.upright:
            return Box(plot.x, plot.bottom - plot.h * zero, plot.w, ZERO)
        return Box(plot.x + plot.w * zero, plot.y, ZERO, plot.h)

    def slots(self, count: int) -> tuple[Box, ...]:
        """The places of so many categories."""
        return (self.plot.columns(count) if self.upright else self.plot.rows(count)) if count else ()


def draw_names(surface: Surface, chart: ChartItem, ground: Ground) -> None:
    """Draw the categories' names, if the chart has them: below the plot, or left of it, in as many lines as they need."""
    style = ground.scale.names
    if style is None:
        return
    for name, slot in zip(chart.categories, ground.slots(len(chart.categories)), strict=True):
        if ground.upright:
            _below(surface, ground, name, style, slot)
        else:
            _left(surface, ground, name, style, slot.inset(chart.box.x - slot.x, ZERO, ZERO))


def _below(surface: Surface, ground: Ground, name: str, style: Style, slot: Box) -> None:
    faces = surface.faces
    lines = wrap(faces, name, style, slot.w - COLUMN_AIR)
    first = Place(slot.x + slot.w / 2, ground.plot.bottom + CATEGORY_GAP + faces.ascent(style), Align.CENTRE)
    _stack(surface, lines, style, first)


def _left(surface: Surface, ground: Ground, name: str, style: Style, slot: Box) -> None:
    """`slot` reaches from where names may begin."""
    faces, plot = surface.faces, ground.plot
    lines = wrap(faces, name, style, plot.x - CATEGORY_GAP - slot.x)
    above = (faces.ascent(style) + faces.descent(style)) * ((len(lines) - 1) / 2)
    first = Place(plot.x - CATEGORY_GAP, slot.y + slot.h / 2 + half(faces, style) - above, Align.RIGHT)
    _stack(surface, lines, style, first)


def _stack(surface: Surface, lines: tuple[str, ...], style: Style, first: Place) -> None:
    pitch = surface.faces.ascent(style) + surface.faces.descent(style)
    for number, text in enumerate(lines, 1):
        end = " " if number < len(lines) else ""
        put(surface, text, style, replace(first, baseline=first.baseline + pitch * (number - 1)), end)


def put(surface: Surface, text: str, style: Style, place: Place, end: str = "") -> None:
    """Draw a line of text, followed by `end`."""
    if text:
        width = surface.faces.width(text, style)
        surface.words(place.x - width * SHARES[place.align], place.baseline, (Piece(text, style, ZERO, width),), end)


def half(faces: Faces, style: Style) -> Length:
    """From the middle of a line's height down to its baseline."""
    return (faces.ascent(style) - faces.descent(style)) / 2


def wrap(faces: Faces, name: str, style: Style, room: Length) -> tuple[str, ...]:
    """A category's name in lines no wider than `room`; a single wider word stays whole."""
    lines: list[str] = []
    for word in name.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and faces.width(longer, style) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
