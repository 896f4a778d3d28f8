"""A process as rows of one line each: number, title, what happens and what is handed over in columns of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.blocks._room import legible, need
from generator.blocks.process.rows import DISC, HEADS, LABEL, TO_TEXT, numbered
from generator.blocks.process.step import Shown
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import Kit
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

APART = 1.04
"""Between two columns, as a share of the type."""
PADDING = inch(0.08)
"""Above and below the texts of a row at least."""
UNDER_HEAD = inch(0.04)


@dataclass(frozen=True, slots=True)
class Abreast:
    """One way to set a process in rows of one line: with many steps it leaves more air than title over text does."""

    kit: Kit
    steps: tuple[Shown, ...]
    box: Box
    text: int

    def title(self, step: Shown) -> Paragraph:
        """What a step is called."""
        return self.kit.para(step.step.title, self.kit.style(pt(HEADS[self.text]), bold=True), height=1.15)

    def told(self, step: Shown) -> list[Paragraph]:
        """What happens."""
        text = step.step.text
        return [self.kit.para(text, self.kit.style(pt(self.text), self.kit.quiet), height=1.15)] if text else []

    def side(self, step: Shown) -> list[Paragraph]:
        """What is handed over above who decides, in their colour."""
        kit, gives = self.kit, step.step.gives
        given = [kit.para(gives, kit.style(pt(min(20, self.text)), bold=True), height=1.15)] if gives else []
        colour = kit.quiet if step.is_teams else legible(kit, step.role, kit.paper)
        return [*given, *([kit.para(step.decider, kit.style(LABEL, colour, bold=True), height=1.15)] if step.decider else [])]

    def head(self) -> list[Paragraph]:
        """What stands once over the things handed over, instead of before each."""
        if not any(step.step.gives for step in self.steps):
            return []
        return [self.kit.para(self.kit.words.say("gives"), self.kit.style(LABEL, self.kit.quiet))]

    @property
    def apart(self) -> Length:
        """Between two columns."""
        return pt(self.text) * APART

    @property
    def widths(self) -> tuple[Length, Length, Length]:
        """Of titles and of what is handed over, as wide as the widest; of what happens, the rest."""
        title = max(self._wide([self.title(step)]) for step in self.steps)
        side = max(self._wide([*self.side(step), *self.head()]) for step in self.steps)
        between = DISC + TO_TEXT + self.apart * (2 if side else 1)
        return title, self.box.w - between - title - side, side

    def _wide(self, paragraphs: Sequence[Paragraph]) -> Length:
        return max((self.kit.width(p.text, p.runs[0].style) for p in paragraphs), default=ZERO)

    @property
    def above(self) -> Length:
        """What the head takes."""
        return need(self.kit, self.head(), self.widths[2]) + UNDER_HEAD if self.head() else ZERO

    def taken(self) -> Length | None:
        """The height needed; None where not every text stands on one line."""
        main = self.widths[1]
        if any(self._wide(self.told(step)) > main for step in self.steps):
            return None
        heights = (self.kit.height(said, self.box.w) for step in self.steps for said in (self.told(step), self.side(step)))
        return (max(DISC, *heights) + PADDING * 2) * len(self.steps) + self.above

    def draw(self) -> Iterator[Item]:
        """All items: the line from disc to disc, then row by row, a rule between any two."""
        kit, (title, main, side) = self.kit, self.widths
        head, body = self.box.cut_top(self.above)
        if self.head():
            left = DISC + TO_TEXT
            yield kit.text("head", Box(head.right - side, head.y, side, head.h), self.head())
            yield kit.rule("head-rule", (head.x + left, head.bottom), head.w - left, kit.line)
        rows = body.rows(len(self.steps))
        yield from numbered(kit, self.steps, rows)
        for step, row in zip(self.steps, rows, strict=True):
            _, rest = row.cut_left(DISC, TO_TEXT)
            place, rest = rest.cut_left(title, self.apart)
            yield kit.text(f"{step.name}-title", place, [self.title(step)], anchor=Anchor.MIDDLE)
            if told := self.told(step):
                yield kit.text(f"{step.name}-text", rest.cut_left(main)[0], told, anchor=Anchor.MIDDLE)
            if said := self.side(step):
                yield kit.text(f"{step.name}-foot", rest.cut_right(side)[1], said, anchor=Anchor.MIDDLE)
            if row is not rows[-1]:
                yield kit.rule(f"{step.name}-rule", (place.x, row.bottom), row.right - place.x, kit.line)


def abreast(kit: Kit, steps: tuple[Shown, ...], box: Box, text: int) -> Iterator[Abreast]:
    """Rows of one line with texts of a size, where there is anything to say beside the titles."""
    if any(step.step.text for step in steps):
        yield Abreast(kit, steps, box, text)
