"""Lines break where they should, lose nothing, and stay inside their box."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.geometry import Length, pt
from generator.notation.inline import Rich, parse_inline
from generator.page.colour import Colour
from generator.page.text import Align, Bullet, Family, Paragraph, Run, Style
from generator.typography.balance import balance
from generator.typography.lines import SLACK, break_lines, set_text
from generator.typography.measure import Advances, Measure

INK = Colour("dk1")
STYLE = Style(pt(10), INK)
EVEN = Measure({(Family.BODY, False, False): Advances({chr(c): 500.0 for c in range(32, 127)}, 500.0)}, frozenset())
"""Every character is half its size wide, so that widths can be read off a text."""


def lines(text: str, columns: int) -> list[str]:
    """`text` broken for a box that holds `columns` characters."""
    return [text[a:b] for a, b in break_lines(text, [1] * len(text), columns)]


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one  two", 4, ["one", "two"]),
        ("a well-known fact", 7, ["a well-", "known", "fact"]),
        ("2024-25 plan", 6, ["2024-", "25", "plan"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("first\nsecond line", 11, ["first", "second line"]),
        ("no\u00a0break here", 8, ["no\u00a0break", "here"]),
        ("a — b", 3, ["a —", "b"]),
        ("", 5, [""]),
    ],
)
def test_lines_break_after_blanks_and_hyphens_and_by_character_only_in_long_words(
    text: str, columns: int, expected: list[str]
) -> None:
    assert lines(text, columns) == expected


@given(st.text("ab -\n", max_size=60), st.integers(1, 20))
def test_breaking_loses_only_blanks_and_line_feeds(text: str, columns: int) -> None:
    kept = "".join(lines(text, columns))

    assert kept.replace(" ", "") == text.replace(" ", "").replace("\n", "")


@given(st.text("ab -", max_size=60), st.integers(1, 20))
def test_no_line_is_wider_than_its_box(text: str, columns: int) -> None:
    assert all(len(line) <= columns for line in lines(text, columns))


@settings(max_examples=50)
@given(st.lists(st.text("abc ", min_size=1, max_size=30), min_size=1, max_size=4), st.integers(40, 300), st.sampled_from(Align))
def test_set_text_stands_inside_its_width(texts: list[str], width: int, align: Align) -> None:
    body = set_text(EVEN, [Paragraph((Run(text, STYLE),), align) for text in texts], pt(width))

    for line in body.lines:
        for piece in line.pieces:
            assert Length(0) <= piece.x
            assert piece.x + piece.width <= pt(width) + Length(2)


def test_height_is_lines_times_pitch_plus_space_between_paragraphs() -> None:
    paragraphs = [Paragraph((Run("one two", STYLE),), line_height=1.5), Paragraph((Run("three", STYLE),), before=pt(4))]

    body = set_text(EVEN, paragraphs, pt(20))

    assert [len([line for line in body.lines if line.paragraph == n]) for n in (0, 1)] == [2, 2]
    assert body.height.pt == pytest.approx(2 * 15 + 4 + 2 * 12)


def test_wrapped_lines_of_a_point_hang_under_its_first_word() -> None:
    point = Paragraph((Run("one two three", STYLE),), bullet=Bullet("•", INK, pt(12)))

    body = set_text(EVEN, [point], pt(60))

    assert body.lines[0].pieces[0].text == "•"
    assert body.lines[0].pieces[1].x == body.lines[1].pieces[0].x == pt(12)


def test_lines_keep_a_hundredth_of_their_width_in_hand() -> None:
    """Ten characters of 5 pt need 50 pt; in a box of exactly 50 pt they would wrap in an office program."""
    body = set_text(EVEN, [Paragraph((Run("aaaa aaaaa", STYLE),))], pt(50))

    assert len(body.lines) == 2
    assert len(set_text(EVEN, [Paragraph((Run("aaaa aaaaa", STYLE),))], pt(50 / SLACK + 0.1)).lines) == 1


def one_each(text: str) -> Length:
    """A width of 1 EMU a character."""
    return Length(len(text))


@pytest.mark.parametrize(
    ("text", "room", "most", "expected"),
    [
        ("short", 10, 2, "short"),
        ("The owner orders, the manager chooses", 24, 2, "The owner orders,\nthe manager chooses"),
        ("One list, one order, one voice", 12, 3, "One list,\none order,\none voice"),
        ("never fits on any line", 3, 2, None),
    ],
)
def test_headings_break_after_a_clause_into_lines_of_like_width(text: str, room: int, most: int, expected: str | None) -> None:
    broken = balance(Rich.plain(text), one_each, Length(room), most)

    assert (str(broken) if broken else None) == expected


def test_breaking_a_heading_keeps_its_inline_styles() -> None:
    broken = balance(parse_inline("a **bold and** b"), one_each, Length(8), 2)

    assert broken is not None
    assert [f.bold for f in broken.fragments] == [False, True, False]
    assert str(broken).replace("\n", " ") == "a bold and b"


def test_a_text_with_far_too_many_ways_to_cut_is_left_alone_at_once() -> None:
    """A headline of a thousand words has more cuts into five lines than can ever be tried."""
    assert balance(Rich.plain("word " * 1000), one_each, Length(10), 5) is None
