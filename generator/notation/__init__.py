"""Syntax without meaning: YAML, CSV and Markdown as values that know their line and column."""
