"""What somebody said, large, with who said it; only real people, or a portrait written for the course."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal, Self

from generator.block import Block, Flow, Overflow, Placed
from generator.blocks._parting import parted
from generator.blocks._room import AIR, choose, lines, narrowed, need, whole
from generator.blocks._ruled import note
from generator.blocks._tails import held, leaning
from generator.geometry import Box, Length, inch, mm, pt
from generator.kit import Kit, Paint
from generator.notation.inline import Text
from generator.page.items import Item
from generator.page.shapes import Command, Path, Verb
from generator.page.text import Anchor, Paragraph

MARK = inch(1.46)
MARK_HEIGHT = inch(1.1)
TO_TEXT = inch(0.6)
TO_PERSON = inch(0.45)
DISC = inch(0.84)
STEPS = ((60, 2), (44, 4), (36, 6), (28, 9), (24, 10), (20, 12))
"""Sizes of the text, and how many lines it may take at each."""
SHORT = 120
"""Characters of a quote that is never cut."""
SHEET_TEXT = pt(14)


class Quote(Block):
    """Somebody's words."""

    kind: Literal["quote"] = "quote"
    text: Text
    by: Text
    origin: Text | None = None

    layout: ClassVar[str] = "Quote"

    def split(self) -> tuple[Self, Self] | None:
        """A long quote goes on after a sentence; both halves say whose it is."""
        cut = parted(self.text) if len(str(self.text)) > SHORT else None
        return (self.model_copy(update={"text": cut[0]}), self.model_copy(update={"text": cut[1]})) if cut else None

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Marks and text, the speaker close below them; all of it in the middle of the box."""
        share = min(1.0, box.w.ratio(inch(12.133)))
        mark, side = box.cut_left(MARK * share, TO_TEXT * share)
        person = _person_height(kit, self, side.w)
        text = side.cut_bottom(person, TO_PERSON)[0]
        chosen = choose(_settings(kit, self), lambda s: s.taken(text.w), text.h)
        if isinstance(chosen, Overflow):
            return Overflow(chosen.need + person + TO_PERSON, box.h)
        told = [held(kit, chosen.paragraph, text.w * AIR)]
        width = narrowed(kit, told, text.w * AIR)
        height = kit.height(told, width)
        group = side.centred(side.w, height + TO_PERSON + person)
        text, foot = group.cut_top(height, TO_PERSON)
        items = [
            kit.shape("mark", Box(mark.x, text.y + inch(0.05), mark.w, MARK_HEIGHT * share), _marks(), fill=kit.accent),
            kit.text("text", Box(text.x, text.y, width, height), told),
            *_person(kit, self, foot),
        ]
        return Placed(tuple(items))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """Marks, the words in larger type, and below them who says so."""
        room = width - mm(11)
        text = leaning(kit.para(self.text, kit.style(SHEET_TEXT, bold=True), height=1.25))
        name = note(kit, self.by, kit.ink, bold=True)
        lower = [name, *([note(kit, self.origin)] if self.origin else [])]
        narrow = narrowed(kit, [text], room)
        above, below = kit.height([text], narrow), kit.height(lower, room)
        height = above + mm(2) + below + kit.sheet.padding * 2

        def draw(box: Box, heights: tuple[Length, ...]) -> tuple[Item, ...]:
            top = box.y + (heights[0] - above - mm(2) - below) / 2
            return (
                kit.shape("mark", Box(box.x, top + mm(0.8), mm(7), mm(5.3)), _marks(), fill=kit.accent),
                kit.text("text", Box(box.x + mm(11), top, narrow, above), [text]),
                kit.text("by", Box(box.x + mm(11), top + above + mm(2), room, below), lower),
            )

        return Flow((height,), (True,), draw)


@dataclass(frozen=True, slots=True)
class _Setting:
    kit: Kit
    paragraph: Paragraph
    most: int

    def taken(self, width: Length) -> Length | None:
        if not whole(self.kit, [self.paragraph], width) or lines(self.kit, [self.paragraph], width) > self.most:
            return None
        return need(self.kit, [self.paragraph], width)


def _settings(kit: Kit, quote: Quote) -> Iterator[_Setting]:
    for size, most in STEPS:
        yield _Setting(kit, leaning(kit.para(quote.text, kit.style(pt(size), bold=True), height=1.2)), most)


def _speaker(kit: Kit, quote: Quote) -> tuple[Paragraph, ...]:
    name = kit.para(quote.by, kit.style(pt(20), bold=True))
    return (name, kit.para(quote.origin, kit.style(pt(18), kit.quiet), before=inch(0.03))) if quote.origin else (name,)


def _person_height(kit: Kit, quote: Quote, width: Length) -> Length:
    return max(DISC, need(kit, _speaker(kit, quote), width - DISC - inch(0.25)))


def _person(kit: Kit, quote: Quote, box: Box) -> Iterator[Item]:
    disc, rest = box.cut_left(DISC, inch(0.25))
    yield kit.number(
        "by-disc",
        disc.centred(DISC, DISC),
        initials(str(quote.by)),
        kit.style(pt(24), kit.paper, bold=True),
        Paint(fill=kit.accent),
    )
    yield kit.text("by", rest, _speaker(kit, quote), anchor=Anchor.MIDDLE)


def initials(by: str) -> str:
    """The letters of a speaker's disc: of the first and last word before a comma or bracket."""
    words = [word for word in by.replace("(", ",").partition(",")[0].split() if word[:1].isalnum()]
    chosen = words[:1] + (words[-1:] if len(words) > 1 else [])
    return "".join(word[0].upper() for word in chosen) or "–"


def _marks() -> Path:
    """Two opening quotation marks on a grid of 160 x 120."""
    commands: list[Command] = []
    for x in (0.0, 94.0):
        commands += [
            Command(Verb.MOVE, ((x, 120.0),)),
            Command(Verb.LINE, ((x, 62.0),)),
            Command(Verb.CURVE, ((x, 27.0), (x + 27, 3.0), (x + 66, 0.0))),
            Command(Verb.LINE, ((x + 66, 25.0),)),
            Command(Verb.CURVE, ((x + 47, 29.0), (x + 36, 42.0), (x + 36, 60.0))),
            Command(Verb.LINE, ((x + 66, 60.0),)),
            Command(Verb.LINE, ((x + 66, 120.0),)),
            Command(Verb.CLOSE),
        ]
    return Path(tuple(commands), 160, 120)
