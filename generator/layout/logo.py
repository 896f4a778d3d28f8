"""The project's logo: on title slides, in a corner of every other slide, in the head of a sheet. Without one, nothing."""

from __future__ import annotations

from collections.abc import Iterable

from generator.geometry import Box, Length, inch, mm
from generator.kit import CORNER, Kit
from generator.notation.svg import Drawing
from generator.page.colour import Colour, contrast
from generator.page.items import Item
from generator.page.shapes import Rectangle
from generator.pictures import Shown, aspect, picture, widest
from generator.theme.stage import Spot

LOWEST = 0.75
"""The share of the height that a logo three times as wide as high, or wider, takes."""
PLATE = inch(0.16)
HIDDEN, FAINT = 1.5, 3.0
"""The contrast below which nothing of a logo, or a part of it, would be seen."""
SHEET_HEIGHT, SHEET_WIDTH, SHEET_GAP = mm(5.2), mm(42), mm(5)


def on_cover(kit: Kit, name: str, spot: Spot) -> tuple[Item, ...]:
    """The logo at the top right of a title slide, called `name`, on a plate that parts it from the tiles."""
    place = spot.logo
    if kit.logo is None or place is None:
        return ()
    room = place.inset(PLATE, PLATE * 0.75)
    width, height = _size(kit, room.w, room.h)
    high = height + PLATE * 1.5
    plate = Box(place.right - width - PLATE * 2, place.y + (place.h - high) / 2, width + PLATE * 2, high)
    ground = kit.paper if _needs_plate(kit, kit.ink) or not _is_lost(kit, kit.paper) else kit.ink
    return (
        kit.shape("logo-plate", plate, Rectangle(CORNER), fill=ground),
        picture(kit, "logo", plate.centred(width, height), Shown(kit.logo, name)),
    )


def on_slide(kit: Kit, spot: Spot, ground: Colour) -> tuple[Item, ...]:
    """The logo in the top right corner of a slide; it is decorative, since it stands on every one."""
    room = spot.logo
    if kit.logo is None or room is None:
        return ()
    width, height = _size(kit, room.w, room.h)
    place = Box(room.right - width, room.y + (room.h - height) / 2, width, height)
    return _plated(kit, place, ground, "")


def on_sheet(kit: Kit, head: Iterable[Item], name: str, ground: Colour) -> tuple[Item, ...]:
    """The logo left of the pill that says whom a sheet is for; `head` are the items of the sheet's head."""
    pill = next((item.box for item in head if item.mark.id.endswith("audience")), None)
    if kit.logo is None or pill is None:
        return ()
    width, height = _size(kit, SHEET_WIDTH, SHEET_HEIGHT)
    place = Box(pill.x - SHEET_GAP - width, pill.y + (pill.h - height) / 2, width, height)
    return _plated(kit, place, ground, name)


def _size(kit: Kit, most: Length, high: Length) -> tuple[Length, Length]:
    """Width and height: a wide logo is not as high as a square one, so that both look as large."""
    assert kit.logo is not None
    shape = aspect(kit.logo)
    height = high * max(LOWEST, min(1.0, 1 - (shape - 1) * (1 - LOWEST) / 2))
    width = min(most, height * shape, widest(kit.logo))
    return width, width / shape


def _plated(kit: Kit, place: Box, ground: Colour, alt: str) -> tuple[Item, ...]:
    """The logo, on a plate where the ground would hide it."""
    assert kit.logo is not None
    shown = picture(kit, "logo", place, Shown(kit.logo, alt))
    if not _needs_plate(kit, ground):
        return (shown,)
    edge = place.h * 0.28
    return kit.shape("logo-plate", place.inset(-edge, -edge), fill=_opposite(kit, ground)), shown


def _needs_plate(kit: Kit, ground: Colour) -> bool:
    """Whether a dark ground hides a part of the logo, or a light one all of it. Nobody knows what pixels show."""
    if not isinstance(kit.logo, Drawing):
        return _is_dark(kit, ground)
    return min(_contrasts(kit, kit.logo, ground)) < FAINT if _is_dark(kit, ground) else _is_lost(kit, ground)


def _is_lost(kit: Kit, ground: Colour) -> bool:
    """Whether nothing of the logo would be seen."""
    return isinstance(kit.logo, Drawing) and max(_contrasts(kit, kit.logo, ground)) < HIDDEN


def _is_dark(kit: Kit, ground: Colour) -> bool:
    scheme = kit.theme.scheme
    return contrast(scheme.rgb(ground), scheme.rgb(kit.paper)) > contrast(scheme.rgb(ground), scheme.rgb(kit.ink))


def _opposite(kit: Kit, ground: Colour) -> Colour:
    return kit.paper if _is_dark(kit, ground) else kit.ink


def _contrasts(kit: Kit, logo: Drawing, ground: Colour) -> list[float]:
    """How much each shape of a logo stands out."""
    scheme = kit.theme.scheme
    colours = {colour for outline in logo.outlines for colour in (outline.fill, outline.stroke) if colour}
    return [contrast(scheme.rgb(Colour(f"#{colour}")), scheme.rgb(ground)) for colour in sorted(colours)]
