"""The sample project, built once a session in one process and opened again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
import yaml
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from generator.building import BuildRequest, build_documents
from generator.content.markdown import read_topic
from generator.errors import Findings

if TYPE_CHECKING:
    from conftest import Together

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Authored:
    """What authors wrote, read as plain YAML: the tests' own reading of it."""

    topics: Mapping[str, dict[str, Any]]
    subjects: Mapping[str, dict[str, Any]]

    @classmethod
    def of(cls, project: Path) -> Authored:
        """Every topic and subject of a project, by id."""
        content = project / "content"
        return cls(
            {p.stem: _topic(p) for p in sorted((content / "topics").rglob("*.*")) if p.suffix in (".yaml", ".md")},
            {p.stem: _yaml(p) for folder in ("roles", "comparisons") for p in sorted((content / folder).glob("*.yaml"))},
        )

    def facts(self, value: object) -> set[str]:
        """Every fact that is named in something written."""
        match value:
            case dict():
                own = set(value.get("facts") or ())
                return own.union(*(self.facts(v) for v in value.values()))
            case list():
                return set().union(*(self.facts(v) for v in value))
        return set()

    @property
    def named(self) -> set[str]:
        """Every fact that a topic of some subject names."""
        told = {topic for subject in self.subjects.values() for topic in subject["topics"]}
        return set().union(*(self.facts(self.topics[topic]) for topic in told))

    def is_for(self, topic: str, audience: str) -> bool:
        """Whether a topic is relevant to an audience."""
        condition = self.topics[topic].get("for", "everyone")
        names = {name: name in (audience, "everyone") for name in re.findall(r"[a-z-]+", condition)} | {
            "and": 0,
            "or": 0,
            "not": 0,
        }
        safe = re.sub(r"[a-z-]+", lambda m: m[0] if m[0] in ("and", "or", "not") else str(names[m[0]]), condition)
        return bool(eval(safe, {"__builtins__": {}}))  # True, False, and, or, not and brackets alone

    def texts(self, value: object, key: str = "") -> Iterator[str]:
        """Every text of at least four words, without its markup."""
        match value:
            case dict():
                for name, inner in value.items():
                    yield from self.texts(inner, name)
            case list():
                for inner in value:
                    yield from self.texts(inner, key)
            case str() if key not in ("for", "data", "icon", "part", "clearance", "requires", "facts"):
                words = re.sub(r"\[([^]]*)\]\([^)]*\)|[*`\\]", r"\1", value).split()
                if len(words) >= 4:
                    yield " ".join(words)


def _topic(path: Path) -> dict[str, Any]:
    """A topic as YAML has it. That Markdown means the same is shown in tests/content."""
    if path.suffix == ".yaml":
        return _yaml(path)
    tree = read_topic(path.read_bytes(), path.name, Findings())
    assert tree is not None
    found = _plain(tree.value)
    assert isinstance(found, dict)
    return found


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    return [_plain(entry) for entry in value] if isinstance(value, tuple) else value


def _yaml(path: Path) -> dict[str, Any]:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@dataclass(frozen=True)
class Built:
    """What a build of the sample left."""

    out: Path

    def paths(self, suffix: str) -> list[Path]:
        return sorted(self.out.rglob(f"*.{suffix}"))

    @property
    def report(self) -> dict[str, Any]:
        """The build report."""
        found = json.loads((self.out / "build-report.json").read_text(encoding="utf-8"))
        assert isinstance(found, dict)
        return found

    @property
    def documents(self) -> dict[str, dict[str, Any]]:
        """The report's documents by name."""
        return {entry["name"]: entry for entry in self.report["documents"]}


@pytest.fixture(scope="session")
def authored() -> Authored:
    """What the sample's authors wrote."""
    return Authored.of(ROOT)


@pytest.fixture(scope="session")
def built(together: Together) -> Built:
    """The whole matrix, built by one worker."""
    return Built(together("sample", _build))


def _build(folder: Path) -> None:
    assert build_documents(BuildRequest(ROOT, out=folder)).ok


@pytest.fixture(scope="session")
def out(built: Built) -> Path:
    """Where the whole matrix was built."""
    return built.out


@pytest.fixture(scope="session")
def decks(built: Built) -> dict[str, Deck]:
    """Every deck by audience and name."""
    return {f"{path.parent.name}/{path.stem}": Presentation(str(path)) for path in built.paths("pptx")}


@pytest.fixture(scope="session")
def pdf_words(built: Built) -> dict[str, str]:
    """The text of every PDF, by audience and name."""
    found = {}
    for path in built.paths("pdf"):
        pdf = pypdfium2.PdfDocument(path)
        try:
            found[f"{path.parent.name}/{path.stem}"] = " ".join(page.get_textpage().get_text_range() for page in pdf)
        finally:
            pdf.close()
    return found
