"""The texts of a Markdown file: where their lines start, and what may not stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.errors import Findings
from generator.notation.inline import CODE
from generator.notation.markdown.parts import Words
from generator.source import Span

LONGEST = 10_000
"""Characters of one text."""
LINK = "write [text](https://…)"
REFUSED = (
    (re.compile(r"(?<!\\)<!--"), "the comment is never closed in its paragraph", "close it with -->"),
    (re.compile(r"(?<!\\)</?[A-Za-z][^<>]*>"), "HTML is not allowed here", "use bold, italic, code and links only"),
    (re.compile(r"(?<!\\)!\[[^\]\n]*\]\([^)\n]*\)"), "an image stands alone, not in a text", "give it a paragraph of its own"),
    (re.compile(r"\A\[\^?[^\]\n]+\]:[ ]*\S+"), "a link's or footnote's definition is not read", LINK),
    (re.compile(r"(?<![\\\]])\[\^[^\]\n]+\]"), "a footnote is not read", "name facts: {facts=…}"),
    (re.compile(r"(?<!\\)\[[^\]\[\n]+\]\[[^\]\[\n]*\]"), "a link by reference is not read", LINK),
    (re.compile(r"\\\n"), "a line is never broken by hand", "remove the backslash"),
    (
        re.compile(r"(?m)^(?=.*\|)(?=.*--)[ |:-]+$"),
        "the table's head has not as many cells as this line",
        "give each column one of both",
    ),
)
"""What Markdown has and a text here has not."""


def words_at(content: str, first: int, lines: Sequence[str], path: str) -> Words:
    """The text that Markdown took from the lines from number `first` (from 0) on."""
    spans = []
    for number, part in enumerate(content.split("\n"), first):
        line = lines[number].rstrip() if number < len(lines) else ""
        tail = part.strip()
        column = len(line) - len(tail) if line.endswith(tail) else max(line.find(tail), 0)
        spans.append(Span(path, number + 1, column + 1))
    return Words("\n".join(part.strip() for part in content.split("\n")), tuple(spans))


def cleaned(words: Words, findings: Findings) -> Words:
    """The text without comments; a finding (C008, C009) for everything in it that means nothing here."""
    if len(words.text) > LONGEST:
        message = f"a text has {len(words.text):,} characters, at most {LONGEST:,} are read"
        findings.error("C008", words.span, message, "write less, or make two topics")
        words = words.cut(0, LONGEST)
    masked = CODE.sub(lambda match: _filled(match.group(), " "), words.text)
    text, masked = (_covered(given, _comments(masked), " ") for given in (words.text, masked))
    for pattern, message, hint in REFUSED:
        matches = list(pattern.finditer(masked))
        for match in matches:
            shown = match.group().strip()
            findings.error("C009", words.place(match.start()), f"{message}: {_short(shown)!r}" if shown else message, hint)
        text, masked = (_covered(given, [match.span() for match in matches], "…") for given in (text, masked))
    return Words(text, words.spans).cut(0)


def _comments(text: str) -> Iterator[tuple[int, int]]:
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start)) >= 0:
        yield start, end + 3
        start = text.find("<!--", end)


def _covered(text: str, stretches: Iterable[tuple[int, int]], cover: str) -> str:
    """The text with other characters in some stretches, its lines as they are."""
    pieces, at = [], 0
    for start, end in stretches:
        pieces += [text[at:start], _filled(text[start:end], cover)]
        at = end
    return "".join((*pieces, text[at:]))


def _filled(text: str, cover: str) -> str:
    return re.sub(r"[^\n]", cover, text)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
