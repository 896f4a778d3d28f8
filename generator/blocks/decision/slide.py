"""A decision on a slide: the request on ink at the left, the options as rows at the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.block import Overflow, Placed
from generator.blocks._cards import INSET, beside, disc_size
from generator.blocks._room import choose, legible, lines, narrowed, need, whole
from generator.blocks.decision.band import Band
from generator.blocks.decision.figures import row_of_figures
from generator.blocks.decision.request import Option, Request
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import GAP, Kit, Paint
from generator.page.colour import Colour
from generator.page.items import Item, Stroke, TextItem
from generator.page.shapes import Rectangle
from generator.page.text import Align, Anchor, Paragraph

LEFT_SHARES = (4.939 / 12.133, 0.36)
"""What the request takes of the width, beside its options."""
PANEL_INSET, AROUND_RULE = inch(0.34), inch(0.16)
"""Within the request's panel, and above and below the rule over its figures."""
PADDING = inch(0.08)
LETTERS = "ABCD"
STEPS = ((28, 24, 28), (24, 20, 24), (20, 18, 24), (20, 18, 20), (18, 18, 20), (18, 16, 18))
"""Sizes of an option's title, of its text and of its cost."""
LABEL, TIGHT_LABEL = 14, 12
"""Of the word over the recommended option, in points."""
NARROW, TALL = inch(7.5), 1.6
"""Boxes narrower than this, and not so many times as wide as high, have the request above."""
GAPS = (GAP, inch(0.1))
"""Between options; less where there is little room."""
LEAST_PADDING = inch(0.03)


def place_slide(kit: Kit, request: Request, box: Box) -> Placed | Overflow:
    """Fill `box`; the source's line, if any, takes its lower edge."""
    source = [kit.para(request.source, kit.style(pt(12), kit.quiet))] if request.source else []
    body, foot = box.cut_bottom(need(kit, source, box.w) if source else ZERO, inch(0.12) if source else ZERO)
    refused: list[Overflow] = []
    for placed in _ways(kit, request, body):
        if isinstance(placed, Overflow):
            refused.append(Overflow(placed.need + (box.h - body.h), box.h, placed.wide))
            continue
        return Placed((*placed, *((kit.text("source", foot, source),) if source else ())))
    least = min(refused, key=lambda each: each.need)
    return replace(least, need=max(least.need, box.h * 1.01))


def _ways(kit: Kit, request: Request, box: Box) -> Iterator[tuple[Item, ...] | Overflow]:
    """All ways to set it: the request beside its options, then above them; alone where there is only one of the two."""
    if request.alone:
        yield _options(kit, request, box)
        return
    if not request.options:
        yield _panel(kit, request, box)
        return
    ways = (_beside, _below) if box.w >= NARROW or box.w.ratio(box.h) > TALL else (_below, _beside)
    for way in ways:
        yield from way(kit, request, box)


def _beside(kit: Kit, request: Request, box: Box) -> Iterator[tuple[Item, ...] | Overflow]:
    """The share of the width that lets the request, and then the options, be largest; where both are alike, the fuller panel."""
    found: list[tuple[Item, ...]] = []
    for share in LEFT_SHARES:
        left, right = box.cut_left(box.w * share, GAP)
        panel = _panel(kit, request, left)
        rows = panel if isinstance(panel, Overflow) else _options(kit, request, right)
        if isinstance(panel, Overflow) or isinstance(rows, Overflow):
            yield panel if isinstance(panel, Overflow) else rows
        else:
            found.append((*panel, *rows))
    yield from sorted(found, key=_sizes, reverse=True)


def _sizes(items: tuple[Item, ...]) -> tuple[float, ...]:
    """Whether no label is tight, the largest type of the request and of the options' words, and the request's lines."""
    texts = [item for item in items if isinstance(item, TextItem)]
    sizes = [[run.style.size.pt for p in item.body.paragraphs for run in p.runs] for item in texts]
    told = [(item, sized) for item, sized in zip(texts, sizes, strict=True) if item.mark.id.endswith(("ask", "-text"))]
    return min(map(min, sizes)) >= LABEL, *(max(sized) for _, sized in told), len(told[0][0].body.lines)


