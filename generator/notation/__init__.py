"""Syntax without meaning: YAML, CSV and inline Markdown as values that know their line and column."""
