"""A tiny project, built once; every test gets its own copy of the project and of what was built."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.building import BuildRequest, BuildResult, build_documents

TINY = Path(__file__).parent / "tiny"
DECK = "chiefs/writer-role-deck.pptx"
PDF = "chiefs/writer-role-deck.pdf"
SHEET = "chiefs/writer-one-pager-a4.pdf"


@dataclass(frozen=True)
class Place:
    """A project and its output folder."""

    project: Path

    @property
    def out(self) -> Path:
        return self.project / "output"

    def build(self, **asked: object) -> BuildResult:
        """Build, in this process."""
        return build_documents(BuildRequest(self.project, **asked))  # type: ignore[arg-type]

    def path(self, name: str) -> Path:
        return self.out / name

    def snapshot(self) -> dict[str, bytes]:
        """Every file below the output folder, hidden ones too."""
        return {p.relative_to(self.out).as_posix(): p.read_bytes() for p in self.out.rglob("*") if p.is_file()}

    def edit(self, name: str, data: bytes = b"what a person made of it") -> bytes:
        """Change a built file as somebody would."""
        self.path(name).write_bytes(data)
        return data

    def rewrite(self, name: str, old: str, new: str) -> None:
        """Change a text of the project."""
        path = self.project / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


def copy(source: Path, target: Path) -> Place:
    shutil.copytree(source, target)
    return Place(target)


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The tiny project, built as a whole. Nobody changes it."""
    place = copy(TINY, tmp_path_factory.mktemp("once") / "tiny")
    result = place.build()
    assert result.ok, "\n".join(map(str, result.findings))
    return place


@pytest.fixture
def built(once: Place, tmp_path: Path) -> Place:
    """A copy of the tiny project with everything built."""
    return copy(once.project, tmp_path / "tiny")


@pytest.fixture
def tiny(tmp_path: Path) -> Place:
    """A copy of the tiny project with nothing built."""
    return copy(TINY, tmp_path / "tiny")


@pytest.fixture
def texts(built: Place) -> Callable[[str], str]:
    """What the report says, as text."""
    return lambda name: (built.out / name).read_text(encoding="utf-8")


def states(result: BuildResult) -> dict[str, str]:
    """What became of each file."""
    return {file.path: file.written.value for file in result.files}


def codes(result: BuildResult) -> list[str]:
    """The codes of all findings."""
    return [finding.code for finding in result.findings]
