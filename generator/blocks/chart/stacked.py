"""Series stacked on each other as columns or bars: values in their parts, sums at the ends, names beside a part or in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.block import Overflow
from generator.blocks.chart.drawing import BAR_GAP, COLUMN_GAP, Drawing, Job, baseline, beside, scaled, spaced, under
from generator.blocks.chart.figures import Figures
from generator.blocks.chart.naming import Name, aside, in_row, row_height
from generator.blocks.chart.tones import over, seam, toned
from generator.geometry import ZERO, Box, Length, pt
from generator.page.colour import Colour
from generator.page.items import Bars, Datum, Item, Series
from generator.page.text import Align, Anchor, Paragraph, Style

BESIDE = pt(8)
"""Between the last column and the names of its parts, and between a bar's end and its sum."""
AROUND = pt(6)
"""The least space beside a value in its part."""
DIRECT = 0.26
"""The most of the width that names beside the last column may take."""
THIN = 0.6
"""A part of the last column thinner than this, in sizes of the type, is not named beside it."""
SAME = 0.005
"""Sums that differ by less than this share of them are the same, and not worth saying."""


@dataclass(frozen=True, slots=True)
class Stack:
    """A stacked chart about to be drawn: its job, colours and type."""

    job: Job
    size: Length

    @property
    def colours(self) -> tuple[Colour, ...]:
        """A colour for each series."""
        return toned(self.job.kit, self.job.figures, tuple(name for name, _ in self.job.figures.raw))

    @property
    def names(self) -> tuple[Name, ...]:
        """The series as they are named."""
        job = self.job
        return tuple(
            Name(name, colour, job.figures.strong(name)) for (name, _), colour in zip(job.figures.raw, self.colours, strict=True)
        )

    @property
    def sums(self) -> tuple[str, ...]:
        """What the parts come to, as labels; nothing where all come to the same."""
        sums = self.job.figures.sums
        if max(sums) - min(sums) <= max(sums) * SAME:
            return ()
        return tuple(map(self.job.figures.label, sums))

    @property
    def parts(self) -> Figures:
        """The numbers as they stand in parts: without the unit where the sums say it."""
        figures = self.job.figures
        return figures.bare if self.sums and figures.unit.strip() != "%" else figures

    @property
    def sum_style(self) -> Style:
        """How sums look."""
        return self.job.kit.style(self.size, bold=True)

    @property
    def widest_sum(self) -> Length:
        """The width of the widest sum; none without sums."""
        return max((self.job.kit.width(text, self.sum_style) for text in self.sums), default=ZERO)

    def series(self, part: tuple[Length, Length], upright: bool) -> tuple[Series, ...]:
        """The series; `part` is how wide or high a column or bar is, and how long one unit of value."""
        kit, figures, made = self.job.kit, self.parts, []
        for (name, values), colour in zip(figures.series, self.colours, strict=True):
            style = kit.style(self.size, over(kit, colour), bold=True)
            data = []
            for value in values:
                label = figures.label(value or 0.0)
                thick, long = part[0], part[1] * (value or 0.0)
                across, along = kit.width(label, style) + AROUND, self.size * 1.2
                fits = (across <= thick and along <= long) if upright else (across <= long and along <= thick)
                data.append(Datum(value, colour, label if fits else "", style))
            made.append(Series(name, tuple(data), seam(kit)))
        return tuple(made)


def stacked_columns(job: Job) -> Drawing | Overflow:
    """Columns in parts, named beside the last one where that leaves enough room, else in a row above."""
    kit, box = job.kit, job.box
    for size in job.sizes.names(kit):
        stack = Stack(job, size)
        aside_width = max(name.width(kit, size) for name in stack.names) + BESIDE
        for direct in (True, False):
            above = ZERO if direct else row_height(kit, stack.names, size, box.w)
            if above is None or (direct and aside_width > box.w * DIRECT):
                continue
            plot = box.cut_top(above)[1]
            plot = plot.cut_right(aside_width)[0] if direct else plot
            names = under(job, size, plot.w)
            if names is None or stack.widest_sum > plot.w / len(job.figures.categories):
                continue
            plot = plot.cut_bottom(names)[0]
            drawn = _columns(stack, plot, direct) if plot.h >= job.sizes.lowest else None
            if drawn:
                return drawn
    return Overflow(box.h * 2, box.h)


def _columns(stack: Stack, plot: Box, direct: bool) -> Drawing | None:
    job, count = stack.job, len(stack.job.figures.categories)
    label = stack.size * 1.5 if stack.sums else ZERO
    low, high = scaled(job.figures.reach, label.ratio(plot.h), 0)
    pitch = plot.w / count
    gap = spaced(COLUMN_GAP, pitch, job.sizes.column)
    width, unit = pitch / (1 + gap / 100), plot.h / (high - low)
    tops = [plot.bottom - unit * amount for amount in job.figures.sums]
    columns = [
        Box(slot.x + (slot.w - width) / 2, top - label, width, plot.bottom - top + label)
        for slot, top in zip(plot.columns(count), tops, strict=True)
    ]
    said: tuple[Item, ...] = ()
    if direct:
        room = Box(columns[-1].right + BESIDE, plot.y, job.box.right - columns[-1].right - BESIDE, plot.h - pt(2))
        if not all(unit * (values[-1] or 0.0) >= stack.size * THIN for _, values in job.figures.series):
            return None
        middles = _middles([values[-1] or 0.0 for _, values in job.figures.series], unit, plot.bottom)
        beside_last = aside(job.kit, stack.names, stack.size, room, middles)
        if beside_last is None:
            return None
        said = beside_last
        columns[-1] = replace(columns[-1], w=job.box.right - columns[-1].x)
    else:
        said = in_row(job.kit, stack.names, stack.size, job.box)
    sums = _sums_over(stack, plot, tops, label)
    frame = Box(plot.x, plot.y, plot.w, job.box.bottom - plot.y)
    form = Bars(job.scale(low, high, job.kit.style(stack.size)), gap, stacked=True)
    item = replace(job.item(form, plot, stack.series((width, unit), True)), box=frame, number_format=stack.parts.format)
    axis = baseline(job, plot, plot.bottom + plot.h * (low / (high - low)))
    return Drawing(item, tuple(columns), (*said, *sums, *axis))


