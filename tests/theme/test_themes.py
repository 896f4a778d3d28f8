"""Themes of tokens: what `theme.yaml` may say, whether it can be read, the masters it makes, and the commands about it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from pptx import Presentation

from generator.building.workshop import themes_of
from generator.cli import main
from generator.errors import Findings
from generator.files import Disk, InMemory, packaged_templates
from generator.geometry import Box, inch
from generator.kit import Medium
from generator.page.colour import Colour, contrast
from generator.page.items import GroupItem, ShapeItem
from generator.page.text import Family
from generator.source import Span
from generator.theme.contrast import APART, check_theme, distance, grey, pairs_of
from generator.theme.look import PLAIN, CardStyle
from generator.theme.master import own_master, own_stage
from generator.theme.reader import read_theme
from generator.theme.schema import STEPS
from generator.theme.stage import DIVIDER, TITLE_SLIDE
from generator.theme.tokens import Theme

ROOT = Path(__file__).resolve().parents[2]
PACKAGED = ("almanac", "meridian", "signal")
PATH = "templates/themes/own/theme.yaml"
MERIDIAN = (ROOT / "templates/themes/meridian/theme.yaml").read_text(encoding="utf-8")


def read(text: str) -> tuple[Theme | None, Findings]:
    """A theme written as `text`."""
    findings = Findings()
    return read_theme(InMemory({PATH: text.encode()}), "own", findings), findings


def packaged(name: str) -> Theme:
    """A theme that comes with Rolecast."""
    theme = read_theme(Disk(ROOT), name, Findings())
    assert theme
    return theme


def changed(old: str, new: str) -> Findings:
    """What is said of Meridian where `old` is `new`."""
    assert old in MERIDIAN
    return read(MERIDIAN.replace(old, new))[1]


def test_three_themes_come_with_rolecast():
    assert themes_of(packaged_templates()) == PACKAGED


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"14213D"', '"14213"', "is no colour"),
        ("sizes: [28]", "sizes: [27]", "27 points are no step of the type scale"),
        ("sizes: [60, 44, 36, 28]", "sizes: [28, 60]", "from the largest to the smallest"),
        ("weight: bold, line: 1.12", "weight: black, line: 1.12", "known: bold, regular"),
        ("card: filled", "card: shadowed", "known: filled, outlined, ruled"),
        ("side: foot", "side: middle", "known: foot, left, top"),
        ("drawing: tiles", "drawing: photos", "known: arches, rings, tiles"),
        ("ground: dark", "ground: grey", "known: dark, light"),
        ("band: role", "band: none", "known: ink, role, tint"),
        ("corner: 0.06", "corner: 2", "at most 0.3"),
        ("body: [1.50, 1.90, 2.36]", "body: [1.90, 1.50, 2.36]", "growing"),
        ("title: 0.68", "title: 1.2", "0.5 from title to body"),
        ("margin: 0.6", "margins: 0.6", "unknown key 'margins'"),
        ("    other: [96, 73, 0]", "    accent1: [96, 73, 0]", "or `other`"),
        ("    other: [96, 73, 0]", "    accent7: [96, 73, 0]", "'accent7' is no colour role"),
        ('  accent6: "5A6A80"', "", "'accent6' is missing"),
    ],
)
def test_what_a_theme_cannot_say_is_told_at_its_line(old, new, said):
    findings = changed(old, new).items
    assert [d for d in findings if said in f"{d.message} {d.hint}"], findings
    assert all(d.span.path == PATH and d.span.line > 0 for d in findings)


def test_a_theme_that_says_only_what_it_must_is_as_meridian():
    short = re.split(r"^type:", MERIDIAN, flags=re.MULTILINE)[0]
    theme, findings = read(short)
    assert findings.items == [] and theme
    assert theme.look == PLAIN == packaged("meridian").look
    assert theme.stage == packaged("meridian").stage


@pytest.mark.parametrize("name", PACKAGED)
def test_every_text_of_a_packaged_theme_can_be_read_in_colour_and_in_grey(name):
    theme, findings = packaged(name), Findings()
    check_theme(theme, Span(name), findings)
    assert findings.items == []
    for each in (theme, theme.on_paper or theme):
        for pair in pairs_of(each):
            text, ground = each.scheme.rgb(pair.text), each.scheme.rgb(pair.ground)
            assert min(contrast(text, ground), contrast(grey(text), grey(ground))) >= pair.least, pair.said


def test_good_is_told_from_the_second_role_of_meridian_in_grey_too():
    scheme = packaged("meridian").scheme
    good, second = (scheme.rgb(Colour(role)) for role in ("accent4", "accent2"))
    assert distance(good, second) >= APART
    assert contrast(grey(good), grey(second)) >= 1.3


def test_packaged_themes_differ_at_first_sight():
    themes = [packaged(name) for name in PACKAGED]
    for told in (
        lambda t: t.look.opening.drawing,
        lambda t: t.look.card if t.look.card is not CardStyle.FILLED else t.look.corner,
        lambda t: t.look.band,
        lambda t: (t.look.title, t.fonts.heading),
        lambda t: (t.look.progress.side, t.look.progress.thickness),
    ):
        assert len({told(theme) for theme in themes}) == len(themes)


@pytest.mark.parametrize("name", PACKAGED)
def test_a_master_has_covers_and_dividers_on_both_grounds(name):
    theme = packaged(name)
    for sort in (TITLE_SLIDE, DIVIDER):
        dark, light, usual = (theme.stage.spot(f"{sort}{end}") for end in (" Dark", " Light", ""))
        assert (dark.dark, light.dark) == (True, False)
        assert usual in (dark, light)
        for spot in (dark, light):
            layout = theme.master.layout(spot.layout)
            assert {"title", "subtitle" if sort == TITLE_SLIDE else "body"} <= {p.slot for p in layout.placeholders}
            assert layout.background == spot.ground
            ground = theme.scheme.rgb(spot.ground)
            assert contrast(theme.scheme.rgb(spot.title.colour), ground) >= 7
            assert spot.subtitle and contrast(theme.scheme.rgb(spot.subtitle.colour), ground) >= 4.5


@pytest.mark.parametrize("name", PACKAGED)
@pytest.mark.parametrize("slide", ["16:9", "4:3"])
def test_what_a_stage_places_lies_on_the_canvas(name, slide):
    text = (ROOT / f"templates/themes/{name}/theme.yaml").read_text(encoding="utf-8").replace('"16:9"', f'"{slide}"')
    theme, findings = read(text)
    assert findings.items == [] and theme
    canvas = Box(inch(0), inch(0), theme.stage.canvas.w, theme.stage.canvas.h)
    for spot in theme.stage.spots.values():
        boxes = [spot.title.box, spot.body, *(foot.box for foot in spot.feet.values())]
        boxes += [each for each in (spot.eyebrow, spot.progress, spot.logo) if each]
        boxes += [spot.subtitle.box] if spot.subtitle else []
        assert [box for box in boxes if not canvas.holds(box, inch(0.001))] == [], spot.layout


def test_a_card_stands_out_in_its_themes_style(kit):
    box = Box(inch(1), inch(1), inch(4), inch(2))

    def drawn(style: CardStyle):
        return replace(kit, theme=replace(kit.theme, look=replace(PLAIN, card=style))).card("card", box)

    filled, outlined, ruled = (drawn(style) for style in CardStyle)
    assert isinstance(filled, ShapeItem) and filled.stroke is None
    assert isinstance(outlined, ShapeItem) and outlined.stroke
    assert isinstance(ruled, GroupItem) and ruled.items[1].box.bottom < box.bottom
    assert all(box.holds(each.box) for each in (filled, outlined, ruled))


def test_large_bold_text_is_set_in_the_heading_face_where_a_theme_says_so(kit):
    own = replace(kit, theme=replace(kit.theme, look=replace(PLAIN, display=20)))
    sizes = {size: own.style(inch(size / 72), bold=True).family for size in (18, 20, 28)}
    assert sizes == {18: Family.BODY, 20: Family.HEADING, 28: Family.HEADING}
    assert own.style(inch(28 / 72)).family is Family.BODY
    assert kit.style(inch(28 / 72), bold=True).family is Family.BODY
    assert replace(own, medium=Medium.SHEET).style(inch(14 / 72), bold=True).family is Family.HEADING


def test_a_theme_of_cream_paper_prints_on_white():
    almanac = packaged("almanac")
    assert almanac.on_paper and almanac.on_paper.scheme.hex(Colour("lt1")) == "FFFFFF" != almanac.scheme.hex(Colour("lt1"))
    assert almanac.on_paper.master.scheme == almanac.on_paper.scheme


def test_rules_of_a_theme_are_drawn_by_its_ordinary_layouts_alone():
    master = packaged("almanac").master
    ruled = {layout.name for layout in master.layouts if layout.items}
    assert ruled == {"Content", "Title Only", "Quote"}
    theme = packaged("meridian")
    assert own_master(("x", theme.scheme, theme.fonts), own_stage(theme.stage.slide)).layouts == theme.master.layouts


def test_sizes_of_packaged_themes_are_steps_of_the_scale():
    for look in (packaged(name).look for name in PACKAGED):
        assert {*look.title.sizes, *look.cover.sizes, *look.divider.sizes, look.eyebrow} <= set(STEPS)


# the commands


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The smallest project that has a theme."""
    (tmp_path / "rolecast.yaml").write_text("title: Own\nlanguages: [en]\n", encoding="utf-8")
    return tmp_path


