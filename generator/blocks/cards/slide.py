"""Cards drawn on a slide, as they were measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.blocks._room import legible, lines, need
from generator.blocks._tails import held
from generator.blocks.cards.card import Face
from generator.blocks.cards.measured import (
    ABOVE_ASIDE,
    ABOVE_FOOT,
    LABEL_TO_VALUE,
    RULE_TO_FOOT,
    Measured,
    label_height,
    label_of,
)
from generator.blocks.cards.setting import RIGHT_GAP, Mode, Setting
from generator.geometry import ZERO, Box, Length, inch
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

DESCENT = 0.2
"""How far below a figure's baseline its row goes on, less what the word behind it needs; a share of the figure's size."""
HEAD_GAP = inch(0.45)
"""At most so much between the icon and the title."""
OUT = 0.8
"""The share of a card's lower inset that a line may take which only a program needs that wraps earlier."""
ABOVE = 0.45
"""The share of what is left over in a card without a foot that lies above its words: a little less than half looks even."""


def draw_cards(cards: Measured) -> Iterator[Item]:
    """All cards, in reading order."""
    setting = cards.setting
    for number, (face, title, cell) in enumerate(zip(setting.faces, cards.titles, setting.cells, strict=True), 1):
        name, inner = f"card-{number}", cell.inset(*setting.inset)
        yield setting.kit.card(name, cell)
        match setting.mode:
            case Mode.ABOVE:
                yield from _above(cards, face, title, (name, inner))
            case Mode.HEADED:
                yield from _headed(cards, face, title, (name, inner))
            case Mode.BESIDE:
                yield from _beside(cards, face, title, (name, inner))


def _above(cards: Measured, face: Face, title: Paragraph, place: tuple[str, Box]) -> Iterator[Item]:
    """Icon or figure on top, title and text close below, the value at the foot; what is left over stands above the foot."""
    setting, (name, inner) = cards.setting, place
    foot, head = cards.foot, cards.head
    inner, bottom = inner.cut_bottom(foot, ABOVE_FOOT) if foot else (inner, inner)
    above = head + setting.under_head if head else ZERO
    spare = inner.h - above - cards.block + min(cards.text - cards.shown, inner.h - above - cards.block)
    under = min(spare * 0.4, HEAD_GAP - setting.under_head) if head else ZERO
    top = ZERO if foot else (spare - under) * ABOVE
    if head:
        yield from _head(setting, face, name, Box(inner.x, inner.y + top, inner.w, head))
    upper, lower = inner.inset(ZERO, top + above + under, ZERO, ZERO).cut_top(cards.title, setting.under_title)
    if title.text:
        yield setting.kit.text(f"{name}-title", upper, [title], anchor=Anchor.BOTTOM if head else Anchor.TOP)
    yield from _text(setting, face, name, lower)
    if foot and face.value:
        yield from _foot(cards, face, name, bottom)


def _head(setting: Setting, face: Face, name: str, row: Box) -> Iterator[Item]:
    yield from _sign(setting, face, name, row)
    texts = setting.aside_of(face)
    if texts:
        rest = row.cut_left(setting.sign_of(face), setting.beside_sign)[1] if setting.sign else row
        if face.figure and len(texts) == 1:
            rest = rest.inset(ZERO, ZERO, ZERO, setting.figure * DESCENT)
        anchor = Anchor.BOTTOM if face.figure and len(texts) == 1 else Anchor.MIDDLE
        yield setting.kit.text(f"{name}-aside", rest, texts, anchor=anchor)


def _sign(setting: Setting, face: Face, name: str, row: Box) -> Iterator[Item]:
    """The icon or the figure at the left of `row`, in the middle of its height."""
    kit = setting.kit
    if face.figure:
        style = kit.style(setting.figure, legible(kit, face.role, kit.surface), bold=True)
        place = replace(row, w=max(setting.sign, kit.width(face.figure, style)))
        yield kit.text(f"{name}-figure", place, [kit.para(face.figure, style, height=1.0)], anchor=Anchor.MIDDLE)
    elif face.icon:
        place = replace(row, w=setting.disc).centred(setting.disc, setting.disc)
        yield kit.disc(f"{name}-icon", place, face.icon, Colour(face.role))


def _text(setting: Setting, face: Face, name: str, box: Box) -> Iterator[Item]:
    if face.text:
        yield setting.kit.text(f"{name}-text", box, [held(setting.kit, setting.text_of(face), box.w)])


