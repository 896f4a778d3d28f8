"""A callout at the side of a slide: a tinted panel with a disc and its label, filled from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.block import Overflow, Placed
from generator.blocks._room import choose, lines, need, whole
from generator.blocks.callout.remark import Pair, Remark
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

DISC = inch(0.72)
TO_LABEL = inch(0.18)
TALLEST_PAIR = inch(1.6)


@dataclass(frozen=True, slots=True)
class _Air:
    """Space around and between the parts of the panel."""

    inset: Length
    after_header: Length
    after_rule: Length
    after_pair: Length
    before_closing: Length


ROOMY = _Air(inch(0.34), inch(0.3), inch(0.2), inch(0.2), inch(0.22))
TIGHT = _Air(inch(0.26), inch(0.2), inch(0.12), inch(0.1), inch(0.12))
STEPS = ((80, 28, 28), (80, 24, 28), (80, 24, 24), (60, 20, 24), (60, 20, 20), (44, 18, 20))
"""Sizes of the number, of the text and of what follows a condition."""
WIDE, WIDE_STEPS = inch(6), ((80, 44, 44), (80, 36, 36))
"""From this width on larger type comes first."""


def place_panel(kit: Kit, remark: Remark, box: Box) -> Placed | Overflow:
    """Fill `box` with the panel: header at the top, closing remark at the bottom, the rest between."""
    steps = STEPS if box.w < WIDE else (*WIDE_STEPS, *STEPS)
    settings = [_Panel(kit, remark, box, sizes, air) for air in (ROOMY, TIGHT) for sizes in steps]
    chosen = choose(settings, lambda panel: panel.taken(), box.h)
    return chosen if isinstance(chosen, Overflow) else Placed(tuple(chosen.draw()))


@dataclass(frozen=True, slots=True)
class _Panel:
    """One way to set the panel."""

    kit: Kit
    remark: Remark
    box: Box
    sizes: tuple[int, int, int]
    air: _Air = ROOMY

    @property
    def width(self) -> Length:
        return self.box.w - self.air.inset * 2

    @property
    def strong(self) -> Colour:
        return self.remark.strong(self.kit)

    @property
    def label_width(self) -> Length:
        return self.width if self.remark.number else self.width - DISC - TO_LABEL

    def number(self) -> list[Paragraph]:
        style = self.kit.style(pt(self.sizes[0]), self.strong, bold=True)
        return [self.kit.para(self.remark.number, style, height=1.05)] if self.remark.number else []

    def label(self) -> list[Paragraph]:
        size = pt(24) if self.remark.number and self.sizes[1] >= 24 else pt(20)
        return [self.kit.para(self.remark.label, self.kit.style(size, self.strong, bold=True))]

    def text(self) -> list[Paragraph]:
        term, meaning = self.remark.term()
        size = pt(self.sizes[1])
        told = [self.kit.para(term, self.kit.style(max(size, pt(24)), self.strong, bold=True))] if term else []
        if meaning:
            style = self.kit.style(min(size, pt(24)) if term else size)
            told.append(self.kit.para(meaning, style, height=1.25, before=inch(0.08)))
        return told

    def pair(self, pair: Pair) -> list[Paragraph]:
        role = self.kit.subject_role(pair.subject) if pair.subject else self.remark.role(self.kit)
        then = self.kit.style(pt(self.sizes[2]), self.remark.strong(self.kit, role), bold=True)
        return [
            self.kit.para(pair.when, self.kit.style(pt(18))),
            self.kit.para(pair.then, then, height=1.15, before=inch(0.05)),
        ]

    def closing(self) -> list[Paragraph]:
        style = self.kit.style(pt(18), self.kit.quiet)
        told = [self.kit.para(self.remark.closing, style)] if self.remark.closing else []
        if self.remark.date:
            told.append(self.kit.para(self.remark.date, self.kit.style(pt(18), self.strong, bold=True), before=inch(0.05)))
        return told

    def header_height(self) -> Length:
        label = need(self.kit, self.label(), self.label_width)
        if self.remark.number:
            return need(self.kit, self.number(), self.width) + inch(0.04) + label
        return max(DISC, label)

    def pair_height(self) -> Length:
        heights = (need(self.kit, self.pair(pair), self.width) for pair in self.remark.pairs)
        return max(heights) + self.air.after_rule + self.air.after_pair if self.remark.pairs else ZERO

    def text_height(self) -> Length:
        """The text, the rule above it, and the space to the pairs where there are some."""
        after = self.air.after_rule if self.remark.pairs else ZERO
        return self.air.after_rule + need(self.kit, self.text(), self.width) + after

    def taken(self) -> Length | None:
        pairs = [p for pair in self.remark.pairs for p in self.pair(pair)]
        inside = whole(self.kit, [*self.text(), *pairs, *self.number()], self.width)
        if not inside or not whole(self.kit, self.label(), self.label_width):
            return None
        if self.remark.number and lines(self.kit, self.number(), self.width) > 1 and self.sizes[0] > 44:
            return None
        air = self.air
        text = self.text_height() if self.remark.text else ZERO
        foot = air.before_closing * 2 + need(self.kit, self.closing(), self.width) if self.closing() else ZERO
        return air.inset * 2 + self.header_height() + air.after_header + text + self.pair_height() * len(self.remark.pairs) + foot

    def draw(self) -> Iterator[Item]:
        yield self.kit.card("ground", self.box, self.remark.ground(self.kit))
        head, rest = self.box.inset(self.air.inset).cut_top(self.header_height(), self.air.after_header)
        yield from self._header(head)
        closing = self.closing()
        if closing:
            rest, foot = rest.cut_bottom(need(self.kit, closing, self.width), self.air.before_closing)
        if self.remark.text:
            yield from self._text(rest)
            rest = rest.cut_top(self.text_height())[1]
        if self.remark.pairs:
            yield from self._pairs(rest)
        if closing:
            if not self.remark.pairs:
                yield self.kit.rule("closing-rule", (foot.x, foot.y - self.air.before_closing), foot.w, self.strong, 1.5)
            yield self.kit.text("closing", foot, closing, anchor=Anchor.BOTTOM)

    def _header(self, box: Box) -> Iterator[Item]:
        kit = self.kit
        if self.remark.number:
            high = need(kit, self.number(), self.width)
            number, label = box.cut_top(high, inch(0.04))
            yield kit.text("number", number, self.number())
            yield kit.text("label", label, self.label())
            return
        disc, label = box.cut_left(DISC, TO_LABEL)
        yield kit.disc("sign", disc.centred(DISC, DISC), self.remark.icon_name(), self.strong)
        yield kit.text("label", label, self.label(), anchor=Anchor.MIDDLE)

    def _text(self, box: Box) -> Iterator[Item]:
        if not self.remark.number:
            yield self.kit.rule("text-rule", (box.x, box.y), box.w, self.strong, 1.5)
            box = box.cut_top(self.air.after_rule)[1]
        yield self.kit.text("text", box.cut_top(need(self.kit, self.text(), self.width))[0], self.text())

    def _pairs(self, box: Box) -> Iterator[Item]:
        each = min(box.h / len(self.remark.pairs), max(TALLEST_PAIR, self.pair_height()))
        for number, pair in enumerate(self.remark.pairs, 1):
            place, box = box.cut_top(each)
            texts = self.pair(pair)
            yield self.kit.rule(f"pair-{number}-rule", (place.x, place.y), place.w, texts[1].runs[0].style.colour, 1.5)
            yield self.kit.text(f"pair-{number}", place.inset(ZERO, self.air.after_rule, ZERO, ZERO), texts)
