"""A disc or a ring at one side, as large as its box, and its slices in a list of large figures beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.block import Overflow
from generator.blocks._room import choose, lines, longest_word, need, whole
from generator.blocks.chart.drawing import Drawing, Job
from generator.blocks.chart.slices import HOLE, MOST, Slice, disc_item, middle, parted
from generator.blocks.chart.tones import ranked, said_in
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.notation.inline import Rich
from generator.page.items import Item
from generator.page.shapes import Rectangle
from generator.page.text import Anchor, Paragraph

WIDEST = 0.44
"""The most of the width for the disc: the list beside it is what is read."""
APART, KEY, TO_TEXT = inch(0.75), inch(0.1), inch(0.3)
"""From the disc to the list, the width of a slice's key, and from it (and from its figure) to what follows."""
SIZES = ((44, 24), (44, 20), (36, 20), (28, 20), (28, 18), (24, 18))
"""Of figures and names, the largest first."""
HIGHEST = inch(1.65)
"""Rows grow up to here; what is left then stands above and below the list, whose middle is the disc's."""
PADDING = inch(0.1)
"""Above and below the text of a row, at least."""
MOST_LINES = 2


def listed(job: Job, ring: bool, centre: tuple[Rich, Rich] | None = None) -> Drawing | Overflow:
    """The disc with its list, for a box with room for both; `centre` is what stands in a ring.

    Names around a disc in the middle of a wide box leave both sides empty, and are read in no order.
    """
    if not 1 < len(job.figures.values) <= MOST:
        return Overflow(job.box.h * 1.5, job.box.h)
    side = min(job.box.h, job.box.w * WIDEST)
    disc = Box(job.box.x, job.box.y + (job.box.h - side) / 2, side, side)
    words = middle(job, side * HOLE, centre) if ring and centre else ()
    if words is None:
        return Overflow(job.box.h * 1.5, job.box.h)
    colours = ranked(job.kit, job.figures, job.figures.categories)
    cut = tuple(replace(one, colour=colour) for one, colour in zip(parted(job), colours, strict=True))
    box = replace(disc, x=disc.right + APART, w=job.box.right - disc.right - APART)
    found = choose((_List(job, cut, box, *sizes) for sizes in SIZES), lambda tried: tried.taken(), box.h)
    if isinstance(found, Overflow):
        return found
    stood = (replace(item, box=disc.centred(item.box.w, item.box.h)) for item in words)
    return Drawing(disc_item(job, disc, cut, HOLE if ring else 0.0), (), (*stood, *found.draw()))


@dataclass(frozen=True, slots=True)
class _List:
    """A row for each slice, in the order of the clock: a key in its colour, its share, its name."""

    job: Job
    cut: tuple[Slice, ...]
    box: Box
    figure: int
    name: int

    def share(self, one: Slice) -> list[Paragraph]:
        """The figure of a row."""
        style = self.job.kit.style(pt(self.figure), said_in(self.job.kit, one.colour), bold=True)
        return [self.job.kit.para(one.share, style, height=1.1)]

    def named(self, one: Slice) -> list[Paragraph]:
        """The name of a row, and below it the value where the share is not it."""
        kit, figures = self.job.kit, self.job.figures
        strong = one.strong and bool(figures.emphasis)
        name = kit.para(one.name, replace(kit.style(pt(self.name)), bold=strong), height=1.15)  # all in the body face
        if figures.unit.strip() == "%":
            return [name]
        return [name, kit.para(figures.label(one.value), kit.style(pt(min(18, self.name)), kit.quiet), before=inch(0.02))]

    @property
    def figures_wide(self) -> Length:
        """The column of figures: as wide as the widest."""
        said = (self.share(one)[0] for one in self.cut)
        return max(self.job.kit.width(p.text, p.runs[0].style) for p in said)

    @property
    def room(self) -> Length:
        """What keys and figures leave for names."""
        return self.box.w - KEY - TO_TEXT * 2 - self.figures_wide

    @property
    def row(self) -> Length:
        """What the fullest row takes."""
        kit, texts = self.job.kit, [self.named(one) for one in self.cut]
        return max(pt(self.figure * 1.1), *(need(kit, text, self.room) for text in texts)) + PADDING * 2

    def taken(self) -> Length | None:
        """The height of all rows; None where a name has no room."""
        kit, texts = self.job.kit, [self.named(one) for one in self.cut]
        if self.room <= max(longest_word(kit, text[0]) for text in texts) or not all(whole(kit, t, self.room) for t in texts):
            return None
        if any(lines(kit, text[:1], self.room) > MOST_LINES for text in texts):
            return None
        return self.row * len(self.cut)

    def draw(self) -> Iterator[Item]:
        """Row by row, a rule between any two."""
        high = min(max(HIGHEST, self.row), self.box.h / len(self.cut))
        rows = self.box.centred(self.box.w, high * len(self.cut)).rows(len(self.cut))
        for number, (one, row) in enumerate(zip(self.cut, rows, strict=True), 1):
            yield from self._row(number, one, row)
            if number < len(rows):
                yield self.job.kit.rule(f"slice-rule-{number}", (row.x, row.bottom), row.w, self.job.kit.line)

    def _row(self, number: int, one: Slice, row: Box) -> Iterator[Item]:
        kit, (key, rest) = self.job.kit, row.cut_left(KEY, TO_TEXT)
        figure, name = rest.cut_left(self.figures_wide, TO_TEXT)
        yield kit.shape(f"key-{number}", key.centred(KEY, row.h - PADDING * 2), Rectangle(ZERO), fill=one.colour)
        yield kit.text(f"share-{number}", figure, self.share(one), anchor=Anchor.MIDDLE)
        yield kit.text(f"slice-{number}", name, self.named(one), anchor=Anchor.MIDDLE)