def _foot(cards: Measured, face: Face, name: str, box: Box) -> Iterator[Item]:
    kit = cards.setting.kit
    yield kit.rule(f"{name}-rule", (box.x, box.y), box.w, Colour(face.role), 1.5)
    rest = box.cut_top(RULE_TO_FOOT)[1]
    if height := label_height(cards.setting):
        place, rest = rest.cut_top(height, LABEL_TO_VALUE)
        if label := label_of(cards.setting, face):
            yield kit.text(f"{name}-label", place, [label])
    yield kit.text(f"{name}-value", rest, [cards.setting.value_of(face, cards.value_size)])


def _headed(cards: Measured, face: Face, title: Paragraph, place: tuple[str, Box]) -> Iterator[Item]:
    """Icon and title side by side, the text below both over the whole width; the block in the middle of the card."""
    setting, kit, (name, inner) = cards.setting, cards.setting.kit, place
    block = _middle(inner, cards.block - cards.text + cards.shown, cards)
    head, rest = block.cut_top(max(cards.title, setting.disc), setting.under_title)
    yield from _sign(setting, face, name, head)
    words = head.cut_left(setting.sign, setting.beside_sign)[1] if setting.sign else head
    yield kit.text(f"{name}-title", words, [title], anchor=Anchor.MIDDLE)
    yield from _below(setting, face, name, rest)


def _beside(cards: Measured, face: Face, title: Paragraph, place: tuple[str, Box]) -> Iterator[Item]:
    """The icon left of the texts, the value at their right where there is room, all in the middle of the card's height."""
    setting, kit, (name, inner) = cards.setting, cards.setting.kit, place
    column = inner.cut_left(setting.sign, setting.beside_sign)[1] if setting.sign else inner
    if setting.right:
        column, right = column.cut_right(setting.right - RIGHT_GAP, RIGHT_GAP)
    aside = setting.aside_of(face)
    below = ABOVE_ASIDE + need(kit, aside, column.w) if aside and not setting.right else ZERO
    titles = cards.title if title.text else ZERO
    level = title.text and not face.figure and _wraps(setting)
    over = max(ZERO, setting.disc - titles) / 2 if level else ZERO
    block = _middle(column, titles + setting.under_title + cards.shown + below, cards, over)
    upper, lower = block.cut_top(titles, setting.under_title)
    yield from _sign(setting, face, name, _beside_heading(inner, upper, setting.disc) if level else inner)
    if title.text:
        yield kit.text(f"{name}-title", upper, [title], anchor=Anchor.BOTTOM)
    if setting.right:
        yield from _text(setting, face, name, lower)
        yield from [kit.text(f"{name}-aside", right, aside, anchor=Anchor.MIDDLE)] if aside else []
    else:
        yield from _below(setting, face, name, lower)


def _middle(box: Box, height: Length, cards: Measured, over: Length = ZERO) -> Box:
    """A block of words in the middle of a box, with room left in the card for the line more that a program may need.

    Over its upper edge an icon stands out by `over`: both together look centred.
    """
    more = cards.text - cards.shown
    last = max(ZERO, box.h - height - more + cards.setting.inset[1] * OUT)
    return Box(box.x, box.y + min((box.h - height + over) / 2, last), box.w, height + more)


def _wraps(setting: Setting) -> bool:
    """Whether a text takes more than one line: then icons stand level with the headings of all cards."""
    return any(face.text and lines(setting.kit, [setting.text_of(face)], setting.width) > 1 for face in setting.faces)


def _beside_heading(inner: Box, heading: Box, side: Length) -> Box:
    """The row of an icon that stands in the middle of a heading's height, as far as its card allows."""
    return replace(inner, y=max(inner.y, heading.y + (heading.h - side) / 2), h=side)


def _below(setting: Setting, face: Face, name: str, box: Box) -> Iterator[Item]:
    """The text, and below it the aside."""
    text, rest = box.cut_top(_height(setting, face, box.w), ABOVE_ASIDE)
    yield from _text(setting, face, name, text)
    aside = setting.aside_of(face)
    if aside:
        yield setting.kit.text(f"{name}-aside", rest, aside)


def _height(setting: Setting, face: Face, width: Length) -> Length:
    return need(setting.kit, [setting.text_of(face)], width) if face.text else ZERO
