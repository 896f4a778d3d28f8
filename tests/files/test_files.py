"""The seam to the outside: paths stay inside, links do not lead out, reads are remembered, layers cover each other."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import Problems
from generator.files import LARGEST_TEXT, Disk, Files, InMemory, Layered, Recording, Under, check_path, packaged_templates


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project folder with a secret beside it."""
    (tmp_path / "secret.yaml").write_text("key: 1", encoding="utf-8")
    root = tmp_path / "project"
    (root / "content" / "topics" / "deep").mkdir(parents=True)
    for name in ("b.yaml", "deep/a.yaml", ".hidden.yaml", "~$open.yaml", "note.txt"):
        (root / "content" / "topics" / name).write_text(name, encoding="utf-8")
    return root


def test_lists_all_folders_below_sorted_and_without_hidden_files(root: Path) -> None:
    assert Disk(root).list("content", ".yaml") == ("content/topics/b.yaml", "content/topics/deep/a.yaml")
    assert Disk(root).list("nothing", ".yaml") == ()
    assert Disk(root).list("../", ".yaml") == ()


@pytest.mark.parametrize(
    "path",
    ["../secret.yaml", "/etc/passwd", "C:/x", "c:x", "a\\b", "", "a//b", "./a", "content/../../secret.yaml", "nul", "a.", "x\0y"],
)
def test_paths_that_leave_the_root_or_are_not_portable_are_problems(root: Path, path: str) -> None:
    with pytest.raises(Problems) as caught:
        Disk(root).read(path)
    assert [d.code for d in caught.value.diagnostics] == ["C001"]
    assert not Disk(root).exists(path)


def test_a_link_that_leads_outside_is_a_problem_and_one_inside_is_read(root: Path) -> None:
    (root / "out.yaml").symlink_to(root.parent / "secret.yaml")
    (root / "in.yaml").symlink_to(root / "content" / "topics" / "b.yaml")
    (root / "loop.yaml").symlink_to(root / "loop.yaml")
    assert Disk(root).read("in.yaml") == b"b.yaml"
    for name in ("out.yaml", "loop.yaml"):
        assert not Disk(root).exists(name)
        with pytest.raises(Problems, match="link"):
            Disk(root).read(name)


def test_a_folder_and_a_missing_file_say_what_they_are(root: Path) -> None:
    with pytest.raises(Problems, match="it is a folder"):
        Disk(root).read("content")
    with pytest.raises(Problems, match="there is no such file"):
        Disk(root).read("content/none.yaml")


def test_a_text_file_above_the_limit_is_a_problem(root: Path) -> None:
    big = b"x" * (LARGEST_TEXT + 1)
    (root / "big.yaml").write_bytes(big)
    for files in (Disk(root), InMemory({"big.yaml": big})):
        with pytest.raises(Problems, match="C008"):
            files.read("big.yaml")
    assert len(InMemory({"big.png": big}).read("big.png")) == len(big)


def test_layers_cover_each_other_by_name() -> None:
    own, packaged = InMemory({"templates/a": "own"}), InMemory({"templates/a": "packaged", "templates/b": "b"})
    both = Layered(own, packaged)
    assert both.read("templates/a") == b"own"
    assert both.read("templates/b") == b"b"
    assert both.list("templates", "") == ("templates/a", "templates/b")
    assert both.exists("templates/b")
    assert not both.exists("templates/c")


def test_a_part_of_a_place_shows_nothing_else() -> None:
    part = Under(InMemory({"templates/a": "a", "content/x": "x"}), "templates")
    assert part.read("templates/a") == b"a"
    assert not part.exists("content/x")
    assert part.list("content", "") == ()
    with pytest.raises(Problems):
        part.read("content/x")


def test_recording_remembers_what_was_read_listed_and_asked_for() -> None:
    files = Recording(InMemory({"a/b.yaml": "text"}))
    files.read("a/b.yaml")
    files.list("a", ".yaml")
    files.exists("none")
    assert files.digests == {"a/b.yaml": hashlib.sha256(b"text").hexdigest()}
    assert files.listings == {("a", ".yaml"): ("a/b.yaml",)}
    assert files.presence == {"none": False}


def test_the_packaged_templates_hold_templates_only() -> None:
    files: Files = packaged_templates()
    assert files.exists("templates/words/en.yaml")
    assert not files.exists("pyproject.toml")


@given(st.text(max_size=30))
def test_a_path_that_passes_stays_below_its_root(path: str) -> None:
    if not check_path(path):
        root = Path("/somewhere/root")
        assert (root / path).is_relative_to(root)
        assert ".." not in (root / path).parts
