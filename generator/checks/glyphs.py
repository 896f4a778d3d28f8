"""L014: characters that the theme's faces lack, which would show as boxes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.texts import texts
from generator.errors import Diagnostic
from generator.page.pages import Document
from generator.typography.measure import Measure


def check_glyphs(document: Document) -> Iterator[Diagnostic]:
    """Report each text with characters outside the body face."""
    measure = Measure.of(document.faces)
    for page in document.pages:
        for text in texts(page, document.master):
            lacking = measure.uncovered(text.body.text)
            if lacking:
                yield Diagnostic(
                    "L014",
                    text.mark.span,
                    f"the theme's face lacks {lacking!r} in {text.mark.id!r} on page {page.id!r}",
                    "write it with other characters",
                )