def _below(kit: Kit, request: Request, box: Box) -> Iterator[tuple[Item, ...] | Overflow]:
    for size in kit.theme.sizes(28, 18):
        band = Band(kit, request, size)
        if (taken := band.taken(box.w)) is None:
            yield Overflow(box.h * 2, box.h, wide=True)
            continue
        upper, lower = box.cut_top(taken, GAP)
        options = _options(kit, request, lower)
        if isinstance(options, Overflow):
            yield Overflow(taken + GAP + options.need, box.h, options.wide)
        else:
            yield (*band.draw(upper), *options)


def _panel(kit: Kit, request: Request, box: Box) -> tuple[Item, ...] | Overflow:
    inner = box.inset(PANEL_INSET)
    label = [kit.para(kit.words.say("decision_asked"), kit.style(pt(18), kit.light(), bold=True))]
    head, rest = inner.cut_top(need(kit, label, inner.w), inch(0.1))
    figures = row_of_figures(kit, request, inner.w)
    foot_height = figures.height + AROUND_RULE if request.figures else ZERO
    if figures.stacked and any(figures.wide(i) > inner.w for i in range(len(request.figures))):
        return Overflow(box.h * 1.2, box.h, wide=True)
    upper, foot = rest.cut_bottom(foot_height, AROUND_RULE if request.figures else ZERO)

    def ask(size: Length) -> Paragraph:
        return kit.para(request.ask, kit.style(size, kit.paper, bold=True), height=1.15)

    def taken(size: Length) -> Length | None:
        return need(kit, [ask(size)], inner.w) if whole(kit, [ask(size)], inner.w) else None

    chosen = choose(kit.theme.sizes(44 if request.figures else 60, 20), taken, upper.h)
    if isinstance(chosen, Overflow):
        return Overflow(chosen.need + (box.h - upper.h), box.h, chosen.wide)
    width = narrowed(kit, [ask(chosen)], inner.w)
    return (
        kit.card("panel", box, kit.ink),
        kit.text("label", head, label),
        kit.text("ask", Box(upper.x, upper.y, width, upper.h), [ask(chosen)]),
        *(figures.draw(foot) if request.figures else ()),
    )


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
            label = kit.style(pt(TIGHT_LABEL if self.tight else LABEL), legible(kit, kit.role, kit.tint()), bold=True)
            told.append(kit.para(kit.words.say("recommended"), label))
        told.append(kit.para(option.title, kit.style(pt(self.sizes[0]), bold=True), height=1.15, before=inch(0.02)))
        if option.text:
            style = kit.style(pt(self.sizes[1]), kit.ink if option.recommended else kit.quiet)
            told.append(kit.para(option.text, style, before=inch(0.03)))
        return told

    def letter(self, index: int) -> str:
        """An option's letter, counted from the first slide it may stand on."""
        return LETTERS[(self.request.first + index) % len(LETTERS)]

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
        kit, option, name = self.kit, self.request.options[index], f"option-{self.letter(index).lower()}"
        text, cost = self.places(card)
        yield from _ground(kit, name, card, option.recommended)
        side = disc_size(card.h)
        place = Box(card.x + INSET, card.y, side, card.h).centred(side, side)
        fill, colour = (kit.accent, kit.paper) if option.recommended else (kit.paper, Colour("accent6"))
        stroke = None if option.recommended else Stroke(colour, pt(1.5))
        yield kit.number(
            f"{name}-letter", place, self.letter(index), kit.style(pt(20), colour, bold=True), Paint(fill=fill, stroke=stroke)
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
    refused = Overflow(box.h * 2, box.h)
    for gap in GAPS if box.h > ZERO else ():
        cards = box.rows(len(request.options), gap)
        chosen = choose((_Rows(kit, request, cards[0], sizes) for sizes in STEPS), lambda rows: rows.taken(), cards[0].h)
        if not isinstance(chosen, Overflow):
            return tuple(item for i, card in enumerate(cards) for item in chosen.draw(i, card))
        refused = Overflow(box.h + (chosen.need - chosen.have) * len(cards), box.h, chosen.wide)
    return refused
