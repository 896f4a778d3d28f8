"""A decision on a sheet: an ink panel with the request, the options, boxes to tick and lines to sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.block import Flow
from generator.blocks.decision.request import Option, Request
from generator.geometry import ZERO, Box, Length, mm, pt
from generator.kit import Kit
from generator.notation.inline import Fragment, Rich
from generator.page.items import Item
from generator.page.text import Align, Anchor, Paragraph

ACROSS, DOWN = mm(6), mm(5)
ANSWERS = mm(58)
BETWEEN = mm(8)
BOX = mm(4.6)
ANSWER_PITCH, MOST_PITCH = mm(8.4), mm(11)
SIGNATURE = mm(9)
ASK = pt(16)


def flow_sheet(kit: Kit, request: Request, width: Length) -> Flow:
    """The panel as one row that keeps its height."""
    panel = _Panel(kit, request, width)
    return Flow((panel.height,), (False,), lambda box, heights: tuple(panel.draw(box)))


@dataclass(frozen=True, slots=True)
class _Panel:
    """The panel, measured for its width."""

    kit: Kit
    request: Request
    width: Length

    @property
    def options(self) -> tuple[Option, ...]:
        """The options; none where the page is short of room, since the deck shows them."""
        return () if self.kit.sheet.tight else self.request.options

    @property
    def left(self) -> Length:
        """The width of the request's column."""
        answers = min(ANSWERS, (self.width - ACROSS * 2) * 0.42)
        return self.width - ACROSS * 2 - answers - BETWEEN

    @property
    def height(self) -> Length:
        kit = self.kit
        left = kit.height(self._ask(), self.left) + mm(2.4)
        left = left + Length(sum(self._option_height(o).emu for o in self.options))
        foot = self._foot()
        left = left + (kit.height(foot, self.left) + mm(1.6) if foot else ZERO)
        return max(left, ANSWER_PITCH * 3 + SIGNATURE) + DOWN * 2

    def draw(self, box: Box) -> Iterator[Item]:
        kit = self.kit
        yield kit.shape("panel", box, fill=kit.ink)
        inner = box.inset(ACROSS, DOWN)
        left, right = inner.cut_left(self.left, BETWEEN)
        ask = self._ask()
        head, left = left.cut_top(kit.height(ask, left.w), mm(2.4))
        yield kit.text("ask", head, ask)
        for number, option in enumerate(self.options):
            row, left = left.cut_top(self._option_height(option))
            yield from self._option(option, number, row)
        if self._foot():
            yield kit.text("figures", left, self._foot(), anchor=Anchor.BOTTOM)
        yield from self._answers(right)

    def _ask(self) -> list[Paragraph]:
        kit = self.kit
        return [
            kit.para(kit.words.say("decision_asked_of_you"), kit.style(pt(10), kit.paper, bold=True)),
            kit.para(self.request.ask, kit.style(ASK, kit.paper, bold=True), height=1.28, before=mm(1.6)),
        ]

    def _foot(self) -> list[Paragraph]:
        """Figures on one line, and below it whose they are."""
        kit = self.kit
        parts: list[Fragment] = []
        for figure in self.request.figures:
            parts += [Fragment("  ·  ")] if parts else []
            parts += [*figure.label.fragments, Fragment("\u00a0"), *(Fragment(f.text, bold=True) for f in figure.value.fragments)]
        told = [kit.para(Rich(tuple(parts)), kit.style(kit.sheet.note, kit.paper), height=kit.sheet.leading)] if parts else []
        if self.request.source:
            told.append(kit.para(self.request.source, kit.style(kit.sheet.note, kit.mute), height=kit.sheet.leading))
        return told

    def _told(self, option: Option) -> list[Paragraph]:
        kit = self.kit
        colour = kit.light() if option.recommended else kit.paper
        parts = [Fragment(f.text, bold=True) for f in option.title.fragments]
        if option.text:
            parts += [Fragment(". "), *option.text.fragments]
        if option.recommended:
            parts += [Fragment(f" ({kit.words.say('recommended').lower()})", bold=True)]
        return [kit.para(Rich(tuple(parts)), kit.style(kit.sheet.note, colour), height=kit.sheet.leading)]

    def _cost(self, option: Option) -> list[Paragraph]:
        kit = self.kit
        colour = kit.light() if option.recommended else kit.paper
        style = kit.style(kit.sheet.note, colour, bold=True)
        return [kit.para(option.cost or "", style, align=Align.RIGHT, height=kit.sheet.leading)]

    def _cost_width(self) -> Length:
        style = self.kit.style(self.kit.sheet.note, bold=True)
        return max((self.kit.width(option.cost, style) for option in self.options if option.cost), default=ZERO)

    def _option_height(self, option: Option) -> Length:
        return self.kit.height(self._told(option), self.left - self._cost_width() - mm(2)) + mm(1.4)

    def _option(self, option: Option, number: int, box: Box) -> Iterator[Item]:
        kit, name = self.kit, f"option-{number + 1}"
        yield kit.rule(f"{name}-rule", (box.x, box.y), box.w, kit.theme.named["night3"], 0.5)
        text, cost = box.cut_right(self._cost_width(), mm(2))
        yield kit.text(f"{name}-text", text, self._told(option), anchor=Anchor.MIDDLE)
        if option.cost:
            yield kit.text(f"{name}-cost", cost, self._cost(option), anchor=Anchor.MIDDLE)

    def _answers(self, box: Box) -> Iterator[Item]:
        kit = self.kit
        style = kit.style(max(kit.sheet.size, pt(9.5)), kit.paper, bold=True)
        pitch = min(MOST_PITCH, (box.h - SIGNATURE) / 3)
        for number, key in enumerate(("agreed", "agreed_with_change", "not_agreed"), 1):
            row, box = box.cut_top(pitch)
            square, text = row.cut_left(BOX, mm(2.6))
            yield kit.shape(f"answer-{number}-box", square.centred(BOX, BOX), fill=kit.paper)
            yield kit.text(f"answer-{number}", text, [kit.para(kit.words.say(key), style)], anchor=Anchor.MIDDLE)
        for line, key in zip(box.columns(2, mm(4)), ("signature", "date_line"), strict=True):
            foot = line.cut_bottom(mm(4.6))[1]
            yield kit.rule(f"{key}-rule", (foot.x, foot.y), foot.w, kit.paper, 0.75)
            told = [kit.para(kit.words.say(key), kit.style(kit.sheet.note, kit.paper))]
            yield kit.text(key, foot, told, anchor=Anchor.BOTTOM)
