"""A picture on a slide: alone and large, small on a ground with its caption at hand, or beside a few words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.block import Overflow, Placed
from generator.blocks._headings import led
from generator.blocks._room import AIR, choose, lines, narrowed, need, whole
from generator.blocks._tails import held
from generator.blocks.picture.frame import INSET, covered, framed, hugged
from generator.blocks.picture.told import Said, Told
from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import GAP, Kit
from generator.page.items import Item, TextItem
from generator.page.text import Anchor, Paragraph
from generator.pictures import Shown, aspect, fitted, picture, widest

TO_CAPTION = inch(0.12)
LOST = 0.34
"""Where a picture takes less of the ground than this, its caption stands on the ground with it."""
COLUMNS = 12
SHAPES = ((0.45, 3), (0.85, 5), (1.7, 7), (3.2, 8))
"""How many columns a picture takes beside its words, by how many times it is as wide as high; a wider one stands above them."""
FEWER = (7, 5, 4)
"""How many it takes where its words need more; the last where the picture stood on a slide before."""
LEAST = inch(1.5)
"""The height a picture needs at least."""
LITTLE = 0.7
"""Picture and caption lower than this share of the height stand in its middle, higher ones begin where the body does."""
TO_TEXT = inch(0.45)
SIZES = ((24, 20), (24, 18), (20, 18))
"""Of the lead and the points."""
LEAST_GAP, MOST_GAP = inch(0.13), inch(0.36)
"""Above and below the rules between them."""
LEADS = ((36, 18), (28, 18), *SIZES)
"""The same where the lead stands alone."""


def place_picture(kit: Kit, box: Box, shown: Shown, told: Told, side: str) -> Placed | Overflow:
    """The picture with its caption, and its words on the other side."""
    if not told.beside:
        found = _alone(kit, box, shown, told)
        return found if isinstance(found, Overflow) else Placed(tuple(found))
    taken = next((columns for most, columns in SHAPES if aspect(shown.media) < most), 0)
    if not taken:
        return _stacked(kit, box, shown, told)
    placed: Placed | Overflow = Overflow(box.h * 2, box.h)
    for columns in (min(taken, FEWER[-1]),) if told.again else (taken, *FEWER):
        if columns <= taken:
            placed = _beside(kit, box, shown, told, (_columns(box, columns), side))
        if isinstance(placed, Placed):
            break
    return placed


def _beside(kit: Kit, box: Box, shown: Shown, told: Told, where: tuple[Length, str]) -> Placed | Overflow:
    """The picture so wide at one side, its words at the other."""
    width, side = where
    left, rest = box.cut_left(width, TO_TEXT) if side == "left" else box.cut_right(width, TO_TEXT)[::-1]
    pictured = _captioned(kit, left, shown, told)
    if isinstance(pictured, Overflow):
        return pictured
    area, items = pictured
    words = _set(kit, told, Box(rest.x, area.y, rest.w, area.h))
    if isinstance(words, Overflow):
        return words
    close = _hugging(kit, left, shown, told)
    if close is None:
        return Placed((*items, *words))
    # level with the ground, else with ground and caption: words that ended higher would leave a hole below them
    for high in (close[0].h, max(item.box.bottom for item in close[1]) - close[0].y):
        level = _set(kit, told, Box(rest.x, close[0].y, rest.w, high))
        if not isinstance(level, Overflow) and _size(level) >= _size(words):
            return Placed((*close[1], *level))
    return Placed((*items, *words))


def _hugging(kit: Kit, box: Box, shown: Shown, told: Told) -> tuple[Box, list[Item]] | None:
    """Picture and caption, on a ground no higher than the picture needs; None where it needs all the height."""
    below = [held(kit, text, box.w) for text in told.below(kit, pt(16))]
    caption = need(kit, below, box.w) + TO_CAPTION if below else ZERO
    area = hugged(shown, box.cut_bottom(caption)[0])
    if area.h + caption >= box.h * 0.98:
        return None
    high = area.h + caption
    place = box.centred(box.w, high) if high < box.h * LITTLE else box.cut_top(high)[0]
    found = _captioned(kit, place, shown, told, ZERO)
    return None if isinstance(found, Overflow) else found


def _size(items: Sequence[Item]) -> Length:
    """The smallest type of some words."""
    runs = (r for item in items if isinstance(item, TextItem) for p in item.body.paragraphs for r in p.runs)
    return min(run.style.size for run in runs)


def _columns(box: Box, count: int) -> Length:
    return (box.w - GAP * (COLUMNS - 1)) / COLUMNS * count + GAP * (count - 1)


def _stacked(kit: Kit, box: Box, shown: Shown, told: Told) -> Placed | Overflow:
    """A strip over the whole width, its caption, and below them the words in two columns."""
    strip = min(box.w / aspect(shown.media), widest(shown.media) / aspect(shown.media) + INSET * 2)
    below = told.below(kit, pt(16))
    caption = need(kit, below, box.w) + TO_CAPTION if below else ZERO
    if not told.points:
        strip = max(strip, box.h - caption - TO_TEXT - LEAST)
    pictured = _captioned(kit, box.cut_top(strip + caption)[0], shown, told, ZERO)
    rest = box.cut_top(strip + caption, TO_TEXT)[1]
    if isinstance(pictured, Overflow) or rest.h < LEAST:
        return Overflow(strip + caption + TO_TEXT + LEAST, box.h)
    items = pictured[1]
    for part, said in _parted(rest, told):
        words = _set(kit, said, part)
        if isinstance(words, Overflow):
            return Overflow(box.h - rest.h + words.need, box.h)
        items = [*items, *words]
    return Placed(tuple(items))


def _parted(box: Box, told: Told) -> tuple[tuple[Box, Told], ...]:
    """Words in two columns: the lead and the points, or half of the points each; in one where there is little."""
    if told.lead and told.points:
        left, right = box.cut_left(_columns(box, 5), TO_TEXT)
        return (left, replace(told, points=())), (right, replace(told, lead=None))
    if len(told.points) < 2:
        return ((box, told),)
    left, right = box.columns(2, TO_TEXT)
    middle = (len(told.points) + 1) // 2
    return (left, replace(told, points=told.points[:middle])), (
        right,
        replace(told, points=told.points[middle:], first=middle + 1),
    )


def _set(kit: Kit, told: Told, box: Box) -> list[Item] | Overflow:
    """The words in the largest type in which all of them fit."""
    sizes = SIZES if told.points else LEADS
    chosen = choose([_Words(kit, told, box, *each) for each in sizes], _Words.taken, box.h)
    return chosen if isinstance(chosen, Overflow) else list(chosen.draw())


def _captioned(kit: Kit, box: Box, shown: Shown, told: Told, least: Length = LEAST) -> tuple[Box, list[Item]] | Overflow:
    """The picture over its caption: the room it has, and the items."""
    below = [held(kit, text, box.w) for text in told.below(kit, pt(16))]
    if not whole(kit, below, box.w):
        return Overflow(box.h * 2, box.h)
    height = need(kit, below, box.w)
    if box.h - height - TO_CAPTION < least:
        return Overflow(height + TO_CAPTION + LEAST, box.h)
    area, foot = box.cut_bottom(height, TO_CAPTION) if below else (box, None)
    items = list(framed(kit, area, shown))
    return area, [*items, *([kit.text("caption", foot, below)] if foot else [])]


def _alone(kit: Kit, box: Box, shown: Shown, told: Told) -> list[Item] | Overflow:
    if told.caption or told.credit:
        found = _together(kit, box, shown, told) if covered(shown, box) < LOST else None
        if found:
            return found
        below = told.below(kit, pt(18))
        foot_text = below if lines(kit, below, box.w) <= len(below) else told.below(kit, pt(16))
        height = need(kit, foot_text, box.w)
        if box.h - height - TO_CAPTION < LEAST or not whole(kit, foot_text, box.w):
            return Overflow(height + TO_CAPTION + LEAST, box.h)
        area, foot = box.cut_bottom(height, TO_CAPTION)
        return [*framed(kit, area, shown), kit.text("caption", foot, foot_text)]
    return [] if box.h < LEAST and not box.h else list(framed(kit, box, shown))


def _together(kit: Kit, box: Box, shown: Shown, told: Told) -> list[Item] | None:
    """A small, a very wide or a very high picture and its caption as one group in the middle of the ground."""
    inner = box.inset(INSET * 2)
    across = aspect(shown.media) < 1.6
    for size in (24, 20, 18):
        texts = told.below(kit, pt(size))
        if across:
            room = fitted(shown.media, inner)
            width = min(inch(5.2), inner.w - room.w - TO_TEXT)
            texts = [held(kit, text, width) for text in texts]
            if width < inch(2.5) or not whole(kit, texts, width) or need(kit, texts, width) > inner.h:
                continue
            narrow = narrowed(kit, texts, width)
            group = inner.centred(room.w + TO_TEXT + narrow, inner.h)
            place, rest = group.cut_left(room.w, TO_TEXT)
            words = kit.text("caption", rest, texts, anchor=Anchor.MIDDLE)
        else:
            height = need(kit, texts, inner.w) + GAP
            if inner.h - height < LEAST / 2 or not whole(kit, texts, inner.w):
                continue
            room = fitted(shown.media, inner.cut_bottom(height)[0])
            group = inner.centred(max(room.w, inner.w if room.w < inch(4) else room.w), room.h + height)
            place, rest = group.cut_top(room.h, GAP)
            words = kit.text("caption", rest, texts)
        return [kit.card("picture-ground", box), picture(kit, "picture", place.centred(room.w, room.h), shown), words]
    return None


@dataclass(frozen=True, slots=True)
class _Words:
    """The lead and the points at some size, beside the picture."""

    kit: Kit
    told: Told
    box: Box
    large: int
    small: int

    @property
    def lead(self) -> list[Paragraph]:
        """The opening sentence."""
        style = self.kit.style(pt(self.large), bold=True)
        return [held(self.kit, self.kit.para(self.told.lead, style, height=1.15), self.box.w)] if self.told.lead else []

    def point(self, said: Said) -> list[Paragraph]:
        """A point's paragraphs."""
        texts = led(said.lead, said.text)
        quiet = self.kit.quiet if len(texts) > 1 else None
        first = self.kit.para(texts[0], self.kit.style(pt(self.small)), height=1.2)
        more = (self.kit.para(t, self.kit.style(pt(self.small), quiet), before=pt(2), height=1.2) for t in texts[1:])
        return [held(self.kit, paragraph, self.box.w) for paragraph in (first, *more)]

    @property
    def groups(self) -> list[list[Paragraph]]:
        """The points, each in its paragraphs."""
        return [self.point(said) for said in self.told.points]

    def taken(self) -> Length | None:
        """The height of everything with the least space between."""
        groups = [group for group in (self.lead, *self.groups) if group]
        if not whole(self.kit, [p for group in groups for p in group], self.box.w):
            return None
        return total([need(self.kit, group, self.box.w) for group in groups]) + LEAST_GAP * 2 * (len(groups) - 1)

    def draw(self) -> Iterator[Item]:
        """The lead, then the points with rules between, from edge to edge; in the middle where there is little."""
        kit, lead = self.kit, self.lead
        groups = [group for group in (lead, *self.groups) if group]
        heights = [need(kit, group, self.box.w) for group in groups]
        free = self.box.h - total(heights)
        gap = min(MOST_GAP, free / max(1, len(groups) - 1) / 2)
        y = self.box.y + (free - gap * 2 * (len(groups) - 1)) / 2
        start = self.told.first - (1 if lead else 0)
        for number, (group, height) in enumerate(zip(groups, heights, strict=True), start):
            if number > start:
                yield kit.rule(f"rule-{number}", (self.box.x, y - gap), self.box.w, kit.line)
            name, wide = ("lead", self.box.w) if lead and number == start else (f"point-{number}", self.box.w * AIR)
            yield kit.text(name, Box(self.box.x, y, wide, height), group)
            y = y + height + gap * 2
