"""What you see is what they get: our PDF of every deck that ships beside what an office program prints of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.rendering import fidelity_report
from tests.rendering.fidelity import Figures
from tests.rendering.fidelity_report import BREAKS, CHARTS, PAGE, POSITIONS, Measured

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.rendering, pytest.mark.xdist_group("rendering")]
DRIFT = 0.005
"""How far the published shares may be from today's before they must be published anew."""


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """Every deck that ships, built now."""
    folder: Path = tmp_path_factory.mktemp("fidelity")
    fidelity_report.build_decks(folder / "built")
    return fidelity_report.measure(folder / "built", folder)


def test_the_same_words_start_the_lines_of_every_deck(measured: Measured) -> None:
    assert {name: f.breaks for name, f in measured.figures.items() if f.breaks < BREAKS} == {}


def test_the_words_of_every_deck_stand_in_the_same_places(measured: Measured) -> None:
    assert {name: f.positions for name, f in measured.figures.items() if f.positions < POSITIONS} == {}


def test_every_word_of_a_chart_is_on_the_page(measured: Measured) -> None:
    missing = {name: [w for page in pages for w, there in page.charted if not there] for name, pages in measured.decks}
    assert {name: words for name, words in missing.items() if words} == {}
    assert sum(figures.charted for figures in measured.figures.values()) > 100
    assert CHARTS == 1


def test_the_published_figures_are_todays(measured: Measured) -> None:
    published = {name: shares for name, *shares in re.findall(r"^\| (\S+) \| .*?([\d.]+) % \| ([\d.]+) %", _page(), re.MULTILINE)}
    todays = {**measured.figures, "**all**": sum(measured.figures.values(), Figures())}
    assert set(todays) <= set(published), "publish them anew: make fidelity"
    for name, figures in todays.items():
        shares = [float(share) / 100 for share in published[name]]
        assert shares == pytest.approx([figures.breaks, figures.positions], abs=DRIFT), f"{name}: publish anew: make fidelity"


def _page() -> str:
    return PAGE.read_text(encoding="utf-8")
