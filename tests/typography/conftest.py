"""Small fonts made for tests: every letter a box, its advance as asked for."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

LATIN = "".join(map(chr, range(32, 127)))


def made(
    name: str,
    advance: int = 600,
    characters: str = LATIN,
    style: str = "Regular",
    *,
    cff: bool = False,
    licence: int = 0,
) -> bytes:
    """A font file in units of a thousandth; `licence` is its fsType, `style` such as `Bold Italic`."""
    glyphs = {f"g{ord(c):05X}": c for c in characters}
    order = [".notdef", *glyphs]
    builder = FontBuilder(1000, isTTF=not cff)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(c): name for name, c in glyphs.items()})
    if cff:
        builder.setupCFF(
            name.replace(" ", ""), {}, {g: _drawn(T2CharStringPen(advance, None)).getCharString() for g in order}, {}
        )
    else:
        builder.setupGlyf({g: _drawn(TTGlyphPen(None)).glyph() for g in order})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (advance, 50)))
    builder.setupHorizontalHeader(ascent=900, descent=-200)
    builder.setupNameTable({"familyName": name, "styleName": style, "psName": f"{name}-{style}".replace(" ", "")})
    bold, italic = "Bold" in style, "Italic" in style
    builder.setupOS2(usWeightClass=700 if bold else 400, fsSelection=int(italic) | (32 if bold else 0), fsType=licence)
    builder.setupPost()
    builder.font["head"].macStyle = int(bold) | (2 if italic else 0)
    stream = io.BytesIO()
    builder.save(stream)
    return stream.getvalue()


def _drawn(pen):
    pen.moveTo((50, 0))
    for point in ((50, 700), (450, 700), (450, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen


def packed(font: bytes, flags: int = 0) -> bytes:
    """A font as Embedded OpenType data, as presentations hold it; crypted where the flags say so."""
    body = bytes(b ^ 0x50 for b in font) if flags & 0x10000000 else font
    names = b"".join(struct.pack("<HH", 0, 0) for _ in range(4)) + b"\0\0"
    head = struct.pack("<LL", 0x00020001, flags) + bytes(10) + b"\1\0" + struct.pack("<LHH", 400, 0, 0x504C) + bytes(44) + names
    size = 8 + len(head) + len(body)
    return struct.pack("<LL", size, len(font)) + head + body


@pytest.fixture
def font() -> Callable[..., bytes]:
    """Makes a font file."""
    return made


@pytest.fixture
def eot() -> Callable[..., bytes]:
    """Packs a font file as presentations embed it."""
    return packed
