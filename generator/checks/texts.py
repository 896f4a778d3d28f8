"""Every set text of a page with the box it stands in, the ground under it and the item it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.covering import covers
from generator.geometry import Box
from generator.page.colour import Colour
from generator.page.items import ChartItem, GroupItem, Item, Mark, ShapeItem, TableItem, TextItem
from generator.page.pages import Master, Page
from generator.page.text import TextBody


@dataclass(frozen=True, slots=True)
class SetText:
    """A text in its box on its ground."""

    mark: Mark
    box: Box
    body: TextBody
    ground: Colour
    slot: str = ""


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
    painted: list[ShapeItem] = []
    for item in flat(page.items):
        match item:
            case ShapeItem():
                if item.fill:
                    painted.append(item)
                if item.body:
                    yield SetText(item.mark, item.box, item.body, item.fill or _under(painted, item.box, ground))
            case TextItem():
                yield SetText(item.mark, item.box, item.body, _under(painted, item.box, ground), item.slot)
            case TableItem():
                yield from _cells(item, painted, ground)
            case ChartItem() | GroupItem():
                pass


def _cells(table: TableItem, painted: list[ShapeItem], ground: Colour) -> Iterator[SetText]:
    y = table.box.y
    for row in table.rows:
        x = table.box.x
        for width, cell in zip(table.columns, row.cells, strict=True):
            box = Box(x, y, width, row.height)
            yield SetText(table.mark, box, cell.body, cell.fill or _under(painted, box, ground))
            x = x + width
        y = y + row.height


def _under(painted: list[ShapeItem], box: Box, ground: Colour) -> Colour:
    """The fill that lies on top under the middle of `box`; the page's where there is none."""
    x, y = box.x + box.w / 2, box.y + box.h / 2
    return next((shape.fill for shape in reversed(painted) if shape.fill and covers(shape, x, y)), ground)
