"""SVG drawings as flat outlines: shapes, plain fills and strokes; whatever else a file holds is refused with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from generator.errors import Findings
from generator.notation import outlines
from generator.notation.outlines import Matrix, Segment
from generator.notation.painting import Painting, Refused, line_of, number, transform
from generator.source import Span

LARGEST = 1_000_000
"""Bytes of a file."""
MOST_SHAPES, MOST_SEGMENTS, DEEPEST = 2_000, 20_000, 40
GRID = 1000.0
"""The units of a drawing's longer side, whatever its file counts in."""
SVG = "{http://www.w3.org/2000/svg}"
_SILENT = frozenset({"title", "desc", "metadata", "defs"})
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "line"})
_ACTIVE = frozenset({"script", "foreignObject", "iframe", "audio", "video", "handler", "listener"})
_WAYS_OUT = {
    "text": "convert the text to paths in the drawing program",
    "style": "save it with presentation attributes instead of a stylesheet",
    "image": "draw it, or use the image file itself",
    "use": "unlink clones and symbols, so that each shape stands for itself",
    "svg": "put its shapes into the outer drawing",
    "a": "links belong to the content, not to the picture; ungroup it",
}
_ANIMATED = frozenset({"animate", "animateMotion", "animateTransform", "animateColor", "set"})
_DECLARED = re.compile(rb"<!DOCTYPE")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_EDGE = 0.01
"""How far a shape may reach over the drawing's edge, as a share of its longer side."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One shape. Its fill follows the even-odd rule; colours are six hexadecimal digits."""

    segments: tuple[Segment, ...]
    fill: str | None
    stroke: str | None
    width: float
    soft: bool
    """Whether its strokes end and turn round."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of `width` x `height` units, its outlines from back to front."""

    width: float
    height: float
    outlines: tuple[Outline, ...]


@dataclass(slots=True)
class _Count:
    """What has been drawn so far on a drawing of that size."""

    size: tuple[float, float]
    shapes: int = 0
    segments: int = 0


def read_svg(data: bytes, path: str, findings: Findings) -> Drawing | None:
    """The drawing in an SVG file; None and findings (C008, C042 to C045, at their lines) where it cannot be drawn whole."""
    if len(data) > LARGEST:
        message = f"{path!r} has {len(data):,} bytes, a drawing at most {LARGEST:,}"
        findings.error("C008", Span(path), message, "simplify its paths, or export it as a PNG")
        return None
    root = _parsed(data, path, findings)
    if root is None:
        return None
    before = len(findings.items)
    for found in root.iter("*"):
        _check_harmless(found, path, findings)
    if len(findings.items) > before:
        return None
    drawn: list[Outline] = []
    try:
        size, matrix = _frame(root)
        for outline in _drawn(root, (matrix, Painting().under(root)), _Count(size)):
            drawn.append(outline)
    except Refused as refused:
        findings.error(refused.code, Span(path, refused.line, 1), refused.message, refused.hint)
        return None
    if not drawn:
        findings.error("C042", Span(path), f"{path!r} draws nothing", "add a shape with a fill or a stroke")
        return None
    return Drawing(*size, tuple(drawn))


