"""A template's colours for our roles: ink, paper, surface and six accents that can be read on the ground that really lies there.

What the template chose itself is kept where it can be read; else one of its own text colours, or a shade of its accent.
"""

from __future__ import annotations

import colorsys
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.page.colour import ACCENTS, ROLES, Colour, ColourScheme, channels, contrast
from generator.page.colour import lightness as lightness_of

TEXT, INK = 4.5, 7.0
"""The contrast that texts must have, and that the ink of ordinary texts should have."""
PRINTED = 5.4
"""That of accents on sheets, which also stand on their own tint and bear the softened paper of a band's small print."""
MARGIN = 0.15
"""Above the limit, since shades are whole percentages."""
FEW = 0.10
"""The saturation below which an accent counts as grey."""
ALIKE = 0.16
"""How near two accents may be (in red, green and blue between 0 and 1) and still be told apart."""


def lightness(value: str) -> float:
    """How light six hexadecimal digits are, between 0 and 1."""
    return lightness_of(channels(value))


def toward(colour: Colour, share: float, light: float) -> Colour:
    """A colour, so much of the way to a lightness."""
    keep = 1 - share
    return replace(colour, lum_mod=round(colour.lum_mod * keep), lum_off=round(colour.lum_off * keep + light * share * 100))


@dataclass(frozen=True, slots=True)
class Ground:
    """What texts stand on: a scheme and the colour of the paper in it."""

    scheme: ColourScheme
    paper: Colour

    @property
    def value(self) -> str:
        """The paper as six hexadecimal digits."""
        return self.scheme.hex(self.paper)

    @property
    def light(self) -> float:
        """How light the paper is."""
        return lightness(self.value)

    @property
    def far(self) -> float:
        """The lightness that stands out most: 0 on light paper, 1 on dark."""
        rgb = channels(self.value)
        return 0.0 if contrast(rgb, (0, 0, 0)) >= contrast(rgb, (1, 1, 1)) else 1.0

    def against(self, colour: Colour) -> float:
        """The contrast of a colour with the paper."""
        return contrast(self.scheme.rgb(colour), self.scheme.rgb(self.paper))

    def readable(self, colour: Colour, least: float = TEXT) -> Colour:
        """The colour, or the first shade of it away from the paper that reaches a contrast; the farthest where none does."""
        if self.against(colour) >= least:
            return colour
        shades = [toward(colour, step / 20, self.far) for step in range(1, 21)]
        return next((shade for shade in shades if self.against(shade) >= least + MARGIN), shades[-1])


def named(scheme: ColourScheme, value: str) -> Colour:
    """The role of a scheme that is of this colour; else the colour as it is."""
    known = {each.upper(): role for role, each in reversed(list(zip(ROLES, scheme.values, strict=True)))}
    role = known.get(value.upper())
    return Colour(role) if role else Colour(f"#{value.upper()}")


def ink_on(ground: Ground, wished: Iterable[Colour], least: float = INK) -> Colour:
    """The first of the wished and the scheme's text colours that is read well, else a shade of the first that can be read."""
    own = [*wished, *(Colour(role) for role in ("dk1", "lt1", "dk2", "lt2"))]
    good = next((colour for colour in own if ground.against(colour) >= least), None)
    if good is not None:
        return good
    first = next((colour for colour in own if ground.against(colour) >= TEXT), None)
    farther = ground.readable(first, least) if first else max(own, key=ground.against)
    plain = Colour("#000000" if ground.far == 0 else "#FFFFFF")
    return farther if ground.against(farther) >= TEXT else plain


def semantic(ground: Ground, wished: Colour | None, told: Mapping[str, Colour], least: float = TEXT) -> dict[str, Colour]:
    """Our roles as colours of the file on this ground. `wished` is what its body text is in; `told` what a person says;
    `least` the contrast of accents."""
    ink = told.get("dk1") or ink_on(ground, [wished] if wished else [])
    roles = {"dk1": ink, "lt1": ground.paper, "dk2": told.get("dk2") or _quiet(ground, ink), "lt2": _surface(ground, ink)}
    roles.update(zip(ACCENTS, _accents(ground, roles, told, least), strict=True))
    roles["hlink"] = ground.readable(Colour("hlink"), TEXT)
    roles["folHlink"] = ground.readable(Colour("folHlink"), TEXT)
    return {**roles, **{role: colour for role, colour in told.items() if role != "lt1"}}


