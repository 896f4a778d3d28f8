"""The kit a block is handed to place itself: theme, words, measure, and a pen that draws with them.

The pen returns page items whose every visible decision is stated. Nothing here knows a kind, a format or an audience.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from generator.geometry import ZERO, Box, Length, inch, mm, pt
from generator.notation.inline import Rich
from generator.notation.media import Media
from generator.page.colour import Colour
from generator.page.items import GroupItem, Item, Mark, ShapeItem, Stroke, TextItem
from generator.page.shapes import Ellipse, Geometry, Hexagon, Rectangle, Rule
from generator.page.text import Align, Anchor, Bullet, Family, Inset, Paragraph, Run, Style, TextBody
from generator.source import NOWHERE, Span
from generator.theme.icons import STROKE, icon
from generator.theme.look import CardStyle
from generator.theme.tokens import Theme
from generator.typography.lines import set_text
from generator.typography.measure import Measure
from generator.words import Words

GAP = inch(0.2)
"""Between siblings on a slide, across and down."""
CORNER = inch(0.06)
"""Of small shapes that are no cards, such as boxes to tick."""
OUTLINE, EDGE = 1, 2.25
"""Points: the outline of an outlined card, the upper edge of a ruled one."""
DISPLAY_ON_PAPER = 13
"""Points from which bold text of a sheet is set in the heading face, where a theme does so at all."""
CAPS = 1.15
"""The line height at which capitals stand in the middle of their line."""


class Medium(StrEnum):
    """What a page is made for."""

    SLIDE = "slide"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class Subject:
    """How a role looks wherever it is named."""

    id: str
    name: str
    colour: str
    icon: str
    badge: str
    shape: str
    """`circle`, `square` or `hexagon`: tells roles apart without colour."""


@dataclass(frozen=True, slots=True)
class SheetType:
    """The type of a sheet's body: size and leading of text, and what is smaller."""

    size: Length = pt(9.5)
    leading: float = 1.33
    note: Length = pt(8.5)
    padding: Length = mm(1.0)
    """Above and below the text of a row."""
    tight: bool = False
    """Whether blocks should leave out what repeats the deck, since the page is short of room."""


