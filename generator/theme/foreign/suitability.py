"""How well a foreign layout suits a sort of slide, judged by its placeholders and where they are; and why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.page.colour import channels, contrast
from generator.theme.foreign.grounds import ground_under, grounds_under
from generator.theme.foreign.offers import Offer, share
from generator.theme.foreign.regions import Region, body_region, free_region
from generator.theme.stage import CONTENT, DIVIDER, PANEL, QUOTE, TITLE_ONLY, TITLE_SLIDE

LEAST_BODY = 0.2
"""The share of the slide that a place for content takes at least."""
LOWEST_TITLE = 0.42
"""How far down a title over content may stand."""
BUSY = 2.2
"""The contrast within a ground from which on it is too restless for text."""
NARROWEST_TITLE = 0.3
UNLIKE = 1.25
"""The contrast between two grounds from which on small print that can be read on one may not be on the other."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well something suits; where it does not, `score` is 0 and `why` says what is missing."""

    score: float
    why: str


def fits_content(offer: Offer, like: Offer | None) -> Fit:
    """A title at the top and a large place for content below it."""
    if offer.title is None:
        return Fit(0, "no title placeholder")
    if offer.body is None or offer.area < LEAST_BODY:
        return Fit(0, "no large placeholder for content under the title")
    if offer.low > LOWEST_TITLE:
        return Fit(0, "the title is not at the top")
    region = body_region(offer)
    unsuited = _unsuited(offer, region) or _unlike(offer, region, like)
    if unsuited:
        return Fit(0, unsuited)
    size = share(region.box, offer.slide)
    score = 0.2 + size - 0.06 * offer.spare - 0.2 * offer.pictures + (0.1 if offer.layout.type == "obj" else 0)
    return Fit(max(0.01, score), f"a title at the top and content on {size:.0%} of the slide")


def fits_title_only(offer: Offer, like: Offer | None) -> Fit:
    """A title at the top and nothing else."""
    if offer.title is None:
        return Fit(0, "no title placeholder")
    if offer.low > LOWEST_TITLE:
        return Fit(0, "the title is not at the top")
    if offer.spare or offer.pictures or offer.body:
        return Fit(0, "it has places for content too")
    region = free_region(offer)
    unsuited = _unsuited(offer, region) or _unlike(offer, region, like)
    if unsuited:
        return Fit(0, unsuited)
    alike = like is None or like.title is None or _near(offer, like)
    return Fit(
        0.5 + (0.3 if alike else 0) + (0.2 if offer.layout.type == "titleOnly" else 0), "a title at the top and nothing else"
    )


def fits_title(offer: Offer, like: Offer | None) -> Fit:
    """A large title, at most a subtitle, and little else."""
    if offer.title is None:
        return Fit(0, "no title placeholder")
    if offer.title.box.w.ratio(offer.slide.w) < NARROWEST_TITLE:
        return Fit(0, "the title is too narrow")
    typed = offer.layout.type == "title" or offer.title.type == "ctrTitle"
    if offer.area >= 0.35 and not typed:
        return Fit(0, "it is made for content")
    larger = offer.size / like.size - 1 if like and like.size else 0.0
    score = (0.4 if typed else 0) + (0.25 if any(p.type == "subTitle" for p in offer.layout.placeholders) else 0)
    score += (0.15 if offer.subtitle else 0) + max(-0.2, min(0.3, larger)) + (0.2 if 0.2 < offer.low < 0.8 else 0)
    score -= 0.06 * max(0, offer.spare - 1) + 0.1 * offer.pictures
    return Fit(max(0.0, score), "a large title" + (" and a subtitle" if offer.subtitle else ""))


def fits_divider(offer: Offer, like: Offer | None) -> Fit:
    """A title, at most a text, away from where titles of content stand or in larger type."""
    if offer.title is None:
        return Fit(0, "no title placeholder")
    if offer.title.box.w.ratio(offer.slide.w) < NARROWEST_TITLE:
        return Fit(0, "the title is too narrow")
    if offer.area >= 0.35 or offer.spare > 1:
        return Fit(0, "it is made for content")
    larger = offer.size / like.size - 1 if like and like.size else 0.0
    lower = like is None or offer.low > like.low + 0.12
    if offer.layout.type != "secHead" and not lower and larger < 0.15:
        return Fit(0, "its title looks like those over content")
    score = 0.3 + (0.4 if offer.layout.type == "secHead" else 0) + max(-0.1, min(0.3, larger)) + (0.1 if lower else 0)
    return Fit(score - 0.1 * offer.pictures - (0.5 if offer.title.type == "ctrTitle" else 0), "a title apart from content")


def fits_none(offer: Offer, like: Offer | None) -> Fit:
    """Nothing is made for this by its shape."""
    return Fit(0, "")


FITS: Mapping[str, Callable[[Offer, Offer | None], Fit]] = MappingProxyType(
    {
        CONTENT: fits_content,
        TITLE_ONLY: fits_title_only,
        TITLE_SLIDE: fits_title,
        DIVIDER: fits_divider,
        QUOTE: fits_content,
        PANEL: fits_none,
    }
)
LEAST = MappingProxyType({CONTENT: 0.01, TITLE_ONLY: 0.4, TITLE_SLIDE: 0.55, DIVIDER: 0.35})
"""The score from which on a layout is taken for its shape alone; the others are taken by name only."""


def _unsuited(offer: Offer, region: Region) -> str:
    if not region.is_roomy(offer.slide):
        box = region.box
        return f"only {max(0.0, box.w.mm) / 10:.1f} x {max(0.0, box.h.mm) / 10:.1f} cm are free for content"
    _, dark, light = grounds_under(offer.layout, region.box)
    if contrast(channels(dark), channels(light)) > BUSY:
        return "a picture lies under the content"
    return ""


def _unlike(offer: Offer, region: Region, like: Offer | None) -> str:
    """Why blocks in the colours for content cannot stand on a layout's ground; empty where they can."""
    if like is None or has_ground_of(offer, region, like):
        return ""
    return (
        f"its ground {ground_under(offer.layout, region.box)} is not that of {like.layout.name!r}, for which colours are chosen"
    )


def has_ground_of(offer: Offer, region: Region, like: Offer) -> bool:
    """Whether what can be read on the layout for content can be read on this one."""
    grounds = ground_under(offer.layout, region.box), ground_under(like.layout, body_region(like).box)
    return contrast(channels(grounds[0]), channels(grounds[1])) < UNLIKE


def _near(one: Offer, other: Offer) -> bool:
    """Whether two titles begin at about the same place."""
    assert one.title is not None and other.title is not None
    return abs(one.title.box.y.ratio(one.slide.h) - other.title.box.y.ratio(other.slide.h)) < 0.06
