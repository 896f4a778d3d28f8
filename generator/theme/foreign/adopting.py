"""A theme made from somebody else's template: its layouts as spots, its colours for our roles, its package to write into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.errors import Findings
from generator.geometry import Length
from generator.page.colour import ACCENTS, ROLES, Colour, ColourScheme
from generator.page.items import Stroke
from generator.page.pages import FontScheme, Layout, Level, Master, Placeholder
from generator.page.text import Family, Style
from generator.source import NOWHERE, Span
from generator.theme.foreign.design import Design, DrawnItem, ForeignPlaceholder
from generator.theme.foreign.grounds import ground_under
from generator.theme.foreign.mapping import NOTHING, Hints
from generator.theme.foreign.offers import Offer, offer_of
from generator.theme.foreign.prompts import prompts
from generator.theme.foreign.regions import body_region
from generator.theme.foreign.resolving import Candidates, Choice, rejected, resolve
from generator.theme.foreign.shading import named_of, shades_of
from generator.theme.foreign.spots import Painter, Repaints, spot_of
from generator.theme.foreign.suitability import has_ground_of
from generator.theme.foreign.tones import PRINTED, Ground, named, semantic
from generator.theme.foreign.wishes import WORDS, area
from generator.theme.look import Look
from generator.theme.master import SIZES, own_master, own_stage
from generator.theme.stage import CONTENT, Spot, Stage
from generator.theme.tokens import Theme

WHITE = Colour("#FFFFFF")
CODE = "Courier New"


@dataclass(frozen=True, slots=True)
class Source:
    """A template as it was read: what it is called in output folders, its design, and the package that decks are made in."""

    id: str
    design: Design
    package: bytes = b""
    hints: Hints = NOTHING
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    uses: Mapping[str, int] = field(default_factory=dict)
    """How many sample slides stand on each layout, by its part."""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Adoption:
    """A theme, what its layouts draw (texts are set when faces are known), and why each sort of slide stands where it does."""

    theme: Theme
    drawn: Mapping[str, tuple[DrawnItem, ...]]
    """By the layout's name in the master."""
    choices: tuple[Choice, ...]
    repaints: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """What was looked at and not taken, and why."""


def adopt(source: Source, findings: Findings) -> Adoption | None:
    """The theme of a template. None and errors (M040 to M043) where no slide can stand on it."""
    design, hints = source.design, source.hints
    offers = tuple(offer_of(layout, design.size) for layout in design.layouts)
    candidates = Candidates(design, offers, hints, source.names, source.span, source.uses)
    found = resolve(candidates, findings)
    if found is None:
        return None
    if not candidates.wishes.regions_stand(findings):
        return None
    content = found[CONTENT].offer
    if not body_region(content).is_roomy(design.size) and hints.region(CONTENT) is None:
        message = f"layout {content.layout.name!r} has too little room for content under its title"
        findings.error("M041", source.span, message, "make its content placeholder larger, or name another layout in theme.yaml")
        return None
    _warn_of_prompts(source, found, findings)
    made = _Making(source, found, _unique([*(choice.offer for choice in found.values()), *offers]))
    theme = made.theme()
    remarks = tuple(text for sort in found for text in rejected(candidates, sort, found))
    return Adoption(theme, made.drawn(), tuple(found.values()), tuple(made.repaints.told), remarks)


def _warn_of_prompts(source: Source, found: Mapping[str, Choice], findings: Findings) -> None:
    """Say which words of the template's own stand on our slides and look as if somebody had forgotten them."""
    lines = list(prompts({choice.offer.layout.part: choice.offer.layout for choice in found.values()}.values()))
    if lines:
        message = f"fixed text that reads like a prompt or an old date stays on our slides: {', '.join(map(repr, lines[:6]))}"
        hint = "in PowerPoint, View > Slide Master, write what all slides may say, or delete the box and tick Footers instead"
        findings.warning("M016", source.span, message, hint)


