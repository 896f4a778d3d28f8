"""Masters and layouts are drawn as they look: shapes, groups, free forms, pictures, fixed text; what cannot be is named."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image

from generator.geometry import Box, inch, pt
from generator.page.items import PictureItem, ShapeItem
from generator.page.shapes import Ellipse, Path, Rectangle, Verb
from generator.page.text import Align, Anchor, Family
from generator.theme.foreign.design import DrawnText
from generator.theme.foreign.sketch import Allowance

FREE = (
    '<a:custGeom><a:gdLst><a:gd name="x" fmla="*/ w 1 2"/></a:gdLst>'
    '<a:pathLst><a:path w="200" h="100"><a:moveTo><a:pt x="0" y="0"/>'
    '</a:moveTo><a:lnTo><a:pt x="200" y="0"/></a:lnTo><a:lnTo><a:pt x="200" y="100"/></a:lnTo><a:close/></a:path>'
    "</a:pathLst></a:custGeom>"
)
HALF_DISC = (
    '<a:custGeom><a:pathLst><a:path w="100" h="50"><a:moveTo><a:pt x="0" y="50"/></a:moveTo>'
    '<a:arcTo wR="50" hR="50" stAng="10800000" swAng="10800000"/><a:close/></a:path></a:pathLst></a:custGeom>'
)


def png(size: tuple[int, int] = (40, 20), colour: str = "#FF0000") -> bytes:
    held = BytesIO()
    Image.new("RGB", size, colour).save(held, "PNG")
    return held.getvalue()


def corners(item: ShapeItem) -> list[tuple[float, float]]:
    """The points of a path on the slide, in inches."""
    assert isinstance(item.geometry, Path)
    x, y = item.box.x, item.box.y
    return [
        (round(px / 914400 + x.inches, 2), round(py / 914400 + y.inches, 2))
        for command in item.geometry.commands
        for px, py in command.points[-1:]
    ]


def close(one: Box, other: Box) -> bool:
    pairs = zip((one.x, one.y, one.w, one.h), (other.x, other.y, other.w, other.h), strict=True)
    return all(abs(a.emu - b.emu) < 400 for a, b in pairs)


@pytest.fixture
def drawn(make_template, markup, read):
    """The items of a template's only layout."""

    def opened(*shapes: str, **said):
        return read(make_template([markup.Layout("Content", "".join(shapes), **said)], markup.Master())).design.layouts[0].items

    return opened


@pytest.fixture
def warned(make_template, markup, read):
    """What reading a template with these shapes on its only layout tells."""

    def opened(*shapes: str, **said):
        return read(make_template([markup.Layout("Content", "".join(shapes), **said)], markup.Master())).warnings

    return opened


def test_plain_shapes_stay_plain(drawn, markup, box):
    fill = markup.solid("accent1")
    rectangle, ellipse = drawn(markup.shape((1, 1, 2, 1), fill=fill), markup.shape((4, 1, 2, 1), "ellipse", fill=fill))
    assert (rectangle.geometry, rectangle.box, rectangle.fill.role) == (Rectangle(), box(1, 1, 2, 1), "#C00000")
    assert (ellipse.geometry, ellipse.box) == (Ellipse(), box(4, 1, 2, 1))


@pytest.mark.parametrize(
    ("name", "points"),
    [
        ("triangle", {(1, 3), (2, 1), (3, 3)}),
        ("rtTriangle", {(1, 1), (3, 3), (1, 3)}),
        ("diamond", {(2, 1), (3, 2), (2, 3), (1, 2)}),
        ("homePlate", {(1, 1), (2, 1), (3, 2), (2, 3), (1, 3)}),
        ("chevron", {(1, 1), (2, 1), (3, 2), (2, 3), (1, 3)}),
    ],
)
def test_usual_presets_have_their_corners(drawn, markup, name, points):
    (item,) = drawn(markup.shape((1, 1, 2, 2), name, fill=markup.solid("accent1")))
    assert points <= set(corners(item))


def test_an_adjusted_corner_is_as_round_as_it_says(drawn, markup):
    form = '<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 25000"/></a:avLst></a:prstGeom>'
    (item,) = drawn(markup.shape((1, 1, 4, 2), form, fill=markup.solid("accent1")))
    assert {(1, 1.5), (1.5, 1), (4.5, 1), (5, 1.5)} <= set(corners(item))


def test_a_free_form_is_stretched_to_its_box(drawn, markup):
    (item,) = drawn(markup.shape((1, 1, 4, 2), FREE, fill=markup.solid("accent1")))
    assert corners(item) == [(1, 1), (5, 1), (5, 3)]
    assert item.geometry.commands[-1].verb is Verb.CLOSE


