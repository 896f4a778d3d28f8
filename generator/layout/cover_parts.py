"""What title slides and dividers are made of, whatever a theme draws beside it: headline, pills, facts, stations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import Kit
from generator.layout.chrome import short_day
from generator.notation.inline import Rich
from generator.outline.model import Deck
from generator.outline.session import Session
from generator.page.colour import Colour
from generator.page.items import Item
from generator.page.shapes import Rectangle
from generator.page.text import Anchor, Paragraph, Style
from generator.theme.stage import Spot, TextPlace
from generator.typography.balance import balance

FACTS = (inch(0.0), inch(2.17), inch(4.34))
"""Where the facts begin, of the width that a title slide of 16:9 leaves them."""
FACT_WIDTH, FACTS_WIDTH, BESIDE_ICON = inch(1.72), inch(6.9), inch(0.48)
PILL_ROOM, PILL_GAP = inch(0.78), inch(0.12)
"""What a pill takes beside its name, and between pills."""
PILL_TOP, PILL_HIGH = inch(0.62), inch(0.42)
AROUND, UNDER_HEADLINE = inch(0.3), inch(0.4)
"""The least between headline or subtitle and what stands above or below them, and between the two."""
SESSION_HIGH = inch(0.2)
"""By how much facts stand higher where a line about the session stands below them."""
PROMISE = Colour("lt1", lum_mod=85)
"""Text of second rank on ink."""
LOOSER = (0, 0.04, 0.06)
"""By how much headlines of more lines are set looser."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of what stands on a ground."""

    strong: Colour
    soft: Colour
    accent: Colour
    line: Colour


def inks_on(kit: Kit, spot: Spot) -> Inks:
    """Light colours on ink, dark ones on paper."""
    if spot.dark:
        return Inks(kit.paper, PROMISE, kit.light(), kit.theme.named["night3"])
    return Inks(kit.ink, kit.quiet, kit.accent, kit.line)


def voices(kit: Kit, deck: Deck) -> tuple[str, ...]:
    """The roles in whose colours a page is drawn: the deck's, or those of its subjects where it stands in ink."""
    subjects = tuple(subject.colour for subject in deck.subjects)
    return (kit.role,) if kit.role != "dk1" or not subjects else subjects


def even(kit: Kit, text: Rich, size: Length, width: Length) -> Rich:
    """The text in lines of like length, without a stub at the end."""
    style = kit.style(size)
    return balance(text, lambda line: kit.width(line, style), width, 3) or text


def opening(kit: Kit, deck: Deck, headline: Rich, spot: Spot) -> tuple[Item, ...]:
    """Headline and subtitle as one group, in the middle between the pills and the facts, its title as large as that allows."""
    assert spot.subtitle is not None
    inks, head, foot = inks_on(kit, spot), PILL_TOP + PILL_HIGH, facts_top(kit, deck)
    x, width, narrower, size = spot.title.box.x, spot.title.box.w, spot.subtitle.box.w, pt(spot.subtitle.sizes[0])
    lead = [kit.para(even(kit, deck.subtitle, size, narrower), kit.style(size, inks.soft), height=1.25)]
    lower = kit.height(lead, narrower)
    room = foot - head - AROUND * 2 - UNDER_HEADLINE - lower
    titles = list(_headlines(kit, headline, spot.title))
    title = next((each for each in titles if kit.height([each], width) <= room), titles[-1])
    upper = kit.height([title], width)
    top = head + (foot - head - upper - UNDER_HEADLINE - lower) / 2
    return (
        kit.text("title", Box(x, top, width, upper), [title], slot="title"),
        kit.text("subtitle", Box(x, top + upper + UNDER_HEADLINE, narrower, lower), lead, slot="subtitle"),
    )


def _headlines(kit: Kit, text: Rich, place: TextPlace) -> Iterator[Paragraph]:
    """The headline in each type that keeps it to a few lines, the largest first; in the smallest however many there are."""
    *larger, last = place.sizes
    for number, size in enumerate(larger):
        style = kit.heading(pt(size), place.colour, bold=place.bold)
        broken = balance(text, lambda line, s=style: kit.width(line, s), place.box.w, 3 + number)  # type: ignore[misc]
        if broken is not None:
            yield kit.para(broken, style, height=place.line_height + LOOSER[min(number, 2)])
    yield kit.para(text, kit.heading(pt(last), place.colour, bold=place.bold))


def pills(kit: Kit, deck: Deck, room: Box) -> tuple[Item, ...]:
    """The subject's name on its colour; a comparison shows one pill for each of its subjects."""
    items: list[Item] = []
    x = room.x
    style = _pill_style(kit, deck, room.w)
    most = (room.w + PILL_GAP) / max(1, len(deck.subjects)) - PILL_GAP
    crowded = _taken(kit, deck, style) > room.w + PILL_GAP
    for subject in deck.subjects:
        width = kit.width(subject.name, style) + PILL_ROOM
        width = min(width, most) if crowded else width  # a name then takes two lines
        box = Box(x, PILL_TOP, width, PILL_HIGH)
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
    """The largest type in which all pills stand beside each other, left of what is drawn."""
    styles = [kit.style(pt(size), kit.paper, bold=True) for size in (16, 14, 12)]
    return next((style for style in styles if _taken(kit, deck, style) <= room), styles[-1])


