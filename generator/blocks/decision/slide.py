"""A decision on a slide: the request on ink at the left, the options as rows at the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.block import Overflow, Placed
from generator.blocks._cards import INSET, beside, disc_size
from generator.blocks._room import choose, legible, lines, narrowed, need, whole
from generator.blocks.decision.request import Option, Request
from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import GAP, Kit, Paint
from generator.page.colour import Colour
from generator.page.items import Item, Rectangle, Stroke
from generator.page.text import Align, Anchor, Paragraph

LEFT_SHARE = 4.939 / 12.133
PANEL_INSET = inch(0.36)
PADDING = inch(0.08)
LETTERS = "ABCD"
STEPS = ((36, 24, 36), (28, 24, 28), (24, 20, 24), (20, 18, 24), (20, 18, 20), (18, 18, 20), (18, 16, 18))
"""Sizes of an option's title, of its text and of its cost."""
LEAST_PADDING = inch(0.03)


def place_slide(kit: Kit, request: Request, box: Box) -> Placed | Overflow:
    """Fill `box`; the source's line, if any, takes its lower edge."""
    source = [kit.para(request.source, kit.style(pt(12), kit.quiet))] if request.source else []
    body, foot = box.cut_bottom(need(kit, source, box.w) if source else ZERO, inch(0.12) if source else ZERO)
    left, right = body.cut_left(body.w * LEFT_SHARE, GAP)
    panel = _panel(kit, request, left)
    options = _options(kit, request, right)
    worst = max((part for part in (panel, options) if isinstance(part, Overflow)), key=lambda o: o.need, default=None)
    if worst or isinstance(panel, Overflow) or isinstance(options, Overflow):
        assert worst is not None
        return Overflow(worst.need + (box.h - body.h), box.h)
    line = (kit.text("source", foot, source),) if source else ()
    return Placed((*panel, *options, *line))


def _panel(kit: Kit, request: Request, box: Box) -> tuple[Item, ...] | Overflow:
    inner = box.inset(PANEL_INSET)
    label = [kit.para(kit.words.say("decision_asked"), kit.style(pt(18), kit.light(), bold=True))]
    head, rest = inner.cut_top(need(kit, label, inner.w), inch(0.1))
    figures = _figures(kit, request, inner.w)
    foot_height = figures.height + inch(0.2) if request.figures else ZERO
    if figures.stacked and any(figures.wide(i) > inner.w for i in range(len(request.figures))):
        return Overflow(box.h * 1.2, box.h)
    upper, foot = rest.cut_bottom(foot_height, inch(0.2) if request.figures else ZERO)

    def ask(size: Length) -> Paragraph:
        return kit.para(request.ask, kit.style(size, kit.paper, bold=True), height=1.15)

    def taken(size: Length) -> Length | None:
        return need(kit, [ask(size)], inner.w) if whole(kit, [ask(size)], inner.w) else None

    chosen = choose(kit.theme.sizes(44 if request.figures else 60, 20), taken, upper.h)
    if isinstance(chosen, Overflow):
        return Overflow(chosen.need + (box.h - upper.h), box.h)
    anchor = Anchor.TOP if request.figures else Anchor.MIDDLE
    width = narrowed(kit, [ask(chosen)], inner.w)
    return (
        kit.card("panel", box, kit.ink),
        kit.text("label", head, label),
        kit.text("ask", Box(upper.x, upper.y, width, upper.h), [ask(chosen)], anchor=anchor),
        *(figures.draw(foot) if request.figures else ()),
    )


BOUNDLESS = inch(1000)
"""The width of a box in which nothing wraps."""


@dataclass(frozen=True, slots=True)
class _Figures:
    """Label and value pairs, in a row where there is room for it."""

    kit: Kit
    request: Request
    size: Length
    label_size: Length
    stacked: bool = False
    """Whether they stand one below the other, each label at the left of its value."""

    def told(self, index: int) -> list[Paragraph]:
        kit, figure = self.kit, self.request.figures[index]
        return [
            kit.para(figure.label, kit.style(self.label_size, kit.mute)),
            kit.para(figure.value, kit.style(self.size, kit.paper, bold=True), height=1.15, before=inch(0.02)),
        ]

    def widths(self) -> list[Length]:
        """What each pair takes on one line each."""
        pairs = (self.told(index) for index in range(len(self.request.figures)))
        return [self.kit.body(pair, BOUNDLESS).width * 1.015 + inch(0.05) for pair in pairs]

    def wide(self, index: int) -> Length:
        """What a label and its value take on one line."""
        return total([self.kit.body([p], BOUNDLESS).width for p in self.told(index)]) * 1.015 + inch(0.2)

    @property
    def height(self) -> Length:
        if self.stacked:
            return total([max(need(self.kit, [p], inch(99)) for p in self.told(i)) for i in range(len(self.request.figures))])
        return max(need(self.kit, self.told(i), w * 1.1) for i, w in enumerate(self.widths()))

    def draw(self, box: Box) -> Iterator[Item]:
        yield self.kit.rule("figures-rule", (box.x, box.y), box.w, self.kit.theme.named["night3"])
        yield from self._down(box) if self.stacked else self._across(box)

    def _down(self, box: Box) -> Iterator[Item]:
        for i, row in enumerate(box.cut_bottom(self.height)[1].rows(len(self.request.figures))):
            label, value = self.told(i)
            yield self.kit.text(f"figure-{i + 1}-label", row, [label], anchor=Anchor.MIDDLE)
            yield self.kit.text(f"figure-{i + 1}", row, [replace(value, align=Align.RIGHT, before=ZERO)], anchor=Anchor.MIDDLE)

    def _across(self, box: Box) -> Iterator[Item]:
        kit, widths = self.kit, self.widths()
        spare = (box.w - Length(sum(w.emu for w in widths))) / max(1, len(widths) - 1)
        x, top = box.x, box.bottom - self.height
        for i, width in enumerate(widths):
            yield kit.text(f"figure-{i + 1}", Box(x, top, width, self.height), self.told(i))
            x = x + width + min(spare, inch(0.9))


