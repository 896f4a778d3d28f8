"""What a page shows of somebody else's layout that is not on every page of it: numbers in fixed text, grounds of placeholders.

Files with masters have both from the layout itself, so these items are for formats that draw.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.geometry import Box
from generator.kit import Kit
from generator.page.items import Item, ShapeItem, TextItem
from generator.page.pages import Layout, Placeholder
from generator.page.text import NUMBER, Inset, Run
from generator.typography.lines import set_text


def framed(layout: Layout, items: Iterable[Item]) -> tuple[Item, ...]:
    """The items of a page, texts in placeholders that have a ground or an edge as large as these: files take them along."""
    frames = {place.slot: place for place in layout.placeholders if place.framed}
    return tuple(
        _framed(item, frames[item.slot]) if isinstance(item, TextItem) and item.slot in frames else item for item in items
    )


def _framed(item: TextItem, frame: Placeholder) -> TextItem:
    """A text in all of its placeholder's box, the words where they were."""
    box, outer = item.box, frame.box
    left, top = min(box.x, outer.x), min(box.y, outer.y)
    whole = Box(left, top, max(box.right, outer.right) - left, max(box.bottom, outer.bottom) - top)
    inset = Inset(box.x - whole.x, box.y - whole.y, whole.right - box.right, whole.bottom - box.bottom)
    return replace(item, box=whole, body=replace(item.body, inset=inset))


def beneath(kit: Kit, layout: Layout, items: Iterable[Item], number: int) -> Iterator[Item]:
    """The layout's texts that hold the page's `number`, and the grounds and edges of the placeholders that `items` fill."""
    for text in layout.numbered:
        paragraphs = [replace(each, runs=tuple(_told(run, number) for run in each.runs)) for each in text.body.paragraphs]
        yield replace(text, body=set_text(kit.measure, paragraphs, text.box.w, text.body.anchor, text.body.inset))
    frames = {place.slot: place for place in layout.placeholders if place.framed}
    for item in items:
        if isinstance(item, TextItem) and item.slot in frames:
            frame, mark = frames[item.slot], replace(item.mark, id=f"{item.mark.id}-ground")
            yield ShapeItem(mark, item.box, frame.form, frame.fill, frame.stroke)


def _told(run: Run, number: int) -> Run:
    return replace(run, text=run.text.replace(NUMBER, str(number)))
