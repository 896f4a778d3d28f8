"""The furniture of a slide: eyebrow, title, progress line and the three footer placeholders."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.geometry import ZERO, Length, pt
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.outline.model import Colophon, Deck, Slide
from generator.outline.session import written_day
from generator.page.colour import Colour
from generator.page.items import Item, TextItem
from generator.page.text import Anchor, Style
from generator.theme.stage import Foot, Spot, TextPlace
from generator.typography.balance import balance


@dataclass(frozen=True, slots=True)
class Titled:
    """A set title and how many lines it took."""

    item: TextItem
    lines: int

    @property
    def bottom(self) -> Length:
        """Where its last line ends."""
        free = self.item.box.h - self.item.body.height
        return self.item.box.bottom - (free if self.item.body.anchor is Anchor.TOP else ZERO)


def title(kit: Kit, text: Rich, spot: Spot) -> Titled:
    """The title in its placeholder, broken after a clause where it takes two lines; smaller or higher where it must be."""
    place = spot.title
    for size in place.sizes:
        item = title_at(kit, text, place, size)
        if item.body.height <= place.box.h:
            break
    lines = len(item.body.lines)
    box = place.box
    if lines in spot.tops:
        box = replace(box, h=spot.tops[lines] - box.y)
    elif item.body.height > box.h:
        box = replace(box, h=item.body.height)
    return Titled(replace(item, box=box), lines)


def title_at(kit: Kit, text: Rich, place: TextPlace, size: float) -> TextItem:
    """A title in its place in type of that size, in as many lines as it takes; it may be higher than the place."""
    style = replace(kit.heading(pt(size), place.colour), bold=place.bold)
    broken = balance(text, lambda line: kit.width(line, style), place.box.w, 3) or text
    paragraph = kit.para(broken, style, align=place.align, height=place.line_height)
    return kit.text("title", place.box, [paragraph], anchor=place.anchor, slot="title")


def eyebrow(kit: Kit, text: str, spot: Spot, colour: Colour | None = None, size: float = 0) -> tuple[TextItem, ...]:
    """The section's name above the title; nothing for an empty one, or where the layout has no room for it."""
    box, kicker = spot.eyebrow, spot.kicker
    if text and kicker is not None:
        return (_kicked(kit, text, kicker),)
    if not text or box is None:
        return ()
    style = kit.style(pt(size or kit.theme.look.eyebrow), colour or kit.accent, bold=True)
    return (kit.text("eyebrow", box, [kit.para(text, style)]),)


def _kicked(kit: Kit, text: str, place: TextPlace) -> TextItem:
    """The section's name where somebody else's layout has a place for it, in one line."""
    styles = [replace(kit.style(pt(size), place.colour), bold=place.bold) for size in place.sizes]
    style = next((each for each in styles if kit.width(text, each) <= place.box.w), styles[-1])
    line = [kit.para(trimmed(kit, text, style, place.box.w), style, align=place.align)]
    return kit.text("eyebrow", place.box, line, anchor=place.anchor, slot=place.slot)


def way_home(deck: Deck, slide: str = "") -> str:
    """Where the line above a title leads: to the agenda; nowhere on the agenda itself, or in a deck without one."""
    agenda = next((s.id for s in deck.slides if s.blocks and s.blocks[0].kind == "agenda"), "")
    return f"#{agenda}" if agenda and slide != agenda else ""


def progress(kit: Kit, deck: Deck, slide: Slide, spot: Spot) -> tuple[Item, ...]:
    """One segment a section, across or down; done and current ones in the role's colour."""
    count, line = len(deck.sections), spot.progress
    if count < 2 or slide.section < 0 or line is None:
        return ()
    gap = kit.theme.look.progress.gap
    boxes = line.rows(count, gap) if line.h > line.w else line.columns(count, gap)
    return tuple(
        kit.shape(f"progress-{i + 1}", box, fill=kit.accent if i <= slide.section else kit.line) for i, box in enumerate(boxes)
    )


def footers(kit: Kit, colophon: Colophon, number: int, spot: Spot) -> tuple[TextItem, ...]:
    """Date, document line and page number, in those of their placeholders that the layout has."""
    return tuple(_foot(kit, slot, foot, _footing(kit, colophon, number, slot, foot)) for slot, foot in spot.feet.items())


def _foot(kit: Kit, slot: str, foot: Foot, text: str) -> TextItem:
    style = kit.style(pt(foot.size), foot.colour)
    return kit.text(slot, foot.box, [kit.para(text, style, align=foot.align)], anchor=foot.anchor, slot=slot)


def _footing(kit: Kit, colophon: Colophon, number: int, slot: str, foot: Foot) -> str:
    style, room = kit.style(pt(foot.size), foot.colour), foot.box.w
    if slot == "number":
        return str(number)
    if slot == "date":
        return fitting(kit, (day(colophon), colophon.session.client), style, room)
    rest = tuple(part for part in (colophon.audience, colophon.classification) if part)
    left = room - kit.width(" · ".join(("", *rest)), style)
    # "Product owner" says more in little room than "Product owner: tr…"
    name = colophon.title if kit.width(colophon.title, style) <= left else colophon.title.partition(": ")[0]
    name = trimmed(kit, name, style, left)
    return trimmed(kit, fitting(kit, (" · ".join((name, *rest)), colophon.session.trainer), style, room), style, room)


def fitting(kit: Kit, parts: tuple[str, ...], style: Style, room: Length, between: str = " · ") -> str:
    """As many parts as stand in one line, the first ones first."""
    told = [part for part in parts if part]
    while len(told) > 1 and kit.width(between.join(told), style) > room:
        told.pop()
    return between.join(told)


def trimmed(kit: Kit, text: str, style: Style, room: Length) -> str:
    """The text, or as much of its beginning as stands in one line, with an ellipsis."""
    if kit.width(text, style) <= room:
        return text
    return next(
        (f"{text[:end].rstrip()}…" for end in range(len(text) - 1, 0, -1) if kit.width(f"{text[:end]}…", style) <= room), text
    )


def day(colophon: Colophon) -> str:
    """The session's date, else the document's, written so that nobody takes the month for the day."""
    return written_day(colophon.session.date or colophon.date.isoformat())


def short_day(colophon: Colophon) -> str:
    """The date with the month's first three letters, where room is short."""
    return written_day(colophon.session.date or colophon.date.isoformat(), "%b")
