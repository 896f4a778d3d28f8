"""A big number on a slide: a solid panel with the figure, and beside it what follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.block import Overflow, Placed
from generator.blocks._room import choose, lines, narrowed, need, whole
from generator.blocks._share import Squares, squares
from generator.blocks._tails import held
from generator.blocks.big_number.frame import BANDS, INSET, SHARES, WIDE, Frame, band, side_by_side, whole_slide
from generator.blocks.big_number.parts import Figure, Numbers, rows_of
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

INNER = inch(0.3)
"""Above and below what stands on a panel that is no higher than the blocks' place."""
DOWN = 0.2
"""How much of the panel's free height lies above number and meaning, which stand close together."""
STEPS = ((60, 24, 20), (44, 24, 20), (44, 20, 18), (36, 20, 18), (28, 20, 18), (28, 18, 16))
SMALL_STEPS = ((24, 16, 16),)
"""Sizes of a row's number, its title and its text; the smaller ones for a body under a title that is short of room."""
PANEL, LARGE = ((80, 28), (80, 24), (60, 24), (44, 24), (44, 20), (36, 18), (28, 16)), ((80, 44), (80, 36))
"""Sizes of the number and its meaning on a panel; those that come first on one that fills its box."""
HEADING = pt(20)
"""Smaller than the slide's title, with which it must not compete."""
ROW_AIR = inch(0.08)
"""At least so much stands between a row's text and its rules."""
TIGHT = STEPS[-1]
SHORT = inch(4.3)
"""Below this height of what stands right of the panel its type may be smaller."""


def place_number(kit: Kit, block: Numbers, box: Box) -> Placed | Overflow:
    """The whole slide, or the body under a title: a panel with the figure, and beside or below it what follows from it."""
    alone = not (block.rows or block.share or block.heading)
    if box.x or box.y:
        return _in_body(kit, block, box, alone)
    return _set(kit, block, _on_margins(kit, block, whole_slide(box)), alone)


def _on_margins(kit: Kit, block: Numbers, frame: Frame) -> Frame:
    """The places between the margins of the theme, where the eyebrow begins and the page number ends."""
    stage = kit.theme.stage
    spot = stage.spot(block.layout) if stage.own else None
    if spot is None or spot.body != frame.box or spot.eyebrow is None or "number" not in spot.feet:
        return frame
    left, end = spot.eyebrow.x, spot.feet["number"].box.right
    words = replace(frame.words, x=left, w=frame.words.right - left)
    return replace(frame, words=words, right=replace(frame.right, w=end - frame.right.x))


def _in_body(kit: Kit, block: Numbers, box: Box, alone: bool) -> Placed | Overflow:
    """The panel at the left of a wide box, across the top of a narrow one; all of the box where nothing else is said."""
    if alone:
        return _all_panel(kit, block, box)
    frames = [
        *(side_by_side(box, share) for share in SHARES if box.w >= WIDE),
        *(band(box, share) for share in (BANDS if block.rows else reversed(BANDS))),
    ]
    refused: list[Overflow] = []
    for frame in frames:
        placed = _set(kit, block, frame, alone=False)
        if isinstance(placed, Placed):
            return placed
        refused.append(placed)
    least = min(refused, key=lambda each: each.need)
    return replace(least, need=max(least.need, box.h * 1.01))


def _all_panel(kit: Kit, block: Numbers, box: Box) -> Placed | Overflow:
    """Number, meaning and source on a panel that fills the box."""
    frame = Frame(box, box, box.inset(INSET, INSET * 0.7), box)
    words = _panel(kit, block, frame, alone=False, filling=True)
    return words if isinstance(words, Overflow) else Placed((kit.card("panel", box, kit.accent), *words))


def _set(kit: Kit, block: Numbers, frame: Frame, alone: bool) -> Placed | Overflow:
    panel = _panel(kit, block, frame, alone)
    if isinstance(panel, Overflow):
        return panel
    right = _meaning(kit, block, frame.right) if alone else _right(kit, block, frame.right)
    if isinstance(right, Overflow):
        return Overflow(right.need + (frame.box.h - right.have), frame.box.h, right.wide)
    full = frame.panel.h == frame.box.h and not (frame.box.x or frame.box.y)
    ground = kit.shape("panel", frame.panel, fill=kit.accent) if full else kit.card("panel", frame.panel, kit.accent)
    return Placed((ground, *panel, *right))


