"""The Markdown that is read: CommonMark's blocks and pipe tables, `:::` lines, and attributes on a line of their own."""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from generator.notation.markdown.attributes import BRACED

COLONS = re.compile(r":{3,}[ \t]*(?P<said>.*?)[ \t]*:*[ \t]*\Z")
INTERRUPTS = ["paragraph", "reference", "blockquote", "list"]
DEEPEST = 20
"""How deep lists and quotes may stand in each other before the parser stops reading; far deeper than anything has a meaning."""


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table").disable(["reference"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.block.ruler.before("fence", "colons", _colons, {"alt": INTERRUPTS})
    parser.block.ruler.before("fence", "braces", _braces, {"alt": []})
    return parser


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text's blocks, each with its lines."""
    return _parser().parse(text)


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _colons(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line of colons opens a division where it says something, and closes one where it does not."""
    match = None if state.is_code_block(start) else COLONS.match(_line(state, start))
    if match is None:
        return False
    if not silent:
        token = state.push("division_open" if match["said"] else "division_close", "", 0)
        token.content, token.map = match["said"], [start, start + 1]
        state.line = start + 1
    return True


def _braces(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line that holds attributes alone."""
    if state.is_code_block(start) or not BRACED.match(_line(state, start).rstrip()):
        return False
    if not silent:
        token = state.push("attributes", "", 0)
        token.content, token.map = _line(state, start).strip(), [start, start + 1]
        state.line = start + 1
    return True
