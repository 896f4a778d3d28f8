"""How cards may be set on a slide: the grids, the sizes of type, and what stands where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from generator.blocks._headings import level, stepped
from generator.blocks._room import legible
from generator.blocks.cards.card import Card, Face, faces_of
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import GAP, Kit
from generator.page.text import Paragraph

WIDE = inch(10)
"""Boxes from this width on have room for three or four cards side by side."""
TALL = inch(3.3)
"""Cards from this height on carry their value at the foot."""
HIGH = inch(4.6)
"""Cards from this height on have room for a large icon."""
LONG = inch(6)
"""Cards from this width on have room for the value at their right."""
SIZES = {
    2: ((44, 24), (36, 24), (28, 24), (36, 20), (28, 20), (24, 20), (24, 18), (20, 18)),
    3: ((36, 24), (28, 24), (36, 20), (28, 20), (28, 18), (24, 20), (24, 18), (20, 18)),
    4: ((28, 20), (24, 20), (24, 18), (20, 18)),
}
"""Sizes of title and text for so many cards."""
STEP = 4
"""How many points a text may be smaller so that none ends on a stub."""
LARGE = 24
"""The size of titles that take more air, and below which the texts of two cards do not shrink."""
TWO = 20
"""The size of text that two cards do without an icon above the title for."""
MANY = ((24, 20), (20, 18))
LABEL = pt(14)
RIGHT_SHARE, RIGHT_GAP = 0.3, inch(0.3)


class Mode(Enum):
    """Where the icon stands: above the title, left of the title alone, or left of title and text."""

    ABOVE = "above"
    HEADED = "headed"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to set the cards: a grid's cells, where icons stand and the sizes of type."""

    kit: Kit
    faces: tuple[Face, ...]
    cells: tuple[Box, ...]
    mode: Mode
    dense: bool
    title: Length
    text: Length
    most: int
    """The lines a title may take."""

    @property
    def narrowest(self) -> Length:
        """The width of the narrowest card."""
        return min(cell.w for cell in self.cells)

    @property
    def tall(self) -> bool:
        """Whether there is room for a foot."""
        return self.cells[0].h >= TALL and self.mode is Mode.ABOVE and not self.dense

    @property
    def large(self) -> bool:
        """Whether a card has room for a large icon and a wide inset."""
        return self.tall and self.cells[0].h >= HIGH and self.narrowest > inch(5) and self.title.pt >= LARGE

    @property
    def inset(self) -> tuple[Length, Length]:
        """From a card's edge to what it says, across and down."""
        if self.large:
            return inch(0.38), inch(0.38)
        across = inch(0.3) if self.narrowest > inch(3.2) else inch(0.22)
        return across, inch(0.2) if self.dense or self.mode is Mode.BESIDE else inch(0.3) if self.tall else inch(0.26)

    @property
    def disc(self) -> Length:
        """The size of the icons; zero without any."""
        if not any(f.icon for f in self.faces):
            return ZERO
        if self.large:
            return inch(1.1)
        return inch(0.68) if not self.dense else inch(0.48) if self.mode is Mode.HEADED else inch(0.6)

    @property
    def figure(self) -> Length:
        """The size of figures."""
        return pt(80) if self.tall else pt(60) if self.mode is Mode.BESIDE and not self.dense else pt(44)

    @property
    def sign(self) -> Length:
        """The width of what stands left of the words: the icon or the widest figure."""
        style = self.kit.style(self.figure, bold=True)
        return max(self.disc, *(self.kit.width(f.figure, style) if f.figure else ZERO for f in self.faces))

    @property
    def under_head(self) -> Length:
        """Between the icon and what stands below it; under a figure its own line leaves air already."""
        figured = any(face.figure for face in self.faces)
        return inch(0.12) if self.dense or figured else inch(0.26) if self.tall else inch(0.2)

    @property
    def under_title(self) -> Length:
        """Between the title and the text."""
        return inch(0.12) if self.title.pt >= LARGE else inch(0.08)

    @property
    def beside_sign(self) -> Length:
        """Between the icon and what stands at its right."""
        return inch(0.28) if self.mode is Mode.BESIDE else inch(0.18)

    @property
    def right(self) -> Length:
        """The width of a column for values at the card's right; zero without one."""
        long = self.mode is Mode.BESIDE and self.narrowest >= LONG
        return self.narrowest * RIGHT_SHARE if long and any(self.aside_of(f) for f in self.faces) else ZERO

    @property
    def width(self) -> Length:
        """Of the texts in the narrowest card."""
        room = self.narrowest - self.inset[0] * 2
        if self.mode is not Mode.BESIDE:
            return room
        return room - (self.sign + self.beside_sign if self.sign else ZERO) - self.right

    @property
    def title_width(self) -> Length:
        """Of the titles in the narrowest card."""
        return self.width - self.sign - self.beside_sign if self.mode is Mode.HEADED and self.sign else self.width

    def sign_of(self, face: Face) -> Length:
        """The width of a card's own icon or figure."""
        if not face.figure or self.mode is not Mode.ABOVE:
            return self.sign
        return self.kit.width(face.figure, self.kit.style(self.figure, bold=True))

    def aside_width(self, face: Face) -> Length:
        """Of what stands beside the icon, or below the text, or at the right."""
        if self.mode is Mode.ABOVE and self.sign:
            return self.width - self.sign_of(face) - self.beside_sign
        return self.right - RIGHT_GAP if self.right else self.width

    def titles(self) -> tuple[Paragraph, ...] | None:
        """Every title, on as few lines as it needs; None where one is too long."""
        style = self.kit.style(self.title, bold=True)
        return level(self.kit, [f.title for f in self.faces], style, self.title_width, self.most)

    def text_of(self, face: Face) -> Paragraph:
        """What a card says."""
        return self.kit.para(face.text or "", self.kit.style(self.text, self.kit.quiet), height=1.22)

    def value_of(self, face: Face, size: Length) -> Paragraph:
        """A card's value."""
        return self.kit.para(face.value or "", self.kit.style(size, legible(self.kit, face.role, self.kit.surface), bold=True))

    def aside_of(self, face: Face) -> list[Paragraph]:
        """Whose card it is, and where there is no foot its value: in one line below the text, else in two."""
        kit, colour = self.kit, legible(self.kit, face.role, self.kit.surface)
        size = pt(24) if face.figure and self.tall else pt(18)
        texts = [kit.para(face.aside, kit.style(size, colour, bold=True))] if face.aside else []
        if self.tall or not face.value:
            return texts
        value = self.value_of(face, pt(18))
        label = kit.para(face.label, kit.style(LABEL, kit.quiet)) if face.label else None
        if label is None:
            return [*texts, value]
        if self.mode is Mode.ABOVE or self.narrowest >= LONG:
            return [*texts, label, value]
        return [*texts, replace(value, runs=(*label.runs, *kit.runs("  ", kit.style(LABEL)), *value.runs))]

    def value_size(self) -> Length:
        """The largest size at which every value stands on one line, else the smallest."""
        sizes, width = self.kit.theme.sizes(24, 18), self.width * 0.98
        fits = (s for s in sizes if all(self.kit.width(f.value or "", self.kit.style(s, bold=True)) <= width for f in self.faces))
        return next(fits, sizes[-1])


