"""Columns on a slide: equal cards with a head, their pieces spread over the height."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from generator.block import Overflow, Placed
from generator.blocks._cards import AIRY, lowered
from generator.blocks._headings import level, loudest
from generator.blocks._room import choose, need
from generator.blocks.columns.content import Column
from generator.blocks.columns.pieces import Maker, Piece, Type, heights, most
from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import GAP, Kit
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

DISC, TO_TITLE = inch(0.68), inch(0.2)
BELOW_HEAD = inch(0.2)
LARGEST, LARGE = (44, 36, 80, 24), (36, 28, 80, 20)
LINES_LARGEST, LARGEST_TEXT = 3, 24
"""Of a piece in type larger than this."""
STEPS = ((28, 24, 60, 16), (24, 20, 60, 16), (24, 20, 44, 14), (20, 18, 44, 14))
SMALLEST = (18, 18, 36, 14)
"""Sizes of title, text, number and code; the large ones for two columns."""
LEAST_TITLE, LEAST_TEXT = 20, 18
ROOMY, CROWDED = 0.6, 0.9
"""Below the one share of the height a lone piece has a rule above it; below the other type does not shrink to avoid a stub."""
FULL = 0.92
"""The most of their height that pieces in rows of one height take: rules of like rank want air."""
STEP, LEAST_NEAR = 4, 20
"""How many points text may be smaller so that fewer texts end on a stub, and how small it may be for that."""
AIRY_ALONE = 1.25
"""The most a column of one piece takes, in times what it needs: its air lies in one piece below."""
LISTS = ("points", "pairs")
LOOSEST = 3.0
"""How much farther apart points and pairs may stand, as a multiple of the gap."""
SPREAD = 0.3
"""The share of what is left over by which lists grow; the rest lies below heads, around rules and at the foot, alike."""
MOST_LINES = 2
"""Of a title."""


@dataclass(frozen=True, slots=True)
class _Air:
    """Around a card's words, and above and below a rule between pieces."""

    inset: Length
    rule: Length


AIRS = (_Air(inch(0.34), inch(0.16)), _Air(inch(0.26), inch(0.14)))
TIGHT = _Air(inch(0.2), inch(0.1))


def place_columns(kit: Kit, columns: Sequence[Column], box: Box) -> Placed | Overflow:
    """Fill `box` with a card a column."""
    steps = (LARGEST, LARGE, *STEPS) if len(columns) == 2 else STEPS
    ways = [(step, air) for step in steps for air in AIRS] + [(step, TIGHT) for step in (STEPS[-1], SMALLEST)]
    ruled = len({len(column.sorts) for column in columns}) == 1
    level = [_Setting(kit, tuple(columns), box, *way, level=True) for way in ways[: -len(AIRS)]] if ruled else []
    settings = [*level, *(_Setting(kit, tuple(columns), box, *way) for way in ways)]
    chosen = choose(settings, lambda way: way.taken(), box.h)
    if isinstance(chosen, Overflow):
        return chosen
    low = lowered(box, (chosen.taken() or box.h) * (AIRY_ALONE if chosen.lone else AIRY))
    if low != box:
        return place_columns(kit, columns, low)
    full = (chosen.taken() or ZERO) >= box.h * CROWDED
    near = (way for way in settings[settings.index(chosen) + 1 :] if way.near(chosen, smaller=full))
    fitting = (way for way in near if (taken := way.taken()) and taken <= box.h)
    return Placed(tuple(min((chosen, *fitting), key=lambda way: way.stubs()).draw()))


