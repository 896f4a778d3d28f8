"""How values are written in a dump: colours, boxes, lengths, words."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.geometry import Box, Length
from generator.page.colour import Colour
from generator.page.items import (
    Stroke,
)


def colour(colour: Colour) -> str:
    """A role and how it is shaded."""
    parts = (("sat", colour.sat_mod, 100), ("lum", colour.lum_mod, 100), ("off", colour.lum_off, 0))
    return colour.role + "".join(f"/{name}{value}" for name, value, usual in parts if value != usual)


def stroke(stroke: Stroke) -> str:
    """Colour and width."""
    return f"{colour(stroke.colour)},{decimal(stroke.width.pt, 2)}" + (",dashed" if stroke.dashed else "")


def box(box: Box) -> str:
    """Its place and size in points."""
    return f"[{pt(box.x)},{pt(box.y)} {pt(box.w)}x{pt(box.h)} pt]"


def pt(length: Length) -> str:
    """A length in points."""
    return decimal(length.pt)


def decimal(value: float, digits: int = 1) -> str:
    """Rounded, without a needless fraction or a negative zero."""
    rounded = round(value, digits) + 0.0
    return str(int(rounded)) if rounded.is_integer() else str(rounded)


def quoted(text: str) -> str:
    """A text in quotes, on one line."""
    return json.dumps(text, ensure_ascii=False)


def joined(*parts: str) -> str:
    """The parts that say something, with blanks between."""
    return " ".join(part for part in parts if part)


def indented(lines: Iterator[str]) -> Iterator[str]:
    """Lines of what is part of the line above."""
    return (f"  {line}" for line in lines)
