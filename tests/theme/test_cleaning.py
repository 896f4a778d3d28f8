"""Of somebody's template a deck takes masters, layouts, themes, their pictures and fonts; whatever else is gone, and named."""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from posixpath import dirname, normpath
from posixpath import join as joined
from types import MappingProxyType

import pytest
from lxml import etree
from pptx import Presentation

from generator.errors import Findings
from generator.notation.package import Package, read_package
from generator.theme.foreign.cleaning import clean

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
RELATED = f"{{{OFFICE}}}"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MAIN, MASTER = "/ppt/presentation.xml", "/ppt/slideMasters/slideMaster1.xml"
LAYOUT, OTHER = "/ppt/slideLayouts/slideLayout2.xml", "/ppt/slideLayouts/slideLayout6.xml"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)
FRAME = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="91" name="Object"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
    '<p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData>'
    "</a:graphic></p:graphicFrame>"
)
PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="{id}" name="{name}">{link}</p:cNvPr><p:cNvPicPr/><p:nvPr>{media}</p:nvPr></p:nvPicPr>'
    '<p:blipFill><a:blip {blip}/></p:blipFill><p:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
)
OLE = "http://schemas.openxmlformats.org/presentationml/2006/ole"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"


@lru_cache(maxsize=1)
def template() -> Mapping[str, bytes]:
    """The members of python-pptx's own template, which PowerPoint made."""
    held = BytesIO()
    Presentation().save(held)
    with zipfile.ZipFile(held) as opened:
        return MappingProxyType({"/" + name: opened.read(name) for name in opened.namelist()})


class File:
    """A template under way: members by part name, changed by hand as badly as files in the wild are."""

    def __init__(self) -> None:
        self.members = dict(template())

    def add(self, source: str, type: str, target: str, data: bytes | None = b"x", kind: str = "application/octet-stream") -> str:
        """Relate a new part (no data: an address, or a part that is there); the relationship's id."""
        folder, _, file = source.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels"
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        empty = f'<Relationships xmlns="{space}"/>'.encode()
        root = etree.fromstring(self.members.get(rels, empty))
        rid = f"rId{len(root) + 50}"
        entry = etree.SubElement(root, f"{{{space}}}Relationship", Id=rid, Target=target)
        entry.set("Type", type if ":" in type else f"{OFFICE}/{type}")
        if ":" in target:
            entry.set("TargetMode", "External")
        self.members[rels] = etree.tostring(root)
        if data is not None and ":" not in target:
            self.members[target] = data
            override = f'<Override PartName="{target}" ContentType="{kind}"/></Types>'.encode()
            self.replace("/[Content_Types].xml", b"</Types>", override)
        return rid

    def replace(self, name: str, before: bytes, after: bytes) -> None:
        assert before in self.members[name], (name, before)
        self.members[name] = self.members[name].replace(before, after, 1)

    def insert(self, name: str, before: str, markup: str) -> None:
        """Put markup before the first place where `before` stands."""
        self.replace(name, before.encode(), markup.encode() + before.encode())

    def draw(self, name: str, markup: str) -> None:
        self.insert(name, "</p:spTree>", markup)

    def packed(self) -> bytes:
        held = BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
            for name, data in self.members.items():
                target.writestr(name[1:], data)
        return held.getvalue()


UNSAID = 2
"""Relationships that a part has without naming them: a master's theme, a layout's master, a presentation's table styles."""


def opened(data: bytes) -> Package:
    findings = Findings()
    package = read_package(data, "company.pptx", findings)
    assert package is not None, findings.items
    return package


def cleaned(file: File) -> tuple[Package, list[str]]:
    """The clean package, proven whole, and the warnings."""
    findings = Findings()
    made = clean(opened(file.packed()), findings)
    assert findings.errors == ()
    _prove_whole(made)
    return opened(made), [f"{told.code} {told.message}" for told in findings.items]


