"""A template's layouts are found by what a person says, by usual names, or by their placeholders; else we say what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

from generator.building.template_files import Found, find_named, open_template, template_id
from generator.errors import Findings
from generator.files import InMemory, packaged_templates
from generator.page.colour import Colour, contrast
from generator.page.shapes import Ellipse, Path, Rectangle
from generator.page.text import Anchor
from generator.theme.foreign.adopting import Adoption, adopt
from generator.theme.foreign.naming import SORTS, plain, read_names
from generator.theme.foreign.resolving import How
from generator.theme.foreign.suitability import FITS
from generator.theme.stage import CONTENT, DIVIDER, PANEL, QUOTE, TITLE_ONLY, TITLE_SLIDE

BODY = (0.5, 1.6, 12.3, 5.0)
TOP = (0.5, 0.4, 12.3, 1.0)


@dataclass(frozen=True)
class Tried:
    """What came of adopting a template."""

    adoption: Adoption | None
    findings: Findings

    @property
    def theme(self):
        assert self.adoption, [str(item) for item in self.findings.items]
        return self.adoption.theme

    def layouts(self) -> dict[str, tuple[str, str]]:
        """The layout of each sort of slide, and by what it was found."""
        assert self.adoption, [str(item) for item in self.findings.items]
        return {choice.sort: (choice.offer.layout.name, choice.how.value) for choice in self.adoption.choices}

    def codes(self) -> list[str]:
        return [item.code for item in self.findings.errors]


Try = Callable[..., Tried]


@pytest.fixture
def tried() -> Try:
    """Adopts a template's bytes, with a mapping beside it if one is given."""

    def go(data: bytes, mapping: str = "") -> Tried:
        contents: Mapping[str, str | bytes] = {"company.potx": data, **({"company.yaml": mapping} if mapping else {})}
        findings = Findings()
        opened = open_template(Found(InMemory(contents), "company.potx", "company.potx"), packaged_templates(), findings)
        return Tried(adopt(opened.source, findings) if opened else None, findings)

    return go


@pytest.fixture
def office(markup):
    """The layouts that every office program begins with, by names of one's own."""

    def made(*names: str):
        title, content, section, only = names
        return [
            markup.Layout(
                title,
                markup.place("ctrTitle", None, (1.7, 1.2, 10, 2.6)) + markup.place("subTitle", 1, (1.7, 4.0, 10, 1.8)),
                "title",
            ),
            markup.Layout(content, markup.place("title") + markup.place("", 1)),
            markup.Layout(
                section, markup.place("title", None, (0.9, 1.9, 11.5, 3.1)) + markup.place("body", 1, (0.9, 5.0, 11.5, 1.6))
            ),
            markup.Layout(only, markup.place("title")),
        ]

    return made


@pytest.mark.parametrize(
    "names",
    [
        ("Title Slide", "Title and Content", "Section Header", "Title Only"),
        ("Titelfolie", "Titel und Inhalt", "Abschnittsüberschrift", "Nur Titel"),
        ("标题幻灯片", "标题和内容", "节标题", "仅标题"),
        ("1_Diapositive de titre", "Titre et contenu", "TITRE DE SECTION", "Titre seul 2"),
    ],
)
def test_layouts_are_found_by_their_usual_names_in_many_languages(make_template, office, tried: Try, names):
    found = tried(make_template(office(*names))).layouts()
    assert [found[sort][0] for sort in (TITLE_SLIDE, CONTENT, DIVIDER, TITLE_ONLY)] == [*names]
    assert {found[sort][1] for sort in (TITLE_SLIDE, CONTENT, DIVIDER, TITLE_ONLY)} == {"name"}
    assert found[PANEL] == found[QUOTE] == (names[3], "fallback")


def test_layouts_with_names_of_ones_own_are_found_by_their_placeholders(make_template, office, tried: Try):
    names = ("Opening", "Full page", "Pause", "Bare")
    found = tried(make_template(office(*names))).layouts()
    assert [found[sort] for sort in (TITLE_SLIDE, CONTENT, DIVIDER, TITLE_ONLY)] == [(name, "placeholders") for name in names]


