"""`rolecast init`: a project that builds without any finding, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

STARTER = Path(__file__).resolve().parents[2] / "templates" / "starter" / "kitchen"


def init(folder: Path | str) -> Result:
    result = CliRunner().invoke(main, ["init", str(folder)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_it_makes_a_missing_folder_and_says_what_comes_next(tmp_path):
    result = init(tmp_path / "new" / "kitchen")
    assert result.exit_code == 0
    made = files_below(tmp_path / "new" / "kitchen")
    assert made >= {"rolecast.yaml", "README.md", ".gitignore", "content/roles/head-chef.yaml", "content/facts.yaml"}
    assert f"{len(made)} files in" in result.stdout
    commands = [line.split()[-2:] for line in result.stdout.splitlines() if line.startswith("  ")]
    assert [words[-1] for words in commands] == [str(tmp_path / "new" / "kitchen"), "build", "night-cook"]


def test_what_it_writes_is_the_starter_and_nothing_else(tmp_path):
    init(tmp_path / "kitchen")
    assert files_below(tmp_path / "kitchen") == {name.replace("gitignore", ".gitignore") for name in files_below(STARTER)}
    assert {path.name for path in tmp_path.iterdir()} == {"kitchen"}


def test_the_whole_starter_builds_without_any_finding(tmp_path):
    init(tmp_path / "kitchen")
    result = CliRunner().invoke(main, ["build", "-C", str(tmp_path / "kitchen"), "--strict"])
    assert result.exit_code == 0, result.stderr
    assert len(list((tmp_path / "kitchen" / "output").rglob("*.pdf"))) == 14


def test_a_point_is_the_folder_one_is_in(program, tmp_path):
    result = program("init", ".", cwd=tmp_path)
    assert result.returncode == 0
    assert (tmp_path / "rolecast.yaml").is_file()
    assert "cd " not in result.stdout


def test_a_folder_with_nothing_but_a_repository_counts_as_empty(tmp_path):
    (tmp_path / ".git").mkdir()
    assert init(tmp_path).exit_code == 0


def test_a_folder_that_is_not_empty_is_left_as_it_is(tmp_path):
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    result = init(tmp_path)
    assert result.exit_code == 2
    assert "N001" in result.stderr
    assert "letter.txt" in result.stderr
    assert files_below(tmp_path) == {"letter.txt"}


@pytest.mark.parametrize("below", ["", "/deeper"])
def test_a_file_in_the_way_is_said(tmp_path, below):
    (tmp_path / "kitchen").write_text("mine", encoding="utf-8")
    result = init(f"{tmp_path / 'kitchen'}{below}")
    assert result.exit_code == 2
    assert "is a file, not a folder" in result.stderr


def test_a_project_is_not_begun_twice(tmp_path):
    init(tmp_path / "kitchen")
    (tmp_path / "kitchen" / "README.md").write_text("mine", encoding="utf-8")
    assert "is a project already" in init(tmp_path / "kitchen").stderr
    assert (tmp_path / "kitchen" / "README.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("part", ["content", "templates", "output"])
def test_it_does_not_go_where_another_project_would_read_it(tiny, part):
    result = init(tiny / part / "kitchen")
    assert result.exit_code == 2
    assert f"{part}/ of the project" in result.stderr
    assert not (tiny / part / "kitchen").exists()


def test_beside_the_content_of_another_project_it_says_so(tiny):
    result = init(tiny / "kitchen")
    assert result.exit_code == 0
    assert f"in the folder of the project {tiny.resolve()}" in result.stdout


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path):
    result = init(tmp_path / "new" / ("k" * 300))
    assert result.exit_code == 3
    assert "E001" in result.stderr
    assert list(tmp_path.iterdir()) == []
