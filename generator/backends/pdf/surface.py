"""One page to draw on: where our lengths, colours and styles become reportlab's.

Our y grows downwards, a PDF's upwards: only this module knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.pdfgen.textobject import PDFTextObject

from generator.backends.pdf.faces import Faces
from generator.geometry import ZERO, Box, Length
from generator.page.colour import Colour, ColourScheme
from generator.page.items import Stroke
from generator.page.shapes import Command, Path, Verb
from generator.page.text import Piece, Style

EMBOLDEN = 0.03
"""How much thicker letters become, in sizes."""
PRINTED = 4
"""The annotation flag that keeps a link when the page is printed or archived."""
URL_SAFE = ":/?#[]@!$&'()*+,;=%~"
SOFT_HYPHEN = "\u00ad"
SHAPELESS = dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFE0E, 0xFE0F, 0xFEFF))
"""Characters that fonts have no letter for, or an empty one."""
DASH = (4, 3)
"""Dash and gap as multiples of the width, as PowerPoint's `dash`."""


@dataclass(frozen=True, slots=True)
class Paint:
    """How an outline is filled and stroked; strokes end and turn round where `soft`."""

    fill: Colour | None = None
    stroke: Stroke | None = None
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Surface:
    """The page being drawn, `height` tall; `targets` are the ids of the pages that links can lead to."""

    canvas: Canvas
    scheme: ColourScheme
    faces: Faces
    targets: frozenset[str]
    height: Length

    def trace(self, path: Path, box: Box, paint: Paint) -> None:
        """Draw `path`, stretched to `box`. Stroke widths are not stretched."""
        if not (paint.fill or paint.stroke):
            return
        if paint.fill:
            self.canvas.setFillColorRGB(*self.scheme.rgb(paint.fill))
        if paint.stroke:
            self._pick_pen(paint.stroke, paint.soft)
        outline = self.canvas.beginPath()
        for command in path.commands:
            _append(outline, command, self._stretch(command, path, box))
        self.canvas.drawPath(outline, stroke=int(paint.stroke is not None), fill=int(paint.fill is not None))

    def fill(self, box: Box, colour: Colour) -> None:
        """Fill `box`."""
        self.canvas.setFillColorRGB(*self.scheme.rgb(colour))
        self.canvas.rect(box.x.pt, (self.height - box.bottom).pt, box.w.pt, box.h.pt, stroke=0, fill=1)

    def rule(self, box: Box, stroke: Stroke) -> None:
        """Draw a straight line from the top left of `box` to its bottom right."""
        self._pick_pen(stroke, soft=False)
        self.canvas.line(box.x.pt, (self.height - box.y).pt, box.right.pt, (self.height - box.bottom).pt)

    def words(self, left: Length, baseline: Length, pieces: Sequence[Piece], end: str = "") -> None:
        """Draw one line of text: each piece at its x from `left`, and `end` (a blank or nothing) after the last."""
        if not pieces:
            return
        line = self.canvas.beginText()
        last = pieces[-1]
        for piece in pieces:
            style = piece.style
            line.setTextOrigin((left + piece.x).pt, (self.height - baseline).pt)
            line.setFillColorRGB(*self.scheme.rgb(style.colour))
            line.setCharSpace(style.tracking.pt)
            for part, font in self.faces.parts(_visible(piece.text, end if piece is last else None), style):
                line.setFont(font, style.size.pt)
                thick = self.faces.emboldens(font, style)
                if thick:
                    self._thicken(line, style)
                line.textOut(part)
                if thick:
                    line.setTextRenderMode(0)
        line.setCharSpace(0)
        self.canvas.drawText(line)

    def _thicken(self, line: PDFTextObject, style: Style) -> None:
        """Stroke letters as well as fill them."""
        line.setTextRenderMode(2)
        self.canvas.setLineWidth(style.size.pt * EMBOLDEN)
        line.setStrokeColorRGB(*self.scheme.rgb(style.colour))

    def link(self, box: Box, target: str, words: str) -> None:
        """Make `box` lead to `target`, a page (`#` and its id) or an address. A page not in this file gets no link."""
        rect = (box.x.pt, (self.height - box.bottom).pt, box.right.pt, (self.height - box.y).pt)
        if not target.startswith("#"):
            self.canvas.linkURL(quote(target, safe=URL_SAFE), rect, Contents=PDFString(words), F=PRINTED)
        elif target[1:] in self.targets:
            self.canvas.linkAbsolute(words, target[1:], rect, F=PRINTED)

    def _pick_pen(self, stroke: Stroke, soft: bool) -> None:
        width = stroke.width.pt
        self.canvas.setStrokeColorRGB(*self.scheme.rgb(stroke.colour))
        self.canvas.setLineWidth(width)
        self.canvas.setLineCap(int(soft))
        self.canvas.setLineJoin(int(soft))
        self.canvas.setDash([width * part for part in DASH] if stroke.dashed else [])

    def _stretch(self, command: Command, path: Path, box: Box) -> list[float]:
        across = box.w.pt / path.width if path.width else 0.0
        down = box.h.pt / path.height if path.height else 0.0
        top = (self.height - box.y).pt
        return [value for x, y in command.points for value in (box.x.pt + x * across, top - y * down)]


def _visible(text: str, end: str | None = None) -> str:
    """`text` without what has no shape: joiners, marks of direction, soft hyphens but for one that shows at a line's end."""
    shown = text.translate(SHAPELESS)
    if end is None:
        return shown
    return shown + (SOFT_HYPHEN if text.endswith(SOFT_HYPHEN) else "") + end


def _append(outline: PDFPathObject, command: Command, points: list[float]) -> None:
    match command.verb:
        case Verb.MOVE:
            outline.moveTo(*points)
        case Verb.LINE:
            outline.lineTo(*points)
        case Verb.CURVE:
            outline.curveTo(*points)
        case Verb.CLOSE:
            outline.close()


def thin(box: Box) -> Box:
    """The top edge of `box`, as the line a rule is drawn along."""
    return Box(box.x, box.y, box.w, ZERO)
