"""Lay a deck: every planned slide becomes one or more finished pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.block import Block
from generator.errors import Diagnostic, Findings
from generator.geometry import Box
from generator.kit import Kit
from generator.layout import chrome, cover, opening
from generator.layout.flow import Poured, pour, refuse
from generator.layout.logo import on_slide
from generator.notation.inline import Fragment, Rich
from generator.outline.model import Deck, Slide, SlideKind
from generator.page.items import Item
from generator.page.pages import Document, Face, Page, Section
from generator.page.scaling import scaled
from generator.theme.stage import DIVIDER, PANEL, QUOTE, TITLE_SLIDE, Spot


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
        kit.theme.master,
        faces,
        tuple(sections),
    )
    return LaidOut(document, tuple(draft.shown))


def _lay_slide(draft: _Draft, deck: Deck, slide: Slide, kit: Kit, findings: Findings) -> None:
    drawn = cover if kit.theme.stage.own else opening
    match slide.kind:
        case SlideKind.COVER:
            spot = kit.theme.stage.spot(TITLE_SLIDE)
            _add(draft, deck, slide, _page(kit, slide, drawn.cover(kit, deck, slide), spot))
        case SlideKind.DIVIDER:
            spot = kit.theme.stage.spot(DIVIDER)
            _add(draft, deck, slide, _page(kit, slide, drawn.divider(kit, deck, slide), spot))
        case SlideKind.BODY:
            _lay_body(draft, deck, slide, kit, findings)


def _lay_body(draft: _Draft, deck: Deck, slide: Slide, kit: Kit, findings: Findings) -> None:
    if not slide.blocks:
        findings.items.append(refuse(slide.span, slide.id))
        return
    spot = kit.theme.stage.spot(slide.blocks[0].layout)
    poured = _pour(kit, slide, spot)
    if isinstance(poured, Diagnostic):
        findings.items.append(poured)
        return
    for part, content in enumerate(poured):
        title = _numbered(slide.title, part + 1, len(poured))
        planned = replace(slide, id=slide.id if part == 0 else f"{slide.id}-{part + 1}", title=title)
        page = _body_page(deck, planned, kit, content, draft.number + 1)
        _add(draft, deck, planned, page, content.said)


def _pour(kit: Kit, slide: Slide, spot: Spot) -> tuple[Poured, ...] | Diagnostic:
    """Pour under a title of as many lines as the slide's own, with the part's number where it needs several slides."""
    poured = pour(kit, slide.blocks, _region(kit, slide.title, spot))
    if isinstance(poured, Diagnostic) or len(poured) == 1:
        return poured
    longest = _numbered(slide.title, len(poured), len(poured))
    return pour(kit, slide.blocks, _region(kit, longest, spot))


def _region(kit: Kit, title: Rich, spot: Spot) -> Box:
    if spot.layout == PANEL:
        return spot.body
    set_title = chrome.title(kit, title, spot)
    return spot.region(set_title.lines, set_title.bottom)


def _body_page(deck: Deck, slide: Slide, kit: Kit, content: Poured, number: int) -> Page:
    spot = kit.theme.stage.spot(content.said[0].layout)
    name = slide.eyebrow or (deck.sections[slide.section].title if slide.section >= 0 else "")
    titled = chrome.title(kit, slide.title, spot).item
    feet = (*chrome.progress(kit, deck, slide, spot), *chrome.footers(kit, deck.colophon, number, spot))
    if spot.layout == PANEL:
        eyebrow = chrome.eyebrow(kit, name, spot, kit.paper, 14)
        return _page(kit, slide, (titled, *content.items, *eyebrow, *feet, *on_slide(kit, spot, kit.paper)), spot)
    ground = kit.tint() if spot.layout == QUOTE else None
    head = (*chrome.eyebrow(kit, name, spot), titled)
    page = _page(kit, slide, (*head, *content.items, *feet, *on_slide(kit, spot, ground or kit.paper)), spot)
    return replace(page, background=ground)


def _page(kit: Kit, slide: Slide, items: tuple[Item, ...], spot: Spot) -> Page:
    """The page at the slide's own size, in the master's own colours."""
    stage = kit.theme.stage
    finished = items if stage.scale == 1 and not spot.roles else scaled(items, stage.scale, spot.roles)
    title = str(slide.title).replace("\n", " ")
    return Page(slide.id, title, stage.slide, finished, spot.layout, None, slide.notes, slide.hidden)


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
