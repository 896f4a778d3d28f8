"""A Markdown file as its front matter and its pieces, bounded in size, depth and number."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it.token import Token

from generator.errors import Findings
from generator.notation.encoding import decode
from generator.notation.markdown.grammar import DEEPEST, tokens_of
from generator.notation.markdown.parts import Piece
from generator.notation.markdown.pieces import Reader
from generator.notation.tree import Located, Tree
from generator.notation.yaml import read_yaml_text
from generator.source import Span

LARGEST = 50_000
"""Characters of one file."""
MOST_TOKENS = 20_000
MOST_DIVISIONS = 8
"""How deep divisions may stand in each other."""
DEPTHS = {"division_open": 1, "division_close": -1}
RULE = "---"


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says."""

    front: Tree
    """The YAML between `---` at the file's top: a mapping, empty where there is none."""
    pieces: tuple[Piece, ...]


def read_markdown(data: bytes, path: str, findings: Findings) -> Document | None:
    """The document in a file, and findings (C001, C002, C003, C005, C008, C009) for what is wrong; None where none is left."""
    text = decode(data, path, findings)
    if text is None:
        return None
    if len(text) > LARGEST:
        message = f"the file has {len(text):,} characters, at most {LARGEST:,} are read"
        findings.error("C008", Span(path, 1, 1), message, "make two topics")
        return None
    lines = text.split("\n")
    end = _front_end(lines)
    if end is None:
        findings.error("C009", Span(path, 1, 1), "the front matter is never closed", f"close it with a line {RULE}")
        return None
    front = (
        _front("\n".join(lines[1 : end - 1]), path, findings) if end else Tree(Located({}, Span(path, 1, 1)), Span(path, 1, 1))
    )
    tokens = tokens_of("\n" * end + "\n".join(lines[end:]))
    if not _bounded(tokens, path, findings):
        return None
    pieces = Reader(tuple(tokens), tuple(lines), path, findings).document()
    return None if front is None else Document(front, pieces)


def _front_end(lines: list[str]) -> int | None:
    """How many lines the front matter takes with its rules: none without it; None where it is not closed."""
    if lines[0].rstrip() != RULE:
        return 0
    return next((number + 1 for number, line in enumerate(lines) if number and line.rstrip() in (RULE, "...")), None)


def _front(text: str, path: str, findings: Findings) -> Tree | None:
    start = Span(path, 2, 1)
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.split("\n")):
        return Tree(Located({}, start), start)
    tree = read_yaml_text(text, start, findings)
    if tree and not isinstance(tree.value, Located):
        findings.error("C005", tree.span, "the front matter must be a mapping (`key: value`)", "write `part: focus`, for example")
        return None
    return tree


def _bounded(tokens: list[Token], path: str, findings: Findings) -> bool:
    """Whether the parser has read all of it, and it is no more than a topic can be."""
    if len(tokens) > MOST_TOKENS:
        findings.error("C008", Span(path, 1, 1), f"the file has more than {MOST_TOKENS:,} parts", "make two topics")
        return False
    depth = 0
    for token in tokens:
        line = token.map[0] + 1 if token.map else 1
        depth = max(depth + DEPTHS.get(token.type, 0), 0)
        if depth > MOST_DIVISIONS:
            message = f"divisions stand more than {MOST_DIVISIONS} deep in each other"
            findings.error("C008", Span(path, line, 1), message, "write it flatter")
            return False
        if token.level > DEEPEST - 4:
            findings.error("C008", Span(path, line, 1), "lists and quotes stand too deep in each other here", "write it flatter")
            return False
    return True
