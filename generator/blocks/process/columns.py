"""A process as chevrons with a card below each: what happens at its top, what is handed over and who decides at its foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.blocks._headings import unstubbed
from generator.blocks._room import AIR, legible, lines, need, whole
from generator.blocks.process.step import Shown
from generator.geometry import Box, Length, inch, pt, total
from generator.kit import GAP, Kit
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.shapes import Chevron
from generator.page.text import Anchor, Paragraph

UNDER_CHEVRONS = inch(0.15)
WHITE = inch(0.06)
"""Left between two chevrons."""
NARROW = inch(1.7)
"""Columns narrower than this have no room for text."""
SLIM, SLIM_GAP = inch(2), inch(0.12)
"""Columns narrower than this have shorter points and less air, and stand nearer to each other."""
MIDDLE = inch(3.4)
"""Columns up to this width have shorter points and less air than wide ones."""
ROOMY = inch(2.6)
"""Columns from this width on have values in the size of the text."""
TALL = inch(4.3)
"""Boxes from this height on have high chevrons."""
LEAST_AIR, MOST_AIR = inch(0.09), inch(0.3)
"""Above and below the rule of a field at a card's foot."""
HIGH = inch(1.3)
"""The chevrons of a process without fields, in a box that is tall."""
MOST_DOWN = inch(0.8)
"""How far at most the texts of cards stand below the top inset: a part of what is left over."""
GROWN = inch(1.3)
"""Chevrons grow up to this height by what is left over when rules have all their air: else short texts leave a hole."""
HEADS = {28: (28, 24), 24: (24,), 20: (24, 20), 18: (20, 18), 16: (18, 16)}
"""Sizes of titles for a size of text."""
MOST_LARGE = 5
"""Lines of a text above 24 points."""
LABEL = pt(14)


