"""The drawing itself: columns or bars of one series in a box, sized so that no label touches another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from generator.block import Overflow
from generator.blocks._room import longest_word
from generator.blocks.chart.figures import Figures
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.items import Bars, ChartForm, ChartItem, Datum, Item, Scale, Series, Stroke
from generator.page.text import Style

COLUMN_GAP, BAR_GAP, MOST_GAP = 43, 37, 500
"""Space between columns and bars as a percentage of their width."""
AIR = 0.94
"""The share of a slot's width for names and values."""
AXIS = 1
"""The weight of the axis line, in points."""
BESIDE_NAME = pt(8)
"""What a bar's name takes beside its letters."""
MOST_LINES = (2, 4)
"""Of bars' names: so many in the largest type they allow, else more."""
NAMES = (0.45, 0.38)
"""The most of the width for bars' names on one line, and for names on two."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The largest and smallest type of names, the type of values, the space above names, and the thickest column or bar."""

    name: Length
    least: Length
    value: Length
    gap: Length
    column: Length
    bar: Length
    lowest: Length
    """A drawing of columns lower than this shows nothing."""
    line: Length
    """How thick the lines that matter are."""
    dot: Length
    """How wide the discs of a line's points are."""

    def names(self, kit: Kit) -> tuple[Length, ...]:
        """Sizes for names from the largest down."""
        return (self.name,) if self.name == self.least else kit.theme.sizes(self.name.pt, self.least.pt)

    def values(self, kit: Kit, name: Length) -> tuple[Length, ...]:
        """Sizes for values beside names of a size."""
        if self.name == self.least:
            return (self.value,)
        return kit.theme.sizes(min(self.value, name * (self.value.ratio(self.name))).pt, self.least.pt)


SLIDE = Sizes(pt(18), pt(12), pt(24), inch(0.12), inch(2.1), inch(0.85), inch(1.5), pt(3), pt(9))


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn chart, the texts that lie on it, and where its columns stand, each with its value, without its name.

    Bars and slices have no columns.
    """

    item: ChartItem
    columns: tuple[Box, ...] = ()
    over: tuple[Item, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All of it, in reading order."""
        return self.item, *self.over


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be drawn where."""

    kit: Kit
    figures: Figures
    box: Box
    sizes: Sizes
    finding: str = ""
    """What the drawing shows, in words."""

    def widest(self, size: Length) -> Length:
        """The width of the widest value."""
        style = self._labelling(size)
        return max(self.kit.width(self.figures.label(value), style) for _, value in self.figures.values)

    def data(self, value: Length) -> tuple[Series, ...]:
        """Every category of the one series; what matters in the role's colour, the rest muted."""
        kit, figures = self.kit, self.figures
        found = []
        for name, number in figures.values:
            strong = figures.strong(name)
            colour = kit.accent if strong else kit.quiet
            style = self._labelling(value, colour)
            found.append(Datum(number, kit.accent if strong else kit.mute, figures.label(number), style))
        return (Series(figures.raw[0][0], tuple(found)),)

    def _labelling(self, size: Length, colour: Colour | None = None) -> Style:
        """The style of values: in the body face, whose figures stand on one line."""
        return replace(self.kit.style(size, colour), bold=True)

    def scale(self, low: float, high: float, names: Style | None) -> Scale:
        """A scale with the axis line that all charts have."""
        return Scale(low, high, Stroke(self.kit.theme.named["neutral"], pt(AXIS)), names)

    def item(self, form: ChartForm, plot: Box, series: tuple[Series, ...]) -> ChartItem:
        """The chart in all of the box."""
        figures = self.figures
        mark = self.kit.mark("chart", figures.alt(self.finding or self.kit.title))
        return ChartItem(mark, self.box, form, figures.categories, series, plot, figures.format)


def columns(job: Job) -> Drawing | Overflow:
    """Columns with names below; Overflow where the names do not fit, so that bars are better."""
    kit, box, sizes = job.kit, job.box, job.sizes
    room = box.w / len(job.figures.categories) * AIR
    for size in sizes.names(kit):
        names = under(job, size, box.w)
        value = next((v for v in sizes.values(kit, size) if job.widest(v) <= room), None)
        if names is None or value is None:
            continue
        if box.h - names >= sizes.lowest:
            return _columns(job, box.cut_bottom(names)[0], value, kit.style(size))
        return Overflow(sizes.lowest + names, box.h)
    return Overflow(box.h * 2, box.h)


