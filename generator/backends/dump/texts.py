"""Texts in a dump: what is set, paragraph by paragraph and line by line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.backends.dump.words import colour, decimal, joined, pt, quoted
from generator.page.text import Align, Anchor, Family, Inset, Line, Paragraph, Piece, Style, TextBody


def frame_of(body: TextBody) -> str:
    """How a text stands in its box."""
    inset = body.inset
    sides = ",".join(map(pt, (inset.left, inset.top, inset.right, inset.bottom)))
    return joined(
        f"anchor={body.anchor}" if body.anchor is not Anchor.TOP else "",
        f"inset={sides}" if inset != Inset() else "",
        f"set={pt(body.width)}x{pt(body.height)}",
    )


def lines_of(body: TextBody) -> Iterator[str]:
    """Each paragraph's settings where they change, and its lines."""
    lines = list(body.lines)
    said = ""
    for number, paragraph in enumerate(body.paragraphs):
        if (settings := _paragraph(paragraph)) != said:
            yield f"paragraph {settings}"
        said = settings
        yield from (_line(line) for line in lines if line.paragraph == number)


def _paragraph(paragraph: Paragraph) -> str:
    mark = paragraph.bullet
    return joined(
        f"pitch={decimal(paragraph.line_height, 2)}",
        f"align={paragraph.align}" if paragraph.align is not Align.LEFT else "",
        f"before={pt(paragraph.before)}" if paragraph.before else "",
        f"level={paragraph.level}" if paragraph.level else "",
        f"margin={pt(paragraph.margin)}" if paragraph.margin else "",
        f"bullet={quoted(mark.char)} {colour(mark.colour)} indent={pt(mark.indent)}" if mark else "",
    )


def _line(line: Line) -> str:
    """`y` is the baseline below the text's top; each stretch in one style has its x and words, however its pairs are kerned."""
    stretches = (tuple(pieces) for _, pieces in groupby(line.pieces, key=lambda piece: (piece.style, piece.link)))
    return joined(f"line y={pt(line.baseline)}", *map(_stretch, stretches))


def _stretch(pieces: tuple[Piece, ...]) -> str:
    style, link, words = pieces[0].style, pieces[0].link, quoted("".join(piece.text for piece in pieces))
    return joined(f"x={pt(pieces[0].x)}", words, f"({style_of(style)})", f"link={link}" if link else "")


def style_of(style: Style) -> str:
    """Size, weight, face and colour."""
    return joined(
        pt(style.size),
        "bold" if style.bold else "",
        "italic" if style.italic else "",
        str(style.family) if style.family is not Family.BODY else "",
        colour(style.colour),
        f"tracking={decimal(style.tracking.pt, 2)}" if style.tracking else "",
    )
