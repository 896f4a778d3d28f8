"""Which foreign layout each sort of slide stands on, and why: a person's word, then a usual name, then the placeholders.

The order is the rule that `rolecast theme check` tells:
  1. what `theme.yaml` beside the template says
  2. a usual name of such a layout, in any of the languages we know, if the layout has the places it needs
  3. the layout whose placeholders and their geometry suit best
  4. for all but content: the layout that a like sort stands on
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from generator.errors import Findings
from generator.source import NOWHERE, Span
from generator.theme.foreign.design import Design, ForeignPlaceholder
from generator.theme.foreign.mapping import Hints
from generator.theme.foreign.naming import OTHER, plain
from generator.theme.foreign.offers import Offer
from generator.theme.foreign.suitability import FITS, LEAST, Fit
from generator.theme.foreign.wishes import ADVICE, PURPOSES, Wishes
from generator.theme.stage import CONTENT, DIVIDER, PANEL, QUOTE, TITLE_ONLY, TITLE_SLIDE

ORDER = (CONTENT, TITLE_SLIDE, TITLE_ONLY, DIVIDER, PANEL, QUOTE)
"""Titles of other sorts are compared with those over content."""
CLEARLY = 0.1
"""How much better than the layout for content another one must suit title slides."""


class How(StrEnum):
    """By what a layout was found."""

    ALIAS = "theme.yaml"
    NAME = "name"
    SHAPE = "placeholders"
    FALLBACK = "fallback"


@dataclass(frozen=True, slots=True)
class Choice:
    """The layout of a sort of slide."""

    sort: str
    offer: Offer
    how: How
    why: str


@dataclass(frozen=True, slots=True)
class Candidates:
    """What is chosen from, and by what."""

    design: Design
    offers: tuple[Offer, ...]
    hints: Hints
    names: Mapping[str, frozenset[str]]
    span: Span
    uses: Mapping[str, int] = field(default_factory=dict)
    """How many sample slides stand on each layout, by its part."""

    @property
    def wishes(self) -> Wishes:
        """What a person says of it."""
        return Wishes(self.design, self.hints, self.hints.span if self.hints.span != NOWHERE else self.span)


def resolve(candidates: Candidates, findings: Findings) -> dict[str, Choice] | None:
    """The choice for every sort of slide; None and an error where there is no place for content."""
    found: dict[str, Choice] = {}
    for sort in ORDER:
        before = len(findings.errors)
        choice = _told(candidates, sort, findings)
        if len(findings.errors) > before:
            return None
        choice = choice or (_found(candidates, sort, found) if found else _content(candidates))
        if choice is None:
            _refuse(candidates, findings)
            return None
        if choice.how is How.ALIAS or candidates.hints.places_of(sort):
            choice = replace(choice, offer=candidates.wishes.placed(choice.offer, sort, findings))
        if len(findings.errors) > before:
            return None
        found[sort] = choice
    return found


def _content(candidates: Candidates) -> Choice | None:
    """The layout for content, of the first master that has one."""
    for number in masters(candidates):
        own = replace(candidates, offers=tuple(offer for offer in candidates.offers if offer.layout.master == number))
        choice = _found(own, CONTENT, {})
        if choice is not None:
            return choice
    return None


def _found(candidates: Candidates, sort: str, found: Mapping[str, Choice]) -> Choice | None:
    return _named(candidates, sort, found) or _shaped(candidates, sort, found) or _like(candidates, sort, found)


def masters(candidates: Candidates) -> list[int]:
    """The masters, best first: by sample slides on them, then by whether they draw something, then by what they offer."""

    def rank(number: int) -> tuple[int, int, int, int]:
        own = [offer for offer in candidates.offers if offer.layout.master == number]
        used = sum(candidates.uses.get(offer.layout.part, 0) for offer in own)
        drawn = any(offer.layout.items for offer in own)
        return -used, -drawn, -sum(1 for offer in own if FITS[CONTENT](offer, None).score > 0), number

    return sorted(range(len(candidates.design.masters)), key=rank)


def _told(candidates: Candidates, sort: str, findings: Findings) -> Choice | None:
    """What a person said."""
    offer = candidates.wishes.layout(candidates.offers, sort, findings)
    return Choice(sort, offer, How.ALIAS, "theme.yaml names it") if offer else None


def _named(candidates: Candidates, sort: str, found: Mapping[str, Choice]) -> Choice | None:
    """The best of the layouts of a usual name that have the places they need."""
    usual = candidates.names.get(sort, frozenset())
    rated = [(_fit(offer, sort, found).score, offer) for offer in _near(candidates, found) if plain(offer.layout.name) in usual]
    best = max(rated, key=lambda each: (each[0], -each[1].layout.number), default=None)
    if best is None or best[0] <= 0:
        return None
    return Choice(sort, best[1], How.NAME, f"its name is usual for {PURPOSES[sort]}, and it has {_fit(best[1], sort, found).why}")


def _shaped(candidates: Candidates, sort: str, found: Mapping[str, Choice]) -> Choice | None:
    """The layout that suits best by its placeholders alone."""
    taken = found[TITLE_SLIDE].offer if sort == DIVIDER else None
    others = candidates.names.get(OTHER, frozenset())
    near = [offer for offer in _near(candidates, found) if offer is not taken]
    rated = [(_fit(offer, sort, found), offer) for offer in near if plain(offer.layout.name) not in others] or [
        (_fit(offer, sort, found), offer) for offer in near
    ]
    good = [(fit, offer) for fit, offer in rated if sort in LEAST and fit.score >= LEAST[sort]]
    if not good:
        return None
    fit, offer = max(good, key=lambda each: (round(each[0].score, 3), -each[1].layout.number))
    return Choice(sort, offer, How.SHAPE, f"it has {fit.why}")


def _like(candidates: Candidates, sort: str, found: Mapping[str, Choice]) -> Choice | None:
    """What a sort falls back to."""
    if sort == CONTENT:
        return _bare(candidates)
    if sort == TITLE_SLIDE:
        usual = found[CONTENT].offer
        rated = [(_fit(offer, sort, found).score, -offer.layout.number, offer) for offer in _near(candidates, found)]
        best = max(rated, key=lambda each: each[:2])[2]
        best = best if _fit(best, sort, found).score > _fit(usual, sort, found).score + CLEARLY else usual
        return Choice(sort, best, How.FALLBACK, "no layout is made for title slides; this one comes nearest")
    base = found[TITLE_ONLY] if sort in (PANEL, QUOTE) else found[CONTENT]
    reason = f"no layout is made for this; the one for {PURPOSES[base.sort]} has room for it"
    return Choice(sort, base.offer, How.FALLBACK, reason)


def _bare(candidates: Candidates) -> Choice | None:
    """A title with free area below, where no layout has a place for content."""
    rated = [(FITS[TITLE_ONLY](offer, None), offer) for offer in candidates.offers]
    best = max(rated, key=lambda each: (each[0].score, -each[1].layout.number), default=None)
    if best is None or best[0].score <= 0:
        return None
    return Choice(CONTENT, best[1], How.FALLBACK, "no layout has a place for content; blocks stand under this one's title")


def _fit(offer: Offer, sort: str, found: Mapping[str, Choice]) -> Fit:
    like = found[CONTENT].offer if CONTENT in found else None
    return FITS[sort](offer, like)


def _near(candidates: Candidates, found: Mapping[str, Choice]) -> Sequence[Offer]:
    """The layouts of the master that content stands on: slides of one deck look alike."""
    if CONTENT not in found:
        return candidates.offers
    return [offer for offer in candidates.offers if offer.layout.master == found[CONTENT].offer.layout.master]


def rejected(candidates: Candidates, sort: str, found: Mapping[str, Choice]) -> list[str]:
    """Why layouts of a usual name for this sort are not taken."""
    usual = candidates.names.get(sort, frozenset())
    chosen = found[sort].offer if sort in found else None
    named = [o for o in candidates.offers if plain(o.layout.name) in usual and o is not chosen]
    fits = [(offer, _fit(offer, sort, found)) for offer in named]
    return [f"{offer.layout.name!r} has the name, but {fit.why}" for offer, fit in fits if fit.score <= 0 and fit.why]


def _refuse(candidates: Candidates, findings: Findings) -> None:
    """The error for a template on which no slide can stand, with its layouts and what they lack."""
    reasons = [
        f"{o.layout.name!r}: {FITS[CONTENT](o, None).why} ({_short(o.layout.placeholders)})" for o in candidates.offers[:8]
    ]
    more = f"; and {len(candidates.offers) - 8} more" if len(candidates.offers) > 8 else ""
    if any(offer.title for offer in candidates.offers):
        message = f"{candidates.design.path!r} has no layout with a title and room for content: {'; '.join(reasons)}{more}"
    else:
        message = f"no layout of {candidates.design.path!r} has a title placeholder: {'; '.join(reasons)}{more}"
    if candidates.design.slides and not any(offer.layout.items for offer in candidates.offers):
        message += "; its design lies on the sample slides, which are not used"
    findings.error("M040", candidates.span, message, ADVICE)


def _short(places: Sequence[ForeignPlaceholder]) -> str:
    return ", ".join(f"{place.type} {place.idx}" for place in places if place.usable) or "no placeholder"