@dataclass(frozen=True, slots=True)
class Columns:
    """One way to set a process in columns."""

    kit: Kit
    steps: tuple[Shown, ...]
    box: Box
    head: int
    text: int
    above: bool
    """Whether who decides stands in the chevron instead of the foot."""

    @property
    def columns(self) -> tuple[Box, ...]:
        """Where the cards stand across."""
        return self.box.columns(len(self.steps), SLIM_GAP if self.slim else GAP)

    @property
    def slim(self) -> bool:
        """Whether the columns have little room across."""
        return _wide(self.box, len(self.steps), GAP) < SLIM

    @property
    def wide(self) -> Length:
        """The width of a card."""
        return _wide(self.box, len(self.steps), SLIM_GAP if self.slim else GAP)

    @property
    def chevron(self) -> Length:
        """The least height of the chevrons."""
        if self.bare and self.box.h >= TALL:
            return HIGH
        if self.above:
            return inch(0.95 if self.box.h >= TALL else 0.86)
        return inch(0.72 if self.box.h < TALL else 0.8 if self.slim else 0.95)

    @property
    def bare(self) -> bool:
        """Whether cards have no field at their foot."""
        return not any(step.step.gives or step.decider for step in self.steps)

    @property
    def tip(self) -> Length:
        """The length of a chevron's point: less than what stands left of a card's texts, which its words stand above."""
        return inch(0.14 if self.slim else 0.18 if self.wide <= MIDDLE else 0.22)

    @property
    def inset(self) -> Length:
        """From a card's upper, lower and right edge to its texts."""
        return inch(0.16 if self.slim else 0.22 if self.wide <= MIDDLE else 0.3)

    @property
    def left(self) -> Length:
        """From a card's left edge to its texts, and from a chevron's to its words: these keep clear of the notch's tip."""
        return self.tip + inch(0.1 if self.slim else 0.12 if self.wide <= MIDDLE else 0.16)

    @property
    def width(self) -> Length:
        """Of a card's texts."""
        return self.wide - self.left - self.inset

    def high(self) -> Length:
        """The height of the chevrons as they are drawn."""
        spare = self.box.h - (self.taken() or self.box.h) - (MOST_AIR - LEAST_AIR) * (2 * len(self.fields()) + 1)
        return max(self.chevron, min(GROWN, self.chevron + spare))

    def chevrons(self, high: Length) -> tuple[Box, ...]:
        """So high; each reaches into the notch of the next one, the last one to the edge of the box."""
        columns = self.columns
        ends = [*(column.x + self.tip - WHITE for column in columns[1:]), self.box.right]
        return tuple(Box(c.x, c.y, end - c.x, high) for c, end in zip(columns, ends, strict=True))

    def heading(self, step: Shown) -> list[Paragraph]:
        """What stands in a chevron."""
        kit = self.kit
        title = kit.para(step.title, kit.style(pt(self.head), kit.paper, bold=True), height=1.1)
        if not self.above or not step.decider:
            return [title]
        return [title, kit.para(step.decider, kit.style(LABEL, kit.paper), before=inch(0.02))]

    def heading_box(self, number: int, chevron: Box) -> Box:
        """Where the words of a chevron stand: above the card's texts, from its notch to its point."""
        return Box(chevron.x + self.left, chevron.y, chevron.w - self.left - self.tip * (0.4 if self.slim else 0.6), chevron.h)

    def told(self, step: Shown) -> list[Paragraph]:
        """What happens."""
        text = step.step.text
        return [self.kit.para(text, self.kit.style(pt(self.text)), height=1.25)] if text else []

    def value_size(self) -> Length:
        """Of what is handed over and of who decides: as large as the text where each then stands on one line."""
        large, values = pt(20), [v for step in self.steps for v in (step.step.gives, step.decider) if v]
        if self.text < 20 or self.wide < ROOMY:
            return pt(min(18, self.text))
        bold = self.kit.style(large, bold=True)
        return large if all(self.kit.width(value, bold) <= self.width * AIR for value in values) else pt(18)

    def field(self, key: str, step: Shown) -> list[Paragraph]:
        """A label above its value; nothing where there is no value."""
        kit = self.kit
        value = step.step.gives if key == "gives" else step.decider
        if not value:
            return []
        named = key == "decides"
        colour = (kit.quiet if step.is_teams else legible(kit, step.role, kit.surface)) if named else kit.ink
        label = kit.para(kit.words.say(key), kit.style(LABEL, kit.quiet))
        return [label, kit.para(value, kit.style(self.value_size(), colour, bold=True), height=1.15, before=inch(0.02))]

    def fields(self) -> dict[str, Length]:
        """The fields at the foot of all cards: what the highest one of each takes."""
        keys = ("gives",) if self.above else ("gives", "decides")
        texts = {key: [self.field(key, step) for step in self.steps] for key in keys}
        return {key: max(need(self.kit, t, self.width) for t in each) for key, each in texts.items() if any(each)}

    def text_height(self) -> Length:
        """What the longest text takes."""
        return max(need(self.kit, self.told(step), self.width) for step in self.steps)

    def taken(self) -> Length | None:
        """The height needed; None where a word would be broken or a chevron's words do not fit on their lines."""
        for number, (step, chevron) in enumerate(zip(self.steps, self.chevrons(self.chevron), strict=True)):
            room, heading = self.heading_box(number, chevron).w, self.heading(step)
            if any(self.kit.width(p.text, p.runs[0].style) > room for p in heading if p.runs):
                return None
            said = [*self.told(step), *self.field("gives", step), *([] if self.above else self.field("decides", step))]
            if not whole(self.kit, said, self.width) or (self.text > 24 and lines(self.kit, said[:1], self.width) > MOST_LARGE):
                return None
        fields = self.fields()
        foot = total(list(fields.values())) + LEAST_AIR * (2 * len(fields))
        return self.chevron + UNDER_CHEVRONS + self.inset * 2 + self.text_height() + foot

    def draw(self) -> Iterator[Item]:
        """All items: each step's chevron and title, then its card."""
        kit = self.kit
        for number, (step, chevron) in enumerate(zip(self.steps, self.chevrons(self.high()), strict=True)):
            yield kit.shape(step.name, chevron, Chevron(self.tip, flat_left=number == 0), fill=Colour(step.role))
            place = self.heading_box(number, chevron)
            yield kit.text(f"{step.name}-title", place, self.heading(step), anchor=Anchor.MIDDLE)
            top = chevron.bottom + UNDER_CHEVRONS
            yield from self._card(step, Box(chevron.x, top, self.wide, self.box.bottom - top))

    def _card(self, step: Shown, card: Box) -> Iterator[Item]:
        kit, rest = self.kit, card.inset(self.left, self.inset, self.inset)
        yield kit.card(f"{step.name}-card", card)
        air, foot = self._air(rest.h), []
        for key, height in reversed(self.fields().items()):
            rest, band = rest.cut_bottom(height + air)
            rest = rest.cut_bottom(air)[0]
            foot.append((key, band))
        told = self.told(step)
        if told:
            width = unstubbed(kit, told[0], rest.w)
            down = min(MOST_DOWN, (rest.h - self.text_height()) * (0.42 if self.bare else 0.3))
            yield kit.text(f"{step.name}-text", Box(rest.x, rest.y, width, rest.h).cut_top(down)[1], told)
        for key, band in reversed(foot):
            said = self.field(key, step)
            if said:
                yield kit.rule(f"{step.name}-{key}-rule", (band.x, band.y), band.w, kit.line, 1)
                yield kit.text(f"{step.name}-{key}", band.cut_top(air)[1], said)

    def _air(self, height: Length) -> Length:
        """Above and below each rule: a share of what is left over."""
        fields = self.fields()
        spare = height - self.text_height() - total(list(fields.values()))
        return max(LEAST_AIR, min(MOST_AIR, spare / (2 * len(fields) + 1)))


def _wide(box: Box, count: int, gap: Length) -> Length:
    """The width of each of so many columns."""
    return (box.w - gap * (count - 1)) / count


def columns(kit: Kit, steps: tuple[Shown, ...], box: Box, sizes: Sequence[int]) -> Iterator[Columns]:
    """All ways to set a process in columns with texts of `sizes`: who decides at the foot, then in the chevron.

    None where columns would be narrow, or where cards would be empty because no step says what happens.
    """
    if _wide(box, len(steps), GAP) < NARROW or not any(step.step.text for step in steps):
        return
    bare = not any(step.step.gives or step.decider for step in steps)
    for above in (False, True) if any(step.decider for step in steps) else (False,):
        for text in (28, *sizes) if bare and 24 in sizes else sizes:
            for head in HEADS[text] if box.h >= TALL else HEADS[min(text, 24)]:
                yield Columns(kit, steps, box, head, text, above)
