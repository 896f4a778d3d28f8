"""What a page is made of: a closed union of items, each stating every visible decision.

Reading order is the order of a page's items; what comes later lies on top.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from generator.geometry import ZERO, Box, Length
from generator.page.colour import Colour
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


class Corners(StrEnum):
    """Which corners of a rectangle are round."""

    ALL = "all"
    TOP = "top"


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle, with round corners of the given radius."""

    radius: Length = ZERO
    corners: Corners = Corners.ALL


@dataclass(frozen=True, slots=True)
class Ellipse:
    """The ellipse that fills the box."""


@dataclass(frozen=True, slots=True)
class Hexagon:
    """A hexagon with points left and right, the points `tip` long."""

    tip: Length


@dataclass(frozen=True, slots=True)
class Chevron:
    """An arrow-shaped step whose point is `tip` long; the first of a row is flat on the left."""

    tip: Length
    flat_left: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line from the top left of the box to its bottom right; one side of the box is zero."""


class Verb(StrEnum):
    """The commands of a path."""

    MOVE = "move"
    LINE = "line"
    CURVE = "curve"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Command:
    """A path command and its points, as x, y pairs in the path's own units: 1 for move and line, 3 for curve, 0 for close."""

    verb: Verb
    points: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A free form drawn on a grid of `width` x `height` units that is stretched to the box."""

    commands: tuple[Command, ...]
    width: float
    height: float


Geometry: TypeAlias = Rectangle | Ellipse | Hexagon | Chevron | Rule | Path


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


class ChartForm(StrEnum):
    """How a chart's values are drawn."""

    COLUMN = "column"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class Datum:
    """One category of a chart: its value, how it is drawn, and the label that stands at its end."""

    category: str
    value: float
    colour: Colour
    label: str
    label_style: Style
    category_style: Style


@dataclass(frozen=True, slots=True)
class ChartItem:
    """A native chart of one series, labelled directly: no value axis, no grid, no legend.

    `plot` is where the columns or bars stand, on the page. Category names stand centred in the strip below it (columns), or
    right-aligned 6 pt left of it (bars, the first category on top). All data share one `category_style`.
    """

    mark: Mark
    box: Box
    form: ChartForm
    series: str
    data: tuple[Datum, ...]
    plot: Box
    low: float
    high: float
    gap: int
    """Space between columns as a percentage of a column's width."""
    number_format: str
    """As spreadsheets write it, for example `0" %"`."""
    axis: Stroke


@dataclass(frozen=True, slots=True)
class GroupItem:
    """Items that move together, such as an icon's disc and strokes. `box` is the union of theirs."""

    mark: Mark
    box: Box
    items: tuple[Item, ...]
    link: str = ""


Item: TypeAlias = TextItem | ShapeItem | TableItem | ChartItem | GroupItem
