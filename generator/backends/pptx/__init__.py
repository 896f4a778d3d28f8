"""PowerPoint: pages become native, editable slides on a master of their own.

Placeholders, tables, charts, sections, notes and links are PowerPoint's; nothing is a picture. The same document gives
the same bytes. python-pptx holds the package and the chart parts; all other XML is written by the modules here.
"""

from __future__ import annotations

from generator.backends.pptx.deck import build
from generator.page.pages import Document


def write(document: Document) -> bytes:
    """Return the document as the bytes of a .pptx file."""
    return build(document)
