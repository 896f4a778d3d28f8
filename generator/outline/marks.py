"""Marks in a template's output that say which template line wrote it; they are taken out before anybody reads it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.source import Span

OPEN, CLOSE = "\ufdd0", "\ufdd1"
MARK = re.compile(f"{OPEN}([0-9]+):([0-9]+){CLOSE}")
FIRST = re.compile(rf"\s*((?:{MARK.pattern}\s*)*)")
"""What stands before the first visible character of a line: blanks and marks, of which the last one counts."""


def mark(template: int, line: int) -> str:
    """The mark for a line of the template with this number."""
    return f"{OPEN}{template}:{line}{CLOSE}"


def without_marks(text: str) -> str:
    """The text itself."""
    return MARK.sub("", text) if OPEN in text else text


def marked(text: str, template: int, line: int) -> str:
    """A template's own text, which starts in `line`, with a mark at the start of each of its lines."""
    lines = text.split("\n")
    return "\n".join(mark(template, line + i) + part if part else part for i, part in enumerate(lines))


def origins(text: str, paths: Sequence[str], start: Span) -> tuple[Span, ...]:
    """Where each line of a marked output was written; a line without a mark was written where the one before it was."""
    found: list[Span] = []
    last = start
    for line in text.split("\n"):
        match = FIRST.match(line)
        last = _last(match[1] if match else "", paths) or _last(line, paths) or last
        found.append(last)
    return tuple(found)


def _last(text: str, paths: Sequence[str]) -> Span | None:
    marks = MARK.findall(text)
    return Span(paths[int(marks[-1][0])], int(marks[-1][1]), 1) if marks else None
