"""Lines of one or more series: each named at its right end with its last value, points labelled where labels stay clear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.block import Overflow
from generator.blocks.chart.apart import apart
from generator.blocks.chart.clear import Field, Labels, Spot, chosen
from generator.blocks.chart.drawing import AIR, Drawing, Job, baseline, widest_word
from generator.blocks.chart.figures import Values
from generator.blocks.chart.line_ends import Ends, Row, ends_of, rows_of
from generator.blocks.chart.tones import said_in
from generator.geometry import ZERO, Box, Length, pt
from generator.page.items import Datum, Item, Lines, Series
from generator.page.text import Align, Anchor, Paragraph

BETWEEN = 0.22
"""Between words at the ends of lines, in sizes of their type."""
MOST_DOTS = 14
"""With more categories only points with a label are marked."""
TRUNCATED = 0.6
"""Values that all lie above this share of the greatest are drawn without zero: nothing would be seen otherwise."""
BELOW = 0.25
"""What is then free below the least, as a share of their spread."""


def lines(job: Job) -> Drawing | Overflow:
    """The lines at the largest type with which names and values have room."""
    need = job.box.h * 2
    for size in job.sizes.names(job.kit):
        ends = ends_of(job, size, rows_of(job))
        drawn = _drawn(job, ends, size) if ends else job.box.h * 2
        if isinstance(drawn, Drawing):
            return drawn
        need = drawn
    return Overflow(max(need, job.box.h * 1.01), job.box.h)


def _drawn(job: Job, ends: Ends, size: Length) -> Drawing | Length:
    """The drawing, or the height it would need."""
    several, count = len(ends.rows) > 1, len(job.figures.categories)
    alone = ZERO if several else max(job.kit.width(text, job.kit.style(size, bold=True)) for text in _labels(job)) / 2
    before = ends.before + ends.away if several and count > 1 else alone
    after = ends.width + ends.away if several else alone
    named = _named(job, size, before, after)
    if named is None:
        return job.box.h * 2
    across, every, below = named
    plot = Box(across.x, job.box.y, across.w, job.box.h - below)
    if plot.h < max(job.sizes.lowest, size * 5):
        return max(job.sizes.lowest, size * 5) + below
    field = Field(plot, _scale(job, plot, size), count, plot if several else job.box)
    drawing = _Lines(job, ends, field, size)
    said = drawing.said() if several else ()
    if said is None:
        return job.box.h * 2
    style = job.kit.style(size)
    form = Lines(job.scale(*field.scale, style if every == 1 else None), job.sizes.dot)
    frame = Box(plot.x, plot.y, plot.w, job.box.h) if several else job.box
    item = replace(job.item(form, plot, drawing.series()), box=frame)
    zero = min(field.y(0.0), plot.bottom)
    axis = baseline(job, plot, zero) if several else ()
    return Drawing(item, drawing.hulls(), (*said, *axis, *(_some_names(job, plot, size, every) if every > 1 else ())))


def _some_names(job: Job, plot: Box, size: Length, every: int) -> Iterator[Item]:
    """Each so manieth category's name below its point: office programs do not agree on which names to leave out."""
    kit = job.kit
    foot = Box(plot.x, job.box.bottom - size * 1.2, plot.w, size * 1.2)
    for number, slot in list(enumerate(foot.columns(len(job.figures.categories)), 1))[::every]:
        words = kit.para(job.figures.categories[number - 1], kit.style(size), align=Align.CENTRE)
        wide = kit.width(words.text, kit.style(size)) + pt(2)
        yield kit.text(f"name-{number}", slot.centred(wide, slot.h), [words])


def _labels(job: Job) -> list[str]:
    """What all points would be labelled with."""
    return [job.figures.label(value) for _, values in job.figures.series for value in values if value is not None]


def _named(job: Job, size: Length, before: Length, after: Length) -> tuple[Box, int, Length] | None:
    """Where the plot stands from left to right, each how manieth category is named, and the height of the names.

    All names on two lines if they fit, else each second, third … on one.
    """
    kit, names, style = job.kit, job.figures.categories, job.kit.style(size)
    count = len(names)
    plot = _across(job.box, count, before, after)
    room = plot.w / count * AIR - pt(4)
    if widest_word(job, size) <= room:
        found = max(len(kit.body([kit.para(name, style)], room).lines) for name in names)
        if found <= 2:
            return plot, 1, size * (1.2 * found) + job.sizes.gap
    for every in range(2, count + 1):
        shown = names[::every]
        widest = max(kit.width(name, style) for name in shown)
        plot = _across(job.box, count, max(before, widest / 2), max(after, widest / 2 if (count - 1) % every == 0 else ZERO))
        if widest + pt(4) <= plot.w / count * every * AIR:
            return plot, every, size * 1.2 + job.sizes.gap
    return None


def _across(box: Box, count: int, before: Length, after: Length) -> Box:
    """The widest plot whose first and last points leave so much room beside them; the points stand amid their slots."""
    width = box.w
    for _ in range(40):
        half = width / count / 2
        width = box.w - max(ZERO, before - half) - max(ZERO, after - half)
    half = width / count / 2
    return Box(box.x + max(ZERO, before - half), box.y, width, box.h)


def _scale(job: Job, plot: Box, size: Length) -> tuple[float, float]:
    """The ends of the scale, with room for labels above and below."""
    low, high = job.figures.spread
    least = min(v for _, values in job.figures.series for v in values if v is not None)
    floor = 0.0
    if least > high * TRUNCATED and high > least:
        low, floor = least, (high - least) * BELOW
    label = (size * 1.5 + job.sizes.dot).ratio(plot.h)
    unit = (high - low + floor) / max(0.2, 1 - label - (label if low < 0 else 0.0))
    return low - floor - (unit * label if low < 0 else 0.0), high + unit * label


