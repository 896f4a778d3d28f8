"""What a person says of a template, found in it: the layout for a sort of slide, and which placeholder is which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.errors import Findings
from generator.geometry import Box, mm, pt
from generator.page.text import Anchor, Inset
from generator.source import Span
from generator.theme.foreign.design import Design, ForeignLayout, ForeignPlaceholder, LevelLook
from generator.theme.foreign.mapping import Corners, Hints
from generator.theme.foreign.naming import SORTS
from generator.theme.foreign.offers import TITLES, Offer, told
from generator.theme.foreign.regions import LOWEST, NARROWEST, Region
from generator.theme.stage import CONTENT, DIVIDER, PANEL, QUOTE, TITLE_ONLY, TITLE_SLIDE, scale_of

WORDS = {sort: key for key, sort in SORTS.items()}
"""What mappings call the sorts of slides."""
PURPOSES = {
    CONTENT: "content",
    TITLE_SLIDE: "title slides",
    TITLE_ONLY: "a title alone",
    DIVIDER: "section openings",
    PANEL: "a large number",
    QUOTE: "quotes",
}
"""What people are told that a layout is for."""
ADVICE = (
    "in PowerPoint, View > Slide Master, give a layout a title placeholder at the top and a content placeholder below it; "
    "or say in a file beside the template which layout to take and where its title stands: `rolecast theme map` writes it to edit"
)
SLACK = mm(1)
"""By how much a region may leave the slide: somebody rounded."""
TITLE_SIZE = 28
"""Points on the canvas, of a title that takes after nothing."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person says, and of what."""

    design: Design
    hints: Hints
    span: Span
    """Of the mapping, where there is one."""

    def layout(self, offers: Sequence[Offer], sort: str, findings: Findings) -> Offer | None:
        """The layout that is named for a sort of slide; None where none is, or with an error (M042) where there is none."""
        wish = self.hints.layout(sort)
        if wish is None:
            return None
        found = next((offer for offer in offers if _is(offer, wish)), None)
        if found is None:
            message = f"the template has no layout {wish!r}, which is named for {WORDS[sort]!r}"
            known = ", ".join(f"{offer.layout.number} {offer.layout.name!r}" for offer in offers)
            findings.error("M042", self.span, message, f"it has: {known}")
        return found

    def placed(self, offer: Offer, sort: str, findings: Findings) -> Offer:
        """The layout with the placeholders that are named for a sort of slide; errors (M043) for those that are not there."""
        for key, wish in self.hints.places_of(sort):
            place = self._title(offer.layout, wish) if isinstance(wish, tuple) else _place(offer.layout, wish)
            if place is None:
                message = f"layout {offer.layout.name!r} has no usable placeholder {wish!r}, which is named as its {key}"
                findings.error("M043", self.span, message, f"it has: {described(offer)}")
            else:
                offer = offer.with_place(key, place)
        if offer.title is None:
            message = f"layout {offer.layout.name!r} has no title placeholder, and is named for {WORDS[sort]!r}"
            findings.error("M043", self.span, message, f"it has: {described(offer)}; {ADVICE}")
        return offer

    def regions_stand(self, findings: Findings) -> bool:
        """Whether the regions that are named lie on the slide and have room for a block; errors (M045) for the others."""
        slide, scale, before = self.design.size, scale_of(self.design.size), len(findings.errors)
        size = f"{slide.w.mm / 10:.4g} x {slide.h.mm / 10:.4g} cm"
        for key, corners in self.hints.regions.items():
            box = area(corners)
            least = f"{(NARROWEST * scale).mm / 10:.3g} x {(LOWEST * scale).mm / 10:.3g} cm"
            if min(box.x, box.y) < SLACK * -1 or box.right > slide.w + SLACK or box.bottom > slide.h + SLACK:
                findings.error("M045", self.span, f"the region for {key!r} leaves the slide", f"the slide is {size}")
            elif not Region(box).is_roomy(slide):
                findings.error("M045", self.span, f"the region for {key!r} is too small for blocks", f"{least} are the least")
        return len(findings.errors) == before

    def _title(self, layout: ForeignLayout, corners: Corners) -> ForeignPlaceholder:
        """A title where a layout has no place for one: it takes after the master's."""
        box = area(corners)
        own = self.design.master_of(layout).placeholder(*TITLES)
        if own is not None:
            return replace(own, type="title", box=box, attributes=(("type", "title"),), rotation=0.0, problem="")
        size = pt(TITLE_SIZE) * scale_of(self.design.size)
        look = LevelLook(size, layout.colour("dk1"), "+mj-lt", bold=True)
        return ForeignPlaceholder("title", 0, "Title", (("type", "title"),), box, (look,) * 5, Anchor.BOTTOM, Inset())


def area(corners: Corners) -> Box:
    """An area that is told in centimetres."""
    return Box(*(mm(value * 10) for value in corners))


def described(offer: Offer) -> str:
    """The usable placeholders of a layout."""
    return "; ".join(told(place) for place in offer.layout.placeholders if place.usable) or "no placeholder"


def _is(offer: Offer, wish: str | int) -> bool:
    layout = offer.layout
    if isinstance(wish, int):
        return layout.number == wish
    return wish.strip() in (layout.name, layout.part.rpartition("/")[2].removesuffix(".xml"))


def _place(layout: ForeignLayout, wish: int | str) -> ForeignPlaceholder | None:
    return next((place for place in layout.placeholders if wish in (place.idx, place.name) and place.usable), None)
