"""Lay a run sheet: one page for the trainer's hand, its rows to scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.errors import Findings
from generator.geometry import ZERO, Box, Length, mm, pt, total
from generator.kit import Kit, Medium, Paint
from generator.layout.chrome import day, trimmed
from generator.layout.endings import footer
from generator.layout.paper import Paper
from generator.layout.room import room_plan
from generator.notation.inline import Fragment, Rich
from generator.outline.run_sheet import RowSort, RunRow, RunSheet
from generator.page.items import Item, Stroke
from generator.page.pages import Document, Face, Page
from generator.page.shapes import Rectangle
from generator.page.text import Align, Anchor, Paragraph, Style
from generator.source import Span

LEAST, MOST = mm(6.4), mm(4.5)
"""The lowest a row may be, and the most that one minute takes."""
HEAD, LOWER, GAP = mm(27), mm(66), mm(6)
"""What title and table head take, what room and materials take, and what stands between."""
CLOCK, BAR, MINUTES, NAME, TOLD = mm(0), mm(17), mm(22), mm(39), mm(82)
"""Where the columns begin."""
END_ROW = mm(6.4)


@dataclass(frozen=True, slots=True)
class _Scale:
    """How high rows are: so much a minute, but none lower than what a line takes."""

    minute: Length
    whole: bool
    """Whether rows are whole sections, so that all of them can be to scale."""

    def height(self, row: RunRow) -> Length:
        if row.sort is RowSort.END:
            return END_ROW
        if row.sort is RowSort.BEFORE and not self.whole:
            return LEAST
        return max(LEAST, self.minute * row.minutes)


def lay_run_sheet(sheet: RunSheet, kit: Kit, paper: Paper, faces: tuple[Face, ...], findings: Findings) -> Document:
    """Lay `sheet` on one page of `paper`; L005 where the day has more parts than a page has rows."""
    kit = replace(kit, medium=Medium.SHEET, role="dk1", prefix="", theme=kit.theme.on_paper or kit.theme)
    live = paper.live
    upper, lower = live.cut_bottom(LOWER, GAP)
    room = upper.h - HEAD
    scale = _scale(sheet.rows, room)
    if total([scale.height(row) for row in sheet.rows]) > room + mm(0.5):
        message = f"the run sheet has {len(sheet.rows)} rows, more than fit on {paper.id}"
        findings.error("L005", Span(sheet.colophon.code), message, "join chapters or sections")
    items = (
        *_head(kit, sheet, upper),
        *_table(kit, sheet, upper.cut_top(HEAD)[1], scale),
        *_lower(kit, sheet, lower),
        *footer(kit, sheet.colophon, paper),
    )
    colophon = sheet.colophon
    page = Page("run-sheet", sheet.title, paper.size, items)
    return Document(
        f"{colophon.id}-run-sheet", f"{sheet.title}: {kit.words.say('run_sheet')}", "", colophon.author, colophon.keywords,
        colophon.language, colophon.date, (page,), kit.theme.master, faces,
    )  # fmt: skip


def _scale(rows: tuple[RunRow, ...], room: Length) -> _Scale:
    """The largest scale at which all rows fit."""
    whole = not any(row.page for row in rows)
    best = _Scale(ZERO, whole)
    for step in range(1, 301):
        scale = _Scale(MOST * (step / 300), whole)
        if total([scale.height(row) for row in rows]) <= room:
            best = scale
    return best


def _head(kit: Kit, sheet: RunSheet, box: Box) -> Iterator[Item]:
    session = sheet.colophon.session
    yield kit.shape("top-rule", Box(box.x, box.y, box.w, mm(1.1)), fill=kit.ink)
    eyebrow = " · ".join((kit.words.say("run_sheet"), day(sheet.colophon), sheet.colophon.audience))
    place = Box(box.x, box.y + mm(4.6), box.w * 0.7, mm(4.6))
    yield kit.text("eyebrow", place, [kit.para(eyebrow, kit.style(pt(9.5), kit.quiet))])
    size = next((s for s in (26, 22, 18) if kit.width(sheet.title, kit.heading(pt(s))) <= box.w * 0.72), 16)
    title = Box(box.x, box.y + mm(8.6), box.w * 0.74, pt(size) * 1.2)
    yield kit.text("title", title, [kit.para(sheet.title, kit.heading(pt(size)))], slot="title")
    yield _pill(kit, box)
    told = (kit.words.say("people", n=sheet.room.seats), session.place, session.client)
    people = [kit.para(", ".join(part for part in told if part), kit.style(pt(9.5)), align=Align.RIGHT)]
    yield kit.text("people", Box(box.x + box.w * 0.55, box.y + mm(12.4), box.w * 0.45, mm(4.6)), people)


def _pill(kit: Kit, box: Box) -> Item:
    style = kit.style(pt(9), bold=True)
    text = kit.words.say("for_trainers")
    width = kit.width(text, style) + mm(6.4)
    place = Box(box.right - width, box.y + mm(4.2), width, mm(6))
    label = [kit.para(text, style, align=Align.CENTRE)]
    return kit.label("readers", place, label, Rectangle(place.h / 2), Paint(stroke=Stroke(kit.ink, pt(1))))


def _table(kit: Kit, sheet: RunSheet, box: Box, scale: _Scale) -> Iterator[Item]:
    yield from _table_head(kit, box, scale)
    yield kit.rule("table-head-rule", (box.x, box.y), box.w, kit.ink, 1.25)
    y = box.y
    for number, row in enumerate(sheet.rows):
        place = Box(box.x, y, box.w, scale.height(row))
        yield from _row(kit, f"row-{number + 1}", row, place)
        y = place.bottom
        if row.sort is not RowSort.END:
            last = number == len(sheet.rows) - 2
            yield kit.rule(
                f"row-{number + 1}-rule",
                (box.x, y),
                box.w,
                kit.ink if last else kit.theme.named["neutral"],
                1.25 if last else 0.5,
            )


def _table_head(kit: Kit, box: Box, scale: _Scale) -> Iterator[Item]:
    style = kit.style(pt(9), kit.quiet, bold=True)
    y = box.y - mm(5.6)
    for key, x, width, align in (
        ("run_clock", CLOCK, mm(16), Align.LEFT),
        ("run_minutes", MINUTES, mm(12), Align.RIGHT),
        ("run_block", NAME, mm(40), Align.LEFT),
    ):
        yield kit.text(key, Box(box.x + x, y, width, mm(4.6)), [kit.para(kit.words.say(key), style, align=align)])
    told = [Fragment(kit.words.say("run_happens"), bold=True)]
    if scale.minute and scale.whole:
        told.append(Fragment("   " + kit.words.say("run_scale", mm=f"{scale.minute.mm * 10:.0f}")))
    text = kit.para(Rich(tuple(told)), kit.style(pt(9), kit.quiet))
    yield kit.text("run_happens", Box(box.x + TOLD, y, box.w - TOLD, mm(4.6)), [text])


def _row(kit: Kit, name: str, row: RunRow, box: Box) -> Iterator[Item]:
    if row.sort is RowSort.BREAK:
        yield kit.shape(f"{name}-ground", box, fill=kit.surface)
    ink = kit.style(pt(12), bold=True)
    yield _cell(kit, f"{name}-clock", row.clock, Box(box.x + CLOCK, box.y, mm(16), box.h), ink)
    if row.sort is not RowSort.END:
        yield _bar(kit, f"{name}-bar", row.sort, Box(box.x + BAR, box.y + mm(0.7), mm(3.6), box.h - mm(1.4)))
        minutes = kit.para(f"{row.minutes:g}", kit.style(pt(9.5), kit.quiet), align=Align.RIGHT)
        yield kit.text(f"{name}-minutes", Box(box.x + MINUTES, box.y, mm(12), box.h), [minutes], anchor=Anchor.MIDDLE)
    yield _cell(
        kit, f"{name}-name", row.name, Box(box.x + NAME, box.y, TOLD - NAME - mm(2), box.h), kit.style(pt(10.5), bold=True)
    )
    told = _told(kit, row, box.w - TOLD, box.h)
    if told:
        yield kit.text(f"{name}-told", Box(box.x + TOLD, box.y, box.w - TOLD, box.h), told, anchor=Anchor.MIDDLE)


def _told(kit: Kit, row: RunRow, width: Length, height: Length) -> list[Paragraph]:
    """What happens in a row: in two lines where there is room, else in one, the smaller matter first to go."""
    page = (Fragment(f"{row.page}   ", bold=True),) if row.page else ()
    first = kit.para(Rich((*page, Fragment(row.told))), kit.style(pt(9.5)))
    more = kit.para(row.more, kit.style(pt(9), kit.quiet))
    joined = kit.para(f"{row.told} {row.more}", kit.style(pt(9.5)))
    small = kit.para(Rich((*page, Fragment(row.told))), kit.style(pt(8.5)))
    ways = ([first, more], [joined]) if row.told and row.more else ([first], [small])
    for way in ways:
        if row.told and kit.height(way, width) <= height:
            return way
    if row.more:
        return [more]
    cut = trimmed(kit, row.told, small.runs[-1].style, width - kit.width(f"{row.page}   ", small.runs[-1].style))
    return [kit.para(Rich((*page, Fragment(cut))), kit.style(pt(8.5)))] if row.told else []


def _cell(kit: Kit, name: str, text: str, box: Box, style: Style) -> Item:
    return kit.text(name, box, [kit.para(text, style)], anchor=Anchor.MIDDLE)


def _bar(kit: Kit, name: str, sort: RowSort, box: Box) -> Item:
    """Filled while somebody teaches, outlined in a break, dashed before people come."""
    if sort is RowSort.TEACHING:
        return kit.shape(name, box, fill=kit.ink)
    return kit.shape(name, box, fill=kit.paper, stroke=Stroke(kit.ink, pt(1), dashed=sort is RowSort.BEFORE))


def _lower(kit: Kit, sheet: RunSheet, box: Box) -> Iterator[Item]:
    left, right = box.columns(2, mm(5))
    yield from _heading(kit, "room", kit.words.say("run_room", plan=kit.words.say(f"plan_{sheet.room.plan}")), left)
    yield from room_plan(kit, sheet.room, left.cut_top(mm(11))[1])
    yield from _heading(kit, "materials", kit.words.say("run_materials_title"), right)
    places, late = right.cut_top(mm(11))[1].cut_bottom(mm(11), mm(2))
    yield from _materials(kit, sheet.materials, places)
    text = Rich((Fragment(kit.words.say("run_late_label") + " ", bold=True), Fragment(sheet.late)))
    yield kit.text("late", late, [kit.para(text, kit.style(pt(9.5)), height=1.25)], anchor=Anchor.BOTTOM)


def _heading(kit: Kit, name: str, text: str, box: Box) -> Iterator[Item]:
    yield kit.rule(f"{name}-rule", (box.x, box.y), box.w, kit.ink, 1.5)
    yield kit.text(f"{name}-heading", Box(box.x, box.y + mm(2), box.w, mm(7)), [kit.para(text, kit.style(pt(12.5), bold=True))])


def _materials(kit: Kit, materials: tuple[str, ...], box: Box) -> Iterator[Item]:
    """Boxes to tick, two beside each other, read down."""
    deep = (len(materials) + 1) // 2
    columns = box.columns(2, mm(4))
    for number, text in enumerate(materials):
        column = columns[number // deep]
        row = column.rows(deep)[number % deep]
        name = f"material-{number + 1}"
        tick = Box(row.x, row.y + (row.h - mm(3.4)) / 2, mm(3.4), mm(3.4))
        yield kit.shape(f"{name}-box", tick, stroke=Stroke(kit.ink, pt(1)))
        place = Box(row.x + mm(6), row.y, row.w - mm(6), row.h)
        yield kit.text(name, place, [kit.para(text, kit.style(pt(9.5)))], anchor=Anchor.MIDDLE)
        if number % deep < deep - 1 and number < len(materials) - 1:
            yield kit.rule(f"{name}-rule", (row.x, row.bottom), row.w, kit.theme.named["neutral"], 0.5)
