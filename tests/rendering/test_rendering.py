"""What other programs see: a deck opened by an office program, and PDFs drawn by poppler."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from pptx import Presentation

from generator.building import BuildRequest, build_documents

pytestmark = [pytest.mark.rendering, pytest.mark.xdist_group("rendering")]

ROOT = Path(__file__).resolve().parents[2]
INK_AT_LEAST = 0.01
"""The share of a page's pixels that are not paper on any page with something to say."""


def run(*command: str | Path) -> str:
    """A program's output. Raises CalledProcessError when it fails."""
    answer = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, encoding="utf-8", check=True, timeout=240
    )
    return answer.stdout


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The product owner's documents for one audience."""
    out = tmp_path_factory.mktemp("built")
    result = build_documents(BuildRequest(ROOT, subjects=("product-owner",), audiences=("executives",), out=out, jobs=1))
    assert result.ok
    return out / "executives"


@pytest.fixture(scope="session")
def by_office(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The deck as an office program prints it."""
    folder = tmp_path_factory.mktemp("office")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, built / "product-owner-role-deck.pptx")
    return folder / "product-owner-role-deck.pdf"


def pages(pdf: Path) -> list[str]:
    """The words of each page, on one line."""
    return [" ".join(page.split()) for page in run("pdftotext", "-layout", pdf, "-").split("\f")[:-1]]


def ink(pdf: Path, folder: Path) -> list[float]:
    """For each page the share of pixels that are darker than its lightest colour."""
    run("pdftoppm", "-r", "20", "-gray", pdf, folder / "page")
    shares = []
    for picture in sorted(folder.glob("page*.pgm")):
        header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", picture.read_bytes())
        assert header
        pixels = picture.read_bytes()[header.end() :]
        paper = max(pixels) - 8
        shares.append(sum(pixel < paper for pixel in pixels) / len(pixels))
    return shares


def visible(deck: Path) -> list[str]:
    """The titles of the slides that are shown."""
    slides = [s for s in Presentation(os.fspath(deck)).slides if s.element.get("show") != "0"]
    return [" ".join(s.shapes.title.text_frame.text.split()) if s.shapes.title else "" for s in slides]


def test_an_office_program_opens_the_deck_and_shows_every_title(built: Path, by_office: Path) -> None:
    titles, printed = visible(built / "product-owner-role-deck.pptx"), pages(by_office)
    assert len(printed) == len(titles)
    squeezed = [page.replace(" ", "") for page in printed]
    assert [t for t, page in zip(titles, squeezed, strict=True) if t.replace(" ", "") not in page] == []


def test_the_decks_pdf_has_the_pages_that_an_office_program_prints(built: Path, by_office: Path) -> None:
    assert len(pages(built / "product-owner-role-deck.pdf")) == len(pages(by_office))


@pytest.mark.parametrize("name", ["role-deck.pdf", "one-pager-a4.pdf", "one-pager-letter.pdf"])
def test_poppler_draws_something_on_every_page(built: Path, tmp_path: Path, name: str) -> None:
    assert min(ink(built / f"product-owner-{name}", tmp_path)) > INK_AT_LEAST


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_one_pager_is_one_page(built: Path, paper: str) -> None:
    assert len(pages(built / f"product-owner-one-pager-{paper}.pdf")) == 1
