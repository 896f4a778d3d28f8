"""What text comes out like: properties looked up from the nearest source that states them to the farthest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.geometry import Length, pt
from generator.page.text import Align, Anchor, Inset
from generator.theme.foreign.colours import Tint
from generator.theme.foreign.design import LevelLook, Marker
from generator.theme.foreign.design_part import DesignPart
from generator.theme.foreign.fills import Blend, Source, Unknown, fill
from generator.theme.foreign.markup import Element, at, local, number, parts, share, truth, whole

ASSUMED = pt(18)
"""The size of text whose size nobody states."""
SINGLE = 1.2
"""What "100 %" line spacing is, as a multiple of the size."""
LEVELS = 5
_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
_ALIGN = {"ctr": Align.CENTRE, "r": Align.RIGHT}
_ANCHOR = {"ctr": Anchor.MIDDLE, "b": Anchor.BOTTOM}
_BULLETS = ("buNone", "buChar", "buAutoNum", "buBlip")
_SQUARES = frozenset("§nqo")
_SYMBOLS = ("wingdings", "webdings", "symbol", "zapf", "marlett")


@dataclass(frozen=True, slots=True)
class Chain:
    """Elements that may state a property, the nearest first."""

    sources: tuple[Element, ...]

    def stating(self, key: str) -> Element | None:
        """The nearest element with that attribute."""
        return next((source for source in self.sources if source.get(key) is not None), None)

    def holding(self, *names: str) -> Element | None:
        """The nearest child of one of these names."""
        for source in self.sources:
            for child in parts(source):
                if local(child) in names:
                    return child
        return None


def chain(sources: Iterable[Element | None]) -> Chain:
    """A chain of those that are there."""
    return Chain(tuple(source for source in sources if source is not None))


def level(styles: Iterable[Element | None], depth: int) -> tuple[Element | None, ...]:
    """The paragraph properties of a level (from 1) in lists of styles, the nearest first."""
    held = list(styles)
    return (*(at(style, f"a:lvl{depth}pPr") for style in held), *(at(style, "a:defPPr") for style in held))


@dataclass(frozen=True, slots=True)
class TextSource:
    """Where a paragraph or level takes its looks from: its paragraph and run properties, the nearest first."""

    paragraphs: tuple[Element | None, ...]
    runs: tuple[Element | None, ...] = ()
    """Before what the paragraph properties say of runs."""


def look(text: TextSource, opened: DesignPart, scale: float = 1.0) -> LevelLook:
    """How text comes out, its size scaled as its box's automatic fit says."""
    paragraph = chain(text.paragraphs)
    runs = chain((*text.runs, *(at(source, "a:defRPr") for source in text.paragraphs)))
    stated = runs.stating("sz")
    size = Length(round(whole(stated, "sz", 1800) * 127 * scale)) if stated is not None else ASSUMED * scale
    colour = _colour(runs, opened)
    latin = runs.holding("latin")
    return LevelLook(
        size,
        colour,
        ((latin.get("typeface") if latin is not None else None) or "+mn-lt").strip(),
        truth(runs.stating("b"), "b"),
        truth(runs.stating("i"), "i"),
        _said(runs, "cap") not in ("", "none"),
        _ALIGN.get(_said(paragraph, "algn"), Align.LEFT),
        _line_height(paragraph, size),
        _space(paragraph.holding("spcBef"), size),
        _space(paragraph.holding("spcAft"), size),
        Length(whole(paragraph.stating("marL"), "marL")),
        Length(whole(paragraph.stating("indent"), "indent")),
        _coloured(_marker(paragraph), paragraph, opened),
        stated is not None,
    )


def _said(found: Chain, key: str) -> str:
    source = found.stating(key)
    return (source.get(key) if source is not None else None) or ""


def _colour(runs: Chain, opened: DesignPart) -> str:
    found = runs.holding("solidFill", "gradFill", "pattFill")
    return (flat(found, opened) if found is not None else "") or opened.palette.named("tx1")


def flat(found: Element, opened: DesignPart) -> str:
    """A fill's one colour, or its mean; empty for none."""
    value = fill(found, Source(opened, opened.part))
    if isinstance(value, Blend):
        return value.mean.hex
    if isinstance(value, Unknown):
        return value.stand_in.hex if value.stand_in else ""
    return value.hex if isinstance(value, Tint) else ""


def _line_height(paragraph: Chain, size: Length) -> float:
    spacing = paragraph.holding("lnSpc")
    points = at(spacing, "a:spcPts")
    if points is not None:
        return max(0.1, whole(points, "val") / 100 / max(size.pt, 0.1))
    return max(0.1, SINGLE * share(at(spacing, "a:spcPct"), "val", 1.0))


def _space(found: Element | None, size: Length) -> Length:
    points = at(found, "a:spcPts")
    if points is not None:
        return pt(number(points, "val") / 100)
    return size * (SINGLE * share(at(found, "a:spcPct"), "val", 0.0))


def _coloured(marker: Marker, paragraph: Chain, opened: DesignPart) -> Marker:
    """The list mark with a colour of its own, if it has one."""
    own = paragraph.holding("buClr", "buClrTx")
    colour = opened.palette.in_(own) if own is not None and marker.char else None
    return replace(marker, colour=colour.hex) if colour is not None else marker


def _marker(paragraph: Chain) -> Marker:
    """The list mark; symbol fonts and pictures stand for shapes that ordinary faces have."""
    found = paragraph.holding(*_BULLETS)
    if found is None or local(found) == "buNone":
        return Marker()
    named = paragraph.holding("buFont", "buFontTx")
    font = ((named.get("typeface") if named is not None else None) or "").strip()
    if local(found) == "buAutoNum":
        return Marker("1.", found.get("type", ""), font, numbered=True)
    if local(found) == "buBlip":
        return Marker("•", "", font, picture=True)
    written = found.get("char", "")
    symbolic = any(name in font.lower() for name in _SYMBOLS) or any("\ue000" <= c <= "\uf8ff" for c in written)
    if not symbolic:
        return Marker(written[:1], written, font)
    low = chr(ord(written[0]) - 0xF000) if written and "\uf000" <= written[0] <= "\uf0ff" else written[:1]
    square = "wingdings" in font.lower() and low in _SQUARES
    return Marker("▪" if square else "•", written, font)


def looks(styles: Iterable[Element | None], opened: DesignPart, scale: float = 1.0) -> tuple[LevelLook, ...]:
    """The first five levels under lists of styles, the nearest first."""
    held = tuple(styles)
    return tuple(look(TextSource(level(held, depth)), opened, scale) for depth in range(1, LEVELS + 1))


def inset(bodies: Chain) -> Inset:
    """The space between a shape's box and its text."""
    left, top, right, low = (Length(whole(bodies.stating(key), key, usual)) for key, usual in _INSETS)
    return Inset(left, top, right, low)


def anchor(bodies: Chain) -> Anchor:
    """Where a shape's text stands from top to bottom."""
    return _ANCHOR.get(_said(bodies, "anchor"), Anchor.TOP)


def autofit(bodies: Chain) -> tuple[str, float]:
    """How text and box are fitted to each other, and what its size is scaled by."""
    found = bodies.holding("normAutofit", "spAutoFit", "noAutofit")
    if found is None or local(found) == "noAutofit":
        return "none", 1.0
    if local(found) == "spAutoFit":
        return "shape", 1.0
    return "text", min(1.0, max(0.1, share(found, "fontScale", 1.0)))


def orientation(bodies: Chain) -> str:
    """Which way a shape's text runs."""
    return _said(bodies, "vert") or "horz"
