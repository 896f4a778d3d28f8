"""Title slides and section dividers: pages that open something."""

from __future__ import annotations

from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import Kit
from generator.layout.chrome import short_day
from generator.layout.logo import on_cover
from generator.layout.tiles import tiles
from generator.notation.inline import Rich
from generator.outline.model import Deck, Slide
from generator.outline.session import Session
from generator.page.colour import Colour
from generator.page.items import Item, Rectangle
from generator.page.text import Anchor, Paragraph, Style
from generator.theme import master
from generator.typography.balance import balance

COVER_TILES = Box(inch(7.708), ZERO, inch(5.625), inch(7.5))
OPENING = Box(master.MARGIN, inch(1.2), inch(6.9), inch(4.6))
"""Where headline and subtitle stand, between the pill and the facts."""
SUBTITLE_WIDTH = inch(6.6)
DIVIDER_TILES = Box(inch(11.458), ZERO, inch(1.875), inch(7.5))
FACT_WIDTH = inch(1.72)
PILL_ROOM, PILL_GAP = inch(0.78), inch(0.12)
"""What a pill takes beside its name, and between pills."""
PROMISE = Colour("lt1", lum_mod=85)
"""Text of second rank on ink."""


def cover(kit: Kit, deck: Deck, slide: Slide) -> tuple[Item, ...]:
    """The title slide: role pill, headline, subtitle, three facts and the subject's tiles."""
    return (
        *_opening(kit, slide.title, deck.subtitle),
        *_pill(kit, deck),
        *_facts(kit, deck),
        *_session(kit, deck.colophon.session),
        *tiles(kit, deck.pattern, COVER_TILES, 3),
        *on_cover(kit, deck.colophon.organisation),
    )


def divider(kit: Kit, deck: Deck, slide: Slide) -> tuple[Item, ...]:
    """A section's opening: number, name, promise, and how far the deck has come."""
    section = deck.sections[slide.section]
    size = pt(60) if len(section.title) <= 17 else pt(44)
    name = kit.para(section.title, kit.heading(size, kit.paper), height=1.06)
    number = kit.para(str(slide.section + 1), kit.style(pt(80), kit.light(), bold=True), height=1.06)
    promise = kit.para(_even(kit, Rich.plain(section.promise), pt(24), inch(8.0)), kit.style(pt(24), PROMISE), height=1.25)
    baseline = inch(2.30) + pt(80) * 0.82
    return (
        kit.text("title", Box(inch(2.656), baseline - size * 0.82, inch(8.4), inch(1.3)), [name], slot="title"),
        kit.text(
            "deck-name", Box(master.MARGIN, inch(0.62), inch(9), inch(0.35)), [kit.para(deck.name, kit.style(pt(16), PROMISE))]
        ),
        kit.text("number", Box(master.MARGIN, inch(2.30), inch(1.9), inch(1.3)), [number]),
        kit.text("promise", Box(inch(2.656), inch(3.75), inch(8.0), inch(1.3)), [promise], slot="body"),
        *_stations(kit, deck, slide.section),
        *tiles(kit, deck.pattern, DIVIDER_TILES, 1),
    )


def _even(kit: Kit, text: Rich, size: Length, width: Length) -> Rich:
    """The text in lines of like length, without a stub at the end."""
    style = kit.style(size)
    return balance(text, lambda line: kit.width(line, style), width, 3) or text


def _opening(kit: Kit, headline: Rich, claim: Rich) -> tuple[Item, ...]:
    """Headline and subtitle as one group in the middle between pill and facts."""
    title = _headline(kit, headline)
    lead = [kit.para(_even(kit, claim, pt(20), SUBTITLE_WIDTH), kit.style(pt(20), PROMISE), height=1.25)]
    upper, lower = kit.height([title], OPENING.w), kit.height(lead, SUBTITLE_WIDTH)
    top = OPENING.y + (OPENING.h - upper - inch(0.4) - lower) / 2
    below = Box(OPENING.x, top + upper + inch(0.4), SUBTITLE_WIDTH, lower)
    return (
        kit.text("title", Box(OPENING.x, top, OPENING.w, upper), [title], slot="title"),
        kit.text("subtitle", below, lead, slot="subtitle"),
    )


def _headline(kit: Kit, text: Rich) -> Paragraph:
    """The headline in the largest type that keeps it to a few lines."""
    for size, most, height in ((pt(60), 3, 1.06), (pt(44), 4, 1.1), (pt(36), 5, 1.12)):
        style = kit.heading(size, kit.paper)
        broken = balance(text, lambda line, s=style: kit.width(line, s), OPENING.w, most)  # type: ignore[misc]
        if broken is not None:
            return kit.para(broken, style, height=height)
    return kit.para(text, kit.heading(pt(28), kit.paper))


