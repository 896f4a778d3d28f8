"""Interface words of one language, such as "Agenda" or "Page 3 of 5".

The packaged English file says which words there are and which places they have; every other file is checked against it.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from generator.errors import Findings, Problems, did_you_mean
from generator.files import Files, packaged_templates
from generator.notation.tree import Located, Tree
from generator.notation.yaml import read_yaml
from generator.source import NOWHERE, Span

FOLDER = "templates/words"
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """The words Rolecast itself writes, by key, in one language (a BCP 47 tag)."""

    language: str
    table: Mapping[str, str]

    def say(self, key: str, /, **values: object) -> str:
        """The phrase for `key` with `{name}` places filled. Raises KeyError for an unknown key."""
        return self.table[key].format(**values)

    def counted(self, key: str, count: int, /, **values: object) -> str:
        """The phrase for `key`, or for `key_one` where there is one of the thing; `{count}` is the number, as a word if short."""
        numbers = self.table["numbers"].split("|")
        number = numbers[count] if count < len(numbers) else str(count)
        phrase = self.say(f"{key}_one" if count == 1 else key, count=number, **values)
        return phrase[:1].upper() + phrase[1:]


def read_words(files: Files, language: str, findings: Findings, asked: Span = NOWHERE) -> Words | None:
    """The words of a language from `templates/words/`; None and findings (C004 to C006, C020 at `asked`) where it has gaps.

    A regional language without a file of its own takes the words of its language: de-AT those of de.
    """
    known = [path.removeprefix(f"{FOLDER}/").removesuffix(".yaml") for path in files.list(FOLDER, ".yaml")]
    found = next((name for name in (language, language.split("-", maxsplit=1)[0]) if name in known), None)
    if found is None:
        hint = f"{did_you_mean(language, known)}; or write {FOLDER}/{language}.yaml"
        findings.error("C020", asked, f"there are no words for language {language!r}", hint)
        return None
    before = len(findings.errors)
    table = _read_table(files, f"{FOLDER}/{found}.yaml", findings)
    if table is None:
        return None
    _check_keys(table, phrases(), findings)
    if len(findings.errors) > before:
        return None
    return Words(language, {key: str(table.children[key].value) for key in table.keys})  # plain: workers are sent it


@lru_cache(maxsize=1)
def phrases() -> Mapping[str, frozenset[str]]:
    """The keys of all words and the places each one has, as the packaged English file has them."""
    findings = Findings()
    table = _read_table(packaged_templates(), f"{FOLDER}/{ENGLISH}.yaml", findings)
    findings.raise_errors()
    assert table is not None, "no table without a finding"
    return MappingProxyType({key: _places(str(table.children[key].value)) or frozenset() for key in table.keys})


def _read_table(files: Files, path: str, findings: Findings) -> Tree | None:
    try:
        tree = read_yaml(files.read(path), path, findings)
    except Problems as problems:
        findings.items.extend(problems.diagnostics)
        return None
    if tree is not None and not isinstance(tree.value, Located):
        hint = "write a key, a colon and a phrase on each line"
        findings.error("C005", tree.span, "words must be a mapping from keys to phrases", hint)
        return None
    return tree


def _check_keys(table: Tree, known: Mapping[str, frozenset[str]], findings: Findings) -> None:
    for key in known:
        if key not in table.keys:
            findings.error("C006", Span(table.span.path, 1, 1), f"key {key!r} is missing", "translate it from the English file")
    for key, span in table.keys.items():
        phrase = table.children[key]
        if key not in known:
            findings.error("C004", span, f"unknown key {key!r}", did_you_mean(key, known))
        elif not isinstance(phrase.value, str) or not phrase.value.strip():
            findings.error("C005", phrase.span, f"{key!r} must be text", "put it in quotes")
        elif _places(phrase.value) != known[key]:
            wanted = ", ".join(f"{{{name}}}" for name in sorted(known[key])) or "none"
            findings.error("C005", phrase.span, f"{key!r} has other places than its English phrase", f"its places are: {wanted}")


def _places(phrase: str) -> frozenset[str] | None:
    """The names in braces; None where the braces are not right or hold more than a name."""
    try:
        parts = list(string.Formatter().parse(phrase))
    except ValueError:
        return None
    if any(name is not None and (not name.isidentifier() or spec or conversion) for _, name, spec, conversion in parts):
        return None
    return frozenset(name for _, name, _, _ in parts if name is not None)
