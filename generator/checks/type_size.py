"""L012: type below the smallest size: 12 pt on slides (10 in footers), 8.5 pt on paper.

Slides of other sizes are smaller or larger in proportion. Footers of somebody else's template are as it has them, from 8 pt on.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.texts import charts, texts
from generator.errors import Diagnostic, Severity
from generator.page.items import Mark, Slices
from generator.page.pages import Document, Page
from generator.theme.stage import scale_of

SLIDE_FLOOR, FOOTER_FLOOR, FOREIGN_FLOOR, SHEET_FLOOR = 12.0, 10.0, 8.0, 8.5
ROUNDED = 0.05
"""Type is rounded down to tenths of a point."""
FOOTERS = ("date", "footer", "number")


def check_type_size(document: Document) -> Iterator[Diagnostic]:
    """Report every text with a run below the floor."""
    for page in document.pages:
        for mark, size, floor in _sizes(page, document):
            if size < floor - 0.01:
                message = f"the text of {mark.id!r} on page {page.id!r} is set in {size:g} pt, below {floor:g} pt"
                yield Diagnostic("L012", mark.span, message, "shorten it", Severity.WARNING)


def _sizes(page: Page, document: Document) -> Iterator[tuple[Mark, float, float]]:
    """Every text with the size of its smallest run and the floor for it, in points."""
    scale = scale_of(page.size) if page.layout else 1.0
    body = round(SLIDE_FLOOR * scale - ROUNDED, 1) if page.layout else SHEET_FLOOR
    foot = FOREIGN_FLOOR if document.master.package else round(FOOTER_FLOOR * scale - ROUNDED, 1)
    for text in texts(page, document.master):
        floor = foot if page.layout and text.slot in FOOTERS else body
        sizes = [run.style.size.pt for p in text.body.paragraphs for run in p.runs if run.text.strip()]
        yield text.mark, min(sizes, default=floor), floor
    for chart in charts(page):
        labels = [datum.label_style for series in chart.series for datum in series.data if datum.label]
        style = None if isinstance(chart.form, Slices) else chart.form.scale.names
        yield chart.mark, min((style.size.pt for style in (*labels, *([style] if style else []))), default=body), body
