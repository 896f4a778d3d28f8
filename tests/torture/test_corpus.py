"""Every case fits, or is one of the few that may be refused; and every word of it is on its pages."""

from __future__ import annotations

import re
from collections import Counter

from tests.torture.corpus import FAMILY_OF
from tests.torture.laws import REFUSED, shown

BASE_CASES, MOST_REFUSED = 120, 8


def test_the_corpus_has_the_cases_it_promises():
    assert len(FAMILY_OF) >= BASE_CASES
    assert len(REFUSED) <= MOST_REFUSED
    assert set(REFUSED) <= set(FAMILY_OF)


def test_a_case_fits_or_is_listed(press, law, case):
    laid = press.case(case)
    if case in REFUSED:
        assert laid.refused[case].hint
    else:
        assert case not in laid.refused
        assert law.faults(laid, case) == []
        assert shown(laid, case)


def test_every_word_of_a_case_is_on_its_pages(press, law, case):
    laid = press.case(case)
    assert case in REFUSED or law.lost(laid, case) == Counter()


def test_the_titles_of_a_deck_are_unique_and_tell_their_parts(press, case):
    titles = [page.title for page in shown(press.case(case), case)]
    assert len(titles) == len(set(titles))
    parts = [re.search(r" \((\d+)/(\d+)\)\Z", title) for title in titles]
    for number, of in [(int(part[1]), int(part[2])) for part in parts if part]:
        assert 1 <= number <= of
