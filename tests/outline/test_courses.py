"""A course: its chapters are the sections of its deck, each in its own order and colour, within a budget of its own."""

from __future__ import annotations

COURSE = """title: All of it
subjects: [owner, other]
icon: users
objectives: [{id: can-tell, text: Tell them apart.}]
budget: {everyone: {minutes: 60, slides: 30}}
chapters:
  - {id: late, title: The later one, subject: other, topics: [two], break: 10}
  - {id: early, title: The first one, topics: [three, one], notes: {say: Go on.}}
  - {id: hidden, title: For bosses, for: bosses, topics: [only-paper]}
"""
FILES = {"content/courses/all.yaml": COURSE}


def test_a_course_deck_follows_its_chapters_and_not_the_readers_storyline(studio) -> None:
    planned = studio(FILES).plan("course-deck", "all", "bosses")
    assert planned.ids == [
        "cover", "agenda", "objectives", "section-late", "two", "section-early", "three", "one",
    ]  # fmt: skip
    assert [section.title for section in planned.deck.sections] == ["The later one", "The first one"]


def test_a_chapter_for_others_is_gone_with_its_topics(studio) -> None:
    tailored = studio(FILES).order("course-deck", "all", "engineers")[0].tailored
    assert [cut.topic.id for cut in tailored.topics] == ["two", "three", "one"]
    assert "For bosses" not in repr(tailored.audience.storyline)
    assert "only-paper" not in repr(tailored.subject)


def test_slides_of_a_chapter_about_a_role_have_its_colour(studio) -> None:
    deck = studio(FILES).plan("course-deck", "all").deck
    assert {slide.id: slide.role for slide in deck.slides if slide.role} == {"section-late": "accent3", "two": "accent3"}


def test_the_clock_waits_during_a_break(studio) -> None:
    deck = studio(FILES).plan("course-deck", "all").deck
    clocks = {slide.id: slide.notes[0] for slide in deck.slides}
    assert clocks["two"] == "Clock: 0:00 to 0:02 of 0:17 (2 min)."
    assert clocks["section-early"] == "Clock: 0:12 of 0:17."
    assert clocks["one"] == "Clock: 0:14 to 0:17 of 0:17 (3 min)."
