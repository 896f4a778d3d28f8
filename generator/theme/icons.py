"""Icons by name from the Lucide set, as paths on a 24 x 24 grid, to be stroked with round ends."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from importlib.resources import as_file, files

from generator.notation.outlines import drawing
from generator.page.shapes import Command, Path, Verb

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
    return Path(tuple(Command(Verb(verb), points) for verb, points in drawing(_drawings()[name])), GRID, GRID)
