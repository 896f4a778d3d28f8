"""The tiles of covers and dividers: a fixed pattern for each subject, as native shapes.

A tile is three letters: its ground, its figure, the figure's colour.
Colours: 1 2 3 night tones, r role, d deep, l light. Figures: a b c d quarter circles (centre top left, top right, bottom
right, bottom left), o circle, r ring, i dot, e f leaves, - none.
"""

from __future__ import annotations

from generator.geometry import Box
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import Item, Stroke
from generator.page.shapes import Command, Ellipse, Path, Verb

PATTERNS = (
    (("2br", "1ad", "roD"), ("1rl", "ra2", "2er"), ("rc1", "1ad", "3bl"), ("2dd", "1il", "rel")),
    (("1cr", "2o3", "rb1"), ("ra2", "1rl", "2dl"), ("1er", "rc3", "dol"), ("2br", "1ad", "rel")),
    (("ra1", "2cr", "1rl"), ("1ed", "rb2", "2ar"), ("2ol", "1cr", "rd3"), ("1br", "ril", "2fl")),
    (("2er", "rd1", "1cl"), ("1bd", "2rl", "ra3"), ("ro1", "1fr", "2dl"), ("1ar", "rc2", "ril")),
    (("1dr", "ro2", "2bl"), ("rc1", "1ed", "3rl"), ("2ar", "rb3", "1dr"), ("1il", "2fr", "rel")),
    (("rb2", "1rl", "2cr"), ("1ar", "2ed", "ro3"), ("rd1", "3bl", "1fr"), ("2cr", "ril", "1al")),
)
ROWS = 4
"""Rows of tiles, whatever the height of the slide."""
_ARC = 0.5522847498
"""Length of a Bézier handle that draws a quarter of a unit circle."""


def tiles(kit: Kit, how: tuple[int, bool], corner: Box, columns: int) -> tuple[Item, ...]:
    """The last `columns` columns of a pattern (1-6) for a dark page or a light one, square tiles filling `corner`."""
    pattern, dark = how
    rows = PATTERNS[(pattern - 1) % len(PATTERNS)]
    side = corner.h / len(rows)
    items: list[Item] = []
    for y, row in enumerate(rows):
        for x, code in enumerate(row[-columns:]):
            box = Box(corner.x + side * x, corner.y + side * y, side, side)
            items.extend(_tile(kit, f"tile-{y + 1}-{x + 1}", box, (code, dark)))
    return tuple(items)


def _tile(kit: Kit, name: str, box: Box, drawn: tuple[str, bool]) -> list[Item]:
    code, dark = drawn
    ground, figure, colour = tuple(code)
    shapes: list[Item] = [kit.shape(name, box, fill=_colour(kit, ground, dark))]
    shade = _colour(kit, colour, dark)
    match figure:
        case "a" | "b" | "c" | "d":
            shapes.append(kit.shape(f"{name}-quarter", box, quarter("abcd".index(figure)), fill=shade))
        case "e" | "f":
            shapes.append(kit.shape(f"{name}-leaf", box, _leaf(figure == "f"), fill=shade))
        case "o":
            shapes.append(kit.shape(f"{name}-circle", box, Ellipse(), fill=shade))
        case "i":
            shapes.append(kit.shape(f"{name}-dot", box.centred(box.w * 0.44, box.h * 0.44), Ellipse(), fill=shade))
        case "r":
            ring = box.centred(box.w * 0.72, box.h * 0.72)
            shapes.append(kit.shape(f"{name}-ring", ring, Ellipse(), stroke=Stroke(shade, box.w * 0.14)))
    return shapes


def _colour(kit: Kit, letter: str, dark: bool) -> Colour:
    match letter.lower():
        case "r":
            return kit.accent
        case "d":
            return kit.theme.shade("deep", kit.role)
        case "l":
            return kit.light()
        case digit if dark:
            return kit.theme.named[f"night{digit}"]
        case digit:
            return kit.tint() if digit == "1" else kit.surface


def quarter(turn: int) -> Path:
    """A quarter of a circle whose centre is corner `turn`, clockwise from the top left."""
    points = ((0.0, 0.0), (1.0, 0.0), (1.0, _ARC), (_ARC, 1.0), (0.0, 1.0))
    start, first, one, two, last = (_turned(p, turn) for p in points)
    return Path(
        (Command(Verb.MOVE, (start,)), Command(Verb.LINE, (first,)), Command(Verb.CURVE, (one, two, last)), Command(Verb.CLOSE)),
        1,
        1,
    )


def _turned(point: tuple[float, float], turn: int) -> tuple[float, float]:
    x, y = point
    for _ in range(turn):
        x, y = 1 - y, x
    return x, y


def _leaf(mirrored: bool) -> Path:
    """A square with two opposite corners rounded by half its side."""
    r, k = 0.5, 0.5 * (1 - _ARC)
    points = [
        (0.0, 0.0),
        (1 - r, 0.0),
        (1 - k, 0.0),
        (1.0, k),
        (1.0, r),
        (1.0, 1.0),
        (r, 1.0),
        (k, 1.0),
        (0.0, 1 - k),
        (0.0, 1 - r),
    ]
    if mirrored:
        points = [(1 - x, y) for x, y in points]
    p = points
    return Path(
        (
            Command(Verb.MOVE, (p[0],)),
            Command(Verb.LINE, (p[1],)),
            Command(Verb.CURVE, (p[2], p[3], p[4])),
            Command(Verb.LINE, (p[5],)),
            Command(Verb.LINE, (p[6],)),
            Command(Verb.CURVE, (p[7], p[8], p[9])),
            Command(Verb.CLOSE),
        ),
        1,
        1,
    )
