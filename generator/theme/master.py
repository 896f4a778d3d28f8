"""Our own stage and master: where everything stands on a canvas of any shape, and the layouts written from that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.geometry import Box, Length, Size, inch, pt
from generator.page.colour import Colour, ColourScheme
from generator.page.pages import FontScheme, Layout, Level, Master, Placeholder
from generator.page.scaling import scaled
from generator.page.text import Align, Family, Style
from generator.theme.stage import (
    CONTENT,
    DIVIDER,
    PANEL,
    PAPER,
    QUOTE,
    TITLE_ONLY,
    TITLE_SLIDE,
    Foot,
    Spot,
    Stage,
    TextPlace,
    canvas_of,
    scale_of,
)

SIZES: Mapping[str, Size] = {"16:9": Size(inch(40 / 3), inch(7.5)), "4:3": Size(inch(10), inch(7.5))}
"""The slides that a theme of ours can be made for."""
MARGIN = inch(0.6)
WIDE = SIZES["16:9"]
"""What the lengths below were drawn for."""
TITLE_LINE = 1.12
TOPS = {1: inch(1.50), 2: inch(1.90), 3: inch(2.36)}
"""Where the body begins under a title of one, two or three lines."""
INK, QUIET = Colour("dk1"), Colour("dk2")


def own_stage(slide: Size) -> Stage:
    """The stage of our own themes on slides of this size."""
    canvas = canvas_of(slide)
    width, across, down = canvas.w - MARGIN * 2, canvas.w.ratio(WIDE.w), canvas.h.ratio(WIDE.h)
    body = Box(MARGIN, TOPS[1], width, canvas.h - inch(0.8) - TOPS[1])
    plain = Spot(
        TITLE_ONLY,
        TextPlace(Box(MARGIN, inch(0.68), width, inch(0.94)), (28,), INK, line_height=TITLE_LINE),
        body,
        TOPS,
        eyebrow=Box(MARGIN, inch(0.42), width, inch(0.24)),
        progress=Box(MARGIN, canvas.h - inch(0.57), width, inch(0.04)),
        feet=_feet(canvas, QUIET, scale_of(slide)),
        logo=Box(canvas.w - MARGIN - inch(2.3), inch(0.26), inch(2.3), inch(0.32)),
    )
    whole = Box(Length(0), Length(0), canvas.w, canvas.h)
    beside = Box(inch(6.09) * across, inch(0.62) * down, canvas.w - inch(6.09) * across - MARGIN, inch(0.94))
    panel = replace(plain, layout=PANEL, body=whole, tops={}, title=replace(plain.title, box=beside), progress=None)
    panel = replace(panel, eyebrow=Box(MARGIN, inch(0.62) * down, inch(4.6) * across, inch(0.3)), feet=_beside(plain, beside))
    spots = {
        CONTENT: replace(plain, layout=CONTENT),
        TITLE_ONLY: plain,
        TITLE_SLIDE: _cover(canvas),
        DIVIDER: _divider(canvas),
        PANEL: panel,
        QUOTE: replace(plain, layout=QUOTE),
    }
    return Stage(slide, spots)


def own_master(name: str, scheme: ColourScheme, fonts: FontScheme, stage: Stage) -> Master:
    """The master of one of our themes. Its first layout is the pattern of the master itself."""
    kinds = ((CONTENT, "obj"), (TITLE_ONLY, "titleOnly"), (TITLE_SLIDE, "title"), (DIVIDER, "secHead"), (PANEL, "titleOnly"),
             (QUOTE, "titleOnly"))  # fmt: skip
    layouts = tuple(_layout(stage.spot(sort), kind) for sort, kind in kinds)
    return Master(name, stage.slide, scheme, fonts, scaled(layouts, stage.scale) if stage.scale != 1 else layouts)


def _layout(spot: Spot, kind: str) -> Layout:
    title = _titled(spot.title)
    match kind:
        case "obj":
            body: tuple[Placeholder, ...] = (Placeholder("body", spot.body, Style(pt(20), INK), levels=_levels()),)
        case "title":
            body = (_subtitle("subtitle", spot),)
        case "secHead":
            body = (_subtitle("body", spot),)
        case _:
            body = ()
    feet = () if kind in ("title", "secHead") else tuple(_foot(slot, foot) for slot, foot in spot.feet.items())
    return Layout(spot.layout, kind, (title, *body, *feet), spot.ground)


def _titled(place: TextPlace) -> Placeholder:
    size = place.sizes[0]
    tracking = pt(-0.6) if size >= 44 else Length(0)
    style = Style(pt(size), place.colour, place.bold, family=Family.HEADING, tracking=tracking)
    return Placeholder("title", place.box, style, line_height=place.line_height)


def _subtitle(slot: str, spot: Spot) -> Placeholder:
    place = spot.subtitle
    assert place is not None
    levels = (Level(pt(place.sizes[0]), "", pt(0), pt(0)),) if slot == "body" else ()
    height = place.line_height if slot == "subtitle" else 1.2
    return Placeholder(slot, place.box, Style(pt(place.sizes[0]), place.colour), line_height=height, levels=levels)


def _foot(slot: str, foot: Foot) -> Placeholder:
    return Placeholder(slot, foot.box, Style(pt(foot.size), foot.colour), foot.align)


def _cover(canvas: Size) -> Spot:
    room = canvas.w * (6.9 / 13.333)
    title = TextPlace(Box(MARGIN, inch(1.45), room, inch(3.0)), (60, 44, 36, 28), PAPER, line_height=1.06)
    lead = TextPlace(Box(MARGIN, inch(4.62), room - inch(0.3), inch(0.9)), (20,), Colour("lt2"), bold=False, line_height=1.25)
    logo = Box(canvas.w - MARGIN - inch(3.0), inch(0.50), inch(3.0), inch(0.66))
    return Spot(TITLE_SLIDE, title, title.box, subtitle=lead, logo=logo, ground=INK)


def _divider(canvas: Size) -> Spot:
    left = inch(2.656) * canvas.w.ratio(WIDE.w)
    room = canvas.w - left - inch(1.875) - inch(0.4)
    title = TextPlace(Box(left, inch(2.30), room, inch(1.3)), (60, 44), PAPER, line_height=1.06)
    promise = TextPlace(Box(left, inch(3.75), room - inch(0.4), inch(1.3)), (24,), Colour("lt2"), bold=False, line_height=1.25)
    return Spot(DIVIDER, title, title.box, subtitle=promise, ground=INK)


def _feet(canvas: Size, colour: Colour, scale: float) -> dict[str, Foot]:
    """The three footer places, in proportion; on small slides in the next larger type."""
    size, top, high = 10 if scale > 0.95 else 12, canvas.h - inch(0.47), inch(0.24)
    across = canvas.w.ratio(WIDE.w)
    places = (
        ("date", MARGIN, inch(3.0) * across, Align.LEFT),
        ("footer", inch(3.6) * across, inch(6.133) * across, Align.CENTRE),
        ("number", inch(9.733) * across, canvas.w - MARGIN - inch(9.733) * across, Align.RIGHT),
    )
    return {slot: Foot(Box(x, top, w, high), size, align, colour) for slot, x, w, align in places}


def _beside(plain: Spot, title: Box) -> dict[str, Foot]:
    """Footers beside a panel: the date stands on solid colour, the document line and the number right of the panel."""
    strip = replace(plain.feet["footer"].box, x=title.x, w=title.w)
    line, number = strip.cut_right(inch(0.9), inch(0.1))
    return {
        "date": replace(plain.feet["date"], colour=PAPER),
        "footer": replace(plain.feet["footer"], box=line),
        "number": replace(plain.feet["number"], box=number),
    }


def _levels() -> tuple[Level, ...]:
    sizes = (20, 18, 18, 16, 16)
    return tuple(Level(pt(size), "•", pt(22 * i), pt(22)) for i, size in enumerate(sizes))