def _parsed(data: bytes, path: str, findings: Findings) -> etree._Element | None:
    """The file's first tag with all below it. Nothing is resolved, loaded or fetched."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line, column = getattr(error, "position", (1, 1))
        message = f"{path!r} is no SVG that can be read: {str(error).partition(', line')[0].lower()}"
        findings.error("C042", Span(path, max(1, line), max(1, column)), message, "save it again as plain SVG")
        return None
    declared = _DECLARED.search(data)
    if declared or root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs do not know it
        line = data.count(b"\n", 0, declared.start()) + 1 if declared else 1
        findings.error("C043", Span(path, line, 1), "the file declares a document type", "remove what starts with <!DOCTYPE")
        return None
    if root.tag != f"{SVG}svg":
        hint = 'an SVG starts with <svg xmlns="http://www.w3.org/2000/svg">'
        findings.error("C042", Span(path, line_of(root), 1), f"{path!r} is XML, but no SVG", hint)
        return None
    return root


def _check_harmless(found: etree._Element, path: str, findings: Findings) -> None:
    """What a drawing may hold nowhere, not even where it would not be shown."""
    span, name = Span(path, line_of(found), 1), etree.QName(found).localname
    depth = sum(1 for _ in found.iterancestors())
    if depth == DEEPEST:
        findings.error("C008", span, f"groups are nested more than {DEEPEST} deep", "ungroup them in the drawing program")
    if name in _ACTIVE:
        findings.error("C043", span, f"<{name}> makes the drawing a program", "save it as plain SVG, without scripts")
    elif name in _ANIMATED:
        findings.error("C044", span, f"<{name}> is an animation, which no document shows", "remove it")
    for attribute in found.attrib:
        key = etree.QName(attribute).localname
        if key.lower().startswith("on") and str(found.tag).startswith(SVG):
            findings.error("C043", span, f"attribute {key!r} is a script", "save it as plain SVG, without scripts")
        elif key in ("href", "src") and not str(found.attrib[attribute]).startswith("#"):
            hint = "a picture loads nothing; " + _WAYS_OUT.get(name, "remove the reference")
            findings.error("C043", span, f"<{name}> refers to another file or to data", hint)


def _frame(root: etree._Element) -> tuple[tuple[float, float], Matrix]:
    """The drawing's size, and what brings its file's units to ours."""
    box = (root.get("viewBox") or "").replace(",", " ").split()
    if box:
        x, y, w, h = (number(value, root) for value in (box if len(box) == 4 else ("", "", "", "")))
    else:
        x, y, w, h = 0.0, 0.0, _length(root, "width"), _length(root, "height")
    if w <= 0 or h <= 0:
        raise Refused(root, "C042", "the drawing has no size", 'write viewBox="0 0 width height" into its first line')
    scale = GRID / max(w, h)
    return (w * scale, h * scale), (scale, 0.0, 0.0, scale, -x * scale, -y * scale)


def _length(root: etree._Element, key: str) -> float:
    text = (root.get(key) or "").strip()
    digits = text.rstrip("abcdefghijklmnopqrstuvwxyz%")
    unit = _UNITS.get(text[len(digits) :])
    return number(digits, root) * unit if unit and digits else 0.0


def _drawn(group: etree._Element, look: tuple[Matrix, Painting], count: _Count) -> Iterator[Outline]:
    """The outlines in a group, from back to front."""
    for child in group:
        tag = etree.QName(child)
        if tag.namespace != SVG[1:-1] or tag.localname in _SILENT:
            continue
        painting = look[1].under(child)
        if painting.hidden:
            continue
        matrix = outlines.combined(look[0], transform(child))
        if tag.localname == "g":
            yield from _drawn(child, (matrix, painting), count)
        elif tag.localname in _SHAPES:
            yield from _shape(child, (matrix, painting), count)
        else:
            hint = _WAYS_OUT.get(tag.localname, "draw it with paths, flat fills and strokes; or export the picture as a PNG")
            raise Refused(child, "C044", f"<{tag.localname}> cannot be drawn as a native shape", hint)


def _shape(found: etree._Element, look: tuple[Matrix, Painting], count: _Count) -> Iterator[Outline]:
    matrix, painting = look
    segments = outlines.moved(_segments(found), matrix)
    if not outlines.subpaths(segments) or not (painting.fill or painting.stroke):
        return
    _check_edges(found, segments, count.size)
    whole = Outline(segments, painting.fill, painting.stroke, painting.scaled(matrix, found), painting.soft(segments))
    for outline in _filled(found, whole) if painting.fill and not painting.even_odd else (whole,):
        count.shapes += 1
        count.segments += len(outline.segments)
        if count.shapes > MOST_SHAPES or count.segments > MOST_SEGMENTS:
            message = f"the drawing has more than {MOST_SHAPES:,} shapes or {MOST_SEGMENTS:,} points"
            raise Refused(found, "C008", message, "simplify its paths, or export it as a PNG")
        yield outline


def _filled(found: etree._Element, whole: Outline) -> tuple[Outline, ...]:
    """The shape as one outline or several, so that the even-odd rule fills what the nonzero rule would."""
    parts = outlines.solid(whole.segments)
    if parts is None:
        hint = 'unite its outlines in the drawing program, or give it fill-rule="evenodd" where its holes are meant'
        raise Refused(found, "C045", "the outlines of this shape overlap in a way PowerPoint fills otherwise", hint)
    if len(parts) == 1:
        return (whole,)
    fills = tuple(replace(whole, segments=part, stroke=None) for part in parts)
    return (*fills, replace(whole, fill=None)) if whole.stroke else fills


def _segments(found: etree._Element) -> tuple[Segment, ...]:
    def value(key: str, usual: float = 0.0) -> float:
        return number(found.get(key, ""), found, usual)

    match etree.QName(found).localname:
        case "path":
            try:
                return outlines.path(found.get("d", ""))
            except ValueError:
                raise Refused(found, "C045", "the path cannot be read", "save the drawing again as plain SVG") from None
        case "rect":
            rx, ry = found.get("rx"), found.get("ry")
            radii = (value("rx" if rx else "ry"), value("ry" if ry else "rx"))
            return outlines.rectangle((value("x"), value("y")), (value("width"), value("height")), radii)
        case "circle":
            return outlines.ellipse((value("cx"), value("cy")), value("r"), value("r"))
        case "ellipse":
            return outlines.ellipse((value("cx"), value("cy")), value("rx"), value("ry"))
        case "line":
            return outlines.polygon(((value("x1"), value("y1")), (value("x2"), value("y2"))), closed=False)
        case name:
            values = [number(v, found) for v in found.get("points", "").replace(",", " ").split()]
            return outlines.polygon(tuple(zip(values[::2], values[1::2], strict=False)), closed=name == "polygon")


def _check_edges(found: etree._Element, segments: tuple[Segment, ...], size: tuple[float, float]) -> None:
    left, top, right, low = outlines.extent(segments)
    if min(left, top) < -GRID * _EDGE or right > size[0] + GRID * _EDGE or low > size[1] + GRID * _EDGE:
        hint = "fit the page to the drawing in the drawing program; nothing is cut off here"
        raise Refused(found, "C045", "the shape reaches over the edge of the drawing", hint)
