"""Where a line may end, character by character: as LibreOffice breaks lines, by Unicode's rules and some of its own."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from generator.typography.scripts import EAST_ASIAN, EMOJI, HANGUL, script_of

SOFT_HYPHEN = "\u00ad"
JOINER = "\u200d"
GLUE = frozenset("\u00a0\u202f\u2007\u2011\u2060\ufeff" + JOINER)
"""Beside these no line ends."""
BLANKS = frozenset(" \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000")
"""After a stretch of these one may."""
HYPHENS = "-\u2010"
"""A line may end behind one that stands within a word or a number; one before a number is a minus."""
ENDS = "\u2013\u2014!?|\\\u2026"
"""Behind these too, where a word or a number follows without a blank."""
SLASH = "/"
NEVER_FIRST = frozenset(
    "!%),.:;?]}\u00a2\u00b0\u2019\u201d\u2026\u2030\u2032\u2033\u203a\u2103"
    "、。〃々〉》」』】〕〗〙〛〞〟〻ぁぃぅぇぉっゃゅょゎゕゖ゛゜ゝゞァィゥェォッャュョヮヵヶ・ーヽヾ"
    "︰︱︳﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞！％），．：；？］｝～｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ￠»"
)
"""What East Asian lines do not begin with."""
NEVER_LAST = frozenset("([{\u00a3\u00a5\u2018\u201c\u2039«〈《「『【〔〖〘〚〝﹙﹛﹝＄（［｛｢￡￥")
"""What they do not end with."""
MARKS = ("Mn", "Me", "Mc")


def may_break(text: str, i: int) -> bool:
    """Whether a line may end before character `i`, which is neither the first nor behind the last."""
    before, after = text[i - 1], text[i]
    if before in BLANKS:
        return after not in BLANKS
    if after in BLANKS or before in GLUE or after in GLUE or continues(text, i):
        return False
    if before in (SOFT_HYPHEN, "\u200b"):
        return after not in (SOFT_HYPHEN, "\u200b")
    if before in HYPHENS:
        return i > 1 and text[i - 2] not in BLANKS and after not in HYPHENS and after not in NEVER_FIRST
    if before in ENDS and after.isalnum():
        return True
    return _is_wide_break(before, after)


def at_slash(text: str, i: int) -> bool:
    """Whether a slash between words stands before character `i`."""
    return text[i - 1] == SLASH and text[i].isalnum() and i > 1 and text[i - 2].isalnum()


@lru_cache(maxsize=8192)
def chances(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """The characters before which a line may end, and those behind a slash between words: a text is fitted into many rooms."""
    inner = range(1, len(text))
    return frozenset(i for i in inner if may_break(text, i)), frozenset(i for i in inner if at_slash(text, i))


def stop_of(text: str, line: int, good: int, slash: int) -> int:
    """Where the line that begins at `line` ends, of the last ordinary place and the last slash; `line` for nowhere.

    A slash ends a line only where the paragraph has no blank before it, as an address that stands alone; elsewhere a word with
    a slash goes to the next line as a whole, hyphens and all.
    """
    if slash <= good:
        return good
    blank = text.rfind(" ", 0, slash)
    return slash if blank < 0 else max(blank + 1, line)


def _is_wide_break(before: str, after: str) -> bool:
    """Between East Asian characters and emoji, which need no blank, but for signs that belong to their neighbour."""
    if after in NEVER_FIRST or before in NEVER_LAST:
        return False
    if before in NEVER_FIRST and not _stands_alone(after):
        return False
    if script_of(before) is HANGUL and script_of(after) is HANGUL:
        return False  # Korean has blanks between words
    return _stands_alone(before) or _stands_alone(after)


def _stands_alone(character: str) -> bool:
    if ord(character) < 0x1100:
        return False
    script = script_of(character)
    return script in EAST_ASIAN or (script is EMOJI and ord(character) >= 0x1F000)


def continues(text: str, i: int) -> bool:
    """Whether character `i` belongs to the one before it: a mark, a joined emoji, its colour, the second half of a flag."""
    before, after = text[i - 1], text[i]
    if after < "\u0300":
        return False
    if JOINER in (before, after) or unicodedata.category(after) in MARKS or "\U0001f3fb" <= after <= "\U0001f3ff":
        return True
    return _is_flag(before) and _is_flag(after) and _flags_before(text, i) % 2 == 1


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _flags_before(text: str, i: int) -> int:
    count = 0
    while count < i and _is_flag(text[i - 1 - count]):
        count += 1
    return count


def cluster_start(text: str, i: int, first: int) -> int:
    """Where what a reader takes for one character begins that holds character `i`; not before `first`."""
    while i > first and continues(text, i):
        i -= 1
    return i