def rolecast(*arguments: object) -> Result:
    """Call `rolecast theme …`."""
    result = CliRunner().invoke(main, ["theme", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize("start", PACKAGED)
def test_a_new_theme_is_valid_and_says_where_it_came_from(project, start):
    begun = rolecast("new", "acme", "-C", project, "--from", start)
    assert begun.exit_code == 0, begun.output
    path = project / "templates/themes/acme/theme.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# Acme: begun from {start}") and 'name: "Acme"' in text and text.count("# ") > 30
    checked = rolecast("check", "acme", "-C", project)
    assert (checked.exit_code, checked.output) == (0, "checked: acme; nothing to mend\n")


def test_a_theme_is_never_overwritten(project):
    assert rolecast("new", "acme", "-C", project).exit_code == 0
    path = project / "templates/themes/acme/theme.yaml"
    path.write_text("mine", encoding="utf-8")
    again = rolecast("new", "Acme", "-C", project)
    assert again.exit_code == 2 and "M065" in again.output
    assert path.read_text(encoding="utf-8") == "mine"
    assert "M065" in rolecast("new", "meridian", "-C", project).output


@pytest.mark.parametrize(("name", "code"), [("///", "M064"), ("x" * 30, "M064")])
def test_a_name_that_is_none_begins_nothing(project, name, code):
    refused = rolecast("new", name, "-C", project)
    assert refused.exit_code == 2 and code in refused.output
    assert not (project / "templates").exists()


def test_an_unknown_theme_is_told_with_the_one_that_was_meant(project):
    for command in (("new", "own", "--from", "almanach"), ("check", "almanach"), ("show", "almanach")):
        result = rolecast(*command, "-C", project)
        assert result.exit_code == 2 and "almanac'" in result.output, result.output


def test_check_names_the_value_that_would_do(project):
    rolecast("new", "acme", "-C", project)
    path = project / "templates/themes/acme/theme.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('"0B7A60"', '"3FC9A5"'), encoding="utf-8")
    pale = rolecast("check", "acme", "-C", project)
    assert pale.exit_code == 1 and "M060" in pale.output and "the second role on paper has a contrast of" in pale.output
    value = re.search(r'set accent2 to "(\w{6})"', pale.output)
    assert value
    scheme = packaged("meridian").scheme
    assert contrast(scheme.rgb(Colour(f"#{value[1]}")), scheme.rgb(Colour("lt1"))) >= 4.5


def test_check_finds_roles_that_look_alike_and_titles_that_are_small(project):
    rolecast("new", "acme", "-C", project)
    path = project / "templates/themes/acme/theme.yaml"
    text = (
        path.read_text(encoding="utf-8").replace('accent3: "7A3EB1"', 'accent3: "1F5FBA"').replace("sizes: [28]", "sizes: [24]")
    )
    path.write_text(text, encoding="utf-8")
    found = rolecast("check", "acme", "-C", project, "--report", "json")
    assert found.exit_code == 1 and {"M062", "M063"} <= set(re.findall(r"M06\d", found.output))


@pytest.fixture(scope="module")
def specimen(tmp_path_factory) -> Path:
    """Meridian's specimen, begun from a theme of a project's own."""
    folder = tmp_path_factory.mktemp("own")
    (folder / "rolecast.yaml").write_text("title: Own\nlanguages: [en]\n", encoding="utf-8")
    assert rolecast("new", "acme", "-C", folder, "--from", "almanac").exit_code == 0
    shown = rolecast("show", "acme", "-C", folder, "--strict")
    assert shown.exit_code == 0, shown.output
    return folder / "output" / "specimens"


def test_a_specimen_has_every_layout_and_every_kind_of_block(specimen):
    from generator.blocks import KINDS

    deck = Presentation(str(specimen / "acme.pptx"))
    used = {slide.slide_layout.name for slide in deck.slides}
    assert used == {layout.name for layout in deck.slide_layouts}
    topics = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "templates/specimen/content/topics").iterdir())
    kinds = set(re.findall(r"kind: ([\w-]+)", topics)) | {"agenda", "sources"}
    assert kinds == {kind.model_fields["kind"].default for kind in KINDS}
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert len(titles) > 40 and "Acme" in titles[0]


