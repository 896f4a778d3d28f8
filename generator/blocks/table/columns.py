"""How wide a table's columns are: wide enough that cells keep to so many lines, what is left over shared out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.blocks._room import AIR, longest_of
from generator.blocks.table.parts import Entry, Told
from generator.geometry import ZERO, Length, pt, total
from generator.kit import Kit
from generator.page.text import Align
from generator.typography.lines import set_text
from generator.typography.measure import Measure

HEAD_LINES, MOST_LINES = 2, 8
SHORT_HEAD = 9
"""Up to this width, in times their size, heads stay on one line where there is room."""
CLOSE = pt(2)
"""How exactly the narrowest width is looked for."""


def widths(kit: Kit, told: Told, most: int, insets: Sequence[Length], room: Length) -> tuple[Length, ...] | None:
    """The widths of all columns, adding up to `room`, at which no cell takes more than `most` lines; None if there are none.

    `insets` is what each column keeps free left and right together. Heads take one line, or two where there is no room.
    """
    ruler, columns = _Ruler(kit.measure, kit.breaking), [told.column(i) for i in range(len(told.head))]
    if total([_floor(ruler, column, most) for column in columns]) + total(list(insets)) > room:
        return None
    cells = [_narrowest(ruler, column, most) for column in columns]
    longest = [
        max((_length(ruler, e) for e in column), default=ZERO) + inset for column, inset in zip(columns, insets, strict=True)
    ]
    for heads in (_heads(ruler, told, cells), [_narrowest(ruler, (head,), HEAD_LINES) for head in told.head]):
        least = [max(head, cell) + inset for head, cell, inset in zip(heads, cells, insets, strict=True)]
        if total(least) <= room:
            return _shared(_eased(least, longest, room), told.aligns, room)
    return None


def _heads(ruler: _Ruler, told: Told, cells: Sequence[Length]) -> list[Length]:
    """The widths heads would like: one line where they are short or no longer than their cells, else two."""
    wishes = []
    for head, cell in zip(told.head, cells, strict=True):
        one, short = _length(ruler, head), head.paragraph.runs[0].style.size * SHORT_HEAD if head.paragraph.runs else ZERO
        wishes.append(one if one <= max(cell, short) else _narrowest(ruler, (head,), HEAD_LINES))
    return wishes


def _eased(least: Sequence[Length], longest: Sequence[Length], room: Length) -> list[Length]:
    """Wrapped columns grow to what they take on one line, those that lack least first: a name does not wrap beside free room."""
    eased, spare = list(least), room - total(list(least))
    lacks = sorted((max(ZERO, wish - width), i) for i, (width, wish) in enumerate(zip(least, longest, strict=True)))
    for lack, column in lacks:
        given = min(lack, spare)
        eased[column], spare = eased[column] + given, spare - given
    return eased


def squeezed(kit: Kit, told: Told, insets: Sequence[Length], room: Length) -> tuple[Length, ...]:
    """The widths where cells may take as many lines as they need: the fewest that can be had, and no word broken if it can be."""
    columns = [(head, *told.column(i)) for i, head in enumerate(told.head)]
    ruler = _Ruler(kit.measure, kit.breaking)
    words = [max(_word(ruler, entry) for entry in column) + inset for column, inset in zip(columns, insets, strict=True)]
    for most in range(1, MOST_LINES + 1 if total(words) <= room else 1):
        found = widths(kit, told, most, insets, room)
        if found:
            return found
    return _exact([room * width.ratio(total(words)) for width in words], room)


def _shared(least: Sequence[Length], aligns: Sequence[Align], room: Length) -> tuple[Length, ...]:
    """What is left over goes to all columns alike, half as much to those whose texts stand at the right."""
    weights = [0.5 if align is Align.RIGHT else 1.0 for align in aligns]
    spare = room - total(list(least))
    return _exact([width + spare * (weight / sum(weights)) for width, weight in zip(least, weights, strict=True)], room)


def _exact(columns: Sequence[Length], room: Length) -> tuple[Length, ...]:
    """The columns, the last one taking what rounding left over."""
    return *columns[:-1], room - total(list(columns[:-1]))


@dataclass(frozen=True, slots=True)
class _Ruler:
    """Measures cells; what it found once it knows."""

    measure: Measure
    breaking: bool


@lru_cache(maxsize=8192)
def _length(ruler: _Ruler, entry: Entry) -> Length:
    """The width at which a cell stands on one line."""
    runs = entry.paragraph.runs
    parts = [ruler.measure.width(part, run.style) for run in runs for part in run.text.split("\n")]
    return (total(parts) * 1.02 + pt(0.5)) / AIR + entry.indent


def _longest(ruler: _Ruler, entries: Sequence[Entry]) -> Length:
    """The width at which every cell stands on one line."""
    return max((_length(ruler, entry) for entry in entries), default=ZERO)


def _word(ruler: _Ruler, entry: Entry) -> Length:
    """The width at which the longest word is not broken."""
    return longest_of(ruler.measure, entry.paragraph.runs, ruler.breaking) / AIR + pt(0.1) + entry.indent


def _floor(ruler: _Ruler, entries: Sequence[Entry], most: int) -> Length:
    """A width below which no cell can keep to `most` lines: its longest word, or an even share of its length."""
    shares = ((_length(ruler, e) - e.indent) / most * 0.9 + e.indent for e in entries)
    return max((max(_word(ruler, e), share) for e, share in zip(entries, shares, strict=True)), default=ZERO)


@lru_cache(maxsize=2048)
def _narrowest(ruler: _Ruler, entries: tuple[Entry, ...], most: int) -> Length:
    """The least width at which no cell takes more than `most` lines and no word is broken."""
    high = _longest(ruler, entries)
    if most == 1:
        return high
    low = _floor(ruler, entries, most)
    if low >= high or _fits(ruler, entries, most, low):
        return low
    while high - low > CLOSE:
        middle = (low + high) / 2
        if _fits(ruler, entries, most, middle):
            high = middle
        else:
            low = middle
    return high


def _fits(ruler: _Ruler, entries: Sequence[Entry], most: int, width: Length) -> bool:
    return all(width > entry.indent and _lines(ruler, entry, width - entry.indent) <= most for entry in entries)


def _lines(ruler: _Ruler, entry: Entry, width: Length) -> int:
    return len(set_text(ruler.measure, (entry.paragraph,), width * AIR).lines)
