"""How wide text is: advance widths, without kerning, of the faces that will be used."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fontTools.ttLib import TTFont

from generator.geometry import EMU_PER_PT, Length
from generator.page.pages import Face
from generator.page.text import Family, Style

SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Advances:
    """Advance widths of one face, in thousandths of the size, by character."""

    widths: Mapping[str, float] = field(repr=False)
    missing: float


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """Measures text in the faces of a theme."""

    advances: Mapping[tuple[Family, bool, bool], Advances]
    covered: frozenset[str] = field(default_factory=frozenset, repr=False)

    @classmethod
    def of(cls, faces: Iterable[Face]) -> Measure:
        """Read the advance widths of `faces`; a missing style falls back to bold, then to the regular body face."""
        table = {(face.family, face.bold, face.italic): _advances(face) for face in faces}
        covered = frozenset(table[Family.BODY, False, False].widths)
        return cls(table, covered)

    def face(self, style: Style) -> Advances:
        """The widths to use for a style."""
        family = Family.BODY if style.family is Family.HEADING else style.family
        for key in ((family, style.bold, style.italic), (family, style.bold, False), (Family.BODY, style.bold, False)):
            if key in self.advances:
                return self.advances[key]
        return self.advances[Family.BODY, False, False]

    def widths(self, text: str, style: Style) -> list[int]:
        """The advance of each character, in EMU."""
        face = self.face(style)
        scale = style.size.emu / 1000
        tracking = style.tracking.emu
        known, missing = face.widths, face.missing
        return [0 if c in "\n\u00ad" else round(known.get(c, missing) * scale) + tracking for c in text]

    def width(self, text: str, style: Style) -> Length:
        """How wide `text` is on one line."""
        return Length(sum(self.widths(text, style)))

    def uncovered(self, text: str) -> str:
        """The characters of `text` that the body face lacks, each once."""
        return "".join(sorted({c for c in text if c not in self.covered and c not in "\n\u00ad"}))


def _advances(face: Face) -> Advances:
    font = TTFont(io.BytesIO(face.data), lazy=True)
    scale = 1000 / font["head"].unitsPerEm
    metrics = font["hmtx"].metrics
    widths = {chr(code): metrics[glyph][0] * scale for code, glyph in font.getBestCmap().items()}
    return Advances(widths, metrics[".notdef"][0] * scale)


def points(style: Style) -> float:
    """The size of a style in points."""
    return style.size.emu / EMU_PER_PT
