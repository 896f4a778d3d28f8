"""Things to tick: each a box, a line that can be true or not, and perhaps a sentence on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Depth, Flow, Overflow, Part, Placed, halves
from generator.blocks._cards import grid, settled
from generator.blocks._headings import stepped
from generator.blocks._parting import parted
from generator.blocks._room import choose, lines, need, whole
from generator.blocks._ruled import Line, ruled, small
from generator.blocks._tails import ends_short, held
from generator.geometry import ZERO, Box, Length, inch, mm, pt
from generator.kit import CORNER, GAP, Kit
from generator.notation.inline import Text
from generator.page.items import Item, Stroke
from generator.page.shapes import Rectangle
from generator.page.text import Anchor, Paragraph

MOST = 12
"""Items on a slide."""
BOX = inch(0.5)
INSET = inch(0.3)
TO_TEXT = inch(0.28)
PADDING, LEAST_PADDING = inch(0.14), inch(0.06)
"""Above and below the words of a card, and where room is scarce."""
STEPS = ((36, 24), (28, 24), (28, 20), (24, 20), (20, 18))
"""Sizes of an item's title and of its text."""
STEP = 4
"""How many points a text may be smaller so that fewer end on a stub."""
SHEET_BOX = mm(3.4)
SHEET_TEXT = mm(5.8)


class Tick(Part):
    """One thing to tick."""

    title: Text
    text: Text | None = None


