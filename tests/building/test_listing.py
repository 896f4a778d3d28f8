"""A topic added to a list: exact to the character, or not at all."""

from __future__ import annotations

import pytest

from generator.building.listing import listed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("topics:\n  - one\n", "topics:\n  - one\n  - new\n"),
        ("topics:\n- one\n- two", "topics:\n- one\n- two\n- new"),
        (
            "topics:  # mine\n  # all\n  - one   # first\n\n# end\ntitle: x\n",
            "topics:  # mine\n  # all\n  - one   # first\n  - new\n\n# end\ntitle: x\n",
        ),
        ("topics: [one, two]  # all\ntitle: x\n", "topics: [one, two, new]  # all\ntitle: x\n"),
        ("topics: [\n  one,\n  two,\n]\n", "topics: [\n  one,\n  two, new,\n]\n"),
        ("title: é\r\ntopics:\r\n  - one\r\nicon: y\r\n", "title: é\r\ntopics:\r\n  - one\r\n  - new\r\nicon: y\r\n"),
    ],
    ids=["list", "without a last line feed", "remarks", "brackets", "brackets over lines", "Windows"],
)
def test_a_topic_comes_last_and_everything_else_stays(before, after):
    assert listed(before.encode("utf-8"), "new") == after.encode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "title: x\n",
        "topics: []\n",
        "topics:\n",
        "topics: one\n",
        "topics: ['one']\n",
        "topics: [",
        "topics: &a [one]\nall: *a\n",
        "",
    ],
)
def test_what_cannot_be_extended_exactly_is_left_alone(text):
    assert listed(text.encode("utf-8"), "new") is None


def test_a_file_that_is_not_utf_8_is_left_alone():
    assert listed("topics:\n  - é\n".encode("latin-1"), "new") is None
