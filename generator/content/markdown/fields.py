"""What attributes, texts and YAML within a Markdown topic say, as keys of the thing that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.errors import Findings
from generator.notation.markdown.parts import (
    Attributes,
    Division,
    Fence,
    Grid,
    Heading,
    Image,
    Listing,
    Paragraph,
    Piece,
    Quotation,
    Words,
)
from generator.notation.tree import Located, Pair, Tree, listed, mapped, pairs_of
from generator.notation.yaml import read_yaml_text
from generator.source import Span

LISTS = frozenset({"facts", "requires", "objectives", "ladder"})
"""Attributes that name several things, with blanks between them."""
LEAD = re.compile(r"\*\*(?![\s*])((?:\\.|[^\\])+?)(?<![\s\\])\*\*(?!\*)(?:\s+|\Z)", re.DOTALL)
CALLED = {
    Heading: "a heading", Paragraph: "a text", Image: "an image", Listing: "a list", Grid: "a table", Quotation: "a quote",
    Fence: "code", Division: "a division",
}  # fmt: skip
YAML = "yaml"


@dataclass(frozen=True, slots=True)
class Slots:
    """Under which keys a part keeps what is written in it; what has none means nothing there."""

    text: str = ""
    points: str = ""
    quote: str = ""
    code: str = ""


def told(attributes: Attributes, findings: Findings, *, names: bool = False) -> tuple[Pair, ...]:
    """The keys in some braces; a finding (C009) for names with a dot unless they were read already."""
    for name in () if names else attributes.names:
        findings.error("C009", name.span, f"{name.text!r} means nothing here", "a name stands behind ::: only; write key=value")
    return tuple(Pair(p.key, p.span, _many(p.tree) if p.key in LISTS else p.tree) for p in attributes.pairs)


def _many(tree: Tree) -> Tree:
    """The names in one value as a list, each with its place."""
    if not isinstance(tree.value, str):
        return listed((tree,), tree.span)
    span = tree.span
    found = re.finditer(r"[^\s,]+", tree.value)
    return listed((Tree(m.group(), Span(span.path, span.line, span.column + m.start())) for m in found), span)


def whole(pairs: Iterable[Pair], span: Span, findings: Findings) -> Tree:
    """The mapping of some keys; all facts that stand in it at several places are one list."""
    given = tuple(pairs)
    named = [pair for pair in given if pair.key == "facts" and isinstance(pair.tree.value, tuple)]
    if len(named) > 1:
        facts = listed((tree for pair in named for tree in pair.tree.children.values()), named[0].tree.span)
        given = (*(pair for pair in given if pair not in named), Pair("facts", named[0].span, facts))
    return mapped(given, span, findings)


def under(key: str, words: Words) -> Pair:
    """A text under a key."""
    return Pair(key, words.span, words.tree())


def led(words: Words) -> tuple[Words | None, Words]:
    """The bold opening of a text without its stars, where it has one, and the rest."""
    match = LEAD.match(words.text)
    return (words.cut(match.start(1), match.end(1)), words.cut(match.end())) if match else (None, words)


def one_text(key: str, paragraphs: Sequence[Paragraph], findings: Findings) -> tuple[Pair, ...]:
    """Some paragraphs as one text under a key, and the facts that they name."""
    if not paragraphs:
        return ()
    text = "\n\n".join(paragraph.words.text for paragraph in paragraphs)
    spans = tuple(span for paragraph in paragraphs for span in paragraph.words.spans)
    return under(key, Words(text, spans)), *facts_in(paragraphs, findings)


def facts_in(paragraphs: Sequence[Paragraph], findings: Findings) -> tuple[Pair, ...]:
    """The facts that paragraphs name; a finding (C004) for anything else that they say of themselves."""
    pairs = [pair for paragraph in paragraphs for pair in told(paragraph.attributes, findings)]
    for pair in pairs:
        if pair.key != "facts":
            hint = "a text names facts only; write it on a line of its own above the block, or behind its :::"
            findings.error("C004", pair.span, f"unknown key {pair.key!r}", hint)
    return tuple(pair for pair in pairs if pair.key == "facts")


def fence_pairs(fence: Fence, findings: Findings) -> tuple[Pair, ...]:
    """The keys of the YAML between fences."""
    tree = read_yaml_text(fence.body, fence.body_span, findings) if fence.body.strip() else None
    if tree is None:
        return ()
    if not isinstance(tree.value, Located):
        findings.error("C005", tree.span, "the YAML between fences must be a mapping (`key: value`)", "write its keys")
    return pairs_of(tree)


def filled(pieces: Iterable[Piece], slots: Slots, findings: Findings) -> tuple[Pair, ...]:
    """What stands in a part as its keys; YAML between fences gives further ones."""
    given = tuple(pieces)
    pairs = one_text(slots.text, [p for p in given if isinstance(p, Paragraph)], findings) if slots.text else ()
    for piece in given:
        if piece.above.span:
            findings.error("C009", piece.above.span, f"attributes above {CALLED[type(piece)]} mean nothing here", "remove them")
        match piece:
            case Paragraph() if slots.text:
                continue
            case Listing() if slots.points:
                pairs += (Pair(slots.points, piece.span, points(piece, findings, leads=False)),)
            case Quotation() if slots.quote:
                pairs += one_text(slots.quote, piece.paragraphs, findings)
            case Fence(info=(word, *_)) if word.text == YAML:
                pairs += fence_pairs(piece, findings)
            case Fence() if slots.code:
                pairs += (Pair(slots.code, piece.span, Tree(piece.body.removesuffix("\n"), piece.body_span)),)
            case _:
                no_meaning(piece, findings)
    return pairs


def no_meaning(piece: Piece, findings: Findings) -> None:
    """Tell that a piece means nothing where it stands."""
    named = piece.name if isinstance(piece, Division) else None
    what = f"'::: {named.text}'" if named else CALLED[type(piece)]
    hint = STILL_OPEN if named else HEADINGS if isinstance(piece, Heading) else WAY
    findings.error("C009", named.span if named else piece.span, f"{what} means nothing here", hint)


STILL_OPEN = "close the ::: that is open before it with a line of :::, or take this one out"
WAY = "take it out, or write the block as YAML between ```yaml and ```"
HEADINGS = "# is the title of the topic or of a variant, ### the title of a part within ::: cards and the like"


def points(listing: Listing, findings: Findings, *, leads: bool = True) -> Tree:
    """The entries of a list: texts, or mappings where they say more. `leads`: their bold openings are keys of their own."""
    entries = []
    for entry in listing.entries:
        if entry.box:
            hint = "write [ ] before every entry of a checklist, and before none of another list"
            findings.error("C009", entry.words.span, "a box means nothing here", hint)
        lead, text = led(entry.words) if leads else (None, entry.words)
        pairs = [*([under("lead", lead)] if lead else []), *([under("text", text)] if text.text or not lead else [])]
        pairs += [Pair("points", below.span, points(below, findings, leads=False)) for below in entry.below]
        pairs += told(entry.attributes, findings)
        plain = len(pairs) == 1 and pairs[0].key == "text"
        entries.append(text.tree() if plain else whole(pairs, entry.words.span, findings))
    return listed(entries, listing.span)
