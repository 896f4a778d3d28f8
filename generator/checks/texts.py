"""Every set text of a page with the box it stands in, the ground under it and the item it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from generator.checks.covering import covers
from generator.geometry import Box
from generator.page.colour import Colour
from generator.page.items import ChartItem, GroupItem, Item, Mark, PictureItem, ShapeItem, TableItem, TextItem
from generator.page.pages import Document, Master, Page
from generator.page.text import TextBody

_Painted: TypeAlias = ShapeItem | PictureItem


@dataclass(frozen=True, slots=True)
class SetText:
    """A text in its box on its ground."""

    mark: Mark
    box: Box
    body: TextBody
    ground: Colour
    slot: str = ""
    pictured: bool = False
    """Whether a picture lies below, so that nobody knows the ground's colour."""


def flat(items: tuple[Item, ...]) -> Iterator[Item]:
    """The items with groups opened, in painting order."""
    for item in items:
        if isinstance(item, GroupItem):
            yield from flat(item.items)
        else:
            yield item


def charts(page: Page) -> Iterator[ChartItem]:
    """The charts of a page, whose words are no set texts."""
    return (item for item in flat(page.items) if isinstance(item, ChartItem))


def texts(page: Page, master: Master) -> Iterator[SetText]:
    """Every text of `page` in reading order."""
    ground = page.background or (master.layout(page.layout).background if page.layout else Colour("lt1"))
    painted = [
        item
        for item in flat(_drawn(page, master))
        if isinstance(item, PictureItem) or (isinstance(item, ShapeItem) and item.fill)
    ]
    for item in flat(page.items):
        match item:
            case ShapeItem():
                if item.fill:
                    painted.append(item)
                if item.body:
                    below = (item.fill, False) if item.fill else _under(painted, item.box, ground)
                    yield SetText(item.mark, item.box, item.body, below[0], pictured=below[1])
            case TextItem():
                below = _under(painted, item.box, ground)
                yield SetText(item.mark, item.box, item.body, below[0], item.slot, below[1])
            case TableItem():
                yield from _cells(item, painted, ground)
            case ChartItem() | GroupItem():
                pass


def _drawn(page: Page, master: Master) -> tuple[Item, ...]:
    """What somebody else's layout draws below the page's own items; grounds that we draw are the page's background."""
    return (*master.layout(page.layout).items, *page.beneath) if page.layout and master.package else ()


def spoken(page: Page, document: Document) -> Iterator[tuple[Mark, TextBody]]:
    """Every set text of a page, and of its layout, with the item that says it."""
    layout = document.master.layout(page.layout) if page.layout else None
    for item in flat((*(layout.items if layout else ()), *page.beneath, *page.items)):
        match item:
            case ShapeItem() | TextItem():
                if item.body:
                    yield item.mark, item.body
            case TableItem():
                yield from ((item.mark, cell.body) for row in item.rows for cell in row.cells)
            case _:
                pass


def said(page: Page, document: Document) -> Iterator[tuple[Mark, str]]:
    """Every text of a page and its layout, those of charts too, with the item that says it."""
    yield from ((mark, body.text) for mark, body in spoken(page, document))
    for chart in charts(page):
        labels = (datum.label for series in chart.series for datum in series.data)
        yield from ((chart.mark, text) for text in (*chart.categories, *labels))


def _cells(table: TableItem, painted: list[_Painted], ground: Colour) -> Iterator[SetText]:
    y = table.box.y
    for row in table.rows:
        x = table.box.x
        for width, cell in zip(table.columns, row.cells, strict=True):
            box = Box(x, y, width, row.height)
            below = (cell.fill, False) if cell.fill else _under(painted, box, ground)
            yield SetText(table.mark, box, cell.body, below[0], pictured=below[1])
            x = x + width
        y = y + row.height


def _under(painted: list[_Painted], box: Box, ground: Colour) -> tuple[Colour, bool]:
    """The fill that lies on top under the middle of `box`, the page's where there is none; and whether it is a picture's."""
    x, y = box.x + box.w / 2, box.y + box.h / 2
    for thing in reversed(painted):
        if isinstance(thing, PictureItem):
            if thing.box.x <= x <= thing.box.right and thing.box.y <= y <= thing.box.bottom:
                return ground, True
        elif thing.fill and covers(thing, x, y):
            return thing.fill, False
    return ground, False
