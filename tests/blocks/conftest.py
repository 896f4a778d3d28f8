"""A kit as a build makes it: the faces decks are measured with, the theme that ships, every word a block says."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.errors import Findings
from generator.files import InMemory
from generator.geometry import Box, pt
from generator.kit import Kit, Medium, SheetType, Subject
from generator.page.colour import Colour, contrast
from generator.page.items import ChartItem, GroupItem, Item, ShapeItem, TableItem, TextItem
from generator.page.pages import Face
from generator.page.text import Family, TextBody
from generator.theme.reader import read_theme
from generator.theme.tokens import Theme
from generator.typography.fonts import cut_faces, source_digest
from generator.typography.measure import Measure
from generator.words import Words, read_words

ROOT = Path(__file__).parents[2]
SUBJECTS: Mapping[str, Subject] = MappingProxyType(
    {
        "product-manager": Subject("product-manager", "Product manager", "accent1", "compass", "PM", "circle"),
        "product-owner": Subject("product-owner", "Product owner", "accent2", "list-ordered", "PO", "square"),
        "product-leader": Subject("product-leader", "Product leader", "accent3", "flag", "PL", "hexagon"),
    }
)


@dataclass(frozen=True, slots=True)
class Look:
    """How tests look at what was placed."""

    def flat(self, items: Iterable[Item]) -> Iterator[Item]:
        """Every item, groups opened."""
        for item in items:
            yield item
            if isinstance(item, GroupItem):
                yield from self.flat(item.items)

    def words(self, items: Iterable[Item]) -> str:
        """All words that stand on the page, blanks and line ends made single."""
        return " ".join(" ".join(self._said(item) for item in self.flat(items)).split())

    def _said(self, item: Item) -> str:
        match item:
            case TextItem():
                return item.body.text
            case ShapeItem():
                return item.body.text if item.body else ""
            case TableItem():
                return " ".join(cell.body.text for row in item.rows for cell in row.cells)
            case ChartItem():
                return " ".join(f"{datum.category} {datum.label}" for datum in item.data)
            case GroupItem():
                return ""

    def bodies(self, items: Iterable[Item]) -> Iterator[tuple[Item, TextBody]]:
        """Every set text with the item it stands in; cells of tables are left out."""
        for item in self.flat(items):
            if isinstance(item, TextItem | ShapeItem) and item.body:
                yield item, item.body

    def loose(self, items: Iterable[Item]) -> list[str]:
        """The ids of texts that are higher or wider than their box."""
        return [
            item.mark.id
            for item, body in self.bodies(items)
            if body.height + body.inset.top + body.inset.bottom > item.box.h + pt(0.5) or body.width > item.box.w + pt(0.5)
        ]

    def outside(self, items: Iterable[Item], box: Box) -> list[str]:
        """The ids of items that do not lie in `box`."""
        return [item.mark.id for item in self.flat(items) if not box.holds(item.box, pt(0.5))]

    def pale(self, kit: Kit, items: Iterable[Item], page: Colour) -> list[str]:
        """Texts that stand out too little from what lies under them: below 4.5, or 3 from 24 points on."""
        found, under = [], [(None, page)]
        for item in self.flat(items):
            if isinstance(item, ShapeItem) and item.fill:
                under.append((item.box, item.fill))
            if not isinstance(item, TextItem | ShapeItem) or not item.body:
                continue
            ground = next(fill for box, fill in reversed(under) if box is None or box.holds(item.box, pt(2)))
            for run in (run for p in item.body.paragraphs for run in p.runs):
                ratio = contrast(kit.theme.scheme.rgb(run.style.colour), kit.theme.scheme.rgb(ground))
                if ratio < (3 if run.style.size.pt >= 24 else 4.5):
                    found.append(f"{item.mark.id}: {run.text!r} {ratio:.2f}")
        return found

    def filled(self, items: Iterable[Item], box: Box) -> float:
        """The share of the box's height between the highest and the lowest edge of an item."""
        boxes = [item.box for item in items]
        return (max(b.bottom for b in boxes) - min(b.y for b in boxes)).ratio(box.h)


@pytest.fixture(scope="session")
def look() -> Look:
    """Ways to look at placed items."""
    return Look()


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


def _words() -> Words:
    path = "templates/words/en.yaml"
    findings = Findings()
    words = read_words(InMemory({path: (ROOT / path).read_bytes()}), "en", findings)
    assert words is not None, findings.items
    return words


@pytest.fixture(scope="session")
def kit(theme: Theme, measure: Measure) -> Kit:
    """A kit for slides about the product owner."""
    return Kit(theme, _words(), measure, SUBJECTS, "accent2")


@pytest.fixture(scope="session")
def sheet_kit(kit: Kit) -> Kit:
    """A kit for sheets in the type of new hires' one-pagers."""
    return replace(kit, medium=Medium.SHEET, sheet=SheetType(size=pt(9.5)))
