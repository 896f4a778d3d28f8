"""Text that has been set: runs and paragraphs for formats that wrap by themselves, broken lines for those that draw."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.geometry import ZERO, Box, Length
from generator.page.colour import Colour

NUMBER = "‹#›"
"""What stands for a page's number in a text that every page of a layout shows."""


class Align(StrEnum):
    """Where lines stand in their box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Anchor(StrEnum):
    """Where a text stands in its box, from top to bottom."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Family(StrEnum):
    """Which face of the theme's font scheme."""

    HEADING = "heading"
    BODY = "body"
    CODE = "code"
    FALLBACK = "fallback"
    """A font for characters that the others lack."""


@dataclass(frozen=True, slots=True)
class Style:
    """Every visible decision about a run."""

    size: Length
    colour: Colour
    bold: bool = False
    italic: bool = False
    family: Family = Family.BODY
    tracking: Length = ZERO
    """Added after each character; negative pulls together."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style. A line feed in `text` is a forced line break."""

    text: str
    style: Style
    link: str = ""
    """An https or mailto address, or `#` and the id of a page of the same document; empty for none."""
    language: str = ""
    """Where it is not the item's: a run in another script has the language of that script."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """A list mark, hanging in the indent."""

    char: str
    colour: Colour
    indent: Length
    """How far the text (and its wrapped lines) stands from the level's left edge."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that wrap together."""

    runs: tuple[Run, ...]
    align: Align = Align.LEFT
    line_height: float = 1.2
    """Distance of baselines as a multiple of the size."""
    before: Length = ZERO
    """Space above; not applied to the first paragraph of a body."""
    bullet: Bullet | None = None
    level: int = 0
    margin: Length = ZERO
    """Left edge of the level, before the bullet's indent."""
    rtl: bool = False
    """Whether it reads from right to left; then `left` means where lines begin, and margins are on the right."""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line in one style, drawn from `x`."""

    text: str
    style: Style
    x: Length
    width: Length
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One broken line: its pieces, and its baseline measured from the top of the first line's box."""

    pieces: tuple[Piece, ...]
    baseline: Length
    paragraph: int
    """Which paragraph of the body it belongs to, from 0."""


@dataclass(frozen=True, slots=True)
class Inset:
    """Space between a box and the text in it."""

    left: Length = ZERO
    top: Length = ZERO
    right: Length = ZERO
    bottom: Length = ZERO


@dataclass(frozen=True, slots=True)
class TextBody:
    """A text as it stands in a box: paragraphs, and the same words as measured lines.

    `lines` were broken for the box's width less the insets; `height` is what they need. Both backends show the same lines.
    """

    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]
    height: Length
    width: Length
    """The widest line."""
    anchor: Anchor = Anchor.TOP
    inset: Inset = Inset()
    narrower: Length = ZERO
    """What its frame is narrower by where programs wrap the text by themselves, so that none fits another word on a line."""

    @property
    def text(self) -> str:
        """The words alone, one paragraph a line."""
        return "\n".join(p.text for p in self.paragraphs)

    def top(self, box: Box) -> Length:
        """Where the first line begins in the box that the text stands in: what baselines are measured from."""
        free = box.h - self.inset.top - self.inset.bottom - self.height
        match self.anchor:
            case Anchor.TOP:
                return box.y + self.inset.top
            case Anchor.MIDDLE:
                return box.y + self.inset.top + free / 2
            case Anchor.BOTTOM:
                return box.y + self.inset.top + free