def _panel(kit: Kit, block: Numbers, frame: Frame, alone: bool, filling: bool = False) -> tuple[Item, ...] | Overflow:
    """Number, meaning and source on the panel; `alone` the meaning stands elsewhere and the number in the middle.

    A panel that is `filling` its box has larger type, in the middle of its height.
    """
    words = frame.words
    source = [held(kit, kit.para(block.source, kit.style(pt(12), kit.paper)), words.w)] if block.source else []
    foot = need(kit, source, words.w) if source else ZERO
    upper, lower = words.cut_bottom(foot)
    sizes = _panel_sizes(kit, block, (*LARGE, *PANEL) if filling else PANEL)
    chosen = choose(sizes, lambda s: _panel_taken(kit, s, words.w, alone), upper.h - inch(0.1))
    if isinstance(chosen, Overflow):
        return Overflow(chosen.need + (frame.box.h - upper.h), frame.box.h, chosen.wide)
    number, meaning = chosen
    high = need(kit, [number], words.w)
    if not alone:
        spare = upper.h - high - need(kit, [meaning], words.w)
        upper = upper.cut_top(spare * (0.5 if filling else DOWN))[1]
    head, rest = upper.cut_top(high)
    items = [kit.text("number", head, [number])]
    if not alone:
        meaning = held(kit, meaning, rest.w)
        width = narrowed(kit, [meaning], rest.w)
        items.append(kit.text("meaning", Box(rest.x, rest.y, width, rest.h), [meaning]))
    if source:
        width = narrowed(kit, source, lower.w)
        items.append(kit.text("source", Box(lower.x, lower.y, width, lower.h), source, anchor=Anchor.BOTTOM))
    return tuple(items)


def _panel_sizes(kit: Kit, block: Numbers, sizes: Sequence[tuple[int, int]]) -> Iterator[tuple[Paragraph, Paragraph]]:
    for number, meaning in sizes:
        yield (
            kit.para(block.number, kit.style(pt(number), kit.paper, bold=True), height=1.06),
            kit.para(block.meaning, kit.style(pt(meaning), kit.paper), height=1.25),
        )


def _panel_taken(kit: Kit, texts: tuple[Paragraph, Paragraph], width: Length, alone: bool) -> Length | None:
    number, meaning = texts
    size = number.runs[0].style.size
    if not whole(kit, texts, width) or (size.pt > 44 and lines(kit, [number], width) > 1):
        return None
    if meaning.runs[0].style.size.pt > 24 and lines(kit, [meaning], width) > 3:
        return None
    return need(kit, [number], width) + (ZERO if alone else need(kit, [meaning], width))


def _meaning(kit: Kit, block: Numbers, box: Box) -> tuple[Item, ...] | Overflow:
    """The meaning, large, where nothing else follows from the number."""

    def text(size: Length) -> list[Paragraph]:
        return [kit.para(block.meaning, kit.style(size, bold=True), height=1.15)]

    def taken(size: Length) -> Length | None:
        return need(kit, text(size), box.w) + inch(0.2) if whole(kit, text(size), box.w) else None

    chosen = choose(kit.theme.sizes(44, 20), taken, box.h)
    if isinstance(chosen, Overflow):
        return chosen
    rule = kit.rule("meaning-rule", (box.x, box.y), box.w, kit.accent, 1.5)
    place = box.cut_top(inch(0.2))[1]
    width = narrowed(kit, text(chosen), place.w)
    return (rule, kit.text("meaning", Box(place.x, place.y, width, place.h), text(chosen)))


