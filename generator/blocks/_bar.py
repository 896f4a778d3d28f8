"""A tinted panel across a slide, for what says little: a disc, and right of it the label over the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.blocks._panel import DISC, stressed
from generator.blocks._room import legible, need, whole
from generator.blocks._tails import held
from generator.geometry import Box, Length, inch, pt
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph, Run

BAR_INSET = inch(0.24)
BAR_SIDE, BETWEEN = inch(0.34), inch(0.34)
"""From a bar's left edge to its disc, and between its columns."""
LEAST = inch(0.16)
"""Between a bar's texts, in parts of it."""
TEXT_SHARE = 0.58
"""Of a bar's words, where the foot stands beside the text."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a panel or a bar says."""

    icon: str
    label: str
    text: Rich
    foot: Rich | None = None
    quiet: bool = False
    """Whether nothing of it is bold, since something else on the slide matters more."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One way to set it, all words right of its disc."""

    kit: Kit
    said: Said
    box: Box
    sizes: tuple[int, int]
    beside: bool = False
    """Whether the foot stands right of the text."""
    plain: bool = False
    """Whether it has no disc, to save room."""

    def at(self, box: Box) -> Bar:
        """The same bar elsewhere."""
        return replace(self, box=box)

    @property
    def inner(self) -> Box:
        """The room for words and disc."""
        if self.plain:
            return self.box.inset(BAR_INSET, BAR_INSET * 0.4)
        return self.box.inset(BAR_SIDE, BAR_INSET * 0.75, BAR_INSET)

    @property
    def width(self) -> Length:
        """Of the words."""
        return self.inner.w if self.plain else self.inner.w - DISC - BAR_INSET

    def label(self) -> Paragraph:
        """Its name."""
        kit = self.kit
        return kit.para(self.said.label, kit.style(pt(16 if self.plain else 18), legible(kit, kit.role, kit.tint()), bold=True))

    def text(self) -> list[Paragraph]:
        """What it says, below the label."""
        if self.said.quiet:
            return [self.kit.para(self.said.text, self.kit.style(pt(self.sizes[0])))]
        return stressed(self.kit, self.said.text, self.sizes)

    def taken(self) -> Length | None:
        """The height it needs; None where a word would be broken."""
        columns = self.columns()
        if min(width for width, _ in columns) < inch(1) or not all(whole(self.kit, told, width) for width, told in columns):
            return None
        words = max(need(self.kit, told, width) for width, told in columns)
        return words + BAR_INSET * 0.8 if self.plain else max(DISC, words) + BAR_INSET * 1.5

    def columns(self) -> list[tuple[Length, list[Paragraph]]]:
        """A bar's words in one column or two: the width of each and what it says."""
        label, text = self.label(), self.text()
        if self.plain:
            gap = Run("  ", label.runs[0].style)
            first = [replace(text[0], runs=(*label.runs, gap, *text[0].runs)), *text[1:]]
        else:
            first = [label, *(replace(p, before=LEAST * 0.4) for p in text)]
        style = self.kit.style(pt(self.sizes[1]), self.kit.quiet)
        foot = [self.kit.para(self.said.foot, style)] if self.said.foot else []
        if not foot or not self.beside:
            return [(self.width, [*first, *(replace(p, before=LEAST * 0.6) for p in foot)])]
        wide = (self.width - BETWEEN) * TEXT_SHARE
        return [(wide, first), (self.width - BETWEEN - wide, foot)]

    def draw(self) -> Iterator[Item]:
        """Ground, disc, words."""
        kit, inner = self.kit, self.inner
        yield kit.card("panel", self.box, kit.tint())
        front, words = inner.cut_left(DISC, BAR_INSET)
        if self.plain:
            words = inner
        else:
            yield kit.disc("panel-sign", front.centred(DISC, DISC), self.said.icon, kit.accent)
        for name, (width, told) in zip(("panel-text", "panel-foot"), self.columns(), strict=False):
            place, words = words.cut_left(width, BETWEEN)
            yield kit.text(name, place, [held(kit, paragraph, width) for paragraph in told], anchor=Anchor.MIDDLE)