def _prove_whole(data: bytes) -> None:
    """No part without a way to it, no reference to nothing, no part without a type; python-pptx opens it."""
    with zipfile.ZipFile(BytesIO(data)) as held:
        members = {"/" + name: held.read(name) for name in held.namelist()}
    rels = {name: etree.fromstring(found) for name, found in members.items() if name.endswith(".rels")}
    types = {e.get("PartName") for e in etree.fromstring(members["/[Content_Types].xml"])} - {None}
    parts = {name for name in members if not name.endswith((".rels", "[Content_Types].xml"))}
    targets: set[str] = set()
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for name, root in rels.items():
        source = joined(dirname(dirname(name)), name.rpartition("/")[2].removesuffix(".rels"))
        inside = [e for e in root if e.get("TargetMode") != "External"]
        targets |= {normpath(joined(dirname(source), e.get("Target"))) for e in inside}
        ids[source] = {e.get("Id") for e in root}
        assert len(ids[source]) == len(root)
    assert parts == targets == types
    for name in parts:
        if name.endswith(".xml"):
            root = etree.fromstring(members[name])
            used = {str(v) for e in root.iter() for k, v in e.attrib.items() if str(k).startswith(RELATED) and v}
            assert used <= ids[name], name
            assert len(ids[name] - used) <= UNSAID, name
    assert len(Presentation(BytesIO(data)).slides) == 0


def test_a_plain_template_comes_through_as_it_is() -> None:
    file = File()
    before = Presentation(BytesIO(file.packed()))
    package, _ = cleaned(file)
    held = BytesIO(clean(package, findings := Findings()))
    after = Presentation(held)
    assert findings.items == []
    assert (after.slide_width, after.slide_height) == (before.slide_width, before.slide_height)
    assert [layout.name for layout in after.slide_layouts] == [layout.name for layout in before.slide_layouts]
    for old, new in zip(before.slide_layouts, after.slide_layouts, strict=True):
        assert etree.tostring(old.element, method="c14n") == etree.tostring(new.element, method="c14n")
    assert set(package.members) == {
        n for n in file.members if re.match(r"/ppt/(slideM|slideL|theme|presentation|tableS)[^_]*\.xml", n)
    }


def test_cleaning_twice_changes_nothing_and_gives_the_same_bytes() -> None:
    once = clean(opened(_everything().packed()), Findings())
    assert once == clean(opened(_everything().packed()), Findings())
    assert once == clean(opened(once), Findings())


def _everything() -> File:
    """A template with all that decks do not take over."""
    file = File()
    file.add(MAIN, f"{MICROSOFT}/vbaProject", "/ppt/vbaProject.bin", b"SECRET-VBA", "application/vnd.ms-office.vbaProject")
    file.add(MAIN, "customXml", "/customXml/item1.xml", b"<secret-customer/>", "application/xml")
    file.add("/", "custom-properties", "/docProps/custom.xml", b"<Secret-property/>", "application/xml")
    file.add(MAIN, "commentAuthors", "/ppt/commentAuthors.xml", b"<Secret-author/>", "application/xml")
    file.add(MAIN, "handoutMaster", "/ppt/handoutMasters/handoutMaster1.xml", b"<Secret-handout/>", "application/xml")
    _add_objects(file)
    _add_links(file)
    _add_slides(file)
    _add_lists(file)
    return file


def _add_objects(file: File) -> None:
    kind = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"
    for name in (MASTER, LAYOUT):
        tags = file.add(name, "tags", f"/ppt/tags/tag-{len(name)}.xml", b"<secret-tags/>", kind)
        file.insert(name, "</p:cSld>", f'<p:custDataLst><p:tags r:id="{tags}"/></p:custDataLst>')
    ole = file.add(LAYOUT, "oleObject", "/ppt/embeddings/oleObject1.bin", b"SECRET-OLE")
    image = file.add(LAYOUT, "image", "/ppt/media/preview.png", PIXEL + b"OLE-PREVIEW", "image/png")
    old = f'<p:oleObj name="o" r:id="{ole}" imgW="1" imgH="1" progId="X.1"><p:embed/>'
    picture = PICTURE.format(id=92, name="Preview", link="", media="", blip=f'r:embed="{image}"')
    both = (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:v="urn:v" Requires="v">{old}</p:oleObj></mc:Choice><mc:Fallback>'
    )
    file.draw(LAYOUT, FRAME.format(uri=OLE, inner=f"{both}{old}{picture}</p:oleObj></mc:Fallback></mc:AlternateContent>"))
    control = file.add(
        OTHER, "control", "/ppt/activeX/activeX1.xml", b"<secret-activex/>", "application/vnd.ms-office.activeX+xml"
    )
    file.insert(OTHER, "</p:cSld>", f'<p:controls><p:control r:id="{control}" name="c"/></p:controls>')
    data = file.add(OTHER, "diagramData", "/ppt/diagrams/data1.xml", b"<secret-smartart/>", "application/xml")
    file.draw(OTHER, FRAME.format(uri=DIAGRAM, inner=f'<dgm:relIds xmlns:dgm="{DIAGRAM}" r:dm="{data}"/>'))


