"""The trainer's edition says, asks, answers and shows the clock; the shared one does none of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.errors import Findings
from generator.outline.decks import plan_deck
from generator.outline.session import read_session
from generator.source import Span
from generator.tailoring.sharing import for_sharing

QUIZ = """title: Who puts the list in order?
part: focus
minutes: 5
blocks:
  - kind: quiz
    options: [{title: The owner, right: true, facts: [secret]}, {title: The team}]
    answer: The owner orders the list alone
    why: Because one voice is enough.
    say: Please put it on the list.
notes: {everyone: {say: Let them argue., then: Now tell them.}}
"""
FILES = {
    "content/topics/three.yaml": QUIZ,
    "content/facts.yaml": "facts:\n  f: {says: A fact., source: book, status: agreed}\n"
    "  secret: {says: Told., source: book, status: agreed}\n",
}
SECRETS = (
    "one voice",
    "orders the list alone",
    "Please put it",
    "Let them argue",
    "Now tell them",
    "Welcome",
    "secret",
    "right=True",
)


def test_a_question_is_followed_by_its_answer_on_a_slide_of_its_own(studio) -> None:
    slides = {slide.id: slide for slide in studio(FILES).plan("role-deck").deck.slides}
    question, answer = slides["three"], slides["three-then"]
    assert str(answer.title) == "The owner orders the list alone"
    assert (question.minutes, answer.minutes) == (3, 2)
    assert answer.notes[-1] == "Now tell them."
    assert question.notes[-1] == "Let them argue."


def test_the_shared_edition_holds_no_note_and_no_answer_anywhere(studio) -> None:
    setup = studio(FILES)
    order, findings = setup.order("role-deck", "owner", "engineers")
    deck = plan_deck(setup.files, replace(order, tailored=for_sharing(order.tailored)), findings)
    assert deck is not None
    assert not any(slide.notes for slide in deck.slides)
    assert "three" in [slide.id for slide in deck.slides]
    assert "three-then" not in [slide.id for slide in deck.slides]
    told = repr(deck) + repr(for_sharing(order.tailored).topics) + repr(for_sharing(order.tailored).subject)
    assert [secret for secret in SECRETS if secret in told] == []


def test_both_editions_have_the_same_topics(studio) -> None:
    tailored = studio(FILES).order("role-deck", "owner", "engineers")[0].tailored
    assert [(c.topic.id, c.state) for c in for_sharing(tailored).topics] == [(c.topic.id, c.state) for c in tailored.topics]


def test_a_session_that_begins_at_nine_shows_clock_times(studio) -> None:
    setup = studio(FILES)
    order, findings = setup.order("role-deck", "owner", "engineers")
    session = read_session([("start", "9:00")], Span("x"), findings)
    deck = plan_deck(setup.files, replace(order, session=session), findings)
    assert deck is not None
    assert next(slide for slide in deck.slides if slide.minutes).notes[0].startswith("Clock: 9:00 to 9:0")


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        (("clint", "Acme"), "there is no setting 'clint'"),
        (("client", "  "), "'client' is empty"),
        (("client", "A" * 41), "'client' has 41 characters"),
        (("date", "the third of December"), "'date' has 21 characters"),
        (("trainer", "I\nB"), "'trainer' holds a character that cannot be printed"),
        (("start", "25:00"), "'start' cannot be '25:00'"),
    ],
)
def test_a_setting_that_cannot_stand_on_a_page_is_refused(setting, message) -> None:
    findings = Findings()
    read_session([setting], Span("command line"), findings)
    assert [(finding.code, finding.message) for finding in findings.items] == [("U004", message)]
