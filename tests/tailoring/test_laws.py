"""Laws of tailoring that hold for any content and any budget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.block import Part
from generator.blocks.bullets import Bullets, Point, SubPoint
from generator.content.library import Content, resolve_audiences
from generator.content.model import Audience, Fact, Notes, Project, Source, StorySection, Term, TermUse
from generator.content.subjects import Objective, Role
from generator.content.topic import Topic, Variant
from generator.content.values import Clearance, Priority, Rung
from generator.errors import Findings
from generator.notation.inline import Rich
from generator.tailoring.budget import SHOWN, Purse
from generator.tailoring.model import Tailored
from generator.tailoring.tailor import tailor

T = TypeVar("T")
LEVELS = (None, *Clearance)
READERS = (None, None, "a", "b", "not a", "a or b", "everyone")
NAMES = ("t0", "t1", "t2", "t3")
FACTS = ("f0", "f1")


def canary(level: Clearance | None) -> str:
    return f"CANARY-{level or 'unmarked'}"


class Dice:
    """Makes a project from one number; drawing every field by Hypothesis would take a second an example."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.one = self.random.choice

    def some(self, values: Sequence[T], most: int = 9) -> tuple[T, ...]:
        """A few of `values`, in their order."""
        chosen = self.random.sample(range(len(values)), self.random.randint(0, min(most, len(values))))
        return tuple(values[i] for i in sorted(chosen))

    def marks(self) -> dict[str, object]:
        return {"clearance": self.one(LEVELS), "for_": self.one(READERS), "facts": self.some(FACTS, 1)}

    def point(self) -> Point:
        marks = self.marks()
        below = tuple(SubPoint(text=rich(canary(m["clearance"])), **m) for m in self.some([self.marks()]))
        return Point(lead=rich(canary(marks["clearance"])), points=below, **marks)

    def block(self) -> Bullets:
        return Bullets.model_construct(points=(*self.some([rich("The backlog")]), self.point(), self.point()), **self.marks())

    def notes(self, *names: str) -> dict[str, Notes]:
        levels = {name: self.one(LEVELS) for name in self.some(names)}
        return {name: Notes(say=rich(canary(level)), clearance=level) for name, level in levels.items()}

    def topic(self, name: str) -> Topic:
        level = self.one((*LEVELS, None, Clearance.PUBLIC))
        return Topic(
            id=name,
            title=rich(f"{canary(level)} backlog"),
            part=self.one(["p", "q", "words"]),
            for_=self.one(READERS),
            clearance=level,
            priority=self.one(list(Priority)),
            minutes=self.random.randint(0, 9),
            requires=self.some([n for n in NAMES if n < name], 2),
            objectives=("o",),
            facts=self.some(FACTS, 1),
            ladder=(*(self.some(list(Rung)[:-1]) or (Rung.FULL,)), *self.some([Rung.DROP])),
            blocks=(self.block(),),
            notes=self.notes("a", "everyone"),
            variants={n: Variant(title=rich(f"for {n}")) for n in self.some(["a", "brief", "everyone"])},
        )

    def audience(self) -> Audience:
        section = StorySection(id="s", title=rich("S"), parts=("q", "words"), notes=self.notes("x").get("x"))
        uses = {"t": self.one([TermUse(say="backlog list"), TermUse(explain=True)]), "u": TermUse(explain=True)}
        depth = self.one(["full", "brief"])
        return Audience(id="a", title="A", terms=uses, clearance=self.one(list(Clearance)), depth=depth, storyline=(section,))

    def role(self) -> Role:
        level = self.one(LEVELS)
        objective = Objective(id="o", text=rich(canary(level)), clearance=level, for_=self.one(READERS))
        claim = {"everyone": rich("All"), "b": rich("CANARY-other")}
        looks = {"title": "R", "badge": "R", "shape": "circle", "colour": "accent1", "icon": "users"}
        return Role(id="r", topics=NAMES, objectives=(objective,), claim=claim, opening=self.notes("a"), **looks)

    def content(self) -> Content:
        levels = {name: self.one(LEVELS) for name in (*FACTS, "s", "t", "u")}

        def fact(name: str) -> Fact:
            return Fact(id=name, says=rich(canary(levels[name])), source="s", status="agreed", clearance=levels[name])

        words = {"t": "backlog", "u": "all"}
        return Content(
            project=Project(title="P", default_clearance=self.one(LEVELS)),
            facts={name: fact(name) for name in FACTS},
            sources={"s": Source(id="s", title=canary(levels["s"]), clearance=levels["s"])},
            terms={n: Term(id=n, name=w, means=rich(canary(levels[n])), clearance=levels[n]) for n, w in words.items()},
            audiences=resolve_audiences({"a": self.audience(), "everyone": Audience(id="everyone", title="E")}),
            roles={"r": self.role()},
            comparisons={},
            courses={},
            topics={name: self.topic(name) for name in NAMES},
        )