def _taken(kit: Kit, deck: Deck, style: Style) -> Length:
    """What all pills take on one line, each with the gap after it."""
    return total([kit.width(subject.name, style) + PILL_ROOM + PILL_GAP for subject in deck.subjects])


def facts_top(kit: Kit, deck: Deck) -> Length:
    """Where the rule above the facts runs: so that what stands last on the page keeps a margin like that at its left."""
    told = deck.colophon.session
    return kit.theme.stage.canvas.h - inch(1.4) - (SESSION_HIGH if told.client or told.trainer or told.place else ZERO)


def facts(kit: Kit, deck: Deck, spot: Spot, rule: tuple[Colour, float]) -> tuple[Item, ...]:
    """For whom, how long and when, below a rule of a colour and a weight in points."""
    told = (
        ("users", kit.words.say("label_for"), deck.colophon.audience),
        ("clock", kit.words.say("label_takes"), kit.words.say("minutes_long", n=round(deck.minutes))),
        ("calendar", kit.words.say("label_date"), short_day(deck.colophon)),
    )
    room, inks, foot, top = spot.title.box, inks_on(kit, spot), kit.theme.stage.canvas.h, facts_top(kit, deck)
    share = room.w.ratio(FACTS_WIDTH)
    width = min(FACT_WIDTH * share, FACTS[1] * share - BESIDE_ICON - inch(0.1))
    styles = [kit.style(pt(size), inks.strong, bold=True) for size in (18, 16, 14, 12)]
    style = next((s for s in styles if all(kit.width(value, s) <= width for _, _, value in told)), styles[-1])
    items: list[Item] = [kit.rule("facts-rule", (room.x, top), room.w - inch(0.3), *rule)]
    for (icon, label, value), start in zip(told, FACTS, strict=True):
        x = room.x + start * share
        paragraphs = [kit.para(label, kit.style(pt(14), inks.soft)), kit.para(value, style, before=pt(1))]
        high = max(inch(0.62), kit.height(paragraphs, width))
        place = Box(x + BESIDE_ICON, min(top + inch(0.18), foot - high - inch(0.1)), width, high)
        items.append(kit.icon(f"fact-{icon}", Box(x, top + inch(0.28), inch(0.34), inch(0.34)), icon, inks.accent))
        items.append(kit.text(f"fact-{icon}-text", place, paragraphs))
    return tuple(items)


def session_line(kit: Kit, session: Session, spot: Spot) -> tuple[Item, ...]:
    """For whom, by whom and where, as far as somebody said so, in a line below the facts."""
    told = (("set_client", session.client), ("set_trainer", session.trainer), ("set_place", session.place))
    lines = [kit.words.say(key, text=text) for key, text in told if text]
    if not lines:
        return ()
    strong, room, foot = inks_on(kit, spot).strong, spot.title.box, kit.theme.stage.canvas.h
    box = Box(room.x, foot - inch(0.64), room.w, inch(0.3))
    for size in (14, 12):
        style = kit.style(pt(size), strong)
        if kit.width(" · ".join(lines), style) <= box.w:
            return (kit.text("session", box, [kit.para(" · ".join(lines), style)]),)
    halves = (lines[:-1], lines[-1:])
    paragraphs = [kit.para(" · ".join(part), kit.style(pt(12), strong)) for part in halves]
    return (kit.text("session", Box(box.x, foot - inch(0.66), box.w, inch(0.44)), paragraphs),)


def stations(kit: Kit, deck: Deck, current: int, line: Box, inks: Inks) -> tuple[Item, ...]:
    """The progress line of a divider, with the sections' names below it."""
    items: list[Item] = []
    boxes = line.columns(len(deck.sections), inch(0.12))
    planned = {slide.id for slide in deck.slides}
    named = all(_fits(kit, deck.sections[i].title, box) for i, box in enumerate(boxes))
    for i, box in enumerate(boxes):
        section = deck.sections[i]
        items.append(kit.shape(f"station-{i + 1}", box, fill=inks.accent if i <= current else inks.line))
        style = kit.style(pt(14), inks.strong if i == current else inks.soft, bold=i == current)
        if not named and i != current:
            continue
        tick = inch(0.26) if i < current else ZERO
        if tick:
            sign = Box(box.x, line.y + inch(0.18), inch(0.18), inch(0.18))
            items.append(kit.icon(f"station-{i + 1}-done", sign, "check", inks.accent))
        width = box.w - tick if named else kit.width(section.title, style)
        place = Box(min(box.x + tick, line.right - width), line.y + inch(0.14), width, inch(0.5))
        leads = f"#{section.first_slide}" if i != current and section.first_slide in planned else ""
        items.append(replace(kit.text(f"station-{i + 1}-name", place, [kit.para(section.title, style)]), link=leads))
    return tuple(items)


def _fits(kit: Kit, name: str, box: Box) -> bool:
    """Whether a section's name stands in two lines below its part of the line."""
    style = kit.style(pt(14), kit.paper, bold=True)
    room = box.w - inch(0.26)
    longest = max(kit.width(word, style) for word in name.split() or ("",))
    return longest <= room and kit.height([kit.para(name, style)], room) <= inch(0.5)
