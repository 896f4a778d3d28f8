"""What is wrong with finished pages: one rule per file, each with a stable code."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.checks.bounds import check_bounds
from generator.checks.glyphs import check_glyphs
from generator.checks.links import check_links
from generator.checks.names import check_names
from generator.checks.overlaps import check_overlaps
from generator.checks.reading import check_contrast
from generator.checks.type_size import check_type_size
from generator.errors import Diagnostic
from generator.page.pages import Document

CHECKS: tuple[Callable[[Document], Iterator[Diagnostic]], ...] = (
    check_bounds,
    check_overlaps,
    check_type_size,
    check_contrast,
    check_glyphs,
    check_links,
    check_names,
)


def check_pages(document: Document) -> tuple[Diagnostic, ...]:
    """Every finding about the pages of `document`, each once."""
    return tuple(dict.fromkeys(finding for check in CHECKS for finding in check(document)))
