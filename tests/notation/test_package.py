"""Anybody's PowerPoint file opens as a package; whatever is none, or means harm, is refused with its name and a way out."""

from __future__ import annotations

import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from functools import lru_cache
from io import BytesIO
from types import MappingProxyType

import pytest
from pptx import Presentation

from generator.errors import Findings
from generator.notation.archive import MOST_MEMBERS
from generator.notation.package import Package, read_package
from generator.notation.xml import DEEPEST

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
MAIN = "ppt/presentation.xml"
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
PLAIN = b"presentationml.presentation.main+xml"


@lru_cache(maxsize=1)
def template() -> Mapping[str, bytes]:
    """The members of python-pptx's own template, which PowerPoint made."""
    held = BytesIO()
    Presentation().save(held)
    with zipfile.ZipFile(held) as opened:
        return MappingProxyType({name: opened.read(name) for name in opened.namelist()})


def files() -> dict[str, bytes]:
    return dict(template())


def packed(members: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            target.writestr(name, data)
    return held.getvalue()


def with_(**changed: bytes | None) -> bytes:
    """The template with files added, replaced or (None) left out."""
    return packed({name: data for name, data in {**files(), **changed}.items() if data is not None})


def changed(name: str, before: bytes, after: bytes) -> bytes:
    members = files()
    assert before in members[name]
    return packed({**members, name: members[name].replace(before, after)})


def read(data: bytes) -> tuple[Package | None, Findings]:
    findings = Findings()
    return read_package(data, "design/company.pptx", findings), findings


GOOD = with_()
TYPES = "[Content_Types].xml"


def office(word: bytes) -> bytes:
    return packed({TYPES: b'<Types><Override PartName="/x.xml" ContentType="application/vnd.' + word + b'"/></Types>'})


def xml(name: str, data: bytes) -> bytes:
    return with_(**{name: data})


LAUGHS = (
    b'<!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><p:sldLayout xmlns:p='x'>&j;</p:sldLayout>"
)
EXTERNAL = b'<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><p:sldLayout xmlns:p="x">&a;</p:sldLayout>'
DEEP = b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1)


def encrypted_member() -> bytes:
    data = bytearray(GOOD)
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def crowd(count: int) -> bytes:
    """An archive whose table names far more files than its end says."""
    entry = b"PK\x01\x02" + struct.pack("<HHHHHHIIIHHHHHII", 20, 20, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0)
    table = b"".join(entry + b"%06d" % number for number in range(count))
    return b"PK\x03\x04" + table + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 9, 9, len(table), 4, 0)


def liar() -> bytes:
    """A file of 20 MB that says it has 100 bytes."""
    data = bytearray(packed({TYPES: b"x", "ppt/media/a.bmp": bytes(20_000_000)}))
    for start, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.rfind(start) + at
        data[place : place + 4] = struct.pack("<I", 100)
    return bytes(data)


