"""A tiny project, built once; every test gets its own copy of the project and of what was built."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.building import BuildRequest, BuildResult, build_documents

TINY = Path(__file__).parent / "tiny"


@dataclass(frozen=True)
class Place:
    """A project and its output folder, and what tests want to know of a build."""

    project: Path
    deck: str = "chiefs/writer-role-deck.pptx"
    pdf: str = "chiefs/writer-role-deck.pdf"
    sheet: str = "chiefs/writer-one-pager-a4.pdf"

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

    def entries(self) -> dict[str, dict[str, Any]]:
        """The documents of the build report by name."""
        report = json.loads((self.out / "build-report.json").read_text(encoding="utf-8"))
        return {entry["name"]: entry for entry in report["documents"]}

    def record(self) -> dict[str, dict[str, str]]:
        """The entries of the manifest by path."""
        table = json.loads((self.out / "manifest.json").read_text(encoding="utf-8"))
        return {entry["path"]: entry for entry in table["documents"]}

    def mark(self) -> None:
        """Leave a mark on every entry of the report: it stays where a document is taken over, and goes where it is made."""
        path = self.out / "build-report.json"
        report = json.loads(path.read_text(encoding="utf-8"))
        for entry in report["documents"]:
            entry["cut"] = ["marked"]
        path.write_text(json.dumps(report), encoding="utf-8")

    def made(self) -> set[str]:
        """The names of documents that were made since the mark was left."""
        return {name for name, entry in self.entries().items() if entry["cut"] != ["marked"]}

    @staticmethod
    def states(result: BuildResult) -> dict[str, str]:
        """What became of each file."""
        return {file.path: file.written.value for file in result.files}

    @staticmethod
    def codes(result: BuildResult) -> list[str]:
        """The codes of all findings but those about looks."""
        return [finding.code for finding in result.findings if not finding.code.startswith("L")]

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
    assert [str(finding) for finding in result.errors] == []
    return place


@pytest.fixture
def built(once: Place, tmp_path: Path) -> Place:
    """A copy of the tiny project with everything built."""
    return copy(once.project, tmp_path / "tiny")


@pytest.fixture
def tiny(tmp_path: Path) -> Place:
    """A copy of the tiny project with nothing built."""
    return copy(TINY, tmp_path / "tiny")
