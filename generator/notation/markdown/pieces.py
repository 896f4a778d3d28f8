"""The tokens of a Markdown file as pieces, each with its place; a finding at everything that no topic can say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from markdown_it.token import Token

from generator.errors import Findings
from generator.notation.markdown.attributes import read_attributes, take_attributes
from generator.notation.markdown.parts import (
    Attributes,
    Division,
    Entry,
    Fence,
    Heading,
    Image,
    Listing,
    Paragraph,
    Piece,
    Quotation,
    Words,
)
from generator.notation.markdown.tables import read_grid
from generator.notation.markdown.text import cleaned, words_at
from generator.source import Span

BOX = re.compile(r"\[(?P<tick>[ xX])\](?:\s+|\Z)")
IMAGE = re.compile(
    r"!\[(?P<alt>(?:[^\[\]\\]|\\.)*)\]\(\s*(?P<file><[^<>\n]*>|[^\s()<>]+)(?:\s+\"(?P<caption>(?:[^\"\\]|\\.)*)\")?\s*\)\Z"
)
COMMENT = re.compile(r"\s*(?:<!--(?:(?!-->).)*-->\s*)+\Z", re.DOTALL)
DIVISION = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9_-]*)?\s*(?P<braces>\{.*\})?\Z")


@dataclass(slots=True)
class _Cursor:
    """Where reading stands."""

    at: int = 0


class Reader:
    """Reads the tokens of one file once, from the first to the last."""

    def __init__(self, tokens: tuple[Token, ...], lines: tuple[str, ...], path: str, findings: Findings) -> None:
        self.tokens, self.lines, self.path, self.findings = tokens, lines, path, findings
        self.cursor = _Cursor()

    def document(self) -> tuple[Piece, ...]:
        """All pieces of the file."""
        return tuple(self._pieces(top=True))

    def _error(self, span: Span, message: str, hint: str) -> None:
        self.findings.error("C009", span, message, hint)

    def _span(self, token: Token) -> Span:
        """The first character of a token's first line that is no blank or mark of what stands around it."""
        number = token.map[0] if token.map else 0
        line = self.lines[number]
        return Span(self.path, number + 1, len(line) - len(line.lstrip()) + 1)

    def _pieces(self, top: bool) -> list[Piece]:
        """The pieces of the file, or those up to the end of a division, which is passed."""
        pieces: list[Piece] = []
        above: list[Attributes] = []
        while self.cursor.at < len(self.tokens):
            token = self.tokens[self.cursor.at]
            self.cursor.at += 1
            if token.type == "division_close" and not top:
                break
            if token.type == "division_close":
                self._error(self._span(token), "this ':::' closes nothing", "remove it, or name what it opens")
            elif token.type == "attributes":
                above.append(read_attributes(self._words(token), self.findings))
            elif piece := self._piece(token):
                pieces.append(replace(piece, above=_joined(above)))
                above = []
        for lost in above:
            self._error(lost.span or Span(self.path), "these attributes stand above nothing", "write them just above a block")
        return pieces

    def _piece(self, token: Token) -> Piece | None:
        """The piece that starts with a token; None for what has no meaning, which is told, and for comments."""
        piece: Piece | None = None
        match token.type:
            case "paragraph_open":
                piece = self._paragraph()
            case "heading_open":
                piece = self._heading(token)
            case "bullet_list_open" | "ordered_list_open":
                piece = Listing(self._span(token), self._entries(token.type.replace("open", "close")))
            case "blockquote_open":
                piece = self._quotation(token)
            case "table_open":
                piece = self._grid(token)
            case "fence":
                piece = self._fence(token)
            case "division_open":
                piece = self._division(token)
            case _:
                self._nothing(token)
        return piece

    def _nothing(self, token: Token) -> None:
        """Tell that a token means nothing here; a comment is meant to."""
        if token.type == "html_block" and COMMENT.match(token.content):
            return
        if token.type == "html_block" and token.content.lstrip().startswith("<!--"):
            what, hint = "the comment is not closed, or something stands behind it", "close it with --> at the end of a line"
        elif token.type == "html_block":
            what, hint = (
                f"HTML is not allowed here: {token.content.split()[0]!r}",
                "write Markdown; comments (<!-- … -->) may stand",
            )
        elif token.type == "code_block":
            what, hint = "an indented text is code to Markdown", "remove the indentation, or put code between lines of ```"
        elif token.type == "hr":
            what, hint = f"a rule means nothing here: {token.markup[:3]!r}", "remove it; a topic is one slide"
        else:
            what, hint = f"{token.type!r} means nothing here", "see docs/content.md"
        self._error(self._span(token), what, hint)

    def _words(self, token: Token) -> Words:
        return words_at(token.content, token.map[0] if token.map else 0, self.lines, self.path)

    def _text(self) -> tuple[Words, Attributes]:
        """The text of the inline token at the cursor and the attributes at its end; passes the token and the one that closes."""
        words = self._words(self.tokens[self.cursor.at])
        self.cursor.at += 2
        return self._told(words)

    def _told(self, words: Words) -> tuple[Words, Attributes]:
        return take_attributes(cleaned(words, self.findings), self.findings)

    def _paragraph(self) -> Paragraph | Image | None:
        words = self._words(self.tokens[self.cursor.at])
        if words.text.startswith("![") and "\n" not in words.text:
            plain, attributes = take_attributes(words, self.findings)
            match = IMAGE.match(plain.text)
            if match:
                self.cursor.at += 2
                return _image(plain, match, attributes)
        text, attributes = self._text()
        if not text.text and not attributes.span:
            return None
        return Paragraph(text.span, text, attributes)

    def _heading(self, token: Token) -> Heading | None:
        words, attributes = self._text()
        if token.markup[0] != "#":
            hint = "write # before it; and leave a line empty above a ---"
            self._error(words.span, "a heading is not written with a line below it", hint)
            return None
        return Heading(self._span(token), words, attributes, len(token.markup))

    def _entries(self, end: str) -> tuple[Entry, ...]:
        """The entries of the list that ends with a token of a type."""
        found = []
        while self.tokens[self.cursor.at].type != end:
            token = self.tokens[self.cursor.at]
            self.cursor.at += 1
            found.append(self._entry(token, self._span(token)))
        self.cursor.at += 1
        return tuple(entry for entry in found if entry)

    def _entry(self, token: Token, span: Span) -> Entry | None:
        inner = self._inside("list_item_close")
        first = inner[0] if inner else None
        if not isinstance(first, Paragraph):
            self._error(span, "an entry of a list starts with a text", "write it behind the dash or the number")
            return None
        for other in inner[1:]:
            if not isinstance(other, Listing):
                hint = "indent lists only; leave a line empty and start at the line's edge for what follows the list"
                self._error(other.span, "an entry of a list is one text, perhaps with a list below it", hint)
        box = BOX.match(first.words.text)
        if box and box["tick"] != " ":
            self._error(first.words.span, f"a box is never ticked: {box.group().strip()!r}", "write [ ]")
        words = first.words.cut(box.end()) if box else first.words
        below = tuple(other for other in inner[1:] if isinstance(other, Listing))
        return Entry(span, words, first.attributes, bool(box), below)

    def _inside(self, end: str) -> list[Piece]:
        """The pieces of an entry or a quote, where no division can stand and no attributes stand above anything."""
        pieces: list[Piece] = []
        while self.tokens[self.cursor.at].type != end:
            token = self.tokens[self.cursor.at]
            self.cursor.at += 1
            if token.type in ("division_open", "division_close", "attributes"):
                shown = f":::{token.content}" if token.type != "attributes" else token.content
                self._error(
                    self._span(token), f"{shown!r} cannot stand in a list or a quote", "leave a line empty and start at the edge"
                )
                continue
            piece = self._piece(token)
            pieces += [piece] if piece else []
        self.cursor.at += 1
        return pieces

    def _quotation(self, token: Token) -> Quotation:
        inner = self._inside("blockquote_close")
        for other in inner:
            if not isinstance(other, Paragraph):
                self._error(other.span, "a quote holds text only", "write its words, and — and a name in its last line")
        return Quotation(self._span(token), tuple(piece for piece in inner if isinstance(piece, Paragraph)))

    def _grid(self, token: Token) -> Piece:
        first = token.map[0] if token.map else 0
        rows = [t.map[0] for t in self.tokens[self.cursor.at : self._end_of("table_close")] if t.type == "tr_open" and t.map]
        self.cursor.at = self._end_of("table_close") + 1
        lines = [
            words_at(self.lines[number].strip(), number, self.lines, self.path) for number in (*rows[:1], first + 1, *rows[1:])
        ]
        return read_grid(lines, self._told)

    def _end_of(self, kind: str) -> int:
        return next(at for at in range(self.cursor.at, len(self.tokens)) if self.tokens[at].type == kind)

    def _fence(self, token: Token) -> Fence:
        assert token.map is not None
        first, last = token.map
        span = self._span(token)
        line = self.lines[last - 1].strip() if last - 1 > first else ""
        if not (line and set(line) == {token.markup[0]} and len(line) >= len(token.markup)):
            self._error(span, f"{token.markup!r} is never closed", f"write {token.markup} below it")
        info = words_at(token.info.strip(), first, self.lines, self.path)
        told, attributes = take_attributes(info, self.findings)
        words = tuple(told.cut(m.start(), m.end()) for m in re.finditer(r"\S+", told.text))
        return Fence(span, words, attributes, token.content, Span(self.path, first + 2, span.column))

    def _division(self, token: Token) -> Division:
        words = self._words(token)
        match = DIVISION.match(words.text)
        attributes = Attributes()
        if match is None:
            self._error(words.span, f"{words.text[:40]!r} names no division", 'write ::: name, or ::: name {key="value"}')
        elif match["braces"]:
            attributes = read_attributes(words.cut(match.start("braces")), self.findings)
        names = [words.cut(0, match.end("name"))] if match and match["name"] else []
        names += [name.cut(1) for name in attributes.names]
        for other in names[1:]:
            self._error(other.span, f"a division has one name, not also {other.text!r}", "remove one of them")
        inner = self._pieces(top=False)
        if self.tokens[self.cursor.at - 1].type != "division_close":
            self._error(self._span(token), "this ':::' is never closed", "write a line ::: below what belongs to it")
        return Division(self._span(token), names[0] if names else None, attributes, tuple(inner))


def _joined(above: list[Attributes]) -> Attributes:
    pairs = tuple(pair for attributes in above for pair in attributes.pairs)
    names = tuple(name for attributes in above for name in attributes.names)
    return Attributes(names, pairs, above[0].span if above else None)


def _image(words: Words, match: re.Match[str], attributes: Attributes) -> Image:
    def part(name: str) -> Words | None:
        if not match[name]:
            return None
        return words.cut(match.start(name), match.end(name))

    file = words.cut(match.start("file"), match.end("file"))
    bracketed = file.text.startswith("<")
    return Image(words.span, file.cut(1, -1) if bracketed else file, part("alt"), part("caption"), attributes)
