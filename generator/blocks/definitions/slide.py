"""Terms on a slide: bands, ruled rows with or without a column of examples, or two columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from generator.block import Overflow, Placed
from generator.blocks._cards import settled
from generator.blocks._headings import stepped
from generator.blocks._room import choose, legible, lines, need, whole
from generator.blocks._tails import held
from generator.blocks.definitions.term import Term, column, example
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import GAP, Kit
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

MOST_TERMS = 12
"""Terms on a slide."""
FEW = 3
"""So many terms at most are bands."""
BANDS = ((44, 28), (36, 24), (28, 24), (28, 20), (24, 20), (20, 18))
LARGE = ((28, 24), (24, 20), (24, 18))
SMALL = ((20, 18), (18, 18))
TIGHT = ((16, 16),)
"""Sizes of terms and of what they mean."""
SPACE = inch(0.4)
"""From terms to meanings, and between two columns."""
INSET = inch(0.4)
PADDING, LEAST_PADDING, IN_BAND = inch(0.1), inch(0.06), inch(0.14)
STACKED = inch(6.4)
"""Below this width a meaning stands below its term."""
WIDE = inch(10)
"""From this width on there is room for a column of examples."""
EXAMPLE_SHARES, HEAD = (0.3, 0.55), pt(14)
"""The least and the most of what is right of the terms that the examples take, and the size of the word above them."""
FOOT = 0.215
"""Below the baseline of a line, as a share of the size of its type."""


def place_definitions(kit: Kit, terms: tuple[Term, ...], box: Box) -> Placed | Overflow:
    """Set `terms` in `box`, in the largest type that has room."""
    if len(terms) > MOST_TERMS:
        return Overflow(box.h * (len(terms) / MOST_TERMS), box.h)
    chosen = choose(_settings(kit, terms, box), lambda setting: setting.taken(), box.h)
    return chosen if isinstance(chosen, Overflow) else Placed(tuple(chosen.calm().draw()))


class _Form(StrEnum):
    """How terms stand: as bands, in rows, there with examples in a column of their own, or stacked in one or two columns."""

    BANDS = "bands"
    ROWS = "rows"
    EXAMPLES = "examples"
    STACKS = "stacks"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True)
class _Setting:
    """One way to set the terms."""

    kit: Kit
    terms: tuple[Term, ...]
    box: Box
    term: int
    text: int
    form: _Form
    most: int
    """How many lines a meaning may take."""
    padding: Length = PADDING
    """Above and below the words of a row."""

    @property
    def stacked(self) -> bool:
        return self.form in (_Form.STACKS, _Form.COLUMNS) or self.box.w < STACKED

    def places(self) -> tuple[Box, ...]:
        """A place for each term, read down."""
        count = len(self.terms)
        if self.form is _Form.BANDS:
            return self.box.rows(count, GAP)
        if self.form is _Form.EXAMPLES:
            return self.box.cut_top(self.head_height())[1].rows(count)
        if self.form is not _Form.COLUMNS:
            return self.box.rows(count)
        left, right = self.box.columns(2, SPACE)
        per = (count + 1) // 2
        return (*left.rows(per), *right.rows(per)[: count - per])

    def parts(self, place: Box) -> tuple[Box, Box]:
        """Where term and meaning stand in a place; the same box where one is above the other."""
        room = place.inset(INSET, ZERO) if self.form is _Form.BANDS else place
        if self.stacked:
            return room, room
        left, right = room.cut_left(column(self.kit, self.terms, pt(self.term), room.w), SPACE)
        return left, right.cut_right(right.w * self._share(), SPACE)[0] if self.form is _Form.EXAMPLES else right

    def _share(self) -> float:
        """Of what is right of the terms, what examples take: meanings and examples by the length of their longest."""
        style, quiet = self.kit.style(pt(self.text)), self.kit.style(pt(min(self.text, 20)), self.kit.quiet)
        means = max(self.kit.width(term.means, style) for term in self.terms)
        examples = max(self.kit.width(term.example or "", quiet) for term in self.terms)
        least, most = EXAMPLE_SHARES
        return min(most, max(least, examples.emu / (means + examples).emu))

    def aside(self, place: Box) -> Box:
        """Where an example stands beside its meaning."""
        return place.cut_left(self.parts(place)[1].right - place.x, SPACE)[1]

    def head(self) -> Paragraph:
        """The word above a column of examples, which says once what they all are."""
        return self.kit.para(self.kit.words.say("example"), self.kit.style(HEAD, self.kit.quiet, bold=True))

    def head_height(self) -> Length:
        """Of the word above the examples, with the air below it."""
        return need(self.kit, [self.head()], self.box.w) + inch(0.08)

    def example(self, term: Term) -> list[Paragraph]:
        """An example in a column of its own."""
        return [self.kit.para(term.example or "", self.kit.style(pt(min(self.text, 20)), self.kit.quiet))]

    def name(self, term: Term) -> Paragraph:
        """The term, in the document's colour."""
        ground = self.kit.surface if self.form is _Form.BANDS else self.kit.paper
        colour = legible(self.kit, self.kit.role, ground)
        return self.kit.para(term.term, self.kit.style(pt(self.term), colour, bold=True), height=1.15)

    def said(self, term: Term) -> list[Paragraph]:
        """What it means, and the example."""
        kit = self.kit
        means = kit.para(term.means, kit.style(pt(self.text)), before=inch(0.03))
        if not term.example or self.form is _Form.EXAMPLES:
            return [means]
        quiet = kit.style(pt(self.text if self.text <= 20 else 20), kit.quiet)
        return [means, replace(example(kit, term.example, quiet), before=inch(0.06))]

    def taken(self) -> Length | None:
        """The height needed; None where a word would be broken, or large type takes many lines."""
        places, tallest = self.places(), ZERO
        for term, place in zip(self.terms, places, strict=True):
            (left, right), name, said = self.parts(place), self.name(term), self.said(term)
            if not whole(self.kit, [name], left.w) or not whole(self.kit, said, right.w):
                return None
            if lines(self.kit, [name], left.w) > 2 or lines(self.kit, said[:1], right.w) > self.most:
                return None
            if self.form is _Form.EXAMPLES:
                aside, room = self.example(term), self.aside(place).w
                if not whole(self.kit, aside, room) or lines(self.kit, aside, room) > self.most:
                    return None
                tallest = max(tallest, need(self.kit, aside, room))
            texts = [[name, *said]] if self.stacked else [[name], said]
            tallest = max(tallest, *(need(self.kit, text, right.w if text != [name] else left.w) for text in texts))
        rows = len({place.y for place in places})
        padding = IN_BAND if self.form is _Form.BANDS else self.padding
        head = self.head_height() if self.form is _Form.EXAMPLES else ZERO
        return (tallest + padding * 2) * rows + self.gap * (rows - 1) + head

    @property
    def gap(self) -> Length:
        """Between bands; rows touch."""
        return GAP if self.form is _Form.BANDS else ZERO

    def calm(self) -> Self:
        """The same setting, its bands or rows no higher than their words can bear."""
        if self.form not in (_Form.BANDS, _Form.ROWS) or self.stacked:
            return self
        count = len(self.terms)
        row = ((self.taken() or ZERO) - self.gap * (count - 1)) / count - (IN_BAND * 2 if self.gap else ZERO)
        return replace(self, box=settled(self.box, count, row, self.gap))

    def draw(self) -> Iterator[Item]:
        """Term by term."""
        kit, places = self.kit, self.places()
        if self.form is _Form.EXAMPLES:
            above = replace(self.aside(places[0]), y=self.box.y, h=self.head_height())
            yield kit.text("examples", above, [self.head()])
        for number, (term, place) in enumerate(zip(self.terms, places, strict=True), 1):
            if self.form is _Form.BANDS:
                yield kit.card(f"term-{number}", place)
            elif place.y > self.box.y:
                yield kit.rule(f"term-{number}-rule", (place.x, place.y), place.w, kit.line)
            left, right = self.parts(place)
            means, *more = self.said(term)
            said = [held(kit, means, right.w), *more]
            if self.stacked:
                yield self._stack(f"term-{number}-text", right, [self.name(term), *said])
                continue
            columns = [("name", left, [self.name(term)]), ("text", right, said)]
            if self.form is _Form.EXAMPLES:
                room = self.aside(place)
                columns.append(("example", room, [held(kit, paragraph, room.w) for paragraph in self.example(term)]))
            yield from self._line(f"term-{number}", columns)

    def _line(self, name: str, columns: list[tuple[str, Box, list[Paragraph]]]) -> Iterator[Item]:
        """A term on one line with the first words of its meaning, as in a dictionary; all in the middle of their row."""
        kit, base = self.kit, max(_baseline(told[0]) for _, _, told in columns)
        lower = [base - _baseline(told[0]) for _, _, told in columns]
        high = max(kit.height(told, box.w) + down for (_, box, told), down in zip(columns, lower, strict=True))
        for (part, box, told), down in zip(columns, lower, strict=True):
            yield kit.text(f"{name}-{part}", box.cut_top(ZERO, max(ZERO, (box.h - high) / 2) + down)[1], told)

    def _stack(self, name: str, place: Box, told: list[Paragraph]) -> Item:
        """A term above its meaning; side by side all begin at one height, so that the highest stands in the middle."""
        if self.form is not _Form.COLUMNS:
            return self.kit.text(name, place, told, anchor=Anchor.MIDDLE)
        texts = ([self.name(term), *self.said(term)] for term in self.terms)
        above = (place.h - max(need(self.kit, text, place.w) for text in texts)) / 2
        return self.kit.text(name, place.cut_top(ZERO, above)[1], told)


