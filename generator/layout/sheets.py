"""Lay a one-pager: exactly one page, its column height used, nothing below the smallest size.

Natural heights first. Too much: smaller gaps and type, then short forms, then the entry of lowest rank goes (and is
reported). Too little: larger type, then the slack goes into the rows, at last into lines for notes. Gaps never stretch.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.block import Depth, Flow
from generator.errors import Findings
from generator.geometry import ZERO, Box, Length, mm, pt, total
from generator.kit import Kit, Medium, SheetType
from generator.layout.endings import PANEL_HEIGHT, end_panel, footer, notes_block
from generator.layout.headers import header
from generator.layout.paper import COLUMNS, Paper
from generator.layout.slides import LaidOut, Shown
from generator.outline.model import Entry, Header, Sheet
from generator.page.items import Item
from generator.page.pages import Document, Face, Page
from generator.page.text import Anchor
from generator.theme.master import master

HEADING = mm(2.2) + pt(15) + mm(1.6)
"""Block rule, heading line and the space to the content."""
MOST_STRETCH = 0.6
NOTES_ROOM = mm(24)
"""Slack from which on a block for notes is added."""
BASE = {Header.BAND: 9.5, Header.DATA: 9.0, Header.CLAIM: 10.5}
LEADING = {Header.BAND: 1.33, Header.DATA: 1.27, Header.CLAIM: 1.33}


@dataclass(frozen=True, slots=True)
class _Cell:
    """An entry in its column: where it stands across, and its rows."""

    entry: Entry
    x: Length
    width: Length
    flow: Flow

    @property
    def head(self) -> Length:
        return HEADING if self.entry.block.headed else ZERO

    @property
    def height(self) -> Length:
        return self.head + total(self.flow.heights)

    @property
    def elastic(self) -> Length:
        """How much the rows may grow."""
        return total([h for h, s in zip(self.flow.heights, self.flow.stretch, strict=True) if s]) * MOST_STRETCH


@dataclass(frozen=True, slots=True)
class _Band:
    """Entries side by side."""

    cells: tuple[_Cell, ...]

    @property
    def height(self) -> Length:
        return max(cell.height for cell in self.cells)

    @property
    def elastic(self) -> Length:
        tallest = max(self.cells, key=lambda cell: cell.height)
        return (
            min(max(tallest.elastic, ZERO), min(c.height + c.elastic for c in self.cells) - self.height)
            if len(self.cells) > 1
            else tallest.elastic
        )


@dataclass(frozen=True, slots=True)
class _Setting:
    """One way to set the sheet: type, gap, entries and what comes of them."""

    kit: Kit
    gap: Length
    entries: tuple[Entry, ...]
    bands: tuple[_Band, ...]
    dropped: tuple[Entry, ...] = ()

    @property
    def height(self) -> Length:
        return total([band.height for band in self.bands]) + self.gap * max(0, len(self.bands) - 1)


def lay_sheet(sheet: Sheet, kit: Kit, paper: Paper, faces: tuple[Face, ...], findings: Findings) -> LaidOut:
    """Lay `sheet` on one page of `paper`; `must` entries without room are warnings, others are only reported."""
    kit = replace(kit.named("", sheet.span), medium=Medium.SHEET)
    head = header(kit, sheet, paper.live)
    panel = Box(paper.live.x, paper.live.bottom - PANEL_HEIGHT, paper.live.w, PANEL_HEIGHT)
    body = Box(paper.live.x, head.bottom, paper.live.w, panel.y - head.bottom)
    setting = _set(sheet, kit, paper, body.h)
    for entry in (e for e in setting.dropped if e.rank == 0):
        findings.warning(
            "L003",
            entry.span,
            f"topic {entry.topic!r} found no room on the one-pager",
            "shorten it, or lower the number of topics",
        )
    items = (*head.items, *_draw(setting, body, findings, sheet), *end_panel(kit, sheet, panel), *footer(kit, sheet, paper))
    page = Page("one-pager", str(sheet.headline or sheet.name), paper.size, items)
    colophon = sheet.colophon
    document = Document(
        colophon.id, colophon.title, str(sheet.claim), colophon.author, colophon.keywords, colophon.language, colophon.date,
        (page,), master(kit.theme), faces,
    )  # fmt: skip
    return LaidOut(
        document,
        tuple(Shown(page.id, e.topic, (e.block,), hidden=False) for e in setting.entries),
        tuple(e.topic for e in setting.dropped),
    )


def _set(sheet: Sheet, kit: Kit, paper: Paper, room: Length) -> _Setting:
    """The largest setting that fits; entries are shortened, then left out, until one does."""
    entries = sheet.entries
    dropped: list[Entry] = []
    while True:
        for depth in (Depth.FULL, Depth.BRIEF):
            chosen = entries if depth is Depth.FULL else tuple(replace(e, block=e.block.shorten(depth)) for e in entries)
            setting = _largest(sheet, kit, paper, room, chosen)
            if setting:
                return replace(setting, dropped=tuple(dropped))
        worst = max(range(len(entries)), key=lambda i: (entries[i].rank, i))
        dropped.append(entries[worst])
        entries = entries[:worst] + entries[worst + 1 :]


def _largest(sheet: Sheet, kit: Kit, paper: Paper, room: Length, entries: tuple[Entry, ...]) -> _Setting | None:
    for type_, gap in _types(sheet.header):
        set_kit = replace(kit, sheet=type_)
        setting = _Setting(set_kit, gap, entries, tuple(_bands(set_kit, paper, entries)))
        if setting.height + gap * 2 <= room:
            return setting
    return None


def _types(header_kind: Header) -> Iterator[tuple[SheetType, Length]]:
    """Ways to set type, from roomy to tight."""
    base, leading = BASE[header_kind], LEADING[header_kind]
    for size, gap, padding, tight in (
        (base + 1, 5.5, 1.2, False),
        (base + 0.5, 5.5, 1.0, False),
        (base, 5.5, 1.0, False),
        (base, 4.5, 0.8, False),
        (max(9.0, base - 0.5), 4.5, 0.6, False),
        (base, 4.5, 0.8, True),
        (max(9.0, base - 0.5), 4.5, 0.6, True),
        (9.0, 4.5, 0.5, True),
    ):
        yield SheetType(pt(size), leading, pt(8.5), mm(padding), tight), mm(gap)


def _bands(kit: Kit, paper: Paper, entries: tuple[Entry, ...]) -> Iterator[_Band]:
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
            cells.append(_Cell(entry, x, width, entry.block.flow(kit.named(entry.topic, entry.block.span), width)))
            first += count
        yield _Band(tuple(cells))


def _draw(setting: _Setting, body: Box, findings: Findings, sheet: Sheet) -> Iterator[Item]:
    gap = setting.gap
    slack = body.h - setting.height - gap * 2
    elastic = total([band.elastic for band in setting.bands])
    share = min(1.0, slack.ratio(elastic)) if elastic else 0.0
    rest = slack - elastic * share
    notes = rest if rest > NOTES_ROOM else ZERO
    spread = (rest - notes) / max(1, len(setting.bands) + 1) if not notes else ZERO
    y = body.y + gap + min(spread, mm(2))
    for band in setting.bands:
        height = band.height + band.elastic * share
        for cell in band.cells:
            yield from _draw_cell(setting.kit, cell, Box(cell.x, y, cell.width, height))
        y = y + height + gap + min(spread, mm(2))
    if notes:
        yield from _notes(setting.kit, Box(body.x, y, body.w, body.bottom - gap - y))
    elif rest > mm(14):
        findings.warning(
            "L004", sheet.span, f"the one-pager has {rest.mm:.0f} mm to spare", "add a topic for the one-pager, or longer texts"
        )


def _draw_cell(kit: Kit, cell: _Cell, box: Box) -> Iterator[Item]:
    named = kit.named(cell.entry.topic, cell.entry.block.span)
    if cell.entry.block.headed:
        yield from heading(named, cell.entry.title, box)
        box = box.cut_top(HEADING)[1]
    yield from cell.flow.draw(box, _stretched(cell, box.h))


def heading(kit: Kit, text: str, box: Box) -> Iterator[Item]:
    """The rule and the heading line of a block."""
    yield kit.rule("heading-rule", (box.x, box.y), box.w, kit.accent, 1.5)
    place = Box(box.x, box.y + mm(2.2), box.w, pt(15))
    yield kit.text("heading", place, [kit.para(text, kit.style(pt(12.5), bold=True))], anchor=Anchor.MIDDLE)


def _stretched(cell: _Cell, height: Length) -> tuple[Length, ...]:
    """Row heights that fill `height` as far as the rows may grow, each by the same share."""
    spare = height - total(cell.flow.heights)
    elastic = total([h for h, s in zip(cell.flow.heights, cell.flow.stretch, strict=True) if s])
    if not elastic or spare.emu <= 0:
        return cell.flow.heights
    factor = 1 + spare.ratio(elastic)
    grown = [h * factor if s else h for h, s in zip(cell.flow.heights, cell.flow.stretch, strict=True)]
    last = max(i for i, s in enumerate(cell.flow.stretch) if s)
    grown[last] = grown[last] + (height - total(grown))
    return tuple(grown)


def _notes(kit: Kit, box: Box) -> Iterator[Item]:
    named = kit.named("notes", kit.span)
    yield from heading(named, kit.words.say("my_notes"), box)
    yield from notes_block(named, box.cut_top(HEADING)[1])
