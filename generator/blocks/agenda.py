"""What comes in which order, and how long it takes; each row leads to its section. Filled in by Rolecast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, SkipValidation

from generator.block import Block, Flow, Overflow, Placed, halves
from generator.blocks._cards import beside, ring, settled
from generator.blocks._headings import stepped
from generator.blocks._parting import parted
from generator.blocks._room import AIR, choose, lines, need, whole
from generator.blocks._ruled import Line, ruled, small
from generator.geometry import ZERO, Box, Length, inch, mm, pt
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.items import Item
from generator.page.text import Align, Anchor, Paragraph

ROW_GAP, TIGHT_GAP, LEAST_GAP = inch(0.15), inch(0.12), inch(0.08)
MANY = 7
"""Beyond so many rows they stand as close as can be."""
PADDING, LEAST_PADDING = inch(0.08), inch(0.03)
NARROW = inch(9.5)
"""Below this width the promise stands under the name instead of beside it."""
STEPS = ((36, 24), (28, 20), (24, 20), (20, 18), (18, 16))
"""Sizes of a section's name and of its promise."""
TALL = inch(1.1)
"""Rows from this height on have the promise under the name, and may carry large names in two lines."""
UNDER_NAME, TO_PROMISE, NAMES = inch(0.04), inch(0.4), 0.485
"""From name to promise below it and beside it, and the most of a row that names take."""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A section: its name, what it promises, its minutes (0: not said) and the id of its first slide."""

    title: str
    promise: str
    minutes: float
    slide: str


class Agenda(Block):
    """The sections of a deck."""

    kind: Literal["agenda"] = "agenda"
    entries: Annotated[tuple[AgendaEntry, ...], SkipValidation] = Field(default=(), validation_alias="\0entries")
    first: int = Field(default=1, validation_alias="\0first")
    """The number of the first section, where earlier ones stand on the slide before."""
    tellable: ClassVar[bool] = False

    @classmethod
    def of(cls, entries: Sequence[AgendaEntry]) -> Self:
        """An agenda of these sections."""
        return cls().model_copy(update={"entries": tuple(entries)})

    def texts(self) -> Iterator[Rich]:
        """Names and promises."""
        return (Rich.plain(text) for entry in self.entries for text in (entry.title, entry.promise))

    def split(self) -> tuple[Self, Self] | None:
        """The earlier and the later sections."""
        if len(self.entries) < 2:
            cut = _cut(self.entries[0]) if self.entries else None
            return (self._with(cut[:1], self.first), self._with(cut[1:], self.first)) if cut else None
        first, second = halves(self.entries)
        return self._with(first, self.first), self._with(second, self.first + len(first))

    def _with(self, entries: Sequence[AgendaEntry], first: int) -> Self:
        return self.model_copy(update={"entries": tuple(entries), "first": first})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Equal rows from top to bottom: number, name, promise, minutes."""
        if not self.entries:
            return Placed(())
        count = len(self.entries)
        rows = box.rows(count, ROW_GAP if count < 6 else TIGHT_GAP if count <= MANY else LEAST_GAP)
        sizes = stepped(kit, STEPS)
        settings = [_Setting(kit, self.entries, pt(name), pt(promise), rows[0], self.first) for name, promise in sizes]
        settings = [*(setting for setting in settings if setting.promised_on_a_line()), *settings]
        chosen = choose(settings, lambda s: s.taken(), rows[0].h)
        if isinstance(chosen, Overflow):
            return Overflow(box.h - rows[0].h * len(rows) + chosen.need * len(rows), box.h)
        gap = rows[1].y - rows[0].bottom if count > 1 else ZERO
        rows = settled(box, count, chosen.words, gap).rows(count, gap)
        return Placed(tuple(item for i, row in enumerate(rows) for item in chosen.draw(i, row)))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """One row a section: number, name with its promise, minutes."""
        return ruled(kit, [_sheet_line(kit, entry, number, width) for number, entry in enumerate(self.entries, 1)])


