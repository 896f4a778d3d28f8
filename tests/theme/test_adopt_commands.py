"""A template is named on the command line or in rolecast.yaml, looked at, mapped and checked by commands, and built on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from pptx import Presentation

from generator.building import BuildRequest, build_documents
from generator.cli import main
from generator.errors import Problems

TINY = Path(__file__).parents[1] / "building" / "tiny"
DECK = "chiefs/writer-role-deck.pptx"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project of its own."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.fixture
def template(make_template, markup, tmp_path: Path) -> Path:
    """A template outside the project."""
    opener = markup.place("ctrTitle", None, (1.7, 1.2, 10, 2.6)) + markup.place("subTitle", 1, (1.7, 4.0, 10, 1.8))
    layouts = [
        markup.Layout("Titelfolie", opener, "title"),
        markup.Layout("Titel und Inhalt", markup.place("title") + markup.place("", 1)),
        markup.Layout("Other page", markup.place("title") + markup.place("", 7)),
    ]
    path = tmp_path / "Acme Vorlage.potx"
    path.write_bytes(make_template(layouts, slides=1))
    return path


def build(project: Path, theme: str = ""):
    """The small project's one deck."""
    asked = {"subjects": ("writer",), "audiences": ("chiefs",), "documents": ("role-deck",), "formats": ("pptx",)}
    return build_documents(BuildRequest(project, theme=theme, jobs=1, **asked))


@pytest.fixture
def run() -> Callable[..., Result]:
    """Runs the command line."""
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


def layouts_of(path: Path) -> set[str]:
    return {slide.slide_layout.name for slide in Presentation(str(path)).slides}


def test_a_template_on_the_command_line_may_lie_anywhere_and_has_a_folder_of_its_own(project: Path, template: Path):
    result = build(project, str(template))
    assert result.ok, [str(item) for item in result.errors]
    assert [file.path for file in result.files] == [f"acme-vorlage/{DECK}"]
    assert layouts_of(project / "output" / "acme-vorlage" / DECK) == {"Titelfolie", "Titel und Inhalt"}


def test_a_template_in_the_project_can_be_its_theme(project: Path, template: Path):
    shutil.copy(template, project / "company.potx")
    with (project / "rolecast.yaml").open("a", encoding="utf-8") as file:
        file.write("theme: company.potx\n")
    assert [file.path for file in build(project).files] == [DECK]
    assert build(project).files[0].written.value == "unchanged"
    (project / "company.yaml").write_text("layouts: {content: Other page, title-only: Other page}\n", encoding="utf-8")
    assert build(project).files[0].written.value == "changed"
    assert layouts_of(project / "output" / DECK) == {"Titelfolie", "Other page"}


def test_a_changed_template_outside_the_project_makes_decks_anew(project: Path, template: Path, make_template, markup):
    build(project, str(template))
    layouts = [markup.Layout("Titel und Inhalt", markup.place("title") + markup.place("", 1))]
    template.write_bytes(make_template(layouts))
    assert build(project, str(template)).files[0].written.value == "changed"


def test_a_template_that_is_not_there_is_a_wrong_request(project: Path):
    with pytest.raises(Problems) as refused:
        build(project, "nowhere.pptx")
    assert refused.value.exit_code == 2
    assert [item.code for item in refused.value.diagnostics] == ["U001"]


def test_warnings_about_a_template_come_once(project: Path, template: Path):
    result = build_documents(BuildRequest(project, subjects=("writer",), formats=("pptx",), theme=str(template), jobs=1))
    assert len(result.files) > 1
    assert sum(1 for item in result.findings if item.code == "M013") == 1


def test_inspect_lists_layouts_and_placeholders(run, template: Path):
    listed = run("theme", "inspect", template)
    assert listed.exit_code == 0
    assert "Layout 2 'Titel und Inhalt'" in listed.output and "obj idx 1" in listed.output and "Georgia" in listed.output
    told = json.loads(run("theme", "inspect", template, "--report", "json").output)
    assert [layout["name"] for layout in told["layouts"]] == ["Titelfolie", "Titel und Inhalt", "Other page"]
    assert told["slide"] == {"width": 33.87, "height": 19.05}


