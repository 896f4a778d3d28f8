"""What a Markdown file consists of, as values without meaning; each knows its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from generator.notation.tree import Pair, Tree
from generator.source import Span


@dataclass(frozen=True, slots=True)
class Words:
    """A text, and the place of the first character of each of its lines."""

    text: str
    spans: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """Where the text starts."""
        return self.spans[0]

    def place(self, offset: int) -> Span:
        """The place of one character of the text."""
        line = self.text.count("\n", 0, offset)
        start = self.spans[min(line, len(self.spans) - 1)]
        return Span(start.path, start.line, start.column + offset - (self.text.rfind("\n", 0, offset) + 1))

    def cut(self, start: int, end: int | None = None) -> Words:
        """A stretch of the text without blanks around it."""
        part = self.text[start:end]
        start += len(part) - len(part.lstrip())
        part = part.strip()
        first = self.text.count("\n", 0, start)
        rest = self.spans[first + 1 : first + 1 + part.count("\n")]
        return Words(part, (self.place(start), *rest))

    def tree(self) -> Tree:
        """The text as a value."""
        return Tree(self.text, self.span)


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands in braces: `.names`, and keys with values. `#name` is the key `id`."""

    names: tuple[Words, ...] = ()
    pairs: tuple[Pair, ...] = ()
    span: Span | None = None
    """Where the brace opens; None where there are no braces."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a level from 1 to 6."""

    span: Span
    words: Words
    attributes: Attributes
    level: int
    above: Attributes = Attributes()
    """The attributes on a line of their own above it; so in all the others."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of text."""

    span: Span
    words: Words
    attributes: Attributes
    above: Attributes = Attributes()


@dataclass(frozen=True, slots=True)
class Image:
    """A paragraph that is one image: where it is, what it shows in words, its title."""

    span: Span
    file: Words
    alt: Words | None
    caption: Words | None
    attributes: Attributes
    above: Attributes = Attributes()


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: a text, perhaps a box before it, perhaps lists below it."""

    span: Span
    words: Words
    attributes: Attributes
    box: bool = False
    below: tuple[Listing, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with dashes or numbers."""

    span: Span
    entries: tuple[Entry, ...]
    above: Attributes = Attributes()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; its text is empty where it holds attributes alone."""

    span: Span
    words: Words
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; its attributes stand behind its last bar."""

    span: Span
    cells: tuple[Cell, ...]
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class Grid:
    """A pipe table."""

    span: Span
    head: Row
    aligns: tuple[tuple[str, Span], ...]
    """`left`, `right`, `center` or nothing, for each column."""
    rows: tuple[Row, ...]
    above: Attributes = Attributes()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Paragraphs behind `>`."""

    span: Span
    paragraphs: tuple[Paragraph, ...]
    above: Attributes = Attributes()


@dataclass(frozen=True, slots=True)
class Fence:
    """Lines between fences, and the words behind the opening one."""

    span: Span
    info: tuple[Words, ...]
    attributes: Attributes
    body: str
    body_span: Span
    above: Attributes = Attributes()


@dataclass(frozen=True, slots=True)
class Division:
    """What stands between `:::` and `:::`; its name is None where it has attributes alone."""

    span: Span
    name: Words | None
    attributes: Attributes
    inner: tuple[Piece, ...] = field(default=())
    above: Attributes = Attributes()


Piece: TypeAlias = Heading | Paragraph | Image | Listing | Grid | Quotation | Fence | Division
"""Anything that stands below anything else in a file."""
