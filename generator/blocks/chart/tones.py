"""Which colour a series or a slice has: shades of the role for what matters, shades of the neutral for the rest."""

from __future__ import annotations

from generator.blocks.chart.figures import Figures
from generator.geometry import pt
from generator.kit import Kit
from generator.page.colour import Colour, contrast, lightness
from generator.page.items import Stroke

LIGHTER = {1: (0,), 2: (0, 52), 3: (0, 45, 72), 4: (0, 42, 64, 82)}
"""How far towards paper each of so many shades of the role stands, in hundredths."""
QUIETER = {1: (), 2: (34,), 3: (34, 80), 4: (34, 50, 82)}
"""The same for the neutral, after the muted colour itself."""
QUIETEST = (30, 70)
"""The same for the first and the last muted slice of a whole that has a list beside it."""
LEGIBLE = 4.5
SEAM = 1.5
"""Between parts of a whole, in points."""


def toned(kit: Kit, figures: Figures, names: tuple[str, ...]) -> tuple[Colour, ...]:
    """A colour for each of up to four names, told apart from its neighbours without colour too."""
    strong = [name for name in names if figures.strong(name)]
    roles = iter(_paler(kit, kit.role, LIGHTER[min(4, max(1, len(strong)))]))
    count = len(names) - len(strong)
    rest = iter((kit.mute, *_paler(kit, kit.theme.named["neutral"].role, QUIETER[min(4, max(1, count))])))
    return tuple(next(roles, kit.accent) if figures.strong(name) else next(rest, kit.mute) for name in names)


def shaded(kit: Kit, figures: Figures, names: tuple[str, ...]) -> tuple[Colour, ...]:
    """A colour for each slice of a whole: all muted but those that matter, or ever paler ones where none is named."""
    if figures.emphasis:
        return tuple(kit.accent if figures.strong(name) else kit.mute for name in names)
    return tuple(_paler(kit, kit.role, tuple(round(72 * n / max(1, len(names) - 1)) for n in range(len(names)))))


def ranked(kit: Kit, figures: Figures, names: tuple[str, ...]) -> tuple[Colour, ...]:
    """As `shaded`, but the muted ones in shades of their own: a list beside the drawing tells slices by their colours."""
    rest = [name for name in names if not figures.strong(name)]
    if len(rest) < 2:
        return shaded(kit, figures, names)
    first, last = QUIETEST
    step = (last - first) / (len(rest) - 1)
    quiet = iter(_paler(kit, kit.theme.named["neutral"].role, tuple(round(first + step * n) for n in range(len(rest)))))
    return tuple(kit.accent if figures.strong(name) else next(quiet) for name in names)


def _paler(kit: Kit, role: str, shares: tuple[int, ...]) -> list[Colour]:
    return [paler(kit, role, share) for share in shares]


def paler(kit: Kit, role: str, share: int) -> Colour:
    """A role so many hundredths nearer to paper, as calm as the theme's light shade and its tint are."""
    if share == 0:
        return Colour(role)
    light, tint = kit.theme.shade("light", role), kit.theme.shade("tint", role)
    calm = max(1, light.lum_off // 2)
    knots = ((0, 100), (calm, light.sat_mod), (max(tint.lum_off, calm + 1), tint.sat_mod))
    (x1, y1), (x2, y2) = knots[:2] if share <= knots[1][0] else knots[1:]
    sat = round(y1 + (y2 - y1) * (min(share, x2) - x1) / (x2 - x1))
    return Colour(role, sat, 100 - share, round(share * lightness(kit.theme.scheme.rgb(kit.paper))))


def seam(kit: Kit) -> Stroke:
    """The line of paper between parts of a whole."""
    return Stroke(kit.paper, pt(SEAM))


def over(kit: Kit, ground: Colour) -> Colour:
    """The colour of text on `ground`."""
    rgb = kit.theme.scheme.rgb
    light, dark = (contrast(rgb(ink), rgb(ground)) for ink in (kit.paper, kit.ink))
    return kit.paper if light >= min(LEGIBLE, dark) else kit.ink


def said_in(kit: Kit, colour: Colour) -> Colour:
    """The colour of text that belongs to something of `colour`: the same where that can be read on paper."""
    scheme = kit.theme.scheme
    return colour if contrast(scheme.rgb(colour), scheme.rgb(kit.paper)) >= LEGIBLE else kit.quiet