def test_layouts_of_a_written_specimen_have_their_placeholders(specimen):
    layouts = {layout.name: layout for layout in Presentation(str(specimen / "acme.pptx")).slide_layouts}
    for name, layout in layouts.items():
        kinds = [placeholder.placeholder_format.type.name for placeholder in layout.placeholders]
        assert any("TITLE" in kind for kind in kinds), name
        assert len(kinds) >= 2, name


def test_the_drawing_of_a_specimen_is_in_the_themes_own_colours(specimen):
    drawn = set(re.findall(r"#([0-9A-F]{6})", (ROOT / "templates/specimen/content/media/grid.svg").read_text(encoding="utf-8")))
    with ZipFile(specimen / "acme.pptx") as deck:
        slides = "".join(deck.read(name).decode() for name in deck.namelist() if name.startswith("ppt/slides/slide"))
    assert len(drawn) == 3 and not drawn & set(re.findall(r"[0-9A-F]{6}", slides))


def test_a_specimen_comes_with_its_pdfs(specimen):
    assert sorted(path.name for path in specimen.iterdir()) == ["acme-one-pager.pdf", "acme.pdf", "acme.pptx"]


def test_the_gallery_shows_small_pictures_of_every_kind_in_every_theme():
    folder = ROOT / "docs" / "gallery"
    shown = re.findall(r"!\[(.+?) in (\w+)\]\((\S+)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert {name for _, _, name in shown} == {path.name for path in folder.glob("*.png")}
    assert all((folder / name).stat().st_size <= 60_000 for _, _, name in shown)
    from generator.blocks import KINDS

    named = {(title.split(" (")[0], theme) for title, theme, _ in shown}
    kinds = {kind.model_fields["kind"].default for kind in KINDS}
    assert {(kind, theme) for kind in kinds for theme in PACKAGED} <= named
