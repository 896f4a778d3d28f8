"""How an SVG paints a shape: inherited fills, strokes and transformations, as far as they are flat and plain."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Self

from lxml import etree
from PIL import ImageColor

from generator.notation.outlines import IDENTITY, Matrix, Segment, combined

MOST = 1_000_000.0
"""The largest number a drawing may use."""
_TRANSFORM = re.compile(r"\s*,?\s*([a-zA-Z]+)\s*\(([^()]*)\)\s*")
_FLAT = "give it a flat colour; or export the picture as a PNG"
_PLAIN: Mapping[str, tuple[tuple[str, ...], str]] = MappingProxyType(
    {
        "opacity": (("1", "1.0", "100%"), "mix the colour it shows, and make it opaque"),
        "fill-opacity": (("1", "1.0", "100%", "0"), "mix the colour it shows, and make it opaque"),
        "stroke-opacity": (("1", "1.0", "100%", "0"), "mix the colour it shows, and make it opaque"),
        "clip-path": (("none",), "cut the shapes in the drawing program; or export the picture as a PNG"),
        "mask": (("none",), "cut the shapes in the drawing program; or export the picture as a PNG"),
        "filter": (("none",), "leave shadows and blurs out; or export the picture as a PNG"),
        "mix-blend-mode": (("normal",), _FLAT),
        "stroke-dasharray": (("none",), "draw each dash as a line of its own"),
        "stroke-linecap": (("butt", "round"), "use butt or round ends"),
        "stroke-linejoin": (("miter", "round", "miter-clip"), "use pointed or round corners"),
        "marker": (("none",), "convert the marker to a path"),
        "marker-start": (("none",), "convert the marker to a path"),
        "marker-mid": (("none",), "convert the marker to a path"),
        "marker-end": (("none",), "convert the marker to a path"),
    }
)
"""What a property may be so that a native shape looks the same, and the way out where it is something else."""


class Refused(Exception):
    """A drawing cannot be drawn as native shapes; carries what a finding says."""

    def __init__(self, where: etree._Element, code: str, message: str, hint: str) -> None:
        self.line = line_of(where)
        self.code, self.message, self.hint = code, message, hint
        super().__init__(message)


def line_of(found: etree._Element) -> int:
    """The line a part of a drawing starts in."""
    line = found.sourceline
    return line if isinstance(line, int) else 1


@dataclass(frozen=True, slots=True)
class Painting:
    """What a shape is painted with; colours are six hexadecimal digits."""

    fill: str | None = "000000"
    stroke: str | None = None
    width: float = 1.0
    even_odd: bool = False
    round_caps: bool = False
    round_joins: bool = False
    hidden: bool = False
    current: str = "000000"
    """What `currentColor` stands for."""

    def under(self, found: etree._Element) -> Self:
        """The painting of what stands in `found`. Raises Refused for what is not flat and plain."""
        said = _said(found)
        for key, (usual, hint) in _PLAIN.items():
            if said.get(key, usual[0]) not in usual:
                raise Refused(found, "C044", f"{key!r} is {said[key]!r}, which no native shape shows alike", hint)
        current = _colour(said["color"], self.current, found) or self.current if "color" in said else self.current
        fill = _colour(said["fill"], current, found) if "fill" in said else self.fill
        stroke = _colour(said["stroke"], current, found) if "stroke" in said else self.stroke
        return replace(
            self,
            fill=None if said.get("fill-opacity") == "0" else fill,
            stroke=None if said.get("stroke-opacity") == "0" else stroke,
            width=number(said.get("stroke-width", ""), found, self.width),
            even_odd=said["fill-rule"] == "evenodd" if "fill-rule" in said else self.even_odd,
            round_caps=said["stroke-linecap"] == "round" if "stroke-linecap" in said else self.round_caps,
            round_joins=said["stroke-linejoin"] == "round" if "stroke-linejoin" in said else self.round_joins,
            hidden=said.get("display") == "none" or said.get("visibility", "hidden" if self.hidden else "") == "hidden",
            current=current,
        )

    def scaled(self, matrix: Matrix, found: etree._Element) -> float:
        """The stroke's width after a transformation. Raises Refused where it would be wider one way than the other."""
        a, b, c, d, _, _ = matrix
        across, down = math.hypot(a, b), math.hypot(c, d)
        skewed = abs(a * c + b * d) > 0.02 * across * down
        if self.stroke and (skewed or abs(across - down) > 0.02 * max(across, down)):
            hint = "convert the stroke to a path in the drawing program"
            raise Refused(found, "C044", "the stroke is stretched more one way than the other", hint)
        return self.width * math.sqrt(across * down)

    def soft(self, segments: tuple[Segment, ...]) -> bool:
        """Whether strokes are drawn round: as corners are on closed outlines, as ends are on open ones."""
        return self.round_joins if segments[-1][0] == "close" else self.round_caps


