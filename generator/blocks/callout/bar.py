"""A callout at the foot of a slide: one bar across, its label at the left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.block import Overflow, Placed
from generator.blocks._room import AIR, choose, lines, need, whole
from generator.blocks._tails import held
from generator.blocks.callout.remark import Remark
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.text import Align, Anchor, Paragraph

INSET = inch(0.36)
ICON = inch(0.42)
TO_LABEL = inch(0.28)
TO_TEXT = inch(0.4)
LEAST_LABEL, MOST_LABEL = inch(1.5), inch(3.0)
PADDING = inch(0.06)


def place_bar(kit: Kit, remark: Remark, box: Box) -> Placed | Overflow:
    """Fill `box` with the bar: the text on one line at 20 or 18 points, else on several at 20 to 16."""
    sizes = tuple(kit.theme.sizes(20, 16))
    settings = [_Bar(kit, remark, box, size, 1) for size in sizes if size >= pt(18)]
    settings += [_Bar(kit, remark, box, size) for size in sizes]
    chosen = choose(settings, lambda bar: bar.taken(), box.h)
    return chosen if isinstance(chosen, Overflow) else Placed(tuple(chosen.draw()))


@dataclass(frozen=True, slots=True)
class _Bar:
    """One way to set the bar."""

    kit: Kit
    remark: Remark
    box: Box
    size: Length
    most: int = 9
    """How many lines the text may take."""

    @property
    def asks(self) -> bool:
        return self.remark.tone == "ask"

    @property
    def strong(self) -> Colour:
        return self.kit.light() if self.asks else self.remark.strong(self.kit)

    def label(self) -> list[Paragraph]:
        above, word = self.remark.explained(self.kit)
        if above is None:
            return [self._bold(word, pt(18) if self.asks else pt(20))]
        return [self.kit.para(above, self.kit.style(pt(14), self.kit.quiet)), self._bold(word, pt(20))]

    def _bold(self, text: Rich, largest: Length) -> Paragraph:
        return self.kit.para(text, self.kit.style(min(self.size, largest), self.strong, bold=True))

    def text(self) -> list[Paragraph]:
        style = self.kit.style(self.size, self.kit.paper if self.asks else self.kit.ink, bold=self.asks)
        return [self.kit.para(self.remark.term()[1] or "", style)]

    def date(self) -> list[Paragraph]:
        style = self.kit.style(self.size, self.strong, bold=True)
        return [self.kit.para(self.remark.date, style, align=Align.RIGHT)] if self.remark.date else []

    def places(self) -> tuple[Box, Box, Box, Box]:
        """Where icon, label, text and date stand; icon and date have no width where there is none."""
        rest = self.box.inset(INSET, PADDING)
        icon, rest = rest.cut_left(ZERO if self.asks else ICON, ZERO if self.asks else TO_LABEL)
        label, rest = rest.cut_left(self._label_width(), TO_TEXT)
        wide = max((self.kit.width(r.text, r.style) for p in self.date() for r in p.runs), default=ZERO)
        rest, date = rest.cut_right(wide + inch(0.05), inch(0.3)) if wide else rest.cut_right(ZERO)
        return icon, label, rest, date

    def _label_width(self) -> Length:
        widths = (Length(sum(self.kit.width(r.text, r.style).emu for r in p.runs)) for p in self.label())
        return min(MOST_LABEL, max(LEAST_LABEL, *widths))

    def taken(self) -> Length | None:
        _, label, text, _ = self.places()
        if text.w < inch(1) or not whole(self.kit, self.text(), text.w) or not whole(self.kit, self.label(), label.w):
            return None
        if lines(self.kit, self.text(), text.w) > self.most:
            return None
        # up to its most the label's place is as wide as its words, with air of their own
        room = label.w / AIR if label.w < MOST_LABEL else label.w
        return max(need(self.kit, self.label(), room), need(self.kit, self.text(), text.w)) + PADDING * 2

    def draw(self) -> Iterator[Item]:
        kit, (icon, label, text, date) = self.kit, self.places()
        yield kit.card("ground", self.box, kit.ink if self.asks else self.remark.ground(kit))
        if icon.w:
            side = min(icon.w, icon.h)
            yield kit.icon("icon", icon.centred(side, side), self.remark.icon_name(), self.strong)
        yield kit.text("label", label, self.label(), anchor=Anchor.MIDDLE)
        told = [held(kit, paragraph, text.w) for paragraph in self.text()]
        yield kit.text("text", text, told, anchor=Anchor.MIDDLE)
        if date.w:
            yield kit.text("date", date, self.date(), anchor=Anchor.MIDDLE)
