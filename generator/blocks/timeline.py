"""Phases in time, three to five side by side: when, what it is called, what happens, what is there by then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, Self

from pydantic import Field

from generator.block import Block, Flow, Overflow, Part, Placed, halves
from generator.blocks._room import AIR, choose, legible, need, whole
from generator.blocks._ruled import note, small
from generator.geometry import ZERO, Box, Length, inch, mm, pt
from generator.kit import CORNER, GAP, Kit
from generator.notation.inline import Text
from generator.page.colour import Colour
from generator.page.items import Ellipse, Item, Rectangle, Stroke
from generator.page.text import Align, Anchor, Paragraph

PILL = inch(0.58)
LINE = inch(0.06)
TO_CARDS = inch(0.2)
ROOMY = inch(3.2)
"""Columns from this width on have the wider inset, and the flag beside the outcome instead of above it."""
STEPS = ((28, 24), (24, 20), (24, 18), (20, 18))
"""Sizes of a phase's title and of its points."""


class Phase(Part):
    """One stretch of time."""

    when: Text
    title: Text
    points: tuple[Text, ...] = Field(min_length=1, max_length=3)
    outcome: Text | None = None


class Timeline(Block):
    """A row of phases; the first one is where the reader stands."""

    kind: Literal["timeline"] = "timeline"
    phases: tuple[Phase, ...] = Field(min_length=3, max_length=5)

    def split(self) -> tuple[Self, Self] | None:
        """The earlier and the later phases."""
        if len(self.phases) < 2:
            return None
        first, second = halves(self.phases)
        return self.model_copy(update={"phases": first}), self.model_copy(update={"phases": second})

    def place(self, kit: Kit, box: Box) -> Placed | Overflow:
        """Pills on a line, below each a card with its points, at its foot what is there by then."""
        if not self.phases:
            return Placed(())
        columns = box.columns(len(self.phases), GAP)
        pill = _pill_size(kit, self.phases, columns[0].w)
        foot = _foot_height(kit, self.phases, columns[0].w)
        cards = box.cut_top(PILL, TO_CARDS)[1]
        chosen = choose(_settings(kit, columns[0].w), lambda s: _taken(s, self.phases, foot), cards.h)
        if isinstance(chosen, Overflow):
            return Overflow(chosen.need + PILL + TO_CARDS, box.h)
        if pill is None or _outcome_breaks(kit, self.phases, columns[0].w):
            return Overflow(box.h * 1.2, box.h)
        items = [*_axis(kit, box, columns), *_pills(kit, self.phases, columns, pill)]
        title = max(need(kit, [chosen.title_of(p)], chosen.width) for p in self.phases)
        for number, (phase, column) in enumerate(zip(self.phases, columns, strict=True), 1):
            card = Box(column.x, cards.y, column.w, cards.h)
            items.extend(_card(replace(chosen, name=f"phase-{number}"), phase, card, (title, foot)))
        return Placed(tuple(items))

    def flow(self, kit: Kit, width: Length) -> Flow:
        """Equal columns: time, a dot on the line, the name, and at most a few lines of text."""
        columns = Box(ZERO, ZERO, width, ZERO).columns(max(1, len(self.phases)), mm(4))
        heads = [[kit.para(p.when, kit.style(pt(13), bold=True))] for p in self.phases]
        head = max((kit.height(h, columns[0].w) for h in heads), default=ZERO)
        texts = [_sheet_text(kit, p) for p in self.phases]
        text = max((kit.height(t, columns[0].w) for t in texts), default=ZERO)
        rail = mm(4.6)

        def draw(box: Box, heights: tuple[Length, ...]) -> tuple[Item, ...]:
            y = box.y + head + rail / 2
            items: list[Item] = [kit.rule("line", box.x, y, box.w, kit.accent, 1)]
            for i, column in enumerate(columns):
                x, name = box.x + column.x, f"phase-{i + 1}"
                items.append(kit.text(f"{name}-when", Box(x, box.y, column.w, head), heads[i], anchor=Anchor.BOTTOM))
                items.append(kit.shape(f"{name}-dot", Box(x, y - mm(1.3), mm(2.6), mm(2.6)), Ellipse(), fill=kit.accent))
                items.append(kit.text(f"{name}-text", Box(x, box.y + head + rail, column.w, text), texts[i]))
            return tuple(items)

        return Flow((head + rail + text,), (False,), draw)


@dataclass(frozen=True, slots=True)
class _Setting:
    """One way to set the cards."""

    kit: Kit
    title: Length
    points: Length
    inset: Length
    width: Length
    """Of the texts."""
    name: str = ""

    def title_of(self, phase: Phase) -> Paragraph:
        return self.kit.para(phase.title, self.kit.style(self.title, bold=True), height=1.15)

    def points_of(self, phase: Phase, gap: Length) -> list[Paragraph]:
        style = self.kit.style(self.points)
        return [replace(self.kit.point(text, style, before=gap), line_height=1.2) for text in phase.points]


def _settings(kit: Kit, column: Length) -> Iterator[_Setting]:
    inset = _inset(column)
    for title, points in STEPS:
        yield _Setting(kit, pt(title), pt(points), inset, column - inset * 2)


def _inset(column: Length) -> Length:
    return inch(0.28) if column >= ROOMY else inch(0.22) if column >= inch(2.4) else inch(0.16)


