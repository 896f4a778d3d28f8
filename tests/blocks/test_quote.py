"""Quotes: the words as large as they fit, and who said them."""

from __future__ import annotations

import pytest

from generator.block import Overflow, Placed
from generator.blocks.quote import Quote, initials
from generator.geometry import Box, inch
from generator.kit import Kit
from generator.page.items import TextItem

BODY = Box(inch(0.6), inch(1.5), inch(12.133), inch(5.2))


def size(kit: Kit, text: str) -> float:
    """The size a quote's words are set in."""
    result = Quote.model_validate({"text": text, "by": "Tom Berger"}).place(kit, BODY)
    assert isinstance(result, Placed)
    item = next(item for item in result.items if item.mark.id == "text")
    assert isinstance(item, TextItem)
    return item.body.paragraphs[0].runs[0].style.size.pt


@pytest.mark.parametrize(
    ("by", "letters"),
    [("Tom Berger, product owner", "TB"), ("Tom", "T"), ("Ana Maria de Souza", "AS"), ("Ines (owner)", "I"), ("…", "–")],
)
def test_initials_are_of_the_first_and_last_name(by: str, letters: str) -> None:
    assert initials(by) == letters


def test_the_longer_the_words_the_smaller_their_type(kit: Kit) -> None:
    sizes = [size(kit, "I order the work myself. " * count) for count in (1, 4, 8, 12)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 60
    assert sizes[-1] >= 28


def test_a_text_that_is_no_quote_any_more_is_refused(kit: Kit) -> None:
    block = Quote.model_validate({"text": "I order the work myself. " * 40, "by": "Tom Berger"})
    assert isinstance(block.place(kit, BODY), Overflow)


def test_no_line_ends_on_a_word_that_leans_on_the_next_and_the_speaker_stands_close_below(kit: Kit) -> None:
    text = "I cannot tell anyone what to do. I can make sure that the team knows why it matters to a user."
    result = Quote.model_validate({"text": text, "by": "Tom Berger"}).place(kit, BODY)
    assert isinstance(result, Placed)
    items = {item.mark.id: item for item in result.items}
    words, by = items["text"], items["by"]
    assert isinstance(words, TextItem)
    ends = ["".join(piece.text for piece in line.pieces).split()[-1] for line in words.body.lines[:-1]]
    assert ends and not {"I", "a", "the", "to"} & set(ends)
    assert by.box.y - words.box.bottom == inch(0.45)
    assert abs((words.box.y - BODY.y).emu - (BODY.bottom - by.box.bottom).emu) <= 3