@dataclass(frozen=True, slots=True)
class _Right:
    """One way to set what stands right of the panel."""

    kit: Kit
    block: Numbers
    box: Box
    sizes: tuple[int, int, int]

    @property
    def tight(self) -> bool:
        """Whether rows have little air."""
        return self.sizes == TIGHT or self.sizes in SMALL_STEPS

    def heading(self) -> list[Paragraph]:
        size = HEADING if self.block.rows else pt(24)
        text = self.block.heading
        return [self.kit.para(text, self.kit.style(size, bold=True), height=1.15)] if text else []

    def number(self, figure: Figure) -> Paragraph:
        """In the role's colour; beside a share only what counts the same squares, since the others are grey."""
        share = self.block.share
        colour = self.kit.accent if share is None or str(figure.number).split()[:1] == [str(share.part)] else Colour("accent6")
        return self.kit.para(figure.number, self.kit.style(pt(self.sizes[0]), colour, bold=True), height=1.06)

    def texts(self, figure: Figure) -> list[Paragraph]:
        title = self.kit.para(figure.title, self.kit.style(pt(self.sizes[1]), bold=True))
        style = self.kit.style(pt(self.sizes[2]), self.kit.quiet)
        return [title, self.kit.para(figure.text, style, before=inch(0.03))] if figure.text else [title]

    @property
    def across(self) -> Length:
        """The width of the numbers' column."""
        widths = [self.kit.width(f.number, self.number(f).runs[0].style) for f in self.block.rows]
        return max([inch(0.62), *widths]) + inch(0.28)

    @property
    def head(self) -> Length:
        """What heading and squares take, with the space below each."""
        heading = self.heading()
        height = need(self.kit, heading, self.box.w) + inch(0.24) if heading else ZERO
        return height + self.squares.height + inch(0.3) if self.squares else height

    @property
    def squares(self) -> Squares | None:
        """The share; without rows below it, larger and in two rows."""
        share, alone = self.block.share, not self.block.rows
        if share is None:
            return None
        rows = 2 if alone and share.of > 5 else rows_of(share)
        return squares(
            share,
            rows,
            self.box.w,
            min(inch(1.25), self.box.h * 0.28) if alone else inch(0.5) if self.tight or self.box.h < SHORT / 2 else inch(0.8),
        )

    def row(self) -> Length:
        """What the tallest row takes, padding included."""
        beside = self.box.w - self.across
        heights = [need(self.kit, self.texts(f), beside) for f in self.block.rows]
        return max([*heights, pt(self.sizes[0]) * 1.1]) + ROW_AIR * (2 if self.tight else 3.5)

    def taken(self) -> Length | None:
        paragraphs = [p for f in self.block.rows for p in self.texts(f)]
        if self.across > self.box.w * 0.45 or not whole(self.kit, paragraphs, self.box.w - self.across):
            return None
        if not whole(self.kit, self.heading(), self.box.w):
            return None
        return self.head + self.row() * len(self.block.rows)


def _right(kit: Kit, block: Numbers, box: Box) -> tuple[Item, ...] | Overflow:
    steps = STEPS if box.h > SHORT else (*STEPS, *SMALL_STEPS)
    chosen = choose((_Right(kit, block, box, sizes) for sizes in steps), lambda s: s.taken(), box.h)
    if isinstance(chosen, Overflow):
        return chosen
    items: list[Item] = []
    heading = chosen.heading()
    if heading:
        head, box = box.cut_top(need(kit, heading, box.w), inch(0.24))
        width = narrowed(kit, heading, head.w)
        items.append(kit.text("heading", Box(head.x, head.y, width, head.h), heading))
    if chosen.squares:
        strip, box = box.cut_top(chosen.squares.height, inch(0.3))
        items.extend(chosen.squares.draw(kit, strip.x, strip.y))
    for number, (figure, place) in enumerate(zip(block.rows, box.rows(len(block.rows)) if block.rows else (), strict=True), 1):
        items.extend(_row(chosen, figure, place, number))
    return tuple(items)


def _row(setting: _Right, figure: Figure, box: Box, number: int) -> Iterator[Item]:
    kit, name = setting.kit, f"row-{number}"
    yield kit.rule(f"{name}-rule", (box.x, box.y), box.w, kit.line)
    left, right = box.cut_left(setting.across)
    yield kit.text(f"{name}-number", left, [setting.number(figure)], anchor=Anchor.MIDDLE)
    texts = [held(kit, paragraph, right.w) for paragraph in setting.texts(figure)]
    place = Box(right.x, right.y, narrowed(kit, texts, right.w), right.h)
    yield kit.text(f"{name}-text", place, texts, anchor=Anchor.MIDDLE)
