"""What a foreign layout offers: which of its placeholders is the title, the body, the kicker, and where the feet are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.geometry import Box, Length, Size
from generator.theme.foreign.design import ForeignLayout, ForeignPlaceholder

TITLES = ("title", "ctrTitle")
TEXTS = ("obj", "body", "subTitle")
"""Types of placeholders that take text."""
FEET: Mapping[str, str] = {"date": "dt", "footer": "ftr", "number": "sldNum"}
"""By slot."""
LARGEST = 40
"""Points in a file: what is larger, and larger than the title, is a place for a number."""
KICKER_SHARE = 0.16
"""Of the slide's height: what is higher above a title is no kicker."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A layout and what its usable placeholders are for."""

    layout: ForeignLayout
    slide: Size
    title: ForeignPlaceholder | None
    body: ForeignPlaceholder | None
    """The largest place for content that stands below the title's upper edge."""
    subtitle: ForeignPlaceholder | None
    kicker: ForeignPlaceholder | None
    figure: ForeignPlaceholder | None
    """A text in type much larger than the title's: for a section's number."""
    feet: Mapping[str, ForeignPlaceholder]
    spare: int = 0
    """How many more placeholders for texts it has."""
    pictures: int = 0
    """How many placeholders take only pictures, charts and the like."""

    @property
    def area(self) -> float:
        """The body's share of the slide."""
        return share(self.body.box, self.slide) if self.body else 0.0

    @property
    def low(self) -> float:
        """How far down the slide the title's middle is, as a share of the height."""
        return middle(self.title.box).ratio(self.slide.h) if self.title else 0.0

    @property
    def size(self) -> float:
        """The title's type in points."""
        return self.title.look.size.pt * self.title.font_scale if self.title else 0.0

    def with_place(self, key: str, place: ForeignPlaceholder) -> Offer:
        """The same layout where a person has said which placeholder is the `title`, `body`, `subtitle` or `eyebrow`."""
        match key:
            case "title":
                return replace(self, title=place)
            case "body":
                return replace(self, body=place)
            case "subtitle":
                return replace(self, subtitle=place)
            case _:
                return replace(self, kicker=place)


def offer_of(layout: ForeignLayout, slide: Size) -> Offer:
    """Tell a layout's placeholders by their types and where they are; names and the order of shapes do not count."""
    usable = [place for place in layout.placeholders if place.usable]
    title = next((place for place in usable if place.type in TITLES), None)
    texts = [place for place in usable if place.type in TEXTS and place.orientation == "horz"]
    kicker = _kicker(title, texts, slide)
    figure = next((place for place in texts if _is_large(title, place)), None)
    texts = [place for place in texts if place is not kicker and place is not figure]
    body = max((place for place in texts if _under(title, place)), key=lambda place: share(place.box, slide), default=None)
    subtitle = next((place for place in texts if place.type == "subTitle"), None) or _nearest(title, texts)
    feet = {slot: place for slot, kind in FEET.items() if (place := layout.placeholder(kind))}
    furniture = {*TITLES, *FEET.values(), *TEXTS, "hdr", "sldImg"}
    pictures = sum(1 for place in usable if place.type not in furniture)
    spare = sum(1 for place in texts if place is not body)
    return Offer(layout, slide, title, body, subtitle, kicker, figure, feet, spare, pictures)


def share(box: Box, slide: Size) -> float:
    """How much of the slide a box takes; what lies outside does not count."""
    seen = overlap(box, Box(Length(0), Length(0), slide.w, slide.h))
    return seen.w.inches * seen.h.inches / (slide.w.inches * slide.h.inches) if seen else 0.0


def overlap(one: Box, other: Box) -> Box | None:
    """What two boxes have in common; None for nothing."""
    left, top = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Box(left, top, right - left, bottom - top) if right > left and bottom > top else None


def middle(box: Box) -> Length:
    """The y of a box's middle."""
    return box.y + box.h / 2


def _under(title: ForeignPlaceholder | None, place: ForeignPlaceholder) -> bool:
    return title is None or middle(place.box) > middle(title.box)


def _kicker(title: ForeignPlaceholder | None, texts: list[ForeignPlaceholder], slide: Size) -> ForeignPlaceholder | None:
    """A low text that stands above the title, at its side."""
    if title is None:
        return None
    above = [
        place
        for place in texts
        if place.box.h.ratio(slide.h) < KICKER_SHARE
        and middle(place.box) < middle(title.box)
        and place.box.bottom <= title.box.y + title.box.h * 0.5
        and place.box.x < title.box.right
        and place.box.right > title.box.x
    ]
    return max(above, key=lambda place: place.box.y.emu, default=None)


def _nearest(title: ForeignPlaceholder | None, texts: list[ForeignPlaceholder]) -> ForeignPlaceholder | None:
    """The text that begins next below a title, else the one that ends last above it."""
    if title is None:
        return None
    below = min((place for place in texts if _under(title, place)), key=lambda place: place.box.y.emu, default=None)
    return below or max(texts, key=lambda place: place.box.bottom.emu, default=None)


def _is_large(title: ForeignPlaceholder | None, place: ForeignPlaceholder) -> bool:
    return title is not None and place.look.size.pt > max(LARGEST, title.look.size.pt * 1.1)


def told(place: ForeignPlaceholder) -> str:
    """A placeholder as findings and the commands name it."""
    box = place.box
    return f"{place.type} idx {place.idx} {place.name!r} {box.w.mm / 10:.1f} x {box.h.mm / 10:.1f} cm"
