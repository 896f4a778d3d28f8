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
from generator.building.settle import Reader, Settled, deck_of, order, settle
from generator.building.workshop import Workshop, open_workshop
from generator.errors import Findings
from generator.layout.paper import PAPERS
from generator.layout.sheets import lay_sheet
from generator.layout.slides import LaidOut
from generator.outline.onepagers import plan_sheet

PROJECT = Path(__file__).parent / "newsroom"
EXPECTED = Path(__file__).parent / "expected"
DOCUMENTS = (
    "chiefs/writer-role-deck",
    "crew/writer-role-deck",
    "starters/writer-role-deck",
    "crew/writer-or-editor-comparison-deck",
    "chiefs/writer-one-pager-a4",
    "crew/writer-one-pager-a4",
    "starters/writer-one-pager-letter",
    "chiefs/writer-or-editor-one-pager-letter",
)
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


class Press:
    """The golden project, read once; each subject is cut once for each reader."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.settled: dict[tuple[str, str, str], Settled] = {}

    def lay(self, name: str) -> LaidOut:
        """The pages of the document at that path."""
        audience, _, rest = name.partition("/")
        subject = next(s for s in sorted(self.workshop.content.subjects, key=len, reverse=True) if rest.startswith(f"{s}-"))
        document = rest.removeprefix(f"{subject}-")
        template = next(t for t in self.workshop.templates if document.startswith(t.head.document))
        deck = deck_of(self.workshop, template, subject)
        key = (subject, audience, deck.head.document if deck else "")
        if key not in self.settled:
            self.settled[key] = settle(self.workshop, Reader(subject, audience), deck)
        settled = self.settled[key]
        if not template.is_sheet:
            assert settled.laid and settled.findings.items == []
            return settled.laid
        findings = Findings()
        sheet = plan_sheet(self.workshop.material.files, order(self.workshop, settled.tailored, template), findings)
        assert sheet
        paper = PAPERS[document.rpartition("-")[2]]
        laid = lay_sheet(sheet, self.workshop.kit(sheet.role), paper, self.workshop.faces, findings)
        assert findings.items == []
        return laid


@pytest.fixture(scope="module")
def press() -> Press:
    """The golden project."""
    return Press(open_workshop(PROJECT))


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


@pytest.mark.xdist_group("golden")
def test_the_documents_show_every_kind(press):
    def kinds(blocks: tuple[Block, ...]) -> set[str]:
        return {block.kind for block in blocks}

    shown = set().union(*(kinds(place.blocks) for name in DOCUMENTS for place in press.lay(name).shown))
    assert shown == {kind.model_fields["kind"].default for kind in KINDS}


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
