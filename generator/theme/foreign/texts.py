"""Fixed text of masters and layouts: paragraphs in the styles that result, to be set when the faces are known."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from generator.geometry import ZERO, Box, Length, Size
from generator.page.colour import Colour
from generator.page.items import Mark
from generator.page.text import NUMBER, Align, Bullet, Family, Paragraph, Run, Style
from generator.theme.foreign.design import DrawnText, LevelLook
from generator.theme.foreign.design_part import DesignPart
from generator.theme.foreign.inheritance import Chain, TextSource, anchor, autofit, chain, inset, level, look, orientation
from generator.theme.foreign.markup import Element, at, every, local, parts, tag, whole
from generator.theme.foreign.shapes import Shape

MOST_PARAGRAPHS, MOST_RUNS = 200, 200
_ROUND = 0.1464
"""The share of an ellipse's side that text stands away from it."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A shape's text with where its looks come from."""

    shape: Shape
    opened: DesignPart
    styles: tuple[Element | None, ...]
    """Lists of styles, the nearest first."""
    scale: float

    def paragraphs(self, found: list[Element]) -> tuple[tuple[Paragraph, ...], str]:
        """Paragraphs as they are set, and the font that the first words name."""
        made: list[Paragraph] = []
        named, below = "", ZERO
        for each in found:
            paragraph, font, after = self._paragraph(each)
            made.append(replace(paragraph, before=paragraph.before + below))
            named = named or (font if paragraph.text.strip() else "")
            below = after
        return tuple(made), named

    def _paragraph(self, found: Element) -> tuple[Paragraph, str, Length]:
        """A paragraph, the font its first run names, and the space after it."""
        own = at(found, "a:pPr")
        depth = min(8, max(0, whole(own, "lvl")))
        sources = (own, *level(self.styles, depth + 1))
        runs, font = [], ""
        for part in list(parts(found))[:MOST_RUNS]:
            text = _text(part)
            if text:
                style = look(TextSource(sources, (at(part, "a:rPr"),)), self.opened, self.scale)
                runs.append(Run(text.upper() if style.caps else text, self._style(style)))
                font = font or style.font
        plain = look(TextSource(sources, () if runs else (at(found, "a:endParaRPr"),)), self.opened, self.scale)
        return _paragraph(tuple(runs) or (Run("", self._style(plain)),), plain, depth), font or plain.font, plain.after

    def _style(self, found: LevelLook) -> Style:
        fonts = self.opened.fonts
        major = found.font.startswith("+mj") or (found.font == fonts.major and found.font != fonts.minor)
        family = Family.HEADING if major else Family.BODY
        return Style(found.size, Colour(f"#{found.colour}"), found.bold, found.italic, family)


def _text(part: Element) -> str:
    """What a part of a paragraph shows."""
    match local(part):
        case "r":
            shown = at(part, "a:t")
            return (shown.text or "") if shown is not None else ""
        case "br":
            return "\n"
        case "fld":
            return NUMBER if part.get("type") == "slidenum" else ""
        case _:
            return ""


def _paragraph(runs: tuple[Run, ...], found: LevelLook, depth: int) -> Paragraph:
    words, char = runs[0].style, found.marker.char
    hangs = bool(char) and found.indent < ZERO
    margin = found.margin + found.indent if hangs else found.margin
    bullet = None
    if char and any(run.text.strip() for run in runs):
        colour = Colour(f"#{found.marker.colour}") if found.marker.colour else words.colour
        bullet = Bullet(char, colour, -found.indent if hangs else words.size)
    return Paragraph(runs, found.align, found.line_height, found.before, bullet, depth, max(margin, ZERO))


def has_text(shape: Shape) -> bool:
    """Whether a shape shows any words, fields apart from those that tell the date."""
    return any(_text(part).strip() for p in every(shape.root, "p:txBody/a:p") for part in parts(p))


def tells_date(shape: Shape) -> bool:
    """Whether a shape holds a field that shows the day of its showing."""
    return any(field.get("type", "").startswith("datetime") for field in every(shape.root, "p:txBody/a:p/a:fld"))


def is_number(shape: Shape) -> bool:
    """Whether a shape's text holds the slide's number, as a field or as the letters that stand for it."""
    return any(NUMBER in _text(part) for p in every(shape.root, "p:txBody/a:p") for part in parts(p))


def is_turned(shape: Shape) -> bool:
    """Whether a shape's text does not run from left to right."""
    place = shape.place
    bodies = chain((at(shape.root, "p:txBody/a:bodyPr"),))
    turned = place is not None and 0.5 < place.degrees < 359.5
    return turned or orientation(bodies) != "horz"


def drawn_text(shape: Shape, opened: DesignPart, far: tuple[Element | None, ...], mark: Mark, size: Size) -> DrawnText | None:
    """A shape's fixed text, the presentation's styles `far` behind its own; None where it shows nothing."""
    place = shape.place
    if place is None or not has_text(shape):
        return None
    bodies = chain((at(shape.root, "p:txBody/a:bodyPr"),))
    styles = (at(shape.root, "p:txBody/a:lstStyle"), _of_style(shape), *far)
    writing = Writing(shape, opened, styles, autofit(bodies)[1])
    paragraphs, font = writing.paragraphs(list(every(shape.root, "p:txBody/a:p"))[:MOST_PARAGRAPHS])
    box = _room(shape, place.box)
    if _wraps_not(bodies):
        align = next((p.align for p in paragraphs if p.text.strip()), Align.LEFT)
        box = _widened(box, align, size)
    return DrawnText(mark, box, paragraphs, anchor(bodies), inset(bodies), is_number(shape), font)


def _wraps_not(bodies: Chain) -> bool:
    source = bodies.stating("wrap")
    return source is not None and source.get("wrap") == "none"


def _room(shape: Shape, box: Box) -> Box:
    """Where text may stand in a shape."""
    geometry = at(shape.properties, "a:prstGeom")
    if geometry is not None and geometry.get("prst") == "ellipse":
        return box.inset(box.w * _ROUND, box.h * _ROUND)
    return box


def _widened(box: Box, align: Align, size: Size) -> Box:
    """A box for lines that are never broken: as wide as the slide lets them be."""
    middle = box.x + box.w / 2
    if align is Align.LEFT:
        return Box(box.x, box.y, max(box.w, size.w - box.x), box.h)
    if align is Align.RIGHT:
        return Box(min(box.x, ZERO), box.y, box.right - min(box.x, ZERO), box.h)
    half = max(box.w / 2, min(middle, size.w - middle))
    return Box(middle - half, box.y, half * 2, box.h)


def _of_style(shape: Shape) -> Element | None:
    """What a shape's style says of its text, as a list of styles says it."""
    reference = at(shape.style, "a:fontRef")
    if reference is None:
        return None
    colour = next((deepcopy(part) for part in parts(reference)), None)
    font = {"major": "+mj-lt", "minor": "+mn-lt"}.get(reference.get("idx", ""))
    styles = reference.makeelement(tag("a:lstStyle"))
    runs = etree.SubElement(etree.SubElement(styles, tag("a:defPPr")), tag("a:defRPr"))
    if colour is not None:
        etree.SubElement(runs, tag("a:solidFill")).append(colour)
    if font:
        etree.SubElement(runs, tag("a:latin"), {"typeface": font})
    for depth in range(1, 10):
        etree.SubElement(styles, tag(f"a:lvl{depth}pPr")).append(deepcopy(runs))
    return styles
