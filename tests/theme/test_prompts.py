"""Fixed text that somebody was meant to replace stays where it is, and is named."""

from __future__ import annotations

import pytest

from generator.building.template_files import Found, open_template
from generator.errors import Findings
from generator.files import InMemory, packaged_templates
from generator.theme.foreign.adopting import adopt
from generator.theme.foreign.prompts import is_prompt


@pytest.mark.parametrize(
    "line",
    [
        "Name Vorname: Titel",
        "Title of the presentation | Author | Date",
        "[Presentation title]",
        "Autor, Datum",
        "XX.XX.20XX",
        "TT.MM.JJJJ",
        "汇报人：XXX",
        "Titre de la présentation",
        "Lorem ipsum dolor sit amet",
        "<Insert department>",
        "12.03.2019",
        "10 October 2012",
        "October 10th, 2012",
        "Your name here, ‹#›",
    ],
)
def test_what_asks_for_words_or_tells_a_day_is_a_prompt(line):
    assert is_prompt(line)


@pytest.mark.parametrize(
    "line",
    [
        "Department of Health & Social Care",
        "Institut für Anthropomatik und Robotik",
        "www.acme.com",
        "Page ‹#›",
        "‹#›",
        "© 2021 FINOS. All rights reserved.",
        "Confidential",
        "Your health, our mission",
        "A company of the Acme group",
        "Since 1881",
        "",
        "Tel. 030 12.34.56 78",
    ],
)
def test_what_a_template_says_of_its_owner_is_none(line):
    assert not is_prompt(line)


@pytest.fixture
def warned(make_template, markup):
    """What is said of a template whose master holds a text."""

    def go(text: str, shows_master: bool = True) -> list[str]:
        drawn = markup.usual() + markup.shape((1, 7, 4, 0.3), text=text)
        layout = markup.Layout("Title and Content", markup.place("title") + markup.place("", 1), shows_master=shows_master)
        other = markup.Layout("Notes", markup.shape((1, 7, 4, 0.3), text="Date"))
        data, findings = make_template([layout, other], markup.Master(drawn)), Findings()
        opened = open_template(
            Found(InMemory({"company.potx": data}), "company.potx", "company.potx"), packaged_templates(), findings
        )
        assert opened and adopt(opened.source, findings)
        return [f"{item.message}; {item.hint}" for item in findings.items if item.code == "M016"]

    return go


def test_a_prompt_that_would_stay_on_slides_is_named_with_the_way_out(warned):
    (said,) = warned("Name Vorname: Titel")
    assert "'Name Vorname: Titel'" in said and "View > Slide Master" in said


def test_what_no_slide_of_ours_shows_is_not_named(warned):
    assert warned("Name Vorname: Titel", shows_master=False) == []
    assert warned("Acme Holding") == []
