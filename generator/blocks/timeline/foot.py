"""The ground of a card's foot, which is joined to the card above it."""

from __future__ import annotations

from generator.blocks._outlines import arc, framed, line, move
from generator.geometry import Box
from generator.kit import Kit
from generator.page.items import ShapeItem
from generator.page.shapes import Command, Rectangle, Verb


def ground(kit: Kit, name: str, box: Box) -> ShapeItem:
    """A tint in `box`: rounded only where the card is, at its lower corners."""
    corner = kit.corner
    if not corner:
        return kit.shape(name, box, Rectangle(), fill=kit.tint())
    lower = box.bottom - corner
    outline = (
        move((box.x, box.y)),
        line((box.right, box.y)),
        line((box.right, lower)),
        *arc((box.right - corner, lower), corner, 0, 90),
        line((box.x + corner, box.bottom)),
        *arc((box.x + corner, lower), corner, 90, 180),
        Command(Verb.CLOSE),
    )
    return kit.shape(name, box, framed(outline)[1], fill=kit.tint())
