"""How wide text is: advance widths and kerned pairs of the faces that will be used."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from fontTools.ttLib import TTFont

from generator.geometry import EMU_PER_PT, Length
from generator.page.pages import Face
from generator.page.text import Family, Style
from generator.typography.kerning import Kerning, read_kerning
from generator.typography.scripts import EAST_ASIAN, SHARED, script_of

NO_BREAK = "\u00a0"
_CODES = (0x0A, 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFE0E, 0xFE0F, 0xFEFF)
INVISIBLE = frozenset(map(chr, _CODES))
"""Characters without a width or a shape of their own: they control breaking, joining, direction and presentation."""


@dataclass(frozen=True, slots=True)
class Advances:
    """Advance widths of one face, in thousandths of the size, by character."""

    widths: Mapping[str, float] = field(repr=False)
    missing: float
    kerning: Kerning = field(default_factory=Kerning, repr=False)
    unit: float = 1.0
    """A unit of the kerning in thousandths of the size."""


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
        """The widths to use for a style: its own, or those of the nearest there is, the body face last."""
        for family in (style.family, Family.BODY):
            for bold, italic in ((style.bold, style.italic), (style.bold, False), (False, style.italic), (False, False)):
                if (family, bold, italic) in self.advances:
                    return self.advances[family, bold, italic]
        return self.advances[Family.BODY, False, False]

    def widths(self, text: str, style: Style) -> list[int]:
        """The advance of each character, in EMU, with what is kerned before the next."""
        face = self.face(style)
        scale = style.size.emu / 1000
        tracking = style.tracking.emu
        known, missing = face.widths, face.missing
        if not known.keys() >= set(text) and self.has_fallback:
            known = {**known, **{c: w for c, w in self.fallback.widths.items() if c not in known}}
        kerns, unit = face.kerning.within(text), face.unit
        return [
            0 if c in INVISIBLE else round((known.get(c, missing) + kern * unit) * scale) + tracking
            for c, kern in zip(text, kerns, strict=True)
        ]

    def kerned(self, text: str, style: Style) -> list[int]:
        """The places in `text` before which something is kerned."""
        return [place for place, kern in enumerate(self.face(style).kerning.within(text), 1) if kern]

    @property
    def has_fallback(self) -> bool:
        """Whether there is a face for characters that the others lack."""
        return (Family.FALLBACK, False, False) in self.advances

    @property
    def fallback(self) -> Advances:
        """That face; the body face where there is none."""
        return self.advances.get((Family.FALLBACK, False, False), self.advances[Family.BODY, False, False])

    def lacking(self, text: str, style: Style) -> bool:
        """Whether the face of a style lacks a character of `text`."""
        return any(c not in INVISIBLE for c in set(text) - self.face(style).widths.keys())

    def width(self, text: str, style: Style) -> Length:
        """How wide `text` is on one line."""
        return Length(sum(self.widths(text, style)))

    def uncovered(self, text: str) -> str:
        """The characters of `text` that neither the body face nor the fallback face has, each once."""
        known = self.fallback.widths
        return "".join(sorted({c for c in text if c not in self.covered and c not in known and c not in INVISIBLE}))


@lru_cache(maxsize=24)
def _advances(face: Face) -> Advances:
    """Read once for all measures of a process, since kerning takes long to read."""
    font = TTFont(io.BytesIO(face.data), lazy=True)
    scale = 1000 / font["head"].unitsPerEm
    metrics = font["hmtx"].metrics
    widths = {chr(code): metrics[glyph][0] * scale for code, glyph in font.getBestCmap().items()}
    if " " in widths:
        widths[NO_BREAK] = widths[" "]  # whatever glyph a font has for it, programs draw it as a space
    if face.family is Family.FALLBACK and any(script_of(character) in EAST_ASIAN for character in widths):
        widths |= {sign: max(widths[sign], 1000) for sign in SHARED & widths.keys()}
    return Advances(widths, metrics[".notdef"][0] * scale, read_kerning(font), scale)


def points(style: Style) -> float:
    """The size of a style in points."""
    return style.size.emu / EMU_PER_PT
