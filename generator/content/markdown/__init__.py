"""Topics written in Markdown: the same trees that YAML gives, so that everything after reading is the same."""

from __future__ import annotations

from generator.content.markdown.topic import read_topic

__all__ = ["read_topic"]
