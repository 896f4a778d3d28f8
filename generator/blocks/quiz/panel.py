"""The panel of a quiz: how to answer on the slide that asks, why on the one that shows the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.blocks._headings import calmest
from generator.blocks._room import legible, lines, need, whole
from generator.blocks._tails import held
from generator.blocks.quiz.question import Question, sentences
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import Kit
from generator.notation.inline import Fragment, Rich
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph, Run

DISC = inch(0.72)
INSET, BAR_INSET = inch(0.34), inch(0.24)
TO_LABEL = inch(0.2)
LEAST = inch(0.16)
"""Between the panel's text and its foot at least."""
MOST_GAP = inch(0.3)
"""And at most."""
STEPS = ((28, 20), (24, 18), (20, 18), (18, 18), (18, 16))
"""Sizes of the text and of the foot; the largest is for a few words."""
SMALL = ((18, 16), (16, 16))
"""Sizes of the text and of the foot in a bar without a disc."""
FEW_LINES = 3
MOST_BOLD = 75
"""Letters of a text that stands all in bold; of a longer one only the first sentence does."""
TEXT_SHARE = 0.58
"""Of a bar's words, where the foot stands beside the text."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a panel says."""

    icon: str
    label: str
    text: Rich
    foot: Rich


def said(kit: Kit, quiz: Question) -> Said:
    """How to answer: its first sentence large, the others at the foot. Or why, with the sentence to use at the foot."""
    if not quiz.answered:
        how = quiz.how or Rich.plain(kit.words.say("quiz_how_default"))
        return Said("users", kit.words.say("quiz_how"), *sentences(how))
    place = quiz.right or 0
    named = Rich((Fragment(f"{quiz.letter(place)}\u00a0· "), *quiz.options[place].title.fragments))
    return Said("lightbulb", kit.words.say("quiz_why"), quiz.why or named, quiz.say or Rich(()))


