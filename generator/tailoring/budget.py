"""Spend an audience's minutes and slides: what does not fit goes down its ladder, deterministically.

`must` topics and everything they require stay. Of the others the lowest priority goes first, the last in reading order
before earlier ones, ties by id.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.block import Block
from generator.content.topic import Topic
from generator.content.values import Priority, Rung
from generator.errors import Findings
from generator.tailoring.model import Cut, Decision, Spent, Step

RANK = {priority: rank for rank, priority in enumerate(Priority)}
RUNGS = tuple(Rung)
BRIEF_SHARE = 0.6
"""Minutes a topic takes at brief depth, as a share of its full ones (convention of this project)."""


@dataclass(frozen=True, slots=True)
class Purse:
    """What may be spent, and what the template spends before any topic."""

    minutes: float
    slides: int
    fixed_slides: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """Topics on their rungs, why, and what it costs."""

    cuts: tuple[Cut, ...]
    decisions: tuple[Decision, ...]
    spent: Spent


def spend(cuts: tuple[Cut, ...], purse: Purse, findings: Findings) -> Choice:
    """Move topics down their ladders until the rest fits into `purse`; report T010 where even the musts do not."""
    current = list(cuts)
    decisions: list[Decision] = []
    fixed = _fixed(cuts)
    while True:
        spent = _spent(current, purse)
        over = [w for w, x in (("slides", spent.slides > purse.slides), ("minutes", spent.minutes > purse.minutes)) if x]
        if not over:
            return Choice(tuple(current), tuple(decisions), spent)
        index = _next(current, fixed, slides_only="minutes" not in over)
        if index is None:
            _report(current, purse, spent, findings)
            return Choice(tuple(current), tuple(decisions), spent)
        before = current[index]
        after = _lower(before, slides_only="minutes" not in over)
        current[index] = after
        reason = f"over the budget of {purse.minutes:g} minutes and {purse.slides} slides ({' and '.join(over)})"
        decisions.append(Decision(Step.BUDGET, before.topic.id, after.state, reason, before.topic.span))


def slides_of(topic: Topic) -> int:
    """How many slides a topic is expected to take: one for each block that is no callout."""
    return max(1, sum(1 for block in topic.blocks if not is_aside(block)))


def is_aside(block: Block) -> bool:
    """Whether a block stands beside another instead of on a slide of its own."""
    return block.kind == "callout"


def _fixed(cuts: tuple[Cut, ...]) -> frozenset[str]:
    """The ids of must topics and of all they require."""
    by_id = {cut.topic.id: cut.topic for cut in cuts}
    todo = [t.id for t in by_id.values() if t.priority is Priority.MUST]
    found: set[str] = set()
    while todo:
        name = todo.pop()
        if name in by_id and name not in found:
            found.add(name)
            todo.extend(by_id[name].requires)
    return frozenset(found)


def _spent(cuts: list[Cut], purse: Purse) -> Spent:
    shown = [cut for cut in cuts if cut.state in (Rung.FULL, Rung.BRIEF)]
    minutes = sum(cut.minutes for cut in shown)
    slides = purse.fixed_slides + sum(slides_of(cut.topic) for cut in shown)
    return Spent(minutes, slides, purse.minutes, purse.slides)


def _next(cuts: list[Cut], fixed: frozenset[str], slides_only: bool) -> int | None:
    """The topic that can best be spared, or None."""
    needed = {need for cut in cuts if cut.state in (Rung.FULL, Rung.BRIEF) for need in cut.topic.requires}
    spare = [
        (RANK[cut.topic.priority], i)
        for i, cut in enumerate(cuts)
        if cut.state in (Rung.FULL, Rung.BRIEF)
        and cut.topic.id not in fixed
        and cut.topic.id not in needed
        and _lower(cut, slides_only).state is not cut.state
    ]
    return max(spare)[1] if spare else None


def _lower(cut: Cut, slides_only: bool) -> Cut:
    """The topic one rung further down; `brief` is passed over where only slides are short."""
    rungs = list(cut.topic.ladder)
    below = [rung for rung in rungs if RUNGS.index(rung) > RUNGS.index(cut.state)]
    if slides_only:
        below = [rung for rung in below if rung is not Rung.BRIEF]
    if not below:
        return replace(cut, state=Rung.DROP)
    minutes = cut.topic.minutes * BRIEF_SHARE if below[0] is Rung.BRIEF else 0.0
    return replace(cut, state=below[0], minutes=minutes)


def _report(cuts: list[Cut], purse: Purse, spent: Spent, findings: Findings) -> None:
    musts = [cut for cut in cuts if cut.state in (Rung.FULL, Rung.BRIEF)]
    cheapest = ", ".join(cut.topic.id for cut in sorted(musts, key=lambda c: (-c.minutes, c.topic.id))[:3])
    findings.error(
        "T010",
        musts[0].topic.span,
        f"what must be said takes {spent.minutes:g} minutes and {spent.slides} slides where there are {purse.minutes:g} and {purse.slides}",
        f"lower the priority of one of the longest: {cheapest}; or give the audience a larger budget",
    )
