"""Lengths with units, points, sizes and boxes. Origin at the top left, y downwards; immutable."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

EMU_PER_INCH = 914400
EMU_PER_PT = 12700
EMU_PER_MM = 36000


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A length, held as whole English Metric Units as PowerPoint does (914,400 an inch)."""

    emu: int

    @property
    def pt(self) -> float:
        """The length in points."""
        return self.emu / EMU_PER_PT

    @property
    def mm(self) -> float:
        """The length in millimetres."""
        return self.emu / EMU_PER_MM

    @property
    def inches(self) -> float:
        """The length in inches."""
        return self.emu / EMU_PER_INCH

    def __add__(self, other: Length) -> Length:
        return Length(self.emu + other.emu)

    def __sub__(self, other: Length) -> Length:
        return Length(self.emu - other.emu)

    def __neg__(self) -> Length:
        return Length(-self.emu)

    def __mul__(self, factor: float) -> Length:
        return Length(round(self.emu * factor))

    __rmul__ = __mul__

    def __truediv__(self, divisor: float) -> Length:
        return Length(round(self.emu / divisor))

    def ratio(self, other: Length) -> float:
        """How many times `other` fits into this length."""
        return self.emu / other.emu

    def __bool__(self) -> bool:
        return self.emu != 0


ZERO = Length(0)


def inch(value: float) -> Length:
    """A length given in inches."""
    return Length(round(value * EMU_PER_INCH))


def pt(value: float) -> Length:
    """A length given in points."""
    return Length(round(value * EMU_PER_PT))


def mm(value: float) -> Length:
    """A length given in millimetres."""
    return Length(round(value * EMU_PER_MM))


def total(lengths: tuple[Length, ...] | list[Length]) -> Length:
    """The sum of lengths; zero for none."""
    return Length(sum(length.emu for length in lengths))


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height."""

    w: Length
    h: Length


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its top left corner, width and height."""

    x: Length
    y: Length
    w: Length
    h: Length

    @property
    def right(self) -> Length:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> Length:
        """The y of the bottom edge."""
        return self.y + self.h

    def inset(self, left: Length, top: Length | None = None, right: Length | None = None, bottom: Length | None = None) -> Self:
        """Shrink the box; `top` defaults to `left`, `right` to `left`, `bottom` to `top`."""
        above = left if top is None else top
        beside = left if right is None else right
        below = above if bottom is None else bottom
        return replace(self, x=self.x + left, y=self.y + above, w=self.w - left - beside, h=self.h - above - below)

    def moved(self, dx: Length = ZERO, dy: Length = ZERO) -> Self:
        """The same box elsewhere."""
        return replace(self, x=self.x + dx, y=self.y + dy)

    def cut_top(self, height: Length, gap: Length = ZERO) -> tuple[Self, Self]:
        """The top strip of `height`, and what is below it after `gap`."""
        rest = replace(self, y=self.y + height + gap, h=self.h - height - gap)
        return replace(self, h=height), rest

    def cut_bottom(self, height: Length, gap: Length = ZERO) -> tuple[Self, Self]:
        """What is above the bottom strip and `gap`, and the bottom strip of `height`."""
        return replace(self, h=self.h - height - gap), replace(self, y=self.bottom - height, h=height)

    def cut_left(self, width: Length, gap: Length = ZERO) -> tuple[Self, Self]:
        """The left strip of `width`, and what is right of it after `gap`."""
        rest = replace(self, x=self.x + width + gap, w=self.w - width - gap)
        return replace(self, w=width), rest

    def cut_right(self, width: Length, gap: Length = ZERO) -> tuple[Self, Self]:
        """What is left of the right strip and `gap`, and the right strip of `width`."""
        return replace(self, w=self.w - width - gap), replace(self, x=self.right - width, w=width)

    def rows(self, count: int, gap: Length = ZERO) -> tuple[Self, ...]:
        """Cut into `count` rows of equal height."""
        h = (self.h - gap * (count - 1)) / count
        return tuple(replace(self, y=self.y + (h + gap) * i, h=h) for i in range(count))

    def columns(self, count: int, gap: Length = ZERO) -> tuple[Self, ...]:
        """Cut into `count` columns of equal width."""
        w = (self.w - gap * (count - 1)) / count
        return tuple(replace(self, x=self.x + (w + gap) * i, w=w) for i in range(count))

    def centred(self, w: Length, h: Length) -> Self:
        """A box of the given size in the middle of this one."""
        return replace(self, x=self.x + (self.w - w) / 2, y=self.y + (self.h - h) / 2, w=w, h=h)

    def holds(self, other: Box, slack: Length = ZERO) -> bool:
        """Whether `other` lies inside, give or take `slack`."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )
