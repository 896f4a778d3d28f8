"""Tints, light and deep shades for a scheme that somebody else chose, light or dark, so that texts on them can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.page.colour import ACCENTS, Colour, ColourScheme, contrast
from generator.theme.foreign.tones import INK, MARGIN, TEXT, lightness, toward
from generator.theme.tokens import Shade

SEEN = 1.65
"""The contrast with which muted bars stand out from the paper."""
CALM = 60
"""The saturation of pale grounds, in per cent."""


def shades_of(scheme: ColourScheme) -> dict[str, dict[str, Shade]]:
    """The four tables of shades for roles that come to this scheme."""
    table: dict[str, dict[str, Shade]] = {"tint": {}, "light": {}, "deep": {}, "veil": {}}
    for role in (*ACCENTS, "other"):
        colour = Colour("dk1" if role == "other" else role)  # what belongs to no role is panelled in ink
        tint = _tint(scheme, colour)
        table["tint"][role] = _shade(tint)
        table["light"][role] = _shade(_light(scheme, colour))
        table["deep"][role] = _shade(_deep(scheme, colour, tint))
        table["veil"][role] = _shade(toward(Colour(colour.role, 70), 0.4, lightness(scheme.hex(Colour("lt1")))))
    return table


def named_of(scheme: ColourScheme) -> dict[str, Colour]:
    """Lines, muted bars and the three steps from ink."""
    paper, neutral, ink = lightness(scheme.hex(Colour("lt1"))), Colour("accent6"), Colour("dk1")
    line = _first(_steps(neutral, paper, range(85, 20, -5)), lambda c: _on(scheme, c, "lt1") >= 1.4)
    pale = list(_steps(neutral, paper, range(85, 20, -5)))
    legible = [each for each in pale if _on(scheme, each, "dk1") >= TEXT + MARGIN] or pale[:1]
    mute = next((each for each in legible if _on(scheme, each, "lt1") >= SEEN), legible[-1])
    nights = {f"night{n}": toward(ink, share, paper) for n, share in ((1, 0.07), (2, 0.12), (3, 0.2))}
    return {"line": line, "mute": mute, "neutral": neutral, **nights}


def _tint(scheme: ColourScheme, colour: Colour) -> Colour:
    """A pale ground on which ink and, where it can, the accent itself are read."""
    paper = lightness(scheme.hex(Colour("lt1")))
    far = 1 - _far(scheme)
    farther = [paper + (far - paper) * step / 4 for step in range(4)]
    pale = [tint for light in farther for tint in _steps(Colour(colour.role, CALM), light, range(82, 93, 2))]

    def serves(tint: Colour) -> bool:
        return _on(scheme, Colour("dk1"), tint) >= INK and _on(scheme, Colour("dk2"), tint) >= TEXT + MARGIN

    both = (tint for tint in pale if serves(tint) and _on(scheme, colour, tint) >= TEXT + MARGIN)
    return next(both, next((tint for tint in pale[3:] if serves(tint)), pale[-1]))


def _light(scheme: ColourScheme, colour: Colour) -> Colour:
    """What is read on ink."""
    paper = lightness(scheme.hex(Colour("lt1")))
    return _first(_steps(colour, paper, range(30, 100, 5)), lambda c: _on(scheme, c, "dk1") >= TEXT + 0.5)


def _deep(scheme: ColourScheme, colour: Colour, tint: Colour) -> Colour:
    """The accent a good step away from the paper, read on its own tint and on cards."""
    return _first(
        _steps(colour, _far(scheme), range(24, 100, 4)),
        lambda c: min(_on(scheme, c, tint), _on(scheme, c, "lt2")) >= TEXT + MARGIN,
    )


def _far(scheme: ColourScheme) -> float:
    """The lightness on the side of the ink: 0 on light paper, 1 on dark."""
    return 0.0 if lightness(scheme.hex(Colour("lt1"))) > lightness(scheme.hex(Colour("dk1"))) else 1.0


def _steps(colour: Colour, light: float, shares: Iterable[int]) -> Iterable[Colour]:
    return (toward(colour, share / 100, light) for share in shares)


def _first(colours: Iterable[Colour], serves: Callable[[Colour], bool]) -> Colour:
    """The first that serves, else the last."""
    last = Colour("dk1")
    for last in colours:
        if serves(last):
            break
    return last


def _on(scheme: ColourScheme, colour: Colour, ground: Colour | str) -> float:
    below = Colour(ground) if isinstance(ground, str) else ground
    return contrast(scheme.rgb(colour), scheme.rgb(below))


def _shade(colour: Colour) -> Shade:
    return colour.sat_mod, colour.lum_mod, colour.lum_off
