"""A placeholder comes out as office programs show it: layout before master before text styles before presentation."""

from __future__ import annotations

import pytest

from generator.geometry import inch, pt
from generator.page.text import Align, Anchor


@pytest.fixture
def first(make_template, markup, read):
    """The placeholders of a template's only layout, by name."""

    def placed(shapes, **said):
        layout = markup.Layout("Content", shapes)
        master = markup.Master(**{"shapes": markup.usual(), **said.pop("master", {})})
        design = read(make_template([layout], master=master, **said)).design
        return {place.name: place for place in design.layouts[0].placeholders}

    return placed


def test_a_box_is_the_layouts_own_else_the_masters_of_its_kind(first, markup, box):
    found = first(markup.place("title", name="T") + markup.place("", 14, (1, 2, 3, 4), name="B") + markup.place("", 15, name="C"))
    assert found["T"].box == box(0.5, 0.4, 12.3, 1.0)
    assert found["B"].box == box(1, 2, 3, 4)
    assert found["C"].box == box(0.5, 1.6, 12.3, 5.0)


def test_a_size_comes_from_the_nearest_that_states_it(first, markup):
    levels = markup.level(1, 'sz="3100"') + markup.level(2, 'sz="2100"')
    own = markup.level(1, 'sz="1700"')
    shapes = markup.place("body", 1, styles=own, name="A") + markup.place("body", 2, name="B") + markup.place("ftr", 3, name="F")
    found = first(shapes, master={"body": levels}, defaults=markup.level(3, 'sz="1300"'))
    assert [look.size for look in found["A"].levels] == [pt(17), pt(21), pt(13), pt(18), pt(18)]
    assert found["B"].look.size == pt(31)
    assert [look.sized for look in found["A"].levels] == [True, True, True, False, False]
    assert not found["F"].look.sized


def test_the_masters_placeholder_stands_between_layout_and_text_styles(first, markup):
    style = markup.level(1, 'sz="4400" b="1"')
    held = markup.usual().replace("<a:lstStyle></a:lstStyle>", f"<a:lstStyle>{style}</a:lstStyle>", 1)
    found = first(markup.place("ctrTitle", name="T"), master={"shapes": held, "title": markup.level(1, 'sz="2000" i="1"')})
    assert (found["T"].look.size, found["T"].look.bold, found["T"].look.italic) == (pt(44), True, True)


def test_titles_texts_and_footers_take_the_style_of_their_kind(first, markup):
    styles = {"title": markup.level(1, 'sz="4000"'), "body": markup.level(1, 'sz="2400"'), "other": markup.level(1, 'sz="900"')}
    kinds = ("ctrTitle", "subTitle", "pic", "sldNum")
    found = first("".join(markup.place(kind, i, name=kind) for i, kind in enumerate(kinds)), master=styles)
    assert [found[kind].look.size.pt for kind in kinds] == [40, 24, 24, 9]


def test_a_master_without_a_body_gives_its_placeholders_neither_box_nor_size(first, markup):
    found = first(markup.place("body", 1, name="B"), master={"shapes": markup.place("title", box=(1, 1, 8, 1))})
    assert not found["B"].usable
    assert "where it stands" in found["B"].problem
    assert found["B"].look.size == pt(18)


def test_alignment_spacing_insets_and_bullets_are_inherited_part_by_part(first, markup):
    above = markup.level(
        1,
        'sz="2000"',
        'algn="ctr" marL="228600" indent="-228600"',
        '<a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPts val="600"/></a:spcBef><a:buChar char="•"/>',
    )
    own = markup.level(1, "", 'algn="r"', "<a:buNone/>")
    place = markup.place("body", 1, styles=own, body='lIns="0" anchor="b">', name="B")
    found = first(place + markup.place("body", 2, name="C"), master={"body": above})
    look = found["B"].look
    assert (look.align, round(look.line_height, 3), look.before, look.marker.char) == (Align.RIGHT, 1.08, pt(6), "")
    assert (look.margin, look.indent) == (inch(0.25), inch(-0.25))
    assert (found["B"].inset.left, found["B"].inset.top) == (inch(0), inch(0.05))
    assert (found["B"].anchor, found["C"].anchor) == (Anchor.BOTTOM, Anchor.TOP)
    assert (found["C"].look.marker.char, found["C"].look.align) == ("•", Align.CENTRE)


