"""Lay a deck: every planned slide becomes one or more finished pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.block import Block
from generator.errors import Diagnostic, Findings
from generator.geometry import ZERO, Box, inch
from generator.kit import Kit
from generator.layout import chrome, cover
from generator.layout.flow import Poured, pour, refuse
from generator.layout.logo import on_slide
from generator.notation.inline import Fragment, Rich
from generator.outline.model import Deck, Slide, SlideKind
from generator.page.colour import Colour
from generator.page.items import Item, TextItem
from generator.page.pages import Document, Face, Page, Section
from generator.page.text import TextBody
from generator.theme import master
from generator.theme.master import master as make_master


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of the content: for the build report and for facts coverage."""

    page: str
    topic: str
    blocks: tuple[Block, ...]
    hidden: bool


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document and what stands on its pages."""

    document: Document
    shown: tuple[Shown, ...]
    dropped: tuple[str, ...] = ()
    """Ids of topics that found no room."""


@dataclass(slots=True)
class _Draft:
    """A deck while it is being laid."""

    pages: list[Page]
    shown: list[Shown]
    runs: list[tuple[int, str, list[str]]]
    """Pages that follow each other in one section: its number, what to call it where it has none, their ids."""
    number: int = 0


def lay_deck(deck: Deck, kit: Kit, faces: tuple[Face, ...], findings: Findings) -> LaidOut:
    """Lay every slide of `deck`; what does not fit is reported and left out."""
    draft = _Draft([], [], [])
    for slide in deck.slides:
        inked = replace(kit, role=slide.role or kit.role)
        _lay_slide(draft, deck, slide, inked.named("", slide.span), findings)
    colophon = deck.colophon
    sections = (Section(deck.sections[i].title if i >= 0 else name, tuple(pages)) for i, name, pages in draft.runs)
    document = Document(
        colophon.id,
        colophon.title,
        str(deck.subtitle),
        colophon.author,
        colophon.keywords,
        colophon.language,
        colophon.date,
        tuple(draft.pages),
        make_master(kit.theme),
        faces,
        tuple(sections),
    )
    return LaidOut(document, tuple(draft.shown))


def _lay_slide(draft: _Draft, deck: Deck, slide: Slide, kit: Kit, findings: Findings) -> None:
    match slide.kind:
        case SlideKind.COVER:
            _add(draft, deck, slide, _page(kit, slide, cover.cover(kit, deck, slide), master.TITLE_SLIDE))
        case SlideKind.DIVIDER:
            _add(draft, deck, slide, _page(kit, slide, cover.divider(kit, deck, slide), master.DIVIDER))
        case SlideKind.BODY:
            _lay_body(draft, deck, slide, kit, findings)


def _lay_body(draft: _Draft, deck: Deck, slide: Slide, kit: Kit, findings: Findings) -> None:
    if not slide.blocks:
        findings.items.append(refuse(slide.span, slide.id))
        return
    poured = _pour(kit, slide)
    if isinstance(poured, Diagnostic):
        findings.items.append(poured)
        return
    for part, content in enumerate(poured):
        title = _numbered(slide.title, part + 1, len(poured))
        planned = replace(slide, id=slide.id if part == 0 else f"{slide.id}-{part + 1}", title=title)
        number = draft.number + 1
        page = _body_page(deck, planned, kit, content, number)
        _add(draft, deck, planned, page, content.said)


def _pour(kit: Kit, slide: Slide) -> tuple[Poured, ...] | Diagnostic:
    """Pour under a title of as many lines as the slide's own, with the part's number where it needs several slides."""
    region = _region(kit, slide.title, slide.blocks[0].layout)
    poured = pour(kit, slide.blocks, region)
    if isinstance(poured, Diagnostic) or len(poured) == 1:
        return poured
    longest = _numbered(slide.title, len(poured), len(poured))
    return pour(kit, slide.blocks, _region(kit, longest, slide.blocks[0].layout))


def _region(kit: Kit, title: Rich, layout: str) -> Box:
    if layout == master.PANEL:
        return Box(ZERO, ZERO, master.SLIDE.w, master.SLIDE.h)
    lines = chrome.title(kit, title, master.TITLE).lines
    top = master.BODY_TOP.get(lines, inch(1.05 + 0.44 * lines))
    return Box(master.MARGIN, top, master.WIDTH, master.BODY_BOTTOM - top)


def _body_page(deck: Deck, slide: Slide, kit: Kit, content: Poured, number: int) -> Page:
    layout = content.said[0].layout
    name = slide.eyebrow or (deck.sections[slide.section].title if slide.section >= 0 else "")
    if layout == master.PANEL:
        head: tuple[Item, ...] = (chrome.title(kit, slide.title, master.PANEL_TITLE).item,)
        eyebrow = chrome.eyebrow(kit, name, Box(master.MARGIN, inch(0.62), inch(4.6), inch(0.3)), kit.paper, 14)
        foot = (*_panel_footers(kit, deck, number), *on_slide(kit, kit.paper))
        return _page(kit, slide, (*head, *content.items, *eyebrow, *foot), layout)
    head = (*chrome.eyebrow(kit, name), chrome.title(kit, slide.title, master.TITLE).item)
    ground = kit.tint() if layout == master.QUOTE else None
    logo = on_slide(kit, ground or kit.paper)
    foot = (*chrome.progress(kit, deck, slide), *chrome.footers(kit, deck.colophon, number), *logo)
    return replace(_page(kit, slide, (*head, *content.items, *foot), layout), background=ground)


def _panel_footers(kit: Kit, deck: Deck, number: int) -> tuple[Item, ...]:
    """Footers beside a panel: the date stands on solid colour, the document line and the number right of the panel."""
    light, quiet = chrome.footers(kit, deck.colophon, number, Colour("lt1")), chrome.footers(kit, deck.colophon, number)
    left, right = Box(master.PANEL_TITLE.x, master.FOOTER_TOP, master.PANEL_TITLE.w, master.FOOTER_HEIGHT).cut_right(
        inch(0.9), inch(0.1)
    )
    return (
        light[0],
        replace(quiet[1], box=left, body=_reset(kit, quiet[1], left)),
        replace(quiet[2], box=right, body=_reset(kit, quiet[2], right)),
    )


def _reset(kit: Kit, item: TextItem, box: Box) -> TextBody:
    return kit.body(item.body.paragraphs, box.w, anchor=item.body.anchor)


def _page(kit: Kit, slide: Slide, items: tuple[Item, ...], layout: str) -> Page:
    return Page(slide.id, str(slide.title).replace("\n", " "), master.SLIDE, items, layout, None, slide.notes, slide.hidden)


def _add(draft: _Draft, deck: Deck, slide: Slide, page: Page, said: tuple[Block, ...] = ()) -> None:
    draft.pages.append(page)
    draft.shown.append(Shown(page.id, slide.topic, said, slide.hidden))
    if not draft.runs or draft.runs[-1][0] != slide.section:
        draft.runs.append((slide.section, slide.eyebrow or deck.name, []))
    draft.runs[-1][2].append(page.id)
    if not slide.hidden:
        draft.number += 1


def _numbered(title: Rich, part: int, parts: int) -> Rich:
    return title if parts == 1 else Rich((*title.fragments, Fragment(f" ({part}/{parts})")))
