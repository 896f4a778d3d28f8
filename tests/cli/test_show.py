"""Tables, shortened lists and colours, without a project."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import show
from generator.errors import Diagnostic, Severity, troubles
from generator.source import Span

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("room", "text"),
    [(40, "alpha, beta, gamma, delta"), (20, "alpha, beta +2"), (12, "alpha +3"), (3, "4 topics")],
)
def test_a_long_list_is_cut_to_the_room_and_says_how_many_more(room, text):
    assert show.shortened(("alpha", "beta", "gamma", "delta"), room) == text


def test_nothing_needs_no_room():
    assert show.shortened((), 12) == ""


def test_what_an_encoding_can_show_is_known():
    assert show.shows("█", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    assert not show.shows("█", io.TextIOWrapper(io.BytesIO(), encoding="cp1252"))
    assert not show.shows("█", io.StringIO())


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals there")
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)], ids=["colour", "NO_COLOR"])
def test_on_a_terminal_findings_are_coloured_unless_nobody_wants_it(tmp_path, no_color, coloured):
    shown = on_a_terminal(["list", "-C", str(tmp_path)], {"NO_COLOR": no_color})
    assert "rolecast.yaml" in shown
    assert ("\x1b[31m" in shown) is coloured


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals there")
def test_on_a_terminal_there_is_a_bar_that_fits_it(tmp_path):
    import shutil

    tiny = shutil.copytree(ROOT / "tests/building/tiny", tmp_path / "tiny")
    one = ["build", "-C", str(tiny), "writer", "--audience", "chiefs", "--document", "one-pager"]
    shown = on_a_terminal(one, {"COLUMNS": "60"})
    bars = [line for line in shown.replace("\n", "\r").split("\r") if "1/1" in line]
    assert bars and all(len(bar) <= 60 for bar in bars)
    assert "█" in bars[0]


def on_a_terminal(arguments: list[str], environment: dict[str, str]) -> str:
    """What the program writes to standard error and output where both are a terminal."""
    import pty  # not on every system

    ours, theirs = pty.openpty()
    variables = {**os.environ, "TERM": "xterm", "PYTHONUTF8": "1", **environment}
    with subprocess.Popen(
        [sys.executable, "-m", "generator", *arguments], cwd=ROOT, stdout=theirs, stderr=theirs, env=variables
    ) as running:
        os.close(theirs)
        parts = []
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:
                break
            if not part:
                break
            parts.append(part)
        running.wait()
    os.close(ours)
    return b"".join(parts).decode("utf-8")


def test_a_strict_run_does_not_fail_for_what_was_rightly_left_out_of_a_template():
    left_out = [Diagnostic(code, Span("company.pptx"), "left out", severity=Severity.WARNING) for code in ("M012", "M013")]
    assert not troubles(left_out)
    assert troubles([*left_out, Diagnostic("M015", Span("company.pptx"), "a prompt", severity=Severity.WARNING)])
