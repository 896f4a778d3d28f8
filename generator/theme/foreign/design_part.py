"""A master or layout that has been opened: its XML, its theme's colours, fonts and formats, and the pictures it refers to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

from generator.errors import Findings
from generator.notation.package import Package
from generator.notation.pictures import Raster, read_raster
from generator.theme.foreign.colours import Palette, colour_map, scheme_colours
from generator.theme.foreign.design import ForeignFonts
from generator.theme.foreign.markup import Element, at, parts


@dataclass(frozen=True, slots=True)
class Format:
    """The theme's format scheme, and the part whose relationships its pictures go by."""

    part: str
    root: Element | None

    def entry(self, listed: str, number: int) -> Element | None:
        """An entry of one of its lists (`fillStyleLst` …), from 1; None where there is none."""
        entries = list(parts(at(self.root, f"a:{listed}")))
        return entries[number - 1] if 0 < number <= len(entries) else None


@dataclass(frozen=True, slots=True)
class DesignPart:
    """A master or layout and what its markup means by colours, fonts, formats and relationships."""

    package: Package
    part: str
    root: Element
    palette: Palette
    fonts: ForeignFonts
    format: Format
    theme: str

    @classmethod
    def master(cls, package: Package, part: str) -> Self:
        """A master and its theme."""
        root, theme = package.xml(part), package.related(part, "theme")[0]
        tree = package.xml(theme)
        palette = Palette(scheme_colours(tree), colour_map(at(root, "p:clrMap")))
        format = Format(theme, at(tree, "a:themeElements/a:fmtScheme"))
        return cls(package, part, root, palette, _fonts(tree), format, (tree.get("name") or "").strip())

    def layout(self, part: str) -> DesignPart:
        """A layout of this master, under its own colour map or theme if it has them."""
        root = self.package.xml(part)
        opened = replace(self, part=part, root=root, palette=self.palette.mapped(at(root, "p:clrMapOvr")))
        for name in self.package.related(part, "themeOverride"):
            tree = self.package.xml(name)
            if at(tree, "a:clrScheme") is not None:
                opened = replace(opened, palette=replace(opened.palette, raw=scheme_colours(_wrapped(tree))))
            if at(tree, "a:fmtScheme") is not None:
                opened = replace(opened, format=Format(name, at(tree, "a:fmtScheme")))
        return opened

    def under(self, palette: Palette) -> DesignPart:
        """The same part as it looks under a layout's colours."""
        return replace(self, palette=palette)

    def media(self, part: str, id: str) -> Raster | str:
        """The picture that a part's relationship leads to; else what there is instead, in words."""
        found = self.package.relation(part, id)
        if found is None:
            return "a picture that is not in the file"
        if found.external:
            return "a linked picture"
        raster = _raster(self.package.members[found.target])
        return raster or f"a {found.target.rpartition('.')[2].upper()[:8]} picture"

    @property
    def title(self) -> str:
        """What the layout is called."""
        shown = at(self.root, "p:cSld")
        return ((shown.get("name") if shown is not None else None) or "").strip()


@lru_cache(maxsize=32)
def _raster(data: bytes) -> Raster | None:
    """A picture's pixels; what is wrong with them is told by the one warning about what cannot be drawn."""
    return read_raster(data, "a template's picture", Findings())


def _fonts(theme: Element) -> ForeignFonts:
    def font(kind: str, script: str) -> str:
        found = at(theme, f"a:themeElements/a:fontScheme/a:{kind}Font/a:{script}")
        return ((found.get("typeface") if found is not None else None) or "").strip()

    east = font("major", "ea"), font("minor", "ea")
    return ForeignFonts(font("major", "latin") or "Arial", font("minor", "latin") or "Arial", east)


def _wrapped(override: Element) -> Element:
    """An override's colours, where a theme has them."""
    theme = override.makeelement("theme")
    elements = override.makeelement("{http://schemas.openxmlformats.org/drawingml/2006/main}themeElements")
    theme.append(elements)
    elements.extend(list(override))
    return theme
