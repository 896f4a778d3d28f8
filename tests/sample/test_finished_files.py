"""The sample project's finished files, opened again: titles, notes, order, pages, and nothing meant for somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pikepdf
import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from generator.building import BuildRequest, build_documents
from generator.building.workshop import read_material
from generator.content.conditions import holds

pytestmark = pytest.mark.xdist_group("sample")

ROOT = Path(__file__).resolve().parents[2]
PAPERS = {"a4": (595, 842), "letter": (612, 792)}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole matrix, built once."""
    folder = tmp_path_factory.mktemp("sample")
    assert build_documents(BuildRequest(ROOT, out=folder)).ok
    return folder


@pytest.fixture(scope="module")
def decks(out: Path) -> dict[str, Deck]:
    """Every deck by audience and name."""
    return {f"{path.parent.name}/{path.stem}": Presentation(str(path)) for path in sorted(out.rglob("*.pptx"))}


def words(deck: Deck) -> Iterator[str]:
    """Every text of a deck, notes included."""
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield " ".join(shape.text_frame.text.split())
        yield " ".join(slide.notes_slide.notes_text_frame.text.split())


def test_every_slide_has_a_title_of_its_own_and_notes(decks):
    for name, deck in decks.items():
        titles = [" ".join(slide.shapes.title.text.split()) for slide in deck.slides]

        assert all(titles), name
        assert len(set(titles)) == len(titles), name
        assert all(slide.notes_slide.notes_text_frame.text.strip() for slide in deck.slides), name


def test_executives_see_at_most_ten_slides(decks):
    shown = {name: sum(slide._element.get("show") != "0" for slide in deck.slides) for name, deck in decks.items()}

    assert {name: count for name, count in shown.items() if name.startswith("executives/") and count > 10} == {}


def test_lists_and_prose_are_never_three_in_a_row_and_never_the_half_of_a_deck(decks):
    """Both stand on the layout with a body placeholder; every other kind is a visual."""
    for name, deck in decks.items():
        visible = [slide for slide in deck.slides if slide._element.get("show") != "0"]
        plain = [slide.slide_layout.name == "Content" for slide in visible]

        assert max((len(list(run)) for is_plain, run in groupby(plain) if is_plain), default=0) <= 2, name
        assert sum(plain) * 2 <= len(plain), name


def test_audiences_share_at_most_a_third_of_their_titles(decks):
    for subject in {name.split("/")[1] for name in decks}:
        told = [
            [slide.shapes.title.text for slide in decks[f"{a}/{subject}"].slides]
            for a in ("executives", "engineers", "new-hires")
        ]

        for one, other in ((0, 1), (1, 2), (0, 2)):
            assert len(set(told[one]) & set(told[other])) <= min(len(told[one]), len(told[other])) / 3, subject


def test_nobody_gets_the_text_of_a_topic_meant_for_others(decks):
    content = read_material(ROOT).content
    for audience in content.readers:
        said = "\n".join(text for name, deck in decks.items() if name.startswith(f"{audience.id}/") for text in words(deck))
        others = [topic for topic in content.topics.values() if not holds(topic.for_, set(audience.lineage))]

        assert len(others) > 20
        assert [topic.id for topic in others if str(topic.title) in said] == []


def test_every_pdf_has_its_size_its_fonts_its_language_and_its_title(out):
    for path in sorted(out.rglob("*.pdf")):
        with pikepdf.open(path) as pdf:
            paper = next((size for name, size in PAPERS.items() if path.stem.endswith(f"-{name}")), (960, 540))
            sizes = {tuple(round(float(x)) for x in page.mediabox[2:]) for page in pdf.pages}
            fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]

            assert sizes == {paper}, path
            assert all("/FontFile2" in font.FontDescriptor for font in fonts), path
            assert str(pdf.Root.Lang) == "en", path
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle), path
