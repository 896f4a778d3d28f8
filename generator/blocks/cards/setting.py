"""How cards may be set on a slide: the grids, the sizes of type, and what each way takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from generator.blocks._headings import level
from generator.blocks._room import legible, need, whole
from generator.blocks.cards.card import Card, Face, face
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import GAP, Kit
from generator.page.text import Paragraph

WIDE = inch(10)
"""Boxes from this width on have room for three or four cards side by side."""
TALL = inch(3.3)
"""Cards from this height on carry their value at the foot."""
LONG = inch(6)
"""Cards from this width on have room for the value at their right."""
SIZES = {
    2: ((44, 24), (36, 24), (36, 20), (28, 20), (24, 20), (24, 18), (20, 18)),
    3: ((36, 24), (36, 20), (28, 20), (28, 18), (24, 20), (24, 18), (20, 18)),
    4: ((28, 24), (28, 20), (24, 20), (24, 18), (20, 18)),
}
"""Sizes of title and text for so many cards."""
MANY = ((24, 20), (20, 18))
LABEL = pt(14)
UNDER_TITLE, ABOVE_FOOT, ABOVE_ASIDE = inch(0.08), inch(0.2), inch(0.06)
RIGHT_SHARE = 0.3


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

    @property
    def narrowest(self) -> Length:
        """The width of the narrowest card."""
        return min(cell.w for cell in self.cells)

    @property
    def tall(self) -> bool:
        """Whether there is room for a foot."""
        return self.cells[0].h >= TALL and self.mode is Mode.ABOVE and not self.dense

    @property
    def inset(self) -> tuple[Length, Length]:
        """From a card's edge to what it says, across and down."""
        if self.tall and self.narrowest > inch(5):
            return inch(0.45), inch(0.45)
        across = inch(0.3) if self.narrowest > inch(3.2) else inch(0.22)
        return across, inch(0.18) if self.dense else inch(0.3) if self.tall else inch(0.26)

    @property
    def disc(self) -> Length:
        """The size of the icons; zero without any."""
        if not any(f.icon for f in self.faces):
            return ZERO
        if self.tall and self.narrowest > inch(5):
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
        """Between the icon and what stands below it."""
        return inch(0.12) if self.dense else inch(0.26) if self.tall else inch(0.2)

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

    @property
    def aside_width(self) -> Length:
        """Of what stands beside the icon, or below the text, or at the right."""
        if self.mode is Mode.ABOVE and self.sign:
            return self.width - self.sign - self.beside_sign
        return self.right - inch(0.3) if self.right else self.width

    @property
    def head(self) -> Length:
        """The height of what stands above the title: an icon, a figure, words alone, or nothing."""
        if self.mode is not Mode.ABOVE:
            return ZERO
        if any(f.figure for f in self.faces):
            return self.figure * 1.05
        return self.disc or self.aside_height()

    def titles(self) -> tuple[Paragraph, ...] | None:
        """Every title, on equally many lines; None where they are too long."""
        most = 3 if self.title.pt <= 28 and self.tall else 2
        return level(self.kit, [f.title for f in self.faces], self.kit.style(self.title, bold=True), self.title_width, most)

    def text_of(self, face: Face) -> Paragraph:
        """What a card says."""
        return self.kit.para(face.text or "", self.kit.style(self.text, self.kit.quiet), height=1.22)

    def value_of(self, face: Face, size: Length) -> Paragraph:
        """A card's value."""
        return self.kit.para(face.value or "", self.kit.style(size, legible(self.kit, face.role, self.kit.surface), bold=True))

    def aside_of(self, face: Face) -> list[Paragraph]:
        """Whose card it is, and where there is no foot its value: in one line below the text, else in two."""
        kit, colour = self.kit, legible(self.kit, face.role, self.kit.surface)
        texts = [kit.para(face.aside, kit.style(pt(18), colour, bold=True))] if face.aside else []
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

    def foot(self) -> Length:
        """The height of the foot, rule included; zero where no card has one."""
        said = [self.value_of(f, self.value_size()) for f in self.faces if f.value]
        if not said or not self.tall:
            return ZERO
        label = LABEL * 1.2 + inch(0.04) if any(f.label for f in self.faces) else ZERO
        return inch(0.15) + label + max(need(self.kit, [v], self.width) for v in said)

    def title_height(self) -> Length:
        """What the titles take."""
        return max(need(self.kit, [t], self.title_width) if t.text else ZERO for t in self.titles() or ())

    def text_height(self) -> Length:
        """What the longest text takes."""
        return max(need(self.kit, [self.text_of(f)], self.width) if f.text else ZERO for f in self.faces)

    def aside_height(self) -> Length:
        """What the longest aside takes."""
        asides = [self.aside_of(f) for f in self.faces]
        return max(need(self.kit, a, self.aside_width) if a else ZERO for a in asides)

    def block_height(self) -> Length:
        """What stands below the head and above the foot, where nothing is left over."""
        titles, texts, asides = self.title_height(), self.text_height(), self.aside_height()
        match self.mode:
            case Mode.ABOVE:
                return titles + UNDER_TITLE + texts
            case Mode.HEADED:
                return max(titles, self.disc) + UNDER_TITLE + texts + (asides + ABOVE_ASIDE if asides else ZERO)
            case Mode.BESIDE:
                below = asides + ABOVE_ASIDE if asides and not self.right else ZERO
                sign = self.figure if self.sign > self.disc else self.disc
                return max(titles + UNDER_TITLE + texts + below, sign, asides)

    def taken(self) -> Length | None:
        """The height of the grid if every card were as low as the fullest one may be; None for one that breaks words."""
        if self.titles() is None or self._breaks():
            return None
        foot, rows = self.foot(), len({cell.y for cell in self.cells})
        card = self.inset[1] * 2 + self.block_height() + (foot + ABOVE_FOOT if foot else ZERO)
        card = card + (self.head + self.under_head if self.head else ZERO)
        return card * rows + GAP * (rows - 1)

    def _breaks(self) -> bool:
        """Whether a word would be broken, or what stands beside an icon is higher than it."""
        texts = [*map(self.text_of, self.faces), *(self.value_of(f, self.value_size()) for f in self.faces if f.value)]
        asides = [p for f in self.faces for p in self.aside_of(f)]
        if self.mode is Mode.ABOVE and self.aside_height() > max(self.head, self.disc):
            return True
        return not whole(self.kit, texts, self.width) or not whole(self.kit, asides, self.aside_width)


