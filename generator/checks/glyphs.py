"""L014: characters that the theme's faces lack, which would show as boxes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.checks.texts import charts, texts
from generator.errors import Diagnostic, Severity
from generator.page.items import Mark
from generator.page.pages import Document, Face, Page
from generator.typography.measure import Measure


def check_glyphs(document: Document) -> Iterator[Diagnostic]:
    """Report each text with characters outside the body face."""
    measure = _measure(document.faces)
    for page in document.pages:
        for mark, text in _said(page, document):
            lacking = measure.uncovered(text)
            if lacking:
                message = f"the theme's face lacks {lacking!r} in {mark.id!r} on page {page.id!r}"
                yield Diagnostic("L014", mark.span, message, "write it with other characters", Severity.WARNING)


@lru_cache(maxsize=4)
def _measure(faces: tuple[Face, ...]) -> Measure:
    """Faces are read once for all documents of a build."""
    return Measure.of(faces)


def _said(page: Page, document: Document) -> Iterator[tuple[Mark, str]]:
    yield from ((text.mark, text.body.text) for text in texts(page, document.master))
    for chart in charts(page):
        labels = (datum.label for series in chart.series for datum in series.data)
        yield from ((chart.mark, text) for text in (*chart.categories, *labels))
