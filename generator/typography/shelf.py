"""The fonts that people bring: files in a theme's or a project's `fonts/` folder, and fonts embedded in a template."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from fontTools.ttLib import TTFont

from generator.errors import Findings, Problems
from generator.files import Files
from generator.source import NOWHERE, Span
from generator.typography.fonts import Base
from generator.typography.outlines import has_outlines, open_font

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
LARGEST_COLLECTION = 64
RESTRICTED = 0x0002
"""The bit of a font's licence flags that forbids embedding; it counts only where no lesser restriction is set."""
LESSER = 0x000C
BITMAPS_ONLY = 0x0200
BOLD_FROM = 600
WIDTHS = {False: 400, True: 700}


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where fonts may come from beside our own."""

    files: Files
    folders: tuple[str, ...] = ()
    """Where own fonts lie; the first folder wins."""
    fallback: str = ""
    """The path of the font for characters that the others lack."""
    embedded: Mapping[str, tuple[bytes, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """The `.fntdata` parts of a foreign template by the name of the font."""
    span: Span = NOWHERE
    """What names the fonts: the theme."""


@dataclass(frozen=True, slots=True)
class OwnFont:
    """A font file that somebody brought."""

    base: Base
    names: frozenset[str]
    """What it may be called by, in lower case."""
    family: str
    weight: int
    italic: bool
    variable: bool
    embeddable: bool


def own_fonts(shelf: Shelf, findings: Findings) -> tuple[OwnFont, ...]:
    """Every font on the shelf. Files that are none are a warning."""
    found: list[OwnFont] = []
    for folder in shelf.folders:
        for path in sorted(p for suffix in SUFFIXES for p in shelf.files.list(folder, suffix)):
            found.extend(fonts_in(_bytes(shelf.files, path), path, findings))
    for typeface, parts in sorted(shelf.embedded.items()):
        found.extend(_embedded(typeface, parts, shelf.span, findings))
    return tuple(found)


def _bytes(files: Files, path: str) -> bytes:
    try:
        return files.read(path)
    except Problems:
        return b""


def fonts_in(data: bytes, path: str, findings: Findings) -> Iterator[OwnFont]:
    """The fonts of one file: one, or those of a collection."""
    count = struct.unpack(">L", data[8:12])[0] if data[:4] == b"ttcf" and len(data) >= 12 else 1
    for number in range(min(count, LARGEST_COLLECTION)):
        try:
            yield _look(Base.of(data, number))
        except ValueError as error:
            hint = (
                "bring the font as a .ttf or .otf file, as its maker offers it; web fonts (.woff) are packed and cannot be read"
            )
            findings.warning("M071", Span(path), f"{path!r} cannot be used as a font: {error}", hint)
            return


def _look(base: Base) -> OwnFont:
    """What the file says of itself. Raises ValueError."""
    font = open_font(base.data, base.number)
    try:
        names = {name for key in (1, 4, 16) if (name := font["name"].getDebugName(key))}
        metrics, style = font["OS/2"], font["head"].macStyle
        weight = metrics.usWeightClass if metrics.usWeightClass > 1 else WIDTHS[bool(style & 1)]
        italic = bool(metrics.fsSelection & 1 or style & 2)
        family = font["name"].getDebugName(16) or font["name"].getDebugName(1) or ""
        font.getBestCmap()
        return OwnFont(base, frozenset(n.casefold() for n in names), family, weight, italic, "fvar" in font, _may_embed(font))
    except Exception as error:  # a table is missing or broken: fontTools raises whatever its parsers meet
        raise ValueError("its tables cannot be read") from error


def _may_embed(font: TTFont) -> bool:
    flags = font["OS/2"].fsType
    return has_outlines(font) and not flags & BITMAPS_ONLY and (not flags & RESTRICTED or bool(flags & LESSER))


def pick(fonts: tuple[OwnFont, ...], name: str, bold: bool, italic: bool) -> OwnFont | None:
    """The font of that name and style; None where the family has no such style."""
    named = [f for f in fonts if name.strip().casefold() in f.names and f.italic == italic]
    wanted = WIDTHS[bold]
    fitting = [f for f in named if f.variable or (f.weight >= BOLD_FROM) == bold]
    return min(fitting, key=lambda f: (abs(f.weight - wanted) if not f.variable else 0, f.base.digest), default=None)


def _embedded(typeface: str, parts: tuple[bytes, ...], span: Span, findings: Findings) -> Iterator[OwnFont]:
    """The fonts of `.fntdata` parts, found under the name that the template gives them."""
    for part in parts:
        data = unpack_embedded(part)
        if data is None:
            message = f"the font {typeface!r} is embedded in the template in a packed form that cannot be read"
            findings.warning("M074", span, message, "bring its TTF files in a `fonts` folder")
            return
        try:
            found = _look(Base.of(data))
        except ValueError:
            continue
        yield OwnFont(
            found.base,
            found.names | {typeface.casefold()},
            typeface,
            found.weight,
            found.italic,
            found.variable,
            found.embeddable,
        )


EOT_HEADER = struct.Struct("<LLLL")
EOT_MAGIC = 0x504C
PACKED, CRYPTED = 0x4, 0x10000000
KEY = 0x50


def unpack_embedded(part: bytes) -> bytes | None:
    """The TrueType file inside Embedded OpenType data; None where it is packed, or is no such data."""
    if part[:4] in (b"\x00\x01\x00\x00", b"OTTO", b"true"):
        return part
    if len(part) < 36 or struct.unpack_from("<H", part, 34)[0] != EOT_MAGIC:
        return None
    whole, size, _, flags = EOT_HEADER.unpack_from(part)
    if flags & PACKED or not 12 <= size <= len(part) - 36 or whole > len(part) + 3:
        return None
    data = part[-size:] if whole >= len(part) else part[whole - size : whole]
    return data.translate(bytes(byte ^ KEY for byte in range(256))) if flags & CRYPTED else data
