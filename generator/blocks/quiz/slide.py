"""A quiz on a slide: options at the left, a tinted panel at the right or below them.

The slide that asks and the one that answers have the same places, so that only the answer moves.
"""

from __future__ import annotations

from dataclasses import replace

from generator.block import Overflow, Placed
from generator.blocks._bar import Bar
from generator.blocks._panel import Panel
from generator.blocks._room import choose
from generator.blocks.quiz.options import settings
from generator.blocks.quiz.panel import bars, panels
from generator.blocks.quiz.question import Question
from generator.geometry import Box, inch, pt
from generator.kit import GAP, Kit

WIDE = inch(10)
"""Boxes from this width on have the panel at the right."""
PANEL_SHARE = 3.911 / 12.133
BAR_SHARE, MOST_SHARE = 0.27, 0.5
"""What the panel takes of the height at least and at most, where it stands below."""


def place_quiz(kit: Kit, quiz: Question, box: Box) -> Placed | Overflow:
    """Fill `box`: options, then the panel; or the one of them that stands here."""
    if quiz.part == "panel":
        return _panel_alone(kit, quiz, box)
    if quiz.part:
        return _options_alone(kit, quiz, box)
    placed = _aside(kit, quiz, box) if box.w >= WIDE else _below(kit, quiz, box)
    if isinstance(placed, Placed):
        return placed
    says = quiz.answered or quiz.how  # else the panel says only what it says of every quiz
    ways = (*((_below,) if box.w >= WIDE else ()), *(() if says else (_options_alone,)))
    return next((found for way in ways if isinstance(found := way(kit, quiz, box), Placed)), placed)


def _options_alone(kit: Kit, quiz: Question, box: Box) -> Placed | Overflow:
    """The options on the whole box."""
    chosen = choose(settings(kit, quiz, box), lambda setting: setting.taken(), box.h)
    return chosen if isinstance(chosen, Overflow) else Placed(tuple(chosen.draw()))


def _panel_alone(kit: Kit, quiz: Question, box: Box) -> Placed | Overflow:
    """The panel on the whole box."""
    ways: list[Panel | Bar] = [*panels(kit, quiz, box), *bars(kit, quiz, box)]
    chosen = choose(ways, lambda each: each.taken(), box.h)
    return chosen if isinstance(chosen, Overflow) else Placed(tuple(chosen.draw()))


def _aside(kit: Kit, quiz: Question, box: Box) -> Placed | Overflow:
    left, side = box.cut_right(box.w * PANEL_SHARE, GAP)
    panel = choose(panels(kit, quiz, side), lambda each: each.taken(), side.h)
    if isinstance(panel, Overflow):
        return panel
    options = choose(settings(kit, quiz, left), lambda setting: setting.taken(), left.h)
    return options if isinstance(options, Overflow) else Placed((*options.draw(), *panel.draw()))


def _below(kit: Kit, quiz: Question, box: Box) -> Placed | Overflow:
    refused: list[Overflow] = []
    for panel in bars(kit, quiz, box):
        taken = panel.taken()
        if taken is None or taken > box.h * MOST_SHARE:
            refused.append(Overflow(box.h + (taken or pt(1)), box.h))
            continue
        upper, lower = box.cut_bottom(max(box.h * BAR_SHARE, taken), GAP)
        options = choose(settings(kit, quiz, upper), lambda setting: setting.taken(), upper.h)
        if not isinstance(options, Overflow):
            return Placed((*options.draw(), *panel.at(lower).draw()))
        refused.append(Overflow(options.need + (box.h - upper.h), box.h))
    least = min(refused, key=lambda each: each.need)
    return replace(least, need=max(least.need, box.h * 1.01))
