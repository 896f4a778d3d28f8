"""Somebody's file becomes an empty deck: its masters, layouts, themes, their pictures and embedded fonts, and nothing else.

What stays is named here, not what goes: a sort of part that nobody has heard of is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from posixpath import dirname, relpath
from types import MappingProxyType
from typing import TypeAlias

from lxml import etree

from generator.errors import Findings
from generator.notation.archive import write_archive
from generator.notation.package import Package, Relation
from generator.notation.xml import Element
from generator.source import Span
from generator.theme.foreign.debris import debris
from generator.theme.foreign.leftovers import kept_link, report
from generator.theme.foreign.pruning import prune, referred
from generator.theme.foreign.skeleton import listed, number, presentation

_Kept: TypeAlias = Mapping[str, tuple[Relation, ...]]
"""The parts that stay, each with the relationships that stay."""
_Listed: TypeAlias = Mapping[str, Collection[str]]
"""The masters that the presentation lists, each with the ids of the layouts that it lists."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_FORMAT = "application/vnd.openxmlformats-officedocument."
_XML = MappingProxyType(
    {
        "officeDocument": _FORMAT + "presentationml.presentation.main+xml",
        "slideMaster": _FORMAT + "presentationml.slideMaster+xml",
        "slideLayout": _FORMAT + "presentationml.slideLayout+xml",
        "notesMaster": _FORMAT + "presentationml.notesMaster+xml",
        "tableStyles": _FORMAT + "presentationml.tableStyles+xml",
        "theme": _FORMAT + "theme+xml",
        "themeOverride": _FORMAT + "themeOverride+xml",
    }
)
"""The content types of parts made of XML, by the relationship that leads to them, whatever the file says."""
_SUFFIXES = MappingProxyType(
    {
        "png": "image/png",
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg",
        "gif": "image/gif",
        "bmp": "image/bmp",
        "tif": "image/tiff",
        "tiff": "image/tiff",
        "emf": "image/x-emf",
        "wmf": "image/x-wmf",
        "svg": "image/svg+xml",
        "wdp": "image/vnd.ms-photo",
        "fntdata": "application/x-fontdata",
    }
)
"""Content types of pictures and fonts for which a file states none."""
_UNSAID = frozenset({"slideMaster", "theme", "themeOverride", "tableStyles"})
"""Relationships that hold without any mention in the part."""
_DATA = MappingProxyType({"image": "image/", "hdphoto": "image/", "font": "font"})
"""What the content type of a part must say that such a relationship leads to."""
_ELSEWHERE = MappingProxyType({"hdphoto": "http://schemas.microsoft.com/office/2007/relationships/hdphoto"})
"""Relationship types that are not among the standard's."""


def clean(package: Package, findings: Findings) -> bytes:
    """A .pptx without slides that holds only what slides stand on; warnings (M012 to M014) name all that is left out."""
    masters = {name: frozenset(listed(package.xml(name), "sldLayoutId")) for name in package.masters()}
    first = _of_presentation(package, tuple(masters))
    trees = {package.main: presentation(package.xml(package.main), first)}
    kept = {package.main: _used(first, trees[package.main])}
    waiting = [*kept[package.main]]
    while waiting:
        way = waiting.pop(0)
        if not way.external and way.target not in kept:
            kept[way.target] = _carried(package, masters, way, trees)
            waiting += kept[way.target]
    report(package, frozenset(kept), findings)
    _tidy(package.path, {name: tree for name, tree in trees.items() if name != package.main}, findings)
    number(trees[package.main], {relation.id: trees[relation.target] for relation in first if relation.type == "slideMaster"})
    kept = _merged(package, {name: kept[name] for name in sorted(kept)}, trees)
    members = {name: _written(trees[name]) if name in trees else package.members[name] for name in kept}
    return write_archive(_files(package.main, members, kept, _content_types(package, kept)))


def _tidy(path: str, trees: Mapping[str, Element], findings: Findings) -> None:
    """Take prompts that stand in ordinary boxes off masters and layouts: they would show on every slide."""
    found = [shape for tree in trees.values() for shape in debris(tree)]
    for shape in found:
        above = shape.getparent()
        if above is not None:
            above.remove(shape)
    if found:
        message = "the template has prompts as ordinary text on its master or layouts, which would show on every slide: left out"
        hint = "in PowerPoint, View > Slide Master, delete the text box, and insert the placeholder again"
        findings.warning("M015", Span(path), message, hint)


def _carried(package: Package, masters: _Listed, way: Relation, trees: dict[str, Element]) -> tuple[Relation, ...]:
    """The relationships of a part that stay. Its XML, if it is any, goes to `trees` without what is not carried over."""
    held = tuple(relation for relation in package.relations(way.target) if _stays(package, masters, way.target, relation))
    if way.type not in _XML:
        return held
    tree = trees[way.target] = package.xml(way.target)
    prune(tree, {relation.id for relation in held})
    return _used(held, tree)


def _used(relations: Iterable[Relation], tree: Element) -> tuple[Relation, ...]:
    """The relationships that a part's XML mentions, or that hold without that."""
    mentioned = referred(tree)
    return tuple(relation for relation in relations if relation.type in _UNSAID or relation.id in mentioned)


