"""A decision on a sheet: an ink panel with the request, the options, boxes to tick and lines to sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.block import Flow
from generator.blocks._room import AIR, lines
from generator.blocks.decision.request import Option, Request
from generator.geometry import ZERO, Box, Length, mm, pt, total
from generator.kit import Kit
from generator.notation.inline import Fragment, Rich
from generator.page.items import Item
from generator.page.text import Align, Anchor, Paragraph, Run
from generator.typography.balance import balance

ACROSS, DOWN = mm(6), mm(5)
ANSWERS = mm(58)
BETWEEN = mm(8)
BOX = mm(4.6)
ANSWER_PITCH, NARROW_PITCH, MOST_PITCH = mm(7.2), mm(8.4), mm(11)
SIGNATURE = mm(9)
WRITTEN, WRITTEN_PITCH = 2, mm(6.2)
"""Lines to write a change on, and how far they stand apart."""
CHANGE = "agreed_with_change"
BAR, TO_BAR = mm(1.1), mm(2.6)
"""The bar that marks the recommended option hangs so far left of its words."""
ROW_PADDING, MOST_ROW_PADDING = mm(0.7), mm(1.8)
"""Above and below an option's words."""
ASK, NARROW_ASK = pt(16), pt(14)
WIDE = mm(130)
"""In panels narrower than this, boxes and lines stand below the request."""
SIGNED = mm(34)
"""Below so much for each, signature and date stand one below the other."""


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
    def narrow(self) -> bool:
        """Whether boxes and lines stand below the request."""
        return self.width < WIDE

    @property
    def left(self) -> Length:
        """The width of the request's column."""
        if self.narrow:
            return self.width - ACROSS * 2
        answers = min(ANSWERS, (self.width - ACROSS * 2) * 0.42)
        return self.width - ACROSS * 2 - answers - BETWEEN

    @property
    def height(self) -> Length:
        kit = self.kit
        left = kit.height(self._ask(), self.left) + mm(2.4)
        left = left + Length(sum(self._option_height(o).emu for o in self.request.options))
        foot = self._foot()
        left = left + (kit.height(foot, self.left) + mm(1.6) if foot else ZERO)
        return (left + mm(2.4) + self._answers_height() if self.narrow else max(left, self._answers_height())) + DOWN * 2

    def _answers_height(self) -> Length:
        """What boxes to tick, lines to write on and lines to sign take at least."""
        return self._pitch() * 3 + WRITTEN_PITCH * WRITTEN + SIGNATURE * len(self._lines())

    def _pitch(self) -> Length:
        """Of boxes to tick; in a narrow panel an answer may take two lines."""
        return NARROW_PITCH if self.narrow else ANSWER_PITCH

    def _lines(self) -> tuple[tuple[str, ...], ...]:
        """The lines to sign and date, in rows."""
        two = not self.narrow or self.left > SIGNED * 2
        return (("signature", "date_line"),) if two else (("signature",), ("date_line",))

    def draw(self, box: Box) -> Iterator[Item]:
        kit = self.kit
        yield kit.shape("panel", box, fill=kit.ink)
        inner = box.inset(ACROSS, DOWN)
        left, right = inner.cut_left(self.left, BETWEEN)
        if self.narrow:
            left, right = inner.cut_bottom(self._answers_height(), mm(2.4))
        ask = self._ask()
        head, left = left.cut_top(kit.height(ask, left.w), mm(2.4))
        yield kit.text("ask", head, ask)
        foot = self._foot()
        rows, left = left.cut_bottom(kit.height(foot, left.w), mm(1.6)) if foot else (left, left)
        options = self.request.options
        natural = [self._option_height(option) for option in options]
        more = min((rows.h - total(natural)) / len(options), (MOST_ROW_PADDING - ROW_PADDING) * 2)
        for number, (option, height) in enumerate(zip(options, natural, strict=True)):
            row, rows = rows.cut_top(height + more)
            yield from self._option(option, number, row)
        if foot:
            yield kit.text("figures", left, foot, anchor=Anchor.BOTTOM)
        yield from self._answers(right)

    def _ask(self) -> list[Paragraph]:
        kit, style = self.kit, self.kit.style(NARROW_ASK if self.narrow else ASK, self.kit.paper, bold=True)
        ask = balance(self.request.ask, lambda line: kit.width(line, style), self.left * AIR, 3) or self.request.ask
        return [
            kit.para(kit.words.say("decision_asked_of_you"), kit.style(pt(10), kit.paper, bold=True)),
            kit.para(ask, style, height=1.28, before=mm(1.6)),
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
        """An option and what follows from it; its name alone where the page is short of room, since the deck says the rest.

        The recommended one is bold throughout; the word that says so leads it, on a line of its own where one line is too short.
        """
        kit, strong = self.kit, option.recommended
        parts = [Fragment(f.text, bold=True) for f in option.title.fragments]
        if option.text and not kit.sheet.tight:
            parts += [Fragment(". "), *option.text.fragments]
        told = kit.para(Rich(tuple(parts)), kit.style(kit.sheet.note, kit.paper, bold=strong), height=kit.sheet.leading)
        if not strong:
            return [told]
        label = kit.para(kit.words.say("recommended"), kit.style(kit.sheet.note, kit.light(), bold=True))
        led = replace(told, runs=(*label.runs, Run("  ", label.runs[0].style), *told.runs))
        return [led] if lines(kit, [led], self.option_width) == 1 else [label, told]

    def _cost(self, option: Option) -> list[Paragraph]:
        kit = self.kit
        style = kit.style(kit.sheet.note, kit.paper, bold=True)
        return [kit.para(option.cost or "", style, align=Align.RIGHT, height=kit.sheet.leading)]

    def _cost_width(self) -> Length:
        style = self.kit.style(self.kit.sheet.note, bold=True)
        return max((self.kit.width(option.cost, style) for option in self.request.options if option.cost), default=ZERO)

    @property
    def option_width(self) -> Length:
        """Of the words of an option, left of what it costs."""
        return self.left - self._cost_width() - mm(2)

    def _option_height(self, option: Option) -> Length:
        return self.kit.height(self._told(option), self.option_width) + ROW_PADDING * 2

    def _option(self, option: Option, number: int, box: Box) -> Iterator[Item]:
        kit, name = self.kit, f"option-{number + 1}"
        yield kit.rule(f"{name}-rule", (box.x, box.y), box.w, kit.theme.named["night3"], 0.5)
        text, cost = box.cut_right(self._cost_width(), mm(2))
        if option.recommended:
            bar = Box(box.x - TO_BAR, box.y, BAR, box.h).inset(ZERO, ROW_PADDING)
            yield kit.shape(f"{name}-recommended", bar, fill=kit.light())
        yield kit.text(f"{name}-text", text, self._told(option), anchor=Anchor.MIDDLE)
        if option.cost:
            yield kit.text(f"{name}-cost", cost, self._cost(option), anchor=Anchor.MIDDLE)

    def _answers(self, box: Box) -> Iterator[Item]:
        kit = self.kit
        style = kit.style(max(kit.sheet.size, pt(9.5)), kit.paper, bold=True)
        pitch = min(MOST_PITCH, (box.h - self._answers_height()) / 3 + self._pitch())
        for number, key in enumerate(("agreed", CHANGE, "not_agreed"), 1):
            row, box = box.cut_top(pitch)
            square, text = row.cut_left(BOX, mm(2.6))
            yield kit.shape(f"answer-{number}-box", square.centred(BOX, BOX), fill=kit.paper)
            yield kit.text(f"answer-{number}", text, [kit.para(kit.words.say(key), style)], anchor=Anchor.MIDDLE)
            if key == CHANGE:
                written, box = box.cut_top(WRITTEN_PITCH * WRITTEN)
                for line, place in enumerate(written.cut_left(BOX, mm(2.6))[1].rows(WRITTEN), 1):
                    yield kit.rule(f"change-{line}-rule", (place.x, place.bottom - mm(1)), place.w, kit.paper, 0.75)
        lines = self._lines()
        for row, keys in zip(box.cut_bottom(SIGNATURE * len(lines))[1].rows(len(lines)), lines, strict=True):
            for strip, name in zip(row.columns(len(keys), mm(4)), keys, strict=True):
                yield from self._line(name, strip.cut_bottom(mm(4.6))[1])

    def _line(self, key: str, foot: Box) -> Iterator[Item]:
        """A line to write on, and below it what for."""
        kit = self.kit
        yield kit.rule(f"{key}-rule", (foot.x, foot.y), foot.w, kit.paper, 0.75)
        told = [kit.para(kit.words.say(key), kit.style(kit.sheet.note, kit.paper))]
        yield kit.text(key, foot, told, anchor=Anchor.BOTTOM)