def settings(kit: Kit, cards: tuple[Card, ...], box: Box) -> Iterator[Setting]:
    """All ways to set cards in a box, the best-looking first."""
    faces = tuple(face(kit, card) for card in cards)
    for across, mode in _grids(len(cards), box.w >= WIDE):
        if mode is Mode.HEADED and not any(f.icon for f in faces):
            continue
        sizes = SIZES.get(max(2, len(cards)), MANY)
        for dense in (False, True):
            for title, text in sizes[(len(sizes) + 1) // 3 :] if dense else sizes:
                yield Setting(kit, faces, _cells(len(cards), across, box), mode, dense, pt(title), pt(text))


def _grids(count: int, wide: bool) -> tuple[tuple[int, Mode], ...]:
    """How many cards stand side by side, and where icons stand."""
    above, headed, beside = Mode.ABOVE, Mode.HEADED, Mode.BESIDE
    if count <= 2:
        return (count, above), (1, beside)
    if count == 3:
        return ((3, above), (3, headed), (1, beside)) if wide else ((1, beside), (3, above))
    if count == 4:
        return ((2, beside), (2, above), (2, headed), (4, above)) if wide else ((2, above), (2, headed), (1, beside))
    across = 3 if count <= 6 else 4
    return ((across, above), (across, headed), (2, beside)) if wide else ((2, above), (2, headed), (2, beside))


def _cells(count: int, across: int, box: Box) -> tuple[Box, ...]:
    """The cards' boxes; a last row that is not full is cut into wider ones."""
    rows = box.rows(-(-count // across), GAP)
    return tuple(cell for i, row in enumerate(rows) for cell in row.columns(min(across, count - i * across), GAP))
