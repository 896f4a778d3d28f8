"""What diagrams share: lines that stay glued to their shapes."""

from __future__ import annotations

from generator.geometry import ZERO, Box
from generator.kit import Kit
from generator.page.glue import Glue, Side
from generator.page.items import ShapeItem, Stroke
from generator.page.shapes import Rule


def down(kit: Kit, name: str, ends: tuple[ShapeItem, ShapeItem], stroke: Stroke) -> ShapeItem:
    """A line from the foot of one shape to the head of the one below it, glued to both."""
    upper, lower = ends
    glued = Rule(Glue(upper.mark.id, Side.BOTTOM), Glue(lower.mark.id, Side.TOP))
    place = Box(upper.box.x + upper.box.w / 2, upper.box.bottom, ZERO, lower.box.y - upper.box.bottom)
    return kit.shape(name, place, glued, stroke=stroke)


def along(kit: Kit, name: str, shape: ShapeItem, to: ShapeItem, stroke: Stroke) -> ShapeItem:
    """A line from the right of one shape to the left of the next, glued to both."""
    glued = Rule(Glue(shape.mark.id, Side.RIGHT), Glue(to.mark.id, Side.LEFT))
    place = Box(shape.box.right, shape.box.y + shape.box.h / 2, to.box.x - shape.box.right, ZERO)
    return kit.shape(name, place, glued, stroke=stroke)
