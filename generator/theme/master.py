"""Our own stage and master: where everything stands on a canvas of any shape, and the layouts written from that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.geometry import ZERO, Box, Length, Size, inch, pt
from generator.page.colour import Colour, ColourScheme
from generator.page.items import Item, Mark, ShapeItem, Stroke
from generator.page.pages import FontScheme, Layout, Level, Master, Placeholder
from generator.page.scaling import scaled
from generator.page.shapes import Rule
from generator.page.text import Align, Family, Style
from generator.source import NOWHERE
from generator.theme.look import PLAIN, Grid, Look, Side, TitleType
from generator.theme.openings import opening_spots
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
WIDE = SIZES["16:9"]
"""What the lengths below were drawn for."""
MARGIN, TOPS = Grid().margin, dict(enumerate(Grid().tops, 1))
"""Of themes that name no others: the margin, and where the body begins under a title of one, two or three lines."""
INK, QUIET = Colour("dk1"), Colour("dk2")


def own_stage(slide: Size, look: Look = PLAIN) -> Stage:
    """The stage of our own themes on slides of this size."""
    canvas = canvas_of(slide)
    grid, across, down = look.grid, canvas.w.ratio(WIDE.w), canvas.h.ratio(WIDE.h)
    edge, width, body_top = grid.margin, canvas.w - grid.margin * 2, grid.tops[0]
    high = inch(0.94) if look.title == TitleType() else pt(look.title.sizes[0] * look.title.line * 2) + inch(0.04)
    place = TextPlace(Box(edge, grid.title, width, high), look.title.sizes, INK, look.title.bold, line_height=look.title.line)
    plain = Spot(
        TITLE_ONLY,
        place,
        Box(edge, body_top, width, canvas.h - grid.foot - body_top),
        dict(enumerate(grid.tops, 1)),
        eyebrow=Box(edge, grid.eyebrow, width, inch(0.24)),
        progress=_progress(canvas, look),
        feet=_feet(canvas, edge, scale_of(slide)),
        logo=Box(canvas.w - edge - inch(2.3), _under_rules(look), inch(2.3), inch(0.32)),
    )
    whole = Box(Length(0), Length(0), canvas.w, canvas.h)
    beside = Box(inch(6.09) * across, inch(0.62) * down, canvas.w - inch(6.09) * across - edge, high)
    panel = replace(plain, layout=PANEL, body=whole, tops={}, title=replace(place, box=beside), progress=None)
    panel = replace(panel, eyebrow=Box(edge, inch(0.62) * down, inch(4.6) * across, inch(0.3)), feet=_beside(plain, beside))
    spots = {
        CONTENT: replace(plain, layout=CONTENT),
        TITLE_ONLY: plain,
        PANEL: panel,
        QUOTE: replace(plain, layout=QUOTE),
        **opening_spots(canvas, look),
    }
    return Stage(slide, spots)


def _under_rules(look: Look) -> Length:
    """Where the logo begins: clear of the rules at the top."""
    lowest = max((rule.at for rule in look.rules if ZERO <= rule.at < look.grid.title), default=ZERO)
    return max(inch(0.26), lowest + inch(0.07) if lowest else ZERO)


def _progress(canvas: Size, look: Look) -> Box:
    """Above the foot between the margins, or along the upper or the left edge of the slide."""
    line, edge = look.progress, look.grid.margin
    match line.side:
        case Side.FOOT:
            return Box(edge, canvas.h - inch(0.57), canvas.w - edge * 2, line.thickness)
        case Side.TOP:
            return Box(Length(0), Length(0), canvas.w, line.thickness)
        case Side.LEFT:
            return Box(Length(0), Length(0), line.thickness, canvas.h)


def own_master(theme: tuple[str, ColourScheme, FontScheme], stage: Stage, look: Look = PLAIN) -> Master:
    """The master of one of our themes, by name, colours and fonts. Its first layout is the pattern of the master itself."""
    name, scheme, fonts = theme
    kinds = ((CONTENT, "obj"), (TITLE_ONLY, "titleOnly"), (TITLE_SLIDE, "title"), (DIVIDER, "secHead"), (PANEL, "titleOnly"),
             (QUOTE, "titleOnly"))  # fmt: skip
    layouts = [_layout(stage.spot(sort), kind) for sort, kind in kinds]
    for sort, kind in ((TITLE_SLIDE, "title"), (DIVIDER, "secHead")):
        other = next(spot for name, spot in stage.spots.items() if spot.layout == name != sort and name.startswith(sort))
        layouts.append(_layout(other, kind))
    ruled = (CONTENT, TITLE_ONLY, QUOTE)
    drawn = tuple(replace(each, items=_rules(stage, look)) if each.name in ruled else each for each in layouts)
    return Master(name, stage.slide, scheme, fonts, scaled(drawn, stage.scale) if stage.scale != 1 else drawn)


def _rules(stage: Stage, look: Look) -> tuple[Item, ...]:
    """The rules that a theme draws across its ordinary slides."""
    edge, canvas = look.grid.margin, stage.canvas
    items: list[Item] = []
    for number, rule in enumerate(look.rules, 1):
        y = rule.at if rule.at.emu >= 0 else canvas.h + rule.at
        place = Box(edge, y, canvas.w - edge * 2, ZERO)
        items.append(ShapeItem(Mark(f"rule-{number}", NOWHERE, ""), place, Rule(), stroke=Stroke(rule.colour, rule.weight)))
    return tuple(items)


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
    return Placeholder("title", place.box, style, place.align, line_height=place.line_height)


def _subtitle(slot: str, spot: Spot) -> Placeholder:
    place = spot.subtitle
    assert place is not None
    levels = (Level(pt(place.sizes[0]), "", pt(0), pt(0)),) if slot == "body" else ()
    height = place.line_height if slot == "subtitle" else 1.2
    style = Style(pt(place.sizes[0]), place.colour)
    return Placeholder(slot, place.box, style, place.align, line_height=height, levels=levels)


def _foot(slot: str, foot: Foot) -> Placeholder:
    return Placeholder(slot, foot.box, Style(pt(foot.size), foot.colour), foot.align)


def _feet(canvas: Size, edge: Length, scale: float) -> dict[str, Foot]:
    """The three footer places, in proportion; on small slides in the next larger type."""
    size, top, high = 10 if scale > 0.95 else 12, canvas.h - inch(0.47), inch(0.24)
    across = canvas.w.ratio(WIDE.w)
    places = (
        ("date", edge, inch(3.0) * across, Align.LEFT),
        ("footer", inch(3.6) * across, inch(6.133) * across, Align.CENTRE),
        ("number", inch(9.733) * across, canvas.w - edge - inch(9.733) * across, Align.RIGHT),
    )
    return {slot: Foot(Box(x, top, w, high), size, align, QUIET) for slot, x, w, align in places}


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
