"""One reader's vocabulary: terms replaced where they stand, or noted for explanation.

Works on text only, never on code, links or ids; forms are listed in the glossary, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.content.model import Audience, Term
from generator.notation.inline import Fragment, Rich


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How an audience says things: a pattern of every form, what to say instead, what to explain."""

    pattern: re.Pattern[str] | None
    say: Mapping[str, str]
    """Lower-case form to what is said instead."""
    explain: Mapping[str, str]
    """Lower-case form to the id of the term to explain."""

    def replaced(self, text: Rich) -> Rich:
        """`text` in this reader's words; a capital at the beginning stays one."""
        if self.pattern is None or not self.say:
            return text
        return Rich(tuple(self._fragment(f) for f in text.fragments))

    def used(self, text: str) -> tuple[str, ...]:
        """The ids of terms to explain that `text` uses, in order."""
        if self.pattern is None:
            return ()
        found = (self.explain.get(m.group(0).lower()) for m in self.pattern.finditer(text))
        return tuple(dict.fromkeys(term for term in found if term))

    def _fragment(self, fragment: Fragment) -> Fragment:
        if fragment.code or fragment.link or self.pattern is None:
            return fragment
        return replace(fragment, text=self.pattern.sub(self._word, fragment.text))

    def _word(self, match: re.Match[str]) -> str:
        word = match.group(0)
        new = self.say.get(word.lower())
        if new is None:
            return word
        return new[:1].upper() + new[1:] if word[:1].isupper() else new


def vocabulary(audience: Audience, terms: Mapping[str, Term]) -> Vocabulary:
    """The vocabulary of an audience whose terms all exist."""
    say: dict[str, str] = {}
    explain: dict[str, str] = {}
    for term_id, use in audience.terms.items():
        term = terms[term_id]
        for form in (term.name, *term.forms):
            if use.say:
                plural = form.endswith("s") and not term.name.endswith("s")
                say[form.lower()] = f"{use.say}s" if plural and not use.say.endswith("s") else use.say
            elif use.explain:
                explain[form.lower()] = term_id
    forms = sorted({*say, *explain}, key=lambda form: (-len(form), form))
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b", re.IGNORECASE) if forms else None
    return Vocabulary(pattern, say, explain)
