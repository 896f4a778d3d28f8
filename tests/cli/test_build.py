"""`rolecast build`: exit codes, what is said where, and never a traceback."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.cli import main

ONE = ("writer", "--audience", "chiefs", "--document", "one-pager", "--format", "pdf", "--paper", "a4")


def test_it_builds_exactly_what_is_asked_for(rolecast, tmp_path):
    result = rolecast("build", *ONE, "-o", tmp_path / "out")
    assert result.exit_code == 0
    built = sorted(p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*") if p.is_file())
    assert built == ["build-report.json", "chiefs/writer-one-pager-a4.pdf", "manifest.json"]


def test_the_closing_table_names_documents_pages_minutes_and_what_was_cut(rolecast, tiny):
    result = rolecast("build", "writer", "--audience", "chiefs", "--document", "role-deck")
    head, row, closing = result.stdout.splitlines()
    assert head.split() == ["audience", "subject", "document", "files", "pages", "min", "warn", "cut"]
    assert row.split()[:5] == ["chiefs", "writer", "role-deck", "pptx,", "pdf"]
    assert "writer-practice" in row
    assert closing == f"2 files in {tiny.resolve() / 'output'} (2 new)"


def test_the_table_is_narrow_enough(rolecast):
    result = rolecast("build")
    assert max(map(len, result.stdout.splitlines()[:-1])) <= 100


def test_progress_goes_to_standard_error_in_plain_lines(rolecast):
    result = rolecast("build", *ONE)
    assert "[1/1] chiefs/writer-one-pager" in result.stderr
    assert "[1/1]" not in result.stdout
    assert "\r" not in result.stderr


def test_json_is_all_that_standard_output_holds(rolecast):
    result = rolecast("build", *ONE, "--report", "json")
    answer = json.loads(result.stdout)
    assert [file["path"] for file in answer["files"]] == ["chiefs/writer-one-pager-a4.pdf"]
    assert answer["files"][0]["written"] == "new"
    assert {"out", "removed", "findings"} < answer.keys()
    assert result.stderr == ""


def test_errors_are_json_too_where_json_is_asked_for(rolecast, tiny):
    (tiny / "content/facts.yaml").write_text("facts: [", encoding="utf-8")
    result = rolecast("build", "--report", "json")
    finding = json.loads(result.stdout)["findings"][0]
    assert (finding["code"], finding["path"], finding["severity"]) == ("C002", "content/facts.yaml", "error")
    assert result.exit_code == 1


def test_errors_of_the_content_exit_1_and_all_are_shown(rolecast, tiny):
    for name in ("writer-focus", "editor-focus"):
        path = tiny / f"content/topics/{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    result = rolecast("build")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "content/topics/writer-focus.yaml" in result.stderr
    assert "content/topics/editor-focus.yaml" in result.stderr
    assert not (tiny / "output").exists()


@pytest.mark.parametrize(
    ("arguments", "suggestion"),
    [
        (["writr"], "did you mean 'writer'?"),
        (["--audience", "chief"], "did you mean 'chiefs'?"),
        (["--document", "one-page"], "did you mean 'one-pager'?"),
        (["--format", "pptxx"], "did you mean 'pptx'?"),
        (["--paper", "leter"], "did you mean 'letter'?"),
        (["--theme", "meridan"], "did you mean 'meridian'?"),
    ],
    ids=lambda value: str(value[0])[:12],
)
def test_a_name_that_does_not_exist_exits_2_with_a_suggestion(rolecast, tiny, arguments, suggestion):
    result = rolecast("build", *arguments)
    assert result.exit_code == 2
    assert suggestion in result.stderr
    assert not (tiny / "output").exists()


@pytest.mark.parametrize(
    "arguments",
    [["-j", "0"], ["-j", "many"], ["-j", "999"], ["--report", "xml"], ["--force", "--keep-edits"], ["--nonsense"]],
    ids=" ".join,
)
def test_wrong_usage_exits_2(rolecast, arguments):
    assert rolecast("build", *arguments).exit_code == 2


def test_no_project_exits_3_and_says_what_is_looked_for(program, tmp_path):
    answer = program("build", cwd=tmp_path)
    assert answer.returncode == 3
    assert "rolecast.yaml" in answer.stderr


def test_a_project_is_found_from_a_folder_within_it(program, tiny):
    answer = program("build", "--dry-run", cwd=tiny / "content" / "topics")
    assert answer.returncode == 0
    assert "would be written" in answer.stdout


def test_an_output_that_is_a_file_exits_3(rolecast, tmp_path):
    (tmp_path / "taken").write_text("", encoding="utf-8")
    result = rolecast("build", *ONE, "-o", tmp_path / "taken")
    assert result.exit_code == 3
    assert "E001" in result.stderr and "-o" in result.stderr


def test_a_dry_run_writes_nothing_and_says_what_it_would(rolecast, tiny):
    before = set(tiny.rglob("*"))
    result = rolecast("build", "--dry-run")
    assert result.exit_code == 0
    assert "18 files would be written" in result.stdout
    assert set(tiny.rglob("*")) == before


def test_warnings_exit_0_and_with_strict_1(rolecast, tiny):
    rolecast("build", *ONE)
    (tiny / "output/chiefs/writer-one-pager-a4.pdf").write_bytes(b"edited")
    assert rolecast("build", *ONE).exit_code == 0
    result = rolecast("build", *ONE, "--strict")
    assert result.exit_code == 1
    assert "E003" in result.stderr
    assert "0 errors, 1 warning" in result.stdout


def test_it_runs_as_a_program_in_two_processes(program, tiny):
    answer = program("build", "-C", tiny, "-j", "2")
    assert (answer.returncode, "Traceback" in answer.stderr) == (0, False)
    assert "18 files" in answer.stdout


def test_without_a_terminal_nothing_is_coloured_and_no_line_is_overwritten(program, tiny):
    answer = program("build", "-C", tiny, *ONE)
    assert "\x1b" not in answer.stdout + answer.stderr
    assert "\r" not in answer.stderr


def test_an_encoding_that_lacks_characters_is_no_reason_to_fail(program, tiny):
    path = tiny / "content/roles/writer.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: Writer", "title: Écrivain ★"), encoding="utf-8")
    western = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    answer = program("list", "-C", tiny, environment=western)
    assert (answer.returncode, "crivain ?" in answer.stdout) == (0, True)
    answer = program("list", "-C", tiny, "--report", "json", environment=western)
    assert json.loads(answer.stdout)["subjects"][1]["title"] == "Écrivain ★"


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_is_answered_in_one_line(tiny, workers):
    command = [sys.executable, "-m", "generator", "build", "-C", str(tiny), "-j", workers]
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        command, cwd=root, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True
    ) as running:
        assert running.stderr is not None
        line = running.stderr.readline()  # the first document is done
        time.sleep(0.05)
        import os

        os.killpg(running.pid, signal.SIGINT)
        rest = running.stderr.read()
        code = running.wait(60)
    assert line.startswith("[1/12]")
    assert code == 130
    assert "interrupted" in rest and "Traceback" not in rest
    assert (tiny / "output/manifest.json").exists()
    assert not list((tiny / "output").rglob("*.part"))


def test_the_group_names_the_command_that_was_meant():
    from click.testing import CliRunner

    result = CliRunner().invoke(main, ["biuld"])
    assert result.exit_code == 2
    assert "did you mean 'build'?" in result.output


def test_a_shared_deck_stands_beside_the_trainers_and_a_whole_build_leaves_it_there(rolecast, tiny):
    assert rolecast("build", "writer", "--audience", "starters", "--edition", "share", "--minutes", "20").exit_code == 0
    made = tiny / "output" / "starters" / "writer-role-deck-share-20min.pptx"
    assert made.exists()
    result = rolecast("build")
    assert result.exit_code == 0
    assert made.exists()
    assert (tiny / "output" / "starters" / "writer-role-deck.pptx").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--set", "clint=Acme"), "there is no setting 'clint'"),
        (("--set", "client"), "'client' has no '='"),
        (("--edition", "shared"), "edition 'shared' does not exist"),
        (("--minutes", "0"), "0 is not in the range"),
    ],
)
def test_a_wrong_option_is_wrong_usage_and_nothing_is_written(rolecast, tiny, options, message):
    result = rolecast("build", *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (tiny / "output").exists()
