"""Whole Markdown files as values that know line and column: paragraphs, lists, tables, quotes, code, and `:::` divisions."""

from __future__ import annotations

from generator.notation.markdown.document import Document, read_markdown

__all__ = ["Document", "read_markdown"]
