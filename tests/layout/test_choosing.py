"""Which layout a slide stands on, and what the report is told about it."""

from __future__ import annotations

from dataclasses import replace

from generator.outline.model import Wish
from generator.source import Span

AT = Span("content/topics/order.yaml", 4, 1)


def test_a_kind_stands_on_the_layout_it_names_and_the_rule_says_so(author):
    pages = author.pages(author.slide(author.prose()))
    (place,) = pages.laid.shown
    assert (place.layout, place.rule) == ("Content", "a slide whose main block is 'prose' stands on 'Content'")


def test_a_layout_asked_for_is_used_and_the_rule_names_the_place(author):
    pages = author.pages(replace(author.slide(author.prose()), layout=Wish("Title Only", AT)))
    assert pages.all[0].layout == "Title Only"
    assert pages.laid.shown[0].rule == "asked for at content/topics/order.yaml:4:1"
    assert not pages.findings.items


def test_a_layout_that_the_theme_lacks_is_a_warning_and_the_rule_holds(author):
    pages = author.pages(replace(author.slide(author.prose()), layout=Wish("Contents", AT)))
    assert pages.all[0].layout == "Content"
    (finding,) = pages.findings.items
    assert (finding.code, finding.span, finding.hint) == ("L006", AT, "did you mean 'Content'?")
    assert "this theme has no layout 'Contents'" in pages.laid.shown[0].rule


def test_points_are_not_laid_over_a_panel_that_nobody_draws(author):
    pages = author.pages(replace(author.slide(author.prose()), layout=Wish("Panel", AT)))
    assert pages.all[0].layout == "Content"
    assert [finding.code for finding in pages.findings.items] == ["L006"]
