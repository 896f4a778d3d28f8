"""A timeline on a slide: pills on a line, below each a card with its points, at its foot what is there by then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from generator.block import Overflow, Placed
from generator.blocks._diagrams import along
from generator.blocks._room import choose, legible, lines, need, whole
from generator.blocks._tails import ends_short, held, on_lines
from generator.blocks.timeline.foot import ground
from generator.blocks.timeline.phase import Phase, Phases
from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import GAP, Kit, Paint
from generator.page.items import Item, ShapeItem, Stroke
from generator.page.shapes import Rectangle
from generator.page.text import Align, Anchor, Paragraph

LINE = inch(0.06)
ROOMY_COLUMN = inch(3.2)
"""Columns from this width on have more air."""
HANG = 0.75
"""How far the text of points stands in from their marks, as a share of its size."""
FLAG = inch(0.22)
BY_THEN = inch(0.27)
"""The line of a foot that carries the flag and the words before the outcome, with the space below it."""
MOST_OUTCOME = 4
MOST_GAP, MOST_RULED = 1.2, 2.0
"""Points stand at most this many times their size apart; more with a rule between them."""
LEAST_RULED = 0.8
"""Level points at least so many times their size apart have a rule between: a short one ends a row, and leaves no hole."""
UNDER_TITLE = 0.5
"""How much of the gap between points stands between the title and the first one, besides the title's own."""
STEPS = ((24, 20), (24, 18), (20, 18))
SMALLEST = (18, 16)
"""Sizes of a phase's title and of its points; the last before phases are parted."""
MOST_LINES, MOST_ALONE = 5, 7
"""Points in type above 18 take no more lines than this; a single point in each card may take more."""


def place_timeline(kit: Kit, block: Phases, box: Box) -> Placed | Overflow:
    """Fill `box` with the roomiest plan that fits."""
    plans = tuple(_plans(kit, block, box))
    chosen = choose(plans, lambda plan: plan.taken(), box.h)
    if isinstance(chosen, Overflow):
        return chosen
    alt = kit.words.say("timeline_alt", phases="; ".join(f"{phase.when}: {phase.title}" for phase in block.phases))
    return Placed(tuple(_cleaner(plans, chosen).draw()), alt)


@dataclass(frozen=True, slots=True)
class _Air:
    """Heights and spaces that do not come from texts."""

    pill: Length
    to_cards: Length
    inset: Length
    after_title: Length
    foot: Length
    """Above and below the text of a foot, together."""


AIR_STEPS = (
    _Air(inch(0.58), inch(0.2), inch(0.28), inch(0.12), inch(0.26)),
    _Air(inch(0.58), inch(0.2), inch(0.2), inch(0.1), inch(0.22)),
    _Air(inch(0.5), inch(0.12), inch(0.14), inch(0.06), inch(0.16)),
)


