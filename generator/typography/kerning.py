"""Pairs of characters that stand closer together or farther apart than their advances say, as office programs set them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any

from fontTools.ttLib import TTFont

SCRIPTS = ("latn", "DFLT", "cyrl", "grek")
"""Whose rules are taken, the first there is: a font's scripts of this kind share theirs."""
PAIRS, EXTENSION = 2, 9
"""Kinds of lookups."""


@dataclass(frozen=True, slots=True)
class Classes:
    """A subtable that kerns classes of glyphs: the class of a first and of a second glyph, and the table of both."""

    firsts: Mapping[str, int]
    seconds: Mapping[str, int]
    table: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Kerning:
    """A face's pairs, in its own units: glyph by glyph, then by classes; the first that knows a pair tells."""

    glyphs: Mapping[str, str] = field(default_factory=dict, repr=False)
    tables: tuple[Mapping[str, Mapping[str, int]] | Classes, ...] = field(default=(), repr=False)
    _told: dict[str, int] = field(default_factory=dict, repr=False)

    def within(self, text: str) -> tuple[int, ...]:
        """What is added after each character of `text`; nothing after the last."""
        return _within(self, text)

    def between(self, left: str, right: str) -> int:
        """What is added between two characters; nothing between digits.

        Figures of one width stand below each other in columns, and of two fonts with the same widths only one may kern "11".
        """
        if left.isdigit() and right.isdigit():
            return 0
        pair = left + right
        known = self._told.get(pair)
        if known is None:
            known = self._told[pair] = self._find(self.glyphs.get(left, ""), self.glyphs.get(right, ""))
        return known

    def _find(self, first: str, second: str) -> int:
        for table in self.tables:
            if isinstance(table, Classes):
                if first in table.firsts:
                    return table.table[table.firsts[first]][table.seconds.get(second, 0)]
            elif second in table.get(first, ()):
                return table[first][second]
        return 0


@lru_cache(maxsize=8192)
def _within(kerning: Kerning, text: str) -> tuple[int, ...]:
    """A text is fitted into many rooms and sizes; its pairs are the same in all."""
    return (*(kerning.between(*pair) for pair in pairwise(text)), 0) if text else ()


def read_kerning(font: TTFont) -> Kerning:
    """The pairs of a static font."""
    if "GPOS" not in font:
        return Kerning()
    glyphs = {chr(code): name for code, name in font.getBestCmap().items()}
    return Kerning(glyphs, tuple(_table(subtable) for subtable in _subtables(font["GPOS"].table)))


def _subtables(gpos: Any) -> list[Any]:
    scripts = {record.ScriptTag: record.Script for record in gpos.ScriptList.ScriptRecord}
    script = next((scripts[tag] for tag in SCRIPTS if tag in scripts), None)
    if script is None or script.DefaultLangSys is None:
        return []
    features = (gpos.FeatureList.FeatureRecord[index] for index in script.DefaultLangSys.FeatureIndex)
    lookups = chain.from_iterable(record.Feature.LookupListIndex for record in features if record.FeatureTag == "kern")
    opened = chain.from_iterable(_opened(gpos.LookupList.Lookup[index]) for index in sorted(set(lookups)))
    return [subtable for subtable in opened if subtable.LookupType == PAIRS]


def _opened(lookup: Any) -> list[Any]:
    """A lookup's subtables, out of their envelopes."""
    return [table.ExtSubTable if table.LookupType == EXTENSION else table for table in lookup.SubTable]


def _table(subtable: Any) -> Mapping[str, Mapping[str, int]] | Classes:
    covered = subtable.Coverage.glyphs
    if subtable.Format == 1:
        return {
            first: {record.SecondGlyph: _advance(record.Value1) for record in pairs.PairValueRecord}
            for first, pairs in zip(covered, subtable.PairSet, strict=True)
        }
    firsts = {glyph: subtable.ClassDef1.classDefs.get(glyph, 0) for glyph in covered}
    rows = tuple(tuple(_advance(cell.Value1) for cell in row.Class2Record) for row in subtable.Class1Record)
    return Classes(firsts, dict(subtable.ClassDef2.classDefs), rows)


def _advance(value: Any) -> int:
    return int(getattr(value, "XAdvance", 0) or 0) if value else 0