def _unique(offers: list[Offer]) -> dict[str, str]:
    """A name of its own for every layout, by part: those that are used keep theirs."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for offer in offers:
        layout = offer.layout
        if layout.part in names:
            continue
        plain = layout.name or f"Layout {layout.number}"
        name = plain if plain not in taken else f"{plain} ({layout.number})"
        taken.add(name)
        names[layout.part] = name
    return names


def whole_master(source: Source, fonts: FontScheme) -> Master:
    """A master with all layouts of a template in its own order, whether slides of ours can stand on them or not."""
    design = source.design
    first = design.masters[design.layouts[0].master]
    scheme = ColourScheme(first.name, first.colours)
    names = _unique([offer_of(layout, design.size) for layout in design.layouts])
    layouts = tuple(
        Layout(names[each.part], each.type or "obj", (), named(scheme, each.ground.colour), part=each.part)
        for each in design.layouts
    )
    return Master(first.name, design.size, scheme, fonts, layouts, source.package)


class _Making:
    """One theme while it is made."""

    def __init__(self, source: Source, found: Mapping[str, Choice], names: Mapping[str, str]) -> None:
        self.source = source
        self.found = found
        self.names = names
        self.content = found[CONTENT].offer
        design = source.design
        self.master = design.master_of(self.content.layout)
        self.name = source.hints.name or self.master.name or source.id
        self.scheme = ColourScheme(self.name, self.master.colours)
        self.repaints = Repaints()
        self.roles = self._roles()
        self.offers = [offer_of(layout, design.size) for layout in design.layouts]

    def theme(self) -> Theme:
        """The theme, with the sheets' own light one."""
        fonts = self._fonts()
        sem = ColourScheme(self.name, tuple(self.scheme.hex(self.roles[role]) for role in ROLES))
        design = self.source.design
        stage = Stage(design.size, self._spots(), own=False, first=design.first)
        layouts = tuple(self._layout(offer) for offer in self._used())
        master = Master(self.name, stage.slide, self.scheme, fonts, layouts, self.source.package)
        hints = self.source.hints
        theme = Theme(
            self.source.id, self.name, sem, fonts, shades_of(sem), named_of(sem), stage, master, fallback=hints.fallback
        )
        return replace(theme, on_paper=self._on_paper(theme))

    def drawn(self) -> dict[str, tuple[DrawnItem, ...]]:
        """What each layout of the master draws."""
        return {self.names[offer.layout.part]: offer.layout.items for offer in self._used()}

    def _used(self) -> list[Offer]:
        """The chosen layouts, content first, then the others that have a title."""
        chosen = {choice.offer.layout.part: choice.offer for choice in self.found.values()}
        return [*chosen.values(), *(o for o in self.offers if o.title and o.layout.part not in chosen)]

    def _roles(self) -> dict[str, Colour]:
        """Our roles on the ground that lies under content."""
        layout = self.content.layout
        ground = Ground(self.scheme, named(self.scheme, ground_under(layout, body_region(self.content).box)))
        wish = named(self.scheme, self.content.body.look.colour) if self.content.body else None
        told: dict[str, Colour] = {}
        for role, tone in self.source.hints.colours.items():
            told[role] = Colour(tone) if tone in ROLES else named(self.scheme, tone)
        roles = semantic(ground, wish, told)
        for role in ("accent1", "accent2", "accent3"):
            if role not in told and roles[role] != Colour(role):
                was, now = self.scheme.hex(Colour(role)), self.scheme.hex(roles[role])
                reason = f"{role} {was} has contrast {ground.against(Colour(role)):.1f} on {ground.value}"
                self.repaints.note(f"{reason}: {now} is used" if was != now else f"{role} is {now}")
        return roles

    def _fonts(self) -> FontScheme:
        """The fonts that titles and content are really set in."""
        fonts, told = self.master.fonts, self.source.hints.fonts
        title, body = self.content.title, self.content.body
        written = (title.look.font if title else "+mj-lt") or "+mj-lt", (body.look.font if body else "+mn-lt") or "+mn-lt"
        heading, text = fonts.resolved(written[0]) or "Arial", fonts.resolved(written[1]) or "Arial"
        return FontScheme(
            told.heading or heading,
            told.body or text,
            told.code or CODE,
            (told.heading or written[0], told.body or written[1]),
        )

    def _spots(self) -> dict[str, Spot]:
        """A spot for every sort of slide, and one for every other layout that blocks have room on."""
        painter = Painter(self.scheme, self.roles, self.repaints, self.content)
        spots = {sort: self._spot(sort, choice.offer, painter) for sort, choice in self.found.items()}
        quietly = replace(painter, repaints=Repaints())
        for offer in self._used():
            name = self.names[offer.layout.part]
            region = body_region(offer)
            if name not in spots and region.is_roomy(offer.slide) and has_ground_of(offer, region, self.content):
                spots[name] = self._spot(name, offer, quietly)
        return spots

    def _spot(self, sort: str, offer: Offer, painter: Painter) -> Spot:
        told = self.source.hints.region(sort) if sort in WORDS else None
        region = area(told) if told else None
        spot = spot_of(sort, offer, self.names[offer.layout.part], painter, region)
        if offer.layout.colours == self.scheme.values:
            return spot
        # another master or colour map resolves the names of colours otherwise
        return replace(spot, roles={role: Colour(f"#{self.scheme.hex(colour)}") for role, colour in spot.roles.items()})

    def _layout(self, offer: Offer) -> Layout:
        layout = offer.layout
        ground = named(self.scheme, layout.ground.colour)
        kind = layout.type or "obj"
        name, slots = self.names[layout.part], tuple(self._slots(offer))
        return Layout(name, kind, slots, ground, part=layout.part, colour_map=layout.over)

    def _slots(self, offer: Offer) -> Iterator[Placeholder]:
        places = {
            "title": offer.title,
            "subtitle": offer.subtitle,
            "body": offer.body,
            "eyebrow": offer.kicker,
            "figure": offer.figure,
        }
        for slot, place in {**places, **offer.feet}.items():
            if place is not None:
                yield self._placeholder(slot, place)

    def _placeholder(self, slot: str, place: ForeignPlaceholder) -> Placeholder:
        look = place.look
        family = Family.HEADING if slot == "title" else Family.BODY
        style = Style(look.size * place.font_scale, named(self.scheme, look.colour), look.bold, look.italic, family)
        levels = tuple(Level(level.size, level.marker.char, level.margin, Length(0) - level.indent) for level in place.levels)
        held, line = levels if slot == "body" else (), place.line
        ground = Colour(f"#{place.fill}") if place.fill else None
        edge = Stroke(Colour(f"#{line.colour}"), line.width, line.dashed) if line else None
        return Placeholder(
            slot, place.box, style, look.align, place.anchor, look.line_height, held, place.attributes, ground, edge, place.form
        )

    def _on_paper(self, theme: Theme) -> Theme:
        """A light theme of ours in the template's colours, for sheets."""
        ground = Ground(self.scheme, WHITE)
        told = {role: ground.readable(self.roles[role], PRINTED) for role in ACCENTS if role in self.source.hints.colours}
        roles = semantic(ground, self.roles["dk1"], told, PRINTED)
        scheme = ColourScheme(self.name, tuple(self.scheme.hex(roles[role]) for role in ROLES))
        look, fonts = Look(), replace(theme.fonts, written=("+mj-lt", "+mn-lt"))
        stage = own_stage(SIZES["16:9"], look)
        master = own_master((self.name, scheme, fonts), stage, look)
        return Theme(
            theme.id, theme.name, scheme, fonts, shades_of(scheme), named_of(scheme), stage, master, fallback=theme.fallback
        )
