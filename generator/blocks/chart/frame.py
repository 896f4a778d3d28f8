"""What stands around a chart: the finding, what follows from it, and the source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.block import Overflow
from generator.blocks._room import legible, need, whole
from generator.blocks.chart.drawing import Drawing
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import GAP, Kit
from generator.notation.inline import Fragment, Rich
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

SOURCE = inch(0.34)
SIDE = 3.911 / 12.133
CORNER = inch(1.55)
INSET = inch(0.3)
WIDE = inch(9.5)
"""From this width on there is room for a panel at the side."""

Said = tuple[Rich, Rich | None]


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a chart."""

    finding: tuple[Rich, Rich] | None
    points: tuple[Said, ...]
    source: Rich | None
    illustrative: bool

    def source_line(self, kit: Kit) -> Rich:
        """The source, and that the numbers are made up where they are and it does not say so itself."""
        text = self.source or Rich(())
        if not self.illustrative or "llustrative" in str(text):
            return text
        made_up = kit.words.say("illustrative")
        return Rich((*text.fragments, Fragment(f" · {made_up}"))) if text else Rich.plain(made_up)


Draw = Callable[[Box], Drawing | Overflow]


def told_height(kit: Kit, told: Told, width: Length) -> Length:
    """The height of the source line on a sheet."""
    text = told.source_line(kit)
    return kit.height([kit.para(text, kit.style(kit.sheet.note))], width) + kit.sheet.padding if text else ZERO


def framed(kit: Kit, told: Told, box: Box, draw: Draw, free_corner: bool) -> tuple[Item, ...] | Overflow:
    """The drawing with its words: the finding in a free corner, at the side, or above where there is no side."""
    source, body = _source(kit, told, box)
    if told.finding is None and not told.points:
        drawn = draw(body)
        return drawn if isinstance(drawn, Overflow) else (*drawn.items, *source)
    if free_corner and told.finding:
        drawn = draw(body)
        corner = _corner(drawn, body) if not isinstance(drawn, Overflow) else None
        if corner and not isinstance(drawn, Overflow):
            words = _beside(kit, told.finding, corner)
            if words:
                return (*drawn.items, *words, *source)
    if box.w >= WIDE:
        left, right = body.cut_right(body.w * SIDE, GAP * 1.5)
        drawn = draw(left)
        panel = _panel(kit, told, Box(right.x, right.y, right.w, box.bottom - right.y))
        if isinstance(drawn, Overflow) or isinstance(panel, Overflow):
            return drawn if isinstance(drawn, Overflow) else panel
        return (*drawn.items, *panel, *source)
    return _above(kit, told, body, draw, source)


def _source(kit: Kit, told: Told, box: Box) -> tuple[tuple[Item, ...], Box]:
    text = told.source_line(kit)
    if not text:
        return (), box
    style = kit.style(pt(12), kit.quiet)
    paragraph = kit.para(text, style)
    height = max(SOURCE, need(kit, [paragraph], box.w) + inch(0.1))
    body, strip = box.cut_bottom(height)
    return (kit.text("source", strip, [paragraph], anchor=Anchor.BOTTOM),), body


def _corner(drawn: Drawing, body: Box) -> Box | None:
    """The upper right corner from the third column on, if all columns there leave it free."""
    if len(drawn.tops) < 4:
        return None
    for first in (2, 1, 3):
        free = min((top for _, top in drawn.tops[first:]), default=body.y)
        if first < len(drawn.tops) - 1 and free >= body.y + CORNER + inch(0.1):
            x = drawn.tops[first][0]
            return Box(x, body.y, body.right - x, CORNER)
    return None


