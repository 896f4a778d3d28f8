"""Which registered font draws which style.

reportlab keeps fonts by name for the whole process, so a face is registered once, under a name that holds its digest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from types import MappingProxyType
from typing import TypeAlias

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from generator.geometry import Length, pt
from generator.page.pages import Face
from generator.page.text import Family, Style

Cut: TypeAlias = tuple[Family, bool, bool]
"""A family, whether bold, whether italic."""


@dataclass(frozen=True, slots=True)
class Faces:
    """A document's faces by cut, as the names they are registered under."""

    names: Mapping[Cut, str]

    def name(self, style: Style) -> str:
        """The font for `style`, or the nearest there is. Raises `ValueError` for a document without any face."""
        for cut in _nearest(style):
            if cut in self.names:
                return self.names[cut]
        raise ValueError("a document that shows text needs at least one face")

    def parts(self, text: str, style: Style) -> Iterator[tuple[str, str]]:
        """`text` cut where characters need another font than the style's: each stretch and the font that draws it."""
        name = self.name(style)
        other = self.names.get((Family.FALLBACK, style.bold, False), self.names.get((Family.FALLBACK, False, False), name))
        if other == name or text.isascii():
            yield text, name
            return
        glyphs, others = _glyphs(name), _glyphs(other)
        for lent, group in groupby(text, key=lambda c: ord(c) not in glyphs and ord(c) in others):
            yield "".join(group), other if lent else name

    def emboldens(self, font: str, style: Style) -> bool:
        """Whether letters of `font` must be thickened for a bold style, as office programs do where a font has no bold."""
        return style.bold and not any(cut[1] and name == font for cut, name in self.names.items())

    def width(self, text: str, style: Style) -> Length:
        """How wide `text` is drawn, tracking included."""
        advance = sum(pdfmetrics.stringWidth(part, name, style.size.pt) for part, name in self.parts(text, style))
        return pt(advance) + style.tracking * len(text)

    def ascent(self, style: Style) -> Length:
        """How far the face reaches above the baseline."""
        return pt(pdfmetrics.getAscent(self.name(style), style.size.pt))

    def descent(self, style: Style) -> Length:
        """How far the face reaches below the baseline, as a positive length."""
        return pt(-pdfmetrics.getDescent(self.name(style), style.size.pt))


def register(faces: tuple[Face, ...]) -> Faces:
    """Make `faces` known to reportlab, each at most once in a process."""
    return Faces(MappingProxyType({(face.family, face.bold, face.italic): _register(face) for face in faces}))


def _register(face: Face) -> str:
    name = f"{face.name}-{face.digest[:8]}"
    if name not in pdfmetrics.getRegisteredFontNames():
        font = TTFont(name, BytesIO(face.data), asciiReadable=False)
        # registerFont takes fonts whose files claim the same name for one; the file shows the plain name again
        font.face.name = name.encode("ascii")
        pdfmetrics.registerFont(font)
        font.face.name = face.name.encode("ascii")
    return name


def _glyphs(name: str) -> Mapping[int, int]:
    """The glyph of each character of a registered font."""
    glyphs: Mapping[int, int] = pdfmetrics.getFont(name).face.charToGlyph  # type: ignore[attr-defined]
    return glyphs


def _nearest(style: Style) -> Iterator[Cut]:
    weights = ((style.bold, style.italic), (style.bold, False), (False, style.italic), (False, False))
    for family in (style.family, Family.BODY, Family.HEADING, Family.CODE):
        for bold, italic in weights:
            yield family, bold, italic
    for family in Family:
        yield from ((family, True, False), (family, False, True), (family, True, True))
