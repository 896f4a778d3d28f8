"""What stands in braces, as Pandoc has it: `{.name #id key=value key="a longer value"}`."""

from __future__ import annotations

import re

from generator.errors import Findings
from generator.notation.inline import CODE
from generator.notation.markdown.parts import Attributes, Words
from generator.notation.tree import Pair, Tree
from generator.notation.yaml import core_scalar

KEY = r"[A-Za-z][A-Za-z0-9_-]*"
ONE = re.compile(
    rf'\s*(?:\.(?P<name>{KEY})|\#(?P<id>[^\s{{}}"=]+)|(?P<key>{KEY})=(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s{{}}"“”„]+)))'
    r"(?=[\s}])"
)
OPEN = re.compile(r"(?<!\\)\{")
BRACED = re.compile(r'\{(?:[^{}"\n]|"(?:[^"\\\n]|\\.)*")*(?<!\\)\}\Z')
LONGEST = 2000
"""Characters between two braces."""
HOW = 'write {key=value} or {key="longer value"} in one line with straight quotes; a brace in a text is written \\{'


def take_attributes(words: Words, findings: Findings) -> tuple[Words, Attributes]:
    """A text without the attributes at its end, and these; a finding (C009) where a brace there is none of them."""
    text = words.text
    if not text.endswith("}") or text.endswith("\\}"):
        return words, Attributes()
    first = max(len(text) - LONGEST, 0)
    masked = CODE.sub(lambda match: " " * len(match.group()), text[first:])
    starts = [first + match.start() for match in OPEN.finditer(masked)]
    if not starts:
        return words, Attributes()
    start = next((start for start in reversed(starts) if BRACED.match(text, start)), None)
    if start is None:
        shown = text[starts[-1] :].split("\n")[0]
        findings.error("C009", words.place(starts[-1]), f"{shown[:40]!r} cannot be read as attributes", HOW)
        return words.cut(0, starts[-1]), Attributes()
    return words.cut(0, start), read_attributes(words.cut(start), findings)


def read_attributes(words: Words, findings: Findings) -> Attributes:
    """The attributes in a text from brace to brace; a finding (C009) at what is none."""
    names: list[Words] = []
    pairs: list[Pair] = []
    at, end = 1, len(words.text) - 1
    while words.text[at:end].strip():
        match = ONE.match(words.text, at)
        if not match:
            wrong = words.cut(at, end)
            shown = wrong.text.split()[0]
            findings.error("C009", wrong.span, f"{shown!r} is no attribute", HOW)
            break
        at = match.end()
        if match["name"]:
            names.append(words.cut(match.start("name") - 1, match.end("name")))
        else:
            pairs.append(_pair(words, match))
    return Attributes(tuple(names), tuple(pairs), words.span)


def _pair(words: Words, match: re.Match[str]) -> Pair:
    if match["id"]:
        return Pair("id", words.place(match.start("id")), Tree(match["id"], words.place(match.start("id"))))
    key = words.place(match.start("key"))
    if match["bare"]:
        return Pair(match["key"], key, Tree(core_scalar(match["bare"]), words.place(match.start("bare"))))
    text = re.sub(r'\\(["\\])', r"\1", match["quoted"])
    return Pair(match["key"], key, Tree(text, words.place(match.start("quoted"))))
