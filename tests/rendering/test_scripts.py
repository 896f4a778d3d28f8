"""Lines of every script end where an office program ends them: what each line begins with is the same."""

from __future__ import annotations

import os
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pdfplumber
import pytest

from generator.backends import FORMATS
from generator.building.faces import faces_for
from generator.errors import Findings
from generator.files import Disk, InMemory
from generator.geometry import Box, Length, Size, pt
from generator.page.colour import Colour, ColourScheme
from generator.page.items import Mark, TextItem
from generator.page.pages import Document, FontScheme, Layout, Master, Page
from generator.page.text import Paragraph, Run, Style
from generator.source import NOWHERE
from generator.typography.lines import set_text
from generator.typography.measure import Measure
from generator.typography.shelf import Shelf

pytestmark = [pytest.mark.rendering, pytest.mark.xdist_group("rendering")]

FONTS = Path("/usr/share/fonts")
SLIDE = Size(pt(960), pt(540))
SCHEME = ColourScheme("plain", ("1B2430", "FFFFFF", *["4A5568"] * 10))
WIDTHS = (150, 190, 230, 270, 310)
STYLE = Style(pt(14), Colour("dk1"))
UNSEEN = dict.fromkeys(map(ord, " \u00a0\u202f\u00ad\u200b\u2060-\u2010\u2011"))
"""What PDFs write in several ways: blanks and hyphens."""

LATIN = MappingProxyType(
    {
        "vietnamese": "Chúng tôi hướng dẫn người mới bắt đầu bằng những ví dụ ngắn gọn, rồi mới đến các quy trình dài hơn.",
        "greek": "Η ομάδα συζητά κάθε εβδομάδα τις προτεραιότητες του προϊόντος και καταγράφει τις αποφάσεις της.",
        "cyrillic": "Команда еженедельно обсуждает приоритеты продукта и записывает решения, которые влияют на клиентов.",
        "slashes": "Decide on pros/cons and input/output of read/write access for product/market/customer teams and/or partners.",
        "no breaks": "About 10\u00a0000\u00a0people at ACME\u00a0Corporation saw page\u00a0number\u00a012 and join\u2060ed non\u2011breaking words.",  # noqa: E501
        "zero width": "alpha\u200bbravo\u200bcharlie\u200bdelta\u200becho\u200bfoxtrot\u200bgolf\u200bhotel\u200bindia\u200bjuliet\u200bkilo",  # noqa: E501
        "dashes": "Plan—do—check—act is a cycle of steps–phases–stages that well-known state-of-the-art teams use in 2024-25.",
        "marks": "Cafe\u0301 re\u0301sume\u0301 nai\u0308ve coo\u0308perate fac\u0327ade A\u030angstro\u0308m sen\u0303or pin\u0303ata u\u0308ber.",  # noqa: E501
    }
)
JAPANESE = MappingProxyType(
    {
        "japanese": "プロダクトオーナーは毎週チームと優先順位について話し合い、顧客に影響を与える決定を記録します。「体験」が重要です。"  # noqa: E501
    }
)
HEBREW = MappingProxyType({"hebrew": "The word שלום means peace and תודה רבה means many thanks in a long English sentence."})
AGREEING = 0.9
"""The share of boxes whose lines all agree; a box with one line a hair's breadth from its edge may not."""


@dataclass(frozen=True)
class Case:
    """A deck: its texts, and the font for what Arial lacks."""

    name: str
    texts: MappingProxyType[str, str]
    fallback: str = ""


CASES = (
    Case("latin", LATIN),
    Case("japanese", JAPANESE, "truetype/droid/DroidSansFallbackFull.ttf"),
    Case("hebrew", HEBREW, "truetype/noto/NotoSansHebrew-Regular.ttf"),
)


def deck(case: Case) -> tuple[Document, list[list[str]]]:
    """A page for each text and width, and the lines of each as we break them."""
    files = Disk(FONTS) if case.fallback else InMemory({})
    found = Findings()
    faces = faces_for(
        FontScheme("Arial", "Arial", "Courier New"), Shelf(files, fallback=case.fallback), case.texts.values(), found
    )
    assert found.items == []
    named = FontScheme("Arial", "Arial", "Courier New", fallback=next((face.typeface for face in faces if face.typeface), ""))
    measure, pages, lines = Measure.of(faces), [], []
    for name, text in case.texts.items():
        for width in WIDTHS:
            body = set_text(measure, [Paragraph((Run(text, STYLE),))], pt(width))
            item = TextItem(Mark("text", NOWHERE, "en"), Box(pt(40), pt(40), pt(width), pt(400)), body)
            pages.append(Page(f"{name} {width}", name, SLIDE, (item,), "Body"))
            lines.append(["".join(piece.text for piece in line.pieces) for line in body.lines])
    master = Master("plain", SLIDE, SCHEME, named, (Layout("Body", "blank", (), Colour("lt1")),))
    return Document(case.name, case.name, "", "", (), "en", date(2026, 3, 1), tuple(pages), master, faces), lines


def drawn(pdf: Path) -> Iterator[list[str]]:
    """The letters of each line of each page, from the top."""
    with pdfplumber.open(pdf) as opened:
        for page in opened.pages:
            rows: dict[int, list[str]] = {}
            for char in page.chars:
                baseline = float(page.height) - char["matrix"][5]
                row = next((known for known in rows if abs(known - baseline) < Length(STYLE.size.emu).pt / 2), round(baseline))
                rows.setdefault(row, []).append(char["text"])
            yield ["".join(rows[row]) for row in sorted(rows) if row > 0]


def plain(lines: list[str]) -> list[list[str]]:
    """Lines as letters in any order: in a PDF those that read from right to left are written otherwise."""
    return [sorted(unicodedata.normalize("NFKC", line).translate(UNSEEN)) for line in lines]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every deck as an office program prints it."""
    missing = [case.fallback for case in CASES if case.fallback and not (FONTS / case.fallback).is_file()]
    if missing:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"these fonts are not installed: {', '.join(missing)}")
    folder = tmp_path_factory.mktemp("scripts")
    for case in CASES:
        (folder / f"{case.name}.pptx").write_bytes(FORMATS["pptx"].write(deck(case)[0]))
    decks = [str(folder / f"{case.name}.pptx") for case in CASES]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *decks]
    subprocess.run(command, capture_output=True, check=True, timeout=240)
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_lines_end_where_an_office_program_ends_them(printed: Path, case: Case) -> None:
    document, ours = deck(case)
    theirs = list(drawn(printed / f"{case.name}.pdf"))
    unlike = {
        page.id: (mine, other)
        for page, mine, other in zip(document.pages, ours, theirs, strict=True)
        if [row for row in plain(mine) if row] != [row for row in plain(other) if row]
    }
    assert len(unlike) <= (1 - AGREEING) * len(ours), unlike
