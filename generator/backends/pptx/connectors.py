"""Lines that stay glued to their shapes: written once everything on the slide has its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from generator.backends.pptx.markup import Element, add, name
from generator.page.glue import Side
from generator.page.items import GroupItem, Item, PictureItem, ShapeItem, TextItem
from generator.page.shapes import Chevron, Corners, Ellipse, Geometry, Hexagon, Path, Rectangle, Rule

_AROUND = {Side.TOP: 0, Side.LEFT: 1, Side.BOTTOM: 2, Side.RIGHT: 3}
_EIGHT = {Side.TOP: 0, Side.LEFT: 2, Side.BOTTOM: 4, Side.RIGHT: 6}
_FROM_RIGHT = {Side.RIGHT: 0, Side.BOTTOM: 1, Side.LEFT: 2, Side.TOP: 3}
_TIPS = {Side.RIGHT: 0, Side.LEFT: 3}


def glue_connectors(tree: Element, items: Iterable[Item]) -> None:
    """Name in each connector of a shape tree the shapes that its ends are glued to, and their connection sites.

    Raises KeyError for a side of a shape that has no site.
    """
    held = {item.mark.id: item for item in _flat(items)}
    connectors = [i for i in held.values() if isinstance(i, ShapeItem) and isinstance(i.geometry, Rule) and _is_glued(i.geometry)]
    if not connectors:
        return
    written = {str(node.get("name")): node for node in tree.iter(name("p:cNvPr"))}
    for item in connectors:
        assert isinstance(item.geometry, Rule)
        properties = written[item.mark.id].getnext()
        assert properties is not None
        for tag, glue in (("a:stCxn", item.geometry.start), ("a:endCxn", item.geometry.end)):
            if glue:
                site = _sites(held[glue.item])[glue.side]
                add(properties, tag, id=str(written[glue.item].get("id")), idx=site)


def _is_glued(rule: Rule) -> bool:
    return bool(rule.start or rule.end)


def _flat(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, GroupItem):
            yield from _flat(item.items)


def _sites(item: Item) -> Mapping[Side, int]:
    """The numbers of an item's connection sites by side."""
    if isinstance(item, ShapeItem):
        return _sites_of(item.geometry)
    return _AROUND if isinstance(item, TextItem | PictureItem) else {}


def _sites_of(geometry: Geometry) -> Mapping[Side, int]:
    """As the preset shapes number them (ECMA-376, presetShapeDefinitions); free forms have none."""
    match geometry:
        case Rectangle(radius=radius, corners=corners):
            return _FROM_RIGHT if radius and corners is Corners.TOP else _AROUND
        case Ellipse():
            return _EIGHT
        case Hexagon():
            return _TIPS
        case Chevron():
            return _AROUND
        case Rule() | Path():
            return {}
        case _:
            assert_never(geometry)
