"""The figures that go with a decision: labels and values side by side, or one below the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.blocks._room import need
from generator.blocks.decision.request import Request
from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import Kit
from generator.page.items import Item
from generator.page.text import Align, Anchor, Paragraph

BOUNDLESS = inch(1000)
"""The width of a box in which nothing wraps."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Label and value pairs, in a row where there is room for it."""

    kit: Kit
    request: Request
    size: Length
    label_size: Length
    stacked: bool = False
    """Whether they stand one below the other, each label at the left of its value."""

    def told(self, index: int) -> list[Paragraph]:
        """A label and its value."""
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
        """What all pairs take."""
        if self.stacked:
            return total([max(need(self.kit, [p], inch(99)) for p in self.told(i)) for i in range(len(self.request.figures))])
        return max(need(self.kit, self.told(i), w * 1.1) for i, w in enumerate(self.widths()))

    def draw(self, box: Box) -> Iterator[Item]:
        """A rule at the top of `box`, the pairs at its foot."""
        yield self.kit.rule("figures-rule", (box.x, box.y), box.w, self.kit.theme.named["night3"])
        yield from self._down(box) if self.stacked else self.across(box)

    def _down(self, box: Box) -> Iterator[Item]:
        for i, row in enumerate(box.cut_bottom(self.height)[1].rows(len(self.request.figures))):
            label, value = self.told(i)
            yield self.kit.text(f"figure-{i + 1}-label", row, [label], anchor=Anchor.MIDDLE)
            yield self.kit.text(f"figure-{i + 1}", row, [replace(value, align=Align.RIGHT, before=ZERO)], anchor=Anchor.MIDDLE)

    def across(self, box: Box) -> Iterator[Item]:
        """The pairs side by side at the foot of `box`."""
        kit, widths = self.kit, self.widths()
        spare = (box.w - Length(sum(w.emu for w in widths))) / max(1, len(widths) - 1)
        x, top = box.x, box.bottom - self.height
        for i, width in enumerate(widths):
            yield kit.text(f"figure-{i + 1}", Box(x, top, width, self.height), self.told(i))
            x = x + width + min(spare, inch(0.9))


def row_of_figures(kit: Kit, request: Request, width: Length) -> Figures:
    """The figures at the largest size at which they stand side by side; one below the other where they do not."""
    for size, label in ((28, 14), (24, 14), (20, 14), (18, 12)):
        figures = Figures(kit, request, pt(size), pt(label))
        widths = figures.widths()
        if Length(sum(w.emu for w in widths)) + inch(0.22) * max(0, len(widths) - 1) <= width:
            return figures
    return Figures(kit, request, pt(18), pt(14), stacked=True)
