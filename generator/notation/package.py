"""PowerPoint files as packages: parts by name, their content types, and the relationships between them.

read_package(data, path, findings)
  archive    the zip, bounded
  names      what sort of file it is, and where its presentation stands
  parts      every part that layouts come from is sound XML and is there
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from types import MappingProxyType
from urllib.parse import unquote

from generator.errors import Findings
from generator.notation import office
from generator.notation.archive import read_archive
from generator.notation.xml import Element, Malformed, Unsafe, check, parse
from generator.source import Span

MOST_XML = 60_000_000
"""Bytes of all XML parts together."""
MOST_LAYOUTS = 500
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
"""The namespace, as lxml writes it, of attributes that name a relationship."""
_PRESENTATION = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_TYPES = "[Content_Types].xml"
_STRUCTURE = ("slideMaster", "slideLayout", "theme")
"""The relationships without whose parts nothing can be drawn."""
_DRAWN = frozenset({*_STRUCTURE, "themeOverride", "notesMaster", "slide", "tableStyles", "presProps", "viewProps"})
_REPAIR = "open it in PowerPoint, let it repair the file, save it under a new name, and use that"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part leads to. `type` is the last word of the relationship's type, such as `slideLayout`."""

    id: str
    type: str
    target: str
    """A part's name; for an external one, the address."""
    external: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Package:
    """A PowerPoint file, read whole. Parts go by their names: `/ppt/presentation.xml`."""

    path: str
    """The file, as the user names it."""
    members: Mapping[str, bytes]
    """Every part's bytes; relationships and content types are not parts."""
    main: str
    """The presentation's part."""
    types: Mapping[str, str]
    """Every part's content type."""
    links: Mapping[str, tuple[Relation, ...]]
    """Every part's relationships whose targets exist; the package's own under `/`."""
    missing: Mapping[str, tuple[Relation, ...]]
    """The relationships that lead to no part."""

    def xml(self, name: str) -> Element:
        """A fresh tree of a part's XML, without comments. Parts that belong to masters and slides are known to be sound."""
        return parse(self.members[name])

    def content_type(self, name: str) -> str:
        """A part's content type, empty where the file states none."""
        return self.types.get(name, "")

    def relations(self, name: str) -> tuple[Relation, ...]:
        """What a part leads to, in the file's order."""
        return self.links.get(name, ())

    def related(self, name: str, type: str) -> tuple[str, ...]:
        """The names of the parts that a part leads to by relationships of a type, in the file's order."""
        return tuple(found.target for found in self.relations(name) if found.type == type and not found.external)

    def relation(self, name: str, id: str) -> Relation | None:
        """A part's relationship of that id; none where there is none, or where it leads to no part."""
        return next((found for found in self.relations(name) if found.id == id), None)

    def masters(self) -> tuple[str, ...]:
        """The slide masters that the presentation lists, in its order."""
        return self._listed(self.main, "slideMaster", "{*}sldMasterId")

    def layouts(self, master: str) -> tuple[str, ...]:
        """The layouts that a master lists, in its order."""
        return self._listed(master, "slideLayout", "{*}sldLayoutId")

    def _listed(self, owner: str, type: str, tag: str) -> tuple[str, ...]:
        found = (self.relation(owner, str(entry.get(RELATED + "id"))) for entry in self.xml(owner).iter(tag))
        return tuple(relation.target for relation in found if relation is not None and relation.type == type)


def read_package(data: bytes, path: str, findings: Findings) -> Package | None:
    """The package in a .pptx, .pptm, .potx, .potm, .ppsx or .ppsm file; None and findings (M001 to M011) where it has none."""
    if not office.zipped(data, path, findings):
        return None
    files = read_archive(data, path, findings)
    if files is None or not office.presentation(files, path, findings):
        return None
    before = len(findings.errors)
    package = _opened({"/" + name: held for name, held in files.items()}, path, findings)
    if package is None or not _sound(package, findings):
        return None
    return package if len(findings.errors) == before else None


def _opened(files: dict[str, bytes], path: str, findings: Findings) -> Package | None:
    """The package with its relationships; None where its own tables cannot be read."""
    try:
        types = _content_types(files)
        found = {_source(name): _relations(name, data, files) for name, data in files.items() if name.endswith(".rels")}
    except (Unsafe, Malformed) as error:
        _refuse_xml(path, "its list of parts", error, findings)
        return None
    members = {name: data for name, data in files.items() if name != "/" + _TYPES and not name.endswith(".rels")}
    mains = [r.target for r in found.get("/", ()) if r.type == "officeDocument" and r.target in members]
    if not mains:
        findings.error("M010", Span(path), f"{path!r} names no presentation that it holds", _REPAIR)
        return None
    there = {name: tuple(r for r in held if r.external or r.target in members) for name, held in found.items()}
    lost = {name: tuple(r for r in held if not r.external and r.target not in members) for name, held in found.items()}
    return Package(
        path,
        MappingProxyType(members),
        mains[0],
        MappingProxyType({name: types.get(name.lower()) or types.get(_suffix(name), "") for name in members}),
        MappingProxyType(there),
        MappingProxyType({name: held for name, held in lost.items() if held}),
    )


