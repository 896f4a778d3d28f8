"""A few sentences that belong together: a lead that says it, and paragraphs that explain it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self

from pydantic import Field

from generator.block import Block, Depth, Flow, Overflow, Placed, halves
from generator.blocks._headings import MOST_LINES, calmer, calmest, capped, level, stub
from generator.blocks._parting import parted
from generator.blocks._room import AIR, choose, legible, narrowed, need, whole
from generator.blocks._ruled import small
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import GAP, Kit
from generator.notation.inline import Text
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

WIDE = inch(10)
"""Boxes from this width on leave room for the lead beside the text."""
LINE = inch(8.3)
"""Longer lines are hard to read."""
LEAD_SHARE = 4.939 / 12.133
INSET = inch(0.45)
SIZES = ((28, 28), (24, 24), (24, 20), (24, 18), (20, 18))
"""Of the lead and the text; the largest where there is little to read."""
ALONE = ((28, 28), (24, 24), (20, 20), (18, 18))
"""Without a lead."""
LONG_LEAD = 160
"""Characters of a lead that is a paragraph of its own where there is no room for both."""
FULL = 0.9
"""The share of the height that text may take."""
LEADING = 1.28
LEAST_GAP, MOST_GAP = 0.6, 1.1
"""Between lead and paragraphs, as shares of the text's size: paragraphs further apart fall into pieces."""
MOST_TOP = inch(0.5)
"""Above words beside something else: a lead is then level with the label of a panel."""


