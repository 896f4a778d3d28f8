"""What layouts are usually called, in several languages: a hint to what they are for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from generator.errors import Findings
from generator.files import Files
from generator.notation.yaml import read_yaml
from generator.theme.stage import CONTENT, DIVIDER, PANEL, QUOTE, TITLE_ONLY, TITLE_SLIDE

PATH = "templates/themes/layout-names.yaml"
SORTS: Mapping[str, str] = {
    "title": TITLE_SLIDE,
    "content": CONTENT,
    "divider": DIVIDER,
    "title-only": TITLE_ONLY,
    "panel": PANEL,
    "quote": QUOTE,
}
"""What mappings and lists of names call the sorts of slides."""
OTHER = "other"
"""The list of names of layouts for contents, addresses and the like: taken for nothing else where there is a choice."""
_COPY = re.compile(r"\A\d+_+")
_TAIL = re.compile(r"[\s\d]+\Z")
_BETWEEN = re.compile(r"[\W_]+")


def read_names(files: Files, findings: Findings) -> Mapping[str, frozenset[str]]:
    """The usual names of the layouts of each sort of slide, as `plain` writes them."""
    tree = read_yaml(files.read(PATH), PATH, findings)
    table = tree.value if tree and isinstance(tree.value, Mapping) else {}
    known = {**SORTS, OTHER: OTHER}
    return {known[key]: frozenset(plain(str(name)) for name in names) for key, names in table.items() if key in known}


def plain(name: str) -> str:
    """A name without capitals, accents written apart, punctuation, a copy's number before it and a number behind it."""
    text = unicodedata.normalize("NFKC", name).casefold().strip()
    text = _BETWEEN.sub(" ", _COPY.sub("", text)).strip()
    return _TAIL.sub("", text) or text
