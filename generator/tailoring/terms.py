"""One reader's vocabulary: terms replaced where they stand, or noted for explanation.

Works on text only, never on code, links or addresses; forms are listed in the glossary, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.content.model import Audience, Term
from generator.notation.inline import Fragment, Rich

SENTENCE_END = re.compile(r"(\A|[.!?…])[\s\"'“”‘’«»„(\[]*\Z")
"""What stands before a word that begins a sentence."""
ADDRESS = re.compile(r"\S*(://|@|www\.)\S*")


@dataclass(frozen=True, slots=True)
class Use:
    """A listed form of a term: how it is spelt, the term's id, and what is said instead (empty: it is explained)."""

    form: str
    term: str
    say: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How an audience says things: a pattern of every form, longest first, and what to do with each."""

    pattern: re.Pattern[str] | None
    uses: Mapping[str, Use]
    """By the folded form."""

    def reworded(self, text: Rich) -> tuple[Rich, tuple[Use, ...]]:
        """`text` in this reader's words, and the uses that changed it; a capital at the beginning of a sentence stays one."""
        found = [(match, use) for match, use in self._found(text) if use.say]
        if not found:
            return text, ()
        changes = [(match.start(), match.end(), _say(match, use)) for match, use in found]
        fragments: list[Fragment] = []
        start = 0
        for fragment in text.fragments:
            new = _changed(fragment, start, changes)
            start += len(fragment.text)
            fragments += [new] if new.text or not fragment.text else []
        return Rich(tuple(fragments)), tuple(dict.fromkeys(use for _, use in found))

    def explained(self, text: Rich) -> tuple[str, ...]:
        """The ids of terms to explain that `text` uses, in order of first use."""
        return tuple(dict.fromkeys(use.term for _, use in self._found(text) if not use.say))

    def _found(self, text: Rich) -> Iterator[tuple[re.Match[str], Use]]:
        """Where listed forms stand, as far as no code, link or address is touched."""
        whole = str(text)
        matches = list(self.pattern.finditer(whole)) if self.pattern else []
        closed = [*_closed(text), *(m.span() for m in ADDRESS.finditer(whole))] if matches else []
        for match in matches:
            use = self.uses.get(match.group().casefold())
            if use and not any(start < match.end() and match.start() < end for start, end in closed):
                yield match, use


def vocabulary(audience: Audience, terms: Mapping[str, Term]) -> Vocabulary:
    """The vocabulary of an audience; terms that are not among `terms` are passed over."""
    uses: dict[str, Use] = {}
    for name, meant in sorted(audience.terms.items()):
        if name in terms:
            for form in (terms[name].name, *terms[name].forms):
                uses.setdefault(form.casefold(), Use(form, name, meant.say or ""))
    forms = sorted((use.form for use in uses.values()), key=lambda form: (-len(form), form))
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, forms)) + r")(?![\w-])", re.IGNORECASE) if forms else None
    return Vocabulary(pattern, uses)


def _closed(text: Rich) -> Iterator[tuple[int, int]]:
    """Where code and links stand."""
    start = 0
    for fragment in text.fragments:
        if fragment.code or fragment.link:
            yield start, start + len(fragment.text)
        start += len(fragment.text)


def _changed(fragment: Fragment, start: int, changes: list[tuple[int, int, str]]) -> Fragment:
    """A fragment that stands at `start`, with the changes that touch it; what is said instead stands where a match begins."""
    end = start + len(fragment.text)
    text, at = "", start
    for first, last, new in changes:
        if first >= end or last <= start:
            continue
        text += fragment.text[at - start : max(first - start, 0)] + (new if first >= start else "")
        at = min(last, end)
    return replace(fragment, text=text + fragment.text[at - start :])


def _say(match: re.Match[str], use: Use) -> str:
    """What is said instead, with a capital where the sentence or the author's own capital asks for one."""
    capital = match.group()[:1].isupper()
    by_itself = use.form[:1].isupper()
    if capital and (not by_itself or SENTENCE_END.search(match.string[: match.start()])):
        return use.say[:1].upper() + use.say[1:]
    return use.say
