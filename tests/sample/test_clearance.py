"""Nobody gets files in which something is that only others may see or that is for others, wherever its mark stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.building import BuildRequest, build_documents

pytestmark = pytest.mark.xdist_group("handed-out")

LEVELS = ("public", "internal", "confidential")
READERS = {"guests": "everyone", "staff": "guests", "board": "staff"}
"""Readers in the order of what they may see, and whom each extends."""
PARTS = {
    "bullets": ("points", "lead", "text", {}),
    "cards": ("cards", "title", "text", {}),
    "checklist": ("items", "title", "text", {}),
    "takeaways": ("points", "title", "text", {}),
    "cycle": ("steps", "title", "text", {}),
    "pyramid": ("levels", "title", "text", {}),
    "definitions": ("terms", "term", "means", {}),
    "columns": ("columns", "title", "text", {}),
    "exercise": ("steps", "title", "text", {"task": "Weed one bed.", "minutes": 5}),
    "process": ("steps", "title", "text", {}),
}
"""Kinds with the names of their parts, of a part's title and its text, and what they need besides."""
LEAST = {"cycle": 2, "process": 2, "columns": 0, "takeaways": 0}
"""How many parts a kind has for everybody besides the marked ones, where that is not one."""
ROLE = {
    "title": "Gardener", "badge": "G", "shape": "circle", "colour": "accent1", "icon": "users",
    "claim": {"everyone": "Looks after the garden."}, "headline": {"everyone": "One garden"},
}  # fmt: skip


FOR_ONE = "The shed by {} is for the board"
"""What stands at a place for one reader alone."""


def said(level: str, place: str) -> str:
    """What stands at a place for those who may see it."""
    return f"Seed {LEVELS.index(level) + 1} was sown in {place} last spring"


def letters(text: str) -> str:
    return "".join(text.lower().split())


def marked(place: str, key: str = "text", **more: object) -> list[dict[str, Any]]:
    """One part for each level, marked with it."""
    return [{**more, key: said(level, place), "clearance": level} for level in LEVELS]


def topic(number: int, blocks: list[dict[str, Any]], **more: object) -> dict[str, Any]:
    plan = {"part": "focus", "priority": "must", "minutes": 1, "updated": "2026-10-12", "ladder": ["full"]}
    return {"title": f"Bed {number} has a name of its own", "blocks": blocks, **plan, **more}


def prose(text: str, **more: object) -> dict[str, Any]:
    return {"kind": "prose", "text": [text], **more}


def topics() -> dict[str, dict[str, Any]]:
    """A topic for each kind with marked parts, and topics with marks elsewhere."""
    made: dict[str, dict[str, Any]] = {}
    for kind, (parts, title, text, more) in PARTS.items():
        plain = [{title: f"Row {i}", text: "It is for all."} for i in range(LEAST.get(kind, 1))]
        marks = [{**part, title: f"Bed {i}"} for i, part in enumerate(marked(f"the {kind}", text))]
        marks += [{title: "Bed 9", text: FOR_ONE.format(f"the {kind}"), "for": "board"}] if kind != "columns" else []
        made[kind] = topic(len(made), [{"kind": kind, parts: [*plain, *marks], **more}])
    for level in LEVELS:
        made[f"whole-{level}"] = topic(len(made), [prose(said(level, "a topic"))], clearance=level)
        callout = {"kind": "callout", "tone": "note", "label": "Note", "text": said(level, "a callout"), "clearance": level}
        made[f"callout-{level}"] = topic(len(made), [prose("The garden is open."), callout])
        fact = {"text": said(level, "a fact"), "facts": [f"fact-{level}"]}
        made[f"fact-{level}"] = topic(len(made), [{"kind": "bullets", "points": ["One for all", "Two for all", fact]}])
        made[f"word-{level}"] = topic(len(made), [prose(f"A {level}wort grows here.")])
        sheet = [prose(said(level, "a handout"), clearance=level)]
        made[f"sheet-{level}"] = topic(len(made), [prose("Open.")], handout=sheet, ladder=["handout"], part="practice")
    notes = {
        "guests": {"say": said("confidential", "a note"), "clearance": "confidential"},
        "everyone": {"say": said("public", "a note")},
    }
    made["note"] = topic(len(made), [prose("The gate has a bell.")], notes=notes)
    return made


