"""What is handed out tells nobody what only a trainer may know: no note, answer or debrief, in no part of a file."""

from __future__ import annotations

import copy
import re
import zipfile
from pathlib import Path

import pytest
import yaml
from lxml import etree

from generator.building import PackRequest, pack_session

pytestmark = pytest.mark.xdist_group("handed-out")

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def shared(handed_out, scan) -> dict[str, frozenset[str]]:
    """All that is in each file of the share edition."""
    return scan.read([*handed_out.paths("pptx"), *handed_out.paths("pdf")])


def test_no_file_says_what_only_a_trainer_may_read(authored, scan, shared):
    secrets = authored.for_trainers
    assert len(secrets) > 1000 and len(shared) == 18
    assert scan.leaks(secrets, shared) == []


def test_no_file_has_words_that_rolecast_writes_for_trainers(scan, shared):
    words = yaml.safe_load((ROOT / "templates" / "words" / "en.yaml").read_text(encoding="utf-8"))
    theirs = {re.sub(r"[\W_]+", "", text).lower() for key, text in words.items() if key.startswith("note_") and "{" not in text}
    assert len(theirs) >= 6
    assert scan.leaks(theirs, shared) == []


def test_decks_have_no_place_for_notes_or_remarks(handed_out):
    for path in handed_out.paths("pptx"):
        with zipfile.ZipFile(path) as package:
            said = [name for name in package.namelist() if re.search(r"(?i)notesSlide|comment|custom|handout|tags/", name)]
            links = b"".join(package.read(name) for name in package.namelist() if name.endswith(".rels"))
        assert said == [], path.name
        assert b"notesSlide" not in links, path.name


def test_questions_are_asked_and_no_slide_answers_them(handed_out, authored):
    asked = 0
    for name, titles in handed_out.titles.items():
        subject = next(subject for subject in authored.subjects if name.partition("/")[2].startswith(f"{subject}-"))
        for question, answer in authored.questions(subject):
            asked += question in titles
            assert answer not in titles, name
    assert asked >= 6


def test_all_options_of_a_question_look_alike(handed_out):
    questions = 0
    for name, deck in handed_out.decks.items():
        for slide in deck.slides:
            looks: dict[str, list[tuple[str, bytes]]] = {}
            for shape in slide.shapes:
                if match := re.fullmatch(r"quiz-option-([a-d])(.*)", shape.name):
                    looks.setdefault(match[1], []).append((match[2], look_of(shape)))
            questions += bool(looks)
            assert all(look == looks["a"] for look in looks.values()), name
    assert questions >= 6


def look_of(shape) -> bytes:
    """How a shape is drawn, wherever it stands."""
    drawn = copy.deepcopy(shape._element.xpath("./p:spPr | ./p:grpSpPr")[0])
    for place in drawn.xpath("./a:xfrm"):
        drawn.remove(place)
    return etree.tostring(drawn)


def test_the_handouts_of_a_pack_say_nothing_of_the_trainers(authored, scan, tmp_path):
    asked = PackRequest(ROOT, "manager-vs-leader", "new-hires", papers=("a4",), settings=(("client", "Acme"),), out=tmp_path)
    result = pack_session(asked)
    with zipfile.ZipFile(tmp_path / result.path) as archive:
        archive.extractall(tmp_path)
    read = {folder: scan.read(sorted((tmp_path / folder).iterdir())) for folder in ("trainer", "handouts")}
    assert len(read["trainer"]) == 3 and len(read["handouts"]) == 2
    assert len(scan.found(authored.for_trainers, read["trainer"])) > 40
    assert scan.leaks(authored.for_trainers, read["handouts"]) == []
