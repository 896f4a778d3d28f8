"""The command line starts fast, explains itself, and is the one the documents describe."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import click
import pytest

OPTIONS = {
    "build": {
        "-C", "--audience", "--document", "--format", "--paper", "--theme", "-o", "-j", "--dry-run", "--strict", "--report",
        "--force", "--keep-edits",
    },
    "list": {"-C"},
}  # fmt: skip
ASK = """
import json, sys
before = set(sys.modules)
from generator.cli import main
try:
    main({arguments!r})
except SystemExit:
    pass
print(json.dumps(sorted({{name.partition(".")[0] for name in set(sys.modules) - before}})), file=sys.stderr)
"""


def commands() -> dict[str, click.Command]:
    """Every command, imported."""
    from generator.cli import main

    context = click.Context(main)
    return {name: main.get_command(context, name) for name in main.list_commands(context)}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The program's answer, in English and without colours."""
    environment = {**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": "100"}
    command = [sys.executable, "-c", "from generator.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"], ["list", "--help"]], ids=" ".join)
def test_start_up_imports_click_and_the_standard_library_only(arguments):
    answer = subprocess.run(
        [sys.executable, "-c", ASK.format(arguments=arguments)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    imported = set(json.loads(answer.stderr.splitlines()[-1]))
    foreign = {name for name in imported if name not in sys.stdlib_module_names and not name.startswith("_")}
    assert foreign <= {"click", "generator", "colorama"}


def test_start_up_reads_no_room_but_its_own():
    code = ASK.replace('.partition(".")[0]', "").format(arguments=["--help"])
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    rooms = {name for name in json.loads(answer.stderr.splitlines()[-1]) if name.startswith("generator.")}
    assert all(name.startswith("generator.cli") for name in rooms)


def test_every_command_has_help_and_every_option_says_what_it_does():
    for name, command in commands().items():
        assert command.help, name
        assert [p.name for p in command.params if isinstance(p, click.Option) and not p.help] == []


@pytest.mark.parametrize("command", OPTIONS)
def test_a_command_takes_the_options_of_the_grammar(command):
    options = {opt for p in commands()[command].params for opt in p.opts}
    assert OPTIONS[command] - options == set()


def test_every_command_and_option_stands_in_the_readme(root):
    readme = (root / "README.md").read_text(encoding="utf-8")
    words = set(re.findall(r"(?<![\w-])--?[A-Za-z][\w-]*", readme))
    assert [name for name in commands() if f"rolecast {name}" not in readme] == []
    shown = {opt for c in commands().values() for p in c.params if isinstance(p, click.Option) for opt in p.opts}
    assert shown - words == set()


def test_the_documents_name_no_option_that_does_not_exist(root):
    known = {opt for c in commands().values() for p in c.params for opt in p.opts} | {"--version", "--help"}
    for document in (root / "README.md", *sorted((root / "docs").rglob("*.*"))):
        if document.suffix not in {".md", ".yml", ".service"}:
            continue
        lines = [
            line for line in document.read_text(encoding="utf-8").splitlines() if re.search(r"rolecast\S* (build|list)\b", line)
        ]
        used = {opt for line in lines for opt in re.findall(r"(?<![\w-])--[a-z][\w-]*", line.partition("rolecast")[2])}
        assert used - known == set(), document.name


def test_version_is_the_packages():
    from generator import __version__

    answer = run("--version")
    assert (answer.returncode, __version__ in answer.stdout) == (0, True)


def test_a_wrong_option_is_a_usage_error_with_a_way_out():
    answer = run("build", "--no-such-option")
    assert answer.returncode == 2
    assert "--help" in answer.stderr


def test_a_folder_without_a_project_is_said_plainly(tmp_path):
    answer = run("build", "-C", str(tmp_path))
    assert answer.returncode in (1, 2, 3)
    assert "rolecast.yaml" in answer.stdout + answer.stderr
    assert "Traceback" not in answer.stdout + answer.stderr