def write(project: Path) -> None:
    """A project in which every sort of thing is there three times: for all, for staff, for the board."""
    made = topics()
    chapters = [
        {"id": level, "title": level.title(), "promise": said(level, "a chapter"), "topics": [told], "clearance": level}
        for level, told in zip(LEVELS, PARTS, strict=False)
    ]
    objectives = [{"id": f"aim-{part['clearance']}", **part} for part in marked("an aim")]
    story = [{"id": "all", "title": "The garden", "parts": ["focus"]}]
    words = {f"word-{level}": {"explain": True} for level in LEVELS}
    facts = {f"fact-{level}": {"says": "A fact.", "source": f"source-{level}", "status": "agreed"} for level in LEVELS}
    sources = {f"source-{level}": {"title": said(level, "a source")} for level in LEVELS}
    terms = {f"word-{level}": {"name": f"{level}wort", "means": said(level, "a word")} for level in LEVELS}
    for table in (facts, sources, terms):
        for name, entry in table.items():
            entry["clearance"] = name.partition("-")[2]
    course = {"title": "Gardening", "icon": "users", "subjects": ["gardener"], "headline": {"everyone": "A day"}}
    files: dict[str, Any] = {
        "rolecast.yaml": {"title": "A garden", "organisation": "Example", "default-clearance": "public"},
        "content/roles/gardener.yaml": {**ROLE, "objectives": objectives, "topics": [*made]},
        "content/courses/gardening.yaml": {**course, "chapters": chapters},
        "content/audiences/everyone.yaml": {
            "title": "Everyone", "abstract": True, "storyline": story, "objectives": True, "dividers": True, "terms": words,
            "budget": {"minutes": 90, "slides": 60}, "sheet": {"parts": ["practice"]},
        },
        "content/facts.yaml": {"facts": facts},
        "content/sources.yaml": {"sources": sources},
        "content/glossary.yaml": {"terms": terms},
        **{f"content/topics/{name}.yaml": written for name, written in made.items()},
    }  # fmt: skip
    for level, (reader, above) in zip(LEVELS, READERS.items(), strict=True):
        files[f"content/audiences/{reader}.yaml"] = {"title": reader.title(), "extends": above, "clearance": level}
    for name, written in files.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(written, sort_keys=False), encoding="utf-8")


@pytest.fixture(scope="module")
def garden(scan, tmp_path_factory) -> dict[str, dict[str, frozenset[str]]]:
    """All that is in the files of each reader."""
    project = tmp_path_factory.mktemp("garden")
    write(project)
    result = build_documents(BuildRequest(project, out=project / "output"))
    assert result.errors == ()
    folders = {reader: sorted((project / "output" / reader).iterdir()) for reader in READERS}
    assert all({path.suffix for path in paths} == {".pptx", ".pdf"} for paths in folders.values())
    return {reader: scan.read(paths) for reader, paths in folders.items()}


PLACES = (
    *(f"the {kind}" for kind in PARTS),
    "a topic", "a callout", "a fact", "a word", "a handout", "a chapter", "an aim", "a source",
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_each_reader_gets_what_it_may_see_and_nothing_else(garden, scan, place):
    for number, reader in enumerate(READERS):
        texts = {letters(said(level, place)): LEVELS.index(level) <= number for level in LEVELS}
        assert scan.found(texts, garden[reader]) == {text for text, may in texts.items() if may}, reader


@pytest.mark.parametrize("kind", [kind for kind in PARTS if kind != "columns"])
def test_a_part_for_one_reader_is_in_that_readers_files_alone(garden, scan, kind):
    text = letters(FOR_ONE.format(f"the {kind}"))
    assert [reader for reader in READERS if scan.found([text], garden[reader])] == ["board"]


def test_a_note_that_a_reader_may_not_see_is_not_said(garden, scan):
    open_, kept = (letters(said(level, "a note")) for level in ("public", "confidential"))
    heard = {reader: scan.found((open_, kept), files) for reader, files in garden.items()}
    assert heard == {"guests": {open_}, "staff": {open_}, "board": {kept}}
