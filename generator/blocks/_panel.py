"""A tinted panel at the side of a slide: a sign with its label, a rule, the words right below it, a last remark at the foot.

Every kind that has one composes it here, so that discs, rules and gaps are the same from slide to slide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from generator.blocks._room import AIR, lines, need, whole
from generator.blocks._tails import held, on_lines
from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

DISC = inch(0.72)
TO_LABEL = inch(0.18)
RULE = 1
"""Points: every rule on a panel."""
MOST_GAP = inch(0.24)
"""Gaps grow up to it; what is left then lies in one piece above the foot, where it parts the remark from what is said."""
UNDER_DISC = inch(0.06)
"""More above the rule below a disc than above others: a line of text has air of its own, a disc has none."""
UNEVEN = 0.55
"""The least of a last line, as a share of the longest, that leaves a text as it breaks by itself."""
MOST_BOLD = 75
"""Letters of a text that stands all in bold; of a longer one only its first sentence does, if that is no longer."""


class Form(Enum):
    """Where the label stands: beside the disc, below it in a narrow panel, or alone in a small one."""

    BESIDE = "beside"
    BELOW = "below"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Air:
    """Space around the parts of a panel, and the least above and below each rule."""

    inset: Length
    gap: Length


ROOMY = Air(inch(0.34), inch(0.2))
TIGHT = Air(inch(0.26), inch(0.13))
CLOSE = Air(inch(0.18), inch(0.1))


@dataclass(frozen=True, slots=True)
class Head:
    """What a panel begins with: an icon on a disc and its label, or a figure and its label."""

    icon: str
    label: Paragraph
    strong: Colour
    """Of disc and rules: the panel's role as it reads on its ground."""
    form: Form = Form.BESIDE
    figure: Paragraph | None = None
    most: int = 9
    """How many lines the figure may take."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a panel, and the colour of the rule above them."""

    name: str
    told: Sequence[Paragraph]
    colour: Colour
    ruled: bool = True
    """Whether there is one: none parts a figure from what it means."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One way to set a panel in a box."""

    kit: Kit
    box: Box
    ground: Colour
    head: Head
    parts: tuple[Part, ...]
    foot: Part | None = None
    air: Air = ROOMY
    name: str = ""
    """Of the ground, and in front of the names of all else; "ground" and nothing where it is empty."""

    @property
    def width(self) -> Length:
        """Of the words."""
        return self.box.w - self.air.inset * 2

    @property
    def label_width(self) -> Length:
        """Of the label."""
        alone = self.head.figure or self.head.form is not Form.BESIDE
        return self.width if alone else self.width - DISC - TO_LABEL

    def taken(self) -> Length | None:
        """The height it needs; None where a word would be broken, or a figure takes too many lines."""
        kit, head = self.kit, self.head
        told = [p for part in self._all() for p in part.told] + ([head.figure] if head.figure else [])
        if not whole(kit, told, self.width) or not whole(kit, [head.label], self.label_width):
            return None
        if head.figure and lines(kit, [head.figure], self.width) > head.most:
            return None
        return self.air.inset * 2 + self._head_height() + self._below_head() + self.air.gap * self._gaps()

    def draw(self) -> Iterator[Item]:
        """Ground, head, parts from the top down, the remark at the foot."""
        yield self.kit.card(self.name or "ground", self.box, self.ground)
        head, rest = self.box.inset(self.air.inset).cut_top(self._head_height())
        yield from self._head(head)
        gap = min(MOST_GAP, (rest.h - self._below_head()) / max(1, self._gaps()))
        rest = rest.cut_top(self._extra)[1]
        for part in self.parts:
            place, rest = rest.cut_top(self._height(part) + gap * (1 + part.ruled))
            yield from self._part(part, place, gap)
        if self.foot:
            yield from self._part(self.foot, rest.cut_bottom(self._height(self.foot) + gap)[1], gap)

    def _part(self, part: Part, room: Box, gap: Length) -> Iterator[Item]:
        """Words at the end of their room, and the rule a gap above them."""
        place = room.cut_bottom(self._height(part))[1]
        if part.ruled:
            yield self.kit.rule(self._id(f"{part.name}-rule"), (room.x, place.y - gap), room.w, part.colour, RULE)
        yield self.kit.text(self._id(part.name), place, self._held(part))

    def _head(self, box: Box) -> Iterator[Item]:
        kit, head = self.kit, self.head
        if head.figure:
            figure, label = box.cut_top(need(kit, [head.figure], self.width), inch(0.04))
            yield kit.text(self._id("number"), figure, [head.figure])
        elif head.form is Form.BARE:
            label = box
        else:
            below = head.form is Form.BELOW
            disc, label = box.cut_top(DISC, TO_LABEL * 0.5) if below else box.cut_left(DISC, TO_LABEL)
            yield kit.disc(self._id("sign"), replace(disc, w=DISC).centred(DISC, DISC), head.icon, head.strong)
        beside = not head.figure and head.form is Form.BESIDE
        yield kit.text(self._id("label"), label, [head.label], anchor=Anchor.MIDDLE if beside else Anchor.TOP)

    def _head_height(self) -> Length:
        label = need(self.kit, [self.head.label], self.label_width)
        if self.head.figure:
            return need(self.kit, [self.head.figure], self.width) + inch(0.04) + label
        if self.head.form is Form.BELOW:
            return DISC + TO_LABEL * 0.5 + label
        return label if self.head.form is Form.BARE else max(DISC, label)

    @property
    def _extra(self) -> Length:
        """What lies above the rule of the head besides its gap."""
        disc = self.head.form is Form.BESIDE and not self.head.figure and self._all()
        return UNDER_DISC if disc else ZERO

    def _below_head(self) -> Length:
        """The height of what stands below the head, without its gaps."""
        return self._extra + total([self._height(part) for part in self._all()])

    def _gaps(self) -> int:
        """How many equal gaps stand below the head."""
        return sum(1 + part.ruled for part in self._all())

    def _all(self) -> tuple[Part, ...]:
        return (*self.parts, *([self.foot] if self.foot else []))

    def _held(self, part: Part) -> list[Paragraph]:
        return [even(self.kit, paragraph, self.width) for paragraph in part.told]

    def _height(self, part: Part) -> Length:
        return need(self.kit, self._held(part), self.width)

    def _id(self, name: str) -> str:
        return f"{self.name}-{name}" if self.name else name