@dataclass(frozen=True, slots=True)
class _Plan:
    """One way to set the timeline in its box."""

    kit: Kit
    block: Phases
    box: Box
    sizes: tuple[int, int]
    air: _Air

    @property
    def phases(self) -> tuple[Phase, ...]:
        return self.block.phases

    @property
    def columns(self) -> tuple[Box, ...]:
        return self.box.columns(len(self.phases), GAP)

    @property
    def width(self) -> Length:
        """Of a card's text."""
        return self.columns[0].w - self.air.inset * 2

    def pill_size(self) -> Length | None:
        """The largest size at which every time stands on one line in its pill."""
        for size in self.kit.theme.sizes(18, 14):
            widths = (self.kit.width(p.when, self.kit.style(size, bold=True)) for p in self.phases)
            if max(widths) + self.air.pill * 0.7 <= self.columns[0].w:
                return size
        return None

    def title(self, phase: Phase) -> Paragraph:
        return self.kit.para(phase.title, self.kit.style(pt(self.sizes[0]), bold=True), height=1.15)

    def points(self, phase: Phase) -> list[Paragraph]:
        """The points as they are set, without the space between them."""
        style = self.kit.style(pt(self.sizes[1]))
        if all(len(p.said) < 2 for p in self.phases):
            return [held(self.kit, self.kit.para(text, style), self.width) for text in phase.said]
        told = [self.kit.point(text, style) for text in phase.said]
        hung = [replace(p, bullet=replace(p.bullet, indent=style.size * HANG)) if p.bullet else p for p in told]
        return [held(self.kit, paragraph, self.width) for paragraph in hung]

    def text(self, gap: Length) -> Length:
        """What the points of the fullest card take when they stand so far apart."""
        told = (self.points(phase) for phase in self.phases)
        return max(total([need(self.kit, [p], self.width) for p in points]) + gap * max(0, len(points) - 1) for points in told)

    def ranks(self) -> list[Length]:
        """What the highest first, second, third point of all cards takes."""
        told = [[need(self.kit, [p], self.width) for p in self.points(phase)] for phase in self.phases]
        return [max(heights) for heights in zip_longest(*told, fillvalue=ZERO)]

    def level(self, gap: Length) -> tuple[Length, ...]:
        """The heights of the ranks where points of one rank stand level so far apart; none without room."""
        ranks = self.ranks()
        return tuple(ranks) if total(ranks) + gap * (len(ranks) - 1) <= self.points_height else ()

    @property
    def points_height(self) -> Length:
        """What a card has for its points."""
        fixed = self.air.pill + self.air.to_cards + self.foot_height + self.air.inset * 2
        return self.box.h - fixed - self.title_height - self.air.after_title

    @property
    def most(self) -> int:
        """How many points the phase with the most of them has."""
        return max(len(phase.said) for phase in self.phases)

    @property
    def least_gap(self) -> Length:
        return pt(self.sizes[1]) * (0.2 if self.air == AIR_STEPS[-1] else 0.4)

    def outcomes(self) -> tuple[Paragraph, ...] | None:
        """What is there by then, wrapped ones on equally many lines in all cards; None where that does not fit."""
        kit = self.kit
        said = [p.outcome for p in self.phases if p.outcome]
        style = kit.style(pt(18), legible(kit, kit.role, kit.tint()), bold=True)
        larger = replace(style, size=pt(20))
        if self.sizes[1] >= 20 and all(kit.width(text, larger) <= self.width for text in said):
            style = larger
        told = [kit.para(text, style, height=1.15) for text in said]
        most = max((lines(kit, [p], self.width) for p in told), default=1)
        if most > MOST_OUTCOME or not whole(kit, told, self.width):
            return None
        return tuple(on_lines(kit, p, self.width, most) if lines(kit, [p], self.width) > 1 else p for p in told)

    @property
    def title_height(self) -> Length:
        return max(need(self.kit, [self.title(p)], self.width) for p in self.phases)

    @property
    def foot_height(self) -> Length:
        """The height of every foot: what the longest outcome takes; zero where no phase has one."""
        texts = [need(self.kit, [p], self.width) for p in self.outcomes() or ()]
        return max(texts) + self.air.foot + BY_THEN if texts else ZERO

    @property
    def stubs(self) -> int:
        """How many points end on a stub."""
        return sum(ends_short(self.kit, point, self.width) for phase in self.phases for point in self.points(phase))

    def _label(self) -> Paragraph:
        """What stands over the outcomes."""
        return self.kit.para(self.block.label or self.kit.words.say("by_then"), self.kit.style(pt(14), self.kit.quiet))

    def _labelled(self) -> bool:
        """Whether it stands on one line beside its flag."""
        room = self.width - FLAG - inch(0.08)
        told = any(phase.outcome for phase in self.phases)
        return not told or self.kit.width(self._label().text, self._label().runs[0].style) <= room

    def taken(self) -> Length | None:
        """The height of it all; None where a word would be broken, titles wrap in large type or large points run long."""
        points = [p for phase in self.phases for p in self.points(phase)]
        told = [*(self.title(p) for p in self.phases), *points]
        if self.pill_size() is None or not self._labelled() or not whole(self.kit, told, self.width) or self.outcomes() is None:
            return None
        if self.sizes[0] > 20 and any(lines(self.kit, [self.title(p)], self.width) > 1 for p in self.phases):
            return None
        most = MOST_LINES if any(len(p.said) > 1 for p in self.phases) else MOST_ALONE
        if self.sizes[1] > 18 and any(lines(self.kit, [p], self.width) > most for p in points):
            return None
        large = self.sizes[1] > 18  # only where points then still stand level
        fullest = total(self.ranks()) + self.least_gap * (self.most - 1) if large else self.text(self.least_gap)
        card = self.air.inset * 2 + self.title_height + self.air.after_title + fullest + self.foot_height
        return self.air.pill + self.air.to_cards + card

    def draw(self) -> Iterator[Item]:
        pills = tuple(self._pill(number) for number in range(len(self.phases)))
        yield from self._axis(pills)
        cards = self.box.cut_top(self.air.pill, self.air.to_cards)[1]
        outcomes = iter(self.outcomes() or ())
        for number, (phase, column) in enumerate(zip(self.phases, self.columns, strict=True), 1):
            yield pills[number - 1]
            card = Box(column.x, cards.y, column.w, cards.h)
            yield from self._card(f"phase-{number}", phase, card)
            if phase.outcome:
                yield from self._foot(f"phase-{number}", next(outcomes), card.cut_bottom(self.foot_height)[1])

    def _axis(self, pills: tuple[ShapeItem, ...]) -> Iterator[Item]:
        """From pill to pill, all of one colour: a stretch that differs says "done". It ends at the last pill."""
        for number, (pill, to) in enumerate(pairwise(pills), 1):
            if pill.box.right < to.box.x:
                yield along(self.kit, f"line-{number}", pill, to, Stroke(self.kit.accent, LINE))

    def _pill(self, number: int) -> ShapeItem:
        """When a phase is: all are filled alike, since a timeline does not know what day it is."""
        kit, high = self.kit, self.air.pill
        phase, column, name = self.phases[number], self.columns[number], f"phase-{number + 1}"
        style = kit.style(self.pill_size() or pt(14), kit.paper, bold=True)
        width = min(kit.width(phase.when, style) + high, column.w)
        text = [kit.para(phase.when, style, align=Align.CENTRE)]
        box = Box(column.x, column.y, width, high)
        return kit.label(f"{name}-when", box, text, Rectangle(high / 2), Paint(fill=kit.accent))

    def _card(self, name: str, phase: Phase, box: Box) -> Iterator[Item]:
        kit, foot = self.kit, self.foot_height
        yield kit.card(name, box)
        inner = (box.cut_bottom(foot)[0] if foot else box).inset(self.air.inset)
        head, rest = inner.cut_top(self.title_height, self.air.after_title)
        yield kit.text(f"{name}-title", head, [self.title(phase)])
        if phase.said:
            below = rest.cut_top(self._gap(rest.h) * UNDER_TITLE)[1] if self.most > 1 else rest
            yield kit.text(f"{name}-points", below, self._spaced(phase, rest.h))
            yield from self._rules(name, phase, below, self._gap(rest.h))

    def _rules(self, name: str, phase: Phase, box: Box, gap: Length) -> Iterator[Item]:
        """A rule in the middle of each gap between two points, level in all cards."""
        level, y = self.level(self.least_gap), box.y
        for number, height in enumerate(level[: len(phase.said) - 1] if gap >= pt(self.sizes[1]) * LEAST_RULED else (), 1):
            y = y + height + gap
            yield self.kit.rule(f"{name}-rule-{number}", (box.x, y - gap / 2), box.w, self.kit.line)

    def _gap(self, height: Length) -> Length:
        """Between any two points, the same in all cards: a share of what the fullest one leaves over."""
        level = self.level(self.least_gap)
        spare = height - (total(list(level)) if level else self.text(ZERO))
        least = self.least_gap if spare > self.least_gap * self.most else spare / self.most
        return max(least, min(pt(self.sizes[1]) * (MOST_RULED if level else MOST_GAP), spare / self.most))

    def _spaced(self, phase: Phase, height: Length) -> list[Paragraph]:
        """The points of a phase: level with those of the other cards where there is room, else at one distance."""
        gap, points, level = self._gap(height), self.points(phase), self.level(self.least_gap)
        own = [self.kit.height([point], self.width) for point in points]
        more = [level[n] - own[n] for n in range(len(points))] if level else [ZERO] * len(points)
        return [replace(p, before=gap + more[n - 1] if n else ZERO) for n, p in enumerate(points)]

    def _foot(self, name: str, outcome: Paragraph, box: Box) -> Iterator[Item]:
        kit = self.kit
        yield ground(kit, f"{name}-foot", box)
        label, text = box.inset(self.air.inset, self.air.foot / 2).cut_top(BY_THEN - inch(0.03), inch(0.03))
        flag, label = label.cut_left(FLAG, inch(0.08))
        yield kit.icon(f"{name}-flag", flag.centred(flag.w, flag.w), "flag", legible(kit, kit.role, kit.tint()))
        yield kit.text(f"{name}-by-then", label, [self._label()], anchor=Anchor.MIDDLE)
        yield kit.text(f"{name}-outcome", text, [outcome])


def _plans(kit: Kit, block: Phases, box: Box) -> Iterator[_Plan]:
    first = 0 if box.columns(len(block.phases), GAP)[0].w >= ROOMY_COLUMN else 1
    for sizes in STEPS:
        yield _Plan(kit, block, box, sizes, AIR_STEPS[first])
    yield _Plan(kit, block, box, STEPS[-1], AIR_STEPS[1])
    yield _Plan(kit, block, box, STEPS[-1], AIR_STEPS[2])
    yield _Plan(kit, block, box, SMALLEST, AIR_STEPS[2])


def _cleaner(plans: tuple[_Plan, ...], chosen: _Plan) -> _Plan:
    """The chosen plan, or the one a size further down where that leaves fewer stubs."""
    if not chosen.stubs:
        return chosen
    smaller = next((plan for plan in plans[plans.index(chosen) :] if plan.sizes[1] < chosen.sizes[1]), chosen)
    height = smaller.taken()
    fits = height is not None and height <= smaller.box.h
    return smaller if fits and smaller.stubs < chosen.stubs else chosen
