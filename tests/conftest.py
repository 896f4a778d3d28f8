"""What all tests share: a kit as a build makes it, ways to look at what was placed, and work done once a session."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import settings

from generator.building.faces import faces_for
from generator.errors import Findings
from generator.files import InMemory
from generator.geometry import Box, pt
from generator.kit import Kit, Medium, SheetType, Subject
from generator.page.colour import Colour, contrast
from generator.page.items import ChartItem, GroupItem, Item, PictureItem, ShapeItem, TableItem, TextItem
from generator.page.pages import Face, FontScheme
from generator.page.text import TextBody
from generator.theme.reader import read_theme
from generator.theme.tokens import Theme
from generator.typography.measure import Measure
from generator.typography.shelf import Shelf
from generator.words import Words, read_words

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = ("soffice", "pdftoppm", "pdftotext")
PATIENCE = 300
"""Seconds that a worker waits for what another one makes."""

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("steady")  # no run is red by chance; look for new examples with --hypothesis-profile=search
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
                labels = (datum.label for series in item.series for datum in series.data)
                return " ".join((*item.categories, *labels))
            case PictureItem() | GroupItem():
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


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--renew`: write what golden tests expect anew instead of comparing with it."""
    parser.addoption("--renew", action="store_true", help="write the expected page dumps of tests/golden anew")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a rendering test where a program is missing; in CI that is a failure."""
    missing = [name for name in PROGRAMS if not shutil.which(name)]
    if missing and item.get_closest_marker("rendering"):
        reason = f"not installed: {', '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


Together = Callable[[str, Callable[[Path], None]], Path]
"""Gives the folder of that name, made by the first worker of a session that asks for it; the others wait."""


@pytest.fixture(scope="session")
def together(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Together:
    """Work that all workers of a session share."""
    base = tmp_path_factory.getbasetemp()
    session = base if worker_id == "master" else base.parent

    def make_once(name: str, make: Callable[[Path], None]) -> Path:
        folder, done, failed = (session / f"together-{name}{end}" for end in ("", ".done", ".failed"))
        try:
            folder.mkdir()
        except FileExistsError:
            _wait(done, failed)
            return folder
        try:
            make(folder)
        except BaseException:
            failed.touch()
            raise
        done.touch()
        return folder

    return make_once


def _wait(done: Path, failed: Path) -> None:
    for _ in range(PATIENCE * 10):
        if done.exists():
            return
        assert not failed.exists(), "the worker that made it failed: see its own report"
        time.sleep(0.1)
    raise TimeoutError(done.name)


@pytest.fixture(scope="session")
def look() -> Look:
    """Ways to look at placed items."""
    return Look()


@pytest.fixture(scope="session")
def faces(together: Together) -> tuple[Face, ...]:
    """The faces of a build, cut by one worker where no cache of the user's holds them."""
    together("faces", _cut)
    return usual_faces()


def _cut(_: Path) -> None:
    """Fill the user's cache."""
    usual_faces()


def usual_faces() -> tuple[Face, ...]:
    """The faces of a theme in Arial and Courier New."""
    return faces_for(FontScheme("Arial", "Arial", "Courier New"), Shelf(InMemory({})), (), Findings())


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
def words() -> Words:
    """Every word that Rolecast itself says, in English."""
    path = "templates/words/en.yaml"
    findings = Findings()
    read = read_words(InMemory({path: (ROOT / path).read_bytes()}), "en", findings)
    assert read is not None, findings.items
    return read


@pytest.fixture(scope="session")
def kit(theme: Theme, words: Words, measure: Measure) -> Kit:
    """A kit for slides about the product owner."""
    return Kit(theme, words, measure, SUBJECTS, "accent2")


@pytest.fixture(scope="session")
def sheet_kit(kit: Kit) -> Kit:
    """A kit for sheets in the type of new hires' one-pagers."""
    return replace(kit, medium=Medium.SHEET, sheet=SheetType(size=pt(9.5)))
