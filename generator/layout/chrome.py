"""The furniture of a slide: eyebrow, title, progress line and the three footer placeholders."""

from __future__ import annotations

from dataclasses import dataclass

from generator.geometry import Box, Length, inch
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.outline.model import Colophon, Deck, Slide
from generator.outline.session import written_day
from generator.page.colour import Colour
from generator.page.items import Item, TextItem
from generator.page.text import Align, Anchor, Style
from generator.theme import master
from generator.typography.balance import balance


@dataclass(frozen=True, slots=True)
class Titled:
    """A set title and how many lines it took."""

    item: TextItem
    lines: int


def title(kit: Kit, text: Rich, box: Box) -> Titled:
    """The title in its placeholder, broken after a clause where it takes two lines."""
    style = kit.heading(kit.theme.sizes(28, 28)[0])
    broken = balance(text, lambda line: kit.width(line, style), box.w, 3) or text
    item = kit.text("title", box, [kit.para(broken, style, height=master.TITLE_LINE)], slot="title")
    lines = len(item.body.lines)
    room = master.BODY_TOP[lines] - box.y if box == master.TITLE and lines in master.BODY_TOP else box.h
    height = max(room, item.body.height)
    return Titled(kit.text("title", Box(box.x, box.y, box.w, height), item.body.paragraphs, slot="title"), lines)


def eyebrow(kit: Kit, text: str, box: Box = master.EYEBROW, colour: Colour | None = None, size: float = 12) -> tuple[Item, ...]:
    """The section's name above the title; nothing for an empty one."""
    if not text:
        return ()
    style = kit.style(kit.theme.sizes(size, size)[0], colour or kit.accent, bold=True)
    return (kit.text("eyebrow", box, [kit.para(text, style)]),)


def progress(kit: Kit, deck: Deck, slide: Slide) -> tuple[Item, ...]:
    """One segment a section; done and current ones in the role's colour."""
    count = len(deck.sections)
    if count < 2 or slide.section < 0:
        return ()
    return tuple(
        kit.shape(f"progress-{i + 1}", box, fill=kit.accent if i <= slide.section else kit.line)
        for i, box in enumerate(master.PROGRESS.columns(count, inch(0.06)))
    )


def footers(kit: Kit, colophon: Colophon, number: int, colour: Colour | None = None) -> tuple[TextItem, ...]:
    """Date, document line and page number, in the placeholders made for them."""
    style = kit.style(kit.theme.sizes(10, 10)[0], colour or kit.quiet)
    places = {p.slot: p.box for p in master.footers(style.colour)}
    rest = tuple(part for part in (colophon.audience, colophon.classification) if part)
    line = " · ".join(
        (trimmed(kit, colophon.title, style, places["footer"].w - kit.width(" · ".join(("", *rest)), style)), *rest)
    )
    dated = fitting(kit, (day(colophon), colophon.session.client), style, places["date"].w)
    texts = {
        "date": dated,
        "footer": fitting(kit, (line, colophon.session.trainer), style, places["footer"].w),
        "number": str(number),
    }
    aligns = {"date": Align.LEFT, "footer": Align.CENTRE, "number": Align.RIGHT}
    return tuple(
        kit.text(slot, places[slot], [kit.para(texts[slot], style, align=aligns[slot])], anchor=Anchor.TOP, slot=slot)
        for slot in texts
    )


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
