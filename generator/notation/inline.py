"""Inline Markdown: bold, italic, code and links; everything else is refused.

Parsed by markdown-it; the result is plain values that any room may restyle.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Annotated

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

BLANKS = re.compile(r"[ \t\r\n]+")
"""What folds into one blank; no-break spaces stay."""
ALLOWED_LINK = re.compile(r"(https://|mailto:)\S+\Z")

UNIT = 2
"""The letters that a figure may have beside its digits."""

CODE = re.compile(r"`+[^`]*`+")
REFUSED = (
    (re.compile(r"(?<!\\)!\["), "an image is not allowed here; use bold, italic, code and links only"),
    (re.compile(r"(?<!\\)<(/?[A-Za-z][^<>]*|!--.*)>"), "HTML is not allowed here; use bold, italic, code and links only"),
    (re.compile(r"\A\s*#{1,6} "), "a heading is not allowed here; a text is only a text"),
)


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Rich:
    """A text with inline styles."""

    fragments: tuple[Fragment, ...]

    def __str__(self) -> str:
        return "".join(f.text for f in self.fragments)

    def __bool__(self) -> bool:
        return any(f.text for f in self.fragments)

    @property
    def is_figure(self) -> bool:
        """Whether it is a number with its unit, such as `64 %` or `1 of 10`."""
        text = str(self)
        return any(c.isdigit() for c in text) and sum(c.isalpha() for c in text) <= UNIT

    def between(self, start: int, end: int) -> Rich:
        """Its characters from `start` on and before `end`, each in its style."""
        found, at = [], 0
        for fragment in self.fragments:
            piece = fragment.text[max(0, start - at) : max(0, end - at)]
            found += [replace(fragment, text=piece)] if piece else []
            at += len(fragment.text)
        return Rich(tuple(found))

    @classmethod
    def plain(cls, text: str) -> Rich:
        """A text without any markup; nothing in it is special."""
        return cls((Fragment(text),) if text else ())

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.no_info_after_validator_function(parse_inline, core_schema.str_schema(strict=True))
        return core_schema.union_schema([core_schema.is_instance_schema(cls), text], mode="left_to_right")


Text = Annotated[Rich, WithJsonSchema({"type": "string", "description": "text with inline Markdown"})]


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("zero").enable(["emphasis", "backticks", "link", "escape", "entity"])


@lru_cache(maxsize=4096)
def parse_inline(text: str) -> Rich:
    """Parse `text` as inline Markdown. Raises ValueError for links that are not https or mailto and for control characters."""
    bad = next((c for c in text if ord(c) < 32 and c not in "\n\t"), None)
    if bad is not None:
        raise ValueError(f"control character U+{ord(bad):04X} in the text; remove it")
    plain = CODE.sub("", text)
    for pattern, message in REFUSED:
        if pattern.search(plain):
            raise ValueError(message)
    for link in re.findall(r"\]\(\s*<?([^)\s>]*)", text):
        if not ALLOWED_LINK.match(link):
            raise ValueError(f"link {link!r} is neither https nor mailto; only those are allowed")
    tokens = _parser().parseInline(BLANKS.sub(" ", text).strip(" \t\r\n"))
    fragments: list[Fragment] = []
    style = Fragment("")
    for token in tokens[0].children or [] if tokens else []:
        style = _step(token, style, fragments)
    return Rich(tuple(fragments))


def _step(token: Token, style: Fragment, out: list[Fragment]) -> Fragment:
    """Append what `token` says to `out`; return the style that holds after it."""
    match token.type:
        case "text" | "text_special" | "entity":
            if token.content:
                _append(out, replace(style, text=token.content))
        case "softbreak":
            _append(out, replace(style, text=" "))
        case "code_inline":
            out.append(replace(style, text=token.content, code=True))
        case "strong_open" | "strong_close":
            return replace(style, bold=token.nesting == 1)
        case "em_open" | "em_close":
            return replace(style, italic=token.nesting == 1)
        case "link_open":
            return replace(style, link=str(token.attrs["href"]))
        case "link_close":
            return replace(style, link="")
        case other:
            raise ValueError(f"{other} is not allowed here; use bold, italic, code and links only")
    return style


def _append(out: list[Fragment], fragment: Fragment) -> None:
    if out and replace(out[-1], text="") == replace(fragment, text=""):
        out[-1] = replace(out[-1], text=out[-1].text + fragment.text)
    else:
        out.append(fragment)
