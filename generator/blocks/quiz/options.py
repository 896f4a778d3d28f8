"""The options of a quiz on a slide: cards in two columns or rows, the right one on solid green where it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.blocks._headings import calmest, capped
from generator.blocks._room import lines, need, whole
from generator.blocks._tails import held
from generator.blocks.quiz.question import Choice, Question
from generator.geometry import ZERO, Box, Length, inch, pt
from generator.kit import GAP, Kit, Paint
from generator.page.colour import Colour
from generator.page.items import GroupItem, Item, Stroke
from generator.page.shapes import Ellipse
from generator.page.text import Align, Anchor, Paragraph

GOOD = "accent4"
INSET, RIGHT = inch(0.28), inch(0.2)
"""Of a card; words may come nearer to its right edge, where lines are of unlike length anyway."""
LEAST = inch(0.12)
"""Between disc and text at least."""
TIGHT, AIRY = inch(0.08), inch(0.16)
"""Above and below the text of a row; more of it in large type."""
DISC = inch(0.62)
TO_TEXT = inch(0.28)
MOST = inch(0.4)
"""Between disc and text; what is left then lies above the one and below the other, so that they stay together."""
STACKED = ((24, 20), (24, 18), (20, 18))
ROWS = ((28, 24), (24, 20), (24, 18), (20, 18))
BESIDE = ((24, 18), (20, 18))
SMALLEST = (18, 18)
"""Sizes of an option's title and of its text; the last resort for long titles."""
CLOSE = ((18, 16), (16, 16))
"""The same in small boxes, where discs, air and gaps are smaller too."""
CLOSE_DISC, CLOSE_GAP, CLOSE_INSET, CLOSE_AIR = inch(0.42), inch(0.1), inch(0.18), inch(0.04)


class Form(StrEnum):
    """How the options stand."""

    STACKED = "stacked"
    """Two columns, the letter above the text."""
    BESIDE = "beside"
    """Two columns, the letter left of the text."""
    ROWS = "rows"
    """One column, the letter left of the text."""


