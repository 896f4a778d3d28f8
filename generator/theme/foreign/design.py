"""Somebody else's template as values: its masters, layouts, placeholders as they result, colours, grounds and drawn things.

Everything is in the slide's own lengths; colours are six hexadecimal digits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from generator.geometry import ZERO, Box, Length, Size
from generator.page.colour import ROLES
from generator.page.items import Item, Mark
from generator.page.shapes import PLAIN, Geometry
from generator.page.text import Align, Anchor, Inset, Paragraph


class Surface(StrEnum):
    """What the ground of a layout is made of."""

    SOLID = "solid"
    GRADIENT = "gradient"
    PICTURE = "picture"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Ground:
    """The background of a layout: what it is made of, and its colour (the mean of all of it where there are several)."""

    kind: Surface
    colour: str


@dataclass(frozen=True, slots=True)
class Sample:
    """What a drawn thing looks like from afar: RGBA pixels of a small picture that is stretched to `box`, for means only."""

    box: Box
    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class DrawnText:
    """Fixed text of a master or layout, to be set when its faces are known; `box` is as wide as its lines may be."""

    mark: Mark
    box: Box
    paragraphs: tuple[Paragraph, ...]
    anchor: Anchor
    inset: Inset
    number: bool = False
    """Whether the text holds the slide's number, written as `‹#›`: office programs show each slide's own."""
    typeface: str = ""
    """What its first run is set in, as the file says it."""


DrawnItem: TypeAlias = Item | DrawnText


@dataclass(frozen=True, slots=True)
class Marker:
    """A list mark as it can be drawn in an ordinary face, and as the file says it."""

    char: str = ""
    """Empty for none."""
    written: str = ""
    font: str = ""
    colour: str = ""
    """Empty for the text's."""
    picture: bool = False
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class LevelLook:
    """How text of one list level comes out."""

    size: Length
    colour: str
    font: str
    """As the file says it: a font's name, or `+mj-lt` and `+mn-lt` for the theme's."""
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: Align = Align.LEFT
    line_height: float = 1.2
    """Distance of baselines as a multiple of the size, 1.2 being "100 %" in the file."""
    before: Length = ZERO
    after: Length = ZERO
    margin: Length = ZERO
    """Where the text stands."""
    indent: Length = ZERO
    """Where the first line begins, from `margin`; negative hangs the bullet."""
    marker: Marker = Marker()
    sized: bool = True
    """Whether master, layout or presentation state the size; else it is the 18 pt that programs assume."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it results."""

    colour: str
    width: Length
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class ForeignPlaceholder:
    """A placeholder of a layout or master with everything it inherits."""

    type: str
    """`title`, `ctrTitle`, `subTitle`, `body`, `obj`, `pic`, `chart`, `tbl`, `dt`, `ftr`, `sldNum` …; `obj` if none is said."""
    idx: int
    name: str
    attributes: tuple[tuple[str, str], ...]
    """Of its `p:ph`, as written."""
    box: Box
    levels: tuple[LevelLook, ...]
    """Levels 1 to 5."""
    anchor: Anchor
    inset: Inset
    font_scale: float = 1.0
    autofit: str = "none"
    """`none`, `text` (programs shrink the text) or `shape` (they grow the box)."""
    columns: int = 1
    rotation: float = 0.0
    flipped: bool = False
    orientation: str = "horz"
    """`horz`, or how its text is turned: `vert`, `vert270`, `eaVert` …"""
    fill: str | None = None
    """What its own box is filled with, if anything."""
    line: Line | None = None
    """The edge of its box, if it has one."""
    form: Geometry = PLAIN
    """The outline of its box, where that is filled or has an edge."""
    prompt: str = ""
    shape: int = 0
    """The shape's id in its part."""
    problem: str = ""
    """Why it cannot be used; empty where it can."""

    @property
    def usable(self) -> bool:
        """Whether text can be put there."""
        return not self.problem

    @property
    def look(self) -> LevelLook:
        """How its first level comes out."""
        return self.levels[0]


