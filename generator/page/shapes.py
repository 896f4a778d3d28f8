"""The geometries of shapes: what an outline is, whatever it is filled with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from generator.geometry import ZERO, Length
from generator.page.glue import End, Glue


class Corners(StrEnum):
    """Which corners of a rectangle are round."""

    ALL = "all"
    TOP = "top"


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle, with round corners of the given radius."""

    radius: Length = ZERO
    corners: Corners = Corners.ALL


PLAIN = Rectangle()
"""A rectangle with sharp corners."""


@dataclass(frozen=True, slots=True)
class Ellipse:
    """The ellipse that fills the box."""


@dataclass(frozen=True, slots=True)
class Hexagon:
    """A hexagon with points left and right, the points `tip` long."""

    tip: Length


@dataclass(frozen=True, slots=True)
class Chevron:
    """An arrow-shaped step whose point is `tip` long; the first of a row is flat on the left."""

    tip: Length
    flat_left: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line from the box's top left to its bottom right; one side is zero. An end touches what it is glued to."""

    start: Glue | None = None
    end: Glue | None = None
    head: End | None = None


class Verb(StrEnum):
    """The commands of a path."""

    MOVE = "move"
    LINE = "line"
    CURVE = "curve"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Command:
    """A path command and its points, as x, y pairs in the path's own units: 1 for move and line, 3 for curve, 0 for close."""

    verb: Verb
    points: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A free form drawn on a grid of `width` x `height` units that is stretched to the box.

    What an odd number of its outlines surround is filled (even-odd), as PowerPoint fills the outlines of one path.
    """

    commands: tuple[Command, ...]
    width: float
    height: float
    soft: bool = True
    """Whether its strokes end and turn round, as an icon's do; else they end flat and turn in points."""


Geometry: TypeAlias = Rectangle | Ellipse | Hexagon | Chevron | Rule | Path
