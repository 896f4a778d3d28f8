"""The shapes of a master or layout, one after the other, groups opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.theme.foreign.frames import Frame, Place, inside, place
from generator.theme.foreign.markup import Element, at, local, parts, tag, truth, whole

MOST = 3_000
"""Shapes of one master or layout that are looked at."""
_KNOWN = frozenset({"sp", "pic", "cxnSp", "graphicFrame", "contentPart"})


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape, what it is (`sp`, `pic`, `cxnSp`, `graphicFrame`, `contentPart`), and the group it stands in."""

    root: Element
    kind: str
    frame: Frame
    group: Element | None
    """The properties of the nearest group with a fill of its own."""

    @property
    def properties(self) -> Element | None:
        """Its geometry, fill and line."""
        return at(self.root, "p:spPr")

    @property
    def style(self) -> Element | None:
        """What it takes from the theme's formats."""
        return at(self.root, "p:style")

    @property
    def placeholder(self) -> Element | None:
        """Its `p:ph`, where it is a placeholder."""
        own = next((child for child in parts(self.root) if local(child).startswith("nv")), None)
        return at(own, "p:nvPr/p:ph")

    @property
    def transform(self) -> Element | None:
        """Its `xfrm`, where it has one of its own."""
        return at(self.root, "p:xfrm") if self.kind == "graphicFrame" else at(self.properties, "a:xfrm")

    @property
    def place(self) -> Place | None:
        """Where it stands; None where it does not say it itself."""
        return place(self.transform, self.frame)

    @property
    def about(self) -> Element | None:
        """Its name and id."""
        own = next((child for child in parts(self.root) if local(child).startswith("nv")), None)
        return at(own, "p:cNvPr")

    @property
    def name(self) -> str:
        """What it is called in the selection pane."""
        about = self.about
        return ((about.get("name") if about is not None else None) or "").strip()

    @property
    def id(self) -> int:
        """Its number in its part."""
        return whole(self.about, "id")

    @property
    def hidden(self) -> bool:
        """Whether somebody switched it off."""
        return truth(self.about, "hidden")


def shapes(root: Element) -> Iterator[Shape]:
    """All shapes of a master or layout from back to front."""
    for count, shape in enumerate(_in(at(root, "p:cSld/p:spTree"), Frame(), None)):
        if count == MOST:
            return
        yield shape


def _in(tree: Element | None, frame: Frame, group: Element | None) -> Iterator[Shape]:
    for child in parts(tree):
        kind = local(child)
        if kind == "grpSp":
            properties = at(child, "p:grpSpPr")
            if not truth(at(child, "p:nvGrpSpPr/p:cNvPr"), "hidden"):
                own = properties if _filled(properties) else group
                yield from _in(child, inside(at(properties, "a:xfrm"), frame), own)
        elif kind == "AlternateContent":
            yield from _in(_chosen(child), frame, group)
        elif kind in _KNOWN:
            yield Shape(child, kind, frame, group)


def _filled(properties: Element | None) -> bool:
    return any(local(child).endswith("Fill") and local(child) != "grpFill" for child in parts(properties))


def _chosen(alternatives: Element) -> Element | None:
    """Of alternatives the one for programs that know least: what it shows is plain shapes and pictures."""
    fallback = alternatives.find(tag("mc:Fallback"))
    return fallback if fallback is not None and len(fallback) else alternatives.find(tag("mc:Choice"))
