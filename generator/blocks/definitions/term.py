"""A word, what it means, and how its example is said."""

from __future__ import annotations

from dataclasses import replace

from generator.block import Part
from generator.blocks._room import AIR
from generator.geometry import Length
from generator.kit import Kit
from generator.notation.inline import Text
from generator.page.text import Paragraph, Run, Style

LEAST, MOST = 0.18, 0.34
"""The width of the terms' column, as shares of the whole."""


class Term(Part):
    """A word, what it means, and an example."""

    term: Text
    means: Text
    example: Text | None = None


def column(kit: Kit, terms: tuple[Term, ...], size: Length, width: Length) -> Length:
    """The width of the terms' column: what the longest takes on one line, within its shares of `width`."""
    widest = max(kit.width(term.term, kit.style(size, bold=True)) for term in terms) / AIR
    return min(max(widest, width * LEAST), width * MOST)


def example(kit: Kit, text: Text, style: Style) -> Paragraph:
    """An example behind the word that says it is one."""
    label = Run(f"{kit.words.say('example')}: ", replace(style, bold=True))
    return Paragraph((label, *kit.runs(text, style)))
