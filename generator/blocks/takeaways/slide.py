"""Takeaways on a slide: numbered rows at the left, the next steps on a solid panel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.blocks._headings import calmest
from generator.blocks._room import lines, need, whole
from generator.blocks.takeaways.parts import Keep, NextStep, Said
from generator.geometry import ZERO, Box, Length, inch, pt, total
from generator.kit import GAP, Kit
from generator.page.items import Item
from generator.page.text import Anchor, Paragraph

WIDE = inch(10)
"""Boxes from this width on have the panel at the right; in others it stands below."""
PANEL_SHARE = 3.911 / 12.133
INSET, DENSE_INSET = inch(0.34), inch(0.26)
NUMBER, NARROW_NUMBER = inch(1.15), inch(0.8)
ICON = inch(0.4)
LEAST_GAP = inch(0.16)
"""Between rows."""
STEP_GAP, DENSE_GAP = inch(0.28), inch(0.12)
"""Between steps."""
MOST_AIR = inch(0.45)
"""Above and below a rule in the panel: a few steps stand right below its heading, and leave its foot free."""
MOST_LINES = 3
"""Of a step's text, unless its type is the smallest."""
BANDED = 3
"""So many points without next steps stand on bands of their own."""
BAND_INSET = inch(0.4)
SIZES = ((28, 24), (24, 20), (24, 18), (20, 18))
"""Of a point's title and text."""
STEPS = ((24, 20), (20, 18), (18, 18))
"""Of a step's time and text; at the smallest the panel is denser too."""
DENSE = 18
WHITE_RULE = 0.75


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to set points and steps."""

    kit: Kit
    said: Said
    box: Box
    sizes: tuple[int, int]
    steps: tuple[int, int]
    first: int = 1
    """The number of the first point, where earlier ones stand on the slide before."""

    @property
    def banded(self) -> bool:
        """Whether every point stands on a band, since nothing stands beside them."""
        return not self.said[1] and len(self.said[0]) <= BANDED and self.box.w >= WIDE

    @property
    def aside(self) -> bool:
        """Whether the panel stands at the right of the rows."""
        return bool(self.said[1]) and self.box.w >= WIDE

    @property
    def inset(self) -> Length:
        """From the panel's edge to its words."""
        return DENSE_INSET if self.steps[0] == DENSE else INSET

    @property
    def areas(self) -> tuple[Box, Box | None]:
        """Where the rows stand, and where the panel."""
        if not self.said[1]:
            return self.box, None
        if self.aside:
            return self.box.cut_right(self.box.w * PANEL_SHARE, GAP)
        return self.box.cut_bottom(self.panel_height(), GAP)

    @property
    def number(self) -> Length:
        """The width of the numbers' column."""
        return NUMBER if self.box.w >= inch(7.5) else NARROW_NUMBER

    @property
    def width(self) -> Length:
        """Of the points' texts."""
        room = self.areas[0].w - self.number - (BAND_INSET * 2 if self.banded else inch(0.2))
        return room if self.banded else min(room, inch(8.3))

    def texts(self, point: Keep) -> list[Paragraph]:
        """A point's title and text."""
        title = self.kit.para(point.title, self.kit.style(pt(self.sizes[0]), bold=True), height=1.15)
        style = self.kit.style(pt(self.sizes[1]), self.kit.quiet)
        return [title, *([self.kit.para(point.text, style, before=pt(4))] if point.text else [])]

    def heights(self) -> list[Length]:
        """What each point takes."""
        return [need(self.kit, self.texts(point), self.width) for point in self.said[0]]

    def rows(self, box: Box) -> list[Box]:
        """A row for each point: bands are alike, others leave as much air above and below every rule."""
        if self.banded:
            return list(box.rows(len(self.said[0]), GAP))
        heights, rows = self.heights(), []
        air = (box.h - total(heights)) / len(heights)
        for height in heights:
            row, box = box.cut_top(height + air)
            rows.append(row)
        return rows

    @property
    def roomy(self) -> bool:
        """Whether the panel's heading may be large."""
        return self.aside and self.steps[0] > DENSE

    def heading(self) -> Paragraph:
        """The panel's heading."""
        style = self.kit.style(pt(24 if self.roomy else 20), self.kit.paper, bold=True)
        return self.kit.para(self.kit.words.say("do_next"), style)

    def step(self, step: NextStep) -> list[Paragraph]:
        """When, and what to do."""
        when = self.kit.para(step.when, self.kit.style(pt(self.steps[0]), self.kit.paper, bold=True))
        return [when, self.kit.para(step.text, self.kit.style(pt(self.steps[1]), self.kit.paper), before=pt(2))]

    @property
    def step_width(self) -> Length:
        """Of the steps' texts."""
        icons = ICON + inch(0.2) if any(step.icon for step in self.said[1]) else ZERO
        if self.aside:
            return self.box.w * PANEL_SHARE - self.inset * 2 - icons
        count = max(1, len(self.said[1]))
        return (self.box.w - self.inset * 2 - INSET * (count - 1)) / count - icons

    def step_heights(self) -> list[Length]:
        """What each step takes."""
        return [need(self.kit, self.step(step), self.step_width) for step in self.said[1]]

    def panel_height(self) -> Length:
        """What the panel needs."""
        head = need(self.kit, [self.heading()], inch(3))
        if self.aside:
            gap = STEP_GAP if self.roomy else DENSE_GAP
            return self.inset * 2 + head + total(self.step_heights()) + gap * len(self.said[1])
        return inch(0.4) + head + inch(0.1) + max(self.step_heights())

    def _calm(self, step: NextStep) -> bool:
        """Whether a step's text is short, and no word of it stands on its line by a hair only: rules would look uneven."""
        text, width = self.step(step)[1:], self.step_width
        return lines(self.kit, text, width) <= MOST_LINES and need(self.kit, text, width) == self.kit.height(text, width)

    def taken(self) -> Length | None:
        """The height needed; None where a word would be broken."""
        points, steps = self.said
        texts = [self.texts(point) for point in points]
        if not whole(self.kit, [p for group in texts for p in group], self.width):
            return None
        if not whole(self.kit, [p for step in steps for p in self.step(step)], self.step_width):
            return None
        if self.steps[0] > DENSE and not all(self._calm(step) for step in steps):
            return None
        if self.banded and self.sizes[0] > 28 and any(lines(self.kit, [p], self.width) > 1 for group in texts for p in group):
            return None
        heights = self.heights()
        if not steps:
            return (
                (max(heights) + LEAST_GAP + GAP) * len(points) - GAP if self.banded else total(heights) + LEAST_GAP * len(points)
            )
        rows = total(heights) + LEAST_GAP * len(points)
        return max(rows, self.panel_height()) if self.aside else rows + GAP + self.panel_height()