def _beside(kit: Kit, finding: tuple[Rich, Rich], box: Box) -> tuple[Item, ...]:
    """Number and words side by side on a tint; nothing where they do not fit."""
    value, text = finding
    for number, size in ((60, 20), (44, 20), (36, 18), (28, 18)):
        style = kit.style(pt(number), legible(kit, kit.role, kit.tint()), bold=True)
        width = kit.width(value, style)
        room = box.w - INSET * 2 - width - inch(0.25)
        words = kit.para(text, kit.style(pt(size), bold=True))
        if room >= inch(1.6) and whole(kit, [words], room) and need(kit, [words], room) <= box.h - inch(0.2):
            inner = box.inset(INSET, inch(0.1))
            return (
                kit.card("finding", box, kit.tint()),
                kit.text("finding-value", Box(inner.x, inner.y, width, inner.h), [kit.para(value, style, height=1.1)], anchor=Anchor.MIDDLE),
                kit.text("finding-text", Box(inner.right - room, inner.y, room, inner.h), [words], anchor=Anchor.MIDDLE),
            )
    return ()


def _panel(kit: Kit, told: Told, box: Box) -> tuple[Item, ...] | Overflow:
    """The finding and what follows from it, on a tint at the side."""
    inner = box.inset(INSET)
    for number, head, size in ((60, 24, 20), (44, 20, 18), (36, 18, 18)):
        finding = _finding(kit, told, number, head)
        points = [_point(kit, point, size) for point in told.points]
        if not all(whole(kit, group, inner.w) for group in (finding, *points)):
            continue
        heights = [need(kit, group, inner.w) for group in (finding, *points) if group]
        taken = Length(sum(h.emu for h in heights))
        joints = max(0, len(heights) - 1)
        if taken + inch(0.3) * joints <= inner.h:
            spare = (inner.h - taken) / joints if joints else ZERO
            return (kit.card("panel", box, kit.tint()), *_stacked(kit, [g for g in (finding, *points) if g], heights, (inner, min(spare, inch(0.75)))))
    return Overflow(taken + INSET * 2, box.h)


def _stacked(kit: Kit, groups: list[list[Paragraph]], heights: list[Length], place: tuple[Box, Length]) -> list[Item]:
    inner, gap = place
    items: list[Item] = []
    y = inner.y
    alone = len(groups) == 1
    for i, (group, height) in enumerate(zip(groups, heights, strict=True)):
        if i:
            items.append(kit.rule(f"panel-rule-{i}", inner.x, y - gap / 2, inner.w, kit.accent, 1.5))
        box = inner if alone else Box(inner.x, y, inner.w, height)
        items.append(kit.text(f"panel-{i + 1}", box, group, anchor=Anchor.MIDDLE if alone else Anchor.TOP))
        y = y + height + gap
    return items


def _finding(kit: Kit, told: Told, number: int, head: int) -> list[Paragraph]:
    if told.finding is None:
        return []
    value, text = told.finding
    style = kit.style(pt(number), legible(kit, kit.role, kit.tint()), bold=True)
    return [kit.para(value, style, height=1.1), kit.para(text, kit.style(pt(head), bold=True), before=inch(0.04))]


def _point(kit: Kit, point: Said, size: int) -> list[Paragraph]:
    lead, text = point
    head = kit.para(lead, kit.style(pt(20), bold=True), height=1.15)
    return [head, *([kit.para(text, kit.style(pt(size), kit.quiet), before=inch(0.03))] if text else [])]


def _above(kit: Kit, told: Told, body: Box, draw: Draw, source: tuple[Item, ...]) -> tuple[Item, ...] | Overflow:
    """In a narrow box: the finding as a strip, the drawing below it, the consequences last."""
    strip, rest = body.cut_top(inch(1.0), GAP) if told.finding else (None, body)
    words = _beside(kit, told.finding, strip) if told.finding and strip else ()
    points = [paragraph for point in told.points for paragraph in _point(kit, point, 18)]
    height = need(kit, points, rest.w) if points else ZERO
    if told.finding and not words:
        return Overflow(body.h * 1.5, body.h)
    if height + inch(2) > rest.h:
        return Overflow(height + inch(2), rest.h)
    rest, foot = rest.cut_bottom(height, GAP) if points else (rest, None)
    drawn = draw(rest)
    if isinstance(drawn, Overflow):
        return drawn
    below = (kit.text("consequences", foot, points),) if foot else ()
    return (*words, *drawn.items, *below, *source)
