"""Picture files of any sort: pixels or a drawing, by the end of their names."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TypeAlias

from generator.errors import Findings
from generator.notation.pictures import Raster, read_raster
from generator.notation.svg import Drawing, read_svg
from generator.source import Span

SUFFIXES = (".png", ".jpg", ".jpeg", ".svg")

Media: TypeAlias = Raster | Drawing


def read_media(data: bytes, path: str, findings: Findings) -> Media | None:
    """The picture in a file; None and findings (C008, C040 to C045) where there is none that can be shown."""
    match PurePosixPath(path).suffix.lower():
        case ".svg":
            return read_svg(data, path, findings)
        case ".png" | ".jpg" | ".jpeg":
            return read_raster(data, path, findings)
        case suffix:
            hint = "pictures are PNG, JPEG or SVG files, and their names say so"
            findings.error("C040", Span(path), f"{path!r} ends in {suffix or 'nothing'!r}, which is no kind of picture", hint)
            return None