def test_map_writes_a_mapping_that_changes_nothing_and_a_deck_that_shows_every_placeholder(run, project: Path, template: Path):
    made = run("theme", "map", template)
    assert made.exit_code == 0, made.output
    mapping, deck = template.with_suffix(".yaml"), template.with_name("Acme Vorlage-map.pptx")
    assert yaml.safe_load(mapping.read_text(encoding="utf-8"))["layouts"]["content"] == "Titel und Inhalt"
    assert build(project, str(template)).ok
    opened = Presentation(str(deck))
    assert [slide.slide_layout.name for slide in opened.slides] == ["Titelfolie", "Titel und Inhalt", "Other page"]
    held = {shape.placeholder_format.idx: shape.text_frame.text for shape in opened.slides[2].placeholders}
    assert "idx 7" in held[7]


def test_map_overwrites_nothing_unasked(run, template: Path):
    template.with_suffix(".yaml").write_text("layouts: {}\n", encoding="utf-8")
    refused = run("theme", "map", template)
    assert refused.exit_code == 1 and "N003" in refused.output
    assert template.with_suffix(".yaml").read_text(encoding="utf-8") == "layouts: {}\n"
    assert run("theme", "map", template, "--force").exit_code == 0


def test_check_tells_the_rule_by_which_each_layout_was_found(run, template: Path):
    said = run("theme", "check", template).output
    assert "content: layout 2 'Titel und Inhalt' (by name)" in said
    assert "How layouts are found" in said and "M051" in said and "Section Header" in said


def test_check_fails_where_no_deck_can_be_made_and_says_what_to_change(run, tmp_path: Path, make_template, markup):
    path = tmp_path / "bare.pptx"
    path.write_bytes(make_template([markup.Layout("Leer")]))
    checked = run("theme", "check", path)
    assert checked.exit_code == 1
    assert "M040" in checked.output and "View > Slide Master" in checked.output


def test_check_says_which_names_a_slide_can_ask_for_and_where_texts_stand(run, tmp_path: Path, make_template, markup):
    path = tmp_path / "company.potx"
    texts = markup.place("title", box=(1, 4, 11, 1.5)) + markup.place("body", 1, (1, 2, 11, 1.5))
    content = markup.Layout("Title and Content", markup.place("title") + markup.place("", 1))
    path.write_bytes(make_template([content, markup.Layout("Section Header", texts, "secHead")]))
    said = run("theme", "check", path).output
    assert "`layout:` of a topic or a deck's template takes these, too: Title and Content" in said
    assert "text above it" in said


def test_check_says_where_slides_would_show_no_clearance(run, tmp_path: Path, make_template, markup):
    path, foot = tmp_path / "company.potx", markup.place("ftr", 11, (4, 6.9, 5, 0.4))
    for more, missing in (("", True), (foot, False)):
        path.write_bytes(make_template([markup.Layout("Title and Content", markup.place("title") + markup.place("", 1) + more)]))
        assert ("M055" in run("theme", "check", path).output) is missing


def test_a_strict_check_fails_with_what_can_be_mended_and_not_with_what_is_left_out(run, tmp_path: Path, make_template, markup):
    large, path = '<a:lvl1pPr><a:defRPr sz="3200"/></a:lvl1pPr>', tmp_path / "company.potx"
    opener = markup.place("ctrTitle", None, (1.7, 1.2, 10, 2.6), styles=large) + markup.place("subTitle", 1, (1.7, 4, 10, 1.8))
    divider = markup.place("title", None, (1, 2, 11, 1.5), styles=large) + markup.place("body", 1, (1, 4, 11, 1.5))
    content = markup.place("title", styles=large) + markup.place("", 1) + markup.place("ftr", 11, (4, 6.9, 5, 0.4))
    shapes = {"Title Slide": opener, "Section Header": divider, "Title and Content": content}
    layouts = [markup.Layout(name, drawn) for name, drawn in shapes.items()]
    path.write_bytes(make_template(layouts, slides=1))
    whole = run("theme", "check", path, "--strict")
    assert whole.exit_code == 0 and "M013" in whole.output, whole.output
    path.write_bytes(make_template(layouts[2:], slides=1))
    assert run("theme", "check", path).exit_code == 0 and run("theme", "check", path, "--strict").exit_code == 1


