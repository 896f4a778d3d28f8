"""The sample's decks as PowerPoint finds them: native, named, described; the same bytes whoever builds."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.shapes.group import GroupShape
from pptx.shapes.picture import Picture

pytestmark = pytest.mark.xdist_group("sample")

ROOT = Path(__file__).resolve().parents[2]
VISUALS = {MSO_SHAPE_TYPE.TABLE, MSO_SHAPE_TYPE.CHART, MSO_SHAPE_TYPE.AUTO_SHAPE, MSO_SHAPE_TYPE.GROUP}
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
BUILD = """
import sys
from pathlib import Path
from generator.building import BuildRequest, build_documents
asked = {"subjects": ("manager-vs-leader",), "audiences": ("executives",)}
sys.exit(not build_documents(BuildRequest(Path(sys.argv[1]), out=Path(sys.argv[2]), **asked)).ok)
"""


@pytest.fixture(scope="module")
def shapes(decks):
    """Every shape of every slide of each deck, groups opened, with its slide's place."""

    def opened(found):
        for shape in found:
            yield shape
            if isinstance(shape, GroupShape):
                yield from opened(shape.shapes)

    return {
        name: [(number, shape) for number, slide in enumerate(deck.slides, 1) for shape in opened(slide.shapes)]
        for name, deck in decks.items()
    }


def visible(deck):
    return [slide for slide in deck.slides if slide._element.get("show") != "0"]


def test_every_title_is_a_title_placeholder_with_words(decks):
    titles = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
    for name, deck in decks.items():
        for slide in deck.slides:
            assert slide.shapes.title.placeholder_format.type in titles, name
            assert slide.shapes.title.text.strip(), name


def test_continued_slides_are_numbered_through(decks):
    for name, deck in decks.items():
        marked = [re.fullmatch(r"(.*) \((\d)/(\d)\)", slide.shapes.title.text, re.DOTALL) for slide in deck.slides]
        found = [match.groups() for match in marked if match]
        for title, part, parts in found:
            assert (title, "1", parts) in found and (title, parts, parts) in found and part <= parts, name


def test_the_answer_to_a_question_stands_on_the_next_slide(built, authored):
    answered = 0
    for name, titles in built.titles.items():
        subject = next(subject for subject in authored.subjects if name.partition("/")[2].startswith(f"{subject}-"))
        for question, answer in authored.questions(subject):
            assert (question in titles) == (answer in titles), name
            if question in titles:
                answered += 1
                assert titles.index(answer) == titles.index(question) + 1, f"{name}: {question}"
    assert answered >= 8


def test_every_deck_shows_more_than_half_of_its_content_natively(decks, shapes):
    """Cards, tables, charts and other drawn things stand on most of the slides with content."""
    for name, deck in decks.items():
        content = [slide for slide in visible(deck) if slide.slide_layout.name not in ("Title Slide", "Divider")]
        drawn = [slide for slide in content if slide.slide_layout.name != "Content"]
        assert len(drawn) * 2 >= len(content), name
        assert all(any(shape.shape_type in VISUALS for shape in slide.shapes) for slide in drawn), name
        assert not any(isinstance(shape, Picture) for _, shape in shapes[name]), name


def test_what_shows_something_is_described_or_decorative(shapes):
    for name, found in shapes.items():
        silent = [
            f"{number}: {shape.name}"
            for number, shape in found
            if not (shape.has_text_frame and shape.text_frame.text.strip())
            and not shape._element.xpath(".//p:cNvPr")[0].get("descr")
            and not any(node.get("val") == "1" for node in shape._element.iter(DECORATIVE))
            and not shape._element.xpath("ancestor::p:grpSp[.//p:cNvPr/@descr!='']")
            and not isinstance(shape, GroupShape)
        ]
        assert silent == [], name


def test_names_of_shapes_tell_them_apart(decks):
    for name, deck in decks.items():
        for number, slide in enumerate(deck.slides, 1):
            ids = [shape.shape_id for shape in slide.shapes]
            assert len(set(ids)) == len(ids), f"{name} {number}"
            assert all(shape.name.strip() for shape in slide.shapes), f"{name} {number}"


def test_tables_are_tables_and_charts_carry_their_numbers(shapes):
    tables = [shape.table for found in shapes.values() for _, shape in found if shape.has_table]
    charts = [shape.chart for found in shapes.values() for _, shape in found if shape.has_chart]
    assert len(tables) > 12 and len(charts) >= 6
    assert all(any(cell.text.strip() for cell in table.rows[0].cells) for table in tables)
    for chart in charts:
        values = [value for plot in chart.plots for series in plot.series for value in series.values]
        book = zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        sheets = [etree.fromstring(book.read(n)) for n in book.namelist() if n.startswith("xl/worksheets/")]
        cells = [node for sheet in sheets for node in sheet.iter() if isinstance(node.tag, str)]
        assert len(values) > 1
        assert not any(node.tag.endswith("}f") for node in cells)
        assert not any("externalLink" in n or "connections" in n or n.endswith("vbaProject.bin") for n in book.namelist())


def test_sections_hold_every_slide_in_order(decks):
    for name, deck in decks.items():
        order = [str(entry.get("id")) for entry in deck.slides._sldIdLst]
        sections = list(deck.part._element.iter(f"{P14}section"))
        listed = [entry.get("id") for section in sections for entry in section.iter(f"{P14}sldId")]
        assert listed == order, name
        assert len(sections) > 1 and all(section.get("name") for section in sections), name


def test_properties_say_what_a_deck_is(decks):
    for name, deck in decks.items():
        told = deck.core_properties
        assert all((told.title, told.subject, told.author, told.keywords)), name
        assert told.language == "en", name
        assert told.created == told.modified and told.created.year >= 2026, name


def test_pdfs_are_titled_and_as_long_as_the_show(built, decks):
    for path in built.paths("pdf"):
        name = f"{path.parent.name}/{path.stem}"
        with pikepdf.open(path) as pdf:
            assert str(pdf.docinfo["/Title"]), name
            assert len(pdf.pages) == (len(visible(decks[name])) if name in decks else 1), name


def test_another_process_with_other_hashes_builds_the_same_bytes(built, tmp_path):
    environment = {**os.environ, "PYTHONHASHSEED": "4242"}
    subprocess.run([sys.executable, "-c", BUILD, str(ROOT), str(tmp_path)], env=environment, check=True, timeout=300)
    again = {path.name: digest(path) for suffix in ("pptx", "pdf") for path in (tmp_path / "executives").glob(f"*.{suffix}")}
    assert len(again) >= 4
    assert again == {name: digest(built.out / "executives" / name) for name in again}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
