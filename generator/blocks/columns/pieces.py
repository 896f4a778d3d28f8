"""The pieces of a column, measured for its width: each knows its height and how to draw itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.blocks._listing import PITCH, fits, rows_of
from generator.blocks._room import legible, need, whole
from generator.blocks._tails import ends_short, held
from generator.blocks.columns.content import Column
from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import Kit, Medium
from generator.notation.inline import Rich
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.shapes import Rectangle
from generator.page.text import Align, Anchor, Bullet, Paragraph, Run

SPEECH = inch(0.1)
"""The corner of a speech field on a slide."""
MOST = 5
"""Points or pairs in a column."""


@dataclass(frozen=True, slots=True)
class Type:
    """The sizes of a column's words and its air."""

    title: Length
    text: Length
    label: Length
    number: Length
    code: Length
    gap: Length
    """Between points, pairs and the like."""
    inset: Length
    """Within the fields of quotes and code."""
    leading: float = 1.2
    tight: bool = False
    """Whether a figure's label stands right of it: a figure alone on its line leaves the rest of that empty."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a column: its sort, the height to plan for, and how to draw it at the top of a box."""

    sort: str
    height: Length
    draw: Callable[[Box, Length], Iterator[Item]]
    """Draws it at the top of a box; of the spare height it is told of, points and pairs stand farther apart."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the pieces of one column."""

    kit: Kit
    column: Column
    name: str
    width: Length
    type: Type
    longest: int = MOST
    """Points or pairs in the column that has most of them."""
    loosest: float = 2
    """How much farther apart points and pairs may stand, as a multiple of the gap."""

    @property
    def role(self) -> str:
        """The column's colour."""
        return self.kit.subject_role(self.column.subject)

    @property
    def ground(self) -> Colour:
        """What its words stand on."""
        return self.kit.surface if self.kit.medium is Medium.SLIDE else self.kit.paper

    @property
    def strong(self) -> Colour:
        """The column's colour for words."""
        return legible(self.kit, self.role, self.ground)

    def pieces(self) -> tuple[Piece, ...] | None:
        """All pieces in their order; None where a word would be broken or a line of code wrapped."""
        made = [getattr(self, f"_{sort}")() for sort in self.column.sorts]
        return None if None in made else tuple(made)

    def para(self, text: Rich, colour: Colour | None = None, bold: bool = False) -> Paragraph:
        """A paragraph in the column's text type."""
        return self.kit.para(text, self.kit.style(self.type.text, colour, bold), height=self.type.leading)

    def stubs(self) -> int:
        """How many of its texts would end on a stub if nobody held their last words together."""
        bullet, inner = Bullet("•", self.strong, self.type.text * 1.0), self.width - self.type.inset * 2
        texts = [(self.para(self.column.text), self.width)] if self.column.text else []
        texts += [(replace(self.para(told), bullet=bullet), self.width) for told in self.column.told]
        texts += [(self.para(self.column.quote), inner)] if self.column.quote else []
        return sum(ends_short(self.kit, text, width) for text, width in texts)

    def _set(self, sort: str, told: Sequence[Paragraph]) -> Piece | None:
        if not whole(self.kit, told, self.width) and self.kit.medium is Medium.SLIDE:
            return None
        kit, name, width = self.kit, f"{self.name}-{sort}", self.width
        shown = [held(kit, paragraph, width) for paragraph in told]

        def draw(box: Box, spare: Length) -> Iterator[Item]:
            yield kit.text(name, Box(box.x, box.y, width, box.h), shown)

        return Piece(sort, need(kit, shown, width), draw)

    def _text(self) -> Piece | None:
        alone = len(self.column.sorts) == 1
        return self._set("text", [self.para(self.column.text or Rich(()), None if alone else self.kit.quiet)])

    def _number(self) -> Piece | None:
        kit, figure = self.kit, self.column.number
        assert figure is not None
        value = kit.para(figure.value, kit.style(self.type.number, self.strong, bold=True), height=1.05)
        if not figure.label:
            return self._set("number", [value])
        label = self.para(figure.label, bold=True)
        return self._set("number", [self._joined(value, label)] if self.type.tight else [value, label])

    def _joined(self, value: Paragraph, label: Paragraph) -> Paragraph:
        return replace(value, runs=(*value.runs, Run("\u2002", label.runs[0].style), *label.runs))

    def fits_on_a_line(self) -> bool:
        """Whether a figure and its label can share a line."""
        joined = replace(self, type=replace(self.type, tight=True))._number() if self.column.number else None
        return self.column.number is None or (joined is not None and joined.height <= self.type.number * 1.1)

    def _points(self) -> Piece | None:
        kit, bullet = self.kit, Bullet("•", self.strong, self.type.text * 1.0)
        plain = [replace(self.para(text), bullet=bullet, before=self.type.gap) for text in self.column.told]
        told = [held(kit, paragraph, self.width) for paragraph in plain]
        if not whole(kit, told, self.width) and kit.medium is Medium.SLIDE:
            return None
        height = need(kit, told, self.width)

        def draw(box: Box, spare: Length) -> Iterator[Item]:
            gap = self.type.gap + self.spread(spare)
            shown = [replace(paragraph, before=gap) for paragraph in told]
            yield kit.text(f"{self.name}-points", Box(box.x, box.y, self.width, box.h), shown)

        return Piece("points", height, draw)

    @property
    def most_spread(self) -> Length:
        """The spare height beyond which points and pairs stand no farther apart."""
        return self.type.gap * self.loosest * max(1, self.longest - 1)

    def spread(self, spare: Length) -> Length:
        """How much farther apart points and pairs stand: the same in all columns, however many they have."""
        return min(self.type.gap * self.loosest, max(ZERO, spare) / max(1, self.longest - 1))

    def _pairs(self) -> Piece | None:
        kit, width = self.kit, self.width
        rows = [
            (self.para(p.label, kit.quiet), replace(self.para(p.value, bold=True), align=Align.RIGHT)) for p in self.column.pairs
        ]
        wide = [tuple(kit.body([p], inch(99)).width for p in row) for row in rows]
        if any(label + value + self.type.gap * 2 > width * 0.97 for label, value in wide):
            return self._stacked()
        line, least = self.type.text * self.type.leading, self.type.gap * 1.5
        height = line * len(rows) + least * (len(rows) - 1)

        def draw(box: Box, spare: Length) -> Iterator[Item]:
            y, gap = box.y, least + self.spread(spare)
            for number, (label, value) in enumerate(rows, 1):
                if number > 1:
                    yield kit.rule(f"{self.name}-pair-{number}-rule", (box.x, y - gap / 2), width, kit.line, 0.75)
                front = wide[number - 1][0] * 1.02 + pt(1)
                yield kit.text(f"{self.name}-pair-{number}-label", Box(box.x, y, front, line), [label])
                yield kit.text(f"{self.name}-pair-{number}-value", Box(box.x + front, y, width - front, line), [value])
                y = y + line + gap

        return Piece("pairs", height, draw)

    def _stacked(self) -> Piece | None:
        """Each label above its value."""
        kit, told = self.kit, []
        for pair in self.column.pairs:
            label = kit.para(pair.label, kit.style(self.type.label, kit.quiet), height=self.type.leading, before=self.type.gap)
            told += [label, self.para(pair.value, bold=True)]
        return self._set("pairs", told)

    def _field(self, sort: str, told: Sequence[Paragraph], fill: Colour, radius: Length) -> Piece:
        kit, inset = self.kit, self.type.inset
        height = need(kit, told, self.width - inset * 2) + inset * 2

        def draw(box: Box, spare: Length) -> Iterator[Item]:
            place = Box(box.x, box.y, self.width, max(height, box.h - spare))
            yield kit.shape(f"{self.name}-{sort}-field", place, Rectangle(radius), fill=fill)
            yield kit.text(f"{self.name}-{sort}", place.inset(inset), told, anchor=Anchor.MIDDLE)

        return Piece(sort, height, draw)

    def _quote(self) -> Piece | None:
        kit, inner = self.kit, self.width - self.type.inset * 2
        slide = kit.medium is Medium.SLIDE
        told = [held(kit, self.para(self.column.quote or Rich(())), inner)]
        if slide and not whole(kit, told, inner):
            return None
        return self._field("quote", told, kit.paper if slide else kit.surface, SPEECH if slide else ZERO)

    def _code(self) -> Piece | None:
        rows = rows_of(self.kit, self.column.code or "", self.type.code, PITCH)
        if self.kit.medium is Medium.SLIDE and not fits(self.kit, rows, self.width - self.type.inset * 2):
            return None
        return self._field("code", rows, self.kit.tint(self.role), ZERO)


def heights(columns: Sequence[Sequence[Piece]]) -> tuple[tuple[Length, ...], ...]:
    """The heights to give the pieces: rows of like height where all columns hold the same sorts."""
    plain = tuple(tuple(piece.height for piece in column) for column in columns)
    if len({tuple(piece.sort for piece in column) for column in columns}) > 1:
        return plain
    rows = tuple(max(row) for row in zip(*plain, strict=True))
    return tuple(rows for _ in columns)


def most(planned: Sequence[Sequence[Length]], gap: Length) -> Length:
    """What the fullest column takes, with `gap` between its pieces."""
    return max(total(tuple(column)) + gap * max(0, len(column) - 1) for column in planned)