def test_a_usual_name_without_the_places_it_needs_is_not_believed(make_template, office, markup, tried: Try):
    empty = markup.Layout("Title and Content", markup.shape((1, 2, 5, 1), text="Legal text"))
    outcome = tried(make_template([empty, *office("Start", "TITLE_AND_BODY_1", "Pause", "Bare")]))
    assert outcome.layouts()[CONTENT] == ("TITLE_AND_BODY_1", "name")
    assert outcome.adoption and outcome.adoption.remarks == ("'Title and Content' has the name, but no title placeholder",)


def test_what_a_person_says_comes_before_names(make_template, office, tried: Try):
    data = make_template(office("Title Slide", "Title and Content", "Section Header", "Title Only"))
    said = 'layouts: {divider: "Title Only", title: 3}\n'
    found = tried(data, said).layouts()
    assert found[DIVIDER] == ("Title Only", "theme.yaml")
    assert found[TITLE_SLIDE] == ("Section Header", "theme.yaml")


def test_a_placeholder_and_a_region_can_be_named(make_template, markup, tried: Try):
    odd = markup.Layout("Odd", markup.place("title") + markup.place("body", 7, (0.5, 1.6, 6, 5)) + markup.place("body", 8, BODY))
    said = "layouts: {content: Odd}\nplaces: {content: {body: 7}}\nregions: {content: [2.0, 5.0, 25.4, 10.0]}\n"
    outcome = tried(make_template([odd]), said)
    assert outcome.adoption and outcome.adoption.choices[0].offer.body and outcome.adoption.choices[0].offer.body.idx == 7
    body = outcome.theme.stage.spot(CONTENT).body
    assert (round(body.x.mm), round(body.y.mm), round(body.w.mm), round(body.h.mm)) == (20, 50, 254, 100)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("layouts: {content: Nothing}\n", ("M042", "'Title Only'")),
        ("layouts: {content: 99}\n", ("M042", "4 'Title Only'")),
        ("layouts: {content: Title Only}\nplaces: {content: {body: 5}}\n", ("M043", "title idx 0")),
        ("layouts: {heading: Title Only}\n", ("C005", "'heading' is no key here; write title, content")),
        ("colours: {accent9: dk1}\n", ("C005", "'accent9' is no key here")),
        ("regions: {content: [1, 2, 3]}\n", ("C005", "[left, top, width, height]")),
        ("places: {content: {title: [1, 2, 3]}}\n", ("C005", "[left, top, width, height]")),
        ("regions: {content: [1, 2, 300, 4]}\n", ("M045", "33.87 x 19.05 cm")),
        ("regions: {quote: [-5, 3, 20, 10]}\n", ("M045", "leaves the slide")),
        ("regions: {panel: [3, 3, 1, 1]}\n", ("M045", "too small")),
        ("colours: {accent1: blue}\n", ("C005", "'blue'")),
    ],
)
def test_a_mapping_that_names_what_is_not_there_says_what_there_is(make_template, office, tried: Try, said, answer):
    outcome = tried(make_template(office("Title Slide", "Title and Content", "Section Header", "Title Only")), said)
    assert outcome.adoption is None
    assert outcome.codes()[0] == answer[0]
    assert answer[1] in str(outcome.findings.errors[0])


def test_what_is_wrong_in_a_mapping_is_told_with_the_mapping_as_its_place(make_template, office, tried: Try):
    data = make_template(office("Title Slide", "Title and Content", "Section Header", "Title Only"))
    assert str(tried(data, "layouts: {content: 99}\n").findings.errors[0]).startswith("company.yaml:1:1")


def test_a_template_without_any_title_is_refused_with_its_layouts_and_the_way_out(make_template, markup, tried: Try):
    shapes = markup.place("dt", 10, (0.5, 6.9, 3, 0.4)) + markup.place("sldNum", 12, (9.8, 6.9, 3, 0.4))
    outcome = tried(make_template([markup.Layout("内页", shapes), markup.Layout("Leer")], slides=2))
    assert outcome.codes() == ["M040"]
    said = str(outcome.findings.errors[0])
    assert "'内页'" in said and "dt 10, sldNum 12" in said and "sample slides" in said and "View > Slide Master" in said


