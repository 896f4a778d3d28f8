"""Lay a one-pager: exactly one page, its column height used.

Natural heights first; `fitting` finds the largest setting. Slack goes into the rows, at last into lines for notes; gaps never
stretch beyond two millimetres.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.errors import Findings
from generator.geometry import ZERO, Box, Length, mm, pt, total
from generator.kit import Kit, Medium
from generator.layout.endings import PANEL_HEIGHT, end_panel, footer, notes_block
from generator.layout.fitting import HEADING, Cell, Setting, fit
from generator.layout.headers import header
from generator.layout.paper import Paper
from generator.layout.slides import LaidOut, Shown
from generator.outline.model import Sheet
from generator.page.items import Item
from generator.page.pages import Document, Face, Page
from generator.page.text import Anchor

HEADING_SIZES = (12.5, 11.5, 10.5)
"""Points: headings are a little smaller where a wide face would break them."""
NOTES_ROOM = mm(24)
"""Slack from which on a block for notes is added."""


def lay_sheet(sheet: Sheet, kit: Kit, paper: Paper, faces: tuple[Face, ...], findings: Findings) -> LaidOut:
    """Lay `sheet` on one page of `paper`; `must` entries without room are warnings, others are only reported."""
    kit = replace(kit.named("", sheet.span), medium=Medium.SHEET, theme=kit.theme.on_paper or kit.theme)
    head = header(kit, sheet, paper.live)
    panel = Box(paper.live.x, paper.live.bottom - PANEL_HEIGHT, paper.live.w, PANEL_HEIGHT)
    body = Box(paper.live.x, head.bottom, paper.live.w, panel.y - head.bottom)
    setting = fit(kit, paper, sheet.entries, sheet.header, lambda each: _room(kit, sheet, each))
    for entry in (e for e in setting.dropped if e.rank == 0):
        findings.warning(
            "L003",
            entry.span,
            f"topic {entry.topic!r} found no room on the one-pager",
            "shorten it, or lower the number of topics",
        )
    items = (
        *head.items,
        *_draw(setting, body, findings, sheet),
        *end_panel(kit, sheet, panel),
        *footer(kit, sheet.colophon, paper),
    )
    page = Page("one-pager", str(sheet.headline or sheet.name), paper.size, items)
    colophon = sheet.colophon
    document = Document(
        colophon.id, colophon.title, str(sheet.claim), colophon.author, colophon.keywords, colophon.language, colophon.date,
        (page,), kit.theme.master, faces,
    )  # fmt: skip
    return LaidOut(
        document,
        tuple(Shown(page.id, e.topic, (e.block,), hidden=False) for e in setting.entries),
        tuple(e.topic for e in setting.dropped),
    )


def _room(kit: Kit, sheet: Sheet, paper: Paper) -> Length:
    """The height between header and end panel on a paper."""
    return paper.live.bottom - PANEL_HEIGHT - header(kit, sheet, paper.live).bottom


def _draw(setting: Setting, body: Box, findings: Findings, sheet: Sheet) -> Iterator[Item]:
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


def _draw_cell(kit: Kit, cell: Cell, box: Box) -> Iterator[Item]:
    named = kit.named(cell.entry.topic, cell.entry.block.span)
    if cell.entry.block.headed:
        yield from heading(named, cell.entry.title, box)
        box = box.cut_top(HEADING)[1]
    heights = _stretched(cell, box.h)
    yield from cell.flow.draw(box.cut_top(total(heights))[0], heights)


def heading(kit: Kit, text: str, box: Box) -> Iterator[Item]:
    """The rule and the heading line of a block."""
    yield kit.rule("heading-rule", (box.x, box.y), box.w, kit.accent, 1.5)
    place = Box(box.x, box.y + mm(2.2), box.w, pt(15))
    styles = [kit.heading(pt(size)) if kit.theme.look.display else kit.style(pt(size), bold=True) for size in HEADING_SIZES]
    style = next((each for each in styles if kit.width(text, each) <= box.w), styles[-1])
    yield kit.text("heading", place, [kit.para(text, style)], anchor=Anchor.MIDDLE)


def _stretched(cell: Cell, height: Length) -> tuple[Length, ...]:
    """Row heights that fill `height` as far as the rows may grow, each by the same share."""
    spare = height - total(cell.flow.heights)
    if spare > cell.reach - cell.height:
        spare = cell.elastic  # it could not end with its neighbours anyway
    if spare.emu <= 0:
        return cell.flow.heights
    factor = 1 + spare.ratio(cell.stretchable)
    grown = [h * factor if s else h for h, s in zip(cell.flow.heights, cell.flow.stretch, strict=True)]
    last = max(i for i, s in enumerate(cell.flow.stretch) if s)
    grown[last] = grown[last] + (total(cell.flow.heights) + spare - total(grown))
    return tuple(grown)


def _notes(kit: Kit, box: Box) -> Iterator[Item]:
    named = kit.named("notes", kit.span)
    yield from heading(named, kit.words.say("my_notes"), box)
    yield from notes_block(named, box.cut_top(HEADING)[1])
