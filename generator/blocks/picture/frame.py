"""Where a picture stands in a room: filling it where little is lost, else whole in the middle of a quiet ground."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.geometry import Box, Length, inch
from generator.kit import Kit
from generator.notation.pictures import Raster
from generator.page.items import Crop, Item
from generator.pictures import Shown, aspect, fitted, picture, widest

MOST_CUT = 0.12
"""The share of a photograph that may be cut off on each of two sides."""
SPECK = inch(0.36)
"""No picture's longer side is shorter than this."""
LEAST_HUG = 0.64
"""A ground is at least so much of the height it could have, however small its picture is."""
INSET = inch(0.22)
"""Between a slide's ground and the picture on it."""


def filling(shown: Shown, box: Box) -> Shown | None:
    """The picture cropped to the shape of a box; None where too much would be lost, or its pixels would show.

    Photographs (JPEG) are cropped; what was drawn or taken from a screen is shown whole, since its edges may matter.
    """
    own, wanted = aspect(shown.media), box.w.ratio(box.h)
    if max(own, wanted) / min(own, wanted) < 1.005:
        cut = 0.0
    elif isinstance(shown.media, Raster) and shown.media.format == "jpeg":
        cut = (1 - min(own, wanted) / max(own, wanted)) / 2
    else:
        return None
    share = 1 - 2 * cut if own > wanted else 1.0
    if cut > MOST_CUT or widest(shown.media) * share < box.w:
        return None
    return replace(shown, crop=Crop(left=cut, right=cut) if own > wanted else Crop(top=cut, bottom=cut))


def framed(kit: Kit, box: Box, shown: Shown, inset: Length = INSET) -> Iterator[Item]:
    """The picture filling the box, or whole on a ground that fills it."""
    full = filling(shown, box)
    if full:
        yield picture(kit, "picture", box, full)
        return
    yield kit.card("picture-ground", box)
    yield picture(kit, "picture", _seen(fitted(shown.media, box.inset(inset)), box), shown)


def _seen(place: Box, box: Box) -> Box:
    """The place of a picture; one of a few pixels larger than they allow, since it would else be a speck."""
    longest = max(place.w, place.h)
    return box.centred(place.w * SPECK.ratio(longest), place.h * SPECK.ratio(longest)) if longest < SPECK else place


def hugged(shown: Shown, box: Box, inset: Length = INSET) -> Box:
    """As much of a box's height as a picture on its ground takes, in the middle of it; all of it where the picture fills it."""
    place = box if filling(shown, box) else fitted(shown.media, box.inset(inset))
    return box.centred(box.w, min(box.h, max(place.h + inset * 2, box.h * LEAST_HUG)))


def covered(shown: Shown, box: Box, inset: Length = INSET) -> float:
    """The share of a box that the picture takes, from 0 to 1."""
    if filling(shown, box):
        return 1.0
    place = fitted(shown.media, box.inset(inset))
    return place.w.ratio(box.w) * place.h.ratio(box.h)
