"""What the sample project tells whom: no finding, every fact shown, nothing meant for somebody else, each reader their order."""

from __future__ import annotations

import itertools
import re
import shutil
import zipfile
from pathlib import Path

import pytest
import yaml
from lxml import etree

from generator.building import BuildRequest, build_documents

pytestmark = pytest.mark.xdist_group("sample")

ROOT = Path(__file__).resolve().parents[2]
AUDIENCES = ("engineers", "executives", "new-hires")
TELLING = 24
"""Letters from which on a text is found by what it says, and not by chance across two cells."""
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def unshown(authored, documents) -> set[str]:
    """Facts that a topic of a subject names and no document shows."""
    return authored.named - set().union(*(entry["facts_shown"] for entry in documents.values()))


def squeezed(text: str) -> str:
    """Letters and digits alone, so that line ends and hyphens do not hide anything."""
    return re.sub(r"[\W_]+", "", text).lower()


def said_in(path: Path) -> str:
    """Every text of a package: slides, notes, charts, properties. Paragraphs are read as a whole."""
    found = []
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if not name.endswith(".xml") or "/theme/" in name:
                continue
            root = etree.fromstring(package.read(name))
            paragraphs = root.iter(f"{DRAWN}p")
            found += ["".join(p.itertext()) for p in paragraphs] or [" ".join(root.itertext())]
            found += [value for node in root.iter() for key, value in node.attrib.items() if key in ("descr", "title", "name")]
    return "\n".join(map(squeezed, found))


@pytest.fixture(scope="session")
def said(built, pdf_words) -> dict[str, str]:
    """All that the files of each audience say."""
    files = {a: [said_in(path) for path in built.paths("pptx") if path.parent.name == a] for a in AUDIENCES}
    pdfs = {a: [squeezed(text) for name, text in pdf_words.items() if name.startswith(f"{a}/")] for a in AUDIENCES}
    return {audience: "\n".join(files[audience] + pdfs[audience]) for audience in AUDIENCES}


def test_the_whole_matrix_is_built_without_a_finding(built):
    files = built.report["files"]
    assert len(files) >= 36
    assert built.report["findings"] == []
    assert {file["audience"] for file in files} == set(AUDIENCES)
    assert {file["path"] for file in files} == {
        path.relative_to(built.out).as_posix() for suffix in ("pptx", "pdf") for path in built.paths(suffix)
    }


def test_every_fact_that_a_topic_names_is_shown_to_somebody(built, authored):
    assert len(authored.named) > 100
    assert unshown(authored, built.documents) == set()


def test_without_the_block_that_says_it_a_fact_is_missed(built, authored, tmp_path):
    fact, topic, subject, audience = alone(authored)
    project = tmp_path / "project"
    for folder in ("content", "rolecast.yaml"):
        source, target = ROOT / folder, project / folder
        target.parent.mkdir(exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    path = next((project / "content" / "topics").rglob(f"{topic}.*"))
    mutated = {**authored.topics[topic], "blocks": [{"kind": "prose", "text": ["Nothing is said here any more."]}]}
    mutated.pop("handout", None)
    path.unlink()
    path.with_suffix(".yaml").write_text(yaml.safe_dump(mutated), encoding="utf-8")
    result = build_documents(BuildRequest(project, subjects=(subject,), audiences=(audience,), out=tmp_path / "out"))
    assert result.ok
    again = type(built)(tmp_path / "out").documents
    assert unshown(authored, {**built.documents, **again}) >= {fact}


def alone(authored) -> tuple[str, str, str, str]:
    """A fact that one topic alone says, in a block, to one audience: fact, topic, subject, audience."""
    for topic, written in authored.topics.items():
        readers = [audience for audience in AUDIENCES if authored.is_for(topic, audience)]
        subjects = [name for name, subject in authored.subjects.items() if topic in subject["topics"]]
        others = set().union(*(authored.facts(other) for name, other in authored.topics.items() if name != topic))
        own = authored.facts(written.get("blocks")) - set(written.get("facts") or ()) - others
        if own and len(readers) == len(subjects) == 1 and "variants" not in written:
            return min(own), topic, subjects[0], readers[0]
    raise LookupError("no fact is said by one topic alone")


def test_what_is_written_for_a_reader_is_found_in_that_readers_files(authored, said):
    """Were the texts not found where they belong, the test below would prove nothing."""
    for audience in AUDIENCES:
        own = [squeezed(t["title"]) for name, t in authored.topics.items() if t.get("for") == audience and "blocks" in t]
        assert sum(title in said[audience] for title in own) > 0.7 * len(own) > 10


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_file_says_what_was_written_for_others(authored, said, audience):
    mine = {squeezed(text) for name, topic in authored.topics.items() if authored.is_for(name, audience)
            for text in authored.texts({k: v for k, v in topic.items() if k != "variants"})}  # fmt: skip
    theirs = {text for name, topic in authored.topics.items() if not authored.is_for(name, audience)
              for text in authored.texts(topic)}  # fmt: skip
    theirs |= {text for topic in authored.topics.values() for reader, variant in (topic.get("variants") or {}).items()
               if reader not in (audience, "everyone", "brief") for text in authored.texts(variant)}  # fmt: skip
    assert len(theirs) > 500
    known = "\n".join(mine)
    secret = {text for text in theirs if squeezed(text) not in known}
    secret = {text for text in secret if len(squeezed(text)) >= TELLING}
    assert len(secret) > 500
    leaked = sorted(text for text in secret if squeezed(text) in said[audience])
    assert leaked == []


def test_each_reader_gets_another_order_and_other_titles(built, decks, authored):
    for subject in authored.subjects:
        names = [next(name for name in decks if name.startswith(f"{audience}/{subject}-")) for audience in AUDIENCES]
        titles = [[slide.shapes.title.text for slide in decks[name].slides] for name in names]
        parts = [[authored.topics[t]["part"] for t in topics_of(decks[name], authored)] for name in names]
        for one, other in itertools.combinations(range(len(AUDIENCES)), 2):
            assert len(set(titles[one]) & set(titles[other])) <= min(len(titles[one]), len(titles[other])) / 3, subject
            shared = set(parts[one]) & set(parts[other])
            orders = [list(dict.fromkeys(p for p in parts[i] if p in shared)) for i in (one, other)]
            assert orders[0] != orders[1], subject


def topics_of(deck, authored) -> list[str]:
    """The topics of a deck in order, by the titles of its slides."""
    titles = {squeezed(topic["title"]): name for name, topic in authored.topics.items()}
    found = (titles.get(squeezed(re.sub(r" \(\d/\d\)$", "", slide.shapes.title.text))) for slide in deck.slides)
    return [name for name in dict.fromkeys(found) if name]