def _add_links(file: File) -> None:
    targets = {
        "Kept": "https://example.org/kept",
        "Mail": "mailto:kept@example.org",
        "Plain": "http://example.org/secret",
        "Disk": "file:///c:/secret.xlsx",
        "Script": "javascript:secret()",
    }
    logo = file.add(MASTER, "image", "/ppt/media/logo.png", PIXEL, "image/png")
    for number, (name, target) in enumerate(targets.items(), 60):
        link = f'<a:hlinkClick r:id="{file.add(MASTER, "hyperlink", target)}"/>'
        file.draw(MASTER, PICTURE.format(id=number, name=name, link=link, media="", blip=f'r:embed="{logo}"'))
    macro = '<a:hlinkClick r:id="" action="ppaction://macro?name=secret"/>'
    file.draw(MASTER, PICTURE.format(id=70, name="Macro", link=macro, media="", blip=f'r:embed="{logo}"'))
    linked = file.add(MASTER, "image", "file:///c:/secret/linked.png")
    file.draw(MASTER, PICTURE.format(id=71, name="Linked", link="", media="", blip=f'r:link="{linked}"'))
    video = file.add(MASTER, "video", "file:///c:/secret.mp4")
    media = f'<a:videoFile r:link="{video}"/>'
    file.draw(MASTER, PICTURE.format(id=72, name="Poster", link="", media=media, blip=f'r:embed="{logo}"'))


def _add_slides(file: File) -> None:
    """Two sample slides with notes and pictures of their own, read back through python-pptx."""
    held = Presentation(BytesIO(file.packed()))
    for number in range(2):
        slide = held.slides.add_slide(held.slide_layouts[1])
        slide.shapes.title.text = f"Secret sample {number}"
        slide.notes_slide.notes_text_frame.text = "Secret notes"
        slide.shapes.add_picture(BytesIO(PIXEL + b"SAMPLE%d" % number), 0, 0)
    written = BytesIO()
    held.save(written)
    with zipfile.ZipFile(written) as opened_again:
        file.members = {"/" + name: opened_again.read(name) for name in opened_again.namelist()}


def _add_lists(file: File) -> None:
    """What else the presentation's part tells of the slides."""
    shows = (
        '<p:custShowLst><p:custShow name="Secret" id="0"><p:sldLst><p:sld r:id="{rid}"/></p:sldLst></p:custShow></p:custShowLst>'
    )
    rid = re.search(rb'<p:sldId [^>]*r:id="(\w+)"', file.members[MAIN])
    assert rid
    file.insert(MAIN, "<p:defaultTextStyle>", shows.format(rid=rid[1].decode()))
    section = '<p14:section name="Secret section" id="{00000000-0000-0000-0000-000000000001}"><p14:sldIdLst/></p14:section>'
    space = "http://schemas.microsoft.com/office/powerpoint/2010/main"
    uri = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
    lists = f'<p:ext uri="{uri}"><p14:sectionLst xmlns:p14="{space}">{section}</p14:sectionLst></p:ext>'
    end = "</p:presentation>"
    if b"</p:extLst></p:presentation>" in file.members[MAIN]:
        file.insert(MAIN, "</p:extLst></p:presentation>", lists)
    else:
        file.insert(MAIN, end, f"<p:extLst>{lists}</p:extLst>")


def test_nothing_is_left_that_acts_or_tells_of_people_or_slides() -> None:
    package, _ = cleaned(_everything())
    held = b"".join((*package.members.values(), *(name.encode() for name in package.members))).lower()
    assert b"secret" not in held
    for word in (
        b"ole-preview",
        b"sample0",
        b"tags",
        b"control",
        b"custshow",
        b"section",
        b"ppaction",
        b"videofile",
        b"alternatecontent",
    ):
        assert word not in held.replace(b"sectionheader", b"").replace(b"section header", b""), word
    links = {relation.target for name in package.members for relation in package.relations(name) if relation.external}
    assert links == {"https://example.org/kept", "mailto:kept@example.org"}


