"""Pairs are kerned where office programs kern them: in the widths of lines, and where pieces of a line stand."""

from __future__ import annotations

import pytest

from generator.geometry import ZERO, Length, inch, pt
from generator.page.colour import Colour
from generator.page.text import Family, Paragraph, Run, Style
from generator.typography.lines import CLEAR, SLACK, set_text

STYLE = Style(pt(20), Colour("dk1"))


def body(measure, text, width, style=STYLE):
    return set_text(measure, (Paragraph((Run(text, style),)),), width)


@pytest.mark.parametrize("pair", ["To", "Yo", "AV", "y."])
def test_a_kerned_pair_is_narrower_than_its_characters(measure, pair):
    assert measure.width(pair, STYLE) < measure.width(pair[0], STYLE) + measure.width(pair[1], STYLE)


def test_code_has_no_pairs(measure):
    style = Style(pt(20), Colour("dk1"), family=Family.CODE)
    assert measure.width("ToAVy.", style) == measure.width("T", style) * 6


@pytest.mark.parametrize("bold", [False, True])
def test_digits_are_as_wide_beside_each_other_as_alone(measure, bold):
    style = Style(pt(20), Colour("dk1"), bold)
    assert {measure.width(digit * 2, style) for digit in "0123456789"} == {measure.width("0", style) * 2}


def test_a_line_is_drawn_in_pieces_that_begin_where_a_pair_is_kerned_and_together_are_as_wide_as_it(measure):
    (line,) = body(measure, "Your Team", inch(5)).lines
    assert [piece.text for piece in line.pieces] == ["Y", "our ", "T", "eam"]
    assert line.pieces[1].x == line.pieces[0].width < measure.width("Y", STYLE)
    assert line.pieces[-1].x + line.pieces[-1].width == measure.width("Your Team", STYLE)


def test_a_text_whose_lines_break_clearly_has_a_frame_of_its_own_width(measure):
    assert body(measure, "one line only", inch(5)).narrower == ZERO


@pytest.mark.parametrize("share", [0.9905, 0.995, 0.9999, 1.004])
def test_where_one_word_more_nearly_fits_the_frame_is_clear_of_what_must_and_of_what_must_not_fit(measure, share):
    text = "these words are a line and"
    whole = measure.width(text, STYLE)
    room = Length(round(whole.emu / share))
    made = body(measure, f"{text} these are the next", room)
    frame = room - made.narrower
    assert len(made.lines) == 2
    assert made.width.emu < frame.emu * SLACK
    assert whole.emu > frame.emu * (1 + CLEAR / 2)


def test_a_no_break_space_is_as_wide_as_a_space(measure):
    assert measure.width("\u00a0", STYLE) == measure.width(" ", STYLE)
