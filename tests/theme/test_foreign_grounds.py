"""What lies under a box of a layout is what really shows there: background, pictures and shapes."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from generator.page.items import PictureItem
from generator.theme.foreign.design import Surface
from generator.theme.foreign.grounds import ground_under, grounds_under

HALVES = (
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="000000"/></a:gs>'
    '<a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs></a:gsLst>'
    '<a:lin ang="{}"/></a:gradFill>'
)
SLIDE = (0, 0, 40 / 3, 7.5)


def png(left: str = "#FF0000", right: str = "#0000FF", size: tuple[int, int] = (40, 20)) -> bytes:
    """A picture of two halves."""
    made = Image.new("RGB", size, right)
    made.paste(left, (0, 0, size[0] // 2, size[1]))
    held = BytesIO()
    made.save(held, "PNG")
    return held.getvalue()


def near(one: str, other: str, by: int = 4) -> bool:
    return all(abs(int(one[i : i + 2], 16) - int(other[i : i + 2], 16)) <= by for i in (0, 2, 4))


@pytest.fixture
def only(make_template, markup, read):
    """The only layout of a template."""

    def opened(*shapes: str, master=None, theme=None, **said):
        layout = markup.Layout("Content", "".join(shapes), **said)
        return read(make_template([layout], master or markup.Master(), theme)).design.layouts[0]

    return opened


def test_a_layouts_own_background_stands_before_its_masters(only, markup, box):
    assert only().ground.colour == "FEFEFE"
    own = only(background=markup.background(markup.solid("accent1")))
    assert (own.ground.kind, own.ground.colour) == (Surface.SOLID, "C00000")
    assert ground_under(own, box(*SLIDE)) == "C00000"


def test_a_background_by_reference_is_the_themes_entry_in_the_references_colour(only, markup):
    fills = markup.solid("phClr") + markup.solid("phClr", '<a:shade val="0"/>') + HALVES.format(0)
    by = '<p:bg><p:bgRef idx="{}"><a:schemeClr val="accent2"/></p:bgRef></p:bg>'
    grounds = [only(background=by.format(idx), theme=markup.Theme(backgrounds=fills)).ground for idx in (1001, 1002, 1003)]
    assert [ground.colour for ground in grounds[:2]] == ["00A000", "000000"]
    assert grounds[2].kind is Surface.GRADIENT
    assert near(grounds[2].colour, "808080")


def test_a_gradient_background_is_drawn_and_counts_where_it_is_light(only, markup, box):
    layout = only(background=markup.background(HALVES.format(0)))
    first = layout.items[0]
    assert isinstance(first, PictureItem)
    assert near(ground_under(layout, box(0, 0, 0.4, 7.5)), "040404", 6)
    assert near(ground_under(layout, box(12.9, 0, 0.4, 7.5)), "FBFBFB", 6)
    upright = only(background=markup.background(HALVES.format(5400000)))
    assert near(ground_under(upright, box(0, 7.1, 13, 0.4)), "F9F9F9", 6)


def test_a_picture_background_counts_by_what_it_shows_under_the_box(only, markup, box):
    fill = '<a:blipFill><a:blip r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    layout = only(background=markup.background(fill), pictures={"rId9": png()})
    assert layout.ground.kind is Surface.PICTURE
    assert near(layout.ground.colour, "800080")
    assert near(ground_under(layout, box(0.5, 1, 5, 5)), "FF0000")
    assert near(ground_under(layout, box(8, 1, 5, 5)), "0000FF")
    assert grounds_under(layout, box(*SLIDE))[1:] == ("0000FF", "FF0000")


def test_a_cropped_picture_counts_by_what_is_left_of_it(only, markup, box):
    layout = only(markup.picture((1, 1, 4, 4), "rId9", 'l="50000"'), pictures={"rId9": png()})
    assert near(ground_under(layout, box(1, 1, 4, 4)), "0000FF")
    assert layout.items[0].crop.left == 0.5


def test_the_last_thing_drawn_lies_on_top_and_covers_only_its_place(only, markup, box):
    shapes = markup.shape(SLIDE, fill=markup.solid("112233")) + markup.shape((0, 0, 4, 7.5), fill=markup.solid("445566"))
    layout = only(shapes)
    assert ground_under(layout, box(0.2, 1, 3, 3)) == "445566"
    assert ground_under(layout, box(5, 1, 3, 3)) == "112233"
    assert near(ground_under(layout, box(2, 1, 4, 3)), "2B3C4D", 2)


def test_an_ellipse_covers_its_middle_and_not_its_corners(only, markup, box):
    layout = only(markup.shape((2, 2, 4, 4), "ellipse", fill=markup.solid("accent3")))
    assert ground_under(layout, box(3.5, 3.5, 1, 1)) == "0000C0"
    assert ground_under(layout, box(2, 2, 0.3, 0.3)) == "FEFEFE"


def test_what_is_half_transparent_is_mixed_with_what_is_below(only, markup, box):
    veil = markup.solid("000000", '<a:alpha val="50000"/>')
    layout = only(markup.shape(SLIDE, fill=veil), background=markup.background(markup.solid("FF0000")))
    assert near(ground_under(layout, box(1, 1, 5, 5)), "7F0000", 2)
    assert isinstance(layout.items[0], PictureItem), "a rectangle lets through what is below it, whatever that is"
    rounded = only(markup.shape(SLIDE, "roundRect", fill=veil), background=markup.background(markup.solid("FF0000")))
    assert near(rounded.items[0].fill.role[1:], "7F0000", 2)


def test_hidden_master_shapes_do_not_count(only, markup, box):
    master = markup.Master(markup.usual() + markup.shape(SLIDE, fill=markup.solid("accent1")))
    assert ground_under(only(master=master), box(1, 1, 5, 5)) == "C00000"
    bare = only(master=master, shows_master=False)
    assert (ground_under(bare, box(1, 1, 5, 5)), bare.items) == ("FEFEFE", ())


def test_a_shape_filled_with_the_background_shows_it(only, markup, box):
    master = markup.Master(markup.shape(SLIDE, fill=markup.solid("FFFFFF")))
    window = markup.shape((1, 1, 8, 5), "roundRect", attributes=' useBgFill="1"')
    layout = only(window, master=master, background=markup.background(markup.solid("accent1")))
    assert ground_under(layout, box(3, 3, 2, 2)) == "C00000"
    pale = only(window, master=master, background=markup.background(HALVES.format(0)))
    assert near(ground_under(pale, box(1.1, 3, 0.2, 1)), "171717", 10)


def test_a_pattern_counts_by_its_mean_and_is_named(make_template, markup, read):
    colours = '<a:fgClr><a:srgbClr val="000000"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr>'
    pattern = f'<a:pattFill prst="pct50">{colours}</a:pattFill>'
    reading = read(make_template([markup.Layout("Content", background=markup.background(pattern))]))
    ground = reading.design.layouts[0].ground
    assert (ground.kind, near(ground.colour, "808080")) == (Surface.PATTERN, True)
    assert "a pattern" in reading.warnings
