"""Words and what they mean: two or three in large bands, more in ruled rows or two columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Depth, Flow, Overflow, Part, Placed, halves
from generator.blocks._headings import capped
from generator.blocks._parting import parted
from generator.blocks._room import AIR, choose, legible, lines, need, whole
from generator.blocks._ruled import Line, ruled, small
from generator.blocks._tails import held
from generator.geometry import ZERO, Box, Length, inch, mm, pt
from generator.kit import GAP, Kit
from generator.notation.inline import Text
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph, Run, Style

MOST_TERMS = 12
"""Terms on a slide."""
FEW = 3
"""So many terms at most are bands."""
BANDS = ((44, 28), (36, 24), (28, 24), (28, 20), (24, 20), (20, 18))
LARGE = ((28, 24), (24, 24), (24, 20), (20, 20))
SMALL = ((20, 18), (18, 18))
TIGHT = ((16, 16),)
"""Sizes of terms and of what they mean."""
LEAST, MOST = 0.18, 0.34
"""The width of the terms' column, as shares of the whole."""
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
PAIRED = mm(72)
"""Columns of a sheet from this width on have a column of terms."""
SHEET_SPACE = mm(4)


class Term(Part):
    """A word, what it means, and an example."""

    term: Text
    means: Text
    example: Text | None = None


