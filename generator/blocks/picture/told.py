"""What is said about a picture: caption, credit, and the words beside it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.geometry import Length, inch, pt
from generator.kit import Kit
from generator.notation.inline import Rich
from generator.page.text import Paragraph


@dataclass(frozen=True, slots=True)
class Said:
    """A point: a lead and what explains it, or either."""

    lead: Rich | None
    text: Rich | None


@dataclass(frozen=True, slots=True)
class Told:
    """All the words of a picture."""

    caption: Rich | None
    credit: Rich | None
    lead: Rich | None
    points: tuple[Said, ...]
    first: int = 1
    """The number of the first point, where the points are parted."""
    again: bool = False
    """Whether the picture stood on a slide before."""

    @property
    def beside(self) -> bool:
        """Whether words stand beside the picture."""
        return bool(self.lead or self.points)

    def below(self, kit: Kit, size: Length) -> list[Paragraph]:
        """Caption in `size` and credit on a slide, for below the picture."""
        found = [kit.para(self.caption, kit.style(size, kit.quiet), height=1.25)] if self.caption else []
        gap = inch(0.04) if found else inch(0)
        return [*found, *([kit.para(self.credit, kit.style(pt(12), kit.quiet), before=gap)] if self.credit else [])]
