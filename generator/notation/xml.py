"""XML as trees of elements: no document types, entities, network, comments, and no tree deeper or larger than any real one."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

LARGEST = 10_000_000
"""Bytes of one XML file."""
DEEPEST = 100
"""Elements inside each other. Shapes in groups in groups come to thirty."""
_TOO_DEEP = etree.XPath(f"boolean({'/*' * (DEEPEST + 1)})")
_DECLARED = re.compile(rb"<!(DOCTYPE|ENTITY)")


class Unsafe(ValueError):
    """XML that is not read since it declares a document type or entities."""


class Malformed(ValueError):
    """XML that is not well-formed, too large or too deep."""


def parse(data: bytes) -> Element:
    """The root of an XML file. Raises Unsafe or Malformed, whose text says why."""
    # Zeros are what UTF-16 puts between ASCII letters: a declaration is found in either encoding before anything is parsed.
    if _DECLARED.search(data.replace(b"\0", b"")):
        raise Unsafe("it declares a document type or entities")
    if len(data) > LARGEST:
        raise Malformed(f"it has {len(data):,} bytes, at most {LARGEST:,} are read")
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Malformed(str(error).lower()) from None
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs forget it
        raise Unsafe("it declares a document type or entities")
    return root


def check(data: bytes) -> None:
    """Raise Unsafe or Malformed where `parse` would, or where the tree is too deep for those who walk it."""
    if _TOO_DEEP(parse(data)):
        raise Malformed(f"its elements stand more than {DEEPEST} deep in each other")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