class Prose(Block):
    """Sentences to read."""

    kind: Literal["prose"] = "prose"
    text: tuple[Text, ...] = Field(min_length=1)
    lead: Text | None = None
    brief: Text | None = None

    layout: ClassVar[str] = "Content"
    wide: ClassVar[bool] = False

    def shorten(self, depth: Depth) -> Self:
        """The short text in place of the long one, where there is one and it is shorter."""
        short = self.brief
        if depth is Depth.FULL or not short or len(str(short)) > sum(len(str(text)) for text in self.text):
            return self
        return self.model_copy(update={"text": (short,), "brief": None})

    def split(self) -> tuple[Self, Self] | None:
        """The first and the last paragraphs, the lead with the first; a long lead alone, one paragraph in its midst."""
        if self.lead and len(str(self.lead)) > LONG_LEAD:
            return self.model_copy(update={"text": (self.lead,), "lead": None}), self.model_copy(update={"lead": None})
        cut = halves(self.text) if len(self.text) > 1 else parted(self.text[0])
        if cut is None:
            return None
        first, second = cut if len(self.text) > 1 else ((cut[0],), (cut[1],))
        return (
            self.model_copy(update={"text": first, "brief": None}),
            self.model_copy(update={"text": second, "lead": None, "brief": None}),
        )

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Beside something else lead and text one below the other; alone the lead on a panel and the text at its right."""
        settings = list(_settings(kit, self, box))
        chosen = choose(settings, lambda s: s.taken(), box.h * FULL)
        if isinstance(chosen, Overflow):
            last = settings[-1]
            return chosen if (last.taken() or box.h * 2) > box.h * AIR else Placed(tuple(last.draw()))
        others = settings[settings.index(chosen) + 1 :]
        fitting = (s for s in others if s.near(chosen) and (taken := s.taken()) and taken <= box.h * FULL)
        return Placed(tuple(calmer(chosen, fitting, lambda s: s.stubs()).draw()))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """The lead in bold, then the paragraphs, right below the heading: there are no rows to stretch."""
        texts = [small(kit, self.lead, bold=True)] if self.lead else []
        texts += [replace(small(kit, text), before=kit.sheet.padding * 1.4) for text in self.text]
        height = kit.sheet.padding * 2 + need(kit, texts, width)

        def draw(box: Box, final: tuple[Length, ...]) -> tuple[Item, ...]:
            return (kit.text("text", box.inset(ZERO, kit.sheet.padding), texts),)

        return Flow((height,), (False,), draw)


@dataclass(frozen=True, slots=True)
class _Setting:
    """One way to set lead and text in a box."""

    kit: Kit
    prose: Prose
    box: Box
    lead: Length
    size: Length

    @property
    def panel(self) -> Box | None:
        """Where the lead stands alone; None where it stands above the text."""
        return self.box.cut_left(self.box.w * LEAD_SHARE)[0] if self.prose.lead and self.box.w >= WIDE else None

    @property
    def column(self) -> Box:
        """Where the text stands."""
        if self.panel:
            return self.box.cut_left(self.panel.w, GAP * 2)[1]
        column = self.box if self.box.w < WIDE else self.box.inset(INSET * 1.4, INSET, ZERO)
        return replace(column, w=min(column.w, LINE))

    def heading(self) -> list[Paragraph]:
        if not self.prose.lead:
            return []
        style = self.kit.style(self.lead, bold=True)
        room = self.panel.w - INSET * 2 if self.panel else self.column.w
        levelled = level(self.kit, [self.prose.lead], style, room, MOST_LINES)
        return list(levelled) if levelled else [self.kit.para(self.prose.lead, style, height=1.15)]

    def texts(self, gap: Length) -> list[Paragraph]:
        colour = self.kit.quiet if self.prose.lead and not self.panel else self.kit.ink
        style = self.kit.style(self.size, colour)
        return [self.kit.para(text, style, height=LEADING, before=gap) for text in self.prose.text]

    def shown(self, gap: Length) -> list[Paragraph]:
        """The paragraphs of the body."""
        return self.texts(gap) if self.panel else [*self.heading(), *self.texts(gap)]

    def taken(self) -> Length | None:
        least = self.size * LEAST_GAP
        if not whole(self.kit, self.shown(least), self.column.w):
            return None
        height = need(self.kit, self.shown(least), self.column.w)
        if self.panel:
            width = self.panel.w - INSET * 2
            if not whole(self.kit, self.heading(), width):
                return None
            return max(height, need(self.kit, self.heading(), width) + INSET * 2)
        return height + (INSET * 2 if self.column.y > self.box.y else ZERO)

    def stubs(self) -> int:
        """How many paragraphs end on a stub."""
        width = calmest(self.kit, self.shown(ZERO), self.column.w)
        return sum(stub(self.kit, text, width) for text in self.texts(ZERO))

    def near(self, other: Self) -> bool:
        """Whether the text is at most one size smaller than another setting's."""
        return self.size >= other.size - pt(4)

    def draw(self) -> Iterator[Item]:
        """The ground, then the words."""
        kit, column = self.kit, self.column
        if self.panel:
            yield kit.card("ground", self.panel, kit.tint())
            inner = self.panel.inset(INSET)
            style = kit.style(self.lead, legible(kit, kit.role, kit.tint()), bold=True)
            text = [kit.para(self.prose.lead or "", style, height=1.15)]
            yield kit.text("lead", replace(inner, w=narrowed(kit, text, inner.w)), text, anchor=Anchor.MIDDLE)
        elif column.y > self.box.y:
            yield kit.card("ground", self.box)
            yield kit.shape("edge", replace(self.box, w=inch(0.1)), fill=kit.accent)
        yield from self._body(column)

    def _body(self, column: Box) -> Iterator[Item]:
        """Lead and paragraphs at distances of text; beside something else from the top down, alone in the middle."""
        kit = self.kit
        width = calmest(kit, self.shown(ZERO), column.w)
        rest = column.h - kit.height(self.shown(ZERO), width)
        shown = self.shown(min(self.size * MOST_GAP, rest / max(1, len(self.shown(ZERO)) - 1)))
        shown = [replace(shown[0], before=ZERO), *shown[1:]]
        spare = max(ZERO, column.h - kit.height(shown, width)) / 2
        top = min(MOST_TOP, spare) if column == self.box else spare
        yield kit.text("text", replace(column.inset(ZERO, top, ZERO, ZERO), w=width), shown, slot="body")


def _settings(kit: Kit, prose: Prose, box: Box) -> Iterator[_Setting]:
    for lead, size in capped(kit, SIZES if box.w >= WIDE else SIZES[1:]) if prose.lead else ALONE:
        yield _Setting(kit, prose, box, pt(lead), pt(size))
