"""Nothing that a reader may not read is in a finished file: on no page, in no note, name, property, workbook or metadata."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.xdist_group("sample")

AUDIENCES = ("engineers", "executives", "new-hires")


@pytest.fixture(scope="module")
def read(built, scan) -> dict[str, dict[str, frozenset[str]]]:
    """All that is in each file of the matrix, by audience."""
    paths = [*built.paths("pptx"), *built.paths("pdf")]
    return {audience: scan.read(path for path in paths if path.parent.name == audience) for audience in AUDIENCES}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_file_says_what_is_written_for_others(authored, scan, read, audience):
    secrets = authored.kept_from(audience)
    assert len(secrets) > 1000
    assert scan.leaks(secrets, read[audience]) == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_is_kept_from_a_reader_stands_in_the_files_of_others(authored, scan, read, audience):
    """Were those texts not found where they belong, the test above would prove nothing."""
    secrets = authored.kept_from(audience)
    others = {name: lines for other in AUDIENCES if other != audience for name, lines in read[other].items()}
    assert len(scan.found(secrets, others)) > 0.6 * len(secrets)


def test_one_pagers_say_nothing_that_only_a_trainer_may_read(authored, scan, read):
    files = {name: lines for own in read.values() for name, lines in own.items()}
    sheets = {name: lines for name, lines in files.items() if "one-pager" in name}
    secrets = authored.for_trainers
    assert len(sheets) > 60
    assert scan.leaks(secrets, sheets) == []
    assert len(scan.found(secrets, files)) > 0.6 * len(secrets), "were they not in the trainers' decks, this proved nothing"


def test_workbooks_hold_the_names_of_the_readers_own_numbers_alone(authored, decks):
    """Names beside numbers are too short for the scan."""
    charted = {audience: list(tables_of(authored, audience)) for audience in AUDIENCES}
    assert len({frozenset(table) for tables in charted.values() for table in tables}) > len(charted["executives"]) > 2
    books = 0
    for name, deck in decks.items():
        for chart in (shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart):
            shown, books = strings_of_book(chart.part.chart_workbook.xlsx_part.blob), books + 1
            assert any(shown <= table for table in charted[name.partition("/")[0]]), f"{name}: {sorted(shown)}"
    assert books >= 12


def tables_of(authored, audience: str) -> Iterator[set[str]]:
    """The cells of every data file that a topic for an audience names."""
    for name, topic in authored.topics.items():
        if authored.is_for(name, audience):
            for file in re.findall(r"'data': '([^']+)'", str(topic)):
                with (ROOT / "content" / "data" / file).open(encoding="utf-8", newline="") as lines:
                    yield {cell.strip() for row in csv.reader(lines) for cell in row}


def strings_of_book(data: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {"".join(entry.itertext()) for entry in etree.fromstring(book.read("xl/sharedStrings.xml"))}


SECRET = "what nobody here was ever meant to read"
PLACES = (
    "ppt/slides/slide2.xml", "ppt/notesSlides/notesSlide2.xml", "ppt/slideLayouts/slideLayout1.xml", "ppt/presentation.xml",
    "docProps/core.xml", "docProps/app.xml", "ppt/charts/chart1.xml", "ppt/slides/_rels/slide2.xml.rels",
    "ppt/comments/comment1.xml", "customXml/item1.xml", "ppt/embeddings/a.xlsx", "ppt/media/a.bin",
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_the_scan_reads_every_part_of_a_package(built, scan, tmp_path, place):
    source, path = built.out / "engineers" / "product-owner-role-deck.pptx", tmp_path / "a.pptx"
    with zipfile.ZipFile(source) as one, zipfile.ZipFile(path, "w") as two:
        for name in {*one.namelist(), place}:
            data = one.read(name) if name in one.namelist() else packed() if name.endswith("xlsx") else b"<a></a>"
            two.writestr(name, planted(data) if name == place else data)
    assert scan.found({"".join(SECRET.split())}, {"a": scan.of(source)}) == set()
    assert scan.found({"".join(SECRET.split())}, {"a": scan.of(path)}) == {"".join(SECRET.split())}


def planted(data: bytes) -> bytes:
    """A member of a package that says one thing more, as a name or as a text."""
    if data.startswith(b"PK"):
        return data
    if b' name="' in data:
        return data.replace(b' name="', f' name="{SECRET}'.encode(), 1)
    before, end, after = data.rpartition(b"</")
    return before + SECRET.encode() + end + after


def packed() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as book:
        book.writestr("xl/sharedStrings.xml", planted(b"<sst></sst>"))
    return stream.getvalue()


@pytest.mark.parametrize("place", ["information", "metadata", "bookmark", "description", "remark", "attachment"])
def test_the_scan_reads_what_no_page_of_a_pdf_shows(built, scan, tmp_path, place):
    source, path = built.out / "engineers" / "product-owner-one-pager-a4.pdf", tmp_path / "a.pdf"
    with pikepdf.open(source) as pdf:
        match place:
            case "information":
                pdf.docinfo["/Subject"] = SECRET
            case "metadata":
                with pdf.open_metadata() as told:
                    told["dc:description"] = SECRET
            case "bookmark":
                with pdf.open_outline() as outline:
                    outline.root.append(pikepdf.OutlineItem(SECRET, 0))
            case "description":
                pdf.Root["/StructTreeRoot"] = pdf.make_indirect(pikepdf.Dictionary(K=[pikepdf.Dictionary(Alt=SECRET)]))
            case "remark":
                remark = pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=SECRET
                )
                pdf.pages[0].obj["/Annots"] = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(remark)]))
            case "attachment":
                pdf.attachments["a.txt"] = pikepdf.AttachedFileSpec(pdf, SECRET.encode(), filename="a.txt")
        pdf.save(path)
    assert scan.found({"".join(SECRET.split())}, {"a": scan.of(source)}) == set()
    assert scan.found({"".join(SECRET.split())}, {"a": scan.of(path)}) == {"".join(SECRET.split())}
