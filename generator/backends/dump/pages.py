"""A document in a dump: its head, its pages, and one line an item."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import assert_never

from generator.backends.dump.texts import frame_of, lines_of, style_of
from generator.backends.dump.words import box, colour, decimal, indented, joined, pt, quoted, stroke
from generator.page.items import (
    Bars,
    Cell,
    ChartForm,
    ChartItem,
    Crop,
    GroupItem,
    Item,
    Lines,
    PictureItem,
    Scale,
    ShapeItem,
    Slices,
    TableItem,
    TextItem,
)
from generator.page.pages import Document, Page
from generator.page.shapes import Chevron, Corners, Ellipse, Geometry, Hexagon, Path, Rectangle, Rule


def write(document: Document) -> bytes:
    """The whole document, hidden pages too, as UTF-8 with line feeds."""
    lines = [*_head(document)]
    for number, page in enumerate(document.pages, 1):
        lines += ["", *_page(page, number, document.language)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _head(document: Document) -> Iterator[str]:
    yield f"document {document.id} {quoted(document.title)} {document.language} {document.date.isoformat()}"
    yield f"subject {quoted(document.subject)}"
    yield f"author {quoted(document.author)}"
    yield joined("keywords", *map(quoted, document.keywords))
    yield f"master {quoted(document.master.name)}"
    yield joined("faces", *(face.name for face in document.faces))
    for section in document.sections:
        yield joined("section", f"{quoted(section.title)}:", *section.pages)


def _page(page: Page, number: int, language: str) -> Iterator[str]:
    yield joined(
        f"--- page {number}: {page.id} {quoted(page.title)} {decimal(page.size.w.pt)}x{decimal(page.size.h.pt)} pt",
        f"layout={page.layout}" if page.layout else "",
        f"background={colour(page.background)}" if page.background else "",
        "hidden" if page.hidden else "",
        "---",
    )
    for item in page.items:
        yield from _item(item, language)
    for note in page.notes:
        yield f"note {quoted(note)}"


def _item(item: Item, language: str) -> Iterator[str]:
    match item:
        case TextItem():
            slot = f"slot={item.slot}" if item.slot else ""
            yield joined(
                _start(item, "text"), quoted(item.body.text), slot, frame_of(item.body), *_end(item, language, item.link)
            )
            yield from indented(lines_of(item.body))
        case ShapeItem():
            yield joined(*_shape(item), *_end(item, language, item.link))
            if item.body:
                yield from indented(lines_of(item.body))
        case TableItem():
            yield joined(*_table(item), *_end(item, language))
            yield from indented(_rows(item))
        case ChartItem():
            yield joined(*_chart(item), *_end(item, language))
            yield from indented(_series(item))
        case PictureItem():
            yield joined(*_picture(item), *_end(item, language))
        case GroupItem():
            yield joined(_start(item, "group"), *_end(item, language, item.link))
            for part in item.items:
                yield from indented(_item(part, language))
        case _:
            assert_never(item)


def _start(item: Item, kind: str) -> str:
    return f"{box(item.box)} {kind} {item.mark.id}"


def _end(item: Item, language: str, link: str = "") -> Iterator[str]:
    mark = item.mark
    yield f"link={link}" if link else ""
    yield f"alt={quoted(mark.alt)}" if mark.alt else ""
    yield f"language={mark.language}" if mark.language != language else ""


def _shape(item: ShapeItem) -> Iterator[str]:
    yield _start(item, "shape")
    yield _geometry(item.geometry)
    yield f"fill={colour(item.fill)}" if item.fill else ""
    yield f"stroke={stroke(item.stroke)}" if item.stroke else ""
    if item.body:
        yield from (quoted(item.body.text), frame_of(item.body))


def _geometry(geometry: Geometry) -> str:
    match geometry:
        case Rectangle(radius, corners):
            return joined("rectangle", f"r={pt(radius)}", "top" if corners is Corners.TOP else "") if radius else "rectangle"
        case Ellipse():
            return "ellipse"
        case Hexagon(tip):
            return f"hexagon tip={pt(tip)}"
        case Chevron(tip, flat_left):
            return f"chevron tip={pt(tip)}" + (" flat" if flat_left else "")
        case Rule(start, end, head):
            ends = (f"{name}={glue.item}.{glue.side}" for name, glue in (("from", start), ("to", end)) if glue)
            return joined("rule", *ends, f"arrow={head}" if head else "")
        case Path():
            return f"path {len(geometry.commands)} commands on {decimal(geometry.width)}x{decimal(geometry.height)}"
        case _:
            assert_never(geometry)


def _table(item: TableItem) -> Iterator[str]:
    yield _start(item, "table")
    yield f"columns={','.join(map(pt, item.columns))}"
    yield f"header-rows={item.header_rows}"
    yield "header-column" if item.header_column else ""


def _rows(item: TableItem) -> Iterator[str]:
    for row in item.rows:
        yield f"row {pt(row.height)}"
        for cell in row.cells:
            yield from indented(_cell(cell))


def _cell(cell: Cell) -> Iterator[str]:
    yield joined(
        f"cell {quoted(cell.body.text)}",
        frame_of(cell.body),
        f"fill={colour(cell.fill)}" if cell.fill else "",
        f"above={stroke(cell.above)}" if cell.above else "",
        f"below={stroke(cell.below)}" if cell.below else "",
    )
    yield from indented(lines_of(cell.body))


def _chart(item: ChartItem) -> Iterator[str]:
    yield _start(item, "chart")
    yield _form(item.form)
    yield f"plot={box(item.plot)} format={quoted(item.number_format)}"


def _form(form: ChartForm) -> str:
    match form:
        case Bars(scale, gap, upright, stacked):
            name = ("stacked-" if stacked else "") + ("column" if upright else "bar")
            return f"{name} gap={gap}% {_scale(scale)}"
        case Lines(scale, dot):
            return f"line dot={pt(dot)} {_scale(scale)}"
        case Slices(hole, seam):
            return f"{f'doughnut hole={decimal(hole, 2)}' if hole else 'pie'} seam={stroke(seam)}"
        case _:
            assert_never(form)


def _scale(scale: Scale) -> str:
    names = f"({style_of(scale.names)})" if scale.names else "none"
    return f"scale={decimal(scale.low)}..{decimal(scale.high)} axis={stroke(scale.axis)} names={names}"


def _series(item: ChartItem) -> Iterator[str]:
    """Each series and, below it, its values by category."""
    for series in item.series:
        yield joined(f"series {quoted(series.name)}", f"stroke={stroke(series.stroke)}" if series.stroke else "")
        for category, datum in zip(item.categories, series.data, strict=True):
            value = "gap" if datum.value is None else f"{datum.value:g}"
            label = f"{quoted(datum.label)} ({style_of(datum.label_style)})" if datum.label else ""
            how = ("dot" if datum.dot else "", "under" if datum.under else "", f"shift={pt(datum.shift)}" if datum.shift else "")
            yield "  " + joined(colour(datum.colour), quoted(category), value, label, *how)


def _picture(item: PictureItem) -> Iterator[str]:
    """With the first eight digits of the bytes' SHA-256."""
    crop = item.crop
    yield _start(item, "picture")
    yield f"{item.format} {item.pixels[0]}x{item.pixels[1]} px {hashlib.sha256(item.data).hexdigest()[:8]}"
    cut = ",".join(decimal(share * 100) for share in (crop.left, crop.top, crop.right, crop.bottom))
    yield f"crop={cut}%" if crop != Crop() else ""
