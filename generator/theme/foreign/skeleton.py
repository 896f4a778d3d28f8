"""The presentation's own part, emptied: its size, its masters, its fonts and how its plain text looks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy

from lxml import etree

from generator.notation.package import RELATED, Relation
from generator.notation.xml import Element
from generator.theme.foreign.pruning import prune

_KEPT = ("sldMasterIdLst", "notesMasterIdLst", "sldSz", "notesSz", "embeddedFontLst", "kinsoku", "defaultTextStyle")
"""The children that stay, in the order the format asks for. Slides, shows, sections and authors do not."""
_ATTRIBUTES = frozenset(
    {"firstSlideNum", "showSpecialPlsOnTitleSld", "rtl", "strictFirstAndLastChars", "autoCompressPictures", "saveSubsetFonts"}
)
_SIZES = {"sldSz": ("9144000", "6858000"), "notesSz": ("6858000", "9144000")}
"""What the format takes where a file states none."""
_FIRST_ID = 2**31
"""Ids of masters and layouts start here; those of slides lie below."""


def presentation(main: Element, kept: Collection[Relation]) -> Element:
    """A presentation without slides that is otherwise what `main` is; `kept` are the relationships that stay."""
    space = str(main.tag).rpartition("}")[0] + "}"
    made = deepcopy(main)
    for child in list(made):
        made.remove(child)
    for key in [key for key in made.attrib if str(key) not in _ATTRIBUTES]:
        del made.attrib[key]
    for word in _KEPT:
        found = main.find(space + word)
        if found is not None:
            made.append(deepcopy(found))
        elif word in _SIZES:
            made.append(etree.Element(space + word, dict(zip(("cx", "cy"), _SIZES[word], strict=True))))
    prune(made, {relation.id for relation in kept})
    _list_notes_master(made, kept)
    fonts = made.find(space + "embeddedFontLst")
    if fonts is not None:
        _drop_empty(fonts)
    return made


def _list_notes_master(made: Element, kept: Iterable[Relation]) -> None:
    """List the notes master that stays, and no other: some programs leave the list out."""
    space = str(made.tag).rpartition("}")[0] + "}"
    for found in made.findall(space + "notesMasterIdLst"):
        made.remove(found)
    for relation in kept:
        if relation.type == "notesMaster":
            held = etree.Element(space + "notesMasterIdLst")
            etree.SubElement(held, space + "notesMasterId").set(RELATED + "id", relation.id)
            made.insert(1, held)


def _drop_empty(fonts: Element) -> None:
    """Drop embedded fonts of which no file is left, and the list with the last of them."""
    for font in list(fonts):
        if len(font) < 2:
            fonts.remove(font)
    above = fonts.getparent()
    if above is not None and not len(fonts):
        above.remove(fonts)
    elif above is not None:
        above.set("embedTrueTypeFonts", "1")


def number(presentation: Element, masters: Mapping[str, Element]) -> None:
    """Give masters and layouts ids that differ: files are about in which they do not, and programs call those damaged.

    `masters` are trees by the ids of the relationships that lead to them.
    """
    at = _FIRST_ID
    for entry in _distinct(presentation, "sldMasterId", masters):
        entry.set("id", str(at))
        master = masters[str(entry.get(RELATED + "id"))]
        for layout in _distinct(master, "sldLayoutId", listed(master, "sldLayoutId")):
            at += 1
            layout.set("id", str(at))
        at += 1


def _distinct(owner: Element, word: str, known: Collection[str]) -> list[Element]:
    """The entries of a list, each relationship once; those that lead nowhere, or where another one led, are taken out."""
    found: dict[str, Element] = {}
    for entry in list(owner.iter("{*}" + word)):
        id, above = entry.get(RELATED + "id"), entry.getparent()
        if id and id in known and id not in found:
            found[str(id)] = entry
        elif above is not None:
            above.remove(entry)
    return list(found.values())


def listed(owner: Element, word: str) -> list[str]:
    """The relationship ids that a presentation or a master lists under a name, in its order."""
    return [str(entry.get(RELATED + "id")) for entry in owner.iter("{*}" + word)]
