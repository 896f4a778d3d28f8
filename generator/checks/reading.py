"""L013: text too pale on its ground: 4.5 : 1, or 3 : 1 from 24 pt (18.66 pt bold)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.texts import SetText, texts
from generator.errors import Diagnostic, Severity
from generator.page.colour import ColourScheme, contrast
from generator.page.pages import Document
from generator.page.text import Style

LARGE, LARGE_BOLD = 24.0, 18.66
"""Points from which on less contrast is enough (WCAG 2.2, 1.4.3)."""


def check_contrast(document: Document) -> Iterator[Diagnostic]:
    """Report the palest run of every text that is hard to read."""
    scheme = document.master.scheme
    for page in document.pages:
        for text in (text for text in texts(page, document.master) if not text.pictured):
            styles = [run.style for p in text.body.paragraphs for run in p.runs if run.text.strip()]
            shortest = min(((_ratio(scheme, text, style) - _needed(style), style) for style in styles), default=None, key=_first)
            if shortest and shortest[0] < 0:
                there = _ratio(scheme, text, shortest[1])
                message = (
                    f"the text of {text.mark.id!r} on page {page.id!r} is too pale on its ground: "
                    f"{there:.1f} : 1 where {_needed(shortest[1]):g} : 1 is needed"
                )
                yield Diagnostic("L013", text.mark.span, message, "change the theme's colours", Severity.WARNING)


def _first(pair: tuple[float, Style]) -> float:
    return pair[0]


def _ratio(scheme: ColourScheme, text: SetText, style: Style) -> float:
    return contrast(scheme.rgb(style.colour), scheme.rgb(text.ground))


def _needed(style: Style) -> float:
    large = style.size.pt >= LARGE or (style.bold and style.size.pt >= LARGE_BOLD)
    return 3.0 if large else 4.5
