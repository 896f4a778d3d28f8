"""Somebody else's PowerPoint template: read, judged, cleaned, and made into a theme."""