def _pill(kit: Kit, deck: Deck) -> tuple[Item, ...]:
    """The subject's name on its colour; a comparison shows one pill for each of its subjects."""
    items: list[Item] = []
    x = master.MARGIN
    style = _pill_style(kit, deck)
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


def _pill_style(kit: Kit, deck: Deck) -> Style:
    """The largest type in which all pills stand beside each other, left of the tiles."""
    styles = [kit.style(pt(size), kit.paper, bold=True) for size in (16, 14, 12)]

    def taken(style: Style) -> Length:
        return total([kit.width(subject.name, style) + PILL_ROOM + PILL_GAP for subject in deck.subjects])

    return next((style for style in styles if taken(style) <= OPENING.w), styles[-1])


def _facts(kit: Kit, deck: Deck) -> tuple[Item, ...]:
    facts = (
        ("users", kit.words.say("label_for"), deck.colophon.audience),
        ("clock", kit.words.say("label_takes"), kit.words.say("minutes_long", n=round(deck.minutes))),
        ("calendar", kit.words.say("label_date"), short_day(deck.colophon)),
    )
    items: list[Item] = [kit.rule("facts-rule", (master.MARGIN, inch(5.9)), inch(6.6), kit.theme.named["night3"], 1)]
    for (icon, label, value), x in zip(facts, (inch(0.60), inch(2.77), inch(4.94)), strict=True):
        sizes = (kit.style(pt(size), kit.paper, bold=True) for size in (18, 16, 14, 12))
        style = next((s for s in sizes if kit.width(value, s) <= FACT_WIDTH), kit.style(pt(14), kit.paper, bold=True))
        paragraphs = [kit.para(label, kit.style(pt(14), PROMISE)), kit.para(value, style, before=pt(1))]
        items.append(kit.icon(f"fact-{icon}", Box(x, inch(6.18), inch(0.34), inch(0.34)), icon, kit.light()))
        items.append(
            kit.text(
                f"fact-{icon}-text",
                Box(x + inch(0.48), inch(6.08), FACT_WIDTH, max(inch(0.62), kit.height(paragraphs, FACT_WIDTH))),
                paragraphs,
            )
        )
    return tuple(items)


def _fits(kit: Kit, name: str, box: Box) -> bool:
    """Whether a section's name stands in two lines below its part of the line."""
    style = kit.style(pt(14), kit.paper, bold=True)
    room = box.w - inch(0.26)
    longest = max(kit.width(word, style) for word in name.split() or ("",))
    return longest <= room and kit.height([kit.para(name, style)], room) <= inch(0.5)


def _session(kit: Kit, session: Session) -> tuple[Item, ...]:
    """For whom, by whom and where, as far as somebody said so, in a line below the facts."""
    told = (("set_client", session.client), ("set_trainer", session.trainer), ("set_place", session.place))
    lines = [kit.words.say(key, text=text) for key, text in told if text]
    if not lines:
        return ()
    box = Box(master.MARGIN, inch(6.86), OPENING.w, inch(0.3))
    for size in (14, 12):
        style = kit.style(pt(size), kit.paper)
        if kit.width(" · ".join(lines), style) <= box.w:
            return (kit.text("session", box, [kit.para(" · ".join(lines), style)]),)
    halves = (lines[:-1], lines[-1:])
    paragraphs = [kit.para(" · ".join(part), kit.style(pt(12), kit.paper)) for part in halves]
    return (kit.text("session", Box(box.x, inch(6.84), box.w, inch(0.44)), paragraphs),)


def _stations(kit: Kit, deck: Deck, current: int) -> tuple[Item, ...]:
    """The progress line of a divider, with the sections' names below it."""
    items: list[Item] = []
    line = Box(master.MARGIN, inch(6.42), inch(10.2), inch(0.06))
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
            items.append(kit.icon(f"station-{i + 1}-done", Box(box.x, inch(6.6), inch(0.18), inch(0.18)), "check", kit.light()))
        width = box.w - tick if named else kit.width(section.title, style)
        place = Box(min(box.x + tick, line.right - width), inch(6.56), width, inch(0.5))
        items.append(kit.text(f"station-{i + 1}-name", place, [kit.para(section.title, style)]))
    return tuple(items)
