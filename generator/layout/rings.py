"""Rings round a corner, as of a signal that spreads: what the bold theme draws on covers and dividers.

A pattern is a corner (0 to 3, clockwise from the top left) and the colours of its rings from the widest to the smallest:
d deep, r role, l light, i ink, p paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.geometry import ZERO, Box, Length
from generator.kit import Kit
from generator.layout.tiles import quarter
from generator.page.colour import Colour
from generator.page.items import Item

PATTERNS = ((2, "dlri"), (3, "dilr"), (1, "ldri"), (2, "idlr"), (0, "dlir"), (3, "ldir"))
STEPS = (1.0, 0.74, 0.48, 0.22)
"""The radii of a pattern's rings, of the widest one's."""


@dataclass(frozen=True, slots=True)
class Ringed:
    """Which pattern (1-6) is drawn, on a dark page or a light one, and in the colours of which roles."""

    pattern: int
    dark: bool
    voices: tuple[str, ...]
    below: Length = ZERO
    """Where it is stated, the rings spread from the panel's foot and stay below that height."""


def rings(kit: Kit, how: Ringed, panel: Box) -> tuple[Item, ...]:
    """A panel in a role's colour with the rings of a pattern."""
    corner, colours = PATTERNS[(how.pattern - 1) % len(PATTERNS)]
    reach = min(panel.w, panel.bottom - how.below)
    if how.below:
        corner = 3
    items: list[Item] = [kit.shape("panel", panel, fill=Colour(how.voices[0]))]
    for number, (share, letter) in enumerate(zip(STEPS, colours, strict=True), 1):
        side = reach * share
        x = panel.x if corner in (0, 3) else panel.right - side
        y = panel.y if corner in (0, 1) else panel.bottom - side
        fill = _colour(kit, letter, how)
        items.append(kit.shape(f"ring-{number}", Box(x, y, side, side), quarter(corner), fill=fill))
    return tuple(items)


def _colour(kit: Kit, letter: str, how: Ringed) -> Colour:
    first, second, last = how.voices[0], how.voices[1 % len(how.voices)], how.voices[-1]
    match letter:
        case "d":
            return kit.theme.shade("deep", first)
        case "l":
            return kit.light(first) if first == second else Colour(second)
        case "r":
            return Colour(first) if first == last else kit.light(last)
        case _:
            return kit.ink if how.dark else kit.paper
