"""Cards on a slide: which grid, which sizes of type, and what stands where in a card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.blocks._headings import level, unstubbed
from generator.blocks._room import legible, need, whole
from generator.blocks.cards.card import Card, Face, face
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import GAP, Kit
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

WIDE = inch(10)
"""Boxes from this width on have room for three or four cards side by side."""
TALL = inch(3.3)
"""Cards from this height on carry their value at the foot; lower ones beside the icon."""
SIZES = {
    2: ((44, 24), (36, 24), (36, 20), (28, 20), (24, 20), (24, 18), (20, 18)),
    3: ((36, 24), (36, 20), (28, 20), (28, 18), (24, 20), (24, 18), (20, 18)),
    4: ((28, 24), (28, 20), (24, 20), (24, 18), (20, 18)),
}
"""Sizes of title and text for so many cards."""
MANY = ((24, 20), (20, 18))
UNDER_TITLE, UNDER_HEAD, ABOVE_FOOT = inch(0.09), inch(0.26), inch(0.2)
BESIDE_ICON = inch(0.18)
LABEL = pt(14)


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to set the cards: a grid's cells and the sizes of type."""

    kit: Kit
    faces: tuple[Face, ...]
    cells: tuple[Box, ...]
    beside: bool
    """The icon stands left of the texts, not above them."""
    title: Length
    text: Length

    @property
    def narrowest(self) -> Length:
        """The width of the narrowest card."""
        return min(cell.w for cell in self.cells)

    @property
    def tall(self) -> bool:
        """Whether there is room for a foot."""
        return self.cells[0].h >= TALL and not self.beside

    @property
    def inset(self) -> Length:
        """From a card's edge to what it says."""
        return inch(0.45) if self.tall and self.narrowest > inch(5) else inch(0.3) if self.narrowest > inch(3.2) else inch(0.22)

    @property
    def disc(self) -> Length:
        """The size of the icons; zero without any."""
        if not any(f.icon for f in self.faces):
            return ZERO
        return inch(1.1) if self.tall and self.narrowest > inch(5) else inch(0.68)

    @property
    def width(self) -> Length:
        """Of the texts in the narrowest card."""
        room = self.narrowest - self.inset * 2
        return room - self.disc - inch(0.28) if self.beside and self.disc else room

    @property
    def figure(self) -> Length:
        """The size of figures."""
        return pt(80 if self.tall else 44)

    @property
    def head(self) -> Length:
        """The height of what stands above the title: an icon, a figure, words alone, or nothing."""
        if any(f.figure for f in self.faces):
            return self.figure * 1.05
        if self.beside:
            return ZERO
        asides = max(need(self.kit, a, self.aside_width(f)) if (a := self.aside_of(f)) else ZERO for f in self.faces)
        return self.disc or asides

    def titles(self) -> tuple[Paragraph, ...] | None:
        """Every title, on equally many lines; None where they are too long."""
        most = 3 if self.title.pt <= 28 and self.tall else 2
        return level(self.kit, [f.title for f in self.faces], self.kit.style(self.title, bold=True), self.width, most)

    def text_of(self, face: Face) -> Paragraph:
        """What a card says."""
        return self.kit.para(face.text or "", self.kit.style(self.text, self.kit.quiet), height=1.22)

    def aside_of(self, face: Face) -> list[Paragraph]:
        """What stands beside the icon: whose card it is, and in low cards its value."""
        kit, colour = self.kit, legible(self.kit, face.role, self.kit.surface)
        texts = [kit.para(face.aside, kit.style(pt(18), colour, bold=True))] if face.aside else []
        if self.tall or not face.value:
            return texts
        labels = [kit.para(face.label, kit.style(LABEL, kit.quiet))] if face.label else []
        return [*texts, *labels, self.value_of(face, pt(18))]

    def aside_width(self, face: Face) -> Length:
        """The room for what stands beside a card's icon or figure."""
        if self.beside:
            return self.width
        if face.figure:
            return self.width - self.kit.width(face.figure, self.kit.style(self.figure, bold=True)) - BESIDE_ICON
        return self.width - self.disc - BESIDE_ICON if self.disc else self.width

    def value_of(self, face: Face, size: Length) -> Paragraph:
        """A card's value."""
        return self.kit.para(face.value or "", self.kit.style(size, legible(self.kit, face.role, self.kit.surface), bold=True))

    def value_size(self) -> Length:
        """The largest size at which every value stands on one line, else the smallest."""
        sizes = self.kit.theme.sizes(24, 18)
        width = self.width * 0.98
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
        return max(need(self.kit, [t], self.width) if t.text else ZERO for t in self.titles() or ())

    def text_height(self) -> Length:
        """What the longest text takes."""
        return max(need(self.kit, [self.text_of(f)], self.width) if f.text else ZERO for f in self.faces)

    def breaks(self) -> bool:
        """Whether a word would be broken, or what stands beside an icon is higher than it."""
        values = [self.value_of(f, self.value_size()) for f in self.faces if f.value]
        asides = [(self.aside_of(f), self.aside_width(f)) for f in self.faces]
        texts = [self.text_of(f) for f in self.faces]
        broken = not whole(self.kit, [*values, *texts], self.width) or not all(whole(self.kit, a, w) for a, w in asides)
        return broken or (not self.beside and any(need(self.kit, a, w) > max(self.head, self.disc) for a, w in asides if a))

    def taken(self) -> Length | None:
        """The height of the grid if every card were as low as the fullest one may be; None for one that breaks words."""
        if self.titles() is None or self.breaks():
            return None
        card = self.inset * 2 + self.title_height() + UNDER_TITLE + self.text_height()
        if self.beside:
            asides = [need(self.kit, a, self.width) + inch(0.08) for f in self.faces if (a := self.aside_of(f))]
            card = max(card + max(asides, default=ZERO), self.inset * 2 + self.disc)
        foot, rows = self.foot(), len({cell.y for cell in self.cells})
        card = card + (foot + ABOVE_FOOT if foot else ZERO) + (self.head + UNDER_HEAD if self.head else ZERO)
        return card * rows + GAP * (rows - 1)

    def draw(self) -> Iterator[Item]:
        """All cards, in reading order."""
        draw = _beside if self.beside else _stacked
        for number, (shown, title, cell) in enumerate(zip(self.faces, self.titles() or (), self.cells, strict=True), 1):
            yield self.kit.card(f"card-{number}", cell)
            yield from draw(self, shown, title, (f"card-{number}", cell.inset(self.inset)))


