"""A small project that is right in every file; tests put one wrong file into it."""

from __future__ import annotations

import pytest

GOOD: dict[str, str] = {
    "rolecast.yaml": "title: Sample\nlanguages: [en]\ndefault-clearance: internal\ncolours: {forest: accent2}\n",
    "content/facts.yaml": """facts:
  f-one: {says: The first., source: book, status: agreed}
  f-two: {says: The second., source: book, status: contested, views: [So., Not so.]}
""",
    "content/sources.yaml": "sources:\n  book: {title: A book, url: https://example.com/}\n",
    "content/glossary.yaml": "terms:\n  backlog: {name: backlog, forms: [backlogs], means: The list of work.}\n",
    "content/audiences/everyone.yaml": """title: Everyone
abstract: true
clearance: internal
budget: {minutes: 30, slides: 16, words: 100}
reading: {sentence: 20}
terms: {backlog: {explain: true}}
storyline:
  - {id: all, title: All of it, parts: [focus, practice]}
""",
    "content/audiences/engineers.yaml": "title: Engineers\nextends: everyone\nclearance: confidential\nbudget: {slides: 12}\n",
    "content/audiences/new-hires.yaml": "title: New hires\nextends: engineers\nagenda: false\nterms: {backlog: {say: list}}\n",
    "content/roles/owner.yaml": """title: Product owner
badge: PO
shape: square
colour: forest
icon: users
updated: 2026-10-12
claim: {everyone: Decides what comes next.}
objectives:
  - {id: o-one, text: Name it., for: engineers}
topics: [a, b]
""",
    "content/comparisons/both.yaml": "title: Both\nsubjects: [owner, owner]\nicon: scale\ntopics: [b]\n",
    "content/topics/a.yaml": """title: The first sentence
part: focus
minutes: 2
facts: [f-one]
objectives: [o-one]
blocks:
  - {kind: quote, text: "Words", by: Somebody}
notes:
  everyone: {say: "So it is.", ask: "Is it?"}
""",
    "content/data/days.csv": "who,days\nOne name,1\nTwo names,4\n",
    "content/topics/deep/b.yaml": """title: The second sentence
part: practice
for: engineers and not new-hires
clearance: public
requires: [a]
blocks:
  - {kind: quote, text: "Words", by: Somebody, facts: [f-two]}
variants:
  brief: {title: Shorter}
""",
}


@pytest.fixture
def good() -> dict[str, str]:
    """The files of the sample project."""
    return dict(GOOD)
