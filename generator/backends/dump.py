"""Pages as text to read and compare: what golden tests and diffs look at.

One line an item, `[x,y wxh pt] kind id "words" …`; below it its lines, rows, bars or parts. Points to one decimal. What is
usual (body face, left-aligned, no inset) is not said.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from generator.geometry import Box, Length
from generator.page.colour import Colour
from generator.page.items import (
    Bars,
    Cell,
    ChartForm,
    ChartItem,
    Chevron,
    Corners,
    Crop,
    Ellipse,
    Geometry,
    GroupItem,
    Hexagon,
    Item,
    Lines,
    Path,
    PictureItem,
    Rectangle,
    Rule,
    Scale,
    ShapeItem,
    Slices,
    Stroke,
    TableItem,
    TextItem,
)
from generator.page.pages import Document, Page
from generator.page.text import Align, Anchor, Family, Inset, Line, Paragraph, Piece, Style, TextBody


def write(document: Document) -> bytes:
    """The whole document, hidden pages too, as UTF-8 with line feeds."""
    lines = [*_head(document)]
    for number, page in enumerate(document.pages, 1):
        lines += ["", *_page(page, number, document.language)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _head(document: Document) -> Iterator[str]:
    yield f"document {document.id} {_quoted(document.title)} {document.language} {document.date.isoformat()}"
    yield f"subject {_quoted(document.subject)}"
    yield f"author {_quoted(document.author)}"
    yield _joined("keywords", *map(_quoted, document.keywords))
    yield f"master {_quoted(document.master.name)}"
    yield _joined("faces", *(face.name for face in document.faces))
    for section in document.sections:
        yield _joined("section", f"{_quoted(section.title)}:", *section.pages)


def _page(page: Page, number: int, language: str) -> Iterator[str]:
    yield _joined(
        f"--- page {number}: {page.id} {_quoted(page.title)} {_number(page.size.w.pt)}x{_number(page.size.h.pt)} pt",
        f"layout={page.layout}" if page.layout else "",
        f"background={_colour(page.background)}" if page.background else "",
        "hidden" if page.hidden else "",
        "---",
    )
    for item in page.items:
        yield from _item(item, language)
    for note in page.notes:
        yield f"note {_quoted(note)}"


def _item(item: Item, language: str) -> Iterator[str]:
    match item:
        case TextItem():
            slot = f"slot={item.slot}" if item.slot else ""
            yield _joined(_start(item, "text"), _quoted(item.body.text), slot, _body(item.body), *_end(item, language, item.link))
            yield from _indented(_lines(item.body))
        case ShapeItem():
            yield _joined(*_shape(item), *_end(item, language, item.link))
            if item.body:
                yield from _indented(_lines(item.body))
        case TableItem():
            yield _joined(*_table(item), *_end(item, language))
            yield from _indented(_rows(item))
        case ChartItem():
            yield _joined(*_chart(item), *_end(item, language))
            yield from _indented(_series(item))
        case PictureItem():
            yield _joined(*_picture(item), *_end(item, language))
        case GroupItem():
            yield _joined(_start(item, "group"), *_end(item, language, item.link))
            for part in item.items:
                yield from _indented(_item(part, language))
        case _:
            assert_never(item)


def _start(item: Item, kind: str) -> str:
    return f"{_box(item.box)} {kind} {item.mark.id}"


def _end(item: Item, language: str, link: str = "") -> Iterator[str]:
    mark = item.mark
    yield f"link={link}" if link else ""
    yield f"alt={_quoted(mark.alt)}" if mark.alt else ""
    yield f"language={mark.language}" if mark.language != language else ""


def _shape(item: ShapeItem) -> Iterator[str]:
    yield _start(item, "shape")
    yield _geometry(item.geometry)
    yield f"fill={_colour(item.fill)}" if item.fill else ""
    yield f"stroke={_stroke(item.stroke)}" if item.stroke else ""
    if item.body:
        yield from (_quoted(item.body.text), _body(item.body))


def _geometry(geometry: Geometry) -> str:
    match geometry:
        case Rectangle(radius, corners):
            return _joined("rectangle", f"r={_pt(radius)}", "top" if corners is Corners.TOP else "") if radius else "rectangle"
        case Ellipse():
            return "ellipse"
        case Hexagon(tip):
            return f"hexagon tip={_pt(tip)}"
        case Chevron(tip, flat_left):
            return f"chevron tip={_pt(tip)}" + (" flat" if flat_left else "")
        case Rule(start, end, head):
            ends = (f"{name}={glue.item}.{glue.side}" for name, glue in (("from", start), ("to", end)) if glue)
            return _joined("rule", *ends, f"arrow={head}" if head else "")
        case Path():
            return f"path {len(geometry.commands)} commands on {_number(geometry.width)}x{_number(geometry.height)}"
        case _:
            assert_never(geometry)


def _table(item: TableItem) -> Iterator[str]:
    yield _start(item, "table")
    yield f"columns={','.join(map(_pt, item.columns))}"
    yield f"header-rows={item.header_rows}"
    yield "header-column" if item.header_column else ""


def _rows(item: TableItem) -> Iterator[str]:
    for row in item.rows:
        yield f"row {_pt(row.height)}"
        for cell in row.cells:
            yield from _indented(_cell(cell))


def _cell(cell: Cell) -> Iterator[str]:
    yield _joined(
        f"cell {_quoted(cell.body.text)}",
        _body(cell.body),
        f"fill={_colour(cell.fill)}" if cell.fill else "",
        f"above={_stroke(cell.above)}" if cell.above else "",
        f"below={_stroke(cell.below)}" if cell.below else "",
    )
    yield from _indented(_lines(cell.body))


def _chart(item: ChartItem) -> Iterator[str]:
    yield _start(item, "chart")
    yield _form(item.form)
    yield f"plot={_box(item.plot)} format={_quoted(item.number_format)}"


def _form(form: ChartForm) -> str:
    match form:
        case Bars(scale, gap, upright, stacked):
            name = ("stacked-" if stacked else "") + ("column" if upright else "bar")
            return f"{name} gap={gap}% {_scale(scale)}"
        case Lines(scale, dot):
            return f"line dot={_pt(dot)} {_scale(scale)}"
        case Slices(hole, seam):
            return f"{f'doughnut hole={_number(hole, 2)}' if hole else 'pie'} seam={_stroke(seam)}"
        case _:
            assert_never(form)


def _scale(scale: Scale) -> str:
    names = f"({_style(scale.names)})" if scale.names else "none"
    return f"scale={_number(scale.low)}..{_number(scale.high)} axis={_stroke(scale.axis)} names={names}"


def _series(item: ChartItem) -> Iterator[str]:
    """Each series and, below it, its values by category."""
    for series in item.series:
        yield _joined(f"series {_quoted(series.name)}", f"stroke={_stroke(series.stroke)}" if series.stroke else "")
        for category, datum in zip(item.categories, series.data, strict=True):
            value = "gap" if datum.value is None else f"{datum.value:g}"
            label = f"{_quoted(datum.label)} ({_style(datum.label_style)})" if datum.label else ""
            how = ("dot" if datum.dot else "", "under" if datum.under else "", f"shift={_pt(datum.shift)}" if datum.shift else "")
            yield "  " + _joined(_colour(datum.colour), _quoted(category), value, label, *how)


def _picture(item: PictureItem) -> Iterator[str]:
    """With the first eight digits of the bytes' SHA-256."""
    crop = item.crop
    yield _start(item, "picture")
    yield f"{item.format} {item.pixels[0]}x{item.pixels[1]} px {hashlib.sha256(item.data).hexdigest()[:8]}"
    cut = ",".join(_number(share * 100) for share in (crop.left, crop.top, crop.right, crop.bottom))
    yield f"crop={cut}%" if crop != Crop() else ""


