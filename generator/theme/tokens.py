"""Design tokens: colours by role, shades, fonts and the type scale of a theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.geometry import Length, pt
from generator.page.colour import Colour, ColourScheme
from generator.page.pages import FontScheme

SCALE = tuple(pt(size) for size in (10, 12, 14, 16, 18, 20, 24, 28, 36, 44, 60, 80))
"""The sizes slides may use (LOOKS); 10 is for footers only."""

Shade = tuple[int, int, int]
"""Saturation %, luminance %, luminance added %."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What a theme folder says, ready to be used."""

    id: str
    name: str
    scheme: ColourScheme
    fonts: FontScheme
    shades: Mapping[str, Mapping[str, Shade]]
    named: Mapping[str, Colour]

    def shade(self, name: str, role: str) -> Colour:
        """The shade `name` (`tint`, `light`, `deep`) of a role."""
        table = self.shades[name]
        sat, lum, off = table.get(role, table["other"])
        return Colour(role, sat, lum, off)

    def sizes(self, largest: float, smallest: float) -> tuple[Length, ...]:
        """The steps of the type scale from `largest` down to `smallest`, in points."""
        return tuple(size for size in reversed(SCALE) if smallest <= size.pt <= largest)
