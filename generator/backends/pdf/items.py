"""The one function that draws an item: whoever tags a PDF begins here, where story order, words and language are known."""

from __future__ import annotations

from typing import assert_never

from generator.backends.pdf.charts import draw_chart
from generator.backends.pdf.pictures import draw_picture
from generator.backends.pdf.shapes import draw_shape
from generator.backends.pdf.surface import Surface
from generator.backends.pdf.tables import draw_table
from generator.backends.pdf.text import draw_body
from generator.page.items import ChartItem, GroupItem, Item, PictureItem, ShapeItem, TableItem, TextItem


def draw_item(surface: Surface, item: Item) -> None:
    """Draw an item, and what is in it, in reading order."""
    match item:
        case TextItem():
            draw_body(surface, item.body, item.box)
            _lead(surface, item, item.link)
        case ShapeItem():
            draw_shape(surface, item)
            _lead(surface, item, item.link)
        case TableItem():
            draw_table(surface, item)
        case ChartItem():
            draw_chart(surface, item)
        case PictureItem():
            draw_picture(surface, item)
        case GroupItem():
            for part in item.items:
                draw_item(surface, part)
            _lead(surface, item, item.link)
        case _:
            assert_never(item)


def _lead(surface: Surface, item: Item, target: str) -> None:
    """Make the whole of `item` a link, described by its alternative text or else its words."""
    if target:
        surface.link(item.box, target, item.mark.alt or " ".join(_words(item).split()) or target)


def _words(item: Item) -> str:
    match item:
        case TextItem():
            return item.body.text
        case ShapeItem():
            return item.body.text if item.body else ""
        case GroupItem():
            return " ".join(_words(part) for part in item.items)
        case TableItem() | ChartItem() | PictureItem():
            return ""
        case _:
            assert_never(item)
