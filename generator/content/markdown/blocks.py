"""The blocks of a topic, of its handout or of a variant; a division without a name says whom the blocks in it are for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.content.markdown.directives import directed_block
from generator.content.markdown.fields import told
from generator.content.markdown.simple import simple_block, taken
from generator.content.values import Clearance
from generator.errors import Findings, did_you_mean
from generator.notation.markdown.parts import Division, Piece
from generator.notation.tree import Pair, Tree, mapped, pairs_of
from generator.source import Span

SCOPE = ("for", "clearance")


def blocks_of(pieces: Sequence[Piece], span: Span, findings: Findings) -> Tree:
    """The list of the blocks that pieces say; what cannot stand beside the first is told (C005) and is a place only."""
    blocks = tuple(_blocks(pieces, findings))
    fitting = tuple(_fitting(blocks, findings))
    rest = (block for block in blocks if not any(block is fit for fit in fitting))
    return Tree(tuple(fit.value for fit in fitting), span, {}, dict(enumerate((*fitting, *rest))))


def _blocks(pieces: Sequence[Piece], findings: Findings) -> Iterator[Tree]:
    at = 0
    while at < len(pieces):
        piece, count = pieces[at], 1
        if isinstance(piece, Division) and piece.name is None:
            yield from _scoped(piece, findings)
        else:
            count = taken(pieces[at:])
            directed = isinstance(piece, Division)
            block = directed_block(piece, findings) if isinstance(piece, Division) else None
            block = block if directed else simple_block(pieces[at : at + count], findings)
            if block is not None:
                yield block
        at += count


def _scoped(division: Division, findings: Findings) -> Iterator[Tree]:
    """The blocks in a division, each for the readers that the division names and no others."""
    pairs = [*told(division.attributes, findings, names=True), *told(division.above, findings)]
    for pair in pairs:
        if pair.key not in SCOPE:
            hint = f"{did_you_mean(pair.key, SCOPE)}; anything else belongs to one block"
            findings.error("C004", pair.span, f"unknown key {pair.key!r}", hint)
    if not pairs and division.attributes.span:
        findings.error("C009", division.span, "'::: {}' says nothing", 'write ::: {for="engineers"}, or ::: and a name')
    if division.attributes.span and not division.inner:
        findings.error("C009", division.span, "this division is empty", "write a block in it, or remove it")
    for block in _blocks(division.inner, findings):
        yield _narrowed(block, [pair for pair in pairs if pair.key in SCOPE], findings)


def _narrowed(block: Tree, scope: Sequence[Pair], findings: Findings) -> Tree:
    own = {pair.key: pair for pair in pairs_of(block)}
    for pair in scope:
        inner = own.get(pair.key)
        if inner is None:
            own[pair.key] = pair
        elif pair.key == "for":
            own[pair.key] = Pair("for", inner.span, _both(pair.tree, inner.tree))
        elif _rank(pair.tree) > _rank(inner.tree):
            own[pair.key] = pair
    return mapped(own.values(), block.span, findings)


def _both(outer: Tree, inner: Tree) -> Tree:
    """The condition that both hold; its children are the conditions as they are written."""
    if not isinstance(outer.value, str) or not isinstance(inner.value, str):
        return outer if isinstance(inner.value, str) else inner
    written = (outer, *(inner.children.values() or (inner,)))
    return Tree(f"({outer.value}) and ({inner.value})", inner.span, {}, dict(enumerate(written)))


def _rank(clearance: Tree) -> int:
    """How high a clearance is; one that there is not is the highest, so that it is told."""
    return next((known.rank for known in Clearance if known == clearance.value), len(Clearance))


def _fitting(blocks: Sequence[Tree], findings: Findings) -> Iterator[Tree]:
    """One main block, then at most one callout at the side and one at the foot."""
    places: set[object] = set()
    for number, block in enumerate(blocks):
        name = block.at(("kind",)).value
        place = block.children["place"].value if "place" in block.children else "side"
        if number and name != "callout":
            message = f"a second block of kind {name!r}; a topic has one main block and callouts, so make it two topics"
            findings.error("C005", block.span, message)
        elif number and place in places:
            message = f"a second callout at the {place}; at most one stands at the side and one at the foot"
            findings.error("C005", block.span, message)
        else:
            places |= {place} if number else set()
            yield block
