"""L013: text too pale on its ground: 4.5 : 1, or 3 : 1 from 24 pt (18.66 pt bold)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.texts import SetText, texts
from generator.errors import Diagnostic
from generator.page.colour import ColourScheme, contrast
from generator.page.pages import Document
from generator.page.text import Style


def check_contrast(document: Document) -> Iterator[Diagnostic]:
    """Report the palest run of every text that is hard to read."""
    scheme = document.master.scheme
    for page in document.pages:
        for text in texts(page, document.master):
            worst = min(
                (_margin(scheme, text, run.style) for p in text.body.paragraphs for run in p.runs if run.text.strip()),
                default=1.0,
            )
            if worst < 1:
                yield Diagnostic(
                    "L013",
                    text.mark.span,
                    f"the text of {text.mark.id!r} on page {page.id!r} is too pale on its ground",
                    "change the theme's colours",
                )


def _margin(scheme: ColourScheme, text: SetText, style: Style) -> float:
    """The contrast there is as a share of the contrast needed."""
    large = style.size.pt >= 24 or (style.bold and style.size.pt >= 18.66)
    return contrast(scheme.rgb(style.colour), scheme.rgb(text.ground)) / (3.0 if large else 4.5)
