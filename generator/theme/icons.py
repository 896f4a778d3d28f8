"""Icons by name from the Lucide set, as paths on a 24 x 24 grid, to be stroked with round ends."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from importlib.resources import as_file, files

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import SVGPath

from generator.page.items import Command, Path, Verb

GRID = 24
STROKE = 1.7 / GRID
"""Stroke width as a share of the icon's size."""


@lru_cache(maxsize=1)
def _drawings() -> dict[str, str]:
    with as_file(files("lucide") / "data" / "lucide-icons.db") as path:
        connection = sqlite3.connect(f"file:{path.as_posix()}?mode=ro&immutable=1", uri=True)
        try:
            return dict(connection.execute("select name, svg from icons"))
        finally:
            connection.close()


def icon_names() -> frozenset[str]:
    """Every name the set knows."""
    return frozenset(_drawings())


@lru_cache(maxsize=512)
def icon(name: str) -> Path:
    """The strokes of an icon. Raises KeyError for an unknown name."""
    pen = RecordingPen()
    SVGPath.fromstring(_drawings()[name].encode(), transform=(1, 0, 0, 1, 0, 0)).draw(pen)
    commands: list[Command] = []
    at = (0.0, 0.0)
    for verb, points in pen.value:
        commands.extend(_commands(verb, points, at))
        at = points[-1] if points else at
    return Path(tuple(commands), GRID, GRID)


def _commands(verb: str, points: tuple[tuple[float, float], ...], at: tuple[float, float]) -> list[Command]:
    match verb:
        case "moveTo":
            return [Command(Verb.MOVE, (points[0],))]
        case "lineTo":
            return [Command(Verb.LINE, (points[0],))]
        case "curveTo":
            return [Command(Verb.CURVE, tuple(points))]
        case "qCurveTo":
            return [Command(Verb.CURVE, _cubic(at, points[0], points[-1]))]
        case "closePath":
            return [Command(Verb.CLOSE)]
        case _:
            return []


def _cubic(start: tuple[float, float], control: tuple[float, float], end: tuple[float, float]) -> tuple[tuple[float, float], ...]:
    """A quadratic curve as the cubic that draws the same line."""

    def toward(point: tuple[float, float]) -> tuple[float, float]:
        return point[0] + 2 / 3 * (control[0] - point[0]), point[1] + 2 / 3 * (control[1] - point[1])

    return toward(start), toward(end), end