@dataclass(frozen=True, slots=True)
class _Setting:
    """One way to set columns."""

    kit: Kit
    columns: tuple[Column, ...]
    box: Box
    steps: tuple[int, int, int, int]
    air: _Air
    level: bool = False
    """Whether the pieces of all columns stand in rows of one height, whatever their sorts."""

    @property
    def sizes(self) -> tuple[int, int, int, int]:
        """Of title, text, number and code, the title no louder than the slide's, a large text a step below its title."""
        title, text = min(self.steps[0], loudest(self.kit)), self.steps[1]
        below = int(self.kit.theme.sizes(title - 1, 0)[0].pt)
        return title, max(min(text, below), min(text, LEAST_TEXT)), *self.steps[2:]

    @property
    def cards(self) -> tuple[Box, ...]:
        return self.box.columns(len(self.columns), GAP)

    @property
    def width(self) -> Length:
        """Of a card's words."""
        return self.cards[0].w - self.air.inset * 2

    @property
    def front(self) -> Length:
        """What the discs take of a head; they stand in all columns or in none."""
        return DISC + TO_TITLE if all(column.icon for column in self.columns) else ZERO

    def makers(self) -> tuple[Maker, ...]:
        title, text, number, code = (pt(size) for size in self.sizes)
        type_ = Type(title, text, pt(14), number, code, inch(0.1), inch(0.18))
        longest = max(len(entries) for c in self.columns for entries in (c.points, c.pairs))
        told = (longest, LOOSEST)
        made = tuple(Maker(self.kit, c, f"column-{n}", self.width, type_, *told) for n, c in enumerate(self.columns, 1))
        tight = all(maker.fits_on_a_line() for maker in made)
        return tuple(replace(maker, type=replace(type_, tight=True)) for maker in made) if tight else made

    def titles(self) -> tuple[Paragraph, ...] | None:
        """The heads' words: on one line each at the largest size that allows it, else on two."""
        kit, width = self.kit, self.width - self.front
        texts = [column.title for column in self.columns if column.title]
        for size in kit.theme.sizes(self.sizes[0], min(LEAST_TITLE, self.sizes[0])):
            found = level(kit, texts, kit.heading(size), width, 1)
            if found is not None:
                return found
        return level(kit, texts, kit.heading(pt(self.sizes[0])), width, MOST_LINES)

    def head_height(self, titles: Sequence[Paragraph]) -> Length:
        """Of the heads; nothing where no column has a title or an icon."""
        words = max((need(self.kit, [title], self.width - self.front) for title in titles), default=ZERO)
        return max(words, DISC if self.front else ZERO)

    def pieces(self) -> tuple[tuple[Piece, ...], ...] | None:
        """The pieces of all columns; None where one of them cannot be set."""
        made = [maker.pieces() for maker in self.makers()]
        return tuple(column for column in made if column is not None) if None not in made else None

    @property
    def _even(self) -> bool:
        """Whether the rows of all columns are equally high, so that what is left over is the same in all."""
        return self.level or len({column.sorts for column in self.columns}) == 1

    @property
    def lone(self) -> bool:
        """Whether every column holds a single piece."""
        return all(len(column.sorts) == 1 for column in self.columns)

    def frame(self, titles: Sequence[Paragraph]) -> Length:
        """What a card needs besides its pieces."""
        head = self.head_height(titles)
        return self.air.inset * 2 + head + (BELOW_HEAD if head else ZERO)

    def draw(self) -> Iterator[Item]:
        """The cards, one after the other."""
        titles, pieces = self.titles() or (), self.pieces() or ()
        queue, planned = list(titles), self.planned(pieces)
        for number, (column, card) in enumerate(zip(self.columns, self.cards, strict=True), 1):
            maker = self.makers()[number - 1]
            yield self.kit.card(f"column-{number}", card)
            inner = card.inset(self.air.inset)
            high = self.head_height(titles)
            head, rest = inner.cut_top(high, BELOW_HEAD if high else ZERO)
            yield from self._head(maker, head, queue.pop(0) if column.title else None)
            if high and self.lone and total(planned[number - 1]) < rest.h * ROOMY:
                rest = rest.cut_top(self.air.rule)[1]
                yield self.kit.rule(f"column-{number}-head-rule", (rest.x, rest.y), rest.w, Colour(maker.role), 1.5)
                rest = rest.cut_top(BELOW_HEAD)[1]
            yield from self._body(maker, pieces[number - 1], planned[number - 1], rest)

    def _head(self, maker: Maker, box: Box, title: Paragraph | None) -> Iterator[Item]:
        kit, column = self.kit, maker.column
        front, words = box.cut_left(DISC, TO_TITLE) if self.front else box.cut_left(ZERO)
        if self.front and column.icon:
            yield kit.disc(f"{maker.name}-sign", front.centred(DISC, DISC), column.icon, Colour(maker.role))
        if title:
            yield kit.text(
                f"{maker.name}-title", words, [_in(title, maker.strong if column.subject else kit.ink)], anchor=Anchor.MIDDLE
            )

    def _body(self, maker: Maker, pieces: Sequence[Piece], planned: Sequence[Length], box: Box) -> Iterator[Item]:
        """Pieces from top to bottom, a rule above each but the first; what is left lies around rules and at the foot alike.

        It lies below the head as well where the first pieces of all columns still begin on one line.
        """
        kit, count = self.kit, len(pieces)
        spare = box.h - total(tuple(planned)) - self.air.rule * 2 * (count - 1)
        rows = [any(sort in LISTS for sort in row) for row in self._rows(maker.column)]
        growth = min(spare * SPREAD / max(1, sum(rows)), maker.most_spread) if count > 1 else spare
        growth = growth if any(rows) else ZERO
        headed = count > 1 and self.head_height(self.titles() or ()) > ZERO and self._even
        gaps, left, foot = count * 2 - 2 + headed, spare - growth * sum(rows), self.air.inset - self.air.rule
        free = min(left / max(1, gaps), (left + foot) / (gaps + 1))
        air = self.air.rule + free
        box = box.cut_top(free)[1] if headed else box
        for number, (piece, height, grows) in enumerate(zip(pieces, planned, rows, strict=True)):
            if number:
                yield kit.rule(f"{maker.name}-{piece.sort}-rule", (box.x, box.y + air), box.w, Colour(maker.role), 1.5)
                box = box.cut_top(air * 2)[1]
            more = growth if grows else ZERO
            place, box = box.cut_top(height + more)
            yield from piece.draw(place, more)

    def _rows(self, column: Column) -> list[tuple[str, ...]]:
        """The sorts that share each row of a column: those of all columns where they are level."""
        return list(zip(*(c.sorts for c in self.columns), strict=True)) if self.level else [(sort,) for sort in column.sorts]

    def taken(self) -> Length | None:
        """The height of the fullest column; None where a word would be broken or a line of code wrapped."""
        titles, pieces = self.titles(), self.pieces()
        if titles is None or pieces is None:
            return None
        if self.sizes[1] > LARGEST_TEXT and any(
            piece.height > pt(self.sizes[1]) * 1.3 * LINES_LARGEST for c in pieces for piece in c
        ):
            return None
        height = self.frame(titles) + most(self.planned(pieces), self.air.rule * 2)
        return height / FULL if self.level else height

    def planned(self, pieces: Sequence[Sequence[Piece]]) -> tuple[tuple[Length, ...], ...]:
        """The heights to give the pieces."""
        if not self.level:
            return heights(pieces)
        rows = tuple(max(piece.height for piece in row) for row in zip(*pieces, strict=True))
        return tuple(rows for _ in pieces)

    def near(self, other: Self, *, smaller: bool) -> bool:
        """Whether its words are as level and as large as another's, or with `smaller` one size smaller at the same air."""
        if self.level != other.level:
            return False
        near = max(LEAST_NEAR, other.sizes[1] - STEP) <= self.sizes[1] < other.sizes[1]
        return self.sizes == other.sizes or (smaller and near and self.air is other.air)

    def stubs(self) -> int:
        """How many texts would end on a stub if nobody held their last words together."""
        return sum(maker.stubs() for maker in self.makers())


def _in(title: Paragraph, colour: Colour) -> Paragraph:
    return replace(title, runs=tuple(replace(run, style=replace(run.style, colour=colour)) for run in title.runs))