def test_an_arc_becomes_curves_that_end_where_it_ends(drawn, markup, box):
    (item,) = drawn(markup.shape((1, 1, 4, 2), HALF_DISC, fill=markup.solid("accent1")))
    assert [command.verb for command in item.geometry.commands] == [Verb.MOVE, Verb.CURVE, Verb.CURVE, Verb.CLOSE]
    assert corners(item) == [(1, 3), (3, 1), (5, 3)]
    assert close(item.box, box(1, 1, 4, 2))


def test_a_turned_shape_is_turned_about_its_middle(drawn, markup, box):
    (item,) = drawn(markup.shape((1, 2, 4, 2), FREE, fill=markup.solid("accent1"), rot=90))
    assert close(item.box, box(2, 1, 2, 4))
    assert corners(item) == [(4, 1), (4, 5), (2, 5)]


def test_a_flipped_shape_is_mirrored(drawn, markup):
    (item,) = drawn(markup.shape((1, 1, 4, 2), FREE, fill=markup.solid("accent1"), flip="H"))
    assert corners(item) == [(5, 1), (1, 1), (1, 3)]


def test_groups_move_stretch_and_turn_what_is_in_them(drawn, markup, box):
    inner = markup.shape((10, 10, 10, 10), fill=markup.solid("accent1"))
    (moved,) = drawn(markup.group((1, 1, 4, 2), (10, 10, 20, 10), inner))
    assert close(moved.box, box(1, 1, 2, 2))
    outer = markup.group((0, 0, 4, 2), (0, 0, 4, 2), markup.group((1, 1, 2, 1), (10, 10, 20, 10), inner))
    assert close(drawn(outer)[0].box, box(1, 1, 1, 1))
    (turned,) = drawn(markup.group((1, 1, 4, 2), (10, 10, 20, 10), inner, rot=90))
    assert close(turned.box, box(2, 0, 2, 2))


def test_a_shape_takes_its_groups_fill(drawn, markup):
    inner = markup.shape((1, 1, 1, 1), fill="<a:grpFill/>")
    (item,) = drawn(markup.group((1, 1, 1, 1), (1, 1, 1, 1), inner, fill=markup.solid("accent2")))
    assert item.fill.role == "#00A000"


def test_fill_and_line_come_from_the_themes_formats_where_a_shape_names_them(drawn, markup):
    style = (
        '<p:style><a:lnRef idx="2"><a:schemeClr val="accent3"/></a:lnRef>'
        '<a:fillRef idx="1"><a:schemeClr val="accent2"/></a:fillRef>'
        '<a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef>'
        '<a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></p:style>'
    )
    filled, lined, text = drawn(markup.shape((1, 1, 2, 1), style=style, text="Words"))
    assert (filled.fill.role, lined.stroke.colour.role, lined.stroke.width) == ("#00A000", "#0000C0", pt(1))
    assert text.paragraphs[0].runs[0].style.colour.role == "#FEFEFE"
    none = markup.shape((1, 1, 2, 1), fill="<a:noFill/>", line="<a:ln><a:noFill/></a:ln>", style=style)
    assert drawn(none) == ()


def test_lines_keep_width_dash_and_direction(drawn, markup):
    line = f'<a:ln w="25400">{markup.solid("accent1")}<a:prstDash val="dash"/></a:ln>'
    (item,) = drawn(markup.shape((1, 1, 4, 2), "line", line=line, flip="V"))
    assert corners(item) == [(1, 3), (5, 1)]
    assert (item.stroke.width, item.stroke.dashed, item.fill) == (pt(2), True, None)


def test_an_elbow_has_its_corners(drawn, markup):
    line = f"<a:ln>{markup.solid('accent1')}</a:ln>"
    (item,) = drawn(markup.shape((1, 1, 4, 2), "bentConnector3", line=line))
    assert corners(item) == [(1, 1), (3, 1), (3, 3), (5, 3)]


def test_pictures_are_decorative_and_shared(drawn, markup, box):
    shapes = markup.picture((1, 1, 2, 1), "rId9"), markup.picture((4, 1, 2, 1), "rId9", 't="25000" b="25000"')
    first, second = drawn(*shapes, pictures={"rId9": png()})
    assert (first.box, first.mark.alt, first.pixels) == (box(1, 1, 2, 1), "", (40, 20))
    assert first.data is second.data
    assert (second.crop.top, second.crop.bottom) == (0.25, 0.25)


