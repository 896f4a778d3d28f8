"""What a newcomer reads first is there and agrees with the project: licences, changelog, plain words."""

from __future__ import annotations

import re
import subprocess
import tomllib

import pytest

PLACES_OF_NO_INTEREST = re.compile(r"/(?:work|tmp|home|root)/(?!\.)|localhost|127\.0\.0\.1")


def settings(root) -> dict:
    """pyproject.toml."""
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_runtime_dependency_stands_in_third_party_with_its_licence(root):
    third_party = (root / "THIRD-PARTY.md").read_text(encoding="utf-8").lower()
    rows = set(re.findall(r"^\| \[?([\w.-]+)\]?[^|]*\| [^|]+ \| [^|]+ \|", third_party, re.MULTILINE))
    names = {re.split(r"[<>=~! ]", entry)[0].lower() for entry in settings(root)["project"]["dependencies"]}
    assert names - rows == set()


def test_fonts_and_icons_that_end_up_in_files_stand_in_third_party(root):
    third_party = (root / "THIRD-PARTY.md").read_text(encoding="utf-8")
    assert [name for name in ("Arimo", "Source Code Pro", "Lucide", "Feather", "OFL") if name not in third_party] == []


def test_the_licence_is_the_one_the_package_states(root):
    text = (root / "LICENSE").read_text(encoding="utf-8")
    assert settings(root)["project"]["license"] == "MIT"
    assert text.startswith("MIT License")
    assert "Rolecast contributors" in text


def test_changelog_fragments_are_named_for_a_topic_and_a_sort_of_change(root):
    names = [p.name for p in (root / "changelog.d").iterdir() if p.name != "README.md"]
    assert [n for n in names if not re.fullmatch(r"[a-z0-9-]+\.(added|changed|fixed)\.md", n)] == []


def test_every_test_folder_belongs_to_a_room(modules, root):
    rooms = {m.room for m in modules} | {"golden", "laws", "house", "rendering", "sample", "torture"}
    folders = {p.name for p in (root / "tests").iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert folders - rooms == set()


def test_documents_name_no_place_of_one_machine(root):
    texts = [*root.glob("*.md"), *root.glob("docs/**/*.md"), *root.glob("content/**/*.*"), *root.glob("templates/**/*")]
    found = [
        f"{p.relative_to(root)}: {place.group()}"
        for p in texts
        if p.is_file() and p.suffix in {".md", ".yaml", ".j2"}
        for place in PLACES_OF_NO_INTEREST.finditer(p.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("status", [0, 1, 3])
def test_what_ci_clears_away_at_its_end_leaves_its_answer_as_it_was(root, tmp_path, status):
    script = (root / ".ci" / "run").read_text(encoding="utf-8")
    frame = re.findall(r"^(?:set -|scratch=|trap ).*$", script, re.MULTILINE)
    assert [line.split("=")[0].split()[0] for line in frame] == ["set", "scratch", "trap"]
    text = "\n".join([*frame, f"exit {status}"])
    answer = subprocess.run(["bash", "-c", text], check=False, env={"PATH": "/usr/bin:/bin", "TMPDIR": str(tmp_path)})
    assert answer.returncode == status
    assert list(tmp_path.iterdir()) == []