def rich(text: str) -> Rich:
    return Rich.plain(text)


def contents() -> st.SearchStrategy[Content]:
    return st.integers(0, 2**64).map(lambda seed: Dice(seed).content())


def cut(content: Content, purse: Purse | None = None) -> Tailored:
    return tailor(content, content.roles["r"], content.audiences["a"], purse or Purse(1e6, 10**6), Findings())


def said(made: Tailored) -> str:
    return repr(replace(made, decisions=()))


few = settings(max_examples=60, deadline=None)


@few
@given(contents())
def test_nothing_that_is_marked_higher_is_anywhere_in_the_result(content: Content) -> None:
    made = cut(content)
    for level in Clearance:
        if not made.audience.clearance.may_see(level):
            assert f"CANARY-{level}" not in said(made)
    assert "CANARY-other" not in said(made)


@few
@given(contents())
def test_nothing_is_left_out_without_a_reason(content: Content) -> None:
    made = cut(content)
    told = {d.unit for d in made.decisions if d.reason}
    assert set(NAMES) - {c.topic.id for c in made.topics} <= told


@few
@given(contents())
def test_tailoring_twice_is_tailoring_once(content: Content) -> None:
    once = cut(replace(content, topics={n: t.model_copy(update={"variants": {}}) for n, t in content.topics.items()}))
    again = Content(
        project=content.project,
        facts=once.facts,
        sources=once.sources,
        terms={t.id: t for t in once.explained},
        audiences={"a": once.audience},
        roles={"r": once.subject},
        comparisons={},
        courses={},
        topics={c.topic.id: c.topic for c in once.topics},
    )
    assert said(cut(again)) == said(once)


@few
@given(contents())
def test_the_order_of_mappings_changes_nothing(content: Content) -> None:
    def turned(values: dict) -> dict:
        return dict(reversed(values.items()))

    other = replace(
        content,
        facts=turned(content.facts),
        terms=turned(content.terms),
        audiences={n: a.model_copy(update={"terms": turned(a.terms)}) for n, a in turned(content.audiences).items()},
        topics={
            n: t.model_copy(update={"notes": turned(t.notes), "variants": turned(t.variants)})
            for n, t in turned(content.topics).items()
        },
    )
    assert repr(cut(other)) == repr(cut(content))


@few
@given(contents(), st.integers(0, 40), st.integers(0, 5), st.integers(0, 40), st.integers(0, 5))
def test_a_smaller_budget_never_shows_more(content: Content, minutes: int, slides: int, more: int, wider: int) -> None:
    small, large = cut(content, Purse(minutes, slides)), cut(content, Purse(minutes + more, slides + wider))
    assert {c.topic.id for c in small.in_state(*SHOWN)} <= {c.topic.id for c in large.in_state(*SHOWN)}
    assert small.spent.minutes <= large.spent.minutes
    assert small.spent.slides <= large.spent.slides


@few
@given(contents(), st.integers(0, 40), st.integers(0, 5))
def test_what_is_shown_never_lacks_what_it_requires(content: Content, minutes: int, slides: int) -> None:
    started = {c.topic.id for c in cut(content).in_state(*SHOWN)}
    made = cut(content, Purse(minutes, slides))
    shown = {c.topic.id for c in made.in_state(*SHOWN)}
    assert all(need in shown or need not in started for c in made.in_state(*SHOWN) for need in c.topic.requires)


@few
@given(contents(), st.integers(0, 40), st.integers(0, 5))
def test_no_topic_leaves_its_ladder(content: Content, minutes: int, slides: int) -> None:
    assert all(c.state in c.topic.ladder for c in cut(content, Purse(minutes, slides)).topics)


def test_every_part_of_every_kind_can_be_marked() -> None:
    assert {"for_", "clearance", "facts"} <= set(Part.model_fields)
