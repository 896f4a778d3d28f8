"""A callout at the side of a slide: a tinted panel with a disc and its label, filled from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from generator.block import Overflow, Placed
from generator.blocks._room import choose, lines, need, whole
from generator.blocks._tails import held
from generator.blocks.callout.remark import Pair, Remark
from generator.geometry import Box, Length, inch, pt
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

DISC = inch(0.72)
TO_LABEL = inch(0.18)


@dataclass(frozen=True, slots=True)
class _Air:
    """Space around the parts of the panel, and the least between them: the same above and below each rule."""

    inset: Length
    gap: Length


ROOMY = _Air(inch(0.34), inch(0.2))
TIGHT = _Air(inch(0.26), inch(0.13))
CLOSE = _Air(inch(0.18), inch(0.1))
SMALLEST = ((44, 18, 18), (36, 16, 16))
"""The sizes for a small panel, besides the last one of the others."""
MOST_GAP = inch(0.42)
"""What is left over beyond it is shared by the parts, each in the middle of its room."""
RULE = 1
"""Points: every rule on a panel."""
STEPS = ((80, 28, 28), (80, 24, 28), (80, 24, 24), (60, 20, 24), (60, 20, 20), (44, 18, 20))
"""Sizes of the number, of the text and of what follows a condition."""
WIDE, WIDE_STEPS = inch(6), ((80, 44, 44), (80, 36, 36))
"""From this width on larger type comes first."""


def place_panel(kit: Kit, remark: Remark, box: Box) -> Placed | Overflow:
    """Fill `box` with the panel: header at the top, closing remark at the bottom, the rest between."""
    steps = STEPS if box.w < WIDE else (*WIDE_STEPS, *STEPS)
    settings = [_Panel(kit, remark, box, sizes, air) for air in (ROOMY, TIGHT) for sizes in steps]
    for head in (_Head.BESIDE, _Head.BELOW, _Head.BARE):
        settings += [_Panel(kit, remark, box, sizes, CLOSE, head) for sizes in (STEPS[-1], *SMALLEST)]
    chosen = choose(settings, lambda panel: panel.taken(), box.h)
    return chosen if isinstance(chosen, Overflow) else Placed(tuple(chosen.draw()))


class _Head(Enum):
    """Where the label stands: beside the disc, below it in a narrow panel, or alone in a small one."""

    BESIDE = "beside"
    BELOW = "below"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class _Part:
    """A text of the panel, and the colour of the rule above it."""

    name: str
    colour: Colour
    told: list[Paragraph]


@dataclass(frozen=True, slots=True)
class _Panel:
    """One way to set the panel."""

    kit: Kit
    remark: Remark
    box: Box
    sizes: tuple[int, int, int]
    air: _Air = ROOMY
    head: _Head = _Head.BESIDE

    @property
    def width(self) -> Length:
        return self.box.w - self.air.inset * 2

    @property
    def strong(self) -> Colour:
        return self.remark.strong(self.kit)

    @property
    def small(self) -> bool:
        """Whether the panel is too small for type of its usual sizes."""
        return self.sizes in SMALLEST

    @property
    def label_width(self) -> Length:
        alone = self.remark.number or self.head is not _Head.BESIDE
        return self.width if alone else self.width - DISC - TO_LABEL

    def number(self) -> list[Paragraph]:
        style = self.kit.style(pt(self.sizes[0]), self.strong, bold=True)
        return [self.kit.para(self.remark.number, style, height=1.05)] if self.remark.number else []

    def label(self) -> list[Paragraph]:
        size = pt(24 if self.remark.number and self.sizes[1] >= 24 else 16 if self.sizes == SMALLEST[-1] else 20)
        return [self.kit.para(self.remark.label, self.kit.style(size, self.strong, bold=True))]

    def text(self) -> list[Paragraph]:
        term, meaning = self.remark.term()
        size = pt(self.sizes[1])
        told = (
            [self.kit.para(term, self.kit.style(max(size, pt(20 if self.small else 24)), self.strong, bold=True))] if term else []
        )
        if meaning:
            style = self.kit.style(min(size, pt(24)) if term else size)
            told.append(self.kit.para(meaning, style, height=1.25, before=inch(0.08)))
        return told

    def pair(self, pair: Pair) -> list[Paragraph]:
        role = self.kit.subject_role(pair.subject) if pair.subject else self.remark.role(self.kit)
        then = self.kit.style(pt(self.sizes[2]), self.remark.strong(self.kit, role), bold=True)
        return [
            self.kit.para(pair.when, self.kit.style(pt(min(18, self.sizes[2])))),
            self.kit.para(pair.then, then, height=1.15, before=inch(0.05)),
        ]

    def closing(self) -> list[Paragraph]:
        size = pt(min(18, self.sizes[1]))
        told = [self.kit.para(self.remark.closing, self.kit.style(size, self.kit.quiet))] if self.remark.closing else []
        if self.remark.date:
            told.append(self.kit.para(self.remark.date, self.kit.style(size, self.strong, bold=True), before=inch(0.05)))
        return told

    def header_height(self) -> Length:
        label = need(self.kit, self.label(), self.label_width)
        if self.remark.number:
            return need(self.kit, self.number(), self.width) + inch(0.04) + label
        if self.head is _Head.BELOW:
            return DISC + TO_LABEL * 0.5 + label
        return label if self.head is _Head.BARE else max(DISC, label)

    def parts(self) -> tuple[_Part, ...]:
        """What stands below the header: the text, the pairs and, at the foot, the closing."""
        found = [_Part("text", self.strong, self.text())] if self.remark.text else []
        for number, pair in enumerate(self.remark.pairs, 1):
            told = self.pair(pair)
            found.append(_Part(f"pair-{number}", told[1].runs[0].style.colour, told))
        if self.closing():
            found.append(_Part("closing", self.strong, self.closing()))
        return tuple(replace(part, told=[held(self.kit, p, self.width) for p in part.told]) for part in found)

    def gaps(self) -> int:
        """How many spaces stand between header, rules and parts; a number needs no rule before its text."""
        parts = self.parts()
        return len(parts) * 2 - (1 if parts and not self._ruled(parts[0]) else 0)

    def _ruled(self, part: _Part) -> bool:
        return not (self.remark.number and part.name == "text")

    def taken(self) -> Length | None:
        parts = self.parts()
        inside = whole(self.kit, [*(p for part in parts for p in part.told), *self.number()], self.width)
        if not inside or not whole(self.kit, self.label(), self.label_width):
            return None
        if self.remark.number and lines(self.kit, self.number(), self.width) > 1 and self.sizes[0] > 44:
            return None
        told = Length(sum(need(self.kit, part.told, self.width).emu for part in parts))
        return self.air.inset * 2 + self.header_height() + told + self.air.gap * self.gaps()

    def draw(self) -> Iterator[Item]:
        kit, parts = self.kit, self.parts()
        yield kit.card("ground", self.box, self.remark.ground(kit))
        head, rest = self.box.inset(self.air.inset).cut_top(self.header_height())
        yield from self._header(head)
        told = Length(sum(need(kit, part.told, self.width).emu for part in parts))
        gap = min(MOST_GAP, (rest.h - told) / max(1, self.gaps()))
        sharing = [part for part in parts if self._ruled(part) and part.name != "closing"]
        more = (rest.h - told - gap * self.gaps()) / max(1, len(sharing))
        for part in parts:
            high, ruled = need(kit, part.told, self.width), self._ruled(part)
            room = high + more if part in sharing else high
            place, below = rest.cut_top(room + gap * (2 if ruled else 1))
            if part.name == "closing":
                place, below = rest.cut_bottom(place.h)[1], rest
            if ruled:
                yield kit.rule(f"{part.name}-rule", (place.x, place.y + gap), place.w, part.colour, RULE)
            yield kit.text(part.name, place.cut_bottom(room)[1], part.told, anchor=Anchor.MIDDLE if room > high else Anchor.TOP)
            rest = below

    def _header(self, box: Box) -> Iterator[Item]:
        kit = self.kit
        if self.remark.number:
            high = need(kit, self.number(), self.width)
            number, label = box.cut_top(high, inch(0.04))
            yield kit.text("number", number, self.number())
            yield kit.text("label", label, self.label())
            return
        if self.head is _Head.BARE:
            yield kit.text("label", box, self.label())
            return
        if self.head is _Head.BELOW:
            disc, label = box.cut_top(DISC, TO_LABEL * 0.5)
            disc = replace(disc, w=DISC)
        else:
            disc, label = box.cut_left(DISC, TO_LABEL)
        yield kit.disc("sign", disc.centred(DISC, DISC), self.remark.icon_name(), self.strong)
        yield kit.text("label", label, self.label(), anchor=Anchor.MIDDLE)
