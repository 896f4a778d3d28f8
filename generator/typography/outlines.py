"""Work on the outlines and widths of font files: subset, instance, stretch, fill, and cubic outlines made quadratic."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates
from fontTools.ttLib.tables.ttProgram import Program
from fontTools.varLib import instancer

KEPT = frozenset(
    {
        "GPOS",
        "GDEF",
        "head",
        "hhea",
        "maxp",
        "OS/2",
        "hmtx",
        "cmap",
        "loca",
        "glyf",
        "name",
        "post",
        "fvar",
        "gvar",
        "avar",
        "HVAR",
    }
)
LAYOUT = frozenset({"GPOS", "GDEF"})
"""Tables that kerned pairs stand in."""
VARIED = frozenset({"CFF ", "CFF2", "STAT", "MVAR", "VORG"})
PAIRS = 2
"""The kind of lookup that kerns."""
CURVE_ERROR = 0.001
"""How far a quadratic curve may lie from the cubic one, in sizes."""


def open_font(data: bytes, number: int = 0) -> TTFont:
    """The font in a file; of a collection the one with that number. Raises ValueError for what is none."""
    try:
        return TTFont(io.BytesIO(data), recalcTimestamp=False, recalcBBoxes=False, fontNumber=number, lazy=True)
    except Exception as error:  # fontTools raises whatever its parsers meet
        raise ValueError("it is no TrueType or OpenType font") from error


def close_font(font: TTFont) -> bytes:
    """The font as a file."""
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def cut(font: TTFont, characters: Iterable[int], weight: int) -> TTFont:
    """A static TrueType font with only `characters`, without hints, its only layout rule kerning; a variable one at `weight`."""
    options = subset.Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += [tag for tag in font.keys() if tag not in KEPT | VARIED | LAYOUT]  # noqa: SIM118 (a font is no mapping)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    if "fvar" in font:
        axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
        axes |= {a.axisTag: min(max(weight, a.minValue), a.maxValue) for a in font["fvar"].axes if a.axisTag == "wght"}
        font = instancer.instantiateVariableFont(font, axes, inplace=True)
    return font if "glyf" in font else _to_quadratic(font)


def is_cut(font: TTFont, characters: frozenset[int]) -> bool:
    """Whether a font is static, bare and holds nothing but `characters` already."""
    bare = "glyf" in font and not any(tag in font for tag in ("fvar", "fpgm", "prep", "GSUB"))
    return bare and characters_of(font).keys() <= characters


def _to_quadratic(font: TTFont) -> TTFont:
    """PDF's writer and Rolecast know TrueType outlines only, so those of an OpenType font are drawn anew."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    drawn = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, CURVE_ERROR * font["head"].unitsPerEm, reverse_direction=True))
        drawn[name] = pen.glyph()
    for tag in ("CFF ", "CFF2", "VORG"):
        if tag in font:
            del font[tag]
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, drawn
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements"):
        setattr(maxp, field, int(field == "maxZones"))
    maxp.maxSizeOfInstructions = maxp.maxComponentElements = 0
    maxp.maxPoints = maxp.maxContours = maxp.maxCompositePoints = maxp.maxCompositeContours = maxp.maxComponentDepth = 0
    for glyph in drawn.values():
        _note_extent(maxp, glyph)
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"
    _set_bearings(font)
    return font


def _set_bearings(font: TTFont) -> None:
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))


def characters_of(font: TTFont) -> dict[int, str]:
    """The glyph of each character."""
    return font.getBestCmap() or {}


def advances_of(font: TTFont) -> dict[int, float]:
    """The advance of each character, in sizes."""
    widths, size = font["hmtx"].metrics, font["head"].unitsPerEm
    return {code: widths[glyph][0] / size for code, glyph in characters_of(font).items()}


def stretch(font: TTFont, factor: float) -> None:
    """Make every letter of a static TrueType font wider (or narrower) by `factor`."""
    if factor == 1:
        return
    glyf, metrics = font["glyf"], font["hmtx"].metrics
    for name in font.getGlyphOrder():
        glyph = glyf[name]
        if glyph.isComposite():
            for part in glyph.components:
                part.x = round(part.x * factor)
                if hasattr(part, "transform"):
                    (xx, xy), (yx, yy) = part.transform
                    part.transform = ((xx, xy / factor), (yx * factor, yy))
        elif glyph.numberOfContours > 0:
            glyph.coordinates.scale((factor, 1))
            glyph.coordinates.toInt()
            glyph.recalcBounds(glyf)
        advance, bearing = metrics[name]
        metrics[name] = (round(advance * factor), round(bearing * factor))
    for value in _kerns(font):
        value.XAdvance = round(value.XAdvance * factor)


