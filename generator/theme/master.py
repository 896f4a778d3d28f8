"""Write a theme's master: the layouts of a deck, with their placeholders, from tokens."""

from __future__ import annotations

from generator.geometry import Box, Length, Size, inch, pt
from generator.page.colour import Colour
from generator.page.pages import Layout, Level, Master, Placeholder
from generator.page.text import Align, Family, Style
from generator.theme.tokens import Theme

SLIDE = Size(inch(40 / 3), inch(7.5))
MARGIN = inch(0.6)
WIDTH = inch(12.133)
EYEBROW = Box(MARGIN, inch(0.42), WIDTH, inch(0.24))
TITLE = Box(MARGIN, inch(0.68), WIDTH, inch(0.94))
BODY_BOTTOM = inch(6.70)
BODY_TOP = {1: inch(1.50), 2: inch(1.90), 3: inch(2.36)}
"""Where the body begins under a title of one, two or three lines."""
PROGRESS = Box(MARGIN, inch(6.93), WIDTH, inch(0.04))
FOOTER_TOP, FOOTER_HEIGHT = inch(7.03), inch(0.24)
PANEL_WIDTH = inch(5.64)
PANEL_TITLE = Box(inch(6.09), inch(0.62), inch(6.644), inch(0.94))
TITLE_LINE = 1.12

CONTENT, TITLE_ONLY, TITLE_SLIDE, DIVIDER, PANEL, QUOTE = "Content", "Title Only", "Title Slide", "Divider", "Panel", "Quote"


def master(theme: Theme) -> Master:
    """The master of `theme` on a 13.333 x 7.5 inch slide. Its first layout is the pattern of the master itself."""
    ink, paper = Colour("dk1"), Colour("lt1")
    title = _title(TITLE, 28, ink, TITLE_LINE)
    body = Placeholder("body", Box(MARGIN, BODY_TOP[1], WIDTH, BODY_BOTTOM - BODY_TOP[1]), Style(pt(20), ink), levels=_levels())
    return Master(
        theme.name,
        SLIDE,
        theme.scheme,
        theme.fonts,
        (
            Layout(CONTENT, "obj", (title, body, *footers(Colour("dk2"))), paper),
            Layout(TITLE_ONLY, "titleOnly", (title, *footers(Colour("dk2"))), paper),
            Layout(TITLE_SLIDE, "title", _cover(paper), ink),
            Layout(DIVIDER, "secHead", _divider(paper), ink),
            Layout(
                PANEL,
                "titleOnly",
                (_title(PANEL_TITLE, 28, ink, TITLE_LINE), *footers(Colour("dk2"))),
                paper,
            ),
            Layout(QUOTE, "titleOnly", (title, *footers(Colour("dk2"))), paper),
        ),
    )


def _title(box: Box, size: float, colour: Colour, line_height: float) -> Placeholder:
    tracking = pt(-0.6) if size >= 44 else Length(0)
    style = Style(pt(size), colour, bold=True, family=Family.HEADING, tracking=tracking)
    return Placeholder("title", box, style, line_height=line_height)


def _cover(paper: Colour) -> tuple[Placeholder, ...]:
    return (
        _title(Box(MARGIN, inch(1.45), inch(6.9), inch(3.0)), 60, paper, 1.06),
        Placeholder("subtitle", Box(MARGIN, inch(4.62), inch(6.6), inch(0.9)), Style(pt(20), Colour("lt2")), line_height=1.25),
    )


def _divider(paper: Colour) -> tuple[Placeholder, ...]:
    return (
        _title(Box(inch(2.656), inch(2.30), inch(8.4), inch(1.3)), 60, paper, 1.06),
        Placeholder(
            "body",
            Box(inch(2.656), inch(3.75), inch(8.0), inch(1.3)),
            Style(pt(24), Colour("lt2")),
            levels=(Level(pt(24), "", pt(0), pt(0)),),
        ),
    )


def footers(colour: Colour) -> tuple[Placeholder, ...]:
    """The three footer placeholders, in one colour."""
    style = Style(pt(10), colour)
    places = (
        ("date", MARGIN, inch(3.0), Align.LEFT),
        ("footer", inch(3.6), inch(6.133), Align.CENTRE),
        ("number", inch(9.733), inch(3.0), Align.RIGHT),
    )
    return tuple(Placeholder(slot, Box(x, FOOTER_TOP, w, FOOTER_HEIGHT), style, align) for slot, x, w, align in places)


def _levels() -> tuple[Level, ...]:
    sizes = (20, 18, 18, 16, 16)
    return tuple(Level(pt(size), "•", pt(22 * i), pt(22)) for i, size in enumerate(sizes))
