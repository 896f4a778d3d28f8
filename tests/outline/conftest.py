"""A small project and a template of the test's own, planned for one reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from generator.content.reader import read_content
from generator.errors import Findings
from generator.files import Files, InMemory, Layered, packaged_templates
from generator.outline.colophon import Order
from generator.outline.decks import plan_deck
from generator.outline.model import Deck, Sheet
from generator.outline.onepagers import plan_sheet
from generator.outline.templates import read_templates
from generator.tailoring.budget import Purse
from generator.tailoring.tailor import tailor
from generator.words import read_words

PROJECT: dict[str, str] = {
    "rolecast.yaml": "title: Sample\norganisation: Org\ndefault-clearance: public\n",
    "content/audiences/everyone.yaml": """title: Everyone
abstract: true
storyline:
  - {id: first, title: The first, promise: It begins., parts: [focus, glance], notes: {say: Divide.}}
  - {id: second, title: The second, parts: [practice, words]}
sheet: {header: data, parts: [practice, focus, practice]}
""",
    "content/audiences/engineers.yaml": """title: Engineers
extends: everyone
clearance: internal
dividers: true
objectives: true
terms: {sprint: {explain: true}, backlog: {say: work list}, story: {explain: true}}
""",
    "content/audiences/bosses.yaml": "title: Bosses\nextends: everyone\nagenda: false\nsources: false\n",
    "content/facts.yaml": "facts:\n  f: {says: A fact., source: book, status: agreed}\n",
    "content/sources.yaml": "sources:\n  book: {title: A book, author: Somebody, date: '2020', url: https://example.com/}\n",
    "content/glossary.yaml": """terms:
  sprint: {name: sprint, forms: [sprints], means: A round.}
  backlog: {name: backlog, means: The list.}
  story: {name: story, means: A wish.}
""",
    "content/roles/owner.yaml": """title: Owner
badge: PO
shape: square
colour: accent2
icon: users
updated: 2026-10-01
horizon: {from: 0, to: 2}
claim: {everyone: Claims.}
headline: {everyone: Head.}
remember: {everyone: Remember.}
opening: {everyone: {say: Welcome., ask: Ready?}}
objectives: [{id: can-name, text: Name it.}]
topics: [one, two, three, only-paper]
""",
    "content/roles/other.yaml": "title: Other\nbadge: O\nshape: circle\ncolour: accent3\nicon: users\ntopics: [one]\n",
    "content/comparisons/both.yaml": "title: Both\nicon: scale\nsubjects: [owner, other]\ntopics: [one]\n",
    "content/topics/one.yaml": """title: The first topic
part: focus
priority: must
minutes: 3
updated: 2026-11-02
facts: [f]
blocks:
  - {kind: bullets, points: [{lead: In a sprint, text: Details.}, {lead: The story, text: Details.}]}
notes: {everyone: {say: Say it., ask: Agreed?}}
""",
    "content/topics/two.yaml": """title: The second topic
part: practice
short: Second
columns: 7
blocks: [{kind: prose, text: [Each sprint.]}]
handout: [{kind: quote, text: Words, by: Somebody}]
""",
    "content/topics/three.yaml": """title: The third topic
part: practice
priority: could
ladder: [full, brief, backup, drop]
blocks: [{kind: bullets, points: [{lead: a, text: Details.}, {lead: b, text: Details.}]}]
""",
    "content/topics/only-paper.yaml": """title: On paper
part: practice
priority: must
ladder: [handout]
columns: 5
blocks: [{kind: prose, text: [Paper.]}]
""",
}
HEAD = "---\ndocument: own\ntitle: own {0}\nsubjects: [role, comparison]\nformats: [pdf]\n---\n"


@dataclass(frozen=True)
class Planned:
    """What came of a template: the plan or None, and what was found."""

    deck: Deck | None
    sheet: Sheet | None
    findings: Findings

    @property
    def told(self) -> list[str]:
        return [
            f"{d.span.path.rpartition('/')[2].partition('.')[0]}:{d.span.line} {d.code} {d.message}" for d in self.findings.items
        ]

    @property
    def ids(self) -> list[str]:
        assert self.deck is not None, self.told
        return [slide.id for slide in self.deck.slides]


@dataclass(frozen=True)
class Studio:
    """Plans documents of the sample project."""

    files: Files

    def order(self, document: str, subject: str, reader: str, purse: Purse | None = None) -> tuple[Order, Findings]:
        findings = Findings()
        content, words = read_content(self.files, findings), read_words(self.files, "en", findings)
        template = {t.head.document: t for t in read_templates(self.files, findings)}.get(document)
        findings.raise_errors()
        assert words is not None
        assert template is not None
        made = tailor(content, content.subjects[subject], content.audiences[reader], purse or Purse(600, 300), findings)
        findings.raise_errors()
        return Order(content, made, template, words), findings

    def plan(self, document: str, subject: str = "owner", reader: str = "engineers", purse: Purse | None = None) -> Planned:
        order, findings = self.order(document, subject, reader, purse)
        if order.template.is_sheet:
            return Planned(None, plan_sheet(self.files, order, findings), findings)
        return Planned(plan_deck(self.files, order, findings), None, findings)


@pytest.fixture(scope="session")
def studio() -> Callable[..., Studio]:
    """The sample project, with files of the test's own before the packaged ones."""
    return lambda more=None: Studio(Layered(InMemory({**PROJECT, **(more or {})}), packaged_templates()))


@pytest.fixture(scope="session")
def project() -> dict[str, str]:
    """The sample project's files, to be changed in part."""
    return dict(PROJECT)


@pytest.fixture(scope="session")
def deck(studio) -> Callable[..., Planned]:
    """Plans a deck by a template's body; further files are below templates/decks."""

    def make(body: str, reader: str = "engineers", purse: Purse | None = None, **more: str) -> Planned:
        others = {f"templates/decks/{name}.yaml.j2": text for name, text in more.items()}
        own = {"templates/decks/own.yaml.j2": HEAD.format("deck") + body}
        return studio({**own, **others}).plan("own", reader=reader, purse=purse)

    return make


@pytest.fixture(scope="session")
def sheet(studio) -> Callable[..., Planned]:
    """Plans a sheet by a template's body."""

    def make(body: str, reader: str = "engineers", purse: Purse | None = None) -> Planned:
        return studio({"templates/sheets/own.yaml.j2": HEAD.format("sheet") + body}).plan("own", reader=reader, purse=purse)

    return make
