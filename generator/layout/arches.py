"""Arches that stand inside each other, with a disc for the sun: what the editorial theme draws on covers and dividers.

A pattern says how high the large and the small group of arches are, whether the small one stands at the right, the colours of
the large one from the outside to the inside, and where the disc is. Colours: t tint, r role, d deep, l light, g ground.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.geometry import ZERO, Box, Length, Size, inch
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.shapes import Corners, Ellipse, Rectangle

ARCHED = Size(inch(1.5), inch(1.75))
"""The arch that holds a section's number."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Shares of the drawing's box: heights of both groups, the small one's side, the disc's place."""

    large: float
    small: float
    mirrored: bool
    colours: str
    disc: tuple[float, float, float]


PATTERNS = (
    Pattern(0.76, 0.44, False, "tldr", (0.02, 0.20, 0.24)),
    Pattern(0.70, 0.48, True, "trld", (0.74, 0.16, 0.20)),
    Pattern(0.80, 0.38, False, "tdlr", (0.00, 0.30, 0.28)),
    Pattern(0.72, 0.42, True, "tlrd", (0.72, 0.20, 0.26)),
    Pattern(0.78, 0.50, False, "trdl", (0.03, 0.16, 0.20)),
    Pattern(0.74, 0.40, True, "tdrl", (0.70, 0.24, 0.28)),
)


def arches(kit: Kit, how: tuple[int, bool], box: Box, voices: tuple[str, ...]) -> tuple[Item, ...]:
    """The arches of a pattern (1-6) standing on the foot of `box`, on a dark page or a light one, in the colours of roles.

    Pattern 0 is one plain arch.
    """
    number, dark = how
    if number == 0:
        return (kit.shape("arch", box, Rectangle(box.w / 2, Corners.TOP), fill=Colour(voices[0])),)
    pattern = PATTERNS[(number - 1) % len(PATTERNS)]
    large, small = box.w * 0.82, box.w * 0.46
    left, right = (box.x, box.right - small) if pattern.mirrored else (box.right - large, box.x)
    across, down, side = pattern.disc
    disc = Box(box.x + box.w * across, box.y + box.h * down, box.w * side, box.w * side)
    return (
        kit.shape("sun", disc, Ellipse(), fill=kit.light(voices[-1]) if dark else Colour(voices[-1])),
        *_nested(kit, "arch", _standing(box, left, large, pattern.large), (pattern.colours, dark, voices[0])),
        *_nested(kit, "porch", _standing(box, right, small, pattern.small), ("grl", dark, voices[1 % len(voices)])),
    )


def _standing(box: Box, x: Length, w: Length, high: float) -> Box:
    return Box(x, box.bottom - box.h * high, w, box.h * high)


def _nested(kit: Kit, name: str, outer: Box, paint: tuple[str, bool, str]) -> list[Item]:
    """Arches inside each other, each a step narrower; all of them stand on the foot."""
    colours, dark, role = paint
    step = outer.w * (0.5 / (len(colours) + 0.35))
    items: list[Item] = []
    for number, letter in enumerate(colours):
        inner = outer.inset(step * number, step * number, step * number, ZERO)
        shape = Rectangle(inner.w / 2, Corners.TOP)
        items.append(kit.shape(f"{name}-{number + 1}", inner, shape, fill=_colour(kit, letter, dark, role)))
    return items


def _colour(kit: Kit, letter: str, dark: bool, role: str) -> Colour:
    match letter:
        case "t":
            return kit.theme.named["night2"] if dark else kit.tint(role)
        case "d":
            return kit.theme.shade("deep", role)
        case "l":
            return kit.light(role)
        case "g":
            return kit.ink if dark else kit.paper
        case _:
            return Colour(role)
