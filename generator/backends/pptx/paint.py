"""Colours, fills and lines of the theme, written so that PowerPoint shades them as `page.colour` does."""

from __future__ import annotations

from generator.backends.pptx.markup import Element, add
from generator.page.colour import Colour
from generator.page.glue import End
from generator.page.items import Stroke

_MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}


def write_colour(parent: Element, colour: Colour) -> None:
    """Append the colour as a role of the theme with its shading, in the order in which `page.colour` applies it."""
    if colour.literal:
        made = add(parent, "a:srgbClr", val=colour.role[1:].upper())
    else:
        made = add(parent, "a:schemeClr", val=_MAPPED.get(colour.role, colour.role))
    if colour.sat_mod != 100:
        add(made, "a:satMod", val=colour.sat_mod * 1000)
    if colour.lum_mod != 100:
        add(made, "a:lumMod", val=colour.lum_mod * 1000)
    if colour.lum_off:
        add(made, "a:lumOff", val=colour.lum_off * 1000)


def write_fill(parent: Element, colour: Colour | None) -> None:
    """Append a plain fill; without a colour, the explicit statement that there is none."""
    if colour is None:
        add(parent, "a:noFill")
    else:
        write_colour(add(parent, "a:solidFill"), colour)


def write_line(parent: Element, stroke: Stroke | None, tag: str = "a:ln", *, soft: bool = False, head: End | None = None) -> None:
    """Append an outline, a border (`a:lnT` …) or its absence; `soft` rounds its ends and joins, `head` makes it an arrow."""
    if stroke is None:
        add(add(parent, tag), "a:noFill")
        return
    line = add(parent, tag, w=stroke.width.emu, cap="rnd" if soft else "flat", cmpd="sng", algn="ctr")
    write_fill(line, stroke.colour)
    add(line, "a:prstDash", val="dash" if stroke.dashed else "solid")
    if soft:
        add(line, "a:round")
    else:
        add(line, "a:miter", lim=800000)
    if head:
        add(line, "a:tailEnd" if head is End.END else "a:headEnd", type="triangle", w="lg", len="lg")