def _said(found: etree._Element) -> dict[str, str]:
    """An attribute or a declaration of `style` for each property, the latter before the former."""
    said = {str(key): str(value).strip() for key, value in found.attrib.items() if not str(key).startswith("{")}
    for declaration in said.pop("style", "").split(";"):
        key, _, value = declaration.partition(":")
        said[key.strip()] = value.replace("!important", "").strip()
    return {key: value for key, value in said.items() if value and value != "inherit"}


def _colour(value: str, current: str, found: etree._Element) -> str | None:
    if value in ("none", "transparent"):
        return None
    if value.lower() == "currentcolor":
        return current
    if "url(" in value:
        raise Refused(found, "C044", f"the paint {value!r} is a gradient or pattern", _FLAT)
    try:
        parts = ImageColor.getrgb(value.replace(" ", "") if value.startswith("rgb") else value)
    except ValueError:
        raise Refused(found, "C044", f"{value!r} is no colour", "write it as # and six hexadecimal digits") from None
    if len(parts) == 4 and parts[3] != 255:
        raise Refused(found, "C044", f"the colour {value!r} lets through what is below", _FLAT)
    return "".join(f"{part:02X}" for part in parts[:3])


def number(text: str, found: etree._Element, usual: float | None = None) -> float:
    """A number of user units; `usual` where nothing is written. Raises Refused (C045)."""
    text = text.strip().removesuffix("px")
    if not text and usual is not None:
        return usual
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not abs(value) <= MOST:
        raise Refused(found, "C045", f"{text!r} is no number a drawing can use", "write plain numbers, without units")
    return value


def transform(found: etree._Element) -> Matrix:
    """What the `transform` of a shape or group does. Raises Refused (C045)."""
    matrix, text, at = IDENTITY, found.get("transform", "").strip(), 0
    while at < len(text):
        match = _TRANSFORM.match(text, at)
        step = _step(match[1], [number(v, found) for v in match[2].replace(",", " ").split()]) if match else None
        if match is None or step is None:
            hint = "use translate, scale, rotate, skewX, skewY or matrix"
            raise Refused(found, "C045", f"transform {text[at:][:40]!r} cannot be read", hint)
        matrix, at = combined(matrix, step), match.end()
    return matrix


def _step(name: str, values: list[float]) -> Matrix | None:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return a, b, c, d, e, f
        case "translate", [x, *rest] if len(rest) < 2:
            return 1.0, 0.0, 0.0, 1.0, x, rest[0] if rest else 0.0
        case "scale", [x, *rest] if len(rest) < 2:
            return x, 0.0, 0.0, rest[0] if rest else x, 0.0, 0.0
        case "rotate" | "skewX" | "skewY", [angle, *centre] if len(centre) in ((0, 2) if name == "rotate" else (0,)):
            return _turned(name, math.radians(angle), centre or [0.0, 0.0])
        case _:
            return None


def _turned(name: str, angle: float, centre: list[float]) -> Matrix:
    if name != "rotate":
        return (1.0, 0.0, math.tan(angle), 1.0, 0.0, 0.0) if name == "skewX" else (1.0, math.tan(angle), 0.0, 1.0, 0.0, 0.0)
    c, s, (x, y) = math.cos(angle), math.sin(angle), centre
    return combined(combined((1.0, 0.0, 0.0, 1.0, x, y), (c, s, -s, c, 0.0, 0.0)), (1.0, 0.0, 0.0, 1.0, -x, -y))
