"""Blocks that Markdown has a notation for: texts, lists, tables, quotes, code, images."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.content.markdown.fields import YAML, facts_in, fence_pairs, led, no_meaning, one_text, points, told, under, whole
from generator.errors import Findings
from generator.notation.markdown.parts import Cell, Fence, Grid, Image, Listing, Paragraph, Piece, Quotation, Row
from generator.notation.tree import Pair, Tree, listed
from generator.source import Span

BY = re.compile(r"(?:\A|\n)(?:—|–|--)[ ]*(?=\S)")
MEDIA = re.compile(r"(?:\.\./)*(?:content/)?media/|\./")
"""What leads from a topic to the pictures, so that editors show them; the block names the file alone."""


def simple_block(run: Sequence[Piece], findings: Findings) -> Tree | None:
    """The block that a piece says, with the pieces that belong to it; None where it is none, which is told."""
    first, *rest = run
    pairs: Sequence[Pair] | None = None
    match first:
        case Paragraph():
            pairs = _prose([piece for piece in run if isinstance(piece, Paragraph)], findings)
        case Listing():
            pairs = _checklist(first, findings) if any(entry.box for entry in first.entries) else _bullets(first, findings)
        case Grid():
            pairs = _table(first, findings)
        case Quotation():
            pairs = _quote(first, findings)
        case Fence():
            pairs = _fence(first, rest, findings)
        case Image():
            pairs = _picture(first, rest, findings)
        case _:
            no_meaning(first, findings)
    return None if pairs is None else whole((*pairs, *told(first.above, findings)), first.span, findings)


def taken(pieces: Sequence[Piece]) -> int:
    """How many pieces from the first on make one block: paragraphs, an image with its text, code with its notes."""
    count = 1
    if isinstance(pieces[0], Paragraph):
        while count < len(pieces) and isinstance(pieces[count], Paragraph) and not pieces[count].above.span:
            count += 1
    if isinstance(pieces[0], Image):
        count += _follows(pieces, count, Paragraph)
    if isinstance(pieces[0], Image) or (isinstance(pieces[0], Fence) and not kind_of(pieces[0])):
        count += _follows(pieces, count, Listing)
    return count


def _follows(pieces: Sequence[Piece], at: int, sort: type[Piece]) -> bool:
    return at < len(pieces) and isinstance(pieces[at], sort) and not pieces[at].above.span


def kind_of(fence: Fence) -> Pair | None:
    """The kind that a fence of YAML names."""
    if not fence.info or fence.info[0].text != YAML:
        return None
    if len(fence.info) > 1:
        return under("kind", fence.info[1])
    return next((pair for pair in fence.attributes.pairs if pair.key == "kind"), None)


def kind(name: str, span: Span) -> Pair:
    """The kind of the block that starts at a place."""
    return Pair("kind", span, Tree(name, span))


def _prose(paragraphs: Sequence[Paragraph], findings: Findings) -> list[Pair]:
    pairs = [kind("prose", paragraphs[0].span), *facts_in(paragraphs, findings)]
    lead, rest = led(paragraphs[0].words)
    texts = paragraphs
    if lead and not rest.text and len(paragraphs) > 1:
        pairs.append(under("lead", lead))
        texts = paragraphs[1:]
    return [*pairs, Pair("text", texts[0].span, listed((p.words.tree() for p in texts), texts[0].span))]


def _bullets(listing: Listing, findings: Findings) -> list[Pair]:
    return [kind("bullets", listing.span), Pair("points", listing.span, points(listing, findings))]


def _checklist(listing: Listing, findings: Findings) -> list[Pair]:
    items = []
    for entry in listing.entries:
        for below in entry.below:
            no_meaning(below, findings)
        if not entry.box:
            hint = "write [ ] before every entry of a checklist, and before none of another list"
            findings.error("C009", entry.words.span, "an entry without a box among entries with one", hint)
        lead, rest = led(entry.words)
        pairs = [under("title", lead), under("text", rest)] if lead and rest.text else [under("title", entry.words)]
        items.append(whole((*pairs, *told(entry.attributes, findings)), entry.words.span, findings))
    return [kind("checklist", listing.span), Pair("items", listing.span, listed(items, listing.span))]


def _table(grid: Grid, findings: Findings) -> list[Pair]:
    columns = []
    for number, cell in enumerate(grid.head.cells):
        mark, span = grid.aligns[number] if number < len(grid.aligns) else ("", cell.span)
        align = [Pair("align", span, Tree(mark, span))] if mark else []
        columns.append(whole((under("title", cell.words), *align, *told(cell.attributes, findings)), cell.span, findings))
    rows = [_row(row, findings) for row in grid.rows]
    return [
        kind("table", grid.span),
        Pair("columns", grid.span, listed(columns, grid.span)),
        Pair("rows", grid.rows[0].span if rows else grid.span, listed(rows, grid.span)),
    ]


def _row(row: Row, findings: Findings) -> Tree:
    cells = listed((_cell(cell, findings) for cell in row.cells), row.span)
    return whole((Pair("cells", row.span, cells), *told(row.attributes, findings)), row.span, findings)


def _cell(cell: Cell, findings: Findings) -> Tree:
    if not cell.attributes.span:
        return cell.words.tree()
    if cell.words.text:
        hint = "facts and the like stand behind the row's last |"
        findings.error("C009", cell.attributes.span, "a cell holds a text or attributes, not both", hint)
        return cell.words.tree()
    return whole(told(cell.attributes, findings), cell.span, findings)


def _quote(quotation: Quotation, findings: Findings) -> list[Pair]:
    pairs = [kind("quote", quotation.span)]
    paragraphs = list(quotation.paragraphs)
    found = list(BY.finditer(paragraphs[-1].words.text)) if paragraphs else []
    if found:
        last = paragraphs.pop()
        pairs += [under("by", last.words.cut(found[-1].end())), *told(last.attributes, findings)]
        if words := last.words.cut(0, found[-1].start()):
            paragraphs += [Paragraph(last.span, words, type(last.attributes)())] if words.text else []
    return [*pairs, *one_text("text", paragraphs, findings)]


def _fence(fence: Fence, rest: Sequence[Piece], findings: Findings) -> list[Pair]:
    named = kind_of(fence)
    attributes = told(fence.attributes, findings)
    for word in fence.info[2 if named and len(fence.info) > 1 else 1 :]:
        hint = 'write ```language, or ```yaml kind, and anything else as {key="value"}'
        findings.error("C009", word.span, f"{word.text!r} means nothing here", hint)
    if named:
        stated = [] if named in attributes or named in fence.attributes.pairs else [named]
        return [*stated, *fence_pairs(fence, findings), *attributes]
    pairs = [kind("code", fence.span), *([under("language", fence.info[0])] if fence.info else [])]
    pairs.append(Pair("code", fence.body_span, Tree(fence.body.removesuffix("\n"), fence.body_span)))
    notes = [Pair("notes", other.span, points(other, findings, leads=False)) for other in rest if isinstance(other, Listing)]
    return [*pairs, *notes, *attributes]


def _picture(image: Image, rest: Sequence[Piece], findings: Findings) -> list[Pair]:
    file = image.file.cut(match.end()) if (match := MEDIA.match(image.file.text)) else image.file
    pairs = [kind("picture", image.span), under("file", file)]
    pairs += [under(key, words) for key, words in (("alt", image.alt), ("caption", image.caption)) if words]
    pairs += one_text("lead", [piece for piece in rest if isinstance(piece, Paragraph)], findings)
    pairs += [Pair("points", piece.span, points(piece, findings)) for piece in rest if isinstance(piece, Listing)]
    return [*pairs, *told(image.attributes, findings)]