def test_without_a_place_for_content_the_area_under_the_title_is_used(make_template, markup, tried: Try):
    outcome = tried(make_template([markup.Layout("Bare", markup.place("title", None, TOP))]))
    body = outcome.theme.stage.spot(CONTENT).body
    assert outcome.layouts()[CONTENT] == ("Bare", "fallback")
    assert body.y.inches > 1.4 and body.h.inches > 4.5 and body.bottom.inches < 7.5


def test_of_several_masters_the_branded_one_is_taken(make_template, markup, office, tried: Try):
    logo = markup.usual() + markup.shape((11, 0.2, 2, 0.5), fill=markup.solid("accent1"))
    branded = markup.Extra(office("Title Slide", "Title and Content", "Section Header", "Title Only"), markup.Master(logo))
    stock = office("Title Slide", "Title and Content", "Section Header", "Title Only")
    outcome = tried(make_template(stock, more=[branded]))
    assert outcome.adoption and {choice.offer.layout.master for choice in outcome.adoption.choices} == {1}
    names = [layout.name for layout in outcome.theme.master.layouts]
    assert len(names) == len(set(names)) == 8


def test_placeholders_off_the_slide_or_turned_are_not_used(make_template, markup, tried: Try):
    turned = markup.Layout(
        "Title and Content", markup.place("title") + markup.place("", 1, (-9, 2, 8, 4)) + markup.place("", 2, BODY, rot=90)
    )
    good = markup.Layout("Page", markup.place("title", None, TOP) + markup.place("", 1, BODY))
    assert tried(make_template([turned, good])).layouts()[CONTENT] == ("Page", "placeholders")


def test_two_placeholders_of_one_name_and_index_do_no_harm(make_template, markup, tried: Try):
    twice = "".join(markup.place("body", 4294967295, box, name="Text") for box in ((0.5, 1.5, 5, 0.5), (6, 1.5, 5, 0.5)))
    layout = markup.Layout(
        "Title and Content", markup.place("title", None, TOP) + twice + markup.place("", 1, (0.5, 2.1, 12.3, 4.4))
    )
    outcome = tried(make_template([layout]))
    assert outcome.layouts()[CONTENT] == ("Title and Content", "name")
    assert outcome.adoption and outcome.adoption.choices[0].offer.body and outcome.adoption.choices[0].offer.body.idx == 1


def test_a_text_above_the_title_is_the_place_of_the_sections_name(make_template, markup, tried: Try):
    shapes = (
        markup.place("body", 13, (0.5, 0.2, 12, 0.4))
        + markup.place("", 14, BODY)
        + markup.place("title", None, (0.5, 0.65, 12, 0.6))
    )
    spot = tried(make_template([markup.Layout("One content", shapes)])).theme.stage.spot(CONTENT)
    assert spot.kicker and round(spot.kicker.box.y.inches, 2) == 0.25
    assert spot.kicker.slot == "eyebrow"


def test_regions_keep_clear_of_what_the_master_draws(make_template, markup, tried: Try):
    drawn = markup.usual() + markup.shape((0, 6.0, 13.333, 1.5), fill=markup.solid("accent2"))
    layout = markup.Layout("Title and Content", markup.place("title") + markup.place("", 1))
    body = tried(make_template([layout], markup.Master(drawn))).theme.stage.spot(CONTENT).body
    assert body.bottom.inches < 6.0


def test_titles_end_at_a_logo_that_lies_in_their_place(make_template, markup, tried: Try):
    logo = markup.shape((11.2, 0.4, 1.6, 0.8), fill=markup.solid("accent2"))
    bar = markup.shape((0, 0, 13.333, 1.4), fill=markup.solid("accent2"))
    layout = markup.Layout("Title and Content", markup.place("title", box=TOP) + markup.place("", 1, BODY))
    ends = [
        tried(make_template([layout], markup.Master(markup.usual() + drawn))).theme.stage.spot(CONTENT).title.box.right.inches
        for drawn in (logo, bar)
    ]
    assert 10.5 < ends[0] < 11.2
    assert ends[1] > 12.5  # a bar is a ground to stand on