def _baseline(paragraph: Paragraph) -> Length:
    """How far below its top the first line of a paragraph stands on."""
    return paragraph.runs[0].style.size * (paragraph.line_height - FOOT)


def _settings(kit: Kit, terms: tuple[Term, ...], box: Box) -> Iterator[_Setting]:
    """All ways to set the terms, the best-looking first; type below 18 points comes last."""
    few = len(terms) <= FEW
    bands, large = (stepped(kit, sizes) for sizes in (BANDS, LARGE))
    if few:
        for term, text in bands:
            yield _Setting(kit, terms, box, term, text, _Form.BANDS, 3 if text > 18 else 6)
    if len(terms) > FEW and box.w >= WIDE and all(term.example for term in terms):
        for form, most in ((_Form.EXAMPLES, 1), (_Form.ROWS, 1), (_Form.EXAMPLES, 2), (_Form.EXAMPLES, 3)):
            for term, text in large:
                yield _Setting(kit, terms, box, term, text, form, most)
    wide = box.w >= STACKED
    ways = [(sizes, most, PADDING) for sizes, most in ((large, 2), (SMALL, 2), (large, 4), (SMALL, 4))]
    for sizes, most, padding in (*ways, (SMALL, 4, LEAST_PADDING), (TIGHT, 6, PADDING)):
        for form in (_Form.ROWS, _Form.COLUMNS) if wide and len(terms) > 1 else (_Form.STACKS,):
            for term, text in sizes:
                yield _Setting(kit, terms, box, term, text, form, most, padding)
