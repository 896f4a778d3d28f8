"""Scripts: what a character's writing is called, its language where nothing else tells it, and what drawing it takes."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Script:
    """A way of writing."""

    name: str
    language: str = ""
    """Of a run in it, as files name it; empty where the document's is as good."""
    rtl: bool = False
    shaped: bool = False
    """Whether letters change, move or join by their neighbours, so that drawing one after the other is wrong."""


HAN = Script("Chinese characters", "zh-CN")
KANA = Script("Japanese kana", "ja-JP")
HANGUL = Script("Korean", "ko-KR")
WIDE = Script("East Asian punctuation", "zh-CN")
JAMO = Script("Korean", "ko-KR", shaped=True)
HEBREW = Script("Hebrew", "he-IL", rtl=True)
ARABIC = Script("Arabic", "ar-SA", rtl=True, shaped=True)
EMOJI = Script("emoji")
PLAIN = Script("")
"""Latin, Greek, Cyrillic, and signs of no script."""

_RANGES: tuple[tuple[int, int, Script], ...] = (
    (0x0530, 0x058F, Script("Armenian", "hy-AM")),
    (0x0590, 0x05FF, HEBREW),
    (0x0600, 0x06FF, ARABIC),
    (0x0700, 0x074F, Script("Syriac", "syr-SY", rtl=True, shaped=True)),
    (0x0750, 0x077F, ARABIC),
    (0x0780, 0x07BF, Script("Thaana", "dv-MV", rtl=True, shaped=True)),
    (0x07C0, 0x07FF, Script("N’Ko", "nqo-GN", rtl=True, shaped=True)),
    (0x0800, 0x086F, Script("Aramaic", rtl=True, shaped=True)),
    (0x0870, 0x08FF, ARABIC),
    (0x0900, 0x097F, Script("Devanagari", "hi-IN", shaped=True)),
    (0x0980, 0x09FF, Script("Bengali", "bn-IN", shaped=True)),
    (0x0A00, 0x0A7F, Script("Gurmukhi", "pa-IN", shaped=True)),
    (0x0A80, 0x0AFF, Script("Gujarati", "gu-IN", shaped=True)),
    (0x0B00, 0x0B7F, Script("Odia", "or-IN", shaped=True)),
    (0x0B80, 0x0BFF, Script("Tamil", "ta-IN", shaped=True)),
    (0x0C00, 0x0C7F, Script("Telugu", "te-IN", shaped=True)),
    (0x0C80, 0x0CFF, Script("Kannada", "kn-IN", shaped=True)),
    (0x0D00, 0x0D7F, Script("Malayalam", "ml-IN", shaped=True)),
    (0x0D80, 0x0DFF, Script("Sinhala", "si-LK", shaped=True)),
    (0x0E00, 0x0E7F, Script("Thai", "th-TH", shaped=True)),
    (0x0E80, 0x0EFF, Script("Lao", "lo-LA", shaped=True)),
    (0x0F00, 0x0FFF, Script("Tibetan", "bo-CN", shaped=True)),
    (0x1000, 0x109F, Script("Burmese", "my-MM", shaped=True)),
    (0x10A0, 0x10FF, Script("Georgian", "ka-GE")),
    (0x1100, 0x11FF, JAMO),
    (0x1200, 0x139F, Script("Ethiopic", "am-ET")),
    (0x13A0, 0x13FF, Script("Cherokee", "chr-US")),
    (0x1780, 0x17FF, Script("Khmer", "km-KH", shaped=True)),
    (0x1800, 0x18AF, Script("Mongolian", "mn-MN", shaped=True)),
    (0x231A, 0x231B, EMOJI),
    (0x23E9, 0x23FA, EMOJI),
    (0x2600, 0x27BF, EMOJI),
    (0x2B00, 0x2BFF, EMOJI),
    (0x2E80, 0x2FDF, HAN),
    (0x3000, 0x3004, WIDE),
    (0x3005, 0x3007, HAN),
    (0x3008, 0x3020, WIDE),
    (0x3021, 0x302F, HAN),
    (0x3030, 0x303F, WIDE),
    (0x3040, 0x30FF, KANA),
    (0x3100, 0x312F, Script("Bopomofo", "zh-TW")),
    (0x3130, 0x318F, HANGUL),
    (0x3190, 0x31EF, HAN),
    (0x31F0, 0x31FF, KANA),
    (0x3200, 0x33FF, WIDE),
    (0x3400, 0x4DBF, HAN),
    (0x4E00, 0x9FFF, HAN),
    (0xA000, 0xA4CF, Script("Yi", "ii-CN")),
    (0xA960, 0xA97F, JAMO),
    (0xAC00, 0xD7A3, HANGUL),
    (0xD7B0, 0xD7FF, JAMO),
    (0xF900, 0xFAFF, HAN),
    (0xFB1D, 0xFB4F, HEBREW),
    (0xFB50, 0xFDFF, ARABIC),
    (0xFE10, 0xFE1F, WIDE),
    (0xFE30, 0xFE6F, WIDE),
    (0xFE70, 0xFEFE, ARABIC),
    (0xFF00, 0xFF64, WIDE),
    (0xFF65, 0xFF9F, KANA),
    (0xFFA0, 0xFFEF, WIDE),
    (0x1F000, 0x1FAFF, EMOJI),
    (0x20000, 0x3FFFF, HAN),
)
_STARTS = tuple(low for low, _, _ in _RANGES)
EAST_ASIAN = frozenset({HAN, KANA, HANGUL, WIDE})
SHARED = frozenset("\u2018\u2019\u201c\u201d\u2026\u2014\u00b7")
"""Signs that Latin and East Asian texts share, as wide as a character in these."""
RIGHT_TO_LEFT = ("R", "AL")


def script_of(character: str) -> Script:
    """The script of a character."""
    code = ord(character)
    place = bisect_right(_STARTS, code) - 1
    if place >= 0 and code <= _RANGES[place][1]:
        return _RANGES[place][2]
    if code < _STARTS[0] or unicodedata.bidirectional(character) not in RIGHT_TO_LEFT:
        return PLAIN
    return Script("right-to-left", rtl=True, shaped=True)


def called(character: str) -> str:
    """What findings call the script of a character that no face has."""
    name = script_of(character).name
    if name:
        return name
    word = unicodedata.name(character, "").partition(" ")[0]
    letter = unicodedata.category(character).startswith("L") and word.isalpha()
    return word.title() if letter else "signs"


def is_rtl(text: str) -> bool:
    """Whether a text reads from right to left: whether its first letter does."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return False
        if direction in RIGHT_TO_LEFT:
            return True
    return False


def language_of(text: str, around: str) -> str:
    """The language of a run in another script; Chinese characters beside kana are Japanese, beside Hangul Korean."""
    scripts = [script_of(c) for c in text]
    own = next((s for s in scripts if s.language and s is not WIDE), None)
    if own in (None, HAN):
        if not any(s in EAST_ASIAN for s in scripts):
            return ""
        beside = {script_of(c) for c in around}
        return (KANA if KANA in beside else HANGUL if HANGUL in beside else HAN).language
    assert own is not None
    return own.language
