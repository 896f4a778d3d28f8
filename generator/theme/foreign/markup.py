"""What every reader of a template's XML asks of it: children by prefixed name, numbers and truths of attributes.

Values that are no numbers count as absent: programs that wrote them are not here to be taught.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from lxml import etree

from generator.geometry import Length
from generator.notation import xml

Element: TypeAlias = xml.Element

_NAMES = MappingProxyType(
    {
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "p15": "http://schemas.microsoft.com/office/powerpoint/2012/main",
    }
)
LARGEST = 2**31 - 1
"""No coordinate of a file counts beyond."""


def tag(name: str) -> str:
    """The full name of a prefixed one, such as `a:off`."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"


@lru_cache(maxsize=512)
def _steps(path: str) -> tuple[str, ...]:
    return tuple(tag(step) for step in path.split("/"))


def at(found: Element | None, path: str) -> Element | None:
    """The first descendant by a path of prefixed names, such as `p:spPr/a:xfrm`; None where there is none."""
    for step in _steps(path):
        if found is None:
            return None
        found = found.find(step)
    return found


def every(found: Element | None, path: str) -> Iterator[Element]:
    """All descendants by a path of prefixed names."""
    if found is not None:
        yield from found.iterfind("/".join(_steps(path)))


def parts(found: Element | None) -> Iterator[Element]:
    """The child tags, without comments."""
    if found is not None:
        yield from (child for child in found if isinstance(child.tag, str))


def local(found: Element) -> str:
    """A tag's name without its namespace."""
    return etree.QName(found).localname


def is_drawing(found: Element) -> bool:
    """Whether a tag belongs to the drawing markup."""
    return etree.QName(found).namespace == _NAMES["a"]


def whole(found: Element | None, key: str, usual: int = 0) -> int:
    """An attribute's whole number; percentages (`50%`) in thousandths of one per cent."""
    value = number(found, key, math.nan)
    return usual if math.isnan(value) else int(value)


def number(found: Element | None, key: str, usual: float = 0.0) -> float:
    """An attribute's number, as `whole` reads it."""
    text = ((found.get(key) if found is not None else None) or "").strip()
    try:
        value = float(text[:-1]) * 1000 if text.endswith("%") else float(text)
    except ValueError:
        return usual
    return value if abs(value) <= LARGEST else usual


def share(found: Element | None, key: str, usual: float) -> float:
    """An attribute's percentage as a share, 1 being all."""
    return number(found, key, usual * 100_000) / 100_000


def truth(found: Element | None, key: str, usual: bool = False) -> bool:
    """An attribute that is on or off."""
    text = found.get(key) if found is not None else None
    return usual if text is None else text in ("1", "true", "on")


def length(found: Element | None, key: str, usual: int = 0) -> Length:
    """An attribute's length in English Metric Units."""
    return Length(whole(found, key, usual))


def relation(found: Element | None, key: str) -> str:
    """The id of a relationship that an attribute names."""
    return (found.get(tag(f"r:{key}")) if found is not None else None) or ""
