"""The words of a chart: the finding, what follows from it, and where the numbers come from."""

from __future__ import annotations

from dataclasses import dataclass

from generator.blocks._room import legible
from generator.geometry import inch, pt
from generator.kit import Kit
from generator.notation.inline import Fragment, Rich
from generator.page.text import Paragraph

Said = tuple[Rich, Rich | None]


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a chart."""

    finding: tuple[Rich, Rich] | None
    points: tuple[Said, ...]
    source: Rich | None
    illustrative: bool

    @property
    def summary(self) -> str:
        """The finding in one line, empty for none."""
        return f"{self.finding[0]} {self.finding[1]}" if self.finding else ""

    def source_line(self, kit: Kit) -> Rich:
        """The source, and that the numbers are made up where they are and it does not say so itself."""
        text = self.source or Rich(())
        made_up = kit.words.say("illustrative")
        if not self.illustrative or made_up.split()[0].casefold() in str(text).casefold():
            return text
        return Rich((*text.fragments, Fragment(f" · {made_up}"))) if text else Rich.plain(made_up)


@dataclass(frozen=True, slots=True)
class Type:
    """Sizes of the finding's number and words, and of a point's lead and text."""

    number: int
    words: int
    lead: int
    text: int


def finding(kit: Kit, told: Told, sizes: Type) -> list[Paragraph]:
    """The finding's number above its words; nothing without one."""
    if told.finding is None:
        return []
    value, text = told.finding
    style = kit.style(pt(sizes.number), legible(kit, kit.role, kit.tint()), bold=True)
    return [
        kit.para(value, style, height=1.1),
        kit.para(text, kit.style(pt(sizes.words), bold=True), before=inch(0.04)),
    ]


def point(kit: Kit, said: Said, sizes: Type) -> list[Paragraph]:
    """What follows: a lead and its text."""
    lead, text = said
    head = kit.para(lead, kit.style(pt(sizes.lead), bold=True), height=1.15)
    return [head, *([kit.para(text, kit.style(pt(sizes.text), kit.quiet), before=inch(0.03))] if text else [])]
