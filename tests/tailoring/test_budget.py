"""What does not fit goes down its ladder: the least important and last first, never against its ladder or a requirement."""

from __future__ import annotations

import pytest

from generator.content.topic import Topic
from generator.content.values import Priority, Rung
from generator.errors import Findings
from generator.source import Span
from generator.tailoring.budget import Choice, Offer, Purse, spend

PLACE = Span("content/audiences/a.yaml", 1, 1)


def topic(name: str, priority: str = "should", **fields: object) -> Topic:
    return Topic.model_validate(
        {"title": name, "part": "focus", "blocks": ({"kind": "prose", "text": ("x",)},), "priority": Priority(priority), **fields}
    ).model_copy(update={"id": name})


def offers(*topics: Topic) -> list[Offer]:
    return [Offer(t, t.ladder[0], t, t.minutes * 0.6) for t in topics]


def states(choice: Choice) -> dict[str, str]:
    return {cut.topic.id: cut.state.value for cut in choice.cuts}


def chosen(purse: Purse, *topics: Topic) -> dict[str, str]:
    findings = Findings()
    choice = spend(offers(*topics), purse, PLACE, findings)
    assert not findings.items
    return states(choice)


def test_what_fits_stays_as_it_is() -> None:
    assert chosen(Purse(4, 2), topic("a"), topic("b")) == {"a": "full", "b": "full"}


def test_the_lowest_priority_goes_first_and_of_equal_ones_the_last() -> None:
    three = (topic("a", "could"), topic("b", "should"), topic("c", "could"), topic("d", "must"))
    assert chosen(Purse(99, 3), *three) == {"a": "full", "b": "full", "c": "backup", "d": "full"}
    assert chosen(Purse(99, 2), *three) == {"a": "backup", "b": "full", "c": "backup", "d": "full"}
    assert chosen(Purse(99, 1), *three) == {"a": "backup", "b": "backup", "c": "backup", "d": "full"}


@pytest.mark.parametrize(
    ("ladder", "purse", "state"),
    [
        (Rung, Purse(3.2, 9), "brief"),
        (Rung, Purse(3.1, 9), "backup"),
        (Rung, Purse(99, 1), "backup"),
        (("full", "brief", "drop"), Purse(99, 1), "drop"),
        (("full", "handout"), Purse(3.2, 9), "handout"),
        (("full", "brief", "handout"), Purse(3.2, 9), "brief"),
    ],
)
def test_a_topic_goes_down_its_own_ladder(ladder, purse: Purse, state: str) -> None:
    last = topic("b", "could", ladder=tuple(Rung(r) for r in ladder))
    assert chosen(purse, topic("a", "must"), last)["b"] == state


def test_a_topic_never_goes_to_a_rung_that_its_ladder_does_not_name() -> None:
    findings = Findings()
    stays = topic("stays", "could", ladder=(Rung.FULL, Rung.BRIEF))
    choice = spend(offers(topic("a", "must"), stays), Purse(99, 1), PLACE, findings)
    assert states(choice) == {"a": "full", "stays": "full"}
    assert [d.code for d in findings.items] == ["T010"]


def test_what_a_must_requires_stays_however_deep() -> None:
    needed = (
        topic("a", "could"),
        topic("b", "could", requires=("a",)),
        topic("m", "must", requires=("b",)),
        topic("z", "should"),
    )
    assert chosen(Purse(99, 3), *needed) == {"a": "full", "b": "full", "m": "full", "z": "backup"}


def test_a_requirement_outlives_what_requires_it() -> None:
    both = (topic("a", "could"), topic("b", "should", requires=("a",)), topic("m", "must"))
    assert chosen(Purse(99, 2), *both) == {"a": "full", "b": "backup", "m": "full"}
    assert chosen(Purse(99, 1), *both) == {"a": "backup", "b": "backup", "m": "full"}


def test_a_topic_for_the_handout_alone_costs_nothing_and_holds_nothing() -> None:
    only = topic("h", "must", ladder=(Rung.HANDOUT,), requires=("a",))
    assert chosen(Purse(0, 0), only, topic("a", "could")) == {"h": "handout", "a": "backup"}


def test_slides_of_the_template_are_paid_first() -> None:
    assert chosen(Purse(99, 3, fixed_slides=2), topic("a"), topic("b")) == {"a": "full", "b": "backup"}


def test_too_many_musts_are_a_finding_that_names_the_longest() -> None:
    findings = Findings()
    spend(offers(topic("a", "must", minutes=3), topic("b", "must", minutes=9)), Purse(10, 9), PLACE, findings)
    (found,) = findings.items
    assert found.code == "T010"
    assert "12 minutes and 2 slides where there are 10 and 9" in found.message
    assert "b, a" in found.hint


def test_a_template_that_takes_more_than_there_is_is_a_finding_at_the_audience() -> None:
    findings = Findings()
    choice = spend([], Purse(10, 1, fixed_slides=2), PLACE, findings)
    assert choice.cuts == ()
    assert [(d.code, d.span) for d in findings.items] == [("T010", PLACE)]


def test_every_step_down_is_a_decision_with_its_reason() -> None:
    choice = spend(offers(topic("a"), topic("b", "could")), Purse(2, 9), PLACE, Findings())
    assert [(d.unit, d.outcome) for d in choice.decisions] == [("b", "brief"), ("b", "backup")]
    assert all(d.reason == "over the budget of 2 minutes and 9 slides (minutes)" for d in choice.decisions)
    assert choice.spent.minutes == 2


def test_shares_of_minutes_are_not_over_by_a_rounding_error() -> None:
    assert set(chosen(Purse(1.8, 9), *(topic(n, minutes=1, ladder=(Rung.BRIEF, Rung.DROP)) for n in "abc")).values()) == {"brief"}


def test_a_topic_cut_to_brief_says_what_its_brief_variant_says(read, cut) -> None:
    text = """title: Long
part: focus
minutes: 9
blocks: [{kind: prose, text: [x]}]
variants: {brief: {title: Short, minutes: 4}}
"""
    content = read({"content/topics/one.yaml": text})
    assert [(str(c.topic.title), c.minutes) for c in cut(content, "engineers").topics][:1] == [("Long", 9)]
    made = cut(content, "engineers", Purse(5, 9))
    assert [(str(c.topic.title), c.state, c.minutes) for c in made.topics][:1] == [("Short", "brief", 4)]


def test_a_dropped_topic_leaves_only_its_name(read, cut, said) -> None:
    text = "title: T\npart: focus\nladder: [full, drop]\nblocks: [{kind: prose, text: [GONE]}]\nnotes: {everyone: {say: GONE}}\n"
    made = cut(read({"content/topics/one.yaml": text}), "engineers", Purse(99, 0))
    assert made.topics[0].state == "drop"
    assert "GONE" not in said(made)


def test_minutes_that_somebody_asked_for_make_even_musts_brief_the_last_first() -> None:
    musts = offers(topic("a", "must", minutes=5), topic("b", "must", minutes=5))
    findings = Findings()
    choice = spend(musts, Purse(8, 9, tight=True), PLACE, findings)
    assert [cut.state for cut in choice.cuts] == [Rung.FULL, Rung.BRIEF]
    assert not findings.items


def test_minutes_that_even_brief_musts_do_not_fit_in_are_a_finding_that_asks_for_more() -> None:
    findings = Findings()
    spend(offers(topic("a", "must", minutes=5)), Purse(2, 9, tight=True), PLACE, findings)
    [found] = findings.items
    assert found.code == "T010"
    assert found.hint.endswith("or ask for more --minutes")
