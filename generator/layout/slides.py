"""Lay a deck: every planned slide becomes one or more finished pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from generator.block import Block
from generator.errors import Diagnostic, Findings
from generator.geometry import Box
from generator.kit import Kit
from generator.layout import chrome, cover, opening
from generator.layout.beneath import beneath, framed
from generator.layout.choosing import Choice, choose
from generator.layout.flow import Poured, pour, refuse
from generator.layout.logo import on_slide
from generator.layout.titles import with_even_titles
from generator.notation.inline import Fragment, Rich
from generator.outline.model import Deck, Slide, SlideKind
from generator.page.items import Item, TextItem
from generator.page.pages import Document, Face, Page, Section
from generator.page.scaling import scaled
from generator.theme.stage import PANEL, QUOTE, TITLE_ONLY, Spot

BESIDE_PANEL = 3
"""Lines of the longest title that stands beside a panel."""

_HIDDEN = -2
"""Stands for a section's number in the run of hidden slides."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of the content: for the build report and for facts coverage."""

    page: str
    topic: str
    blocks: tuple[Block, ...]
    hidden: bool
    layout: str = ""
    """The master's layout it stands on."""
    rule: str = ""
    """Why it stands there."""


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
    name: str
    backup: str
    """What the run of hidden slides at the end is called."""
    number: int
    """Of the last slide that is shown."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a page says, and the layout chosen for it."""

    choice: Choice
    blocks: tuple[Block, ...] = ()


def lay_deck(deck: Deck, kit: Kit, faces: tuple[Face, ...], findings: Findings) -> LaidOut:
    """Lay every slide of `deck`; what does not fit is reported and left out."""
    kit = with_even_titles(kit, deck)
    draft = _Draft([], [], [], deck.name, kit.words.say("backup"), kit.theme.stage.first - 1)
    for slide in deck.slides:
        inked = replace(kit, role=slide.role or kit.role)
        _lay_slide(draft, deck, slide, replace(inked.named("", slide.span), title=str(slide.title)), findings)
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
    if slide.kind is SlideKind.BODY and not slide.blocks:
        findings.items.append(refuse(slide.span, slide.id))
        return
    choice = choose(kit.theme.stage, slide, findings)
    if slide.kind is SlideKind.BODY:
        _lay_body(draft, deck, slide, (kit, choice), findings)
        return
    drawn = cover if kit.theme.stage.own else opening
    opened = drawn.cover if slide.kind is SlideKind.COVER else drawn.divider
    items = opened(kit, deck, slide, choice.spot)
    _add(draft, slide, _page(kit, slide, items, choice.spot, draft.number + 1), _Said(choice))


def _lay_body(draft: _Draft, deck: Deck, slide: Slide, on: tuple[Kit, Choice], findings: Findings) -> None:
    kit, choice = on[0], _roomy(on[0], slide, on[1])
    poured = _pour(kit, slide, choice.spot)
    if isinstance(poured, Diagnostic):
        findings.items.append(poured)
        return
    for part, content in enumerate(poured):
        title = _numbered(slide.title, part + 1, len(poured))
        planned = replace(slide, id=slide.id if part == 0 else f"{slide.id}-{part + 1}", title=title)
        spot = _spot(kit, slide, choice.spot, content.said[0].layout)
        page = _body_page(deck, planned, (kit, spot), content, draft.number + 1)
        _add(draft, planned, page, _Said(choice, content.said))


def _roomy(kit: Kit, slide: Slide, choice: Choice) -> Choice:
    """The slide's layout, or one whose body begins below the title where that is too long to stand beside a panel."""
    if not _is(kit, choice.spot, PANEL) or chrome.title(kit, slide.title, choice.spot).lines <= BESIDE_PANEL:
        return choice
    return Choice(kit.theme.stage.spot(TITLE_ONLY), f"{choice.rule}, but for its long title")


