"""Title slides and section dividers on a template of somebody else: its own title and subtitle places, filled."""

from __future__ import annotations

from dataclasses import replace

from generator.geometry import Length, inch, pt
from generator.kit import Kit
from generator.layout.chrome import Titled, day, title
from generator.notation.inline import Rich
from generator.outline.model import Deck, Slide
from generator.page.items import Item
from generator.page.text import Paragraph
from generator.theme.stage import Spot, TextPlace
from generator.typography.balance import balance

SMALLEST = 14
"""Points; what a subtitle of several lines may come down to."""
AIR, MARGIN = inch(0.15), inch(0.4)


def cover(kit: Kit, deck: Deck, slide: Slide, spot: Spot) -> tuple[Item, ...]:
    """The headline, and below it what the deck claims, for whom it is, how long it takes and when."""
    session = deck.colophon.session
    told = (("set_client", session.client), ("set_trainer", session.trainer), ("set_place", session.place))
    facts = (deck.colophon.audience, kit.words.say("minutes_long", n=round(deck.minutes)), day(deck.colophon))
    lines = (str(deck.subtitle), " · ".join(facts), " · ".join(kit.words.say(key, text=text) for key, text in told if text))
    return _opened(kit, slide.title, lines, spot)


def divider(kit: Kit, deck: Deck, slide: Slide, spot: Spot) -> tuple[Item, ...]:
    """The section's name, and below it what it promises and which of the sections it is."""
    section = deck.sections[slide.section]
    number = str(slide.section + 1)
    if spot.figure is not None:
        return (*_opened(kit, Rich.plain(section.title), (section.promise,), spot), _numbered(kit, number, spot.figure))
    return _opened(kit, Rich.plain(section.title), (section.promise, f"{number} / {len(deck.sections)}"), spot)


def _numbered(kit: Kit, number: str, place: TextPlace) -> Item:
    """The section's number where the layout has a place for it, as large as it has it."""
    styles = [replace(kit.style(pt(size), place.colour), bold=place.bold) for size in place.sizes]
    lines = [[kit.para(number, style, align=place.align, height=1.06)] for style in styles]
    fits = (line for line in lines if kit.height(line, place.box.w) <= place.box.h)
    return kit.text("number", place.box, next(fits, lines[-1]), anchor=place.anchor, slot=place.slot)


def _opened(kit: Kit, headline: Rich, lines: tuple[str, ...], spot: Spot) -> tuple[Item, ...]:
    titled = title(kit, headline, spot)
    told = [line for line in lines if line]
    if spot.subtitle is None or not told:
        return (titled.item,)
    place = _clear(spot.subtitle, titled)
    above = place.box.bottom < titled.item.box.bottom
    place = replace(place, box=replace(place.box, h=place.box.h - AIR)) if above else place
    roomy = place.box.bottom - MARGIN if above else kit.theme.stage.canvas.h - MARGIN - place.box.y
    paragraphs = _fitting(kit, told, place) or _fitting(kit, told, replace(place, box=replace(place.box, h=roomy)))
    paragraphs = paragraphs or _lines(kit, told, place, SMALLEST)  # too high: the checks say so, and nothing is dropped
    high = max(place.box.h, kit.height(paragraphs, place.box.w))
    box = replace(place.box, y=place.box.bottom - high if above else place.box.y, h=high)
    return (titled.item, kit.text("subtitle", box, paragraphs, anchor=place.anchor, slot=place.slot))


def _clear(place: TextPlace, titled: Titled) -> TextPlace:
    """The place below a title that has outgrown its own."""
    top = titled.bottom + AIR
    if not (titled.item.box.y <= place.box.y < top):
        return place
    return replace(place, box=replace(place.box, y=top, h=max(Length(0), place.box.bottom - top)))


def _fitting(kit: Kit, lines: list[str], place: TextPlace) -> list[Paragraph]:
    """The lines in the largest type in which all of them fit; none where not even the smallest lets them."""
    for size in (*place.sizes, SMALLEST):
        paragraphs = _lines(kit, lines, place, size)
        if kit.height(paragraphs, place.box.w) <= place.box.h:
            return paragraphs
    return []


def _lines(kit: Kit, lines: list[str], place: TextPlace, size: float) -> list[Paragraph]:
    return [_line(kit, line, place, (size, number)) for number, line in enumerate(lines)]


def _line(kit: Kit, text: str, place: TextPlace, look: tuple[float, int]) -> Paragraph:
    size, number = look
    style = replace(kit.style(pt(size), place.colour), bold=place.bold)
    broken = balance(Rich.plain(text), lambda line: kit.width(line, style), place.box.w, 3) or text
    return kit.para(broken, style, align=place.align, height=place.line_height, before=pt(size * 0.35) if number else pt(0))
