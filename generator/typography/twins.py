"""Which free face stands for which font: the same advance widths where there is a twin, wider ones where there is none.

A deck names the font that people have (Calibri); we measure and draw with a free face that is exactly as wide (Carlito). For a
font that nobody may pass on and that has no twin, a stand-in is stretched, so that the text still fits in the real one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Source:
    """Where a free face's files are: in a package of pip, variable, or below `templates/fonts/`, one file a style."""

    name: str
    """What findings and the PDF call it. Names that their makers reserve are not used for cut faces."""
    folder: str = ""
    """Below `templates/fonts/`; empty for a package."""
    package: str = ""
    upright: str = ""
    italic: str = ""
    filler: str = "arimo"
    """The source that lends the characters this one lacks."""


SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        "arimo": Source("Arimo", package="fontpkg_arimo", upright="Arimo[wght].ttf", italic="Arimo-Italic[wght].ttf", filler=""),
        "code": Source("SourceCodePro", package="fontpkg_source_code_pro", upright="SourceCodePro[wght].ttf", filler=""),
        "carlito": Source("RolecastHumanist", folder="carlito"),
        "gelasio": Source("Gelasio", folder="gelasio", filler="roman"),
        "caladea": Source("Caladea", folder="caladea", filler="roman"),
        "roman": Source("RolecastRoman", folder="liberation-serif"),
    }
)


@dataclass(frozen=True, slots=True)
class Twin:
    """A source and how much its letters are stretched; `exact` where the widths are then those of the font named."""

    source: str
    stretch: float = 1.0
    exact: bool = True


_NARROW = 0.82
"""Arial Narrow is Arial at this width, letter by letter."""
_CODE = 0.6
"""The advance of Source Code Pro and Courier New, in sizes."""

TWINS: Mapping[str, Twin] = MappingProxyType(
    {
        **dict.fromkeys(("arial", "helvetica", "arimo", "liberation sans"), Twin("arimo")),
        **dict.fromkeys(("arial narrow", "liberation sans narrow"), Twin("arimo", _NARROW)),
        **dict.fromkeys(("calibri", "carlito"), Twin("carlito")),
        **dict.fromkeys(("georgia", "gelasio"), Twin("gelasio")),
        **dict.fromkeys(("cambria", "caladea"), Twin("caladea")),
        **dict.fromkeys(("times new roman", "times", "tinos", "liberation serif"), Twin("roman")),
        **dict.fromkeys(("courier new", "courier", "cousine", "liberation mono", "source code pro"), Twin("code")),
        "consolas": Twin("code", 1126 / 2048 / _CODE),
        "cascadia code": Twin("code", 1200 / 2048 / _CODE),
        "cascadia mono": Twin("code", 1200 / 2048 / _CODE),
        "lucida console": Twin("code", 1234 / 2048 / _CODE),
        "menlo": Twin("code", 1233 / 2048 / _CODE),
    }
)

GENEROUS = 1.12
"""How much wider than the stand-in an unknown font is taken to be."""
WIDE: Mapping[str, float] = MappingProxyType(
    {
        **dict.fromkeys(("verdana", "montserrat", "lucida sans", "lucida sans unicode", "century gothic"), 1.25),
        **dict.fromkeys(("poppins", "raleway", "lexend", "sora", "unbounded"), 1.2),
        **dict.fromkeys(("arial black", "rockwell extra bold", "cooper black"), 1.4),
    }
)
"""Fonts that are wider than that, and by how much."""
SERIFS = frozenset(
    {
        "baskerville", "baskerville old face", "bodoni mt", "book antiqua", "bookman old style", "century", "century schoolbook",
        "constantia", "didot", "garamond", "eb garamond", "libre baskerville", "lora", "merriweather", "minion pro", "noto serif",
        "palatino", "palatino linotype", "playfair display", "pt serif", "rockwell", "sitka", "source serif 4",
    }
)  # fmt: skip
"""Fonts that a serif face stands in for better."""
SERIF_STRETCH = 1.3
"""Times is narrow; most other serif fonts are this much wider at most."""


def twin_of(font: str) -> Twin:
    """What stands for the font of that name: its twin, or a stand-in that is wide enough."""
    name = font.strip().casefold()
    if name in TWINS:
        return TWINS[name]
    if name in SERIFS:
        return Twin("roman", SERIF_STRETCH, exact=False)
    if "mono" in name.split() or "code" in name.split():
        return Twin("code", 1.05, exact=False)
    return Twin("arimo", WIDE.get(name, GENEROUS), exact=False)
