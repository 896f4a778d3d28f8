"""Title slides and section dividers: pages that open something."""

from __future__ import annotations

from dataclasses import replace

from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import Kit
from generator.layout.chrome import short_day
from generator.layout.logo import on_cover
from generator.layout.tiles import ROWS, tiles
from generator.notation.inline import Rich
from generator.outline.model import Deck, Slide
from generator.outline.session import Session
from generator.page.colour import Colour
from generator.page.items import Item, Rectangle
from generator.page.text import Anchor, Paragraph, Style
from generator.theme.master import MARGIN
from generator.theme.stage import DIVIDER, TITLE_SLIDE, Spot
from generator.typography.balance import balance

MOST_TILES = 3
"""Columns of tiles on a cover."""
FACTS = (inch(0.0), inch(2.17), inch(4.34))
"""Where the facts begin, of the width that a title slide of 16:9 leaves them."""
FACT_WIDTH, FACTS_WIDTH = inch(1.72), inch(6.9)
PILL_ROOM, PILL_GAP = inch(0.78), inch(0.12)
"""What a pill takes beside its name, and between pills."""
PROMISE = Colour("lt1", lum_mod=85)
"""Text of second rank on ink."""


def cover(kit: Kit, deck: Deck, slide: Slide) -> tuple[Item, ...]:
    """The title slide: role pill, headline, subtitle, three facts and the subject's tiles."""
    spot, canvas = kit.theme.stage.spot(TITLE_SLIDE), kit.theme.stage.canvas
    side = canvas.h / ROWS
    columns = min(MOST_TILES, int((canvas.w - spot.title.box.right).ratio(side)))
    return (
        *_opening(kit, slide.title, deck.subtitle, spot),
        *_pill(kit, deck, spot.title.box),
        *_facts(kit, deck, spot.title.box),
        *_session(kit, deck.colophon.session, spot.title.box),
        *tiles(kit, deck.pattern, Box(canvas.w - side * columns, ZERO, side * columns, canvas.h), columns),
        *on_cover(kit, deck.colophon.organisation, spot),
    )


def divider(kit: Kit, deck: Deck, slide: Slide) -> tuple[Item, ...]:
    """A section's opening: number, name, promise, and how far the deck has come."""
    section, spot, canvas = deck.sections[slide.section], kit.theme.stage.spot(DIVIDER), kit.theme.stage.canvas
    assert spot.subtitle is not None
    place, below, side = spot.title.box, spot.subtitle.box, canvas.h / ROWS
    size = pt(60) if len(section.title) <= 17 else pt(44)
    name = kit.para(section.title, kit.heading(size, kit.paper), height=1.06)
    number = kit.para(str(slide.section + 1), kit.style(pt(80), kit.light(), bold=True), height=1.06)
    promise = kit.para(_even(kit, Rich.plain(section.promise), pt(24), below.w), kit.style(pt(24), PROMISE), height=1.25)
    baseline = place.y + pt(80) * 0.82
    title = replace(place, y=baseline - size * 0.82)
    high = kit.height([name], place.w)
    return (
        kit.text("title", replace(title, h=max(place.h, high)), [name], slot="title"),
        kit.text("deck-name", Box(MARGIN, inch(0.62), inch(9), inch(0.35)), [kit.para(deck.name, kit.style(pt(16), PROMISE))]),
        kit.text("number", Box(MARGIN, place.y, place.x - MARGIN - inch(0.15), place.h), [number]),
        kit.text("promise", replace(below, y=max(below.y, title.y + high + inch(0.1))), [promise], slot="body"),
        *_stations(kit, deck, slide.section),
        *tiles(kit, deck.pattern, Box(canvas.w - side, ZERO, side, canvas.h), 1),
    )


def _even(kit: Kit, text: Rich, size: Length, width: Length) -> Rich:
    """The text in lines of like length, without a stub at the end."""
    style = kit.style(size)
    return balance(text, lambda line: kit.width(line, style), width, 3) or text


def _opening(kit: Kit, headline: Rich, claim: Rich, spot: Spot) -> tuple[Item, ...]:
    """Headline and subtitle as one group in the middle between pill and facts."""
    assert spot.subtitle is not None
    x, width, narrower = spot.title.box.x, spot.title.box.w, spot.subtitle.box.w
    title = _headline(kit, headline, width)
    lead = [kit.para(_even(kit, claim, pt(20), narrower), kit.style(pt(20), PROMISE), height=1.25)]
    upper, lower = kit.height([title], width), kit.height(lead, narrower)
    top = (kit.theme.stage.canvas.h - inch(0.5) - upper - inch(0.4) - lower) / 2
    below = Box(x, top + upper + inch(0.4), narrower, lower)
    return (
        kit.text("title", Box(x, top, width, upper), [title], slot="title"),
        kit.text("subtitle", below, lead, slot="subtitle"),
    )


def _headline(kit: Kit, text: Rich, room: Length) -> Paragraph:
    """The headline in the largest type that keeps it to a few lines."""
    for size, most, height in ((pt(60), 3, 1.06), (pt(44), 4, 1.1), (pt(36), 5, 1.12)):
        style = kit.heading(size, kit.paper)
        broken = balance(text, lambda line, s=style: kit.width(line, s), room, most)  # type: ignore[misc]
        if broken is not None:
            return kit.para(broken, style, height=height)
    return kit.para(text, kit.heading(pt(28), kit.paper))


