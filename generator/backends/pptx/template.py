"""The empty deck: somebody else's completed, or master, layouts, themes and notes master written from data."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from generator.backends.pptx.markup import Element, add, name, part, root, say
from generator.backends.pptx.master import layout_part, master_part
from generator.backends.pptx.notes import NOTES_SIZE, notes_master_part
from generator.backends.pptx.package import Deck, archive
from generator.backends.pptx.table import NO_STYLE
from generator.backends.pptx.theme import on_paper, theme_part
from generator.geometry import Size
from generator.page.pages import Master

_MASTER_ID = 2147483648


def open_deck(master: Master, language: str) -> Deck:
    """A deck without slides that has all that slides need: the master's own package, or one written for it."""
    deck: Deck = Deck.open(BytesIO(master.package or template(master, language)))
    deck.reserve()
    if master.package:
        _complete(deck, master, language)
    return deck


def layout_parts(deck: Deck, master: Master) -> list[Part]:
    """The parts of the master's layouts, in its order."""
    if master.package:
        held = {str(found.partname): found for found in deck.iter_parts()}
        return [held[layout.part] for layout in master.layouts]
    first = deck.main_document_part.part_related_by(RT.SLIDE_MASTER)
    return [relation.target_part for relation in first.rels.values() if relation.reltype == RT.SLIDE_LAYOUT]


def _complete(deck: Deck, master: Master, language: str) -> None:
    """Add what slides of ours need and somebody else's file lacks: notes, table styles, a list for its slides."""
    presentation = deck.main_document_part
    top: Element = presentation.presentation.element
    there = {relation.reltype for relation in presentation.rels.values()}
    if RT.TABLE_STYLES not in there:
        _relate(presentation, RT.TABLE_STYLES, CT.PML_TABLE_STYLES, ("/ppt/tableStyles%d.xml", _table_styles()))
    if RT.NOTES_MASTER not in there:
        notes, rid = _relate(
            presentation,
            RT.NOTES_MASTER,
            CT.PML_NOTES_MASTER,
            ("/ppt/notesMasters/notesMaster%d.xml", notes_master_part(master, language)),
        )
        _relate(notes, RT.THEME, CT.OFC_THEME, ("/ppt/theme/theme%d.xml", theme_part(on_paper(master))))
        listed = etree.Element(name("p:notesMasterIdLst"))
        add(listed, "p:notesMasterId", **{"r:id": rid})
        top.insert(1, listed)
    size = top.find(name("p:sldSz"))
    assert size is not None
    size.addprevious(etree.Element(name("p:sldIdLst")))
    deck.relate_to(Part(PackURI("/docProps/app.xml"), CT.OFC_EXTENDED_PROPERTIES, deck, _application()), RT.EXTENDED_PROPERTIES)


def _relate(source: Part, way: str, kind: str, made: tuple[str, bytes]) -> tuple[Part, str]:
    """Add a part under the next name of a pattern; return it and the id of the relationship."""
    new = Part(source.package.next_partname(made[0]), kind, source.package, made[1])
    return new, source.relate_to(new, way)


@lru_cache(maxsize=8)
def template(master: Master, language: str) -> bytes:
    """A deck without slides. Its slide master's layout relationships are in the order of `master.layouts`."""
    layouts = [f"ppt/slideLayouts/slideLayout{n + 1}.xml" for n in range(len(master.layouts))]
    up = [(RT.SLIDE_LAYOUT, "../" + held.removeprefix("ppt/")) for held in layouts]
    members = {
        "_rels/.rels": _rels([(RT.OFFICE_DOCUMENT, "ppt/presentation.xml"), (RT.EXTENDED_PROPERTIES, "docProps/app.xml")]),
        "docProps/app.xml": _application(),
        "ppt/presentation.xml": _presentation(master.size),
        "ppt/_rels/presentation.xml.rels": _rels(_PRESENTATION),
        "ppt/tableStyles.xml": _table_styles(),
        "ppt/theme/theme1.xml": theme_part(master),
        "ppt/theme/theme2.xml": theme_part(master),
        "ppt/slideMasters/slideMaster1.xml": master_part(master, language),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _rels([*up, (RT.THEME, "../theme/theme1.xml")]),
        "ppt/notesMasters/notesMaster1.xml": notes_master_part(master, language),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _rels([(RT.THEME, "../theme/theme2.xml")]),
    }
    for held, layout in zip(layouts, master.layouts, strict=True):
        members[held] = layout_part(master, layout, language)
        folder, _, file = held.rpartition("/")
        members[f"{folder}/_rels/{file}.rels"] = _rels([(RT.SLIDE_MASTER, "../slideMasters/slideMaster1.xml")])
    return archive(members, [*_TYPES.items(), *((f"/{held}", CT.PML_SLIDE_LAYOUT) for held in layouts)])


_PRESENTATION = [
    (RT.SLIDE_MASTER, "slideMasters/slideMaster1.xml"),
    (RT.NOTES_MASTER, "notesMasters/notesMaster1.xml"),
    (RT.THEME, "theme/theme1.xml"),
    (RT.TABLE_STYLES, "tableStyles.xml"),
]
_TYPES = {
    "/docProps/app.xml": CT.OFC_EXTENDED_PROPERTIES,
    "/ppt/presentation.xml": CT.PML_PRESENTATION_MAIN,
    "/ppt/tableStyles.xml": CT.PML_TABLE_STYLES,
    "/ppt/theme/theme1.xml": CT.OFC_THEME,
    "/ppt/theme/theme2.xml": CT.OFC_THEME,
    "/ppt/slideMasters/slideMaster1.xml": CT.PML_SLIDE_MASTER,
    "/ppt/notesMasters/notesMaster1.xml": CT.PML_NOTES_MASTER,
}


def _presentation(size: Size) -> bytes:
    made = root("p:presentation", autoCompressPictures=0)
    add(add(made, "p:sldMasterIdLst"), "p:sldMasterId", id=_MASTER_ID, **{"r:id": "rId1"})
    add(add(made, "p:notesMasterIdLst"), "p:notesMasterId", **{"r:id": "rId2"})
    add(made, "p:sldIdLst")
    add(made, "p:sldSz", cx=size.w.emu, cy=size.h.emu)
    add(made, "p:notesSz", cx=NOTES_SIZE.w.emu, cy=NOTES_SIZE.h.emu)
    style = add(add(made, "p:defaultTextStyle"), "a:lvl1pPr", marL=0, algn="l")
    words = add(style, "a:defRPr", sz=1800)
    add(add(words, "a:solidFill"), "a:schemeClr", val="tx1")
    add(words, "a:latin", typeface="+mn-lt")
    return part(made)


def _table_styles() -> bytes:
    return part(root("a:tblStyleLst", "a", **{"def": NO_STYLE}))


def _application() -> bytes:
    made = root("ep:Properties", "")
    say(made, "ep:Application", "Rolecast")
    return part(made)


def _rels(targets: list[tuple[str, str]]) -> bytes:
    made = root("rel:Relationships", "")
    for number, (kind, target) in enumerate(targets, 1):
        add(made, "rel:Relationship", Id=f"rId{number}", Type=kind, Target=target)
    return part(made)
