"""Every shipped deck as people edit and hear it: glued connectors, grouped diagrams, links, sections, descriptions, languages."""

from __future__ import annotations

import re
import zipfile

import pytest
from pptx.shapes.group import GroupShape

pytestmark = pytest.mark.xdist_group("sample")

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SECTION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
SECTION_SLIDE = "{http://schemas.microsoft.com/office/powerpoint/2010/main}sldId"
TO_SLIDE = "ppaction://hlinksldjump"
AROUND, EIGHT = {0: "top", 1: "left", 2: "bottom", 3: "right"}, {0: "top", 2: "left", 4: "bottom", 6: "right"}
SITES = {"rect": AROUND, "roundRect": AROUND, "ellipse": EIGHT}
LEFTOVERS = re.compile(r"thumbnail|printerSettings|customXml|/tags/|commentAuthors|vba|activeX|docProps/custom", re.IGNORECASE)
EMPTY_PROPERTIES = ("Template", "Manager", "Company", "HyperlinkBase")


def opened(shapes):
    """Every shape, groups opened."""
    for shape in shapes:
        yield shape
        if isinstance(shape, GroupShape):
            yield from opened(shape.shapes)


def slides(decks):
    """Every slide of every deck, with a name for messages."""
    for name, deck in decks.items():
        for number, slide in enumerate(deck.slides, 1):
            yield f"{name} {number}", slide


def hidden(slide):
    return slide._element.get("show") == "0"


def told(shape):
    """A shape's alternative text."""
    return shape._element.xpath(".//p:cNvPr")[0].get("descr") or ""


def heading(slide):
    return " ".join(slide.shapes.title.text.split())


def box(element):
    """Left, top, right and bottom of a shape's element."""
    (off,), (ext,) = element.xpath("./p:spPr/a:xfrm/a:off"), element.xpath("./p:spPr/a:xfrm/a:ext")
    left, top = int(off.get("x")), int(off.get("y"))
    return left, top, left + int(ext.get("cx")), top + int(ext.get("cy"))


def site(element, index):
    """Where a connection site of a shape is."""
    left, top, right, bottom = box(element)
    side = SITES[element.xpath("./p:spPr/a:prstGeom/@prst")[0]][index]
    across = {"left": left, "right": right}.get(side, (left + right) / 2)
    return across, {"top": top, "bottom": bottom}.get(side, (top + bottom) / 2)


def test_connectors_end_where_the_shapes_they_are_glued_to_have_their_sites(decks):
    glued = 0
    for name, slide in slides(decks):
        shapes = {shape.shape_id: shape._element for shape in opened(slide.shapes)}
        for line in slide._element.iterfind(".//{*}cxnSp"):
            left, top, right, bottom = box(line)
            for tag, end in (("stCxn", (left, top)), ("endCxn", (right, bottom))):
                for glue in line.iterfind(f".//{DRAWING}{tag}"):
                    found = site(shapes[int(glue.get("id"))], int(glue.get("idx")))
                    assert max(abs(a - b) for a, b in zip(found, end, strict=True)) <= 2, name
                    glued += 1
    assert glued > 40


def test_every_stretch_of_a_timeline_is_glued(decks):
    lines = [
        line
        for _, slide in slides(decks)
        for line in slide._element.xpath(".//p:cxnSp[contains(p:nvCxnSpPr/p:cNvPr/@name, 'timeline-line-')]")
    ]
    assert len(lines) > 20
    assert all(line.find(f".//{DRAWING}stCxn") is not None for line in lines)


def test_a_diagram_is_one_group_that_says_what_it_shows(decks):
    kinds = "process", "timeline", "cycle", "pyramid", "matrix"
    found = dict.fromkeys(kinds, 0)
    for name, slide in slides(decks):
        for shape in slide.shapes:
            kind = shape.name.partition("-")[0]
            if kind in kinds:
                assert isinstance(shape, GroupShape) and shape.name == f"{kind}-diagram", f"{name}: {shape.name}"
                assert len(told(shape)) > 20 and len(shape.shapes) > 3, name
                found[kind] += 1
    assert all(found.values()), found


