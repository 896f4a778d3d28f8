"""The comparison behind docs/fidelity.md sees what differs, and only that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tests.rendering.fidelity import Figures, Frame, Glyph, Word, compare, words_of

SIZE = 10.0


def drawn(text: str, x: float = 0, y: float = 0) -> Iterator[Glyph]:
    """Characters five points wide; a line feed begins a line below."""
    left = x
    for letter in text:
        if letter == "\n":
            x, y = left, y + 12
            continue
        yield Glyph(letter, x, x + 5, y, SIZE)
        x += 5


def words(*texts: Iterable[Glyph]) -> tuple[Word, ...]:
    return words_of(glyph for text in texts for glyph in text)


def said(found: Iterable[Word]) -> list[str]:
    return [word.text for word in found]


def starts(found: Iterable[Word]) -> list[str]:
    return [word.text for word in found if word.starts]


def moved(found: Iterable[Word], x: float = 0, y: float = 0) -> list[Word]:
    return [replace(word, x=word.x + x, right=word.right + x, y=word.y + y) for word in found]


def test_blanks_leaps_and_new_baselines_part_words():
    assert said(words(drawn("two words"), drawn("here", 100), drawn("below", 120, 12))) == ["two", "words", "here", "below"]


def test_each_line_of_a_text_and_each_text_beside_it_starts_with_a_word():
    assert starts(words(drawn("one two\nthree four"), drawn("beside it", 100))) == ["one", "three", "beside"]


def test_a_line_starts_with_its_bullet_whichever_is_drawn_first():
    bullet, text = drawn("•"), drawn("point", 12)
    assert starts(words(bullet, text)) == ["•"]
    assert starts(words(drawn("point", 12), drawn("•"))) == ["•"]


def test_ligatures_and_hyphens_at_the_end_of_a_line_are_letters_like_others():
    ours, theirs = words(drawn("ﬁnd un\u00ad\nlike")), words(drawn("find"), drawn("un-\nlike", 25))
    assert said(ours) == said(theirs)


def test_a_page_is_like_itself():
    page = words(drawn("the same\nwords again and the same"))
    assert compare(page, page).figures == Figures(pages=1, words=7, near=7, starts=2, alike=2)


def test_a_word_that_moved_to_the_next_line_is_not_in_its_place_and_both_lines_differ():
    figures = compare(words(drawn("one two three\nfour")), words(drawn("one two\nthree four"))).figures
    assert (figures.words, figures.near, figures.starts, figures.alike) == (4, 2, 3, 1)


def test_words_four_points_away_are_in_their_place_and_those_beyond_are_not():
    page = words(drawn("a few words"))
    assert compare(page, moved(page, x=2.4, y=3.1)).figures.positions == 1
    assert compare(page, moved(page, x=2.5, y=3.2)).figures.positions == 0


def test_a_word_that_grew_is_not_in_its_place_though_it_begins_there():
    page = words(drawn("word"))
    assert compare(page, [replace(page[0], right=page[0].right + 5)]).figures.near == 0


def test_a_word_that_only_one_page_has_counts_against_both():
    figures = compare(words(drawn("more words here")), words(drawn("more words"))).figures
    assert (figures.words, figures.near) == (3, 2)
    assert compare(words(drawn("more words")), words(drawn("more words here"))).figures.words == 3


def test_words_drawn_in_another_order_are_found_where_they_stand():
    ours, theirs = (
        words(drawn("one"), drawn("same", 100), drawn("same", 200)),
        words(drawn("same", 200), drawn("same", 100), drawn("one")),
    )
    assert compare(ours, theirs).figures.positions == 1


def test_in_a_chart_only_presence_counts_on_either_page():
    page, frame = words(drawn("Text"), drawn("12 %", 100, 50)), Frame(90, 30, 200, 80)
    elsewhere = [page[0], *moved(page[1:], x=60, y=20)]
    assert compare(page, elsewhere, [frame]).figures == Figures(pages=1, words=1, near=1, starts=1, alike=1, charted=4, present=4)
    assert compare(page, page[:1], [frame]).figures.charts == 0
    assert compare(page[:1], page, [frame]).figures.charts == 0


def test_figures_of_pages_add_up():
    whole = Figures(1, 4, 2, 3, 1, 4, 4) + Figures(1, 6, 6, 1, 1)
    assert (whole.pages, whole.words, whole.positions, whole.breaks, whole.charts) == (2, 10, 0.8, 0.5, 1.0)