def _quiet(ground: Ground, ink: Colour) -> Colour:
    """Between ink and paper, with contrast to spare."""
    shades = (toward(ink, share / 20, ground.light) for share in range(9, -1, -1))
    return next((shade for shade in shades if ground.against(shade) >= TEXT + 1.2), ink)


def _surface(ground: Ground, ink: Colour) -> Colour:
    """Where cards stand: the template's second ground if it lies next to the paper, else a slight shade of the paper."""
    for own in (Colour("lt2"), Colour("lt1"), Colour("dk2")):
        beside = Ground(ground.scheme, own)
        if 1.04 <= ground.against(own) <= 1.3 and beside.against(ink) >= INK and _greyness(ground.scheme.hex(own)) < 0.5:
            return own
    steps = [toward(ground.paper, share / 100, ground.far) for share in (5, 7, 9, 11, 13, 15)]
    return next((step for step in steps if ground.against(step) >= 1.1), steps[-1])


def _greyness(value: str) -> float:
    return colorsys.rgb_to_hls(*channels(value))[2]


def _accents(ground: Ground, roles: Mapping[str, Colour], told: Mapping[str, Colour], least: float) -> Iterator[Colour]:
    """Three colours to tell roles apart, a good, a warning and a neutral one."""
    own = _usable(ground, least)
    three: list[Colour] = []
    for number in range(3):
        three.append(told.get(ACCENTS[number]) or _next(ground, own, three, ACCENTS[number]))
    yield from three
    yield _hued(ground, own, (0.2, 0.5)) or three[0]
    yield _hued(ground, own, (-0.06, 0.13)) or three[1]
    neutral = (toward(roles["dk1"], share / 20, ground.light) for share in range(12, -1, -1))
    yield next((shade for shade in neutral if ground.against(shade) >= least + MARGIN), roles["dk1"])


def _usable(ground: Ground, least: float) -> list[Colour]:
    """The file's accents that are colours, each so that it can be read on the paper."""
    return [
        ground.readable(Colour(role), least)
        for role in ACCENTS
        if _greyness(ground.scheme.hex(Colour(role))) > FEW and _inked(ground, role)
    ]


def _inked(ground: Ground, role: str) -> bool:
    """Whether an accent is neither nearly black nor nearly white."""
    return 0.06 < lightness(ground.scheme.hex(Colour(role))) < 0.96


def _next(ground: Ground, own: list[Colour], taken: list[Colour], role: str) -> Colour:
    """The file's accent of that name, else its next one that is not taken; else a shade of one that is."""
    ordered = sorted(own, key=lambda colour: (colour.role != role, own.index(colour)))
    for colour in ordered:
        if all(_distance(ground, colour, other) > ALIKE for other in taken):
            return colour
    shades = [toward(colour, share, ground.far) for share in (0.35, 0.55) for colour in taken]
    shades += [toward(Colour(name), share, ground.far) for share in (0.0, 0.25) for name in ("dk2", "lt2", "dk1", "lt1")]
    readable = [ground.readable(shade) for shade in shades]
    free = (shade for shade in readable if all(_distance(ground, shade, other) > ALIKE for other in taken))
    return next(free, readable[0])


def _distance(ground: Ground, one: Colour, other: Colour) -> float:
    pairs = zip(ground.scheme.rgb(one), ground.scheme.rgb(other), strict=True)
    return math.sqrt(sum((a - b) ** 2 for a, b in pairs))


def _hued(ground: Ground, own: list[Colour], hues: tuple[float, float]) -> Colour | None:
    """The first accent between two hues (0 red, a third green)."""
    for colour in own:
        hue = colorsys.rgb_to_hls(*ground.scheme.rgb(colour))[0]
        if any(hues[0] <= value <= hues[1] for value in (hue, hue - 1)):
            return colour
    return None
