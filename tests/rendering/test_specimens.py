"""Specimens of the packaged themes, judged by independent checkers: whatever a theme draws fits, in an office program too."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.building.specimen import make_specimen
from tests.rendering.office_fonts import environment

pytestmark = [pytest.mark.rendering, pytest.mark.xdist_group("rendering")]

ROOT = Path(__file__).resolve().parents[2]
THEMES = ("almanac", "meridian", "signal")


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The specimen deck of every theme."""
    folder = tmp_path_factory.mktemp("specimens")
    for theme in THEMES:
        assert make_specimen(None, theme, folder).findings == ()
    return [folder / f"{theme}.pptx" for theme in THEMES]


def judged(checker: str, decks: list[Path], folder: Path) -> subprocess.CompletedProcess[str]:
    """What a checker says of all decks in one call."""
    place = Path(os.environ.get("ROLECAST_CHECKERS", ROOT.parent / "shared" / "tools")).resolve()
    if not (place / checker).is_file():
        if "ROLECAST_CHECKERS" in os.environ:
            pytest.fail(f"no {checker} in {place}", pytrace=False)
        pytest.skip(f"no {checker} in {place} (set ROLECAST_CHECKERS)")
    python = os.environ.get("ROLECAST_CHECKERS_PYTHON", sys.executable)
    return subprocess.run(
        [python, str(place / checker), *map(str, decks)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(folder),
        check=False,
        timeout=280,
    )


@pytest.mark.parametrize("checker", ["check_pptx.py", "check_overflow.py"])
def test_independent_checkers_find_no_fault_in_any_themes_specimen(checker, decks, tmp_path):
    answer = judged(checker, decks, tmp_path)
    assert answer.returncode == 0, answer.stdout[-4000:] + answer.stderr[-2000:]
    assert answer.stdout.count("ok 0 errors") == len(THEMES)