def _content_types(files: Mapping[str, bytes]) -> dict[str, str]:
    """Content types by part name, and by suffix with its dot, in lower case."""
    found = {}
    for entry in parse(files.get("/" + _TYPES, b"")):
        key = "." + entry.get("Extension", "") if entry.get("Extension") else entry.get("PartName", "")
        found[key.lower()] = entry.get("ContentType", "")
    return found


def _suffix(name: str) -> str:
    return "." + name.rpartition(".")[2].lower()


def _source(name: str) -> str:
    """The part whose relationships stand in the file `name`; `/` for the package's own."""
    folder, _, file = name.rpartition("/")
    return join(dirname(folder), file.removesuffix(".rels"))


def _relations(name: str, data: bytes, files: Mapping[str, bytes]) -> tuple[Relation, ...]:
    spelt = {held.lower(): held for held in files}
    folder = dirname(dirname(name))
    made: dict[str, Relation] = {}
    for entry in parse(data):
        target, external = entry.get("Target", ""), entry.get("TargetMode") == "External"
        if not external:
            whole = normpath(join(folder, target))
            target = spelt.get(whole.lower()) or spelt.get(unquote(whole).lower(), whole)
        id = entry.get("Id", "")
        if not id:
            continue  # nothing can refer to it
        made.setdefault(id, Relation(id, entry.get("Type", "").rpartition("/")[2], target, external))
    return tuple(made.values())


def _sound(package: Package, findings: Findings) -> bool:
    """Whether all XML that is read later is safe, and masters, layouts and themes are there."""
    drawn = _drawn(package)
    names = [name for name in package.members if name in drawn or _read_later(package.content_type(name))]
    size = sum(len(package.members[name]) for name in names)
    if size > MOST_XML:
        message = f"{package.path!r} is too large to be a template: it has {size:,} bytes of XML, at most {MOST_XML:,} are read"
        findings.error("M005", Span(package.path), message, "delete the sample slides in PowerPoint, and save it as a new file")
        return False
    for name in names:
        try:
            check(package.members[name])
        except (Unsafe, Malformed) as error:
            _refuse_xml(package.path, name, error, findings)
            return False
    return _complete(package, findings)


def _drawn(package: Package) -> set[str]:
    """The parts that pages are drawn from, whatever content type they claim to have."""
    held = (relation for relations in package.links.values() for relation in relations)
    return {package.main, *(relation.target for relation in held if relation.type in _DRAWN and not relation.external)}


def _read_later(type: str) -> bool:
    return type.endswith("+xml") and ("presentationml" in type or "theme" in type or "ms-powerpoint" in type)


def _complete(package: Package, findings: Findings) -> bool:
    span = Span(package.path)
    masters = package.masters()
    layouts = [layout for master in masters for layout in package.layouts(master)]
    for name in (package.main, *masters, *layouts):
        for lost in package.missing.get(name, ()):
            if lost.type in _STRUCTURE:
                message = f"{package.path!r} lacks {lost.target}, which {name} refers to"
                findings.error("M010", span, message, _REPAIR)
                return False
    hint = "open it in PowerPoint, choose a design, save it as a template (.potx)"
    roots = {package.main: "presentation", **dict.fromkeys(masters, "sldMaster"), **dict.fromkeys(layouts, "sldLayout")}
    odd = [name for name, root in roots.items() if package.xml(name).tag != _PRESENTATION + root]
    if odd:
        findings.error("M010", span, f"{package.path!r} cannot be read: {odd[0]} is no {roots[odd[0]]}", _REPAIR)
    elif not masters or not layouts:
        lacking = "slide layout" if masters else "slide master"
        findings.error("M011", span, f"{package.path!r} has no {lacking}", hint)
    elif len(layouts) > MOST_LAYOUTS:
        message = f"{package.path!r} has {len(layouts)} layouts, at most {MOST_LAYOUTS} are read"
        findings.error("M005", span, message, "delete the layouts that nobody uses: View > Slide Master")
    elif not all(package.related(master, "theme") for master in masters):
        findings.error("M010", span, f"{package.path!r} has a slide master without a theme", _REPAIR)
    else:
        return True
    return False


def _refuse_xml(path: str, name: str, error: Unsafe | Malformed, findings: Findings) -> None:
    where = f"{path!r} cannot be read: {name}"
    if isinstance(error, Unsafe):
        hint = "no office program writes such a file; ask where it comes from, and save it anew in PowerPoint"
        findings.error("M007", Span(path), f"{where} is not safe, {error}", hint)
    else:
        findings.error("M008", Span(path), f"{where} is damaged, {error}", _REPAIR)
