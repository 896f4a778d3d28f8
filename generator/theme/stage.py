"""The stage of a deck: which layout each sort of slide stands on, and where on it the title, the body and the foot are.

Slides are laid on a canvas of one hundred square inches, whatever the size of the slide, so that type of 18 points is as large
a part of a 4:3 slide as of a wide one; `page/scaling.py` brings finished pages to the slide's own size and colours.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.geometry import Box, Length, Size, inch
from generator.page.colour import Colour
from generator.page.text import Align, Anchor

CONTENT, TITLE_ONLY, TITLE_SLIDE, DIVIDER, PANEL, QUOTE = "Content", "Title Only", "Title Slide", "Divider", "Panel", "Quote"
"""The sorts of slides; our own layouts have these names."""
DARK, LIGHT = "Dark", "Light"
"""Behind the name of a title slide or divider: the same on ink or on paper. Own stages have spots of both names."""
PAPER = Colour("lt1")
AREA = 100
"""Square inches of every canvas: those of a slide of 13.333 by 7.5."""
AIR = inch(0.2)
"""Between a title that outgrows its place and the body."""


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a title or a subtitle stands, and in what type; `sizes` are tried from the largest to the smallest, in points."""

    box: Box
    sizes: tuple[float, ...]
    colour: Colour
    bold: bool = True
    align: Align = Align.LEFT
    anchor: Anchor = Anchor.TOP
    line_height: float = 1.12
    slot: str = ""
    """The placeholder of somebody else's layout that it fills; empty for a text of our own there."""


@dataclass(frozen=True, slots=True)
class Foot:
    """Where the date, the document line or the page number stands."""

    box: Box
    size: float
    align: Align
    colour: Colour
    anchor: Anchor = Anchor.TOP


@dataclass(frozen=True, slots=True)
class Spot:
    """How one sort of slide stands on its layout, on the canvas. What is None is not shown."""

    layout: str
    """The layout's name in the master."""
    title: TextPlace
    body: Box
    """Where blocks stand under a title of one line."""
    tops: Mapping[int, Length] = field(default_factory=dict)
    """Where the body begins under titles of so many lines; under others, below the title."""
    subtitle: TextPlace | None = None
    eyebrow: Box | None = None
    kicker: TextPlace | None = None
    """The place of its own that somebody else's layout has for the eyebrow."""
    figure: TextPlace | None = None
    """The place of its own that somebody else's layout has for a section's number."""
    progress: Box | None = None
    feet: Mapping[str, Foot] = field(default_factory=dict)
    """By slot: `date`, `footer`, `number`."""
    logo: Box | None = None
    """At whose right edge the project's logo stands; templates of somebody else bring their own."""
    ground: Colour = PAPER
    dark: bool = False
    """Whether the ground is ink, so that text on it is light."""
    roles: Mapping[str, Colour] = field(default_factory=dict)
    """What colours of pages on this layout are in the master's terms; those not named stay as they are."""

    def region(self, lines: int, bottom: Length) -> Box:
        """The body under a title of so many lines that ends at `bottom`."""
        top = self.tops.get(lines, max(self.body.y, bottom + AIR))
        return Box(self.body.x, top, self.body.w, self.body.bottom - top)


@dataclass(frozen=True, slots=True)
class Stage:
    """A theme's spots by sort of slide. `own` tells whether Rolecast draws covers and dividers itself."""

    slide: Size
    spots: Mapping[str, Spot]
    own: bool = True
    first: int = 1
    """The number of the first slide."""

    @property
    def scale(self) -> float:
        """How many times the canvas the slide is."""
        return scale_of(self.slide)

    @property
    def canvas(self) -> Size:
        """The size of the canvas."""
        return canvas_of(self.slide)

    def spot(self, sort: str) -> Spot:
        """The spot of a sort of slide, or of a layout by its name; KeyError for neither."""
        return self.spots[sort]


def scale_of(slide: Size) -> float:
    """How many times the canvas a slide is: exactly 1 for slides within a thousandth of its area."""
    scale = math.sqrt(slide.w.inches * slide.h.inches / AREA)
    return 1.0 if abs(scale - 1) < 5e-4 else scale


def canvas_of(slide: Size) -> Size:
    """The canvas on which slides of this size are laid."""
    scale = scale_of(slide)
    return Size(slide.w / scale, slide.h / scale)
