"""A reader's own words stand where listed terms stood: in text only, never in code, links and addresses."""

from __future__ import annotations

import pytest

from generator.content.model import Audience, Term, TermUse
from generator.notation.inline import Rich, parse_inline
from generator.tailoring.terms import Vocabulary, vocabulary


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    terms = {
        "backlog": Term(id="backlog", name="backlog", forms=("backlogs", "product backlog"), means=Rich.plain("x")),
        "sprint": Term(id="sprint", name="sprint", means=Rich.plain("x")),
        "goal": Term(id="goal", name="sprint goal", means=Rich.plain("x")),
        "dod": Term(id="dod", name="DoD", means=Rich.plain("x")),
    }
    uses = {"backlog": TermUse(say="work list"), "sprint": TermUse(say="round"), "dod": TermUse(say="checks"),
            "goal": TermUse(explain=True), "unknown": TermUse(say="never")}  # fmt: skip
    return vocabulary(Audience(title="A", terms=uses), terms)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the backlog grows", "the work list grows"),
        ("Backlog first", "Work list first"),
        ("It ends. Backlog next", "It ends. Work list next"),
        ("“Backlog” it says", "“Work list” it says"),
        ("the product backlog and backlogs", "the work list and work list"),
        (
            "a backlogged, back-log, pre-backlog, backlog-driven thing",
            "a backlogged, back-log, pre-backlog, backlog-driven thing",
        ),
        ("the backlog's top", "the work list's top"),
        ("backlog/sprint (backlog)", "work list/round (work list)"),
        ("our DoD holds", "our checks holds"),
        ("DoD holds", "Checks holds"),
        ("`backlog` and [backlog](https://backlog.example/backlog)", "backlog and backlog"),
        ("see https://x.example/backlog or backlog@x.example", "see https://x.example/backlog or backlog@x.example"),
        ("a sprint goal in a sprint", "a sprint goal in a round"),
        ("**product** backlog, **sprint**s, sp**rint**", "work list, sprints, round"),
        ("the product `backlog` stays", "the product backlog stays"),
    ],
)
def test_listed_forms_are_replaced_where_they_stand_alone(words: Vocabulary, before: str, after: str) -> None:
    assert str(words.reworded(parse_inline(before))[0]) == after


def test_styles_around_a_replaced_word_stay(words: Vocabulary) -> None:
    new = words.reworded(parse_inline("a **backlog** and *more*"))[0]
    assert [(f.text, f.bold, f.italic) for f in new.fragments] == [
        ("a ", False, False), ("work list", True, False), (" and ", False, False), ("more", False, True),
    ]  # fmt: skip


def test_a_text_without_terms_is_the_same_object(words: Vocabulary) -> None:
    text = parse_inline("nothing to **say**")
    assert words.reworded(text)[0] is text


def test_code_and_links_keep_their_words(words: Vocabulary) -> None:
    text = parse_inline("`backlog` [backlog](https://backlog.example/)")
    assert words.reworded(text)[0] == text


TERMS = {
    "content/audiences/bosses.yaml": """title: Bosses
extends: everyone
terms: {backlog: {say: work list}, sprint: {explain: true}}
""",
    "content/glossary.yaml": """terms:
  backlog: {name: backlog, means: The list.}
  sprint: {name: sprint, means: A round through the backlog.}
""",
}


def test_everything_said_is_in_the_readers_words_and_the_report_says_so(read, cut, said) -> None:
    files = {
        "content/topics/one.yaml": """title: The backlog
part: focus
short: Backlog
blocks: [{kind: bullets, points: [The backlog, {lead: Backlog, points: [A backlog]}]}]
handout: [{kind: prose, text: [The backlog]}]
notes: {everyone: {say: The backlog}}
""",
        "content/roles/owner.yaml": """title: Owner
badge: PO
shape: square
colour: accent1
icon: users
topics: [one]
claim: {everyone: One backlog.}
remember: {everyone: One backlog.}
opening: {everyone: {say: The backlog}}
objectives: [{id: owns-it, text: Own the backlog.}]
key-facts: [{label: Keeps, value: the backlog}]
contact: {label: Owner, lines: [backlog desk]}
""",
    }
    made = cut(read({**TERMS, **files}), "bosses")
    assert "backlog" not in said(made).lower()
    assert said(made).lower().count("work list") == 14
    reworded = [d for d in made.decisions if d.step == "terms"]
    assert {d.unit for d in reworded} == {"one", "owner", "owns-it"}
    assert "bosses say 'work list' for 'backlog'" in {d.reason for d in reworded}


def test_topics_that_explain_words_keep_them(read, cut) -> None:
    topic = (
        "title: The backlog\npart: words\nblocks: [{kind: prose, text: [A backlog.]}]\nnotes: {everyone: {say: The backlog}}\n"
    )
    made = cut(read({**TERMS, "content/topics/one.yaml": topic}), "bosses")
    (words,) = [c.topic for c in made.topics if c.topic.part == "words"]
    assert repr(words).count("backlog") == 3


def test_terms_to_explain_are_those_used_in_order_of_first_use_and_in_the_readers_words(read, cut) -> None:
    topic = "title: T\npart: focus\nblocks: [{kind: prose, text: [Each sprint.]}]\n"
    made = cut(read({**TERMS, "content/topics/one.yaml": topic}), "bosses")
    assert [(t.id, str(t.means)) for t in made.explained] == [("sprint", "A round through the work list.")]
    assert cut(read(TERMS), "bosses").explained == ()
    assert set(made.audience.terms) == {"sprint"}
