"""Say what of somebody's file is not carried over: a warning for each sort that acts or tells of people, one for the rest."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from types import MappingProxyType

from generator.errors import Findings
from generator.notation.package import Package, Relation
from generator.source import Span

_SORTS = MappingProxyType(
    {
        "vbaProject": "macros",
        "vbaProjectSignature": "macros",
        "wordVbaData": "macros",
        "control": "ActiveX controls",
        "activeXControlBinary": "ActiveX controls",
        "vmlDrawing": "ActiveX controls or old drawings",
        "oleObject": "OLE objects",
        "package": "OLE objects",
        "tags": "tags of add-ins",
        "customXml": "custom XML",
        "customXmlProps": "custom XML",
        "custom-properties": "custom properties",
        "commentAuthors": "authors of comments",
        "authors": "authors of comments",
        "comments": "comments",
        "printerSettings": "printer settings",
        "audio": "sound or video",
        "video": "sound or video",
        "media": "sound or video",
        "extensibility": "changes of PowerPoint's ribbon",
        "webextensiontaskpanes": "web add-ins",
        "webextension": "web add-ins",
        "origin": "digital signatures",
        "signature": "digital signatures",
        "changesInfo": "records of earlier edits",
        "revisionInfo": "records of earlier edits",
        "attachedTemplate": "links to other files",
    }
)
"""What relationship types lead to that acts, or tells of people."""
_ORDINARY = MappingProxyType(
    {
        "slide": "sample slides",
        "notesSlide": "their notes",
        "handoutMaster": "handout masters",
        "notesMaster": "notes masters",
        "thumbnail": "thumbnails",
        "core-properties": "the author's properties",
        "extended-properties": "the author's properties",
        "presProps": "settings of show and view",
        "viewProps": "settings of show and view",
        "slideMaster": "masters that the presentation does not list",
        "slideLayout": "layouts that no master lists",
        "": "parts that nothing leads to",
    }
)
_REST = "parts that only they use"
_MOST = 8
"""Names in one warning."""
_FEW = 3
"""Names of one sort in the warning about what belongs to the template's own slides."""
_QUIET = ("image", "hdphoto")
"""What goes without a word of its own: pictures that nobody saw once an object or a slide is gone."""
_DRAWN = "charts or SmartArt on masters and layouts"
_HINT = "nothing to do: built decks take only masters, layouts, themes, their pictures and embedded fonts"


def kept_link(target: str) -> bool:
    """Whether an address may stand in a deck."""
    return target.lower().startswith(("https://", "mailto:"))


def report(package: Package, kept: Collection[str], findings: Findings) -> None:
    """Warn of everything in the package but the parts `kept` (M012, M013), and of what those refer to and it lacks (M014)."""
    span = Span(package.path)
    ways = _ways(package)
    gone = [member for member in package.members if member not in kept]
    active: dict[str, list[str]] = {}
    ordinary: dict[str, list[str]] = {}
    held = [relation for part in sorted(kept) if part != package.main for relation in package.relations(part)]
    drawn = {relation.target for relation in held if relation.type not in (*_ORDINARY, *_QUIET)}
    for member in gone:
        sort = next((_SORTS[way] for way in ways.get(member, ()) if way in _SORTS), _DRAWN if member in drawn else "")
        plain = next((_ORDINARY[way] for way in ways.get(member, ("",)) if way in _ORDINARY), _REST)
        (active.setdefault(sort, []) if sort else ordinary.setdefault(plain, [])).append(member)
    links = sorted({relation.target for relation in _outside(package)})
    if links:
        active["connections to other files and places"] = links
    for sort, names in sorted(active.items()):
        findings.warning("M012", span, f"the template holds {sort}, left out: {_listed(names, _MOST)}", _HINT)
    if ordinary:
        counted = "; ".join(f"{sort} ({_listed(ordinary[sort], _FEW)})" for sort in sorted(ordinary))
        findings.warning("M013", span, f"the template holds what belongs to its own slides and file, left out: {counted}", _HINT)
    lost = [f"{part} → {found.target}" for part in sorted(kept) for found in package.missing.get(part, ())]
    if lost:
        hint = "look at these layouts in PowerPoint: a picture may be missing; save the file anew"
        findings.warning("M014", span, f"the template refers to parts that it lacks, left out: {_listed(lost, _MOST)}", hint)


def _ways(package: Package) -> dict[str, list[str]]:
    """The types of the relationships that lead to each part."""
    found: dict[str, list[str]] = {}
    for relations in package.links.values():
        for relation in relations:
            if not relation.external:
                found.setdefault(relation.target, []).append(relation.type)
    return found


def _outside(package: Package) -> Iterator[Relation]:
    """Everything that leads out of the package but links that people may click."""
    for source in ("/", *package.members):
        for relation in package.relations(source):
            if relation.external and not (relation.type == "hyperlink" and kept_link(relation.target)):
                yield relation


def _listed(names: list[str], most: int) -> str:
    shown = sorted(names, key=lambda name: [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", name)])
    more = len(shown) - most
    return ", ".join(shown[:most]) + (f" and {more} more" if more > 0 else "")
