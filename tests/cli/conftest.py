"""The command line as people use it: called in this process, or as a program of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

TINY = Path(__file__).parents[1] / "building" / "tiny"
ROOT = Path(__file__).resolve().parents[2]

Rolecast = Callable[..., Result]
Program = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny project."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.fixture
def rolecast(tiny: Path) -> Rolecast:
    """Call a command within the tiny project."""

    def call(command: str, *arguments: object) -> Result:
        result = CliRunner().invoke(main, [command, "-C", str(tiny), *map(str, arguments)])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return call


@pytest.fixture
def program() -> Program:
    """Run the program; `environment` changes variables, those that are None are unset."""

    def run(*arguments: object, environment: dict[str, str | None] | None = None, cwd: Path = ROOT):
        variables = {**os.environ, "COLUMNS": "100", "PYTHONPATH": str(ROOT), **(environment or {})}
        return subprocess.run(
            [sys.executable, "-m", "generator", *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            env={name: value for name, value in variables.items() if value is not None},
            check=False,
            cwd=cwd,
        )

    return run