def test_content_does_not_stand_on_a_picture(make_template, markup, tried: Try):
    busy = "".join(markup.shape((i * 1.4, 1.5, 0.7, 6), fill=markup.solid("000000")) for i in range(10))
    covered = markup.Layout("Title and Content", busy + markup.place("title") + markup.place("", 1))
    calm = markup.Layout("Calm", markup.place("title") + markup.place("", 1))
    assert tried(make_template([covered, calm])).layouts()[CONTENT] == ("Calm", "placeholders")


def test_blocks_do_not_stand_on_another_ground_than_the_one_that_colours_are_chosen_for(make_template, markup, tried: Try):
    content = markup.Layout("Title and Content", markup.place("title") + markup.place("", 1))
    night = markup.background(markup.solid("101010"))
    for named in ("Title Only", "Only a title"):
        dark = markup.Layout(named, markup.place("title"), "titleOnly", background=night)
        outcome = tried(make_template([content, dark]))
        assert outcome.layouts()[TITLE_ONLY] == ("Title and Content", "fallback")
        assert named not in {
            spot.layout for sort, spot in outcome.theme.stage.spots.items() if sort not in (TITLE_SLIDE, DIVIDER)
        }
    assert outcome.adoption and not outcome.adoption.remarks
    remarks = tried(
        make_template([content, markup.Layout("Title Only", markup.place("title"), background=night)])
    ).adoption.remarks
    assert remarks == (
        "'Title Only' has the name, but its ground 101010 is not that of 'Title and Content', for which colours are chosen",
    )


def test_sixty_layouts_are_no_trouble(make_template, markup, tried: Try):
    many = [markup.Layout(f"Page {i}", markup.place("title") + markup.place("", 1)) for i in range(60)]
    outcome = tried(make_template(many))
    assert outcome.layouts()[CONTENT] == ("Page 0", "placeholders")
    assert len(outcome.theme.master.layouts) == 60


def test_on_a_dark_template_ink_is_light_and_everything_can_be_read(make_template, office, markup, tried: Try):
    dark = markup.Master(markup.usual(), map={"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"})
    theme = tried(make_template(office("Title Slide", "Title and Content", "Section Header", "Title Only"), dark)).theme
    assert theme.scheme.hex(Colour("lt1")) == "101010"
    assert theme.scheme.hex(Colour("dk1")) == "FEFEFE"
    _legible(theme)
    assert theme.on_paper and theme.on_paper.scheme.hex(Colour("lt1")) == "FFFFFF"
    _legible(theme.on_paper)


def test_white_and_black_accents_give_way_to_shades_that_can_be_told_apart(make_template, office, markup, tried: Try):
    accents = markup.Theme(
        {"accent1": "FFFFFF", "accent2": "000000", "accent3": "FFE600", "accent4": "FFFFFF", "accent5": "0050A0"}
    )
    outcome = tried(make_template(office("Title Slide", "Title and Content", "Section Header", "Title Only"), theme=accents))
    scheme = outcome.theme.scheme
    three = [scheme.rgb(Colour(f"accent{n}")) for n in (1, 2, 3)]
    gaps = [
        sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 for one in three for other in three if one is not other
    ]
    assert min(gaps) > 0.15
    _legible(outcome.theme)


def test_panels_without_a_role_and_coloured_text_on_sheets_can_be_read(make_template, office, markup, tried: Try):
    accents = markup.Theme({"accent1": "4F81BD", "accent2": "C0504D", "accent3": "9BBB59"})
    theme = tried(make_template(office("Title Slide", "Title and Content", "Section Header", "Title Only"), theme=accents)).theme
    panel = theme.scheme.rgb(theme.shade("tint", "dk1"))
    assert contrast(theme.scheme.rgb(Colour("dk2")), panel) >= 4.5
    paper = theme.on_paper
    for role in ("accent1", "accent2", "accent3"):
        colour, tint = paper.scheme.rgb(Colour(role)), paper.scheme.rgb(paper.shade("tint", role))
        assert contrast(colour, tint) >= 4.5, role
        assert contrast(colour, paper.scheme.rgb(Colour("lt1", lum_mod=94))) >= 4.5, role


