"""Write XML by small steps: a root, children added to a parent, a part's bytes. Knows nothing of slides."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}

_ILLEGAL = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@lru_cache(maxsize=1024)
def name(prefixed: str) -> str:
    """`a:off` as lxml spells it, with its namespace; a name without prefix as it is."""
    prefix, colon, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else prefixed


def root(tag: str, prefixes: str = "a r p", /, **attributes: str | int) -> Element:
    """The first element of a part, which declares the given prefixes (`ep` and the like become its default namespace)."""
    spaces: dict[str | None, str] = {prefix: NAMESPACES[prefix] for prefix in prefixes.split()}
    if tag.partition(":")[0] not in spaces:
        spaces[None] = NAMESPACES[tag.partition(":")[0]]
    return etree.Element(name(tag), _plain(attributes), nsmap=spaces)  # type: ignore[arg-type]  # the stubs forget the default


def add(parent: Element, tag: str, /, **attributes: str | int) -> Element:
    """Append a child and return it. Attributes are written in the order given; numbers as digits."""
    return etree.SubElement(parent, name(tag), _plain(attributes) if attributes else None)


def say(parent: Element, tag: str, text: str, /, **attributes: str | int) -> Element:
    """Append a child that holds text."""
    child = add(parent, tag, **attributes)
    child.text = legal(text)
    return child


def extend(parent: Element, kind: str, uri: str) -> Element:
    """Append an `ext` for the extension `uri` to the extension list (`a` or `p`) that ends `parent`; return it."""
    tag = name(f"{kind}:extLst")
    found = parent.find(tag)
    return add(etree.SubElement(parent, tag) if found is None else found, f"{kind}:ext", uri=uri)


def add_foreign(parent: Element, tag: str, /, **attributes: str | int) -> Element:
    """Append a child of a namespace that the part does not declare at its root."""
    prefix = tag.partition(":")[0]
    return etree.SubElement(parent, name(tag), _plain(attributes), nsmap={prefix: NAMESPACES[prefix]})


def legal(text: str) -> str:
    """The text without the control characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def part(element: Element) -> bytes:
    """A part's bytes."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def _plain(attributes: dict[str, str | int]) -> dict[str, str]:
    return {name(key) if ":" in key else key: str(value) for key, value in attributes.items()}