@dataclass(frozen=True, slots=True)
class _Lines:
    """Lines in a plot that are known to have room."""

    job: Job
    ends: Ends
    field: Field
    size: Length

    def _labelled(self, row: Row) -> dict[int, Spot]:
        """Which points of a series have a label: of one series all or the telling ones, of the one that matters all or none."""
        rows = self.ends.rows
        several = len(rows) > 1
        if several and (not row.strong or sum(row.strong for row in rows) > 1):
            return {}
        style = self.job.kit.style(self.size, bold=True)
        widths = [ZERO if v is None else self.job.kit.width(self.job.figures.label(v), style) + pt(4) for v in row.values]
        labels = Labels(self.field, row.values, tuple(widths), self._high())
        points = chosen(row.values, max(widths), self.field.pitch, () if several else self._told)
        others: list[Values] = [other.values for other in rows if other is not row]
        if self.field.scale[0] < 0:
            others.append((0.0,) * len(row.values))  # the axis is a line too
        if not several:
            return {index: labels.spot(index, others) or Spot() for index in points}
        between = [index for index in sorted(points)[:-1] if index]  # what stands at the left needs no label above its point
        spots = {index: labels.spot(index, others) for index in between}
        found = {index: spot for index, spot in spots.items() if spot is not None}
        return found if len(found) == sum(v is not None for v in row.values[1:]) - 1 else {}

    @property
    def _told(self) -> tuple[int, ...]:
        """The categories that matter: of one series they are what is named."""
        figures = self.job.figures
        return tuple(n for n, name in enumerate(figures.categories) if name in figures.emphasis)

    def _high(self) -> Length:
        return self.size * 1.3 + self.job.sizes.dot / 2

    def series(self) -> tuple[Series, ...]:
        """Every series with its points and labels."""
        return tuple(self._series(row) for row in self.ends.rows)

    def _series(self, row: Row) -> Series:
        job, labelled = self.job, self._labelled(row)
        plain = job.kit.style(self.size, said_in(job.kit, row.stroke.colour), bold=True)
        quiet = replace(plain, colour=job.kit.quiet)
        told = self._told if len(self.ends.rows) == 1 else ()
        dotted = len(row.values) <= MOST_DOTS
        last = max(index for index, value in enumerate(row.values) if value is not None)
        data = tuple(
            Datum(
                value,
                row.stroke.colour,
                job.figures.label(value) if index in labelled and value is not None else "",
                quiet if told and index not in told else plain,
                dot=value is not None and (dotted or index in labelled or index in (0, last) or _alone(row.values, index)),
                under=labelled.get(index, Spot()).under,
                shift=labelled.get(index, Spot()).shift,
            )
            for index, value in enumerate(row.values)
        )
        return Series(row.name, data, row.stroke)

    def said(self) -> tuple[Item, ...] | None:
        """The words at the ends of the lines; None where they have no room."""
        plot, pitch = self.field.plot, self.field.pitch
        right = plot.right - pitch / 2 + self.ends.away
        room = Box(right, self.job.box.y, self.job.box.right - right, plot.bottom - self.job.box.y - pt(3))
        last = self._stood("series", room, [(row, self.ends.last(row), row.last) for row in self.ends.rows])
        started = [(row, self.ends.first(row), row.first) for row in self._started()]
        if last is None or self.field.count < 2:
            return last
        left = plot.x + pitch / 2 - self.ends.away
        room = replace(room, x=left - self.ends.before, w=self.ends.before)
        first = self._stood("first", room, started)
        return None if first is None else (*last, *first)

    def _started(self) -> list[Row]:
        """The series whose first value stands at the left: of those that begin together the one that matters most."""
        rows = [row for row in self.ends.rows if row.first is not None]
        if len(self.ends.rows) < 2:
            return [row for row in rows if not self._labelled(row)]
        first = {row.first: row for row in sorted(rows, key=lambda row: row.strong)}
        return [row for row in rows if first[row.first] is row]

    def _stood(self, name: str, room: Box, told: Sequence[tuple[Row, list[Paragraph], float | None]]) -> tuple[Item, ...] | None:
        kit = self.job.kit
        heights = [kit.height(said, room.w) + self.size * BETWEEN for _, said, _ in told]
        middles = apart([self.field.y(value or 0.0) for _, _, value in told], heights, room.y, room.bottom)
        if middles is None:
            return None
        return tuple(
            kit.text(f"{name}-{number}", Box(room.x, y - h / 2, room.w, h), said, anchor=Anchor.MIDDLE)
            for number, ((_, said, _), y, h) in enumerate(zip(told, middles, heights, strict=True), 1)
        )

    def hulls(self) -> tuple[Box, ...]:
        """A box for each category that the lines there, halfway to the next ones, do not leave."""
        return tuple(self._hulls())

    def _hulls(self) -> Iterator[Box]:
        field, label = self.field, self._high() + self.size * 0.3
        for index, slot in enumerate(field.plot.columns(field.count)):
            near = [v for row in self.ends.rows for v in row.values[max(0, index - 1) : index + 2] if v is not None]
            top = max(field.plot.y, field.y(max(near)) - label) if near else field.plot.bottom
            end = self.job.box.right if index == field.count - 1 else slot.right
            x = self.job.box.x if index == 0 else slot.x
            yield Box(x, top, end - x, field.plot.bottom - top)


def _alone(values: Values, index: int) -> bool:
    """Whether a point has no neighbour to be joined with."""
    before = values[index - 1] if index else None
    after = values[index + 1] if index + 1 < len(values) else None
    return before is None and after is None
