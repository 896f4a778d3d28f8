"""Spend an audience's minutes and slides: what does not fit goes down its ladder, deterministically.

`must` topics and everything they require stay. Of the others the lowest priority goes first, the last in reading order
before earlier ones; reading order is a total order, so there are no ties. A topic never goes to a rung its ladder does not name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.block import Block
from generator.content.topic import Topic
from generator.content.values import Priority, Rung
from generator.errors import Findings
from generator.source import Span
from generator.tailoring.model import Cut, Decision, Spent, Step

RANK = {priority: rank for rank, priority in enumerate(Priority)}
RUNGS = tuple(Rung)
SHOWN = (Rung.FULL, Rung.BRIEF)
"""Rungs on which a topic takes minutes and slides."""
BRIEF_SHARE = 0.6
"""Minutes a topic takes at brief depth, as a share of its full ones (convention of this project)."""


@dataclass(frozen=True, slots=True)
class Purse:
    """What may be spent, and what the template spends before any topic."""

    minutes: float
    slides: int
    fixed_slides: int = 0
    tight: bool = False
    """Whether somebody asked for this much time, so that even musts may be told briefly."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A topic a reader may get: the rung it starts on, and what it says and takes at brief depth."""

    topic: Topic
    start: Rung
    brief: Topic
    brief_minutes: float

    def at(self, rung: Rung) -> Cut:
        """The topic on a rung of its ladder."""
        if rung is Rung.BRIEF:
            return Cut(self.brief, rung, self.brief_minutes)
        return Cut(self.topic, rung, self.topic.minutes if rung is Rung.FULL else 0.0)


@dataclass(frozen=True, slots=True)
class Choice:
    """Topics on their rungs, why, and what it costs."""

    cuts: tuple[Cut, ...]
    decisions: tuple[Decision, ...]
    spent: Spent


def spend(offers: Sequence[Offer], purse: Purse, place: Span, findings: Findings) -> Choice:
    """Move topics down their ladders until the rest fits into `purse`.

    Where even what must stay does not fit there is a finding (T010) at the first topic shown, or at `place`.
    """
    cuts = [offer.at(offer.start) for offer in offers]
    fixed = _fixed(cuts)
    decisions: list[Decision] = []
    while over := _over(spent := _spent(cuts, purse)):
        lowered = _lowered(offers, cuts, fixed, slides_only="minutes" not in over)
        if lowered is None and purse.tight and "minutes" in over:
            lowered = _told_briefly(offers, cuts)
        if lowered is None:
            _report(cuts, spent, (place, purse.tight), findings)
            break
        index, cut = lowered
        reason = f"over the budget of {purse.minutes:g} minutes and {purse.slides} slides ({' and '.join(over)})"
        decisions.append(Decision(Step.BUDGET, cut.topic.id, cut.state, reason, cut.topic.span))
        cuts[index] = cut
    return Choice(tuple(cuts), tuple(decisions), spent)


def brief_minutes(topic: Topic) -> float:
    """The minutes a topic takes at brief depth where nobody states them."""
    return half_minutes(topic.minutes * BRIEF_SHARE)


def half_minutes(minutes: float) -> float:
    """Minutes in halves, as a trainer would say them."""
    return round(minutes * 2) / 2


def slides_of(topic: Topic) -> int:
    """How many slides a topic is expected to take: one for each block that is no callout, one more where that goes on."""
    return max(1, sum(2 if block.then() else 1 for block in topic.blocks if not is_aside(block)))


def is_aside(block: Block) -> bool:
    """Whether a block stands beside another instead of on a slide of its own."""
    return block.kind == "callout"


def _fixed(cuts: Sequence[Cut]) -> frozenset[str]:
    """The ids of must topics that are shown, and of all they require."""
    by_id = {cut.topic.id: cut.topic for cut in cuts}
    todo = [cut.topic.id for cut in cuts if cut.topic.priority is Priority.MUST and cut.state in SHOWN]
    found: set[str] = set()
    while todo:
        name = todo.pop()
        if name in by_id and name not in found:
            found.add(name)
            todo.extend(by_id[name].requires)
    return frozenset(found)


def _spent(cuts: Sequence[Cut], purse: Purse) -> Spent:
    shown = [cut for cut in cuts if cut.state in SHOWN]
    minutes = round(sum(cut.minutes for cut in shown), 6)
    slides = purse.fixed_slides + sum(slides_of(cut.topic) for cut in shown)
    return Spent(minutes, slides, purse.minutes, purse.slides)


def _over(spent: Spent) -> tuple[str, ...]:
    """What there is too little of."""
    over = {"slides": spent.slides > spent.slides_budget, "minutes": spent.minutes > spent.minutes_budget}
    return tuple(name for name, is_over in over.items() if is_over)


def _lowered(offers: Sequence[Offer], cuts: Sequence[Cut], fixed: frozenset[str], slides_only: bool) -> tuple[int, Cut] | None:
    """The topic that can best be spared, one rung further down, and its place among `cuts`; None where there is none."""
    needed = {need for cut in cuts if cut.state in SHOWN for need in cut.topic.requires}
    spare = [
        (RANK[cut.topic.priority], index, rung)
        for index, cut in enumerate(cuts)
        if cut.state in SHOWN
        and cut.topic.id not in fixed | needed
        and (rung := _below(cut, slides_only)) is not None
    ]  # fmt: skip
    if not spare:
        return None
    _, index, rung = max(spare, key=lambda found: found[:2])
    return index, offers[index].at(rung)


def _told_briefly(offers: Sequence[Offer], cuts: Sequence[Cut]) -> tuple[int, Cut] | None:
    """The last topic in reading order that can still be told briefly, and its place among `cuts`."""
    full = [i for i, cut in enumerate(cuts) if cut.state is Rung.FULL and Rung.BRIEF in cut.topic.ladder]
    return (full[-1], offers[full[-1]].at(Rung.BRIEF)) if full else None


def _below(cut: Cut, slides_only: bool) -> Rung | None:
    """The next rung of a topic's ladder; `brief` saves minutes but no slides, so it is passed over where only those are short."""
    passed = RUNGS.index(cut.state)
    return next((r for r in cut.topic.ladder if RUNGS.index(r) > passed and not (slides_only and r is Rung.BRIEF)), None)


def _report(cuts: Sequence[Cut], spent: Spent, at: tuple[Span, bool], findings: Findings) -> None:
    place, tight = at
    larger = "ask for more --minutes" if tight else "give the audience a larger budget"
    shown = [cut for cut in cuts if cut.state in SHOWN]
    longest = ", ".join(cut.topic.id for cut in sorted(shown, key=lambda c: (-c.minutes, c.topic.id))[:3])
    there_are = f"there are {spent.minutes_budget:g} and {spent.slides_budget}"
    hint = f"lower the priority of one of the longest: {longest}; or" if longest else "use fewer slides of the template's own; or"
    findings.error(
        "T010",
        shown[0].topic.span if shown else place,
        f"what must be said takes {spent.minutes:g} minutes and {spent.slides} slides where {there_are}",
        f"{hint} {larger}",
    )