@dataclass(frozen=True, slots=True)
class Options:
    """One way to set the options."""

    kit: Kit
    quiz: Question
    box: Box
    form: Form
    sizes: tuple[int, int]
    calm: bool

    @property
    def close(self) -> bool:
        """Whether it is set for a small box."""
        return self.sizes in CLOSE

    @property
    def disc(self) -> Length:
        """The side of a letter's disc."""
        return CLOSE_DISC if self.close else DISC

    @property
    def inset(self) -> Length:
        """From a card's edge to its disc."""
        return CLOSE_INSET if self.close else INSET

    @property
    def places(self) -> tuple[Box, ...]:
        """The cards in reading order."""
        count, gap = len(self.quiz.options), CLOSE_GAP if self.close else GAP
        if self.form is Form.ROWS:
            return self.box.rows(count, gap)
        rows = self.box.rows((count + 1) // 2, gap)
        cards = [card for row in rows for card in row.columns(2, gap)]
        return (*cards[:count],) if count % 2 == 0 else (*cards[: count - 1], rows[-1])

    @property
    def tag(self) -> Paragraph:
        """The words on the right option."""
        size = pt(14) if self.form is Form.BESIDE or self.close else pt(18)
        align = Align.LEFT if self.form is Form.BESIDE else Align.RIGHT
        return self.kit.para(self.kit.words.say("right_answer"), self.kit.style(size, self.kit.paper, bold=True), align=align)

    @property
    def tag_width(self) -> Length:
        """What the words on the right option take on one line."""
        return self.kit.width(self.tag.text, self.tag.runs[0].style) * 1.04

    def told(self, option: Choice, title: Colour, text: Colour) -> list[Paragraph]:
        """An option's words."""
        kit = self.kit
        first = kit.para(option.title, kit.style(pt(self.sizes[0]), title, bold=True), height=1.15)
        return [first, *([kit.para(option.text, kit.style(pt(self.sizes[1]), text), before=inch(0.05))] if option.text else [])]

    def room(self, card: Box) -> Box:
        """Where an option's words may stand."""
        if self.form is Form.STACKED:
            return card.inset(INSET, ZERO, RIGHT)
        air = CLOSE_AIR if self.close else TIGHT
        inner = card.inset(self.inset, air, RIGHT if self.form is Form.BESIDE else self.inset)
        inner = inner.cut_left(self.disc, CLOSE_INSET if self.close else TO_TEXT)[1]
        tagged = self.form is Form.ROWS and not (self.close and not self.quiz.answered)
        return inner.cut_right(self.tag_width, TO_TEXT)[0] if tagged else inner

    def taken(self) -> Length | None:
        """The height of all cards; None where a word would be broken or texts take too many lines for their size."""
        places, kit = self.places, self.kit
        told = [self.told(option, kit.ink, kit.quiet) for option in self.quiz.options]
        rooms = [self.room(card) for card in places]
        if min(room.w for room in rooms) < inch(1) or not all(whole(kit, t, r.w) for t, r in zip(told, rooms, strict=True)):
            return None
        if self.calm and not all(self._calm(t, r.w) for t, r in zip(told, rooms, strict=True)):
            return None
        if self.form is Form.BESIDE and (self.quiz.answered or not self.close):
            told = [[self.tag, *texts] for texts in told]
        words = max(need(kit, t, r.w) for t, r in zip(told, rooms, strict=True))
        high = (
            INSET * 2 + DISC + LEAST + words
            if self.form is Form.STACKED
            else max(self.disc, words) + (CLOSE_AIR if self.close else AIRY if self.sizes[0] > 20 else TIGHT) * 2
        )
        rows = len({card.y for card in places})
        return high * rows + (CLOSE_GAP if self.close else GAP) * (rows - 1)

    def air(self, card: Box) -> tuple[Length, Length]:
        """Above a stacked card's disc, and between the disc and words: alike as far as it goes, the same in all cards."""
        spare = (
            card.h
            - DISC
            - max(
                need(self.kit, self.told(option, self.kit.ink, self.kit.quiet), self.room(place).w)
                for option, place in zip(self.quiz.options, self.places, strict=True)
            )
        )
        between = max(LEAST, min(MOST, spare - INSET * 2, spare / 3))
        return (spare - between) / 2, between

    def _calm(self, told: list[Paragraph], width: Length) -> bool:
        title, *text = told
        return lines(self.kit, [title], width) == 1 and lines(self.kit, text, width) <= 2

    def draw(self) -> Iterator[Item]:
        """The cards, one after the other."""
        for place, (option, card) in enumerate(zip(self.quiz.options, self.places, strict=True)):
            letter = self.quiz.letter(place)
            yield from self._card(f"option-{letter.lower()}", letter, option, card)

    def _card(self, name: str, letter: str, option: Choice, card: Box) -> Iterator[Item]:
        kit, answered = self.kit, self.quiz.answered
        right = answered and option.right
        yield kit.card(name, card, Colour(GOOD) if right else None)
        yield self._sign(name, letter, card, right)
        if right and self.form is not Form.BESIDE:
            yield self._tag(name, card)
        title, text = (kit.paper, kit.paper) if right else (kit.quiet if answered else kit.ink, kit.quiet)
        told = self.told(option, title, text)
        room, anchor = self.room(card), Anchor.MIDDLE
        if self.form is Form.STACKED:
            above, between = self.air(card)
            room, anchor = room.cut_top(above + DISC + between)[1], Anchor.TOP
        told = [told[0], *(held(kit, paragraph, room.w) for paragraph in told[1:])]
        width = calmest(kit, told, room.w)
        shown = [self.tag, *told] if right and self.form is Form.BESIDE else told
        yield kit.text(f"{name}-text", Box(room.x, room.y, width, room.h), shown, anchor=anchor)

    def _sign(self, name: str, letter: str, card: Box, right: bool) -> Item:
        """The letter; on the slide with the answer a tick, or the letter in a quiet ring."""
        kit = self.kit
        side = min(self.disc, card.h)
        y = card.y + (self.air(card)[0] if self.form is Form.STACKED else (card.h - side) / 2)
        place = Box(card.x + self.inset, y, side, side)
        if right:
            tick = kit.icon(f"{name}-tick", place.centred(side * 0.62, side * 0.62), "check", Colour(GOOD))
            return GroupItem(kit.mark(f"{name}-sign"), place, (kit.shape(f"{name}-disc", place, Ellipse(), fill=kit.paper), tick))
        if self.quiz.answered:
            quiet = Colour("accent6")
            paint = Paint(fill=kit.paper, stroke=Stroke(quiet, pt(1.5)))
            return kit.number(f"{name}-letter", place, letter, kit.style(pt(16 if self.close else 20), quiet, bold=True), paint)
        return kit.number(
            f"{name}-letter", place, letter, kit.style(pt(16 if self.close else 20), kit.paper, bold=True), Paint(kit.accent)
        )

    def _tag(self, name: str, card: Box) -> Item:
        inner = card.inset(self.inset, ZERO).cut_right(self.tag_width)[1]
        place = Box(inner.x, card.y + self.air(card)[0], inner.w, DISC) if self.form is Form.STACKED else inner
        return self.kit.text(f"{name}-tag", place, [self.tag], anchor=Anchor.MIDDLE)


def settings(kit: Kit, quiz: Question, box: Box) -> Iterator[Options]:
    """All ways to set the options in a box, the calmest first."""
    forms = (Form.STACKED, Form.BESIDE, Form.ROWS) if len(quiz.options) == 4 else (Form.ROWS, Form.STACKED, Form.BESIDE)
    for calm in (True, False):
        for form in forms:
            steps = STACKED if form is Form.STACKED else BESIDE if form is Form.BESIDE else capped(kit, ROWS)
            for sizes in steps if calm else (*steps[-2:], SMALLEST):
                yield Options(kit, quiz, box, form, sizes, calm)
    for form in (Form.BESIDE, Form.ROWS):
        for sizes in CLOSE:
            yield Options(kit, quiz, box, form, sizes, calm=False)