class Definitions(Block):
    """Terms."""

    kind: Literal["definitions"] = "definitions"
    terms: tuple[Term, ...] = Field(min_length=1, max_length=40)

    def shorten(self, depth: Depth) -> Self:
        """At brief depth no examples."""
        if depth is not Depth.BRIEF or not any(term.example for term in self.terms):
            return self
        return self.model_copy(update={"terms": tuple(term.model_copy(update={"example": None}) for term in self.terms)})

    def split(self) -> tuple[Self, Self] | None:
        """The first and the last terms; a long meaning goes on beside its term, the example at its end."""
        if len(self.terms) < 2:
            cut = _cut(self.terms[0]) if self.terms else None
            return (self.model_copy(update={"terms": (cut[0],)}), self.model_copy(update={"terms": (cut[1],)})) if cut else None
        first, second = halves(self.terms)
        return self.model_copy(update={"terms": first}), self.model_copy(update={"terms": second})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Equal bands or rows that fill the box."""
        if len(self.terms) > MOST_TERMS:
            return Overflow(box.h * (len(self.terms) / MOST_TERMS), box.h)
        chosen = choose(_settings(kit, self.terms, box), lambda setting: setting.taken(), box.h)
        return chosen if isinstance(chosen, Overflow) else Placed(tuple(chosen.draw()))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """A row a term: the word at the left, what it means at the right, or both on one line in a narrow column."""
        left = min(max(_widest(kit, self.terms, kit.sheet.size), width * LEAST), width * MOST) if width >= PAIRED else ZERO
        return ruled(kit, [_sheet_row(kit, term, f"term-{n}", (width, left)) for n, term in enumerate(self.terms, 1)])


def _cut(term: Term) -> tuple[Term, Term] | None:
    means, example = parted(term.means), parted(term.example)
    if example and len(str(term.example)) > len(str(term.means)):
        return term.model_copy(update={"example": example[0]}), term.model_copy(update={"example": example[1]})
    if not means:
        return None
    return term.model_copy(update={"means": means[0], "example": None}), term.model_copy(update={"means": means[1]})


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
        column = min(max(_widest(self.kit, self.terms, pt(self.term)), room.w * LEAST), room.w * MOST)
        left, right = room.cut_left(column, SPACE)
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
        return [means, replace(_example(kit, term.example, quiet), before=inch(0.06))]

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
        gap = GAP if self.form is _Form.BANDS else ZERO
        rows = len({place.y for place in places})
        padding = IN_BAND if self.form is _Form.BANDS else self.padding
        head = self.head_height() if self.form is _Form.EXAMPLES else ZERO
        return (tallest + padding * 2) * rows + gap * (rows - 1) + head

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
            yield kit.text(f"term-{number}-name", left, [self.name(term)], anchor=Anchor.MIDDLE)
            yield kit.text(f"term-{number}-text", right, said, anchor=Anchor.MIDDLE)
            if self.form is _Form.EXAMPLES:
                room = self.aside(place)
                shown = [held(kit, paragraph, room.w) for paragraph in self.example(term)]
                yield kit.text(f"term-{number}-example", room, shown, anchor=Anchor.MIDDLE)

    def _stack(self, name: str, place: Box, told: list[Paragraph]) -> Item:
        """A term above its meaning; side by side all begin at one height, so that the highest stands in the middle."""
        if self.form is not _Form.COLUMNS:
            return self.kit.text(name, place, told, anchor=Anchor.MIDDLE)
        texts = ([self.name(term), *self.said(term)] for term in self.terms)
        above = (place.h - max(need(self.kit, text, place.w) for text in texts)) / 2
        return self.kit.text(name, place.cut_top(ZERO, above)[1], told)


def _settings(kit: Kit, terms: tuple[Term, ...], box: Box) -> Iterator[_Setting]:
    """All ways to set the terms, the best-looking first; type below 18 points comes last."""
    few = len(terms) <= FEW
    if few:
        for term, text in capped(kit, BANDS):
            yield _Setting(kit, terms, box, term, text, _Form.BANDS, 3 if text > 18 else 6)
    if len(terms) > FEW and box.w >= WIDE and all(term.example for term in terms):
        for most in (2, 3):
            for term, text in LARGE:
                yield _Setting(kit, terms, box, term, text, _Form.EXAMPLES, most)
    wide = box.w >= STACKED
    ways = [(sizes, most, PADDING) for sizes, most in ((LARGE, 2), (SMALL, 2), (LARGE, 4), (SMALL, 4))]
    for sizes, most, padding in (*ways, (SMALL, 4, LEAST_PADDING), (TIGHT, 6, PADDING)):
        for form in (_Form.ROWS, _Form.COLUMNS) if wide and len(terms) > 1 else (_Form.STACKS,):
            for term, text in sizes:
                yield _Setting(kit, terms, box, term, text, form, most, padding)


def _widest(kit: Kit, terms: tuple[Term, ...], size: Length) -> Length:
    """What the longest term takes on one line."""
    return max(kit.width(term.term, kit.style(size, bold=True)) for term in terms) / AIR


def _sheet_row(kit: Kit, term: Term, name: str, widths: tuple[Length, Length]) -> Line:
    width, left = widths
    word, means = small(kit, term.term, legible(kit, kit.role, kit.paper), bold=True), small(kit, term.means)
    example = _example(kit, term.example, kit.style(kit.sheet.note, kit.quiet)) if term.example else None
    more = [replace(example, line_height=kit.sheet.leading)] if example else []
    if not left:
        told = [replace(word, runs=(*word.runs, Run("  ", kit.style(kit.sheet.size)), *means.runs)), *more]
        return Line(kit.height(told, width * AIR), lambda box: (kit.text(f"{name}-text", box, told, anchor=Anchor.MIDDLE),))
    room = width - left - SHEET_SPACE
    height = max(kit.height([word], left * AIR), kit.height([means, *more], room * AIR))

    def draw(box: Box) -> tuple[Item, ...]:
        right = Box(box.right - room, box.y, room, box.h)
        return (
            kit.text(f"{name}-name", replace(box, w=left), [word], anchor=Anchor.MIDDLE),
            kit.text(f"{name}-text", right, [means, *more], anchor=Anchor.MIDDLE),
        )

    return Line(height, draw)


def _example(kit: Kit, text: Text, style: Style) -> Paragraph:
    """An example behind the word that says it is one."""
    label = Run(f"{kit.words.say('example')}: ", replace(style, bold=True))
    return Paragraph((label, *kit.runs(text, style)))