def settings(kit: Kit, cards: tuple[Card, ...], box: Box) -> Iterator[Setting]:
    """All ways to set cards in a box, the best-looking first: every title on one line, if that can be had."""
    faces, count = faces_of(kit, cards), len(cards)
    for (across, mode), mosts, least in _orders(count, box.w >= WIDE):
        if mode is Mode.HEADED and not _may_be_headed(faces):
            continue
        cells = _cells(count, across, box)
        for dense in (False, True):
            for most in mosts:
                for title, text in stepped(kit, _sizes(count, dense, most)):
                    if text >= least:
                        yield Setting(kit, faces, cells, mode, dense, pt(title), pt(text), most)


def _may_be_headed(faces: tuple[Face, ...]) -> bool:
    """Whether icons may stand left of titles: where there are some, and two cards have no more to say than a text."""
    more = len(faces) == 2 and any(face.aside or face.value for face in faces)
    return any(face.icon for face in faces) and not more


def _orders(count: int, wide: bool) -> Iterator[tuple[tuple[int, Mode], tuple[int, ...], int]]:
    """Grids, the lines a title may take, and the smallest text: titles on one line matter more than the grid for many cards."""
    grids = _grids(count, wide)
    if count > 3:
        yield from ((grid, (most,), 0) for most in (1, 2) for grid in grids)
        return
    if count == 2:
        yield from ((grid, (1,) if grid[1] is Mode.HEADED else (2, 3), TWO) for grid in grids[:2])
    yield from ((grid, (1, 2, 3), 0) for grid in grids)


def _sizes(count: int, dense: bool, most: int) -> tuple[tuple[int, int], ...]:
    """Sizes of title and text; few cards do not shrink their titles much just to have them on one line."""
    sizes = SIZES.get(max(2, count), MANY)
    sizes = sizes[(len(sizes) + 1) // 3 :] if dense else sizes
    return tuple(pair for pair in sizes if pair[0] >= 24) if count <= 3 and most == 1 else sizes


def smaller(setting: Setting) -> Iterator[Setting]:
    """The same way to set the cards, at the next sizes down; two cards stay large."""
    if len(setting.faces) == 2 and setting.text <= pt(LARGE):
        return
    for title, text in stepped(setting.kit, _sizes(len(setting.faces), setting.dense, setting.most)):
        if pt(title) <= setting.title and setting.text - pt(STEP) <= pt(text) < setting.text:
            yield replace(setting, title=pt(title), text=pt(text))


def _grids(count: int, wide: bool) -> tuple[tuple[int, Mode], ...]:
    """How many cards stand side by side, and where icons stand."""
    above, headed, beside = Mode.ABOVE, Mode.HEADED, Mode.BESIDE
    if count <= 2:
        return (count, above), (count, headed), (1, beside)
    if count == 3:
        return ((3, above), (3, headed), (1, beside)) if wide else ((1, beside), (3, above))
    if count == 4:
        return ((2, beside), (2, above), (2, headed), (4, above)) if wide else ((2, above), (2, headed), (1, beside))
    across = 3 if count <= 6 else 4
    return ((across, above), (across, headed), (2, beside)) if wide else ((2, above), (2, headed), (2, beside))


def _cells(count: int, across: int, box: Box) -> tuple[Box, ...]:
    """The cards' boxes, all of one height; those of a last row that is not full share its whole width."""
    rows = box.rows(-(-count // across), GAP)
    last = count - across * (len(rows) - 1)
    counts = (*(across for _ in rows[1:]), min(last, count))
    return tuple(cell for row, inside in zip(rows, counts, strict=True) for cell in row.columns(inside, GAP))
