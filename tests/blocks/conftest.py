"""A kit as a build makes it: the faces decks are measured with, the theme that ships, every word a block says."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.errors import Findings
from generator.files import InMemory
from generator.geometry import pt
from generator.kit import Kit, Medium, SheetType, Subject
from generator.page.pages import Face
from generator.page.text import Family
from generator.theme.reader import read_theme
from generator.theme.tokens import Theme
from generator.typography.fonts import cut_faces, source_digest
from generator.typography.measure import Measure
from generator.words import Words

ROOT = Path(__file__).parents[2]
SUBJECTS: Mapping[str, Subject] = MappingProxyType(
    {
        "product-manager": Subject("product-manager", "Product manager", "accent1", "compass", "PM", "circle"),
        "product-owner": Subject("product-owner", "Product owner", "accent2", "list-ordered", "PO", "square"),
        "product-leader": Subject("product-leader", "Product leader", "accent3", "flag", "PL", "hexagon"),
    }
)


class AnyWords(dict[str, str]):
    """Says every key that is not in the table as the key itself, so that a test needs no list of them."""

    def __missing__(self, key: str) -> str:
        return key.replace("_", " ")


@pytest.fixture(scope="session")
def faces(tmp_path_factory: pytest.TempPathFactory) -> tuple[Face, ...]:
    """The cut faces, kept beside other workers' so that a session cuts them once."""
    folder = tmp_path_factory.getbasetemp().parent / f"faces-{source_digest()[:12]}"
    folder.mkdir(exist_ok=True)
    kept = sorted(folder.glob("*.ttf"))
    if len(kept) == 6:
        return tuple(_read(path) for path in kept)
    faces = cut_faces()
    for face in faces:
        path = folder / f"{face.family.value}-{int(face.bold)}-{int(face.italic)}-{face.name}.ttf"
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(face.data)
        draft.replace(path)
    return faces


def _read(path: Path) -> Face:
    family, bold, italic, name = path.stem.split("-", 3)
    data = path.read_bytes()
    return Face(Family(family), bold == "1", italic == "1", name, data, hashlib.sha256(data).hexdigest())


@pytest.fixture(scope="session")
def measure(faces: tuple[Face, ...]) -> Measure:
    """Measures with the faces."""
    return Measure.of(faces)


@pytest.fixture(scope="session")
def theme() -> Theme:
    """The theme that ships."""
    path = "templates/themes/meridian/theme.yaml"
    findings = Findings()
    read = read_theme(InMemory({path: (ROOT / path).read_bytes()}), "meridian", findings)
    assert read is not None, findings.items
    return read


@pytest.fixture(scope="session")
def kit(theme: Theme, measure: Measure) -> Kit:
    """A kit for slides about the product owner."""
    return Kit(theme, Words("en", AnyWords()), measure, SUBJECTS, "accent2")


@pytest.fixture(scope="session")
def sheet_kit(kit: Kit) -> Kit:
    """A kit for sheets in the type of new hires' one-pagers."""
    return replace(kit, medium=Medium.SHEET, sheet=SheetType(size=pt(9.5)))
