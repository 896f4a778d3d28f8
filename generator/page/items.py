"""What a page is made of: a closed union of items, each stating every visible decision.

Reading order is the order of a page's items; what comes later lies on top.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.geometry import ZERO, Box, Length
from generator.page.colour import Colour
from generator.page.shapes import Geometry
from generator.page.text import Style, TextBody
from generator.source import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """What an item is called and where it came from."""

    id: str
    """Stable and readable, unique on its page; becomes the shape's name in PowerPoint."""
    span: Span
    language: str
    alt: str = ""
    """What a picture-like item shows, in words. Empty: it carries text itself, or is decorative."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour and width."""

    colour: Colour
    width: Length
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class TextItem:
    """A text. With a `slot` it fills that placeholder of the page's layout, else it is a text box."""

    mark: Mark
    box: Box
    body: TextBody
    slot: str = ""
    """`title`, `subtitle`, `body`, `date`, `footer`, `number`, or empty."""
    link: str = ""


@dataclass(frozen=True, slots=True)
class ShapeItem:
    """A drawn shape, which may carry text and lead somewhere."""

    mark: Mark
    box: Box
    geometry: Geometry
    fill: Colour | None = None
    stroke: Stroke | None = None
    body: TextBody | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its text (insets included), ground and the rules above and below it."""

    body: TextBody
    fill: Colour | None = None
    above: Stroke | None = None
    below: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A table row of a fixed height."""

    height: Length
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TableItem:
    """A native table. As many cells in each row as there are `columns` (their widths, which add up to the box's)."""

    mark: Mark
    box: Box
    columns: tuple[Length, ...]
    rows: tuple[Row, ...]
    header_rows: int = 1
    header_column: bool = False


@dataclass(frozen=True, slots=True)
class Datum:
    """One value of a series: how it is drawn, and its label, empty for none. No value is a gap in a line."""

    value: float | None
    colour: Colour
    label: str
    label_style: Style
    dot: bool = False
    """Whether a line marks the point with a disc."""
    under: bool = False
    """Whether a line's label stands below its point instead of above it."""
    shift: Length = ZERO
    """How far right of its point the middle of a line's label stands."""


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one name, one for each category of its chart; lines have a stroke."""

    name: str
    data: tuple[Datum, ...]
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """What values and categories are drawn against: the ends of the values, the axis line, the categories' names."""

    low: float
    high: float
    axis: Stroke
    """Stands at zero, or at the end nearest to it."""
    names: Style | None
    """None where the categories are not named by the chart: texts beside it do."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Columns, or bars with the first category on top.

    Labels stand at their ends. Stacked, the first series is next to the axis and labels stand in the middle of their part.
    """

    scale: Scale
    gap: int
    """Space between columns as a percentage of a column's width."""
    upright: bool = True
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A line for each series, each point in the middle of its category's slot, labels above it."""

    scale: Scale
    dot: Length
    """How wide the discs of points are."""


@dataclass(frozen=True, slots=True)
class Slices:
    """The one series as slices of the disc that fills a square plot, clockwise from twelve o'clock; no labels."""

    hole: float
    """The share of the diameter that a ring leaves free; zero for a full disc."""
    seam: Stroke
    """Between slices."""


ChartForm: TypeAlias = Bars | Lines | Slices


@dataclass(frozen=True, slots=True)
class ChartItem:
    """A native chart, labelled directly: no value axis, no grid, no legend.

    `plot` is where the form stands, on the page. Category names stand centred in the strip below it, or right-aligned 6 pt left
    of it (bars that lie).
    """

    mark: Mark
    box: Box
    form: ChartForm
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    plot: Box
    number_format: str
    """As spreadsheets write it, for example `0" %"`."""


@dataclass(frozen=True, slots=True)
class Crop:
    """What is cut off a picture: the share of its width or height on each side, from 0 to 1."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class PictureItem:
    """A picture made of pixels; what is left of it after `crop` is stretched to the box. Without `alt` it is decorative.

    PNGs have 8 bits a channel or fewer, JPEGs are grey or RGB; neither carries anything but what is seen.
    """

    mark: Mark
    box: Box
    data: bytes
    format: Literal["png", "jpeg"]
    pixels: tuple[int, int]
    """The width and height of the whole picture, before cropping."""
    crop: Crop = Crop()


@dataclass(frozen=True, slots=True)
class GroupItem:
    """Items that move together, such as an icon's disc and strokes. `box` is the union of theirs."""

    mark: Mark
    box: Box
    items: tuple[Item, ...]
    link: str = ""


Item: TypeAlias = TextItem | ShapeItem | TableItem | ChartItem | PictureItem | GroupItem