@pytest.mark.parametrize("name", ["letter.docx", "old.ppt", "folder"])
def test_files_of_other_programs_and_folders_are_called_what_they_are(run, project: Path, tmp_path: Path, name: str):
    (tmp_path / "folder").mkdir()
    (tmp_path / "letter.docx").write_bytes(b"Dear all, this is no presentation.")
    (tmp_path / "old.ppt").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504))
    for words in (("theme", "check", tmp_path / name), ("build", "-C", project, "--theme", tmp_path / name)):
        answer = run(*words)
        assert answer.exit_code in (1, 2)
        assert ("is a folder" if name == "folder" else "error M0") in answer.output
        assert "does not exist" not in answer.output


def test_a_map_never_takes_the_place_of_its_template_or_of_a_folder(run, template: Path, tmp_path: Path):
    before = template.read_bytes()
    for out in (template, tmp_path):
        refused = run("theme", "map", template, "-o", out, "--force")
        assert refused.exit_code == 1 and "N003" in refused.output
    assert template.read_bytes() == before and list(tmp_path.glob("*-map.pptx")) == []


def test_a_map_that_cannot_be_written_says_where_else(run, template: Path, tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    refused = run("theme", "map", template, "-o", tmp_path / "file" / "company.yaml")
    assert refused.exit_code == 3 and "E001" in refused.output and "-o FILE" in refused.output


def test_what_is_no_template_is_refused_by_every_command(run, tmp_path: Path):
    path = tmp_path / "letter.pptx"
    path.write_bytes(b"Dear all, this is no presentation.")
    for command in ("inspect", "map", "check"):
        answer = run("theme", command, path)
        assert answer.exit_code == 1 and "M0" in answer.output, answer.output
    assert sorted(p.name for p in tmp_path.iterdir()) == ["letter.pptx"]


def test_a_map_of_layouts_without_titles_begins_with_lines_that_a_deck_can_be_built_with(
    run, project: Path, tmp_path: Path, make_template, markup
):
    path = tmp_path / "bare.pptx"
    path.write_bytes(make_template([markup.Layout("Leer"), markup.Layout("Seite")]))
    assert not build_ok(project, path)
    assert run("theme", "map", path).exit_code == 0
    mapping = path.with_suffix(".yaml")
    head, _, rest = mapping.read_text(encoding="utf-8").partition("\n\n")
    lines = [
        line.removeprefix("# ") if line.startswith(("# layouts", "# places", "#   ")) else line for line in head.splitlines()
    ]
    mapping.write_text("\n".join(line.replace("#   ", "  ") for line in lines) + "\n\n" + rest, encoding="utf-8")
    assert build_ok(project, path)


def build_ok(project: Path, template: Path) -> bool:
    """Whether the small project's deck can be built on a template."""
    try:
        return build(project, str(template)).ok
    except Problems:
        return False


def test_a_slide_size_that_cannot_be_is_called_that(run, tmp_path: Path, make_template, markup):
    path = tmp_path / "company.pptx"
    path.write_bytes(
        make_template([markup.Layout("Title and Content", markup.place("title") + markup.place("", 1))], size=(0, 7.5))
    )
    checked = run("theme", "check", path)
    assert checked.exit_code == 1 and "M010" in checked.output and "Slide Size" in checked.output and "M040" not in checked.output


def test_check_names_all_small_footers_of_a_layout_at_once(run, tmp_path: Path, make_template, markup):
    small = {"ftr": (4, 6.9, 5, 0.4), "sldNum": (9.5, 6.9, 2, 0.4)}
    feet = [markup.place(kind, 10 + i, box, styles=markup.level(1, 'sz="700"')) for i, (kind, box) in enumerate(small.items())]
    path = tmp_path / "company.pptx"
    path.write_bytes(
        make_template([markup.Layout("Title and Content", markup.place("title") + markup.place("", 1) + "".join(feet))])
    )
    said = run("theme", "check", path).output
    assert said.count("M053") == 1 and "footer 7 pt, number 7 pt" in said


def test_check_names_prompts_that_stay_on_slides(run, tmp_path: Path, make_template, markup):
    path = tmp_path / "company.pptx"
    master = markup.Master(markup.usual() + markup.shape((1, 7, 4, 0.3), text="Name Vorname: Titel"))
    path.write_bytes(make_template([markup.Layout("Title and Content", markup.place("title") + markup.place("", 1))], master))
    said = run("theme", "check", path).output
    assert "M016" in said and "Name Vorname: Titel" in said
