"""Rolecast: role content in, tailored decks and one-pagers out."""

__version__ = "0.1.0"