def test_exact_line_spacing_is_a_multiple_of_the_size(first, markup):
    style = markup.level(1, 'sz="2000"', "", '<a:lnSpc><a:spcPts val="3000"/></a:lnSpc>')
    assert first(markup.place("body", 1, styles=style, name="B"))["B"].look.line_height == pytest.approx(1.5)


@pytest.mark.parametrize(
    ("bullet", "char", "picture"),
    [
        ('<a:buFont typeface="Wingdings"/><a:buChar char="§"/>', "▪", False),
        ('<a:buFont typeface="Wingdings 2"/><a:buChar char="&#xf0a1;"/>', "•", False),
        ('<a:buChar char="–"/>', "–", False),
        ('<a:buBlip><a:blip r:embed="rId9"/></a:buBlip>', "•", True),
        ('<a:buAutoNum type="arabicPeriod"/>', "1.", False),
    ],
)
def test_symbol_and_picture_bullets_have_a_stand_in(first, markup, bullet, char, picture):
    marker = first(markup.place("body", 1, styles=markup.level(1, "", "", bullet), name="B"))["B"].look.marker
    assert (marker.char, marker.picture) == (char, picture)


def test_fonts_are_told_as_written_and_resolve_to_the_themes(make_template, markup, read):
    own = markup.level(1, '><a:latin typeface="Montserrat"/>')
    shapes = markup.place("title", styles=own) + markup.place("body", 1)
    master = markup.Master(markup.usual(), title=markup.level(1, '><a:latin typeface="+mj-lt"/>'))
    design = read(make_template([markup.Layout("A", shapes)], master, markup.Theme(major="Corbel", minor="Candara"))).design
    title, body = design.layouts[0].placeholders
    assert (title.look.font, body.look.font) == ("Montserrat", "+mn-lt")
    assert design.masters[0].fonts.resolved("+mj-lt") == "Corbel"
    assert design.typefaces == {"Montserrat": 1, "Candara": 1}
    assert design.unused_fonts == ("Corbel",)


def test_automatic_fit_is_told_with_its_scale(first, markup):
    shrunk = markup.place("body", 1, body='><a:normAutofit fontScale="62500"/>', name="A")
    found = first(shrunk + markup.place("body", 2, body="><a:spAutoFit/>", name="B"))
    assert (found["A"].autofit, found["A"].font_scale) == ("text", 0.625)
    assert found["B"].autofit == "shape"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"idx": 4294967295}, "4294967295"),
        ({"idx": 1, "box": (14, 1, 4, 4)}, "off the slide"),
        ({"idx": 1, "box": (1, 1, 4, 4), "rot": 90}, "turned by 90"),
        ({"idx": 1, "box": (1, 1, 4, 0)}, "no size"),
        ({"idx": 1, "body": 'vert="vert270">'}, "top to bottom"),
    ],
)
def test_a_placeholder_that_nothing_fits_into_says_why(first, markup, said, reason):
    place = first(markup.place("body", name="B", **said))["B"]
    assert not place.usable
    assert reason in place.problem


def test_of_two_placeholders_with_one_index_the_first_is_used(first, markup):
    found = first(markup.place("body", 5, name="A") + markup.place("pic", 5, name="B") + markup.place("body", 6, name="C"))
    assert [found[name].usable for name in "ABC"] == [True, False, True]
    assert "'A'" in found["B"].problem


def test_a_title_of_index_zero_leaves_the_index_to_a_text(first, markup):
    found = first(markup.place("title", name="T") + markup.place("body", 0, name="B") + markup.place("ctrTitle", name="U"))
    assert [found[name].usable for name in "TBU"] == [True, True, False]