def _taken(setting: _Setting, phases: tuple[Phase, ...], foot: Length) -> Length | None:
    """The height of the tallest card; None where a word would be broken or titles differ in their lines."""
    kit, width = setting.kit, setting.width
    titles = [setting.title_of(p) for p in phases]
    points = [setting.points_of(p, setting.points * 0.35) for p in phases]
    if not whole(kit, [*titles, *(p for group in points for p in group)], width):
        return None
    title = max(need(kit, [t], width) for t in titles)
    if title > setting.title * 1.3 and setting.title.pt > 20:
        return None
    return setting.inset * 2 + title + inch(0.12) + max(need(kit, p, width) for p in points) + foot


def _pill_size(kit: Kit, phases: tuple[Phase, ...], column: Length) -> Length | None:
    """The largest size at which every time stands on one line in its pill."""
    for size in kit.theme.sizes(18, 14):
        if all(kit.width(p.when, kit.style(size, bold=True)) + PILL * 0.7 <= column for p in phases):
            return size
    return None


def _axis(kit: Kit, box: Box, columns: tuple[Box, ...]) -> Iterator[Item]:
    line = Box(box.x, box.y + (PILL - LINE) / 2, box.w, LINE)
    yield kit.shape("line", line, fill=kit.line)
    run = columns[1].x - box.x if len(columns) > 1 else box.w
    yield kit.shape("line-run", Box(line.x, line.y, run, line.h), fill=kit.accent)


def _pills(kit: Kit, phases: tuple[Phase, ...], columns: tuple[Box, ...], size: Length) -> Iterator[Item]:
    for number, (phase, column) in enumerate(zip(phases, columns, strict=True), 1):
        now = number == 1
        style = kit.style(size, kit.paper if now else kit.accent, bold=True)
        width = min(kit.width(phase.when, style) + PILL, column.w)
        text = [kit.para(phase.when, style, align=Align.CENTRE)]
        fill, stroke = (kit.accent, None) if now else (kit.paper, Stroke(kit.accent, pt(1.5)))
        place, pill = Box(column.x, column.y, width, PILL), Rectangle(PILL / 2)
        yield kit.label(f"phase-{number}-when", place, text, pill, fill=fill, stroke=stroke)


def _card(setting: _Setting, phase: Phase, box: Box, reserved: tuple[Length, Length]) -> Iterator[Item]:
    """A card; `reserved` is the height of the titles and of the feet, equal in all cards."""
    kit, (title, foot) = setting.kit, reserved
    yield kit.card(setting.name, box)
    upper = box.cut_bottom(foot)[0] if foot else box
    inner = upper.inset(setting.inset)
    head, rest = inner.cut_top(title, inch(0.12))
    yield kit.text(f"{setting.name}-title", head, [setting.title_of(phase)])
    gap = _gap(setting, phase, rest.h)
    yield kit.text(f"{setting.name}-points", rest, setting.points_of(phase, gap))
    if foot and phase.outcome:
        yield from _foot(kit, phase, setting.name, box.cut_bottom(foot)[1])


def _gap(setting: _Setting, phase: Phase, height: Length) -> Length:
    """Space between points: what is left over, shared out, but never so much that a list falls apart."""
    least = setting.points * 0.35
    spare = height * AIR - need(setting.kit, setting.points_of(phase, ZERO), setting.width)
    return max(least, min(setting.points * 1.1, spare / max(1, len(phase.points))))


def _outcome(kit: Kit, phase: Phase) -> Paragraph:
    return kit.para(phase.outcome or "", kit.style(pt(18), legible(kit, kit.role, kit.tint()), bold=True), height=1.15)


def _by_then(kit: Kit) -> Paragraph:
    return kit.para(kit.words.say("by_then"), kit.style(pt(14), kit.quiet))


def _outcome_width(column: Length) -> Length:
    inset = _inset(column)
    return column - inset * 2 - (inch(0.62) if column >= ROOMY else ZERO)


def _outcome_breaks(kit: Kit, phases: tuple[Phase, ...], column: Length) -> bool:
    return not whole(kit, [_outcome(kit, p) for p in phases if p.outcome], _outcome_width(column))


def _foot_height(kit: Kit, phases: tuple[Phase, ...], column: Length) -> Length:
    """The height of every foot: what the longest outcome takes; zero where no phase has one."""
    texts = [need(kit, [_outcome(kit, p)], _outcome_width(column)) for p in phases if p.outcome]
    return max(texts) + inch(0.24) + inch(0.03) + inch(0.26) if texts else ZERO


def _foot(kit: Kit, phase: Phase, name: str, box: Box) -> Iterator[Item]:
    wide, inset = box.w >= ROOMY, _inset(box.w)
    yield kit.shape(f"{name}-foot", box, Rectangle(CORNER), fill=kit.tint())
    inner = box.inset(inset, inch(0.12))
    colour = legible(kit, kit.role, kit.tint())
    if wide:
        flag, inner = inner.cut_left(inch(0.42), inch(0.2))
        yield kit.icon(f"{name}-flag", flag.centred(flag.w, flag.w), "flag", colour)
    label, text = inner.cut_top(inch(0.24), inch(0.03))
    if not wide:
        flag, label = label.cut_left(inch(0.22), inch(0.08))
        yield kit.icon(f"{name}-flag", flag.centred(flag.w, flag.w), "flag", colour)
    yield kit.text(f"{name}-by-then", label, [_by_then(kit)], anchor=Anchor.MIDDLE)
    yield kit.text(f"{name}-outcome", text, [_outcome(kit, phase)])


def _sheet_text(kit: Kit, phase: Phase) -> list[Paragraph]:
    texts = [small(kit, phase.title, bold=True), *(small(kit, point) for point in phase.points)]
    if phase.outcome:
        texts.append(note(kit, phase.outcome, Colour(kit.role), bold=True))
    return texts