def _pour(kit: Kit, slide: Slide, spot: Spot) -> tuple[Poured, ...] | Diagnostic:
    """Pour under a title of as many lines as the slide's own, with the part's number where it needs several slides."""
    title = slide.title
    while True:
        poured = pour(kit, slide.blocks, partial(_body, kit, slide, spot, title))
        if isinstance(poured, Diagnostic) or len(poured) == 1:
            return poured
        longest = _numbered(slide.title, len(poured), len(poured))
        layouts = {part.said[0].layout for part in poured}
        if all(_body(kit, slide, spot, title, name) == _body(kit, slide, spot, longest, name) for name in layouts):
            return poured
        title = longest


def _body(kit: Kit, slide: Slide, spot: Spot, title: Rich, layout: str) -> Box:
    return _region(kit, title, _spot(kit, slide, spot, layout))


def _spot(kit: Kit, slide: Slide, spot: Spot, layout: str) -> Spot:
    """The slide's spot, or that of a part which stands on another layout than the slide's main block."""
    return spot if layout == slide.blocks[0].layout else kit.theme.stage.spot(layout)


def _region(kit: Kit, title: Rich, spot: Spot) -> Box:
    if _is(kit, spot, PANEL):
        return spot.body
    set_title = chrome.title(kit, title, spot)
    return spot.region(set_title.lines, set_title.bottom)


def _body_page(deck: Deck, slide: Slide, on: tuple[Kit, Spot], content: Poured, number: int) -> Page:
    kit, spot = on
    name = slide.eyebrow or (deck.sections[slide.section].title if slide.section >= 0 else "")
    titled = chrome.title(kit, slide.title, spot).item
    home = chrome.way_home(deck, slide.id)
    feet = (*chrome.progress(kit, deck, slide, spot), *chrome.footers(kit, deck.colophon, number, spot))
    if _is(kit, spot, PANEL):
        eyebrow = _leading(chrome.eyebrow(kit, name, spot, kit.paper, 14), home)
        return _page(kit, slide, (titled, *content.items, *eyebrow, *feet, *on_slide(kit, spot, kit.paper)), spot, number)
    ground = kit.tint() if _is(kit, spot, QUOTE) else None
    head = (*_leading(chrome.eyebrow(kit, name, spot), home), titled)
    page = _page(kit, slide, (*head, *content.items, *feet, *on_slide(kit, spot, ground or kit.paper)), spot, number)
    return replace(page, background=ground)


def _leading(items: tuple[TextItem, ...], target: str) -> tuple[TextItem, ...]:
    return tuple(replace(item, link=target) for item in items)


def _is(kit: Kit, spot: Spot, layout: str) -> bool:
    """Whether a spot is on this layout of ours; somebody else's of the same name are ordinary ones."""
    return kit.theme.stage.own and spot.layout == layout


def _page(kit: Kit, slide: Slide, items: tuple[Item, ...], spot: Spot, number: int) -> Page:
    """The page at the slide's own size, in the master's own colours, with what its layout shows on it alone."""
    stage, layout = kit.theme.stage, kit.theme.master.layout(spot.layout)
    finished = framed(layout, items if stage.scale == 1 and not spot.roles else scaled(items, stage.scale, spot.roles))
    below = tuple(beneath(kit, layout, finished, number))
    title = str(slide.title).replace("\n", " ")
    return Page(slide.id, title, stage.slide, finished, spot.layout, None, slide.notes, slide.hidden, below)


def _add(draft: _Draft, slide: Slide, page: Page, said: _Said) -> None:
    draft.pages.append(page)
    draft.shown.append(Shown(page.id, slide.topic, said.blocks, slide.hidden, page.layout, said.choice.rule))
    section, name = (_HIDDEN, draft.backup) if slide.hidden else (slide.section, slide.eyebrow or draft.name)
    if not draft.runs or draft.runs[-1][0] != section:
        draft.runs.append((section, name, []))
    draft.runs[-1][2].append(page.id)
    if not slide.hidden:
        draft.number += 1


def _numbered(title: Rich, part: int, parts: int) -> Rich:
    return title if parts == 1 else Rich((*title.fragments, Fragment(f" ({part}/{parts})")))