def settings(kit: Kit, said: Said, box: Box, first: int = 1) -> Iterator[Setting]:
    """All ways to set takeaways in a box, the largest type first."""
    for sizes in SIZES if not said[1] and box.w >= WIDE else SIZES[1:]:
        for steps in STEPS:
            yield Setting(kit, said, box, sizes, steps, first)


def draw_takeaways(setting: Setting) -> Iterator[Item]:
    """Rows, then the panel."""
    rows, panel = setting.areas
    yield from _rows(setting, rows)
    if panel:
        yield setting.kit.card("next", panel, setting.kit.accent)
        inner = panel.inset(setting.inset, setting.inset if setting.aside else inch(0.2))
        yield from _column(setting, inner) if setting.aside else _strip(setting, inner)


def _rows(setting: Setting, box: Box) -> Iterator[Item]:
    kit, points = setting.kit, setting.said[0]
    rows = setting.rows(box)
    lowest = min(row.h for row in rows)
    size = 80 if setting.banded and lowest > inch(1.6) else 60 if lowest > inch(1.1) else 44
    style = kit.style(pt(size), kit.accent, bold=True)
    for place, (point, row) in enumerate(zip(points, rows, strict=True)):
        name, number = f"point-{place + 1}", str(place + setting.first)
        if setting.banded:
            yield kit.card(name, row)
        elif place:
            yield kit.rule(f"rule-{place}", (box.x, row.y), box.w - (GAP if setting.aside else ZERO), kit.line)
        inner = row.inset(BAND_INSET, ZERO) if setting.banded else row
        numeral = [kit.para(number, style, height=1.0)]
        yield kit.text(f"{name}-number", replace(inner, w=setting.number), numeral, anchor=Anchor.MIDDLE)
        texts = setting.texts(point)
        column = Box(inner.x + setting.number, row.y, calmest(kit, texts, setting.width), row.h)
        yield kit.text(f"{name}-text", column, texts, anchor=Anchor.MIDDLE)


def _column(setting: Setting, box: Box) -> Iterator[Item]:
    """Heading, then the steps one below the other, a rule above each, as far from the words above it as from those below."""
    kit, steps, heights = setting.kit, setting.said[1], setting.step_heights()
    head, rest = box.cut_top(need(kit, [setting.heading()], box.w))
    yield kit.text("next-heading", head, [setting.heading()])
    air = min(MOST_AIR, (rest.h - total(heights)) / (len(steps) * 2))
    for number, (step, height) in enumerate(zip(steps, heights, strict=True), 1):
        slot, rest = rest.cut_top(height + air * 2)
        yield kit.rule(f"next-{number}-rule", (slot.x, slot.y + air), slot.w, kit.tint(), WHITE_RULE)
        yield from _step(setting, step, f"next-{number}", slot.cut_top(air * 2)[1])


def _strip(setting: Setting, box: Box) -> Iterator[Item]:
    """Heading, then the steps side by side."""
    kit, steps = setting.kit, setting.said[1]
    head, rest = box.cut_top(need(kit, [setting.heading()], box.w), inch(0.1))
    yield kit.text("next-heading", head, [setting.heading()])
    for number, (step, cell) in enumerate(zip(steps, rest.columns(len(steps), INSET), strict=True), 1):
        yield from _step(setting, step, f"next-{number}", cell)


def _step(setting: Setting, step: NextStep, name: str, box: Box) -> Iterator[Item]:
    kit = setting.kit
    if step.icon:
        yield kit.icon(f"{name}-icon", Box(box.x, box.y + inch(0.02), ICON, ICON), step.icon, kit.paper)
    words = box.cut_right(setting.step_width)[1]
    texts = setting.step(step)
    yield kit.text(f"{name}-text", replace(words, w=calmest(kit, texts, words.w)), texts)