@dataclass(frozen=True, slots=True)
class _Setting:
    """One way to set the rows, which are all like `row`."""

    kit: Kit
    entries: tuple[AgendaEntry, ...]
    name_size: Length
    promise_size: Length
    row: Box
    first: int = 1

    @property
    def padding(self) -> Length:
        """Above and below a row's words."""
        return LEAST_PADDING if len(self.entries) > MANY else PADDING

    @property
    def stacked(self) -> bool:
        return self.row.w < NARROW or self.row.h > TALL

    def name(self, entry: AgendaEntry) -> list[Paragraph]:
        return [self.kit.para(entry.title, self.kit.style(self.name_size, bold=True), height=1.15)]

    def promise(self, entry: AgendaEntry) -> list[Paragraph]:
        return [self.kit.para(entry.promise, self.kit.style(self.promise_size, self.kit.quiet))] if entry.promise else []

    def minutes(self, entry: AgendaEntry) -> list[Paragraph]:
        text = minutes_of(self.kit, entry.minutes)
        return [self.kit.para(text, self.kit.style(self.promise_size, bold=True), align=Align.RIGHT)] if text else []

    def places(self, row: Box) -> tuple[Box, Box, Box]:
        """Where name, promise and minutes stand in a row."""
        inner = beside(row).inset(ZERO, self.padding)
        wide = max((self.kit.width(p.text, p.runs[0].style) for e in self.entries for p in self.minutes(e)), default=ZERO)
        inner, minutes = inner.cut_right(wide + inch(0.05), inch(0.3)) if wide else inner.cut_right(ZERO)
        if not any(e.promise for e in self.entries):
            return inner, inner, minutes
        if self.stacked:
            name = max(need(self.kit, self.name(e), inner.w) for e in self.entries)
            promise = max((need(self.kit, self.promise(e), inner.w) for e in self.entries if e.promise), default=ZERO)
            spare = inner.h - name - promise - UNDER_NAME
            top, below = inner.cut_top(min(max(name, name + spare / 2), inner.h), UNDER_NAME)
            return top, below, minutes
        left, right = inner.cut_left(self._names(inner.w), TO_PROMISE)
        return left, right, minutes

    def _names(self, room: Length) -> Length:
        """The width of the names' column: what leaves every promise on one line, as far as the names allow."""
        names, promises = ([p for e in self.entries for p in told(e)] for told in (self.name, self.promise))
        name, promise = (max(self.kit.width(p.text, p.runs[0].style) for p in told) / AIR for told in (names, promises))
        return max(min(name, room * NAMES), min(room * NAMES, room - TO_PROMISE - promise))

    def promised_on_a_line(self) -> bool:
        """Whether every promise stands on one line: one that wraps beside its name looks as if there were no room."""
        room = self.places(self.row)[1].w
        return all(lines(self.kit, self.promise(e), room) == 1 for e in self.entries if e.promise)

    @property
    def words(self) -> Length:
        """What the words of the fullest row take."""
        return (self.taken() or ZERO) - self.padding * 2

    def taken(self) -> Length | None:
        name, promise, _ = self.places(self.row)
        names, promises = [self.name(e) for e in self.entries], [self.promise(e) for e in self.entries]
        unbroken = all(whole(self.kit, n, name.w) for n in names) and all(whole(self.kit, p, promise.w) for p in promises)
        if not unbroken:
            return None
        most = 2 if self.row.h > TALL else 1
        if self.name_size.pt > 20 and any(lines(self.kit, n, name.w) > most for n in names):
            return None
        upper = max(need(self.kit, n, name.w) for n in names)
        lower = max(need(self.kit, p, promise.w) for p in promises)
        return self.padding * 2 + (upper + UNDER_NAME + lower if self.stacked else max(upper, lower))

    def draw(self, index: int, row: Box) -> Iterator[Item]:
        kit, entry, id_ = self.kit, self.entries[index], f"row-{index + 1}"
        link = f"#{entry.slide}" if entry.slide else ""
        name, promise, minutes = self.places(row)
        yield kit.card(id_, row)
        yield ring(kit, f"{id_}-number", row, str(index + self.first))
        under = self.stacked and entry.promise
        yield replace(
            kit.text(f"{id_}-name", name, self.name(entry), anchor=Anchor.BOTTOM if under else Anchor.MIDDLE), link=link
        )
        if entry.promise:
            anchor = Anchor.TOP if self.stacked else Anchor.MIDDLE
            yield replace(kit.text(f"{id_}-promise", promise, self.promise(entry), anchor=anchor), link=link)
        if entry.minutes:
            yield kit.text(f"{id_}-minutes", minutes, self.minutes(entry), anchor=Anchor.MIDDLE)


def _cut(entry: AgendaEntry) -> tuple[AgendaEntry, AgendaEntry] | None:
    """A long promise goes on under the same name, which ends with the minutes; or a long name goes on."""
    promise, title = parted(Rich.plain(entry.promise)), parted(Rich.plain(entry.title))
    if promise and len(entry.promise) >= len(entry.title):
        return replace(entry, promise=str(promise[0]), minutes=0), replace(entry, promise=str(promise[1]))
    return (replace(entry, title=str(title[0]), promise="", minutes=0), replace(entry, title=str(title[1]))) if title else None


def minutes_of(kit: Kit, minutes: float) -> str:
    """Minutes as a row shows them, such as "5 min"; empty for none."""
    return kit.words.say("minutes", n=f"{minutes:g}") if minutes else ""


def _sheet_line(kit: Kit, entry: AgendaEntry, number: int, width: Length) -> Line:
    left, right = mm(8), mm(18)
    told = [small(kit, entry.title, bold=True), *([small(kit, entry.promise)] if entry.promise else [])]
    figure = [small(kit, str(number), kit.accent, bold=True)]
    time = [kit.para(minutes_of(kit, entry.minutes), kit.style(kit.sheet.size, bold=True), align=Align.RIGHT)]

    def draw(box: Box) -> tuple[Item, ...]:
        one, rest = box.cut_left(left)
        text, last = rest.cut_right(right)
        id_ = f"row-{number}"
        items: list[Item] = [
            kit.text(f"{id_}-number", one, figure, anchor=Anchor.MIDDLE),
            kit.text(f"{id_}-name", text, told, anchor=Anchor.MIDDLE),
        ]
        if entry.minutes:
            items.append(kit.text(f"{id_}-minutes", last, time, anchor=Anchor.MIDDLE))
        return tuple(items)

    return Line(kit.height(told, width - left - right), draw)