def _figures(kit: Kit, request: Request, width: Length) -> _Figures:
    """The figures at the largest size at which they stand side by side; one below the other where they do not."""
    for size, label in ((28, 14), (24, 14), (20, 14), (18, 12)):
        figures = _Figures(kit, request, pt(size), pt(label))
        widths = figures.widths()
        if Length(sum(w.emu for w in widths)) + inch(0.22) * max(0, len(widths) - 1) <= width:
            return figures
    return _Figures(kit, request, pt(18), pt(14), stacked=True)


@dataclass(frozen=True, slots=True)
class _Rows:
    """One way to set the options, whose cards are all like `card`."""

    kit: Kit
    request: Request
    card: Box
    sizes: tuple[int, int, int]

    def told(self, option: Option) -> list[Paragraph]:
        kit, told = self.kit, []
        if option.recommended:
            colour = legible(kit, kit.role, kit.tint())
            told.append(kit.para(kit.words.say("recommended"), kit.style(pt(12 if self.tight else 14), colour, bold=True)))
        told.append(kit.para(option.title, kit.style(pt(self.sizes[0]), bold=True), height=1.15, before=inch(0.02)))
        if option.text:
            style = kit.style(pt(self.sizes[1]), kit.ink if option.recommended else kit.quiet)
            told.append(kit.para(option.text, style, before=inch(0.03)))
        return told

    @property
    def tight(self) -> bool:
        """Whether this is the last way to set the options."""
        return self.sizes == STEPS[-1]

    @property
    def padding(self) -> Length:
        """Above and below an option's words."""
        return LEAST_PADDING if self.tight else PADDING

    def cost(self, option: Option) -> list[Paragraph]:
        colour = legible(self.kit, self.kit.role, self.kit.tint()) if option.recommended else self.kit.quiet
        style = self.kit.style(pt(self.sizes[2]), colour, bold=True)
        return [self.kit.para(option.cost, style, align=Align.RIGHT)] if option.cost else []

    def places(self, card: Box) -> tuple[Box, Box]:
        """Where text and cost stand."""
        inner = beside(card).inset(ZERO, self.padding)
        costs = [p for option in self.request.options for p in self.cost(option)]
        wide = max((self.kit.width(p.text, p.runs[0].style) for p in costs), default=ZERO)
        return inner.cut_right(wide + inch(0.05), inch(0.25)) if wide else inner.cut_right(ZERO)

    def taken(self) -> Length | None:
        text, _ = self.places(self.card)
        told = [self.told(option) for option in self.request.options]
        if text.w < inch(1.2) or not all(whole(self.kit, t, text.w) for t in told):
            return None
        if self.sizes[0] > 20 and any(lines(self.kit, [p], text.w) > 1 for t in told for p in t):
            return None
        return max(need(self.kit, t, text.w) for t in told) + self.padding * 2

    def draw(self, index: int, card: Box) -> Iterator[Item]:
        kit, option, name = self.kit, self.request.options[index], f"option-{LETTERS[index].lower()}"
        text, cost = self.places(card)
        yield from _ground(kit, name, card, option.recommended)
        side = disc_size(card.h)
        place = Box(card.x + INSET, card.y, side, card.h).centred(side, side)
        fill, colour = (kit.accent, kit.paper) if option.recommended else (kit.paper, Colour("accent6"))
        stroke = None if option.recommended else Stroke(colour, pt(1.5))
        yield kit.number(
            f"{name}-letter", place, LETTERS[index], kit.style(pt(20), colour, bold=True), Paint(fill=fill, stroke=stroke)
        )
        told = self.told(option)
        text_place = Box(text.x, text.y, narrowed(kit, told, text.w), text.h)
        yield kit.text(f"{name}-text", text_place, told, anchor=Anchor.MIDDLE)
        if option.cost:
            yield kit.text(f"{name}-cost", cost, self.cost(option), anchor=Anchor.MIDDLE)


def _ground(kit: Kit, name: str, card: Box, recommended: bool) -> Iterator[Item]:
    if not recommended:
        yield kit.card(name, card)
        return
    edge = pt(2.25)
    yield kit.shape(name, card.inset(edge / 2), Rectangle(kit.corner), fill=kit.tint(), stroke=Stroke(kit.accent, edge))


def _options(kit: Kit, request: Request, box: Box) -> tuple[Item, ...] | Overflow:
    cards = box.rows(len(request.options), GAP)
    chosen = choose((_Rows(kit, request, cards[0], sizes) for sizes in STEPS), lambda rows: rows.taken(), cards[0].h)
    if isinstance(chosen, Overflow):
        return Overflow(box.h + (chosen.need - chosen.have) * len(cards), box.h)
    return tuple(item for i, card in enumerate(cards) for item in chosen.draw(i, card))
