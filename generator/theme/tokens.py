"""Design tokens: colours by role, shades, fonts and the type scale of a theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.geometry import Length, pt
from generator.page.colour import Colour, ColourScheme
from generator.page.pages import FontScheme, Master
from generator.theme.look import PLAIN, Look
from generator.theme.stage import Stage

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
    """What the roles come to on ordinary slides: ink and paper, whatever the master's own names for them are."""
    fonts: FontScheme
    shades: Mapping[str, Mapping[str, Shade]]
    named: Mapping[str, Colour]
    stage: Stage
    master: Master
    on_paper: Theme | None = None
    """The theme of printed sheets, where it is not this one."""
    look: Look = PLAIN
    """Type of titles, grid, shapes, openings."""
    fallback: str = ""
    """The path of a font for characters that the others lack, from the theme's folder or the project's."""

    def shade(self, name: str, role: str) -> Colour:
        """The shade `name` (`tint`, `light`, `deep`) of a role."""
        table = self.shades[name]
        sat, lum, off = table.get(role, table["other"])
        return Colour(role, sat, lum, off)

    def sizes(self, largest: float, smallest: float) -> tuple[Length, ...]:
        """The steps of the type scale from `largest` down to `smallest`, in points."""
        return tuple(size for size in reversed(SCALE) if smallest <= size.pt <= largest)
