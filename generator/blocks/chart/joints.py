"""What stands beside a chart, and where a chart is parted that has no room: between categories, between words, within them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from generator.block import Part, halves
from generator.blocks._parting import parted
from generator.blocks.chart.figures import Values
from generator.notation.inline import Rich, Text

MANY, SEVERAL, FEWEST = 12, 6, 2
"""More categories than these are parted before anything else: always, and beside few words; fewer than the last never are."""
FEW_LETTERS, LONG_TEXT = 200, 60
"""Fewer letters are few words; shorter texts are not parted."""
Rows = tuple[tuple[str, Values], ...]
Cut = tuple[Mapping[str, object], Mapping[str, object]]
"""What changes of a chart in its first and in its second half."""
P = TypeVar("P", bound=Part)


class Finding(Part):
    """What the chart shows, as a number and the words that go with it."""

    value: Text
    text: Text


class Consequence(Part):
    """What follows from the numbers."""

    lead: Text
    text: Text | None = None


def between_categories(rows: Rows, spread: tuple[float, float]) -> Cut:
    """The earlier categories with all words, and the later ones alone, drawn on the scale of both."""
    earlier, later = halves(rows)
    alone: Mapping[str, object] = {"loaded": later, "spread": spread, "finding": None, "points": ()}
    return {"loaded": earlier, "spread": spread}, alone


def first_between_categories(count: int, finding: Finding | None, points: tuple[Consequence, ...]) -> bool:
    """Whether so many categories need the room rather than the words."""
    texts = [finding.value, finding.text] if finding else []
    texts += [text for point in points for text in (point.lead, point.text) if text]
    return count > MANY or (count > SEVERAL and sum(len(str(text)) for text in texts) < FEW_LETTERS)


def between_words(finding: Finding | None, points: tuple[Consequence, ...]) -> Cut | None:
    """The finding, then the points; the points in halves; or halves of the only one's text. None for short words."""
    if finding and points:
        return {"points": ()}, {"finding": None}
    if len(points) > 1:
        first, second = halves(points)
        return {"points": first}, {"points": second}
    if finding and (found := _within(finding, "text", finding.text)):
        return {"finding": found[0]}, {"finding": found[1]}
    if points and (told := _within(points[0], "text", points[0].text) or _within(points[0], "lead", points[0].lead)):
        return {"points": (told[0],)}, {"points": (told[1],)}
    return None


def _within(part: P, field: str, text: Rich | None) -> tuple[P, P] | None:
    """A finding or a point with the first half of a text and with the second."""
    cut = parted(text) if text and len(str(text)) > LONG_TEXT else None
    return (part.model_copy(update={field: cut[0]}), part.model_copy(update={field: cut[1]})) if cut else None