def even(kit: Kit, paragraph: Paragraph, width: Length) -> Paragraph:
    """The paragraph in lines of like length where its last would be far shorter; a long one with its last words held together."""
    used = [line.pieces[-1].x + line.pieces[-1].width for line in kit.body([paragraph], width * AIR).lines if line.pieces]
    if len(used) < 2 or used[-1] >= max(used) * UNEVEN:
        return paragraph
    broken = on_lines(kit, paragraph, width, lines(kit, [paragraph], width))
    return broken if broken != paragraph else held(kit, paragraph, width)


def stressed(kit: Kit, text: Rich, sizes: tuple[int, int]) -> list[Paragraph]:
    """What a panel says: all of a short text, or the first sentence of a longer one, in bold and large; the rest below it.

    A text in which the author set something in bold keeps that as its only stress.
    """
    large, small = (pt(size) for size in sizes)
    first, rest = sentences(text)
    if len(str(text)) <= MOST_BOLD and not any(fragment.bold for fragment in text.fragments):
        return [kit.para(text, kit.style(large, bold=True))]
    if not rest or len(str(first)) > MOST_BOLD or any(fragment.bold for fragment in text.fragments):
        return [kit.para(text, kit.style(large), height=1.25)]
    return [kit.para(first, kit.style(large, bold=True)), kit.para(rest, kit.style(small), height=1.25, before=inch(0.1))]


def sentences(text: Rich) -> tuple[Rich, Rich]:
    """A text's first sentence and the others; the second is empty for one sentence."""
    plain = str(text)
    for at, sign in enumerate(plain[:-2]):
        if sign in ".!?" and plain[at + 1] == " " and plain[max(0, at - 3) : at].isalpha() and not plain[at + 2].islower():
            return text.between(0, at + 1), text.between(at + 2, len(plain))
    return text, Rich(())
