"""Find the setting of a sheet: type, gap and entries, so that one page is filled and nothing falls below the smallest size.

The same blocks stand on every paper: the paper with the least room decides which entries stay and whether they are tight.
Too much: smaller gaps and type, then blocks leave out what repeats the deck, then the entry of lowest rank goes, whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.block import Flow
from generator.geometry import ZERO, Length, mm, pt, total
from generator.kit import Kit, SheetType
from generator.layout.paper import COLUMNS, PAPERS, Paper
from generator.outline.model import Entry, Header

HEADING = mm(2.2) + pt(15) + mm(1.6)
"""Block rule, heading line and the space to the content."""
MOST_STRETCH, MOST_TO_MEET = 0.6, 1.2
"""How much rows may grow, as a share of their natural heights: where there is room, and to end on one line with a neighbour."""
BASE = {Header.BAND: 9.5, Header.DATA: 9.0, Header.CLAIM: 10.5}
LEADING = {Header.BAND: 1.33, Header.DATA: 1.27, Header.CLAIM: 1.33}


@dataclass(frozen=True, slots=True)
class Cell:
    """An entry in its column: where it stands across, and its rows."""

    entry: Entry
    x: Length
    width: Length
    flow: Flow

    @property
    def head(self) -> Length:
        """The height of the entry's heading; zero for a panel that stands for itself."""
        return HEADING if self.entry.block.headed else ZERO

    @property
    def height(self) -> Length:
        """The natural height, heading included."""
        return self.head + total(self.flow.heights)

    @property
    def stretchable(self) -> Length:
        """The natural height of the rows that may grow."""
        return total([h for h, s in zip(self.flow.heights, self.flow.stretch, strict=True) if s])

    @property
    def elastic(self) -> Length:
        """How much the rows may grow where there is room."""
        return self.stretchable * MOST_STRETCH

    @property
    def reach(self) -> Length:
        """How high the entry may become to end on one line with its neighbours."""
        return self.height + self.stretchable * MOST_TO_MEET


@dataclass(frozen=True, slots=True)
class Band:
    """Entries side by side."""

    cells: tuple[Cell, ...]

    @property
    def height(self) -> Length:
        """The height of the highest entry."""
        return max(cell.height for cell in self.cells)

    @property
    def elastic(self) -> Length:
        """How much the tallest entry may grow while those that can reach it still do."""
        tallest = max(self.cells, key=lambda cell: cell.height)
        ends = [cell.reach for cell in self.cells if cell.reach >= self.height]
        return min(tallest.height + tallest.elastic, *ends) - self.height


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to set the sheet: type, gap, entries and what comes of them."""

    kit: Kit
    gap: Length
    entries: tuple[Entry, ...]
    bands: tuple[Band, ...]
    dropped: tuple[Entry, ...] = ()

    @property
    def tight(self) -> bool:
        """Whether blocks leave out what repeats the deck."""
        return self.kit.sheet.tight

    @property
    def height(self) -> Length:
        """The natural height of all bands and the gaps between them."""
        return total([band.height for band in self.bands]) + self.gap * max(0, len(self.bands) - 1)


Room = Callable[[Paper], Length]
"""The height between header and end panel on a paper."""


def fit(kit: Kit, paper: Paper, entries: tuple[Entry, ...], header: Header, room: Room) -> Setting:
    """The largest setting for `paper` of those entries that fit on every paper; the others are in `dropped`."""
    agreed = {each.id: _agreed(kit, each, entries, header, room(each)) for each in PAPERS.values()}
    least = min(agreed.values(), key=lambda setting: (len(setting.entries), not setting.tight))
    own = agreed[paper.id]
    if (own.entries, own.tight) == (least.entries, least.tight):
        return own
    types = [_types(kit, header, tight) for tight in (least.tight, True)]
    found = next((f for t in types if (f := _largest(kit, paper, least.entries, t, room(paper)))), own)
    return replace(found, dropped=least.dropped)


def _agreed(kit: Kit, paper: Paper, entries: tuple[Entry, ...], header: Header, room: Length) -> Setting:
    """The largest setting for one paper; entries go by rank, the last ones first, until one fits.

    What went before may fit again in the room that a later one left.
    """

    def loosest(some: tuple[Entry, ...]) -> Setting | None:
        tried = (_largest(kit, paper, some, _types(kit, header, tight), room) for tight in (False, True))
        return next((setting for setting in tried if setting), None)

    left, found = entries, loosest(entries)
    gone: list[Entry] = []
    while found is None and left:
        worst = max(range(len(left)), key=lambda i: (left[i].rank, i))
        gone.append(left[worst])
        left = left[:worst] + left[worst + 1 :]
        found = loosest(left) if left else None
    if found is None:
        return Setting(kit, mm(4.5), (), (), entries)
    for entry in reversed(gone):
        more = tuple(each for each in entries if each in left or each == entry)
        wider = loosest(more)
        left, found = (more, wider) if wider else (left, found)
    return replace(found, dropped=tuple(entry for entry in gone if entry not in left))


Types = tuple[tuple[SheetType, Length], ...]


def _largest(kit: Kit, paper: Paper, entries: tuple[Entry, ...], types: Types, room: Length) -> Setting | None:
    """The first of `types` that fits; each takes less height than the one before it, so half of them need not be tried."""
    best: Setting | None = None
    low, high = 0, len(types)
    middle = high - 1
    while low < high:
        type_, gap = types[middle]
        set_kit = replace(kit, sheet=type_)
        setting = Setting(set_kit, gap, entries, tuple(_bands(set_kit, paper, entries)))
        if setting.height + gap * 2 <= room:
            best, high = setting, middle
        else:
            low = middle + 1
        middle = (low + high) // 2
    return best


def _types(kit: Kit, header: Header, tight: bool) -> Types:
    """Ways to set type, from roomy to close: size, gap and padding. Faces that look small are set larger by their theme."""
    base, leading = round(BASE[header] * kit.theme.look.sheet_type * 2) / 2, LEADING[header]
    ways = (
        (base + 1, 5.5, 1.2),
        (base + 0.5, 5.5, 1.0),
        (base, 5.5, 1.0),
        (base, 4.5, 0.8),
        (max(9.0, base - 0.5), 4.5, 0.6),
        (9.0, 4.5, 0.4),
    )
    return tuple((SheetType(pt(size), leading, pt(8.5), mm(padding), tight), mm(gap)) for size, gap, padding in ways)


def _bands(kit: Kit, paper: Paper, entries: tuple[Entry, ...]) -> Iterator[Band]:
    """Entries side by side as long as their columns add up to twelve; a row that is not full is widened."""
    queue = list(entries)
    while queue:
        taken = [queue.pop(0)]
        used = taken[0].columns
        while queue and used + queue[0].columns <= COLUMNS:
            taken.append(queue.pop(0))
            used += taken[-1].columns
        widths = [e.columns * COLUMNS // used for e in taken]
        widths[-1] += COLUMNS - sum(widths)
        first, cells = 0, []
        for entry, count in zip(taken, widths, strict=True):
            x, width = paper.column(first, count)
            cells.append(Cell(entry, x, width, entry.block.flow(kit.named(entry.topic, entry.block.span), width)))
            first += count
        yield Band(tuple(cells))