def test_what_is_left_out_is_named_one_warning_for_each_sort() -> None:
    _, warnings = cleaned(_everything())
    sorts = {
        "macros": "/ppt/vbaProject.bin",
        "custom XML": "/customXml/item1.xml",
        "custom properties": "/docProps/custom.xml",
        "authors of comments": "/ppt/commentAuthors.xml",
        "tags of add-ins": "/ppt/tags/tag-",
        "OLE objects": "/ppt/embeddings/oleObject1.bin",
        "ActiveX controls": "/ppt/activeX/activeX1.xml",
        "charts or SmartArt": "/ppt/diagrams/data1.xml",
        "printer settings": "/ppt/printerSettings/printerSettings1.bin",
    }
    for sort, part in sorts.items():
        (found,) = [told for told in warnings if told.startswith("M012") and f"holds {sort}" in told]
        assert part in found
    (links,) = [told for told in warnings if "connections to other files" in told]
    for word in ("file:///c:/secret.xlsx", "http://example.org/secret", "file:///c:/secret/linked.png", "file:///c:/secret.mp4"):
        assert word in links
    assert "https://example.org/kept" not in links
    (rest,) = [told for told in warnings if told.startswith("M013")]
    for word in (
        "sample slides (/ppt/slides/slide1.xml",
        "their notes (",
        "handout masters",
        "thumbnails",
        "the author's properties",
    ):
        assert word in rest


def test_the_masters_own_pictures_and_harmless_links_stay() -> None:
    package, _ = cleaned(_everything())
    assert package.members["/ppt/media/logo.png"] == PIXEL
    pictures = {e.get("name"): e for e in package.xml(MASTER).iter("{*}cNvPr") if e.getparent().tag.endswith("nvPicPr")}
    assert set(pictures) == {"Kept", "Mail", "Plain", "Disk", "Script", "Macro", "Poster"}
    assert {name for name, found in pictures.items() if len(found)} == {"Kept", "Mail"}


@pytest.mark.parametrize("word", ["template", "slideshow"])
def test_a_potx_and_a_slideshow_become_presentations(word: str) -> None:
    file = File()
    file.replace("/[Content_Types].xml", b"presentationml.presentation.main", f"presentationml.{word}.main".encode())
    package, _ = cleaned(file)
    assert package.content_type(MAIN).endswith("presentationml.presentation.main+xml")


def test_a_file_with_macros_becomes_one_without() -> None:
    file = File()
    before = b"vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    file.replace("/[Content_Types].xml", before, b"vnd.ms-powerpoint.template.macroEnabled.main+xml")
    package, _ = cleaned(file)
    assert "macro" not in package.content_type(MAIN)


def test_a_picture_that_the_file_lacks_goes_with_its_shape_and_is_named() -> None:
    file = File()
    image = file.add(LAYOUT, "image", "/ppt/media/NULL", data=None)
    file.draw(LAYOUT, PICTURE.format(id=80, name="Lost", link="", media="", blip=f'r:embed="{image}"'))
    package, warnings = cleaned(file)
    assert b"Lost" not in package.members[LAYOUT]
    assert any(told.startswith("M014") and f"{LAYOUT} → /ppt/media/NULL" in told for told in warnings)


