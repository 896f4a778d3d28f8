"""A callout at the side of a slide: the words of a tinted panel, in the largest type in which all of them fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.block import Overflow, Placed
from generator.blocks._headings import capped
from generator.blocks._panel import CLOSE, ROOMY, TIGHT, Air, Form, Head, Panel, Part, stressed
from generator.blocks._room import choose
from generator.blocks.callout.remark import Pair, Remark
from generator.geometry import Box, inch, pt
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.text import Paragraph

Sizes = tuple[int, int, int]
"""Of the number, of the text and of what follows a condition."""
STEPS: tuple[Sizes, ...] = ((80, 24, 24), (60, 20, 24), (60, 20, 20), (44, 18, 20))
SMALLEST: tuple[Sizes, ...] = ((44, 18, 18), (36, 16, 16))
"""The sizes for a small panel, besides the last one of the others."""
REST = ((28, 24), (24, 20), (18, 18))
"""From which size of a text's first sentence on, how large the others are."""
WIDE, WIDE_TEXT = inch(6), ((36, 36), (28, 28))
"""From this width on larger type comes first."""


def place_panel(kit: Kit, remark: Remark, box: Box) -> Placed | Overflow:
    """Fill `box` with the panel: header at the top, the rest right below it, the closing remark at the bottom."""
    chosen = choose(_ways(kit, remark, box), Panel.taken, box.h)
    return chosen if isinstance(chosen, Overflow) else Placed(tuple(chosen.draw()))


def _ways(kit: Kit, remark: Remark, box: Box) -> Iterator[Panel]:
    """All ways to set it, the largest first."""
    wide = tuple((80, text, then) for text, then in capped(kit, WIDE_TEXT)) if box.w >= WIDE else ()
    for air in (ROOMY, TIGHT):
        for sizes in (*wide, *STEPS):
            yield _Words(kit, remark, sizes).panel(box, air)
    for form in Form:
        for sizes in (STEPS[-1], *SMALLEST):
            yield _Words(kit, remark, sizes).panel(box, CLOSE, form)


@dataclass(frozen=True, slots=True)
class _Words:
    """What the panel says, at some size."""

    kit: Kit
    remark: Remark
    sizes: Sizes

    def panel(self, box: Box, air: Air, form: Form = Form.BESIDE) -> Panel:
        """The words as a panel."""
        remark, strong = self.remark, self.remark.strong(self.kit)
        parts = [Part("text", self._text(), strong, ruled=not remark.number)] if remark.text else []
        for number, pair in enumerate(remark.pairs, 1):
            told = self._pair(pair)
            parts.append(Part(f"pair-{number}", told, told[1].runs[0].style.colour))
        closing = self._closing()
        foot = Part("closing", closing, strong) if closing else None
        return Panel(self.kit, box, remark.ground(self.kit), self._head(form), tuple(parts), foot, air)

    def _head(self, form: Form) -> Head:
        kit, remark, strong = self.kit, self.remark, self.remark.strong(self.kit)
        size = pt(24 if remark.number and self.sizes[1] >= 24 else 16 if self.sizes == SMALLEST[-1] else 20)
        label = kit.para(remark.label, kit.style(size, strong, bold=True))
        style = kit.style(pt(self.sizes[0]), strong, bold=True)
        figure = kit.para(remark.number, style, height=1.05) if remark.number else None
        return Head(remark.icon_name(), label, strong, form, figure, 9 if self.sizes[0] <= 44 else 1)

    def _text(self) -> list[Paragraph]:
        """The text, its first sentence in bold where nothing else on the panel is; a word explained above its meaning."""
        kit, remark, size = self.kit, self.remark, self.sizes[1]
        term, meaning = remark.term()
        if term and meaning:
            style = kit.style(pt(max(size, 20 if self.sizes in SMALLEST else 24)), remark.strong(kit), bold=True)
            return [kit.para(term, style), kit.para(meaning, kit.style(pt(min(size, 24))), height=1.25, before=inch(0.08))]
        text = remark.text or Rich(())
        if remark.pairs or remark.number:
            return [kit.para(text, kit.style(pt(size)), height=1.25)]
        return stressed(kit, text, (size, next((less for least, less in REST if size >= least), size)))

    def _pair(self, pair: Pair) -> list[Paragraph]:
        kit, remark, size = self.kit, self.remark, self.sizes[2]
        role = kit.subject_role(pair.subject) if pair.subject else remark.role(kit)
        then = kit.style(pt(size), remark.strong(kit, role), bold=True)
        return [
            kit.para(pair.when, kit.style(pt(min(18, size)))),
            kit.para(pair.then, then, height=1.15, before=inch(0.05)),
        ]

    def _closing(self) -> list[Paragraph]:
        kit, remark, size = self.kit, self.remark, pt(min(18, self.sizes[1]))
        told = [kit.para(remark.closing, kit.style(size, kit.quiet))] if remark.closing else []
        if remark.date:
            told.append(kit.para(remark.date, kit.style(size, remark.strong(kit), bold=True), before=inch(0.05)))
        return told
