"""The sample project, built once a session in one process and opened again."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest
import yaml
from lxml import etree
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from generator.building import BuildRequest, build_documents
from generator.content.markdown import read_topic
from generator.errors import Findings

if TYPE_CHECKING:
    from conftest import Together

ROOT = Path(__file__).resolve().parents[2]
SUBJECTS = ("roles", "comparisons", "courses")
CLEARANCES = ("public", "internal", "confidential")
NAMES = ("for", "clearance", "kind", "data", "file", "icon", "part", "requires", "facts", "topics", "parts", "extends", "url")
"""Keys of what is no text for readers."""
TRAINERS = {"": ("notes", "opening"), "quiz": ("answer", "why", "say"), "exercise": ("debrief",)}
"""Keys of what only a trainer may read, by the kind of what has them."""
TELLING = 24
"""Letters from which on a part of a sentence is found by what it says, and not by chance."""
ENDS = r"(?<=[.!?:;,])\s+"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True)
class Authored:
    """What authors wrote, read as plain YAML: the tests' own reading of it."""

    topics: Mapping[str, dict[str, Any]]
    subjects: Mapping[str, dict[str, Any]]
    audiences: Mapping[str, dict[str, Any]]
    terms: Mapping[str, dict[str, Any]]
    sources: Mapping[str, dict[str, Any]]
    unmarked: str
    """The clearance of what states none."""

    @classmethod
    def of(cls, project: Path) -> Authored:
        """Everything of a project, by id."""
        content = project / "content"
        return cls(
            {p.stem: _topic(p) for p in sorted((content / "topics").rglob("*.*")) if p.suffix in (".yaml", ".md")},
            {p.stem: _yaml(p) for folder in SUBJECTS for p in sorted((content / folder).glob("*.yaml"))},
            {p.stem: _yaml(p) for p in sorted((content / "audiences").glob("*.yaml"))},
            _yaml(content / "glossary.yaml")["terms"],
            _yaml(content / "sources.yaml")["sources"],
            _yaml(project / "rolecast.yaml").get("default-clearance", CLEARANCES[-1]),
        )

    @property
    def readers(self) -> frozenset[str]:
        """Every audience that gets files."""
        return frozenset(name for name, audience in self.audiences.items() if not audience.get("abstract"))

    def topics_of(self, subject: str) -> list[str]:
        """The topics of a subject, of a course those of its chapters."""
        written = self.subjects[subject]
        chapters = written.get("chapters", [written])
        return list(dict.fromkeys(topic for chapter in chapters for topic in chapter["topics"]))

    def questions(self, subject: str) -> list[tuple[str, str]]:
        """The titles of every question and exercise of a subject, and of the slide that comes after it."""
        found = []
        for topic in (self.topics[name] for name in self.topics_of(subject)):
            main = topic["blocks"][0]
            after = main.get("answer") or main.get("debrief", {}).get("title")
            found += [(topic["title"], after)] if main["kind"] in ("quiz", "exercise") and after else []
        return found

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
        told = {topic for subject in self.subjects for topic in self.topics_of(subject)}
        return set().union(*(self.facts(self.topics[topic]) for topic in told))

    def is_for(self, topic: str, audience: str) -> bool:
        """Whether a topic is relevant to an audience."""
        return self._holds(self.topics[topic].get("for", "everyone"), audience)

    def kept_from(self, audience: str) -> set[str]:
        """Parts of texts that only others may read, as letters alone; also where the audience has words of its own for some."""
        uses = self.audiences[audience].get("terms", {})
        replaced = [self.terms[name] for name, use in uses.items() if "say" in use]
        forms = [form for term in replaced for form in (term["name"], *term.get("forms", ()))]
        own_words = "|".join([ENDS, *(rf"\b{re.escape(form)}\b" for form in forms)])
        theirs = [text for text, readers in self.told if audience not in readers]
        known = "\n".join(squeezed(text) for text, readers in self.told if audience in readers)
        return {part for text in theirs for part in _parts(text) | _parts(text, own_words) if part not in known}

    @property
    def for_trainers(self) -> set[str]:
        """Parts of texts that only a trainer may read, as letters alone: speaker notes, answers, debriefs."""
        texts = [*self._hidden([*self.topics.values(), *self.subjects.values(), *self.audiences.values()])]
        known = "\n".join(squeezed(text) for text, hidden in texts if not hidden)
        return {part for text, hidden in texts if hidden for part in _parts(text) if part not in known}

    def _hidden(self, value: object, hidden: bool = False, key: str = "") -> Iterator[tuple[str, bool]]:
        match value:
            case dict():
                trainers = TRAINERS.get(value.get("kind", ""), ())
                for name, inner in value.items():
                    yield from self._hidden(inner, hidden or name in trainers, name)
            case list():
                for inner in value:
                    yield from self._hidden(inner, hidden, key)
            case str() if key not in NAMES:
                yield _plain_text(value), hidden

    @property
    def told(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Every text with the audiences that may read it."""
        for table in (self.topics, self.subjects, self.terms, self.sources):
            for own in table.values():
                yield from self._told({"clearance": self.unmarked, **own}, self.readers)
        for name, audience in self.audiences.items():
            yield from self._told({key: value for key, value in audience.items() if key != "clearance"}, self._like(name))

    def _like(self, audience: str) -> frozenset[str]:
        """An audience and those that extend it."""
        return frozenset(reader for reader in self.readers if audience in self._lineage(reader))

    def _lineage(self, audience: str) -> list[str]:
        above = self.audiences.get(audience, {}).get("extends")
        return [audience, *(self._lineage(above) if above else ["everyone"])]

    def _told(self, value: object, readers: frozenset[str], key: str = "") -> Iterator[tuple[str, frozenset[str]]]:
        match value:
            case dict():
                mine = frozenset(reader for reader in readers if self._may(value, reader))
                by_reader = set(value) <= {*self.audiences, "brief"}
                for name, inner in value.items():
                    only = name in self.readers and by_reader
                    yield from self._told(inner, mine & self._like(name) if only else mine, name)
            case list():
                for inner in value:
                    yield from self._told(inner, readers, key)
            case str() if key not in NAMES:
                yield _plain_text(value), readers

    def _may(self, value: dict[str, Any], reader: str) -> bool:
        """Whether a reader is one of those that something is for, and may see it."""
        seen = self.audiences[reader].get("clearance", CLEARANCES[0])
        condition = value.get("for", "everyone")
        asked = value.get("clearance", CLEARANCES[0])
        return CLEARANCES.index(asked) <= CLEARANCES.index(seen) and self._holds(condition, reader)

    def _holds(self, condition: str, audience: str) -> bool:
        above = self._lineage(audience)
        safe = re.sub(r"[a-z-]+", lambda m: m[0] if m[0] in ("and", "or", "not") else str(m[0] in above), condition)
        return bool(eval(safe, {"__builtins__": {}}))  # True, False, and, or, not and brackets alone


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
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    assert isinstance(found, dict)
    return found


def squeezed(text: str) -> str:
    """Letters and digits alone, so that line ends and hyphens do not hide anything."""
    return re.sub(r"[\W_]+", "", text).lower()


def _plain_text(text: str) -> str:
    """A text without its markup."""
    return re.sub(r"\[([^]]*)\]\([^)]*\)|[*`\\]", r"\1", text)


def _parts(text: str, ends: str = ENDS) -> set[str]:
    """The parts of a text that tell something, as letters alone; a sentence of short parts is one."""
    found = set()
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        parts = {squeezed(part) for part in re.split(ends, sentence, flags=re.IGNORECASE) if part}
        found |= {part for part in parts if len(part) >= TELLING} or {squeezed(sentence)}
    return {part for part in found if len(part) >= TELLING}


class Scan:
    """Reads everything in files, and looks for texts in it; what stands in many files is read once."""

    def __init__(self) -> None:
        self.known: dict[bytes, frozenset[str]] = {}

    def read(self, paths: Iterable[Path]) -> dict[str, frozenset[str]]:
        """Every text of each file, as letters alone, by audience and name."""
        return {f"{path.parent.name}/{path.name}": self.of(path) for path in paths}

    def of(self, path: Path) -> frozenset[str]:
        """Every text of a file, as letters alone."""
        return frozenset(self._pdf(path) if path.suffix == ".pdf" else self._member(path.read_bytes()))

    def found(self, secrets: Iterable[str], files: Mapping[str, frozenset[str]]) -> set[str]:
        """Those of the texts that some file holds."""
        everything = "\n".join(set().union(*files.values()))
        return {text for text in secrets if text in everything}

    def leaks(self, secrets: Iterable[str], files: Mapping[str, frozenset[str]]) -> list[str]:
        """Each text that may not be there, with a file that holds it."""
        found = self.found(secrets, files)
        return sorted(f"{name}: {text}" for text in found for name in files if any(text in line for line in files[name]))

    def _member(self, data: bytes) -> frozenset[str]:
        digest = hashlib.sha256(data).digest()
        if digest not in self.known:
            self.known[digest] = frozenset(line for text in self._texts(data) if len(line := squeezed(text)) >= TELLING)
        return self.known[digest]

    def _texts(self, data: bytes) -> Iterator[str]:
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                for name in package.namelist():
                    yield name
                    yield from self._member(package.read(name))
        elif data.lstrip().startswith(b"<"):
            root = etree.fromstring(data)
            yield from ("".join(paragraph.itertext()) for paragraph in root.iter(f"{DRAWN}p"))
            for entry in root.iter():
                yield from (text for text in (entry.text, entry.tail, *entry.attrib.values()) if text)
        else:
            yield data.decode("latin-1")

    def _pdf(self, path: Path) -> Iterator[str]:
        pdf = pypdfium2.PdfDocument(path)
        try:
            yield from (squeezed(page.get_textpage().get_text_range()) for page in pdf)
        finally:
            pdf.close()
        with pikepdf.open(path) as file:
            for obj in (*file.objects, file.trailer):
                if isinstance(obj, pikepdf.Stream) and obj.get("/Type") in ("/Metadata", "/EmbeddedFile"):
                    yield from self._member(obj.read_bytes())
                yield from map(squeezed, self._strings(obj))

    def _strings(self, obj: Any, depth: int = 0) -> Iterator[str]:
        """Every string that an object itself holds: titles, bookmarks, descriptions, remarks."""
        match obj:
            case pikepdf.String():
                yield str(obj)
            case pikepdf.Dictionary() | pikepdf.Stream() | pikepdf.Array() if not (depth and obj.is_indirect):
                inner = obj if isinstance(obj, pikepdf.Array) else obj.values() if isinstance(obj, pikepdf.Dictionary) else ()
                for value in obj.stream_dict.values() if isinstance(obj, pikepdf.Stream) else inner:
                    yield from self._strings(value, depth + 1)


@pytest.fixture(scope="session")
def scan() -> Scan:
    """Reads files and looks for texts in them."""
    return Scan()


@dataclass(frozen=True)
class Built:
    """What a build of the sample left."""

    out: Path

    def paths(self, suffix: str) -> list[Path]:
        return sorted(self.out.rglob(f"*.{suffix}"))

    @property
    def decks(self) -> dict[str, Deck]:
        """Every deck by audience and name."""
        return {f"{path.parent.name}/{path.stem}": Presentation(str(path)) for path in self.paths("pptx")}

    @property
    def titles(self) -> dict[str, list[str]]:
        """The titles of the slides of every deck, by audience and name, wherever their lines end."""
        return {name: [" ".join(slide.shapes.title.text.split()) for slide in deck.slides] for name, deck in self.decks.items()}

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
    assert [str(finding) for finding in build_documents(BuildRequest(ROOT, out=folder)).errors] == []


@pytest.fixture(scope="session")
def out(built: Built) -> Path:
    """Where the whole matrix was built."""
    return built.out


@pytest.fixture(scope="session")
def decks(built: Built) -> dict[str, Deck]:
    """Every deck by audience and name."""
    return built.decks


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


SHARED = {"subjects": ("product-owner", "manager-vs-leader", "product-roles"), "editions": ("share",)}


@pytest.fixture(scope="session")
def handed_out(together: Together) -> Built:
    """The share edition of a role's decks, of a comparison with a quiz, and of the course, built by one worker."""
    return Built(together("handed-out", _share))


def _share(folder: Path) -> None:
    decks = ("role-deck", "comparison-deck", "course-deck")
    assert [str(finding) for finding in build_documents(BuildRequest(ROOT, documents=decks, out=folder, **SHARED)).errors] == []
