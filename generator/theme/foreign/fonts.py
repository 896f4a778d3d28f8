"""The fonts that a template embeds."""

from __future__ import annotations

from collections.abc import Mapping

from generator.notation.package import Package
from generator.theme.foreign.markup import at, every, parts, relation


def embedded_fonts(package: Package) -> Mapping[str, tuple[bytes, ...]]:
    """The `.fntdata` parts of a template by the font's name."""
    found: dict[str, tuple[bytes, ...]] = {}
    for font in every(package.xml(package.main), "p:embeddedFontLst/p:embeddedFont"):
        named = at(font, "p:font")
        name = (named.get("typeface") or "").strip() if named is not None else ""
        links = (package.relation(package.main, relation(style, "id")) for style in parts(font))
        data = tuple(package.members[link.target] for link in links if link is not None and not link.external)
        if name and data:
            found[name] = data
    return found
