"""Colours by role, as a theme names them, and what they come to on paper.

A colour is never a number on a page: it is a role of the theme (`accent2`) and, where it is a shade of one, the
modifiers PowerPoint knows (ECMA-376 part 1, 20.1.2.3: lumMod, lumOff, satMod), so that a rebrand is one edit.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

ROLES = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
ACCENTS = ROLES[4:10]
RGB: TypeAlias = tuple[float, float, float]
"""Red, green and blue between 0 and 1."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A role of the colour scheme, shaded by percentages applied in order (satMod, lumMod, lumOff).

    Only what is drawn after a picture of the project's own, such as its logo, may name a colour literally: `#` and six
    hexadecimal digits in place of the role. Such a colour stays as it is when the theme changes.
    """

    role: str
    sat_mod: int = 100
    lum_mod: int = 100
    lum_off: int = 0

    @property
    def literal(self) -> bool:
        """Whether it names a colour instead of a role."""
        return self.role.startswith("#")

    def on(self, ground: Colour) -> Colour:
        """This colour's shading applied to `ground` instead of to its role: shading is linear, so that two make one."""
        return Colour(
            ground.role,
            round(ground.sat_mod * self.sat_mod / 100),
            round(ground.lum_mod * self.lum_mod / 100),
            round(ground.lum_off * self.lum_mod / 100) + self.lum_off,
        )


@dataclass(frozen=True, slots=True)
class ColourScheme:
    """The twelve colours of a theme, each as six hexadecimal digits, in the order of `ROLES`."""

    name: str
    values: tuple[str, ...]

    def hex(self, colour: Colour) -> str:
        """The colour as six upper-case hexadecimal digits."""
        value = colour.role[1:] if colour.literal else self.values[ROLES.index(colour.role)]
        return _shade(value, colour)

    def rgb(self, colour: Colour) -> RGB:
        """The colour as red, green and blue between 0 and 1."""
        return channels(self.hex(colour))


@lru_cache(maxsize=1024)
def _shade(value: str, colour: Colour) -> str:
    if (colour.sat_mod, colour.lum_mod, colour.lum_off) == (100, 100, 0):
        return value.upper()
    hue, light, sat = colorsys.rgb_to_hls(*channels(value))
    sat = min(1.0, sat * colour.sat_mod / 100)
    light = min(1.0, max(0.0, light * colour.lum_mod / 100 + colour.lum_off / 100))
    return digits(colorsys.hls_to_rgb(hue, light, sat))


def channels(value: str) -> RGB:
    """Six hexadecimal digits as red, green and blue between 0 and 1. Raises ValueError where they are none."""
    return int(value[0:2], 16) / 255, int(value[2:4], 16) / 255, int(value[4:6], 16) / 255


def digits(rgb: RGB) -> str:
    """Red, green and blue as six upper-case hexadecimal digits; what is below 0 or above 1 counts as that."""
    return "".join(f"{round(min(1.0, max(0.0, part)) * 255):02X}" for part in rgb)


def contrast(one: RGB, other: RGB) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lightness(rgb: RGB) -> float:
    """How light a colour is, 0 to 1, as the shading of a role counts it."""
    return colorsys.rgb_to_hls(*rgb)[1]


def _luminance(rgb: RGB) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
