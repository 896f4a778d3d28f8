"""Code as text: lines as they were written, in the face for code, never wrapped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from pydantic import AfterValidator

from generator.blocks._room import AIR
from generator.geometry import Length
from generator.kit import Kit
from generator.page.colour import Colour
from generator.page.text import Family, Paragraph, Run, Style

MOST_LINES, LONGEST = 60, 90
"""The longest line that stands on a slide at the smallest size."""
TAB = 4
PITCH = 1.25
"""The distance of baselines as a multiple of the size."""


def _listing(code: str) -> str:
    rows = [row.rstrip() for row in code.replace("\r\n", "\n").expandtabs(TAB).split("\n")]
    while rows and not rows[-1]:
        rows.pop()
    while rows and not rows[0]:
        rows.pop(0)
    if not rows:
        raise ValueError("the code is empty; write it below `code: |`")
    if len(rows) > MOST_LINES:
        raise ValueError(f"the code has {len(rows)} lines; show at most {MOST_LINES}")
    for number, row in enumerate(rows, 1):
        bad = next((letter for letter in row if ord(letter) < 32), None)
        if bad is not None:
            raise ValueError(f"control character U+{ord(bad):04X} in line {number} of the code; remove it")
        if len(row) > LONGEST:
            raise ValueError(f"line {number} of the code has {len(row)} characters; break it at {LONGEST} at most")
    return "\n".join(rows)


Code = Annotated[str, AfterValidator(_listing)]
"""Code as an author wrote it: tabs are four blanks, no blanks at the ends of lines, no empty lines around it."""


def code_style(kit: Kit, size: Length, colour: Colour | None = None) -> Style:
    """The style of code."""
    return replace(kit.style(size, colour), family=Family.CODE)


def rows_of(kit: Kit, code: str, size: Length, pitch: float = PITCH) -> list[Paragraph]:
    """A paragraph a line; an empty line holds a no-break space, so that it keeps its height."""
    style = code_style(kit, size)
    return [Paragraph((Run(row or "\u00a0", style),), line_height=pitch) for row in code.split("\n")]


def fits(kit: Kit, rows: Sequence[Paragraph], width: Length) -> bool:
    """Whether every line stands in `width`, with air in hand."""
    return widest(kit, rows) <= width * AIR


def widest(kit: Kit, rows: Sequence[Paragraph]) -> Length:
    """The width of the longest line."""
    return max(kit.measure.width(run.text, run.style) for row in rows for run in row.runs)