@dataclass(frozen=True, slots=True)
class Paint:
    """How a shape is filled and outlined; None leaves it out."""

    fill: Colour | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything a block needs to place itself, and a pen to draw with."""

    theme: Theme
    words: Words
    measure: Measure
    subjects: Mapping[str, Subject]
    role: str
    """The colour role of the document's subject, such as `accent2`."""
    medium: Medium = Medium.SLIDE
    sheet: SheetType = SheetType()
    prefix: str = ""
    """Put before the ids of items, so that they are unique on their page."""
    span: Span = NOWHERE
    logo: Media | None = None
    """The project's logo, if it has one."""
    title: str = ""
    """The title of the slide, for descriptions of what has no finding of its own."""
    breaking: bool = False
    """Whether words that are longer than any of a language may be broken, since nothing else is left."""

    def named(self, prefix: str, span: Span) -> Self:
        """The same kit for another block: its items' ids start with `prefix` and they come from `span`."""
        return replace(self, prefix=prefix, span=span)

    # colours

    @property
    def ink(self) -> Colour:
        """Headings and text that stands alone."""
        return Colour("dk1")

    @property
    def quiet(self) -> Colour:
        """Text under a heading, labels."""
        return Colour("dk2")

    @property
    def paper(self) -> Colour:
        """The page, and text on solid colour."""
        return Colour("lt1")

    @property
    def surface(self) -> Colour:
        """Cards."""
        return Colour("lt2")

    @property
    def accent(self) -> Colour:
        """The document's role colour."""
        return Colour(self.role)

    @property
    def line(self) -> Colour:
        """Thin rules."""
        return self.theme.named["line"]

    @property
    def mute(self) -> Colour:
        """Bars that do not matter."""
        return self.theme.named["mute"]

    def tint(self, role: str | None = None) -> Colour:
        """The pale ground of a role (the document's by default)."""
        return self.theme.shade("tint", role or self.role)

    def light(self, role: str | None = None) -> Colour:
        """The shade of a role for text and icons on ink."""
        return self.theme.shade("light", role or self.role)

    def subject_role(self, subject: str | None) -> str:
        """The colour role of a subject, or the document's where there is none."""
        return self.subjects[subject].colour if subject else self.role

    # text

    def style(self, size: Length, colour: Colour | None = None, bold: bool = False) -> Style:
        """A run style in ink by default: in the body face, or where the theme says so large bold text in the heading face.

        Such text has the weight of titles, or it would outrank them. Big type is pulled together a little.
        """
        tracking = pt(-0.6) if size.pt >= 44 else pt(-0.4) if size.pt >= 36 else ZERO
        display = self.theme.look.display if self.medium is Medium.SLIDE else min(self.theme.look.display, DISPLAY_ON_PAPER)
        family = Family.HEADING if bold and 0 < display <= size.pt else Family.BODY
        weight = self.theme.look.title.bold if family is Family.HEADING else bold
        return Style(size, colour or self.ink, weight, family=family, tracking=tracking)

    def heading(self, size: Length, colour: Colour | None = None, *, bold: bool = True) -> Style:
        """The style of titles, in the heading face."""
        return replace(self.style(size, colour, bold=bold), family=Family.HEADING)

    def runs(self, text: Rich | str, style: Style) -> tuple[Run, ...]:
        """A text as runs of one style, its inline markup applied on top."""
        rich = Rich.plain(text) if isinstance(text, str) else text
        if style.family is Family.HEADING and self.theme.fonts.heading != self.theme.fonts.body and rich.is_figure:
            style = replace(style, family=Family.BODY, bold=True)
        return tuple(
            Run(
                f.text,
                replace(
                    style,
                    bold=style.bold or f.bold,
                    italic=style.italic or f.italic,
                    family=Family.CODE if f.code else style.family,
                    tracking=ZERO if f.code else style.tracking,
                ),
                f.link,
            )
            for f in rich.fragments
        )

    def para(
        self, text: Rich | str, style: Style, *, align: Align = Align.LEFT, height: float = 1.2, before: Length = ZERO
    ) -> Paragraph:
        """One paragraph in one style. `height` is the distance of baselines as a multiple of the size."""
        return Paragraph(self.runs(text, style), align, height, before)

    def point(
        self, text: Rich | str, style: Style, *, level: int = 0, before: Length = ZERO, colour: Colour | None = None
    ) -> Paragraph:
        """One list point with a hanging round mark, its text 1.1 times the size from the level's edge."""
        bullet = Bullet("•", colour or self.accent, style.size * 1.1)
        return Paragraph(self.runs(text, style), before=before, bullet=bullet, level=level, margin=style.size * 1.1 * level)

    def body(
        self, paragraphs: Sequence[Paragraph], width: Length, *, anchor: Anchor = Anchor.TOP, inset: Inset = Inset()
    ) -> TextBody:
        """Set paragraphs for a box of `width`; its `height` excludes the insets."""
        return set_text(self.measure, paragraphs, width, anchor, inset)

    def height(self, paragraphs: Sequence[Paragraph], width: Length) -> Length:
        """How high paragraphs are when set in `width`."""
        return self.body(paragraphs, width).height

    def width(self, text: Rich | str, style: Style) -> Length:
        """How wide a text is on one line, with the hand's breadth that line breaking keeps free."""
        return Length(sum(self.measure.width(r.text, r.style).emu for r in self.runs(text, style))) * 1.015 + pt(0.5)

    # drawing

    def mark(self, name: str, alt: str = "") -> Mark:
        """The mark of an item called `name` within the block."""
        return Mark(f"{self.prefix}-{name}" if self.prefix else name, self.span, self.words.language, alt)

    def text(
        self, name: str, box: Box, paragraphs: Sequence[Paragraph], *, anchor: Anchor = Anchor.TOP, slot: str = ""
    ) -> TextItem:
        """A text without insets in `box`; with a `slot` it fills that placeholder of the layout."""
        return TextItem(self.mark(name), box, self.body(paragraphs, box.w, anchor=anchor), slot)

    def shape(
        self, name: str, box: Box, geometry: Geometry | None = None, *, fill: Colour | None = None, stroke: Stroke | None = None
    ) -> ShapeItem:
        """A shape without text; a sharp-cornered rectangle by default."""
        return ShapeItem(self.mark(name), box, geometry or Rectangle(), fill, stroke)

    def label(self, name: str, box: Box, paragraphs: Sequence[Paragraph], geometry: Geometry, paint: Paint) -> ShapeItem:
        """A shape that carries text in its middle, such as a pill or a number disc. Insets are zero."""
        body = self.body(paragraphs, box.w, anchor=Anchor.MIDDLE)
        return ShapeItem(self.mark(name), box, geometry, paint.fill, paint.stroke, body)

    @property
    def corner(self) -> Length:
        """The radius of a card's corners: the theme's on slides, none on sheets."""
        return self.theme.look.corner if self.medium is Medium.SLIDE else ZERO

    def card(self, name: str, box: Box, fill: Colour | None = None) -> Item:
        """A card's ground in the theme's style; one that is not of surface, and any on a sheet, is plainly filled."""
        style, ground = self.theme.look.card, fill or self.surface
        if self.medium is Medium.SHEET or ground != self.surface or style is CardStyle.FILLED:
            return self.shape(name, box, Rectangle(self.corner), fill=ground)
        if style is CardStyle.OUTLINED:
            edge = pt(OUTLINE)
            return self.shape(name, box.inset(edge / 2), Rectangle(self.corner), fill=ground, stroke=Stroke(self.line, edge))
        edge = pt(EDGE)
        upper = self.shape(f"{name}-edge", box.cut_top(edge)[0], fill=self.ink)
        return GroupItem(self.mark(name), box, (self.shape(f"{name}-ground", box, fill=ground), upper))

    def rule(self, name: str, start: tuple[Length, Length], width: Length, colour: Colour, weight: float = 0.75) -> ShapeItem:
        """A horizontal rule of `weight` points from `start` (x and y) to the right."""
        return self.shape(name, Box(*start, width, ZERO), Rule(), stroke=Stroke(colour, pt(weight)))

    def icon(self, name: str, box: Box, icon_name: str, colour: Colour) -> ShapeItem:
        """An icon drawn as strokes in a square box."""
        return self.shape(name, box, icon(icon_name), stroke=Stroke(colour, box.w * STROKE))

    def disc(self, name: str, box: Box, icon_name: str, fill: Colour, colour: Colour | None = None) -> GroupItem:
        """An icon on a filled disc."""
        inner = box.centred(box.w * 0.58, box.h * 0.58)
        items: tuple[Item, ...] = (
            self.shape(f"{name}-disc", box, Ellipse(), fill=fill),
            self.icon(f"{name}-icon", inner, icon_name, colour or self.paper),
        )
        return GroupItem(self.mark(name), box, items)

    def number(self, name: str, box: Box, text: str, style: Style, paint: Paint) -> ShapeItem:
        """A number or letters on a disc."""
        return self.label(name, box, [self.para(text, style, align=Align.CENTRE)], Ellipse(), paint)

    def badge(self, name: str, box: Box, subject: Subject, size: Length, *, solid: bool = True) -> ShapeItem:
        """A subject's letters in its own shape and colour: the sign that survives grey printing."""
        geometry: Geometry
        match subject.shape:
            case "circle":
                geometry = Rectangle(box.h / 2)
            case "hexagon":
                geometry = Hexagon(box.h * 0.3)
            case _:
                geometry = Rectangle()
        colour = Colour(subject.colour)
        ink = self.paper if solid else colour
        lettering = [self.para(subject.badge, self.style(size, ink, bold=True), align=Align.CENTRE, height=CAPS)]
        return self.label(name, box, lettering, geometry, Paint(colour) if solid else Paint(stroke=Stroke(colour, pt(1))))
