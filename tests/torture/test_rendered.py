"""The corpus as an office program draws it, in our three themes, at 4:3 and in a narrow template, judged by an independent
checker."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.backends.pptx import write
from tests.rendering.office_fonts import environment
from tests.torture.corpus import FAMILIES, FAMILY_OF
from tests.torture.laws import REFUSED, shown
from tests.torture.laying import THEMES, Laid, Press

pytestmark = [pytest.mark.rendering, pytest.mark.xdist_group("torture-rendering")]

ROOT = Path(__file__).resolve().parents[2]
FALLBACKS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("chinese", "chinese-without-blanks", "japanese", "korean"), "Droid Sans Fallback"),
        "arabic": "Noto Sans Arabic",
        "hebrew": "Noto Sans Hebrew",
        "both-directions": "DejaVu Sans",
        "emoji": "Noto Color Emoji",
    }
)
"""The font that each case with letters of other scripts is given."""
MAY_BREAK = "long-word"
"""What the names of cases with words of eighty letters say."""
FINDING = re.compile(r"(?P<file>.*\.pptx): ERROR (?P<code>\S+) (slide (?P<slide>\d+)|deck)(?P<rest>.*)")


@dataclass(frozen=True, slots=True)
class Deck:
    """A written deck of the corpus."""

    stage: str
    laid: Laid
    path: Path

    def case(self, slide: int) -> str:
        """The case that a slide belongs to."""
        assert self.laid.settled.laid
        return self.laid.case_of(self.laid.settled.laid.document.pages[slide - 1].id)


def checker() -> Path:
    """The checker of overflow; where there is none the test is skipped, in CI it fails."""
    folder = Path(os.environ.get("ROLECAST_CHECKERS", "../shared/tools"))
    path = (folder if folder.is_absolute() else ROOT / folder) / "check_overflow.py"
    if not path.is_file():
        reason = f"no {path.name} in {folder}: set ROLECAST_CHECKERS to the folder of the independent checkers"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    return path


def font(family: str) -> bytes:
    """A font that is installed; where it is not, the test is skipped, in CI it fails."""
    found = subprocess.run(
        ["fc-match", "-f", "%{family}|%{file}", family], capture_output=True, text=True, encoding="utf-8", check=True
    )
    name, _, path = found.stdout.partition("|")
    if family not in name:
        reason = f"the font {family!r} is not installed"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    return Path(path).read_bytes()


def laid_on(press: Press, theme: str) -> Iterator[Laid]:
    """All cases on a theme: those of other scripts with a font for them, each in a deck of its own."""
    for family in FAMILIES:
        yield from press.without(family, theme, FALLBACKS)
    for case, family in FALLBACKS.items():
        yield press.alone(case, theme, font(family))


@pytest.fixture(scope="module")
def decks(press: Press, tmp_path_factory: pytest.TempPathFactory) -> tuple[Deck, ...]:
    """Every case on every stage, written."""
    checker()
    folder, made = tmp_path_factory.mktemp("decks"), []
    for stage, theme in THEMES.items():
        for laid in laid_on(press, theme):
            path = folder / f"{stage.replace(':', '-')}-{laid.project.name}.pptx"
            assert laid.settled.laid, laid.settled.findings.items
            path.write_bytes(write(laid.settled.laid.document))
            made.append(Deck(stage, laid, path))
    return tuple(made)


def test_every_case_stands_on_every_stage_with_every_word(decks, law):
    faults, lost, there = [], [], Counter()
    for deck in decks:
        for case in dict.fromkeys(deck.laid.project.cases.values()):
            if case in REFUSED:
                continue
            there[case] += bool(shown(deck.laid, case))
            faults += [f"{deck.stage}: {fault}" for fault in law.faults(deck.laid, case)]
            lost += [f"{deck.stage}: {case} lacks {dict(words)}" for words in [law.lost(deck.laid, case)] if words]
    assert "\n".join(faults) == ""
    assert "\n".join(lost) == ""
    assert there == dict.fromkeys(set(FAMILY_OF) - set(REFUSED), len(THEMES))


def test_an_office_program_draws_every_case_without_a_fault(decks, tmp_path):
    files = [str(deck.path) for deck in decks]
    answer = subprocess.run(
        [sys.executable, checker(), "--quiet", *files],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(tmp_path),
        check=False,
        timeout=1800,
    )
    assert answer.returncode in (0, 1), answer.stderr
    by_path, wrong = {str(deck.path): deck for deck in decks}, []
    for found in map(FINDING.match, answer.stdout.splitlines()):
        if not found:
            continue
        deck = by_path[found["file"]]
        case = deck.case(int(found["slide"])) if found["slide"] else ""
        if found["code"] != "word-broken" or MAY_BREAK not in case:
            wrong.append(f"{deck.stage}, {case}: {found['code']} {found['slide']} {found['rest']}")
    assert "\n".join(wrong) == ""