CASES: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "an empty file": (lambda: b"", "M001", "it is empty"),
    "a text": (lambda: b"Dear all", "M001", "no file of PowerPoint's"),
    "a PDF": (lambda: b"%PDF-1.7", "M001", "a PDF"),
    "any zip": (lambda: packed({"a.txt": b"x"}), "M001", "a zip archive"),
    "a Word document": (
        lambda: office(b"openxmlformats-officedocument.wordprocessingml.document.main+xml"),
        "M002",
        "a Word document",
    ),
    "a workbook": (lambda: office(b"openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "M002", "an Excel workbook"),
    "a theme": (lambda: office(b"openxmlformats-officedocument.themeManager+xml"), "M002", "an Office theme"),
    "an OpenDocument file": (
        lambda: packed({"mimetype": b"application/vnd.oasis.opendocument.presentation"}),
        "M002",
        "an OpenDocument file",
    ),
    "an older file": (lambda: OLE + "PowerPoint Document".encode("utf-16-le"), "M002", "of the older sort"),
    "an encrypted file": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "M003", "protected by a password"),
    "encrypted members": (encrypted_member, "M003", "protected by a password"),
    "a file cut in the middle": (lambda: GOOD[: len(GOOD) // 2], "M004", "its end is missing"),
    "a damaged member": (lambda: GOOD[:600] + bytes(40) + GOOD[640:], "M004", "damaged"),
    "a member that swells": (liar, "M004", "damaged"),
    "a bomb": (lambda: with_(**{"ppt/media/a.bmp": bytes(30_000_000)}), "M005", "times its size"),
    "60,000 members": (lambda: crowd(60_000), "M005", "at most 5,000"),
    "too many members": (lambda: crowd(MOST_MEMBERS + 1), "M005", "5,001 files"),
    "a huge file": (lambda: b"PK\x03\x04" + bytes(64_000_001), "M005", "64,000,005 bytes"),
    "a path that leads out": (lambda: with_(**{"../../etc/cron.d/x": b"x"}), "M006", "'../../etc/cron.d/x'"),
    "an absolute path": (lambda: with_(**{"/etc/x": b"x"}), "M006", "'/etc/x'"),
    "a path with a drive": (lambda: with_(**{"C:/x": b"x"}), "M006", "'C:/x'"),
    "names that differ by capitals": (lambda: with_(**{"PPT/Presentation.xml": b"x"}), "M006", "'PPT/Presentation.xml'"),
    "a billion laughs": (lambda: xml(LAYOUT, LAUGHS), "M007", "entities"),
    "an entity from elsewhere": (lambda: xml(LAYOUT, EXTERNAL), "M007", "/ppt/slideLayouts/slideLayout2.xml"),
    "entities in UTF-16": (lambda: xml(LAYOUT, EXTERNAL.decode().encode("utf-16")), "M007", "entities"),
    "entities in relationships": (lambda: xml("ppt/_rels/presentation.xml.rels", EXTERNAL), "M007", "entities"),
    "broken XML": (lambda: xml(MAIN, b"<p:presentation>"), "M008", "/ppt/presentation.xml"),
    "XML too deep": (lambda: xml(LAYOUT, DEEP), "M008", "more than 100 deep"),
    "Strict Open XML": (
        lambda: changed("_rels/.rels", b"schemas.openxmlformats.org/officeDocument/2006", b"purl.oclc.org/ooxml/officeDocument"),
        "M009",
        "Strict",
    ),
    "no presentation": (lambda: with_(**{MAIN: None}), "M010", "names no presentation"),
    "a master that is missing": (lambda: with_(**{"ppt/slideMasters/slideMaster1.xml": None}), "M010", "slideMaster1.xml"),
    "a layout that is missing": (lambda: with_(**{LAYOUT: None}), "M010", "/ppt/slideLayouts/slideLayout2.xml"),
    "a theme that is missing": (lambda: with_(**{"ppt/theme/theme1.xml": None}), "M010", "/ppt/theme/theme1.xml"),
    "a layout that is none": (lambda: xml(LAYOUT, b"<p:sld xmlns:p='urn:x'/>"), "M010", "slideLayout2.xml is no sldLayout"),
    "no master": (lambda: changed("ppt/_rels/presentation.xml.rels", b"/slideMaster", b"/other"), "M011", "no slide master"),
    "a master that is not listed": (lambda: changed(MAIN, b"<p:sldMasterId ", b"<p:other "), "M011", "no slide master"),
    "no layout": (
        lambda: changed("ppt/slideMasters/_rels/slideMaster1.xml.rels", b"/slideLayout", b"/other"),
        "M011",
        "no slide layout",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_no_template_is_refused_with_its_name_and_a_way_out(case: str) -> None:
    make, code, words = CASES[case]
    package, findings = read(make())
    assert package is None
    assert [(told.code, told.span.path) for told in findings.items] == [(code, "design/company.pptx")]
    assert words in findings.items[0].message
    assert "design/company.pptx" in findings.items[0].message
    assert findings.items[0].hint


@pytest.mark.parametrize("case", ["a member that swells", "a bomb", "60,000 members", "a billion laughs", "a huge file"])
def test_harm_costs_little_memory_and_time(case: str) -> None:
    data = CASES[case][0]()
    tracemalloc.start()
    began = time.process_time()
    read(data)
    spent, peak = time.process_time() - began, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert spent < 2
    assert peak < 40_000_000


@pytest.mark.parametrize(
    "type",
    [
        b"presentationml.presentation.main+xml",
        b"presentationml.template.main+xml",
        b"presentationml.slideshow.main+xml",
        b"ms-powerpoint.presentation.macroEnabled.main+xml",
        b"ms-powerpoint.template.macroEnabled.main+xml",
        b"ms-powerpoint.slideshow.macroEnabled.main+xml",
    ],
)
def test_every_sort_of_powerpoint_file_opens(type: bytes) -> None:
    package, findings = read(changed(TYPES, PLAIN, type))
    assert findings.items == []
    assert package is not None
    assert package.main == "/ppt/presentation.xml"
    assert type.decode() in package.content_type(package.main)


def test_a_package_tells_parts_types_and_relationships() -> None:
    package, _ = read(GOOD)
    assert package is not None
    (master,) = package.related(package.main, "slideMaster")
    layouts = tuple(f"/ppt/slideLayouts/slideLayout{number}.xml" for number in range(1, 12))
    assert set(package.related(master, "slideLayout")) == set(layouts)
    assert master == "/ppt/slideMasters/slideMaster1.xml"
    assert len(layouts) == 11
    assert all(package.content_type(layout).endswith("slideLayout+xml") for layout in layouts)
    assert package.masters() == (master,)
    assert package.layouts(master) == layouts
    assert package.related(layouts[0], "slideMaster") == (master,)
    assert package.xml(layouts[0]).find("{*}cSld").get("name") == "Title Slide"
    assert package.relation(master, "nobody") is None
    assert [name for name in package.members if name.endswith((".rels", TYPES))] == []
    assert package.missing == {}


def test_a_tree_that_somebody_changes_changes_no_package() -> None:
    package, _ = read(GOOD)
    assert package is not None
    package.xml(package.main).clear()
    assert len(package.xml(package.main))


def test_names_are_found_whatever_their_capitals_and_escapes() -> None:
    members = files()
    rels = "ppt/_rels/presentation.xml.rels"
    members[rels] = members[rels].replace(b"theme/theme1.xml", b"Theme/Th%65me1.xml")
    package, findings = read(packed(members))
    assert findings.items == []
    assert package is not None
    assert package.related(package.main, "theme") == ("/ppt/theme/theme1.xml",)


def test_a_relationship_that_leads_nowhere_is_told_apart() -> None:
    package, findings = read(with_(**{"docProps/thumbnail.jpeg": None}))
    assert findings.items == []
    assert package is not None
    assert [relation.type for relation in package.missing["/"]] == ["thumbnail"]
    assert package.related("/", "thumbnail") == ()


def test_xml_is_checked_whatever_content_type_it_claims() -> None:
    members = files()
    members[TYPES] = members[TYPES].replace(b"presentationml.slideLayout+xml", b"nothing")
    assert read(packed(members))[1].items == []
    _, findings = read(packed({**members, LAYOUT: EXTERNAL}))
    assert [told.code for told in findings.items] == ["M007"]


def test_no_damage_to_a_file_is_a_traceback() -> None:
    for place in range(0, len(GOOD), len(GOOD) // 60):
        for hurt in (GOOD[:place], GOOD[:place] + bytes(9) + GOOD[place + 9 :], GOOD[:place] + GOOD[place + 1 :]):
            package, findings = read(hurt)
            assert (package is None) == bool(findings.errors)
            assert {told.code for told in findings.items} <= {f"M{number:03}" for number in range(1, 12)}
