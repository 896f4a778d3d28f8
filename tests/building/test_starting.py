"""New files and folders: whole or not at all; what they are made from is no input of a project; own templates come first."""

from __future__ import annotations

import pytest

from generator.building.disk import write_folder, write_new
from generator.building.workshop import open_workshop, project_files, read_material
from generator.files import packaged


def test_of_new_files_all_are_written_or_none(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.txt").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        write_new(tmp_path, {"a/deep/one.txt": b"1", "b/two.txt": b"2"})
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == ["b", "b/two.txt"]
    assert (tmp_path / "b" / "two.txt").read_bytes() == b"mine"


def test_a_folder_appears_whole(tmp_path):
    with pytest.raises(OSError):
        write_folder(tmp_path / "above" / "new", {"one.txt": b"1", f"{'x' * 300}.txt": b"2"})
    assert list(tmp_path.iterdir()) == []
    write_folder(tmp_path / "above" / "new", {"one.txt": b"1"})
    assert [path.name for path in (tmp_path / "above").iterdir()] == ["new"]


def test_what_new_projects_are_made_from_is_no_input_of_a_project(tiny):
    inputs = open_workshop(tiny.project).inputs
    assert "templates/words/en.yaml" in inputs
    assert [path for path in inputs if "kitchen" in path or "skeleton" in path] == []


def test_the_starter_is_no_subject_audience_or_document_of_a_project(tiny):
    material = read_material(tiny.project)
    assert "head-chef" not in material.content.subjects
    assert "owners" not in material.content.audiences
    assert {template.path for template in material.templates} == {
        "templates/decks/role-deck.yaml.j2",
        "templates/decks/comparison-deck.yaml.j2",
        "templates/decks/course-deck.yaml.j2",
        "templates/sheets/one-pager.yaml.j2",
    }


def test_nothing_in_the_starter_has_a_name_that_a_listing_leaves_out(request):
    root = request.config.rootpath
    on_disk = {path.relative_to(root).as_posix() for path in (root / "templates/starter").rglob("*") if path.is_file()}
    assert on_disk == set(packaged("templates/starter").list("templates/starter", ""))


def test_a_projects_own_template_takes_the_place_of_ours(tiny):
    own = tiny.project / "templates" / "decks" / "deck.yaml.j2"
    own.parent.mkdir(parents=True)
    own.write_text("- slide: cover\n", encoding="utf-8")
    result = tiny.build(subjects=("writer",), audiences=("starters",), documents=("role-deck",), formats=("pdf",))
    assert [file.pages for file in result.files] == [1]
    assert project_files(tiny.project).read("templates/decks/deck.yaml.j2") == b"- slide: cover\n"
