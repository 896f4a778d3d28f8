"""A comparison in a narrow column of a sheet: whose badge is whose, then the aspects, each value behind its badge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.block import Flow
from generator.blocks._room import AIR
from generator.blocks._ruled import Line, ruled, small
from generator.blocks.comparison.aspect import Aspect
from generator.geometry import Box, Length, mm, pt, total
from generator.kit import Kit, Subject
from generator.page.items import Item
from generator.page.text import Paragraph

BADGE, TO_TEXT = mm(7), mm(9.4)
"""A badge's width, and from the column's edge to the values."""
HIGH = mm(4.4)
BETWEEN = mm(0.7)
"""Between two values."""
LETTERS = pt(8.5)


@dataclass(frozen=True, slots=True)
class _Said:
    """What stands behind a badge."""

    subject: Subject
    text: Paragraph
    height: Length


def flow_listed(kit: Kit, subjects: Sequence[Subject], aspects: Sequence[Aspect], width: Length) -> Flow:
    """The subjects' names, then a row for each aspect: its name, below it a value for each subject."""
    names = _Row(kit, "subjects", None, tuple(_said(kit, s, small(kit, s.name, bold=True), width) for s in subjects))
    rows = [names]
    for number, aspect in enumerate(aspects, 1):
        pairs = zip(subjects, aspect.values, strict=True)
        told = tuple(_said(kit, s, small(kit, value, bold=aspect.strong), width) for s, value in pairs)
        rows.append(_Row(kit, f"aspect-{number}", small(kit, aspect.name, kit.quiet, bold=True), told))
    return ruled(kit, [row.line(width) for row in rows])


def _said(kit: Kit, subject: Subject, text: Paragraph, width: Length) -> _Said:
    return _Said(subject, text, max(HIGH, kit.height([text], (width - TO_TEXT) * AIR)))


@dataclass(frozen=True, slots=True)
class _Row:
    """A name, if there is one, and what is said of each subject."""

    kit: Kit
    name: str
    title: Paragraph | None
    told: tuple[_Said, ...]

    def line(self, width: Length) -> Line:
        """The row as a sheet draws it."""
        return Line(self.height(width), lambda box: tuple(self.draw(box)))

    def height(self, width: Length) -> Length:
        """Of the row without padding."""
        head = [self.kit.height([self.title], width * AIR)] if self.title else []
        parts = (*head, *(each.height for each in self.told))
        return total(parts) + BETWEEN * (len(parts) - 1)

    def draw(self, box: Box) -> Iterator[Item]:
        """The name, then a badge and its value for each subject, in the middle of `box`."""
        kit, rest = self.kit, box.centred(box.w, self.height(box.w))
        if self.title:
            head, rest = rest.cut_top(kit.height([self.title], box.w * AIR), BETWEEN)
            yield kit.text(f"{self.name}-title", head, [self.title])
        for number, each in enumerate(self.told, 1):
            line, rest = rest.cut_top(each.height, BETWEEN)
            badge, first = replace(line, w=BADGE), kit.sheet.size * kit.sheet.leading
            top = line.y + (max(first, HIGH) - HIGH) / 2
            yield kit.badge(f"{self.name}-{number}-badge", replace(badge, y=top, h=HIGH), each.subject, LETTERS)
            down = (HIGH - first) / 2 if first < HIGH else line.y - line.y
            yield kit.text(f"{self.name}-{number}-text", line.cut_left(TO_TEXT)[1].moved(dy=down), [each.text])
