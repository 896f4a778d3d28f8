"""Cut static, subset faces out of the variable fonts that pip dependencies ship.

Arimo has Arial's advance widths and Source Code Pro has Courier New's, so a deck that names those fonts wraps as measured.
Pure: bytes in, bytes out; `building` keeps the result between builds.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from importlib.resources import files as package_files

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from generator.page.pages import Face
from generator.page.text import Family

COVERAGE = (
    (0x0020, 0x024F),  # Latin
    (0x02C6, 0x02DD),
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Vietnamese and other Latin
    (0x2000, 0x206F),  # punctuation
    (0x20A0, 0x20CF),  # currencies
    (0x2100, 0x2265),  # letterlike, arrows, mathematics
    (0x25A0, 0x25FF),  # shapes
)
"""The characters kept, as inclusive ranges of code points."""


@dataclass(frozen=True, slots=True)
class Source:
    """A variable font of a dependency: package, file, and what it is cut into."""

    package: str
    file: str
    family: Family
    italic: bool
    name: str


SOURCES = (
    Source("fontpkg_arimo", "Arimo[wght].ttf", Family.BODY, italic=False, name="Arimo"),
    Source("fontpkg_arimo", "Arimo-Italic[wght].ttf", Family.BODY, italic=True, name="Arimo"),
    Source("fontpkg_source_code_pro", "SourceCodePro[wght].ttf", Family.CODE, italic=False, name="SourceCodePro"),
)
WEIGHTS = {False: 400, True: 700}


def source_digest() -> str:
    """SHA-256 over the source fonts and the coverage: names what a cache of cut faces was made from."""
    digest = hashlib.sha256(repr(COVERAGE).encode())
    for source in SOURCES:
        digest.update(_read(source))
    return digest.hexdigest()


def cut_faces() -> tuple[Face, ...]:
    """Cut every face anew (some four seconds): regular, bold, italic and bold italic text, regular and bold code."""
    return tuple(_cut(source, bold) for source in SOURCES for bold in (False, True))


def _read(source: Source) -> bytes:
    return package_files(source.package).joinpath("files", source.file).read_bytes()


def _cut(source: Source, bold: bool) -> Face:
    font = TTFont(io.BytesIO(_read(source)), recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for low, high in COVERAGE for code in range(low, high + 1)])
    subsetter.subset(font)
    static = instancer.instantiateVariableFont(font, {"wght": WEIGHTS[bold]}, inplace=True)
    name = source.name + ("-Bold" if bold else "-") + ("Italic" if source.italic else "")
    name = (name + "Regular") if name.endswith("-") else name
    _rename(static, name)
    buffer = io.BytesIO()
    static.save(buffer)
    data = buffer.getvalue()
    return Face(source.family, bold, source.italic, name, data, hashlib.sha256(data).hexdigest())


def _rename(font: TTFont, name: str) -> None:
    """Give the instance its own PostScript and full name; embedded fonts are told apart by them."""
    for name_id in (4, 6):
        font["name"].setName(name, name_id, 3, 1, 0x409)
        font["name"].removeNames(nameID=name_id, platformID=1)
