"""Blocks that are written between `:::` and `:::`: callouts, columns, and kinds whose parts have a heading each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.blocks import KINDS
from generator.content.markdown.fields import Slots, filled, no_meaning, told, under, whole
from generator.content.markdown.simple import kind
from generator.errors import Findings, did_you_mean
from generator.notation.markdown.parts import Division, Heading, Piece
from generator.notation.tree import Pair, Tree, listed

TEXT = Slots("text")
LEVEL = 3
"""The level of the headings of parts."""


@dataclass(frozen=True, slots=True)
class Headed:
    """A kind that is a list of parts: under which key, what a part calls its heading, and where its texts go."""

    key: str
    heading: str = "title"
    slots: Slots = TEXT


HEADED: Mapping[str, Headed] = MappingProxyType(
    {
        "cards": Headed("cards"),
        "process": Headed("steps"),
        "timeline": Headed("phases", slots=Slots("", "points")),
        "takeaways": Headed("points"),
        "decision": Headed("options"),
        "cycle": Headed("steps"),
        "pyramid": Headed("levels"),
        "matrix": Headed("quadrants"),
        "quiz": Headed("options"),
        "exercise": Headed("steps"),
        "definitions": Headed("terms", "term", Slots("means")),
    }
)
COLUMN = Slots("text", "points", "quote", "code")
ALONE = ("notes", "variant", "handout")
BLOCKS = ("callout", "columns", *HEADED)
"""Divisions that are blocks."""


def directed_block(division: Division, findings: Findings) -> Tree | None:
    """The block that a division says; None where its name says none, which is told."""
    name = division.name.text if division.name else ""
    if name not in BLOCKS:
        unknown(division, BLOCKS, findings)
        return None
    make = {"callout": _callout, "columns": _columns}.get(name, _headed)
    pairs = (kind(name, division.span), *told(division.attributes, findings, names=True), *told(division.above, findings))
    return whole((*pairs, *make(division, findings)), division.span, findings)


def unknown(division: Division, known: Sequence[str], findings: Findings) -> None:
    """Tell that a division's name says nothing where it stands."""
    name = division.name.text if division.name else ""
    hint = did_you_mean(name, known)
    if any(name == known_kind.model_fields["kind"].default for known_kind in KINDS):
        hint = f"write this kind as YAML: ```yaml {name}"
    elif name in ALONE and name not in known:
        hint = "close what is open before it; it stands in no other division"
    span = division.name.span if division.name else division.span
    findings.error("C009", span, f"'::: {name}' means nothing here", hint)


def _callout(division: Division, findings: Findings) -> tuple[Pair, ...]:
    return filled(division.inner, TEXT, findings)


def _columns(division: Division, findings: Findings) -> tuple[Pair, ...]:
    columns = []
    for piece in division.inner:
        if isinstance(piece, Division) and piece.name and piece.name.text == "column":
            columns.append(_column(piece, findings))
        elif isinstance(piece, Division):
            unknown(piece, ("column",), findings)
        else:
            no_meaning(piece, findings)
    return (Pair("columns", division.span, listed(columns, division.span)),)


def _column(division: Division, findings: Findings) -> Tree:
    pairs = [*told(division.attributes, findings, names=True), *told(division.above, findings)]
    rest = list(division.inner)
    if rest and isinstance(rest[0], Heading) and rest[0].level == LEVEL:
        pairs += _heading("title", rest.pop(0), findings)
    return whole((*pairs, *filled(rest, COLUMN, findings)), division.span, findings)


def _heading(key: str, heading: Piece, findings: Findings) -> Iterator[Pair]:
    assert isinstance(heading, Heading)
    yield under(key, heading.words)
    yield from told(heading.attributes, findings)
    yield from told(heading.above, findings)


def _headed(division: Division, findings: Findings) -> tuple[Pair, ...]:
    """The parts of a kind, one for each heading; YAML before the first gives further keys of the block."""
    assert division.name is not None
    form = HEADED[division.name.text]
    starts = [at for at, piece in enumerate(division.inner) if isinstance(piece, Heading) and piece.level == LEVEL]
    first = starts[0] if starts else len(division.inner)
    pairs = filled(division.inner[:first], Slots(), findings)
    parts = [
        _part(division.inner[start:end], form, findings)
        for start, end in zip(starts, (*starts[1:], len(division.inner)), strict=False)
    ]
    return (*pairs, *((Pair(form.key, parts[0].span, listed(parts, parts[0].span)),) if parts else ()))


def _part(pieces: Sequence[Piece], form: Headed, findings: Findings) -> Tree:
    heading, *rest = pieces
    pairs = (*_heading(form.heading, heading, findings), *filled(rest, form.slots, findings))
    return whole(pairs, heading.span, findings)
