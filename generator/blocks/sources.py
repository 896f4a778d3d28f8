"""Where the facts of a document come from, as a numbered list. Filled in by Rolecast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, SkipValidation

from generator.block import Block, Flow, Overflow, Placed, halves
from generator.blocks._cards import beside, grid, ring, settled
from generator.blocks._headings import stepped
from generator.blocks._parting import parted
from generator.blocks._room import choose, lines, need, whole
from generator.blocks._ruled import Line, ruled
from generator.blocks._tails import held
from generator.geometry import ZERO, Box, Length, inch, mm, pt
from generator.kit import Kit
from generator.notation.inline import Fragment, Rich, Text
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

MOST_IN_COLUMN = 6
MANY, CLOSE = 5, inch(0.13)
"""From this many on the cards of one column stand closer together."""
LEAST_WIDE, LEAST_TALL = 16, 18
"""In one column, texts on one line of this size come before larger ones that wrap; on tall cards they are no smaller."""
SIGN = inch(0.3)
PADDING = inch(0.06)
TALL = inch(1.6)
"""Cards from this height on may carry large titles in two lines."""
STEPS = ((36, 24), (28, 20), (24, 20), (20, 18), (18, 16), (16, 14), (16, 12), (14, 12))
"""Sizes of a source's title and of what is said about it."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source: its title, what else is said of it (author, date, kind), and its https or mailto address or empty."""

    title: str
    detail: str
    url: str