def test_grounds_fills_and_bullets_without_their_picture_become_plain() -> None:
    file = File()
    missing = file.add(LAYOUT, "image", "/ppt/media/NULL", data=None)
    blip = f'<a:blipFill><a:blip r:embed="{missing}"/><a:stretch/></a:blipFill>'
    file.insert(LAYOUT, "<p:spTree>", f"<p:bg><p:bgPr>{blip}<a:effectLst/></p:bgPr></p:bg>")
    shape = '<p:sp><p:nvSpPr><p:cNvPr id="81" name="Bar"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{fill}</p:spPr></p:sp>'
    file.draw(LAYOUT, shape.format(fill=f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{blip}'))
    theme = "/ppt/theme/theme1.xml"
    listed = re.search(rb"<a:bgFillStyleLst>.*?</a:bgFillStyleLst>", file.members[theme], re.DOTALL)
    assert listed
    lost = file.add(theme, "image", "/ppt/media/NULL", data=None)
    kept = file.add(theme, "image", "/ppt/media/ground.png", PIXEL, "image/png")
    space = f'xmlns:r="{OFFICE}"'
    fills = "".join(f'<a:blipFill {space}><a:blip r:embed="{rid}"/><a:tile/></a:blipFill>' for rid in (lost, kept, kept))
    file.replace(theme, listed[0], f"<a:bgFillStyleLst>{fills}</a:bgFillStyleLst>".encode())
    package, _ = cleaned(file)
    layout = package.xml(LAYOUT)
    assert layout.find(".//{*}bg") is None
    bar = next(e for e in layout.iter("{*}sp") if e.find(".//{*}cNvPr").get("name") == "Bar")
    assert [etree.QName(e).localname for e in bar.find("{*}spPr")] == ["prstGeom", "noFill"]
    made = package.xml(theme).find(".//{*}bgFillStyleLst")
    assert [etree.QName(e).localname for e in made] == ["solidFill", "blipFill", "blipFill"]
    assert package.members["/ppt/media/ground.png"] == PIXEL


def test_where_a_newer_drawing_goes_its_older_form_takes_its_place() -> None:
    file = File()
    ink = file.add(LAYOUT, "customXml", "/ppt/ink/ink1.xml", b"<ink/>", "application/inkml+xml")
    image = file.add(LAYOUT, "image", "/ppt/media/ink.png", PIXEL, "image/png")
    older = PICTURE.format(id=82, name="Ink", link="", media="", blip=f'r:embed="{image}"')
    newer = f'<mc:Choice xmlns:p14="urn:p14" Requires="p14"><p:contentPart r:id="{ink}"/></mc:Choice>'
    file.draw(LAYOUT, f'<mc:AlternateContent xmlns:mc="{MC}">{newer}<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>')
    package, _ = cleaned(file)
    tree = package.xml(LAYOUT).find(".//{*}spTree")
    assert [e.get("name") for e in tree.iterfind("{*}pic/{*}nvPicPr/{*}cNvPr")] == ["Ink"]
    assert b"AlternateContent" not in package.members[LAYOUT]


def test_animations_go_and_connectors_let_go_of_what_is_gone() -> None:
    file = File()
    ole = file.add(LAYOUT, "oleObject", "/ppt/embeddings/oleObject1.bin")
    file.draw(LAYOUT, FRAME.format(uri=OLE, inner=f'<p:oleObj r:id="{ole}" progId="X.1"><p:embed/></p:oleObj>'))
    glued = '<p:cNvCxnSpPr><a:stCxn id="91" idx="0"/><a:endCxn id="2" idx="0"/></p:cNvCxnSpPr>'
    file.draw(LAYOUT, f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="83" name="Line"/>{glued}<p:nvPr/></p:nvCxnSpPr><p:spPr/></p:cxnSp>')
    file.insert(LAYOUT, "</p:sldLayout>", '<p:timing><p:tnLst><p:par><p:cTn id="1"/></p:par></p:tnLst></p:timing>')
    package, _ = cleaned(file)
    assert b"timing" not in package.members[LAYOUT]
    assert b"stCxn" not in package.members[LAYOUT]
    assert b"endCxn" in package.members[LAYOUT]


def test_embedded_fonts_stay_and_those_without_a_file_go() -> None:
    file = File()
    rid = file.add(MAIN, "font", "/ppt/fonts/font1.fntdata", b"FONT", "application/x-fontdata")
    fake = file.add(MAIN, "font", "/ppt/fonts/font2.bin", b"SECRET", "application/vnd.ms-office.vbaProject")
    fonts = "".join(
        f'<p:embeddedFont><p:font typeface="{name}"/><p:regular r:id="{id}"/></p:embeddedFont>'
        for name, id in (("House", rid), ("Lost", "rId999"), ("Fake", fake))
    )
    file.insert(MAIN, "<p:defaultTextStyle>", f"<p:embeddedFontLst>{fonts}</p:embeddedFontLst>")
    package, _ = cleaned(file)
    assert [e.get("typeface") for e in package.xml(MAIN).iter("{*}font")] == ["House"]
    assert package.members["/ppt/fonts/font1.fntdata"] == b"FONT"
    assert "/ppt/fonts/font2.bin" not in package.members


def test_a_layout_that_no_master_lists_goes_and_ids_differ() -> None:
    file = File()
    master = etree.fromstring(file.members[MASTER])
    entries = list(master.iter("{*}sldLayoutId"))
    entries[3].getparent().remove(entries[3])
    for entry in entries:
        entry.set("id", "2147483648")
    file.members[MASTER] = etree.tostring(master)
    package, warnings = cleaned(file)
    assert len(package.related(MASTER, "slideLayout")) == 10
    assert any("layouts that no master lists (/ppt/slideLayouts/slideLayout4.xml)" in told for told in warnings)
    ids = [e.get("id") for name in (MAIN, MASTER) for e in package.xml(name).iter("{*}sldMasterId", "{*}sldLayoutId")]
    assert ids == [str(2**31 + n) for n in range(11)]


def test_two_masters_stay_each_with_its_own_layouts() -> None:
    file = File()
    second = "/ppt/slideMasters/slideMaster2.xml"
    types = "application/vnd.openxmlformats-officedocument."
    rid = file.add(MAIN, "slideMaster", second, b"", types + "presentationml.slideMaster+xml")
    file.replace(MAIN, b"</p:sldMasterIdLst>", f'<p:sldMasterId id="2147483648" r:id="{rid}"/></p:sldMasterIdLst>'.encode())
    theme = file.add(second, "theme", "/ppt/theme/theme7.xml", file.members["/ppt/theme/theme1.xml"], types + "theme+xml")
    copy = "/ppt/slideLayouts/branded.xml"
    layout = file.add(second, "slideLayout", copy, file.members[LAYOUT], types + "presentationml.slideLayout+xml")
    file.add(copy, "slideMaster", second, data=None)
    listed = f'<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="{layout}"/></p:sldLayoutIdLst>'
    file.members[second] = re.sub(
        rb"<p:sldLayoutIdLst>.*</p:sldLayoutIdLst>", listed.encode(), file.members[MASTER], flags=re.DOTALL
    )
    package, _ = cleaned(file)
    assert theme
    assert package.related(MAIN, "slideMaster") == (MASTER, second)
    assert package.related(second, "slideLayout") == (copy,)
    assert package.related(second, "theme") == ("/ppt/theme/theme7.xml",)


def test_the_files_own_notes_master_stays_if_notes_can_stand_on_it() -> None:
    file = File()
    _add_slides(file)
    package, _ = cleaned(file)
    (notes,) = package.related(MAIN, "notesMaster")
    assert len(package.related(notes, "theme")) == 1
    file.members[notes] = file.members[notes].replace(b'type="body"', b'type="hdr"')
    package, warnings = cleaned(file)
    assert package.related(MAIN, "notesMaster") == ()
    assert any("notes masters" in told for told in warnings)


def test_lists_that_name_a_master_or_layout_twice_or_not_at_all_are_put_right() -> None:
    file = File()
    file.replace(MAIN, b"</p:sldMasterIdLst>", b'<p:sldMasterId id="7" r:id="rId1"/><p:sldMasterId id="8"/></p:sldMasterIdLst>')
    first = re.search(rb'<p:sldLayoutId [^>]*r:id="(\w+)"/>', file.members[MASTER])
    assert first
    file.replace(MASTER, b"</p:sldLayoutIdLst>", first[0] + b'<p:sldLayoutId id="9"/></p:sldLayoutIdLst>')
    package, _ = cleaned(file)
    assert len(list(package.xml(MAIN).iter("{*}sldMasterId"))) == 1
    assert len(list(package.xml(MASTER).iter("{*}sldLayoutId"))) == 11


def test_a_picture_that_is_there_twice_is_carried_over_once() -> None:
    file = File()
    for number, name in enumerate((LAYOUT, OTHER, MASTER)):
        image = file.add(name, "image", f"/ppt/media/logo{number}.png", PIXEL, "image/png")
        file.draw(name, PICTURE.format(id=80, name="Logo", link="", media="", blip=f'r:embed="{image}"'))
    package, _ = cleaned(file)
    assert [name for name in package.members if "media" in name] == ["/ppt/media/logo0.png"]
    assert {package.related(name, "image") for name in (LAYOUT, OTHER, MASTER)} == {("/ppt/media/logo0.png",)}
