"""The empty deck: master, layouts, themes and notes master written from data, as the bytes of a .pptx."""

from __future__ import annotations

from functools import lru_cache

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from generator.backends.pptx.markup import add, part, root, say
from generator.backends.pptx.master import layout_part, master_part
from generator.backends.pptx.notes import NOTES_SIZE, notes_master_part
from generator.backends.pptx.package import archive
from generator.backends.pptx.table import NO_STYLE
from generator.backends.pptx.theme import theme_part
from generator.geometry import Size
from generator.page.pages import Master

_MASTER_ID = 2147483648


@lru_cache(maxsize=8)
def template(master: Master, language: str) -> bytes:
    """A deck without slides. Its slide master's layout relationships are in the order of `master.layouts`."""
    layouts = [f"ppt/slideLayouts/slideLayout{n + 1}.xml" for n in range(len(master.layouts))]
    up = [(RT.SLIDE_LAYOUT, "../" + name.removeprefix("ppt/")) for name in layouts]
    members = {
        "_rels/.rels": _rels([(RT.OFFICE_DOCUMENT, "ppt/presentation.xml"), (RT.EXTENDED_PROPERTIES, "docProps/app.xml")]),
        "docProps/app.xml": _application(),
        "ppt/presentation.xml": _presentation(master.size),
        "ppt/_rels/presentation.xml.rels": _rels(_PRESENTATION),
        "ppt/tableStyles.xml": part(root("a:tblStyleLst", "a", **{"def": NO_STYLE})),
        "ppt/theme/theme1.xml": theme_part(master),
        "ppt/theme/theme2.xml": theme_part(master),
        "ppt/slideMasters/slideMaster1.xml": master_part(master, language),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _rels([*up, (RT.THEME, "../theme/theme1.xml")]),
        "ppt/notesMasters/notesMaster1.xml": notes_master_part(master, language),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _rels([(RT.THEME, "../theme/theme2.xml")]),
    }
    for name, layout in zip(layouts, master.layouts, strict=True):
        members[name] = layout_part(master, layout, language)
        folder, _, file = name.rpartition("/")
        members[f"{folder}/_rels/{file}.rels"] = _rels([(RT.SLIDE_MASTER, "../slideMasters/slideMaster1.xml")])
    return archive(members, [*_TYPES.items(), *((f"/{name}", CT.PML_SLIDE_LAYOUT) for name in layouts)])


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


def _application() -> bytes:
    made = root("ep:Properties", "")
    say(made, "ep:Application", "Rolecast")
    return part(made)


def _rels(targets: list[tuple[str, str]]) -> bytes:
    made = root("rel:Relationships", "")
    for number, (kind, target) in enumerate(targets, 1):
        add(made, "rel:Relationship", Id=f"rId{number}", Type=kind, Target=target)
    return part(made)