def _body(body: TextBody) -> str:
    inset = body.inset
    sides = ",".join(map(_pt, (inset.left, inset.top, inset.right, inset.bottom)))
    return _joined(
        f"anchor={body.anchor}" if body.anchor is not Anchor.TOP else "",
        f"inset={sides}" if inset != Inset() else "",
        f"set={_pt(body.width)}x{_pt(body.height)}",
    )


def _lines(body: TextBody) -> Iterator[str]:
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
    return _joined(
        f"pitch={_number(paragraph.line_height, 2)}",
        f"align={paragraph.align}" if paragraph.align is not Align.LEFT else "",
        f"before={_pt(paragraph.before)}" if paragraph.before else "",
        f"level={paragraph.level}" if paragraph.level else "",
        f"margin={_pt(paragraph.margin)}" if paragraph.margin else "",
        f"bullet={_quoted(mark.char)} {_colour(mark.colour)} indent={_pt(mark.indent)}" if mark else "",
    )


def _line(line: Line) -> str:
    """`y` is the baseline below the text's top; each stretch in one style has its x and words, however its pairs are kerned."""
    stretches = (tuple(pieces) for _, pieces in groupby(line.pieces, key=lambda piece: (piece.style, piece.link)))
    return _joined(f"line y={_pt(line.baseline)}", *map(_stretch, stretches))


def _stretch(pieces: tuple[Piece, ...]) -> str:
    style, link, words = pieces[0].style, pieces[0].link, _quoted("".join(piece.text for piece in pieces))
    return _joined(f"x={_pt(pieces[0].x)}", words, f"({_style(style)})", f"link={link}" if link else "")


def _style(style: Style) -> str:
    return _joined(
        _pt(style.size),
        "bold" if style.bold else "",
        "italic" if style.italic else "",
        str(style.family) if style.family is not Family.BODY else "",
        _colour(style.colour),
        f"tracking={_number(style.tracking.pt, 2)}" if style.tracking else "",
    )


def _colour(colour: Colour) -> str:
    parts = (("sat", colour.sat_mod, 100), ("lum", colour.lum_mod, 100), ("off", colour.lum_off, 0))
    return colour.role + "".join(f"/{name}{value}" for name, value, usual in parts if value != usual)


def _stroke(stroke: Stroke) -> str:
    return f"{_colour(stroke.colour)},{_number(stroke.width.pt, 2)}" + (",dashed" if stroke.dashed else "")


def _box(box: Box) -> str:
    return f"[{_pt(box.x)},{_pt(box.y)} {_pt(box.w)}x{_pt(box.h)} pt]"


def _pt(length: Length) -> str:
    return _number(length.pt)


def _number(value: float, digits: int = 1) -> str:
    """Rounded, without a needless fraction or a negative zero."""
    rounded = round(value, digits) + 0.0
    return str(int(rounded)) if rounded.is_integer() else str(rounded)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
