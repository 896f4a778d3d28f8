"""The drawing itself: columns or bars in a box, sized so that no label touches another."""

from __future__ import annotations

from dataclasses import dataclass

from generator.block import Overflow
from generator.geometry import Box, Length, inch, pt
from generator.kit import Kit
from generator.page.items import ChartForm, ChartItem, Datum, Stroke
from generator.page.text import Style

COLUMN_GAP, BAR_GAP = 43, 37
"""Space between columns and bars as a percentage of their width."""
NBSP = "\u00a0"
LOW = inch(1.5)
"""A drawing lower than this shows nothing."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A series of numbers by category, its unit, and the categories that matter."""

    series: str
    data: tuple[tuple[str, float], ...]
    unit: str
    emphasis: frozenset[str]

    @property
    def decimals(self) -> int:
        """As many decimals as the most precise number has, two at most."""
        texts = [f"{value:.2f}".rstrip("0").rstrip(".") for _, value in self.data]
        return max((len(t.split(".")[1]) for t in texts if "." in t), default=0)

    @property
    def format(self) -> str:
        """The number format as spreadsheets write it."""
        number = "0" + ("." + "0" * self.decimals if self.decimals else "")
        return number + (f'"{NBSP}{self.unit}"' if self.unit else "")

    def label(self, value: float) -> str:
        """A number as the format shows it."""
        return f"{value:.{self.decimals}f}" + (f"{NBSP}{self.unit}" if self.unit else "")

    @property
    def spread(self) -> tuple[float, float]:
        """The least and the greatest value, zero included."""
        values = [value for _, value in self.data]
        return min(0.0, *values), max(0.0, *values) or 1.0

    def alt(self) -> str:
        """All values in words."""
        return f"{self.series}: " + "; ".join(f"{name} {self.label(value)}" for name, value in self.data)


@dataclass(frozen=True, slots=True)
class Sizes:
    """The largest and smallest type of names, the type of values, and the space between text and plot."""

    name: Length
    least: Length
    value: Length
    gap: Length

    @classmethod
    def slide(cls) -> Sizes:
        """Sizes on a slide."""
        return cls(pt(18), pt(12), pt(24), inch(0.12))

    def names(self, kit: Kit) -> tuple[Length, ...]:
        """Sizes for names from the largest down."""
        return (self.name,) if self.name == self.least else kit.theme.sizes(self.name.pt, self.least.pt)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn chart and, from the left, how high above the box's top each column's label begins."""

    items: tuple[ChartItem, ...]
    tops: tuple[tuple[Length, Length], ...]
    """For each column: its left edge and the y above which nothing of it stands."""


def columns(kit: Kit, figures: Figures, box: Box, sizes: Sizes) -> Drawing | Overflow:
    """Columns with names below; Overflow where the names do not fit, so that bars are better."""
    pitch = box.w / len(figures.data)
    for size in sizes.names(kit):
        style = kit.style(size)
        widest = max(kit.width(word, style) for name, _ in figures.data for word in name.split() or [""])
        wrapped = max(len(kit.body([kit.para(name, style)], pitch * 0.94).lines) for name, _ in figures.data)
        value = min(sizes.value, size * (24 / 18))
        values = max(kit.width(figures.label(v), kit.style(value, bold=True)) for _, v in figures.data)
        if widest <= pitch * 0.94 and wrapped <= 2 and values <= pitch:
            return _columns(kit, figures, box, style, (value, size * (1.2 * wrapped) + sizes.gap))
    return Overflow(box.h * 2, box.h)


def _columns(kit: Kit, figures: Figures, box: Box, style: Style, room: tuple[Length, Length]) -> Drawing | Overflow:
    value, names = room
    if box.h - names < LOW:
        return Overflow(LOW + names, box.h)
    plot = box.cut_bottom(names)[0]
    label = value * 1.45
    least, most = figures.spread
    share = plot.h.ratio(plot.h - label * (2 if least < 0 else 1))
    low, high = least * share, most * share
    data = tuple(_datum(kit, figures, name, v, (value, style)) for name, v in figures.data)
    pitch = plot.w / len(data)
    scale = plot.h / (high - low)
    tops = tuple((plot.x + pitch * i, plot.bottom - scale * (max(0.0, d.value) - low) - label) for i, d in enumerate(data))
    item = ChartItem(
        kit.mark("chart", figures.alt()), box, ChartForm.COLUMN, figures.series, data, plot, low, high, COLUMN_GAP, figures.format,
        Stroke(kit.theme.named["neutral"], pt(1)),
    )  # fmt: skip
    return Drawing((item,), tops)


def bars(kit: Kit, figures: Figures, box: Box, sizes: Sizes) -> Drawing | Overflow:
    """Bars from top to bottom with names at their left."""
    row = box.h / len(figures.data)
    for size in sizes.names(kit):
        if size * 1.2 > row:
            continue
        style = kit.style(size)
        widest = max(kit.width(name, style) for name, _ in figures.data) + pt(8)
        if widest <= box.w * 0.45:
            return _bars(kit, figures, box, style, (min(sizes.value, size * (20 / 18)), widest))
    return Overflow(sizes.least * 1.2 * len(figures.data), box.h)


def _bars(kit: Kit, figures: Figures, box: Box, style: Style, room: tuple[Length, Length]) -> Drawing:
    value, names = room
    plot = box.cut_left(names)[1]
    label = max(kit.width(figures.label(v), kit.style(value, bold=True)) for _, v in figures.data) + pt(8)
    least, most = figures.spread
    share = plot.w.ratio(plot.w - label * (2 if least < 0 else 1))
    data = tuple(_datum(kit, figures, name, v, (value, style)) for name, v in figures.data)
    item = ChartItem(
        kit.mark("chart", figures.alt()), box, ChartForm.BAR, figures.series, data, plot, least * share, most * share, BAR_GAP,
        figures.format, Stroke(kit.theme.named["neutral"], pt(1)),
    )  # fmt: skip
    return Drawing((item,), ())


def _datum(kit: Kit, figures: Figures, name: str, value: float, styles: tuple[Length, Style]) -> Datum:
    strong = name in figures.emphasis or not figures.emphasis
    size, names = styles
    colour = kit.accent if strong else kit.quiet
    return Datum(name, value, kit.accent if strong else kit.mute, figures.label(value), kit.style(size, colour, bold=True), names)
