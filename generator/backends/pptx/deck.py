"""The whole deck: the empty template filled with slides, notes, sections and properties."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from generator.backends.pptx.markup import Element, add, add_foreign, extend, legal, name, part, root, say
from generator.backends.pptx.notes import notes_part
from generator.backends.pptx.slides import SlideRelations, slide_part
from generator.backends.pptx.template import layout_parts, open_deck
from generator.page.pages import Document, Layout, Page

_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_FIRST_SLIDE = 256
"""The smallest id the file format allows for a slide."""


def build(document: Document) -> bytes:
    """The document as a .pptx file."""
    deck = open_deck(document.master, document.language)
    presentation = deck.main_document_part
    layouts = layout_parts(deck, document.master)
    slides: dict[str, Part] = {}
    for page in document.pages:
        slides[page.id] = Part(deck.next_partname("/ppt/slides/slide%d.xml"), CT.PML_SLIDE, deck)
        slides[page.id].relate_to(layouts[document.master.layouts.index(_layout(document, page))], RT.SLIDE_LAYOUT)
    notes_master = presentation.part_related_by(RT.NOTES_MASTER)
    for page in document.pages:
        slide = slides[page.id]
        slide.blob = slide_part(page, _layout(document, page), SlideRelations(slide, slides, document))
        if page.notes:
            _add_notes(slide, page, notes_master, document.language)
    _fill_presentation(presentation, document, slides)
    core = Part(PackURI("/docProps/core.xml"), CT.OPC_CORE_PROPERTIES, deck, _core(document))
    deck.relate_to(core, RT.CORE_PROPERTIES)
    return deck.packed()


def _layout(document: Document, page: Page) -> Layout:
    """The page's layout; a sheet has none of its own and takes a blank one, or else the emptiest."""
    if page.layout:
        return document.master.layout(page.layout)
    return min(document.master.layouts, key=lambda layout: (layout.kind != "blank", len(layout.placeholders), len(layout.items)))


def _add_notes(slide: Part, page: Page, master: Part, language: str) -> None:
    uri = slide.package.next_partname("/ppt/notesSlides/notesSlide%d.xml")
    notes = Part(uri, CT.PML_NOTES_SLIDE, slide.package, notes_part(page.notes, language))
    notes.relate_to(master, RT.NOTES_MASTER)
    notes.relate_to(slide, RT.SLIDE)
    slide.relate_to(notes, RT.NOTES_SLIDE)


def _fill_presentation(presentation: Part, document: Document, slides: Mapping[str, Part]) -> None:
    top: Element = presentation.presentation.element
    listed, size = top.find(name("p:sldIdLst")), top.find(name("p:sldSz"))
    assert listed is not None
    assert size is not None
    for number, page in enumerate(document.pages):
        add(listed, "p:sldId", id=_FIRST_SLIDE + number, **{"r:id": presentation.relate_to(slides[page.id], RT.SLIDE)})
    if document.pages and not (document.master.package and document.pages[0].layout):
        size.set("cx", str(document.pages[0].size.w.emu))
        size.set("cy", str(document.pages[0].size.h.emu))
        size.attrib.pop("type", "")  # it names a size that is no longer true
    if document.sections:
        _write_sections(top, document)


def _write_sections(top: Element, document: Document) -> None:
    held = add_foreign(extend(top, "p", _SECTIONS), "p14:sectionLst")
    for number, (title, slides) in enumerate(_runs(document)):
        key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{document.id}/section/{number}/{title}")).upper()
        listed = add(add(held, "p14:section", name=legal(title), id=f"{{{key}}}"), "p14:sldIdLst")
        for slide in slides:
            add(listed, "p14:sldId", id=slide)


def _runs(document: Document) -> list[tuple[str, list[int]]]:
    """Sections as runs of slide ids. PowerPoint wants every slide in one: pages before the first are the document's own."""
    titles = {page: section.title for section in document.sections for page in section.pages}
    runs: list[tuple[str, list[int]]] = []
    for number, page in enumerate(document.pages, _FIRST_SLIDE):
        title = titles.get(page.id, runs[-1][0] if runs else document.title)
        if not runs or runs[-1][0] != title:
            runs.append((title, []))
        runs[-1][1].append(number)
    return runs


def _core(document: Document) -> bytes:
    made = root("cp:coreProperties", "cp dc dcterms xsi")
    stamp = f"{document.date.isoformat()}T00:00:00Z"
    say(made, "dc:title", document.title)
    say(made, "dc:subject", document.subject)
    say(made, "dc:creator", document.author)
    say(made, "cp:keywords", ", ".join(document.keywords))
    say(made, "cp:lastModifiedBy", document.author)
    say(made, "cp:revision", "1")
    say(made, "dcterms:created", stamp, **{"xsi:type": "dcterms:W3CDTF"})
    say(made, "dcterms:modified", stamp, **{"xsi:type": "dcterms:W3CDTF"})
    say(made, "dc:language", document.language)
    return part(made)
