"""Colours of the drawing markup with all their modifiers, as what they come to (ECMA-376 part 1, 20.1.2.3)."""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Self

from generator.notation.mixing import RGBA, named_colour
from generator.page.colour import ROLES, channels, digits
from generator.theme.foreign.markup import Element, at, local, number, parts, whole

USUAL_MAP: Mapping[str, str] = MappingProxyType(
    {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", **{role: role for role in ROLES[4:]}}
)
"""What a master without a colour map is taken to say."""
MAPPED = ("tx1", "bg1", "tx2", "bg2", *ROLES[4:])
"""What the roles of a colour scheme stand for in a master, in the order of `ROLES`."""
OFFICE = dict(
    zip(
        ROLES,
        ["000000", "FFFFFF", "44546A", "E7E6E6", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"],
        strict=True,
    )
)
"""What a theme that leaves a colour out is taken to mean."""
_SHORT = (("dk", "dark"), ("lt", "light"), ("med", "medium"))
_SYSTEM = MappingProxyType({"windowText": "000000", "window": "FFFFFF"})
_KINDS = frozenset({"srgbClr", "schemeClr", "sysClr", "prstClr", "hslClr", "scrgbClr"})
_HUE = 21_600_000
"""The units of a full circle, 60,000 a degree."""


@dataclass(frozen=True, slots=True)
class Tint:
    """A colour that may let through what is below; channels and alpha from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    @classmethod
    def of(cls, text: str) -> Self:
        """From six hexadecimal digits; black where they are none."""
        try:
            return cls(*channels(text))
        except ValueError:
            return cls(0.0, 0.0, 0.0)

    @property
    def hex(self) -> str:
        """Six hexadecimal digits, alpha left out."""
        return digits(self._rgb)

    @property
    def rgba(self) -> RGBA:
        """Four numbers up to 255."""
        red, green, blue, alpha = (
            round(min(1.0, max(0.0, part)) * 255) for part in (self.red, self.green, self.blue, self.alpha)
        )
        return red, green, blue, alpha

    def over(self, ground: str) -> str:
        """What it looks like on an opaque ground, both as six hexadecimal digits."""
        below, a = Tint.of(ground), self.alpha
        return Tint(*(up * a + low * (1 - a) for up, low in zip(self._rgb, below._rgb, strict=True))).hex

    @property
    def _rgb(self) -> tuple[float, float, float]:
        return self.red, self.green, self.blue


def scheme_colours(theme: Element | None) -> dict[str, str]:
    """The twelve colours of a theme by their own names."""
    found = dict(OFFICE)
    for child in parts(at(theme, "a:themeElements/a:clrScheme")):
        value = next((part for part in parts(child) if local(part) in _KINDS), None)
        if value is not None and local(child) in found:
            found[local(child)] = Palette(found, USUAL_MAP).tint(value).hex
    return found


@dataclass(frozen=True, slots=True)
class Palette:
    """A theme's colours under a colour map; `stand_in` is what a theme's own fills call the placeholder colour."""

    raw: Mapping[str, str]
    map: Mapping[str, str]
    stand_in: Tint | None = None

    def with_stand_in(self, colour: Tint | None) -> Self:
        """The same colours where `phClr` means `colour`."""
        return replace(self, stand_in=colour)

    def mapped(self, over: Element | None) -> Self:
        """The same colours under a layout's own map, if it has one."""
        own = at(over, "a:overrideClrMapping")
        return replace(self, map=colour_map(own)) if own is not None else self

    @property
    def roles(self) -> tuple[str, ...]:
        """What each role of a colour scheme comes to, in the order of `ROLES`."""
        return tuple(self.named(name) for name in MAPPED)

    def named(self, name: str) -> str:
        """A colour by its name in the map or in the theme."""
        return self.raw.get(self.map.get(name, name), "000000")

    def in_(self, found: Element | None) -> Tint | None:
        """The colour that stands in a tag such as `a:solidFill`; None where there is none."""
        value = next((part for part in parts(found) if local(part) in _KINDS), None)
        return self.tint(value) if value is not None else None

    def tint(self, value: Element) -> Tint:
        """What a colour tag comes to, modifiers and all."""
        colour = self._plain(value)
        for modifier in parts(value):
            colour = modified(colour, local(modifier), number(modifier, "val") / 100_000)
        return colour

    def _plain(self, value: Element) -> Tint:
        written = value.get("val", "")
        match local(value):
            case "schemeClr":
                return (self.stand_in or Tint.of("000000")) if written == "phClr" else Tint.of(self.named(written))
            case "sysClr":
                return Tint.of(value.get("lastClr") or _SYSTEM.get(written, "000000"))
            case "prstClr":
                return Tint.of(_preset(written))
            case "hslClr":
                hue, sat, light = whole(value, "hue") / _HUE, number(value, "sat") / 100_000, number(value, "lum") / 100_000
                return Tint(*colorsys.hls_to_rgb(hue, light, sat))
            case "scrgbClr":
                red, green, blue = (_bent(number(value, key) / 100_000) for key in ("r", "g", "b"))
                return Tint(red, green, blue)
            case _:
                return Tint.of(written)


def over(found: Element | None) -> tuple[tuple[str, str], ...]:
    """The whole map that a layout puts in place of its master's; empty where it does not, or where it says what is none."""
    own = at(found, "a:overrideClrMapping")
    if own is None:
        return ()
    said = colour_map(own)
    return tuple((name, said[name] if said[name] in ROLES else USUAL_MAP[name]) for name in USUAL_MAP)


def colour_map(found: Element | None) -> dict[str, str]:
    """What a colour map says, names it leaves out standing for themselves."""
    said = {str(key): str(value) for key, value in found.attrib.items()} if found is not None else {}
    return {**USUAL_MAP, **said}


def _preset(name: str) -> str:
    for short, long in _SHORT:
        if name.startswith(short) and name[len(short) : len(short) + 1].isupper():
            name = long + name[len(short) :]
    return named_colour(name.lower()) or "000000"


def modified(colour: Tint, kind: str, value: float) -> Tint:
    """A colour after one modifier; `value` is a share, hues count 1/100,000 of the file's units."""
    match kind:
        case "alpha" | "alphaMod" | "alphaOff":
            changed = replace(colour, alpha=_changed(colour.alpha, kind, value))
        case "shade":
            changed = _linear(colour, lambda part: part * value)
        case "tint":
            changed = _linear(colour, lambda part: part * value + 1 - value)
        case "comp" | "inv" | "gray" | "gamma" | "invGamma":
            changed = _whole(colour, kind)
        case _ if kind.startswith(("lum", "sat", "hue")):
            changed = _hsl(colour, kind, value)
        case _ if kind.startswith(("red", "green", "blue")):
            changed = _channel(colour, kind, value)
        case _:
            changed = colour
    return changed


def _changed(old: float, kind: str, value: float) -> float:
    """A part after a modifier that sets it, multiplies it or adds to it; from 0 to 1."""
    new = old * value if kind.endswith("Mod") else old + value if kind.endswith("Off") else value
    return min(1.0, max(0.0, new))


def _channel(colour: Tint, kind: str, value: float) -> Tint:
    def part(name: str, old: float) -> float:
        return _bent(_changed(_straight(old), kind, value)) if kind.startswith(name) else old

    return Tint(part("red", colour.red), part("green", colour.green), part("blue", colour.blue), colour.alpha)


def _whole(colour: Tint, kind: str) -> Tint:
    """Modifiers without a value."""
    if kind == "comp":
        hue, light, sat = colorsys.rgb_to_hls(colour.red, colour.green, colour.blue)
        return Tint(*colorsys.hls_to_rgb((hue + 0.5) % 1, light, sat), colour.alpha)
    if kind == "gray":
        grey = 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue
        return Tint(grey, grey, grey, colour.alpha)
    change = {"inv": lambda part: _bent(1 - _straight(part)), "gamma": _bent, "invGamma": _straight}[kind]
    return Tint(change(colour.red), change(colour.green), change(colour.blue), colour.alpha)


def _linear(colour: Tint, change: Callable[[float], float]) -> Tint:
    """Shades and tints mix light, not numbers."""
    red, green, blue = (_bent(change(_straight(part))) for part in (colour.red, colour.green, colour.blue))
    return Tint(red, green, blue, colour.alpha)


def _hsl(colour: Tint, kind: str, value: float) -> Tint:
    hue, light, sat = colorsys.rgb_to_hls(colour.red, colour.green, colour.blue)
    if kind.startswith("hue"):
        turn = value if kind == "hueMod" else value * 100_000 / _HUE
        hue = hue * turn if kind == "hueMod" else hue + turn if kind == "hueOff" else turn
    else:
        light = _changed(light, kind, value) if kind.startswith("lum") else light
        sat = _changed(sat, kind, value) if kind.startswith("sat") else sat
    return Tint(*colorsys.hls_to_rgb(hue % 1, light, sat), colour.alpha)


def _straight(part: float) -> float:
    """A channel of sRGB as an amount of light."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _bent(light: float) -> float:
    """An amount of light as a channel of sRGB."""
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)