class Checklist(Block):
    """Things to tick."""

    kind: Literal["checklist"] = "checklist"
    items: tuple[Tick, ...] = Field(min_length=1, max_length=40)

    def shorten(self, depth: Depth) -> Self:
        """At brief depth the titles alone."""
        if depth is not Depth.BRIEF or not any(item.text for item in self.items):
            return self
        return self.model_copy(update={"items": tuple(item.model_copy(update={"text": None}) for item in self.items)})

    def split(self) -> tuple[Self, Self] | None:
        """The first and the second half of the items; of one item its title and first half, and what is left."""
        if len(self.items) < 2:
            cut = _cut(self.items[0]) if self.items else None
            return (self.model_copy(update={"items": (cut[0],)}), self.model_copy(update={"items": (cut[1],)})) if cut else None
        first, second = halves(self.items)
        return self.model_copy(update={"items": first}), self.model_copy(update={"items": second})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Equal cards in two columns, read down; up to three in one column."""
        if not self.items:
            return Placed(())
        if len(self.items) > MOST:
            return Overflow(box.h * (len(self.items) / MOST), box.h)
        places = grid(len(self.items), 3, box)
        chosen = choose(_settings(kit, self.items), lambda s: s.taken(places), places[0].h)
        if isinstance(chosen, Overflow):
            rows = len({place.y for place in places})
            return Overflow(chosen.need * rows + GAP * (rows - 1), box.h)
        smaller = (s for s in _settings(kit, self.items) if s.near(chosen) and ZERO < (s.taken(places) or ZERO) <= places[0].h)
        calmest = min((chosen, *smaller), key=lambda s: s.stubs(places))
        rows = len({place.y for place in places})
        calm = settled(box, rows, calmest.words(places), GAP)
        return Placed(tuple(calmest.draw(grid(len(self.items), 3, calm))))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """One row an item: box and line, and the text below it."""
        return ruled(kit, [_sheet_line(kit, item, number, width) for number, item in enumerate(self.items, 1)])


def _cut(item: Tick) -> tuple[Tick, Tick] | None:
    text, title = parted(item.text), parted(item.title)
    if text and (not title or len(str(item.text)) >= len(str(item.title))):
        return item.model_copy(update={"text": text[0]}), item.model_copy(update={"text": text[1]})
    return (Tick(title=title[0]), item.model_copy(update={"title": title[1]})) if title else None


@dataclass(frozen=True, slots=True)
class _Setting:
    """One way to set the items."""

    kit: Kit
    items: tuple[Tick, ...]
    title: Length
    text: Length
    padding: Length

    def told(self, item: Tick) -> list[Paragraph]:
        title = self.kit.para(item.title, self.kit.style(self.title, bold=True), height=1.15)
        style = self.kit.style(self.text, self.kit.quiet)
        return [title, self.kit.para(item.text, style, before=inch(0.05))] if item.text else [title]

    def taken(self, places: tuple[Box, ...]) -> Length | None:
        """What the highest card takes; None where a word would be broken or large type takes many lines."""
        heights = []
        for item, place in zip(self.items, places, strict=True):
            width, told = _text_width(place), self.told(item)
            if not whole(self.kit, told, width) or (self.title.pt > 20 and lines(self.kit, told[:1], width) > 1):
                return None
            if self.text.pt > 18 and lines(self.kit, told[1:], width) > 2:
                return None
            heights.append(need(self.kit, told, width))
        return max([BOX, *heights]) + self.padding * 2

    def words(self, places: tuple[Box, ...]) -> Length:
        """The height of the fullest card's words."""
        pairs = zip(self.items, places, strict=True)
        return max(self.kit.height(self.told(item), _text_width(place)) for item, place in pairs)

    def near(self, other: Self) -> bool:
        """Whether its words are one size smaller at most than those of another setting, and have no less air."""
        return self.title <= other.title and other.text - pt(STEP) <= self.text < other.text and self.padding >= other.padding

    def stubs(self, places: tuple[Box, ...]) -> int:
        """How many texts would end on a stub if nobody held their last words together."""
        kit, pairs = self.kit, zip(self.items, places, strict=True)
        return sum(ends_short(kit, told, _text_width(place)) for item, place in pairs for told in self.told(item))

    def draw(self, places: tuple[Box, ...]) -> Iterator[Item]:
        kit = self.kit
        pairs = tuple(zip(self.items, places, strict=True))
        for number, (item, place) in enumerate(pairs, 1):
            name = f"item-{number}"
            yield kit.card(name, place)
            left = Box(place.x + INSET, place.y, BOX, place.h).centred(BOX, BOX)
            yield kit.shape(f"{name}-box", left, Rectangle(CORNER), fill=kit.paper, stroke=Stroke(kit.accent, pt(2.25)))
            width = _text_width(place)
            text = Box(left.right + TO_TEXT, place.y + self.padding, width, place.h - self.padding * 2)
            told = [held(kit, paragraph, width) for paragraph in self.told(item)]
            highest = max(kit.height(self.told(other), _text_width(p)) for other, p in pairs if p.y == place.y)
            top = (text.h - min(highest, text.h)) / 2
            yield kit.text(f"{name}-text", text.cut_top(top)[1], told)


def _settings(kit: Kit, items: tuple[Tick, ...]) -> Iterator[_Setting]:
    sizes = stepped(kit, STEPS)
    for padding in (PADDING, LEAST_PADDING):
        for title, text in sizes:
            yield _Setting(kit, items, pt(title), pt(text), padding)


def _text_width(place: Box) -> Length:
    return place.w - INSET * 2 - BOX - TO_TEXT


def _sheet_line(kit: Kit, item: Tick, number: int, width: Length) -> Line:
    told = [small(kit, item.title, bold=bool(item.text)), *([small(kit, item.text, kit.quiet)] if item.text else [])]
    room = width - SHEET_TEXT

    def draw(box: Box) -> tuple[Item, ...]:
        text = kit.text(f"item-{number}-text", Box(box.x + SHEET_TEXT, box.y, room, box.h), told, anchor=Anchor.MIDDLE)
        first = box.y + (box.h - text.body.height) / 2 + kit.sheet.size * kit.sheet.leading / 2
        square = Box(box.x + pt(0.5), first - SHEET_BOX / 2, SHEET_BOX, SHEET_BOX)
        return kit.shape(f"item-{number}-box", square, stroke=Stroke(kit.ink, pt(0.9))), text

    return Line(kit.height(told, room), draw)
