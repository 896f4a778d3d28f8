"""Finished pages, the document they make, and the master they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.geometry import Box, Length, Size
from generator.page.colour import Colour, ColourScheme
from generator.page.items import Item, Stroke, TextItem
from generator.page.shapes import PLAIN, Geometry
from generator.page.text import Align, Anchor, Family, Style


@dataclass(frozen=True, slots=True)
class Face:
    """A font file: static, subset, ready to embed. `digest` is the SHA-256 of `data` in hexadecimal."""

    family: Family
    bold: bool
    italic: bool
    name: str
    """The PostScript name, unique among a document's faces."""
    data: bytes
    digest: str
    typeface: str = ""
    """The name that files use for it where no font scheme says it: the fallback face has one."""
    drawn: bool = True
    """Whether it has outlines; letters that are coloured pictures can be measured but not drawn in a PDF."""


@dataclass(frozen=True, slots=True)
class FontScheme:
    """The font names written into a deck; PowerPoint's own faces of these names have our faces' metrics."""

    heading: str
    body: str
    code: str
    written: tuple[str, str] = ("+mj-lt", "+mn-lt")
    """What runs in the heading and the body face say in the file: the theme's fonts, or those a foreign layout names itself."""
    fallback: str = ""
    """The font for characters that the others lack; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one list level of a body placeholder looks."""

    size: Length
    bullet: str
    """The list mark; empty for none."""
    margin: Length
    indent: Length


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A named place of a layout. `slot` is `title`, `subtitle`, `body`, `date`, `footer` or `number`."""

    slot: str
    box: Box
    style: Style
    align: Align = Align.LEFT
    anchor: Anchor = Anchor.TOP
    line_height: float = 1.2
    levels: tuple[Level, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    """How a layout of somebody else's names it, as attributes of `p:ph`; empty in masters that we write."""
    fill: Colour | None = None
    """Its own ground, and `stroke` its own edge: a slide that fills the placeholder shows them below the text."""
    stroke: Stroke | None = None
    form: Geometry = PLAIN
    """The outline of both."""

    @property
    def framed(self) -> bool:
        """Whether it shows more than the text in it."""
        return bool(self.fill or self.stroke)


@dataclass(frozen=True, slots=True)
class Layout:
    """A slide layout. `kind` is its type in the file format (`title`, `secHead`, `obj`, `titleOnly`, `blank`)."""

    name: str
    kind: str
    placeholders: tuple[Placeholder, ...]
    background: Colour
    items: tuple[Item, ...] = ()
    """What the layout itself draws; text items here are never placeholders."""
    part: str = ""
    """Its part in the master's package, where there is one."""
    numbered: tuple[TextItem, ...] = ()
    """Texts that the layout itself shows and that hold the page's number, written `NUMBER`."""
    colour_map: tuple[tuple[str, str], ...] = ()
    """What names of the colour scheme mean on this layout, where that is other than on its master: `("bg1", "dk1")` and so on."""


@dataclass(frozen=True, slots=True)
class Master:
    """What a document's pages stand on: colours, fonts and layouts. The first layout is the master's pattern.

    The scheme names colours as the master's own map resolves them: `dk1` is what the file calls `tx1`, `lt1` its `bg1`.
    """

    name: str
    size: Size
    scheme: ColourScheme
    fonts: FontScheme
    layouts: tuple[Layout, ...]
    package: bytes = b""
    """Somebody else's .pptx without slides, whose masters, layouts and media are used as they are; empty: we write our own."""

    def layout(self, name: str) -> Layout:
        """The layout of that name."""
        return next(layout for layout in self.layouts if layout.name == name)


@dataclass(frozen=True, slots=True)
class Page:
    """One finished slide or sheet."""

    id: str
    """Stable and readable, unique in its document; links name it."""
    title: str
    size: Size
    items: tuple[Item, ...]
    layout: str = ""
    """The name of the master's layout; empty on a sheet."""
    background: Colour | None = None
    """The ground where it differs from the layout's."""
    notes: tuple[str, ...] = ()
    """Speaker notes, one paragraph each."""
    hidden: bool = False
    """A backup slide: in the deck's file, not in its show, its PDF or its page count."""
    beneath: tuple[Item, ...] = ()
    """What the layout shows on this page and not on every one, below the page's items: files with masters have it from these."""


@dataclass(frozen=True, slots=True)
class Section:
    """A named run of pages."""

    title: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Finished pages with all a backend needs to write them."""

    id: str
    title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    language: str
    date: date
    """The content's date; the file says it was made then."""
    pages: tuple[Page, ...]
    master: Master
    faces: tuple[Face, ...]
    sections: tuple[Section, ...] = ()
