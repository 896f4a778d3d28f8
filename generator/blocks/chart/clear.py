"""Where the labels of a line's points stand so that they touch neither each other nor a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.blocks.chart.figures import Values
from generator.geometry import ZERO, Box, Length, pt

CLEAR = pt(7)
"""How far a line may rise (or fall) over a label's half width without touching the label."""
NEAR = pt(9)
"""Over or under a point by less than this stands no label's letter."""
STEPS = 8
"""At so many places on each half of a label other lines are looked at."""


@dataclass(frozen=True, slots=True)
class Field:
    """A plot, the ends of its scale, and how many categories share it; lines stand in it."""

    plot: Box
    scale: tuple[float, float]
    count: int
    room: Box
    """Labels stay in here."""

    @property
    def pitch(self) -> Length:
        """From point to point."""
        return self.plot.w / self.count

    def y(self, value: float) -> Length:
        """How far down a value stands on the page."""
        low, high = self.scale
        return self.plot.bottom - self.plot.h * ((value - low) / (high - low))

    def at(self, values: Values, place: float) -> Length | None:
        """How far down a line stands between two categories, counted from 0; None in a gap and beyond its ends."""
        left = int(place // 1)
        near = values[left : left + 2] if left >= 0 else ()
        if place == left and near:
            return None if near[0] is None else self.y(near[0])
        if len(near) < 2 or near[0] is None or near[1] is None:
            return None
        return self.y(near[0] + (near[1] - near[0]) * (place - left))

    def slope(self, values: Values, index: int, step: int) -> float:
        """How steeply a line goes down from a point to the next one on either side; zero where there is none."""
        other = index + step
        here, there = values[index], values[other] if 0 <= other < len(values) else None
        return 0.0 if here is None or there is None else (self.y(there) - self.y(here)).ratio(self.pitch)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a point's label stands: above or under it, its middle so far to the right."""

    under: bool = False
    shift: Length = ZERO


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one line: how wide each is, how high all are, discs included."""

    field: Field
    values: Values
    widths: tuple[Length, ...]
    high: Length

    def spot(self, index: int, others: Sequence[Values] = ()) -> Spot | None:
        """The first place for a label that no line runs through; None where there is none."""
        return next((spot for spot in self._spots(index) if self._free(index, spot, others)), None)

    def _spots(self, index: int) -> Iterator[Spot]:
        """Valleys are labelled below if there is room, all other points above; then the other way round."""
        before, after = self.field.slope(self.values, index, -1), self.field.slope(self.values, index, 1)
        value = self.values[index]
        valley = before <= 0 and after <= 0 and (before < 0 or after < 0)
        below = value is not None and self.field.y(value) + self.high <= self.field.plot.bottom
        ends = index in (0, len(self.values) - 1)
        first = valley and below and (not ends or (value or 0.0) < 0)
        for under in (first, not first):
            if below or not under:
                near = (before, after) if under else (-before, -after)
                half = self.widths[index] / 2
                yield from (Spot(under, self._held(index, shift)) for shift in (self._shift(index, *near), half, -half))

    def _shift(self, index: int, before: float, after: float) -> Length:
        """Away from where the line itself comes to the height of the label."""
        half = self.widths[index] / 2
        if before > 0 and before > after:
            return max(ZERO, half - CLEAR / before)
        return min(ZERO, CLEAR / after - half) if after > 0 and after > before else ZERO

    def _held(self, index: int, shift: Length) -> Length:
        """As far as the room for labels allows."""
        half, room = self.widths[index] / 2, self.field.room
        point = self.field.plot.x + self.field.pitch * (index + 0.5)
        return max(room.x - point + half, min(shift, room.right - point - half))

    def _free(self, index: int, spot: Spot, others: Sequence[Values]) -> bool:
        field, value = self.field, self.values[index]
        if value is None:
            return False
        point, reach = field.y(value), self.widths[index].ratio(field.pitch) / 2
        top, bottom = (point + NEAR, point + self.high) if spot.under else (point - self.high, point - NEAR)
        middle = index + spot.shift.ratio(field.pitch)
        places = [middle + reach * step / STEPS for step in range(-STEPS, STEPS + 1)]
        heights = (field.at(line, place) for line in (self.values, *others) for place in places)
        return not any(height is not None and top <= height <= bottom for height in heights)


def chosen(values: Values, width: Length, pitch: Length, first: Sequence[int] = ()) -> frozenset[int]:
    """The points to label: all if their labels fit beside each other, else those that do: `first`, ends, greatest and least."""
    known = [(value, index) for index, value in enumerate(values) if value is not None]
    if width <= pitch:
        return frozenset(index for _, index in known)
    indices: list[int] = []
    told = [index for index in first if values[index] is not None]
    wanted = (*told, known[-1][1], known[0][1], max(known, key=lambda k: (k[0], -k[1]))[1], min(known)[1])
    for index in wanted:
        if all(index == other or pitch * abs(index - other) >= width for other in indices):
            indices.append(index)
    return frozenset(indices)