@dataclass(frozen=True, slots=True)
class Panel:
    """One way to set the panel."""

    kit: Kit
    said: Said
    box: Box
    sizes: tuple[int, int]
    beside: bool
    """Whether the label stands right of the disc, or in a bar the foot right of the text."""
    bar: bool = False
    """Whether all words stand right of the disc."""
    plain: bool = False
    """Whether a bar has no disc, to save room."""

    def at(self, box: Box) -> Panel:
        """The same panel elsewhere."""
        return replace(self, box=box)

    @property
    def inner(self) -> Box:
        """The room for words and disc."""
        if self.plain:
            return self.box.inset(BAR_INSET, BAR_INSET * 0.4)
        return self.box.inset(INSET, BAR_INSET * 0.75, BAR_INSET) if self.bar else self.box.inset(INSET)

    @property
    def width(self) -> Length:
        """Of the words."""
        return self.inner.w - DISC - BAR_INSET if self.bar and not self.plain else self.inner.w

    def label(self) -> list[Paragraph]:
        """The panel's name."""
        kit = self.kit
        return [kit.para(self.said.label, kit.style(pt(16 if self.plain else 18), legible(kit, kit.role, kit.tint()), bold=True))]

    def text(self) -> list[Paragraph]:
        """What is said large."""
        kit, large = self.kit, pt(self.sizes[0])
        if len(str(self.said.text)) <= MOST_BOLD:
            return [kit.para(self.said.text, kit.style(large, bold=True), height=1.2)]
        first, rest = sentences(self.said.text)
        told = [kit.para(first, kit.style(large, bold=len(str(first)) <= MOST_BOLD), height=1.2)]
        return [*told, *([kit.para(rest, kit.style(pt(self.sizes[1])), before=pt(6))] if rest else [])]

    def foot(self) -> list[Paragraph]:
        """What stands below it."""
        style = self.kit.style(pt(self.sizes[1]), self.kit.quiet)
        return [self.kit.para(self.said.foot, style)] if self.said.foot else []

    def head_height(self) -> Length:
        """Of disc and label."""
        label = need(self.kit, self.label(), self.width)
        return max(DISC, label) if self.beside else DISC + TO_LABEL + label

    @property
    def under_head(self) -> Length:
        """Between head and text, with the rule that parts them where the label stands beside its sign."""
        return LEAST * 2 if self.beside else LEAST * 0.5

    def taken(self) -> Length | None:
        """The height it needs; None where a word would be broken, or large type takes many lines."""
        kit, width = self.kit, self.width
        if self.bar:
            return self._bar_height()
        label_width = width - DISC - TO_LABEL if self.beside else width
        if not whole(kit, [*self.text(), *self.foot()], width) or not whole(kit, self.label(), label_width):
            return None
        if self.sizes[0] > 24 and lines(kit, self.text(), width) > FEW_LINES:
            return None
        foot = LEAST + need(kit, self.foot(), width) if self.foot() else ZERO
        return self.head_height() + self.under_head + need(kit, self.text(), width) + foot + INSET * 2

    def _bar_height(self) -> Length | None:
        columns = self.columns()
        if min(width for width, _ in columns) < inch(1) or not all(whole(self.kit, told, width) for width, told in columns):
            return None
        words = max(need(self.kit, told, width) for width, told in columns)
        return words + BAR_INSET * 0.8 if self.plain else max(DISC, words) + BAR_INSET * 1.5

    def columns(self) -> list[tuple[Length, list[Paragraph]]]:
        """A bar's words in one column or two: the width of each and what it says."""
        label, text = self.label(), self.text()
        if self.plain and text:
            gap = Run("  ", label[0].runs[0].style)
            first = [replace(text[0], runs=(*label[0].runs, gap, *text[0].runs)), *text[1:]]
        else:
            first = [*label, *(replace(p, before=LEAST * 0.4) for p in text)]
        foot = self.foot()
        if not foot or not self.beside:
            return [(self.width, [*first, *(replace(p, before=LEAST * 0.6) for p in foot)])]
        wide = (self.width - INSET) * TEXT_SHARE
        return [(wide, first), (self.width - INSET - wide, foot)]

    def draw(self) -> Iterator[Item]:
        """Ground, disc, label, text, foot."""
        kit = self.kit
        yield kit.card("panel", self.box, kit.tint())
        yield from self._bar() if self.bar else self._column()

    def _column(self) -> Iterator[Item]:
        kit, inner = self.kit, self.inner
        head, rest = inner.cut_top(self.head_height(), self.under_head)
        yield kit.disc("panel-sign", Box(head.x, head.y, DISC, DISC), self.said.icon, kit.accent)
        label = head.cut_left(DISC, TO_LABEL)[1] if self.beside else head.cut_top(DISC, TO_LABEL)[1]
        label = replace(label, h=DISC) if self.beside else label
        yield kit.text("panel-label", label, self.label(), anchor=Anchor.MIDDLE if self.beside else Anchor.TOP)
        if self.beside:
            strong = legible(kit, kit.role, kit.tint())
            yield kit.rule("panel-rule", (inner.x, head.bottom + LEAST), inner.w, strong, 1)
        told, foot = self.text(), [held(kit, paragraph, rest.w) for paragraph in self.foot()]
        high, below = need(kit, told, rest.w), need(kit, foot, rest.w) if foot else ZERO
        # text and foot stand together in the middle of what the head leaves, so that no hole parts them
        spare = rest.h - high - below
        gap = max(LEAST, min(MOST_GAP, spare / 3)) if foot else ZERO
        rest = rest.cut_top((spare - gap) / 2)[1]
        upper, lower = rest.cut_top(high, gap)
        yield kit.text("panel-text", replace(upper, w=calmest(kit, told, upper.w)), told)
        if foot:
            yield kit.text("panel-foot", lower.cut_top(below)[0], foot)

    def _bar(self) -> Iterator[Item]:
        kit, inner = self.kit, self.inner
        front, words = inner.cut_left(DISC, BAR_INSET)
        if self.plain:
            words = inner
        else:
            yield kit.disc("panel-sign", front.centred(DISC, DISC), self.said.icon, kit.accent)
        for name, (width, told) in zip(("panel-text", "panel-foot"), self.columns(), strict=False):
            place, words = words.cut_left(width, INSET)
            yield kit.text(name, place, [held(kit, paragraph, width) for paragraph in told], anchor=Anchor.MIDDLE)


def panels(kit: Kit, quiz: Question, box: Box) -> Iterator[Panel]:
    """All ways to set the panel in a column, the largest first."""
    for beside in (True, False):
        for sizes in STEPS:
            yield Panel(kit, said(kit, quiz), box, sizes, beside)


def bars(kit: Kit, quiz: Question, box: Box) -> Iterator[Panel]:
    """All ways to set the panel across a box of `box`'s width."""
    for sizes in STEPS[2:]:
        for beside in (False, True):
            yield Panel(kit, said(kit, quiz), box, sizes, beside, bar=True)
    for sizes in SMALL:
        yield Panel(kit, said(kit, quiz), box, sizes, False, bar=True, plain=True)