def test_a_chart_says_its_finding_and_every_value(decks):
    charts = 0
    for name, slide in slides(decks):
        for chart in (shape for shape in opened(slide.shapes) if shape.has_chart):
            said, plots = told(chart), list(chart.chart.plots)
            finding, _, values = said.partition(". ")
            assert len(finding) > 12 and ": " not in finding.split(", ")[0][-2:], f"{name}: {said}"
            for series in (series for plot in plots for series in plot.series):
                assert f"{series.name}: " in said, name
                assert all(f"{value:g}" in values.replace(",", "") for value in series.values if value is not None), (
                    f"{name}: {said}"
                )
            assert all(str(category) in said for plot in plots for category in plot.categories), name
            charts += 1
    assert charts >= 12


def test_every_run_has_its_language(decks):
    for name, slide in slides(decks):
        runs = [*slide._element.iter(f"{DRAWING}r"), *slide._element.iter(f"{DRAWING}fld")]
        assert all(run.find(f"{DRAWING}rPr").get("lang") for run in runs), name
        assert all(end.get("lang") for end in slide._element.iter(f"{DRAWING}endParaRPr")), name


def test_tables_have_a_header_row_and_say_whether_their_first_column_is_one(decks):
    flags = [table.attrib for _, slide in slides(decks) for table in slide._element.iter(f"{DRAWING}tblPr")]
    assert len(flags) > 12
    assert all(flag.get("firstRow") == "1" and flag.get("firstCol") in ("0", "1") for flag in flags)


def test_titles_are_unique_in_a_deck(decks):
    for name, deck in decks.items():
        titles = [heading(slide) for slide in deck.slides]
        assert all(titles) and len(set(titles)) == len(titles), name


def leads_to(slide):
    """The slides that shapes of a slide lead to."""
    clicks = (click for click in slide._element.iter(f"{DRAWING}hlinkClick") if click.get("action") == TO_SLIDE)
    rid = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return {slide.part.rels[click.get(rid)].target_part.partname for click in clicks}


def test_the_agenda_leads_to_every_section_and_each_slide_behind_it_back_to_the_agenda(decks):
    agendas = 0
    for name, deck in decks.items():
        (agenda,) = [s for s in deck.slides if any(shape.name.startswith("agenda-row-") for shape in s.shapes)] or (None,)
        if agenda is None:
            continue
        agendas += 1
        parts = {
            str(entry.get("id")): slide.part.partname for entry, slide in zip(deck.slides._sldIdLst, deck.slides, strict=True)
        }
        firsts = [parts[next(section.iter(SECTION_SLIDE)).get("id")] for section in deck.part._element.iter(SECTION)]
        assert leads_to(agenda) <= set(firsts) and len(leads_to(agenda)) > 2, name
        behind = [slide for slide in list(deck.slides)[2:] if not hidden(slide)]
        assert [heading(slide) for slide in behind if agenda.part.partname not in leads_to(slide)] == [], name
    assert agendas >= 9


def test_backup_slides_are_hidden_at_the_end_in_a_section_of_their_own(decks):
    backed = 0
    for name, deck in decks.items():
        kept = [str(entry.get("id")) for entry, slide in zip(deck.slides._sldIdLst, deck.slides, strict=True) if hidden(slide)]
        if not kept:
            continue
        backed += 1
        section = list(deck.part._element.iter(SECTION))[-1]
        assert [slide.get("id") for slide in section.iter(SECTION_SLIDE)] == kept, name
        assert section.get("name") == "Backup", name
        assert str(deck.slides._sldIdLst[-1].get("id")) == kept[-1], name
    assert backed >= 6


def test_nothing_of_a_template_or_another_program_is_left(built):
    for path in built.paths("pptx"):
        with zipfile.ZipFile(path) as package:
            assert [name for name in package.namelist() if LEFTOVERS.search(name)] == [], path.name
            app, core = (package.read(f"docProps/{part}.xml").decode() for part in ("app", "core"))
        assert not [key for key in EMPTY_PROPERTIES if re.search(rf"<(?:\w+:)?{key}>[^<]", app)], path.name
        assert re.search(r"<dc:creator>(.*?)</dc:creator>", core)[1] == re.search(r"lastModifiedBy>(.*?)</", core)[1], path.name
        assert "python" not in app + core and "Steve Canny" not in core, path.name