def _middles(values: list[float], unit: Length, bottom: Length) -> list[Length]:
    """The middles of parts that stand on each other."""
    return [bottom - unit * (sum(values[:number]) + value / 2) for number, value in enumerate(values)]


def _sums_over(stack: Stack, plot: Box, tops: list[Length], label: Length) -> Iterator[Item]:
    kit = stack.job.kit
    slots = plot.columns(len(tops))
    for number, (text, slot, top) in enumerate(zip(stack.sums, slots, tops if stack.sums else (), strict=False), 1):
        place = Box(slot.x, top - label, slot.w, label)
        yield kit.text(f"sum-{number}", place, [kit.para(text, stack.sum_style, align=Align.CENTRE)], anchor=Anchor.MIDDLE)


def stacked_bars(job: Job) -> Drawing | Overflow:
    """Bars in parts with names at their left; the series are named above the first bar's parts or in a row above all."""
    kit, box, count = job.kit, job.box, len(job.figures.categories)
    least = box.h
    for size in job.sizes.names(kit):
        stack = Stack(job, size)
        for direct in (True, False):
            above = size * 1.5 if direct else row_height(kit, stack.names, size, box.w)
            if above is None:
                continue
            plot = box.cut_top(above)[1]
            names = beside(job, size, plot.h / count)
            least = above + size * (1.3 * count)
            if names is None or plot.h / count < size * 1.3:
                continue
            plot = plot.cut_left(names)[1]
            if direct and not _heads_fit(stack, plot):
                continue
            return _bars(stack, plot, direct, names)
    return Overflow(max(box.h * 1.01, least), box.h)


def _unit(stack: Stack, plot: Box) -> tuple[float, float, Length]:
    """The scale's ends and the length of one unit of value."""
    label = stack.widest_sum + BESIDE * 1.5 if stack.sums else ZERO
    low, high = scaled(stack.job.figures.reach, label.ratio(plot.w), 0)
    return low, high, plot.w / (high - low)


def _heads(stack: Stack, plot: Box) -> list[tuple[Name, Length, Length]]:
    """Each name, where its part of the first bar starts, and how long it is."""
    unit = _unit(stack, plot)[2]
    values = [values[0] or 0.0 for _, values in stack.job.figures.series]
    starts = [plot.x + unit * sum(values[:number]) for number in range(len(values))]
    return [(name, start, unit * value) for name, start, value in zip(stack.names, starts, values, strict=True)]


def _heads_fit(stack: Stack, plot: Box) -> bool:
    """Whether each name ends before the next one starts."""
    heads = _heads(stack, plot)
    ends = [start for _, start, _ in heads[1:]] + [plot.right]
    return all(
        long > ZERO and start + name.width(stack.job.kit, stack.size) + AROUND <= end
        for (name, start, long), end in zip(heads, ends, strict=True)
    )


def _bars(stack: Stack, plot: Box, direct: bool, names: Length) -> Drawing:
    job, kit = stack.job, stack.job.kit
    low, high, unit = _unit(stack, plot)
    pitch = plot.h / len(job.figures.categories)
    gap = spaced(BAR_GAP, pitch, job.sizes.bar)
    thick = pitch / (1 + gap / 100)
    if direct:
        top = plot.y + (pitch - thick) / 2 - stack.size * 1.4
        said: tuple[Item, ...] = tuple(
            kit.text(
                f"series-{n}",
                Box(start + pt(1), top, name.width(kit, stack.size) + pt(2), stack.size * 1.2),
                [_head(stack, name)],
            )
            for n, (name, start, _) in enumerate(_heads(stack, plot), 1)
        )
    else:
        said = in_row(kit, stack.names, stack.size, job.box)
    sums = []
    for number, (text, amount, row) in enumerate(
        zip(stack.sums, job.figures.sums, plot.rows(len(job.figures.categories)), strict=False), 1
    ):
        x = plot.x + unit * amount + BESIDE
        words = kit.para(text, stack.sum_style)
        sums.append(kit.text(f"sum-{number}", Box(x, row.y, job.box.right - x, row.h), [words], anchor=Anchor.MIDDLE))
    form = Bars(job.scale(low, high, kit.style(stack.size)), gap, upright=False, stacked=True)
    frame = Box(plot.x - names, plot.y, names + plot.w, plot.h)
    item = replace(job.item(form, plot, stack.series((thick, unit), False)), box=frame, number_format=stack.parts.format)
    return Drawing(item, (), (*said, *sums))


def _head(stack: Stack, name: Name) -> Paragraph:
    return stack.job.kit.para(name.text, name.style(stack.job.kit, stack.size))
