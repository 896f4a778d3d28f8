"""Items become native shapes: placeholders, text boxes, presets, lines, free forms, groups and tables."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from generator.backends.pptx import write
from generator.backends.pptx.geometry import fit_text
from generator.geometry import ZERO, Box, inch
from generator.page.shapes import Chevron, Ellipse, Rectangle
from generator.page.text import Align, Anchor, Inset, Paragraph, TextBody

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def named(slide, name):
    return next(shape for shape in slide.shapes if shape.name == name)


def identity(shape):
    return shape._element.find(f".//{P}cNvPr")


def test_shapes_are_named_and_ordered_as_the_items_are(slides, document):
    for page, slide in zip(document.pages[:5], slides.values(), strict=False):
        assert [shape.name for shape in slide.shapes] == [item.mark.id for item in page.items]


def test_text_with_a_slot_fills_that_placeholder(slides):
    assert slides["cover"].shapes.title.text == "Who orders\vthe work"
    assert [p.placeholder_format.idx for p in slides["text"].placeholders] == [0, 1, 10, 11, 12]


def test_a_placeholder_states_its_box_only_where_it_differs_from_the_layouts(slides):
    assert named(slides["cover"], "title")._element.find(f"{P}spPr/{A}xfrm") is None
    assert named(slides["cover"], "subtitle")._element.find(f"{P}spPr/{A}xfrm") is not None


def test_runs_state_size_weight_colour_and_the_themes_face(slides):
    run = slides["text"].shapes.title.text_frame.paragraphs[0].runs[0]
    assert (run.font.size.pt, run.font.bold, run.font.name) == (28, True, "+mj-lt")
    assert run._r.find(f"{A}rPr/{A}solidFill/{A}schemeClr").get("val") == "tx1"


def test_every_run_names_its_language(slides):
    for slide in slides.values():
        assert all(words.get("lang") for words in slide._element.iter(f"{A}rPr", f"{A}endParaRPr"))
    assert slides["text"].shapes[2]._element.find(f".//{A}rPr").get("lang") == "de-DE"


def test_the_page_number_is_a_field_among_its_words(slides):
    number = named(slides["text"], "number")._element
    assert [(e.tag.removeprefix(A), e.findtext(f"{A}t")) for e in number.find(f".//{A}p") if e.tag in (f"{A}r", f"{A}fld")] == [
        ("r", "Page "),
        ("fld", "2"),
        ("r", " of 6"),
    ]


def test_bullets_hang_and_carry_their_colour(slides):
    first, second, _, counted, _ = (p._p.find(f"{A}pPr") for p in named(slides["text"], "body").text_frame.paragraphs)
    assert (first.get("marL"), first.get("indent")) == ("203200", "-203200")
    assert (second.get("marL"), second.get("lvl")) == ("406400", "1")
    assert first.find(f"{A}buClr/{A}schemeClr").get("val") == "accent2"
    assert counted.find(f"{A}buAutoNum").get("startAt") == "1"


def test_line_height_is_written_as_a_share_of_single_spacing(slides):
    spacing = [p._p.find(f"{A}pPr/{A}lnSpc/{A}spcPct").get("val") for p in named(slides["text"], "body").text_frame.paragraphs]
    assert spacing == ["100000", "100000", "100000", "125000", "100000"]


def test_space_before_is_left_out_at_the_top_of_a_body(slides):
    spaces = [p._p.find(f"{A}pPr/{A}spcBef/{A}spcPts").get("val") for p in named(slides["text"], "body").text_frame.paragraphs]
    assert spaces[:3] == ["0", "600", "600"]


def test_control_characters_do_not_reach_the_file(slides):
    assert named(slides["text"], "body").text_frame.paragraphs[4].text == "Kursiv and two\vlines"


def test_run_links_lead_out_or_to_another_slide(slides):
    slide = slides["text"]
    links = list(named(slide, "body")._element.iter(f"{A}hlinkClick"))
    targets = [slide.part.rels[link.get(f"{R}id")] for link in links]
    assert targets[0].target_ref == "https://example.org/guide?a=1&b=2"
    assert targets[1].target_part is slides["chart"].part
    assert links[1].get("action") == "ppaction://hlinksldjump"
    assert targets[2].target_ref == "mailto:a@example.org"


def test_shapes_link_and_a_groups_link_is_its_members(slides):
    assert named(slides["shapes"], "card").click_action.hyperlink.address == "https://example.org/card"
    tick = named(slides["shapes"], "tick")
    assert [member.click_action.target_slide.slide_id for member in tick.shapes] == [slides["text"].slide_id] * 2


def test_pictures_in_words_have_their_alternative_and_the_rest_is_decorative(slides):
    slide = slides["shapes"]
    assert identity(named(slide, "tick")).get("descr") == "A tick"
    assert b"decorative" in _xml(named(slide, "rule"))
    assert b"decorative" not in _xml(named(slide, "card"))
    assert identity(named(slide, "note")).get("descr") == "Words in a group"


def _xml(shape):
    from lxml import etree

    return etree.tostring(shape._element)


@pytest.mark.parametrize(
    ("name", "preset", "guides"),
    [
        ("card", "roundRect", ["val 7143"]),
        ("head", "round2SameRect", ["val 16667", "val 0"]),
        ("plain", "rect", []),
        ("disc", "ellipse", []),
        ("hexagon", "hexagon", ["val 28571", "val 115470"]),
        ("step-1", "homePlate", ["val 27368"]),
        ("step-2", "chevron", ["val 27368"]),
        ("rule", "line", []),
    ],
)
def test_geometries_are_presets_adjusted_to_their_box(slides, name, preset, guides):
    form = named(slides["shapes"], name)._element.find(f"{P}spPr/{A}prstGeom")
    assert form.get("prst") == preset
    assert [guide.get("fmla") for guide in form.iter(f"{A}gd")] == guides


def test_a_rule_is_a_connector(slides):
    assert named(slides["shapes"], "rule").shape_type == MSO_SHAPE_TYPE.LINE


def test_a_path_is_a_free_form_with_round_ends(slides):
    stroke = named(slides["shapes"], "tick").shapes[1]._element
    path = stroke.find(f".//{A}path")
    assert [command.tag.removeprefix(A) for command in path] == ["moveTo", "lnTo", "cubicBezTo", "close"]
    assert (path.get("w"), path[1][0].get("y")) == ("24000", "18500")
    assert stroke.find(f".//{A}ln").get("cap") == "rnd"


def test_a_group_keeps_its_members_in_page_coordinates(slides, document):
    group = named(slides["shapes"], "tick")
    meant = next(item for item in document.pages[2].items if item.mark.id == "tick")
    assert [(m.left, m.top) for m in group.shapes] == [(m.box.x.emu, m.box.y.emu) for m in meant.items]


def test_shades_are_modifiers_of_a_role_in_the_order_they_are_applied(slides):
    deep = named(slides["shapes"], "swatch-1")._element.find(f"{P}spPr/{A}solidFill/{A}schemeClr")
    assert [(m.tag.removeprefix(A), m.get("val")) for m in deep] == [("satMod", "120000"), ("lumMod", "75000")]


def test_a_table_is_native_with_its_flags_and_heights(slides):
    frame = named(slides["table"], "table")
    table = frame.table
    assert (table.first_row, table.first_col, table.horz_banding) == (True, True, False)
    assert [row.height for row in table.rows] == [548640, 640080, 640080, 640080]
    assert [cell.text for cell in table.rows[1].cells] == ["Owner", "the backlog", "3"]


def test_neighbouring_cells_state_the_same_rule_between_them(slides):
    rows = named(slides["table"], "table").table._tbl.tr_lst
    below = rows[0].tc_lst[0].find(f"{A}tcPr/{A}lnB")
    above = rows[1].tc_lst[0].find(f"{A}tcPr/{A}lnT")
    assert below.get("w") == above.get("w") == "19050"
    assert rows[1].tc_lst[0].find(f"{A}tcPr/{A}lnL/{A}noFill") is not None


def test_an_empty_cell_is_as_small_as_the_text_beside_it(slides):
    cell = named(slides["table"], "table").table.cell(0, 2)
    assert cell._tc.find(f".//{A}endParaRPr").get("sz") == "1800"


def test_text_in_a_round_shape_keeps_the_pages_insets():
    box = Box(ZERO, ZERO, inch(2), inch(1))
    body = TextBody((Paragraph(()),), (), inch(0.3), inch(1), inset=Inset(inch(0.2), inch(0.2), inch(0.2), inch(0.2)))
    inset, wraps = fit_text(Rectangle(inch(0.1)), box, body)
    assert inset.left == inch(0.2) - inch(0.1) * (1 - 0.5**0.5)
    assert wraps


def test_text_too_wide_for_a_shapes_inner_rectangle_does_not_wrap():
    box = Box(ZERO, ZERO, inch(0.5), inch(0.5))
    body = TextBody((Paragraph((), Align.CENTRE),), (), inch(0.3), inch(0.45), Anchor.MIDDLE)
    assert fit_text(Ellipse(), box, body) == (Inset(), False)


def test_centred_text_in_an_arrow_stays_in_the_middle_of_its_box():
    box = Box(ZERO, ZERO, inch(3), inch(1))
    body = TextBody((Paragraph((), Align.CENTRE),), (), inch(0.3), inch(1), Anchor.MIDDLE)
    inset, _ = fit_text(Chevron(inch(0.26), flat_left=True), box, body)
    assert inset.left == inch(0.13)


def test_a_page_without_a_title_has_one_above_its_edge(slides):
    title = slides["quote"].shapes.title
    assert title.text == "A quote to end with"
    assert title.top + title.height < 0


def test_a_sheet_without_layout_stands_on_a_blank_one(document):
    sheet = replace(document.pages[5], layout="", hidden=False)
    deck = Presentation(BytesIO(write(replace(document, pages=(sheet,), sections=()))))
    assert deck.slides[0].slide_layout.name == "Blank"
