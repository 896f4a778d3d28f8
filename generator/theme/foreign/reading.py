"""Read somebody else's template: every master and layout as it results, in the order that programs show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from generator.errors import Findings
from generator.geometry import Length, Size
from generator.notation.package import Package
from generator.source import Span
from generator.theme.foreign.colours import over
from generator.theme.foreign.design import Design, DrawnText, ForeignLayout, ForeignMaster
from generator.theme.foreign.design_part import DesignPart
from generator.theme.foreign.drawing import Context, draw, report, sketch
from generator.theme.foreign.markup import Element, at, every, relation, truth, whole
from generator.theme.foreign.placeholders import Heritage, heritage, placeholders
from generator.theme.foreign.sketch import Allowance, Sketch, Trouble

USUAL = (9_144_000, 6_858_000)
"""The slide's size in English Metric Units where a file does not say it."""
LEAST_SIDE, MOST_SIDE = 914_400, 51_206_400
"""What the format allows a side of a slide: 1 to 56 inches."""


def read_design(package: Package, findings: Findings) -> Design | None:
    """What a template offers and shows; a warning (M020) names what our PDFs cannot show as it is.

    None and an error (M010) where its slides have no size that can be.
    """
    main = package.xml(package.main)
    extent = at(main, "p:sldSz")
    size = Size(Length(whole(extent, "cx", USUAL[0])), Length(whole(extent, "cy", USUAL[1])))
    if not all(LEAST_SIDE <= side.emu <= MOST_SIDE for side in (size.w, size.h)):
        message = f"{package.path!r} says a slide size that no program can show: {size.w.mm / 10:.4g} x {size.h.mm / 10:.4g} cm"
        findings.error("M010", Span(package.path), message, "in PowerPoint, Design > Slide Size, choose one, and save the file")
        return None
    deck = _Deck(package, size, at(main, "p:defaultTextStyle"), Allowance())
    masters: list[ForeignMaster] = []
    layouts: list[ForeignLayout] = []
    troubles: list[Trouble] = []
    for part in _listed(package, package.main, main, "sldMasterId"):
        opened = DesignPart.master(package, part)
        master = _Opened(opened, heritage(opened, deck.defaults, size), len(masters))
        for name in _listed(package, part, opened.root, "sldLayoutId"):
            layout, found = _layout(deck, master, opened.layout(name))
            layouts.append(replace(layout, number=len(layouts) + 1))
            troubles += found
        masters.append(_master(deck, opened, master.above))
    report(troubles, package.path, findings)
    return Design(
        package.path,
        size,
        tuple(masters),
        tuple(layouts),
        MappingProxyType(dict(_typefaces(masters, layouts))),
        sum(1 for _ in every(main, "p:sldIdLst/p:sldId")),
        tuple(_embedded(main)),
        _guides(main),
        sum(_custom_colours(package, part) for part in dict.fromkeys(master.part for master in masters)),
        min(9999, max(0, whole(main, "firstSlideNum", 1))),
    )


@dataclass(frozen=True, slots=True)
class _Deck:
    """What all masters share."""

    package: Package
    size: Size
    defaults: Element | None
    allowance: Allowance


@dataclass(frozen=True, slots=True)
class _Opened:
    """A master, what it hands down, and how it has been drawn on the grounds that its layouts have."""

    opened: DesignPart
    above: Heritage
    number: int
    drawn: dict[Hashable, Sketch] = field(default_factory=dict)

    def on(self, ground: Sketch, layout: DesignPart, far: tuple[Element | None, ...]) -> Sketch:
        """The drawing of a background with the master's shapes on it, in the layout's colours."""
        key = (layout.palette.roles, ground.ground, tuple(ground.items))
        if key not in self.drawn:
            name = self.number + 1
            draw(Context(self.opened.under(layout.palette), f"master {name}", f"master{name}", far), ground)
            self.drawn[key] = ground.copy()
        return self.drawn[key].copy()


def _listed(package: Package, part: str, root: Element, name: str) -> Iterator[str]:
    """The masters or layouts that a part lists, in its order; those it has but does not list come last."""
    kind = {"sldMasterId": "slideMaster", "sldLayoutId": "slideLayout"}[name]
    held = package.related(part, kind)
    found = [package.relation(part, relation(entry, "id")) for entry in every(root, f"p:{name}Lst/p:{name}")]
    listed = [each.target for each in found if each is not None and each.target in held]
    yield from dict.fromkeys((*listed, *held))


def _layout(deck: _Deck, master: _Opened, opened: DesignPart) -> tuple[ForeignLayout, list[Trouble]]:
    drawing, ground = sketch(opened, master.opened, deck.size, deck.allowance)
    far = (deck.defaults, at(master.above.styles, "p:otherStyle"))
    shows = truth(opened.root, "showMasterSp", True)
    if shows:
        drawing = master.on(drawing, opened, far)
    draw(Context(opened, opened.title, "layout", far), drawing)
    layout = ForeignLayout(
        part=opened.part,
        name=opened.title,
        type=opened.root.get("type", ""),
        master=master.number,
        number=0,
        placeholders=placeholders(opened, master.above),
        ground=ground,
        items=tuple(drawing.items),
        samples=tuple(drawing.samples),
        colours=opened.palette.roles,
        shows_master=shows,
        has_fixed_number=any(isinstance(item, DrawnText) and item.number for item in drawing.items),
        guides=_guides(opened.root),
        over=over(at(opened.root, "p:clrMapOvr")),
    )
    return layout, drawing.troubles


def _master(deck: _Deck, opened: DesignPart, above: Heritage) -> ForeignMaster:
    _, ground = sketch(opened, opened, deck.size, deck.allowance)
    return ForeignMaster(
        opened.part,
        opened.theme,
        opened.palette.roles,
        MappingProxyType(dict(opened.palette.raw)),
        MappingProxyType(dict(opened.palette.map)),
        opened.fonts,
        placeholders(opened, above, own=True),
        ground,
        _guides(opened.root),
    )


def _typefaces(masters: list[ForeignMaster], layouts: list[ForeignLayout]) -> Counter[str]:
    """How often each font is used."""
    counted: Counter[str] = Counter()
    for layout in layouts:
        fonts = masters[layout.master].fonts
        counted.update(fonts.resolved(place.look.font) for place in layout.placeholders if place.usable)
        counted.update(fonts.resolved(item.typeface) for item in layout.items if isinstance(item, DrawnText))
    return counted


def _embedded(main: Element) -> Iterator[str]:
    for font in every(main, "p:embeddedFontLst/p:embeddedFont/p:font"):
        name = (font.get("typeface") or "").strip()
        if name:
            yield name


def _guides(root: Element) -> int:
    """The guides that somebody drew on a master, a layout or for all slides."""
    return sum(1 for found in root.iter("{*}guide"))


def _custom_colours(package: Package, master: str) -> int:
    theme = package.xml(package.related(master, "theme")[0])
    return sum(1 for _ in every(theme, "a:custClrLst/a:custClr"))