class Sources(Block):
    """The sources, each with a number, and perhaps a notice on all of them."""

    kind: Literal["sources"] = "sources"
    notice: Text | None = None
    entries: Annotated[tuple[SourceEntry, ...], SkipValidation] = Field(default=(), validation_alias="\0entries")
    first: int = Field(default=1, validation_alias="\0first")
    """The number of the first source, where earlier ones stand on the slide before."""
    tellable: ClassVar[bool] = False

    @classmethod
    def of(cls, entries: Sequence[SourceEntry], notice: Rich | None = None) -> Self:
        """A list of these sources."""
        return cls(notice=notice).model_copy(update={"entries": tuple(entries)})

    def texts(self) -> Iterator[Rich]:
        """The notice, then every source."""
        yield from super().texts()
        yield from (Rich.plain(text) for entry in self.entries for text in (entry.title, entry.detail))

    def split(self) -> tuple[Self, Self] | None:
        """The first and the second half of the sources; the notice stays with the second."""
        if len(self.entries) < 2:
            cut = _cut(self.entries[0]) if self.entries else None
            return (self._with(cut[:1], self.first, None), self._with(cut[1:], self.first, self.notice)) if cut else None
        first, second = halves(self.entries)
        return self._with(first, self.first, None), self._with(second, self.first + len(first), self.notice)

    def _with(self, entries: Sequence[SourceEntry], first: int, notice: Rich | None) -> Self:
        return self.model_copy(update={"entries": tuple(entries), "first": first, "notice": notice})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Equal cards, in two columns beyond six; below them the notice."""
        notice = [kit.para(self.notice, kit.style(pt(14), kit.quiet))] if self.notice else []
        high = need(kit, notice, box.w) if notice else ZERO
        upper, foot = box.cut_bottom(high, inch(0.18)) if notice else (box, box)
        items: list[Item] = []
        if self.entries:
            places = _places(len(self.entries), upper)
            least = 0 if len(self.entries) > MOST_IN_COLUMN else LEAST_WIDE if places[0].h <= TALL else LEAST_TALL
            steps = stepped(kit, STEPS)
            settings = [_Setting(kit, self.entries, pt(t), pt(d), 1, self.first) for t, d in steps if 0 < least <= d]
            settings += [_Setting(kit, self.entries, pt(title), pt(detail), first=self.first) for title, detail in steps]
            chosen = choose(settings, lambda s: s.taken(places[0]), places[0].h)
            if isinstance(chosen, Overflow):
                rows = len({place.y for place in places})
                return Overflow(box.h + (chosen.need - chosen.have) * rows, box.h)
            items.extend(chosen.draw(_places(len(self.entries), _calm(upper, chosen, places))))
        if notice:
            items.append(kit.text("notice", foot, notice))
        return Placed(tuple(items))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """Small numbered lines."""
        rows = [_sheet_line(kit, entry, number, width) for number, entry in enumerate(self.entries, 1)]
        if self.notice:
            told = [_small(kit, self.notice)]
            rows.append(Line(kit.height(told, width), lambda box: (kit.text("notice", box, told, anchor=Anchor.MIDDLE),)))
        return ruled(kit, rows)


def _cut(entry: SourceEntry) -> tuple[SourceEntry, SourceEntry] | None:
    """A source with much said about it, or with a long title, goes on under the same number."""
    detail, title = parted(Rich.plain(entry.detail)), parted(Rich.plain(entry.title))
    if detail and len(entry.detail) >= len(entry.title):
        return replace(entry, detail=str(detail[0])), replace(entry, detail=str(detail[1]))
    return (replace(entry, title=str(title[0]), detail=""), replace(entry, title=str(title[1]))) if title else None


def _calm(box: Box, setting: _Setting, places: tuple[Box, ...]) -> Box:
    """The part of `box` for the cards: sources are to be looked up, and a few of them are not blown up to fill a page."""
    if any(place.x > box.x for place in places) or len(places) < 2:
        return box
    words = max(setting.kit.height(setting.told(entry), setting.room(places[0])[0].w) for entry in setting.entries)
    return settled(box, len(places), words, places[1].y - places[0].bottom)


def _places(count: int, box: Box) -> tuple[Box, ...]:
    """The places of equal cards: one column, or two with perhaps one place left free."""
    if MANY <= count <= MOST_IN_COLUMN:
        return box.rows(count, CLOSE)
    return grid(count + count % 2, MOST_IN_COLUMN, box)[:count] if count > MOST_IN_COLUMN else grid(count, MOST_IN_COLUMN, box)


@dataclass(frozen=True, slots=True)
class _Setting:
    """One way to set the cards."""

    kit: Kit
    entries: tuple[SourceEntry, ...]
    title: Length
    detail: Length
    most: int = 9
    """How many lines a title and what is said of it may take."""
    first: int = 1

    def room(self, place: Box) -> tuple[Box, Box]:
        """Where a card's words stand, and at their right the sign of a link; without links there is none for it."""
        linked = any(entry.url for entry in self.entries)
        return beside(place).inset(ZERO, PADDING).cut_right(SIGN if linked else ZERO, inch(0.2) if linked else ZERO)

    def told(self, entry: SourceEntry) -> list[Paragraph]:
        kit = self.kit
        title = kit.para(_linked(entry), kit.style(self.title, bold=True), height=1.15)
        if not entry.detail:
            return [title]
        return [title, kit.para(entry.detail, kit.style(self.detail, kit.quiet), before=inch(0.05))]

    def taken(self, place: Box) -> Length | None:
        width, most, heights = self.room(place)[0].w, 2 if place.h > TALL else 1, []
        for entry in self.entries:
            told = self.told(entry)
            if not whole(self.kit, told, width) or (self.title.pt > 20 and lines(self.kit, told[:1], width) > most):
                return None
            if any(lines(self.kit, [paragraph], width) > self.most for paragraph in told):
                return None
            heights.append(need(self.kit, told, width))
        return max(heights) + PADDING * 2

    def draw(self, places: tuple[Box, ...]) -> Iterator[Item]:
        for number, (entry, place) in enumerate(zip(self.entries, places, strict=True), 1):
            name = f"source-{number}"
            yield self.kit.card(name, place)
            yield ring(self.kit, f"{name}-number", place, str(number - 1 + self.first))
            words, sign = self.room(place)
            told = [held(self.kit, paragraph, words.w) for paragraph in self.told(entry)]
            yield self.kit.text(f"{name}-text", words, told, anchor=Anchor.MIDDLE)
            if entry.url:
                yield self.kit.icon(f"{name}-link", sign.centred(SIGN, SIGN), "external-link", self.kit.accent)


def _linked(entry: SourceEntry) -> Rich:
    return Rich((Fragment(entry.title, link=entry.url),))


def _small(kit: Kit, text: Rich | str) -> Paragraph:
    return kit.para(text, kit.style(kit.sheet.note, kit.quiet), height=kit.sheet.leading)


def _sheet_line(kit: Kit, entry: SourceEntry, number: int, width: Length) -> Line:
    text = Rich((Fragment(entry.title, bold=True, link=entry.url), *([Fragment(f" {entry.detail}")] if entry.detail else [])))
    told, left = [_small(kit, text)], mm(6)

    def draw(box: Box) -> tuple[Item, ...]:
        one, rest = box.cut_left(left)
        figure = [kit.para(str(number), kit.style(kit.sheet.note, kit.accent, bold=True), height=kit.sheet.leading)]
        return (
            kit.text(f"source-{number}-number", one, figure, anchor=Anchor.MIDDLE),
            kit.text(f"source-{number}-text", rest, told, anchor=Anchor.MIDDLE),
        )

    return Line(kit.height(told, width - left), draw)