def _kerns(font: TTFont) -> Iterator[Any]:
    """What is added to the advance of each pair's first letter, wherever the font says it; each value once."""
    lookups = font["GPOS"].table.LookupList.Lookup if "GPOS" in font and font["GPOS"].table.LookupList else ()
    tables = [getattr(table, "ExtSubTable", table) for lookup in lookups for table in lookup.SubTable]
    for table in (table for table in tables if table.LookupType == PAIRS):
        records = (
            [record for pairs in table.PairSet for record in pairs.PairValueRecord]
            if table.Format == 1
            else [record for row in table.Class1Record for record in row.Class2Record]
        )
        values = {id(record.Value1): record.Value1 for record in records if record.Value1}
        yield from (value for value in values.values() if getattr(value, "XAdvance", 0))


def fill(font: TTFont, lender: TTFont, factors: Mapping[int, float]) -> None:
    """Give `font` the characters of `factors` as `lender` draws them, each stretched by its factor. Both are TrueType."""
    lent, drawn = characters_of(lender), lender["glyf"]
    size = font["head"].unitsPerEm / lender["head"].unitsPerEm
    mapping, order = dict(characters_of(font)), list(font.getGlyphOrder())
    metrics, widths, glyf = font["hmtx"].metrics, dict(lender["hmtx"].metrics), font["glyf"]
    for code in sorted(set(factors) & set(lent)):
        across = size * factors[code]
        glyph = _redrawn(drawn, lent[code], (across, size))
        name = f"lent{code:05X}"
        order.append(name)
        glyf.glyphs[name] = glyph
        _note_extent(font["maxp"], glyph)
        metrics[name] = (round(widths[lent[code]][0] * across), getattr(glyph, "xMin", 0))
        mapping[code] = name
    font["post"].formatType = 3.0
    font.setGlyphOrder(order)
    glyf.glyphOrder = order
    FontBuilder(font=font).setupCharacterMap(mapping)


def _note_extent(limits: Any, glyph: Glyph) -> None:
    """Keep what the font says about its largest letter true."""
    if glyph.numberOfContours > 0:
        limits.maxPoints = max(limits.maxPoints, len(glyph.coordinates))
        limits.maxContours = max(limits.maxContours, glyph.numberOfContours)


def _redrawn(glyf: Any, name: str, factors: tuple[float, float]) -> Glyph:
    """A letter of another font as one outline, scaled across and up."""
    points, ends, flags = glyf[name].getCoordinates(glyf)[:3]
    glyph = Glyph()
    glyph.numberOfContours = len(ends)
    if not ends:
        return glyph
    glyph.coordinates = GlyphCoordinates(points)
    glyph.coordinates.scale(factors)
    glyph.coordinates.toInt()
    glyph.endPtsOfContours, glyph.flags = list(ends), flags[:]
    glyph.program = Program()
    glyph.program.fromBytecode(b"")
    glyph.recalcBounds(glyf)
    return glyph


def has_outlines(font: TTFont) -> bool:
    """Whether the letters are drawn with lines, and not as pictures or in several colours only."""
    return any(tag in font for tag in ("glyf", "CFF ", "CFF2"))


def blank(font: TTFont, characters: Iterable[int]) -> TTFont:
    """A font of empty letters with the advance widths of `font`: enough to measure with."""
    lent = characters_of(font)
    kept = {code: f"char{code:05X}" for code in sorted(set(characters) & set(lent))}
    widths, order = font["hmtx"].metrics, [".notdef", *kept.values()]
    builder = FontBuilder(font["head"].unitsPerEm, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(kept)
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in order})
    advances = {name: (widths[lent[code]][0], 0) for code, name in kept.items()}
    builder.setupHorizontalMetrics({".notdef": (font["head"].unitsPerEm, 0), **advances})
    builder.setupHorizontalHeader(ascent=font["hhea"].ascent, descent=font["hhea"].descent)
    builder.setupNameTable({"familyName": "Blank", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost(keepGlyphNames=False)
    builder.font["head"].created = builder.font["head"].modified = font["head"].modified
    return builder.font
