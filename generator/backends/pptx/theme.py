"""The theme part: colour scheme, font scheme and the plain format scheme the file format insists on."""

from __future__ import annotations

from dataclasses import replace

from generator.backends.pptx.markup import Element, add, legal, part, root
from generator.page.colour import ROLES, ColourScheme
from generator.page.pages import FontScheme, Master


def theme_part(master: Master) -> bytes:
    """The theme of a master; slides and notes have one each."""
    theme = root("a:theme", "a", name=legal(master.name))
    held = add(theme, "a:themeElements")
    _write_colours(held, master.scheme)
    _write_fonts(held, master.name, master.fonts)
    _write_formats(held, master.name)
    add(theme, "a:objectDefaults")
    add(theme, "a:extraClrSchemeLst")
    return part(theme)


def on_paper(master: Master) -> Master:
    """The master with black words on white, for notes: they are printed, whatever the slides look like."""
    return replace(master, scheme=replace(master.scheme, values=("000000", "FFFFFF", *master.scheme.values[2:])))


def _write_colours(parent: Element, scheme: ColourScheme) -> None:
    colours = add(parent, "a:clrScheme", name=legal(scheme.name))
    for role, value in zip(ROLES, scheme.values, strict=True):
        add(add(colours, f"a:{role}"), "a:srgbClr", val=value.upper())


def _write_fonts(parent: Element, name: str, fonts: FontScheme) -> None:
    scheme = add(parent, "a:fontScheme", name=legal(name))
    for tag, face in (("a:majorFont", fonts.heading), ("a:minorFont", fonts.body)):
        made = add(scheme, tag)
        add(made, "a:latin", typeface=legal(face))
        add(made, "a:ea", typeface="")
        add(made, "a:cs", typeface="")


def _write_formats(parent: Element, name: str) -> None:
    scheme = add(parent, "a:fmtScheme", name=legal(name))
    _write_fills(add(scheme, "a:fillStyleLst"))
    lines = add(scheme, "a:lnStyleLst")
    for width in (9525, 19050, 28575):
        add(add(add(lines, "a:ln", w=width), "a:solidFill"), "a:schemeClr", val="phClr")
    effects = add(scheme, "a:effectStyleLst")
    for _ in range(3):
        add(add(effects, "a:effectStyle"), "a:effectLst")
    _write_fills(add(scheme, "a:bgFillStyleLst"))


def _write_fills(parent: Element) -> None:
    for _ in range(3):
        add(add(parent, "a:solidFill"), "a:schemeClr", val="phClr")
