"""Titles of a deck on somebody else's template have one size, whichever is long and whichever short."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.geometry import Box, inch
from generator.layout.chrome import title
from generator.layout.titles import with_even_titles
from generator.outline.model import SlideKind
from generator.page.text import Anchor
from generator.theme.stage import CONTENT, DIVIDER, TITLE_ONLY, TITLE_SLIDE

SHORT, LONG = (
    "The owner decides the order",
    "The owner decides the order of all work, and the team says how much of it fits into a week",
)
STEPS = (36.0, 28.0, 24.0, 20.0)


@pytest.fixture
def foreign(author):
    """An author whose titles stand in a low place, in sizes of its layout's."""

    def made(high: float, steps: tuple[float, ...] = STEPS, **other: tuple[float, ...]):
        stage = author.kit.theme.stage
        sizes = {sort: other.get(sort.replace(" ", ""), steps) for sort in stage.spots}
        spots = {
            sort: replace(
                spot, tops={}, title=replace(spot.title, sizes=sizes[sort], box=Box(inch(0.5), inch(0.4), inch(12), inch(high)))
            )
            for sort, spot in stage.spots.items()
        }
        kit = replace(author.kit, theme=replace(author.kit.theme, stage=replace(stage, spots=spots, own=False)))
        return replace(author, kit=kit)

    return made


def sizes(author, *titles: str) -> dict[str, tuple[float, ...]]:
    """The sizes that titles over content may have in a deck of these."""
    deck = author.deck(*(author.slide(author.prose(), title=text) for text in titles))
    return {sort: spot.title.sizes for sort, spot in with_even_titles(author.kit, deck).theme.stage.spots.items()}


def test_our_own_titles_stay_as_they_are(author):
    deck = author.deck(author.slide(author.prose(), title=LONG))
    assert with_even_titles(author.kit, deck) is author.kit


def test_short_titles_keep_the_layouts_own_size(foreign):
    assert sizes(foreign(0.7), SHORT, SHORT)[CONTENT] == (36.0,)


def test_titles_take_the_lines_that_their_place_holds_before_they_shrink(foreign):
    assert sizes(foreign(1.25), SHORT, LONG)[CONTENT] == (36.0,)
    assert sizes(foreign(0.7), SHORT, LONG)[CONTENT] != (36.0,)


def test_one_long_title_of_many_does_not_make_the_others_small(foreign):
    author = foreign(0.7)
    assert sizes(author, *[SHORT] * 4, LONG)[CONTENT] == (36.0,)
    assert sizes(author, *[SHORT] * 3, LONG)[CONTENT] == (24.0,)


def test_titles_are_no_smaller_than_headings_in_the_body_and_take_second_lines_instead(foreign):
    author = foreign(0.5)
    assert sizes(author, LONG, LONG)[CONTENT] == (24.0,)
    deck = author.deck(author.slide(author.prose(), title=LONG))
    kit = with_even_titles(author.kit, deck)
    set_title = title(kit, deck.slides[0].title, kit.theme.stage.spot(CONTENT))
    assert set_title.lines == 2 and set_title.item.body.height <= set_title.item.box.h


def test_titles_that_would_take_four_lines_make_a_size_too_large(foreign):
    author = foreign(0.5)
    assert sizes(author, *[SHORT] * 9, " ".join([LONG] * 2))[CONTENT] == (28.0,)


def test_titles_that_a_template_sets_small_keep_its_size(foreign):
    assert sizes(foreign(0.5, (18.0,)), LONG, SHORT)[CONTENT] == (18.0,)


def test_layouts_of_one_size_go_together_and_those_of_another_do_not(foreign):
    other = foreign(0.7, TitleSlide=(44.0, 36.0), Panel=(20.0,))
    found = sizes(other, LONG, LONG)
    assert found[CONTENT] == found[TITLE_ONLY] == (24.0,)
    assert found["Panel"] == (20.0,) and found[TITLE_SLIDE] == (44.0, 36.0)


def test_pages_that_follow_each_other_have_titles_of_one_size(foreign):
    author = foreign(0.7)
    titles = (SHORT, LONG, "Who decides", LONG)
    pages = author.pages(*(author.slide(author.prose(), title=text, id=f"topic-{i}") for i, text in enumerate(titles)))
    runs = {run.style.size for i in range(4) for part in pages.item("title", i).body.paragraphs for run in part.runs}
    assert len(runs) == 1 and pages.item("title").body.anchor is Anchor.TOP


def test_section_openings_do_not_shrink_with_titles_over_content(foreign, author):
    one = foreign(0.7)
    opening = author.slide(title="Order", kind=SlideKind.DIVIDER, section=0)
    slides = [one.slide(one.prose(), title=LONG) for _ in range(3)]
    found = with_even_titles(one.kit, one.deck(opening, *slides, sections=("Order",))).theme.stage.spots
    assert found[DIVIDER].title.sizes == (36.0,) and found[CONTENT].title.sizes == (24.0,)