def _pill(kit: Kit, deck: Deck, room: Box) -> tuple[Item, ...]:
    """The subject's name on its colour; a comparison shows one pill for each of its subjects."""
    items: list[Item] = []
    x = MARGIN
    style = _pill_style(kit, deck, room.w)
    for subject in deck.subjects:
        width = kit.width(subject.name, style) + PILL_ROOM
        box = Box(x, inch(0.62), width, inch(0.42))
        name = f"pill-{subject.id}"
        items.append(kit.shape(name, box, Rectangle(box.h / 2), fill=Colour(subject.colour)))
        items.append(
            kit.icon(f"{name}-icon", Box(x + inch(0.2), box.y + inch(0.1), inch(0.22), inch(0.22)), subject.icon, kit.paper)
        )
        text = Box(x + inch(0.52), box.y, width - inch(0.6), box.h)
        items.append(kit.text(f"{name}-name", text, [kit.para(subject.name, style)], anchor=Anchor.MIDDLE))
        x = x + width + PILL_GAP
    return tuple(items)


def _pill_style(kit: Kit, deck: Deck, room: Length) -> Style:
    """The largest type in which all pills stand beside each other, left of the tiles."""
    styles = [kit.style(pt(size), kit.paper, bold=True) for size in (16, 14, 12)]

    def taken(style: Style) -> Length:
        return total([kit.width(subject.name, style) + PILL_ROOM + PILL_GAP for subject in deck.subjects])

    return next((style for style in styles if taken(style) <= room), styles[-1])


def _facts(kit: Kit, deck: Deck, room: Box) -> tuple[Item, ...]:
    facts = (
        ("users", kit.words.say("label_for"), deck.colophon.audience),
        ("clock", kit.words.say("label_takes"), kit.words.say("minutes_long", n=round(deck.minutes))),
        ("calendar", kit.words.say("label_date"), short_day(deck.colophon)),
    )
    foot, share = kit.theme.stage.canvas.h, room.w.ratio(FACTS_WIDTH)
    items: list[Item] = [kit.rule("facts-rule", (MARGIN, foot - inch(1.6)), room.w - inch(0.3), kit.theme.named["night3"], 1)]
    for (icon, label, value), start in zip(facts, FACTS, strict=True):
        x, width = MARGIN + start * share, FACT_WIDTH * share
        sizes = (kit.style(pt(size), kit.paper, bold=True) for size in (18, 16, 14, 12))
        style = next((s for s in sizes if kit.width(value, s) <= width), kit.style(pt(14), kit.paper, bold=True))
        paragraphs = [kit.para(label, kit.style(pt(14), PROMISE)), kit.para(value, style, before=pt(1))]
        place = Box(x + inch(0.48), foot - inch(1.42), width, max(inch(0.62), kit.height(paragraphs, width)))
        items.append(kit.icon(f"fact-{icon}", Box(x, foot - inch(1.32), inch(0.34), inch(0.34)), icon, kit.light()))
        items.append(kit.text(f"fact-{icon}-text", place, paragraphs))
    return tuple(items)


def _fits(kit: Kit, name: str, box: Box) -> bool:
    """Whether a section's name stands in two lines below its part of the line."""
    style = kit.style(pt(14), kit.paper, bold=True)
    room = box.w - inch(0.26)
    longest = max(kit.width(word, style) for word in name.split() or ("",))
    return longest <= room and kit.height([kit.para(name, style)], room) <= inch(0.5)


def _session(kit: Kit, session: Session, room: Box) -> tuple[Item, ...]:
    """For whom, by whom and where, as far as somebody said so, in a line below the facts."""
    told = (("set_client", session.client), ("set_trainer", session.trainer), ("set_place", session.place))
    lines = [kit.words.say(key, text=text) for key, text in told if text]
    if not lines:
        return ()
    foot = kit.theme.stage.canvas.h
    box = Box(MARGIN, foot - inch(0.64), room.w, inch(0.3))
    for size in (14, 12):
        style = kit.style(pt(size), kit.paper)
        if kit.width(" · ".join(lines), style) <= box.w:
            return (kit.text("session", box, [kit.para(" · ".join(lines), style)]),)
    halves = (lines[:-1], lines[-1:])
    paragraphs = [kit.para(" · ".join(part), kit.style(pt(12), kit.paper)) for part in halves]
    return (kit.text("session", Box(box.x, foot - inch(0.66), box.w, inch(0.44)), paragraphs),)


def _stations(kit: Kit, deck: Deck, current: int) -> tuple[Item, ...]:
    """The progress line of a divider, with the sections' names below it."""
    items: list[Item] = []
    canvas = kit.theme.stage.canvas
    foot = canvas.h
    line = Box(MARGIN, foot - inch(1.08), canvas.w - canvas.h / ROWS - inch(0.658) - MARGIN, inch(0.06))
    boxes = line.columns(len(deck.sections), inch(0.12))
    named = all(_fits(kit, deck.sections[i].title, box) for i, box in enumerate(boxes))
    for i, box in enumerate(boxes):
        section = deck.sections[i]
        items.append(kit.shape(f"station-{i + 1}", box, fill=kit.light() if i <= current else kit.theme.named["night3"]))
        style = kit.style(pt(14), kit.paper if i == current else PROMISE, bold=i == current)
        if not named and i != current:
            continue
        tick = inch(0.26) if i < current else ZERO
        if tick:
            items.append(
                kit.icon(f"station-{i + 1}-done", Box(box.x, foot - inch(0.9), inch(0.18), inch(0.18)), "check", kit.light())
            )
        width = box.w - tick if named else kit.width(section.title, style)
        place = Box(min(box.x + tick, line.right - width), foot - inch(0.94), width, inch(0.5))
        items.append(kit.text(f"station-{i + 1}-name", place, [kit.para(section.title, style)]))
    return tuple(items)