def test_a_turned_picture_is_turned_and_what_it_does_not_cover_is_transparent(drawn, markup, box):
    (item,) = drawn(markup.picture((2, 2, 2, 2), "rId9", rot=45), pictures={"rId9": png((20, 20))})
    side = 2 * 2**0.5
    assert close(item.box, box(3 - side / 2, 3 - side / 2, side, side))
    with Image.open(BytesIO(item.data)) as shown:
        assert shown.convert("RGBA").getpixel((0, 0))[3] == 0
        assert shown.convert("RGBA").getpixel((shown.width // 2, shown.height // 2)) == (255, 0, 0, 255)


def test_a_turned_picture_keeps_its_transparent_margins(drawn, markup):
    held = BytesIO()
    made = Image.new("RGBA", (100, 100))
    made.paste("#FF0000", (25, 25, 75, 75))
    made.save(held, "PNG")
    (item,) = drawn(markup.picture((2, 2, 2, 2), "rId9", rot=90), pictures={"rId9": held.getvalue()})
    with Image.open(BytesIO(item.data)) as shown:
        left, top, right, low = shown.convert("RGBA").getchannel("A").getbbox()
    assert all(abs(edge / shown.width - share) < 0.03 for edge, share in ((left, 0.25), (top, 0.25), (right, 0.75), (low, 0.75)))


def test_a_picture_in_a_disc_is_cut_round(drawn, markup):
    fill = '<a:blipFill><a:blip r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    (item,) = drawn(markup.shape((1, 1, 2, 2), "ellipse", fill=fill), pictures={"rId9": png()})
    with Image.open(BytesIO(item.data)) as shown:
        assert [shown.convert("RGBA").getpixel(at)[3] for at in ((2, 2), (shown.width // 2, shown.height // 2))] == [0, 255]


@pytest.mark.parametrize(
    ("inner", "seen"),
    [
        ("<a:grayscl/>", (76, 76, 76, 255)),
        ('<a:alphaModFix amt="50000"/>', (255, 0, 0, 128)),
        ('<a:duotone><a:srgbClr val="000000"/><a:srgbClr val="00FF00"/></a:duotone>', (0, 76, 0, 255)),
        (
            '<a:clrChange><a:clrFrom><a:srgbClr val="FF0000"/></a:clrFrom>'
            '<a:clrTo><a:srgbClr val="FF0000"><a:alpha val="0"/></a:srgbClr></a:clrTo></a:clrChange>',
            (255, 0, 0, 0),
        ),
    ],
)
def test_pictures_are_recoloured_and_faded(drawn, markup, inner, seen):
    (item,) = drawn(markup.picture((1, 1, 2, 1), "rId9", inner=inner), pictures={"rId9": png()})
    with Image.open(BytesIO(item.data)) as shown:
        made = shown.convert("RGBA").getpixel((5, 5))
    assert all(abs(a - b) <= 1 for a, b in zip(made, seen, strict=True)), made


def test_a_tiled_picture_is_repeated(drawn, markup):
    two = Image.new("RGB", (96, 96), "#0000FF")
    two.paste("#FF0000", (0, 0, 48, 96))
    held = BytesIO()
    two.save(held, "PNG")
    fill = '<a:blipFill><a:blip r:embed="rId9"/><a:tile sx="100000" sy="100000"/></a:blipFill>'
    (item,) = drawn(markup.shape((1, 1, 4, 1), fill=fill), pictures={"rId9": held.getvalue()})
    with Image.open(BytesIO(item.data)) as shown:
        row = [shown.convert("RGB").getpixel((round(shown.width * (i + 0.5) / 8), 5)) for i in range(8)]
    assert all(a != b for a, b in pairwise(row)), "one inch is one copy: its halves take turns"


def test_a_gradient_turns_with_its_shape(drawn, markup):
    fill = (
        '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="000000"/></a:gs><a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs>'
        '</a:gsLst><a:lin ang="0"/></a:gradFill>'
    )
    (item,) = drawn(markup.shape((1, 1, 4, 2), fill=fill, rot=90))
    with Image.open(BytesIO(item.data)) as shown:
        assert shown.getpixel((0, 0)) < shown.getpixel((0, shown.height - 1))


def test_the_master_lies_below_the_layout_and_hides_when_told(make_template, markup, read):
    master = markup.Master(markup.usual() + markup.shape((1, 1, 2, 1), fill=markup.solid("accent1")))
    own = markup.shape((2, 1, 2, 1), fill=markup.solid("accent2"))
    layouts = [markup.Layout("Both", own), markup.Layout("Own", own, shows_master=False)]
    both, alone = read(make_template(layouts, master)).design.layouts
    assert [item.fill.role for item in both.items] == ["#C00000", "#00A000"]
    assert [item.fill.role for item in alone.items] == ["#00A000"]


def test_placeholders_hidden_shapes_and_what_lies_off_the_slide_are_not_drawn(drawn, markup):
    fill = markup.solid("accent1")
    hidden = markup.shape((1, 1, 1, 1), fill=fill, name="H").replace('name="H"', 'name="H" hidden="1"')
    far, half = markup.shape((14, 1, 2, 2), fill=fill), markup.shape((12, 1, 3, 2), fill=fill)
    items = drawn(markup.place("title", box=(1, 1, 8, 1), properties=fill), hidden, far, half)
    assert [item.box.x for item in items] == [inch(12)]


def test_ids_are_unique_on_a_page(drawn, markup):
    one = markup.shape((1, 1, 1, 1), fill=markup.solid("accent1"), text="A")
    ids = [item.mark.id for item in drawn(one, one, one)]
    assert len(set(ids)) == len(ids) == 6


def test_fixed_text_comes_in_the_styles_that_result(drawn, markup, box):
    words = (
        '<a:bodyPr lIns="0" anchor="ctr"><a:normAutofit fontScale="50000"/></a:bodyPr><a:lstStyle>'
        + markup.level(1, 'sz="2000"', 'algn="ctr"')
        + '</a:lstStyle><a:p><a:r><a:rPr b="1" cap="all"><a:latin typeface="+mj-lt"/></a:rPr><a:t>Legal</a:t></a:r><a:br/>'
        "<a:r><a:t>notice</a:t></a:r></a:p>"
    )
    (text,) = drawn(markup.shape((1, 1, 4, 1), text=words))
    assert isinstance(text, DrawnText)
    (paragraph,) = text.paragraphs
    first = paragraph.runs[0].style
    assert (paragraph.text, paragraph.align, text.anchor, text.box) == (
        "LEGAL\nnotice",
        Align.CENTRE,
        Anchor.MIDDLE,
        box(1, 1, 4, 1),
    )
    assert (first.size, first.bold, first.family, text.inset.left) == (pt(10), True, Family.HEADING, inch(0))


def test_fixed_text_without_styles_takes_the_presentations(make_template, markup, read):
    layout = markup.Layout("A", markup.shape((1, 1, 4, 1), text="Words"))
    defaults = markup.level(1, 'sz="1100">' + markup.solid("accent3"))
    text = read(make_template([layout], markup.Master(), defaults=defaults)).design.layouts[0].items[0]
    style = text.paragraphs[0].runs[0].style
    assert (style.size, style.colour.role) == (pt(11), "#0000C0")


def test_space_below_a_paragraph_is_space_above_the_next(drawn, markup):
    below = '<a:p><a:pPr><a:spcAft><a:spcPts val="600"/></a:spcAft></a:pPr><a:r><a:t>One</a:t></a:r></a:p>'
    (text,) = drawn(markup.shape((1, 1, 4, 1), text=below + "<a:p><a:r><a:t>Two</a:t></a:r></a:p>"))
    assert text.paragraphs[1].before == pt(6)


def test_a_line_that_never_wraps_has_room_to_the_slides_edge(drawn, markup):
    words = '<a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r><a:t>Long</a:t></a:r></a:p>'
    (text,) = drawn(markup.shape((10, 1, 0.5, 0.5), text=words))
    assert text.box.w == inch(40 / 3) - inch(10)


def test_a_fixed_slide_number_is_told_and_not_drawn_as_text(make_template, markup, read):
    field = '<a:p><a:fld id="{1}" type="slidenum"><a:t>7</a:t></a:fld></a:p>'
    layouts = [markup.Layout("A", markup.shape((1, 1, 1, 1), text=field)), markup.Layout("B")]
    first, second = read(make_template(layouts, markup.Master())).design.layouts
    assert (first.has_fixed_number, second.has_fixed_number) == (True, False)
    assert first.items[0].number


def frame(uri: str) -> str:
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="Frame"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
        '<p:xfrm><a:off x="9" y="9"/><a:ext cx="914400" cy="914400"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/{uri}"/></a:graphic></p:graphicFrame>'
    )


def test_what_cannot_be_drawn_is_named_in_one_warning(warned, markup):
    emf = markup.picture((1, 1, 1, 1), "rId8", name="Mark")
    turned = markup.shape((1, 1, 1, 1), text="Up", rot=90, name="Side")
    cloud = markup.shape((1, 1, 1, 1), "cloudCallout", fill=markup.solid("accent1"), name="Thought")
    frames = frame("drawingml/2006/chart"), frame("drawingml/2006/diagram"), frame("presentationml/2006/ole")
    told = warned(emf, turned, cloud, *frames, pictures={"rId8": b"\1\0\0\0 EMF"})
    assert told.count("M020") == 1
    for words in (
        "EMF picture ('Mark' on 'Content')",
        "turned text ('Side'",
        "'cloudCallout'",
        "a chart",
        "SmartArt",
        "embedded object",
    ):
        assert words in told


def test_effects_are_left_out_in_silence(warned, markup):
    shadow = '<a:effectLst><a:outerShdw blurRad="9"><a:srgbClr val="000000"/></a:outerShdw></a:effectLst>'
    assert warned(markup.shape((1, 1, 1, 1), fill=markup.solid("accent1"), line=shadow)) == ""


def test_a_master_drawn_on_sixty_layouts_is_named_once(make_template, markup, read):
    master = markup.Master(frame("drawingml/2006/table"))
    reading = read(make_template([markup.Layout(f"L{i}") for i in range(60)], master))
    assert len(reading.design.layouts) == 60
    assert reading.warnings.count("a table") == 1


def test_numbers_that_are_none_and_forms_that_divide_by_nothing_do_no_harm(drawn, markup):
    broken = FREE.replace('fmla="*/ w 1 2"', 'fmla="*/ w 1 0"').replace('x="200" y="100"', 'x="x" y="NaN"')
    assert drawn(markup.shape((1, 1, 4, 2), broken, fill=markup.solid("accent1"))) == (), "nothing is left of the form"
    assert (
        drawn("<p:sp><p:spPr><a:xfrm><a:off x='a' y='1e999'/><a:ext cx='-4' cy=''/></a:xfrm></p:spPr></p:sp>", "<p:pic/>") == ()
    )


def test_facts_that_a_report_wants(make_template, markup, read):
    fonts = '<p:embeddedFontLst><p:embeddedFont><p:font typeface="Montserrat"/></p:embeddedFont></p:embeddedFontLst>'
    layouts = [markup.Layout(" Titel ", type="title")]
    design = read(make_template(layouts, size=(10, 7.5), slides=3, inner=fonts)).design
    assert (design.slides, design.embedded, design.layouts[0].name, design.layouts[0].type) == (
        3,
        ("Montserrat",),
        "Titel",
        "title",
    )
    assert (design.size.w, design.size.h) == (inch(10), inch(7.5))
    assert all(isinstance(item, (ShapeItem, PictureItem, DrawnText)) for item in design.layouts[0].items)


@pytest.mark.parametrize(
    "prompt", ["Click to edit Master text styles", "Mastertextformat bearbeiten", "单击此处编辑母版文本样式"]
)
def test_a_prompt_that_lost_its_placeholder_is_left_out(drawn, markup, prompt):
    (text,) = drawn(markup.shape((1, 1, 4, 1), text=prompt), markup.shape((1, 3, 4, 1), text="Click here"))
    assert text.paragraphs[0].text == "Click here"


def test_bullets_keep_a_colour_of_their_own(drawn, markup):
    bullet = f"<a:buClr>{markup.solid('accent2')[13:-14]}</a:buClr><a:buChar char='•'/>"
    words = f'<a:p><a:pPr marL="228600" indent="-228600">{bullet}</a:pPr><a:r><a:t>One</a:t></a:r></a:p>'
    (text,) = drawn(markup.shape((1, 1, 4, 1), text=words))
    (paragraph,) = text.paragraphs
    assert (paragraph.bullet.colour.role, paragraph.bullet.indent, paragraph.margin) == ("#00A000", inch(0.25), inch(0))


def test_a_ring_gradient_is_round_and_begins_where_it_says(drawn, markup):
    stops = '<a:gs pos="0"><a:srgbClr val="000000"/></a:gs><a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs>'
    corner = '<a:path path="circle"><a:fillToRect l="100000" t="100000"/></a:path>'
    (item,) = drawn(markup.shape((1, 1, 4, 2), fill=f"<a:gradFill><a:gsLst>{stops}</a:gsLst>{corner}</a:gradFill>"))
    with Image.open(BytesIO(item.data)) as shown:
        w, h = shown.size
        dark, light = shown.getpixel((w - 1, h - 1)), shown.getpixel((0, 0))
        beside, above = shown.getpixel((w // 2, h - 1)), shown.getpixel((w - 1, 1))
    assert dark < (8, 8, 8) and light > (247, 247, 247)
    assert all(abs(a - b) < 6 for a, b in zip(beside, above, strict=True)), "two inches away either way"


def test_what_is_drawn_of_one_template_has_an_end():
    allowance = Allowance(10)
    assert [allowance.takes(4) for _ in range(4)] == [True, True, False, False]
