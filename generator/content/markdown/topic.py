"""A Markdown file as the tree of a topic: front matter, title, blocks, handout, notes and variants."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.content.markdown.blocks import blocks_of
from generator.content.markdown.directives import BLOCKS, unknown
from generator.content.markdown.fields import Slots, filled, told, under, whole
from generator.content.model import EVERYONE
from generator.errors import Findings
from generator.notation.markdown import read_markdown
from generator.notation.markdown.parts import Division, Heading, Paragraph, Piece
from generator.notation.tree import Pair, Tree, mapped, pairs_of

ASK = re.compile(r"Ask:\s+")
KEYED = {"notes": "notes", "variant": "variants"}
"""Divisions that say something to one reader, and the key of the topic under which all of them stand."""
TOP = (*BLOCKS, *KEYED, "handout")


def read_topic(data: bytes, path: str, findings: Findings) -> Tree | None:
    """The tree of a topic in Markdown, as its YAML would give it; None and findings where nothing is left to look at."""
    before = len(findings.errors)
    document = read_markdown(data, path, findings)
    if document is None:
        return None
    front = pairs_of(document.front)
    spoken = [piece for piece in document.pieces if _name(piece) in KEYED]
    pairs = [pair for pair in front if pair.key not in KEYED.values()]
    pairs += _said([piece for piece in document.pieces if _name(piece) not in KEYED], findings)
    for name, key in KEYED.items():
        pairs += _keyed(key, [pair for pair in front if pair.key == key], [p for p in spoken if _name(p) == name], findings)
    if len(findings.errors) > before and not any(pair.key == "blocks" for pair in pairs):
        return None  # what was to be its block is told already
    return whole(pairs, document.front.span, findings)


def _name(piece: Piece) -> str:
    return piece.name.text if isinstance(piece, Division) and piece.name else ""


def _said(pieces: Sequence[Piece], findings: Findings) -> list[Pair]:
    """The title, the blocks and the handout of a topic or a variant."""
    pairs: list[Pair] = []
    blocks: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Heading) and piece.level == 1:
            pairs += [under("title", piece.words), *told(piece.attributes, findings), *told(piece.above, findings)]
        elif isinstance(piece, Division) and _name(piece) == "handout":
            pairs.append(Pair("handout", piece.span, blocks_of(piece.inner, piece.span, findings)))
            _nothing_else(piece, findings)
        elif isinstance(piece, Division) and piece.name and piece.name.text not in BLOCKS:
            unknown(piece, TOP, findings)
        else:
            blocks.append(piece)
    if blocks:
        found = blocks_of(blocks, blocks[0].span, findings)
        pairs += [Pair("blocks", found.span, found)] if found.value else []
    return pairs


def _nothing_else(division: Division, findings: Findings) -> None:
    for pair in (*told(division.attributes, findings, names=True), *told(division.above, findings)):
        findings.error("C004", pair.span, f"unknown key {pair.key!r}", "it belongs to the block inside")


def _keyed(key: str, front: Sequence[Pair], divisions: Sequence[Piece], findings: Findings) -> list[Pair]:
    """The mapping from readers under a key, from the front matter and from divisions."""
    if not divisions:
        return list(front)
    pairs = [pair for above in front for pair in pairs_of(above.tree)]
    pairs += [_told_to(key, piece, findings) for piece in divisions if isinstance(piece, Division)]
    first = front[0].span if front else divisions[0].span
    return [Pair(key, first, mapped(pairs, pairs[0].span, findings))]


def _told_to(key: str, division: Division, findings: Findings) -> Pair:
    """What a division says, and the reader whom it names by `for`."""
    own = [*told(division.attributes, findings, names=True), *told(division.above, findings)]
    reader = next((pair.tree for pair in own if pair.key == "for"), None)
    own = [pair for pair in own if pair.key != "for"]
    if key == "notes":
        tree = whole((*own, *_notes(division.inner, findings)), division.span, findings)
    else:
        if reader is None:
            hint = 'write ::: variant {for="executives"}'
            findings.error("C006", division.span, "the variant names nobody that it is for", hint)
        tree = whole((*own, *_said(division.inner, findings)), division.span, findings)
    return Pair(str(reader.value), reader.span, tree) if reader else Pair(EVERYONE, division.span, tree)


def _notes(pieces: Sequence[Piece], findings: Findings) -> list[Pair]:
    questions = [
        Paragraph(p.span, p.words.cut(len("Ask:")), p.attributes, p.above)
        for p in pieces
        if isinstance(p, Paragraph) and _asks(p)
    ]
    said = filled([piece for piece in pieces if not _asks(piece)], Slots("say"), findings)
    return [*said, *filled(questions, Slots("ask"), findings)]


def _asks(piece: Piece) -> bool:
    return isinstance(piece, Paragraph) and bool(ASK.match(piece.words.text))