def _merged(package: Package, kept: _Kept, trees: Collection[str]) -> dict[str, tuple[Relation, ...]]:
    """The same parts without pictures that are there twice: many a template has one for each layout."""
    pictures = [name for name in kept if name not in trees and _data_type(package, name).startswith("image/")]
    first: dict[tuple[str, bytes], str] = {}
    same = {name: first.setdefault((_data_type(package, name), package.members[name]), name) for name in pictures}
    return {
        name: tuple(replace(relation, target=same.get(relation.target, relation.target)) for relation in held)
        for name, held in kept.items()
        if same.get(name, name) == name
    }


def _of_presentation(package: Package, masters: Iterable[str]) -> tuple[Relation, ...]:
    """What the presentation leads to: masters, notes master, embedded fonts, table styles, and its first master's theme."""
    words = ("sldMasterId", "regular", "bold", "italic", "boldItalic")
    named = {id for word in words for id in listed(package.xml(package.main), word)}
    held = package.relations(package.main)
    found = [r for r in held if r.id in named and r.type in ("slideMaster", "font") and _is_data(package, r)]
    found += [r for r in held if r.type == "notesMaster" and _can_hold_notes(package, r.target)][:1]
    found += [r for r in held if r.type == "tableStyles"][:1]
    themes = [theme for master in masters for theme in package.related(master, "theme")]
    free = next(id for id in (f"rId{n}" for n in range(1, len(found) + 2)) if id not in {r.id for r in found})
    return (*found, Relation(free, "theme", themes[0]))


def _can_hold_notes(package: Package, master: str) -> bool:
    """Whether notes pages can stand on a notes master: it has a theme, and places for the slide's picture and the words."""
    places = {str(place.get("type")) for place in package.xml(master).iter("{*}ph")}
    return bool(package.related(master, "theme")) and {"sldImg", "body"} <= places


def _stays(package: Package, masters: _Listed, name: str, relation: Relation) -> bool:
    """Whether a relationship stays. A layout keeps one master, and a master the layouts whose ids it lists."""
    if relation.external:
        return relation.type == "hyperlink" and kept_link(relation.target)
    match relation.type:
        case "slideLayout":
            return relation.id in masters.get(name, ())
        case "slideMaster":
            return relation.target == next((m for m in masters if name in package.related(m, "slideLayout")), "")
        case "theme":
            return relation.target == package.related(name, "theme")[0]
        case "image" | "hdphoto":
            return _is_data(package, relation)
        case other:
            return other == "themeOverride"


def _is_data(package: Package, relation: Relation) -> bool:
    """Whether a picture's or a font's part is one by its content type."""
    return _DATA.get(relation.type, "") in _data_type(package, relation.target)


def _data_type(package: Package, name: str) -> str:
    return package.content_type(name) or _SUFFIXES.get(name.rpartition(".")[2].lower(), "")


def _content_types(package: Package, kept: _Kept) -> dict[str, str]:
    types = {package.main: _XML["officeDocument"]}
    for relation in (relation for held in kept.values() for relation in held if not relation.external):
        types[relation.target] = _XML.get(relation.type) or _data_type(package, relation.target)
    return types


def _written(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _files(main: str, members: Mapping[str, bytes], kept: _Kept, types: Mapping[str, str]) -> dict[str, bytes]:
    """The files of the archive: content types first, then every part before its relationships."""
    files = {
        "[Content_Types].xml": _type_list(types),
        "_rels/.rels": _relationships("/", (Relation("rId1", "officeDocument", main),)),
    }
    for name in sorted(members):
        files[name[1:]] = members[name]
        if kept[name]:
            folder, _, file = name[1:].rpartition("/")
            files[f"{folder}/_rels/{file}.rels"] = _relationships(name, kept[name])
    return files


def _type_list(types: Mapping[str, str]) -> bytes:
    space = _PACKAGE + "content-types"
    made = etree.Element(f"{{{space}}}Types", nsmap={None: space})  # type: ignore[dict-item]  # the stubs forget the default
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    etree.SubElement(made, f"{{{space}}}Default", Extension="rels", ContentType=rels)
    etree.SubElement(made, f"{{{space}}}Default", Extension="xml", ContentType="application/xml")
    for name in sorted(types):
        etree.SubElement(made, f"{{{space}}}Override", PartName=name, ContentType=types[name])
    return _written(made)


def _relationships(source: str, relations: tuple[Relation, ...]) -> bytes:
    space = _PACKAGE + "relationships"
    made = etree.Element(f"{{{space}}}Relationships", nsmap={None: space})  # type: ignore[dict-item]  # the stubs forget the default
    for relation in relations:
        target = relation.target if relation.external else relpath(relation.target, dirname(source))
        kind = _ELSEWHERE.get(relation.type, _OFFICE + relation.type)
        entry = etree.SubElement(made, f"{{{space}}}Relationship", Id=relation.id, Type=kind, Target=target)
        if relation.external:
            entry.set("TargetMode", "External")
    return _written(made)