@dataclass(frozen=True, slots=True)
class ForeignLayout:
    """A layout: what it is called, what it offers, and what it shows."""

    part: str
    """Its part's name, such as `/ppt/slideLayouts/slideLayout3.xml`."""
    name: str
    """Without blanks at its ends."""
    type: str
    """As it says itself; empty where it does not."""
    master: int
    """Its master's place in `Design.masters`."""
    number: int
    """Its place among all layouts, from 1, in the order that programs show."""
    placeholders: tuple[ForeignPlaceholder, ...]
    """In shape order, the unusable ones too."""
    ground: Ground
    items: tuple[DrawnItem, ...]
    """What background pictures, master and layout draw, from back to front."""
    samples: tuple[Sample, ...]
    colours: tuple[str, ...]
    """By `ROLES`, as the layout's colour map resolves them: `dk1` is what tx1 comes to, `lt1` bg1, `dk2` tx2, `lt2` bg2."""
    shows_master: bool = True
    has_fixed_number: bool = False
    """Whether fixed text on it shows the slide's number."""
    guides: int = 0
    over: tuple[tuple[str, str], ...] = ()
    """Its own colour map, `bg1` to `dk1` and so on; empty where it has its master's."""

    def placeholder(self, *types: str) -> ForeignPlaceholder | None:
        """The first usable placeholder of one of these types."""
        return next((place for place in self.placeholders if place.usable and place.type in types), None)

    def colour(self, role: str) -> str:
        """What a role of the colour scheme comes to on this layout."""
        return self.colours[ROLES.index(role)]


@dataclass(frozen=True, slots=True)
class ForeignMaster:
    """A slide master: its theme's name and fonts, its colours and its own placeholders."""

    part: str
    name: str
    """Of its theme."""
    colours: tuple[str, ...]
    """By `ROLES`, as its colour map resolves them."""
    raw: Mapping[str, str]
    """The theme's colours by their own names, not mapped."""
    map: Mapping[str, str]
    """The colour map: `bg1` to `lt1` and so on."""
    fonts: ForeignFonts
    placeholders: tuple[ForeignPlaceholder, ...]
    ground: Ground
    guides: int = 0

    def placeholder(self, *types: str) -> ForeignPlaceholder | None:
        """The first placeholder of one of these types; None where the master has none."""
        return next((place for place in self.placeholders if place.type in types), None)


@dataclass(frozen=True, slots=True)
class ForeignFonts:
    """The theme's two fonts, as it names them."""

    major: str
    minor: str
    east_asian: tuple[str, str] = ("", "")

    def resolved(self, font: str) -> str:
        """A font's real name, for the `+mj-lt` and `+mn-lt` that stand for the theme's."""
        if font.startswith("+mj"):
            return self.major
        return self.minor if font.startswith("+mn") or not font else font


@dataclass(frozen=True, slots=True)
class Design:
    """Everything that building on a template needs to know of it."""

    path: str
    size: Size
    masters: tuple[ForeignMaster, ...]
    layouts: tuple[ForeignLayout, ...]
    typefaces: Mapping[str, int]
    """How often each font is used by usable placeholders and fixed text; theme fonts by their real names."""
    slides: int = 0
    """How many sample slides the file holds."""
    embedded: tuple[str, ...] = ()
    """Fonts that the file embeds."""
    guides: int = 0
    custom_colours: int = 0
    first: int = 1
    """The number of the first slide."""

    @property
    def unused_fonts(self) -> tuple[str, ...]:
        """Theme fonts that no placeholder and no fixed text uses."""
        named = dict.fromkeys(name for master in self.masters for name in (master.fonts.major, master.fonts.minor))
        return tuple(name for name in named if name and name not in self.typefaces)

    def master_of(self, layout: ForeignLayout) -> ForeignMaster:
        """The master a layout stands on."""
        return self.masters[layout.master]