def test_colours_that_a_person_names_hold_on_sheets_too(make_template, office, tried: Try):
    data = make_template(office("Title Slide", "Title and Content", "Section Header", "Title Only"))
    theme = tried(data, 'colours: {accent3: "8A1538"}\n').theme
    assert theme.scheme.hex(Colour("accent3")) == theme.on_paper.scheme.hex(Colour("accent3")) == "8A1538"


def _legible(theme) -> None:
    """Texts stand out by 4.5 at least, ink by 7, on paper, cards and tints."""
    scheme = theme.scheme

    def ratio(one: Colour, other: Colour) -> float:
        return contrast(scheme.rgb(one), scheme.rgb(other))

    paper, ink, quiet, card = (Colour(role) for role in ("lt1", "dk1", "dk2", "lt2"))
    assert ratio(ink, paper) >= 7 and ratio(quiet, paper) >= 4.5 and ratio(ink, card) >= 7 and ratio(quiet, card) >= 4.4
    for number in range(1, 7):
        role = f"accent{number}"
        tint, light, deep = (theme.shade(name, role) for name in ("tint", "light", "deep"))
        assert ratio(Colour(role), paper) >= 4.5, role
        assert ratio(ink, tint) >= 6.5 and ratio(quiet, tint) >= 4.4, role
        assert ratio(deep, tint) >= 4.5 and ratio(light, ink) >= 4.5, role
    assert ratio(theme.named["mute"], ink) >= 4.5


def test_titles_that_cannot_be_read_get_another_colour_and_it_is_said(make_template, markup, tried: Try):
    pale = markup.Layout(
        "Title and Content", markup.place("title", None, TOP, styles=markup.level(1, f'sz="2800">{markup.solid("F8F8F8")}'))
    )
    outcome = tried(make_template([pale], markup.Master(markup.usual())))
    assert outcome.adoption and "F8F8F8 has contrast 1.1" in "".join(outcome.adoption.repaints)


def test_every_list_of_names_is_of_a_sort_that_slides_have():
    names = read_names(packaged_templates(), Findings())
    assert set(names) - {"other"} == {SORTS[key] for key in SORTS} - {PANEL}
    assert set(FITS) == set(SORTS.values())
    for one in names:
        for other in names:
            assert one == other or not names[one] & names[other]


@pytest.mark.parametrize(
    ("name", "same"), [("1_Titel und  Inhalt 2", "titel und inhalt"), ("TITLE_AND_BODY_1", "title and body"), ("42", "42")]
)
def test_names_are_compared_without_what_programs_add(name, same):
    assert plain(name) == same


@pytest.mark.parametrize(
    ("path", "id"), [("a/Acme Corp 2026.potx", "acme-corp-2026"), ("模板.pptx", "模板"), ("....pptx", "template")]
)
def test_output_folders_are_named_for_the_file(path, id):
    assert template_id(path) == id


def test_a_template_that_the_project_names_must_lie_in_it():
    findings = Findings()
    assert find_named("../company.pptx", InMemory({}), findings) is None
    assert [item.code for item in findings.errors] == ["C020"]
    assert "lies outside the project" in str(findings.errors[0]) and "theme: company.pptx" in str(findings.errors[0])
    assert How.ALIAS == "theme.yaml"


def test_a_title_can_stand_where_a_layout_has_no_place_for_one(make_template, markup, tried: Try):
    said = "layouts: {content: 1}\nplaces: {content: {title: [1.5, 1, 30, 2]}}\n"
    outcome = tried(make_template([markup.Layout("Leer")]), said)
    assert outcome.layouts()[CONTENT] == ("Leer", "theme.yaml")
    title = next(place for place in outcome.theme.master.layouts[0].placeholders if place.slot == "title")
    assert title.attributes == (("type", "title"),)
    assert (round(title.box.x.mm), round(title.box.w.mm)) == (15, 300)


