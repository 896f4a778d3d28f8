"""The pages of a small project, line for line as they were agreed on.

After a change that is meant: `pytest tests/golden --renew`, then read the difference in the commit.
"""

from __future__ import annotations

import difflib
import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.backends.dump import write
from generator.block import Block
from generator.blocks import KINDS
from generator.blocks.chart import Chart

PROJECT = Path(__file__).parent / "newsroom"
EXPECTED = Path(__file__).parent / "expected"
DOCUMENTS = (
    "chiefs/writer-role-deck",
    "crew/writer-role-deck",
    "starters/writer-role-deck",
    "crew/writer-or-editor-comparison-deck",
    "crew/writer-or-editor-comparison-deck-share",
    "crew/one-night-course-deck",
    "chiefs/writer-one-pager-a4",
    "crew/writer-one-pager-a4",
    "starters/writer-one-pager-letter",
    "chiefs/writer-or-editor-one-pager-letter",
    "starters/writer-or-editor-one-pager-a4",
    "crew/editor-one-pager-a4",
    "chiefs/night-editor-one-pager-a4",
    "crew/night-editor-one-pager-a4",
    "starters/night-editor-one-pager-letter",
)
NEVER_ON_SHEETS = {"agenda", "sources"}
SHOWN = 60
"""Lines of a difference that a failure shows."""
BUILD = """
import sys
from pathlib import Path
from generator.building import BuildRequest, build_documents
asked = {"subjects": ("writer",), "audiences": ("crew",), "documents": ("role-deck",), "formats": ("pptx",)}
result = build_documents(BuildRequest(Path(sys.argv[1]), out=Path(sys.argv[2]), **asked))
sys.exit(len(result.findings))
"""


@pytest.mark.xdist_group("golden")
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_pages_are_as_they_were(press, name, request):
    path = EXPECTED / f"{name.replace('/', '-')}.txt"
    found = write(press.lay(name).document).decode("utf-8")
    if request.config.getoption("--renew"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8", newline="\n")
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    if found != expected:
        pytest.fail(told(path, expected, found), pytrace=False)


def told(path: Path, expected: str, found: str) -> str:
    """The difference, and how to accept it."""
    lines = list(difflib.unified_diff(expected.splitlines(), found.splitlines(), "expected", "found", lineterm="", n=1))
    more = [f"… and {len(lines) - SHOWN} lines more"] if len(lines) > SHOWN else []
    way_out = "if this is meant: pytest tests/golden --renew, and read the difference before you commit it"
    return "\n".join([f"{path.name} differs:", *lines[:SHOWN], *more, way_out])


def test_nothing_is_expected_of_documents_that_are_not_compared():
    assert {path.name for path in EXPECTED.iterdir()} == {f"{name.replace('/', '-')}.txt" for name in DOCUMENTS}


def shown(press, sort: str) -> list[Block]:
    """Every block that stands in a document of a sort."""
    return [block for name in DOCUMENTS if sort in name for place in press.lay(name).shown for block in place.blocks]


@pytest.mark.xdist_group("golden")
def test_the_documents_show_every_kind(press):
    kinds = {kind.model_fields["kind"].default for kind in KINDS}
    assert {block.kind for block in shown(press, "-deck")} == kinds
    assert {block.kind for block in shown(press, "one-pager")} >= kinds - NEVER_ON_SHEETS


@pytest.mark.xdist_group("golden")
@pytest.mark.parametrize("sort", ["-deck", "one-pager"])
def test_the_documents_show_every_form_of_a_chart(press, sort):
    forms = {block.form for block in shown(press, sort) if isinstance(block, Chart)}
    assert forms >= set(Chart.model_fields["form"].annotation.__args__) - ({"bar"} if sort == "-deck" else set())


@pytest.mark.xdist_group("golden")
def test_the_share_edition_has_the_same_pages_without_answers_and_notes(press):
    mine, theirs = (press.lay(f"crew/writer-or-editor-comparison-deck{end}").document.pages for end in ("", "-share"))
    assert [page.id for page in theirs] == [page.id for page in mine if not page.id.endswith("-then")]
    assert len(mine) == len(theirs) + 2
    assert all(page.notes for page in mine) and not any(page.notes for page in theirs)


def test_a_deck_has_the_same_members_whatever_the_order_of_sets(tmp_path):
    seeds = ("1", "777")
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", BUILD, str(PROJECT), str(tmp_path / seed)], env={**os.environ, "PYTHONHASHSEED": seed}
        )
        for seed in seeds
    ]
    assert [run.wait(timeout=120) for run in runs] == [0, 0]
    one, two = (members(tmp_path / seed / "crew" / "writer-role-deck.pptx") for seed in seeds)
    assert len(one) > 40
    assert one == two


def members(path: Path) -> list[tuple[str, str]]:
    """Every member of a package in its order, and what it holds, whatever the compression."""
    with zipfile.ZipFile(path) as package:
        return [(name, hashlib.sha256(package.read(name)).hexdigest()) for name in package.namelist()]
