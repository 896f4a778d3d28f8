"""How a theme looks beyond its colours: the type of titles, the grid, shapes, openings and sheets.

Every value has Meridian's as its default, so that a theme states only what it does otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.geometry import Length, inch, pt
from generator.page.colour import Colour

INK = Colour("dk1")


class CardStyle(StrEnum):
    """How a card stands out from the page."""

    FILLED = "filled"
    OUTLINED = "outlined"
    RULED = "ruled"
    """Filled, with a rule of ink on its upper edge."""


class Drawing(StrEnum):
    """What a theme draws on its covers and dividers."""

    TILES = "tiles"
    RINGS = "rings"
    ARCHES = "arches"


class Ground(StrEnum):
    """Whether a page's ground is ink or paper."""

    DARK = "dark"
    LIGHT = "light"


class Band(StrEnum):
    """The ground of the band that heads a sheet."""

    ROLE = "role"
    INK = "ink"
    TINT = "tint"


class Side(StrEnum):
    """Where on a slide the progress line runs."""

    FOOT = "foot"
    TOP = "top"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class TitleType:
    """How a sort of title is set: its sizes in points, tried from the largest on, its weight and line height."""

    sizes: tuple[float, ...] = (28,)
    bold: bool = True
    line: float = 1.12


@dataclass(frozen=True, slots=True)
class Grid:
    """Where things stand on a slide, from its edges; tops of the body are those under titles of one, two and three lines."""

    margin: Length = inch(0.6)
    eyebrow: Length = inch(0.42)
    title: Length = inch(0.68)
    tops: tuple[Length, ...] = (inch(1.50), inch(1.90), inch(2.36))
    foot: Length = inch(0.8)


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """The line that says how far a deck has come: one segment a section."""

    side: Side = Side.FOOT
    thickness: Length = inch(0.04)
    gap: Length = inch(0.06)


@dataclass(frozen=True, slots=True)
class PageRule:
    """A rule across every ordinary slide, drawn by its layout; a negative place counts from the foot."""

    at: Length
    weight: Length = pt(0.75)
    colour: Colour = INK


@dataclass(frozen=True, slots=True)
class Opening:
    """How a cover or a divider is composed, and the ground it has where nobody chooses another."""

    drawing: Drawing = Drawing.TILES
    ground: Ground = Ground.DARK


@dataclass(frozen=True, slots=True)
class Look:
    """All of a theme's tokens beside its colours and fonts."""

    title: TitleType = TitleType()
    cover: TitleType = TitleType((60, 44, 36, 28), line=1.06)
    divider: TitleType = TitleType((60, 44), line=1.06)
    eyebrow: float = 12
    display: float = 0
    """Bold text of so many points or more is set in the heading face; 0 sets only titles in it."""
    grid: Grid = Grid()
    card: CardStyle = CardStyle.FILLED
    corner: Length = inch(0.06)
    progress: ProgressLine = ProgressLine()
    rules: tuple[PageRule, ...] = ()
    opening: Opening = Opening()
    section: Opening = Opening()
    """How dividers look."""
    band: Band = Band.ROLE
    sheet_type: float = 1.0
    """How many times the usual size the text of sheets is, for faces that look smaller than others."""


PLAIN = Look()
"""That of a theme that says nothing of it."""