def settings(kit: Kit, cards: tuple[Card, ...], box: Box) -> Iterator[Setting]:
    """All ways to set cards in a box, the best-looking first."""
    faces = tuple(face(kit, card) for card in cards)
    for across, beside in _grids(len(cards), box.w >= WIDE):
        if beside and any(f.figure for f in faces):
            continue
        for title, text in SIZES.get(max(2, len(cards)), MANY):
            yield Setting(kit, faces, _cells(len(cards), across, box), beside, pt(title), pt(text))


def _grids(count: int, wide: bool) -> tuple[tuple[int, bool], ...]:
    """How many cards stand side by side, and whether icons stand left of the texts."""
    if count <= 2:
        return (count, False), (1, True)
    if count == 3:
        return ((3, False), (1, True)) if wide else ((1, True), (3, False))
    if count == 4:
        return ((2, True), (2, False), (4, False)) if wide else ((2, False), (2, True), (1, True))
    across = 3 if count <= 6 else 4
    return ((across, False), (across, True), (2, True)) if wide else ((2, False), (2, True), (across, False))


def _cells(count: int, across: int, box: Box) -> tuple[Box, ...]:
    """The cards' boxes; a last row that is not full is cut into wider ones."""
    rows = box.rows(-(-count // across), GAP)
    return tuple(cell for i, row in enumerate(rows) for cell in row.columns(min(across, count - i * across), GAP))


def _stacked(setting: Setting, face: Face, title: Paragraph, place: tuple[str, Box]) -> Iterator[Item]:
    """Icon or figure on top, the value at the foot, title and text between; what is left over stands below the head."""
    kit, (name, inner) = setting.kit, place
    yield from _head(setting, face, name, inner)
    foot = setting.foot()
    room = inner.cut_top(setting.head, UNDER_HEAD)[1] if setting.head else inner
    room = room.cut_bottom(foot, ABOVE_FOOT)[0] if foot else room
    titles, texts = setting.title_height(), setting.text_height()
    spare = room.h - titles - UNDER_TITLE - texts
    down = ZERO if not setting.head else spare * 0.4 if foot else spare
    upper, lower = room.inset(ZERO, down, ZERO, ZERO).cut_top(titles, UNDER_TITLE)
    if not setting.head and not foot:
        lower = lower.cut_top(spare)[1]
    if title.text:
        yield kit.text(f"{name}-title", upper, [title], anchor=Anchor.BOTTOM if setting.head else Anchor.TOP)
    yield from _text(setting, face, name, lower)
    if foot and face.value:
        yield from _foot(setting, face, name, inner.cut_bottom(foot)[1])


def _text(setting: Setting, face: Face, name: str, box: Box) -> Iterator[Item]:
    if face.text:
        text = setting.text_of(face)
        yield setting.kit.text(f"{name}-text", replace(box, w=unstubbed(setting.kit, text, box.w)), [text])


def _head(setting: Setting, face: Face, name: str, inner: Box) -> Iterator[Item]:
    kit, disc = setting.kit, setting.disc
    row = replace(inner, h=setting.head)
    if face.figure:
        style = kit.style(setting.figure, legible(kit, face.role, kit.surface), bold=True)
        yield kit.text(f"{name}-figure", row, [kit.para(face.figure, style, height=1.0)], anchor=Anchor.MIDDLE)
        row = row.cut_left(kit.width(face.figure, style), BESIDE_ICON)[1]
    elif face.icon:
        yield kit.disc(f"{name}-icon", Box(inner.x, inner.y, disc, disc), face.icon, Colour(face.role))
    if not face.figure and disc:
        row = row.cut_left(disc, BESIDE_ICON)[1]
    if texts := setting.aside_of(face):
        yield kit.text(f"{name}-aside", row, texts, anchor=Anchor.MIDDLE)


def _foot(setting: Setting, face: Face, name: str, box: Box) -> Iterator[Item]:
    kit = setting.kit
    yield kit.rule(f"{name}-rule", box.x, box.y, box.w, Colour(face.role), 1.5)
    rest = box.cut_top(inch(0.15))[1]
    if any(f.label for f in setting.faces):
        label, rest = rest.cut_top(LABEL * 1.2, inch(0.04))
        if face.label:
            yield kit.text(f"{name}-label", label, [kit.para(face.label, kit.style(LABEL, kit.quiet))])
    yield kit.text(f"{name}-value", rest, [setting.value_of(face, setting.value_size())])


def _beside(setting: Setting, face: Face, title: Paragraph, place: tuple[str, Box]) -> Iterator[Item]:
    """The icon left of the texts, all of them in the middle of the card's height."""
    kit, (name, inner) = setting.kit, place
    if face.icon:
        disc = setting.disc
        yield kit.disc(f"{name}-icon", Box(inner.x, inner.y + (inner.h - disc) / 2, disc, disc), face.icon, Colour(face.role))
    column = inner.cut_left(setting.disc, inch(0.28))[1] if setting.disc else inner
    aside = setting.aside_of(face)
    titles, asides = setting.title_height(), need(kit, aside, column.w) + inch(0.08) if aside else ZERO
    texts = need(kit, [setting.text_of(face)], column.w) if face.text else ZERO
    height = titles + UNDER_TITLE + texts + asides
    upper, lower = column.centred(column.w, height).cut_top(titles, UNDER_TITLE)
    yield kit.text(f"{name}-title", upper, [title], anchor=Anchor.BOTTOM)
    yield from _text(setting, face, name, replace(lower, h=texts))
    if aside:
        yield kit.text(f"{name}-aside", lower.cut_bottom(asides - inch(0.08))[1], aside)
