"""Cut static, subset faces for a font scheme out of the fonts that stand for its names.

Pure: bytes in, bytes out; `building` keeps the result between builds. An order says what to cut and from what; its digest names
the face that comes of it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files as package_files

from fontTools.ttLib import TTFont

from generator.files import packaged_templates
from generator.page.pages import Face
from generator.page.text import Family
from generator.typography.outlines import (
    advances_of,
    blank,
    characters_of,
    close_font,
    cut,
    fill,
    has_outlines,
    is_cut,
    open_font,
    stretch,
)
from generator.typography.twins import GENEROUS, SOURCES, Source

COVERAGE = (
    (0x0020, 0x024F),  # Latin
    (0x02C6, 0x02DD),
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Vietnamese and other Latin
    (0x1F00, 0x1FFF),  # Greek with breathings and accents
    (0x2000, 0x209F),  # punctuation, raised and lowered digits
    (0x20A0, 0x20CF),  # currencies
    (0x2100, 0x2265),  # letterlike, arrows, mathematics
    (0x25A0, 0x25FF),  # shapes
)
"""The characters kept, as inclusive ranges of code points."""
CHARACTERS = frozenset(code for low, high in COVERAGE for code in range(low, high + 1))
RECIPE = 1
"""Raised when faces of the same order come out otherwise, so that no cache holds the old ones."""
WEIGHTS = {False: 400, True: 700}
STYLES = ((False, False), (True, False), (False, True), (True, True))


@dataclass(frozen=True, slots=True)
class Base:
    """A font file that faces are cut from; of a collection, the font with that number."""

    data: bytes = field(repr=False)
    digest: str
    number: int = 0

    @classmethod
    def of(cls, data: bytes, number: int = 0) -> Base:
        """The base that a file's bytes are."""
        return cls(data, hashlib.sha256(data).hexdigest(), number)


@dataclass(frozen=True, slots=True)
class Loan:
    """Where characters come from that a base lacks, and how much they are stretched."""

    base: Base
    stretch: float = 1.0


@dataclass(frozen=True, slots=True)
class Order:
    """A face to be cut."""

    family: Family
    bold: bool
    italic: bool
    name: str
    """The PostScript name."""
    base: Base
    stretch: float = 1.0
    more: frozenset[int] = frozenset()
    """Characters to keep beyond the usual ones."""
    loan: Loan | None = None
    widths: Base | None = None
    """The font whose advance widths the letters get: one that may be measured but not embedded."""
    typeface: str = ""
    """The name that decks use for it where their font scheme does not say it."""
    outlines: bool = True
    """Whether its outlines may be used."""

    @property
    def digest(self) -> str:
        """Names the face: the same for the same bytes."""
        loan = (self.outlines, self.loan.base.digest, self.loan.stretch) if self.loan else (self.outlines,)
        widths = (self.widths.digest, self.widths.number) if self.widths else ()
        parts = (RECIPE, COVERAGE, self.name, self.bold, self.base.digest, self.base.number, self.stretch, sorted(self.more))
        return hashlib.sha256(repr((*parts, loan, widths)).encode()).hexdigest()


def order_source(family: Family, key: str, stretched: float, called: str = "") -> tuple[Order, ...]:
    """A free face in the styles it has. `called` is put into its name where it stands for another font."""
    source = SOURCES[key]
    orders = []
    for bold, italic in STYLES:
        base = _base(key, bold, italic)
        if base is None:
            continue
        lender = _base(source.filler, bold, italic) if source.filler else None
        loan = Loan(lender, 1.0 if source.filler == "arimo" else GENEROUS) if lender else None
        name = post_script(f"{source.name}{called}", bold, italic)
        orders.append(Order(family, bold, italic, name, base, stretched, loan=loan))
    return tuple(orders)


def lender_of(bold: bool, italic: bool, stretched: float = GENEROUS) -> Loan:
    """What lends characters to fonts that people bring."""
    base = _base("arimo", bold, italic)
    assert base is not None
    return Loan(base, stretched)


def post_script(name: str, bold: bool, italic: bool) -> str:
    """The PostScript name of a style: letters and digits, one hyphen, at most 63 characters."""
    plain = re.sub(r"[^A-Za-z0-9]", "", name)[:50] or "Face"
    return f"{plain}-{('Bold' if bold else '') + ('Italic' if italic else '') or 'Regular'}"


@lru_cache(maxsize=64)
def _base(key: str, bold: bool, italic: bool) -> Base | None:
    source = SOURCES[key]
    data = _read(source, bold, italic)
    return Base.of(data) if data else None


def _read(source: Source, bold: bool, italic: bool) -> bytes:
    if source.folder:
        style = post_script("", bold, italic).partition("-")[2]
        return packaged_templates().read(f"templates/fonts/{source.folder}/{style}.ttf")
    file = source.italic if italic else source.upright
    return package_files(source.package).joinpath("files", file).read_bytes() if file else b""


def cut_face(order: Order) -> Face:
    """Cut the face that is ordered (from almost nothing to a second)."""
    font = open_font(order.base.data, order.base.number)
    drawn = order.outlines and has_outlines(font)
    kept = CHARACTERS | order.more
    if not drawn:
        font = blank(font, kept)
    elif not is_cut(font, kept):
        font = cut(font, kept, WEIGHTS[order.bold])
    stretch(font, order.stretch)
    if order.widths:
        _take_widths(font, order.widths, WEIGHTS[order.bold])
    if order.loan:
        _borrow(font, order.loan, order)
    rename(font, order.name)
    data = close_font(font)
    digest = hashlib.sha256(data).hexdigest()
    return Face(order.family, order.bold, order.italic, order.name, data, digest, order.typeface, drawn)


def _borrow(font: TTFont, loan: Loan, order: Order) -> None:
    """Take the usual characters that a font lacks from another."""
    lender = open_font(_cut_lender(loan.base, order.bold))
    lacking = characters_of(lender).keys() - characters_of(font).keys()
    fill(font, lender, dict.fromkeys(lacking, loan.stretch * order.stretch))


@lru_cache(maxsize=8)
def _cut_lender(base: Base, bold: bool) -> bytes:
    """A lender, static and bare: many faces borrow from the same."""
    return close_font(cut(open_font(base.data, base.number), CHARACTERS, WEIGHTS[bold]))


def _take_widths(font: TTFont, widths: Base, weight: int) -> None:
    """Fit each letter to the width it has in another font."""
    other = open_font(widths.data, widths.number)
    wanted = advances_of(cut(other, CHARACTERS, weight)) if "fvar" in other else advances_of(other)
    fill(font, font, _factors(advances_of(font), wanted))


def _factors(have: Mapping[int, float], wanted: Mapping[int, float]) -> dict[int, float]:
    return {code: wanted[code] / have[code] for code in have if code in wanted and have[code] > 0}


def rename(font: TTFont, name: str) -> None:
    """Give the face its own PostScript and full name; embedded fonts are told apart by them."""
    for name_id in (4, 6):
        font["name"].setName(name, name_id, 3, 1, 0x409)
        font["name"].removeNames(nameID=name_id, platformID=1)
