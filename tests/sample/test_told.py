"""What the sample project tells whom: no finding, every fact shown, each reader their order."""

from __future__ import annotations

import itertools
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
import yaml

from generator.building import BuildRequest, build_documents

pytestmark = pytest.mark.xdist_group("sample")

ROOT = Path(__file__).resolve().parents[2]
AUDIENCES = ("engineers", "executives", "new-hires")


def unshown(authored, documents) -> set[str]:
    """Facts that a topic of a subject names and no document shows."""
    return authored.named - set().union(*(entry["facts_shown"] for entry in documents.values()))


def squeezed(text: str) -> str:
    """Letters and digits alone, so that line ends and hyphens do not hide anything."""
    return re.sub(r"[\W_]+", "", text).lower()


def test_the_whole_matrix_is_built_without_a_finding(built):
    files = built.report["files"]
    assert len(files) >= 100
    assert built.report["findings"] == []
    assert {file["audience"] for file in files} == set(AUDIENCES)
    assert {file["path"] for file in files} == {
        path.relative_to(built.out).as_posix() for suffix in ("pptx", "pdf") for path in built.paths(suffix)
    }


def test_every_fact_that_a_topic_names_is_shown_to_somebody(built, authored):
    assert len(authored.named) > 100
    assert unshown(authored, built.documents) == set()


def test_every_fact_of_the_sources_is_shown_to_somebody(built):
    facts = yaml.safe_load((ROOT / "content" / "facts.yaml").read_text(encoding="utf-8"))["facts"]
    assert len(facts) >= 90
    assert set(facts) - set().union(*(entry["facts_shown"] for entry in built.documents.values())) == set()


def test_no_deck_shows_more_slides_than_its_reader_has_time_for(built, decks, authored):
    assert len(decks) >= 18
    for name, deck in decks.items():
        entry = built.documents[name]
        budgets = authored.subjects[entry["subject"]].get("budget", {})
        own = budgets.get(entry["audience"], authored.audiences[entry["audience"]]["budget"])
        assert sum(slide._element.get("show") != "0" for slide in deck.slides) <= own["slides"], name
        assert entry["budget"]["minutes_expected"] <= own["minutes"], name


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
    """A fact that one topic alone says, in a block, to one audience, about a small subject: fact, topic, subject, audience."""
    says = Counter(fact for written in authored.topics.values() for fact in authored.facts(written))
    found = []
    for topic, written in authored.topics.items():
        readers = [audience for audience in AUDIENCES if authored.is_for(topic, audience)]
        subjects = [name for name in authored.subjects if topic in authored.topics_of(name)]
        own = {fact for fact in authored.facts(written.get("blocks")) - set(written.get("facts") or ()) if says[fact] == 1}
        if own and len(readers) == len(subjects) == 1 and "variants" not in written:
            found.append((len(authored.topics_of(subjects[0])), min(own), topic, subjects[0], readers[0]))
    return min(found)[1:]


def test_each_reader_gets_another_order_and_other_titles(built, decks, authored):
    told_by_role = [name for name, s in authored.subjects.items() if not {"profile-of", "chapters"} & set(s)]
    assert len(told_by_role) >= 5
    for subject in told_by_role:
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