def under(job: Job, size: Length, width: Length) -> Length | None:
    """What names below a plot of that width take, in two lines at most; None where they do not fit."""
    kit, names, style = job.kit, job.figures.categories, job.kit.style(size)
    room = width / len(names) * AIR
    if widest_word(job, size) > room:
        return None
    lines = max(len(kit.body([kit.para(name, style)], room).lines) for name in names)
    return size * (1.2 * lines) + job.sizes.gap if lines <= 2 else None


def _columns(job: Job, plot: Box, value: Length, style: Style) -> Drawing:
    label = value * 1.45
    low, high = scaled(job.figures.spread, label.ratio(plot.h), label.ratio(plot.h))
    series = job.data(value)
    pitch = plot.w / len(job.figures.categories)
    gap = spaced(COLUMN_GAP, pitch, job.sizes.column)
    width = pitch / (1 + gap / 100)
    boxes = []
    for number, (_, amount) in enumerate(job.figures.values):
        top = plot.bottom - plot.h * ((max(0.0, amount) - low) / (high - low)) - label
        boxes.append(Box(plot.x + pitch * number + (pitch - width) / 2, top, width, plot.bottom - top))
    return Drawing(job.item(Bars(job.scale(low, high, style), gap), plot, series), tuple(boxes))


def bars(job: Job) -> Drawing | Overflow:
    """Bars from top to bottom with names at their left."""
    kit, box, figures, sizes = job.kit, job.box, job.figures, job.sizes
    row = box.h / len(figures.categories)
    for most, size in product(MOST_LINES, sizes.names(kit)):
        names = beside(job, size, row, most)
        if names:
            value = next((v for v in sizes.values(kit, size) if v <= size * (20 / 18) and v * 1.2 <= row), size)
            return _bars(job, box.cut_left(names)[1], value, kit.style(size))
    return Overflow(max(box.h * 1.01, sizes.least * 1.2 * len(figures.categories)), box.h)


def beside(job: Job, size: Length, row: Length, most: int = 2) -> Length | None:
    """The width for bars' names: on one line if that leaves enough for the bars, else on more; None where neither fits."""
    kit, names, style = job.kit, job.figures.categories, job.kit.style(size)
    one = max(kit.width(name, style) for name in names) + BESIDE_NAME
    if one <= job.box.w * NAMES[0]:
        return one if size * 1.2 <= row else None
    two = job.box.w * NAMES[1]
    lines = max(len(kit.body([kit.para(name, style)], two - BESIDE_NAME).lines) for name in names)
    return two if widest_word(job, size) + BESIDE_NAME <= two and lines <= most and size * 1.2 * lines <= row else None


def widest_word(job: Job, size: Length) -> Length:
    """The width of the longest word of all names."""
    style = job.kit.style(size)
    return max(longest_word(job.kit, job.kit.para(name, style)) for name in job.figures.categories) * 1.015 + pt(0.5)


def _bars(job: Job, plot: Box, value: Length, style: Style) -> Drawing:
    label = (job.widest(value) + pt(8)).ratio(plot.w)
    gap = spaced(BAR_GAP, plot.h / len(job.figures.categories), job.sizes.bar)
    scale = job.scale(*scaled(job.figures.spread, label, label), style)
    return Drawing(job.item(Bars(scale, gap, upright=False), plot, job.data(value)))


def baseline(job: Job, frame: Box, y: Length) -> Iterator[Item]:
    """What the axis line lacks to the edges of the box where names stand beside the plot."""
    kit, box, colour = job.kit, job.box, job.kit.theme.named["neutral"]
    for name, start, end in (("before", box.x, frame.x), ("after", frame.right, box.right)):
        if end - start > pt(1):
            yield kit.rule(f"axis-{name}", (start, y), end - start, colour, AXIS)


def scaled(spread: tuple[float, float], above: float, below: float) -> tuple[float, float]:
    """The ends of the scale: the values, with room for labels (as shares of the plot) at the ends that have some."""
    low, high = spread
    above, below = above if high > 0 else 0.0, below if low < 0 else 0.0
    unit = (high - low) / max(0.1, 1 - above - below)
    return low - unit * below, high + unit * above


def spaced(usual: int, pitch: Length, thickest: Length) -> int:
    """The space between columns or bars that keeps them from being thicker than they may be."""
    return min(MOST_GAP, max(usual, round((pitch.ratio(thickest) - 1) * 100))) if thickest > ZERO else usual
