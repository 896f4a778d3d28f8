"""Which layout a slide stands on: the one asked for, else by a written rule that the build report repeats.

The rules: a title slide stands on `Title Slide`, a section's opening on `Divider`, every other slide on the sort that its main
block's kind names (`layout` of its class). A theme says which of its layouts each sort is.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import Findings, did_you_mean
from generator.outline.model import Slide, SlideKind
from generator.theme.stage import DIVIDER, PANEL, TITLE_SLIDE, Spot, Stage


@dataclass(frozen=True, slots=True)
class Choice:
    """A slide's spot, and the rule by which it was chosen."""

    spot: Spot
    rule: str


def choose(stage: Stage, slide: Slide, findings: Findings) -> Choice:
    """The slide's spot. L006 (a warning) where the one asked for does not exist or cannot hold the slide."""
    sort, why = _by_rule(slide)
    wish = slide.layout
    if wish is None:
        spot = stage.spot(sort)
        named = f"the theme's layout for {sort!r}, {spot.layout!r}" if spot.layout != sort else f"{sort!r}"
        return Choice(spot, f"{why} on {named}")
    refusal = _refusal(stage, wish.name, sort)
    if not refusal:
        return Choice(stage.spot(wish.name), f"asked for at {wish.span}")
    findings.warning("L006", wish.span, refusal[0], refusal[1])
    return Choice(stage.spot(sort), f"{why} on {sort!r}, since {refusal[0]}")


def _by_rule(slide: Slide) -> tuple[str, str]:
    match slide.kind:
        case SlideKind.COVER:
            return TITLE_SLIDE, "a title slide stands"
        case SlideKind.DIVIDER:
            return DIVIDER, "a section's opening stands"
        case SlideKind.BODY:
            main = slide.blocks[0]
            return main.layout, f"a slide whose main block is {main.kind!r} stands"


def _refusal(stage: Stage, name: str, sort: str) -> tuple[str, str] | None:
    """Why a layout cannot be had, and the way out; None if it can."""
    if name not in stage.spots:
        room = "" if stage.own else " with room for blocks"
        return f"this theme has no layout {name!r}{room}", did_you_mean(name, stage.spots)
    if stage.own and (name == PANEL) != (sort == PANEL):
        return f"layout {name!r} does not hold what stands on {sort!r}", f"leave `layout` out, or choose another than {PANEL!r}"
    if stage.own and _opens(name) != _opens(sort):
        return f"layout {name!r} is not for a slide of this sort", "leave `layout` out, or choose one of the same sort"
    return None


def _opens(name: str) -> str:
    """What a layout of ours opens: title slides and dividers are drawn, other slides are filled."""
    return next((sort for sort in (TITLE_SLIDE, DIVIDER) if name.startswith(sort)), "")