def test_places_hold_for_a_layout_that_was_found_without_help(make_template, markup, tried: Try):
    shapes = markup.place("title", None, TOP) + markup.place("", 1, BODY) + markup.place("", 2, (0.5, 1.6, 7, 5))
    outcome = tried(make_template([markup.Layout("Title and Content", shapes)]), "places: {content: {body: 2}}\n")
    assert outcome.layouts()[CONTENT] == ("Title and Content", "name")
    assert round(outcome.theme.stage.spot(CONTENT).body.w.inches, 1) == 6.8


def test_a_text_in_huge_type_is_the_place_of_a_sections_number(make_template, office, markup, tried: Try):
    huge = markup.place("body", 13, (0.5, 3, 3, 2), styles=markup.level(1, 'sz="11500">'))
    section = markup.Layout("Section Header", markup.place("title", None, (5, 2, 7, 2)) + huge)
    found = tried(make_template([*office("Title Slide", "Title and Content", "Other", "Title Only")[:2], section]))
    spot = found.theme.stage.spot(DIVIDER)
    assert found.layouts()[DIVIDER] == ("Section Header", "name")
    assert spot.figure and spot.figure.slot == "figure" and spot.figure.sizes[0] == 115
    assert spot.subtitle and spot.subtitle.slot == ""


def test_a_placeholder_with_a_ground_of_its_own_keeps_its_colours_and_is_drawn(make_template, markup, tried: Try):
    filled = markup.place(
        "title", None, TOP, styles=markup.level(1, f'sz="2800">{markup.solid("FFFFFF")}'), properties=markup.solid("7A1F2B")
    )
    outcome = tried(make_template([markup.Layout("Title and Content", filled + markup.place("", 1, BODY))]))
    spot = outcome.theme.stage.spot(CONTENT)
    assert outcome.theme.master.scheme.hex(spot.roles["title"]) == "FFFFFF"
    held = {place.slot: place.fill for place in outcome.theme.master.layout("Title and Content").placeholders}
    assert (held["title"], held["body"]) == (Colour("#7A1F2B"), None)


def test_a_mapping_of_another_template_does_not_count(make_template, office, tried: Try):
    data = make_template(office("Title Slide", "Title and Content", "Section Header", "Title Only"))
    other = tried(data, "template: other.potx\nlayouts: {content: 4}\n")
    assert other.layouts()[CONTENT] == ("Title and Content", "name")
    assert "M044" in [item.code for item in other.findings.items]
    assert tried(data, "template: company.potx\nlayouts: {content: 4}\n").layouts()[CONTENT] == ("Title Only", "theme.yaml")


@pytest.mark.parametrize(
    ("form", "kind"), [("ellipse", Ellipse), ("rect", Rectangle), ("triangle", Path), ("nonesuch", Rectangle)]
)
def test_the_ground_of_a_footer_has_the_form_that_it_has_on_the_master(make_template, markup, tried: Try, form, kind):
    ground = f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>' + markup.solid("3891A7")
    usual = markup.usual().rpartition("<p:sp>")[0] + markup.place("sldNum", 4, (0.2, 6.8, 0.6, 0.6), properties=ground)
    master = markup.Master(usual)
    layout = markup.Layout("Title and Content", markup.place("title") + markup.place("", 1) + markup.place("sldNum", 12))
    places = tried(make_template([layout], master)).theme.master.layout("Title and Content").placeholders
    held = next(place for place in places if place.slot == "number")
    assert isinstance(held.form, kind) and held.fill == Colour("#3891A7")


def test_a_section_opening_on_a_layout_of_title_and_free_area_stands_in_its_middle(make_template, markup, tried: Try):
    spot = tried(make_template([markup.Layout("Page", markup.place("title", box=TOP))])).theme.stage.spot(DIVIDER)
    assert spot.subtitle and spot.subtitle.sizes[0] == 28 and spot.subtitle.anchor is Anchor.MIDDLE
    assert spot.subtitle.box.h.inches > 4
