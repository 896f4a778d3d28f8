"""Colours of a template are what its theme, its colour maps and all modifiers come to."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.page.colour import ROLES
from generator.theme.foreign.colours import USUAL_MAP, Palette, Tint, modified

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def tint(markup: str) -> Tint:
    raw = {**dict.fromkeys(ROLES, "808080"), "lt1": "FFFFFF", "accent1": "4472C4"}
    return Palette(raw, USUAL_MAP).tint(etree.fromstring(f'<a:x xmlns:a="{DRAWING}">{markup}</a:x>')[0])


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ('<a:srgbClr val="ff8000"/>', "FF8000"),
        ('<a:schemeClr val="bg1"/>', "FFFFFF"),
        ('<a:sysClr val="windowText" lastClr="123456"/>', "123456"),
        ('<a:sysClr val="window"/>', "FFFFFF"),
        ('<a:prstClr val="cornflowerBlue"/>', "6495ED"),
        ('<a:prstClr val="dkGreen"/>', "006400"),
        ('<a:hslClr hue="7200000" sat="100000" lum="50000"/>', "00FF00"),
        ('<a:scrgbClr r="100000" g="0" b="50000"/>', "FF00BC"),
        ('<a:srgbClr val="nonsense"/>', "000000"),
    ],
)
def test_every_way_to_write_a_colour_is_read(markup, seen):
    assert tint(markup).hex == seen


@pytest.mark.parametrize(
    ("modifiers", "seen"),
    [  # as PowerPoint's own colour picker shows the shades of Office's accent 1
        ('<a:lumMod val="20000"/><a:lumOff val="80000"/>', "DAE3F3"),
        ('<a:lumMod val="75000"/>', "2F5597"),
        ('<a:lumMod val="50000"/>', "203864"),
        ('<a:satMod val="0"/>', "848484"),
        ('<a:shade val="0"/>', "000000"),
        ('<a:tint val="0"/>', "FFFFFF"),
    ],
)
def test_modifiers_shade_as_powerpoint_does(modifiers, seen):
    made = Tint.of(tint(f'<a:schemeClr val="accent1">{modifiers}</a:schemeClr>').hex).rgba
    assert all(abs(a - b) <= 2 for a, b in zip(made, Tint.of(seen).rgba, strict=True)), made


def test_shades_mix_light_and_not_numbers():
    assert modified(Tint.of("FFFFFF"), "shade", 0.5).hex == "BCBCBC"
    assert modified(Tint.of("000000"), "tint", 0.5).hex == "BCBCBC"


def test_alpha_shows_what_is_below():
    assert tint('<a:srgbClr val="000000"><a:alpha val="25000"/></a:srgbClr>').over("FFFFFF") == "BFBFBF"


def test_a_hue_turns():
    assert modified(Tint.of("FF0000"), "hueOff", 7_200_000 / 100_000).hex == "00FF00"


def test_roles_are_what_a_swapped_colour_map_makes_of_them(make_template, markup, read):
    swapped = {"bg1": "dk2", "tx1": "lt1", "bg2": "dk1", "tx2": "lt2", "accent1": "accent6"}
    design = read(make_template([markup.Layout("A")], markup.Master(map=swapped))).design
    said = dict(zip(ROLES, design.masters[0].colours, strict=True))
    assert (said["dk1"], said["lt1"], said["dk2"], said["lt2"]) == ("FEFEFE", "203040", "E0E8F0", "101010")
    assert said["accent1"] == "A000A0"
    assert design.layouts[0].ground.colour == "203040"


def test_a_layouts_own_colour_map_changes_its_colours_and_the_masters_drawing_on_it(make_template, markup, read):
    over = {"bg1": "dk1", "tx1": "lt1"}
    layouts = [markup.Layout("Plain", markup.place("title")), markup.Layout("Dark", markup.place("title"), over=over)]
    master = markup.Master(markup.usual() + markup.shape((1, 1, 2, 2), fill=markup.solid("tx1")))
    plain, dark = read(make_template(layouts, master)).design.layouts
    assert (plain.ground.colour, dark.ground.colour) == ("FEFEFE", "101010")
    assert (plain.colour("dk1"), dark.colour("dk1")) == ("101010", "FEFEFE")
    assert [layout.items[0].fill.role for layout in (plain, dark)] == ["#101010", "#FEFEFE"]
    assert [layout.placeholders[0].look.colour for layout in (plain, dark)] == ["101010", "FEFEFE"]


def test_each_master_has_its_own_theme_and_its_layouts_know_it(make_template, markup, read):
    branded = markup.Extra([markup.Layout("Content")], theme=markup.Theme({"accent1": "112233"}, name="Brand"))
    design = read(make_template([markup.Layout("Content"), markup.Layout("Other")], more=[branded])).design
    assert [(layout.name, layout.master, layout.number) for layout in design.layouts] == [
        ("Content", 0, 1),
        ("Other", 0, 2),
        ("Content", 1, 3),
    ]
    assert design.layouts[2].part == "/ppt/slideLayouts/slideLayout3.xml"
    assert design.master_of(design.layouts[2]).name == "Brand"
    assert design.layouts[2].colour("accent1") == "112233"


def test_preset_and_system_colours_of_a_theme_are_read(make_template, markup, read):
    said = {"accent2": '<a:prstClr val="teal"/>', "dk1": '<a:sysClr val="windowText" lastClr="0A0B0C"/>'}
    master = read(make_template([markup.Layout("A")], theme=markup.Theme(said))).design.masters[0]
    assert (master.raw["accent2"], master.raw["dk1"]) == ("008080", "0A0B0C")
