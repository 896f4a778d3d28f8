"""Take out of a master's, layout's or theme's XML what is not carried over, so that what stays is whole.

An element that refers to a part that is gone goes with as much around it as means nothing without it: an OLE object with
its frame, a picture without pixels, a link without address. Where the format insists on something, a plain one takes its place.
"""

from __future__ import annotations

from collections.abc import Collection
from types import MappingProxyType

from lxml import etree

from generator.notation.package import RELATED
from generator.notation.xml import Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVES, _CHOICE, _FALLBACK = (_MC + word for word in ("AlternateContent", "Choice", "Fallback"))
_ALWAYS = frozenset(_P + word for word in ("custDataLst", "controls", "timing", "oleObj", "contentPart"))
"""What no built deck has use for: add-ins' data, ActiveX, animations of a template's own shapes, embedded objects, ink."""
_FRAMES = frozenset({"ole", "chart", "chartex", "diagram"})
"""The last words of what a frame may not hold. Tables stay."""
_ACTIONS = ("ppaction://macro", "ppaction://program", "ppaction://ole", "ppaction://customshow", "ppaction://hlinkfile")
_LINKS = frozenset(_A + word for word in ("hlinkClick", "hlinkHover", "hlinkMouseOver"))
_WITH = MappingProxyType(
    {
        _P + "oleObj": _P + "graphicFrame",
        _P + "stSnd": _P + "sndAc",
        "{http://schemas.microsoft.com/office/powerpoint/2010/main}media": _P + "ext",
        "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip": _A + "ext",
        "{http://schemas.microsoft.com/office/drawing/2010/main}imgLayer": _A + "ext",
    }
)
"""Which ancestor goes with an element."""
_LISTS = frozenset({_P + "extLst", _A + "extLst", _ALTERNATIVES, _CHOICE, _FALLBACK})


def prune(root: Element, kept: Collection[str]) -> None:
    """Remove from a part's tree whatever is not carried over. `kept` are the ids of the relationships that stay."""
    for found in list(root.iter(_P + "graphicFrame", *_ALWAYS, *_LINKS)):
        if found.tag in _ALWAYS or _holds_object(found) or _acts(found):
            _remove(found)
    for found in _referring(root):
        dead = [key for key, value in found.attrib.items() if str(key).startswith(RELATED) and value and value not in kept]
        if dead and _within(found, root):
            _unlink(found, [str(key) for key in dead])
    _unwrap(root)
    _loosen(root)


def referred(root: Element) -> frozenset[str]:
    """The ids of the relationships that a part mentions."""
    return frozenset(str(v) for found in _referring(root) for k, v in found.attrib.items() if str(k).startswith(RELATED))


def _referring(root: Element) -> list[Element]:
    found = root.xpath("//*[@r:*]", namespaces={"r": RELATED[1:-1]})
    return [element for element in found if isinstance(element, etree._Element)] if isinstance(found, list) else []


def _holds_object(found: Element) -> bool:
    """Whether a frame holds an OLE object, a chart or SmartArt, which have parts of their own."""
    if found.tag != _P + "graphicFrame":
        return False
    data = found.find(f"{_A}graphic/{_A}graphicData")
    return data is not None and str(data.get("uri", "")).rpartition("/")[2] in _FRAMES


def _acts(found: Element) -> bool:
    """Whether a click would start a macro or a program."""
    return found.tag in _LINKS and str(found.get("action", "")).startswith(_ACTIONS)


def _within(found: Element, root: Element) -> bool:
    """Whether an element still belongs to the tree."""
    return found is root or any(above is root for above in found.iterancestors())


def _remove(found: Element) -> None:
    above = found.getparent()
    if above is not None:
        above.remove(found)
        if len(above) == 0 and above.tag in _LISTS:
            _remove(above)


def _unlink(found: Element, dead: list[str]) -> None:
    """Take out an element that refers to what is gone, or only the reference where enough is left."""
    if found.tag == _A + "blip":
        for key in dead:
            del found.attrib[key]
        if not found.get(RELATED + "embed"):
            _remove_picture(found)
        return
    around = _WITH.get(str(found.tag))
    outer = next(found.iterancestors(around), None) if around else None
    _remove(found if outer is None else outer)


def _remove_picture(blip: Element) -> None:
    """Take out what showed a picture that is not there: the shape, the mark of a list, the ground, or the fill."""
    for above in blip.iterancestors():
        if above.tag in (_P + "pic", _P + "bg", _A + "buBlip"):
            _remove(above)
            return
        if above.tag == _A + "blipFill":
            _plain(above)
            return
    _remove(blip)


def _plain(fill: Element) -> None:
    """Put a plain fill where the format asks for one: a theme's list counts its fills, a shape's may be none."""
    above = fill.getparent()
    assert above is not None
    listed = above.tag in (_A + "fillStyleLst", _A + "bgFillStyleLst")
    made = etree.Element(_A + ("solidFill" if listed else "noFill"))
    if listed:
        etree.SubElement(made, _A + "schemeClr", val="phClr")
    above.replace(fill, made)
    if above.tag == _P + "bgPr":
        ground = above.getparent()
        assert ground is not None
        _remove(ground)


def _unwrap(root: Element) -> None:
    """Where the first choice of several is gone, its replacement for older programs takes their place."""
    for found in list(root.iter(_ALTERNATIVES)):
        if found.find(_CHOICE) is not None or not _within(found, root):
            continue
        above, other = found.getparent(), found.find(_FALLBACK)
        assert above is not None
        for child in list(other) if other is not None else ():
            found.addprevious(child)
        above.remove(found)


def _loosen(root: Element) -> None:
    """Let go of shapes that connectors were glued to and that are gone."""
    there = {str(found.get("id")) for found in root.iter(_P + "cNvPr")}
    for found in list(root.iter(_A + "stCxn", _A + "endCxn")):
        if str(found.get("id")) not in there:
            _remove(found)
