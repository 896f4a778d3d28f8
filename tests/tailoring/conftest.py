"""A small project, and how a test changes it and tailors it for one reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from generator.content.library import Content
from generator.content.reader import read_content
from generator.errors import Findings
from generator.files import InMemory
from generator.tailoring.budget import Purse
from generator.tailoring.model import Tailored
from generator.tailoring.tailor import tailor

PROJECT: dict[str, str] = {
    "rolecast.yaml": "title: Sample\ndefault-clearance: public\n",
    "content/audiences/everyone.yaml": """title: Everyone
abstract: true
storyline:
  - {id: first, title: The first, parts: [focus, glance], notes: {say: Divide.}}
  - {id: second, title: The second, parts: [practice, words]}
""",
    "content/audiences/engineers.yaml": "title: Engineers\nextends: everyone\nclearance: internal\n",
    "content/audiences/sre.yaml": "title: SRE\nextends: engineers\nclearance: confidential\n",
    "content/audiences/bosses.yaml": "title: Bosses\nextends: everyone\ndepth: brief\n",
    "content/facts.yaml": "facts:\n  f: {says: A fact., source: book, status: agreed}\n",
    "content/sources.yaml": "sources:\n  book: {title: A book}\n",
    "content/glossary.yaml": "terms:\n  backlog: {name: backlog, forms: [backlogs, product backlog], means: The list.}\n",
    "content/roles/owner.yaml": """title: Owner
badge: PO
shape: square
colour: accent1
icon: users
claim: {everyone: Claims., engineers: Claims to engineers.}
topics: [one, two]
""",
    "content/topics/one.yaml": """title: The first topic
part: focus
blocks: [{kind: prose, text: [Something.]}]
notes: {everyone: {say: Say it.}}
""",
    "content/topics/two.yaml": """title: The second topic
part: practice
blocks: [{kind: prose, text: [Something else.]}]
""",
}

Read = Callable[..., Content]
Cut = Callable[..., Tailored]


def read_files(files: Mapping[str, str]) -> Content:
    """The sample project with files added or replaced; it must be right."""
    findings = Findings()
    content = read_content(InMemory({**PROJECT, **files}), findings)
    findings.raise_errors()
    return content


def cut_for(content: Content, reader: str, purse: Purse | None = None, findings: Findings | None = None) -> Tailored:
    """The owner for a reader; without findings of its own it must be without any."""
    own = Findings()
    made = tailor(content, content.subjects["owner"], content.audiences[reader], purse or Purse(600, 300), findings or own)
    own.raise_errors()
    return made


@pytest.fixture(scope="session")
def read() -> Read:
    """Reads the sample project with some files of the test's own."""
    return read_files


@pytest.fixture(scope="session")
def cut() -> Cut:
    """Tailors the sample's one role."""
    return cut_for


@pytest.fixture(scope="session")
def said() -> Callable[[Tailored], str]:
    """Everything a result holds, its decisions apart: they are for the report, which names what was withheld."""
    return lambda made: repr([getattr(made, name) for name in type(made).__slots__ if name != "decisions"])
