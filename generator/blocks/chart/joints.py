"""Where a chart is parted when it has no room: between its categories, between the words beside it, within them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.block import halves
from generator.blocks._parting import parted
from generator.blocks.chart.figures import Values
from generator.notation.inline import Rich

MANY, SEVERAL, FEWEST = 12, 6, 2
"""More categories than these are parted before anything else: always, and beside few words; fewer than the last never are."""
FEW_LETTERS, LONG_TEXT = 200, 60
"""Fewer letters are few words; shorter texts are not parted."""
Rows = tuple[tuple[str, Values], ...]
Cut = tuple[Mapping[str, Any], Mapping[str, Any]]
"""What changes of a chart in its first and in its second half."""


def between_categories(rows: Rows, spread: tuple[float, float]) -> Cut:
    """The earlier categories with all words, and the later ones alone, drawn on the scale of both."""
    earlier, later = halves(rows)
    alone = {"loaded": later, "spread": spread, "finding": None, "points": ()}
    return {"loaded": earlier, "spread": spread}, alone


def first_between_categories(count: int, finding: Any, points: tuple[Any, ...]) -> bool:
    """Whether so many categories need the room rather than the words."""
    letters = sum(len(str(text or "")) for part in (finding, *points) if part for _, text in part if isinstance(text, Rich))
    return count > MANY or (count > SEVERAL and letters < FEW_LETTERS)


def within(part: Any, field: str) -> tuple[Any, Any] | None:
    """A finding or a point with the first half of a text and with the second."""
    text: Rich | None = getattr(part, field) if part else None
    cut = parted(text) if text and len(str(text)) > LONG_TEXT else None
    return (part.model_copy(update={field: cut[0]}), part.model_copy(update={field: cut[1]})) if cut else None


def between_words(finding: Any, points: tuple[Any, ...]) -> Cut | None:
    """The finding, then the points; the points in halves; or halves of the only one's text. None for short words."""
    if finding and points:
        return {"points": ()}, {"finding": None}
    if len(points) > 1:
        first, second = halves(points)
        return {"points": first}, {"points": second}
    if found := within(finding, "text"):
        return {"finding": found[0]}, {"finding": found[1]}
    if points and (found := within(points[0], "text") or within(points[0], "lead")):
        return {"points": (found[0],)}, {"points": (found[1],)}
    return None
