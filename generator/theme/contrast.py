"""Whether a theme can be read: every text role on every ground that it stands on, in colour and as a grey printer shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from generator.errors import Findings
from generator.page.colour import ACCENTS, RGB, Colour, ColourScheme, contrast
from generator.source import Span
from generator.theme.look import Band
from generator.theme.tokens import Theme

TEXT, LARGE = 4.5, 3.0
"""The contrast that text needs, and text from 24 points on."""
APART, NEAR = 0.12, 0.05
"""How far (in OKLab) the colours of roles are from each other, and from those of good and warn, so that they have two names."""
TOP_TYPE = 28
"""Points: titles of slides are at least as large."""
NAMES = dict(zip(ACCENTS, ("the first role", "the second role", "the third role", "good", "warn", "neutral"), strict=True))


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and a ground that it stands on, both in words too."""

    text: Colour
    ground: Colour
    said: str
    least: float = TEXT


def pairs_of(theme: Theme) -> Iterator[Pair]:
    """Every text role on every ground it is used on."""
    ink, quiet, paper, surface = Colour("dk1"), Colour("dk2"), Colour("lt1"), Colour("lt2")
    soft = Colour("lt1", lum_mod=85)
    for text, name in ((ink, "ink"), (quiet, "quiet ink")):
        yield Pair(text, paper, f"{name} on paper")
        yield Pair(text, surface, f"{name} on surface")
        for role in ACCENTS:
            yield Pair(text, theme.shade("tint", role), f"{name} on the tint of {NAMES[role]}")
    yield Pair(paper, ink, "paper on ink")
    yield Pair(soft, ink, "soft text on ink")
    yield Pair(Colour("hlink"), paper, "links on paper")
    for role in ACCENTS:
        yield from _of_role(theme, role)


def _of_role(theme: Theme, role: str) -> Iterator[Pair]:
    colour, name, tint = Colour(role), NAMES[role], theme.shade("tint", role)
    yield Pair(colour, Colour("lt1"), f"{name} on paper")
    yield Pair(Colour("lt1"), colour, f"paper on {name}")
    yield Pair(theme.shade("light", role), Colour("dk1"), f"the light shade of {name} on ink")
    if role != ACCENTS[-1]:
        yield Pair(colour, Colour("lt2"), f"{name} on surface")
        yield Pair(colour, tint, f"{name} on its tint")
    if theme.look.band is Band.ROLE:
        yield Pair(Colour("lt1", lum_mod=95), colour, f"text of a sheet’s band on {name}")


def check_theme(theme: Theme, span: Span, findings: Findings) -> None:
    """M060, M061 where a text is too pale in colour or in grey, M062 where two roles look alike, M063 for type out of order."""
    _check_contrast(theme, span, findings, "")
    if theme.on_paper:
        _check_contrast(theme.on_paper, span, findings, " of sheets")
    _check_roles(theme.scheme, span, findings)
    _check_type(theme, span, findings)


def _check_contrast(theme: Theme, span: Span, findings: Findings, where: str) -> None:
    scheme = theme.scheme
    for pair in pairs_of(theme):
        text, ground = scheme.rgb(pair.text), scheme.rgb(pair.ground)
        found = contrast(text, ground)
        if found < pair.least:
            told = f"{pair.said}{where} has a contrast of {found:.1f}; {pair.least:g} are needed"
            findings.error("M060", span, told, _way_out(scheme, pair, grey=False))
        elif (found := contrast(grey(text), grey(ground))) < pair.least:
            told = f"{pair.said}{where} has a contrast of {found:.1f} on a grey print; {pair.least:g} are needed"
            findings.error("M061", span, told, _way_out(scheme, pair, grey=True))


def grey(rgb: RGB) -> RGB:
    """The grey that a printer without colours makes of it (ITU-R BT.601)."""
    level = 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]
    return level, level, level


def _way_out(scheme: ColourScheme, pair: Pair, *, grey: bool) -> str:
    """The nearest lightness of the text's own colour, or of the ground's, that would do."""
    for moved, fixed in ((pair.text, pair.ground), (pair.ground, pair.text)):
        plain = (moved.sat_mod, moved.lum_mod, moved.lum_off) == (100, 100, 0)
        value = _nearest(scheme, moved, scheme.rgb(fixed), pair.least, grey) if plain else ""
        if value:
            return f'set {moved.role} to "{value}" (now {scheme.hex(moved)})'
    return f"change the shade of {pair.text.role} or of {pair.ground.role}: `light` lighter, `tint` paler"


def _nearest(scheme: ColourScheme, moved: Colour, fixed: RGB, least: float, in_grey: bool) -> str:
    for step in range(1, 61):
        for tried in (Colour(moved.role, 100, 100 - step), Colour(moved.role, 100, 100 - step, step)):
            rgb = scheme.rgb(tried)
            found = contrast(rgb, fixed)
            if min(found, contrast(grey(rgb), grey(fixed)) if in_grey else found) >= least + 0.1:
                return scheme.hex(tried)
    return ""


def _check_roles(scheme: ColourScheme, span: Span, findings: Findings) -> None:
    for one, other in combinations(ACCENTS[:5], 2):
        least = APART if other in ACCENTS[:3] else NEAR
        found = distance(scheme.rgb(Colour(one)), scheme.rgb(Colour(other)))
        if found < least:
            message = (
                f"the colours of {NAMES[one]} and {NAMES[other]} ({one}, {other}) are {found:.2f} apart; {least:g} are needed"
            )
            findings.error(
                "M062", span, message, "choose another hue for one of them: a third of the colour circle away is plenty"
            )


def distance(one: RGB, other: RGB) -> float:
    """How different two colours look: their distance in OKLab, where black and white are 1 apart."""
    return float(sum((a - b) ** 2 for a, b in zip(_oklab(one), _oklab(other), strict=True)) ** 0.5)


def _oklab(rgb: RGB) -> RGB:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _check_type(theme: Theme, span: Span, findings: Findings) -> None:
    look = theme.look
    if look.title.sizes[-1] < TOP_TYPE:
        message = f"slide titles may come down to {look.title.sizes[-1]:g} points, below {TOP_TYPE}"
        findings.error("M063", span, message, f"let `type.title.sizes` end at {TOP_TYPE} or more; long titles take another line")
    for name, sizes in (("cover", look.cover.sizes), ("divider", look.divider.sizes)):
        if sizes[0] <= look.title.sizes[0]:
            message = f"titles of the {name} ({sizes[0]:g} points) are no larger than those of slides ({look.title.sizes[0]:g})"
            findings.error("M063", span, message, f"begin `type.{name}.sizes` with 44, 60 or 80")
